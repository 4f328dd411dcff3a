"""How one paragraph of a Word file goes on in the next: with its mark deleted or hidden, or as the large initial of it."""

from __future__ import annotations

from lxml import etree

from ..model import Story
from .docx_changes import MARK
from .docx_content import Event, RawParagraph
from .docx_notes import font_of
from .docx_styles import ParaProps, Style, Styles, mark_run
from .docx_tables import DELETED_ROW
from .numbering import W

LONGEST = 4000
"""Characters after which a paragraph with a hidden mark ends: where all marks of a file are hidden, its text is still many paragraphs."""


def drop_cap(properties: etree._Element | None) -> bool:
    """Whether a paragraph is a large initial: it stands in a paragraph of its own and is the first letter of the next one."""
    frame = None if properties is None else properties.find(W + "framePr")
    return frame is not None and frame.get(W + "dropCap") in ("drop", "margin")


def level_of(style: Style, direct: ParaProps, para: ParaProps) -> int | None:
    """The level of a heading: as the paragraph itself says, else as its style does."""
    if direct.outline is None:
        return style.level
    outline = para.outline
    return outline + 1 if outline is not None and 0 <= outline < 9 and not style.toc else None


def hidden_mark(
    target: RawParagraph, properties: etree._Element | None, style: Style, styles: Styles
) -> bool:  # fmt: skip
    """Whether a paragraph that shows something has a hidden mark, so that Word goes on with the next one in its line."""
    ends_section = properties is not None and properties.find(W + "sectPr") is not None
    return bool(target.chunks) and not ends_section and bool(mark_run(properties, style, styles).hidden)


def going_on(pending: RawParagraph, story: Story, para: ParaProps, level: int | None) -> bool:
    """Whether the next paragraph, of ``story``, may go on in one without a mark: no text goes on behind an entry of the contents.

    Of an entry that shows nothing any more only its changes go on. Behind a hidden mark, which Word's style separator is
    too, a heading stays a heading, and what has a number or another look stays a paragraph of its own.
    """
    if pending.run_on:
        look = (pending.story, pending.level, pending.centered, pending.framed)
        alike = look == (story, level, para.align == "center", para.framed and story == "body")
        return alike and para.num in (None, "0") and pending.length < LONGEST
    if pending.story != "toc":
        return True
    if not pending.length:
        pending.story = story
    return not pending.length


def keep_apart(target: RawParagraph) -> None:
    """Put a break where a paragraph begins in the line of another: headings and items are told apart at it, and words not run together."""
    if target.run_on:
        last = target.chunks[-1]
        target.add("\n", last.run, last.page, last.number, last.source + len(last.text))


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
