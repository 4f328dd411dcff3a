"""One normal form at the door, folded keys for comparison, syllables for lengths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from .expressions import compiled

BULLETS = "*•●▪◦‣·○■□►➢✓✔❖✧➔→◻◆◇❑☑–—+-"
"""Signs that stand before the items of a list, those of Wingdings too; the hyphen last, for a class of an expression."""
CAPITALS = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯĈ-ČĔ-ĚĞĬŎŬɃ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
"""Capital letters of Vietnamese and of the country's other languages (Ê-đê, Ba-na), for use inside ``[…]``: a short class is soon compiled."""
_ZERO = compiled(
    "[\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
"""Marks without width: joiners, byte order marks and those of writing direction, which pasted text brings along; letters that show nothing."""
_ZERO_WIDTH = dict.fromkeys(
    (
        0x034F, 0x115F, 0x1160, *range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x2800, 0x3164,
        *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xE0000, 0xE01F0),
    )
)  # fmt: skip
_COMPLEX = compiled("[^\n]?[\u0300-\u1e9f\u1efa-\u200f\u202a-\u202e\u205f-\u206f\u2100-\uffff\U00010000-\U0010ffff]+")
"""What NFC may change, with the character before it; Vietnamese letters and punctuation are left alone."""
_LOOKALIKES = str.maketrans("ðƣǎ", "đưă")
"""Letters that bad conversions leave for Vietnamese ones: Icelandic eth, the letter that Unicode calls oi, an ``a`` with a caron."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONES_IN_ORDER = "\u0300\u0301\u0309\u0303\u0323"
"""Grave, acute, hook, tilde, dot: the order of the letters in the tables below."""
_TONE = compiled(f"[{_TONES}]")
_TONELESS = dict.fromkeys(map(ord, _TONES))
_LATIN = compiled("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
"""Composed letters alone: one word that need not be looked for."""
_LETTERS = compiled(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_TOKEN = compiled(r"[^\W_]+|[^\w\s]|_")
_SYLLABLE = compiled(r"[^\W_]+(?:[.,/-][^\W_]+)*")

_ALPHABET = {letter: k for k, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 1)}
_TONE_RANKS = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LEVELS = compiled(r"(?:Huyện|Xã|Phường|Thị xã|Thị trấn|Thành phố|Quận|Đặc khu|Tỉnh) (?=[^\W\d_])")
_NUMBERS = compiled(r"\d+")

_DEVICE = compiled(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?![^.])", re.IGNORECASE)
_WIDE = compiled("[\u3000\uff01-\uff5e]")
_NARROW = {0x3000: " ", **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}}
_NO_LETTER = compiled("[\ud800-\udfff]")


def shown_path(path: object) -> str:
    """A file's path as text: bytes in its name that are none, as unpacking an old archive leaves, become ``\ufffd``."""
    return _NO_LETTER.sub("\ufffd", str(path))


def is_link(path: Path) -> bool:
    """Whether a path is a link; in a folder that may be listed and not entered nobody can say, and ``Path.is_symlink`` raises."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def is_device(name: str) -> bool:
    """Whether Windows keeps a file name for a device, whatever its suffix: ``nul``, ``COM1.html``."""
    return _DEVICE.match(name) is not None


_CYRILLIC = "АВЕЅІЈКМНОРСТХУаеѕіјорсухһԁԛԝ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_TWINS = str.maketrans(_CYRILLIC + _GREEK, "ABESIJKMHOPCTXYaesijopcyxhdqw" + "ABEZHIKMNOPTYXo")
"""Letters of other scripts that nobody can tell from Latin ones, by the Latin ones."""
_STRANGE = compiled("[Ͱ-ԯ]")
_STRANGE_WORD = compiled(r"(?=[^\W\d_]*[Ͱ-ԯ])(?:[^\W\d_][\u0300-\u036f]*)+")


def latin(text: str) -> str:
    """The text with letters of other scripts that look like Latin ones made those, one for one.

    That is done in words with Latin letters in them, and in all words of a text whose Cyrillic letters all have such a twin; a
    letter without one, which is seen to be of another script, keeps its word as it is.
    """
    if _STRANGE.search(text) is None:
        return text
    strange = set(_STRANGE.findall(text))
    everywhere = strange.issubset(_CYRILLIC) and _LATIN.search(text) is not None
    return text.translate(_TWINS) if everywhere else _STRANGE_WORD.sub(_word_in_latin, text)


def _word_in_latin(match: re.Match[str]) -> str:
    word = match[0].translate(_TWINS)
    return match[0] if _STRANGE.search(word) or not _LATIN.search(match[0]) else word


def narrow(text: str) -> str:
    """The full-width letters, digits and marks that East Asian keyboards type as usual ones, one for one."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


