"""What a template may hold at most: it is handed around, and whatever it holds is tried on every draft."""

from __future__ import annotations

import re

from ..expressions import compiled
from ..model import Message, msg

MOST_REQUIREMENTS = 500
"""Items of a template; bundled ones have 41 at most, and the work on a draft grows with the square: five hundred take two seconds."""
MOST_NAMES = 5000
"""Titles and aliases of a template, which are all held against one another; the bundled ones have 315 at most."""
LONGEST_NUMBER = 60
"""Characters of an item's number."""
LONGEST = 500
"""Characters of a phrase; the longest bundled one has 250."""
MOST_OPEN = 6
"""Places of a phrase where words or signs of any number may stand: each multiplies the work; bundled ones have three."""
MOST_WORDINGS = 100_000
"""Wordings that a phrase's brackets multiply up to; 19 440 in the richest bundled one."""
_OPEN = compiled(r"…|\.\.\.|\{,\}|\{\(\)\}")
_MARK = compiled(r"\{[nk.,]\}|\{\(\)\}")
_GROUP = compiled(r"\(([^()]*)\)")


def phrase_problem(phrase: str) -> Message | None:
    """Why an indicator's phrase cannot be made an expression, or one with work without end; None for one that can."""
    if phrase.count("{n}") != 1:
        return msg("mẫu câu cần đúng một “{field}”", field="{n}")
    if len(phrase) > LONGEST or len(_OPEN.findall(phrase)) > MOST_OPEN:
        return msg("mẫu câu quá dài hoặc quá nhiều chỗ “…”: tách thành nhiều mẫu câu")
    rest, wordings = _MARK.sub("", phrase), 1
    while (found := _GROUP.search(rest)) is not None:
        wordings *= found[1].count("|") + 1
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    if re.search(r"[(){}]", rest):
        return msg("mẫu câu có dấu ngoặc không đi thành cặp")
    if wordings > MOST_WORDINGS:
        return msg("mẫu câu quá dài hoặc quá nhiều chỗ “…”: tách thành nhiều mẫu câu")
    return None
