"""Small things that a letter does with the words it quotes, or asks of a finding."""

from __future__ import annotations

from ..expressions import compiled
from ..model import Finding

YEARS = compiled(r"(?<=\d{4})\s*[-–—]\s*(?=\d{4})")
WORD = compiled(r"[^\W\d_]{2,}")


def is_bare(text: str) -> bool:
    """Whether a quote is a figure without a word."""
    return any(c.isdigit() for c in text) and WORD.search(text) is None


def spaced(period: str) -> str:
    """``2020 - 2025`` however it is printed."""
    return YEARS.sub(" - ", period)


def low(text: str) -> str:
    """A sentence that goes on another: its first letter small, unless the word is all capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def cut(text: str, most: int) -> str:
    """A text that fits, cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0].rstrip(" ,;:(“") + "…"


def also_short(found: Finding) -> bool:
    """Whether a section is told to stand in the wrong place and to be short: its request is its own, whatever moves with it."""
    return found.rule == "S104" and "least" in dict(found.message.params)


def headless(found: Finding) -> tuple[str, ...]:
    """The sections below one that is missing or has no heading, where the finding lists them."""
    params = dict(found.found.params) if found.found is not None else {}
    return tuple(filter(None, params.get("numbers", "").split(", "))) if found.rule in ("S101", "S105") else ()


def of_report(found: Finding) -> bool:
    """Whether a finding holds the whole report to be one of another time: nothing else matters before that is settled."""
    needed = dict(found.need.params) if found.need is not None else {}
    return found.rule == "P401" and found.requirement is None and "period" in needed
