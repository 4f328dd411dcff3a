"""One source line without its Markdown marks: what is left, where it stood, what was bold, where notes are referred to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..expressions import compiled

MAX_LINE = 100_000
"""A longer line is no line of a report: its marks stay."""
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = r"[*_]{0,3}<sup>[\s*_]*[\[(]?(?P<sup>\d{1,3})[\])]?[\s*_]*</sup>[*_]{0,3}"
_DEFINITION = compiled(
    rf"(?:{_NOTE}"
    r"|\[\^(?P<key>[\w.-]{1,12})\]\s*:|(?P<uni>[⁰¹²³⁴-⁹]{1,3})(?=\s|[^\W\d_]))[\s.:)]*",
    re.IGNORECASE,
)
_HEADING = compiled(r"(#{1,6})(?:\s+|(?=[*_IVXLC\d]))")
_TITLE = compiled(r"<h([1-6])\b[^<>]{0,200}>\s*", re.IGNORECASE)
"""A heading in the marks of a web page, as converters write it."""
_QUOTE = compiled(r"(?:>\s?)+")
_UNIT = compiled(r"(?<![^\W\d_])(?:[kcdm]?m|ha)$|\d$")
_TOKEN = compiled(
    rf"""(?P<note>{_NOTE})
    |\[\^(?P<key>[\w.-]{{1,12}})\](?!\()
    |(?P<uni>[⁰¹²³⁴-⁹]{{1,3}})
    |(?P<comment><!--[^<]{{0,300}}-->)
    |<(?P<close>/?)(?P<tag>b|strong|i|em|u|br|h[1-6]|center|span|font|p|div|sup|sub|small|mark|a)
     (?:\s{{1,9}}[a-z][\w:-]{{0,30}}\s?=[^<>]{{0,200}}|\s?/?)>
    |\\(?P<escape>[!-/:-@\[-`{{-~])
    |(?P<literal>\(\*{{1,3}}\)|["“”'‘’]\*{{1,3}}["“”'‘’])
    |(?P<stars>\*{{1,3}}(?!\*))
    |(?<![^\W_])(?P<open>_{{1,3}})(?=[^\s_])|(?<=[^\s_])(?P<shut>_{{1,3}})(?![^\W_])
    |!?\[(?P<link>[^\[\]]{{0,300}})\]\([^()\s./\#]{{0,200}}[./\#][^()\s]{{0,500}}\)
    |(?P<entity>&(?:[a-z]{{2,8}}|\#\d{{1,6}}|\#x[\da-f]{{1,5}});)""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = compiled(r"[*_<\\\[&⁰¹²³⁴-⁹]")
"""What a mark begins with: most lines have none, and the expression of all marks need not try every character."""

_WITHIN = compiled(r"[.:;,]{1,2}\*")
"""A converter's bold full stop or colon inside a phrase: ``Kết quả**:** tốt``."""


@dataclass(slots=True)
class Bit:
    """Characters of a line that stand together in the source; ``source`` None: the reader made them."""

    text: str
    source: int | None
    bold: bool
    italic: bool


@dataclass(slots=True)
class Line:
    """One line without marks; ``references`` are (number, characters before it).

    ``end`` is where its line break stands, ``width`` its length in the source, ``first`` its first word's.
    """

    number: int
    page: int | None
    end: int
    bits: list[Bit] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    level: int | None = None
    note: str | None = None
    indent: int = 0
    width: int = 0
    first: int = 0
    cell: tuple[int, int, int] | None = None
    marked: bool = False

    @property
    def text(self) -> str:
        """What is left of the line."""
        return "".join(bit.text for bit in self.bits)

    @property
    def bold(self) -> bool:
        """Whether all visible characters are bold."""
        return bool(self.bits) and all(bit.bold for bit in self.bits if bit.text.strip())

    @property
    def italic(self) -> bool:
        """Whether all visible characters are italic."""
        return bool(self.bits) and all(bit.italic for bit in self.bits if bit.text.strip())


def scan(raw: str, start: int, number: int, page: int | None, defined: frozenset[str]) -> Line:
    """Clean the line ``raw`` that begins at ``start``; ``defined`` are the numbers of notes that have a text."""
    line = Line(
        number,
        page,
        start + len(raw),
        indent=len(raw) - len(raw.lstrip()),
        width=len(raw.rstrip()),
        first=len(raw.split(maxsplit=1)[0]) if raw.strip() else 0,
    )
    begin, end = line.indent, len(raw.rstrip())
    if match := _QUOTE.match(raw, begin, end):
        begin = match.end()
    if match := _HEADING.match(raw, begin, end):
        line.level, begin = len(match[1]), match.end()
        end = (
            begin + len(raw[begin:end].rstrip("#").rstrip())
            if raw[begin:end].rstrip("#").endswith((" ", "\t"))
            else end
        )
    elif match := _TITLE.match(raw, begin, end):
        line.level, begin = int(match[1]), match.end()
    elif match := _DEFINITION.match(raw, begin, end):
        line.note, begin = definition_number(match), match.end()
    _Scanner(line, raw, start, defined).run(begin, end)
    line.marked = line.marked or line.level is not None or line.note is not None
    return line


def definition(raw: str) -> str | None:
    """Number of the note that a line defines."""
    match = _DEFINITION.match(raw.lstrip())
    return definition_number(match) if match else None


def definition_number(match: re.Match[str]) -> str:
    """Number of a note from a match."""
    groups = match.groupdict()
    return groups["sup"] or groups["key"] or (groups["uni"] or "").translate(_SUPER)


class _Scanner:
    """Walks over the marks of one line."""

    def __init__(self, line: Line, raw: str, start: int, defined: frozenset[str]) -> None:
        self._line, self._raw, self._start, self._defined = line, raw, start, defined
        self._bold = self._italic = 0
        self._length = 0
        self._pairs: dict[int, tuple[int, int, bool]] = {}

    def run(self, begin: int, end: int) -> None:
        marked = end - begin <= MAX_LINE and _SIGN.search(self._raw, begin, end)
        tokens = list(_TOKEN.finditer(self._raw, begin, end)) if marked else []
        self._pair([t for t in tokens if t["stars"] or t["open"] or t["shut"]])
        at = begin
        for token in tokens:
            if token.start() < at:
                continue
            self._add(at, token.start())
            at = token.end()
            self._token(token)
        self._add(at, end)

    def _add(self, begin: int, end: int) -> None:
        self._put(self._raw[begin:end], self._start + begin)

    def _put(self, text: str, source: int | None) -> None:
        if text:
            self._line.bits.append(Bit(text, source, self._bold > 0, self._italic > 0))
            self._length += len(text)

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        groups = token.groupdict()
        if groups["note"] or groups["key"] or groups["uni"]:
            self._note(token)
        elif groups["tag"]:
            self._tag(groups["tag"].lower(), closing=bool(groups["close"]))
        elif groups["escape"]:
            self._add(token.start("escape"), token.end("escape"))
        elif groups["stars"] or groups["open"] or groups["shut"]:
            self._emphasis(token)
        elif groups["link"] is not None:
            if not token[0].startswith("!"):
                self._add(token.start("link"), token.end("link"))
        elif groups["entity"]:
            from html import unescape  # with the names of all signs, which most texts never use

            self._put(unescape(token[0]), None)
        elif kind == "literal":
            self._add(token.start(), token.end())
        self._line.marked = self._line.marked or kind not in ("literal", "uni")

    def _note(self, token: re.Match[str]) -> None:
        number = token["sup"] or token["key"] or token["uni"].translate(_SUPER)
        before = "".join(bit.text for bit in self._line.bits[-2:])[-6:]
        unit = number in ("2", "3") and bool(_UNIT.search(before)) and not token["key"]
        if unit or (token["uni"] and number not in self._defined):
            group = "sup" if token["sup"] else "uni"
            self._add(token.start(group), token.end(group))
        else:
            self._line.references.append((number, self._length))

    def _tag(self, tag: str, *, closing: bool) -> None:
        step = -1 if closing else 1
        if tag in ("b", "strong"):
            self._bold = max(0, self._bold + step)
        elif tag in ("i", "em"):
            self._italic = max(0, self._italic + step)
        elif tag in ("br", "p", "div"):
            self._put(" ", None)

    def _pair(self, marks: list[re.Match[str]]) -> None:
        """Match opening with closing runs of stars, the nearest first; a lone star is a character."""
        opened: list[tuple[re.Match[str], int]] = []
        for mark in marks:
            size = len(mark[0])
            other = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0][0][0] == mark[0][0]), None)
            if _may_shut(self._raw, mark) and opened and other is not None:
                size = self._close(opened, mark, size)
            if size and _may_open(self._raw, mark):
                opened.append((mark, size))

    def _close(self, opened: list[tuple[re.Match[str], int]], mark: re.Match[str], size: int) -> int:
        """Close what ``mark`` can; returns the stars left over."""
        while size and opened and opened[-1][0][0][0] == mark[0][0]:
            opener, left = opened.pop()
            used = min(left, size)
            for place, sign in ((opener.start(), 1), (mark.start(), -1)):
                bold, italic, _ = self._pairs.get(place, (0, 0, True))
                self._pairs[place] = (bold + sign * (used >= 2), italic + sign * (used % 2), True)
            size -= used
            if left > used:
                opened.append((opener, left - used))
        return size

    def _emphasis(self, token: re.Match[str]) -> None:
        bold, italic, known = self._pairs.get(token.start(), (0, 0, False))
        if not known and not self._left_over(token):
            self._add(token.start(), token.end())
        self._bold += bold
        self._italic += italic

    def _left_over(self, token: re.Match[str]) -> bool:
        """Whether stars without a partner are the half of marks around several lines; behind a figure they refer to a note."""
        if len(token[0]) == 1 or token[0][0] == "_":
            return False
        noted = self._raw[token.start() - 1 : token.start()].isdigit() and self._raw[token.end() :].strip() != ""
        return not noted and (_may_open(self._raw, token) or _may_shut(self._raw, token))


def _may_open(raw: str, mark: re.Match[str]) -> bool:
    """Whether emphasis may begin here: stars before a word and behind none, for ``3*15`` and ``12*/QĐ`` are no emphasis."""
    before, after = raw[max(0, mark.start() - 1) : mark.start()], raw[mark.end() : mark.end() + 1]
    if mark["shut"] or not after.strip():
        return False
    if mark["open"] or not before.strip():
        return True
    if before.isalnum():  # only what a converter makes of a word or a label that is bold in part
        label = after in ".)" and not raw[: mark.start()].strip(" #>").count(" ")
        return len(mark[0]) > 1 and (
            (before.isalpha() and after.isalpha()) or label or _WITHIN.match(raw, mark.end()) is not None
        )
    return not (before in ")]%" and (after.isdigit() or after in "(["))


def _may_shut(raw: str, mark: re.Match[str]) -> bool:
    """Whether emphasis may end here: stars behind a word, before none that makes them a sign of multiplication."""
    before, after = raw[max(0, mark.start() - 1) : mark.start()], raw[mark.end() : mark.end() + 1]
    if mark["open"] or not before.strip():
        return False
    if mark["shut"] or not after.strip():
        return True
    if after.isdigit() or after in "([":
        return not (before.isalnum() or before in ")]%")
    return not (before.isdigit() and after.isalpha() and len(mark[0]) == 1)
