"""The form of a letter: page, heading, whom it is to, signature.

That of the Party under Hướng dẫn 36-HD/VPTW, or that of the State under Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from ..expressions import compiled
from ..model import Metadata
from .letterhead import SIZE, opened, size_of
from .tables import Speech
from .titles import inner_quotes

FONT = "Times New Roman"
NAME, SUBJECT = 15, 12
"""Of the Party's name; of the subject and the recipients."""
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
BLANK = "…………………"
COLUMNS, STATE_COLUMNS = (7.2, 9.3), (6.5, 10.0)
"""Widths of the two columns of heading and signature, in centimetres; the country's name is longer than the Party's."""
STATE_NAME, MOTTO, ISSUER, RECEIVERS = 12, 13, 12, 11
"""Font sizes of a State letter: country's name, motto, issuing bodies, list of recipients."""
COMMITTEES = {
    "huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy", "quận": "Quận ủy", "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường", "thị trấn": "Đảng ủy thị trấn", "đặc khu": "Đảng ủy đặc khu",
}  # fmt: skip
"""A unit's Party committee by its level."""
_LEVELS = "|".join(COMMITTEES)
_UNIT = compiled(rf"(?P<level>{_LEVELS})\s+(?P<name>\S.*)", re.IGNORECASE)
_PARTY = compiled(r"(?:ban chấp hành\s+)?đảng bộ\s+(?P<rest>\S.*)", re.IGNORECASE)
_COMMITTEE = compiled(
    r"(?:ban (?:chấp hành|thường vụ)\s+)?(?P<own>(?:huyện|thị|thành|quận|đảng) ủy\s+.*)", re.IGNORECASE
)
_SYMBOL_HYPHEN = compiled(r"(?<=[\dA-ZĐ])-(?=[A-ZĐ])")
_LONELY = compiled(r" (?=\d[\d/.]*$)|(?<=\bnăm) (?=\d{4})")
"""Before a year that would stand in a line by itself."""
_NUMBER = compiled(r"Số\b.*-\s*CV|Số\s*:?[\s\d.…_]*[/-]")


def addressee(metadata: Metadata, *, state: bool = False) -> str:
    """The body that a letter is to; empty when the draft does not say.

    A Party organisation's committee; of a unit whose body is not named its committee, or its People's Committee among
    organs of the ``state``.
    """
    body = unicodedata.normalize("NFC", " ".join((metadata.body or "").split())).replace("uỷ", "ủy")
    if m := _COMMITTEE.fullmatch(body):
        return m["own"][:1].upper() + m["own"][1:]
    if m := _PARTY.fullmatch(body):
        return _committee(m["rest"]) or f"Đảng ủy {m['rest']}"
    return body or _committee(unicodedata.normalize("NFC", metadata.unit or ""), state=state)


def _committee(unit: str, *, state: bool = False) -> str:
    m = _UNIT.fullmatch(unit.strip())
    if m is None:
        return ""
    return (
        f"Ủy ban nhân dân {m['level'].lower()} {m['name']}"
        if state
        else f"{COMMITTEES[m['level'].lower()]} {m['name']}"
    )


def _whole_symbols(run: Any, text: str) -> None:
    """Write a text whose document symbols (``09-NQ/HU``) no line tears at the hyphen; it still reads and searches as a hyphen."""
    first, *rest = _SYMBOL_HYPHEN.split(text)
    run.add_text(first)
    for part in rest:
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)


