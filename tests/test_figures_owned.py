"""Figures that the figures beside them tell apart: rates of two levels, levels with two growths, changes of two ways, parts of a whole."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

TWO_THINGS = (
    # attained rates of two levels
    "Tổng vốn sự nghiệp được giao đạt 4.120 tỷ đồng, bằng 31,2% kế hoạch Bộ giao, bằng 27,1% kế hoạch HĐND tỉnh giao, tăng 12,6% so với cùng kỳ năm 2023.\n\n"
    "Tổng vốn đầu tư được giao đạt 3.615 tỷ đồng, bằng 27,3% kế hoạch Bộ giao, bằng 21,5% kế hoạch HĐND tỉnh giao, tăng 18,4% so với cùng kỳ năm 2023.",
    # levels that each tell their own growth
    "Mua vào trong tháng 5/2021 của toàn ngành đạt 21,4 tỷ đồng, giảm 2,8% so với tháng trước, lũy kế mua vào 5 tháng/2021 đạt 92,46 tỷ đồng, tăng 14,3% so với cùng kỳ.\n\n"
    "Mua vào trong tháng 5/2021 của khối hợp tác xã đạt 16,9 tỷ đồng, giảm 1,4% so với tháng trước, lũy kế mua vào 5 tháng/2021 đạt 73,18 tỷ đồng, tăng 16,2% so với cùng kỳ.",
    # goods out and goods in
    "Kim ngạch xuất khẩu tính từ đầu năm đến hết ngày 15/4 của khu kinh tế đạt 48 triệu USD.\n\n"
    "Kim ngạch nhập khẩu tính từ đầu năm đến hết ngày 15/4 của khu kinh tế đạt 45,27 triệu USD.",
    # changes of two ways
    "So với tháng 3 năm 2022, tăng 118 vụ, tăng 94 người bị thương.\n\nSo với tháng 3 năm 2022, số vụ cháy tăng 5 vụ, giảm 73 người bị thương.",
    # the percentages in brackets are of the changes before them
    "Toàn vùng xảy ra 2.105 vụ. So với cùng kỳ năm 2021 giảm 376 vụ (-15,15%), giảm 58 người chết (-7,2%).\n\n"
    "Va chạm nhẹ xảy ra 1.298 vụ. So với cùng kỳ năm 2021 giảm 331 vụ (-20,32%), giảm 51 người bị thương (-15,51%).",
    # parts of what has just been told
    "So với cùng kỳ năm 2020, số vụ việc giảm 412 vụ (giảm 3,1%), số người bị thương giảm 300 người (giảm 4,4%).\n\n"
    "Trong đó, đường thủy nội địa xảy ra 9.204 vụ, bị thương 7.015 người; so với cùng kỳ năm 2020 giảm 398 vụ (-3,1%), giảm 291 người bị thương (-4%).",
    "Kim ngạch 8 tháng chỉ đạt 5,1 tỷ đồng, giảm 17% so với cùng kỳ năm ngoái. Trong đó, chè 8 tháng đạt 2,2 tỷ đồng, giảm 24% so với cùng kỳ năm ngoái.",
    # shares of two amounts, the second without a comma
    "Huyện Đông đứng thứ hai với 96,4 triệu USD, chiếm 17,3% tổng vốn đăng ký. Huyện Tây đứng thứ ba với 90,8 triệu USD chiếm 16,3% tổng vốn đăng ký.",
    # rates of two counts that are no rounding of each other
    "Cử tri trong danh sách bầu hội đồng cấp trên là 412.350 người, trong đó, số cử tri đã tham gia bầu là 412.266 người, chiếm tỷ lệ 99,98%.\n\n"
    "Cử tri trong danh sách bầu hội đồng cấp dưới là 412.208 người, trong đó, số cử tri đã tham gia bầu là 412.084 người, chiếm tỷ lệ 99,97%.",
    # the growths behind them differ
    "Quý II, hành khách qua bến đạt 74 nghìn lượt, tăng 3,4% so với quý trước; doanh thu ước 3,7 nghìn tỷ đồng, tăng 4,1% và tăng 22,6%.\n\n"
    "Quý II, hàng hóa qua bến đạt 91 nghìn tấn, tăng 2,2% so với quý trước; doanh thu ước 5,7 nghìn tỷ đồng, tăng 3,8% và tăng 18,4%.",
    # something by itself
    "Trong 32 ngành cấp 2, có một nửa số ngành có chỉ số tăng.\n\nTính chung 9 tháng, chỉ số giảm 4,1%. Riêng chế biến gỗ, có tới 18/27 ngành cấp 2 có chỉ số giảm.",
)  # fmt: skip
ONE_THING = (
    "Tổng thu ngân sách năm 2023 của huyện đạt 412,6 tỷ đồng, tăng 8,4% so với năm 2022.\n\nTổng thu ngân sách năm 2023 của huyện đạt 421,6 tỷ đồng, tăng 8,4% so với năm 2022.",
    "Tổng thu ngân sách năm 2023 của huyện đạt 412,6 tỷ đồng, đạt 104,8% dự toán.\n\nNhư vậy, tổng thu ngân sách năm 2023 của huyện đạt 412,6 tỷ đồng, đạt 108,4% dự toán.",
    "Trong năm 2023, xảy ra 214 vụ vi phạm, giảm 36 vụ so với năm 2022.\n\nNăm 2023, toàn huyện xảy ra 241 vụ vi phạm, giảm 36 vụ so với năm 2022.",
)  # fmt: skip


@pytest.mark.parametrize("text", TWO_THINGS)
def test_two_things_told_alike_are_no_two_values(text):
    assert "F204" not in rules(text)


@pytest.mark.parametrize("text", ONE_THING)
def test_one_thing_with_its_other_figures_told_again_still_is(text):
    assert "F204" in rules(text)


@pytest.mark.parametrize(
    "text",
    (
        "Tổng dư nợ là 306 tỷ đồng. Dư nợ ủy thác qua các hội là 294,7 tỷ đồng, chiếm 96,32% tổng dư nợ, với 8.140 hộ vay.",
        "Diện tích rừng bị hại là 58,4 ha, giảm 21,3% so với cùng kỳ năm trước, bao gồm: Diện tích rừng bị sâu bệnh là 4,9 ha, giảm 51,2%; diện tích rừng bị lấn chiếm là 53,5 ha, giảm 7%.",
    ),
)
def test_rounded_amounts_and_parts_of_a_list_give_no_wrong_share(text):
    assert rules(text) == []


def test_a_share_of_rounded_amounts_with_a_wrong_digit_is_told():
    text = "Tổng dư nợ là 306 tỷ đồng. Dư nợ ủy thác qua các hội là 294,7 tỷ đồng, chiếm 93,31% tổng dư nợ, với 8.140 hộ vay."
    (finding,) = figure_findings(text)
    assert finding.rule == "F203"


@pytest.mark.parametrize(
    "text",
    (
        # men and women side by side
        "Danh sách có 51.240 cử tri (số cử tri nam: 24.910 người, số cử tri nữ: 26.330 người).",
        # a bracket that closed before holds no total of the next one
        "Bão làm 17 người bị nạn (xã Đông: 4 người do cây đổ; xã Tây: 13 người do sạt lở), 9 người lạc, 10 người ốm (xã Đông: 9 người; xã Nam: 1 người).",
        # a unit right behind its figure
        "Sâu hại 318 ha ngô (xã Đông 124 ha; xã Tây 150 ha; xã Nam 38 ha; xã Bắc: 2,5 ha; xã Trung: 3,5ha).",
        # a row of labels with their values
        "Toàn huyện có 61 điểm thi số thí sinh dự thi: 612 người số thí sinh đỗ: 404 người số thí sinh được cộng điểm: 404 người.",
        # where something is, not how much of it
        "Có 52.118 hội viên tại 14 cụm sinh hoạt ở 11 xã, thị trấn tham gia bình chọn, đạt tỷ lệ 98,87%.",
    ),
)
def test_figures_that_only_stand_side_by_side_are_left_alone(text):
    assert rules(text) == []


def test_a_wrong_part_with_its_unit_right_behind_it_is_told():
    text = "Sâu hại 318 ha ngô (xã Đông 124 ha; xã Tây 150 ha; xã Nam 48 ha; xã Bắc: 2,5 ha; xã Trung: 3,5ha)."
    assert rules(text) == ["F201"]


@pytest.mark.parametrize(
    "text",
    (
        # numbered items
        "Chỉ số 3 - Tỷ lệ hộ dân dùng hố xí đạt Quy chuẩn (TC 07: 2011): 76%.\n\nChỉ số 5 - Tỷ lệ hộ nghèo dùng hố xí đạt Quy chuẩn (TC 07: 2011): 67%.",
        # classes by their bounds
        "14/41 xã có tỷ lệ tiêm phòng ít nhất một mũi trên 90% tổng đàn. Có 17/41 xã có tỷ lệ tiêm phòng ít nhất một mũi từ 70-90% tổng đàn.",
        # two markets side by side, the month told of the first list
        "Hợp tác xã Đông đứng đầu với 9,36 tỷ đồng (số liệu hết tháng 5), tăng 18,4%. Tiếp theo là Hợp tác xã Tây đạt 3,42 tỷ đồng, tăng 31,7%, Hợp tác xã Nam đạt 2,84 tỷ đồng, tăng 9,2%.",
        # a rate in the bracket of another time is of what has just changed
        "Công nhận 96 làng, đạt 61,3% tăng 0,8% so với năm 2015; công nhận 142 trường học sạch, tăng 31 trường so với năm 2015 (đạt 88,4%).",
    ),
)
def test_items_classes_and_rates_of_others_are_kept_apart(text):
    assert rules(text) == []


def test_figures_are_of_two_things_when_what_follows_them_is():
    text = (
        "Kiểm lâm xử lý 09 vụ chặt phá; 17 vụ vận chuyển lâm sản trái phép; phạt gần 64 triệu đồng.\n\n"
        "Biên phòng xử lý 18 vụ vận chuyển lâm sản trái phép; phạt gần 185 triệu đồng."
    )
    assert rules(text) == []
