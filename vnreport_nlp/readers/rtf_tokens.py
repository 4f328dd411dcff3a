"""RTF as tokens, and the tables that say what its words mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..expressions import compiled

_TOKEN = compiled(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    rb"|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|."
)
SYMBOLS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "bullet": "•", "endash": "–", "emdash": "—", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
SIGNS = {"~": "\xa0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
UNSEEN = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "fldinst", "xe", "tc", "rxe", "nonesttables",
    "pntxta", "pntxtb", "revtbl", "listtable", "sp", "shprslt", "atnid", "atnref", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc",
    "aftncn", "mmathPict", "bkmkstart", "bkmkend", "themedata", "datastore", "filetbl", "private", "nextfile", "template", "userprops", "generator",
})  # fmt: skip
STARRED = frozenset({"do", "moMath", "moMathPara", "footnote", "shpinst", "annotation", "atnauthor", "fldrslt", "ud"})
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Code pages of a whole file that have no number."""
CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One of: a brace, a control word with its value, a sign, a byte, plain bytes."""

    kind: str
    text: str = ""
    value: int | None = None
    data: bytes = b""
    at: int = 0


def tokens(data: bytes) -> Iterator[Token]:
    """All tokens of a file; ``\\bin`` data are skipped."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        if match["word"]:
            word = match["word"].decode("ascii")
            value = None if match["value"] is None else int(match["value"])
            if word == "bin":
                at += max(0, value or 0)
            yield Token("word", word, value, at=match.start())
        elif match["hex"]:
            yield Token("byte", data=bytes([int(match["hex"], 16)]), at=match.start())
        elif match["sign"]:
            yield Token("sign", match["sign"].decode("latin-1"), at=match.start())
        elif match["brace"]:
            yield Token(match["brace"].decode("ascii"), at=match.start())
        elif match["text"]:
            yield Token("text", data=match["text"], at=match.start())


def is_formula_look(word: str) -> bool:
    """Whether a word begins the properties of a part of a formula (``\\mfPr``), whose values stand there as text."""
    return word.startswith("m") and word.endswith("Pr")


def decoded(data: bytes, codec: str) -> str:
    """Bytes of a run; what the code page does not hold shows as Latin-1, as Word shows it."""
    try:
        return data.decode(codec)
    except (LookupError, UnicodeDecodeError):
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)
