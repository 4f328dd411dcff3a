"""Who writes a draft: the level and name of its unit, its superiors, the day of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .context import Context
from .letters import UPPER

WORD = rf"[{UPPER}][\w’'-]*"
NAME = rf"{WORD}(?: (?!Ban\b|Huyện\b|Thị\b|Thành\b|Đảng\b|Tỉnh\b|Ủy\b|Uỷ\b|Nhân\b|Hội\b|Mặt\b|Phó\b|Bí\b){WORD}){{0,3}}"
UPPER_LEVELS = ("huyện", "thị xã", "thành phố", "quận")
LOWER_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")

REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who writes: level and name, the names it may use for itself, its province or city, the day of the report."""

    level: str
    name: str
    upper: bool
    superiors: frozenset[str]
    when: date | None

    @property
    def peers(self) -> tuple[str, ...]:
        return UPPER_LEVELS if self.upper else LOWER_LEVELS


def front_end(context: Context) -> int:
    """Where the title block ends: with the paragraph of the subject line, whatever the outline says."""
    front = context.document.text[: min(context.outline.front.end, 1500)]
    m = re.search(r"(?im)^\W*báo cáo\b[^\n]*\n[^\n]*\n?", front)
    return m.end() if m else 0


def profile_of(context: Context) -> Profile | None:
    """Who writes the draft; None when its title block does not say."""
    meta = context.outline.metadata
    if not front_end(context) and not meta.symbol:
        return None
    if not meta.unit or not meta.level or meta.level not in (*UPPER_LEVELS, *LOWER_LEVELS):
        return None
    name = meta.unit[len(meta.level) :].strip() if meta.unit.lower().startswith(meta.level) else meta.unit
    if not name[:1].isupper() or name.lower() in ("ủy", "uỷ"):
        return None
    head = context.document.text[: front_end(context) or 200]
    superiors = {key_of(m[1]) for m in re.finditer(rf"(?:[Tt]ỉnh(?: ủy| uỷ)?|[Tt]hành phố|Thành ủy)\s({NAME})", head)}
    superiors |= {
        key_of(m[1])
        for m in re.finditer(rf"(?:TỈNH(?: ỦY| UỶ)?|THÀNH PHỐ|THÀNH ỦY)[ ]([{UPPER}]+(?:[ ][{UPPER}]+){{0,3}})", head)
    }
    return Profile(
        meta.level, name, meta.level in UPPER_LEVELS, frozenset(superiors - {key_of(name)}), _when(meta.date)
    )


def _when(text: str | None) -> date | None:
    m = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text or "")
    try:
        return date(int(m[3]), int(m[2]), int(m[1])) if m else None
    except ValueError:
        return None


def key_of(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.lower().split())


def is_own(name: str, profile: Profile) -> bool:
    """Whether a name is the unit's own, with or without what follows it."""
    given, own = key_of(name), key_of(profile.name)
    return given.startswith(own) or own.startswith(given)
