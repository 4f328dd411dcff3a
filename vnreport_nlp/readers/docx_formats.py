"""How a number is written in each of Word's number formats, Vietnamese words included."""

from __future__ import annotations

from collections.abc import Callable

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ENGLISH_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHINESE = "〇一二三四五六七八九"


def roman(number: int) -> str:
    """Upper-case Roman numeral; decimal outside 1…3999."""
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out.append(sign * count)
    return "".join(out)


def letters(number: int, alphabet: str = _LATIN) -> str:
    """Word's letter counting: a … z, aa, bb, cc …; decimal where Word has no letter."""
    if not 0 < number <= 780:
        return str(number)
    turns, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (turns + 1)


def _below_thousand(number: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [_UNITS[hundreds], "trăm"] if hundreds or full else []
    if not rest:
        return words
    if not tens:
        return [*words, *(["linh"] if words else []), _UNITS[unit]]
    words += ["mười"] if tens == 1 else [_UNITS[tens], "mươi"]
    if unit:
        last = _UNITS[unit]
        if unit == 1 and tens > 1:
            last = "mốt"
        elif unit == 5:
            last = "lăm"
        words.append(last)
    return words


def vietnamese_cardinal(number: int) -> str:
    """Lower-case Vietnamese words of a number below a million; decimal beyond."""
    if not 0 <= number < 1_000_000:
        return str(number)
    if number == 0:
        return _UNITS[0]
    thousands, rest = divmod(number, 1000)
    words = [*_below_thousand(thousands, full=False), "nghìn"] if thousands else []
    return " ".join([*words, *_below_thousand(rest, full=bool(thousands) and bool(rest))])


def vietnamese_ordinal(number: int) -> str:
    """``thứ nhất``, ``thứ hai``, ``thứ ba``, ``thứ tư`` …: lower-case."""
    special = {1: "nhất", 4: "tư"}
    return f"thứ {special.get(number) or vietnamese_cardinal(number)}"


def english_cardinal(number: int) -> str:
    """Lower-case English words of a number below a million; decimal beyond."""
    if not 0 <= number < 1_000_000:
        return str(number)
    if number < 20:
        return _ENGLISH_UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _ENGLISH_TENS[tens] + (f"-{_ENGLISH_UNITS[unit]}" if unit else "")
    size, word = (100, "hundred") if number < 1000 else (1000, "thousand")
    head, rest = divmod(number, size)
    return f"{english_cardinal(head)} {word}" + (f" {english_cardinal(rest)}" if rest else "")


def english_ordinal(number: int) -> str:
    """``first``, ``second``, ``twenty-third`` …: lower-case."""
    words = english_cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _ENGLISH_ORDINALS:
        return words[:cut] + _ENGLISH_ORDINALS[last]
    return words[:cut] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def _suffixed(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _chicago(number: int) -> str:
    if number < 1:
        return str(number)
    turns, index = divmod(number - 1, 4)
    return "*†‡§"[index] * (turns + 1)


def _offset(base: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(base + number - 1) if 1 <= number <= last else str(number)


def _digits(zero: int) -> Callable[[int], str]:
    return lambda number: "".join(chr(zero + int(c)) if c.isdigit() else c for c in str(number))


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return "".join(_CHINESE[int(c)] for c in str(abs(number)))
    tens, unit = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _CHINESE[tens] + "十"
    return head + (_CHINESE[unit] if unit else "")


_PLAIN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": lambda n: letters(n).upper(),
    "lowerLetter": letters,
    "none": lambda n: "",
    "hex": lambda n: f"{n:X}",
    "chicago": _chicago,
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedCircle": _offset(0x2460, 20),
    "decimalEnclosedCircleChinese": _offset(0x2460, 20),
    "decimalEnclosedParen": _offset(0x2474, 20),
    "decimalEnclosedFullstop": _offset(0x2488, 20),
    "ideographEnclosedCircle": _offset(0x3280, 10),
    "decimalFullWidth": _digits(0xFF10),
    "decimalFullWidth2": _digits(0xFF10),
    "thaiNumbers": _digits(0x0E50),
    "hindiNumbers": _digits(0x0966),
    "russianLower": lambda n: letters(n, _RUSSIAN),
    "russianUpper": lambda n: letters(n, _RUSSIAN).upper(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda n: "".join(_CHINESE[int(c)] for c in str(abs(n))),
    "japaneseCounting": _chinese,
    "ideographTraditional": lambda n: "甲乙丙丁戊己庚辛壬癸"[n - 1] if 1 <= n <= 10 else str(n),
    "vietnameseCounting": vietnamese_cardinal,
}


def format_number(number: int, kind: str, *, custom: str = "", lang: str = "vi-VN") -> str:
    """``number`` in Word's format ``kind``; ``custom`` is the pattern of a custom format, ``lang`` decides the words."""
    if kind == "custom":
        pattern = custom.split(",")[0].strip()
        return str(number).zfill(len(pattern)) if pattern.isdigit() else str(number)
    if kind in _PLAIN:
        return _PLAIN[kind](number)
    english = lang.lower().startswith("en")
    if kind == "ordinal":
        return _suffixed(number)
    if kind == "cardinalText":
        words = english_cardinal(number) if english else vietnamese_cardinal(number)
    elif kind == "ordinalText":
        words = english_ordinal(number) if english else vietnamese_ordinal(number)
    else:
        return str(number)
    return words[:1].upper() + words[1:]
