"""Letters of a Word file that nobody sees on its page: hidden, as pale as what lies behind, squeezed into specks, or off the page."""

from __future__ import annotations

from lxml import etree

from .docx_behind import behind, table_colour
from .docx_places import Places
from .docx_shades import UNKNOWN, alike
from .docx_styles import RunProps, Styles
from .numbering import W
from .unseen import Hidden, is_prose


class Unseen:
    """Decides for each text of a file whether it shows, and remembers what does not."""

    def __init__(self, styles: Styles) -> None:
        self.hidden = Hidden()
        self._styles = styles
        self.places = Places(styles)
        self._paragraph: etree._Element | None = None
        self._off = False
        self._usual: str | None = None
        self._behind: frozenset[str] | None = None
        self._prose: bool | None = None

    def enter(self, paragraph: etree._Element) -> None:
        """Look at the place of the paragraph that is read next."""
        self._paragraph, self._behind, self._prose = paragraph, None, None
        self._off = self.places.unseen(paragraph)
        self._usual = table_colour(paragraph, self._styles)

    def swallows(self, text: str, run: RunProps) -> bool:
        """Whether a text of a run is left out: it cannot be seen, and is hidden by itself or part of a paragraph of prose."""
        if run.hidden or run.sight.speck:
            self.hidden.note(text)
            return True
        if not (self._off or self._pale(run)):
            return False
        self.hidden.note(text)
        if self._prose is None:
            node = self._paragraph
            self._prose = node is not None and is_prose("".join(t.text or "" for t in node.iter(W + "t")))
        return self._prose

    def _pale(self, run: RunProps) -> bool:
        """Whether letters have the colour of all that may lie behind them."""
        colour = run.sight.colour or self._usual
        if colour is None or colour == UNKNOWN or self._paragraph is None:
            return False
        if run.sight.behind:
            return alike(colour, run.sight.behind)
        if self._behind is None:
            self._behind = behind(self._paragraph, self._styles)
        return all(alike(colour, one) for one in self._behind)
