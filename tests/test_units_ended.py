"""U501: bodies that the reorganisation of 2025 ended, asked for something or told to act; what they did before is right."""

from __future__ import annotations

import pytest
from test_units_bodies import found

NEW = "ĐẢNG BỘ TỈNH LƯƠNG GIANG\nĐẢNG ỦY XÃ VÂN TRẦM\n*\nSố 12-BC/ĐU\nVân Trầm, ngày {day}\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
AFTER, BEFORE = NEW.format(day="10 tháng 9 năm 2025"), NEW.format(day="10 tháng 01 năm 2025")


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị Ban Thường vụ Huyện ủy bổ sung kinh phí cho chi bộ thôn.",
        "Thời gian tới, kiến nghị Phòng Nội vụ huyện Trà Khê hướng dẫn chế độ.",
        "Kiến nghị Sở Kế hoạch và Đầu tư bố trí vốn đối ứng.",
        "Năm 2026, Sở Giao thông vận tải sẽ nâng cấp 4 km đường vào xã.",
        "Từ ngày 15/7/2025, Ủy ban nhân dân huyện Trà Khê tiếp tục cấp giấy phép.",
    ],
)
def test_a_body_that_ended_is_neither_asked_nor_told_to_act(text: str) -> None:
    assert [f.rule for f in found(AFTER, text)] == ["U501"]
    assert not any("hợp nhất" in str(f.found) or "01/7/2025" in str(f.found) for f in found(BEFORE, text))


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023, Đảng ủy đã đề nghị Ban Thường vụ Huyện ủy khen thưởng 3 chi bộ.",
        "Sở Kế hoạch và Đầu tư (nay là Sở Tài chính) bố trí vốn đối ứng từ năm 2022.",
        "Đề nghị Sở Tài chính bố trí vốn đối ứng.",
        "Giai đoạn 2021 - 2024, Sở Giao thông vận tải nâng cấp 4 km đường vào xã.",
        "Đề nghị Trung tâm Y tế khu vực bổ sung 2 bác sĩ.",
    ],
)
def test_what_they_did_before_and_their_successors_pass(text: str) -> None:
    assert found(AFTER, text) == []


def test_a_document_behind_a_level_is_no_name() -> None:
    assert found(AFTER, "Triển khai chỉ đạo của UBND tỉnh Kế hoạch 12 điểm về chuyển đổi số, xã đã lập 9 tổ.") == []
