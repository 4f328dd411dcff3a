"""OpenDocument, HTML and RTF: text that the page does not show is no content; what it shows is, whatever its look."""

from __future__ import annotations

import pytest
from test_odt import odt

from vnreport_nlp.model import Document
from vnreport_nlp.readers import read_bytes

PROSE = "Chi bộ các thôn sinh hoạt đều đặn hằng tháng, đảng viên dự họp đông đủ và góp ý thẳng thắn."
CODED = "".join(c if c < "\x7f" else f"\\u{ord(c)}?" for c in PROSE)


@pytest.fixture(autouse=True)
def no_soffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.rtf.find_soffice", lambda: None)


def judged(document: Document) -> tuple[bool, list[str]]:
    """Whether the prose is content, and what is told of hidden text."""
    return "sinh hoạt" in document.text, [w.detail for w in document.warnings if w.code == "unseen_text"]


def style(family: str, name: str, properties: str, group: str = "") -> str:
    kind = group or f"{family}-properties"
    return f'<style:style style:name="{name}" style:family="{family}"><style:{kind} {properties}/></style:style>'


def span(look: str, before: str = "", inner: str = "<text:p>{}</text:p>") -> bytes:
    """A paragraph whose letters have a look, among styles of the paragraph and of what is around it."""
    body = inner.replace("{}", f'<text:span text:style-name="T">{PROSE}</text:span>')
    return odt(f"<text:p>I. Đặc điểm</text:p>{body}", automatic=style("text", "T", look) + before)


WHITE = 'fo:color="#ffffff"'
IN_P = '<text:p text:style-name="P">{}</text:p>'
IN_CELL = '<table:table table:name="A"><table:table-row table:style-name="R"><table:table-cell table:style-name="C"><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>Số</text:p></table:table-cell></table:table-row></table:table>'
IN_FRAME = '<text:p><draw:frame draw:style-name="F" svg:width="6cm" svg:height="3cm" {0}><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></text:p>'
ODT_UNSEEN = {
    "white": span(WHITE),
    "white on white": span(f'{WHITE} fo:background-color="#fefefe"'),
    "tiny": span('fo:font-size="1pt"'),
    "squeezed": span('style:text-scale="1%"'),
    "pulled together": span('fo:font-size="14pt" fo:letter-spacing="-0.35cm"'),
    "hidden": span('text:display="none"'),
    "clear as glass": span('fo:color="#000000" loext:opacity="0%"'),
    "as its paragraph": span('fo:color="#c00000"', style("paragraph", "P", 'fo:background-color="#c00000"'), IN_P),
    "as its cell": span('fo:color="#c00000"', style("table-cell", "C", 'fo:background-color="#c00000"'), IN_CELL),
    "as its frame": span(
        'fo:color="#c00000"', style("graphic", "F", 'draw:fill="solid" draw:fill-color="#c00000"'), IN_FRAME.replace("{0}", "")
    ),
    "row without height": span("", style("table-row", "R", 'style:row-height="0.05cm"'), IN_CELL),
    "lines without height": span("", style("paragraph", "P", 'fo:line-height="1pt"'), IN_P),
    "aside": span("", style("paragraph", "P", 'fo:margin-left="-40cm"'), IN_P),
    "frame aside": span("", "", IN_FRAME.replace("{0}", 'svg:x="-40cm" svg:y="0cm"')),
    "hidden section": span("", "", '<text:section text:name="S" text:display="none"><text:p>{}</text:p></text:section>'),
    "section hidden by its condition": span(
        "", "", '<text:section text:name="S" text:display="condition" text:is-hidden="true"><text:p>{}</text:p></text:section>'
    ),
    "hidden paragraph": span("", "", '<text:p><text:hidden-paragraph text:condition="1" text:is-hidden="true"/>{}</text:p>'),
}  # fmt: skip
ODT_SHOWN = {
    "condensed": span('fo:font-size="14pt" fo:letter-spacing="-0.018cm"'),
    "narrow": span('style:text-scale="80%"'),
    "grey": span('fo:color="#bfbfbf"'),
    "colour of the window": span(f'{WHITE} style:use-window-font-color="true" loext:opacity="0%"'),
    "white on its dark shade": span(f'{WHITE} fo:background-color="#1f3864"'),
    "white in a dark cell": span(WHITE, style("table-cell", "C", 'fo:background-color="#1f3864"'), IN_CELL),
    "white in a dark row": span(WHITE, style("table-row", "R", 'fo:background-color="#1f3864"'), IN_CELL),
    "white over what a frame lies on": span(WHITE, style("graphic", "F", 'draw:fill="none"'), IN_FRAME.replace("{0}", "")),
    "frame": span("", "", IN_FRAME.replace("{0}", 'svg:x="3cm" svg:y="20cm"')),
    "indented": span("", style("paragraph", "P", 'fo:margin-left="9cm" fo:line-height="110%"'), IN_P),
    "section shown by its condition": span(
        "", "", '<text:section text:name="S" text:display="condition" text:is-hidden="false"><text:p>{}</text:p></text:section>'
    ),
}  # fmt: skip


