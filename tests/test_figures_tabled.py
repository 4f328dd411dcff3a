"""Figures of the text that stand in a table are told right; what goals and quotations hold is theirs."""

from __future__ import annotations

import pytest
from figure_rules import rules
from tables_made import told

from vnreport_nlp.outline.placeholders import placeholders

PONDS = """
    TT | Loại hình | Diện tích (ha) | <
    ^ | ^ | 2022 | 2024
    1 | Nuôi tôm quảng canh | 486 | 512
    2 | Nuôi tôm thâm canh | 341 | 468
    | Tổng cộng | 827 | 980
"""


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích nuôi tôm thâm canh năm 2024 là 468 ha.",
        "Năm 2022, diện tích nuôi tôm quảng canh của xã là 486 ha, nuôi tôm thâm canh 341 ha.",
        "Toàn xã có 512 ha nuôi tôm quảng canh và 468 ha nuôi tôm thâm canh.",
    ],
)
def test_what_stands_in_the_table_is_not_held_against_its_other_cells(text: str) -> None:
    assert told(PONDS, text) == []


def test_what_stands_nowhere_in_the_table_is() -> None:
    assert told(PONDS, "Diện tích nuôi tôm thâm canh năm 2024 là 486,0 ha; cả xã có 908 ha nuôi tôm, năm 2024.") != []


def test_a_goal_in_its_own_paragraph_may_be_near_what_was_reached() -> None:
    reached = "Diện tích rau an toàn được chứng nhận của xã là 1.231 ha.\n\n"
    assert (
        rules(
            f"{reached}Phấn đấu năm 2025 mở thêm hai vùng chuyên canh. Diện tích rau an toàn được chứng nhận đạt 1.321 ha."
        )
        == []
    )
    assert rules(f"{reached}Diện tích rau an toàn được chứng nhận của xã là 1.321 ha.") == ["F204"]


def test_digits_exchanged_between_two_sentences_tell_no_difference() -> None:
    parts = "Đơn thư gồm: khiếu nại 27 đơn, tố cáo 16 đơn, phản ánh 9 đơn. "
    assert rules(f"{parts}So với năm 2023 (70 đơn), số đơn giảm 25,7%.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Người dân nói: “Đường trước kia lầy lội (…), nay xe vào tận bản”.", False),
        ('Cử tri phản ánh: "Chợ họp dưới lòng đường (...) rất nguy hiểm".', False),
        ("Toàn xã làm được (…) km đường.", True),
        ("Ông nói “đường đã tốt”. Xã làm được (…) km.", True),
    ],
)
def test_what_a_quotation_leaves_out_is_no_blank(text: str, found: bool) -> None:
    assert bool(placeholders(text)) is found
