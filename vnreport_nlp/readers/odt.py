"""OpenDocument texts as LibreOffice shows them: lists numbered, tracked changes accepted, notes and comments in place."""

# Long because: one walk over a file whose steps share what they have seen; what is asked beside it has rooms of its own.

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from ..errors import ReadError
from ..expressions import compiled
from ..model import Document, Story, msg
from .build import Builder, too_large
from .docx_content import Event, RawParagraph
from .docx_emit import emit_all
from .docx_inline import SUPERSCRIPT
from .docx_layout import settle_layout
from .docx_notes import of_web_page
from .docx_styles import RunProps
from .numbering import integer
from .odt_changes import DC, XML_ID, tracked
from .odt_objects import Objects
from .odt_styles import DRAW, STYLE, TABLE, TEXT, ListLevel, OdtStyles, RunningList
from .odt_unseen import OdtUnseen
from .ooxml import Package, corrupt, encrypted
from .options import ReadOptions
from .symbols import shown

SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DEPTH = 200
_SPACE = compiled(r"[ \t\r\n]+")
_UNSEEN = frozenset({
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", OFFICE + "forms",
    TEXT + "table-of-content-source", TEXT + "hidden-paragraph", OFFICE + "event-listeners", TEXT + "ruby-text",
    TEXT + "alphabetical-index-source", TEXT + "illustration-index-source", TEXT + "table-index-source", TEXT + "script",
    OFFICE + "binary-data", SVG + "title", SVG + "desc",
})  # fmt: skip
_BOXES = tuple(DRAW + kind for kind in ("text-box", "custom-shape", "rect", "ellipse", "path", "polygon"))
_INDEXES = frozenset(
    TEXT + kind for kind in ("table-of-content", "alphabetical-index", "illustration-index", "table-index")
)


