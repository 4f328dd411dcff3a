"""T701 and T702 of slips that real reports have: half a word lost or too many, a verb or a year told twice."""

from __future__ import annotations

import pytest
from test_wording import found

from vnreport_nlp.text import fold


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đại hội Đảng bộ xã Đồi Mơ lần thức XI thành công.", "lần thứ"),
        ("Xã đảm bản chế độ cho người có công.", "đảm bảo"),
        ("Người đi bộ gây tại nạn trên đường liên thôn.", "tai nạn"),
        ("Các thôn thực hiến kế hoạch trồng cây.", "thực hiện"),
        ("Văn phòng HĐND huyên đã trả lời cử tri.", "huyện"),
        ("Toàn bộ đường trực thôn được đổ bê tông.", "đường trục"),
        ("Thôn Suối Cạn cần xã định rõ ranh giới đất rừng.", "xác định"),
        ("Chăn nuôi có chuyển biến tích, đàn bò tăng nhanh.", "chuyển biến tích cực"),
        ("Xã kè 400 m bờ suối để chống xói lỡ.", "xói lở"),
        ("Mưa lớn làm sạt lỡ 12 điểm trên tỉnh lộ.", "sạt lở"),
        ("Ba thôn trồng 40 ha phi lao ven biên.", "ven biển"),
        ("Xã chú trọng nưng cao chất lượng dạy nghề.", "nâng cao"),
        ("Trạm cấp cứu 4 ca ngộ độ thức ăn.", "ngộ độc"),
        ("Số hộ nghèo giảm nưng chưa bền vững.", "nhưng"),
    ],
)
def test_a_letter_or_half_a_word_lost(text: str, right: str) -> None:
    assert any(right in str(f.message) for f in found(text, "T701"))


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội Đảng bộ xã Đồi Mơ lần thứ XI thành công, đánh dấu một lần thức tỉnh của thanh niên.",
        "Hội giúp tại nạn nhân cư trú, thực hiện hiến máu và hiến kế.",
        "Hai xã định hướng phát triển chăn nuôi; cần xã định kỳ báo cáo.",
        "Chợ ven biên họp hai phiên; các thôn ven biên giới lỡ vụ lúa; độ ẩm và ngộ độc được theo dõi.",
        "Chi bộ có chuyển biến tích cực; chốt đường trực 24 giờ tại cầu Bến Lội.",
    ],
)
def test_the_same_syllables_where_they_belong(text: str) -> None:
    assert found(text, "T701") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thu ngân sách xã đạt đạt kế hoạch huyện giao.", ["T702"]),
        ("Sản lượng lúa đạt đạt 412 tấn.", ["T702"]),
        ("Tỷ lệ thôn văn hóa đạt đạt 82% kế hoạch.", []),
        ("Số hộ đủ tiêu chí đạt đạt 300 hộ.", []),
        ("Kết quả 6 tháng đầu năm năm 2024 của xã Đồi Mơ còn thấp.", ["T702"]),
        ("Kế hoạch năm năm 2021 - 2025 của xã Đồi Mơ được duyệt đầu năm 2021.", []),
        ("Tính từ đầu năm năm thôn đã đổ bê tông.", []),
    ],
)
def test_a_verb_and_a_year_told_twice(text: str, wanted: list[str]) -> None:
    assert [f.rule for f in found(text, "T702")] == wanted


def test_an_a_with_a_caron_is_read_as_the_letter_that_looks_like_it() -> None:
    assert fold("Nǎm nay, CHǍM LO") == fold("Năm nay, CHĂM LO")
    assert found("Mười hai thôn nǎm qua làm đường.", "T701") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Xã cấp thẻ bảo hiểm cho 12.4560 người.", "124.560"),
        ("Hội vận động 1.250.00 đồng mỗi hội viên.", "125.000"),
        ("Dịch vụ của xã Đồi Mơ tăng 0 74% so với năm trước.", "0,74%"),
        ("Thu nhập bình quân đạt 41,5% triệu đồng mỗi người.", "41,5 triệu đồng"),
    ],
)
def test_figures_that_no_number_is_printed_like(text: str, right: str) -> None:
    assert any(right in str(f.message) for f in found(text, "T701"))


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 12.5.2024 người dân nộp hồ sơ tại trụ sở mới; tháng 6.2024 hộ cuối cùng chuyển đi.",
        "Xã Đồi Mơ có 12.456 người, mỗi hộ 3.5 người, diện tích 12.4560 ha, chi 1.250.000 đồng.",
        "Năm 2020 68% số hộ có nước sạch; đạt 41,5% (17 triệu đồng); thôn số 10 24% hộ nghèo.",
    ],
)
def test_figures_rightly_printed(text: str) -> None:
    assert found(text, "T701") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nông nghiệp của xã tăng 4,2%; khu vực dịch vụ tăng 3,8%; khu vực dịch vụ tăng 3,8%.", ["T702"]),
        ("Trạm tiêm phòng cho 120 con trâu, bò, trạm tiêm phòng cho 120 con trâu, bò.", []),
        ("Thôn Đồi Mơ đạt 19 tiêu chí, thôn Suối Cạn đạt 19 tiêu chí.", []),
        ("Lúa 20 ha, đạt 100% kế hoạch; ngô 10 ha, đạt 100% kế hoạch.", []),
        ("Phạt 5 hộ; phạt 5 hộ.", []),
    ],
)
def test_a_clause_that_stands_right_behind_itself(text: str, wanted: list[str]) -> None:
    assert [f.rule for f in found(text, "T702")] == wanted


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Các đạị biểu xã Đồi Mơ dự đại hội.", "đại"),
        ("Chi bộ họp hôị nghị hai lần.", "hội"),
        ("Sản xuất nông nghịêp tăng khá.", "nghiệp"),
        ("Các đại biêủ thảo luận.", "biểu"),
    ],
)
def test_a_tone_told_twice_or_beside_its_letter(text: str, right: str) -> None:
    assert [right in str(f.message) for f in found(text)] == [True]


def test_a_tone_of_the_old_or_the_new_spelling_is_right() -> None:
    assert (
        found("Thôn Suối Cạn hoà giải, hòa giải, xoá nghèo, xóa nghèo, thuỷ lợi, thủy lợi, hướng dẫn, giữa kỳ.") == []
    )
