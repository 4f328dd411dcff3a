"""F201 of lists that have an item in words or without a figure; F202 of ratios that tell two times."""

from __future__ import annotations

import pytest
from figure_rules import rules

WON = "Đoàn vận động viên của xã giành 27 huy chương"
HELD = "Toàn xã có 13 câu lạc bộ"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{WON} (hai huy chương vàng, 11 huy chương bạc, 14 huy chương đồng).", []),
        (f"{WON}: một huy chương vàng, 12 huy chương bạc, 14 huy chương đồng.", []),
        (f"{WON}: 11 huy chương bạc, 14 huy chương đồng và hai huy chương vàng.", []),
        (f"{WON}: 11 huy chương bạc, 14 huy chương đồng và huy chương vàng.", []),
        (f"{WON} (11 huy chương bạc, 14 huy chương đồng).", ["F201"]),
        (f"{WON}: 11 huy chương bạc, 14 huy chương đồng, không có huy chương vàng.", ["F201"]),
        (f"{WON}: đội huy hoàng 11 huy chương, huy chương bạc 14 chiếc.", []),
        (f"{HELD} (hai câu lạc bộ thơ, 05 câu lạc bộ bóng chuyền, 06 câu lạc bộ dưỡng sinh).", []),
        ("Xã có 13 trường (hai trường mầm non, 05 trường tiểu học, 06 trường trung học).", []),
        ("Xã có 13 trường (hai trường mầm non, 05 trường tiểu học, 07 trường trung học).", ["F201"]),
    ],
)  # fmt: skip
def test_an_item_in_words_or_without_a_figure_may_be_what_is_missing(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted


@pytest.mark.parametrize("way", ["tăng", "nhiều hơn", "cao hơn", "ít hơn", "thấp hơn"])
def test_a_ratio_behind_a_change_is_of_two_times(way: str) -> None:
    """Which of the two is the later one is not sure."""
    assert rules(f"I. KẾT QUẢ\n\nSo với năm ngoái, số vụ đuối nước {way} 5 vụ (9/4 vụ).") == []
    assert rules("I. KẾT QUẢ\n\nTổ công tác đã giải quyết 9/4 vụ tranh chấp.") == ["F202"]


CHECKED = "Đảng ủy kiểm tra 06 tổ chức đảng và 09 đảng viên; giám sát 05 tổ chức đảng và 07 đảng viên."


@pytest.mark.parametrize(
    ("parts", "wanted"), [("khiển trách 03, cảnh cáo 01, khai trừ 01", ["F201"]), ("khiển trách 03, cảnh cáo 01", [])]
)
def test_small_numbers_told_before_excuse_no_list_in_its_own_bracket(parts: str, wanted: list[str]) -> None:
    """4 and 1 make the 5 before, and 4 and 3 the 7: with small numbers that is chance."""
    assert rules(f"I. KẾT QUẢ\n\n{CHECKED} Thi hành kỷ luật 04 đảng viên ({parts}).") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kinh phí đo đạc 03 xã gồm 2.800 triệu đồng, 2.450 triệu đồng và 2.400 triệu đồng theo thứ tự nêu trên.", []),
        ("Kinh phí đo đạc là 2.450 triệu đồng theo dự toán. Kinh phí đo đạc là 2.400 triệu đồng theo dự toán.", ["F204"]),
    ],
)  # fmt: skip
def test_values_side_by_side_are_of_several_things(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted
