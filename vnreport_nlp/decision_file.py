"""What a decision file may hold; apart, so that a run without decisions does not load pydantic for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from .model.findings import LONGEST_TEXT

_Short = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Entry(BaseModel):
    """One decision as written in JSON."""

    model_config = ConfigDict(extra="ignore")
    unit: _Short = ""
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,64}$")]
    action: Literal["accept", "waive", "reopen"]
    reason: _Short = ""
    name: _Short = ""
    at: _Short = ""
    rule: _Short = ""
    requirement: _Short = ""
    message: _Short = ""


class DecisionFile(BaseModel):
    """A whole decision file as written in JSON."""

    model_config = ConfigDict(extra="ignore")
    schema_: Literal["vnreport.decisions/1"] = Field(alias="schema")
    decisions: list[Entry]


def faulty(error: ValueError) -> tuple[int, str] | None:
    """(which decision, which of its keys) of the first fault; None where the fault lies in no decision."""
    if not isinstance(error, ValidationError):
        return None
    place = error.errors(include_url=False, include_input=False)[0]["loc"]
    if len(place) < 2 or place[0] != "decisions" or not isinstance(place[1], int):
        return None
    return place[1] + 1, str(place[2])[:40] if len(place) > 2 else "{ }"
