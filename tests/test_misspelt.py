"""T701 of what no syllable can be, T702 of half a word too many at the head of a sentence."""

from __future__ import annotations

import pytest
from test_wording import found

from vnreport_nlp.checks.wording.misspelt import misspelt


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("qùa", "quà"), ("qủa", "quả"), ("Qúy", "quý"), ("qúy", "quý"), ("Uớc", "ước"), ("nuớc", "nước"), ("nguời", "người"),
        ("phuơng", "phương"), ("đưọc", "được"), ("RUỢU", "rượu"), ("thưong", "thương"),
        ("quà", ""), ("thuở", ""), ("huơ", ""), ("quờ", ""), ("quở", ""), ("nước", ""), ("thuê", ""), ("cứu", ""), ("quốc", ""), ("luồng", ""),
    ],
)  # fmt: skip
def test_a_spelling_that_no_syllable_has(word: str, right: str) -> None:
    assert misspelt(word) == right


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hội tặng 40 suất qùa cho người cao tuổi.", ["quà"]),
        ("Uớc tính thiệt hại của vụ lúa mùa khoảng 3 tỷ đồng.", ["Ước"]),
        ("Công trình cấp nuớc sạch phục vụ 300 hộ.", ["nước sạch"]),
        ("Hội tặng 40 suất quà cho người cao tuổi, ước tính 20 triệu đồng, thuở nhỏ ai cũng từng nhận.", []),
    ],
)
def test_it_is_told_with_its_right_form(text: str, wanted: list[str]) -> None:
    assert [dict(f.message.params)["right"] for f in found(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tốc tốc độ giải ngân của huyện còn chậm.", ["T702"]),
        ("Việc này làm tốt. Tốc tốc độ giải ngân của huyện còn chậm.", ["T702"]),
        ("Tốc độ giải ngân của huyện còn chậm.", []),
        ("Dần dần nền nếp được giữ vững.", []),
        ("Nhà nhà thi đua, người người thi đua.", []),
        ("Luôn luôn giữ vững nguyên tắc.", []),
        ("Chuyên chuyên cần nên đạt kết quả.", []),
    ],
)
def test_half_a_word_too_many_opens_a_sentence(text: str, wanted: list[str]) -> None:
    assert [f.rule for f in found(text, "T702")] == wanted


def test_what_ends_the_line_before_is_no_part_of_a_name() -> None:
    """``KẾT QUẢ`` is a heading of its own: the capital below it begins a sentence, not the second word of a name."""
    (one,) = found("I. KẾT QUẢ\nChất lương sinh hoạt chi bộ còn thấp.")
    assert one.quote == "Chất lương"
