"""U501 of a congress: the number of the unit's own congress that differs from all its other mentions."""

from __future__ import annotations

from collections.abc import Iterator

from ..gates import Gated
from ..model import Finding, Span, msg
from .context import Context
from .units_profile import NAME, Profile, is_own, leftover
from .units_words import LEVEL

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_CONGRESS = Gated(
    rf"[Đđ]ại hội (?:đại biểu )?(?:lần thứ (?P<a>[IVXL]+) )?(?:của )?Đảng bộ (?P<level>{LEVEL})(?: (?P<name>{NAME}))?(?:,? (?:lần thứ|khóa|khoá) (?P<b>[IVXL]+))?"
)


def _number(roman: str) -> int:
    total = 0
    for i, c in enumerate(roman):
        value = _ROMAN[c]
        total += -value if i + 1 < len(roman) and _ROMAN[roman[i + 1]] > value else value
    return total


def congresses(context: Context, profile: Profile) -> Iterator[Finding]:
    """Mentions of the unit's own congress whose number is far from the usual one."""
    said = list[tuple[int, Span]]()
    for m in _CONGRESS.finditer(context.document.text):
        roman = m["a"] or m["b"]
        if roman and m["level"] == profile.level and (not m["name"] or is_own(m["name"], profile)):
            said.append((_number(roman), Span(m.start(), m.end())))
    counts: dict[int, int] = {}
    for n, _ in said:
        counts[n] = counts.get(n, 0) + 1
    usual = max(counts, key=lambda n: counts[n], default=0)
    if counts.get(usual, 0) < 2:
        return
    for n, span in said:
        if abs(n - usual) > 1 and counts[n] == 1 and n > 1 and usual > 1:
            yield leftover(context, span, msg("Số thứ tự đại hội khác các chỗ còn lại."))
