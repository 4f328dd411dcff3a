"""U501: another body of the writer's kind that bears a name of its own, told of as if it wrote; dealings with it are right."""

from __future__ import annotations

import pytest
from test_units_bodies import found, head

from vnreport_nlp.outline.bodies import writer

CENTRE = head("SỞ Y TẾ TỈNH LƯƠNG GIANG", "TRUNG TÂM Y TẾ KHU VỰC VÂN TRẦM"), "Trung tâm Y tế khu vực Hà Mạc"
FARMING = head("UBND HUYỆN TRÀ KHÊ", "TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP KHU VỰC VÂN TRẦM"), "Trung tâm Dịch vụ nông nghiệp khu vực Hà Mạc"  # fmt: skip
RANGERS = head("CHI CỤC KIỂM LÂM", "HẠT KIỂM LÂM KHU VỰC VÂN TRẦM"), "Hạt Kiểm lâm khu vực Hà Mạc"
FOREST = head("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "BAN QUẢN LÝ RỪNG PHÒNG HỘ VÂN TRẦM"), "Ban Quản lý rừng phòng hộ Hà Mạc"
CLINIC = head("TRUNG TÂM Y TẾ", "PHÒNG KHÁM ĐA KHOA KHU VỰC VÂN TRẦM"), "Phòng khám đa khoa khu vực Hà Mạc"
SCHOOL = head("UBND XÃ VÂN TRẦM", "TRƯỜNG THCS VÂN TRẦM"), "Trường THCS Hà Mạc"
COOPERATIVE = head("LIÊN MINH HỢP TÁC XÃ", "HỢP TÁC XÃ NÔNG NGHIỆP VÂN TRẦM"), "Hợp tác xã nông nghiệp Hà Mạc"
BODIES = (CENTRE, FARMING, RANGERS, FOREST, CLINIC, SCHOOL, COOPERATIVE)


@pytest.mark.parametrize(("title", "other"), BODIES)
@pytest.mark.parametrize("text", ["{} có 9 tổ với 58 người.", "Kết quả của {} đạt 104% kế hoạch giao."])
def test_a_neighbour_of_the_same_kind_as_if_it_wrote(title: str, other: str, text: str) -> None:
    assert [f.quote for f in found(title, text.format(other))] == [other]


@pytest.mark.parametrize(("title", "other"), BODIES)
@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị đã phối hợp với {} mở 3 lớp tập huấn.",
        "Địa bàn phụ trách giáp {} về phía bắc.",
        "Cử 4 người đến học tập kinh nghiệm của {}.",
        "Điểm thi đua xếp sau {} trong toàn ngành.",
        "Hai viên chức chuyển từ {} về nhận công tác.",
        "{} tặng đơn vị 12 bộ bàn ghế.",
    ],
)
def test_dealings_with_a_neighbour_are_no_leftover(title: str, other: str, text: str) -> None:
    assert found(title, text.format(other)) == []


@pytest.mark.parametrize(("title", "other"), BODIES)
def test_the_writers_own_name_is_none(title: str, other: str) -> None:
    assert found(title, f"{other.replace('Hà Mạc', 'Vân Trầm')} có 9 tổ với 58 người.") == []


def test_the_number_below_a_body_is_no_part_of_its_name() -> None:
    """Though most of its letters are capitals."""
    told = writer(["UBND XÃ VÂN TRẦM", "TRƯỜNG THCS VÂN TRẦM", "Số: 52/BC-THCSVT"])
    assert told is not None
    assert told.unit == "Trường THCS Vân Trầm"
