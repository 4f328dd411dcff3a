"""Sentences pasted twice, aims that do not add up, and amounts held against the end of a year."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

TITLE = "TỈNH ỦY SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nTam Lộc, ngày 16 tháng 5 năm 2024\nBÁO CÁO\nkết quả công tác năm 2023"
LONG = "Huyện đã cứng hóa 34 km kênh nội đồng, bảo đảm nước tưới cho 1.260 ha lúa hai vụ ở các xã phía nam."


def found(text: str, family: str, rule: str) -> list[str]:
    case = {"id": "p", "title": TITLE, "text": f"I. KẾT QUẢ\n{text}\n"}
    return [str(f.message) for f in evaluate_cases.findings(case, (family,)) if f.rule == rule]


def test_a_sentence_that_comes_again_is_found() -> None:
    assert (
        len(found(f"{LONG} Đời sống được nâng lên.\nII. HẠN CHẾ\nThu ngân sách chưa vững. {LONG}", "wording", "T702"))
        == 1
    )


def test_a_run_of_sentences_is_one_finding() -> None:
    more = "Trạm bơm điện ở ba xã được thay máy mới, công suất tăng gấp rưỡi so với trước đây."
    (one,) = found(f"{LONG} {more}\nII. HẠN CHẾ\n{LONG} {more}", "wording", "T702")
    assert "2 câu" in one


@pytest.mark.parametrize(
    "again",
    [
        "Huyện đã cứng hóa 34 km kênh nội đồng.",
        "Huyện đã cứng hóa 36 km kênh nội đồng, bảo đảm nước tưới cho 1.260 ha lúa hai vụ ở các xã phía nam.",
    ],
)
def test_what_is_short_or_told_otherwise_may_come_again(again: str) -> None:
    assert found(f"{LONG} Huyện đã cứng hóa 34 km kênh nội đồng.\nII. HẠN CHẾ\n{again}", "wording", "T702") == []


REACHED = "Năm qua, huyện hoàn thành 19/22 chỉ tiêu Nghị quyết đề ra."


@pytest.mark.parametrize("short", ["Còn 4/22 chỉ tiêu chưa đạt.", "Hiện còn 2 chỉ tiêu kinh tế chưa hoàn thành."])
def test_aims_must_make_up_all(short: str) -> None:
    assert found(f"{REACHED}\n{short}", "figures", "F204")


def test_a_town_is_no_part_of_itself() -> None:
    assert found("Thị xã Bến Tràm hoàn thành 9/10 nhiệm vụ. Còn 2 nhiệm vụ chưa hoàn thành.", "figures", "F204")


@pytest.mark.parametrize(
    "more",
    [
        "Còn 3/22 chỉ tiêu chưa đạt.",
        "Còn 2 chỉ tiêu chưa đạt, 1 chỉ tiêu cơ bản đạt.",
        "Xã Thuận Mỹ đạt 15/19 tiêu chí. Còn 3 tiêu chí chưa đạt.",
        "Năm trước đạt 17/20 chỉ tiêu. Còn 2 chỉ tiêu chưa đạt.",
        "Còn 2/5 tiêu chí chưa đạt.",
    ],
)
def test_aims_that_add_up_or_are_of_others_are_left_alone(more: str) -> None:
    assert found(f"{REACHED}\n{more}", "figures", "F204") == []


def test_an_amount_is_held_against_the_end_of_a_year() -> None:
    text = "Toàn huyện hiện có 2.310 hộ nghèo, giảm {n} hộ so với cuối năm 2021 (2.655 hộ)."
    assert found(text.format(n=435), "figures", "F201")
    assert not found(text.format(n=345), "figures", "F201")


LAST = "Năm 2023 có {a} bếp ăn loại A (25%), 36 bếp ăn loại B ({p}%), 24 bếp ăn loại C (30%) trên tổng số {n} bếp ăn."


@pytest.mark.parametrize(
    ("a", "p", "n", "rule", "part"),
    [
        (20, 54, 80, "F203", "36/80 = 45% ≠ 54%"),
        (29, 45, 80, "F203", "29/80 = 36,3% ≠ 25%"),
        (20, 45, 96, "F201", "20 + 36 + 24 = 80 ≠ 96"),
    ],
)
def test_a_total_may_stand_last(a: int, p: int, n: int, rule: str, part: str) -> None:
    assert [m for m in found(LAST.format(a=a, p=p, n=n), "figures", rule) if part in m]


def test_shares_of_a_total_that_stands_last_may_be_right() -> None:
    right = LAST.format(a=20, p=45, n=80)
    assert not found(right, "figures", "F201") and not found(right, "figures", "F203")
