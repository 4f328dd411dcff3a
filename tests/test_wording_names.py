"""T701 of proper names told in two ways, T702 of half a word said twice; near names and meeting words that are right."""

from __future__ import annotations

import pytest
from test_wording import found

from vnreport_nlp.checks.wording.slips import slips


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nghị quyết được triển triển khai đến mọi chi bộ.", "triển triển"),
        ("Cấp ủy thường thường trực vào các ngày lễ.", "thường thường"),
        ("Việc đào tạo cán cán bộ nguồn được quan tâm.", "cán cán"),
        ("Công tác này chưa được thực thực hiện đồng bộ.", "thực thực"),
    ],
)
def test_half_a_word_said_twice_though_it_may_end_another(text: str, words: str) -> None:
    (one,) = found(text, "T702")
    assert words in one.places[0].quote.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn đã xác thực thực phẩm bẩn tại chợ.",
        "Phát triển triển lãm nông sản của xã.",
        "Đời sống bình thường thường ngày được bảo đảm.",
        "Cán bộ bộ phận một cửa thường xuyên tập huấn.",
        "Nhiều người thường thường đi chợ phiên.",
    ],
)
def test_two_words_that_meet_in_one_syllable_pass(text: str) -> None:
    assert found(text, "T702") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đồng chí Lò Văn Thìn, Bí thư Chi bộ bản Nà Sa, dự hội nghị. Ngày sau, ông Lò Văn Thín, Bí thư Chi bộ bản Nà Sa, báo cáo lại.", "Lò Văn Thìn"),
        ("Hợp tác xã Nông nghiệp Hương Xuân có 30 thành viên. Năm 2023, Hợp tác xã Nông nghiệp Hưng Xuân trồng nấm.", "Hương Xuân"),
        ("Thôn mới: thôn Khe Đá đạt chuẩn. Ở thôn Khe Đá có 9 hộ. Đường thôn Khe Đá dài 2 km. Cầu thôn Khe Đa đã xong.", "Khe Đá"),
        ("Tượng đài Chủ tịch Hồ Chí Mình được tôn tạo.", "Hồ Chí Minh"),
    ],
)  # fmt: skip
def test_a_proper_name_told_in_two_ways(text: str, right: str) -> None:
    assert any(right in str(f.message) for f in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Lò Văn Thìn, Bí thư Chi bộ bản Nà Sa, và ông Lò Văn Thín, Trưởng bản Nà Sa, cùng dự.",
        "Hai thôn Khe Đá và thôn Khe Đa giáp nhau. Thôn đông dân. Đường thôn Khe Đá dài 2 km. Chợ thôn Khe Đá mở lại.",
        "Hợp tác xã Nông nghiệp Hòa Bình và Hợp tác xã Nông nghiệp Hoà Bình là một cách viết.",
        "Thôn Nà Mạ có 40 hộ. Đường vào thôn Nà Ma dài 3 km.",
    ],
)
def test_near_names_of_different_people_and_places_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chị em phụ nữ mở cửa hàng bán đồ gia dụng, doanh thu 40 triệu đồng mỗi tháng.",
        "Các hộ ven biên được cấp nước sạch, trẻ em ven biên được đến trường.",
        "Sườn đồi thoải, đất hợp để trồng chè; trong mạch chuyện ấy còn có nghề dệt.",
    ],
)
def test_words_that_meet_freely_are_no_slips(text: str) -> None:
    assert list(slips(text)) == []
