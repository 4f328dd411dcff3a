"""What is told as done behind the day of the report, and congresses whose number and term contradict each other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

TITLE = "TỈNH ỦY SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nSố 88-BC/HU\nTam Lộc, ngày 16 tháng 5 năm 2024\nBÁO CÁO\nkết quả công tác dân vận"


def found(text: str, family: str) -> list[str]:
    case = {"id": "a", "title": TITLE, "text": f"I. KẾT QUẢ\n{text}\nII. PHƯƠNG HƯỚNG\nTiếp tục thực hiện.\n"}
    return [f.places[0].quote for f in evaluate_cases.findings(case, (family,)) if f.rule in ("P401", "U501")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Đêm ngày 23/9/2024, lực lượng kiểm lâm phát hiện 4 khúc gỗ lậu.", "23/9/2024"),
        ("Nhà văn hóa đã khánh thành ngày 02 tháng 6 năm 2024, phục vụ 300 lượt người.", "02 tháng 6 năm 2024"),
        ("Tháng 8/2024, thị trấn được công nhận đô thị văn minh.", "8/2024"),
        ("Số hộ có máy cày năm 2032 đã tăng gấp đôi.", "2032"),
        ("Số người nghiện đến ngày 14/9/2024 là 73 người, giảm 09 người so với đầu kỳ.", "14/9/2024"),
    ],
)
def test_what_is_done_lies_behind_the_report(text: str, quote: str) -> None:
    assert any(quote in q for q in found(text, "periods"))


@pytest.mark.parametrize(
    "text",
    [
        "Đêm ngày 23/9/2023, lực lượng kiểm lâm phát hiện 4 khúc gỗ lậu.",
        "Đã quán triệt Kế hoạch số 31-KH/TU của Ban Thường vụ Tỉnh ủy (ban hành ngày 02/6/2024).",
        "Số người nghiện đến ngày 14/4/2024 là 73 người, giảm 09 người so với đầu kỳ.",
        "Dự kiến số người nghiện đến ngày 14/9/2024 là 73 người, giảm 09 người so với đầu kỳ.",
        "Hạn nộp đến ngày 14/9/2024 là 73 hồ sơ.",
        "Xã đã xin ý kiến các phòng; làm thủ tục chọn chủ đầu tư, trình huyện quyết định thành lập trong tháng 9/2024.",
        "Đã chuẩn bị lễ khánh thành nhà văn hóa dự kiến ngày 02/6/2024.",
        "Đã ký hợp đồng thuê đất đến ngày 31/12/2030.",
        "Số hộ nghèo đã giảm, phấn đấu đến năm 2030 không còn hộ nghèo.",
        "Đồ án quy hoạch thị trấn năm 2035 đã được phê duyệt.",
        "Bí thư Huyện ủy nghỉ hưu từ ngày 01/7/2024, đã có phương án nhân sự.",
    ],
)
def test_what_is_to_come_may_lie_ahead(text: str) -> None:
    assert found(text, "periods") == []


FIRM = "Nghị quyết Đại hội Đảng bộ Nhà máy lần thứ IX, nhiệm kỳ 2020 - 2025 đề ra 8 chỉ tiêu."


def test_a_number_and_a_term_that_contradict_the_others_are_found() -> None:
    text = f"{FIRM}\nĐại hội Đảng bộ Nhà máy lần thứ X, nhiệm kỳ 2025 - 2030 được chuẩn bị tốt.\nKiểm điểm Đại hội Đảng bộ Nhà máy lần thứ VIII, nhiệm kỳ 2020 - 2025."
    assert [q for q in found(text, "units") if "VIII" in q]


@pytest.mark.parametrize(
    "more",
    [
        "Đại hội Đảng bộ Nhà máy lần thứ X, nhiệm kỳ 2025 - 2030 được chuẩn bị tốt.",
        "Đại hội Đảng bộ Khối lần thứ IV, nhiệm kỳ 2020 - 2025 thành công.",
        "Đảng bộ Nhà máy lần thứ I, nhiệm kỳ 2025 - 2030 sau hợp nhất.",
    ],
)
def test_congresses_that_agree_are_left_alone(more: str) -> None:
    assert found(f"{FIRM}\n{more}", "units") == []


TERM = "TỈNH ỦY SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nTam Lộc, ngày 16 tháng 5 năm 2025\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"


def of_term(text: str) -> list[str]:
    case = {"id": "t", "title": TERM, "text": f"I. KẾT QUẢ\n{text}\n"}
    return [f.places[0].quote for f in evaluate_cases.findings(case, ("periods",)) if f.rule == "P401"]


def test_grades_are_of_a_year_of_the_term() -> None:
    assert of_term("Kết quả bình xét năm 2013: 11 chi bộ đạt loại tốt.") == ["năm 2013"]
    assert of_term("Phân loại chất lượng đảng viên năm 2032 có 95% đạt loại tốt.")


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả bình xét năm 2023: 11 chi bộ đạt loại tốt.",
        "Kết quả bình xét năm 2019: 9 chi bộ đạt loại tốt; năm 2024: 11 chi bộ.",
        "Đánh giá công chức theo quy định năm 2015 - 2016 đã được thay thế.",
        "So với năm 2013, số chi bộ đạt loại tốt tăng.",
    ],
)
def test_years_of_the_term_and_years_compared_are_left_alone(text: str) -> None:
    assert of_term(text) == []


def test_a_year_of_a_list_stands_between_its_neighbours() -> None:
    years = "Cấp thẻ bảo hiểm: năm 2020 cấp 410 thẻ, năm 2021 cấp 433 thẻ, năm {y} cấp 450 thẻ, năm 2023 cấp 462 thẻ, năm 2024 cấp 480 thẻ."
    assert of_term(years.format(y=2012)) == ["năm 2012"]
    assert of_term(years.format(y=2021)) == ["năm 2021"]
    assert of_term(years.format(y=2022)) == []
    assert of_term("Giữ vững: năm 2020 có 31 xã, năm 2021 có 33 xã, năm 2023 có 36 xã, năm 2024 có 37 xã.") == []
