"""Lines that look like headings and are none: initials of names, captions of pictures; and dots that only trail off."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.outline.placeholders import placeholders

TEXT = (
    "Trong năm, các xã đã thu đủ các khoản thu theo dự toán được giao và chi đúng chế độ, đúng đối tượng, đúng tiến độ."
)


def headings(tmp_path: Path, *lines: str) -> list[str]:
    path = tmp_path / "draft.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return [f"{s.marker} {s.title}".strip() for s in outline(read(path)).sections]


def test_an_initial_without_a_letter_before_it_is_no_marker(tmp_path: Path) -> None:
    found = headings(
        tmp_path, "I. THU NGÂN SÁCH", TEXT, "H.Đông Mây thu đạt 102% dự toán, cao nhất tỉnh.", TEXT, "II. CHI NGÂN SÁCH", TEXT, "Đ.T"
    )  # fmt: skip
    assert found == ["I. THU NGÂN SÁCH", "II. CHI NGÂN SÁCH"]


@pytest.mark.parametrize("dot", [".", ". "])
def test_letters_of_a_list_are_markers_with_a_blank_or_without(tmp_path: Path, dot: str) -> None:
    lines = [line for letter in "ABCD" for line in (f"{letter}{dot}KẾT QUẢ CỦA CỤM {letter}", TEXT)]
    assert len(headings(tmp_path, *lines)) == 4


def test_the_caption_of_a_picture_is_no_heading(tmp_path: Path) -> None:
    found = headings(
        tmp_path, TEXT, "Cán bộ xã Khe Ngang hướng dẫn người dân kê khai. Ảnh: Lò Mai", TEXT, "Thu ngân sách", TEXT
    )
    assert found == ["Thu ngân sách"]


@pytest.mark.parametrize(
    "text",
    [
        "Hội đã giúp hội viên vay vốn, mua cây giống, học nghề, tìm việc làm....",
        "Các ngành cần phối hợp chặt chẽ hơn trong các tháng cuối năm....",
    ],
)
def test_dots_at_the_end_of_a_sentence_trail_off(text: str) -> None:
    assert placeholders(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hội đã giúp hội viên vay vốn với tổng số tiền là....",
        "Báo cáo kết quả thực hiện nhiệm vụ công tác hội của xã năm....",
        "Hội đã giúp hội viên vay vốn, mua cây giống, học nghề ....",
        "Việc bàn giao trụ sở do đồng chí....",
    ],
)
def test_dots_where_something_must_follow_are_a_blank(text: str) -> None:
    assert len(placeholders(text)) == 1


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("4. Nguyên nhân", "4.1. Khách quan", TEXT, "4.2. Chủ quan", TEXT), ["4", "4.1", "4.2"]),
        (("3. Công tác cán bộ", TEXT, "4. Công tác dân vận", TEXT, "5. Công tác nội chính", TEXT), ["3", "4", "5"]),
    ],
)
def test_a_piece_of_a_report_begins_with_its_own_number(
    tmp_path: Path, lines: tuple[str, ...], numbers: list[str]
) -> None:
    path = tmp_path / "piece.txt"
    path.write_text("\n\n".join(("BÁO CÁO", "của Phòng Kinh tế", *lines)), encoding="utf-8")
    assert [s.number for s in outline(read(path)).sections] == numbers


def test_a_figure_in_the_title_begins_nothing(tmp_path: Path) -> None:
    found = headings(tmp_path, "BÁO CÁO", "3. năm thực hiện phong trào", TEXT, "1. Kết quả", TEXT, "2. Hạn chế", TEXT)
    assert found == ["1. Kết quả", "2. Hạn chế"]
