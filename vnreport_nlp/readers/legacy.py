"""Dead Vietnamese font encodings: TCVN3 (ABC) and VNI, which arrive as Latin letters under an old font.

TCVN3 follows TCVN 5712-1 as the ABC fonts drew it: one code a letter, capitals with marks only in the H fonts. VNI writes
a base letter and a mark. Decode run by run (Word) or line by line (text, PDF), never a whole file.
"""

from __future__ import annotations

import re
from typing import Literal

from ..expressions import compiled
from .quality import marked_score

LegacyEncoding = Literal["tcvn3", "tcvn3-caps", "vni"]

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®¯µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
        "ĂÂÊÔƠƯĐăâêôơưđẰàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
        strict=True,
    )
)
_LOWER_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ"}
_TONED = "ùøûõï"
_VNI_MARKS = (
    ("a", _TONED, "áàảãạ"), ("a", "âáàåãä", "âấầẩẫậ"), ("a", "êéèúüë", "ăắằẳẵặ"), ("e", _TONED, "éèẻẽẹ"),
    ("e", "âáàåãä", "êếềểễệ"), ("o", _TONED, "óòỏõọ"), ("o", "âáàåãä", "ôốồổỗộ"), ("ô", _TONED, "ớờởỡợ"),
    ("u", _TONED, "úùủũụ"), ("ö", _TONED, "ứừửữự"), ("y", "ùøûõ", "ýỳỷỹ"),
)  # fmt: skip


def _vni_table() -> dict[str, str]:
    """Every VNI sequence, in both cases and with a small mark on a capital."""
    table = dict(_LOWER_SINGLE)
    for base, marks, letters in _VNI_MARKS:
        table.update({base + mark: letter for mark, letter in zip(marks, letters, strict=True)})
    for code, letter in list(table.items()):
        table[code.upper()] = letter.upper()
        table.setdefault(code[0].upper() + code[1:], letter.upper())
    return table


_VNI = _vni_table()
_VNI_CODES = compiled("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = compiled(r"[^\W_]+")
_FONT = compiled(r"^(?:[A-Z]{6}\+)?[\"']?(?P<dot>\.)?(?P<kind>vni[- _]|vn)(?P<rest>.*)$", re.IGNORECASE)
_STYLE = compiled(r"[\s,_-]*(?:bold|italic|oblique|regular|normal|roman|mt)+$", re.IGNORECASE)
_UNICODE = compiled(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)
_HIGH = compiled(r"[\xa1-\xff]")


def legacy_encoding(font: str) -> LegacyEncoding | None:
    """What a font's name says of the codes under it (``.VnTimeH``, ``VNI-Times``, with a PDF subset prefix too)."""
    match = _FONT.match(font.strip())
    if match is None:
        return None
    if match["kind"].lower() != "vn":
        return "vni"
    rest = _STYLE.sub("", match["rest"].rstrip("\"'"))
    if not match["dot"] or not rest[:1].isalpha():
        return None
    return "tcvn3-caps" if rest.endswith("H") else "tcvn3"


def decode_offsets(text: str, encoding: LegacyEncoding) -> tuple[str, list[int]]:
    """Decode, with the offset in ``text`` that each character of the result comes from."""
    if encoding != "vni":
        decoded = decode_tcvn3(text)
        return (decoded.upper() if encoding == "tcvn3-caps" else decoded), list(range(len(text)))
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _VNI_CODES.finditer(text):
        out.append(text[at : match.start()] + _VNI[match[0]])
        offsets += [*range(at, match.start()), match.start()]
        at = match.end()
    out.append(text[at:])
    offsets += range(at, len(text))
    return "".join(out), offsets


def decode_tcvn3(text: str) -> str:
    """TCVN3 codes to Vietnamese, one for one; capitals with marks are recovered from the capitals around them."""
    return _raise_capitals(text.translate(_TCVN3_ORDS))


def decode_vni(text: str) -> str:
    """VNI codes to Vietnamese, the longest code first."""
    return _VNI_CODES.sub(lambda m: _VNI[m[0]], text)


def is_vni_letter(pair: str) -> bool:
    """Whether two characters are a base letter and its mark."""
    return len(pair) == 2 and pair in _VNI


def decode(text: str, encoding: LegacyEncoding) -> str:
    """Decode by the name that ``legacy_encoding`` gives."""
    return decode_offsets(text, encoding)[0]


def is_legacy(text: str, encoding: LegacyEncoding) -> bool:
    """Whether a text under such a font really is in it: a Unicode text in a font merely named VNI is not.

    Judge all text of one font together where possible; short texts decide nothing.
    """
    if _UNICODE.search(text) or not _HIGH.search(text):
        return False
    return marked_score(decode(text, encoding))[0] > marked_score(text)[0]


def encode_tcvn3(text: str) -> str:
    """The way back, for tests; capitals with marks lose their case where TCVN3 fonts had none."""
    back = {letter: code for code, letter in _TCVN3.items() if letter.islower() or letter in "ĂÂÊÔƠƯĐ"}
    return "".join(back.get(c) or back.get(c.lower(), c) for c in text)


def encode_vni(text: str) -> str:
    """The way back, for tests."""
    back: dict[str, str] = {}
    for code, letter in _VNI.items():
        back.setdefault(letter, code)
    return "".join(back.get(c, c) for c in text)


_TCVN3_ORDS = {ord(code): letter for code, letter in _TCVN3.items()}


def _raise_capitals(text: str) -> str:
    """Words such as ``ĐặC ĐIểM`` become capitals: fonts other than the H fonts have no capitals with marks.

    One capital and marked letters (``Sở``) may be a name or a word in capitals; the words around it decide.
    """
    words = list(_WORD.finditer(text))
    looks = [_look(m[0]) for m in words]
    if "caps" not in looks and "torn" not in looks:
        return text
    out: list[str] = []
    at = 0
    for index, match in enumerate(words):
        raised = looks[index] == "torn"
        if looks[index] == "open":
            around = [_nearest(text, words, looks, index, step) for step in (-1, 1)]
            raised = _all_caps([look for look in around if look])
        if raised:
            looks[index] = "caps"
        out.append(text[at : match.start()] + (match[0].upper() if raised else match[0]))
        at = match.end()
    out.append(text[at:])
    return "".join(out)


def _nearest(text: str, words: list[re.Match[str]], looks: list[str], index: int, step: int) -> str:
    """Look of the next word on one side that tells something, across spaces and commas only; empty when there is none."""
    for other in (index + step, index + 2 * step):
        if not 0 <= other < len(words):
            return ""
        left, right = sorted((other, other - step))
        if text[words[left].end() : words[right].start()].strip(" ,") or words[other][0].isdigit():
            return ""
        if looks[other] != "neutral":
            return looks[other]
    return ""


def _all_caps(around: list[str]) -> bool:
    return "lower" not in around and ("caps" in around or "torn" in around)


def _look(word: str) -> str:
    """caps: all capitals; torn: two capitals and small marked letters; open: could be either; lower; neutral (figures)."""
    plain = [c for c in word if c.isascii() and c.isalpha()]
    if any(c.islower() for c in plain):
        return "lower"
    capitals = sum(c.isupper() for c in word)
    if not any(c.islower() for c in word):
        return "caps" if capitals > 1 else "neutral"
    return "torn" if capitals > 1 and len(plain) > 0 else "open"
