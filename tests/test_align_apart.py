"""Parts that a writer divided or put together in a way of their own, and the one heading that is left for the one item left."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_align_strange import (
    AIM,
    LESSON,
    LINE,
    MIND,
    PLAN,
    STATE,
    STRONG,
    THANKS,
    WEAK,
    verdicts,
)

from vnreport_nlp import load_template, outline, read
from vnreport_nlp.align.evidence import Evidence
from vnreport_nlp.align.strange import last_left
from vnreport_nlp.classify.read import read_topics

ASSESSED = ("IV. Ưu điểm và nguyên nhân", "1. Ưu điểm", STRONG * 2, "2. Nguyên nhân", THANKS * 2)
AHEAD = (
    "VII. Phương hướng, nhiệm vụ nhiệm kỳ 2025 - 2030",
    "1. Phương hướng",
    AIM * 2,
    "2. Nhiệm vụ",
    "2.1. Về chính trị",
    PLAN * 2,
)
DONE = (
    "I. Đặc điểm, tình hình",
    STATE * 2,
    "II. Kết quả công tác xây dựng Đảng",
    "1. Về chính trị",
    LINE * 2,
    "2. Về tư tưởng",
    MIND * 2,
)


def test_items_of_the_assessment_may_be_parts_of_their_own(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, *DONE, *ASSESSED, "V. Một số khuyết điểm còn tồn tại trong năm năm qua", WEAK * 2,
        "VI. Những bài học rút ra từ thực tế lãnh đạo ở cơ sở", LESSON * 2, *AHEAD,
    )  # fmt: skip
    assert {n: found[n][0] for n in ("IV.1.1", "IV.1.2", "IV.2", "IV.2.1", "IV.3")} == dict.fromkeys(
        ("IV.1.1", "IV.1.2", "IV.2", "IV.2.1", "IV.3"), "covered"
    )
    assert found["IV.2.2"][0] == "missing"


def test_a_part_of_another_matter_is_no_item_of_the_part_before_it(tmp_path: Path) -> None:
    crops = (
        "Gieo cấy 640 ha lúa, năng suất 54 tạ một ha; đàn bò 2.900 con; thu ngân sách 5,2 tỷ đồng, bằng 108% dự toán. "
    )
    found = verdicts(tmp_path, *DONE, *ASSESSED, "V. Chuyện đồng áng", crops * 3, *AHEAD)
    assert {found[n][0] for n in ("IV.2", "IV.2.1", "IV.3")} == {"missing"}


def test_a_part_inside_another_part_is_misplaced(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, *DONE, "III. Phương hướng, nhiệm vụ", "1. Phương hướng", AIM * 2, "2. Đặc điểm, tình hình", STATE * 2
    )
    assert found["I"][0] == "covered"  # the heading in its own place answers
    found = verdicts(
        tmp_path, *DONE[2:], "III. Phương hướng, nhiệm vụ nhiệm kỳ tới", "1. Phương hướng", AIM * 2, "2. Nhiệm vụ", "2.1. Về chính trị",
        PLAN * 2, "3. Đặc điểm, tình hình", STATE * 2,
    )  # fmt: skip
    assert found["I"][0] == "misplaced"


@pytest.mark.parametrize(
    ("left", "answered"),
    [(("1. Giữ cho lòng không đổi",), True), (("1. Giữ cho lòng không đổi", "2. Chuyện khác"), False)],
)
def test_the_one_heading_left_answers_the_one_item_left(tmp_path: Path, left: tuple[str, ...], answered: bool) -> None:
    inward = "Kiểm điểm cuối năm, đảng viên viết rõ mình có hay không biểu hiện suy thoái, “tự diễn biến”; một trường hợp bị cảnh cáo. "
    path = tmp_path / "draft.md"
    heads = ("Xây dựng đội ngũ cán bộ", "Xây dựng tổ chức bộ máy", "Phát huy dân chủ", "Phòng, chống tham nhũng")
    known = [line for k, head in enumerate(heads, len(left) + 1) for line in (f"{k}. {head}", STATE)]
    top = "III. Kết quả thực hiện các nhiệm vụ trọng tâm, giải pháp đột phá"
    free = [line for head in left for line in (head, inward, STATE)]
    path.write_text(
        "\n\n".join(("BÁO CÁO", "II. Kết quả công tác xây dựng Đảng", LINE, top, *free, *known)), encoding="utf-8"
    )
    document, template = read(path), load_template("xdd-2020-2025")
    evidence = Evidence(template, outline(document), read_topics(document))
    at = {s.title: s.index for s in evidence.sections}
    chosen = {evidence.number_of[f"III.{k}"]: at[head] for k, head in enumerate(heads, 2)} | {
        evidence.number_of["III"]: at[top[5:]]
    }
    links = last_left(evidence, chosen, [])
    assert [(link.requirement, link.section) for link in links] == ([("III.1", at[left[0][3:]])] if answered else [])


def test_a_lead_behind_a_full_line_opens_a_paragraph(tmp_path: Path) -> None:
    lines = [
        "Đảng bộ đoàn kết, thống nhất, giữ vai trò lãnh đạo trong giai đoạn thử thách nhất của",
        "nhiều năm nay, nghị quyết sát đời sống, chỉ tiêu lớn phần nhiều hoàn thành, nếp họp chi",
        "bộ đổi thay rõ; đảng viên trẻ đông hơn, bộ máy gọn hơn, kỷ luật nghiêm hơn trước nhiều.",
        "Vì sao được: trước hết là có đường lối đúng và sự chỉ đạo sát sao của cấp trên; kế đến là",
        "tập thể gắn bó, dám quyết việc khó, cán bộ cơ sở nhiệt tình, chịu thương chịu khó, người",
        "dân vốn quen sóng gió, sẵn lòng ủng hộ những việc vì lợi ích chung của cả vùng hạ bạn ta.",
        "Cụ thể: cả mười hai thôn đều góp công, góp đất làm đường, góp tiền dựng lại nhà văn hóa.",
    ]
    path = tmp_path / "wrapped.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    document = read(path)
    starts = [document.text[p.start : p.end].split(":")[0][:11] for p in document.paragraphs]
    assert starts == ["Đảng bộ đoà", "Vì sao được"]
