"""The units that lines of a title block or preamble name, with the committee that is named for them."""

from __future__ import annotations

from collections.abc import Iterable

from ..expressions import compiled
from ..text import CAPITALS

_NAME = rf"[{CAPITALS}][\w’'-]*(?:\s+(?:[{CAPITALS}][\w’'-]*|\d{{1,2}}))*"
LEVELS = "đặc khu|thị trấn|thị xã|thành phố|phường|huyện|quận|xã|tỉnh"
"""Levels of units, as a choice of an expression."""
_PARTY = {"huyện ủy": "huyện", "thị ủy": "thị xã", "thành ủy": "thành phố", "quận ủy": "quận", "tỉnh ủy": "tỉnh"}
_BODY = compiled(rf"(?P<b>(?i:huyện|thị|thành|quận|tỉnh)\s+(?i:ủy|uỷ))\s+(?P<n>{_NAME})")
_UNIT = compiled(rf"(?P<l>(?i:{LEVELS}))\s+(?!(?i:hội chủ nghĩa)\b)(?P<n>{_NAME})")
_LISTED = compiled(rf"(?i:{LEVELS})\s*(?:,|/|(?i:và|hoặc)\s)\s*$")
"""Levels that are listed before a level: ``các xã, phường, thị trấn miền núi`` names no unit."""
_COMMITTEE = compiled(
    rf"(?i:đảng\s+(?:ủy|uỷ)|đảng\s+bộ|ban\s+chấp\s+hành\s+đảng\s+bộ|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|hđnd|ban\s+thường\s+vụ(?:\s+đảng\s+(?:ủy|uỷ))?)\s+(?P<l>(?i:{LEVELS}))\s+(?P<n>{_NAME})"
)
_HEADS = {
    "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "ban chấp hành đảng bộ": "Ban Chấp hành Đảng bộ", "ban thường vụ": "Ban Thường vụ",
    "ban thường vụ đảng ủy": "Ban Thường vụ Đảng ủy",
}  # fmt: skip
"""Committees whose names are written otherwise than with one capital, by how they are printed."""
_PARTY_ORGAN = compiled(r"(?:ban (?:chấp hành|thường vụ) )?(?:đảng (?:ủy|bộ)|(?:tỉnh|huyện|thị|thành|quận) ủy)\b")
_ORGANS = {"ủy ban nhân dân": "people", "hội đồng nhân dân": "council"}
_NO_NAME = frozenset(
    ("báo", "cáo", "đảng", "số", "cộng", "ban", "huyện", "tỉnh", "thị", "thành", "xã", "phường", "kết", "tổng", "khóa", "khoá")
)  # fmt: skip
"""Words with which a second body on the same line begins."""


def fold_body(text: str) -> str:
    """A body's name in small letters, ``uỷ`` spelled ``ủy``."""
    return " ".join(text.lower().replace("uỷ", "ủy").split())


def _title_case(name: str) -> str:
    """Names printed in capitals get capital initials."""
    return " ".join(w.capitalize() if w.isupper() and len(w) > 1 else w for w in name.split())


def _clean_name(name: str) -> str:
    """Stop at the first word that no longer belongs to a name (a second body on the same line)."""
    words: list[str] = []
    for word in name.split():
        if words and word.lower() in _NO_NAME:
            break
        words.append(word)
    return _title_case(" ".join(words))


def units_in(lines: Iterable[str]) -> list[tuple[str, str, str]]:
    """(level, name, body as it is properly written) of every unit named in the lines, in order."""
    found: list[tuple[str, str, str]] = []
    for line in lines:
        for pattern in (_BODY, _COMMITTEE):
            for m in pattern.finditer(line):
                name = _clean_name(m["n"])
                if not name:
                    continue
                level = _PARTY[fold_body(m["b"])] if pattern is _BODY else fold_body(m["l"])
                head = "" if pattern is _BODY else f" {level}"
                committee = fold_body(m[0][: m.start("n") - m.start()]).removesuffix(head)
                told = _HEADS.get(committee, committee[:1].upper() + committee[1:])
                found.append((level, name, f"{told}{head} {name}"))
    return found


def organ(body: str) -> str:
    """``party``, ``people`` or ``council``: whose committee a body is; empty for any other."""
    said = fold_body(body)
    if _PARTY_ORGAN.match(said):
        return "party"
    return next((told for head, told in _ORGANS.items() if said.startswith(head)), "")


def lowest_unit(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """(unit, body, level): the issuing body is the lowest unit named; the preamble's subject beats the heading lines."""
    order = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "thị xã", "thành phố", "quận")
    named = [u for u in units_in(lines) if u[0] != "tỉnh"]
    if not named:
        plain = [
            (m["l"].lower(), _clean_name(m["n"]))
            for line in lines
            for m in _UNIT.finditer(line)
            if not _LISTED.search(line, 0, m.start())
        ]
        named = [(level, name, "") for level, name in plain if level != "tỉnh" and name]
    if not named:
        return None, None, None
    lowest = min(named, key=lambda u: order.index(u[0]) // 4 if u[0] in order else 9)
    same = [u for u in named if u[0] == lowest[0]]
    level, name, body = same[-1] if len(same) > 1 and same[-1][1] == same[0][1] else same[0]
    return f"{level[:1].upper()}{level[1:]} {name}", body or None, level
