"""Read the marker at the start of a paragraph: ``I-``, ``6.1.``, ``a)``, ``(1)``, ``Phần thứ nhất``, ``Một là`` …"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..expressions import compiled
from ..model import MarkerKind

ORDINAL_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
PART_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(ORDINAL_WORDS, 1)},
    **{word: value for value, word in enumerate(PART_WORDS, 1)},
}
"""Both ways to say a number: lists that count in words put them wherever they are told to (``Phần thứ một``)."""
LOWER = "abcdđefghijklmnopqrstuvwxyz"
"""Letters in the order of lists; Vietnamese ones run a b c d đ e g h i k, so f, j, w, z may be skipped, and đ."""
SKIPPED = "đfjwz"
MAX_NUMBER = 60
"""A list number above this is a figure at the start of a sentence."""

_SEP = r"(?:\s*[-–—‐‑‒−.:/)]|\s*$)"
_PART = compiled(
    rf"(?P<word>phần|chương)\s+(?:thứ\s+(?:thứ\s+)?(?P<ord>[^\W\d_]{{2,}})|(?:thứ\s+)?(?:(?P<roman>[IVX]+)|(?P<num>\d{{1,2}}))"
    rf"|(?P<letter>(?-i:[A-E]))(?={_SEP})|(?P<bare>{'|'.join(ORDINAL_WORDS)})(?=\s*[-–—‐‑‒−.:/)]|\s*$))"
    r"(?=\s*[-–—‐‑‒−.:/)]|\s|$)[\s]*[-–—‐‑‒−.:/)]*\s*",
    re.IGNORECASE,
)
_ROMAN = compiled(r"(?P<v>[IVXl1|]{1,5})\s?(?P<sep>[-–—‐‑‒−./):]{1,2}|,(?=\s))(?=\s|[^\W\d_]|[“\"*])\s*")
_ROMAN_DECIMAL = compiled(r"(?P<r>[IVX]{1,5})\.(?P<v>\d{1,2}(?:\.\d{1,2}){0,4})\s?[-–—‐‑‒−./):]{0,2}(?=\s)\s*")
_DECIMAL = compiled(r"(?P<v>\d{1,2}(?:\.\d{1,2}){1,4})\s?[-–—‐‑‒−./):]{0,2}(?=\s|[^\W\d_])\s*")
_SPACED = compiled(r"(?P<v>\d{1,2}(?:\.\s\d{1,2}){1,3})[-–—./)](?=\s)\s*")
"""``2. 1. Hạn chế``."""
_CIRCLED = compiled(r"(?:(?P<v>[\u2460-\u2473])|(?P<dark>[\u2776-\u277f]))\s?[-–—./):]?\s*")
"""①, ② …, ❶, ❷ …"""
_BARE = compiled(r"(?P<v>\d{1,2}|[IVX]{1,5})\s+(?=[^\W\d_])")
"""A number that nothing but a blank parts from its title."""
_ARABIC = compiled(r"(?P<v>\d{1,2})\s?(?P<sep>[-–—‐‑‒−./):]{1,2}|,(?=\s))(?!\d)(?=\s|[^\W\d_]|[“\"(*])\s*")
_UPPER = compiled(r"(?P<v>[A-HKLMNĐ])\s?(?P<sep>[-–—‐‑‒−./):]{1,2})(?=\s|[^\W\d_]|[“\"])\s*")
_LOWER = compiled(r"(?P<v>[a-zđ])\s?(?P<sep>[-–—./)]{1,2}|,(?=\s))(?=\s|[^\W\d_]|[“\"])\s*")
_LOWER_ROMAN = compiled(r"(?P<v>[ivx]{2,5})\s?(?P<sep>[./)]{1,2})(?=\s)\s*")
_LOWER_DECIMAL = compiled(r"(?P<v>[a-zđ])\.?(?P<n>\d{1,2})\s?(?P<sep>[./)])(?=\s)\s*")
_LETTERED = compiled(r"\d{1,2}\.?(?P<v>[a-eđ])\s?[./)](?=\s)\s*")
"""``1.a)``, ``2b.``: a letter that says the number it stands below."""
_UPPER_DECIMAL = compiled(r"(?P<v>[A-IKLMNĐ])(?P<n>\d{1,2})\s?[-–—./):]{1,2}(?=\s)\s*")
"""``E1.`` below ``E.``."""
_PAREN = compiled(r"\((?P<v>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?:[.:]|[-–—](?=\s*[^\W\d_]))?\s*")
_ORDINAL = compiled(
    r"(?P<v>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?=\s*[,:;]|\s)\s*[,:;]?\s*|"
    r"thứ (?P<w>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s+là)?\s*[,:;]\s*",
    re.IGNORECASE,
)
_ITEM = compiled(r"(?P<word>mục)\s+(?:(?P<roman>[IVX]+)|(?P<num>\d{1,2}))\s*[-–—‐‑‒−.:/)]+\s*", re.IGNORECASE)


_CYRILLIC = str.maketrans("ІХ", "IX")
_ROMAN_SIGNS = {
    chr(0x2160 + k): r for k, r in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
}
"""Lookalikes of Roman numerals: Cyrillic letters, and the signs for numerals that some input methods write."""
MAX_TOKEN = 6


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, its style (what its siblings look like) and its value; ``end`` is where the title starts."""

    kind: MarkerKind
    style: str
    values: tuple[int, ...]
    printed: str
    end: int
    step: str
    """The path step the marker contributes, e.g. ``II``, ``1``, ``a``."""
    prefix: tuple[str, ...] = ()
    """The steps above it that the marker itself prints (``6`` in ``6.1.``)."""
    repaired: bool = False

    @property
    def value(self) -> int:
        return self.values[-1]


