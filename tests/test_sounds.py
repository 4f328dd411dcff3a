"""T701 by sound: syllables that dialects say alike, one of which never stands alone."""

from __future__ import annotations

import pytest

from vnreport_nlp.checks.wording.slips import slips


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Đến nay có 5 sã đạt chuẩn nông thôn mới.", "sã", "xã"),
        ("Chú trọng ở nhửng lĩnh vực mới.", "nhửng", "những"),
        ("Kết quả đạt được chong năm qua là toàn diện.", "chong", "trong"),
        ("Các chi bộ đả kết nạp 12 đảng viên.", "đả", "đã"),
        ("Ban đã nhận 14 đơn thư khiếu lại, phản ánh.", "khiếu lại", "khiếu nại"),
        ("Tang vật tạm dữ, chờ xử lý.", "tạm dữ", "tạm giữ"),
    ],
)
def test_what_is_said_alike_is_found(text: str, wrong: str, right: str) -> None:
    (one,) = slips(text)
    assert wrong in one[2] and right in one[3]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà máy xả nước thải ra suối.", "Trồng sả dưới tán rừng, ủ tro bếp làm phân.", "Hồ trữ nước cho vụ mùa.", "Lũ dữ tràn về bản.",
        "Bà con chong đèn canh lúa.", "Dân bản Nà Sả trồng chè.", "Ăn trưa tại trường, chiều về.", "Nan tre đan lát thành sọt.", "Tránh cãi vã trong thôn.",
    ],
)  # fmt: skip
def test_rare_words_are_words(text: str) -> None:
    assert list(slips(text)) == []
