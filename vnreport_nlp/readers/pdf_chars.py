"""Text lines of a PDF page from PDFium's characters: code point, origin, size and font of each."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c

from ..expressions import compiled
from ..text import narrow
from .legacy import legacy_encoding
from .pdf_letters import SMALL, Font, Glyph, TextLine, first_end, name_fonts
from .pdf_sideways import UP, Sideways, turned
from .pdf_spaced import close_letters
from .pdf_stretched import join_stretched
from .pdf_woven import weave
from .symbols import sign

SAME_LINE = 0.5
"""A character is on the line when its baseline differs by less than this share of the size."""
COLUMN_GAP = 3.0
"""A gap of so many sizes, not after a number, parts two columns of a title block."""
MARK_LINE = 0.8
"""The same for the text after a raised number that begins a note."""
GUESS = 0.55
"""Width of a letter as a share of its size; the last ones of a line and of its first word are measured."""
WATERMARK = 0.2
"""Slanted letters are a mark over the page, no text, while they are fewer than this share of all."""
LABEL = 6
"""A tab after so few characters follows a number or a bullet."""
Run: TypeAlias = tuple[int, Sequence[Glyph]]
"""A text object of the page, 0 for none, and its letters that stand together."""
_SPACES = frozenset(i for i in range(0x10000) if chr(i).isspace())
_BOLD = compiled(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = compiled(r"italic|oblique", re.IGNORECASE)


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium that takes and gives bare addresses: pointers made into objects for every letter cost most of the time."""
    kind = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *arguments)
    return kind(ctypes.cast(function, ctypes.c_void_p).value or 0)


