"""Pages of a PDF whose letters look right and are stored as others: fonts without a map to Unicode."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Literal, TypeAlias

from ..errors import ReadError
from ..expressions import compiled
from ..model.findings import msg
from .pdf_layout import Page
from .pdf_letters import TextLine
from .quality import is_syllable, without_marks

Kind: TypeAlias = Literal["bare", "garbled", "partly"]
"""Without marks, without sense, or with some letters in place of others."""
ENOUGH = 12
"""Different words of a page on which it is judged; a cover or a page of figures has fewer."""
FEW = 3
"""The same for a page in the fonts of pages that are garbled."""
SAMPLE = 200
"""Words of a page that are looked at."""
SENSE = 0.4
"""Share of words that make sense below which a page is garbled: prose has 0.9 and more, garbled pages up to 0.2."""
MARKED = 20
"""Different words with marks on which a page is judged word by word."""
SOUND = 0.87
"""Share of them that are syllables below which a page is partly garbled: prose has 0.99, with nine letters in a hundred misread 0.9, partly wrong maps 0.70 to
0.83. Names, which are written in many languages of the country, have no say."""
BETTER = 0.02
"""What the picture of such a page must be read better by."""
LONGEST = 8
"""Letters of an abbreviation in capitals."""
_CUT = compiled(r"[\s/–-]+")
_EDGES = " .,;:!?()[]\"'“”‘’«»…/%-–—+*•&"
_WORD_CUT = compiled(r"[\s!-/:-@\[-`{-~\u2010-\u203a]+")
_VOWEL = compiled(r"[aeiouy]", re.IGNORECASE)


def garbled_pages(pages: Sequence[Page], scanned: Collection[int], layers: Collection[int]) -> dict[int, Kind]:
    """Pages whose stored letters are not those that are seen, by number; ``layers`` are those that a recogniser has written."""
    found: dict[int, Kind] = {}
    for page in (page for page in pages if page.number not in scanned):
        if is_bare(page.lines):
            found[page.number] = "bare"
        elif is_garbled(page.lines):
            found[page.number] = "garbled"
        elif page.number not in layers and SENSE <= sense(page.lines) < SOUND:
            found[page.number] = "partly"
    fonts = {name for page in pages if found.get(page.number) == "garbled" for name in _fonts(page)}
    for page in pages if fonts else ():
        own = _fonts(page)
        if page.number not in scanned and page.number not in found and own and own <= fonts:
            found |= {page.number: "garbled"} if is_garbled(page.lines, enough=FEW) else {}
    return found


def _fonts(page: Page) -> set[str]:
    return {glyph.font.name for line in page.lines for glyph in line.glyphs if glyph.char != " "}


def sense(lines: Sequence[TextLine]) -> float:
    """Share of the different words in small letters with marks that are syllables; 1 where there are too few."""
    words = {word for line in lines for word in _WORD_CUT.split(line.text) if not word.isascii()}
    words = {w for w in words if not w[0].isupper() and any(map(str.isalpha, w)) and not any(map(str.isdigit, w))}
    return sum(map(is_syllable, words)) / len(words) if len(words) >= MARKED else 1.0


def is_garbled(lines: Sequence[TextLine], *, enough: int = ENOUGH) -> bool:
    """Whether hardly a word of a page is one, neither of Vietnamese nor of a language in plain letters."""
    stripped = (word.strip(_EDGES) for line in lines for word in _CUT.split(line.text))
    words = set(islice((w for w in stripped if any(map(str.isalpha, w)) and not any(map(str.isdigit, w))), SAMPLE))
    return len(words) >= enough and sum(map(_makes_sense, words)) < SENSE * len(words)


def garbled_titles(pages: Iterable[Page]) -> list[int]:
    """Numbers of the pages with bold lines, where all those of the file make no sense: the bold font has no map."""
    bold = {page.number: [line for line in page.lines if line.bold] for page in pages}
    garbled = is_garbled([line for lines in bold.values() for line in lines])
    return [number for number, lines in bold.items() if lines] if garbled else []


def _makes_sense(word: str) -> bool:
    if is_syllable(word):
        return True
    plain = word.isascii() and word.isalpha() and len(word) > 1 and _VOWEL.search(word) is not None
    return plain and (word[1:].islower() or (word.isupper() and len(word) <= LONGEST))


def is_bare(lines: Sequence[TextLine]) -> bool:
    """Whether the letters of a page have lost their marks, as a recogniser without Vietnamese writes them."""
    return without_marks(" ".join(line.text for line in lines))


def unmapped(path: str) -> ReadError:
    """The error for a file of nothing but garbled pages."""
    return ReadError(
        "no_text_layer", path, msg("Chữ trong tệp PDF không đọc được vì phông chữ thiếu bảng mã."),
        msg("Xin đơn vị gửi bản Word, hoặc cài Tesseract với dữ liệu tiếng Việt (vie) và bật nhận dạng chữ."),
    )  # fmt: skip
