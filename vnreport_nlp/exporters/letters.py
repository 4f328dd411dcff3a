"""Letters in Word, one a unit: what is missing, where, what is expected; ready to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from ..model import Assessment, Cohort, DraftSummary, Finding, Unreadable
from .docx_bytes import save, stamp
from .tables import Speech, placed

FONT = "Times New Roman"
SIZE = 14
"""Font size of Party and state letters, in points."""
MOST = 60
"""Findings beyond the missing sections that a letter lists; more belong in the annotated draft."""


def export(cohort: Cohort, target: Path, *, lang: str = "vi", letterhead: Path | None = None) -> tuple[str, ...]:
    """Write ``SLUG.docx`` for every unit with something to supplement or mend; returns the files' names."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for draft in cohort.drafts:
        result = cohort.load(draft)
        if isinstance(result, Assessment) and not any(_asked(f) for f in result.findings):
            continue
        letter = Letter(Speech(lang), letterhead)
        letter.write(cohort, draft, result)
        save(letter.document, target / f"{draft.slug}.docx")
        written.append(f"{draft.slug}.docx")
    return tuple(written)


def _asked(found: Finding) -> bool:
    return not found.waived and found.severity != "note"


class Letter:
    """One letter on the board's letterhead, or on a plain page."""

    def __init__(self, t: Speech, letterhead: Path | None) -> None:
        self.t = t
        self.document: Any = docx.Document(str(letterhead) if letterhead else None)
        if letterhead is None:
            self._page()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
            Cm(3),
            Cm(1.5),
            Cm(2),
            Cm(2),
        )
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(SIZE)
        style.element.rPr.rFonts.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia", FONT)
        style.paragraph_format.space_after = Pt(6)
        table = self.document.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        self._lines(
            left, (self.t("CƠ QUAN CHỦ QUẢN"), self.t("CƠ QUAN BAN HÀNH"), "*", self.t("Số      -CV/…")), bold=1
        )
        self._lines(right, (self.t("ĐẢNG CỘNG SẢN VIỆT NAM"), "", self.t("…, ngày … tháng … năm …")), bold=0)

    def _lines(self, cell: Any, lines: tuple[str, ...], *, bold: int) -> None:
        for k, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if k == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(line)
            run.bold = k == bold
            run.italic = "ngày" in line

    def say(
        self, text: str, *, bold: bool = False, center: bool = False, indent: bool = True, italic: bool = False
    ) -> Any:
        """One paragraph."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(self.t.text(text))
        run.bold, run.italic = bold, italic
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif indent:
            paragraph.paragraph_format.first_line_indent = Cm(1)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        return paragraph

    def write(self, cohort: Cohort, draft: DraftSummary, result: Assessment | Unreadable) -> None:
        """Address, what is asked, closing."""
        t = self.t
        title = t.text(cohort.template.title)
        label = t.text(draft.label)
        stamp(self.document, title=t("Đề nghị bổ sung, hoàn thiện báo cáo: {unit}", unit=label), author="vnreport")
        self.say("")
        self.say(t("V/v bổ sung, hoàn thiện dự thảo báo cáo “{title}”", title=title), center=True, italic=True)
        body = result.outline.metadata.body if isinstance(result, Assessment) else None
        self.say(t("Kính gửi: {unit}", unit=t.text(body or label)), center=True, bold=True)
        if isinstance(result, Unreadable):
            self._unreadable(title, result)
        elif result.foreign:
            self._foreign(title, result)
        else:
            self._asks(title, result)
        self._closing()

    def _unreadable(self, title: str, result: Unreadable) -> None:
        t = self.t
        self.say(t("Chúng tôi đã nhận tệp “{file}” là dự thảo báo cáo “{title}” của đơn vị, nhưng không đọc được nội dung: {reason}",
                   file=Path(result.path).name, title=title, reason=t.say(result.message)))  # fmt: skip
        self.say(t("Đề nghị đơn vị gửi lại dự thảo. {hint}", hint=t.say(result.hint)))

    def _foreign(self, title: str, result: Assessment) -> None:
        self.say(self.t("Tệp “{file}” đơn vị gửi không phải là dự thảo báo cáo “{title}”. Đề nghị đơn vị kiểm tra và gửi lại đúng dự thảo.",
                        file=Path(result.document.path).name, title=title))  # fmt: skip

    def _asks(self, title: str, result: Assessment) -> None:
        t, c = self.t, result.coverage
        opening = t("Qua đối chiếu với đề cương, dự thảo báo cáo “{title}” của đơn vị đã đủ {full}/{n} mục yêu cầu",
                    title=title, full=c.full, n=c.counted)  # fmt: skip
        if c.partial:
            opening += t(", {n} mục mới đạt một phần", n=c.partial)
        if c.missing:
            opening += t(", {n} mục còn thiếu", n=c.missing)
        self.say(f"{opening}. " + t("Đề nghị đơn vị bổ sung, hoàn thiện các nội dung sau:"))
        asked = [f for f in result.findings if _asked(f)]
        absent = [f for f in asked if f.rule in ("S101", "S102")]
        partial = [f for f in asked if f.rule in ("S103", "S104", "S105")]
        other = [f for f in asked if f not in absent and f not in partial]
        groups = (
            (t("Nội dung còn thiếu"), absent),
            (t("Nội dung cần hoàn thiện"), partial),
            (t("Nội dung cần kiểm tra, chỉnh sửa"), other),
        )
        for number, (heading, findings) in enumerate((g for g in groups if g[1]), 1):
            self.say(f"{number}. {heading}", bold=True)
            for found in findings[:MOST]:
                self.say("- " + " ".join(self._sentence(found)))
            if len(findings) > MOST:
                self.say(t("Còn {n} nội dung khác, xem trong bản dự thảo có ghi chú kèm theo.", n=len(findings) - MOST))

    def _sentence(self, found: Finding) -> Iterator[str]:
        """What, where, what is expected."""
        t = self.t
        where = t.place(found.location) if placed(found) else ""
        what, seen, quote = t.say(found.message), t.say(found.found), t.text(found.quote)
        structural = found.rule.startswith("S1")
        section = t("mục {n}", n=t.text(found.requirement)) if found.requirement and where and not structural else ""
        where = ", ".join(x for x in (section, where) if x)
        yield _stop(what + (f" ({where})" if where else ""))
        if (
            seen
            and ("numbers" in dict(found.found.params if found.found else ()) or not structural)
            and not _said(seen, what, quote)
        ):
            yield _stop(seen)
        if quote and not structural and not _said(quote, what):
            yield _stop(t("Dự thảo viết: “{quote}”", quote=quote))
        need = t.say(found.need)
        if need and not any(need.rstrip(".").endswith(p) for p in self._titles(found)):
            yield _stop(need)
        if found.fix is not None and found.rule not in ("S101", "S102"):
            yield _stop(t.say(found.fix))

    def _titles(self, found: Finding) -> list[str]:
        """The requirement's title, which the message has named already."""
        return [self.t.text(value) for key, value in found.message.params if key == "title" and value]

    def _closing(self) -> None:
        t = self.t
        closing = self.say(t("Đề nghị đơn vị gửi lại báo cáo đã hoàn thiện trước ngày … tháng … năm …"))
        closing.paragraph_format.keep_with_next = True  # a signature alone on a page may stand under anything
        table = self.document.add_table(rows=1, cols=2)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        left, right = table.rows[0].cells
        left.paragraphs[0].add_run(t("Nơi nhận:")).bold = True
        for line in (t("- Như trên,"), t("- Lưu.")):
            left.add_paragraph().add_run(line).font.size = Pt(12)
        self._lines(right, (t("NGƯỜI KÝ"), t("(ký, ghi rõ họ tên)")), bold=0)


def _said(text: str, *before: str) -> bool:
    """Whether a sentence only repeats what another has."""
    bare = text.strip(" .“”")
    return any(bare in other for other in before)


def _stop(text: str) -> str:
    return text if not text or text[-1] in ".!?:…" else text + "."
