"""Of which number a part or a share is told: of the total, not of the item beside it, of a plan or of another year."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

SIBLINGS = (
    "Thị xã có 18.420 lao động, tăng 2,1% so với năm trước (18.041 lao động), trong đó nam 9.105 người, nữ 9.315 người.",
    "Trong đó nam 1.093 người, nữ 1.271 người.",
    "Tập huấn cho 860 hội viên, trong đó trồng trọt 412 người, chăn nuôi 228 người, nữ 430 người, dân tộc thiểu số 300 người.",
    "Dự hội thảo có 240 cán bộ nghỉ hưu: cấp tỉnh 60 người, nữ 75 người.",
    "Tiếp nhận 420 đảng viên (cấp huyện 190 đồng chí, nữ 201 đồng chí).",
    "Khởi công 42 công trình (chuyển tiếp 22 công trình, mới 20 công trình), hoàn thành 31 công trình.",
    "Trong năm khởi công 15 nhà văn hóa, nâng cấp 9 nhà văn hóa, đưa vào sử dụng 21 nhà văn hóa.",
    "Lập mới 16 dự án, điều chỉnh 11 dự án; đã nghiệm thu 20 dự án.",
    "Nhân dân đóng góp 850 triệu đồng, gồm 830 triệu đồng và 2.480 ngày công.",
    "Vận động được 320 triệu đồng, gồm tiền mặt 180 triệu đồng, 12 con bò giống trị giá 140 triệu đồng.",
)  # fmt: skip


@pytest.mark.parametrize("text", SIBLINGS)
def test_an_item_beside_another_is_a_part_of_the_whole(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Đảng bộ có 45 chi bộ với 320 đảng viên, nữ 342 đồng chí.",
        "Đã khởi công 571 nhà, hoàn thành 618 nhà.",
        "Chi bộ có 32 đảng viên, trong đó nữ 38 đồng chí.",
    ],
)
def test_a_part_of_a_whole_that_stands_alone_is_still_told(text: str) -> None:
    assert rules(text) == ["F202"]


PLANS = (
    "Có 9/11 ấp đạt chuẩn văn hóa, đạt 95% kế hoạch năm.",
    "Toàn xã có 1.250/1.480 hộ tham gia, đạt 95% nghị quyết đề ra.",
    "Lắp đặt camera tại 8/11 khu dân cư, bằng 80% KH năm.",
    "Có 18/24 trường đạt chuẩn quốc gia (đạt 90% kế hoạch).",
)


@pytest.mark.parametrize("text", PLANS)
def test_the_per_cent_of_a_plan_is_not_that_of_all_there_are(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    ["Kết nạp được 54/60 đảng viên, đạt 95% kế hoạch.", "Giải ngân 45/60 tỷ đồng (80% kế hoạch vốn).", "Có 9/11 ấp đạt chuẩn, đạt 95%."],
)  # fmt: skip
def test_a_ratio_of_work_and_its_plan_is_tested(text: str) -> None:
    assert rules(text) == ["F203"]


BASES = (
    ("Gieo trồng được 4.320 ha, đạt 102,9% KH (4.200 ha); trong đó lạc 1.080 ha (chiếm 27%), đậu 640 ha.", "1.080/4.320 = 25"),
    ("Thu ngân sách 6.180 tỷ đồng, tăng 8% so với năm 2024 (5.720 tỷ đồng). Trong đó thu nội địa 5.460 tỷ đồng, chiếm 84,9% tổng thu.", "5.460/6.180 = 88,3%"),
    ("Diện tích cà phê hiện có 3.215 ha, trong đó diện tích cho thu hoạch 2.946 ha, trồng mới 118 ha. Năng suất khá; diện tích được cấp chứng nhận 864 ha, chiếm 23,5% tổng diện tích.", "864/3.215 = 26,9%"),
    ("Thực hiện chương trình giảm nghèo, tổng vốn phân bổ năm nay là 86.450 triệu đồng, gồm vốn đầu tư 41.200 triệu đồng và vốn sự nghiệp 45.250 triệu đồng. Đến 30/9 đã giải ngân 47.115 triệu đồng, đạt 54,5%; trong đó vốn đầu tư 29.870 triệu đồng (đạt 69,1%), vốn sự nghiệp 17.245 triệu đồng (đạt 38,1%).", "29.870/41.200 = 72,5%"),
    ("Nợ bảo hiểm là 296 tỷ đồng, tăng 9,2% so với đầu năm (271 tỷ đồng), trong đó nợ khó thu 188 tỷ đồng, chiếm 60,1%.", "188/296 = 63,5%"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "arithmetic"), BASES)
def test_a_wrong_share_names_the_base_that_its_words_speak_of(text: str, arithmetic: str) -> None:
    assert [arithmetic in str(f.message) for f in figure_findings(text)] == [True]


def test_a_change_is_held_against_the_value_that_it_names() -> None:
    text = "Sản lượng đạt 38.250 tấn, vượt 1.500 tấn (tương ứng vượt 2,8%) so với kế hoạch 37.200 tấn."
    assert ["|38.250 - 37.200| = 1.050" in str(f.message) for f in figure_findings(text)] == [True]
    assert rules(text.replace("1.500", "1.050")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tay nghề bậc cao là 386 thợ (đạt gần 31%), thợ nữ là 42 thợ (đạt 3,42%).", []),
        ("Trồng chè có 412 hộ (chiếm khoảng 31%), trồng quế có 24 hộ (chiếm 1,8%).", []),
        ("Giáo viên giỏi 218 người, chiếm hơn 64%; thạc sĩ 17 người, chiếm 5,03%.", []),
        ("Loại tốt 96 chi bộ (xấp xỉ 71,5%), loại khá 31 chi bộ (23,1%).", []),
        ("Có 386 thợ dự thi (đạt gần 99%), trong đó 42 thợ là nữ (chiếm 19,88%).", ["F203"]),
        ("Tổng số 386 thợ (tăng gần 27%), trong đó 42 thợ nữ (chiếm 13,88%).", ["F203"]),
        ("Kết nạp 386 đoàn viên (đạt trên 96% kế hoạch), trong đó 42 đoàn viên nữ (chiếm 13,88%).", ["F203"]),
    ],
)  # fmt: skip
def test_what_has_a_share_of_its_own_is_no_whole_of_the_item_beside_it(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bộ phận một cửa tiếp nhận 3.126 hồ sơ, trong đó nộp qua mạng 2.514 hồ sơ; tỷ lệ trả kết quả đúng hạn đạt 98,7%.", []),
        ("Trạm khám 2.840 lượt người, trong đó trẻ em 910 lượt; tỷ lệ hài lòng 96,5%.", []),
        ("Cả xã có 1.260 hộ, trong đó 84 hộ kinh doanh; tỉ lệ thu gom rác ước trên 92,3%.", []),
        ("Trong kỳ nhận 4.118 hồ sơ, trả 4.026 hồ sơ, đúng hạn 99,4%.", []),
        ("Tiếp nhận 1.730 hồ sơ, giải quyết xong 1.694 hồ sơ, trong đó trước và đúng hạn đạt 99,2%.", []),
        ("Xã nhận 512 đơn, đã giải quyết 430 đơn; tỷ lệ giải quyết đạt 93,9%.", ["F203"]),
        ("Xã nhận 512 đơn, đã giải quyết 430 đơn, đạt 93,9%.", ["F203"]),
        ("Xã có 8.420 người, số người tham gia bảo hiểm y tế 7.915 người, tỷ lệ bao phủ 91,4%.", ["F203"]),
    ],
)  # fmt: skip
def test_a_rate_of_something_of_its_own_is_no_share_of_what_was_told_before(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted
