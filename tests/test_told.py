"""What a reviewer is told: order, place, words and quotes of findings in every kind of output."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copy

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import order_of
from vnreport_nlp.checks import Context
from vnreport_nlp.checks.figures.reading.told import shown_like, with_bracket
from vnreport_nlp.cli.main import run
from vnreport_nlp.exporters.annotated import comment_text
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.tables import Speech, also, news
from vnreport_nlp.exporters.text import finding_line, where
from vnreport_nlp.model import Assessment, Finding, Location, Paragraph, Place, Span, msg, shortened

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "corpus" / "drafts" / "huyen-ia-krong-pa.txt"


@pytest.fixture(scope="module")
def result() -> Assessment:
    return assess(read(str(DRAFT)), load_template("xdd-2020-2025"))


def test_missing_sections_come_in_the_order_of_the_outline() -> None:
    found = [Finding("S101", "missing-section", "error", msg("x"), requirement=n) for n in ("V.2.10", "V.2.6", "I")]
    assert [f.requirement for f in sorted(found, key=order_of(load_template("xdd-2020-2025")))] == [
        "I",
        "V.2.6",
        "V.2.10",
    ]


def test_a_paragraph_is_told_under_its_own_heading(result: Assessment) -> None:
    """A requirement written inside another's section does not take that section's paragraphs."""
    own = result.verdict("II.7")
    guest = replace(own, requirement="II.9", status="unheaded", rung="content")
    verdicts = tuple(guest if v.requirement == "II.9" else v for v in result.verdicts)
    context = Context(result.document, result.outline, result.template, result.alignment, verdicts)
    assert context.requirement_at(result.outline.sections[own.sections[0]].body.start) == "II.7"


def test_a_missing_section_says_what_came_nearest_and_what_that_is(result: Assessment) -> None:
    why = str(result.verdict("V.2.6").why)
    assert "“a. Xây dựng đội ngũ cán bộ”" in why and "đã tính cho II.6.1" in why and "%" not in why


def test_a_share_is_quoted_with_its_bracket() -> None:
    text = "Có 89/96 chi bộ (92,7%) đạt."
    assert with_bracket(text, Span(3, text.index("%") + 1)) == Span(3, text.index(")") + 1)


def test_a_share_is_told_with_the_decimals_of_the_draft() -> None:
    told = [
        shown_like(Decimal(x), y) for x, y in (("78.04", "87,0%"), ("78.04", "87%"), ("78", "87%"), ("78.046", "87,05"))
    ]
    assert told == ["78,0", "78", "78", "78,05"]


def test_a_quote_ends_with_a_word() -> None:
    assert shortened("Thị ủy chỉ đạo kiểm tra", 18) == "Thị ủy chỉ đạo…"
    assert shortened("Thị ủy chỉ đạo kiểm tra", 20) == "Thị ủy chỉ đạo kiểm…"
    assert shortened("Thị ủy", 20) == "Thị ủy"


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("Dân hiến 1.240 m2 đất, ngày công.", "1.240 m", "1.240 m2 đất"),
        ("Trong 2.954 hộ thì có 2.812 hộ đạt.", "2.954 hộ thì có 2", "2.954 hộ thì có 2.812 hộ đạt"),
        ("Đã luân chuyển 23 đồng chí thuộc diện Ban Thường vụ quản lý (năm 2024).", "23 đồng chí thuộc diện Ban", "23 đồng chí thuộc diện Ban Thường vụ quản lý"),
        ("Có 15 mô hình tiêu chuẩn do các chi bộ trực thuộc cùng làm với các hội đoàn thể trong nhiều năm.", "15 mô hình tiêu", "15 mô hình tiêu chuẩn do các chi bộ trực thuộc cùng làm với…"),
        ("Đạt 12/13 tiêu chí.", "12/13 tiêu chí", "12/13 tiêu chí"),
    ],
)  # fmt: skip
def test_a_phrase_is_quoted_to_the_end_of_its_clause_or_word(
    result: Assessment, text: str, span: str, wanted: str
) -> None:
    document = replace(result.document, text=text, paragraphs=(Paragraph(0, len(text)),), footnotes=())
    context = Context(document, result.outline, result.template, result.alignment, ())
    start = text.index(span)
    assert context.phrase(Span(start, start + len(span))).quote == wanted


def test_nothing_is_told_twice_and_the_cure_is_told(result: Assessment) -> None:
    found = next(f for f in result.findings if f.rule == "F203")
    line = finding_line("a.txt", found)
    assert news(found) is None and line.count("97/118") == 1 and "→" in line


def test_places_that_are_no_lines_are_named() -> None:
    def at(location: Location) -> str:
        return where("a", Finding("T702", "x", "note", msg("x"), places=(Place(Span(0, 1), location, "x"),)))

    assert at(Location(line=7)) == "a:7"
    assert at(Location(paragraph=7)) == "a:đoạn 7"
    assert at(Location(paragraph=7, footnote="2")) == "a:đoạn 7, chú thích 2"
    assert where("a", Finding("S101", "x", "error", msg("x"))) == "a:cả văn bản"
    searched = (Place(Span(0, 1), Location(line=7), "x"),)
    assert where("a", Finding("S101", "x", "error", msg("x"), places=searched)) == "a:cả văn bản", (
        "it stands at no line, least of all at the first"
    )


def test_a_finding_of_two_places_tells_both() -> None:
    def at(n: int, quote: str) -> Place:
        return Place(Span(n, n + 1), Location(paragraph=n), quote)

    found = Finding(
        "F204", "x", "note", msg("x"), places=(at(4, "205 hộ"), at(9, "250 hộ"), at(9, "250 hộ"), at(4, "250"))
    )
    assert finding_line("a", found).endswith("(nơi khác: đoạn 9) [ghi chú]")
    assert comment_text(found, Speech()).endswith("Các chỗ liên quan: “205 hộ”; “250 hộ”")
    many = replace(found, places=tuple(at(n, "x") for n in range(1, 12)))
    assert also(many, Speech()) == "nơi khác: đoạn 2, đoạn 3, đoạn 4, đoạn 5, đoạn 6, đoạn 7 và 4 nơi nữa"
    assert "nơi khác" not in finding_line("a", replace(found, rule="S103")), (
        "what stands below a heading is no other place"
    )


@pytest.mark.parametrize(
    ("line", "status", "why"),
    [
        ("Kế hoạch công tác tuần", "empty", "Dưới tiêu đề chỉ có 5 chữ: “Kế hoạch công tác tuần”."),
        ("Năm nay không phát sinh.", "thin", "Dưới tiêu đề chỉ có “Năm nay không phát sinh.” (5 chữ)."),
        ("Vẫn giữ nền nếp cũ", "thin", "Dưới tiêu đề chỉ có “Vẫn giữ nền nếp cũ” (5 chữ)."),
        ("Không.", "thin", "Dưới tiêu đề chỉ có “Không.” (1 chữ)."),
        ("Biểu số 04.", "empty", "Dưới tiêu đề chỉ có 3 chữ: “Biểu số 04.”."),
        ("(Kèm theo bảng)", "empty", "Dưới tiêu đề chỉ có 3 chữ: “(Kèm theo bảng)”."),
        ("(chờ số liệu của các chi bộ)", "empty", "Dưới tiêu đề chỉ có ghi chú hoặc chỗ để trống: “(chờ số liệu của các chi bộ)”."),
    ],
)  # fmt: skip
def test_what_stands_under_a_heading_is_told_as_it_stands(
    result: Assessment, tmp_path: Path, line: str, status: str, why: str
) -> None:
    draft = tmp_path / "a.txt"
    body = result.outline.sections[result.verdict("II.9").sections[0]].body
    text = result.document.text
    draft.write_text(f"{text[: body.start]}\n{line}\n{text[body.end :]}", encoding="utf-8")
    found = assess(read(str(draft)), result.template)
    verdict = found.verdict("II.9")
    assert (verdict.status, str(verdict.why)) == (status, why)
    told = next(f for f in found.findings if f.requirement == "II.9" and f.rule in ("S102", "S103"))
    said = Asked(found, Speech()).sentence(told)
    assert "chỉ có tiêu đề" not in str(told.message) and "mới có tiêu đề" not in said
    assert line.rstrip(".") in said


def test_a_report_of_another_template_is_told_which(tmp_path: Path) -> None:
    result = assess(read(str(ROOT / "corpus" / "annual" / "xa-ban-khau-luong.md")), load_template("xdd-2020-2025"))
    assert result.foreign and str(result.findings[0].fix).endswith("(mẫu bao-cao-nam-xa); chạy lại với mẫu này.")
    draft = tmp_path / "thu.txt"
    draft.write_text("Kính gửi anh Ba,\nChiều nay họp lúc 14 giờ.\n", encoding="utf-8")
    assert "-t" not in str(assess(read(str(draft)), load_template("xdd-2020-2025")).findings[0].fix)


def test_people_who_disagree_are_named_with_the_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "unit": "Huyện A",
        "fingerprint": "8851ee1817f33d79",
        "rule": "S101",
        "requirement": "II.7",
        "message": "Thiếu mục II.7",
    }
    for name, action in (("An", "accept"), ("Bình", "waive")):
        entry = {**told, "name": name, "action": action, "at": f"2026-01-0{len(action)}"}
        text = json.dumps({"schema": "vnreport.decisions/1", "decisions": [entry]})
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    files = [str(tmp_path / "An.json"), str(tmp_path / "Bình.json")]
    assert run(["decisions", "merge", *files, "-o", str(tmp_path / "c.json")]) == 1
    said = capsys.readouterr().out
    assert said.startswith(
        "Huyện A, S101 mục II.7 “Thiếu mục II.7”: An: “Đúng, đề nghị sửa”; Bình: “Bỏ qua, không phải lỗi”."
    )
    assert "8851" not in said
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["decisions"][0]["message"] == "Thiếu mục II.7"
    assert run(["decisions", "merge", str(tmp_path / "d.json"), "-o", str(tmp_path / "c.json")]) == 2
    assert "Không có tệp ý kiến" in capsys.readouterr().err


def test_pages_lead_to_the_letter_the_copy_and_the_workbook(tmp_path: Path) -> None:
    drafts, out = tmp_path / "in", tmp_path / "out"
    drafts.mkdir()
    for name in ("huyen-suoi-lenh.docx", "huyen-nam-khuong.txt"):
        copy(ROOT / "corpus" / "drafts" / name, drafts / name)
    assert run(["batch", str(drafts), "-o", str(out), "--workers", "1", "-q"]) == 1
    index, word, plain = (
        (out / name).read_text(encoding="utf-8")
        for name in ("index.html", "units/huyen-suoi-lenh.html", "units/huyen-nam-khuong.html")
    )
    shown = (
        "matrix.xlsx",
        "letters/huyen-suoi-lenh.docx",
        "letters/huyen-nam-khuong.docx",
        "annotated/huyen-suoi-lenh.docx",
    )
    assert all(f'href="{name}"' in index for name in shown) and 'href="letters"' not in index
    assert 'href="../letters/huyen-suoi-lenh.docx"' in word and 'href="../annotated/huyen-suoi-lenh.docx"' in word
    assert 'href="../letters/huyen-nam-khuong.docx"' in plain and "annotated/" not in plain
