"""P401 of the whole report: its title or its day is of another term or year than the outline asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.exporters.letters import contents
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
TERM = """ĐẢNG BỘ TỈNH SƠN LẠC
HUYỆN ỦY TAM LỘC
*
Tam Lộc, ngày {day}
BÁO CÁO
{title}

I. ĐẶC ĐIỂM, TÌNH HÌNH
Huyện có 14 xã, 62 tổ chức cơ sở đảng và 4.120 đảng viên sinh hoạt ở 218 chi bộ trực thuộc, phần đông ở các thôn ven sông, số còn lại ở cơ quan, trường học và lực lượng vũ trang của huyện nhà.

IV. ĐÁNH GIÁ CHUNG
3. Bài học kinh nghiệm
Giữ nề nếp giao ban, phân công rõ người, rõ việc, rõ thời hạn; nói đi đôi với làm, cấp trên làm trước để cấp dưới noi theo, việc khó thì họp bàn cùng dân, việc xong thì báo lại cho dân biết.
"""
USUAL = "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
DAY = "12 tháng 6 năm 2025"
EARLIER = "tổng kết công tác xây dựng Đảng nhiệm kỳ 2015 - 2020"


def found(tmp_path: Path, title: str = USUAL, day: str = DAY) -> list[Finding]:
    path = tmp_path / "huyen-tam-loc.txt"
    path.write_text(TERM.format(title=title, day=day), encoding="utf-8")
    findings = assess(read(str(path)), load_template("xdd-2020-2025")).findings
    return [f for f in findings if f.rule == "P401" and f.requirement is None]


def test_a_report_of_the_term_before_is_told_on_its_title(tmp_path: Path) -> None:
    (one,) = found(tmp_path, EARLIER, "26 tháng 8 năm 2020")
    assert one.quote == EARLIER
    assert one.severity == "error"
    assert "26/8/2020" in str(one.found)
    assert "2020 - 2025" in str(one.need)


def test_the_title_is_told_whatever_the_day(tmp_path: Path) -> None:
    (one,) = found(tmp_path, EARLIER)
    assert "2025" not in str(one.found)


def test_a_day_at_the_beginning_of_the_term_is_told_on_the_date(tmp_path: Path) -> None:
    (one,) = found(tmp_path, day="26 tháng 8 năm 2020")
    assert "ngày 26" in one.quote


@pytest.mark.parametrize(
    "title",
    [
        USUAL,
        "tổng kết công tác xây dựng Đảng",
        "kết quả công tác xây dựng Đảng giai đoạn 2021 - 2025",
        "kết quả công tác xây dựng Đảng năm 2024",
        "của Ban Chấp hành Đảng bộ huyện khóa XII trình Đại hội đại biểu Đảng bộ huyện lần thứ XIII, nhiệm kỳ 2025 - 2030",
        "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025, so với nhiệm kỳ 2015 - 2020",
    ],
)
def test_titles_of_the_outlines_own_period_are_right(title: str, tmp_path: Path) -> None:
    assert found(tmp_path, title) == []


@pytest.mark.parametrize(("said", "told"), [((2025, 2026), 0), ((2024, 2025), 1), ((2023, 2024), 1)])
def test_a_yearly_report_of_another_year_is_told(said: tuple[int, int], told: int, tmp_path: Path) -> None:
    text = (ROOT / "corpus/annual/xa-dong-phu-thuong.md").read_text(encoding="utf-8")
    title = f"năm {said[0]} và phương hướng, nhiệm vụ năm {said[1]}"
    text = re.sub(r"năm 2025 và phương hướng, nhiệm vụ năm 2026", title, text, count=1)
    (path := tmp_path / "xa.md").write_text(text, encoding="utf-8")
    template = load_template(str(ROOT / "corpus/templates/bao-cao-nam-xa.yaml"))
    whole = [f for f in assess(read(str(path)), template).findings if f.rule == "P401" and f.severity == "error"]
    assert len(whole) == told


def test_the_letter_asks_for_it_before_anything_else(tmp_path: Path) -> None:
    (one,) = found(tmp_path, EARLIER)
    result = assess(read(str(tmp_path / "huyen-tam-loc.txt")), load_template("xdd-2020-2025"))
    groups, _ = contents(result, None, Speech("vi"), confirmed=False)
    assert [told for _, ((_, told),) in groups[:1]] == [(one,)], "a group of its own, the first"
    assert sum(one in told for _, lines in groups for _, told in lines) == 1
    assert "Kỳ báo cáo" in groups[0][0] and "kỳ khác" in groups[0][1][0][0]


def test_a_letter_without_it_has_no_such_heading(tmp_path: Path) -> None:
    found(tmp_path)
    result = assess(read(str(tmp_path / "huyen-tam-loc.txt")), load_template("xdd-2020-2025"))
    groups, _ = contents(result, None, Speech("vi"), confirmed=False)
    assert groups and not any("Kỳ báo cáo" in heading for heading, _ in groups)


PLAIN = "ĐỀ CƯƠNG BÁO CÁO\n\n**{title}**\n\n## I. KẾT QUẢ GIẢM NGHÈO\n\n## II. PHƯƠNG HƯỚNG GIAI ĐOẠN 2026-2030\n"
REPORT = "UBND XÃ PÀ LỪNG\n\nPà Lừng, ngày {day}\n\nBÁO CÁO\n\n{title}\n\nI. KẾT QUẢ GIẢM NGHÈO\n\n{text}\n\nII. PHƯƠNG HƯỚNG GIAI ĐOẠN 2026-2030\n\n{text}\n"
POOR = "Xã giúp 183 hộ thoát nghèo nhờ vay vốn nuôi bò, sửa xong 64 nhà dột nát, dạy nghề cho 210 người, đưa điện về hai bản xa và làm thêm bốn cây cầu."
STAGE = "kết quả giảm nghèo giai đoạn {a}-{b}, phương hướng giai đoạn {c}-{d}"


@pytest.mark.parametrize("outline", ["Báo cáo kết quả giảm nghèo", "Báo cáo kết quả giảm nghèo giai đoạn 2021-2025, phương hướng 2026-2030"])  # fmt: skip
@pytest.mark.parametrize(("first", "day", "wanted"), [(2021, "10/12/2025", 0), (2016, "10/12/2020", 1)])
def test_an_outline_that_dates_only_what_is_ahead(
    tmp_path: Path, outline: str, first: int, day: str, wanted: int
) -> None:
    """The results that it asks for are of the stage before, which its title may say or not."""
    (asked := tmp_path / "de-cuong.md").write_text(PLAIN.format(title=outline), encoding="utf-8")
    title = STAGE.format(a=first, b=first + 4, c=first + 5, d=first + 9)
    day_told = "{} tháng {} năm {}".format(*day.split("/"))
    (path := tmp_path / "xa.txt").write_text(REPORT.format(title=title, day=day_told, text=POOR), encoding="utf-8")
    findings = assess(read(str(path)), load_template(str(asked))).findings
    assert sum(f.rule == "P401" and f.severity == "error" for f in findings) == wanted
