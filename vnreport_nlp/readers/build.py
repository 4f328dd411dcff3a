"""Assembles a ``Document`` from paragraphs that readers hand over piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from ..errors import ReadError
from ..expressions import compiled
from ..model.document import Comment, Document, Footnote, PageBasis, Paragraph, ReadWarning, Revision, Span, Story
from ..model.findings import msg
from .limits import Limits
from .normal import Normal, Run, normalise
from .quality import letters_lost, quality, typed_marks, without_marks
from .repeated import repeated

GARBLED = ("garbled_text", "partly_garbled")
"""Warnings that name the pages whose letters are wrong."""

SIGNS = 200
"""More characters without a letter are a file of figures and signs."""
_LETTER = compiled(r"[^\W\d_]")
RevisionKind = Literal["inserted", "deleted", "moved"]
NoteKind = Literal["footnote", "endnote"]


@dataclass(eq=False)
class ParagraphDraft:
    """A paragraph in the making: ``add`` text in reading order, ``refer`` where a note mark stands."""

    story: Story = "body"
    level: int | None = None
    label_level: int | None = None
    cell: tuple[int, int, int] | None = None
    centered: bool | None = None
    list_item: bool = False
    runs: list[Run] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    length: int = 0

    def __len__(self) -> int:
        return self.length

    @property
    def text(self) -> str:
        """What was added so far, as it was given."""
        return "".join(run.text for run in self.runs)

    def add(
        self,
        text: str,
        *,
        source: int | Sequence[int] | None = None,
        line: int | None = None,
        page: int | None = None,
        paragraph: int | None = None,
        bold: bool = False,
        italic: bool = False,
        label: bool = False,
    ) -> None:
        """Append characters.

        ``source`` is the offset of the first one in the source, or one offset for each character (where decoding changed
        lengths), or None for what the file does not hold. ``label`` marks an automatic number.
        """
        if text:
            self.runs.append(Run(text, source, line, page, paragraph, bold, italic, label))
            self.length += len(text)

    def refer(self, key: str) -> None:
        """A mark of the note ``key`` stands here, after the text added so far (its own digits are not added)."""
        self.references.append((key, self.length))

    def here(self) -> Mark:
        """The present end of the paragraph, for comments and revisions."""
        return Mark(self, self.length)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a paragraph in the making: ``offset`` characters of its added text."""

    paragraph: ParagraphDraft
    offset: int


@dataclass(eq=False)
class NoteDraft:
    """A note in the making, of one or more paragraphs; ``key`` is what ``ParagraphDraft.refer`` names."""

    key: str
    number: str
    kind: NoteKind
    paragraphs: list[ParagraphDraft] = field(default_factory=list)

    def paragraph(self, *, level: int | None = None, list_item: bool = False) -> ParagraphDraft:
        """The next paragraph of the note."""
        draft = ParagraphDraft(self.kind, level=level, list_item=list_item)
        self.paragraphs.append(draft)
        return draft