RANK = {
    "part": 0, "item": 1, "upper": 2, "roman": 3, "worded": 3, "arabic": 4, "arabic)": 8, "circled": 5, "circled-dark": 5, "lower": 9, "lower2": 10,
    "lower-roman": 11, "paren": 11, "paren-roman": 12, "paren-letter": 12, "ordinal-la": 13, "ordinal-thu": 13,
}  # fmt: skip
"""Usual order of marker styles in these reports, highest first (facts, section 1)."""


def rank(style: str) -> int:
    """Static rank of a style; decimals rank by their number of parts."""
    if style.startswith(("dec", "rdec", "udec")):
        return 4 + min(int(style[-1]) - 1, 4)
    return RANK.get("worded" if style.startswith("worded") else style, 8)


def to_roman(value: int) -> str:
    """Roman numeral of a number up to 49."""
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


ROMANS = {to_roman(n): n for n in range(1, 40)}


def _roman_value(token: str) -> tuple[int, bool] | None:
    """(value, repaired): OCR reads I as l, 1 or |."""
    clean = re.sub(r"[l1|]", "I", token)
    if clean not in ROMANS or token.isdigit():
        return None
    return ROMANS[clean], clean != token


def _part(m: re.Match[str]) -> Marker | None:
    if m["ord"]:
        word = m["ord"].lower()
        if word not in NUMBER_WORDS:
            return None
        value, step = NUMBER_WORDS[word], str(NUMBER_WORDS[word])
    elif m["bare"]:
        value = ORDINAL_WORDS.index(m["bare"].lower()) + 1
        step = str(value)
    elif m["roman"]:
        roman = m["roman"].upper()
        if roman not in ROMANS:
            return None
        value, step = ROMANS[roman], roman
    elif m["letter"]:
        value, step = LOWER.index(m["letter"].lower()) + 1, m["letter"]
    else:
        value, step = int(m["num"]), m["num"]
    return Marker("part", "part", (value,), m[0].strip().rstrip(" -–—‐‑‒−.:/)"), m.end(), step)


def _item(m: re.Match[str]) -> Marker | None:
    roman = (m["roman"] or "").upper()
    if roman and roman not in ROMANS:
        return None
    value = ROMANS[roman] if roman else int(m["num"])
    return Marker("part", "item", (value,), m[0].strip(), m.end(), roman or m["num"])


def _decimal(m: re.Match[str], style: str = "dec") -> Marker | None:
    values = tuple(int(v) for v in m["v"].replace(" ", "").split("."))
    if not all(0 < v <= MAX_NUMBER for v in values):
        return None
    steps = tuple(str(v) for v in values)
    return Marker("decimal", f"{style}{len(values)}", values, m[0].strip(), m.end(), steps[-1], steps[:-1])


def _starts_title(rest: str, *, lower_ok: bool) -> bool:
    """A title starts with a capital, a quote or a digit-free word; ``1. tháng`` is the rest of a sentence."""
    head = rest.lstrip(" “\"'(*_[")
    if not head:
        return True
    return head[0].isupper() or (lower_ok and head[0].isalpha()) or head.startswith(("…", "..."))


