"""Fields that keep no result in the file, as Word shows them: buttons, drop-down lists, check boxes, automatic numbers, signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml import etree

from ..expressions import compiled
from .docx_formats import format_number
from .numbering import W, integer, value_in
from .symbols import sign

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FARTHEST = 10
"""Paragraphs behind its first in which a field's code ends: one that does not was never closed, and what follows is text."""
LONGEST = 4000
"""Characters of an instruction that are kept: no field that is shown has more."""
TICKED, EMPTY = "☒", "☐"
BODY = 9
"""Index of the counter for paragraphs that are no heading, below those of the nine heading levels."""
_OUTLINE = (
    ("upperRoman", "%."), ("upperLetter", "%."), ("decimal", "%."), ("lowerLetter", "%)"), ("decimal", "(%)"),
    ("lowerLetter", "(%)"), ("lowerRoman", "(%)"), ("lowerLetter", "(%)"), ("lowerRoman", "(%)"), ("decimal", "%."),
)  # fmt: skip
"""Word's numbers of AUTONUMOUT by heading level, then those of other paragraphs."""
_FORMATS = {"ALPHABETIC": "upperLetter", "alphabetic": "lowerLetter", "ROMAN": "upperRoman", "roman": "lowerRoman"}
_FORMAT = compiled(r"\\\*\s*\"?(alphabetic|ALPHABETIC|roman|ROMAN)\b")
_SEPARATOR = compiled(r"\\s\s*(?:\"(.)[^\"]*\"|(\S))")
_BUTTON = compiled(r"\s*(?:MACRO|GOTO)BUTTON\s+\S+\s?(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = compiled(r"\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b", re.IGNORECASE)
_FONT = compiled(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
UNREAD = frozenset({"LISTNUM", "EQ"})
"""Fields whose display only Word works out."""


class Field:
    """One open field: its instruction until ``separate``, its result after; ``form`` is what a form field has chosen."""

    __slots__ = ("filled", "form", "instruction", "result")

    def __init__(self, form: str = "") -> None:
        self.instruction = ""
        self.form = form
        self.result = False
        self.filled = False

    @property
    def kind(self) -> str:
        """The field's name in capitals."""
        return self.instruction[:60].split(None, 1)[0].upper() if self.instruction[:60].strip() else ""

    @property
    def toc(self) -> bool:
        """Whether the result is a table of contents."""
        return self.result and self.kind == "TOC"

    def add(self, text: str) -> None:
        """More of the instruction."""
        if len(self.instruction) < LONGEST:
            self.instruction += text


@dataclass(slots=True)
class AutoNumbers:
    """The counters of AUTONUM, AUTONUMLGL and AUTONUMOUT: one for each heading level, the last for other paragraphs."""

    counts: list[int] = field(default_factory=lambda: [0] * (BODY + 1))

    def next(self, kind: str, instruction: str, level: int | None) -> str:
        """Count on and write the number as the field asks; a heading starts everything below it anew."""
        index = BODY if level is None else min(max(level, 1), BODY) - 1
        self.counts[index] += 1
        self.counts[index + 1 :] = [0] * (BODY - index)
        if kind == "AUTONUMOUT":
            style, pattern = _OUTLINE[index]
            return pattern.replace("%", format_number(self.counts[index], style))
        asked, parting = _FORMAT.search(instruction), _SEPARATOR.search(instruction)
        separator = (parting[1] or parting[2]) if parting else "."
        above = self.counts[:index] if kind == "AUTONUMLGL" else []
        numbers = [n for n in above if n] + [self.counts[index]]
        text = separator.join(format_number(n, _FORMATS[asked[1]] if asked else "decimal") for n in numbers)
        return text if re.search(r"\\e\b", instruction) else text + separator


def goes_on(paragraph: etree._Element, fields: Sequence[Field]) -> bool:
    """Whether the code of a field that is open where a paragraph ends comes to its end in the next ones, as a long one does."""
    results = [one.result for one in fields]
    if all(results):
        return False
    for node in islice(paragraph.itersiblings(W + "p"), FARTHEST):
        for mark in node.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if kind == "begin":
                results.append(False)
            elif kind == "separate":
                results[-1] = True
            elif kind == "end":
                results.pop()
            if all(results):
                return True
    return False


def never_closed(paragraph: etree._Element) -> frozenset[etree._Element]:
    """The marks that begin a field in a paragraph and have neither separator nor end there or soon behind: what follows is text."""
    endless = frozenset(mark for mark in paragraph.iter(W + "fldChar") if mark.get(W + "fldCharType") == "begin")
    coding: list[etree._Element | None] = []
    for node in chain((paragraph,), islice(paragraph.itersiblings(W + "p"), FARTHEST)):
        for mark in node.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if kind == "begin":
                coding.append(mark)
            elif kind == "separate" and coding:
                coding[-1] = None
            elif kind == "end" and coding:
                coding.pop()
        endless = endless.intersection(mark for mark in coding if mark is not None)
        if not endless:
            break
    return endless


def form_choice(node: etree._Element) -> str:
    """What the form field of a ``w:fldChar`` shows without a result: the chosen entry of a list, a box ticked or not."""
    form = node.find(W + "ffData")
    if form is None:
        return ""
    entries = form.find(W + "ddList")
    if entries is not None:
        names = [entry.get(W + "val", "") for entry in entries.iterfind(W + "listEntry")]
        chosen = integer(value_in(entries, "result"), integer(value_in(entries, "default"), 0)) or 0
        return names[chosen] if 0 <= chosen < len(names) else ""
    box = form.find(W + "checkBox")
    if box is None:
        return ""
    state = box.find(W + "checked")
    state = box.find(W + "default") if state is None else state
    on = state is not None and state.get(W + "val", "1") not in ("0", "false", "off")
    return TICKED if on else EMPTY


def control_choice(control: etree._Element) -> str:
    """What a content control without content has chosen from its list."""
    for kind in ("dropDownList", "comboBox"):
        entries = control.find(f"{W}sdtPr/{W}{kind}")
        value = None if entries is None else entries.get(W + "lastValue")
        if entries is not None and value:
            shown = {e.get(W + "value"): e.get(W + "displayText") for e in entries.iterfind(W + "listItem")}
            return shown.get(value) or value
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return ""
    state = box.find(W14 + "checked")
    return TICKED if state is not None and state.get(W14 + "val", "1") in ("1", "true", "on") else EMPTY


def shown_without_result(done: Field, numbers: AutoNumbers, level: int | None) -> str:
    """The characters that Word shows for a field that ended without a result."""
    kind = done.kind
    if kind in ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT"):
        return numbers.next(kind, done.instruction, level)
    if kind in ("FORMDROPDOWN", "FORMCHECKBOX"):
        return done.form
    button = _BUTTON.fullmatch(done.instruction)
    if button:
        return button[1].rstrip()
    symbol = _SYMBOL.match(done.instruction)
    return _sign(symbol[1], done.instruction) if symbol else ""


def _sign(code: str, instruction: str) -> str:
    number = int(code, 16) if code[:2].lower() == "0x" else int(code)
    font = _FONT.search(instruction)
    name = (font[1] or font[2]) if font else None
    if name and 0x20 <= number < 0x100:
        made = sign(0xF000 + number, name, "")
        if made:
            return made
    known = 0x20 <= number < 0x10000 and not 0xD800 <= number < 0xE000
    return chr(number) if known else ""
