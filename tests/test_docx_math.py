"""Formulas of a Word file: every figure and sign is in the text, in order, and none is glued to another."""

from __future__ import annotations

import pytest
from docx_made import NS, docx, p

from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def part(name: str, *inner: str, more: str = "") -> str:
    properties = f"<m:{name}Pr>{more}</m:{name}Pr>" if more else ""
    return f"<m:{name}>{properties}{''.join(inner)}</m:{name}>"


def fraction(above: str, below: str) -> str:
    return part("f", part("num", above), part("den", below))


def text_of(body: str) -> str:
    return read_docx(docx(body), "a.docx", ReadOptions()).text


def shown(*inner: str) -> str:
    return text_of(f"<w:p><m:oMath {MATH}>{''.join(inner)}</m:oMath></w:p>")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r("H=") + fraction(r("85"), r("100")) + r("×100%=85%"), "H=85/100×100%=85%"),
        (fraction(r("a+b"), r("2")), "(a+b)/2"),
        (fraction(r("450"), r("1.200 + 300")), "450/(1.200 + 300)"),
        (fraction(part("d", part("e", r("a+b"))), r("c")), "(a+b)/c"),
        (r("2") + fraction(r("1"), r("2")), "2 1/2"),
        (part("rad", part("deg"), part("e", r("16")), more='<m:degHide m:val="1"/>'), "√16"),
        (part("rad", part("deg", r("3")), part("e", r("a+8"))), "³√(a+8)"),
        (part("sSup", part("e", r("m")), part("sup", r("2"))), "m²"),
        (part("sSub", part("e", r("x")), part("sub", r("1"))), "x1"),
        (part("d", part("e", r("1")), part("e", r("2")), more='<m:begChr m:val="["/><m:endChr m:val=""/>'), "[1|2"),
        (
            part("nary", part("sub", r("i=1")), part("sup", r("12")), part("e", r("x")), more='<m:chr m:val="∑"/>'),
            "∑(i=1; 12) x",
        ),
        (part("m", part("mr", part("e", r("1")), part("e", r("2"))), part("mr", part("e", r("3")), part("e", r("4")))), "1 2; 3 4"),
        (part("eqArr", part("e", r("a=1")), part("e", r("b=2"))), "a=1; b=2"),
        (part("func", part("fName", r("log")), part("e", r("100"))), "log 100"),
        (part("acc", part("e", r("7"))) + part("bar", part("e", r("8"))), "78"),
    ],
)  # fmt: skip
def test_parts_of_a_formula(formula: str, text: str) -> None:
    assert shown(formula) == text


def test_a_formula_between_blocks_is_text_too() -> None:
    formula = f"<m:oMathPara {MATH}><m:oMath>{r('T=5/6')}</m:oMath></m:oMathPara>"
    assert text_of(p("trước") + formula + p("sau")) == "trước\nT=5/6\nsau"
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{formula}{p()}</w:tc></w:tr><w:tr><w:tc>{p('b')}</w:tc><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"
    assert text_of(table + p("sau")).split("\n") == ["a", "T=5/6", "b", "c", "sau"]


def test_tracked_changes_and_plain_runs_inside_a_formula() -> None:
    author = 'w:id="1" w:author="Hạ"'
    inner = f"<w:ins {author}>{r('5')}</w:ins><w:del {author}><m:r><w:delText>6</w:delText></m:r></w:del>"
    assert shown(r("T="), inner, "<m:r><w:rPr/><w:t>7</w:t></m:r>") == "T=57"


def test_formulas_in_fields_and_notes() -> None:
    note = f'<w:footnote w:id="1"><w:p><m:oMath {MATH}>{fraction(r("1"), r("3"))}</m:oMath></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>chữ</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    parts = {"footnotes.xml": f"<w:footnotes {NS}>{note}</w:footnotes>"}
    document = read_docx(docx(body, parts=parts), "a.docx", ReadOptions())
    assert document.text == "chữ\n1/3"
