"""Figures that are right and look wrong: lists of things that grew, amounts to the last đồng, columns that tell differences."""

from __future__ import annotations

import pytest
from figure_rules import rules
from tables_made import told
from test_checks import found

RIGHT = (
    "Trong kỳ kết nạp 298 đảng viên, trong đó 52 người làm việc tại doanh nghiệp; miễn sinh hoạt cho 301 đảng viên tuổi cao.",
    "Ủy ban kiểm tra đã kiểm tra 26 đảng viên có dấu hiệu vi phạm; kỷ luật 39 đảng viên gồm khiển trách 24, cảnh cáo 10, khai trừ 5.",
    "Cử 224 lượt cán bộ đi học, gồm lý luận chính trị 37, quản lý nhà nước 121, tiếng dân tộc 66.",
    "Giá trị sản xuất đạt 8.641,2 tỷ đồng. Trong đó: nông nghiệp 2.412,6 tỷ đồng, tăng 3,8%; công nghiệp 3.328,4 tỷ đồng, tăng 12,2%; dịch vụ 2.900,2 tỷ đồng, tăng 10,2%.",
    "Kim ngạch năm nay: gạo 318 triệu USD, trái cây 426 triệu USD, tôm 271 triệu USD, gỗ 269 triệu USD. So với tỉnh bạn (1,9 tỷ USD), kim ngạch còn thấp.",
    "Tổng số tiền sai phạm là 823.450.000 đồng, gồm: chi sai chế độ 312.350.000 đồng; để ngoài sổ sách 96.400.000 đồng; nghiệm thu khống 414.700.000 đồng.",
    "Chi sai chế độ 412.350.000 đồng, cụ thể: xã Bình Lộc 168.200.000 đồng, xã Lộc An 127.650.000 đồng, xã An Thái 116.500.000 đồng. Trong tổng số trên, đã nộp khắc phục 297.350.000 đồng, còn phải thu 115.000.000 đồng.",
    "Đảng viên xếp loại: xuất sắc 171 (19,3%), tốt 634 (71,4%), hoàn thành 79 (8,9%), không hoàn thành 4 (0,5%); 888 đồng chí được đánh giá.",
    "Cơ cấu: trộm cắp 121 vụ (42,3%); gây thương tích 52 vụ; lừa đảo 38 vụ, trong đó qua mạng 29 vụ; đánh bạc 26 vụ; cướp giật 9 vụ; khác 35 vụ.",
    "Cơ cấu: lừa đảo 38 vụ, trong đó qua mạng 29 vụ; đánh bạc 26 vụ; cướp giật 9 vụ; khác 35 vụ.",
    "Đăng ký khai sinh 214 (quá hạn 12), khai tử 63, kết hôn 118 (có yếu tố nước ngoài 4), xác nhận tình trạng hôn nhân 396, cải chính 27.",
    "Có 612 hướng dẫn viên (quốc tế 187, nội địa 398, tại điểm 27).",
    "Ngành cử 61 đoàn/742 vận động viên dự 58 giải, đạt 486 huy chương: 124 vàng, 151 bạc, 211 đồng (quốc tế 18: 6 vàng, 5 bạc, 7 đồng; quốc gia 468: 118 vàng, 146 bạc, 204 đồng). So với chỉ tiêu 450 huy chương vượt 8%.",
    "Có 46 ca sốt xuất huyết (thôn 3: 14, thôn 7: 11, thôn khác: 21).",
    "Tuyển quân: giao 1.650/1.650 công dân (Quân sự 1.380, Công an 270).\n\n# III. Nhiệm vụ năm 2025\n\nTuyển 1.700 công dân (Quân sự 1.420, Công an 280), tăng 50 so với năm 2024.",
)
WRONG = (
    "Cử 214 lượt cán bộ đi học, gồm lý luận chính trị 37, quản lý nhà nước 121, tiếng dân tộc 66.",
    "Tổng số tiền sai phạm là 823.450.000 đồng, gồm: chi sai chế độ 321.350.000 đồng; để ngoài sổ sách 96.400.000 đồng; nghiệm thu khống 414.700.000 đồng.",
    "Chi sai chế độ 412.350.000 đồng, cụ thể: xã Bình Lộc 168.200.000 đồng, xã Lộc An 127.650.000 đồng, xã An Thái 161.500.000 đồng.",
)
DEBT = """
    Chỉ tiêu | 31/12/2023 | 31/12/2024 | Chênh lệch
    Dư nợ vay (triệu đồng) | 386.500 | 421.900 | 35.400
    Hạn mức dư nợ (triệu đồng) | 1.842.000 | 1.968.000 | 126.000
    Tỷ lệ dư nợ so với hạn mức (%) | 21,0 | {} | 0,4
"""


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_amounts_in_dong_are_added_up(text: str) -> None:
    assert rules(text) == ["F201"]


def test_a_column_of_differences_holds_no_quotients() -> None:
    assert told(DEBT.format("21,4")) == []


def test_two_figures_that_share_but_what_they_count_are_of_two_things() -> None:
    moved = "# I. Đặc điểm\n\nTrong nhiệm kỳ chuyển đến 118 đồng chí, chuyển đi 162 đồng chí.\n\n"
    assert not found("F204", f"{moved}# II. Kết quả\n\nTrao Huy hiệu Đảng cho 164 đồng chí.")