def page(body: str, css: str = "", attributes: str = "") -> bytes:
    return f"<html><head><style>{css}</style></head><body {attributes}><p>I. Đặc điểm</p>{body}</body></html>".encode()


def styled(css: str, around: str = "") -> bytes:
    return page(f'<div style="{around}"><p style="{css}">{PROSE}</p></div>')


HTML_UNSEEN = {
    "not displayed": styled("display:none"),
    "not visible": styled("visibility:hidden"),
    "without size": styled("font-size:0"),
    "a pixel high": styled("font-size:1px"),
    "size in the short form": styled("font:0/0 a"),
    "clear": styled("opacity:0"),
    "clear ink": styled("color:transparent"),
    "clear by its fourth number": styled("color:rgba(0,0,0,0)"),
    "white": styled("color:#fff"),
    "white by name": styled("color:WHITE"),
    "white by tag": page(f"<p><font color=white>{PROSE}</font></p>"),
    "as what lies behind": styled("color:navy", "background:navy"),
    "as the page": page(f"<p style='color:#000080'>{PROSE}</p>", attributes="bgcolor=navy"),
    "as its cell": page(f"<table><tr><td bgcolor=red><p style='color:red'>{PROSE}</p></td><td>1</td></tr></table>"),
    "aside": styled("position:absolute;left:-9999px"),
    "indented aside": styled("text-indent:-9999px"),
    "cut off": styled("", "height:0;overflow:hidden"),
    "clipped": styled("position:absolute;clip:rect(0,0,0,0)"),
    "shrunk": styled("transform:scale(0)"),
    "by name": page(f"<p id=a>{PROSE}</p>", "#a{display:none}"),
    "by what is around": page(f"<div class=x><b><p>{PROSE}</p></b></div>", "div.x p{display:none}"),
    "by its parent": page(f"<div class='x y'><p>{PROSE}</p></div>", ".x.y > p{color:#fffffe}"),
    "on the screen": page(f"<p class=x>{PROSE}</p>", "@media screen{.x{display:none}}"),
}
HTML_SHOWN = {
    "grey": styled("color:#999"),
    "small": styled("font-size:7pt"),
    "white on dark": styled("color:white", "background-color:#1f3864"),
    "white on a picture": styled("color:white", "background:url(a.png)"),
    "white on a dark page": page(f"<p style='color:white'>{PROSE}</p>", attributes="bgcolor=#1f3864"),
    "hanging": styled("text-indent:-18pt;margin-left:36pt"),
    "placed": styled("position:relative;left:2cm;top:300px"),
    "condensed": styled("letter-spacing:-.2pt"),
    "not its parent": page(f"<div class=x><div><p>{PROSE}</p></div></div>", ".x > p{display:none}"),
    "on hover": page(f"<p class=x>{PROSE}</p>", ".x:hover{display:none}"),
    "window that scrolls": styled("", "height:200px;overflow:hidden"),
}