class Form:
    """One letter on the board's letterhead, or on a plain page with a heading to fill in."""

    def __init__(self, t: Speech, letterhead: Path | None, *, state: bool = False) -> None:
        self.t, self.state = t, state
        self.document: Any = opened(letterhead)
        self.number: Any = None
        self.size = SIZE if letterhead is None else size_of(self.document)
        if letterhead is None:
            self._page()
            self._state_heading() if state else self._heading()
        else:
            self.number = next(
                (p for table in self.document.tables for row in table.rows for c in row.cells for p in c.paragraphs if _NUMBER.match(p.text.strip())),
                None,
            )  # fmt: skip

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(SIZE)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(6)
        self._speak()
        self._number(section)

    def _speak(self) -> None:
        """Say what language the text is in: else Word underlines every word of it."""
        for language in self.document.styles.element.iter(qn("w:lang")):
            for name in ("w:val", "w:eastAsia"):
                language.set(qn(name), LANGUAGES[self.t.lang])

    def _number(self, section: Any) -> None:
        """Pages are numbered at the top from the second on."""
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)

    def _heading(self) -> None:
        t = self.t
        left, right = self._columns()
        self.line(left, t("CƠ QUAN CẤP TRÊN"))
        self.line(left, t("CƠ QUAN BAN HÀNH"), bold=True)
        self.line(left, "*")
        self.number = self.line(left, t("Số      -CV/…"))
        name = self.line(right, t("ĐẢNG CỘNG SẢN VIỆT NAM"), bold=True, size=NAME)
        self._ruled(name, 0.7)
        self.line(right, "")
        self.line(right, t("…, ngày … tháng … năm …"), italic=True)

    def _state_heading(self) -> None:
        t = self.t
        left, right = self._columns()
        self.line(left, t("CƠ QUAN CHỦ QUẢN"), size=ISSUER)
        self._ruled(self.line(left, t("CƠ QUAN BAN HÀNH"), bold=True, size=ISSUER), 0.9)
        self.number = self.line(left, t("Số:        /…-…"), size=MOTTO)
        self.number.paragraph_format.space_before = Pt(6)
        self.line(right, t("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), bold=True, size=STATE_NAME)
        self._ruled(self.line(right, t("Độc lập - Tự do - Hạnh phúc"), bold=True, size=MOTTO), 1.6)
        self.line(right, t("…, ngày … tháng … năm …"), italic=True).paragraph_format.space_before = Pt(6)

    @staticmethod
    def _ruled(paragraph: Any, indent: float) -> None:
        """A line under a paragraph, so far from both edges of its column in centimetres."""
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(indent)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
        )

    def _columns(self) -> tuple[Any, Any]:
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        for column, width in zip(table.columns, STATE_COLUMNS if self.state else COLUMNS, strict=True):
            column.width = column.cells[0].width = Cm(width)
        left, right = table.rows[0].cells
        return left, right

    def line(
        self, cell: Any, text: str, *, bold: bool = False, italic: bool = False, size: float = 0, center: bool = True
    ) -> Any:
        """One line of a cell, the first in its empty paragraph."""
        first = cell.paragraphs[0]
        paragraph = first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size or self.size)
        self._lettered(run)
        return paragraph

    def _lettered(self, run: Any) -> None:
        """The letter's own type, whatever that of the letterhead's body is."""
        run.font.name = FONT
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), FONT)

    def subject(self, text: str) -> None:
        """What the letter is about: under its number where there is one, else centred by itself."""
        if self.state:  # nothing but a letter of the State names its subject so
            text = self.t("V/v {subject}", subject=text[:1].lower() + text[1:])
        if self.number is None:
            self.say(text, center=True, italic=not self.state)
            return
        made = docx.text.paragraph.Paragraph(OxmlElement("w:p"), self.number._parent)
        self.number._p.addnext(made._p)
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        made.paragraph_format.space_after = Pt(0)
        text = _LONELY.sub("\u00a0", self.t.text(text).replace(" - ", "\u00a0-\u00a0"))
        run = made.add_run(text)
        run.italic, run.font.size = not self.state, Pt(SUBJECT)
        self._lettered(run)

    def to(self, name: str) -> None:
        """Whom it is to."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(12)
        paragraph.add_run(self.t("Kính gửi:")).italic = not self.state
        paragraph.add_run(" " + (self.t.text(name) or BLANK))
        for run in paragraph.runs:
            run.font.size = Pt(self.size)
            self._lettered(run)

    def say(self, text: str, *, bold: bool = False, center: bool = False, italic: bool = False) -> Any:
        """One paragraph."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run()
        _whole_symbols(run, inner_quotes(self.t.text(text)))
        run.bold, run.italic, run.font.size = bold, italic, Pt(self.size)
        self._lettered(run)
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.first_line_indent = Cm(1)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        return paragraph

    def close(self) -> None:
        """Keep the last paragraph with the signature, which alone may stand under anything; the State's end with ``./.``."""
        last = self.document.paragraphs[-1]
        last.paragraph_format.keep_with_next = True
        if self.state and last.text.endswith("."):
            last.runs[-1].add_text("/.")

    def sign(self) -> None:
        """Recipients and signature, never torn apart."""
        t = self.t
        left, right = self._columns()
        left._tc.getparent().get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if self.state:
            self._state_hand(left, right)
            return
        self.line(left, t("Nơi nhận:"), center=False).runs[0].underline = True
        self.line(left, t("- Như trên,"), center=False, size=SUBJECT)
        self.line(left, t("- Lưu Văn phòng …"), center=False, size=SUBJECT)
        self.line(right, t("T/M {body}", body=BLANK), bold=True)
        self.line(right, t("CHỨC VỤ NGƯỜI KÝ"))
        self._signatory(right)

    def _state_hand(self, left: Any, right: Any) -> None:
        t = self.t
        self.line(left, t("Nơi nhận:"), center=False, bold=True, italic=True, size=SUBJECT)
        self.line(left, t("- Như trên;"), center=False, size=RECEIVERS)
        self.line(left, t("- Lưu: VT, …."), center=False, size=RECEIVERS)
        self.line(right, t("CHỨC VỤ NGƯỜI KÝ"), bold=True)
        self._signatory(right)

    def _signatory(self, cell: Any) -> None:
        for _ in range(4):
            cell.add_paragraph().paragraph_format.space_after = Pt(0)
        self.line(cell, self.t("Họ và tên"), bold=True)
