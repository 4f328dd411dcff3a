"""C305 of laws and decrees that are cited by name or day with another number, and of years that are none of a document."""

from __future__ import annotations

import pytest
from test_periods_citations import rules

from vnreport_nlp.checks.citations.laws import known_laws


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thực hiện Luật Khiếu nại số 02/2011/QH13 ngày 11/11/2011, xã giải quyết 12 đơn.", []),
        ("Thực hiện Luật Khiếu nại số 03/2011/QH13 ngày 11/11/2011, xã giải quyết 12 đơn.", ["C305"]),
        ("Thực hiện Luật Khiếu nại số 02/2011/QH13 ngày 01/11/2011, xã giải quyết 12 đơn.", ["C305"]),
        ("Thực hiện Luật Đất đai số 31/2023/QH15, xã cấp 40 giấy.", ["C305"]),
        ("Thực hiện Luật Đất đai (số 31/2024/QH15), Luật Đất đai năm 2013 (Luật số 45/2013/QH13), xã cấp 40 giấy.", []),
        ("Thực hiện Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 43/2024/QH15 ngày 29/6/2024.", []),
        ("Thực hiện Luật Trồng cây xanh số 99/2024/QH15, xã trồng 40 cây.", []),
        ("Thực hiện Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018 và Luật Tố cáo số 03/2011/QH13.", []),
    ],
)
def test_a_law_has_the_number_and_the_day_that_it_has(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thủ tục hành chính trên môi trường điện tử.", []),
        ("Theo Nghị định số 54/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thủ tục hành chính trên môi trường điện tử.", ["C305"]),
        ("Theo Nghị định số 54/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về đăng kiểm tàu cá.", []),
    ],
)  # fmt: skip
def test_a_decree_of_a_known_day_and_subject_with_its_digits_turned(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kết quả thực hiện Nghị quyết số 57-NQ/TW năm 2025 đạt kế hoạch.", []),
        ("Kết quả triển khai các Nghị quyết số 57-NQ/TW năm 2025 đạt kế hoạch.", []),
        ("Thực hiện Nghị quyết số 57-NQ/TW năm 2025 của Bộ Chính trị, xã mở 3 lớp.", ["C305"]),
        ("Quán triệt Nghị quyết số 57-NQ/TW năm 2025, xã mở 3 lớp.", ["C305"]),
    ],
)
def test_the_year_in_which_a_resolution_was_carried_out(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


def test_the_list_of_laws_is_sound() -> None:
    """One law a number and year; assemblies sat in the years of their laws."""
    laws = [law for same in known_laws().values() for law in same]
    assert len({(law.number, law.date.year) for law in laws}) == len(laws) >= 50
    sat = {11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026)}
    assert all(sat[law.assembly][0] <= law.date.year <= sat[law.assembly][1] for law in laws)
