"""How one paragraph of a Word file goes on in the next: with its mark deleted, or as the large initial of it."""

from __future__ import annotations

from lxml import etree

from ..model import Story
from .docx_changes import MARK
from .docx_content import Event, RawParagraph
from .docx_notes import font_of
from .docx_styles import Styles
from .docx_tables import DELETED_ROW
from .numbering import W


def drop_cap(properties: etree._Element | None) -> bool:
    """Whether a paragraph is a large initial: it stands in a paragraph of its own and is the first letter of the next one."""
    frame = None if properties is None else properties.find(W + "framePr")
    return frame is not None and frame.get(W + "dropCap") in ("drop", "margin")


def going_on(pending: RawParagraph, story: Story) -> bool:
    """Whether the next paragraph, of ``story``, may go on in one without a mark: no text goes on behind an entry of the contents.

    Of an entry that shows nothing any more only its changes go on.
    """
    if pending.story != "toc":
        return True
    if not pending.length:
        pending.story = story
    return not pending.length


def tell(target: RawParagraph, change: str, author: str) -> None:
    """Tell a change of the paragraph's mark, number or style where no change of its characters is told."""
    if change and not any(e.kind in ("inserted", "deleted", "moved") for e in target.events):
        target.events.append(Event("inserted" if change == "inserted" else "deleted", target.length, MARK, -1, author))


def tell_deleted(row: etree._Element, found: list[RawParagraph], styles: Styles) -> None:
    """Tell the words of a row that a tracked change takes away, behind what stands before it."""
    text = " ".join(
        filter(None, ("".join(t.text or "" for t in p.iter(W + "t", W + "delText")) for p in row.iter(W + "p")))
    )
    if text and found:
        change = next(c for c in row.find(W + "trPr") if c.tag in DELETED_ROW)  # type: ignore[union-attr]
        font = font_of(next(row.iter(W + "t", W + "delText")), styles)
        found[-1].events.append(Event("deleted", found[-1].length, text, -1, change.get(W + "author", ""), font))