def read_odt(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft of an OpenDocument text; ReadError as for docx."""
    package = Package(data, path, options.limits)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise encrypted(path)
    content, common = package.xml("content.xml"), package.xml("styles.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise ReadError(
            "wrong_type",
            path,
            msg("Tệp nén này không phải văn bản OpenDocument (.odt)."),
            msg("Xin đơn vị gửi dự thảo ở dạng .docx, .doc, .odt, .rtf, .pdf, .html, .md hoặc .txt."),
        )
    builder = Builder(path, "odt", data, options.limits)
    reader = _Odt(builder, OdtStyles(common, content), body)
    reader.formulas = Objects(package).formula
    found = reader.read(body)
    if (unseen := reader.unseen.hidden.told()) is not None:
        builder.warn("unseen_text", unseen)
    found += reader.margins(common)
    emitter = emit_all(builder, sorted(found, key=lambda p: bool(p.note)))
    for key, edges in emitter.comments.items():
        text, author = reader.comments.get(key, ("", ""))
        if edges and not of_web_page(text):
            builder.comment(edges[0], edges[-1], text, author)
    builder.page_basis = "none" if reader.page is None else "layout"
    return builder.build()


@dataclass(frozen=True, slots=True)
class _Context:
    """What a block hands down."""

    story: Story = "body"
    cell: tuple[int, int, int] | None = None
    note: str = ""
    running: RunningList | None = None
    list_style: str = ""
    list_level: int = -1


class _Odt:
    """Walks the content and collects its paragraphs."""

    def __init__(self, builder: Builder, styles: OdtStyles, body: etree._Element) -> None:
        self.builder = builder
        self.comments: dict[str, tuple[str, str]] = {}
        self.page: int | None = 1 if body.get(TEXT + "use-soft-page-breaks") == "true" else None
        self.unseen = OdtUnseen(styles)
        self.formulas: Callable[[etree._Element], str] = lambda _node: ""
        """What an embedded object shows as a formula."""
        self._styles = styles
        self._changes = tracked(body)
        self._found: list[RawParagraph] = []
        self._numbers = {node: i for i, node in enumerate(body.iter(TEXT + "p", TEXT + "h"), 1)}
        self._lists: dict[str, RunningList] = {}
        self._last: dict[str, RunningList] = {}
        self._outline = RunningList()
        self._tables = 0
        self._depth = 0
        self._target = RawParagraph("body")
        self._source = 0
        self._number: int | None = None
        self._later: list[tuple[etree._Element, _Context]] = []
        self._handlers: dict[str, Callable[[etree._Element, RunProps, _Context], None]] = {
            TEXT + "s": lambda n, r, c: self._add(" " * min(integer(n.get(TEXT + "c"), 1) or 1, 1000), r),
            TEXT + "tab": lambda n, r, c: self._add("\t", r), TEXT + "line-break": lambda n, r, c: self._add("\n", r),
            TEXT + "note": self._note, OFFICE + "annotation": self._annotation, OFFICE + "annotation-end": self._annotation_end,
            TEXT + "hidden-text": self._hidden_text, TEXT + "change": self._change, TEXT + "change-start": self._change, TEXT + "change-end": self._change,
            DRAW + "object": lambda n, r, c: self._add(self.formulas(n), r),
            TEXT + "soft-page-break": lambda n, r, c: self._turn_page(), **dict.fromkeys(_BOXES, self._box),
        }  # fmt: skip

    def read(self, body: etree._Element) -> list[RawParagraph]:
        """All paragraphs of the body, notes included."""
        self._blocks(body, _Context())
        return self._found

    def margins(self, common: etree._Element | None) -> list[RawParagraph]:
        """Headers and footers of the master pages."""
        self._found = []
        self._numbers = {}
        for master in () if common is None else common.iter(STYLE + "master-page"):
            for kind in ("header", "footer"):
                for node in master.iterfind(STYLE + kind):
                    self._blocks(node, _Context(story="header" if kind == "header" else "footer"))
        return sorted(self._found, key=lambda p: p.story == "footer")

    def _blocks(self, node: etree._Element, context: _Context) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise corrupt(self.builder.path, "lồng quá sâu")
        for child in node:
            self._block(child, context)
        self._depth -= 1

    def _block(self, node: etree._Element, context: _Context) -> None:
        tag = node.tag
        if tag in (TEXT + "p", TEXT + "h"):
            self._paragraph(node, context)
        elif tag == TEXT + "list":
            self._list(node, context)
        elif tag == TEXT + "numbered-paragraph":
            self._numbered(node, context)
        elif tag == TABLE + "table":
            self._table(node, context)
        elif tag in _INDEXES:
            self._blocks(node, replace(context, story="toc"))
        elif tag in (TEXT + "change-start", TEXT + "change-end"):
            self._change(node, RunProps(), context)
        elif tag == TEXT + "soft-page-break":
            self._turn_page()
        elif tag == TEXT + "section" and self.unseen.section(node):
            return
        elif tag == DRAW + "text-box":
            self._blocks(node, replace(context, story="textbox" if context.story == "body" else context.story))
        elif tag not in _UNSEEN and len(node):
            self._blocks(node, context)

    def _list(self, node: etree._Element, context: _Context) -> None:
        style = node.get(TEXT + "style-name") or context.list_style
        running = context.running
        if running is None:
            continued = self._lists.get(node.get(TEXT + "continue-list", ""))
            if continued is None and node.get(TEXT + "continue-numbering") == "true":
                continued = self._last.get(style)
            running = continued or RunningList()
            self._last[style] = running
        if node.get(XML_ID):
            self._lists[node.get(XML_ID, "")] = running
        inner = replace(context, running=running, list_style=style, list_level=context.list_level + 1)
        self._depth += 1
        if self._depth > DEPTH:
            raise corrupt(self.builder.path, "lồng quá sâu")
        for item in node:
            first = item.tag == TEXT + "list-item"
            own = replace(inner, list_style=item.get(TEXT + "style-override", style))
            for child in item:
                if child.tag in (TEXT + "p", TEXT + "h"):
                    self._paragraph(child, own, item if first else None)
                    first = False
                elif child.tag != TEXT + "number":
                    self._block(child, inner)
        self._depth -= 1

    def _numbered(self, node: etree._Element, context: _Context) -> None:
        """A paragraph that is an item of a list without standing in one."""
        running = self._lists.setdefault(node.get(TEXT + "list-id", ""), RunningList())
        level = (integer(node.get(TEXT + "level"), 1) or 1) - 1
        inner = replace(context, running=running, list_style=node.get(TEXT + "style-name", ""), list_level=level)
        for child in node.iterchildren(TEXT + "p", TEXT + "h"):
            self._paragraph(child, inner, node)

    def _levels(self, context: _Context, style: str) -> dict[int, ListLevel]:
        name = context.list_style or self._styles.list_of(style)
        return self._styles.lists.get(name) or self._styles.lists.get(self._styles.list_of(style), {})

    def _paragraph(self, node: etree._Element, context: _Context, item: etree._Element | None = None) -> None:
        if len(self._found) > self.builder.limits.paragraphs:
            raise too_large(self.builder.path)
        if self.unseen.whole(node):
            return
        style = node.get(TEXT + "style-name", "")
        look = self._styles.look("paragraph", style)
        story: Story = "toc" if look.toc and context.story == "body" else context.story
        target = RawParagraph(story, context.cell, page=self.page if not context.note else None, note=context.note)
        target.centered = look.align == "center"
        if node.tag == TEXT + "h" and story != "toc":
            target.level = integer(node.get(TEXT + "outline-level"), 1)
        elif story != "toc":
            target.level = look.level
        if item is not None and context.running is not None:
            start = integer(item.get(TEXT + "start-value"))
            target.label = context.running.next(self._levels(context, style), context.list_level, start)
        elif node.tag == TEXT + "h" and context.running is None and node.get(TEXT + "is-list-header") != "true":
            target.label = self._outline.next(
                self._styles.outline, (target.level or 1) - 1, integer(node.get(TEXT + "start-value"))
            )
        target.label_run = look.run
        before = (self._target, self._number, self._source, self._later)
        self._target, self._number, self._source, self._later = target, self._numbers.get(node), 0, []
        self._found.append(target)
        self.unseen.enter(node, style)
        self._inline(node, look.run, context)
        self.unseen.leave()
        self._changes.end_paragraph(target)
        later = self._later
        self._target, self._number, self._source, self._later = before
        for box, where in later:
            self._blocks(box, where)

    def _inline(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise corrupt(self.builder.path, "lồng quá sâu")
        self._add(_folded(node.text, self._target), run)
        for child in node:
            tag = child.tag
            handler = self._handlers.get(tag)  # type: ignore[arg-type]
            if handler is not None:
                handler(child, run, context)
            elif tag == TEXT + "span":
                style = self._styles.look("text", child.get(TEXT + "style-name", ""))
                self._inline(child, style.run.over(run), context)
            elif tag not in _UNSEEN and isinstance(tag, str):
                self._inline(child, run, context)
            self._add(_folded(child.tail, self._target), run)
        self._depth -= 1

    def _add(self, text: str, run: RunProps) -> None:
        if text and not self._changes.takes(text) and not self.unseen.swallows(text, run):
            text = shown(text, run.font)
            if run.raised and text.isdecimal():
                text = text.translate(SUPERSCRIPT)
            page = None if self._target.note else self.page
            self._target.add(text, run, page, self._number, self._source)
            self._source += len(text)

    def _hidden_text(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        """A field that shows its text or not."""
        text = node.text or node.get(TEXT + "string-value", "")
        self._add(_folded(text, self._target), replace(run, hidden=node.get(TEXT + "is-hidden") == "true"))

    def _turn_page(self) -> None:
        if self.page is not None:
            self.page += 1

    def _note(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        end = node.get(TEXT + "note-class") == "endnote"
        key = f"{'endnote' if end else 'footnote'}:{len(self.builder.notes) + 1}"
        number = (node.findtext(TEXT + "note-citation") or "").strip()
        self.builder.note(key, number, "endnote" if end else "footnote")
        self._target.events.append(Event("note", self._target.length, key))
        body = node.find(TEXT + "note-body")
        if body is not None:
            self._blocks(body, _Context(story="endnote" if end else "footnote", note=key))

    def _annotation(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        key = node.get(OFFICE + "name") or f"comment{len(self.comments)}"
        texts = ["".join(str(t) for t in p.itertext()) for p in node.iter(TEXT + "p")]
        self.comments[key] = (" ".join(" ".join(texts).split()), node.findtext(DC + "creator") or "")
        self._target.events.append(Event("comment_start", self._target.length, key))

    def _annotation_end(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        self._target.events.append(Event("comment_end", self._target.length, node.get(OFFICE + "name", "")))

    def _change(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        self._changes.mark(node, self._target)

    def _box(self, node: etree._Element, run: RunProps, context: _Context) -> None:
        story: Story = "textbox" if context.story == "body" else context.story
        self._later.append((node, _Context(story=story, note=context.note)))

    def _table(self, node: etree._Element, context: _Context) -> None:
        rows = [r for r in node.iter(TABLE + "table-row") if _owner(r) is node]
        cells = [[c for c in r if c.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")] for r in rows]
        frame = len(cells) == 1 and len(cells[0]) == 1
        self._tables += not frame
        table, start = self._tables, len(self._found)
        story: Story = "table" if context.story in ("body", "table") and not frame else context.story
        for row, items in enumerate(cells, 1):
            column = 1
            for item in items:
                cell = context.cell if frame else (table, row, column)
                if item.tag == TABLE + "table-cell":
                    self._blocks(item, _Context(story=story, cell=cell, note=context.note))
                column += min(integer(item.get(TABLE + "number-columns-repeated"), 1) or 1, 1000)
        if story == "table" and not frame:
            settle_layout(self._found[start:], table, context.story, context.cell)


def _owner(row: etree._Element) -> etree._Element | None:
    parent = row.getparent()
    while parent is not None and parent.tag != TABLE + "table":
        parent = parent.getparent()
    return parent


def _folded(text: str | None, target: RawParagraph) -> str:
    """White space as ODF means it: runs of it are one space, none at the start of a paragraph."""
    if not text:
        return ""
    text = _SPACE.sub(" ", text)
    return text if target.length else text.lstrip(" ")
