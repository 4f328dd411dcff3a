"""How much of a text is well-formed Vietnamese, by the grammar of its syllable."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from ..expressions import compiled
from ..text import nfc

PIECES, PIECE = 6, 4_000
"""Of a longer text so many pieces of so many characters are judged, from its beginning to its end."""
_SPLIT = compiled(r"[\s!-/:-@\[-`{-~\u2010-\u203a]+")
_WORD = compiled(r"[^\W_]+")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSETS = "ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_RHYMES = (
    "oang|oanh|oach|uông|uyên|uyêt|ương|ươm|ươc|ươp|ươt|ươn|ươi|ươu|iêng|yêng|oong|ooc|oăng|uyn|uyt|uych|uynh|uôi|uôm|"
    "uôn|uôt|uôc|iêc|iêm|iên|iêp|iêt|iêu|yêm|yên|yêt|yêu|oac|oai|oan|oao|oap|oat|oay|oam|oăc|oăm|oăn|oăt|oeo|oen|oet|"
    "uân|uât|uâng|uây|uênh|uêch|uya|uyu|uơn|ang|anh|ach|ăng|âng|eng|ênh|êch|inh|ich|ong|ông|ung|ưng|oa|oe|uê|uy|uơ|"
    "ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy][cmnpt]?"
)
_SYLLABLE = compiled(rf"(?:{_ONSETS})?(?:{_RHYMES})")
_CLOSED = compiled(r"(?:[cpt]|ch)$")
_VIETNAMESE = compiled("[\u0103\u0111\u01a1\u01b0\u1ea0-\u1ef9]")
_TYPED = compiled(r"[aeo]\^(?=[`'?~.\w])|[uo]\+[\w`'?~.]", re.IGNORECASE)
MIN_TYPED = 5
"""Fewer typed circumflexes are no way of writing."""
MIN_BARE = 40
"""Words on which it is judged whether their marks are lost."""
MOST_MARKED = 0.05
"""Share of words with marks in such a text; Vietnamese has three of four."""
BARE_SYLLABLES = 0.7
"""Share of syllables in it: Vietnamese without marks has 0.8 and more, English a third."""
MOST_BROKEN = 0.1
"""Share of the different words in small letters without a vowel, or with marks and no syllables, in a text that has lost letters."""
_VOWEL = compiled("[aeiouy]")
_FLAT = ("\u0300", "\u0303", "\u0309")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case) can be one Vietnamese syllable: onset, rhyme, one tone that its ending allows."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if ord(c) in _TONES]
    if len(tones) > 1:
        return False
    base = unicodedata.normalize("NFC", parts.translate(_TONES))
    if not (_SYLLABLE.fullmatch(base) or base == "gi"):
        return False
    return not (tones and tones[0] in _FLAT and _CLOSED.search(base))


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """1 for a syllable, a figure or a symbol, a little less for a foreign word, 0 for what is none of them."""
    if word.isdigit() or is_syllable(word):
        return 1.0
    if word.isascii():
        if any(c.isdigit() for c in word) and any(c.islower() for c in word):
            return 0.5
        return 1.0 if word.isupper() and len(word) <= 8 else 0.8 if len(word) > 1 else 0.5
    return 1.0 if word.isupper() and word.replace("Đ", "D").replace("Ư", "U").isascii() and len(word) <= 8 else 0.0


def typed_marks(text: str) -> bool:
    """Whether a text has its marks typed behind the letters (VIQR: ``Dda?ng bo^.``) and no Vietnamese letters."""
    part = sample(text)
    return (
        part.count("^") >= MIN_TYPED
        and not _VIETNAMESE.search(part)
        and len(_TYPED.findall(part)) * 20 > len(part.split())
    )


def without_marks(text: str) -> bool:
    """Whether a text is Vietnamese whose letters have lost their marks (``Dang bo xa``): syllables throughout, hardly one marked."""
    words = [w for w in _WORD.findall(sample(text)) if w.isalpha() and len(w) > 1]
    if len(words) < MIN_BARE or sum(not w.isascii() for w in words) > MOST_MARKED * len(words):
        return False
    return sum(map(is_syllable, words)) >= BARE_SYLLABLES * len(words)


def letters_lost(text: str) -> bool:
    """Whether letters of a Vietnamese text are missing, as where a font lacked them: marked words, and many that nobody can say."""
    words = {w for w in _WORD.findall(sample(text)) if w.isalpha() and w.islower()}
    if len(words) < MIN_BARE or sum(not w.isascii() for w in words) <= MOST_MARKED * len(words):
        return False
    return sum(map(_unsayable, words)) > MOST_BROKEN * len(words)


def _unsayable(word: str) -> bool:
    """Whether a word is none of Vietnamese, and none of a language in plain letters."""
    return not is_syllable(word) and not (word.isascii() and _VOWEL.search(word))


def quality(text: str) -> float:
    """Share of words that are well-formed Vietnamese, figures, symbols or names, in [0, 1]."""
    words = _WORD.findall(text)
    if typed_marks(text):
        return 0.0
    if not words:
        return 0.0 if text.strip() else 1.0
    damaged = text.count("\ufffd")
    return max(0.0, round((sum(map(weight, words)) - damaged) / len(words), 4))


def sample(text: str) -> str:
    """The text, or pieces of it that stand for a long one."""
    if len(text) <= PIECES * (PIECE + 1):  # a sample, whose pieces stand a space apart, is its own sample
        return text
    step = (len(text) - PIECE) / (PIECES - 1)
    return " ".join(text[round(k * step) : round(k * step) + PIECE] for k in range(PIECES))


def marked_score(text: str) -> tuple[float, int]:
    """Share of the words with other than ASCII letters that are Vietnamese syllables, and how many such words there are.

    Of a long text a sample is judged.
    """
    words = Counter(w for w in _SPLIT.split(nfc(sample(text))) if not w.isascii())
    known = sum(times for word, times in words.items() if is_syllable(word))
    return (known / words.total() if words else 0.0), words.total()
