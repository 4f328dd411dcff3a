"""F201 and F203 of what is no part and no earlier value: other measures, cases and people, classes, what came to a stock; F204 of hours."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thư viện đón 64.200 lượt bạn đọc, trong đó đọc tại chỗ 58.900 lượt; luân chuyển sách 7.400 lượt.", []),
        ("Tòa thụ lý 160 vụ, trong đó tranh chấp đất 131 vụ; hòa giải thành 38 vụ.", []),
        ("Trung tâm mở 160 lớp, trong đó lớp nghề may 131 lớp; bồi dưỡng ngắn ngày 38 lớp.", []),
        ("Trạm tiêm 160 lượt, trong đó tiêm nhắc lại 131 lượt; khám sàng lọc 38 lượt.", []),
        ("Tòa thụ lý 160 vụ, trong đó tranh chấp đất 131 vụ; tranh chấp nhà 38 vụ.", ["F201"]),
        ("Bộ phận nhận 160 hồ sơ, trong đó nộp trước hạn 131 hồ sơ; nộp sau hạn 38 hồ sơ.", ["F201"]),
        ("Tòa thụ lý 160 vụ, trong đó: tranh chấp đất 131 vụ; hòa giải thành 38 vụ.", ["F201"]),
        ("Xã gieo 160 ha, trong đó ngô 131 ha; đậu xanh 38 ha.", ["F201"]),
    ],
)  # fmt: skip
def test_behind_one_part_and_a_semicolon_another_measure_begins(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lực lượng thu 41 bao thuốc lá; trong đó khởi tố 14 vụ, 21 bị can, xử phạt 03 vụ, 04 đối tượng.", []),
        ("Thu giữ 22 máy; trong đó phạt 9 vụ, 11 người, nhắc nhở 2 vụ, 1 người.", []),
        ("Lực lượng lập 41 vụ, gồm khởi tố 14 vụ, xử phạt 21 vụ, nhắc nhở 7 vụ.", ["F201"]),
    ],
)
def test_cases_and_the_people_in_them_are_not_added(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nhà trường thưởng 120 học sinh lớp 9, gồm: 40 em môn Toán, 30 em môn Văn, 35 em môn Anh và 25 em môn Sử.",
        "Hội tặng quà 120 hộ thôn 4 (gồm 75 hộ nghèo, 55 hộ cận nghèo).",
        "Nhà trường thưởng 120 học sinh khối 9 gồm: 40 em môn Toán, 30 em môn Văn, 35 em môn Anh, 25 em môn Sử.",
    ],
)
def test_the_number_of_a_class_is_no_total(text: str) -> None:
    (found,) = figure_findings(text)
    assert found.rule == "F201"
    assert found.quote.startswith("120")


def test_one_bracket_is_told_once() -> None:
    text = "Quỹ có 84.310 hội viên tham gia, cao hơn 0,6% so với chỉ tiêu giao (71,2%) (trong đó, đóng theo tháng: 80.912 người, đóng theo năm: 4.398 người); chi 2.120 lượt."
    assert rules(text).count("F201") == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hội kết nạp mới 318 hội viên, tăng 96 hội viên so với cuối năm trước (9.740 hội viên).", []),
        ("Trồng mới 62 ha chè, tăng 18 ha so với năm 2022 (1.930 ha).", []),
        ("Năm nay tuyển 27 giáo viên, giảm 5 giáo viên do nghỉ hưu, tăng 14 giáo viên so với đầu năm (880 giáo viên).", []),
        ("Hội kết nạp mới 318 hội viên, tăng 96 hội viên so với năm trước (414 hội viên).", ["F203"]),
        ("Trồng mới 62 ha chè, tăng 18 ha so với năm 2022 (80 ha).", ["F203"]),
        ("Hội có 9.318 hội viên, tăng 96 hội viên so với năm 2022 (9.414 hội viên).", ["F203"]),
    ],
)  # fmt: skip
def test_what_there_was_is_no_earlier_value_of_what_came_to_it(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


CALLS = "I. KẾT QUẢ\n\n{} trạm tiếp nhận 146 cuộc gọi khẩn.\n\n{} trạm tiếp nhận 164 cuộc gọi khẩn."


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Từ 6 giờ đến 12 giờ,", "Từ 12 giờ đến 18 giờ,", []),
        ("Từ 20 giờ ngày 03/5 đến 6 giờ ngày 04/5,", "Từ 6 giờ đến 20 giờ ngày 04/5,", []),
        ("Trong khoảng từ 7h30 đến 11h30,", "Từ 13h30 - 17h00,", []),
        ("Từ 6 giờ đến 12 giờ,", "Từ 6 giờ đến 12 giờ,", ["F204"]),
        ("Năm 2024,", "Năm 2024,", ["F204"]),
    ],
)
def test_figures_of_two_spans_of_hours_are_of_two_times(first: str, second: str, wanted: list[str]) -> None:
    assert rules(CALLS.format(first, second)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ban đã trả lời 27/41 kiến nghị thuộc thẩm quyền, 16 kiến nghị còn lại đang xem xét.", ["F201"]),
        ("Xã hoàn thành 27/41 tiêu chí (đạt 65,9%), và 13 tiêu chí còn lại đạt thấp.", ["F201"]),
        ("Ban đã trả lời 27/41 kiến nghị thuộc thẩm quyền, 14 kiến nghị còn lại đang xem xét.", []),
        ("Ban đã trả lời 27/41 kiến nghị, rút 3 kiến nghị, 11 kiến nghị còn lại đang xem xét.", []),
        ("Ban đã trả lời 27/41 kiến nghị, ngoài ra 6 kiến nghị còn lại của năm trước đã xong.", []),
    ],
)
def test_what_is_left_of_a_ratio_may_stand_before_its_words(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Khu có 9.120 cây lâu năm. Trong đó bao gồm 5.310 cây ăn quả và 3.410 cây bóng mát.", []),
        ("Khu có 9.120 hộ dân. Trong đó bao gồm 5.310 hộ làm vườn và 3.410 hộ buôn bán.", ["F201"]),
        ("Khu có 9.120 hộ dân. Trong đó gồm 5.310 hộ làm vườn và 3.810 hộ buôn bán.", []),
        ("Khu có 9.120 hộ dân. Trong đó có 5.310 hộ làm vườn và 3.410 hộ buôn bán.", []),
        ("Phiếu thu về 412/tổng số 418 phiếu, đạt 96,8%.", ["F203"]),
        ("Phiếu thu về 412/tổng số 418 phiếu, đạt 98,6%.", []),
        ("Có 431/tổng số 418 đảng viên dự học.", ["F202"]),
        ("Xã thu hoạch 812 ha cây màu, chủ yếu là lạc 871 ha.", ["F202"]),
        ("Xã thu hoạch 812 ha cây màu, chủ yếu là lạc 671 ha.", []),
    ],
)
def test_words_that_open_a_whole_list_a_whole_or_a_largest_part(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted
