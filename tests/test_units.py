"""U501: whole families of leftovers, each with look-alikes that are right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

COMMUNE = "Đảng ủy xã Đồng Vạn, xã Đồng Vạn, tỉnh Lam Hà"
WARD = "Đảng ủy phường Mai Lâm Đông, phường Mai Lâm Đông, tỉnh Lam Hà"
DISTRICT = "Huyện ủy Tân Lũng Hạ, huyện Tân Lũng Hạ, tỉnh Cao Phong"
TOWN = "Thị ủy Sông Mực Nam, thị xã Sông Mực Nam, tỉnh Cửu An"
CITY = "Thành ủy Bình Lộc Thượng, thành phố Bình Lộc Thượng, tỉnh Cửu An"


def found(title: str, text: str) -> list[Finding]:
    return evaluate_cases.findings({"id": "u", "title": title, "text": text + "\n"}, ("units",))


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        ("Thị ủy Sông Mực, thị xã Sông Mực, tỉnh Cửu An", "Cán bộ trong huyện chấp hành tốt.", "trong huyện"),
        ("Thị ủy Sông Mực, thị xã Sông Mực, tỉnh Cửu An", "Huyện đoàn tổ chức 14 đợt.", "Huyện đoàn"),
        ("Huyện ủy Tân Lũng, huyện Tân Lũng, tỉnh Cao Phong", "UBND thành phố ban hành kế hoạch.", "UBND thành phố"),
    ],
)
def test_another_level_is_a_leftover(title, text, quote):
    (one,) = found(title, text)
    assert quote in one.quote


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Thị ủy Sông Mực, thị xã Sông Mực, tỉnh Cửu An", "Giáp huyện Gò Quao; đất của huyện cao hơn."),
        ("Huyện ủy Tân Lũng, huyện Tân Lũng, tỉnh Cao Phong", "Tòa án nhân dân thành phố Cao Phong xử hai vụ."),
        ("Huyện ủy Tân Lũng, huyện Tân Lũng, thành phố Hà Phong", "UBND thành phố ban hành kế hoạch."),
        ("Đảng ủy xã Đồng Vạn, xã Đồng Vạn, tỉnh Lam Hà", "Trẻ em trong xã học trung học ở phường."),
    ],
)
def test_another_level_may_be_spoken_of(title, text):
    assert found(title, text) == []


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (COMMUNE, "Trung tâm Phục vụ hành chính công phường tiếp nhận 1.204 hồ sơ.", "phường"),
        (COMMUNE, "Phòng Kinh tế phường tham mưu ban hành 12 kế hoạch.", "phường"),
        (WARD, "Văn phòng HĐND và UBND xã bố trí đủ máy tính.", "UBND xã"),
        (WARD, "Trang thông tin điện tử xã đăng 214 tin, bài.", "xã"),
        (WARD, "Đoàn Thanh niên xã ra quân làm sạch tuyến đường.", "xã"),
        (DISTRICT, "Cổng thông tin điện tử thị xã công khai 45 thủ tục.", "thị xã"),
        (DISTRICT, "Trung tâm Văn hóa - Thể thao thị xã tổ chức 12 giải.", "thị xã"),
        (DISTRICT, "Phòng Giáo dục và Đào tạo thị xã chỉ đạo dạy thêm 02 buổi.", "thị xã"),
        (TOWN, "Đài Truyền thanh huyện phát 312 bản tin.", "huyện"),
        (TOWN, "Đối thoại định kỳ với công nhân, tiểu thương huyện Tam Lộc.", "tiểu thương huyện Tam Lộc"),
        (COMMUNE, "Sinh hoạt chi bộ phải bàn được việc của ấp phường Tân Kiều.", "ấp phường Tân Kiều"),
        (TOWN, "Niềm tin của bà con huyện được củng cố.", "huyện"),
        (TOWN, "Đời sống đồng bào huyện ngày càng khá hơn.", "huyện"),
        (TOWN, "Ban Tuyên giáo Huyện ủy biên soạn 06 đề cương.", "Huyện ủy"),
        (CITY, "Hội Chữ thập đỏ huyện trao 312 suất quà.", "huyện"),
        (CITY, "Văn phòng Huyện ủy phối hợp Ban Dân vận rà soát quy chế.", "Huyện ủy"),
        (CITY, "Người dân huyện tin tưởng vào sự lãnh đạo của cấp ủy.", "huyện"),
        (DISTRICT, "Kết quả trên là công sức của cử tri thị xã.", "thị xã"),
        (TOWN, "Hệ thống chính trị của huyện Sông Mực Bắc hoạt động đồng bộ.", "huyện Sông Mực Bắc"),
        (COMMUNE, "Đội ngũ cán bộ của xã Đồng Lạc đáp ứng yêu cầu.", "xã Đồng Lạc"),
        (COMMUNE, "Cấp ủy của xã Đồng Vĩnh đổi mới cách ra nghị quyết.", "xã Đồng Vĩnh"),
        (DISTRICT, "Nhân dân của huyện Tân Lũng Thượng đồng thuận.", "huyện Tân Lũng Thượng"),
        (DISTRICT, "Trang thông tin điện tử huyện Tân Lũng Thượng đăng 45 bài.", "huyện Tân Lũng Thượng"),
        (COMMUNE, "Phòng Kinh tế xã Đồng Lạc tham mưu 12 kế hoạch.", "xã Đồng Lạc"),
        (
            COMMUNE,
            "Xã được thành lập ngày 01/7/2025 trên cơ sở nhập ba xã. Đại hội Đảng bộ xã lần thứ XXIII, nhiệm kỳ 2025 - 2030 thành công.",
            "XXIII",
        ),
        (
            COMMUNE,
            "Đại hội Đảng bộ xã lần thứ nhất, nhiệm kỳ 2025 - 2030 họp tháng 8. Nghị quyết Đại hội Đảng bộ xã lần thứ XX, nhiệm kỳ 2025 - 2030 được phổ biến.",
            "XX",
        ),
        (
            WARD,
            "Đại hội đại biểu Đảng bộ phường lần thứ I, nhiệm kỳ 2025 - 2030 họp tháng 8. Chào mừng Đại hội Đảng bộ phường lần thứ VI, nhiệm kỳ 2025 - 2030.",
            "VI",
        ),
        (
            DISTRICT,
            "Nghị quyết Đại hội Đảng bộ huyện lần thứ XXII, nhiệm kỳ 2020 - 2025. Thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XXII. Mục tiêu Đại hội Đảng bộ huyện lần thứ XXVII đề ra đã đạt.",
            "XXVII",
        ),
        (COMMUNE, "Đảng bộ xã Đồng Lạc ta đoàn kết một lòng.", "xã Đồng Lạc"),
        (DISTRICT, "Quyết tâm phối hợp xây dựng huyện Sông Cầu ta giàu đẹp.", "huyện Sông Cầu"),
        (
            DISTRICT,
            "Thực hiện đúng các mục tiêu như huyện Sông Cầu đã đề ra, Đảng bộ ta tập trung vào ba khâu.",
            "huyện Sông Cầu",
        ),
        (COMMUNE, "Như xã Đồng Lạc đã xác định, đảng bộ xã ta phải đi trước.", "xã Đồng Lạc"),
        (DISTRICT, "Vận động nhân dân huyện Sông Cầu đóng góp 12 tỷ đồng làm đường.", "huyện Sông Cầu"),
        (DISTRICT, "Công tác ủng hộ người nghèo tốt. Nhân dân huyện Sông Cầu đóng góp 12 tỷ đồng.", "huyện Sông Cầu"),
    ],
)
def test_organs_people_congresses_and_names_of_another_unit_in_ones_own_place(title, text, quote):
    (one,) = found(title, text)
    assert any(quote in p.quote for p in one.places)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (DISTRICT, "Huyện giáp thị xã Sông Đốc; Trang thông tin điện tử thị xã cũng đăng lại tin này."),
        (DISTRICT, "Tổ chức cho 45 cán bộ đi học tập tại thị xã Sông Đốc. Phòng Nội vụ thị xã giới thiệu cách làm."),
        (COMMUNE, "Học sinh tốt nghiệp trung học cơ sở học tiếp tại trường ở phường."),
        (COMMUNE, "Trước khi sáp nhập, Trạm Y tế phường ở xa khu dân cư."),
        (DISTRICT, "Tòa án nhân dân thị xã Sông Đốc thụ lý vụ án; Viện Kiểm sát nhân dân thị xã kiến nghị khắc phục."),
        (WARD, "Năm 2020, khi còn là xã, Trạm Y tế xã mới có hai phòng."),
        (DISTRICT, "Các cơ quan tham mưu của các huyện ủy, thị ủy, thành ủy dự tập huấn."),
        (DISTRICT, "Hội nghị có đồng chí Bí thư các Huyện ủy, Thị ủy, Thành ủy dự."),
        (DISTRICT, "Ban Tổ chức Huyện ủy phối hợp với Ban Tổ chức Thị ủy Sông Đốc quản lý đảng viên."),
        (COMMUNE, "Hội Nông dân các xã, phường trong vùng ký giao ước."),
        (DISTRICT, "Trạm Y tế xã được xây mới; Trạm Y tế phường không có."),
        (COMMUNE, "Xã làm tốt việc đón Hội Nông dân phường Mai Lâm đến học tập."),
        (DISTRICT, "Hai bên phối hợp giữ rừng, nhân dân của huyện Tân Lũng Thượng tích cực tố giác."),
        (COMMUNE, "Đội ngũ cán bộ của xã Đồng Lạc được điều động sang giúp xã."),
        (
            COMMUNE,
            "Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030 họp tháng 8. Đại hội Đảng bộ xã lần thứ XXI, nhiệm kỳ 2020 - 2025 của ba xã đề ra 20 chỉ tiêu.",
        ),
        (
            DISTRICT,
            "Đại hội Đảng bộ huyện lần thứ XXII, nhiệm kỳ 2020 - 2025. Đại hội Đảng bộ huyện lần thứ XXII đề ra 20 chỉ tiêu. So với Đại hội Đảng bộ huyện lần thứ XIX, nhiệm kỳ 2005 - 2010, quy mô gấp ba.",
        ),
        (
            COMMUNE,
            "Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025 - 2030. Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.",
        ),
        (COMMUNE, "Đại hội Đảng bộ xã lần thứ XXIII, nhiệm kỳ 2025 - 2030 thành công."),
        (
            DISTRICT,
            "Đại hội Đảng bộ huyện lần thứ XXII, nhiệm kỳ 2020 - 2025 và Đại hội Đảng bộ huyện lần thứ XXIII, nhiệm kỳ 2025 - 2030.",
        ),
        (COMMUNE, "Học tập cách làm của xã Đồng Lạc, xã ta làm đường trước."),
        (DISTRICT, "Cũng như huyện Sông Cầu, huyện ta còn nhiều xã khó khăn."),
        (DISTRICT, "Khác với huyện Sông Cầu, Đảng bộ ta có nhiều đảng viên miền núi."),
        (DISTRICT, "Vận động quyên góp 214 triệu đồng giúp đồng bào huyện Sông Cầu."),
        (DISTRICT, "Chở 12 tấn gạo cứu trợ nhân dân huyện Sông Cầu bị lũ."),
        (COMMUNE, "Nhân dân gửi 300 phần quà chia sẻ với nhân dân xã Đồng Lạc vùng lũ."),
        (DISTRICT, "Huyện hướng về nhân dân huyện Sông Cầu sau bão."),
        (DISTRICT, "Huyện chi viện 02 xe chữa cháy giúp Công an huyện Sông Cầu."),
        (COMMUNE, "Đồng chí được phân công giữ chức Bí thư Đảng ủy xã Đồng Lạc."),
        (
            COMMUNE,
            "Xã thành lập trên cơ sở ba xã Đồng An, Đồng Lạc và Đồng Vĩnh. Đảng ủy xã Đồng Lạc đã ban hành Nghị quyết số 4.",
        ),
    ],
)
def test_dealings_predecessors_aid_and_lists_are_no_leftovers(title, text):
    assert found(title, text) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (COMMUNE, "| Đảng bộ | Đảng viên |\n|---|---|\n| Đảng bộ xã Khe Tà | 87 |\n| Đảng bộ xã Đồng Vạn | 91 |\n| Đảng bộ xã Nà Lơi | 64 |"),
        (DISTRICT, "Trong năm, các huyện đã giao ước; huyện đã cùng ký kết với ba huyện bạn."),
        (CITY, "Trong năm, thành phố đã có 14 trường đạt chuẩn."),
    ],
)  # fmt: skip
def test_columns_of_units_and_ones_own_deeds_are_no_leftovers(title, text):
    assert found(title, text) == []


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (TOWN, "Năm 2025, huyện phấn đấu thu ngân sách 412 tỷ đồng.", "huyện phấn đấu"),
        (COMMUNE, "Trong năm, xã Khe Tà đã kết nạp 14 đảng viên.", "xã Khe Tà"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN TÂN LŨNG HẠ\nBÁO CÁO\ntình hình năm 2024", "Ủy ban nhân dân thị xã đã giao chỉ tiêu.", "Ủy ban nhân dân thị xã"),
        ("ĐẢNG BỘ TỈNH CAO PHONG\nHUYỆN ỦY TÂN LŨNG HẠ\n*\nBÁO CÁO\nkết quả năm 2024", "| Đảng bộ xã Nà Lơi | 12 |\n| Đảng bộ xã Khe Tà | 14 |\n\nCông an thị xã xử lý 14 vụ.", "Công an thị xã"),
    ],
)  # fmt: skip
def test_the_title_block_says_who_acts(title, text, quote):
    (one,) = found(title, text)
    assert quote in one.quote


@pytest.mark.parametrize(
    ("title", "text", "quotes"),
    [
        (COMMUNE, "T/M ĐẢNG ỦY\vBÍ THƯ", []),
        (COMMUNE, "T/M ĐẢNG ỦY BÍ THƯ", []),
        (WARD, "T/M ĐẢNG ỦY PHÓ BÍ THƯ THƯỜNG TRỰC", []),
        (DISTRICT, "T/M BAN THƯỜNG VỤ HUYỆN ỦY\vK/T BÍ THƯ", []),
        (COMMUNE, "T/M ĐẢNG ỦY XÃ ĐỒNG VẠN BÍ THƯ", []),
        (COMMUNE, "T/M ĐẢNG ỦY XÃ ĐỒNG LẠC", ["T/M ĐẢNG ỦY XÃ ĐỒNG LẠC"]),
        (COMMUNE, "T/M ĐẢNG ỦY PHƯỜNG BÍ THƯ", ["T/M ĐẢNG ỦY PHƯỜNG"]),
        (DISTRICT, "T/M HUYỆN ỦY SÔNG MỰC", ["T/M HUYỆN ỦY SÔNG MỰC"]),
    ],
)
def test_who_signs_is_no_name_of_a_unit(title: str, text: str, quotes: list[str]) -> None:
    assert [f.quote for f in found(title, text)] == quotes
