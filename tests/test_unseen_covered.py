"""Text of a Word file under a shape or a picture in front of it; shapes and pictures as honest writers place them."""

from __future__ import annotations

import docx_made as made
import pytest
from test_unseen_word import PROSE, WP, paragraph, solid

from vnreport_nlp.readers import read_bytes

CM = 360_000
PHOTO = "\xff\xd8\xff\xe0".encode("latin-1") + bytes(60)
SOLID_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x02" + bytes(60)
CLEAR_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06" + bytes(60)
PICTURE = '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="r1">{}</a:blip></pic:blipFill></pic:pic>'
RUN = "<w:r><w:drawing>{}</w:drawing></w:r>"


def front(inner: str, *, size: tuple[float, float] = (16, 12), top: float = 0, left: float = 0, wrap: str = "wrapNone", behind: str = "0", rel: str = "paragraph") -> str:  # fmt: skip
    """A drawing in front of the text, sizes and places in cm."""
    return RUN.format(
        f'<wp:anchor {WP} behindDoc="{behind}"><wp:positionH relativeFrom="column"><wp:posOffset>{int(left * CM)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{rel}"><wp:posOffset>{int(top * CM)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(size[0] * CM)}" cy="{int(size[1] * CM)}"/><wp:{wrap}/><wp:docPr id="1" name="Hình"/>'
        f'<a:graphic><a:graphicData uri="u">{inner}</a:graphicData></a:graphic></wp:anchor>'
    )


def rect(fill: str) -> str:
    return f"<wps:wsp><wps:spPr>{fill}</wps:spPr><wps:bodyPr/></wps:wsp>"


def anchored(drawing: str, after: str) -> str:
    return f"<w:p>{drawing}</w:p>{after}"


def old(style: str, more: str = "", inner: str = "") -> str:
    return f'<w:r><w:pict><v:rect style="position:absolute;{style}" {more}>{inner}</v:rect></w:pict></w:r>'


def read(body: str, picture: bytes = PHOTO) -> tuple[bool, list[str]]:
    document = read_bytes(made.docx(made.p("I. Đặc điểm") + body, parts={"image1.jpeg": picture}), "draft.docx")
    return "sinh hoạt" in document.text, [w.code for w in document.warnings if w.code == "unseen_text"]


WHITE_RECT = rect(solid("FFFFFF"))
BIG = "margin-left:0;margin-top:0;width:450pt;height:300pt;z-index:2516"
COVERED = {
    "white rectangle": anchored(front(WHITE_RECT), paragraph() * 2),
    "rectangle over its own paragraph": paragraph().replace("</w:p>", front(WHITE_RECT) + "</w:p>"),
    "over the page": paragraph().replace("</w:p>", front(WHITE_RECT, size=(20, 28), rel="page", left=-3) + "</w:p>"),
    "photograph": anchored(front(PICTURE.format("")), paragraph()),
    "old rectangle": anchored(old(BIG), paragraph()),
    "old picture": anchored(old(BIG, inner='<v:imagedata r:id="r1"/>'), paragraph()),
}
OPEN = {
    "text flows around": anchored(front(WHITE_RECT, wrap="wrapSquare"), paragraph()),
    "behind the text": anchored(front(WHITE_RECT, behind="1"), paragraph()),
    "no filling": anchored(front(rect("<a:noFill/>")), paragraph()),
    "clear filling": anchored(front(rect('<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="40000"/></a:srgbClr></a:solidFill>')), paragraph()),
    "small": anchored(front(WHITE_RECT, size=(6, 4)), paragraph()),
    "beside the text": anchored(front(WHITE_RECT, left=9), paragraph()),
    "over blank lines": anchored(front(PICTURE.format(""), size=(14, 8)), made.p() * 14 + paragraph()),
    "below its paragraph": paragraph().replace("</w:p>", front(PICTURE.format(""), size=(14, 8), top=3) + "</w:p>") + made.p() * 10 + paragraph(),
    "on the page before": anchored(front(WHITE_RECT), made.p("", ppr="<w:pageBreakBefore/>") + paragraph()),
    "faded picture": anchored(front(PICTURE.format('<a:alphaModFix amt="30000"/>')), paragraph()),
    "old rectangle behind": anchored(old(BIG.replace("z-index:", "z-index:-")), paragraph()),
    "old frame": anchored(old(BIG, 'filled="f"'), paragraph()),
    "title in a box": anchored(front(f"<wps:wsp><wps:spPr>{solid('FFFFFF')}</wps:spPr><wps:txbx><w:txbxContent>{made.p('Số liệu')}</w:txbxContent></wps:txbx></wps:wsp>", size=(16, 1)), paragraph()),
}  # fmt: skip


@pytest.mark.parametrize("body", COVERED.values(), ids=COVERED.keys())
def test_prose_under_a_shape_is_no_content_and_is_told(body: str) -> None:
    assert read(body) == (False, ["unseen_text"])


@pytest.mark.parametrize("body", OPEN.values(), ids=OPEN.keys())
def test_prose_that_no_shape_covers_is_content(body: str) -> None:
    assert read(body) == (True, [])


def test_a_picture_covers_only_what_it_lets_nothing_through() -> None:
    body = anchored(front(PICTURE.format("")), paragraph())
    assert read(body, SOLID_PNG) == (False, ["unseen_text"])
    assert read(body, CLEAR_PNG) == (True, [])


def test_text_further_down_than_a_shape_reaches_stays() -> None:
    text = "".join(made.p(f"Đợt {n}: {PROSE}") for n in range(8))
    document = read_bytes(made.docx(anchored(front(WHITE_RECT), text)), "draft.docx")
    assert "Đợt 0" not in document.text
    assert "Đợt 7" in document.text
