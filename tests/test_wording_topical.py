"""T701: what a draft is about is no slip, however rarely it stands beside some word."""

from __future__ import annotations

import pytest

from vnreport_nlp.checks.wording.slips import slips

ABOUT = "Khoa Dược cấp phát thuốc. Vùng dược liệu rộng 12 ha. Công ty dược thu mua toàn bộ. "


def told(text: str) -> list[str]:
    return [wrong for _, _, wrong, _ in slips(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai doanh nghiệp dược giữ lời hứa thu mua hết sản lượng.",
        "Công tác dược làm tốt việc dự trù.",
        "Sản phẩm dược đưa ra thị trường tăng.",
    ],
)
def test_a_word_that_the_draft_is_about_is_no_slip(sentence: str) -> None:
    assert told(ABOUT + sentence) == []


@pytest.mark.parametrize("sentence", ["Việc này đã dược giao cho thôn.", "Hồ sơ phải dược gửi trước tháng sau."])
def test_beside_grammar_it_stays_one(sentence: str) -> None:
    assert told(ABOUT + sentence)


def test_one_that_stands_alone_in_a_draft_stays_one() -> None:
    assert told("Hai doanh nghiệp dược giữ lời hứa thu mua hết sản lượng.")
