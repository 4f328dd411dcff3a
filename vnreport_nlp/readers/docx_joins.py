"""How one paragraph of a Word file goes on in the next: with its mark deleted, or as the large initial of it."""

from __future__ import annotations

from lxml import etree

from ..model import Story
from .docx_changes import MARK
from .docx_content import Event, RawParagraph
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