def rtf(body: str) -> bytes:
    table = r"{\colortbl;\red255\green255\blue255;\red192\green0\blue0;\red31\green56\blue100;}"
    head = r"{\rtf1\ansi\ansicpg1258\uc1{\fonttbl{\f0\fcharset163 Times New Roman;}}" + table + r"\f0 "
    return (head + body.replace("{}", CODED) + "}").encode("ascii")


RTF_UNSEEN = {
    "hidden": rtf(r"\pard {\v {}}\par x\par"),
    "white": rtf(r"\pard {\cf1 {}}\par x\par"),
    "white by halves": rtf(r"\pard Tin: {\cf1 {}} h\par x\par"),
    "tiny": rtf(r"\pard {\fs2 {}}\par x\par"),
    "pulled together": rtf(r"\pard {\fs28\expndtw-200 {}}\par x\par"),
    "squeezed": rtf(r"\pard {\charscalex1 {}}\par x\par"),
    "as its shade": rtf(r"\pard {\cf2\chcbpat2 {}}\par x\par"),
    "as its paragraph": rtf(r"\pard\cbpat2 {\cf2 {}}\par\pard x\par"),
    "lines of a point": rtf(r"\pard\sl-20\slmult0 {}\par\pard x\par"),
    "aside": rtf(r"\pard\li-20000 {}\par\pard x\par"),
}
RTF_SHOWN = {
    "red": rtf(r"\pard {\cf2 {}}\par"),
    "condensed": rtf(r"\pard {\fs28\expndtw-6 {}}\par"),
    "white on dark": rtf(r"\pard {\cf1\chcbpat3 {}}\par"),
    "white in a dark paragraph": rtf(r"\pard\cbpat3 {\cf1 {}}\par"),
    "white in a dark cell": rtf(r"\trowd\clcbpat3\cellx1\cellx2\pard\intbl {\cf1 {}}\cell b\cell\row\pard x\par"),
    "exact lines": rtf(r"\pard\sl-360\slmult0 {}\par"),
    "colour of the program": rtf(r"\pard {\cf0 {}}\par"),
}


@pytest.mark.parametrize(
    ("data", "name"),
    [*((d, "a.odt") for d in ODT_UNSEEN.values()), *((d, "a.html") for d in HTML_UNSEEN.values()), *((d, "a.rtf") for d in RTF_UNSEEN.values())],
    ids=[f"{kind} {name}" for kind, group in (("odt", ODT_UNSEEN), ("html", HTML_UNSEEN), ("rtf", RTF_UNSEEN)) for name in group],
)  # fmt: skip
def test_prose_that_the_page_does_not_show_is_no_content_and_is_told(data: bytes, name: str) -> None:
    shown, told = judged(read_bytes(data, name))
    assert not shown
    assert len(told) == 1
    assert "Chi bộ các thôn" in told[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [*((d, "a.odt") for d in ODT_SHOWN.values()), *((d, "a.html") for d in HTML_SHOWN.values()), *((d, "a.rtf") for d in RTF_SHOWN.values())],
    ids=[f"{kind} {name}" for kind, group in (("odt", ODT_SHOWN), ("html", HTML_SHOWN), ("rtf", RTF_SHOWN)) for name in group],
)  # fmt: skip
def test_prose_that_the_page_shows_is_content(data: bytes, name: str) -> None:
    assert judged(read_bytes(data, name)) == (True, [])


def test_what_happened_beside_hidden_letters_stays_at_its_place() -> None:
    body = r"\pard Mo dau {\cf1 {}}{\revised  them }cuoi\chftn{\footnote ghi}.\par"
    document = read_bytes(rtf(body), "a.rtf")
    assert document.text.startswith("Mo dau")
    change = document.revisions[0]
    assert document.text[change.start : change.end].strip() == "them"
    assert document.text[: document.footnotes[0].reference + 1].endswith("cuoi")


def test_comments_that_word_lays_over_a_page_are_not_told() -> None:
    comment = f"<div style='mso-element:comment-list;display:none'><div class=msocomtxt>{PROSE}</div></div>"
    assert judged(read_bytes(page("<p>Nội dung.</p>" + comment), "a.html")) == (False, [])
