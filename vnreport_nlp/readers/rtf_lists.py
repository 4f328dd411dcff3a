"""Lists and styles of an RTF file: the numbers of paragraphs that have none stored with them, and what styles say for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..expressions import compiled
from .numbering import LEVELS, MOST_TEXT, Abstract, Counters, Instance, Label, Level, Numbering
from .rtf_tokens import decoded, tokens

KINDS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 6: "cardinalText",
    7: "ordinalText", 22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
"""Kinds of numbers as ``\\levelnfcN`` counts them."""
MOST = 4_000_000
"""Bytes of a table that are read."""
FARTHEST = 30
"""Styles from which one may be made, one from another."""
_HEADING = compiled(r"\s*heading ([1-9])\s*;?\s*$", re.IGNORECASE)
_CONTENTS = compiled(r"\s*toc [1-9]\s*;?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """One group of a table: its words with the value said last, its own text, and the groups in it."""

    words: dict[str, int | None] = field(default_factory=dict)
    text: str = ""
    groups: list[Node] = field(default_factory=list)

    def add(self, text: str) -> None:
        """More of the group's text; no name and no number is longer than what is kept."""
        if len(self.text) < MOST_TEXT:
            self.text += text

    def below(self, word: str) -> list[Node]:
        """The groups that a word begins."""
        return [group for group in self.groups if word in group.words]

    def value(self, *words: str, default: int = 0) -> int:
        """The value of the first of these words that is said."""
        said = [value for word in words if (value := self.words.get(word)) is not None]
        return said[0] if said else default


@dataclass(frozen=True, slots=True)
class ParaStyle:
    """What a style says of its paragraphs, None where nothing."""

    num: str | None = None
    list_level: int | None = None
    level: int | None = None
    toc: bool = False
    """Whether it is one of those for the entries of a table of contents."""


class RtfLists:
    """The lists and paragraph styles of one file, and the numbers that run through it."""

    def __init__(self, data: bytes) -> None:
        numbering = Numbering(None)
        for one in table(data, b"{\\*\\listtable").below("list"):
            key = str(one.value("listid"))
            levels = {index: _level(level) for index, level in enumerate(one.below("listlevel")[:LEVELS])}
            numbering.abstracts[key] = Abstract(key, levels)
        for one in table(data, b"{\\*\\listoverridetable").below("listoverride"):
            numbering.instances[str(one.value("ls"))] = _instance(one)
        sheet = table(data, b"{\\stylesheet")
        self._styles = {one.value("s"): one for one in sheet.groups if not one.words.keys() & {"cs", "ds", "ts"}}
        self._known: dict[int, ParaStyle] = {}
        self._counters = Counters(numbering)

    def style(self, key: int) -> ParaStyle:
        """A style with what it has from those that it is made from."""
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def _resolved(self, key: int) -> ParaStyle:
        found, seen = ParaStyle(), 0
        while (one := self._styles.get(key)) is not None and seen < FARTHEST:
            outline, named = one.words.get("outlinelevel"), _HEADING.match(one.text)
            level = outline + 1 if outline is not None and outline < LEVELS else int(named[1]) if named else None
            num = one.words.get("ls")
            found = ParaStyle(
                str(num) if found.num is None and num is not None else found.num,
                one.words.get("ilvl") if found.list_level is None else found.list_level,
                level if found.level is None else found.level,
                found.toc or _CONTENTS.match(one.text) is not None,
            )
            key, seen = one.value("sbasedon", default=-1), seen + 1
        return found

    def next(self, num: str | None, level: int | None) -> Label | None:
        """Count a paragraph of a list and give its number."""
        return None if num is None or num == "0" else self._counters.next(num, level or 0)


def table(data: bytes, opening: bytes) -> Node:
    """The groups of a table, an empty one where the file has none."""
    start, top = data.find(opening), Node()
    stack, skip = [top], 0
    for token in tokens(data[start : start + MOST]) if start >= 0 else ():
        if token.kind == "{":
            stack.append(Node())
            stack[-2].groups.append(stack[-1])
            skip = 0
        elif token.kind == "}":
            stack.pop()
            if len(stack) < 2:
                break
        elif token.kind == "word":
            stack[-1].words[token.text] = token.value
            if token.text == "u":
                stack[-1].add(chr((token.value or 0) % 0x10000))
                skip = 1
        else:
            text = decoded(token.data, "cp1252")
            stack[-1].add(text[skip:])
            skip = max(0, skip - len(text))
    return top.groups[0] if top.groups else top


def _level(node: Node) -> Level:
    kind = KINDS.get(node.value("levelnfcn", "levelnfc"), "decimal")
    shown = next((one.text for one in node.below("leveltext")), "\0")
    # its first character counts those that follow; in these, the small ones stand for the numbers of levels
    text = "".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in shown[1 : 1 + ord(shown[0])])
    if kind == "bullet":
        text = text.replace("\xb7", "•").replace("\x95", "•")
    return Level(
        start=node.value("levelstartat", default=1),
        kind=kind,
        text=text[:MOST_TEXT],
        restart=0 if node.value("levelnorestart") else None,
        legal=bool(node.value("levellegal")),
        bare=node.value("levelfollow") == 2,
    )


def _instance(node: Node) -> Instance:
    made = Instance(str(node.value("listid")))
    for index, one in enumerate(node.below("lfolevel")[:LEVELS]):
        levels = one.below("listlevel")
        if levels:
            made.levels[index] = _level(levels[0])
        if "listoverridestartat" in one.words:
            made.starts[index] = (levels[0] if levels else one).value("levelstartat", default=1)
    return made
