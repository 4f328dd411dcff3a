"""White letters of a Word file on filled shapes behind the text show; on paper, and on shapes that fill nothing, they do not."""

from __future__ import annotations

import docx_made as made
import pytest
from test_unseen_covered import BIG, CLEAR_PNG, PHOTO, PICTURE, front, old, read, rect
from test_unseen_word import WHITE, paragraph, solid

DARK = rect(solid("1F4E79"))
PALE = paragraph(look=WHITE)
BAND = (16.0, 3.0)
STYLED = (
    '<wps:wsp><wps:spPr/><wps:style><a:fillRef idx="{}"><a:srgbClr val="1F4E79"/></a:fillRef></wps:style></wps:wsp>'
)


def beside(drawing: str, after: str = "") -> str:
    """The pale paragraph with a drawing in it."""
    return PALE.replace("</w:pPr>", "</w:pPr>" + drawing) + after


def back(inner: str, *, size: tuple[float, float] = BAND, top: float = 0, rel: str = "paragraph") -> str:
    return front(inner, behind="1", size=size, top=top, rel=rel)


OLD = BIG.replace("z-index:", "z-index:-")
SEEN = {
    "a band behind its paragraph": beside(back(DARK)),
    "a band behind the next paragraph": f"<w:p>{back(DARK)}</w:p>" + PALE,
    "a page of colour": beside(back(DARK, size=(21, 29.7), rel="page")),
    "a run of colours": beside(back(rect("<a:gradFill/>"))),
    "a filling by style": beside(back(STYLED.format(1))),
    "a picture": beside(back(PICTURE.format(""))),
    "an old rectangle": beside(old(OLD, 'fillcolor="#1F4E79"')),
    "an old picture": beside(old(OLD, inner='<v:imagedata r:id="r1"/>')),
}
UNSEEN = {
    "no shape": PALE,
    "a white band": beside(back(rect(solid("FFFFFF")))),
    "a band without filling": beside(back(rect("<a:noFill/>"))),
    "a band without filling by style": beside(back(STYLED.format(0))),
    "a clear band": beside(
        back(rect('<a:solidFill><a:srgbClr val="1F4E79"><a:alpha val="0"/></a:srgbClr></a:solidFill>'))
    ),
    "a line": beside(back(DARK, size=(16, 0.1))),
    "a dot": beside(back(DARK, size=(1, 1))),
    "a band further down": beside(back(DARK, top=12)),
    "a band far above": f"<w:p>{back(DARK)}</w:p>" + made.p("Lời nói đầu.") * 12 + PALE,
    "a band on the page before": f"<w:p>{back(DARK)}</w:p>" + made.p("", ppr="<w:pageBreakBefore/>") + PALE,
    "a small shape somewhere on the page": beside(back(DARK, rel="page")),
    "a hidden band": beside(back(DARK).replace("<wp:docPr ", '<wp:docPr hidden="1" ')),
    "an old frame": beside(old(OLD, 'filled="f"')),
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN.keys())
def test_white_letters_on_a_filled_shape_are_content(body: str) -> None:
    assert read(body) == (True, [])


@pytest.mark.parametrize("body", UNSEEN.values(), ids=UNSEEN.keys())
def test_white_letters_on_nothing_are_told(body: str) -> None:
    assert read(body) == (False, ["unseen_text"])


@pytest.mark.parametrize(("data", "seen"), [(PHOTO, True), (CLEAR_PNG, False)])
def test_a_picture_through_which_the_paper_shows_is_no_ground(data: str | bytes, seen: bool) -> None:
    assert read(beside(back(PICTURE.format(""))), data)[0] is seen  # type: ignore[arg-type]
