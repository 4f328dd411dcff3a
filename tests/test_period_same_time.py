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
