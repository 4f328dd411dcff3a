"""Leads in italics: headings of a draft where every paragraph of a section opens with one, emphasis elsewhere."""

from __future__ import annotations

from pathlib import Path

import docx

from vnreport_nlp import outline, read

TEXT = " Trong năm, thư viện xã mở cửa 280 ngày và đón hơn bốn nghìn lượt bạn đọc của các thôn."


def titles(folder: Path, *leads: str) -> list[str]:
    """Titles below the second heading of a draft whose paragraphs there open with such leads in italics; an empty one with none."""
    document = docx.Document()
    for line in ("BÁO CÁO", "Công tác thư viện năm 2025", "I. TÌNH HÌNH CHUNG", TEXT, "II. KẾT QUẢ"):
        document.add_paragraph().add_run(line.strip()).bold = line != TEXT
    for lead in leads:
        paragraph = document.add_paragraph()
        if lead:
            paragraph.add_run(lead).italic = True
        paragraph.add_run(TEXT)
    document.add_paragraph().add_run("III. KIẾN NGHỊ").bold = True
    document.add_paragraph(TEXT.strip())
    document.save(str(folder / "draft.docx"))
    found = outline(read(folder / "draft.docx"))
    return [s.title for s in found.sections if s.number.startswith("II.")]


def test_leads_in_italics_are_headings_where_all_paragraphs_have_one(tmp_path: Path) -> None:
    assert titles(tmp_path, "Phòng đọc thiếu nhi.", "Xe sách lưu động:") == ["Phòng đọc thiếu nhi", "Xe sách lưu động"]


def test_words_in_italics_are_no_headings_elsewhere(tmp_path: Path) -> None:
    assert titles(tmp_path, "Phòng đọc thiếu nhi.", "", "Xe sách lưu động.") == []
    assert titles(tmp_path, "Văn hóa đọc", "Ngày hội sách") == []
    assert titles(tmp_path, "Phòng đọc thiếu nhi.") == []
    assert titles(tmp_path, "Có 12 phòng đọc.", "Có 3 xe sách.") == []
