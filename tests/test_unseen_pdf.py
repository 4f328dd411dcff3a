"""Text of a PDF that its page does not show is no answer; a recogniser's text behind the picture of a page is."""

from __future__ import annotations

import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.options import ReadOptions

SEEN = "Noi dung cua trang nay hien ra va nguoi tham dinh doc duoc tung chu mot."
PROSE = "Chi bo cac thon sinh hoat deu dan hang thang, dang vien du hop dong du va gop y thang than."
PICTURE = "/XObject<</I 6 0 R>>"
WHOLE = "q 595 0 0 842 0 0 cm /I Do Q\n"
STRIP = "q 595 0 0 100 0 430 cm /I Do Q\n"


def line(y: float, text: str, look: str = "", size: float = 12) -> str:
    return f"BT {look} /F {size} Tf 60 {y} Td ({text}) Tj ET\n"


def lines(look: str = "", *, y: float = 500, size: float = 12, count: int = 3) -> str:
    return "".join(line(y - 20 * k, PROSE, look, size) for k in range(count))


BASE = "".join(line(780 - 20 * k, SEEN) for k in range(6))


def made(
    content: str, *, page: str = "", resources: str = "", catalog: str = "", more: tuple[bytes, ...] = ()
) -> bytes:
    """One page; further objects are counted from 6."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}/Resources<</Font<</F 4 0 R>>{resources}>>/Contents 5 0 R>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(content),
        *more,
    ]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(places) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))


def stream(content: str | bytes, entries: bytes = b"") -> bytes:
    data = content if isinstance(content, bytes) else content.encode()
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def image(pixels: bytes) -> bytes:
    return stream(pixels, b"/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8")


def form(content: str, entries: bytes = b"") -> bytes:
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>" + entries)


TEXTURE = image(bytes((i * 37 % 7 < 3) * 255 for i in range(10_000)))
BLANK = image(b"\xff" * 10_000)
LAYER = b"<</Type/OCG/Name(x)>>"
OFF = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
ON = "/OCProperties<</OCGs[6 0 R]/D<<>>>>"
MARKED = "/OC /O BDC\n" + lines() + "EMC\n"
NAMED = "/Properties<</O 6 0 R>>"
UNSEEN = {
    "no ink": made(BASE + lines("3 Tr")),
    "white": made(BASE + lines("1 g")),
    "nearly white": made(BASE + lines("0.97 g")),
    "as the shape behind": made(BASE + "0 0 1 rg 0 430 595 100 re f\n" + lines("0 0 1 rg")),
    "tiny": made(BASE + lines(size=0.5)),
    "made tiny": made(BASE + f"q .05 0 0 .05 0 0 cm\n{lines(y=10000)}Q\n"),
    "squeezed": made(BASE + lines("1 Tz")),
    "below the page": made(BASE + lines(y=-300)),
    "off what is shown of it": made(BASE + lines(), page="/CropBox[0 600 595 842]"),
    "cut away": made(BASE + "q 0 0 1 1 re W n\n" + lines() + "Q\n"),
    "under a picture": made(BASE + lines() + STRIP, resources=PICTURE, more=(TEXTURE,)),
    "under white": made(BASE + lines() + "1 g 0 430 595 100 re f\n"),
    "clear": made(BASE + "/G gs\n" + lines(), resources="/ExtGState<</G<</ca 0>>>>"),
    "nearly clear": made(BASE + "/G gs\n" + lines(), resources="/ExtGState<</G<</ca 0.02>>>>"),
    "layer that is off": made(BASE + MARKED, resources=NAMED, catalog=OFF, more=(LAYER,)),
    "form of a layer that is off": made(
        BASE + "/X Do\n", resources="/XObject<</X 7 0 R>>", catalog=OFF, more=(LAYER, form(lines(), b"/OC 6 0 R"))
    ),
    "no ink in a form": made(BASE + "/X Do\n", resources="/XObject<</X 6 0 R>>", more=(form(lines("3 Tr")),)),
    "no ink on lines that show": made(BASE + lines("3 Tr", y=780)),
    "white between lines that show": made(BASE + lines("1 g", y=770)),
}  # fmt: skip
SHOWN = {
    "plain": made(BASE + lines()),
    "grey": made(BASE + lines("0.7 g")),
    "small": made(BASE + lines(size=6)),
    "outlined": made(BASE + lines("1 Tr 0.3 w")),
    "white on dark": made(BASE + "0 0 .5 rg 0 430 595 100 re f\n" + lines("1 g")),
    "red on green": made(BASE + "0 .3 0 rg 0 430 595 100 re f\n" + lines(".59 0 0 rg")),
    "on a picture": made(BASE + STRIP + lines(), resources=PICTURE, more=(BLANK,)),
    "layer that is on": made(BASE + MARKED, resources=NAMED, catalog=ON, more=(LAYER,)),
    "recognised in a figure": made(BASE + STRIP + lines("3 Tr"), resources=PICTURE, more=(TEXTURE,)),
    "recognised": made(WHOLE + lines("3 Tr", y=800, count=20), resources=PICTURE, more=(TEXTURE,)),
    "recognised, under the picture": made(lines(y=800, count=20) + WHOLE, resources=PICTURE, more=(TEXTURE,)),
    "outlines with letters laid over them": made(
        BASE + "".join(f"{60 + 4 * k} {500 - 20 * r} 2 6 re f\n" for r in range(3) for k in range(120)) + lines("3 Tr")
    ),
    "turned": made(BASE + lines(), page="/Rotate 90"),
    "cropped": made(BASE + lines(), page="/CropBox[30 30 565 812]"),
}  # fmt: skip


def read(data: bytes) -> tuple[str, list[str]]:
    document = read_bytes(data, "draft.pdf", options=ReadOptions(ocr=False))
    return document.text, [w.detail for w in document.warnings if w.code == "unseen_text"]


@pytest.mark.parametrize("data", UNSEEN.values(), ids=UNSEEN.keys())
def test_prose_that_the_page_does_not_show_is_no_content_and_is_told(data: bytes) -> None:
    text, told = read(data)
    assert "sinh hoat" not in text
    assert text.count("hien ra") == 6
    assert len(told) == 1
    assert told[0].startswith("Chi bo cac thon")


@pytest.mark.parametrize("data", SHOWN.values(), ids=SHOWN.keys())
def test_prose_that_the_page_shows_is_content(data: bytes) -> None:
    text, told = read(data)
    assert "sinh hoat" in text
    assert told == []


def test_letters_that_nobody_sees_behind_a_blank_picture_are_no_scan() -> None:
    with pytest.raises(ReadError) as told:
        read(made(WHOLE + lines("3 Tr", y=800, count=20), resources=PICTURE, more=(BLANK,)))
    assert told.value.code == "no_text_layer"


def test_a_few_letters_that_do_not_show_stay() -> None:
    text, told = read(made(BASE + line(300, "Tp. TH", "3 Tr")))
    assert "Tp. TH" in text
    assert told == []


def test_letters_for_which_a_font_has_no_shapes_are_content() -> None:
    empty = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar 122/Widths[%s]/CharProcs<<>>/Encoding/WinAnsiEncoding/Resources<<>>>>"
    content = BASE + lines().replace("/F ", "/E ")
    page = made(content, resources="", more=(empty % b" ".join([b"500"] * 91),))
    text, told = read(page.replace(b"/Font<</F 4 0 R>>", b"/Font<</F 4 0 R/E 6 0 R>>"))
    assert "sinh hoat" in text
    assert told == []
