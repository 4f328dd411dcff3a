"""F206: days without ``ngày`` between two ends, years with a digit too many, spans of work that begin before any."""

from __future__ import annotations

import pytest
from figure_rules import rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Số liệu lấy từ 31/6 năm trước đến 15/7 năm sau.", ["F206"]),
        ("Đợt tiêm kéo dài từ 20/11 đến 31/11, đúng lịch.", ["F206"]),
        ("Đợt tiêm kéo dài từ 20/11 đến ngày 31/11, đúng lịch.", ["F206"]),
        ("Đợt tiêm kéo dài từ 20/11 đến 30/11, đúng lịch.", []),
        ("Số hộ có nước sạch tăng từ 31/64 hộ đến 40/64 hộ.", []),
        ("Số thôn đạt chuẩn tăng từ 4/13 đến 9/13 thôn.", []),
        ("Quyết định số 41/1998/QĐ-UB ngày 12/5/19988 của tỉnh.", ["F206"]),
        ("Ban hành ngày 12 tháng 5 năm 19988 của tỉnh.", ["F206"]),
        ("Ban hành ngày 12/5/1998 của tỉnh.", []),
        ("Bình quân mỗi năm 19988 lượt khách ghé thăm.", []),
        ("Tổng kết phong trào giai đoạn 1012-2018 của huyện.", ["F206"]),
        ("Tổng kết phong trào nhiệm kỳ 1015 đến 2020 của huyện.", ["F206"]),
        ("Tổng kết phong trào giai đoạn 2012-2018 của huyện.", []),
        ("Lịch sử làng nghề thời kỳ 1802 - 2002 được biên soạn.", []),
        ("Lịch sử làng nghề giai đoạn 1858 - 1945 được biên soạn.", []),
        ("Chỗ ngồi từ 1500 - 2000 người.", []),
    ],
)
def test_days_and_years_that_cannot_be_meant(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted
