"""F203 stays silent where rounded figures may give the percentage, or it is right of the first of two things counted together."""

from __future__ import annotations

import pytest
from figure_rules import rules


@pytest.mark.parametrize(
    "joined", ["{0} vụ - {1} bị cáo", "{0} vụ với {1} bị cáo", "{0} vụ, {1} bị cáo", "{0} vụ và {1} bị cáo"]
)
@pytest.mark.parametrize(
    ("percent", "wanted"),
    [("87,38", []), ("87,4", []), ("90,03", []), ("92,4", ["F203"])],
)
def test_of_two_things_counted_together_either_may_be_meant(joined: str, percent: str, wanted: list[str]) -> None:
    came, done = joined.format("214", "391"), joined.format("187", "352")
    assert rules(f"I. KẾT QUẢ\n\nTòa án hai cấp thụ lý {came}, giải quyết {done}, đạt {percent}%.") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Số việc đủ điều kiện là 7,36 ngàn; đã xong 3,52 ngàn việc (đạt tỷ lệ 47,86%).", []),
        ("Số việc đủ điều kiện là 7,36 ngàn; đã xong 3,52 ngàn việc (đạt tỷ lệ 47,78%).", []),
        ("Số việc đủ điều kiện là 7,36 ngàn; đã xong 3,52 ngàn việc (đạt tỷ lệ 48,21%).", ["F203"]),
        ("Số việc đủ điều kiện là 7.360 việc; đã xong 3.520 việc (đạt tỷ lệ 47,86%).", ["F203"]),
        ("Vốn đủ điều kiện chi là 152,3 tỷ đồng; đã chi 70,8 tỷ đồng, đạt 46,52%.", []),
        ("Vốn đủ điều kiện chi là 152,3 tỷ đồng; đã chi 70,8 tỷ đồng, đạt 46,94%.", ["F203"]),
    ],
)
def test_a_figure_in_thousands_with_decimals_is_rounded(text: str, wanted: list[str]) -> None:
    assert rules(f"I. KẾT QUẢ\n\n{text}") == wanted


@pytest.mark.parametrize(("percent", "wanted"), [("36,0", []), ("41,0", []), ("37,4", ["F203"])])
def test_a_share_may_be_of_a_sum_that_is_told_as_one(percent: str, wanted: list[str]) -> None:
    came = "612 vụ việc + 86 vụ việc kỳ trước chuyển sang"
    told = f"Tòa án hai cấp thụ lý mới {came}; đã giải quyết 251 vụ việc phải giải quyết, đạt {percent}%."
    assert rules(told) == wanted
