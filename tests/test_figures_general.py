"""What checks of figures find without knowing the phrase: shares of a total, lists that nearly make one, things told twice, items counted."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules
from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp.checks.figures.rates.leads import lead_shares
from vnreport_nlp.checks.figures.sums.counted import counted
from vnreport_nlp.checks.figures.sums.lists import near_lists
from vnreport_nlp.text import fold, one_spelling


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đảng bộ có 226 cán bộ, trong đó có 78 nữ, chiếm 35,6%.", ["78/226"]),
        ("Đảng bộ có 226 cán bộ, trong đó có 78 nữ, chiếm 34,5%.", []),
        ("Bầu 39 đồng chí vào Ban Chấp hành; nữ 8 đồng chí (25,5%), trẻ 5 đồng chí (12,8%).", ["8/39"]),
        ("Tiếp nhận 312 đơn; đã giải quyết 298 đơn, đạt 97,5%.", ["298/312"]),
        ("Kiểm tra 24 tổ chức đảng, kết luận 15 tổ chức có vi phạm, chiếm 52,6% số tổ chức được kiểm tra.", ["15/24"]),
        # the share of another number of the paragraph, of a plan, of another quantity, of what is measured
        ("Có 226 cán bộ; cấp huyện 100 đồng chí (44,2%), cấp xã 126 đồng chí (55,8%), trong đó nữ 40 đồng chí, chiếm 31,7%.", []),
        ("Kết nạp 226 đảng viên; trong đó 120 đồng chí là đoàn viên, đạt 55% chỉ tiêu.", []),
        ("Có 48 chi bộ, trong đó 45 chi bộ họp đúng kỳ, tỷ lệ đảng viên dự sinh hoạt đạt 92%.", []),
        ("Thu 210 tỷ đồng; trong đó thu nội địa 180 tỷ đồng, đạt 88%.", []),
        ("Huyện có 18 xã, trong đó 15 xã miền núi, chiếm 82% diện tích tự nhiên.", []),
    ],
)  # fmt: skip
def test_shares_of_the_total_before_them(text, wanted):
    assert [ratio for _, _, ratio, _, _ in lead_shares(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xã gieo trồng 1.325 ha. Trong đó lúa 840 ha, ngô 215 ha, lạc 96 ha, rau 144 ha.", ["840", "215", "96", "144"]),
        ("Trường có 1.274 học sinh, trong đó khối 10 có 12 lớp với 438 học sinh, khối 11 có 12 lớp với 421 học sinh, khối 12 có 12 lớp với 405 học sinh.", ["438", "421", "405"]),
        ("Năm 2021 được 1,35 tỷ đồng; năm 2022 được 1,62 tỷ đồng; năm 2023 được 1,88 tỷ đồng. Như vậy, cộng cả ba năm được 4,75 tỷ đồng.", ["1,35", "1,62", "1,88"]),
        # right; far off; some of the things; steps of one work
        ("Xã gieo trồng 1.295 ha. Trong đó lúa 840 ha, ngô 215 ha, lạc 96 ha, rau 144 ha.", []),
        ("Xã gieo trồng 2.325 ha. Trong đó lúa 840 ha, ngô 215 ha, lạc 96 ha.", []),
        ("Xã gieo trồng 1.325 ha, chủ yếu gồm lúa 840 ha, ngô 215 ha, lạc 96 ha, rau 144 ha.", []),
        ("Nhận 97 hồ sơ, trong đó đủ điều kiện 47 hồ sơ, đã cấp 30 hồ sơ, đạt chuẩn 17 hồ sơ.", []),
    ],
)  # fmt: skip
def test_lists_that_nearly_make_their_total(text, wanted):
    assert [parts for *_, parts, _ in near_lists(text)] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ban hành 06 đề án: (1) Cây dược liệu; (2) Giáo dục; (3) Chuyển đổi số; (4) Rác thải; (5) Cán bộ trẻ.", [("06", 5)]),
        ("Rút ra 5 bài học: Một là, đoàn kết. Hai là, gần dân. Ba là, kiểm tra. Bốn là, nêu gương.", [("5", 4)]),
        ("Đề ra 03 nhiệm vụ: (1) phát triển kinh tế; (2) xây dựng Đảng; (3) chuyển đổi số.", []),
        ("Ban hành 15 nghị quyết, trong đó có các nghị quyết: (1) về cán bộ; (2) về chuyển đổi số.", []),
        ("Chi 12 tỷ đồng cho: (a) đường; (b) trường; (c) trạm.", []),
        ("Có 4 nhóm việc: (1) rà soát; (3) thống kê; (4) báo cáo.", []),
    ],
)  # fmt: skip
def test_things_announced_are_counted(text, wanted):
    assert [(total, items) for _, _, total, items in counted(text)] == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Chương trình xóa nhà tạm của xã hoàn thành 74 căn, về đích sớm.", "Nhờ vậy chương trình xóa nhà tạm của xã hoàn thành 47 căn mà không có khiếu nại.", ["F204"]),
        ("Cơn bão số 4 năm 2022 làm hư 126 nhà, thiệt hại ước 14,5 tỷ đồng.", "Tính chung, cơn bão số 4 năm 2022 gây thiệt hại ước 15,4 tỷ đồng.", ["F204"]),
        ("Toàn nhiệm kỳ thi hành kỷ luật 64 đảng viên, không có khiếu nại.", "Kỷ cương được giữ, cấp ủy mạnh dạn thi hành kỷ luật 46 đảng viên mà không tạo dư luận trái chiều.", ["F204"]),
        ("Đảng bộ thị xã hiện có 38 tổ chức cơ sở đảng với 4.052 đảng viên.", "Nhiệm kỳ qua, Đảng bộ với 4.205 đảng viên đã giữ được sự đoàn kết.", ["F204"]),
        ("Toàn nhiệm kỳ thi hành kỷ luật 64 đảng viên, không có khiếu nại.", "Năm 2023, Ủy ban Kiểm tra thi hành kỷ luật 46 đảng viên.", []),
        # another storm, year, place, set, plan, object
        ("Cơn bão số 4 năm 2022 làm hư 126 nhà, thiệt hại ước 14,5 tỷ đồng.", "Cơn bão số 5 năm 2022 làm hư 162 nhà, thiệt hại ước 15,4 tỷ đồng.", []),
        ("Năm 2022, Đảng ủy xã tổ chức 12 hội nghị quán triệt nghị quyết.", "Năm 2023, Đảng ủy xã tổ chức 21 hội nghị quán triệt nghị quyết.", []),
        ("Toàn huyện có 42 mô hình kinh tế tập thể.", "Toàn huyện có 36 mô hình kinh tế tập thể hoạt động hiệu quả.", []),
        ("Năm 2023, toàn huyện có 42 mô hình kinh tế tập thể.", "Kế hoạch năm 2023, toàn huyện có 45 mô hình kinh tế tập thể.", []),
        ("Năm 2023, Đảng ủy xã tổ chức 12 hội nghị quán triệt nghị quyết.", "Năm 2023, Đảng ủy xã tổ chức 14 hội nghị sơ kết, tổng kết.", []),
    ],
)  # fmt: skip
def test_one_thing_told_twice(first, second, wanted):
    assert rules(f"{first}\n\nCông tác tuyên truyền được chú trọng.\n\n{second}") == wanted


def test_a_draft_in_another_spelling_has_the_same_findings_quoted_as_printed():
    text = "Có 20/18 đảng ủy xã đã tổ chức hội thi; tỷ lệ hộ dùng nước sạch đạt 112%."
    other = text.replace("ủy", "uỷ").replace("tỷ", "tỉ").replace("18 ", "18\u00a0")
    here, there = (figure_findings(t) for t in (text, other))
    assert [f.rule for f in here] == [f.rule for f in there] == ["F202", "F202"]
    assert "đảng uỷ" in there[0].places[0].quote


@given(
    st.text(alphabet=st.sampled_from("aáàảãạoòóỏõọuùúủũụyỳýỷỹỵiìíỉĩịeéèẻẽẹqtklmhnBUỶHOÀ \u00a0\u2003.,19"), max_size=60)
)
def test_one_spelling_keeps_every_offset_and_is_its_own_spelling(text):
    once = one_spelling(text)
    assert len(once) == len(text)
    assert one_spelling(once) == once


@given(st.sampled_from(["hoà", "hòa", "Uỷ", "THUỶ", "khoẻ", "quý", "hoàn", "loà xoà", "tuỳ"]))
def test_the_place_of_the_tone_is_all_that_changes(word):
    assert fold(one_spelling(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đảng bộ có 268 đảng viên, tăng 24 đồng chí so với đầu nhiệm kỳ (246 đồng chí).", ["F201"]),
        ("Đảng bộ có 268 đảng viên, tăng 22 đồng chí so với đầu nhiệm kỳ (246 đồng chí).", []),
        ("Có 31/36 thủ tục hành chính được cắt giảm thời gian, đạt 88,6%.", ["F203"]),
        ("Có 31/36 thủ tục hành chính được cắt giảm thời gian, đạt 86,1%.", []),
    ],
)
def test_members_by_two_names_and_time_that_is_cut(text: str, wanted: list[str]) -> None:
    assert rules(text) == wanted
