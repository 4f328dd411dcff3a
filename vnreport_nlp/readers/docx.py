"""Word files as Word displays them: our own reader, because no library keeps numbers, tracked changes and positions together."""

from __future__ import annotations

from lxml import etree

from ..errors import ReadError
from ..model import Document, PageBasis, Story, msg
from .build import Builder
from .docx_backdrops import backdrops
from .docx_behind import page_colour
from .docx_bound import Bound
from .docx_content import RawParagraph, settle_moves
from .docx_covered import covered
from .docx_crypto import OLE, decrypt
from .docx_diagrams import diagram_lines
from .docx_drawings import A_BLIP, V_IMAGE, in_place_of_text
from .docx_embedded import Embedded
from .docx_emit import Emitter, emit_all
from .docx_inline import InlineReader
from .docx_notes import CommentText, comments_by_id, margins, note_numbers, note_styles, notes_by_id
from .docx_styles import Styles
from .docx_unseen import Unseen
from .docx_walk import Parts, StoryReader
from .numbering import Numbering, W
from .ooxml import Package, Relationship, as_utf8, corrupt, parse_xml, too_large
from .options import ReadOptions

LITTLE_TEXT = 150
"""Characters for each picture below which pictures, not words, carry the draft."""
_FETCHED = frozenset({"attachedTemplate", "image", "oleObject", "subDocument", "frame", "aFChunk", "video", "audio"})


