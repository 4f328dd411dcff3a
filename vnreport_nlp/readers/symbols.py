"""Signs of symbol fonts as Unicode characters: Word keeps them in the private use area, which says nothing without the font."""

from __future__ import annotations

import re
from functools import lru_cache

from ..expressions import compiled

BULLETS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "◻", 0xF06E: "■", 0xF06F: "□", 0xF06C: "●",
    0xF0A3: "□", 0xF0E0: "→", 0xF0E8: "➔", 0xF02D: "-", 0xF02B: "+", 0xF02A: "*", 0xF0BE: "—", 0xF0FE: "☑", 0xF0D6: "✧",
    0xF0FB: "✗", 0xF0FD: "☒", 0xF0F0: "⇨", 0xF071: "❑", 0xF075: "◆", 0xF077: "◆", 0xF09F: "•", 0xF04A: "☺", 0xF0DF: "←",
}  # fmt: skip
"""Signs as most fonts have them: Wingdings, and the few of Symbol that Word offers for lists."""
_LOW = " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
SYMBOL = {0xF020 + k: c for k, c in enumerate(_LOW)} | {0xF0A1 + k: c for k, c in enumerate(_HIGH)}
"""The Symbol font (Adobe's encoding), from U+F020."""
CIRCLED = {
    0xF080: "⓪", 0xF08B: "⓿",
    **{0xF081 + k: chr(0x2460 + k) for k in range(10)}, **{0xF08C + k: chr(0x2776 + k) for k in range(10)},
}  # fmt: skip
"""Numbers in circles, light and dark, as Wingdings alone has them."""
_PRIVATE = compiled("[\uf020-\uf0ff]")
_SYMBOL_FONT = compiled(r"symbol\b", re.IGNORECASE)
_WINGDINGS = compiled(r"wingdings\s*$", re.IGNORECASE)
_DINGBATS = compiled(r"(?:wingdings|webdings)", re.IGNORECASE)
MAX_SIGNS = 2
"""So many plain characters under a symbol font are signs; more are words that only bear the font's name."""


@lru_cache(maxsize=256)
def symbol_font(font: str | None) -> bool:
    """Whether a font shows signs instead of letters."""
    return bool(font) and bool(_SYMBOL_FONT.match(font or "") or _DINGBATS.match(font or ""))


def sign(code: int, font: str | None, default: str = "•") -> str:
    """The character that a font shows at a place of the private use area (U+F020 to U+F0FF)."""
    if font and _SYMBOL_FONT.match(font):
        return SYMBOL.get(code, default)
    if font and _DINGBATS.match(font):
        circled = CIRCLED.get(code) if _WINGDINGS.match(font) else None
        return circled or BULLETS.get(code, default)
    return BULLETS.get(code) or SYMBOL.get(code, default)


def symbol(code: str, font: str | None) -> str:
    """The character of a ``w:sym``, whose code in a symbol font may stand in the private use area or not."""
    number = int(code, 16) if len(code) in (2, 4) and all(c in "0123456789abcdefABCDEF" for c in code) else 0
    if 0x20 < number < 0x100 and symbol_font(font):
        return sign(0xF000 + number, font)
    plain = 0x20 < number < 0xF000 and not 0xD800 <= number < 0xE000
    return chr(number) if plain else sign(number, font)


def shown(text: str, font: str | None) -> str:
    """A run's text as its font shows it, one for one: private characters, and lone signs under a symbol font."""
    if _PRIVATE.search(text):
        text = _PRIVATE.sub(lambda m: sign(ord(m[0]), font), text)
    if symbol_font(font) and 0 < len("".join(text.split())) <= MAX_SIGNS and not any(map(str.isdecimal, text)):
        text = "".join(sign(0xF000 + ord(c), font) if 0x20 < ord(c) < 0x100 else c for c in text)
    return text
