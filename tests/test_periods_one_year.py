"""P401: the report of a term that opens, ends or tells its results as that of one year; terms told year by year are right."""

from __future__ import annotations

import pytest
from test_periods_citations import STAGE, TERM, YEAR, rules


@pytest.mark.parametrize(
    "text",
    [
        "III. TÌNH HÌNH CÔNG TÁC DÂN VẬN NĂM 2023\nCác chi hội sinh hoạt đều.",
        "Trên đây là Báo cáo kết quả công tác tổ chức năm 2023 của Huyện ủy.",
        "Theo yêu cầu của Tỉnh ủy ngày 04/3/2024, Huyện ủy báo cáo tình hình chi bộ năm 2023 như sau:",
    ],
)
def test_the_report_of_a_term_is_of_no_single_year(text: str) -> None:
    assert rules(text, "periods", TERM) == ["P401"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("II. KẾT QUẢ NĂM 2021\nCó 9 lớp.\nIII. KẾT QUẢ NĂM 2022\nCó 8 lớp.", TERM),
        ("Trên đây là Báo cáo tổng kết công tác tổ chức nhiệm kỳ 2020 - 2025, số liệu đến năm 2024.", TERM),
        ("II. KẾT QUẢ THỰC HIỆN KẾ HOẠCH GIẢM NGHÈO NĂM 2023\nCó 41 hộ thoát nghèo.", TERM),
        ("Trên đây là Báo cáo kết quả công tác tổ chức năm 2024 của Huyện ủy.", YEAR),
        ("Trong nhiệm kỳ, riêng kết quả năm 2023 có 12 chi bộ xuất sắc.", TERM),
        ("II. KẾT QUẢ GIẢM NGHÈO NĂM 2023\nCó 41 hộ thoát nghèo.", STAGE),
    ],
)
def test_years_of_a_term_told_one_by_one_and_reports_of_a_year_pass(text: str, title: str) -> None:
    assert rules(text, "periods", title) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đảng bộ xã đã qua Đại hội lần thứ XXIII, nhiệm kỳ 2020-2024.", ["P401"]),
        ("Đảng bộ xã đã qua Đại hội lần thứ XXIII, nhiệm kỳ 2020-2025.", []),
        ("Thực hiện Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII, nhiệm kỳ 2022-2026, xã mở 3 lớp.", ["P401"]),
        ("Thực hiện Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII, nhiệm kỳ 2022-2027, xã mở 3 lớp.", []),
        ("Chi bộ tổ chức Đại hội chi bộ lần thứ V, nhiệm kỳ 2022-2026.", []),
        ("Hội đồng quản trị hợp tác xã nhiệm kỳ 2020-2024 có 5 người.", []),
    ],
)
def test_between_congresses_lie_five_years(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}", "periods", YEAR) == wanted
