"""Averages a year, shares of sources, and numbers that close the name of a body."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules
from hypothesis import given
from hypothesis import strategies as st

RIGHT = (
    "Nhiệm kỳ 2020 - 2025 kết nạp 730 đoàn viên, bình quân mỗi năm kết nạp 146 đoàn viên.",
    "Nhiệm kỳ 2020 - 2025 kết nạp 732 đoàn viên, bình quân mỗi năm kết nạp 122 đoàn viên.",
    "Từ năm 2021 đến nay mở 44 lớp, bình quân mỗi năm 9 lớp.",
    "Trong 4 năm trồng 1.012 ha rừng, bình quân mỗi năm 253 ha.",
    "Trong 4 năm trồng trên 1.000 ha rừng, bình quân mỗi năm khoảng 270 ha.",
    "Trong 4 năm trồng 1.012 ha rừng; riêng năm 2024 trồng 310 ha, bình quân mỗi năm 253 ha.",
    "Trong 5 năm giải quyết việc làm cho 4.100 người, bình quân mỗi năm tăng 65 người.",
    "Trong 5 năm tiếp 1.215 lượt công dân, bình quân mỗi năm 38 đoàn kiểm tra.",
    "Tỷ lệ hộ nghèo giảm từ 9,6% năm 2021 xuống còn 3,6% năm 2025, bình quân mỗi năm giảm 1,5%.",
    "Tỷ lệ hộ nghèo giảm từ 9,6% đầu năm 2021 xuống còn 3,6% cuối năm 2025, bình quân mỗi năm giảm 1,2%.",
    "Tỷ lệ hộ nghèo giảm từ 9,6% năm 2021 xuống còn 3,6% năm 2025, mỗi năm giảm 1,5%, cao hơn bình quân 0,9% của toàn tỉnh.",
    "Thu nhập bình quân tăng từ 40 triệu đồng năm 2020 lên 60 triệu đồng năm 2025, bình quân mỗi năm tăng 8,4%.",
    "Thu nhập bình quân tăng từ 40 triệu đồng năm 2020 lên 60 triệu đồng năm 2025, bình quân mỗi năm tăng 10%.",
    "Giá trị sản xuất tăng từ 400 tỷ đồng năm 2020 lên 600 tỷ đồng năm 2025, bình quân mỗi năm tăng 5,1% (giá so sánh).",
    "Tổng vốn 48 tỷ đồng, gồm: vốn ngân sách 55%, vốn tín dụng 30%, nhân dân đóng góp 15%.",
    "Tổng vốn 48 tỷ đồng, gồm: vốn ngân sách đạt 55%, vốn tín dụng đạt 30%, vốn khác đạt 25%.",
    "Tiến độ giải ngân các nguồn, gồm: vốn ngân sách 55%, vốn tín dụng 30%, vốn đóng góp 25%.",
    "Trạm Y tế Suối Mây 1 khám 46 người, Trạm Y tế Suối Mây 2 khám 31 người; tổng số 77 người.",
    "Toàn phường có 72 cán bộ, trong đó 54 cán bộ có trình độ đại học, 20 cán bộ nữ.",
    "Chiều 17/6, Khe Lang công bố kết quả thi, tỷ lệ học sinh tốt nghiệp đạt 96,24%.",
)  # fmt: skip
WRONG = (
    ("Trong 4 năm trồng 1.012 ha rừng, bình quân mỗi năm 235 ha.", "F201", "1.012 : 4 năm = 253 ≠ 235"),
    ("Nhiệm kỳ 2020 - 2025 kết nạp 730 đoàn viên, bình quân 98 đoàn viên/năm.", "F201", "730 : 5 năm = 146; 730 : 6 năm = 122 ≠ 98"),
    ("Giai đoạn 2021 - 2024 huy động 936 tỷ đồng, bình quân mỗi năm 243 tỷ đồng.", "F201", "936 : 4 năm = 234 ≠ 243"),
    ("Tỷ lệ hộ nghèo giảm từ 9,6% năm 2021 xuống còn 3,6% năm 2025, bình quân mỗi năm giảm 2,5%.", "F203", "9,6% → 3,6%, 4 năm: 1,5 điểm phần trăm/năm ≠ 2,5%"),
    ("Thu nhập bình quân tăng từ 40 triệu đồng năm 2020 lên 60 triệu đồng năm 2025, bình quân mỗi năm tăng 18,4%.", "F203", "40 → 60, 5 năm: 8,4%/năm ≠ 18,4%"),
    ("Tổng vốn 48 tỷ đồng, gồm: vốn ngân sách 55%, vốn tín dụng 30%, nhân dân đóng góp 25%.", "F201", "55 + 30 + 25 = 110% ≠ 100%"),
    ("Trạm Y tế Suối Mây 1 khám 46 người, Trạm Y tế Suối Mây 2 khám 31 người; tổng số 79 người.", "F201", "46 + 31 = 77 ≠ 79"),
    ("Toàn phường có 72 cán bộ, trong đó 54 cán bộ nam, 20 cán bộ nữ.", "F201", "54 + 20 = 74 ≠ 72"),
)  # fmt: skip


def grouped(value: int) -> str:
    """A number with its thousands apart: four digits together would be a year."""
    return f"{value:,}".replace(",", ".")


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_told_by_nothing(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(("text", "rule", "arithmetic"), WRONG)
def test_what_does_not_follow_is_told_with_its_arithmetic(text: str, rule: str, arithmetic: str) -> None:
    found = figure_findings(text)
    assert [f.rule for f in found] == [rule]
    assert arithmetic in dict(found[0].message.params)["arithmetic"]


@given(st.integers(2, 9), st.integers(20, 900), st.integers(0, 8))
def test_a_rounded_quotient_is_right(years: int, each: int, rest: int) -> None:
    """However a sum is rounded or cut to an average of whole ones."""
    total = years * each + min(rest, years - 1)
    text = f"Trong {years} năm mở {grouped(total)} lớp, bình quân mỗi năm {total // years} lớp."
    assert rules(text) == []


@given(st.integers(2, 9), st.integers(30, 900))
def test_an_average_off_by_a_fifth_is_told(years: int, each: int) -> None:
    text = f"Trong {years} năm mở {grouped(years * each)} lớp, bình quân mỗi năm {grouped(each + each // 5)} lớp."
    assert rules(text) == ["F201"]
