"""A text that retells the table beside it: growth, shares, values, times and units that no cell gives; all that a table leaves open is silent."""

from __future__ import annotations

import pytest
from tables_made import findings, told

FISH = """
    TT | Chỉ tiêu | ĐVT | Năm 2023 | Năm 2024 | Tăng, giảm
    1 | Sản lượng khai thác | tấn | 8.460 | 9.137 | 677
    2 | Sản lượng nuôi trồng | tấn | 5.240 | 4.873 | -367
    3 | Giá trị xuất khẩu | triệu đồng | 61.750 | 74.215 | 12.465
    4 | Tàu cá lắp thiết bị giám sát | tàu | 412 | 538 | 126
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 8,0% so với cùng kỳ.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 8% so với năm trước.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 11,0% so với cùng kỳ.", ["F203"]),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 18,0% so với kế hoạch.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 31,5% so với năm 2019.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, bình quân mỗi năm tăng 5,2%.", []),
        ("Sản lượng nuôi trồng giảm 7,0%.", []),
        ("Sản lượng nuôi trồng tăng 7,0%, đạt 4.873 tấn.", []),
        ("Sản lượng nuôi trồng đạt 4.873 tấn, tăng 7,0% so với năm 2023.", ["F203"]),
        ("Giá trị xuất khẩu đạt 74,2 tỷ đồng, tăng 20,2% so với năm 2023.", []),
        ("Giá trị xuất khẩu đạt 74,2 tỷ đồng, tăng 22,0% so với năm 2023.", ["F203"]),
        ("Giá trị xuất khẩu đạt trên 74 tỷ đồng, tăng khoảng 20% so với năm 2023.", []),
        ("Giá trị xuất khẩu đạt 74,2 tỷ đồng, riêng tôm tăng 35,4%.", []),
    ],
)  # fmt: skip
def test_a_growth_is_that_of_the_row_it_is_told_of(text: str, wanted: list[str]) -> None:
    assert told(FISH, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 677 tấn so với năm 2023.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 767 tấn so với năm 2023.", ["F201"]),
        ("Sản lượng khai thác đạt 9.137 tấn, tăng 1.204 tấn so với năm 2020.", []),
    ],
)
def test_an_amount_of_change_is_that_of_the_row(text: str, wanted: list[str]) -> None:
    assert told(FISH, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sản lượng nuôi trồng tăng 367 tấn do mở thêm ao.", ["F203"]),
        ("Sản lượng nuôi trồng giảm 367 tấn do bán bớt ao.", []),
        ("So với năm 2023, sản lượng khai thác giảm 677 tấn.", ["F203"]),
        ("Sản lượng khai thác giảm 677 tấn so với năm 2023.", ["F203"]),
        ("Sản lượng khai thác giảm 8,0% so với năm 2023.", []),  # one digit agrees by chance
        ("Giá trị xuất khẩu giảm 20,2% so với năm 2023.", ["F203"]),
        ("Sản lượng khai thác giảm 677 tấn so với kế hoạch.", []),
        ("Sản lượng khai thác giảm khoảng 677 tấn.", []),
        ("Sản lượng khai thác giảm 54 tấn trong quý IV.", []),
    ],
)
def test_a_change_goes_the_way_of_the_row(text: str, wanted: list[str]) -> None:
    assert told(FISH, text) == wanted


def test_the_way_of_a_change_is_told_from_early_to_late() -> None:
    (one,) = findings(FISH, "Sản lượng khai thác giảm 677 tấn so với năm 2023.")
    assert "giảm 8.460 → 9.137" in str(one.message)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Năm 2024, sản lượng nuôi trồng đạt 5.240 tấn.", ["F204"]),
        ("Năm 2023, sản lượng nuôi trồng đạt 5.240 tấn.", []),
        ("Năm 2024, sản lượng nuôi trồng giảm so với 5.240 tấn của năm trước.", []),
        ("Năm 2024, kế hoạch sản lượng nuôi trồng là 5.240 tấn.", []),
        ("Sản lượng khai thác đạt 9.137 tấn, sản lượng nuôi trồng đạt 5.240 tấn.", ["F204"]),
        ("Năm 2023, sản lượng khai thác đạt 8.460 tấn, sản lượng nuôi trồng đạt 5.240 tấn.", []),
    ],
)
def test_a_cell_of_another_year(text: str, wanted: list[str]) -> None:
    assert told(FISH, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sản lượng khai thác đạt 9.137 kg.", ["F204"]),
        ("Sản lượng khai thác đạt 9.137 tấn.", []),
        ("Sản lượng khai thác đạt 9,137 nghìn tấn.", []),
        ("Giá trị xuất khẩu đạt 74,2 triệu đồng.", []),
        ("Giá trị xuất khẩu đạt 742,2 tỷ đồng.", ["F204"]),
        ("Giá trị xuất khẩu đạt 47,2 tỷ đồng.", ["F204"]),
        ("Giá trị xuất khẩu sang Hàn Quốc đạt 47,2 tỷ đồng.", []),
        ("Phấn đấu giá trị xuất khẩu đạt 742,2 tỷ đồng.", []),
    ],
)
def test_a_value_in_another_unit_or_with_a_slip(text: str, wanted: list[str]) -> None:
    assert told(FISH, text) == wanted


TREES = """
    Loài cây | Diện tích (ha) | Sản lượng (tấn)
    Cây chè | 318,4 | 2.865
    Cây mắc ca | 127,9 | 204
    Cây dược liệu | 85,2 | 311
    Tổng cộng | 531,5 | 3.380
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cây chè có 318,4 ha, chiếm 59,9% diện tích.", []),
        ("Cây chè có 318,4 ha, chiếm 95,9% diện tích.", ["F203"]),
        ("Cây chè có 318,4 ha, chiếm 42,0% diện tích đất trồng cây lâu năm của xã.", []),
        ("Cây mắc ca chiếm 24,1% diện tích.", []),
        ("Cây mắc ca chiếm 21,4% diện tích.", ["F203"]),
        ("Cây dược liệu (85,2 ha) phát triển ở 6 thôn.", []),
    ],
)  # fmt: skip
def test_a_share_is_that_of_the_total_row(text: str, wanted: list[str]) -> None:
    assert told(TREES, text) == wanted