@dataclass(eq=False)
class Builder:
    """Collects a draft's paragraphs, notes, comments and revisions; ``build`` makes the Document.

    Order of the text: body, tables, text boxes and tables of contents as added, then headers and footers, then notes.
    Paragraphs without visible characters are dropped, ends are stripped, control characters become spaces, the text
    becomes NFC, and every offset follows. ``data`` is the file, for its hash.
    """

    path: str
    format: str
    data: bytes
    limits: Limits = field(default_factory=Limits)
    paragraphs: list[ParagraphDraft] = field(default_factory=list)
    notes: dict[str, NoteDraft] = field(default_factory=dict)
    warnings: list[ReadWarning] = field(default_factory=list)
    comments: list[tuple[Mark, Mark, str, str]] = field(default_factory=list)
    revisions: list[tuple[RevisionKind, Mark, Mark, str, str]] = field(default_factory=list)
    encoding: str = ""
    page_basis: PageBasis = "none"
    ocr: bool = False
    shifts: tuple[tuple[int, int], ...] = ()
    pictures: list[Mark] = field(default_factory=list)

    def paragraph(
        self,
        *,
        story: Story = "body",
        level: int | None = None,
        label_level: int | None = None,
        cell: tuple[int, int, int] | None = None,
        centered: bool | None = None,
        list_item: bool = False,
    ) -> ParagraphDraft:
        """Open the next paragraph; ReadError ``too_large`` beyond the limit."""
        draft = ParagraphDraft(story, level, label_level, cell, centered, list_item)
        self.append(draft)
        return draft

    def append(self, draft: ParagraphDraft) -> None:
        """Add a paragraph that was made apart."""
        if len(self.paragraphs) >= self.limits.paragraphs:
            raise too_large(self.path)
        self.paragraphs.append(draft)

    def note(self, key: str, number: str, kind: NoteKind = "footnote") -> NoteDraft:
        """Open a note; a repeated key gives the note that is there."""
        if key not in self.notes and len(self.notes) >= self.limits.paragraphs:
            raise too_large(self.path)
        return self.notes.setdefault(key, NoteDraft(key, number, kind))

    def warn(self, code: str, detail: str = "") -> None:
        """Say once what could not be kept."""
        warning = ReadWarning(code, detail)
        if warning not in self.warnings:
            self.warnings.append(warning)

    def comment(self, start: Mark, end: Mark, text: str, author: str = "") -> None:
        """Record a comment over a range."""
        self.comments.append((start, end, text, author))

    def revision(self, kind: RevisionKind, start: Mark, end: Mark, text: str, author: str = "") -> None:
        """Record a tracked change at its place in the accepted text (start == end for a deletion)."""
        self.revisions.append((kind, start, end, text, author))

    def build(self) -> Document:
        """The finished Document; ReadError ``empty`` when nothing is left to read."""
        assembly = _Assembly()
        margins = ("header", "footer")
        if any(len(p) > self.limits.paragraph_chars for p in self.paragraphs):
            raise too_large(self.path)
        require_length(sum(map(len, self.paragraphs)), self.path, self.limits)
        for draft in [p for p in self.paragraphs if p.story not in margins]:
            assembly.add(draft)
        if not assembly.length or (assembly.length > SIGNS and not any(map(_LETTER.search, assembly.texts))):
            raise _wordless(self.path, signs=assembly.length > 0)
        for draft in [p for p in self.paragraphs if p.story in margins]:
            assembly.add(draft)
        footnotes = self._notes(assembly)
        text = "\n".join(assembly.texts)
        if typed_marks(text):
            self.warn("typed_marks")
        elif without_marks(text) and not any(w.code == "marks_lost" for w in self.warnings):
            self.warn("marks_lost")
        elif not (self.ocr or any(w.code in GARBLED for w in self.warnings)) and letters_lost(text):
            self.warn("letters_lost")
        if text.count("BÁO CÁO") > 1 and (code := repeated([p for p in assembly.texts if p])):
            self.warn(code)
        return Document(
            self.path, self.format, text, tuple(assembly.paragraphs), footnotes,
            tuple(Comment(assembly.at(s), assembly.at(e), t, a) for s, e, t, a in self.comments),
            tuple(Revision(k, assembly.at(s), assembly.at(e), t, a) for k, s, e, t, a in self.revisions),
            tuple(self.warnings), sha256(self.data).hexdigest(), self.encoding, self.page_basis, self.ocr,
            quality(text), self.shifts, tuple(sorted({assembly.at(mark) for mark in self.pictures})),
        )  # fmt: skip

    def _notes(self, assembly: _Assembly) -> tuple[Footnote, ...]:
        placed: list[tuple[NoteDraft, int, int]] = []
        for note in self.notes.values():
            kept = [p for p in note.paragraphs if p.text.strip()] or note.paragraphs[:1] or [ParagraphDraft(note.kind)]
            indexes = [assembly.add(p, always=True) for p in kept]
            placed.append((note, assembly.paragraphs[indexes[0]].start, assembly.paragraphs[indexes[-1]].end))
        first: dict[str, int] = {}
        for draft in [*self.paragraphs, *(p for note in self.notes.values() for p in note.paragraphs)]:
            for key, offset in draft.references:
                first.setdefault(key, assembly.reference(draft, offset))
                if key not in self.notes:
                    self.warn("note_without_text", key.partition("#")[0])
        return tuple(Footnote(n.number, first.get(n.key), start, end, n.kind) for n, start, end in placed)


