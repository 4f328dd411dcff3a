"""P401 of results held against the same time of the very year that is reported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

HALF = "BÁO CÁO kết quả công tác 6 tháng đầu năm 2023, nhiệm vụ 6 tháng cuối năm 2023"
YEAR = "BÁO CÁO tổng kết công tác năm 2023, phương hướng năm 2024"
TERM = "BÁO CÁO tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"


def rules(text: str, title: str) -> list[str]:
    case = {"id": "case", "text": text, "title": title, "date": None}
    return [f.rule for f in evaluate_cases.findings(case) if f.rule == "P401"]


@pytest.mark.parametrize("title", [HALF, YEAR])
@pytest.mark.parametrize(
    "text",
    [
        "Xã Khe Ngang thu hoạch 412 tấn măng, tăng 6% so với cùng kỳ năm 2023.",
        "Đàn trâu có 1.204 con, đạt 97% kế hoạch, giảm 2% so cùng kỳ 2023.",
    ],
)
def test_a_year_compared_with_itself(text, title):
    assert rules(text, title) == ["P401"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Xã Khe Ngang thu hoạch 412 tấn măng, tăng 6% so với cùng kỳ năm 2022.", HALF),
        ("Phấn đấu thu hoạch 450 tấn măng, tăng 9% so với cùng kỳ năm 2023.", YEAR),
        ("Quý I năm 2024, sản lượng măng tăng 4% so với cùng kỳ năm 2023.", YEAR),
        ("Số vụ cháy giảm 3 vụ so với cùng kỳ năm 2023.", TERM),
        ("II. PHƯƠNG HƯỚNG NĂM 2024\n\nSản lượng măng tăng 9% so với cùng kỳ năm 2023.", YEAR),
        ("Sản lượng măng bằng 98% năm 2023.", YEAR),
    ],
)
def test_other_years_plans_and_terms_are_silent(text, title):
    assert rules(text, title) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vụ này xã Khe Ngang thu hoạch 412 tấn măng khô, đưa ra chợ phiên và bán cho bốn đại lý của tỉnh bạn, giá bình quân giữ được như hồi đầu vụ, tổng thu ước tăng 6% so với cùng kỳ năm 2023, các hộ đều có lãi.",
        "Măng tăng 6% so với cùng kỳ năm 2023. Trâu giảm 2% so với cùng kỳ năm 2023.",
        "Lượng măng bán ra tăng so với cùng kỳ năm 2023",
    ],
)
def test_a_draft_without_a_head_has_no_year_of_its_own(text: str) -> None:
    """Neither is its first paragraph a title, nor is the time it is compared with its own."""
    assert rules(text, "") == []
    assert rules(f"{text}\n\nXã còn thu hoạch 30 tạ nấm, tăng 6% so với cùng kỳ năm 2023.", "") == []


def test_a_short_first_line_is_still_a_title() -> None:
    text = "Tình hình sản xuất, thu hái măng của xã Khe Ngang năm 2023\n\nXã thu hoạch 412 tấn măng, tăng 6% so với cùng kỳ năm 2023."
    assert rules(text, "") == ["P401"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nhiệm kỳ 2021-2025, các chỉ tiêu của Đảng bộ đều đạt và vượt.", ["P401"]),
        ("Nhiệm kỳ 2021-2025, các chỉ tiêu của ngành lâm nghiệp đều đạt và vượt.", []),
        ("Nhiệm kỳ 2021-2025, các chỉ tiêu thi đua của Hội đều đạt và vượt.", []),
    ],
)
def test_the_term_of_a_sector_is_its_own(text: str, wanted: list[str]) -> None:
    assert rules(text, TERM) == wanted


BOTH = "BÁO CÁO kết quả công tác năm 2023 và kế hoạch công tác năm 2024"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở báo cáo kết quả công tác năm 2023 và kế hoạch năm 2024 như sau:", []),
        ("Sở báo cáo kết quả công tác năm 2022 như sau:", ["P401"]),
    ],
)
def test_the_opening_line_may_name_the_year_of_the_plan_too(text: str, wanted: list[str]) -> None:
    assert rules(text, BOTH) == wanted


OPENING = "Ban Chấp hành Đảng bộ xã báo cáo tổng kết công tác xây dựng Đảng nhiệm kỳ {} (gộp ba đảng bộ trước khi hợp nhất) như sau:"


@pytest.mark.parametrize(("term", "wanted"), [("2015 - 2020", ["P401"]), ("2020 - 2025", [])])
def test_the_opening_line_names_the_term_of_the_report(term: str, wanted: list[str]) -> None:
    assert rules(OPENING.format(term), TERM) == wanted
