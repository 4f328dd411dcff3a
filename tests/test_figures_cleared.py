"""Right figures that weigh as wrong until one looks at what stands beside them, and slips that the words around them prove."""

from __future__ import annotations

import pytest
from figure_rules import evaluate_cases, rules

RIGHT = (
    "Xã có 148 hộ nghèo trên tổng số 1.850 hộ (8%) và 111 hộ cận nghèo (6%).",
    "Mức hỗ trợ 60 triệu đồng/nhà xây mới và 30 triệu đồng/nhà sửa chữa, tổng cộng 3.270 triệu đồng.",
    "Đến cuối năm đàn bò có 71 con kể cả 17 bê mới sinh, đàn dê tăng lên 203 con.",
    "Từ đầu năm đến ngày kết thúc hoạt động của cấp huyện (30/6), xã tiếp nhận 33 đơn.",
    "Doanh thu tăng 8,1% so với năm 2023 (687 tỷ đồng); lợi nhuận trước thuế 58,3 tỷ đồng, vượt 6% kế hoạch.",
    "Chỉ tiêu là 60 đảng viên mới, kết quả như sau: năm 2020: 9; năm 2021: 14; năm 2022: 12; năm 2023: 10; năm 2024: 11; lũy kế 56 đồng chí.",
    "Các chi bộ kiểm tra 34 đảng viên, đạt 106,25% kế hoạch; giám sát 27 đảng viên, đạt 90% kế hoạch.",
    "Phân công 4 tổ với 26 thành viên: Tổ Văn kiện 9, Tổ Nhân sự 6, Tổ Tuyên truyền - Khánh tiết 8, Tổ Hậu cần 7; bốn đồng chí tham gia hai tổ.",
    "Chấm 225 bài: điểm 9 - 10 có 64 bài, điểm 7 - 8 có 139 bài, điểm 5 - 6 có 22 bài, bình quân 7,7 điểm.",
    "Tỷ lệ hộ văn hóa năm 2022 là 91,9% (4.312/4.690 hộ), năm 2023 là 92,9% (4.398/4.736 hộ), năm 2024 là 91,8% (4.405/4.801 hộ).",
    "Cả năm phát 156 buổi. So với kế hoạch 140 buổi phát thanh, đã vượt 11,4%; so với năm 2023 (149 buổi) tăng 4,7%.",
    "Có 73 sinh viên ra trường, chỉ 14 đồng chí chuyển đến nên tổng số đảng viên tăng 5 đồng chí so với năm học trước (407 đồng chí).",
    "Tiếp nhận 46 đơn, trong đó 41 đơn đủ điều kiện, giải quyết xong 39/41 đơn (95,1%), còn 2 đơn đang giải quyết theo trình tự.",
    "Xuất khẩu ước đạt 2,84 tỷ USD, tăng 12,9% so với năm 2024 (2.515 triệu USD); khu vực đầu tư nước ngoài đạt 2.187 triệu USD, chiếm 77%.",
    "Diện tích 2.864 ha, trong đó 6 khu đã hoạt động (1.937 ha), 3 khu đang đầu tư hạ tầng (927 ha).",
    "Khám cho 21.460 lượt người, trong đó bảo hiểm y tế 17.832 lượt (83,1%), y học cổ truyền 5.906 lượt (27,5%; phần lớn đồng thời là lượt bảo hiểm y tế).",
    "Thu nhập ước đạt 46,2 triệu đồng, gấp 1,62 lần năm 2020 (28,5 triệu đồng), tăng 3,4 triệu đồng (7,9%) so với năm 2024 (42,8 triệu đồng).",
    "Trong 6 tháng cuối năm 2025 cung ứng 684,2 triệu kWh, cả năm đạt 1.305,7 triệu kWh, tăng 10,8% so với năm 2024.",
    "Số xuất sắc giảm 2 nhưng do tổng số giảm từ 58 xuống 46 nên tỷ lệ tăng từ 17,2% lên 17,4%.",
    "Cả năm mở 18 lớp với 561 học viên, bằng 72% số lớp kế hoạch (25 lớp) nhưng đạt 102% số học viên (550).",
    "Trao Huy hiệu cho 187 đảng viên: loại 80 năm 1 đồng chí, 75 năm 4, 70 năm 6, 65 năm 11, 60 năm 23, 55 năm 47, 50 năm 39, 45 năm 18, 40 năm 22, 30 năm 16.",
    "Công ty giảm 120% lợi nhuận; số lao động giảm 12,5%, đạt 125% kế hoạch tinh giản.",
    "Năm nay có 551 người, 31 đồng chí trong số đó đều từ đại học trở lên; năm trước có 29 đồng chí.",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_plainly_of_others_is_not_told(text: str) -> None:
    assert rules(text) == []


SLIPS = (
    ("F202", "Năm 2023, số vụ trộm cắp tài sản giảm 112% so với năm 2022; tệ nạn đánh bạc được kiềm chế."),
    ("F202", "Đến tháng 5/2025, 104,6% số trẻ đang học tại trường có cân nặng bình thường."),
    ("F201", "Đầu năm 2024, Đảng bộ công ty có 1.217 đảng viên. Trong năm kết nạp 46 đồng chí, tiếp nhận 38 đồng chí chuyển đến, chuyển đi 51 đồng chí, khai trừ 1 đồng chí; hiện có 1.239 đảng viên."),
    ("F201", "Kỳ trước chuyển sang 143 hồ sơ, tiếp nhận mới 1.286 hồ sơ; đã trả kết quả 1.392 hồ sơ, trong đó đúng hạn 1.345 hồ sơ, quá hạn 47 hồ sơ; còn 27 hồ sơ đang trong hạn."),
    ("F201", "Năm 2021 kết nạp 62, năm 2022 kết nạp 71, năm 2023 kết nạp 78, năm 2024 kết nạp 75; lũy kế 4 năm kết nạp 296 đảng viên."),
    ("F204", "Ủy ban kiểm tra đối với 6 tổ chức đảng. Kết quả, cả 7 tổ chức được kiểm tra đều có khuyết điểm."),
    ("F204", "Quận chỉ đạo xử lý 37 công trình vi phạm. Tuy nhiên, 47 công trình nói trên vẫn có nơi phát hiện muộn."),
    ("F204", "Cuối năm xã còn 86 hộ nghèo, chiếm 5%. Đảng ủy phân công 10 chi bộ giúp đỡ 68 hộ nghèo hiện có."),
    ("F204", "Tỷ lệ hộ nghèo giảm còn 5,2% cuối năm 2023. Bước sang năm 2024, từ mức 4,2% cuối năm 2023, huyện phấn đấu giảm thêm 1,5 điểm phần trăm."),
    ("F203", "Tổng số phải thu 1.250 triệu đồng, đã thu 1.130 triệu đồng, đạt 9,04%, còn nợ 120 triệu đồng."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), SLIPS)
def test_what_the_words_around_it_prove_is_told(rule: str, text: str) -> None:
    assert rules(text) == [rule]


TABLE = """Công tác kết nạp đảng viên theo bảng dưới đây:

| Năm | Số kết nạp | Trong đó nữ |
| --- | --- | --- |
| 2020 | 98 | 45 |
| 2021 | 112 | 52 |
| 2022 | 121 | 58 |
| Tổng kết nạp cả nhiệm kỳ | 331 | {women} |
"""


def test_a_table_by_years_adds_up_and_its_rows_are_of_their_years() -> None:
    """Two rows that differ by two digits in changed places are two years; the last row is their total, whatever it is called."""
    assert rules(TABLE.format(women=155)) == []
    assert rules(TABLE.format(women=165)) == ["F201"]


TITLE = "BÁO CÁO TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trong nhiệm kỳ 2020 - 2025 trao Huy hiệu như sau: năm 2018 trao 14, năm 2021 trao 19, năm 2022 trao 23, năm 2023 trao 17.", 1),
        ("Trong nhiệm kỳ 2020 - 2025 trao Huy hiệu như sau: năm 2020 trao 14, năm 2021 trao 19, năm 2022 trao 23, năm 2023 trao 17.", 0),
        ("Trong nhiệm kỳ 2020 - 2025 hộ nghèo giảm đều: năm 2019 có 140 hộ, năm 2020 còn 119, năm 2021 còn 90, năm 2022 còn 71.", 0),
        ("Trong nhiệm kỳ 2020 - 2025 thu ngân sách: năm 2018 (so với khi lập xã) 14 tỷ, năm 2021 đạt 19, năm 2022 đạt 23, năm 2023 đạt 27.", 0),
    ],
)  # fmt: skip
def test_a_year_outside_the_term_in_a_list_of_its_years(text: str, wanted: int) -> None:
    found = evaluate_cases.findings({"id": "t", "title": TITLE, "text": text + "\n"}, ("periods",))
    assert [f.rule for f in found] == ["P401"] * wanted


@pytest.mark.parametrize(
    ("base", "wanted"),
    [(" so với hộ hội viên", []), (" so với hộ giỏi", ["F203"]), (" so với tổng số hộ giỏi", ["F203"])],
)
def test_a_share_that_names_others_is_of_them(base, wanted):
    text = (
        "Năm nay, bà con bình chọn được 4.120 hộ giỏi các cấp, trong đó: cấp tỉnh 150 hộ, cấp huyện 620 hộ, "
        f"cấp cơ sở 3.350 hộ đạt 60,5%{base}."
    )
    assert rules(text) == wanted