LIBRARY = """
    Năm | Số đầu sách | Lượt bạn đọc | Kinh phí (triệu đồng)
    2021 | 3.140 | 11.260 | 86
    2022 | 3.412 | 12.745 | 91
    2023 | 3.875 | 15.318 | 104
    2024 | 4.226 | 16.940 | 120
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Năm 2024, thư viện phục vụ 16.940 lượt bạn đọc, tăng 10,6% so với năm 2023.", []),
        ("Năm 2024, thư viện phục vụ 16.940 lượt bạn đọc, tăng 50,4% so với năm 2021.", []),
        ("Năm 2024, thư viện phục vụ 16.940 lượt bạn đọc, tăng 13,6% so với năm 2023.", ["F203"]),
        ("Năm 2024, thư viện phục vụ 16.940 lượt bạn đọc, tăng 13,6% so với năm 2018.", []),
        ("Năm 2024, lượt bạn đọc đạt 15.318 lượt.", ["F204"]),
        ("Năm 2023, lượt bạn đọc đạt 15.318 lượt.", []),
    ],
)
def test_years_may_be_rows(text: str, wanted: list[str]) -> None:
    assert told(LIBRARY, text) == wanted


LEFT = """
    TT | Cụm | Đầu năm 2024 | < | Cuối năm 2024 | <
    ^ | ^ | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
    1 | Cụm Nà Lơi | 96 | 12,45 | 71 | 9,18
    2 | Cụm Bản Hẻo | 58 | 7,62 | 49 | 6,41
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cụm Nà Lơi giảm từ 12,45% xuống còn 9,18%, giảm 3,27 điểm phần trăm.", []),
        ("Cụm Nà Lơi có 96 hộ, chiếm 12,45%; cuối năm còn 71 hộ, chiếm 9,18%, giảm 3,72 điểm phần trăm.", ["F203"]),
        ("Cụm Nà Lơi còn 9,18%, giảm 1,50 điểm phần trăm so với kế hoạch.", []),
    ],
)
def test_points_between_two_rates_that_are_told(text: str, wanted: list[str]) -> None:
    assert told(LEFT, text) == wanted


def test_the_units_of_both_are_told_where_they_differ() -> None:
    found = findings(FISH, "Giá trị xuất khẩu đạt 47,2 tỷ đồng.")
    assert str(found[0].message).endswith("47,2 tỷ đồng và 74.215 triệu đồng")


