"""P401 of the rest of a year: what a report of nine months, half a year or a quarter plans for."""

from __future__ import annotations

import pytest
from test_periods_citations import HALF, rules

NINE = "BÁO CÁO kết quả công tác 9 tháng đầu năm 2024, nhiệm vụ trọng tâm 3 tháng cuối năm 2024"
QUARTER = "BÁO CÁO kết quả công tác quý III năm 2024, nhiệm vụ quý IV năm 2024"


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (NINE, "II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024\n\nTiếp tục truyền thông.", ["P401"]),
        (NINE, "Trên cơ sở kết quả 9 tháng, trạm xác định nhiệm vụ 6 tháng cuối năm 2024 là khám sức khỏe.", ["P401"]),
        (NINE, "Phương hướng quý III tập trung kết nạp 13 đồng chí còn lại.", ["P401"]),
        (NINE, "II. NHIỆM VỤ TRỌNG TÂM 3 THÁNG CUỐI NĂM 2024\n\nTiếp tục truyền thông.", []),
        (NINE, "Nhiệm vụ trọng tâm quý IV năm 2024: kết nạp 13 đồng chí.", []),
        (NINE, "Nhiệm vụ trọng tâm quý I năm 2025: kết nạp 13 đồng chí.", []),
        (NINE, "Đánh giá việc thực hiện nhiệm vụ trọng tâm quý III, chi bộ đạt yêu cầu.", []),
        (NINE, "Các nhiệm vụ quý II chuyển sang được làm xong.", []),
        (HALF, "Phương hướng 6 tháng cuối năm 2024: tiếp tục truyền thông.", []),
        (
            NINE,
            "Thực hiện Nghị quyết số 04/NQ-HĐND ngày 18/7/2024 về nhiệm vụ 6 tháng cuối năm 2024, trạm báo cáo như sau.",
            [],
        ),
        (HALF, "Giải pháp 3 tháng cuối năm 2024: tiếp tục truyền thông.", ["P401"]),
        (QUARTER, "Nhiệm vụ trọng tâm quý III: kết nạp 13 đồng chí.", ["P401"]),
        (QUARTER, "Nhiệm vụ trọng tâm quý IV: kết nạp 13 đồng chí.", []),
    ],
)
def test_plans_are_for_what_is_left_of_the_year(title, text, wanted):
    assert rules(text, "periods", title) == wanted


def test_the_end_of_what_is_left_is_no_day_that_figures_count_up_to() -> None:
    """``5 tháng còn lại (đến 31/01/2026)`` beside ``giải ngân đến 31/8/2025``."""
    title = "BÁO CÁO tình hình thực hiện kế hoạch đầu tư công 8 tháng năm 2025"
    paid = "Tổng vốn giao 486.214 triệu đồng. Giải ngân đến 31/8/2025: 263.042 triệu đồng, đạt 54,1%."
    left = "Bình quân 32.880 triệu đồng/tháng; 5 tháng còn lại (đến 31/01/2026) cần giải ngân 223.172 triệu đồng."
    assert rules(f"## I. Vốn\n\n{paid}\n\n{left}", "periods", title) == []
