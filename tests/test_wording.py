"""T701 and T702: families of slips and of words written twice, each with look-alikes that are right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.checks import wording_unseen
from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


def found(text: str, rule: str = "T701") -> list[Finding]:
    case = {"id": "case", "text": text, "title": "", "date": None}
    return [f for f in evaluate_cases.findings(case) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Kịp thời tháo gở khó khăn cho doanh nghiệp.", "tháo gỡ"),
        ("Xây dựng hệ thông chính trị vững mạnh.", "hệ thống"),
        ("Ban hành 05 để án chuyên đề về kinh tế rừng.", "đề án"),
        ("Ban Chỉ đạo phòng, chồng tham nhũng họp định kỳ.", "chống"),
        ("Có 27 hộ nghèo dược vay vốn ưu đãi.", "được"),
    ],
)
def test_a_slip_of_no_list_is_found_by_what_fits_there(text, right):
    assert any(right in str(f.message) for f in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Khách mua mặt hàng chính của huyện là quế.",
        "Nhóm biển động mạnh, tàu khách không chạy.",
        "Bảng kê tài sản đồng, chi phí dự phòng khắc phục bão.",
        "Ngành dược tỉnh kiểm tra 41 quầy thuốc.",
        "Dự thảo viết nhầm “tháo gở” thay vì “tháo gỡ”.",
        "Ông Trần Văn Tháo gở lưới, bà Nghi quyết mua lại.",
    ],
)
def test_words_that_meet_by_chance_are_no_slips(text):
    assert found(text) == []


def test_without_the_word_list_no_slip_is_guessed(monkeypatch):
    monkeypatch.setattr(wording_unseen, "dictionary", frozenset)
    assert list(wording_unseen.unseen("Kịp thời tháo gở khó khăn.")) == []


def test_a_pair_is_a_slip_only_with_evidence():
    assert [str(f.message) for f in found("Loa phát thanh của xã báo lũ sớm hai giờ.")] == []
    (one,) = found("Công tác kiêm tra có trọng tâm.")
    assert "kiểm tra" in str(one.message)


@pytest.mark.parametrize(
    "text",
    [
        "Ngân sách xã thu hụt 2% so với dự toán.",
        "Người dân phản ảnh qua đường dây nóng.",
        "Tổ chức diễu hành chào mừng ngày thành lập.",
        "Bảo vệ người chưa thành niên.",
        "Đẩy lui dịch tả lợn châu Phi trong chín ngày.",
        "Công an thẩm vấn hai đối tượng.",
    ],
)
def test_words_of_the_dictionary_are_no_slips(text):
    assert found(text) == []
