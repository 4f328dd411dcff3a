"""Numbering as people who write in a hurry leave it: one list in several styles, numbers lost on the way, a bullet as heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.outline.placeholders import is_placeholder

TEXT = (
    "Trong nhiệm kỳ, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công, có kiểm tra và có sơ kết hằng quý."
)


def numbers(tmp_path: Path, *lines: str) -> list[str]:
    path = tmp_path / "draft.md"
    path.write_text("\n\n".join(f"**{x}**\n\n{TEXT}" if x[0] not in "-+" else x for x in lines), encoding="utf-8")
    return [s.number for s in outline(read(path)).sections]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["II. Kết quả", "5. Cán bộ", "5.1 Công tác cán bộ", "b) Bảo vệ nội bộ", "6. Dân vận"], ["II", "II.5", "II.5.1", "II.5.b", "II.6"]),
        (["I. Tình hình", "1. Thuận lợi", "2) Khó khăn", "3. Số liệu", "II. Kết quả"], ["I", "I.1", "I.2", "I.3", "II"]),
        (["I. Tình hình", "1. Đội ngũ", "a) Cán bộ", "2) Đảng viên", "2. Cơ sở"], ["I", "I.1", "I.1.a", "I.1.2", "I.2"]),
        (["I. Tình hình", "1. Đội ngũ", "b) Cán bộ", "c) Đảng viên", "2. Cơ sở"], ["I", "I.1", "I.1.b", "I.1.c", "I.2"]),
    ],
)  # fmt: skip
def test_a_list_may_go_on_in_another_style(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    assert numbers(tmp_path, *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["I TÌNH HÌNH", "1 Đội ngũ cán bộ", "2 Cơ sở đảng", "II KẾT QUẢ", "1 Về chính trị"], ["I", "I.1", "I.2", "II", "II.1"]),
        (["I: TÌNH HÌNH", "1: Đội ngũ cán bộ", "2: Cơ sở đảng", "II: KẾT QUẢ"], ["I", "I.1", "I.2", "II"]),
        (["I. TÌNH HÌNH", "1. Đội ngũ cán bộ", "1. 1. Về chính trị", "1. 2. Về tư tưởng", "2. Cơ sở"], ["I", "I.1", "I.1.1", "I.1.2", "I.2"]),
        (["I. TÌNH HÌNH", "a – Đội ngũ cán bộ", "b – Cơ sở đảng", "II. KẾT QUẢ"], ["I", "I.a", "I.b", "II"]),
        (["I. TÌNH HÌNH", "① Đội ngũ cán bộ", "② Cơ sở đảng", "II. KẾT QUẢ"], ["I", "I.1", "I.2", "II"]),
        (["Phần một: TÌNH HÌNH", "1. Đội ngũ", "Phần hai: KẾT QUẢ", "1. Về chính trị"], ["1", "1.1", "2", "2.1"]),
        (["Phần thứ 1: TÌNH HÌNH", "1. Đội ngũ", "Phần thứ 2: KẾT QUẢ", "1. Về chính trị"], ["1", "1.1", "2", "2.1"]),
    ],
)  # fmt: skip
def test_numbers_without_the_usual_sign_are_numbers(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    assert numbers(tmp_path, *lines) == expected


def test_a_bold_line_that_begins_with_a_count_is_no_numbered_heading(tmp_path: Path) -> None:
    found = numbers(
        tmp_path, "I. TÌNH HÌNH", "1. Đội ngũ", "12 Chi bộ hoàn thành tốt nhiệm vụ", "2. Cơ sở", "II. KẾT QUẢ"
    )
    assert "I.12" not in found
    assert [n for n in found if n in ("I", "I.1", "I.2", "II")] == ["I", "I.1", "I.2", "II"]


def test_the_number_of_a_heading_is_no_figure(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = ("II KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1 Công tác xây dựng Đảng về chính trị", "2 Công tác xây dựng Đảng về tư tưởng", "III ĐÁNH GIÁ")  # fmt: skip
    path.write_text("\n\n".join(f"**{x}**\n\n{TEXT}" for x in lines), encoding="utf-8")
    assert not assess(read(path), load_template(), rules=RuleSet(select=("F204",))).findings


def test_bold_dashes_are_headings(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = ("I. TÌNH HÌNH", "- Đội ngũ cán bộ", "- Cơ sở đảng", "II. KẾT QUẢ", "- Về chính trị", "- Về tư tưởng")
    path.write_text("\n\n".join(f"**{x}**\n\n{TEXT}" for x in lines), encoding="utf-8")
    found = [(s.number, s.title) for s in outline(read(path)).sections]
    assert found[1::2] == [("I.1", "Đội ngũ cán bộ"), ("II", "KẾT QUẢ"), ("II.2", "Về tư tưởng")]


def test_bold_bullets_stand_where_numbers_were_lost(tmp_path: Path) -> None:
    found = numbers(
        tmp_path, "V. Phương hướng", "2. Nhiệm vụ", "2.1. Về chính trị", "2.2. Về tư tưởng", "c) Về đạo đức",
        f"- **Về bộ máy:** {TEXT}", f"- **Về cơ sở đảng:** {TEXT}", "2.6. Về cán bộ", f"+ **Về dân vận:** {TEXT}",
    )  # fmt: skip
    assert found == ["V", "V.2", "V.2.1", "V.2.2", "V.2.c", "V.2.4", "V.2.5", "V.2.6", "V.2.7"]


def test_one_bold_bullet_is_a_heading_and_a_plain_one_is_not(tmp_path: Path) -> None:
    bold, plain = f"- **Nguyên nhân kết quả:** {TEXT}", f"- Nguyên nhân kết quả: {TEXT}"
    assert numbers(tmp_path, "I. Tình hình", "1. Ưu điểm", bold, "2. Hạn chế") == ["I", "I.1", "I.1.1", "I.2"]
    assert numbers(tmp_path, "I. Tình hình", "1. Ưu điểm", plain, "2. Hạn chế") == ["I", "I.1", "I.2"]


@pytest.mark.parametrize(
    "text",
    ["Nội dung này đồng chí phụ trách đang viết.", "Phần này văn phòng sẽ bổ sung sau.", "Mục này chưa có số liệu", "Số liệu của phần này chờ các chi bộ gửi về.",
     "Nội dung này đang chờ cơ quan chuyên môn thẩm định, chưa đưa vào dự thảo.", "… (đồng chí phụ trách viết giúp mục này) …",
     "Đang chờ số liệu của các chi bộ.", "Sẽ bổ sung khi có số liệu chính thức.", "Bộ phận tham mưu đang viết"],
)  # fmt: skip
def test_a_sentence_that_only_promises_the_text_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["Cán bộ xã đang viết lịch sử Đảng bộ.", "Mục tiêu này chưa có xã nào đạt.", "Nội dung này chưa được quan tâm, có nơi còn hình thức.",
     "Đồng chí bí thư viết giúp dân đơn từ, giấy tờ.", "Nội dung này được cấp ủy cho ý kiến trước khi ban hành.",
     "Phần này chưa có xã nào làm tốt.", "Văn phòng đang soạn quy chế làm việc mới.", "Chờ ý kiến Ban Thường vụ, xã đã tạm dừng thu.",
     "Phần việc này các chi bộ đang rà soát và làm theo kế hoạch."],
)  # fmt: skip
def test_a_sentence_that_reports_is_none(text: str) -> None:
    assert not is_placeholder(text)


def test_directions_among_results_are_misplaced_not_missing(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    ahead = "Tiếp tục dựa vào người có uy tín để vận động Nhân dân; mỗi năm đối thoại bốn lần; phấn đấu giải quyết hết kiến nghị của dân."
    path.write_text(
        f"**II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG**\n\n**1. Về chính trị**\n\n{TEXT}\n\n**2. Công tác dân vận**\n\n{TEXT} {TEXT}\n\n"
        f"- **Phương hướng dân vận thời gian tới:** {ahead} {ahead}\n\n"
        f"**V. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030**\n\n**1. Phương hướng**\n\n{ahead}\n\n**2. Nhiệm vụ, giải pháp**\n\n**2.1. Về chính trị**\n\n{ahead}\n",
        encoding="utf-8",
    )  # fmt: skip
    result = assess(read(path), load_template(), rules=RuleSet(select=("S",)))
    assert {v.requirement: v.status for v in result.verdicts}["V.2.8"] == "misplaced"


def test_a_heading_over_its_causes_names_its_own_item(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    weak = "Một số chi bộ sinh hoạt chưa đều, nội dung đơn điệu; việc kiểm tra có nơi còn hình thức; đảng viên trẻ còn ít, tỷ lệ kết nạp thấp."
    cause = "Do địa bàn rộng, đi lại khó khăn; một số bí thư chi bộ còn ngại va chạm, chưa chủ động; cán bộ tham mưu thiếu và yếu."
    path.write_text(
        f"**II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG**\n\n**1. Về chính trị**\n\n{TEXT}\n\n**IV. ĐÁNH GIÁ CHUNG**\n\n**1. Ưu điểm**\n\n{TEXT}\n\n"
        f"**2. Hạn chế**\n\n{weak} {weak}\n\n- **Nguyên nhân hạn chế:** {cause} {cause}\n\n**3. Bài học kinh nghiệm**\n\n{TEXT}\n",
        encoding="utf-8",
    )  # fmt: skip
    result = assess(read(path), load_template(), rules=RuleSet(select=("S",)))
    status = {v.requirement: v.status for v in result.verdicts}
    assert (status["IV.2"], status["IV.2.1"], status["IV.2.2"]) == ("covered", "covered", "covered")
