"""Headings counted in capital letters, and headings over lead-ins that answer for them."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import load_template, outline, read
from vnreport_nlp.assess import assess

TEXT = "Toàn xã có 14 thôn, năm qua sửa xong 9 km đường và hai cầu treo, dân góp 1.200 ngày công, ai cũng đồng tình."


def numbers(folder: Path, *lines: str) -> list[str]:
    draft = folder / "du-thao.txt"
    draft.write_text("\n\n".join(lines), encoding="utf-8")
    return [s.number for s in outline(read(draft)).sections]


def test_an_i_behind_h_is_a_letter(tmp_path: Path) -> None:
    lines = [line for letter in "ABCDEGHIK" for line in (f"{letter}. Việc thứ {letter}", TEXT)]
    assert numbers(tmp_path, *lines) == list("ABCDEGHIK")


def test_an_i_that_a_second_follows_is_a_roman_one(tmp_path: Path) -> None:
    lines = [line for letter in "ABCDEGH" for line in (f"{letter}. Phần {letter}", TEXT)]
    found = numbers(tmp_path, *lines, "I. Mở đầu phần H", TEXT, "II. Tiếp theo", TEXT)
    assert found[-2:] == ["H.I", "H.II"]


def test_a_letter_with_a_figure_stands_below_its_letter(tmp_path: Path) -> None:
    found = numbers(
        tmp_path, "A. Kinh tế", "A1. Nông nghiệp", TEXT, "A2. Thương mại", TEXT, "B. Văn hóa", "B1. Trường học", TEXT
    )
    assert found == ["A", "A.1", "A.2", "B", "B.1"]


def test_a_heading_whose_items_are_lead_ins_beside_it_is_not_left_empty(tmp_path: Path) -> None:
    asked, draft = tmp_path / "de-cuong.txt", tmp_path / "du-thao.md"
    asked.write_text(
        "ĐỀ CƯƠNG BÁO CÁO\n\nvề đường giao thông nông thôn năm 2025\n\nI. KẾT QUẢ THỰC HIỆN\n\n1. Cứng hóa mặt đường\n\n2. Cầu và cống\n\n"
        "2.1. Cầu treo dân sinh\n\n2.2. Cống qua đường\n\n3. Biển báo\n\nII. KIẾN NGHỊ\n", encoding="utf-8",
    )  # fmt: skip
    draft.write_text(
        f"BÁO CÁO\n\nvề đường giao thông nông thôn năm 2025\n\n**I. KẾT QUẢ THỰC HIỆN**\n\n- **Về cứng hóa mặt đường:** {TEXT}\n\n"
        f"**Cầu và cống**\n\n- **Về cầu treo dân sinh:** {TEXT}\n\n- **Về cống qua đường:** {TEXT}\n\n- **Về biển báo:** {TEXT}\n\n"
        f"**II. KIẾN NGHỊ**\n\nĐề nghị tỉnh cấp thêm xi măng. {TEXT}\n", encoding="utf-8",
    )  # fmt: skip
    found = assess(read(draft), load_template(str(asked)))
    assert {v.status for v in found.verdicts} == {"covered"}
    assert not [f for f in found.findings if f.rule == "S109"]
