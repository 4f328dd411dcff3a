"""Contributions of the sectors to growth, and shares with what is said beside them."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

POINTS = (
    "Tổng sản phẩm trên địa bàn ước tăng 7,12% so với cùng kỳ, trong đó nông nghiệp tăng 3,1%, công nghiệp - xây dựng tăng 9,4%, dịch vụ tăng 6,2%. "
    "Trong mức tăng chung, nông nghiệp đóng góp 0,61 điểm phần trăm; công nghiệp - xây dựng đóng góp {} điểm phần trăm; dịch vụ đóng góp 2,45 điểm phần trăm."
)
SHARES = "Khu vực nông nghiệp tăng 3,1%, đóng góp 8,57% vào mức tăng chung; công nghiệp và xây dựng tăng 9,4%, đóng góp {}%; dịch vụ tăng 6,2%, đóng góp 34,41%."
STRUCTURE = (
    "Trong cơ cấu kinh tế năm nay, nông, lâm nghiệp chiếm 21,35%, giảm 0,87 điểm %; công nghiệp - xây dựng chiếm {}%, tăng 1,42 điểm %; "
    "dịch vụ chiếm 33,19%, giảm 0,43 điểm %; thuế sản phẩm chiếm 5,02%, giảm 0,12 điểm % so với năm trước."
)
RATING = "Kết quả xếp loại: chi bộ trong sạch, vững mạnh chiếm 84,62% (trong đó, tiêu biểu chiếm 18,2%); hoàn thành tốt nhiệm vụ chiếm 11,54%; hoàn thành nhiệm vụ chiếm {}%; yếu kém chiếm 0,64%."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    ((POINTS, "4,06", "4,56"), (SHARES, "57,02", "51,02"), (STRUCTURE, "40,44", "46,44"), (RATING, "3,20", "5,20")),
)
def test_what_should_make_a_growth_or_a_hundred_is_added_up(text, right, wrong):
    assert rules(text.format(right)) == []
    (finding,) = figure_findings(text.format(wrong))
    assert finding.rule == "F201"


@pytest.mark.parametrize(
    "text",
    (
        # one sector takes away
        "GRDP tăng 5,21%. Nông nghiệp làm giảm 0,31 điểm phần trăm; nông nghiệp đóng góp 0,21 điểm phần trăm, công nghiệp đóng góp 3,9 điểm phần trăm, dịch vụ đóng góp 2,6 điểm phần trăm.",
        # not all sectors are told
        "GRDP tăng 8,4%. Ngành dệt đóng góp 1,2 điểm phần trăm; ngành gỗ đóng góp 0,9 điểm phần trăm; ngành giấy đóng góp 0,4 điểm phần trăm.",
        # taxes on products are left out of the list
        "GRDP tăng 8,4%. Nông nghiệp đóng góp 0,6 điểm phần trăm; công nghiệp đóng góp 4,1 điểm phần trăm; dịch vụ đóng góp 3,2 điểm phần trăm.",
    ),
)
def test_contributions_that_need_not_make_it_are_left_alone(text):
    assert "F201" not in rules(text)
