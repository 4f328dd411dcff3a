"""The office of who signs is no section, whatever body the unit is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from vnreport_nlp import outline, read

BODY = """BÁO CÁO
Kết quả công tác năm 2025

I. KẾT QUẢ
Trong năm đơn vị đã khám 12.400 lượt người bệnh, vượt kế hoạch giao từ đầu năm.

II. ĐỀ XUẤT
Đề nghị cấp trên bố trí thêm kinh phí sửa chữa phòng khám đã xuống cấp.

"""


def sections(folder: Path, tail: str) -> list[str]:
    path = folder / "a.md"
    path.write_text(BODY + tail, encoding="utf-8")
    return [s.title for s in outline(read(path)).sections]


@pytest.mark.parametrize(
    "line",
    [
        "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG", "BÍ THƯ", "Q. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "CHI CỤC TRƯỞNG", "TRẠM TRƯỞNG",
        "TUQ. GIÁM ĐỐC", "THỦ TRƯỞNG ĐƠN VỊ", "CHÁNH VĂN PHÒNG", "CHỦ TỊCH UBND", "KT. GIÁM ĐỐC\n\n**PHÓ GIÁM ĐỐC", "GIÁM ĐỐC HỢP TÁC XÃ",
    ],
)  # fmt: skip
def test_the_office_of_who_signs_is_no_section(tmp_path: Path, line: str) -> None:
    assert sections(tmp_path, f"**{line}**\n\n**Trần Văn Mẫu**\n") == ["KẾT QUẢ", "ĐỀ XUẤT"]


@pytest.mark.parametrize("line", ["CÔNG TÁC CỦA HIỆU TRƯỞNG", "GIÁM ĐỐC THẨM, TÁI THẨM", "BÍ THƯ CHI BỘ THÔN, BẢN"])
def test_a_heading_about_an_office_is_one(tmp_path: Path, line: str) -> None:
    tail = f"**{line}**\n\nĐã thực hiện 45 việc theo chương trình, không có việc nào quá hạn.\n"
    assert sections(tmp_path, tail)[-1] == line


def test_an_office_in_small_letters_is_a_signature_in_the_middle_of_the_page_only(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{BODY}**Giám đốc**\n\n**Trần Văn Mẫu**\n", encoding="utf-8")
    document = read(path)
    middle = tuple(
        replace(p, centered=True) if document.text[p.start : p.end] == "Giám đốc" else p for p in document.paragraphs
    )
    assert "Giám đốc" not in [s.title for s in outline(replace(document, paragraphs=middle)).sections]
