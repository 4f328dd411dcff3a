"""PDF by PDFium's characters: text with pages, notes at the foot, bold; scanned pages by OCR."""

# Long because: one walk over a file whose steps share what they have seen; what is asked beside it has rooms of its own.

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium

from ..expressions import compiled
from ..model.document import Document, Story
from .build import Builder, ParagraphDraft, too_large
from .encodings import SURE, WRONG
from .joins import glue_for
from .legacy import LegacyEncoding, decode_offsets, is_legacy
from .ocr import recognise, tesseract
from .ocr_labels import repair_labels
from .options import ReadOptions
from .pdf_added import drop_remarks, refuse_portfolio, unread, with_added
from .pdf_chars import PageChars
from .pdf_floated import in_order, into_place
from .pdf_forms import check_forms
from .pdf_garbled import BETTER, SOUND, Kind, garbled_pages, garbled_titles, sense, unmapped
from .pdf_layout import Block, Layout, Page
from .pdf_legacy import decoded_run, runs
from .pdf_letters import TextLine, believe_names
from .pdf_line_numbers import drop_line_numbers
from .pdf_margins import drop_margins
from .pdf_notes import note_blocks, note_number, part_notes
from .pdf_open import broken, open_pdf
from .pdf_overlay import drop_overlays
from .pdf_rules import Rules, page_rules
from .pdf_scan import is_layer, is_scan, scan_error
from .pdf_sizes import fitted_size
from .pdf_spread import part_columns
from .pdf_streams import check_streams
from .pdf_tables import settle_tables, take_tables
from .pdf_unseen import shown_glyphs
from .pdf_upright import on_page, set_upright
from .pdf_woven import blanks_before_sign
from .quality import marked_score
from .unseen import Hidden

_UNIT = compiled(r"(?<![^\W\d_])(?:[kcdm]?m|ha)\s*$")


def read_pdf(data: bytes, path: str, options: ReadOptions) -> Document:
    """Read a PDF.

    Raises ReadError ``encrypted``, ``corrupt``, ``too_large``, ``no_text_layer`` and ``ocr_missing``.
    """
    check_streams(data, path, options.limits)
    check_forms(data, path)
    document = open_pdf(data, path, options)
    try:
        if len(document) > options.limits.pages:
            raise too_large(path)
        return _Reader(data, path, options).read(document)
    except pdfium.PdfiumError as error:
        raise broken(path) from error
    finally:
        document.close()