def nfc(text: str) -> str:
    """NFC without zero-width marks (facts section 4: strip first, the other order is not idempotent)."""
    return unicodedata.normalize("NFC", text.translate(_ZERO_WIDTH))


def fold(text: str) -> str:
    """Lower case, white space folded, and the tone mark moved to the end of its syllable: ``Uỷ`` equals ``Ủy``."""
    return " ".join([_fold_token(token) for token in text.split()])


def fold_all(texts: Iterable[str]) -> list[str]:
    """Many texts folded, in a tenth of the time; none of them may be empty or hold a vertical stroke."""
    return fold(" | ".join(texts)).split(" | ")


@lru_cache(maxsize=1 << 15)
def _fold_token(token: str) -> str:
    """One token without white space: a language has few, and each comes again and again."""
    apart = unicodedata.normalize("NFD", token.lower().translate(_LOOKALIKES))
    return _tone_last(apart) if _LATIN.fullmatch(token) else _LETTERS.sub(lambda m: _tone_last(m[0]), apart)


def _tone_last(word: str) -> str:
    tone = _TONE.search(word)
    return (
        unicodedata.normalize("NFC", word.translate(_TONELESS)) + tone[0]
        if tone
        else unicodedata.normalize("NFC", word)
    )


_VARIANTS = compiled(
    r"[oOuUqQtTklmKLM][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴuUìíỉĩịÌÍỈĨỊ]"
    r"(?:(?<=[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])"
    r"|(?<![qQ]..)(?<=[uU][ỳýỷỹỵỲÝỶỸỴ])"
    r"|(?<=[qQ][uU])[iìíỉĩịIÌÍỈĨỊ]"
    r"|(?<!\w..)(?:(?<=[tT][ỉỈ])|(?<=[klmKLM][ìíỉĩịÌÍỈĨỊ])))(?!\w)",
    re.DOTALL,
)
"""Both letters first, then which of them and what stands before: two sets pass over a text five times as fast as four expressions."""
_FIRST = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")
_TONED = {"o": "oòóỏõọ", "u": "uùúủũụ"}
_AS_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
_SPACE = compiled("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")


def plain_spaces(text: str) -> str:
    """A text with usual blanks for those that do not break and for narrow and wide ones, one for one."""
    return text.translate(_SPACES) if _SPACE.search(text) else text


def one_spelling(text: str) -> str:
    """The text in one of its spellings, character for character: ``Uỷ`` as ``Ủy``, ``tỉ lệ`` as ``tỷ lệ``, spaces of any kind as spaces.

    Offsets stay what they are, so that what was read in it is quoted from the text itself.
    """
    return _VARIANTS.sub(_usual, plain_spaces(text))


@lru_cache(maxsize=1024)
def _usual_letters(word: str) -> str:
    low = word.lower()
    if low[0] in "tklmq":
        out = low[:-1] + low[-1].translate(_AS_Y)
    else:
        tone = _TONES_IN_ORDER.index(unicodedata.normalize("NFD", low[1])[1])
        out = _TONED[low[0]][tone + 1] + low[1].translate(_FIRST)
    return "".join(o.upper() if w.isupper() else o for o, w in zip(out, word, strict=True))


def _usual(m: re.Match[str]) -> str:
    return _usual_letters(m[0])


