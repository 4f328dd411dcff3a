"""Pages of a PDF whose letters look right and are stored as others: fonts without a map to Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from ..expressions import compiled
from .pdf_layout import Page
from .pdf_letters import TextLine
from .quality import is_syllable, without_marks

ENOUGH = 12
"""Different words of a page on which it is judged; a cover or a page of figures has fewer."""
SAMPLE = 200
"""Words of a page that are looked at."""
SENSE = 0.4
"""Share of words that make sense below which a page is garbled: prose has 0.9 and more, garbled pages up to 0.2."""
LONGEST = 8
"""Letters of an abbreviation in capitals."""
_CUT = compiled(r"[\s/–-]+")
_EDGES = " .,;:!?()[]\"'“”‘’«»…/%-–—+*•&"
_VOWEL = compiled(r"[aeiouy]", re.IGNORECASE)


def is_garbled(lines: Sequence[TextLine]) -> bool:
    """Whether hardly a word of a page is one, neither of Vietnamese nor of a language in plain letters."""
    stripped = (word.strip(_EDGES) for line in lines for word in _CUT.split(line.text))
    words = set(islice((w for w in stripped if any(map(str.isalpha, w)) and not any(map(str.isdigit, w))), SAMPLE))
    return len(words) >= ENOUGH and sum(map(_makes_sense, words)) < SENSE * len(words)


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
