"""Where a report ends: signature in a table, annexes behind it; and what heading styles, letters and titles say."""

from __future__ import annotations

from pathlib import Path

import docx_made as made
import pytest

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.assess import RuleSet

TEXT = (
    "Trong nhiệm kỳ, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công, có kiểm tra và có sơ kết hằng quý."
)
BOLD = "<w:b/>"
PARTS = ("I. ĐẶC ĐIỂM, TÌNH HÌNH", "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Công tác xây dựng Đảng về chính trị", "2. Công tác xây dựng Đảng về tư tưởng")  # fmt: skip
SIGNED = (
    "<w:tbl><w:tr>"
    f"<w:tc>{made.p('Nơi nhận:')}{made.p('- Ban Tổ chức Tỉnh ủy;')}{made.p('- Lưu Văn phòng.')}</w:tc>"
    f"<w:tc>{made.p('T/M BAN THƯỜNG VỤ')}{made.p('BÍ THƯ')}{made.p('Lò Văn Thử')}</w:tc></w:tr></w:tbl>"
)


def body(*lines: str) -> str:
    """Headings in bold, a paragraph of text under each."""
    return "".join(made.p(x, rpr=BOLD) + made.p(TEXT + " " + TEXT) for x in lines)


def written(tmp_path: Path, inner: str, **parts: str) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(
        made.docx(made.p("BÁO CÁO") + made.p("tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025") + inner, **parts)
    )
    return path


def statuses(path: Path) -> dict[str, str]:
    return {v.requirement: v.status for v in assess(read(path), load_template(), rules=RuleSet()).verdicts}


def test_a_signature_in_a_table_is_no_text_of_the_last_section(tmp_path: Path) -> None:
    last = made.p("IV. ĐÁNH GIÁ CHUNG", rpr=BOLD) + made.p("1. Ưu điểm", rpr=BOLD) + made.p(TEXT) + made.p("3. Bài học kinh nghiệm", rpr=BOLD)  # fmt: skip
    assert statuses(written(tmp_path, body(*PARTS) + last + SIGNED))["IV.3"] == "empty"


@pytest.mark.parametrize("signed", [SIGNED, ""])
def test_an_annex_answers_nothing(tmp_path: Path, signed: str) -> None:
    annex = made.p("PHỤ LỤC 1", rpr=BOLD) + body("I. CÔNG TÁC CÁN BỘ", "II. BÀI HỌC KINH NGHIỆM")
    report = body(*PARTS, "IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ")
    path = written(tmp_path, report + signed + annex)
    assert [s.number for s in outline(read(path)).sections] == ["I", "II", "II.1", "II.2", "IV", "IV.1", "IV.2", "V"]
    assert statuses(path)["IV.3"] == "missing"


def test_the_second_of_two_reports_in_one_file_answers_nothing(tmp_path: Path) -> None:
    first = body(*PARTS, "III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM", "IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm")
    title = made.p("BÁO CÁO") + made.p("tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    second = title + body(
        *PARTS, "III. ĐỘT PHÁ", "IV. ĐÁNH GIÁ CHUNG", "3. Bài học kinh nghiệm", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ"
    )
    path = written(tmp_path, first + second)
    assert "two_reports" in {w.code for w in read(path).warnings}
    assert [s.number for s in outline(read(path)).sections] == ["I", "II", "II.1", "II.2", "III", "IV", "IV.1"]
    found = statuses(path)
    assert (found["IV.3"], found["V"]) == ("missing", "missing")


def test_a_table_of_figures_does_not_end_a_report(tmp_path: Path) -> None:
    cells = "".join(f"<w:tr><w:tc>{made.p(a)}</w:tc><w:tc>{made.p(b)}</w:tc></w:tr>" for a, b in (("Bí thư", "12"), ("Phó bí thư", "19")))  # fmt: skip
    path = written(tmp_path, body(*PARTS) + f"<w:tbl>{cells}</w:tbl>" + made.p(TEXT))
    read_outline = outline(read(path))
    assert read_outline.sections[-1].body.end >= read_outline.document.text.rindex(TEXT)


def test_letters_from_a_to_e_are_no_jump(tmp_path: Path) -> None:
    for letters, jumps in (("ABCDE", 0), ("ABCDĐ", 0), ("ABCG", 1)):
        lines = [f"{c}. {title}" for c, title in zip(letters, ("TÌNH HÌNH", "KẾT QUẢ", "ĐỘT PHÁ", "ĐÁNH GIÁ", "PHƯƠNG HƯỚNG"), strict=False)]  # fmt: skip
        found = assess(read(written(tmp_path, body(*lines))), load_template(), rules=RuleSet(select=("S107",))).findings
        assert sum(f.rule == "S107" for f in found) == jumps, letters


HEADING = made.styles(made.style("h1", "heading 1", ppr='<w:outlineLvl w:val="0"/>'))


def test_a_style_in_which_all_the_text_stands_says_nothing(tmp_path: Path) -> None:
    inner = "".join(made.p(x, style="h1", rpr=BOLD) + made.p(TEXT, style="h1") for x in PARTS)
    found = outline(read(written(tmp_path, inner, style_part=HEADING))).sections
    assert [s.number for s in found] == ["I", "II", "II.1", "II.2"]


def test_a_heading_style_counts_behind_a_bullet(tmp_path: Path) -> None:
    bullets = made.abstract(1, made.lvl(0, "bullet", "-"))
    titles = ("Đặc điểm tình hình", "Kết quả công tác", "Đánh giá chung")
    inner = "".join(made.p(x, style="h1", num=(1, 0)) + made.p(TEXT) for x in titles)
    path = written(tmp_path, inner, style_part=HEADING, numbering=bullets + made.num(1, 1))
    assert [s.title for s in outline(read(path)).sections] == list(titles)


def test_a_report_of_the_same_title_is_judged_by_the_template(tmp_path: Path) -> None:
    template = load_template()
    path = tmp_path / "draft.md"
    path.write_text(f"BÁO CÁO\n{template.title[0].lower()}{template.title[1:]}\n\n**I. CÔNG VIỆC KHÁC**\n\n{TEXT}\n", encoding="utf-8")  # fmt: skip
    result = assess(read(path), template, rules=RuleSet())
    assert not result.foreign
    assert {v.status for v in result.verdicts if v.requirement in ("II.1", "IV.3")} == {"missing"}
    path.write_text(f"BÁO CÁO\ntình hình thu hoạch lúa hè thu\n\n**I. CÔNG VIỆC KHÁC**\n\n{TEXT}\n", encoding="utf-8")
    assert assess(read(path), template, rules=RuleSet()).foreign


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Biểu 4. Số thôn có nước sạch", False),
        ("Phụ biểu 2: Số thôn có nước sạch", False),
        ("Bảng số 3. Số thôn có nước sạch", False),
        ("Đơn vị: triệu đồng", False),
        ("Đơn vị tính: thôn", False),
        ("Biểu dương các thôn có nước sạch", True),
        ("Đơn vị có nước sạch", True),
    ],
)
def test_captions_of_tables_are_no_headings(tmp_path: Path, line: str, heading: bool) -> None:
    inner = body(*PARTS[:2]) + made.p(line, rpr=BOLD) + made.p(TEXT + " " + TEXT)
    titles = [s.title for s in outline(read(written(tmp_path, inner))).sections]
    assert (line in titles) is heading