class PageChars:
    """Reads the characters of one page; fonts are looked up once for each text object."""

    def __init__(self, textpage: Any, page: int, width: float) -> None:
        self._textpage = textpage
        self._raw = textpage.raw
        self._count = pdfium_c.FPDFText_CountChars(self._raw)
        self._page = page
        self._width = width
        self._fonts: dict[int, Font] = {}
        self._known: dict[Font, Font] = {}
        self._starts: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return max(0, int(self._count))

    def lines(self, shown: Callable[[Iterable[Run]], list[Glyph]] | None = None) -> list[TextLine]:
        """Lines in the order of the content; ``shown`` leaves out of all letters, given by text objects, those that nobody sees."""
        glyphs = self._glyphs()
        if shown is not None:
            ends = [start for _, start in self._starts[1:]] + [len(glyphs)]
            glyphs = shown((key, glyphs[a:b]) for (key, a), b in zip(self._starts, ends, strict=True))
        if not any(font.turn for font in self._known):
            return self._upright(glyphs)
        slanted = sum(g.font.turn < 0 for g in glyphs)
        found: list[TextLine] = []
        upright: list[Glyph] = []
        run = Sideways(self._page, self._height_of)
        for glyph in glyphs:
            if glyph.font.turn < 0 and slanted < WATERMARK * len(glyphs):
                continue
            if glyph.font.turn not in (1, UP):
                if run.rows and glyph.char != " ":
                    found.append(run.line())
                    run = Sideways(self._page, self._height_of)
                upright.append(glyph)
                continue
            if upright:
                found += self._upright(upright)
                upright = []
            if not run.take(glyph):
                found.append(run.line())
                run = Sideways(self._page, self._height_of)
                run.take(glyph)
        return found + self._upright(upright) + ([run.line()] if run.rows else [])

    def _height_of(self, glyph: Glyph) -> tuple[float, float]:
        """Foot and head of a character's box."""
        box = pdfium_c.FS_RECTF()
        known = pdfium_c.FPDFText_GetLooseCharBox(self._raw, glyph.index, box)
        return (box.bottom, box.top) if known else (glyph.y, glyph.y)

    def _upright(self, glyphs: list[Glyph]) -> list[TextLine]:
        found: list[TextLine] = []
        line: list[Glyph] = []
        base: tuple[float, float] = (0.0, 0.0)
        last: Glyph | None = None
        for glyph in glyphs:
            if glyph.char == " ":
                if line:
                    before = line[-1]
                    line.append(Glyph(" ", glyph.index, before.x1, before.x1, before.y, before.font))
                continue
            if last is not None and self._breaks(line, last, glyph, base):
                found.append(TextLine(self._page, line))
                line = []
            if not line or glyph.font.size > base[1] + 0.2:
                base = (glyph.y, glyph.font.size)
            line.append(glyph)
            last = glyph
        if line:
            found.append(TextLine(self._page, line))
        for one in found:
            last = next(g for g in reversed(one.glyphs) if g.char != " ")
            last.x1 = max(last.x0, self._right_of(last))
            first = first_end(one.glyphs)  # one that is wider than guessed would have gone into the line above
            first.x1 = max(first.x1, self._right_of(first)) if first is not last else last.x1
            one.settle()
        woven = weave(found, self._right_of, self._left_of)
        close_letters(woven, self._right_of, self._made_up)
        name_fonts(woven)
        return join_stretched(woven, self._right_of)

    def _right_of(self, glyph: Glyph) -> float:
        """Right edge of a letter with its own white space; the guessed one where PDFium does not know."""
        box = pdfium_c.FS_RECTF()
        return float(box.right) if pdfium_c.FPDFText_GetLooseCharBox(self._raw, glyph.index, box) else glyph.x1

    def _made_up(self, glyph: Glyph) -> bool:
        """Whether PDFium, or we, put a space where the file has none."""
        return glyph.index < 0 or pdfium_c.FPDFText_IsGenerated(self._raw, glyph.index) == 1

    def _left_of(self, glyph: Glyph) -> float:
        """Where a character begins, a space of the file included."""
        x, y = ctypes.c_double(), ctypes.c_double()
        return x.value if pdfium_c.FPDFText_GetCharOrigin(self._raw, glyph.index, x, y) else glyph.x0

    def _breaks(self, line: list[Glyph], last: Glyph, glyph: Glyph, base: tuple[float, float]) -> bool:
        size, count = max(glyph.font.size, base[1]), len(line)
        off = abs(glyph.y - base[0])
        if off > SAME_LINE * size:
            mark = (
                count <= LABEL
                and base[1] < SMALL * glyph.font.size
                and all(g.char.isdigit() or g.char == " " for g in line)
            )
            if not mark or off > MARK_LINE * size:
                return True
        gap = glyph.x0 - last.x1
        if gap <= COLUMN_GAP * size:
            return gap < -2 * size
        return glyph.x0 > 0.4 * self._width or count > LABEL

    def _glyphs(self) -> list[Glyph]:
        """All characters; what PDFium made up (spaces between words) included, line breaks not."""
        raw, glyphs = ctypes.cast(self._raw, ctypes.c_void_p).value, []
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
        unicode_of = _bare(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint)
        origin_of = _bare(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        object_of = _bare(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p)
        nothing = Font("", 0.0, False, False, None)
        letters: dict[int, str] = {}
        level, high, last = 0.0, 0, -1
        self._starts = [(0, 0)]
        for index in range(len(self)):
            code = unicode_of(raw, index)
            if code in (10, 13, 0):
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
            if code in _SPACES:
                glyphs.append(Glyph(" ", index, 0.0, 0.0, 0.0, nothing))
                continue
            char = letters.get(code) or letters.setdefault(code, "-" if code in (2, 0xFFFE) else narrow(chr(code)))
            key = object_of(raw, index) or 0
            if key != last:
                last = key
                self._starts.append((key, len(glyphs)))
            font = self._fonts.get(key)
            if font is None:
                font = self._fonts[key] = self._font(index, pdfium_c.FPDFText_GetTextObject(self._raw, index))
            if "\uf020" <= char <= "\uf0ff":
                char = sign(ord(char), font.name.rpartition("+")[2])
            origin_of(raw, index, at_x, at_y)
            left = x.value
            level = level if level == y.value else y.value  # one object for the letters of a line
            glyphs.append(Glyph(char, index, left, left + GUESS * font.size, level, font))
        return glyphs

    def _font(self, index: int, handle: Any) -> Font:
        name = self._font_name(index)
        size = abs(float(pdfium_c.FPDFText_GetFontSize(self._raw, index)))
        matrix = pdfium_c.FS_MATRIX()
        if handle and pdfium_c.FPDFPageObj_GetMatrix(handle, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        weight = int(pdfium_c.FPDFText_GetFontWeight(self._raw, index))
        named, heavy = bool(_BOLD.search(name)), weight >= 600
        italic = bool(_ITALIC.search(name))
        turn = turned(self._raw, index)
        font = Font(
            name, round(size, 1), named or heavy, italic, legacy_encoding(name), turn, self._colour(index), heavy and not named
        )  # fmt: skip
        return self._known.setdefault(font, font)

    def _colour(self, index: int) -> int:
        parts = [ctypes.c_uint() for _ in range(4)]
        if not pdfium_c.FPDFText_GetFillColor(self._raw, index, *parts):
            return 0
        red, green, blue, _ = (part.value for part in parts)
        return red << 16 | green << 8 | blue

    def _font_name(self, index: int) -> str:
        flags = ctypes.c_int()
        length = int(pdfium_c.FPDFText_GetFontInfo(self._raw, index, None, 0, flags))
        if not 0 < length < 1000:
            return ""
        buffer = ctypes.create_string_buffer(length)
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, buffer, length, flags)
        return buffer.raw[: length - 1].decode("utf-8", "replace")