def read_docx(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft as Word displays it with all changes accepted; ReadError for a damaged, locked, unsafe or huge file."""
    if data.startswith(OLE):
        data = decrypt(data, path, options.password)
    return _WordFile(data, path, options).document()


class _WordFile:
    """One opened package and the parts that the reading needs."""

    def __init__(self, data: bytes, path: str, options: ReadOptions) -> None:
        self.path = path
        self.package = Package(data, path, options.limits)
        self.main = self._main_part()
        raw = as_utf8(self.package.read(self.main), path, self.main)
        self.limit = options.limits.paragraphs
        if sum(map(raw.count, (b":p>", b":p ", b":p/"))) > 2 * self.limit:
            raise too_large(path, f"> {self.limit} đoạn")
        self.links = self.package.relationships(self.main)
        self.root = self._document(raw)
        self.bound = Bound(self.package, self.links)
        if b"dataBinding" in raw:
            self.bound.fill(self.root)
        styles = Styles(self._part("styles", "styles.xml"), self._part("theme", "theme/theme1.xml"))
        self.lang = "vi-VN" if _quoted(raw, b"w:lang w:val=", b"vi", end=False) else styles.lang
        numbering = Numbering(self._part("numbering", "numbering.xml"), styles.numbering_style, lang=self.lang)
        self.parts = Parts(path, styles, numbering, self.limit)
        self.inside = Embedded(self.package, self.links, options)
        self.parts.embedded = self.inside.read
        self.settings = self._part("settings", "settings.xml")
        styles.page_colour = page_colour(self.root, self.settings)
        if b"behindDoc=" in raw or b"z-index:" in raw:
            styles.backdrops = backdrops(self.root, styles, self._opaque)
        self.unseen = Unseen(styles)
        self.unseen.places.covered = covered(self.root, self._opaque)
        self.page_basis: PageBasis = _page_basis(raw)
        self.builder = Builder(path, "docx", data, options.limits)
        self.diagrams: set[str] = set()

    def _main_part(self) -> str:
        links = self.package.relationships()
        main = next(
            (r.target for r in links.values() if r.kind == "officeDocument" and not r.external), "word/document.xml"
        )
        if main not in self.package:
            raise _not_word(self.path)
        return main

    def _document(self, raw: bytes) -> etree._Element:
        root = parse_xml(raw, self.path, self.main)
        if root.tag != W + "document":
            raise _not_word(self.path)
        return root

    def _part(self, kind: str, default: str) -> etree._Element | None:
        """A part by its link, by its usual place when the links do not name it."""
        link = next((r for r in self.links.values() if r.kind == kind and not r.external), None)
        if link is not None and link.target in self.package:
            return self.package.xml(link.target)
        return self.package.xml(self.main.rpartition("/")[0] + "/" + default)

    def document(self) -> Document:
        """Read all stories and build the Document."""
        body = self.root.find(W + "body")
        if body is None:
            raise corrupt(self.path, "không có w:body")
        inline = InlineReader(self.parts.styles, self.path, page_basis=self.page_basis)
        inline.unseen = self.unseen
        inline.diagrams = self._diagram
        story = StoryReader(self.parts, inline, "body")
        story.numbers = {node: index for index, node in enumerate(self.root.iter(W + "p"), 1)}
        found = story.read(body)
        settle_moves(found, moved_to=inline.moved_to)
        for code, detail in sorted(inline.lost):
            self.parts.warn(code, detail)
        self._open_notes(found, story.sections)
        found += self._margins(story.sections) + self._notes()
        if (unseen := self.unseen.hidden.told()) is not None:
            self.parts.warn("unseen_text", unseen)
        comments = comments_by_id(self._part("comments", "comments.xml"), self.parts.styles)
        more = [run for comment in comments.values() for line in comment.lines for run in line]
        self._comments(emit_all(self.builder, found, more=more), comments)
        for words in in_place_of_text(found):
            self.builder.warn("picture_for_text", words)
        self._warnings()
        self.builder.page_basis = self.page_basis
        self._images(sum(p.length for p in found))
        return self.builder.build()

    def _images(self, length: int) -> None:
        """Pages pasted as pictures are no text: say so instead of calling the draft empty or short."""
        images = sum(1 for _ in self.root.iter(A_BLIP, V_IMAGE))
        if images and not length:
            raise ReadError(
                "no_text_layer",
                self.path,
                msg("Tài liệu chỉ gồm ảnh chụp ({images} ảnh), không có chữ.", images=images),
                msg("Xin đơn vị gửi bản Word có chữ, hoặc xuất ra PDF để nhận dạng chữ."),
            )
        if images > 1 and length < LITTLE_TEXT * images:
            self.builder.warn("pages_as_images", str(images))
        if not length and any(w.code == "embedded_part" for w in self.builder.warnings):
            raise ReadError(
                "unsupported",
                self.path,
                msg("Nội dung nằm trong một tệp nhúng mà Word mới mở được."),
                msg("Mở tệp bằng Word, lưu lại ở dạng .docx rồi chạy lại."),
            )

        if not length:
            self._refuse_unshown()

    def _refuse_unshown(self) -> None:
        """A draft that looks full in Word and shows nothing here: say which of its marks does that."""
        if any((node.text or "").strip() for node in self.root.iter(W + "delText")):
            raise ReadError(
                "empty",
                self.path,
                msg("Mọi chữ trong tệp đều đã bị đánh dấu xóa (Track Changes)."),
                msg(
                    "Mở tệp bằng Word, vào Xem lại (Review), chấp nhận hoặc từ chối các sửa đổi, lưu lại rồi chạy lại."
                ),
            )
        if self.unseen.hidden.told() is not None or any((node.text or "").strip() for node in self.root.iter(W + "t")):
            raise ReadError(
                "empty",
                self.path,
                msg("Mọi chữ trong tệp đều bị ẩn: định dạng ẩn, hoặc cỡ chữ, màu chữ không nhìn thấy được."),
                msg(
                    "Mở tệp bằng Word, bấm Ctrl+A rồi Ctrl+D, bỏ chọn Ẩn (Hidden), chọn cỡ chữ 14 và màu tự động, lưu lại rồi chạy lại."
                ),
            )

    def _opaque(self, key: str) -> bool:
        """Whether a picture lets nothing through: a photograph, or a PNG without transparency."""
        link = self.links.get(key)
        if link is None or link.external or link.target not in self.package:
            return False
        data = self.package.read(link.target)
        plain = data.startswith(b"\x89PNG") and data[25:26] in (b"\0", b"\2") and b"tRNS" not in data[:4096]
        return plain or data.startswith(b"\xff\xd8")

    def _diagram(self, key: str) -> list[str]:
        """The words of a SmartArt drawing; nothing for one that was shown before or has no part."""
        link = self.links.get(key)
        if link is None or link.external or key in self.diagrams:
            return []
        self.diagrams.add(key)
        root = self.package.xml(link.target)
        return [] if root is None else diagram_lines(root)

    def _open_notes(self, found: list[RawParagraph], sections: list[etree._Element]) -> None:
        styles = {kind: note_styles(self.settings, sections, kind) for kind in ("footnote", "endnote")}
        numbers = note_numbers(found, styles, self.lang)
        for key, number in sorted(numbers.items(), key=lambda item: item[0].startswith("endnote")):
            self.builder.note(key, number, "footnote" if key.startswith("footnote") else "endnote")

    def _notes(self) -> list[RawParagraph]:
        nodes = notes_by_id(self._part("footnotes", "footnotes.xml"), "footnote")
        nodes |= notes_by_id(self._part("endnotes", "endnotes.xml"), "endnote")
        found: list[RawParagraph] = []
        for key, note in self.builder.notes.items():
            if key in nodes:
                found += self._story(note.kind, key).read(nodes[key])
            found += self.inside.notes.get(key, [])
        known = nodes.keys() | self.inside.notes.keys()
        missing = [note.number for key, note in self.builder.notes.items() if key not in known]
        if missing:
            self.builder.warn("note_without_text", ", ".join(missing[:10]))
        return found

    def _margins(self, sections: list[etree._Element]) -> list[RawParagraph]:
        found: list[RawParagraph] = []
        for kind, part in margins(self.package, sections, self.links, self.settings):
            node = self.package.xml(part)
            if node is not None:
                self.bound.fill(node)
                found += self._story("header" if kind == "header" else "footer").read(node)
        return found

    def _story(self, kind: Story, note: str = "") -> StoryReader:
        """A reader of a story apart from the body: without pages, counting its numbers on its own."""
        inline = InlineReader(self.parts.styles, self.path)
        if kind not in ("header", "footer"):
            inline.unseen = self.unseen
        return StoryReader(self.parts, inline, kind, note=note)

    def _comments(self, emitter: Emitter, comments: dict[str, CommentText]) -> None:
        for key, edges in emitter.comments.items():
            if key in comments and edges:
                comment = comments[key]
                self.builder.comment(edges[0], edges[-1], comment.shown(emitter.fonts), comment.author)

    def _warnings(self) -> None:
        if any(name.endswith("vbaproject.bin") for name in self.package.names):
            self.builder.warn("macros_ignored")
        for link in self._all_links():
            if link.external and link.kind in _FETCHED:
                self.builder.warn("external_not_fetched", link.kind)
        for warning in [*self.parts.warnings, *self.inside.warnings]:
            self.builder.warn(warning.code, warning.detail)

    def _all_links(self) -> list[Relationship]:
        settings = next((r.target for r in self.links.values() if r.kind == "settings" and not r.external), None)
        more = self.package.relationships(settings) if settings else {}
        return [*self.links.values(), *more.values()]


def _quoted(raw: bytes, name: bytes, value: bytes, *, end: bool = True) -> int:
    """How often an attribute has a value, or one that begins so, in either kind of quotation marks."""
    return sum(raw.count(name + quote + value + (quote if end else b"")) for quote in (b'"', b"'"))


def _page_basis(raw: bytes) -> PageBasis:
    if b"lastRenderedPageBreak" in raw:
        return "layout"
    if _quoted(raw, b"type=", b"page") or b"pageBreakBefore" in raw:
        return "breaks"
    return "none"


def _not_word(path: str) -> ReadError:
    return ReadError(
        "wrong_type",
        path,
        msg("Tệp nén này không phải tài liệu Word."),
        msg("Xin đơn vị gửi dự thảo ở dạng .docx, .doc, .odt, .rtf, .pdf, .html, .md hoặc .txt."),
    )
