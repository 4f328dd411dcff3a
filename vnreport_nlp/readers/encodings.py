"""Which encoding a text is in: byte marks first, then candidates judged by the grammar of the Vietnamese syllable."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import ReadError
from ..expressions import compiled
from ..model.document import ReadWarning
from ..model.findings import msg
from .legacy import LegacyEncoding, decode, decode_tcvn3, decode_vni
from .quality import marked_score, sample

SURE = 0.85
"""Share of marked words that must be syllables before a readable text is read in another way (see tests/test_encodings)."""
WRONG = 0.5
"""Above this share a text is left as it is."""
READABLE = 0.55
"""Below this share bytes that are no UTF-8 are no Vietnamese text."""
SAMPLE = 60_000
"""Bytes or characters in which those that no text has are counted."""
MIN_MARKED, MIN_HIDDEN = 3, 20
"""Fewest syllables with marks that tell an encoding; under a font that is no old one's a few odd words are no sign of it."""
SOFT = "\u00ad"
"""The optional hyphen, which in an old encoding is the letter ư: a text that is one without it is in no old encoding."""
_VIETNAMESE = compiled("[\u1ea0-\u1ef9]")
"""Letters of Vietnamese alone, which no text in an old encoding has."""
_TEXT_BYTES = compiled(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOJIBAKE = compiled("[ÃÄÅÆ][\x80-\xbf\u0192\u02c6\u02dc\u0152-\u0178\u2013-\u2122]|á[»º]")
_LATIN = compiled("[\t-\r -\u036f\u1e00-\u22ff\u25a0-\u25ff\ufeff]+")
"""What a Vietnamese text is made of: Latin letters, marks and signs."""
_NAMES = {"tcvn3": decode_tcvn3, "tcvn3-caps": lambda text: decode_tcvn3(text).upper(), "vni": decode_vni}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was in, and what was lost."""

    text: str
    encoding: str
    warnings: tuple[ReadWarning, ...] = ()


def decode_text(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """The text of a file without any mark of its type.

    Raises ReadError ``wrong_type`` for binary data, ``unsupported`` for an unknown ``encoding``.
    """
    if encoding:
        return _as_told(data, path, encoding)
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            if codec == "utf-8-sig" and _control_bytes(data):
                raise _binary(path)
            return _repaired(_lenient(data, codec))
    if b"\0" in data:
        text = data.rstrip(b"\0")
        return _without_mark(data, path) if b"\0" in text else _cut_short(decode_text(text, path))
    if _control_bytes(data):
        raise _binary(path)
    try:
        return _repaired(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _eight_bit(data, path)


def _control_bytes(data: bytes) -> bool:
    """Whether more bytes are control characters than a text has."""
    return len(_TEXT_BYTES.findall(data[:SAMPLE])) > max(2, len(data[:SAMPLE]) // 500)


def _as_told(data: bytes, path: str, encoding: str) -> Decoded:
    table = _NAMES.get(encoding.lower())
    try:
        if table is not None:
            return Decoded(table(_glyphs(data)), encoding.lower())
        return Decoded(data.decode(encoding, "replace"), encoding)
    except LookupError as error:
        raise ReadError(
            "unsupported", path, msg("Không biết bảng mã “{encoding}”.", encoding=encoding),
            msg("Dùng utf-8, utf-16, cp1258, tcvn3 hoặc vni."),
        ) from error  # fmt: skip


def _lenient(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode(codec.removesuffix("-sig")))
    return Decoded(
        text, codec.removesuffix("-sig"), (ReadWarning("damaged_characters", str(lost)),) if lost > 0 else ()
    )


def _without_mark(data: bytes, path: str) -> Decoded:
    """UTF-16 without its mark: NUL bytes on one side only, and a text comes out."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    codec = "utf-16-le" if odd > even else "utf-16-be"
    zeros, others = max(even, odd), min(even, odd)
    if zeros < len(data) // 16 or others > zeros // 8:
        raise _binary(path)
    text = data[: len(data) // 2 * 2].decode(codec, "replace")
    if len(_LATIN.sub("", text[:SAMPLE])) > len(text[:SAMPLE]) // 50:
        raise _binary(path)
    return _repaired(Decoded(text, codec))


def _cut_short(found: Decoded) -> Decoded:
    """A text with nothing but NUL bytes behind it: its end was not written before the machine stopped."""
    return replace(found, warnings=(*found.warnings, ReadWarning("cut_short")))


def _glyphs(data: bytes) -> str:
    """Bytes as the characters that a Western Windows shows for them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_GLYPHS.__getitem__, data))


_GLYPHS = [bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256)]


def _repaired(found: Decoded) -> Decoded:
    """A text that decodes but makes no sense: legacy glyphs or mojibake saved as Unicode."""
    score, count = marked_score(found.text.replace(SOFT, ""))
    if count < MIN_MARKED or score > WRONG:
        return found
    options: list[tuple[float, int, str, Callable[[str], str]]] = []
    ways: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("mojibake", unscramble),
        ("mojibake", lambda text: unscramble(unscramble(text))),
        ("tcvn3", decode_tcvn3),
        ("vni", decode_vni),
    )
    for order, (name, way) in enumerate(ways):
        if name == "mojibake" and not _MOJIBAKE.search(found.text):
            continue
        better, marked = marked_score(way(sample(found.text)))
        if marked >= MIN_MARKED:
            options.append((better, -order, name, way))
    if not options or max(options)[0] < (SURE if max(options)[2] != "mojibake" else READABLE):
        return found
    _, _, name, way = max(options)
    text = "\n".join(_line(line, way) for line in found.text.split("\n"))
    return Decoded(
        text, name, (*found.warnings, ReadWarning("legacy_encoding" if name != "mojibake" else "mojibake", name))
    )


def hidden_encoding(text: str) -> LegacyEncoding | None:
    """The old encoding whose codes stand in a Unicode text as if they were its letters, None for a text that is what it seems."""
    lines = sample(text).splitlines()  # a Unicode line among others stays as it is
    part = "\n".join(line for line in lines if not line.isascii() and not _VIETNAMESE.search(line))
    score, count = marked_score(part.replace(SOFT, "")) if part else (0.0, 0)
    if count < MIN_HIDDEN or score > WRONG:
        return None
    kinds: tuple[LegacyEncoding, ...] = ("tcvn3", "vni")
    best, kind = max((marked_score(decode(part, kind))[0], kind) for kind in kinds)
    return kind if best >= SURE else None


def is_scrambled(text: str) -> bool:
    """Whether UTF-8 stands in a Unicode text byte by byte, as letters of Windows-1252: ``Ä\x90áº¢NG`` for ``ĐẢNG``."""
    lines = sample(text).splitlines()
    part = "\n".join(line for line in lines if not line.isascii() and not _VIETNAMESE.search(line))
    if not _MOJIBAKE.search(part):
        return False
    score, count = marked_score(part.replace(SOFT, ""))
    better, marked = marked_score(unscramble(part))
    return min(count, marked) >= MIN_HIDDEN and score <= WRONG and better >= READABLE


def unscramble_offsets(text: str) -> tuple[str, list[int]]:
    """The letters of such a text, with the offset in it that each comes from; what is no UTF-8 stays."""
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _SCRAMBLED.finditer(text):
        try:
            turned = bytes(_BACK[c] for c in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        out.append(text[at : match.start()] + turned)
        offsets += range(at, match.start())
        offsets.append(match.start())
        at = match.end()
    out.append(text[at:])
    offsets += range(at, len(text))
    return "".join(out), offsets


def _line(line: str, way: Callable[[str], str]) -> str:
    """Line by line: a Unicode line in a legacy file stays as it is."""
    if line.isascii():
        return line
    turned = way(line)
    return turned if marked_score(turned)[0] >= marked_score(line)[0] else line


def unscramble(text: str) -> str:
    """UTF-8 that was read as Windows-1252 and saved again; what was lost on the way becomes U+FFFD."""
    out = bytearray()
    for char in text:
        if char in _BACK:
            out.append(_BACK[char])
        else:
            out += char.encode("utf-8", "replace")
    return out.decode("utf-8", "replace")


_BACK = {chr(start + byte): byte for start in (0, 0xF100) for byte in range(0x80, 0xA0)}  # LibreOffice's are private
_BACK |= {glyph: byte for byte, glyph in enumerate(_GLYPHS)}
_TAIL = f"[{re.escape(''.join(_GLYPHS[0x80:0xC0]))}\x80-\x9f\uf180-\uf19f]"
_SCRAMBLED = compiled(rf"[\xc2-\xdf]{_TAIL}|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}}")
"""One letter of UTF-8 whose bytes stand as letters of Windows-1252."""


def _eight_bit(data: bytes, path: str) -> Decoded:
    """Bytes that are no UTF-8: damaged UTF-8, CP1258, TCVN3 or VNI, by what they spell."""
    lenient = data.decode("utf-8", "replace")
    glyphs = _glyphs(data)
    texts = {
        "cp1258": data.decode("cp1258", "replace"), "tcvn3": _by_line(glyphs, decode_tcvn3),
        "vni": _by_line(glyphs, decode_vni), "cp1252": glyphs, "utf-8": lenient,
    }  # fmt: skip
    scores = {name: marked_score(text)[0] for name, text in texts.items()}
    name = max(scores, key=scores.__getitem__)
    score = scores[name]
    if score < READABLE:
        if _mostly_ascii(data):
            return Decoded(glyphs, "cp1252", (ReadWarning("encoding_unsure"),))
        raise _binary(path)
    lost = (ReadWarning("damaged_characters", str(lenient.count("\ufffd"))),) if name == "utf-8" else ()
    legacy = (ReadWarning("legacy_encoding", name),) if name in _NAMES else ()
    return Decoded(texts[name], name, (*lost, *legacy))


def _by_line(text: str, way: Callable[[str], str]) -> str:
    return "\n".join(way(line) for line in text.split("\n"))


def _mostly_ascii(data: bytes) -> bool:
    high = sum(b > 127 for b in data[:SAMPLE])
    return high * 50 < len(data[:SAMPLE])


def _binary(path: str) -> ReadError:
    return ReadError(
        "wrong_type", path, msg("Đây không phải văn bản: nội dung là dữ liệu nhị phân hoặc bảng mã lạ."),
        msg("Xin đơn vị gửi dự thảo ở dạng .docx, .doc, .pdf, .odt, .rtf, .html, .md hoặc .txt (UTF-8)."),
    )  # fmt: skip