class _Assembly:
    """The text so far, and where each draft paragraph came to lie."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.length = 0
        self.normals: dict[int, tuple[int, Normal]] = {}
        self.skipped: dict[int, int] = {}

    def add(self, draft: ParagraphDraft, *, always: bool = False) -> int:
        """Place a paragraph; returns its index (or that of the paragraph before, when it has no visible text)."""
        normal = normalise(draft.runs)
        if not normal.text and not always:
            self.skipped[id(draft)] = self.length
            return len(self.paragraphs) - 1
        start = self.length + 1 if self.paragraphs else 0
        self.normals[id(draft)] = (start, normal)
        self.texts.append(normal.text)
        self.length = start + len(normal.text)
        self.paragraphs.append(
            Paragraph(
                start, self.length, draft.story, normal.pieces(start), draft.level,
                start + normal.label_end if normal.label_end > 0 else -1,
                draft.label_level, _shift(normal.bold, start), _shift(normal.italic, start), draft.cell, draft.centered,
                draft.list_item,
            )
        )  # fmt: skip
        return len(self.paragraphs) - 1

    def at(self, mark: Mark) -> int:
        """Offset of a mark in the text."""
        known = self.normals.get(id(mark.paragraph))
        if known is None:
            return self.skipped.get(id(mark.paragraph), self.length)
        start, normal = known
        return start + normal.where(mark.offset)

    def reference(self, draft: ParagraphDraft, offset: int) -> int:
        """Offset of the character that a note mark follows."""
        known = self.normals.get(id(draft))
        if known is None:
            return max(0, self.skipped.get(id(draft), self.length) - 1)
        start, normal = known
        return start + max(0, min(normal.where(offset), len(normal.text)) - 1)


def _shift(spans: Sequence[tuple[int, int]], by: int) -> tuple[Span, ...]:
    return tuple(Span(start + by, end + by) for start, end in spans)


def _wordless(path: str, *, signs: bool) -> ReadError:
    """The error for a file without letters, whether or not it has figures and signs."""
    what = msg("Tệp chỉ có số và dấu, không có chữ nào.") if signs else msg("Tệp không có chữ nào.")
    return ReadError("empty", path, what, msg("Mở tệp kiểm tra lại, hoặc xin đơn vị gửi bản có nội dung."))


def too_large(path: str) -> ReadError:
    """The error for a file beyond the limits."""
    return ReadError(
        "too_large", path, msg("Tệp quá lớn hoặc có quá nhiều phần, không giống một báo cáo."),
        msg("Lưu lại tệp từ Word, bỏ hình ảnh và tệp nhúng; nếu vẫn quá lớn, tách nhỏ rồi chạy lại."),
    )  # fmt: skip


def require_length(chars: int, path: str, limits: Limits) -> None:
    """Raises ReadError ``too_large`` for a text longer than any report."""
    if chars > limits.text_chars:
        raise ReadError(
            "too_large", path, msg("Tệp có {n} ký tự, dài hơn mọi báo cáo.", n=chars),
            msg("Tách các phụ lục ra tệp riêng, hoặc chia tệp thành nhiều báo cáo, rồi chạy lại."),
        )  # fmt: skip