def _single(text: str) -> Marker | None:
    """Markers of one number or letter."""
    if (m := _LETTERED.match(text)) and _starts_title(text[m.end() :], lower_ok=False):
        return Marker("lower", "lower", (LOWER.index(m["v"]) + 1,), m[0].strip(), m.end(), m["v"])
    if m := _ARABIC.match(text):
        value = int(m["v"])
        if 0 < value <= MAX_NUMBER and _starts_title(text[m.end() :], lower_ok=False):
            style = "arabic)" if m["sep"].startswith(")") else "arabic"
            return Marker("arabic", style, (value,), m[0].strip(), m.end(), str(value))
        return None
    if (m := _UPPER.match(text)) and _starts_title(text[m.end() :], lower_ok=False):
        return Marker("upper", "upper", (LOWER.index(m["v"].lower()) + 1,), m[0].strip(), m.end(), m["v"])
    if (m := _UPPER_DECIMAL.match(text)) and _starts_title(text[m.end() :], lower_ok=False):
        letter, step = m["v"], str(int(m["n"]))
        values = (LOWER.index(letter.lower()) + 1, int(step))
        return Marker("decimal", "udec2", values, m[0].strip(), m.end(), step, (letter,))
    if m := _LOWER_DECIMAL.match(text):
        steps = (m["v"], str(int(m["n"])))
        return Marker(
            "lower", "lower2", (LOWER.find(m["v"]) + 1, int(m["n"])), m[0].strip(), m.end(), steps[1], steps[:1]
        )
    if (m := _LOWER_ROMAN.match(text)) and (value := ROMANS.get(m["v"].upper(), 0)):
        if _starts_title(text[m.end() :], lower_ok=")" in m["sep"]):
            return Marker("lower", "lower-roman", (value,), m[0].strip(), m.end(), m["v"])
        return None
    if (m := _LOWER.match(text)) and m["v"] in LOWER and _starts_title(text[m.end() :], lower_ok=")" in m["sep"]):
        return Marker("lower", "lower", (LOWER.index(m["v"]) + 1,), m[0].strip(), m.end(), m["v"])
    return None


def _paren(m: re.Match[str]) -> Marker:
    token = m["v"]
    if token.isdigit():
        return Marker("paren", "paren", (int(token),), m[0].strip(), m.end(), str(int(token)))
    if token != "i" and token.upper() in ROMANS and len(token) > 1:
        return Marker("paren", "paren-roman", (ROMANS[token.upper()],), m[0].strip(), m.end(), token)
    value = LOWER.find(token) + 1 or 1
    return Marker("paren", "paren-letter", (value,), m[0].strip(), m.end(), token)


def as_letter(marker: Marker) -> Marker:
    """A Roman one that is the letter ``I`` of a list of capitals."""
    return replace(marker, kind="upper", style="upper", values=(LOWER.index("i") + 1,))


def _ordinal(m: re.Match[str]) -> Marker:
    if m["v"]:
        value, style = ORDINAL_WORDS.index(m["v"].lower()) + 1, "ordinal-la"
    else:
        value, style = PART_WORDS.index(m["w"].lower()) + 1, "ordinal-thu"
    printed = m[0].strip().rstrip(",:; ")
    return Marker("ordinal", style, (value,), printed, m.end(), str(value))


def bare_marker(text: str) -> Marker | None:
    """The marker of a heading whose number no sign ends (``1 Công tác …``, ``II KẾT QUẢ``); only others like it can vouch for it."""
    m = _BARE.match(text)
    if m is None or not _starts_title(text[m.end() :], lower_ok=False):
        return None
    if m["v"].isdecimal():
        value = int(m["v"])
        return Marker("arabic", "arabic", (value,), m["v"], m.end(), str(value)) if 0 < value <= MAX_NUMBER else None
    value = ROMANS.get(m["v"], 0)
    return Marker("roman", "roman", (value,), m["v"], m.end(), m["v"]) if value else None


def parse_marker(text: str) -> Marker | None:
    """The marker at the start of ``text``, or None; offsets are characters from its start."""
    if text[:1] in _ROMAN_SIGNS:
        plain = _ROMAN_SIGNS[text[0]]
        marker = parse_marker(plain + text[1:])
        return None if marker is None else replace(marker, end=marker.end - len(plain) + 1)
    if (m := _CIRCLED.match(text)) and _starts_title(text[m.end() :], lower_ok=False):
        style, sign, first = ("circled", m["v"], 0x245F) if m["v"] else ("circled-dark", m["dark"], 0x2775)
        value = ord(sign) - first
        return Marker("arabic", style, (value,), sign, m.end(), str(value))
    text = text[:MAX_TOKEN].translate(_CYRILLIC) + text[MAX_TOKEN:]
    if m := _PART.match(text):
        return _part(m)
    if m := _ITEM.match(text):
        return _item(m)
    if (m := _ROMAN_DECIMAL.match(text)) and m["r"] in ROMANS:
        marker = _decimal(m, "rdec")
        if marker is not None:
            prefix = (m["r"], *marker.prefix)
            return Marker(
                "decimal", marker.style, (ROMANS[m["r"]], *marker.values), m[0].strip(), m.end(), marker.step, prefix
            )
    if (m := _ROMAN.match(text)) and (roman := _roman_value(m["v"])) and _starts_title(text[m.end() :], lower_ok=False):
        value, repaired = roman
        return Marker("roman", "roman", (value,), m[0].strip(), m.end(), to_roman(value), repaired=repaired)
    if (m := _DECIMAL.match(text) or _SPACED.match(text)) and _starts_title(text[m.end() :], lower_ok=False):
        return _decimal(m)
    if (marker := _single(text)) is not None:
        return marker
    if m := _PAREN.match(text):
        return _paren(m)
    if m := _ORDINAL.match(text):
        return _ordinal(m)
    return None
