"""The reported part of a year, told with the year of an older report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

HALF = "ĐẢNG BỘ TỈNH SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nBÁO CÁO\nkết quả công tác 6 tháng đầu năm 2023"
QUARTER = "ĐẢNG BỘ TỈNH SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nBÁO CÁO\nkết quả công tác quý III năm 2023"
WRONG = (
    (HALF, "Giá trị sản xuất 6 tháng đầu năm 2022 ước tăng 7,4% so với cùng kỳ năm trước."),
    (HALF, "Theo đánh giá của Thường trực Huyện ủy, 6 tháng đầu năm 2022, công tác thu ngân sách đạt thấp, mới bằng 41% kế hoạch."),
    (HALF, "Việc thực hiện nhiệm vụ 6 tháng đầu năm 2022 vẫn còn một số hạn chế."),
    (QUARTER, "Thu ngân sách quý III năm 2022 ước đạt 120 tỷ đồng."),
)  # fmt: skip
RIGHT = (
    (HALF, "Giá trị sản xuất 6 tháng đầu năm 2023 ước tăng 7,4% so với cùng kỳ năm trước."),
    (HALF, "Giá trị sản xuất ước tăng 7,4% so với 6 tháng đầu năm 2022, vẫn còn thấp hơn kế hoạch."),
    (HALF, "Thu ngân sách ước đạt 120 tỷ đồng (6 tháng đầu năm 2022 ước đạt 96 tỷ đồng)."),
    (HALF, "6 tháng đầu năm 2022 thu ước đạt 96 tỷ đồng, 6 tháng đầu năm 2023 ước đạt 120 tỷ đồng."),
    (HALF, "6 tháng đầu năm 2022, thu ngân sách ước đạt 96 tỷ đồng. 6 tháng đầu năm 2023, thu đạt 120 tỷ đồng."),
    (HALF, "6 tháng đầu năm 2022, thu ngân sách đạt 96 tỷ đồng so với cùng kỳ năm 2021 là 90 tỷ đồng."),
    (HALF, "6 tháng đầu năm 2022, nhiều chợ ngừng họp do dịch bệnh."),
    (HALF, "Báo cáo số 12-BC/HU về kết quả 6 tháng đầu năm 2022 đã nêu vẫn còn 3 xã chậm tiến độ."),
    (QUARTER, "Thu ngân sách quý III năm 2023 ước đạt 120 tỷ đồng."),
    (QUARTER, "Thu ngân sách quý II năm 2023 ước đạt 120 tỷ đồng."),
)


def rules(title: str, text: str) -> list[str]:
    return [f.rule for f in evaluate_cases.findings({"id": "p", "title": title, "text": text + "\n"}, ("periods",))]


@pytest.mark.parametrize(("title", "text"), WRONG)
def test_the_same_part_of_an_earlier_year_as_the_reports_own(title: str, text: str) -> None:
    assert rules(title, text) == ["P401"]


@pytest.mark.parametrize(("title", "text"), RIGHT)
def test_a_part_of_another_year_that_is_compared_or_past(title: str, text: str) -> None:
    assert rules(title, text) == []
