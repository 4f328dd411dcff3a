"""Words for officials: no rule names in English on the screen, capitals kept, a place told once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest

from vnreport_nlp.checks.wording.casing import like
from vnreport_nlp.cli.main import run
from vnreport_nlp.exporters.text import check_lines, finding_line, summary_line
from vnreport_nlp.model import Location, Place, Span, Unreadable, finding, msg


@pytest.mark.parametrize(
    ("wrong", "right", "wanted"),
    [
        ("Thanh ủy", "thành ủy", "Thành ủy"),
        ("KÊ HOẠCH", "kế hoạch", "KẾ HOẠCH"),
        ("Nhân Dần", "nhân dân", "Nhân Dân"),
        ("phát triễn", "phát triển", "phát triển"),
        ("công tac Đảng", "công tác Đảng", "công tác Đảng"),
        ("Nghịquyết", "nghị quyết", "Nghị quyết"),
        ("Ý kiên", "ý kiến", "Ý kiến"),
    ],
)
def test_the_right_word_has_the_capitals_of_the_wrong_one(wrong: str, right: str, wanted: str) -> None:
    assert like(wrong, right) == wanted


def test_a_line_of_a_check_is_in_one_language() -> None:
    found = finding("S102", msg("Mục {number} “{title}” trống", number="V.1", title="Phương hướng"), requirement="V.1")
    assert finding_line("a.md", found).partition(": ")[2].startswith("S102 Mục V.1 “Phương hướng” trống")
    assert "S102 empty-section V.1 " in finding_line("a.md", found, "en")
    bare = finding("T702", msg("Lặp từ"), requirement="V.1")
    assert "T702 mục V.1: Lặp từ" in finding_line("a.md", bare)
    assert finding_line("a.md", found).endswith(" [lỗi]") and finding_line("a.md", bare, "en").endswith(" [note]")
    bad = Unreadable("b.pdf", "corrupt", msg("Tệp bị hỏng: pdf."), msg("Gửi lại."))
    assert summary_line(bad) == "b.pdf: không đọc được: Tệp bị hỏng: pdf. Gửi lại."
    assert "[corrupt]" in summary_line(bad, "en")


def test_a_blank_is_told_with_the_words_around_it() -> None:
    place = Place(Span(0, 9), Location(line=4), "Đã mở ...... lớp cho 120 người,")
    found = finding("S109", msg("Còn chỗ để trống"), places=(place,), found=msg("“{text}”", text="......"))
    assert "a.md:4: S109 Còn chỗ để trống — “Đã mở ...... lớp cho 120 người” [" in finding_line("a.md", found)


def test_a_check_asks_to_look_beside_the_verdicts_that_are_not_sure() -> None:
    result = cohorts.assessed(cohorts.draft("Xã Khe Vàng", 3, drop=["IV.3", "V.2.6"]), "khe-vang.md")
    doubtful = {"IV.3", "II.1"}
    result = replace(result, verdicts=tuple(replace(v, review=v.requirement in doubtful) for v in result.verdicts))
    *found, last = check_lines([result])
    missing = {
        n: next(line for line in found if f"S101 Chưa thấy nội dung mục {n} " in line) for n in ("IV.3", "V.2.6")
    }
    assert "” (cần xem) —" in missing["IV.3"] and "cần xem" not in missing["V.2.6"]
    assert last.endswith("; cần xem: II.1, IV.3")
    *found, last = check_lines([result], "en")
    assert sum("(to review)" in line for line in found) == 1 and last.endswith("; to review: II.1, IV.3")
    sure = replace(result, verdicts=tuple(replace(v, review=False) for v in result.verdicts))
    assert not any("cần xem" in line for line in check_lines([sure]))


def test_a_template_is_shown_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "list"])
    run(["template", "show", "xdd-2020-2025"])
    shown = capsys.readouterr().out
    assert "(41 mục yêu cầu)" in shown and "từ 40 chữ" in shown and "≥" not in shown and "(?)" not in shown


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("group", [(), ("decisions",), ("template",)])
def test_what_a_command_does_is_told_to_the_end(
    lang: str, group: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["--lang", lang, *group, "--help"])
    assert "...\n" not in capsys.readouterr().out.replace("[ARGS]...\n", "")


def test_the_doctor_says_no_hash(capsys: pytest.CaptureFixture[str]) -> None:
    run(["doctor"])
    line = next(x for x in capsys.readouterr().out.splitlines() if "Bộ phân loại" in x)
    assert line.endswith("đặc trưng") and "." in line


def moved(heading: str) -> str:
    text = cohorts.draft("Xã Bàu Sen", 3, drop=["II.9"])
    body = " ".join(cohorts.SENTENCES[:3])
    return text.replace("## IV. ", f"### 6. {heading}\n{body}\n\n## IV. ", 1)


@pytest.mark.parametrize(
    ("heading", "where"),
    [
        ("Công tác phòng, chống tham nhũng, lãng phí, tiêu cực", "đang ở III › 6"),
        (
            "Phòng, chống tham nhũng, lãng phí và tiêu cực",
            "đang ở III › 6. Phòng, chống tham nhũng, lãng phí và tiêu cực",
        ),
    ],
)
def test_a_section_elsewhere_says_its_title_once(heading: str, where: str) -> None:
    result = cohorts.assessed(moved(heading), f"{len(heading)}.md")
    (found,) = [f for f in result.findings if f.rule == "S104" and f.requirement == "II.9"]
    assert str(found.message).endswith(where)
    assert str(found.found).startswith("Mục này nằm dưới tiêu đề “III. KẾT QUẢ"), "what the message has not said"
    assert str(found.fix) == "Chuyển về phần II theo đề cương."


def test_the_letter_of_a_moved_section_does_not_renumber_what_it_left(tmp_path: Path) -> None:
    from vnreport_nlp.exporters import letters

    result = cohorts.assessed(moved("Công tác phòng, chống tham nhũng, lãng phí, tiêu cực"), "moved.md")
    assert [f.requirement for f in result.findings if f.rule == "S107"] == ["II.10"]
    letters.export(cohorts.cohort_of({"Xã Bàu Sen": result}), tmp_path)
    (path,) = tmp_path.glob("*.docx")
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "chuyển về phần II" in text and "đánh lại số mục" not in text


def test_what_is_not_installed_is_named_as_an_index_has_it() -> None:
    """Nobody can install an extra part of a package that is on no index: the hints name the part itself."""
    root = Path(__file__).parent.parent
    said = [*(root / "vnreport_nlp").rglob("*.py"), *(root / "docs").rglob("*.md"), root / "README.md"]
    assert [
        p.name for p in said if "install" in (text := p.read_text(encoding="utf-8")) and "vnreport-nlp[" in text
    ] == []


def test_the_doctor_calls_what_is_optional_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vnreport_nlp.cli.doctor.find_spec", lambda _name: None)
    run(["doctor"])
    told = [x for x in capsys.readouterr().out.splitlines() if "chưa cài" in x]
    assert told and all("(không bắt buộc), nên chưa dùng được: " in x for x in told)