def test_tables_of_other_sections_are_not_retold() -> None:
    """What stands under another heading of the first level is of something else."""
    first = "I. KẾT QUẢ PHÁT TRIỂN THỦY SẢN", FISH, "Nghề cá phát triển ổn định trong năm qua."
    second = "II. KẾT QUẢ PHÁT TRIỂN CÔNG NGHIỆP", "Sản lượng khai thác đạt 9.731 tấn đá."
    assert told(*first, *second) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sản lượng khai thác đạt 9.137 tấn, tăng 41,0% so với đầu nhiệm kỳ.",
        "Sản lượng khai thác quý II đạt 2.415 tấn, tăng 3,1% so với quý I.",
        "Giai đoạn 2021 - 2024, sản lượng khai thác tăng bình quân 5,6%/năm.",
        "Giá trị xuất khẩu đạt 74.215 triệu đồng, trong đó mực 21.760 triệu đồng, chiếm 29,3%.",
        "Nếu không kể hàng tạm nhập, giá trị xuất khẩu đạt 71.425 triệu đồng, tăng 15,7% so với năm 2023.",
        "Năm 2025, giá trị xuất khẩu phấn đấu đạt 80.000 triệu đồng, tăng 7,8% so với năm 2024.",
        "Sản lượng nuôi trồng của xã Cồn Vành đạt 1.873 tấn, giảm 11,4% so với năm 2023.",
        "Sản lượng nuôi trồng năm 2023 là 5.240 tấn, năm 2024 là 4.873 tấn, giảm 7,0%.",
        "Có 538 tàu cá lắp thiết bị giám sát với 2.690 lao động, tăng 126 tàu so với năm 2023.",
    ],
)
def test_what_no_cell_tells_is_left_alone(text: str) -> None:
    assert told(FISH, text) == told(text, FISH) == []


def test_a_change_of_another_thing_is_not_that_of_the_last_figure() -> None:
    text = "Năm 2024, thư viện có 4.226 đầu sách, phục vụ 16.940 lượt bạn đọc, tăng 351 đầu sách so với năm 2023."
    assert told(LIBRARY, text) == []


CLINICS = """
    Cơ sở | Giường bệnh | Lượt khám | Công suất sử dụng (%) | Chi phí (triệu đồng)
    Trạm xá Bãi Sậy | 12 | 6.214 | 71,4 | 1.385
    Phòng khám Cầu Mây | 30 | 14.870 | 83,6 | 4.926
    Nhà hộ sinh Trung tâm | 24 | 3.152 | 64,9 | 2.740
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phòng khám Cầu Mây khám đông nhất, công suất sử dụng đạt 83,6%.", []),
        ("Phòng khám Cầu Mây đạt 83,6% công suất.", []),
        ("Phòng khám Cầu Mây đạt 86,3% công suất.", ["F203"]),
        ("Phòng khám Cầu Mây đạt 95,2% kế hoạch.", []),
        ("Phòng khám Cầu Mây được cấp 4.926 triệu đồng.", []),
        ("Phòng khám Cầu Mây được cấp thêm tới 4.926 tỷ đồng.", ["F204"]),
        ("Cầu Mây được cấp 4.800 tỷ đồng trong mười năm.", []),
    ],
)
def test_rates_and_long_figures_of_a_row_that_is_named(text: str, wanted: list[str]) -> None:
    assert told(CLINICS, text) == wanted


def test_a_year_that_a_sentence_compares_with_is_not_the_one_it_tells_of() -> None:
    text = "Sản lượng khai thác tăng 677 tấn so với năm 2023; sản lượng nuôi trồng đạt 4.873 tấn, giảm 7,0% so với năm trước."
    assert told(FISH, text) == []
    assert told(FISH, text.replace("giảm 7,0%", "giảm 9,0%")) == ["F203"]


def test_the_only_row_with_a_long_figure_is_told_of_without_its_name() -> None:
    assert told(FISH, "Ngư dân đánh bắt 9.137 tấn, tăng 8,0% so với năm 2023.") == []
    assert told(FISH, "Ngư dân đánh bắt 9.137 tấn, tăng 9,0% so với năm 2023.") == ["F203"]
