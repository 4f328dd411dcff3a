"""Pairs of figures by score: one thing with two values is told, two things are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from test_checks import found

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import RuleSet, assess

TWO_VALUES = (
    "Toàn huyện có 1.436 hộ trồng dâu nuôi tằm.\n\nĐời sống của 1.463 hộ trồng dâu nuôi tằm trong huyện khá lên.",
    "Năm 2023, Bảo tàng tỉnh đón 48.620 lượt khách tham quan.\n\nVới 46.820 lượt khách tham quan năm 2023, Bảo tàng tỉnh là điểm đến được ưa chuộng.",
    "Sản lượng muối năm 2024 của xã đạt 12.450 tấn.\n\n| Chỉ tiêu năm 2024 | Kết quả |\n|---|---|\n| Sản lượng muối của xã (tấn) | 14.250 |",
    "Phường có 17 tổ dân phố.\n\nCamera an ninh đã lắp đặt ở cả 18 tổ dân phố của phường.",
    "Trên địa bàn thành phố có 36 trường mầm non.\n\n| Địa bàn | Số trường mầm non |\n|---|---|\n| Khu Đông | 20 |\n| Khu Tây | 14 |\n| Toàn thành phố | 34 |",
    "Năm 2023, tỷ lệ trẻ em được tiêm chủng đầy đủ của huyện là 96,8%.\n\nTuy nhiên, tỷ lệ trẻ em được tiêm chủng đầy đủ năm 2023 mới đạt 95,1%, chưa như mong muốn.",
)
TWO_THINGS = (
    "Đầu nhiệm kỳ, Đảng bộ có 47 tổ chức cơ sở đảng.\n\nĐảng bộ huyện có 46 tổ chức cơ sở đảng trực thuộc.",
    "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương được quán triệt.\n\nNghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương được thực hiện.",
    "Hội Nông dân xã Cẩm Hà có 812 hội viên, thu hút 81% hộ nông dân tham gia.\n\nHội Nông dân xã Cẩm Nam có 821 hội viên, thu hút 79% hộ nông dân tham gia.",
    "Toàn tỉnh có 12 cụm công nghiệp đã có nhà đầu tư hạ tầng.\n\nNhóm 2: 14 cụm công nghiệp do doanh nghiệp làm chủ đầu tư hạ tầng.",
    "Năm 2022, Bảo tàng tỉnh đón 48.620 lượt khách tham quan.\n\nNăm 2023, Bảo tàng tỉnh đón 46.820 lượt khách tham quan.",
    "Đàn dê năm 2023 có 1.436 con.\n\nĐàn cừu năm 2023 có 1.463 con.",
    "Đại hội bầu Ban Chấp hành gồm 27 đồng chí.\n\nHiện nay Ban Chấp hành có 25 đồng chí.",
    "Kế hoạch năm 2024 trồng 245 ha rừng.\n\nNăm 2024 trồng 254 ha rừng.",
)


@pytest.mark.parametrize("text", TWO_VALUES)
def test_one_thing_with_two_values_is_told_once_with_both_places(text):
    (finding,) = found("F204", text)
    assert len(finding.places) == 2


@pytest.mark.parametrize("text", TWO_THINGS)
def test_two_things_are_not_told(text):
    assert not found("F204", text)


TOLD, SUMMED = "# II. Kết quả\n\n{}\n\n", "# IV. Đánh giá chung\n\nNội bộ đoàn kết, nền nếp giữ vững. {}"
EXCHANGED = (
    ("Các cấp thi hành kỷ luật 07 tổ chức đảng và 164 đảng viên.", "Nhờ siết chặt, trong nhiệm kỳ đã có 146 trường hợp đảng viên phải nhận hình thức kỷ luật."),
    ("Đảng bộ kết nạp 1.030 đảng viên, phần lớn là đoàn viên.", "Có thêm 1.003 đồng chí được đứng dưới cờ Đảng."),
    ("Đã số hóa 23 quy trình nghiệp vụ.", "Đến nay đã đưa 32 quy trình nghiệp vụ lên môi trường số."),
    ("Kết nạp 312 đảng viên, riêng sáu tháng cuối năm 2020 là 34.", "Cả huyện kết nạp 321 đảng viên, cao hơn nhiệm kỳ trước."),
)  # fmt: skip
"""Told in one section, in other words in another."""


@pytest.mark.parametrize(("told", "summed"), EXCHANGED)
def test_digits_exchanged_between_two_sections_are_one_thing_in_other_words(told, summed):
    (finding,) = found("F204", TOLD.format(told) + SUMMED.format(summed))
    assert len(finding.places) == 2


@pytest.mark.parametrize(
    ("told", "summed"),
    [
        ("Đã số hóa 23 quy trình nghiệp vụ.", "Cả nhiệm kỳ tặng 32 suất quà cho hộ nghèo."),
        ("Đã số hóa 23 quy trình nghiệp vụ.", "Đến nay đã đưa 25 quy trình nghiệp vụ lên môi trường số."),
        ("Năm 2022 khen thưởng 164 tập thể.", "Năm 2023 khen thưởng 146 tập thể."),
    ],
)
def test_digits_exchanged_say_nothing_of_other_things_and_other_digits_less(told, summed):
    assert not found("F204", TOLD.format(told) + SUMMED.format(summed))


def test_a_name_of_many_figures_says_less_of_two_of_them():
    """With three more counts of the same name two of them may well have the same digits."""
    told, summed = EXCHANGED[2]
    many = "".join(f" Phòng {k} có {n} quy trình nghiệp vụ." for k, n in (("Một", 41), ("Hai", 57), ("Ba", 68)))
    assert not found("F204", TOLD.format(told + many) + SUMMED.format(summed))


def test_digits_exchanged_side_by_side_are_two_things():
    told, summed = EXCHANGED[2]
    assert not found("F204", TOLD.format(f"{told} {summed}"))


MISTYPED = (
    ("Trong nhiệm kỳ mở 58 lớp tập huấn cho 2.146 lượt cán bộ hội.", "Tập huấn được 2.196 lượt cán bộ hội, ai cũng được cấp tài liệu."),
    ("Các cấp đã giải quyết 437 đơn kiến nghị, phản ánh của công dân.", "Công tác tiếp dân có tiến bộ, đã xem xét giải quyết 487 đơn kiến nghị."),
)  # fmt: skip
"""One digit of three or more is another."""


@pytest.mark.parametrize(("told", "summed"), MISTYPED)
def test_one_wrong_digit_between_two_sections_is_one_thing_in_other_words(told, summed):
    (finding,) = found("F204", TOLD.format(told) + SUMMED.format(summed))
    assert len(finding.places) == 2


@pytest.mark.parametrize(
    ("told", "summed"),
    [
        ("Trong nhiệm kỳ mở lớp tập huấn cho 2.146 lượt cán bộ hội.", "Vận động hội viên góp 2.196 ngày công làm đường."),
        ("Năm 2021 giám sát 314 lượt đảng viên.", "Năm 2023 giám sát 374 lượt đảng viên."),
        ("Kiểm tra 314 lượt đảng viên.", "Giám sát 374 lượt tổ chức đảng."),
        ("Tiếp nhận 437 đơn kiến nghị.", "Phấn đấu giải quyết 487 đơn mỗi năm."),
        ("Huyện có 437 hộ nghèo.", "Vận động hỗ trợ 487 hộ cận nghèo xây nhà."),
    ],
)  # fmt: skip
def test_one_other_digit_says_nothing_of_other_things(told, summed):
    assert not found("F204", TOLD.format(told) + SUMMED.format(summed))


def test_a_target_is_no_other_value_of_what_was_done():
    told = "Kết nạp 31 đảng viên mới trong nhiệm kỳ, phần lớn là lao động trực tiếp."
    assert not found("F204", TOLD.format(told) + SUMMED.format("Cả nhiệm kỳ kết nạp ít nhất 35 đảng viên."))


def two_values_of(tmp_path: Path, under: str, told: str, later: str) -> list[str]:
    """F204 of a whole draft with a sentence under its heading of people's affairs and another under ``under``."""
    text = (ROOT / "corpus/drafts/huyen-phong-lam.md").read_text(encoding="utf-8")
    for heading, sentence in (("### 6. Công tác dân vận", told), (under, later)):
        at = text.index("\n", text.index(f"\n{heading}") + 1)
        text = f"{text[:at]}\n\n{sentence}\n{text[at:]}"
    path = tmp_path / "draft.md"
    path.write_text(text, encoding="utf-8")
    return [str(f.message) for f in assess(read(path), load_template(), rules=RuleSet(select=("F204",))).findings]


REACHED = "Đã giải quyết 5.104 hồ sơ, đúng hạn 5.063 hồ sơ thủ tục, tỷ lệ hồ sơ thủ tục giải quyết đúng hạn đạt 99,2%."


@pytest.mark.parametrize(
    ("under", "later", "wanted"),
    [
        ("### 2. Hạn chế", "Tỷ lệ hồ sơ thủ tục giải quyết đúng hạn 99,5%.", ["99,2", "99,5"]),
        ("### 7. Về dân vận", "- Tỷ lệ hồ sơ thủ tục giải quyết đúng hạn 99,5%.", []),
        ("### 7. Về dân vận", "Từ kết quả 5.036 hồ sơ thủ tục đúng hạn, phải giữ nền nếp.", ["5.063", "5.036"]),
    ],
)
def test_what_is_aimed_at_is_no_other_value_of_what_was_reached(tmp_path, under, later, wanted):
    messages = two_values_of(tmp_path, under, REACHED, later)
    assert len(messages) == bool(wanted)
    assert all(value in message for message in messages for value in wanted)
