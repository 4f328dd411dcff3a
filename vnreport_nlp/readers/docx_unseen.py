"""Letters of a Word file that nobody sees on its page: hidden, white on white, or too small to be any."""

from __future__ import annotations

from lxml import etree

from .docx_shades import shaded
from .docx_styles import RunProps, Styles
from .numbering import W

PROSE = 40
"""Small letters of a white paragraph that is no title on a picture: what a reader of the page cannot see is no content."""
TOLD = 40
"""Fewer letters are a leftover of typing that hides nothing."""
SHOWN = 60
"""Letters of the first such text that are quoted."""
_PROPERTIES = {W + "p": W + "pPr", W + "tc": W + "tcPr", W + "tbl": W + "tblPr"}
_DRAWN = (W + "txbxContent", W + "background")


class Unseen:
    """Decides for each text of a story whether it shows, and remembers what does not."""

    def __init__(self, styles: Styles) -> None:
        self.paragraph: etree._Element | None = None
        self._styles = styles
        self._letters = 0
        self._first = ""
        self._white: tuple[etree._Element | None, bool, bool] = (None, False, False)

    def swallows(self, text: str, run: RunProps) -> bool:
        """Whether a text of a run that is hidden, tiny or white is left out."""
        gone = bool(run.hidden or run.tiny)
        if not (gone or run.white):
            return False
        if not gone:
            on_white, gone = self._judged()
            if not on_white:
                return False
        self._letters += sum(map(str.isalpha, text))
        if len(self._first) < SHOWN:
            self._first += text
        return gone

    def told(self) -> str | None:
        """The beginning of the text that nobody sees, None where there is hardly any."""
        if self._letters < TOLD:
            return None
        words = " ".join(self._first.split())
        return words if len(words) <= SHOWN else words[:SHOWN].rpartition(" ")[0] + "…"

    def _judged(self) -> tuple[bool, bool]:
        """Whether the paragraph's white letters stand on white, and whether they are prose, which is left out."""
        node, on_white, prose = self._white
        if node is not self.paragraph or node is None:
            node = self.paragraph
            on_white = node is not None and not self._backed(node)
            prose = node is not None and sum(c.islower() for t in node.iter(W + "t") for c in t.text or "") >= PROSE
            self._white = node, on_white, prose
        return on_white, on_white and prose

    def _backed(self, paragraph: etree._Element) -> bool:
        """Whether anything may lie behind a paragraph's letters: its own shade, a cell's, a table's style, a shape, a coloured page."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        if named is not None and self._styles.shaded(named.get(W + "val", "")):
            return True
        for node in (paragraph, *paragraph.iterancestors()):
            if node.tag in _DRAWN or node.find(W + "background") is not None:
                return True
            properties = node.find(_PROPERTIES[node.tag]) if node.tag in _PROPERTIES else None
            if properties is not None and (shaded(properties) or properties.find(W + "tblStyle") is not None):
                return True
        return False
