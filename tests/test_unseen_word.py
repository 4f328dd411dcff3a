"""Text of a Word file that a page does not show is no answer to a requirement; what a page shows stays, whatever its look."""

from __future__ import annotations

import docx_made as made
import pytest

from vnreport_nlp.messages import render
from vnreport_nlp.model.losses import loss_message
from vnreport_nlp.readers import read_bytes

PROSE = "Chi bộ các thôn sinh hoạt đều đặn hằng tháng, đảng viên dự họp đông đủ và góp ý thẳng thắn."
WHITE = '<w:color w:val="FFFFFF"/>'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WP = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
DARK = (
    '<w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="000080"/></w:tcPr></w:tblStylePr></w:style>'
)
STYLES = made.styles(
    DARK,
    made.style("Grid", "Table Grid", kind="table"),
    made.style("Pale", "Pale", kind="table", rpr=WHITE),
    made.style("Flat", "Flat", ppr='<w:spacing w:line="20" w:lineRule="exact"/>'),
)


def paragraph(ppr: str = "", look: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{PROSE}</w:t></w:r></w:p>"


def table(inner: str, *, whole: str = "", row: str = "", cell: str = "", columns: str = "") -> str:
    first = f"<w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{inner}</w:tc><w:tc>{made.p('Số')}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{whole}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{first}</w:tbl>"


def shape(
    inner: str, *, at: tuple[int, int] = (0, 0), size: tuple[int, int] = (3600000, 1800000), more: str = ""
) -> str:
    fill, _, named = more.partition("|")
    return (
        f'<w:p><w:r><w:drawing><wp:anchor {WP} behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>{at[0]}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{at[1]}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr id="1" name="Khung" {named}/><a:graphic><a:graphicData uri="u"><wps:wsp>'
        f"<wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def old_shape(style: str, inner: str, more: str = "") -> str:
    box = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return f'<w:p><w:r><w:pict><v:shape style="{style}" {more}>{box}</v:shape></w:pict></w:r></w:p>'


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def words(body: str) -> tuple[str, list[str]]:
    document = read_bytes(made.docx(made.p("I. Đặc điểm") + body, style_part=STYLES), "draft.docx")
    return document.text, [render(loss_message(w), "vi") for w in document.warnings]


UNSEEN = {
    "squeezed": paragraph(look='<w:w w:val="1"/>'),
    "pulled together": paragraph(look='<w:sz w:val="28"/><w:spacing w:val="-200"/>'),
    "no filling": paragraph(look=f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"),
    "clear as glass": paragraph(
        look=f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>'
    ),
    "white on nearly white": paragraph(look=WHITE + '<w:shd w:val="clear" w:fill="FFFFFE"/>'),
    "blue on blue": paragraph(look='<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>'),
    "black on black": paragraph('<w:shd w:val="clear" w:fill="000000"/>', '<w:color w:val="000000"/>'),
    "yellow marked yellow": paragraph(look='<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    "colours of the theme": paragraph(
        '<w:shd w:val="clear" w:fill="4472C4" w:themeFill="text1"/>', '<w:color w:val="000000" w:themeColor="text1"/>'
    ),
    "as its cell": table(
        paragraph(look='<w:color w:val="C00000"/>'), cell='<w:shd w:val="clear" w:fill="C00000"/>'
    ),
    "white in a plain table": table(paragraph(look=WHITE), whole='<w:tblStyle w:val="Grid"/>'),
    "white by the table's style": table(paragraph(), whole='<w:tblStyle w:val="Pale"/>'),
    "white in a white cell": table(
        paragraph(look=WHITE), whole='<w:shd w:val="clear" w:fill="000000"/>', cell='<w:shd w:val="clear" w:fill="FFFFFF"/>'
    ),
    "white in a white shape": shape(paragraph(look=WHITE), more=solid("FFFFFF")),
    "white in an old shape": old_shape("position:absolute;width:200pt;height:100pt", paragraph(look=WHITE)),
    "lines of one point": paragraph('<w:spacing w:line="20" w:lineRule="exact"/>'),
    "lines of one point by style": made.p(PROSE, style="Flat"),
    "lines of no height": paragraph('<w:spacing w:line="10" w:lineRule="auto"/>'),
    "left of the page": paragraph('<w:ind w:left="-20000"/>'),
    "right of the page": paragraph('<w:ind w:start="20000"/>'),
    "no room on the page": paragraph('<w:ind w:left="-9000" w:right="11000"/>'),
    "frame aside": paragraph('<w:framePr w:w="2000" w:x="-15000" w:y="1" w:hAnchor="page" w:vAnchor="page"/>'),
    "frame below": paragraph('<w:framePr w:w="2000" w:x="1" w:y="30000" w:hAnchor="page" w:vAnchor="page"/>'),
    "frame without height": paragraph('<w:framePr w:w="2000" w:h="20" w:hRule="exact" w:x="1" w:y="1"/>'),
    "row without height": table(paragraph(), row='<w:trHeight w:val="20" w:hRule="exact"/>'),
    "row of one line": table(
        paragraph() * 12, row='<w:trHeight w:val="300" w:hRule="exact"/>', cell='<w:tcW w:w="4000" w:type="dxa"/>'
    ),
    "hidden row": table(paragraph(), row="<w:hidden/>"),
    "cell without width": table(
        paragraph(), whole='<w:tblLayout w:type="fixed"/>', cell='<w:tcW w:w="1" w:type="dxa"/>', columns='<w:gridCol w:w="1"/><w:gridCol w:w="5000"/>'
    ),
    "table aside": table(paragraph(), whole='<w:tblInd w:w="-20000" w:type="dxa"/>'),
    "table that floats aside": table(paragraph(), whole='<w:tblpPr w:tblpX="-20000" w:tblpY="1"/>'),
    "shape aside": shape(paragraph(), at=(-20000000, 0)),
    "shape below": shape(paragraph(), at=(0, 30000000)),
    "shape without room": shape(paragraph(), size=(1, 1)),
    "shape of one line": shape(paragraph() * 12, size=(3600000, 300000)),
    "hidden shape": shape(paragraph(), more='|hidden="1"'),
    "old shape aside": old_shape("position:absolute;margin-left:-2000pt;width:200pt;height:100pt", paragraph()),
    "hidden old shape": old_shape("position:absolute;visibility:hidden;width:200pt;height:100pt", paragraph()),
    "old shape without room": old_shape("position:absolute;width:1pt;height:1pt", paragraph()),
}  # fmt: skip
SEEN = {
    "condensed": paragraph(look='<w:sz w:val="28"/><w:spacing w:val="-10"/>'),
    "condensed by more than a point": paragraph(look='<w:sz w:val="28"/><w:spacing w:val="-30"/>'),
    "two thirds of its width": paragraph(look='<w:w w:val="66"/>'),
    "outlined": paragraph(
        look=f'<w14:textOutline {W14}><w14:solidFill><w14:srgbClr w14:val="000000"/></w14:solidFill></w14:textOutline><w14:textFill {W14}><w14:noFill/></w14:textFill>'
    ),
    "grey": paragraph(look='<w:color w:val="BFBFBF"/>'),
    "white in the dark first row": table(paragraph(look=WHITE), whole='<w:tblStyle w:val="Dark"/>'),
    "white in a dark cell": table(paragraph(look=WHITE), cell='<w:shd w:val="clear" w:fill="1F3864"/>'),
    "white in a dark shape": shape(paragraph(look=WHITE), more=solid("1F3864")),
    "white over what a shape lies on": shape(paragraph(look=WHITE), more="<a:noFill/>"),
    "white in a dark old shape": old_shape(
        "position:absolute;width:200pt;height:100pt", paragraph(look=WHITE), 'fillcolor="#1f3864"'
    ),
    "exact lines": paragraph('<w:spacing w:line="360" w:lineRule="exact"/>'),
    "lines of at least a point": paragraph('<w:spacing w:line="20" w:lineRule="atLeast"/>'),
    "above the signature": paragraph('<w:ind w:left="5103"/>'),
    "into the margins": paragraph('<w:ind w:left="-567" w:right="-285"/>'),
    "row of exact height": table(paragraph(), row='<w:trHeight w:val="680" w:hRule="exact"/>'),
    "row of a least height": table(paragraph(), row='<w:trHeight w:val="20"/>'),
    "cell whose width the program finds": table(paragraph(), cell='<w:tcW w:w="0" w:type="auto"/>'),
    "shape": shape(paragraph()),
    "shape that grows": shape(paragraph(), size=(3600000, 1)).replace("<wps:bodyPr/>", "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>"),
}  # fmt: skip


@pytest.mark.parametrize("body", UNSEEN.values(), ids=UNSEEN.keys())
def test_prose_that_the_page_does_not_show_is_no_content_and_is_told(body: str) -> None:
    text, told = words(body)
    assert "sinh hoạt" not in text
    assert len(told) == 1
    assert "không nhìn thấy" in told[0]
    assert "Chi bộ các thôn" in told[0]


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN.keys())
def test_prose_that_the_page_shows_is_content(body: str) -> None:
    text, told = words(body)
    assert "sinh hoạt" in text
    assert told == []


def test_only_the_dark_row_of_a_table_lies_behind_its_own_letters() -> None:
    head = f"<w:tr><w:tc>{made.p('Nội dung', rpr=WHITE)}</w:tc><w:tc>{made.p('Kết quả', rpr=WHITE)}</w:tc></w:tr>"
    row = f"<w:tr><w:tc>{paragraph(look=WHITE)}</w:tc><w:tc>{made.p('12')}</w:tc></w:tr>"
    text, told = words(f'<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>{head}{row}</w:tbl>')
    assert "Kết quả" in text
    assert "sinh hoạt" not in text
    assert len(told) == 1


@pytest.mark.parametrize("shown", [True, False])
def test_white_letters_on_a_coloured_page_are_read_where_the_colour_is_shown(shown: bool) -> None:
    body = made.docx(made.p("I. Đặc điểm") + paragraph(look=WHITE), parts={
        "settings.xml": f"<w:settings {made.NS}>{'<w:displayBackgroundShape/>' * shown}</w:settings>"
    })  # fmt: skip
    package = made.rewritten(body, "word/document.xml", b"<w:body>", b'<w:background w:color="1F3864"/><w:body>')
    assert ("sinh hoạt" in read_bytes(package, "draft.docx").text) is shown


def test_hidden_text_of_a_footnote_is_told() -> None:
    note = f'<w:footnote w:id="2">{paragraph(look=WHITE)}</w:footnote>'
    body = '<w:p><w:r><w:t>Kết quả tốt.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = made.docx(body, parts={"footnotes.xml": f"<w:footnotes {made.NS}>{note}</w:footnotes>"})
    document = read_bytes(data, "draft.docx")
    assert "sinh hoạt" not in document.text
    assert "unseen_text" in [w.code for w in document.warnings]


def test_letters_of_two_colours_are_one_word() -> None:
    run = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>".format
    text, told = words("<w:p>" + run('<w:color w:val="C00000"/>', "Đảng b") + run("", "ộ xã") + "</w:p>")
    assert "Đảng bộ xã" in text
    assert told == []
