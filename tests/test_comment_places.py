"""Word comments stand at the words they are about, and cutting a run for them loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.run import Run

from vnreport_nlp.exporters.annotated import _runs, annotate
from vnreport_nlp.exporters.docx_runs import fold, stretch
from vnreport_nlp.model import Assessment, Place, Span, finding, msg

BOLD = "<w:rPr><w:b/></w:rPr>"
FIELD = (
    '<w:r><w:t xml:space="preserve">Đạt </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>14/16 tổ</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> đảng viên.</w:t></w:r>'
)


def paragraph(inside: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>")


def run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def words(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def held(element: Any, wanted: str, which: int = 0) -> str | None:
    """The words of all runs from the first to the last that are given."""
    runs = [Run(r, None) for r in _runs(element)]  # type: ignore[arg-type]
    found = stretch(runs, fold(wanted), which)
    if found is None:
        return None
    every = list(_runs(element))
    first, last = every.index(found[0]._r), every.index(found[1]._r)
    return "".join(Run(r, None).text for r in every[first : last + 1])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inside", "wanted", "told"),
    [
        (run("Toàn xã có 18/20 thôn đạt chuẩn, còn 3 thôn."), "18/20 thôn", "18/20 thôn"),
        (run("Toàn xã có 18/") + run("20", BOLD) + run(" thôn đạt chuẩn."), "18/20 thôn", "18/20 thôn"),
        (run("Đầu câu") + run(" và cuối câu.", BOLD), "Đầu câu và cuối câu.", "Đầu câu và cuối câu."),
        (f'<w:ins w:id="5" w:author="A">{run("Mới thêm 12 đoàn kiểm tra.")}</w:ins>', "12 đoàn", "12 đoàn"),
        (f'<w:hyperlink w:anchor="a">{run("xem Phụ lục 02 kèm")}</w:hyperlink>', "Phụ lục 02", "Phụ lục 02"),
        (f'{run("Có ")}<w:del w:id="6" w:author="A"><w:r><w:delText>40 </w:delText></w:r></w:del>{run("41 tổ viên")}', "Có 41 tổ", "Có 41 tổ"),
        (FIELD, "14/16 tổ", "14/16 tổ"),
        (FIELD, "16 tổ đảng", "14/16 tổ đảng"),
        (FIELD, "Đạt 14", "Đạt 14/16 tổ"),
        (run("Một dòng<w:br/>rồi một dòng nữa").replace("<w:br/>", '</w:t><w:br/><w:t xml:space="preserve">'), "một dòng nữa", "Một dòng\nrồi một dòng nữa"),
        (run("Cỡ chữ đổi 5 lần", '<w:rPr><w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'), "5 lần", "Cỡ chữ đổi 5 lần"),
    ],
)  # fmt: skip
def test_a_comment_holds_its_words(inside: str, wanted: str, told: str) -> None:
    element = paragraph(inside)
    before = words(element)
    assert held(element, wanted) == told
    assert words(element) == before


def test_of_equal_words_the_one_that_is_meant() -> None:
    element = paragraph(run("Năm 2023 kết nạp 14; năm 2024 kết nạp 14; năm 2025 kết nạp 15."))
    runs = [Run(r, None) for r in _runs(element)]  # type: ignore[arg-type]
    found = stretch(runs, fold("kết nạp 14"), 1)
    assert found is not None and found[0].text == "kết nạp 14"
    assert words(element).index("năm 2025") > 0 and found[0]._r.getprevious().find(qn("w:t")).text.endswith("năm 2024 ")
    assert held(paragraph(run("Chỉ một chỗ")), "hai chỗ") is None


def test_formatting_stays_with_both_halves() -> None:
    element = paragraph(run("Trước giữa sau", BOLD))
    held(element, "giữa")
    assert [(Run(r, None).text, Run(r, None).bold) for r in _runs(element)] == [  # type: ignore[arg-type]
        ("Trước ", True), ("giữa", True), (" sau", True),
    ]  # fmt: skip


def commented(path: Path) -> list[str]:
    """The words that each comment of a copy stands at."""
    out = []
    body = docx.Document(str(path)).element.body
    for start in body.iter(qn("w:commentRangeStart")):
        number, inside, text = start.get(qn("w:id")), False, ""
        for node in body.iter():
            if node.tag == qn("w:commentRangeStart") and node.get(qn("w:id")) == number:
                inside = True
            elif node.tag == qn("w:commentRangeEnd") and node.get(qn("w:id")) == number:
                break
            elif inside and node.tag == qn("w:t"):
                text += node.text or ""
        out.append(text)
    return out


def test_three_comments_of_one_paragraph_stand_at_three_places(tmp_path: Path) -> None:
    import cohorts

    line = "Tổ chức 3 đợt, 17/15 tổ tham gia, chi 40 triệu đồng, kết nạp 9 hội viên trong quý."
    made = docx.Document()
    made.add_paragraph("BÁO CÁO")
    made.add_paragraph(line)
    made.save(str(tmp_path / "a.docx"))
    result = cohorts.assessed(f"BÁO CÁO\n{line}\n", "a.docx")
    text = result.document.text
    quotes = ("3 đợt", "17/15 tổ tham gia", "9 hội viên")
    found = tuple(
        finding("F202", msg("x {n}", n=k), places=(Place(Span(text.index(q), text.index(q) + len(q)), result.document.locate(text.index(q)), q),))
        for k, q in enumerate(quotes)
    )  # fmt: skip
    told = Assessment(result.document, result.outline, result.template, result.alignment, (), found)
    assert annotate(told, tmp_path / "a.docx", tmp_path / "b.docx") == len(quotes)
    assert commented(tmp_path / "b.docx") == list(quotes)
    assert docx.Document(str(tmp_path / "b.docx")).paragraphs[1].text == line


@pytest.mark.parametrize("mark", ["<w:vanish/>", '<w:del w:id="9" w:author="A"/>'])
def test_words_of_a_paragraph_that_is_shown_in_the_line_of_another(tmp_path: Path, mark: str) -> None:
    import cohorts

    from vnreport_nlp import read

    lines = [
        "Quý một kết nạp 9 hội viên mới, ",
        "quý hai kết nạp 9 hội viên mới, ",
        "quý ba không kết nạp được hội viên mới nào.",
    ]
    made = docx.Document()
    made.add_paragraph("BÁO CÁO")
    for line in lines:
        made.add_paragraph(line)._p.get_or_add_pPr().append(
            parse_xml(f"<w:rPr {nsdecls('w')}>{mark if line is not lines[-1] else ''}</w:rPr>")
        )
    made.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx")
    assert len(document.paragraphs) == 2
    quotes = [(q, document.text.index(q)) for q in ("Quý một", "không kết nạp")]
    second = document.text.index("kết nạp 9", document.text.index("quý hai"))
    quotes.insert(1, ("kết nạp 9", second))
    found = tuple(
        finding("F202", msg("x {n}", n=at), places=(Place(Span(at, at + len(q)), document.locate(at), q),))
        for q, at in quotes
    )  # fmt: skip
    base = cohorts.assessed("BÁO CÁO\nx\n", "a.docx")
    told = Assessment(document, base.outline, base.template, base.alignment, (), found)
    assert annotate(told, tmp_path / "a.docx", tmp_path / "b.docx") == 3
    assert commented(tmp_path / "b.docx") == [q for q, _ in quotes]
    copy = docx.Document(str(tmp_path / "b.docx"))
    assert [["commentRangeStart" in c.tag for c in p._p].count(True) for p in copy.paragraphs] == [0, 1, 1, 1]