def collated(text: str) -> tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]:
    """Sort key of a name in Vietnamese: by letters (``đ`` behind ``d``), numbers by their size, then by tones.

    >>> sorted(["Xã Đông", "Xã Dương", "Xã 10", "Xã 9", "Phường Ân", "Phường An"], key=collated)
    ['Phường An', 'Phường Ân', 'Xã 9', 'Xã 10', 'Xã Dương', 'Xã Đông']
    """
    spread = unicodedata.normalize("NFD", text.lower())
    letters = unicodedata.normalize("NFC", _TONE.sub("", spread))
    keys, at = list[tuple[int, int, str]](), 0
    for number in _NUMBERS.finditer(letters):
        keys += [_rank(c) for c in letters[at : number.start()]]
        keys.append((1, int(number[0]), ""))
        at = number.end()
    keys += [_rank(c) for c in letters[at:]]
    tones = (_TONE_RANKS.get(c, 0) for c in spread if c in _TONE_RANKS or not unicodedata.combining(c))
    return tuple(keys), tuple(tones), text


def _rank(char: str) -> tuple[int, int, str]:
    place = _ALPHABET.get(char)
    return (2, place, "") if place else (3 if char.isalpha() else 0, 0, char)


def within(unit: str) -> str:
    """A unit's name inside a sentence: what it is has a small letter (``huyện Kỳ Lâm``), its own name keeps its capitals."""
    return unit[:1].lower() + unit[1:] if _LEVELS.match(unit) else unit


def plain(text: str) -> str:
    """Lower case ASCII-like letters without any marks: the coarsest key, for noisy text."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def syllable_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of every syllable, figure and punctuation mark."""
    return [m.span() for m in _TOKEN.finditer(text)]


def syllables(text: str) -> list[str]:
    """Syllables and figures of a text, as printed."""
    return _SYLLABLE.findall(text)


def nfc_shifts(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """``nfc(raw)`` and where it falls out of step with ``raw``: (offset in the result, offset in ``raw``), ascending.

    A character at ``i`` comes from ``r + i - n``, with ``(n, r)`` the last shift at or before ``i`` (none: ``i`` itself).
    """
    if unicodedata.is_normalized("NFC", raw) and not _ZERO.search(raw):
        return raw, ()
    out: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = delta = done = 0
    for match in _COMPLEX.finditer(raw):
        plain_part = raw[done : match.start()]
        if plain_part:
            if done - at != delta:
                delta = done - at
                shifts.append((at, done))
            out.append(plain_part)
            at += len(plain_part)
        done = match.end()
        for start, cluster in _clusters(match[0]):
            composed = unicodedata.normalize("NFC", cluster)
            for step in range(len(composed)):
                source = match.start() + start + min(step, len(cluster) - 1)
                if source - (at + step) != delta:
                    delta = source - (at + step)
                    shifts.append((at + step, source))
            out.append(composed)
            at += len(composed)
    if done < len(raw) and done - at != delta:
        shifts.append((at, done))
    out.append(raw[done:])
    return "".join(out), tuple(shifts)


def _clusters(raw: str) -> Iterator[tuple[int, str]]:
    """(offset, characters) that NFC may change together; zero-width marks are left out."""
    start, held = 0, ""
    for offset, char in enumerate(raw):
        if ord(char) in _ZERO_WIDTH:
            continue
        if held and (len(held) > 30 or not _joins(held, char)):
            yield start, held
            held = ""
        if not held:
            start = offset
        held += char
    if held:
        yield start, held


def _joins(held: str, char: str) -> bool:
    if ord(char) < 0x300:
        return False
    if unicodedata.combining(char):
        return True
    joined = unicodedata.normalize("NFC", held + char)
    return joined != unicodedata.normalize("NFC", held) + unicodedata.normalize("NFC", char)


def pieces(text: str, start: int, stop: int, *, most: int) -> Iterator[tuple[int, int]]:
    """A stretch of a text in pieces of so many characters at most, cut behind a comma, a semicolon or a blank."""
    while stop - start > most:
        end = max(text.rfind(mark, start + most // 2, start + most) for mark in (", ", "; ", " ")) + 1
        end = end or start + most
        yield start, end
        start = end
    yield start, stop
