"""HTML as a browser shows it: Word's and LibreOffice's pages above all, with their notes, lists and old fonts."""

# Long because: one walk over a file whose steps share what they have seen; what is asked beside it has rooms of its own.

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ..expressions import compiled
from ..model import Document, Story
from .build import Builder, too_large
from .docx_content import Event, RawParagraph
from .docx_emit import emit_all
from .docx_inline import SUPERSCRIPT
from .docx_layout import settle_layout
from .docx_styles import RunProps
from .html_bytes import cut_short, decode_page, parse_page
from .html_counters import ListCounters
from .html_css import Look, look_of
from .html_lists import ListNumbers, PageList, is_libreoffice
from .html_notes import PageNotes, page_notes
from .html_rules import StyleSheet
from .mathml import formula
from .numbering import Label, integer
from .ooxml import corrupt, unsafe
from .options import ReadOptions
from .symbols import shown
from .unseen import Hidden, is_prose
from .unseen_runs import settle_unseen

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN_TAGS = (
    "script style template noscript iframe object embed applet head title meta link select option textarea button input svg annotation "
    "annotation-xml canvas audio video map datalist noframes"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_REFERENCE = compiled(r"#(?:_(ftn|edn)(\d+)|sd(foot|end)note(\d+)sym)$")
_BACK = compiled(r"#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)$")
_NOTE = compiled(r"(?:(ftn|edn)(\d+)|sd(foot|end)note(\d+))")
_SPACE = compiled(r"[ \t\r\n\f]+")
MARKS = 32
"""So many times its text a page that Word wrote may be long with its marks."""
DEPTH = 1500
NESTED = 12
"""Tables in tables that are still looked at as layout: each looks at all paragraphs inside it."""


def read_html(data: bytes, path: str, options: ReadOptions) -> Document:
    """The visible text of a page; ReadError ``corrupt``, ``unsafe_xml``, ``too_large`` or ``empty``."""
    text, encoding = decode_page(data, path, options)
    if len(text) > options.limits.text_chars * MARKS:
        raise too_large(path)
    if re.search(r"<!ENTITY", text[:20000], re.IGNORECASE):
        raise unsafe(path, "ENTITY")
    root = parse_page(text, path)
    builder = Builder(path, "html", data, options.limits, encoding=encoding)
    page = _Page(builder, StyleSheet("\n".join(s.text or "" for s in root.iter("style"))))
    page.read(root)
    if (unseen := page.hidden.told()) is not None:
        builder.warn("unseen_text", unseen)
    emit_all(builder, page.found)
    builder.encoding = builder.encoding or encoding
    if encoding == "mojibake":
        builder.warn("mojibake", encoding)
    if cut_short(text):
        builder.warn("cut_short")
    return builder.build()


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    frame: bool = False
    start: int = 0
    depth: int = 1
    taken: dict[int, int] = field(default_factory=dict)
    """Columns still covered by a cell from above, with the rows left."""


@dataclass(slots=True)
class _State:
    """What an element hands down to its children."""

    look: Look
    story: Story = "body"
    cell: tuple[int, int, int] | None = None
    level: int | None = None
    note: str = ""
    lists: tuple[PageList, ...] = ()
    table: _Table | None = None


class _Page:
    """Walks the page without recursion and collects its paragraphs."""

    def __init__(self, builder: Builder, sheet: StyleSheet) -> None:
        self.builder = builder
        self.found: list[RawParagraph] = []
        self.hidden = Hidden()
        self._sheet = sheet
        self._current: RawParagraph | None = None
        self._label: Label | None = None
        self._tables = 0
        self._count = 0
        self._source = 0
        self._numbers = ListNumbers()
        self._notes = PageNotes()
        self._inserted: list[tuple[RawParagraph | None, int]] = []

    def read(self, root: etree._Element) -> None:
        """Collect all visible paragraphs below ``root``."""
        stack = [_State(Look())]
        self._numbers.office = is_libreoffice(root)
        self._numbers.counters = ListCounters("\n".join(s.text or "" for s in root.iter("style")))
        self._notes = page_notes(root, DEPTH)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, node in walker:
            if event == "end":
                state = stack.pop()
                self._close(node, state)
                self._text(node.tail or "", stack[-1])
                continue
            if len(stack) > DEPTH:
                raise corrupt(self.builder.path, "HTML: lồng quá sâu")
            opened = self._open(node, stack[-1])
            stack.append(opened or stack[-1])
            if opened is None:
                walker.skip_subtree()
            else:
                self._text(node.text or "", opened)
        self._flush()

    def _open(self, node: etree._Element, above: _State) -> _State | None:
        """The state inside an element; None when nothing inside is shown."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _UNSEEN or not tag:
            return None
        look = look_of(node, tag, above.look, self._sheet)
        if look.hidden:
            self._hide(node)
            return None
        state = _State(look, above.story, above.cell, above.level, above.note, above.lists, above.table)
        if tag in _BLOCKS:
            self._flush()
            return self._block(node, tag, state)
        if tag == "br":
            self._break(state)
        elif tag == "math" and (shown_formula := formula(node)) is not None:
            self._text(shown_formula, state)
            return None
        elif tag in ("del", "ins"):
            return self._change(node, tag, state)
        elif tag == "a" and self._anchor(node, state):
            return None
        return state

    def _hide(self, node: etree._Element) -> None:
        """Remember prose that is not shown; comments as Word lays them over a page are none."""
        text = _SPACE.sub(" ", "".join(str(t) for t in node.itertext()))
        if is_prose(text) and "mso" not in node.get("class", "").lower() and "mso-element" not in node.get("style", ""):
            self.hidden.note(text)

    def _block(self, node: etree._Element, tag: str, state: _State) -> _State:
        name = node.get("id", "")
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            state.level = int(tag[1])
        elif tag in ("ol", "ul"):
            state.lists = self._numbers.open(node, state.lists)
        elif tag == "li":
            self._label = self._numbers.item(node, state.lists, state.look.list_style)
        elif tag in ("table", "tr", "td", "th"):
            self._table(node, tag, state)
        elif tag == "nav" or node.get("class", "").lower().startswith(("msotoc", "contents")):
            state.story = "toc"
        elif tag == "div" and node.get("title") in ("header", "footer"):
            state.story = "header" if node.get("title") == "header" else "footer"
        elif tag == "div" and (note := _NOTE.fullmatch(name)):
            state.note = self._note(note[1] or note[3], note[2] or note[4], "")
        if held := self._notes.held.get(node):
            state.note, self._label = self._note("ftn", *held), None
        return state

    def _note(self, kind: str, number: str, shown: str) -> str:
        end = kind in ("edn", "end")
        key = f"{'endnote' if end else 'footnote'}:{number}"
        self.builder.note(key, shown or number, "endnote" if end else "footnote")
        return key

    def _table(self, node: etree._Element, tag: str, state: _State) -> None:
        if tag == "table":
            rows = node.xpath("./tr|./tbody/tr|./thead/tr|./tfoot/tr")
            frame = isinstance(rows, list) and len(rows) == 1 and len(rows[0].xpath("./td|./th")) == 1
            self._tables += not frame
            depth = 1 if state.table is None else state.table.depth + 1
            state.table = _Table(self._tables, frame=frame, start=len(self.found), depth=depth)
        table = state.table
        if tag == "table" or table is None or table.frame:
            return
        if tag == "tr":
            table.row, table.column = table.row + 1, 0
            table.taken = {c: left - 1 for c, left in table.taken.items() if left > 1}
            return
        table.column += 1
        while table.column in table.taken:
            table.column += 1
        span = min(max(integer(node.get("colspan"), 1) or 1, 1), 1000)
        if (down := min(integer(node.get("rowspan"), 1) or 1, 10000)) > 1:
            table.taken.update({table.column + i: down for i in range(span)})
        state.cell, state.story = (table.number, table.row, table.column), "table"
        table.column += span - 1

    def _change(self, node: etree._Element, tag: str, state: _State) -> _State | None:
        author = node.get("cite", "")
        if tag == "ins":
            self._inserted.append((self._current, self._current.length if self._current else 0))
            return state
        text = _SPACE.sub(" ", "".join(str(t) for t in node.itertext())).strip()
        if text:
            target = self._paragraph(state)
            target.events.append(Event("deleted", target.length, text, -1, author))
        return None

    def _anchor(self, node: etree._Element, state: _State) -> bool:
        """A note's mark at its place or before its text; True when its own characters are not text."""
        href = node.get("href", "")
        if node in self._notes.backs or (state.note and _BACK.search(href)):
            return True
        if marked := self._notes.references.get(node):
            self._refer(self._note("ftn", *marked), state)
            return True
        match = _REFERENCE.search(href)
        shown = _SPACE.sub("", "".join(str(t) for t in node.itertext())).strip("[]()")
        if match is None or state.note:  # a raised number that leads down the page is a note's mark, not text
            return href.startswith("#") and state.look.raised and shown.isdecimal()
        self._refer(self._note(match[1] or match[3], match[2] or match[4], shown), state)
        return True

    def _refer(self, key: str, state: _State) -> None:
        target = self._paragraph(state)
        target.events.append(Event("note", target.length, key))

    def _close(self, node: etree._Element, state: _State) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _BLOCKS:
            self._flush()
            if tag == "li":
                self._label = None
            elif tag == "table":
                self._settle(state)
        elif (above := node.getparent()) is not None and above.tag == "mfrac" and above[0] is node:
            self._add("/", state)  # without its stroke a fraction would read as one number
        elif tag == "ins" and self._inserted and not state.look.hidden:
            paragraph, start = self._inserted.pop()
            target = self._current
            if target is not None:
                start = start if paragraph is target else 0
                if target.length > start:
                    target.events.append(Event("inserted", start, "", target.length, node.get("cite", "")))

    def _settle(self, state: _State) -> None:
        """A table just closed that only lays out the page is part of what stands around it."""
        table = state.table
        if table is not None and not table.frame and table.depth <= NESTED and state.story in ("body", "table"):
            settle_layout(self.found[table.start :], table.number, state.story, state.cell)

    def _paragraph(self, state: _State) -> RawParagraph:
        if self._current is None:
            self._count += 1
            self._source = 0
            self._current = RawParagraph(state.story, state.cell, note=state.note, level=state.level)
            self._current.centered = state.look.centered
            self._current.label, self._label = self._label, None
        return self._current

    def _flush(self) -> None:
        if self._current is not None:
            if len(self.found) >= self.builder.limits.paragraphs:
                raise too_large(self.builder.path)
            settle_unseen(self._current, self.hidden)
            self.found.append(self._current)
            self._current = None

    def _break(self, state: _State) -> None:
        current = self._current
        if current is None or not current.length:
            return
        if current.chunks[-1].text.endswith("\n"):
            self._flush()
        else:
            self._add("\n", state)

    def _text(self, text: str, state: _State) -> None:
        if not text:
            return
        if state.look.pre:
            for index, line in enumerate(text.split("\n")):
                if index:
                    self._flush()
                if line.strip():
                    self._add(line.rstrip("\r"), state)
            return
        text = _SPACE.sub(" ", text)
        current = self._current
        if current is None or not current.length or current.chunks[-1].text[-1:] in (" ", "\n"):
            text = text.lstrip(" ")
        if text:
            self._add(text, state)

    def _add(self, text: str, state: _State) -> None:
        look = state.look
        target = self._paragraph(state)
        if look.raised and text.strip().isdecimal():
            text = text.translate(SUPERSCRIPT)
        run = RunProps(look.bold, look.italic, look.caps, False, look.font, look.font, False, look.sight)
        target.add(shown(text, look.font), run, None, self._count, self._source, by_sight=True)
        self._source += len(text)
