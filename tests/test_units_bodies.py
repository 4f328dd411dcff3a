"""U501 of bodies of every kind, and of the districts that ended: leftovers, and look-alikes that are right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

_FOOT = "Lương Đô, ngày 02 tháng 12 năm 2023\nBÁO CÁO\nkết quả công tác năm 2023"


def head(*lines: str) -> str:
    return "\n".join((*lines, _FOOT))


FARMERS = head("HỘI NÔNG DÂN TỈNH BẮC TRÀ", "BAN CHẤP HÀNH HỘI NÔNG DÂN HUYỆN SÔNG LẪM")
WOMEN = head("HỘI LIÊN HIỆP PHỤ NỮ HUYỆN TRÀ KHÊ", "BCH HỘI LHPN XÃ VÂN TRẦM")
YOUTH = head("TỈNH ĐOÀN LƯƠNG GIANG", "HUYỆN ĐOÀN TIÊN HOÀNH")
SCHOOL = head("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN TRÀ KHÊ", "TRƯỜNG TIỂU HỌC VÂN TRẦM A")
BOARDING = head("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ HUYỆN SÔNG LẪM")
COLLEGE = head("BỘ Y TẾ", "TRƯỜNG CAO ĐẲNG Y TẾ BẮC TRÀ")
HOSPITAL = head("SỞ Y TẾ TỈNH LƯƠNG GIANG", "BỆNH VIỆN ĐA KHOA KHU VỰC MƯỜNG LÁI")
HEALTH = head("SỞ Y TẾ TỈNH LƯƠNG GIANG", "TRUNG TÂM Y TẾ HUYỆN TRÀ KHÊ")
DEPARTMENT = head("UBND TỈNH LƯƠNG GIANG", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN")
IN_DEPARTMENT = head("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH LƯƠNG GIANG", "ĐẢNG ỦY SỞ TƯ PHÁP", "*")
COMPANY = head("ĐẢNG ỦY KHỐI DOANH NGHIỆP", "ĐẢNG ỦY CÔNG TY CỔ PHẦN CẤP NƯỚC LƯƠNG GIANG")
INSPECTION = head("TỈNH ỦY BẮC TRÀ", "ỦY BAN KIỂM TRA", "*")
OFFICE = head("TỈNH ỦY LƯƠNG GIANG", "VĂN PHÒNG", "*")
FRONT = head("ỦY BAN MTTQ VIỆT NAM HUYỆN TRÀ KHÊ", "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ VÂN TRẦM")
PROVINCE = head("TỈNH ỦY BẮC TRÀ", "*")
STATE_PROVINCE = head("UBND TỈNH LƯƠNG GIANG")
_COMMUNE = "ĐẢNG BỘ TỈNH LƯƠNG GIANG\nĐẢNG ỦY XÃ VÂN TRẦM\n*\nSố 12-BC/ĐU\nVân Trầm, ngày {day}\nBÁO CÁO\n{subject}"
YEAR = _COMMUNE.format(day="12 tháng 12 năm 2025", subject="kết quả công tác năm 2025, nhiệm vụ năm 2026")
QUARTER = _COMMUNE.format(day="02 tháng 10 năm 2025", subject="kết quả công tác quý III năm 2025")
TERM = _COMMUNE.format(day="12 tháng 8 năm 2025", subject="chính trị trình Đại hội nhiệm kỳ 2025 - 2030")


def found(title: str, text: str) -> list[Finding]:
    return evaluate_cases.findings({"id": "u", "title": title, "text": text + "\n"}, ("units",))


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (FARMERS, "Năm qua, Hội Nông dân huyện Tiên Hoành vận động hội viên góp công.", "huyện Tiên Hoành"),
        (FARMERS, "Ban Thường vụ Hội Nông dân thị xã luôn bám cơ sở.", "thị xã"),
        (WOMEN, "Hội Liên hiệp Phụ nữ xã Hà Mạc duy trì 12 tổ tiết kiệm.", "xã Hà Mạc"),
        (WOMEN, "Hội LHPN phường phối hợp chặt với công an.", "phường"),
        (YOUTH, "Huyện đoàn Trà Khê đã tổ chức 14 lớp bồi dưỡng.", "Huyện đoàn Trà Khê"),
        (SCHOOL, "Trường Tiểu học Kim Đồng có 18 lớp, 512 học sinh.", "Trường Tiểu học Kim Đồng"),
        (SCHOOL, "Đội ngũ giáo viên của Trường Tiểu học Hà Mạc đạt chuẩn.", "Trường Tiểu học Hà Mạc"),
        (SCHOOL, "Trên đây là báo cáo tổng kết của Trường Tiểu học Kim Đồng.", "Trường Tiểu học Kim Đồng"),
        (BOARDING, "Trường PTDTNT huyện Trà Khê nuôi dạy 312 em.", "huyện Trà Khê"),
        (COLLEGE, "Trường Cao đẳng Y tế Lương Giang tuyển sinh được 412 sinh viên.", "Lương Giang"),
        (HOSPITAL, "Trong năm, Bệnh viện Đa khoa khu vực Trà Khê khám cho 61.240 lượt.", "khu vực Trà Khê"),
        (HEALTH, "Trung tâm Y tế huyện Tiên Hoành hiện có 112 viên chức.", "huyện Tiên Hoành"),
        (DEPARTMENT, "Năm 2023, Sở Công Thương tiếp tục đẩy mạnh cải cách hành chính.", "Sở Công Thương"),
        (IN_DEPARTMENT, "Đảng bộ Sở Tài chính hiện có 08 chi bộ.", "Sở Tài chính"),
        (COMPANY, "Tập thể Đảng ủy Bệnh viện đoàn kết, gương mẫu.", "Đảng ủy Bệnh viện"),
        (COMPANY, "Những việc lớn được báo cáo Thường trực Huyện ủy cho ý kiến.", "Thường trực Huyện ủy"),
        (HOSPITAL, "Tại hội nghị, Ban Giám hiệu thống nhất chủ trương mua sắm.", "Ban Giám hiệu"),
        (HOSPITAL, "Đảng bộ Nhà trường tiếp tục nâng cao chất lượng sinh hoạt.", "Đảng bộ Nhà trường"),
        (INSPECTION, "Ủy ban Kiểm tra Tỉnh ủy Lương Giang đã xây dựng chương trình.", "Tỉnh ủy Lương Giang"),
        (OFFICE, "Văn phòng Tỉnh ủy Bắc Trà đã tiếp nhận 12.400 văn bản.", "Tỉnh ủy Bắc Trà"),
        (FRONT, "Ủy ban MTTQ xã Hà Mạc vận động được 62 triệu đồng.", "xã Hà Mạc"),
        (PROVINCE, "Đảng bộ tỉnh Lương Giang tiếp tục đổi mới phương thức lãnh đạo.", "tỉnh Lương Giang"),
        (STATE_PROVINCE, "UBND tỉnh Bắc Trà đã ban hành 41 quyết định.", "tỉnh Bắc Trà"),
        (YEAR, "Hằng tuần, Ban Thường vụ Huyện ủy họp giao ban với bí thư chi bộ.", "Huyện ủy"),
        (YEAR, "Đề nghị UBND huyện bố trí kinh phí cho xã.", "UBND huyện"),
        (QUARTER, "Ủy ban nhân dân huyện đã phê duyệt 04 dự án trên địa bàn xã.", "Ủy ban nhân dân huyện"),
        (QUARTER, "Ban Tổ chức Huyện ủy thẩm định 12 hồ sơ kết nạp đảng viên.", "Huyện ủy"),
    ],
)
def test_another_body_of_the_same_kind_is_a_leftover(title, text, quote):
    (one,) = found(title, text)
    assert quote in one.quote


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (FARMERS, "Hội Nông dân xã Nậm Sìn dẫn đầu phong trào."),
        (FARMERS, "Hội Nông dân huyện phối hợp với Hội Nông dân huyện Tiên Hoành mở phiên chợ."),
        (FARMERS, "Hội Nông dân huyện Tiên Hoành đứng thứ nhất, Hội Nông dân huyện Sông Lẫm đứng thứ hai."),
        (WOMEN, "Hội LHPN huyện Trà Khê tặng Hội LHPN xã 10 suất quà."),
        (YOUTH, "Huyện đoàn Trà Khê đã giao lưu, trao đổi kinh nghiệm với Huyện đoàn Tiên Hoành."),
        (SCHOOL, "Trường THCS Vân Trầm tuyển 98% học sinh của nhà trường."),
        (SCHOOL, "Cô giáo được điều động từ Trường Tiểu học Kim Đồng về."),
        (SCHOOL, "Trường Tiểu học Kim Đồng nằm cách trường 2 km."),
        (BOARDING, "Trường PTDTNT tỉnh tuyển thẳng 4 em."),
        (HOSPITAL, "Bệnh viện Đa khoa tỉnh chuyển giao 04 kỹ thuật cho bệnh viện."),
        (HEALTH, "Trạm Y tế xã Vân Trầm có 04 cán bộ; Trung tâm Y tế huyện có 120 giường."),
        (DEPARTMENT, "Sở Tài chính đã bố trí 14 tỷ đồng cho phòng, chống dịch bệnh vật nuôi."),
        (IN_DEPARTMENT, "Đảng ủy Sở ký kết quy chế phối hợp với Đảng ủy Sở Nội vụ."),
        (INSPECTION, "Ủy ban Kiểm tra Thị ủy Hoàng Trạch hoàn thành 6/6 cuộc giám sát."),
        (INSPECTION, "Hướng dẫn Ủy ban Kiểm tra Huyện ủy Sông Lẫm và Ủy ban Kiểm tra Thành ủy Lương Đô."),
        (PROVINCE, "Huyện ủy Sông Lẫm, Thị ủy Hoàng Trạch đã hoàn thành đại hội."),
        (STATE_PROVINCE, "UBND tỉnh ký thỏa thuận hợp tác với UBND tỉnh Bắc Trà."),
        (YEAR, "6 tháng đầu năm, Ban Thường vụ Huyện ủy duy trì giao ban hằng tháng."),
        (YEAR, "UBND huyện Trà Khê (cũ) đã phê duyệt 04 dự án."),
        (QUARTER, "Xã tiếp nhận 212 hồ sơ do UBND huyện bàn giao."),
        (TERM, "Ban Thường vụ Huyện ủy duy trì giao ban định kỳ với các xã."),
        (TERM, "Huyện ủy đã quan tâm đầu tư 41 công trình."),
        (COMPANY, "Đảng ủy Công ty tiếp tục đổi mới, Đảng bộ Xí nghiệp duy trì nền nếp."),
        (COMPANY, "Công đoàn phối hợp với Đảng ủy Bệnh viện khám cho 412 công nhân."),
        (COMPANY, "Đảng ủy ký quy chế với Ban Thường vụ Huyện ủy Nam Khê về an ninh."),
        (HOSPITAL, "Bệnh viện cùng Ban Giám hiệu các trường khám cho 2.140 em."),
        (HOSPITAL, "Đoàn khám tại trường được Ban Giám hiệu tạo điều kiện."),
        (COMPANY, "Bệnh viện của ngành có 60 giường. Đảng ủy Bệnh viện tiếp tục quản lý 32 đảng viên."),
        (HOSPITAL, "Đảng ủy Trường Cao đẳng Y tế tiếp tục gửi sinh viên thực tập."),
    ],
)
def test_bodies_above_below_and_beside_are_right(title, text):
    assert found(title, text) == []


def test_society_is_no_commune() -> None:
    title = "ĐẢNG BỘ TỈNH HÒA GIANG\nĐẢNG ỦY PHƯỜNG BẾN GỖ\n*\nBÁO CÁO\nkết quả công tác năm 2025"
    for text in ("## 2. Trật tự an toàn xã hội", "Bảo đảm trật tự an toàn xã hội, huy động nguồn lực của toàn xã hội."):
        assert found(title, f"{text}\n\nĐảng ủy phường chỉ đạo thường xuyên.") == []


PARTY_HOSPITAL = head("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH LƯƠNG GIANG", "ĐẢNG ỦY BỆNH VIỆN ĐA KHOA MƯỜNG LÁI", "*")
UNIVERSITY = head("TỈNH ỦY BẮC TRÀ", "ĐẢNG ỦY TRƯỜNG ĐẠI HỌC VÂN TRẦM", "*")
WARD = "ĐẢNG BỘ THÀNH PHỐ LƯƠNG ĐÔ\nĐẢNG ỦY PHƯỜNG KIM ĐÀI\n*\nSố 12-BC/ĐU\nKim Đài, ngày 12 tháng 12 năm 2024\nBÁO CÁO\ncông tác năm 2024"


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (PARTY_HOSPITAL, "Bổ sung, sửa đổi Quy chế làm việc của Đảng ủy xã cho phù hợp.", "Đảng ủy xã"),
        (PARTY_HOSPITAL, "Việc mua sắm công khai; Ban Thường vụ Huyện ủy phân công từng cấp ủy viên theo dõi khoa.", "Huyện ủy"),
        (UNIVERSITY, "Hằng quý, Ban Thường vụ Thị ủy nghe các khoa báo cáo.", "Thị ủy"),
        (WARD, "Năm 2024, Huyện ủy ghi nhận sự đoàn kết của tập thể.", "Huyện ủy"),
    ],
)  # fmt: skip
def test_a_committee_of_a_level_that_is_not_there_is_a_leftover(title, text, quote):
    assert [quote in f.places[0].quote for f in found(title, text)] == [True]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (PARTY_HOSPITAL, "Ban Thường vụ Huyện ủy Trà Khê tặng Bệnh viện giấy khen."),
        (PARTY_HOSPITAL, "Phối hợp với Ban Thường vụ Huyện ủy khám sức khỏe cho người cao tuổi."),
        (PARTY_HOSPITAL, "Ký quy chế phối hợp với Đảng ủy xã nơi Bệnh viện đóng."),
        (UNIVERSITY, "Mở lớp bồi dưỡng cho cán bộ các huyện ủy, thị ủy trong tỉnh."),
        (UNIVERSITY, "Thực hiện Quy chế làm việc của Đảng ủy Trường."),
        (WARD, "Trước đây, khi còn là xã, Huyện ủy (cũ) đã công nhận Đảng bộ trong sạch, vững mạnh."),
        (WARD, "Thành ủy ghi nhận sự đoàn kết của tập thể."),
        (WARD, "Đón đoàn công tác của Huyện ủy Trà Khê đến trao đổi kinh nghiệm."),
    ],
)  # fmt: skip
def test_committees_above_and_beside_a_body_are_right(title, text):
    assert found(title, text) == []


def test_a_leftover_names_the_body_that_writes_and_not_its_superior() -> None:
    said = "Việc mua sắm công khai; Ban Thường vụ Huyện ủy phân công từng cấp ủy viên theo dõi khoa."
    (leftover,) = found(PARTY_HOSPITAL, said)
    assert leftover.need is not None and dict(leftover.need.params)["unit"] == "Bệnh viện Đa khoa Mường Lái"


def test_the_board_of_a_committee_is_of_its_level() -> None:
    said = "Ủy ban Kiểm tra Thành ủy đã ban hành kết luận đối với 04 chi bộ."
    assert found(head("HUYỆN ỦY SÔNG LẪM", "ỦY BAN KIỂM TRA", "*"), said)
