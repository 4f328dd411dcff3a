"""T702 in a title block, where two columns may stand in one line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("ĐẢNG ỦY XÃ THUẬN MỸ Thuận Mỹ, ngày 12 tháng 6 năm 2025", 0),
        ("ĐẢNG ỦY XÃ THUẬN MỸ THUẬN MỸ", 1),
        ("Dự thảo của của Đảng ủy xã Thuận Mỹ", 1),
    ],
)
def test_a_name_and_the_place_of_the_date_line_beside_it_are_no_repeated_word(line: str, wanted: int) -> None:
    case = {
        "id": "u",
        "title": f"TỈNH ỦY SƠN LẠC\n{line}\n*\nBÁO CÁO\nkết quả công tác năm 2025",
        "text": "Đã làm xong.\n",
    }
    assert sum(f.rule == "T702" for f in evaluate_cases.findings(case, ("wording",))) == wanted
