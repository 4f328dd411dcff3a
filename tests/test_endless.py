"""Inputs that once took for ever: each is done in a few seconds of work, or refused with a word."""

from __future__ import annotations

import os
import time
from pathlib import Path

import docx_made as made
import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.errors import ReadError, TemplateError
from vnreport_nlp.messages import render, translate
from vnreport_nlp.model import msg
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.limits import Limits
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.template import parse_template, read_template_file

HEAD = "BÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025\n\nI. ĐẶC ĐIỂM, TÌNH HÌNH\n\n"
MOST = 15
"""Seconds of processor time, a few times what a slow machine needs; each took minutes."""


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu" + " " * 6000 + "hết.", "Số liệu" + "\t" * 6000 + "hết", "." * 20000 + "a", "a." * 20000, "ngh" + "iê" * 30000 + "ng",
        "12 chi bộ, " * 5000, "12 tỷ đồng, " * 4000, "tăng từ 12 lên 15, " * 3000, "(12 (" * 4000, "[cập nhật sau] " * 9000,
        "“lời” […] (đang tổng hợp) [cập nhật sau] " * 3000,
    ],
    ids=["blanks", "tabs", "dots", "abbreviations", "long word", "counts", "money", "changes", "brackets", "placeholders", "elisions"],
)  # fmt: skip
def test_a_paragraph_of_one_thing_repeated_takes_no_longer_than_another(tmp_path: Path, text: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(HEAD + text + "\n", encoding="utf-8")
    start = time.process_time()
    assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < MOST


def test_headings_without_end_are_cut_and_told(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(HEAD + "1. Công tác xây dựng Đảng\n\n" * 12000, encoding="utf-8")
    start = time.process_time()
    result = assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < 3 * MOST
    assert any(f.rule == "D803" and "tiêu đề" in str(f.found) for f in result.findings)


def test_line_breaks_without_end_in_one_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(made.docx("<w:p><w:r><w:t>Một</w:t>" + "<w:br/>" * 30000 + "<w:t>Hai</w:t></w:r></w:p>"))
    start = time.process_time()
    outline(read(path))
    assert time.process_time() - start < MOST


def test_the_form_of_a_number_is_no_longer_than_word_lets_it_be(tmp_path: Path) -> None:
    numbering = made.abstract(1, made.lvl(0, "decimal", "%1" * 20000)) + made.num(1, 1)
    path = tmp_path / "draft.docx"
    path.write_bytes(made.docx("".join(made.p("Mục", num=(1, 0)) for _ in range(50)), numbering=numbering))
    assert len(read(path).text) < 50 * 1000


def test_brackets_without_end_in_a_template_are_refused() -> None:
    with pytest.raises(TemplateError) as told:
        parse_template("requirements: " + "[" * 50000, "a.yaml")
    assert "lồng" in str(told.value.problems[0].what)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "draft.txt"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="tệp thường"):
        read(pipe)
    with pytest.raises(TemplateError, match="tệp"):
        read_template_file(pipe)


def test_no_value_of_a_message_holds_an_order_to_a_terminal() -> None:
    name = "a\x1b[31mb\u202ec\x9bd\r.docx"
    for shown in (render(msg("Không có “{path}”.", path=name)), translate("Không có “{path}”.", "vi", path=name)):
        assert shown == "Không có “a\ufffd[31mb\ufffdc\ufffdd\ufffd.docx”."


def refusal(data: bytes, name: str, *, seconds: float) -> ReadError:
    """The error for a file that is refused within some seconds of processor time."""
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert time.process_time() - start < seconds
    assert str(caught.value.message) and str(caught.value.hint)
    return caught.value


def test_a_line_longer_than_any_report_is_refused_at_once() -> None:
    line = "I. KẾT QUẢ " + "chi bộ thôn Đông họp thường kỳ " * 40_000
    assert refusal(line.encode(), "draft.txt", seconds=3).code == "too_large"
    assert refusal(f"<p>{line}</p>".encode(), "draft.html", seconds=3).code == "too_large"


def test_a_whole_report_in_one_line_is_read() -> None:
    line = "I. KẾT QUẢ " + "chi bộ thôn Đông họp thường kỳ " * 10_000
    assert read_bytes(line.encode(), "draft.txt").text.startswith("I. KẾT QUẢ")


def test_a_page_of_paragraphs_without_end_is_refused_before_it_is_built() -> None:
    assert refusal(b"<p>x" * 300_000, "draft.html", seconds=6).code == "too_large"


@pytest.mark.parametrize("text", ["|" * 200_000, "." * 200_000, "(" * 100_000 + ")" * 100_000, "12.5 % - 3/4\n" * 9000])
def test_a_file_of_signs_and_figures_says_that_it_has_no_letters(text: str) -> None:
    error = refusal(text.encode(), "draft.txt", seconds=4)
    assert error.code == "empty"
    assert "không có chữ" in render(error.message)


def test_rows_of_bars_among_letters_take_no_longer_than_words(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(HEAD + ("|" * 60_000 + "\n") * 2 + "Toàn xã có 12 chi bộ.\n", encoding="utf-8")
    start = time.process_time()
    assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < MOST


def test_short_lines_without_end_are_held_against_titles_once(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(HEAD + "".join(f"{k}. Việc\n" for k in range(20_000)), encoding="utf-8")
    start = time.process_time()
    assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < 2 * MOST


def test_main_parts_without_end_are_held_against_lists_once(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(HEAD + "II. B\n" * 3000, encoding="utf-8")
    start = time.process_time()
    assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < MOST


@pytest.mark.parametrize("head", ["", "<w:tblPr/>", '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid/>'])
def test_a_table_of_thousands_of_rows_is_not_walked_for_each_cell(tmp_path: Path, head: str) -> None:
    rows = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{made.p(f"Thôn {k}")}</w:tc></w:tr>'
        for k in range(30_000)
    )
    path = tmp_path / "draft.docx"
    path.write_bytes(made.docx(f"<w:tbl>{head}{rows}</w:tbl>{made.p('Hết.')}"))
    start = time.process_time()
    assert read(path).text.endswith("Hết.")
    assert time.process_time() - start < MOST


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_a_passage_pasted_again_and_again_with_other_figures_takes_no_longer_than_a_text(
    tmp_path: Path, joint: str
) -> None:
    forms = [
        "Năm {}, toàn xã gieo trồng {} ha lúa, đạt {}% kế hoạch, sản lượng {} tấn, tăng {} tấn so với năm trước.",
        "Đến nay các thôn có {} hộ nghèo trong tổng số {} hộ, {} lao động có việc làm mới, {} người được vay vốn.",
        "Trường học đón {} học sinh, {} giáo viên, tỷ lệ lên lớp {}%; trạm y tế khám cho {} lượt người, tiêm cho {} trẻ.",
    ]
    lines = [form.format(*(f"{100 * place + 37 * k}" for place in range(2, 7))) for form in forms for k in range(60)]
    path = tmp_path / "draft.md"
    path.write_text(HEAD + joint.join(lines) + "\n", encoding="utf-8")
    start = time.process_time()
    assess(read(path), load_template(), rules=RuleSet())
    assert time.process_time() - start < MOST


def test_a_text_longer_than_any_report_is_refused_in_every_format_with_a_way_out() -> None:
    line = "Toàn xã có mười hai thôn. " * 20
    limits = ReadOptions(limits=Limits(text_chars=5_000))
    given = {
        "a.txt": (line * 12).encode(),
        "a.html": f"<html><body>{f'<p>{line}</p>' * 12}</body></html>".encode(),
        "a.docx": made.docx(made.p(line) * 12),
    }
    for name, data in given.items():
        with pytest.raises(ReadError) as caught:
            read_bytes(data, name, options=limits)
        assert (
            caught.value.code == "too_large"
            and "dài hơn" in str(caught.value.message)
            and "Tách" in str(caught.value.hint)
        )
        assert read_bytes(data, name).text.startswith("Toàn xã")
