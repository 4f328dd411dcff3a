"""Headings counted in capital letters."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import outline, read

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
