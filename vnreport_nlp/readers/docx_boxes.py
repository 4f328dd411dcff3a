"""Headings part of which stands in a text box, the number in the paragraph and the title in its box; and labels in frames."""

from __future__ import annotations

from collections.abc import Sequence

from .docx_content import RawParagraph
from .docx_layout import MIN_PROSE, is_heading, is_number, is_title
from .numbering import Label


def join_boxed(found: Sequence[RawParagraph]) -> None:
    """Put the number before the title, and give the title the level of an empty paragraph with a heading's style."""
    for at, title in enumerate(found):
        if title.story != "textbox" or title.label is not None or not is_title(title.raw):
            continue
        beside = [found[k] for k in (at - 1, at + 1) if 0 <= k < len(found)]
        if any(p.story == "textbox" for p in beside):
            continue  # a box with several paragraphs
        anchor = next((p for p in beside if p.story == "body" and _open_number(p)), None)
        styled = next(
            (p for p in beside if p.story == "body" and p.level is not None and not p.raw.strip() and p.label is None),
            None,
        )
        if anchor is not None:
            title.label, title.label_run = Label(anchor.raw.strip(), 0, bullet=False), anchor.label_run
            title.level = title.level or anchor.level
            anchor.chunks, anchor.length = [], 0
        elif styled is not None and title.level is None:
            title.level = styled.level


def _open_number(paragraph: RawParagraph) -> bool:
    """Whether a paragraph is a number with the sign that a title follows; a figure alone is none."""
    text = paragraph.raw.strip()
    return is_number(text) and text[-1:] in ".)/:" and paragraph.label is None


def settle_frames(found: Sequence[RawParagraph]) -> None:
    """Read short lines of frames as text boxes, which frames are; headings and text that somebody put in frames stay body.

    Old programs and text recognition put whole reports in frames.
    """
    for paragraph in found:
        short = 0 < len(paragraph.raw.split()) < MIN_PROSE
        if paragraph.framed and paragraph.story == "body" and short and not is_heading(paragraph):
            paragraph.story = "textbox"
