"""U501 of Party organisations of companies, schools, courts and departments told of as the writer; partners, and those above and below."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

_FOOT = "Lương Đô, ngày 02 tháng 5 năm 2025\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"


def head(*lines: str) -> str:
    return "\n".join((*lines, _FOOT))


WATER = head("TỈNH ỦY LƯƠNG GIANG", "ĐẢNG ỦY CÔNG TY TNHH MTV THỦY LỢI SÔNG LẪM")
COLLEGE = head("ĐẢNG BỘ TỈNH BẮC TRÀ", "ĐẢNG ỦY TRƯỜNG CAO ĐẲNG Y TẾ BẮC TRÀ")
PROCURACY = head("TỈNH ỦY LƯƠNG GIANG", "ĐẢNG ỦY VIỆN KIỂM SÁT NHÂN DÂN TỈNH")
COURT = head("TỈNH ỦY LƯƠNG GIANG", "ĐẢNG ỦY TÒA ÁN NHÂN DÂN TỈNH")
HOSPITAL = head("SỞ Y TẾ TỈNH LƯƠNG GIANG", "ĐẢNG ỦY BỆNH VIỆN ĐA KHOA KHU VỰC MƯỜNG LÁI")
CORPORATION = head("ĐẢNG ỦY KHỐI", "ĐẢNG ỦY TỔNG CÔNG TY LÂM NGHIỆP SÔNG LẪM")
HEALTH = head("TỈNH ỦY LƯƠNG GIANG", "ĐẢNG ỦY SỞ Y TẾ")


def found(title: str, text: str) -> list[str]:
    text = f"I. KẾT QUẢ\n{text}\n"
    return [f.quote for f in evaluate_cases.findings({"id": "u", "title": title, "text": text}, ("units",))]


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (WATER, "Đảng ủy Công ty Cao su Đồi Mơ đã lãnh đạo các chi bộ hoàn thành kế hoạch.", "Công ty Cao su Đồi Mơ"),
        (WATER, "Công đoàn và Đoàn Thanh niên hoạt động nền nếp, bám sát chỉ đạo của Đảng ủy Công ty Cấp nước Vân Trầm.", "Công ty Cấp nước Vân Trầm"),
        (WATER, "Trong nhiệm kỳ, Đảng bộ Công ty Cổ phần Chè Mường Lái luôn giữ vững đoàn kết.", "Công ty Cổ phần Chè Mường Lái"),
        (COLLEGE, "Hằng năm, Trường Cao đẳng Sư phạm Vân Trầm tổ chức giao ban với bí thư các chi bộ trực thuộc.", "Trường Cao đẳng Sư phạm Vân Trầm"),
        (COLLEGE, "Đảng ủy Trường Cao đẳng Kinh tế Đồi Mơ xác định công tác cán bộ là khâu then chốt.", "Trường Cao đẳng Kinh tế Đồi Mơ"),
        (PROCURACY, "Đảng bộ Tòa án nhân dân tỉnh luôn coi trọng giáo dục chính trị.", "Tòa án nhân dân tỉnh"),
        (PROCURACY, "Đội ngũ đảng viên của Tòa án nhân dân tỉnh luôn gương mẫu, xứng đáng với truyền thống của Đảng bộ ta.", "Tòa án nhân dân tỉnh"),
        (PROCURACY, "Đảng ủy Sở Tư pháp luôn chú trọng công tác phát triển đảng.", "Sở Tư pháp"),
        (COURT, "Ban Thường vụ Đảng ủy Viện kiểm sát nhân dân tỉnh đã chỉ đạo các chi bộ tự soi, tự sửa.", "Viện kiểm sát nhân dân tỉnh"),
        (HOSPITAL, "Đảng ủy Bệnh viện Mắt Vân Trầm tập trung xây dựng đội ngũ bác sĩ là đảng viên.", "Bệnh viện Mắt Vân Trầm"),
    ],
)  # fmt: skip
def test_a_body_of_another_kind_or_name_is_told(title: str, text: str, name: str) -> None:
    (told,) = found(title, text)
    assert name in told


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (WATER, "Đảng ủy Công ty Thủy lợi Sông Lẫm đã lãnh đạo các chi bộ hoàn thành kế hoạch."),
        (WATER, "Đảng ủy Công ty đã lãnh đạo các chi bộ hoàn thành kế hoạch."),
        (WATER, "Công ty Cổ phần Xây dựng Đồi Mơ đã thi công xong tuyến kênh chính."),
        (WATER, "Công ty Điện lực Vân Trầm luôn cấp đủ điện cho các trạm bơm."),
        (WATER, "Đảng ủy Công ty Điện lực Vân Trầm luôn phối hợp chặt chẽ với Đảng ủy Công ty."),
        (WATER, "Đảng ủy ký quy chế phối hợp với Đảng ủy Công ty Điện lực Vân Trầm."),
        (WATER, "Đảng ủy Công ty Khai thác Đồi Mơ trước đây đã lãnh đạo các chi bộ hoàn thành kế hoạch."),
        (WATER, "Đảng ủy Tổng công ty Nông nghiệp Vân Trầm đã chỉ đạo sắp xếp các xí nghiệp."),
        (WATER, "Đảng ủy Sở Nông nghiệp và Môi trường đã lãnh đạo các đơn vị trong ngành."),
        (CORPORATION, "Đảng ủy Công ty Giống Đồi Mơ đã lãnh đạo các chi bộ hoàn thành kế hoạch."),
        (HEALTH, "Đảng ủy Bệnh viện Mắt Vân Trầm tập trung xây dựng đội ngũ bác sĩ là đảng viên."),
        (COLLEGE, "Trường Đại học Y Lương Đô tổ chức bốn lớp bồi dưỡng cho giảng viên của trường."),
        (COLLEGE, "Trường Cao đẳng Sư phạm Vân Trầm đã tổ chức hội thao cho sinh viên các trường trong vùng."),
        (COLLEGE, "Đảng bộ Trường Cao đẳng Y tế Bắc Trà luôn giữ vững đoàn kết."),
        (PROCURACY, "Tòa án nhân dân tỉnh đã xét xử 214 vụ án, đúng người, đúng tội."),
        (PROCURACY, "Đoàn viên của Tòa án nhân dân tỉnh luôn tích cực tham gia giải bóng đá của khối."),
        (PROCURACY, "Đảng ủy Viện kiểm sát nhân dân tỉnh đã lãnh đạo các chi bộ học tập nghị quyết."),
        (
            PROCURACY,
            "Phối hợp với Tòa án nhân dân tỉnh tổ chức phiên tòa. Tòa án nhân dân tỉnh cử cán bộ dự. Đảng bộ Tòa án nhân dân tỉnh luôn coi trọng quy chế chung.",
        ),
    ],
)  # fmt: skip
def test_partners_and_bodies_above_or_below_are_right(title: str, text: str) -> None:
    assert found(title, text) == []


COMMUNE = "ĐẢNG BỘ TỈNH LƯƠNG GIANG\nĐẢNG ỦY XÃ VÂN TRẦM\n*\nSố 12-BC/ĐU\nVân Trầm, ngày 12 tháng 5 năm 2025\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"


@pytest.mark.parametrize("office", ["BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC"])
def test_the_office_of_who_signs_is_no_name(office: str) -> None:
    assert found(COMMUNE, f"Xã giữ vững đoàn kết.\nT/M ĐẢNG ỦY {office}") == []


def test_a_strange_name_under_a_report_is_told() -> None:
    assert found(COMMUNE, "Xã giữ vững đoàn kết.\nT/M ĐẢNG ỦY XÃ ĐỒI MƠ") == ["T/M ĐẢNG ỦY XÃ ĐỒI MƠ"]
