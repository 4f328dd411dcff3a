"""The outline's own words under a heading, blanks that nobody filled in and requests to colleagues are no content."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, read
from vnreport_nlp.assess.guided import asked_by, without_guidance
from vnreport_nlp.model import Requirement, Template
from vnreport_nlp.outline.placeholders import is_placeholder, placeholders

GUIDANCE = (
    "Nêu rõ diện tích rừng trồng mới, rừng khoanh nuôi bảo vệ, tỷ lệ che phủ; so sánh với mục tiêu đến năm 2030; "
    "số liệu theo Biểu số 07. Phân tích nguyên nhân của chỉ tiêu chưa đạt."
)
OWN = "Toàn xã trồng mới 126 ha rừng, khoanh nuôi 940 ha, tỷ lệ che phủ đạt 61,5%, cao hơn mục tiêu 1,5 điểm phần trăm."
LONG = " ".join(f"Xã đã giao khoán {n} ha rừng cho {n // 7} hộ ở các thôn vùng cao quản lý." for n in range(70, 140, 7))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (GUIDANCE, ""),
        ("Phân tích nguyên nhân của chỉ tiêu chưa đạt.", ""),
        ("- So sánh với mục tiêu đến năm 2030; số liệu theo Biểu số 07.", ""),
        (f"Phân tích nguyên nhân của chỉ tiêu chưa đạt. {OWN}", OWN),
        (OWN, OWN),
        (
            "Nguyên nhân của chỉ tiêu chưa đạt là mưa lũ kéo dài.",
            "Nguyên nhân của chỉ tiêu chưa đạt là mưa lũ kéo dài.",
        ),
        ("Số liệu.", "Số liệu."),
    ],
)
def test_sentences_and_parts_of_the_guidance_are_the_outlines(text: str, rest: str) -> None:
    assert without_guidance(text, asked_by(GUIDANCE)) == rest


def test_of_a_long_guidance_only_what_asks_is_taken_out() -> None:
    asked = asked_by(f"{LONG} Làm rõ trách nhiệm của từng tập thể được giao đất, giao rừng.")
    assert without_guidance(LONG, asked) == LONG, "a report taken for an outline has sentences of its own"
    assert without_guidance("Làm rõ trách nhiệm của từng tập thể được giao đất, giao rừng.", asked) == ""


def status(folder: Path, body: str) -> tuple[str, str, list[str]]:
    template = Template(
        "rung", "Bảo vệ và phát triển rừng",
        (Requirement("I", "Công tác trồng rừng", guidance=GUIDANCE, min_syllables=20), Requirement("II", "Phòng cháy rừng", min_syllables=20)),
    )  # fmt: skip
    path = folder / "a.txt"
    path.write_text(
        f"BÁO CÁO\nBảo vệ và phát triển rừng\n\nI. Công tác trồng rừng\n{body}\n\nII. Phòng cháy rừng\n{LONG}\n",
        encoding="utf-8",
    )
    result = assess(read(path), template, reading=None)
    verdict = result.verdict("I")
    told = [str(f.message) for f in result.findings if f.rule == "S102"]
    return verdict.status, str(verdict.why), told


def test_guidance_left_in_place_is_an_empty_section_and_told_so(tmp_path: Path) -> None:
    found, why, told = status(tmp_path, GUIDANCE)
    assert found == "empty" and why.startswith("Dưới tiêu đề chỉ có lời hướng dẫn của đề cương: “Nêu rõ diện tích")
    assert told == ["Mục I “Công tác trồng rừng” chỉ có lời hướng dẫn của đề cương, chưa có nội dung"]


def test_content_beside_guidance_that_was_left_is_counted_alone(tmp_path: Path) -> None:
    assert status(tmp_path, f"{GUIDANCE}\n{OWN}")[0] == "covered"
    assert status(tmp_path, f"{GUIDANCE}\nTrồng được 12 ha.")[0] == "thin"


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ số năng lực: chưa có kết quả. Chỉ số hài lòng: đang tổng hợp. Chuyển đổi số: …",
        "Có … tổ hợp tác, … trang trại, thu … tỷ đồng, tăng …% so với năm 2024",
        "Trồng xxx ha cam, xxx ha quýt, sản lượng đạt xxx tấn theo Kế hoạch số 12-KH/ĐU",
        "Đề nghị các thôn, bản gửi số liệu hộ nghèo về bộ phận văn hóa để tổng hợp trước ngày 05/11.",
        "Nhờ công chức địa chính bổ sung nội dung này để hoàn thiện dự thảo báo cáo.",
    ],
)
def test_holes_and_requests_to_colleagues_are_placeholders(text: str) -> None:
    assert is_placeholder(text)
    assert placeholders(text) or is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Khó khăn: chưa có kinh phí. Hạn chế: chưa có cán bộ chuyên trách.",
        "Cháy rừng: chưa có vụ việc.",
        "Thu: 14,2 tỷ đồng; chi: 13,9 tỷ đồng.",
        "Trồng cam, bưởi, nhãn, …; nuôi trâu, bò, dê, …",
        "Năm 2025 trồng 45 ha cam, còn quýt trồng xxx ha, thu … tỷ đồng",
        "Đề nghị Sở Nông nghiệp và Môi trường cung cấp thông tin quy hoạch để xã hoàn thiện đề án trước ngày 01/6.",
        "Kiến nghị tỉnh bổ sung nội dung hỗ trợ giống để xã hoàn thiện kế hoạch.",
        "Yêu cầu các chi bộ báo cáo kết quả hằng tháng để Đảng ủy tổng hợp trước ngày 25.",
        "Đề nghị các hộ gửi thông tin về thôn để được hỗ trợ trước ngày 10/12.",
    ],
)
def test_answers_proposals_and_habits_are_not(text: str) -> None:
    assert not is_placeholder(text)
