"""Text under old Vietnamese fonts, decoded by the font of the run: judged for each font over the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..expressions import compiled
from .docx_content import Chunk
from .encodings import hidden_encoding, is_scrambled, unscramble_offsets
from .legacy import LegacyEncoding, decode_offsets, is_legacy, is_vni_letter, legacy_encoding
from .quality import marked_score

_UNICODE = compiled(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)


class FontDecoder:
    """Knows which fonts of one file really carry TCVN3 or VNI codes: a name alone proves nothing."""

    def __init__(self, runs: Iterable[tuple[str | None, str]]) -> None:
        texts: dict[LegacyEncoding, list[str]] = {}
        self._named: dict[str, LegacyEncoding | None] = {}
        self.hidden: LegacyEncoding | None = None
        """The encoding of text under fonts that show no old codes: pasted without its own font."""
        others: list[str] = []
        for font, text in runs:
            encoding = self._encoding(font)
            if encoding is None:
                others.append(text)
            elif not _UNICODE.search(text):
                texts.setdefault(encoding, []).append(text)
        self._real = {e for e, found in texts.items() if is_legacy(" ".join(found), e)}
        if self._real & {"tcvn3", "tcvn3-caps"}:
            self._real |= {"tcvn3", "tcvn3-caps"}
        self.hidden = hidden_encoding("\n".join(others))
        self._real |= {self.hidden} if self.hidden else set()
        self.scrambled = self.hidden is None and is_scrambled("\n".join(others))
        """Whether text is UTF-8 that a program took for Windows-1252."""

    def _encoding(self, font: str | None) -> LegacyEncoding | None:
        if not font:
            return self.hidden
        if font not in self._named:
            self._named[font] = legacy_encoding(font)
        return self._named[font] or self.hidden

    @property
    def encoding(self) -> str:
        """The old encoding found in the file, an empty string for none."""
        return "vni" if "vni" in self._real else "tcvn3" if self._real else "mojibake" if self.scrambled else ""

    def whole_letters(self, chunks: Sequence[Chunk]) -> Sequence[Chunk]:
        """The chunks with VNI letters in one piece: a change of type may fall between a base letter and its mark."""
        if "vni" not in self._real or len(chunks) < 2:
            return chunks
        out = [chunks[0]]
        for chunk in chunks[1:]:
            last = out[-1]
            torn = (
                last.number == chunk.number
                and last.source + len(last.text) == chunk.source
                and self._encoding(last.run.font) == self._encoding(chunk.run.font) == "vni"
                and is_vni_letter(last.text[-1:] + chunk.text[:1])
            )
            if torn:
                out[-1] = replace(last, text=last.text + chunk.text[0])
                chunk = replace(chunk, text=chunk.text[1:], source=chunk.source + 1)
            out.append(chunk)
        return [c for c in out if c.text]

    def decode(self, text: str, font: str | None) -> tuple[str, Sequence[int] | None]:
        """The text as its font shows it, and for each character its offset in the stored text (None: in step)."""
        encoding = self._encoding(font)
        offsets: Sequence[int] | None = None
        if encoding is not None and not _UNICODE.search(text):
            if encoding in self._real:
                turned, steps = decode_offsets(text, encoding)
                named = self.hidden is None or self._named.get(font or "") is not None
                if named or marked_score(turned)[0] >= marked_score(text)[0]:
                    text, offsets = turned, steps
            elif encoding == "tcvn3-caps" and text.isascii():
                text = text.upper()
        if self.scrambled and offsets is None:
            text, offsets = unscramble_offsets(text)
        if "\u00ad" in text:
            kept = [i for i, c in enumerate(text) if c != "\u00ad"]
            offsets = kept if offsets is None else [offsets[i] for i in kept]
            text = text.replace("\u00ad", "")
        return text, offsets
