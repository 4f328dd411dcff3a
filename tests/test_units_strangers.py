"""U501 of whatever unit is named: a stranger in the writer's place is a leftover, unless the context explains it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

HEAD = "\n*\nBÁO CÁO\nkết quả công tác năm 2024"
DISTRICT = f"TỈNH SƠN LẠC\nỦY BAN NHÂN DÂN HUYỆN TAM LỘC{HEAD}"
TOWN = f"ĐẢNG BỘ TỈNH SƠN LẠC\nTHỊ ỦY CỬA TRÀO{HEAD}"
COMMUNE = f"HUYỆN TAM LỘC\nỦY BAN NHÂN DÂN XÃ THUẬN MỸ{HEAD}"
PROVINCE = f"ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH ỦY SƠN LẠC{HEAD}"
HEALTH = f"UBND TỈNH SƠN LẠC\nSỞ Y TẾ{HEAD}"
BLOC = f"TỈNH ỦY SƠN LẠC\nĐẢNG ỦY KHỐI DOANH NGHIỆP TỈNH{HEAD}"


def found(title: str, text: str) -> list[Finding]:
    return evaluate_cases.findings({"id": "u", "title": title, "text": text + "\n"}, ("units",))


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (DISTRICT, "Thu ngân sách của huyện Đồng Xá ước đạt 214 tỷ đồng, bằng 107% dự toán.", "huyện Đồng Xá"),
        (DISTRICT, "Tỷ lệ hộ nghèo huyện Đồng Xá giảm còn 4,3%.", "huyện Đồng Xá"),
        (DISTRICT, "Lượng khách đến với thị xã Cửa Trào đạt 61.000 lượt.", "thị xã Cửa Trào"),
        (DISTRICT, "Đề nghị tỉnh giãn nợ; cho UBND huyện Đồng Xá được tự chủ mua sắm.", "UBND huyện Đồng Xá"),
        (TOWN, "Huyện ủy đã mở 11 lớp, 640 đảng viên tham gia học tập.", "Huyện ủy"),
        (TOWN, "Cử 40 cán bộ thuộc diện Ban Thường vụ Huyện ủy quản lý đi bồi dưỡng.", "Huyện ủy"),
        (COMMUNE, "Tổng đàn gia súc ở xã Phú Nhuận Hạ là 2.140 con.", "xã Phú Nhuận Hạ"),
        (COMMUNE, "Đến nay xã Phú Nhuận Hạ đạt 17/19 tiêu chí.", "xã Phú Nhuận Hạ"),
        (COMMUNE, "Bộ máy xã Phú Nhuận Hạ vận hành thông suốt, ổn định.", "xã Phú Nhuận Hạ"),
        (COMMUNE, "Đề nghị Ủy ban nhân dân huyện Đồng Xá hỗ trợ 500 triệu đồng.", "huyện Đồng Xá"),
        (PROVINCE, "Đây là năm học đội tuyển của tỉnh Long Hòa có số giải cao nhất.", "tỉnh Long Hòa"),
        (PROVINCE, "Thường trực Tỉnh ủy Long Hòa duy trì giao ban hằng tuần.", "Tỉnh ủy Long Hòa"),
        (HEALTH, "Chỉ số cải cách hành chính của Sở Nội vụ tăng 3 bậc.", "Sở Nội vụ"),
        (BLOC, "Đảng ủy Khối các cơ quan tỉnh đã chỉ đạo 12 đảng bộ tổ chức đại hội.", "Khối các cơ quan"),
        (BLOC, "Ban Thường vụ Huyện ủy thường xuyên đôn đốc các chi bộ.", "Huyện ủy"),
    ],
)
def test_a_stranger_in_the_writers_place_is_a_leftover(title, text, quote):
    (one,) = found(title, text)
    assert quote in one.quote


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (DISTRICT, "Thu nhập của huyện Đồng Xá đạt 54 triệu đồng, cao hơn huyện 3 triệu đồng."),
        (DISTRICT, "Mô hình trồng nấm của huyện Đồng Xá đạt hiệu quả cao, đang được nhân rộng."),
        (DISTRICT, "Công ty May huyện Đồng Xá đã mở chi nhánh, tạo việc làm cho 120 lao động."),
        (DISTRICT, "Tỷ lệ giải ngân của huyện Đồng Xá đạt 90%, của huyện Phú Vang đạt 87%."),
        (DISTRICT, "Nước thô lấy từ hồ Đá Đen, huyện Đồng Xá. Mùa khô, huyện Đồng Xá đã ưu tiên xả nước."),
        (DISTRICT, "Thị xã Cửa Trào đã thống nhất phương án điều chỉnh địa giới với huyện."),
        (DISTRICT, "Thông báo nêu: “Tỷ lệ hộ nghèo của huyện Đồng Xá đạt 9%”."),
        (TOWN, "Tỷ lệ đô thị hóa của thành phố Hà Khê là 78%, thị xã mới đạt 61%."),
        (TOWN, "Kiểm tra vi phạm của Ban Thường vụ Huyện ủy Đồng Xá là việc của cấp trên."),
        (COMMUNE, "UBND xã Phú Nhuận Hạ xác nhận nguồn gốc đất cho 12 hộ của xã."),
        (COMMUNE, "Xã Thuận Mỹ là xã miền núi, phía đông giáp xã Phú Nhuận Hạ."),
        (DISTRICT, "Huyện Tam Lộc là huyện trung du, có 14 xã."),
        (TOWN, "Thị xã Cửa Trào hiện là thị xã công nghiệp ven biển."),
        (COMMUNE, "Số hộ nghèo của xã Phú Nhuận Hạ trước khi sáp nhập là 63 hộ."),
        (COMMUNE, "Đảng ủy xã Phú Nhuận Hạ có sang học cách ghi sổ hẹn dân."),
        (PROVINCE, "Số đảng viên của huyện Đồng Xá tăng 213 đồng chí."),
        (HEALTH, "Sở Nội vụ công bố chỉ số cải cách hành chính; Sở Y tế xếp thứ 5."),
        (BLOC, "Đảng ủy Khối các cơ quan tỉnh mời Đảng ủy Khối dự hội nghị tổng kết."),
        (BLOC, "Đảng ủy Khối giúp Huyện ủy Đồng Xá. Ban Thường vụ Huyện ủy đã cảm ơn."),
    ],
)
def test_a_stranger_that_the_context_explains_is_right(title, text):
    assert found(title, text) == []


def test_a_unit_whose_results_are_told_often_is_one_finding() -> None:
    text = "\n\n".join(f"Số hộ nghèo của xã Phú Nhuận Hạ là {n} hộ." for n in (41, 38, 35))
    (one,) = found(COMMUNE, text)
    assert len(one.places) == 3


FIRM = f"UBND TỈNH SƠN LẠC\nCÔNG TY CỔ PHẦN CẤP NƯỚC BẾN TRÀ{HEAD}"


@pytest.mark.parametrize(
    ("title", "text", "quote"),
    [
        (DISTRICT, "Thực hiện Kế hoạch số 40-KH/TU, Ủy ban nhân dân huyện Tam Lốc báo cáo kết quả như sau:", "Tam Lốc"),
        (DISTRICT, "Trên đây là báo cáo năm 2024 của UBND huyện Đồng Xá, kính trình Tỉnh ủy.", "huyện Đồng Xá"),
        (DISTRICT, "Căn cứ Công văn số 118/UBND-TH ngày 04/3/2024 của UBND tỉnh Long Hòa về rà soát quỹ đất.", "tỉnh Long Hòa"),
        (DISTRICT, "Đồng Xá là huyện trung du, có 14 xã.", "Đồng Xá"),
        (COMMUNE, "Xã Phú Nhuận Hạ là xã miền núi, có 5 thôn.", "Phú Nhuận Hạ"),
        (DISTRICT, "Đề nghị UBND tỉnh bố trí vốn làm đường cho 3 xã vùng trũng của huyện Đồng Xá.", "huyện Đồng Xá"),
        (TOWN, "Thị ủy Cửa Tràm đã kết luận 4 vụ việc, khởi tố 2 bị can.", "Cửa Tràm"),
        (HEALTH, "Theo Chỉ thị số 09-CT/TU ngày 11/5/2023 của Ban Thường vụ Tỉnh ủy Long Hòa về y tế cơ sở.", "Long Hòa"),
        (HEALTH, "Trên đây là báo cáo của Sở Y tế (SYT) tỉnh Long Hòa./.", "tỉnh Long Hòa"),
        (FIRM, "Đề nghị UBND tỉnh tạo điều kiện cho Công ty CP Cấp nước Suối Cả vay vốn ưu đãi.", "Suối Cả"),
        (FIRM, "Đảng bộ Công ty cổ phần Cấp nước Suối Cả đã kết nạp 12 đảng viên.", "Suối Cả"),
    ],
)  # fmt: skip
def test_who_reports_and_what_is_carried_out_are_the_writers_own(title, text, quote):
    (one,) = found(title, text)
    assert quote in one.quote


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (DISTRICT, "Trên đây là báo cáo năm 2024 của UBND huyện Tam Lộc, kính trình Tỉnh ủy Sơn Lạc."),
        (DISTRICT, "Thực hiện Quy chế phối hợp số 12 ngày 03/3/2023 giữa huyện với UBND huyện Đồng Xá, đã tuần tra 12 đợt."),
        (DISTRICT, "Đề nghị UBND tỉnh chỉ đạo việc phân giới với 3 xã của huyện Đồng Xá."),
        (DISTRICT, "Hồ Đá Đen là tỉnh lộ cũ chạy qua, nay thuộc huyện."),
        (COMMUNE, "Thuận Mỹ là xã thuần nông của huyện Tam Lộc."),
        (FIRM, "Công ty ký hợp đồng mua ống với Công ty cổ phần Cấp nước Suối Cả."),
        (FIRM, "Công ty cổ phần Cấp nước Bến Trà đã lắp 4.100 đồng hồ."),
    ],
)  # fmt: skip
def test_partners_and_the_writer_itself_are_no_leftovers(title, text):
    assert found(title, text) == []
