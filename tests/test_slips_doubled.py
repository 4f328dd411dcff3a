"""Degrees and boards written twice, clauses pasted behind themselves, syllables that are none, brackets that send a text back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.outline.placeholders import placeholders

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


def found(text: str, rule: str) -> list[str]:
    case = {"id": "case", "text": text, "title": "", "date": None}
    return [f.quote for f in evaluate_cases.findings(case) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Mỗi bản có ít ít nhất hai tổ tự quản.", "ít ít"),
        ("Đây là xã có số hộ cao cao nhất huyện.", "cao cao"),
        ("Tỷ lệ này thấp nhất nhất trong năm năm.", "nhất nhất"),
        ("Huyện đã ban ban hành chín văn bản.", "ban ban"),
        ("Xã sẽ tổ tổ chức đối thoại vào tháng ba.", "tổ tổ"),
        ("Chi bộ chưa công công khai kết quả.", "công công"),
        ("Thu đạt 41 tỷ đồng. 12 xã về đích đúng hạn, 12 xã về đích đúng hạn, tăng 3 xã.", "12 xã về đích đúng hạn, 12 xã về đích đúng hạn"),
        ("Huyện quản lý chặt đất công, xử lý nghiêm vi phạm, quản lý chặt đất công, xử lý nghiêm vi phạm và thu hồi đất.", ""),
    ],
)  # fmt: skip
def test_what_stands_twice_is_told(text: str, quote: str) -> None:
    told = found(text, "T702")
    assert bool(told) == bool(quote) and all(quote in t for t in told)


@pytest.mark.parametrize(
    "text",
    [
        "Bà con trồng ít ít để thử đất trước.",
        "Cả bản nhất nhất nghe theo lời già làng.",
        "Cao nhất nhất là ở các bản giáp rừng.",
        "Đại biểu ít nhất nhất trí với phương án một.",
        "Việc khó nhất nhất định phải làm trước.",
        "Trưởng ban ban hành quy chế hoạt động.",
        "Do ban ban hành nên văn bản có hiệu lực ngay.",
        "Tổ tổ chức ngày hội gồm 11 người.",
        "Nhà ở xa xa nhất là bản Nà Hốc cũng có điện.",
        "Đường mới mới xong, xe đã chạy được.",
        "Xã Đông tăng 3 tiêu chí, xã Tây tăng 3 tiêu chí, xã Nam tăng 2 tiêu chí.",
        "Họp chi bộ, học nghị quyết, họp chi bộ, học nghị quyết.",
    ],
)
def test_what_is_said_twice_on_purpose_is_right(text: str) -> None:
    assert found(text, "T702") == []


def test_several_clauses_pasted_again_are_told() -> None:
    said = "rà soát lại quỹ đất công của từng xã, xử lý dứt điểm các vụ lấn chiếm"
    (told,) = found(
        f"Huyện tập trung {said}, {said}, thu hồi đất bỏ hoang.".replace("tập trung rà", "tập trung, rà"), "T702"
    )
    assert told.startswith("rà soát lại") and told.endswith("lấn chiếm")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Lúa sinh truởng khá, ít sâu bệnh.", "trưởng"),
        ("Cây sinh truởng, phát triển tốt.", "trưởng"),
        ("Các ấp đều có đuờng.", "đường"),
        ("Bà con nhận qùa, gạo và chăn.", "quà"),
    ],
)
def test_what_is_no_syllable_is_told_whatever_stands_beside_it(text: str, right: str) -> None:
    case = {"id": "case", "text": text, "title": "", "date": None}
    (told,) = [f for f in evaluate_cases.findings(case) if f.rule == "T701"]
    assert right in str(told.message)


@pytest.mark.parametrize(
    "text",
    ["Cây sinh trưởng, phát triển tốt.", "Ông Y Kuơng là già làng của buôn.", "Bà con nhận quà, gạo và chăn.", "Thuở ấy bản chưa có đường."],
)  # fmt: skip
def test_syllables_and_names_are_left_alone(text: str) -> None:
    assert found(text, "T701") == []


@pytest.mark.parametrize(
    "note",
    [
        "(Sở Tài chính bổ sung số liệu)",
        "(Sở KH&ĐT bổ sung số liệu)",
        "(Văn phòng kiểm tra lại số liệu)",
        "[UBND xã Đồi Mơ cập nhật số liệu]",
        "(các phòng, ban bổ sung thêm số liệu)",
        "(Phòng Nội vụ đề nghị rà soát lại nội dung này)",
        "(đồng chí Lan viết thêm đoạn này)",
    ],
)
def test_a_bracket_that_sends_the_text_back_is_a_placeholder(note: str) -> None:
    text = f"Thu ngân sách đạt 41 tỷ đồng {note}, tăng 3 tỷ đồng."
    assert [text[a:b] for a, b in placeholders(text)] == [note]


@pytest.mark.parametrize(
    "note",
    [
        "(nguồn: Sở Tài chính)",
        "(Sở Tài chính cung cấp số liệu)",
        "(Sở Tài chính đã bổ sung số liệu)",
        "(Phòng Nội vụ rà soát, tham mưu)",
        "(Văn phòng cập nhật số liệu hằng tuần)",
        "(Công an xã bổ sung 3 biên chế)",
        "(Phòng Tài chính không bổ sung số liệu)",
        "(Ban Chỉ đạo họp xem lại nội dung của đề án)",
    ],
)
def test_a_bracket_that_tells_something_is_none(note: str) -> None:
    assert placeholders(f"Thu ngân sách đạt 41 tỷ đồng {note}, tăng 3 tỷ đồng.") == []
