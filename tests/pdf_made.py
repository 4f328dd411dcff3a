"""Small PDFs made by hand for tests: text with real Unicode, pictures of pages, nothing but the standard library."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field


@dataclass
class Page:
    texts: list[tuple[float, float, float, bool, str]] = field(default_factory=list)
    image: tuple[int, int, bytes] | None = None
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Ruling lines from point to point, along an axis."""
    turned: list[tuple[str, float, float, float, str]] = field(default_factory=list)
    """Texts with the first four numbers of their matrix."""
    matrix: str = ""
    """What all of the page is drawn under, six numbers."""
    rotate: int = 0

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.lines.append((x0, y0, x1, y1))
        return self

    def text(self, x: float, y: float, text: str, *, size: float = 14, bold: bool = False) -> Page:
        self.texts.append((x, y, size, bold, text))
        return self

    def turn(self, x: float, y: float, text: str, matrix: str, *, size: float = 14) -> Page:
        self.turned.append((matrix, x, y, size, text))
        return self


WIDTH = 0.5
"""Width of every letter, as a share of its size."""


# Long because: the objects of a PDF file are literals.
def make_pdf(
    pages: list[Page],
    *,
    fonts: tuple[str, str] = ("Helvetica", "Helvetica-Bold"),
    stroked: bool = False,
    width: float = WIDTH,
) -> bytes:
    """A PDF of A4 pages; letters are one-byte codes with a ToUnicode map, ASCII as itself.

    Ruling lines are thin filled shapes as Word draws them, or strokes.
    """
    letters = sorted({c for page in pages for *_, text in [*page.texts, *page.turned] for c in text})
    free = [*range(161, 256), *range(128, 161), *range(1, 33)]
    codes = {c: ord(c) if " " < c < "\x7f" else free.pop(0) for c in letters}
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    cmap = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n"
    for start in range(0, len(letters), 100):
        part = letters[start : start + 100]
        cmap += (
            b"%d beginbfchar\n" % len(part)
            + b"".join(b"<%02x> <%s>\n" % (codes[c], c.encode("utf-16-be").hex().encode()) for c in part)
            + b"endbfchar\n"
        )
    cmap += b"endcmap end end"
    objects.append(_stream(cmap))
    widths = b" ".join([b"%d" % round(1000 * width)] * 256)
    objects += [
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar 0 /LastChar 255 /Widths [%s] /ToUnicode 3 0 R >>"
        % (name.encode(), widths)
        for name in fonts
    ]
    kids = []
    for page in pages:
        content = b"".join(
            b"BT /F%d %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n"
            % (bold + 1, size, x, y, bytes(codes[c] for c in text).hex().encode())
            for x, y, size, bold, text in page.texts
        )
        content += b"".join(
            b"BT /F1 %g Tf %s %g %g Tm <%s> Tj ET\n"
            % (size, matrix.encode(), x, y, bytes(codes[c] for c in text).hex().encode())
            for matrix, x, y, size, text in page.turned
        )
        content = b"%s cm\n%s" % (page.matrix.encode(), content) if page.matrix else content
        content += b"".join(
            b"%g %g m %g %g l S\n" % line if stroked
            else b"%g %g %g %g re f\n" % (line[0], line[1], max(0.5, line[2] - line[0]), max(0.5, line[3] - line[1]))
            for line in page.lines
        )  # fmt: skip
        images = b""
        if page.image:
            width, height, grey = page.image
            objects.append(
                _stream(
                    grey,
                    b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
                    % (width, height),
                )
            )
            images = b"/XObject << /I %d 0 R >>" % len(objects)
            content = b"q 595 0 0 842 0 0 cm /I Do Q\n" + content
        objects.append(_stream(content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> %s >> >>"
            % (page.rotate, len(objects), images)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def set_paragraphs(
    paragraphs: list[str], *, size: float = 14, top: float = 780, foot: float = 90, step: float = 19
) -> list[Page]:
    """Set paragraphs with an indented first line, as Word does, over as many pages as it takes."""
    left, right = 85.0, 540.0
    pages, y = [Page()], top
    for paragraph in paragraphs:
        words, x, line = paragraph.split(), left + 36, ""
        lines: list[tuple[float, str]] = []
        for word in words:
            longer = f"{line} {word}".strip()
            if x + len(longer) * size * WIDTH > right:
                lines.append((x, line))
                x, line = left, word
            else:
                line = longer
        for where, text in [*lines, (x, line)]:
            if y < foot:
                pages.append(Page())
                y = top
            pages[-1].text(where, y, text, size=size)
            y -= step
        y -= 6
    return pages


def scan(pdf: bytes, *, dpi: int = 200) -> bytes:
    """The same pages as pictures."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    pages = []
    for index in range(len(document)):
        bitmap = document[index].render(scale=dpi / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        grey = b"".join(rows[r * bitmap.stride : r * bitmap.stride + bitmap.width] for r in range(bitmap.height))
        pages.append(Page(image=(bitmap.width, bitmap.height, grey)))
    return make_pdf(pages)
