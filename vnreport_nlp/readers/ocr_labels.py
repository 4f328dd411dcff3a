"""Labels of sections that OCR misreads, put right by the order they stand in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..expressions import compiled

LONGEST_TITLE = 200
"""Characters of a heading; a longer paragraph that begins like one is prose."""
MOST_STROKES = 2
"""Strokes that recognition loses or makes up in one numeral."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_STROKES = str.maketrans({**dict.fromkeys("lLiJjT1|!][", "I"), "H": "II", "h": "II", "Y": "V", "y": "V", "v": "V"})
"""What a stroke, or two of them side by side, are read as."""
_HEAD = compiled(
    r"\s*([IVXLHTYJihjlvyìíỉĩịïîÌÍỈĨỊÏÎ1|!\[\]]{1,6}(?=\s?[.\-–:)/])|(?=/\s))(\s?[.\-–:)/]\s*)(?=[^\W\d_]{2})"
)
_BARE_HEAD = compiled(r"\s*([IiLl1])\s+(?=[^\W\d_]{2})")
"""The first of all without its full stop: ``L ĐẶC ĐIỂM``."""
_TENTH = compiled(r"\s*10\s?[.\-–:)/]")
_LETTER_HEAD = compiled(r"\s*([a-zđ0-9])\)\s")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label as it was read, at its place; ``value`` is that of a sound numeral, 0 for what is none."""

    index: int
    printed: str
    value: int
    capitals: bool
    stop: str = ""
    """The full stop that was lost behind it."""

    def may_be(self, value: int) -> bool:
        """Whether it is a numeral with strokes lost or made up."""
        if not 0 < value < len(_ROMAN):
            return False
        strokes, wanted = self.strokes, _ROMAN[value]
        return abs(len(strokes) - len(wanted)) <= MOST_STROKES and strokes.strip("I") == wanted.strip("I")

    @property
    def strokes(self) -> str:
        """The numeral that its strokes make as they were read."""
        return _bare(self.printed).translate(_STROKES)


def repair_labels(texts: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Labels that OCR misreads, by their order: {index: (printed, repaired)}.

    ``III-`` is read as ``II-`` or ``HI-``, ``I/`` as ``L/``, ``a)`` as ``q)``. A label is taken for the number its place asks for when
    strokes alone part the two and the label before it and the one after it bear that number out; other gaps are left for the reviewer.
    """
    repaired: dict[int, tuple[str, str]] = {}
    labels = _labels(texts)
    if labels and labels[0].stop and not (len(labels) > 1 and labels[1].strokes == _ROMAN[2]):
        labels = labels[1:]  # a speck in front of a line of capitals
    last = 0
    for at, label in enumerate(labels):
        following = labels[at + 1 : at + 4]
        number = label.value
        sound = number > last  # a gap may be one of the draft
        if (
            not sound
            and label.may_be(last + 1)
            and _borne_out(last + 1, following, sound=number > 0 and not label.capitals)
        ):
            number = last + 1
        if number and _ROMAN[number] != label.printed:
            repaired[label.index] = (label.printed, _ROMAN[number] + label.stop)
        last = number or last
    letters = [(i, m[1]) for i, t in enumerate(texts) if (m := _LETTER_HEAD.match(t))]
    for (index, letter), (_, after) in pairwise(letters):
        if letter in "q08" and after == "b":
            repaired[index] = (letter, "a")
    return repaired


def _borne_out(value: int, following: Sequence[_Label], *, sound: bool) -> bool:
    """Whether the labels behind it go on from ``value``; the last of three or more needs none, unless it is a ``sound`` numeral before small letters."""
    if not following:
        return value > 2 and not sound
    if 0 < following[0].value <= value:
        # a stroke was lost there, too: ``II`` behind the second one and in front of ``IV``
        return following[0].may_be(value + 1) and len(following) > 1 and following[1].value == value + 2
    if following[0].value:
        return following[0].value == value + 1
    if not following[0].may_be(value + 1):
        return False
    return value > 1 or (len(following) > 1 and _borne_out(value + 1, following[1:], sound=False))


def _labels(texts: Sequence[str]) -> list[_Label]:
    """What may be the number of a main part, in order."""
    found: list[_Label] = []
    counted = False
    for index, text in enumerate(texts):
        counted = counted or _TENTH.match(text) is not None
        match = _HEAD.match(text)
        if match is None:
            bare = None if found else _BARE_HEAD.match(text)
            if bare is not None and _in_capitals(text[bare.end() :]):
                found.append(_Label(index, bare[1], 0, True, "."))
            continue
        title, printed = text[match.end() :], match[1]
        capitals = _in_capitals(title)
        # small titles have numbers in figures: 1 is one of them, and 11 where 10 went before
        figures = printed.isdecimal() and (printed == "1" or counted)
        if not capitals and (figures or not printed or len(text) > LONGEST_TITLE or not title[:1].isupper()):
            continue
        # an accent is of no numeral: what it stands on is the stroke
        plain = _bare(printed).replace("i", "I") if not printed.isascii() else printed
        value = _ROMAN.index(plain) if plain and plain in _ROMAN else 0
        found.append(_Label(index, printed, value, capitals))
        counted = False
    return found


def _bare(text: str) -> str:
    """A label without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.7 * len(letters)
