"""The inside of a Word paragraph: runs, fields, tracked changes, notes and comments, each character with its properties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from .docx_alternate import MC, chosen_content
from .docx_changes import changed_sign, changed_text
from .docx_content import Event, EventKind, RawParagraph
from .docx_diagrams import DGM, A, R, drawn, text_box
from .docx_drawings import A_BLIP, V_IMAGE, holds_text
from .docx_fields import (
    UNREAD,
    AutoNumbers,
    Field,
    control_choice,
    form_choice,
    goes_on,
    never_closed,
    shown_without_result,
)
from .docx_math import PARTS, M, steps
from .docx_notes import custom_mark
from .docx_pages import RowPages
from .docx_styles import PLAIN_RUN, Style, Styles, read_run
from .docx_unseen import Unseen
from .numbering import W
from .ooxml import corrupt
from .symbols import shown, symbol

V = "{urn:schemas-microsoft-com:vml}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
DEPTH = 120
_SKIPPED = frozenset({
    W + "pPr", W + "rPr", W + "sdtPr", W + "sdtEndPr", W + "proofErr", W + "bookmarkStart", W + "bookmarkEnd", W + "permStart",
    W + "permEnd", W + "fldData", W + "smartTagPr", W + "customXmlPr", W + "instrText", W + "delInstrText", W + "delText",
    W + "annotationRef", W + "footnoteRef", W + "endnoteRef", W + "separator", W + "continuationSeparator", W + "pgNum",
    M + "rPr", M + "ctrlPr", W + "rt",
})  # fmt: skip
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class InlineReader:
    """Reads the children of ``w:p`` into a RawParagraph; pages and open fields run on from paragraph to paragraph."""

    def __init__(self, styles: Styles, path: str, *, page_basis: str = "none") -> None:
        self.styles, self.path, self.page_basis = styles, path, page_basis
        self.page: int | None = None if page_basis == "none" else 1
        self.row: RowPages | None = None
        """The row of a table that is being read, where pages are told."""
        self.fields: list[Field] = []
        self.boxes: list[etree._Element] = []
        self.moved_to = False
        self.lost: set[tuple[str, str]] = set()
        """Codes and details of what was met and could not be read."""
        self.diagrams: Callable[[str], list[str]] = lambda _key: []
        """The words of a diagram by the id of its link."""
        self.unseen = Unseen(styles)
        self.coding = False
        """Whether the code of a field goes on in the paragraph behind the one read last."""
        self.toc_text = False
        """Whether the paragraph read last shows characters of a table of contents."""
        self._style: Style = styles.paragraph(None)
        self._target = RawParagraph("body")
        self._number: int | None = None
        self._coded = False
        """Whether the paragraph begins inside the code of a field: text that stands there is not shown."""
        self._node: etree._Element
        self._endless: frozenset[etree._Element] | None = None
        self._source, self._run = 0, PLAIN_RUN
        self._depth, self._raised = 0, False
        self._auto = AutoNumbers()
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            W + "r": self._read_run, W + "t": self._text, W + "fldChar": self._field_char, W + "instrText": self._instruction,
            W + "fldSimple": self._simple_field, W + "ins": self._inserted, W + "moveTo": self._inserted, W + "del": self._deleted,
            W + "moveFrom": self._deleted, W + "footnoteReference": self._note, W + "endnoteReference": self._note,
            W + "commentRangeStart": self._comment, W + "commentRangeEnd": self._comment, W + "commentReference": self._comment,
            W + "br": self._break, W + "cr": self._break, W + "lastRenderedPageBreak": self._rendered_break, W + "sym": lambda e: self._add(symbol(e.get(W + "char", ""), e.get(W + "font"))),
            W + "tab": lambda e: self._add("\t"), W + "ptab": lambda e: self._add("\t"),
            W + "noBreakHyphen": lambda e: self._add("-"), W + "softHyphen": lambda e: self._add("\u00ad"),
            MC + "AlternateContent": self._alternate, W + "txbxContent": lambda e: self.boxes.append(e), M + "t": self._text,
            M + "r": self._math_run, M + "sup": self._exponent, **dict.fromkeys(PARTS, self._formula),
            V + "textpath": lambda e: self.boxes.append(text_box([e.get("string", "")])), A + "txBody": lambda e: self.boxes.append(drawn(e)), DGM + "relIds": self._smart_art,
            A_BLIP: self._picture, V_IMAGE: self._picture, W + "sdt": self._control, OLE_OBJECT: self._object, CHART: lambda e: self.lost.add(("diagram_not_read", "chart")),
        }  # fmt: skip

    def read(self, node: etree._Element, target: RawParagraph, style: Style, number: int | None) -> None:
        """Append the visible content of one ``w:p`` to ``target``; ReadError ``corrupt`` for absurd nesting."""
        self._target, self._style, self._number, self._source = target, style, number, 0
        self.toc_text, self._node, self._endless, self._coded = False, node, None, self.coding
        self.unseen.enter(node)
        self._run = self.styles.run(style, "", PLAIN_RUN)
        self._children(node)
        self.coding = goes_on(node, self.fields)
        while self.fields and not self.fields[-1].result and not self.coding:
            self.fields.pop()

    def next_page(self, *, text: bool = False) -> None:
        """Count an explicit page break, when pages are told by those; ``text`` when its paragraph has shown some before."""
        if self.page_basis == "breaks":
            self._turn(text=text)

    @property
    def toc(self) -> Field | None:
        """The open field that is a table of contents."""
        return next((f for f in self.fields if f.toc), None)

    def _children(self, node: etree._Element) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise corrupt(self.path, "lồng quá sâu")
        handlers = self._handlers
        for child in node:
            tag = child.tag
            handler = handlers.get(tag)  # type: ignore[arg-type]
            if handler is not None:
                handler(child)
            elif tag not in _SKIPPED and len(child):
                self._children(child)
        self._depth -= 1

    def _add(self, text: str) -> None:
        if self.fields:
            closed = next((f for f in self.fields if not f.result), None)
            if closed is not None:
                closed.add(text)
                if self._coded:
                    self.unseen.hidden.note(text)
                return
        if not text or self.unseen.swallows(text, self._run):
            return
        if self._run.raised and text.isdecimal():
            text = text.translate(SUPERSCRIPT)
        for field in self.fields:
            field.filled = True
        if self.fields and not self.toc_text and self.toc is not None:
            self.toc_text = not text.isspace()
        self._target.add(text, self._run, self.page, self._number, self._source)
        self._source += len(text)

    def _read_run(self, node: etree._Element) -> None:
        direct, char_style = PLAIN_RUN, ""
        first = node[0] if len(node) else None
        if first is not None and first.tag == W + "rPr":
            direct = read_run(first, self.styles.themes)
            named = first.find(W + "rStyle")
            char_style = "" if named is None else named.get(W + "val", "")
        self._run = self.styles.run(self._style, char_style, direct)
        self._children(node)

    def _text(self, node: etree._Element) -> None:
        self._add(shown((node.text or "").replace("\n", " ").replace("\r", " "), self._run.font))

    def _math_run(self, node: etree._Element) -> None:
        run = read_run(node.find(W + "rPr"), self.styles.themes)
        self._run = self.styles.run(self._style, "", replace(run, raised=True) if self._raised else run)
        self._children(node)

    def _formula(self, node: etree._Element) -> None:
        """A part of a formula, with what its strokes and its place say between its own parts."""
        for at, step in enumerate(steps(node) or ()):
            if isinstance(step, str):
                self._run = self.styles.run(self._style, "", PLAIN_RUN)
                # a whole number and a fraction: two numbers
                self._add(" " if not at and node.tag == M + "f" and self._target.ends_with_figure else "")
                self._add(step)
            elif step.tag == M + "deg":
                self._exponent(step)
            else:
                self._children(step)

    def _exponent(self, node: etree._Element) -> None:
        before, self._raised = self._raised, True
        self._children(node)
        self._raised = before

    def _field_char(self, node: etree._Element) -> None:
        kind = node.get(W + "fldCharType")
        if kind == "begin" and len(self.fields) < DEPTH and not self._open_ended(node):
            self.fields.append(Field(form_choice(node)))
        elif self.fields and kind == "separate":
            self.fields[-1].result = True
        elif self.fields and kind == "end":
            self._end(self.fields.pop())

    def _open_ended(self, mark: etree._Element) -> bool:
        """Whether a field's code never ends, so that it is none."""
        if self._endless is None:
            self._endless = never_closed(self._node)
        return mark in self._endless

    def _end(self, field: Field) -> None:
        """A field that has no result shows what its instruction says."""
        if field.filled:
            return
        if field.kind in UNREAD and not self._run.hidden:
            self.lost.add(("field_not_read", field.kind))
        self._add(shown_without_result(field, self._auto, self._style.level))

    def _instruction(self, node: etree._Element) -> None:
        if self.fields and not self.fields[-1].result:
            self.fields[-1].add(node.text or "")

    def _simple_field(self, node: etree._Element) -> None:
        field = Field()
        field.instruction, field.result = node.get(W + "instr", ""), True
        self.fields.append(field)
        self._children(node)
        if field in self.fields:
            self.fields.remove(field)
            self._end(field)

    def _control(self, node: etree._Element) -> None:
        """A content control; one whose content is empty shows what was chosen from its list."""
        before = self._target.length
        for content in node.iterfind(W + "sdtContent"):
            self._children(content)
        if self._target.length == before and not self._run.hidden:
            self._add(control_choice(node))

    def _inserted(self, node: etree._Element) -> None:
        start = self._target.length
        self._children(node)
        moved = node.tag == W + "moveTo"
        self.moved_to = self.moved_to or moved
        if self._target.length > start:
            kind: EventKind = "moved" if moved else "inserted"
            self._target.happen(Event(kind, start, "", self._target.length, node.get(W + "author", "")))
        elif sign := changed_sign(node):
            self._target.happen(Event("inserted", start, sign, -1, node.get(W + "author", "")))

    def _deleted(self, node: etree._Element) -> None:
        kind: EventKind = "deleted" if node.tag == W + "del" else "moved"
        text = changed_text(node)
        if text:
            first = node.find(f".//{W}rPr")
            font = self.styles.run(self._style, "", read_run(first, self.styles.themes)).font
            self._target.happen(Event(kind, self._target.length, text, -1, node.get(W + "author", ""), font))

    def _note(self, node: etree._Element) -> None:
        if self._run.hidden or (self.fields and not all(f.result for f in self.fields)):
            return
        kind = "footnote" if node.tag == W + "footnoteReference" else "endnote"
        key = f"{kind}:{node.get(W + 'id', '')}"
        self._target.events.append(Event("note", self._target.length, key, author=custom_mark(node)))

    def _comment(self, node: etree._Element) -> None:
        key, at = node.get(W + "id", ""), self._target.length
        if node.tag != W + "commentRangeEnd":
            self._target.events.append(Event("comment_start", at, key))
        if node.tag != W + "commentRangeStart":
            self._target.events.append(Event("comment_end", at, key))

    def _break(self, node: etree._Element) -> None:
        if node.get(W + "type") in ("page", "column"):
            if node.get(W + "type") == "page" and not self._run.hidden:
                self.next_page(text=self._target.length > 0)
            if self._target.length:
                self._add("\n")
        else:
            self._add("\n")

    def _rendered_break(self, node: etree._Element) -> None:
        if self.page_basis == "layout":
            self._turn(text=self._target.length > 0)

    def _turn(self, *, text: bool) -> None:
        if self.page is not None:
            self.page = self.page + 1 if self.row is None else self.row.turned(self.page, text=text)

    def _smart_art(self, node: etree._Element) -> None:
        words = self.diagrams(node.get(R + "dm", ""))
        if words:
            self.boxes.append(text_box(words))
        else:
            self.lost.add(("diagram_not_read", ""))

    def _object(self, node: etree._Element) -> None:
        """An embedded file shows as a picture; a formula has no words that a section could miss."""
        kind = node.get("ProgID", "")
        if not kind.startswith("Equation"):
            self.lost.add(("embedded_part", kind))

    def _picture(self, node: etree._Element) -> None:
        if not self._run.hidden and holds_text(node):
            self._target.events.append(Event("picture", self._target.length))

    def _alternate(self, node: etree._Element) -> None:
        chosen = chosen_content(node)
        if chosen is not None:
            self._children(chosen)
