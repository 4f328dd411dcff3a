"""C303: the letters of a symbol are those of the document it is called, and of its year's National Assembly."""

from __future__ import annotations

import pytest
from test_periods_citations import rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thực hiện Nghị quyết số 15-CT/TU ngày 10/6/2022 của Ban Thường vụ Tỉnh ủy.", ["C303"]),
        ("Căn cứ Nghị định số 07/2021/NQ-CP ngày 27/01/2021 của Chính phủ.", ["C303"]),
        ("Theo Kế hoạch số 41-HD/HU, huyện tổ chức 12 lớp.", ["C303"]),
        ("Thực hiện Luật Nghĩa vụ quân sự số 78/2015/QH14, xã giao đủ quân.", ["C303"]),
        ("Căn cứ Pháp lệnh số 02/2020/UBTVQH13 ngày 09/12/2020.", ["C303"]),
        ("Thực hiện Thông báo kết luận số 20-TB/TU và Quy định số 22-QĐ/TW, Quyết định số 12-QĐ/HU.", []),
        ("Theo Luật số 78/2015/QH13, Luật số 31/2024/QH15, Nghị quyết số 12/2021/QH14 và số 41/2021/QH15.", []),
        ("Thực hiện Đề án 06/QĐ-TTg, Chương trình 1719/QĐ-TTg và Quy chế làm việc kèm Quyết định số 08-QĐ/HU.", []),
        ("Nghị quyết của cấp ủy nêu rõ việc thực hiện số 05-CT/TW.", []),
    ],
)
def test_the_symbol_is_that_of_the_document_and_of_its_year(text, wanted):
    assert rules(text, "citations") == wanted
