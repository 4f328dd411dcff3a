"""Where the table of contents of a Word file begins and ends: by its field, its content control, and what stands in them.

A field may end too late or never, so that it holds the whole draft: what cannot be an entry ends the table.
"""

from __future__ import annotations

import re

from lxml import etree

from ..expressions import compiled
from .docx_content import RawParagraph
from .docx_fields import Field
from .docx_inline import InlineReader
from .docx_lines import MARKER
from .numbering import W

LONG_SENTENCE = 80
"""Characters of a sentence that is no title."""
LONG = 300
"""Characters of what is no title even without a full stop."""
LEADERS = 200
"""Characters at the end of an entry among which its page is looked for."""
_PAGE = compiled(r"(?:\t|[.·_]{3}|…)[\s.…·_]*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
_SENTENCE = compiled(r"[.;:!?…]\W*$")
_OWN_TITLE = compiled(r"\W*(?:mục\s+lục|(?:table\s+of\s+)?contents)\b.{0,20}", re.IGNORECASE)


class Contents:
    """Tells of each paragraph of one story whether it belongs to a table of contents."""

    def __init__(self) -> None:
        self._galleries = 0
        self._ended = False
        """Whether the field in the content control has ended, or has been left by what cannot be an entry."""
        self._left: Field | None = None
        self._titles: set[str] = set()
        self._doubtful: list[RawParagraph] = []
        """Paragraphs behind the last sure entry: part of the table if it ends properly."""

    def enter(self) -> None:
        """A content control for a table of contents begins."""
        self._galleries += 1
        self._ended = False

    def leave(self) -> None:
        """It ends."""
        self._galleries -= 1
        self._settle()

    def holds(
        self, target: RawParagraph, inline: InlineReader, node: etree._Element, opened: Field | None, *, styled: bool
    ) -> bool:
        """Whether the paragraph just read shows a table of contents, as by its style; ``opened`` is the table's field before it.

        Word leaves the field's end at the start of the paragraph that stood behind the table, often the first heading; and
        what is typed in the table's content control after its field has ended is text.
        """
        field = opened or inline.toc
        if (opened is not None or inline.toc_text) and inline.toc is None:
            self._ended = True
        inside = inline.toc_text or (self._galleries > 0 and not self._ended)
        if inside and target.length:
            inside = self._entry(target, field, sure=styled or _leads(node)) or self._maybe(target, field)
        if self._ended:
            self._settle()
        return inside or styled

    def finish(self) -> None:
        """The story ends: a field that is still open never ended, and nobody knows where its table did."""
        self._leave(None)

    def _entry(self, target: RawParagraph, field: Field | None, *, sure: bool) -> bool:
        """Whether the paragraph is an entry: by its style, by a link, or with a page behind a tab or dots at its end."""
        text = target.raw
        page = _PAGE.search(text, max(0, len(text) - LEADERS))
        if not sure and (page is None or (field is not None and field is self._left)):
            return False
        self._titles.add(_key(text[: page.start()] if page else text))
        self._doubtful.clear()
        return True

    def _maybe(self, target: RawParagraph, field: Field | None) -> bool:
        """Whether the paragraph may belong to the table; the first that cannot ends it."""
        if field is not None and field is self._left:
            return False
        text = target.raw.strip()
        title = target.level is not None and not _OWN_TITLE.fullmatch(text)
        sentence = len(text) > LONG or (len(text) >= LONG_SENTENCE and _SENTENCE.search(text) is not None)
        if title or sentence or _key(text) in self._titles:
            self._leave(field)
            return False
        self._doubtful.append(target)
        return True

    def _leave(self, field: Field | None) -> None:
        self._left, self._ended = field, True
        for paragraph in self._doubtful:
            paragraph.story = "body" if paragraph.story == "toc" else paragraph.story
        self._settle()

    def _settle(self) -> None:
        self._titles.clear()
        self._doubtful.clear()


def _leads(node: etree._Element) -> bool:
    """Whether a paragraph links to a heading, as the entries do that Word makes."""
    if any(link.get(W + "anchor", "").startswith("_") for link in node.iter(W + "hyperlink")):
        return True
    return any("PAGEREF" in (code.text or "") for code in node.iter(W + "instrText"))


def _key(text: str) -> str:
    """A title without its number, for comparing."""
    marker = MARKER.match(text)
    return " ".join(text[marker.end() if marker else 0 :].split()).rstrip(" .…·_").casefold()
