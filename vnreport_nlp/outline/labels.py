"""Automatic numbers as markers: Word says where such a number ends, so it needs no separator and no capital after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..expressions import compiled
from .markers import LOWER, MAX_NUMBER, NUMBER_WORDS, ROMANS, Marker, parse_marker

_WORDED = compiled(r"(?P<words>[^\W\d_]{2,}(?:\s+[^\W\d_]{2,}){0,2})\s+(?P<rest>\S+)$")
_SPELLED = compiled(
    rf"(?P<words>(?:[^\W\d_]+\s+){{0,3}}?)(?P<tens>mười\s+)?(?P<number>{'|'.join(NUMBER_WORDS)})[-–—‐‑‒−.:,/)]*$",
    re.IGNORECASE,
)
"""Word's Vietnamese counting writes ``một``, whatever the list puts before it."""
_PARTS = compiled(r"\d+|[^\W\d_]+")
_SHAPE = compiled(r"[^\w\s]*\w+(?:[-–—‐‑‒−.:/)(\[\]\s]+\w+)*[^\w\s]*$")
_CAPTION = compiled(r"(?:bảng|biểu|hình|sơ đồ|đồ thị|biểu đồ|ảnh|phụ lục|table|figure)$", re.IGNORECASE)
_PART_WORDS = {"phần": "part", "chương": "part", "mục": "item"}


def parse_label(label: str) -> Marker | None:
    """The marker that an automatic number makes, with ``end`` at the number's end; None for captions and for signs."""
    label = label.rstrip()
    known = parse_marker(f"{label} X")
    if known is not None and known.end == len(label) + 1:
        return replace(known, end=len(label))
    if (spelled := _SPELLED.match(label)) is not None:
        return _spelled(spelled)
    worded = _WORDED.match(label)
    if worded is not None:
        return _worded(label, worded["words"], worded["rest"])
    return _chain(label) if _SHAPE.match(label) else None


def _spelled(m: re.Match[str]) -> Marker | None:
    """``một.``, ``Phần thứ bốn:``, ``Mục hai``: a number in words, of the style that the words before it name."""
    words = m["words"].strip().lower()
    if _CAPTION.search(words):
        return None
    value = NUMBER_WORDS[m["number"].lower()] + (10 if m["tens"] else 0)
    part = _PART_WORDS.get(words.removesuffix("thứ").strip())
    printed = m[0].rstrip(" -–—‐‑‒−.:,/)")
    style = part or f"worded {words}".strip()
    return Marker("part" if part else "arabic", style, (value,), printed, m.end(), str(value))


def _worded(label: str, words: str, rest: str) -> Marker | None:
    """``Mục I``, ``Nhóm 1:``: the word gives the style, so that other numbers beside it are no siblings."""
    last = _chain(rest) if _SHAPE.match(rest) else None
    if last is None or _CAPTION.search(words):
        return None
    word = words.lower()
    part = _PART_WORDS.get(word)
    printed = label.rstrip(" -–—‐‑‒−.:/)")
    if part is not None:
        return replace(
            last, kind="part", style=part, values=last.values[-1:], prefix=(), printed=printed, end=len(label)
        )
    return replace(last, style=f"{last.style} {word}", printed=printed, end=len(label))


def _chain(label: str) -> Marker | None:
    """``1``, ``II``, ``I-1.``, ``1a)``, ``[1]``: the last number counts, those before it repeat the headings above."""
    tokens = _PARTS.findall(label)
    if not tokens:
        return None
    if len(tokens) > 1 and all(t.isdecimal() for t in tokens):
        values = tuple(map(int, tokens))
        if len(values) > 9 or not all(0 < v <= MAX_NUMBER for v in values):
            return None
        return Marker("decimal", f"dec{len(values)}", values, label, len(label), tokens[-1], tuple(tokens[:-1]))
    return _token(tokens[-1], label, wrapped=label[:1] in "([")


def _token(token: str, label: str, *, wrapped: bool) -> Marker | None:
    """One number, Roman numeral or letter."""
    end = len(label)
    if token.isdecimal():
        value = int(token)
        if not 0 < value <= MAX_NUMBER:
            return None
        if wrapped:
            return Marker("paren", "paren", (value,), label, end, str(value))
        return Marker("arabic", "arabic)" if ")" in label else "arabic", (value,), label, end, str(value))
    if wrapped and len(token) == 1:
        return Marker("paren", "paren-letter", (LOWER.find(token.lower()) + 1 or 1,), label, end, token)
    if token in ROMANS:
        return Marker("roman", "roman", (ROMANS[token],), label, end, token)
    if token.upper() in ROMANS and len(token) > 1 and token.islower():
        return Marker("lower", "lower-roman", (ROMANS[token.upper()],), label, end, token)
    if len(token) != 1 or token.lower() not in LOWER:
        return None
    value = LOWER.index(token.lower()) + 1
    if token.isupper():
        return Marker("upper", "upper", (value,), label, end, token)
    return Marker("lower", "lower", (value,), label, end, token)


def settle_romans(markers: Sequence[Marker | None]) -> list[Marker | None]:
    """``i.`` before ``ii.`` and ``v.`` after ``iv.`` are numerals, not letters."""
    found = list(markers)
    alike = [k for k, m in enumerate(found) if m is not None and m.style in ("lower", "lower-roman")]
    for at, k in enumerate(alike):
        marker = found[k]
        if marker is None or marker.style != "lower" or marker.step not in ("i", "v", "x"):
            continue
        value = ROMANS[marker.step.upper()]
        before = found[alike[at - 1]] if at else None
        after = found[alike[at + 1]] if at + 1 < len(alike) else None
        if any(m and m.style == "lower-roman" and m.value == v for m, v in ((before, value - 1), (after, value + 1))):
            found[k] = replace(marker, style="lower-roman", values=(value,))
    return found
