"""The walk through the blocks of one story of a Word file: paragraphs, tables, frames, content controls, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ..model import ReadWarning, Story
from .docx_alternate import MC, chosen_content
from .docx_changes import mark_change, property_change
from .docx_content import RawParagraph
from .docx_contents import Contents
from .docx_diagrams import R
from .docx_drawings import stands_above
from .docx_inline import DEPTH, InlineReader
from .docx_joins import drop_cap, going_on, hidden_mark, keep_apart, level_of, tell, tell_deleted
from .docx_layout import outline_aside, settle_layout
from .docx_math import FORMULAS
from .docx_pages import RowPages
from .docx_styles import ParaProps, Style, Styles, mark_run, read_para, style_id
from .docx_tables import TRANSPARENT, cells_of, deleted_row, grid, inserted_by, is_grid, rows_of, span_of, swallowed
from .numbering import Counters, Label, Numbering, W
from .ooxml import corrupt, too_large

Cell = tuple[int, int, int] | None


@dataclass(slots=True)
class Parts:
    """What all stories of one document share."""

    path: str
    styles: Styles
    numbering: Numbering
    limit: int
    warnings: list[ReadWarning] = field(default_factory=list)
    embedded: Callable[[str], list[RawParagraph] | None] = lambda _key: None
    """The paragraphs of an embedded document by the id of its link, None when it cannot be read."""
    tables: int = 0
    paragraphs: int = 0

    def count(self) -> None:
        """One more paragraph; ReadError ``too_large`` beyond the limit."""
        self.paragraphs += 1
        if self.paragraphs > self.limit:
            raise too_large(self.path, f"{self.paragraphs} > {self.limit} đoạn")

    def warn(self, code: str, detail: str = "") -> None:
        """Say once what could not be kept."""
        if ReadWarning(code, detail) not in self.warnings:
            self.warnings.append(ReadWarning(code, detail))


class StoryReader:
    """Reads one story into ``found``; numbers run on through the story, text boxes count on their own."""

    def __init__(self, parts: Parts, inline: InlineReader, story: Story, *, note: str = "") -> None:
        self.parts = parts
        self.inline = inline
        self.story: Story = story
        self.note = note
        self.found: list[RawParagraph] = []
        self.sections: list[etree._Element] = []
        self.numbers: dict[etree._Element, int] = {}
        self._counters = Counters(parts.numbering)
        self._box_counters = Counters(parts.numbering)
        self._pending: RawParagraph | None = None
        self._contents = Contents()
        self._depth = self._boxed = 0
        self._number: int | None = None

    def read(self, node: etree._Element) -> list[RawParagraph]:
        """All displayed paragraphs below ``node``, in reading order."""
        self._blocks(node, self.story, None)
        self._flush()
        self._contents.finish()
        return self.found

    def _blocks(self, node: etree._Element, story: Story, cell: Cell) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise corrupt(self.parts.path, "lồng quá sâu")
        for child in node:
            tag = child.tag
            if tag == W + "p" or tag in FORMULAS:
                self._paragraph(child, story, cell)
            elif tag == W + "tbl":
                self._flush()
                self._table(child, story, cell)
            elif tag == W + "sdt":
                self._control(child, story, cell)
            elif tag in TRANSPARENT:
                self._blocks(child, story, cell)
            elif tag == MC + "AlternateContent":
                self._alternate(child, story, cell)
            elif tag == W + "altChunk":
                self._embedded(child, cell)
            elif tag == W + "sectPr":
                self.sections.append(child)
        self._depth -= 1

    def _alternate(self, node: etree._Element, story: Story, cell: Cell) -> None:
        chosen = chosen_content(node)
        if chosen is not None:
            self._blocks(chosen, story, cell)

    def _embedded(self, node: etree._Element, cell: Cell) -> None:
        """A whole document inside this one; what the part cannot give is told."""
        inside = self.parts.embedded(node.get(R + "id", "")) if self.story == "body" else None
        if inside is None:
            self.parts.warn("embedded_part")
            return
        self._flush()
        self.parts.paragraphs += len(inside)
        for paragraph in inside:
            paragraph.number = self._number or 1
            if paragraph.cell is not None:
                table, row, column = paragraph.cell
                paragraph.cell = (self.parts.tables + table, row, column)
            elif cell is not None and paragraph.story == "body":
                paragraph.story, paragraph.cell = "table", cell
        self.parts.tables = max([self.parts.tables, *(p.cell[0] for p in inside if p.cell is not None)])
        self.found += inside

    def _control(self, node: etree._Element, story: Story, cell: Cell) -> None:
        gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        toc = gallery is not None and gallery.get(W + "val") == "Table of Contents"
        content = node.find(W + "sdtContent")
        if content is not None:
            if toc:
                self._contents.enter()
            self._blocks(content, story, cell)
            if toc:
                self._contents.leave()

    def _flush(self) -> None:
        if self._pending is not None:
            self.found.append(self._pending)
            self._pending = None

    def _paragraph(self, node: etree._Element, story: Story, cell: Cell) -> None:
        parts, inline = self.parts, self.inline
        parts.count()
        properties = node.find(W + "pPr")
        style, direct = parts.styles.paragraph(style_id(properties)), read_para(properties)
        para = direct.over(style.para)
        if para.page_before:
            inline.next_page()
        if self._pending is not None and not going_on(self._pending, story, para, level_of(style, direct, para)):
            self._flush()
        fresh, number = self._pending is None, self.numbers.get(node)
        # what was made of a drawing's words stands in the paragraph that holds the drawing
        self._number = self._number if number is None else number
        target = self._pending or RawParagraph(
            story, cell, page=inline.page, note=self.note, section=len(self.sections), number=self._number
        )
        self._pending, before = None, target.length
        opened = inline.toc
        keep_apart(target)
        inline.read(node, target, style, number)
        if inline.row is not None and target.length:
            inline.row.text = True
        boxes, inline.boxes = inline.boxes, []
        above = [box for box in boxes if fresh and stands_above(box)]
        change, author = mark_change(properties)
        joined = change in ("deleted", "moved") or inline.coding
        if not target.run_on:
            self._finish(target, style, direct, para, properties, joined=joined)
        target.run_on = not joined and hidden_mark(target, properties, style, parts.styles)
        in_toc = self._contents.holds(target, inline, node, opened, styled=style.toc)
        if in_toc and target.story == "body" and not before:
            target.story = "toc"
        tell(target, *((change, author) if change else property_change(properties)))
        self._place(target, boxes, above, joined=joined or target.run_on or drop_cap(properties))
        if properties is not None and (section := properties.find(W + "sectPr")) is not None:
            self._section(section)

    def _place(
        self, target: RawParagraph, boxes: list[etree._Element], above: list[etree._Element], *, joined: bool
    ) -> None:
        """Put a paragraph, and its boxes ``above`` and below it, where they are read; one that is ``joined`` waits for the next."""
        if above:
            self._boxes(above, target.chunks[0].page if target.chunks else self.inline.page)
        if joined:
            self._pending = target
        else:
            self.found.append(target)
        if len(boxes) > len(above):
            self._flush()
            self._boxes([box for box in boxes if box not in above], self.inline.page)

    def _finish(
        self, target: RawParagraph, style: Style, direct: ParaProps, para: ParaProps, properties: etree._Element | None,
        *, joined: bool,
    ) -> None:  # fmt: skip
        """Give the paragraph what its mark decides: level, alignment, number."""
        target.level = level_of(style, direct, para)
        target.centered, target.framed = para.align == "center", para.framed and target.story == "body"
        run = mark_run(properties, style, self.parts.styles)
        if target.page is None or not target.chunks:
            target.page = self.inline.page
        if joined or (run.hidden and not target.chunks):
            return
        target.label, target.label_run = self._label(style, direct, target.story), run

    def _label(self, style: Style, direct: ParaProps, story: Story) -> Label | None:
        num = direct.num or style.para.num
        if num is None or num == "0":
            return None
        numbering = self.parts.numbering
        level = direct.ilvl
        for name, own in style.line:  # the nearest style that the list is linked to, or that names a level
            level = numbering.level_of_style(num, name) if level is None else level
            level = own if level is None else level
        level = style.para.ilvl or 0 if level is None else level
        counters = self._box_counters if story == "textbox" or self._boxed else self._counters
        return counters.next(num, level)

    def _section(self, section: etree._Element) -> None:
        self.sections.append(section)
        kind = section.find(W + "type")
        if kind is None or kind.get(W + "val") not in ("continuous", "nextColumn"):
            self.inline.next_page()

    def _boxes(self, boxes: list[etree._Element], shown: int | None) -> None:
        story: Story = "textbox" if self.story == "body" else self.story
        # a box stands on one page, whatever breaks are noted in it
        page, row, self.inline.row = self.inline.page, self.inline.row, None
        self.inline.page = shown
        self._boxed += self.story == "body"
        for box in boxes:
            self._blocks(box, story, None)
            self._flush()
        self._boxed -= self.story == "body"
        self.inline.page, self.inline.row = page, row

    def _table(self, node: etree._Element, story: Story, cell: Cell) -> None:
        rows = rows_of(node)
        frame = len(rows) == 1 and len(cells_of(rows[0])) == 1
        table = 0
        if not frame:
            self.parts.tables += 1
            table = self.parts.tables
        data = story in ("body", "table") or (story == "textbox" and is_grid(rows))
        inner: Story = "table" if data and not frame else story
        start, outer, pages = len(self.found), self.inline.row, None
        for number, row in enumerate(rows, 1):
            if deleted_row(row):
                tell_deleted(row, self.found, self.parts.styles)
                continue
            page, first = self.inline.page, len(self.found)
            pages = self.inline.row = None if page is None else RowPages.below(pages, page)
            self._cells(row, inner, cell, (table, number))
            if (author := inserted_by(row)) is not None and len(self.found) > first:
                tell(self.found[first], "inserted", author)
            if pages is not None:
                self.inline.page = pages.end
        self.inline.row = outer
        if inner != story or story == "table":
            if outline_aside(self.found[start:], table):
                self.parts.warn("outline_column")
            settle_layout(self.found[start:], table, story, cell)

    def _cells(self, row: etree._Element, story: Story, around: Cell, place: tuple[int, int]) -> None:
        """The cells of one row; those of a frame (table 0) stand in the cell ``around`` it."""
        table, number = place
        column = 1 + grid(row, "gridBefore")
        for item in cells_of(row):
            properties = item.find(W + "tcPr")
            if not swallowed(properties):
                self._blocks(item, story, (table, number, column) if table else around)
                self._flush()
            column += span_of(properties)
            pages, page = self.inline.row, self.inline.page
            if pages is not None and page is not None:
                self.inline.page = pages.close(page)
