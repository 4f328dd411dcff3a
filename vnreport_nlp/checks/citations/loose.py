"""C303 behind ``Kế hoạch số``: what stands where a symbol must stand, read loosely and compared with the form it should have.

The words before it make sure that a symbol is meant, so that any separators, letters in another order or case, and missing
parts can be told from figures that only look alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...expressions import lazy
from .read import PARTY, PARTY_LOWER, TYPES, WORDS

_STATE = "UBND|HĐND|CP|TTg"
_MARKS = r"[ \u00a0–—_./\\|-]{0,3}"
_SWAPPED = {"ĐQ": "QĐ", "QN": "NQ", "HK": "KH", "LK": "KL", "CB": "BC", "TC": "CT"}
"""Types of two letters in the wrong order; BT and DH are also short for bodies."""
_KINDS = tuple(dict.fromkeys((*TYPES.split("|"), "QD", "QÐ", "NÐ", *_SWAPPED)))
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_NUMBER = r"(?P<n>\d{1,5}|[\dOoIl]{2,5})"
_YEAR = rf"(?:(?P<y>(?:19|20)\d\d)(?P<b>{_MARKS}))?"
_END = r"(?![\w/\\–-])"
_WHOLE = lazy(
    rf"(?P<all>{_NUMBER}(?P<a>{_MARKS}){_YEAR}(?P<t>(?i:{_KIND}))(?P<c>{_MARKS})(?P<i>{PARTY}|{PARTY_LOWER}|{_STATE})){_END}"
)
_TURNED = lazy(rf"(?P<all>{_NUMBER}(?P<a>{_MARKS}){_YEAR}(?P<i>{PARTY}|CP|TTg)(?P<c>[-–/])(?P<t>{TYPES})){_END}")
"""The body before the type; behind UBND and HĐND stand the letters of departments."""
_OTHER = lazy(
    rf"(?P<all>{_NUMBER}(?P<a>[_.\\|–—]|[-–—/_.\\|]{{2,3}})(?P<t>{_KIND})(?P<c>/)(?P<i>[A-ZĐ]{{2,}}[A-ZĐ-]*)){_END}"
)
"""Of other bodies only the wrong mark before the type is sure."""
_LACKS_TYPE = lazy(rf"(?P<all>(?P<n>\d{{1,5}})\s?-?/?\s?(?P<i>{PARTY})){_END}")
_LACKS_BODY = lazy(rf"(?P<all>(?P<n>\d{{1,5}})(?P<s>[-/])(?P<t>{TYPES})(?P<c>[-/]))(?=\s+[a-zđ]|[,;)])")
_LAW = lazy(
    r"(?P<all>(?P<n>\d{1,5})(?P<a>[-–./_])(?P<y>(?:19|20)\d\d)(?P<c>[-–./_])(?P<i>(?:UBTV)?QH\d\d))(?![\w/\\–-])"
)
_AFTER_WORD = lazy(r"ố\s*:?\s*(?=[\dOoIl])")
"""The end of ``số`` before a number: one letter to look for is the fastest."""
_NAMED = lazy(
    rf"\b(?:{WORDS})(?:\s(?:hành động|liên tịch|phối hợp|toàn khóa|toàn khoá|chuyên đề|riêng))?\s*$", re.IGNORECASE
)
NAME_REACH = 40
"""So many characters before the number its type in words begins at the most."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A symbol as written, where it begins, and the form it should have."""

    start: int
    text: str
    right: str


def loosely_wrong(text: str) -> Iterator[Wrong]:
    """Wrong symbols behind the words that announce one."""
    for here in _AFTER_WORD.finditer(text):
        begin = here.start() - 1
        if text[begin : begin + 1] not in "sS" or not _NAMED.search(text, max(0, begin - NAME_REACH), begin):
            continue
        for pattern, right in _FORMS:
            m = pattern.match(text, here.end())
            if m is not None and (form := right(m)) != m["all"]:
                yield Wrong(m.start("all"), m["all"], form)
                break


def _digits(number: str) -> str:
    return re.sub("[Oo]", "0", re.sub("[Il]", "1", number))


def _right(m: re.Match[str]) -> str:
    """The Party's form for its bodies, the State's for its own."""
    number, kind, body = _digits(m["n"]), _kind(m["t"]), m["i"]
    if re.fullmatch(_STATE, body):
        return f"{number}/{m['y']}/{kind}-{body}" if m["y"] else f"{number}/{kind}-{body}"
    body = body if re.fullmatch(PARTY, body) else body.upper()
    return f"{number}-{kind}/{body}" if not m["y"] else str(m["all"])


def _kind(said: str) -> str:
    """The type as it is rightly written; a right one stays, in capitals too."""
    known = TYPES.split("|")
    flat = said.upper().replace("Ð", "Đ").replace("QD", "QĐ")
    flat = _SWAPPED.get(flat, flat)
    return said if said in known or said == flat else next((k for k in known if k.upper() == flat), flat)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_WHOLE, _right),
    (_TURNED, _right),
    (_OTHER, lambda m: f"{_digits(m['n'])}-{m['t']}/{m['i']}"),
    (_LACKS_TYPE, lambda m: f"{m['n']}-…/{m['i']}"),
    (_LACKS_BODY, lambda m: f"{m['n']}-{m['t']}/…" if m["s"] == "-" else f"{m['n']}/{m['t']}-…"),
    (_LAW, lambda m: f"{m['n']}/{m['y']}/{m['i']}"),
)
"""What is looked for, and the form it should have."""