class _Reader:
    """One PDF on its way to a Document."""

    def __init__(self, data: bytes, path: str, options: ReadOptions) -> None:
        self._path, self._options = path, options
        self._builder = Builder(path, "pdf", data, options.limits, page_basis="pdf")
        self._legacy: LegacyEncoding | None = None
        self._confidence: list[float] = []
        self._scanned: list[int] = []
        self._missing: list[int] = []
        self._sideways: set[int] = set()  # pages that the recogniser has turned by a right angle
        self._remarks: dict[int, list[str]] = {}
        self._layers: list[int] = []  # pages whose letters a recogniser laid behind their picture
        self._hidden = Hidden()
        self._seen: Counter[str] = Counter()
        self._defined: Counter[str] = Counter()

    def read(self, document: pdfium.PdfDocument) -> Document:
        """Pages, then layout, then the Document."""
        for warning in unread(document):
            self._builder.warn(warning.code, warning.detail)
        pages = self._pages(document)
        refuse_portfolio(document, [line for page in pages for line in page.lines], self._path)
        if self._remarks:
            self._builder.warn("remark_over_text", ", ".join(map(str, self._remarks)))
            drop_remarks(pages, self._remarks.values())
        believe_names([line for page in pages for line in page.lines])
        self._detect_legacy(pages)
        self._decode(pages)
        self._read_garbled(document, pages)
        self._judge_pages(len(pages))
        size = fitted_size(pages)
        drop_line_numbers(pages)
        drop_margins(pages)
        stamps = [Block([line]) for line in drop_overlays(pages, size)]
        pages = part_columns(pages)
        part_notes(pages)
        into_place(pages)
        take_tables(pages)
        blocks = Layout(pages, size).paragraphs(pages)
        settle_tables(blocks)
        self._repair(blocks)
        notes = note_blocks(pages)
        self._defined = Counter(block.number or "" for block in notes)
        for block in blocks:
            story: Story = "body" if block.cell is None else "table"
            self._emit(block, self._builder.paragraph(story=story, cell=block.cell, centered=block.centered))
        for block in stamps:
            self._emit(block, self._builder.paragraph(story="header"))
        order: Counter[str] = Counter()
        for block in notes:
            number = block.number or ""
            order[number] += 1
            self._emit(block, self._builder.note(f"{number}#{order[number]}", number).paragraph())
        built = self._builder.build()
        return replace(built, quality=self._quality(built.quality)) if self._confidence else built

    def _quality(self, found: float) -> float:
        """The quality of a text that OCR has read in part."""
        return round(min(found, sum(self._confidence) / len(self._confidence)), 4)

    def _pages(self, document: pdfium.PdfDocument) -> list[Page]:
        pages: list[Page] = []
        total = 0
        for index in range(len(document)):
            page, text = set_upright(document, index)
            try:
                width, height = page.get_size()
                lines, scan = self._page_lines(page, text, index + 1)
                rules = Rules() if scan else page_rules(page)
                self._layers += [index + 1] if is_layer(page, text) else []
                if scan:
                    self._scanned.append(index + 1)
                    lines = self._recognised(page, index + 1)
                    self._missing += [] if lines else [index + 1]
                    width, height = self._upright(index + 1, width, height)
            finally:
                text.close()
                page.close()
            total += sum(len(line.glyphs) for line in lines)
            if total > self._options.limits.text_chars:
                raise too_large(self._path)
            pages.append(Page(index + 1, width, height, lines, rules=rules, recognised=scan))
        return pages

    def _read_garbled(self, document: pdfium.PdfDocument, pages: list[Page]) -> None:
        """Pages whose letters make no sense are read from their picture; where that fails they stay and are told."""
        told: dict[Kind, list[int]] = {"bare": [], "garbled": [], "partly": []}
        kinds = garbled_pages(pages, self._scanned, self._layers)
        for page in [page for page in pages if page.number in kinds]:
            kind = kinds[page.number]
            opened = document[page.number - 1]
            try:
                better = sense(page.lines) + BETTER if kind == "partly" else 0.0
                lines = self._recognised(opened, page.number, better=better)
            finally:
                opened.close()
            if lines:
                self._scanned.append(page.number)
                page.lines, page.rules, page.recognised = lines, Rules(), True
                page.width, page.height = self._upright(page.number, page.width, page.height)
            if not lines or (kind == "partly" and sense(lines) < SOUND):
                told[kind].append(page.number)
        if told["garbled"] and len(told["garbled"]) == len(pages):
            raise unmapped(self._path)
        read = {*self._scanned, *told["garbled"], *told["partly"]}
        told["garbled"] += garbled_titles(page for page in pages if page.number not in read)
        codes: dict[Kind, str] = {"garbled": "garbled_text", "partly": "partly_garbled", "bare": "marks_lost"}
        for kind, code in codes.items():
            if told[kind]:
                self._builder.warn(code, ", ".join(map(str, sorted(told[kind]))))
        told_of = {*self._scanned, *told["garbled"], *told["bare"]}
        if layers := [number for number in self._layers if number not in told_of]:
            self._builder.warn("recognised_layer", ", ".join(map(str, layers)))

    def _page_lines(self, page: Any, text: Any, number: int) -> tuple[list[TextLine], bool]:
        chars = PageChars(text, number, page.get_width())
        if len(chars) > self._options.limits.page_chars:
            raise too_large(self._path)
        lines = on_page(chars.lines(lambda runs: shown_glyphs(page, text, runs, self._hidden)), page)
        scan = is_scan(page, sum(1 for line in lines for g in line.glyphs if g.char.strip()))
        # the picture of a scanned page shows what was laid over it
        if not scan:
            lines, remarks = with_added(in_order(lines), page, number)
            self._remarks |= {number: remarks} if remarks else {}
        return lines, scan

    def _recognised(self, page: Any, number: int, *, better: float = 0.0) -> list[TextLine]:
        """Lines of a page's picture; none where they make less sense than ``better``."""
        if not self._options.ocr or len(self._scanned) > self._options.limits.ocr_pages:
            return []
        found = recognise(page, number, seconds=self._options.limits.ocr_page_seconds)
        if found is None or not found.lines or sense(found.lines) < better:
            return []
        sizes = sorted(line.size for line in found.lines if line.size)
        usual = sizes[len(sizes) // 2] if sizes else 12.0
        for line in found.lines:
            line.size = usual if not line.size or line.size > 0.86 * usual else line.size
        self._confidence.append(found.confidence)
        self._builder.ocr = True
        if found.turn % 180:
            self._sideways.add(number)
        return found.lines

    def _upright(self, number: int, width: float, height: float) -> tuple[float, float]:
        """Width and height of a page as the recogniser has turned it."""
        return (height, width) if number in self._sideways else (width, height)

    def _judge_pages(self, pages: int) -> None:
        """Say which pages could not be read, and where letters stand that nobody sees."""
        self._judge_scan(pages)
        if (unseen := self._hidden.told()) is not None:
            self._builder.warn("unseen_text", unseen)

    def _judge_scan(self, pages: int) -> None:
        """Say which pages could not be read; a scan through and through is an error."""
        missing = self._missing
        if self._builder.ocr and len(self._scanned) == pages:
            self._builder.page_basis = "ocr"
        if self._builder.ocr:
            self._builder.warn("ocr", ", ".join(map(str, sorted(self._scanned))))
        if not missing:
            return
        if len(missing) < pages:
            self._builder.warn("scanned_pages", ", ".join(map(str, missing)))
            return
        raise scan_error(self._path, missing_program=self._options.ocr and tesseract() is None)

    def _detect_legacy(self, pages: list[Page]) -> None:
        """A whole text in a dead encoding whose font name is lost (high threshold, then line by line)."""
        text = "\n".join(line.text for page in pages for line in page.lines)
        score, count = marked_score(text)
        if self._builder.ocr or count < 10 or score > WRONG:
            return
        kinds: tuple[LegacyEncoding, ...] = ("tcvn3", "vni")
        best, kind = max((marked_score(decode_offsets(text, kind)[0])[0], kind) for kind in kinds)
        if best >= SURE:
            self._legacy = kind
            self._builder.encoding = kind
            self._builder.warn("legacy_encoding", kind)

    def _decode(self, pages: list[Page]) -> None:
        """Dead encodings, by the font of the run or, where its name is lost, line by line."""
        for page in pages:
            for line in page.lines:
                kinds = {g.font.legacy for g in line.glyphs}
                if kinds == {None} and self._legacy is None:
                    continue
                whole = self._legacy if self._legacy is not None and is_legacy(line.text, self._legacy) else None
                line.put([g for run in runs(line.glyphs) for g in decoded_run(run, run[0].font.legacy or whole)])

    def _repair(self, blocks: list[Block]) -> None:
        """Labels that OCR misread, put right by their order; each is a warning."""
        if not self._builder.ocr:
            return
        for index, (printed, right) in repair_labels([block.text for block in blocks]).items():
            if blocks[index].lines[0].page not in self._scanned:
                continue
            glyphs = list(blocks[index].lines[0].glyphs)
            at = next(i for i, g in enumerate(glyphs) if g.char.strip())
            old = glyphs[at : at + len(printed)] or [glyphs[at]]
            glyphs[at : at + len(printed)] = [
                replace(old[min(i, len(old) - 1)], char=c, index=-1) for i, c in enumerate(right)
            ]
            blocks[index].lines[0].put(glyphs)
            self._builder.warn("ocr_label_repaired", f"{printed} → {right}")

    def _emit(self, block: Block, draft: ParagraphDraft) -> None:
        draft.add(block.label, page=block.lines[0].page, label=True)
        for position, line in enumerate(block.lines):
            if position:
                draft.add(glue_for(draft.text, line.text), page=line.page)
            skip = len(block.number) if block.number and position == 0 and note_number(line) else 0
            self._emit_line(line, draft, skip)

    def _emit_line(self, line: TextLine, draft: ParagraphDraft, skip: int) -> None:
        """Characters by font; raised digits become references, ``skip`` digits of a note's own number go."""
        glyphs = list(line.glyphs)
        while glyphs and (not glyphs[0].char.strip() or (skip and glyphs[0].char.isdigit())):
            skip -= glyphs[0].char.isdigit()
            glyphs.pop(0)
        at = 0
        if glyphs and line.plain:
            sources = [g.index for g in glyphs]
            self._add(draft, "".join([g.char for g in glyphs]), sources, line, glyphs[0])
            return
        while at < len(glyphs):
            first = glyphs[at]
            raised = line.raised(first) and first.char.isdigit() and not _UNIT.search(draft.text[-4:])
            end = at + 1
            while end < len(glyphs) and self._alike(line, first, glyphs[end], raised=raised):
                end += 1
            text, sources = "".join(g.char for g in glyphs[at:end]), [g.index for g in glyphs[at:end]]
            if raised:
                self._refer(draft, text.strip())
                end += blanks_before_sign(glyphs, end)
            else:
                after_mark = at and line.raised(glyphs[at - 1]) and draft.text[-1:].isalnum() and text[:1].isalnum()
                draft.add(" " if after_mark else "", page=line.page)
                self._add(draft, text, sources, line, first)
            at = end

    def _alike(self, line: TextLine, first: Any, other: Any, *, raised: bool) -> bool:
        if raised or (line.raised(other) and other.char.isdigit()):
            return raised and other.char.isdigit() and line.raised(other)
        return bool((first.font is other.font or first.font == other.font) and (first.index < 0) == (other.index < 0))

    def _add(self, draft: ParagraphDraft, text: str, sources: list[int], line: TextLine, first: Any) -> None:
        made = bool(sources) and sources[0] < 0
        draft.add(
            text, source=None if made else sources, page=line.page, bold=first.font.bold, italic=first.font.italic
        )

    def _refer(self, draft: ParagraphDraft, number: str) -> None:
        self._seen[number] += 1
        draft.refer(f"{number}#{min(self._seen[number], max(1, self._defined[number]))}")
