"""U501 of a unit that is named often: a report copied from it is one finding with the number of its places; partners, parts and forerunners stay silent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

HEAD = "\n*\nBÁO CÁO\nkết quả công tác năm 2024"
COMMUNE = f"HUYỆN TAM LỘC\nĐẢNG ỦY XÃ THUẬN MỸ{HEAD}"
TODAY = f"TỈNH ỦY SƠN LẠC\nĐẢNG ỦY XÃ THUẬN MỸ{HEAD.replace('2024', '2025')}"
DISTRICT = f"TỈNH SƠN LẠC\nỦY BAN NHÂN DÂN HUYỆN TAM LỘC{HEAD}"
SCHOOL = f"SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LẠC\nTRƯỜNG THPT TRẦN VĂN MỐC{HEAD}"
COPIED = (
    "Trong năm, Đảng bộ xã Phú Nhuận Hạ đã xây dựng 12 kế hoạch.",
    "Đảng ủy xã Phú Nhuận Hạ tiếp tục thực hiện nghiêm nghị quyết.",
    "Đến nay Đảng bộ xã Phú Nhuận Hạ không còn thôn chưa có chi bộ.",
    "Tỷ lệ hộ nghèo của xã Phú Nhuận Hạ giảm còn 4,3%.",
    "Cấp ủy và nhân dân xã Phú Nhuận Hạ phấn đấu hoàn thành chỉ tiêu.",
)


def found(title: str, *lines: str) -> list[Finding]:
    return evaluate_cases.findings({"id": "u", "title": title, "text": "\n\n".join(lines) + "\n"}, ("units",))


@pytest.mark.parametrize("many", [3, 4, 5])
def test_a_unit_told_of_again_and_again_is_one_finding(many):
    (one,) = found(COMMUNE, *COPIED[:many])
    assert len(one.places) == many
    assert f"({many} chỗ)" in str(one.message)
    assert "Phú Nhuận Hạ" in one.quote


def test_it_is_an_error_where_the_writer_is_named_less():
    own = ["Đảng bộ xã Thuận Mỹ đã kết nạp 12 đảng viên."] * 6
    assert [f.severity for f in found(COMMUNE, *COPIED[:3])] == ["error"]
    assert [f.severity for f in found(COMMUNE, *COPIED[:3], *own)] == ["warning"]


def test_one_mention_as_a_neighbour_does_not_hide_it():
    (one,) = found(COMMUNE, *COPIED[:4], "Xã Thuận Mỹ phía đông giáp xã Phú Nhuận Hạ.")
    assert len(one.places) == 4


def test_the_founding_of_the_unit_that_was_copied_does_not_hide_it():
    founded = "Xã Phú Nhuận Hạ được thành lập từ ngày 01/7/2025 trên cơ sở sáp nhập hai xã Phú Nhuận và Hạ Vàng."
    (one,) = found(TODAY, founded, *COPIED[:3])
    assert len(one.places) == 3


def test_a_district_that_was_copied_is_told_as_well():
    (one,) = found(DISTRICT, *(line.replace("xã Phú Nhuận Hạ", "huyện Đồng Xá") for line in COPIED))
    assert len(one.places) == 5


def test_a_school_that_was_copied_is_told_as_well():
    lines = (
        "Trường THPT Lê Hữu Bạng tiếp tục đổi mới phương pháp dạy học.",
        "Trường THPT Lê Hữu Bạng đã tổ chức 14 chuyên đề.",
        "Năm qua, Trường THPT Lê Hữu Bạng luôn giữ vững chất lượng mũi nhọn.",
    )
    (one,) = found(SCHOOL, *lines)
    assert len(one.places) == 3


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (  # what it was before the merger
            TODAY,
            (
                "Xã Thuận Mỹ được thành lập từ ngày 01/7/2025 trên cơ sở sáp nhập xã Thuận Mỹ và xã Phú Nhuận Hạ.",
                *COPIED[:4],
            ),
        ),
        (
            TODAY,
            (
                "Đảng bộ xã Phú Nhuận Hạ cũ đã kết nạp 31 đảng viên.",
                "Trước đây Đảng bộ xã Phú Nhuận Hạ thực hiện khoán việc.",
                "Trụ sở xã Phú Nhuận Hạ cũ được dùng làm trạm y tế.",
                "Đảng bộ xã Phú Nhuận Hạ đạt 12 chỉ tiêu.",
            ),
        ),
        (  # a twin
            COMMUNE,
            (
                "Đảng ủy ký kết nghĩa với Đảng ủy xã Phú Nhuận Hạ về giữ rừng.",
                "Đảng ủy xã Phú Nhuận Hạ đã cử 12 cán bộ sang trao đổi kinh nghiệm.",
                "Hai xã phối hợp tuần tra 14 đợt với Công an xã Phú Nhuận Hạ.",
                "Đảng bộ xã Phú Nhuận Hạ tặng 20 suất quà.",
            ),
        ),
        (  # neighbours compared with
            COMMUNE,
            (
                "Xã giáp xã Phú Nhuận Hạ về phía đông.",
                "Thu nhập thấp hơn xã Phú Nhuận Hạ 2 triệu đồng.",
                "Đường liên xã sang xã Phú Nhuận Hạ dài 4 km.",
                "Chợ xã Phú Nhuận Hạ họp ngày chẵn.",
            ),
        ),
        (  # its own communes
            DISTRICT,
            (
                "Đảng bộ xã Thuận Mỹ đã kết nạp 12 đảng viên.",
                "Xã Thuận Mỹ đạt 17/19 tiêu chí; xã Phú Nhuận Hạ đạt 15/19 tiêu chí.",
                "Đảng ủy xã Thuận Mỹ tiếp tục đôn đốc thu ngân sách.",
                "Tỷ lệ hộ nghèo của xã Thuận Mỹ giảm còn 4,3%.",
            ),
        ),
        (  # a list
            COMMUNE,
            ("Các xã Phú Nhuận Hạ, Đồng Xá và xã Lạc Thủy, xã Phú Nhuận Hạ cùng tham gia.",) * 3,
        ),
        (
            SCHOOL,
            (
                "Trường THPT Lê Hữu Bạng giao lưu với trường ta.",
                "Đội tuyển thi đấu với Trường THPT Lê Hữu Bạng.",
                "Trường THPT Lê Hữu Bạng đã chia sẻ đề kiểm tra.",
                "Trường THPT Lê Hữu Bạng xếp thứ hai.",
            ),
        ),
    ],
)
def test_a_unit_that_is_rightly_named_often_is_none(title, lines):
    assert found(title, *lines) == []
