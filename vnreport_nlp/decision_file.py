"""What a decision file may hold; apart, so that a run without decisions does not load pydantic for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_Short = Annotated[str, StringConstraints(max_length=4000)]


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
