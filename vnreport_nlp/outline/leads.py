"""Unnumbered run-in titles in plain text: ``Ưu điểm: Trong nhiệm kỳ …``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..expressions import compiled
from ..model import Document
from ..text import BULLETS, CAPITALS
from .candidates import Candidate, Known
from .titles import MAX_RUN_IN, Title, count, is_list_intro, trim

MAX_LEAD = 14
"""Longest lead before its colon, in syllables."""
MIN_REST = 8
"""Least text after a lead for it to be a title, in syllables."""
MIN_LED = 0.6
"""Share of a section's paragraphs that must open with a lead."""
_LEAD = compiled(r"\s*(?P<lead>[^\W\d_][^:;.,()“”\"]{2,120}?(?:,[^:;.()“”\"]{2,120}){0,3}):\s+(?=\S)")
_WIDE = compiled(r"\s*(?P<lead>[^\W\d_](?:[^:.()“”\"]|“[^“”:.]{1,60}”|\"[^\":.]{1,60}\"){2,200}?):\s+(?=\S)")
"""A lead that may hold semicolons and quoted words; only paragraphs that open alike vouch for it."""
MAX_SHORT, MIN_TEXT = 8, 60
"""Longest lead and least mean length of such a list's items, in syllables: those of a list inside a section have 26 to 43 (corpus)."""
MIN_ALIKE = 3
"""So many paragraphs of a section that open with one word and a lead are titles, whatever stands between them."""
_STOPPED = compiled(rf"\s*(?P<lead>[^\W\d_][^:;.()“”\"]{{2,120}}?)\.\s+(?=[{CAPITALS}])")
_BULLET = compiled(rf"\s*([{BULLETS}])\s*(?=[^\W_])")
_BULLET_LINE = compiled(rf"\s*[{BULLETS}]\s*(?P<lead>[^\W\d_][^:.\d]{{2,120}}?)\s*:?\s*$")
_BULLETED = compiled(rf"\s*(?P<bullet>[{BULLETS}])\s*(?P<lead>[^\W\d_][^:.]{{2,240}}?):\s+(?=\S)")


def _lead(document: Document, index: int, pattern: re.Pattern[str], *, most: int = MAX_LEAD) -> Candidate | None:
    paragraph = document.paragraphs[index]
    m = pattern.match(document.text, paragraph.start, paragraph.end)
    if (
        m is None
        or not m["lead"][0].isupper()
        or any(c.isdigit() for c in m["lead"])
        or count(m["lead"]) > most
        or is_list_intro(m["lead"])
    ):
        return None
    if count(document.text[m.end() : paragraph.end]) < MIN_REST:
        return None
    title = Title(trim(document.text, m.start("lead"), m.end("lead")), m.end(), "run_in")
    return Candidate(index, index, None, title, title.span.start, None, False, False, 0.6)


def lead_ins(document: Document, indexes: Sequence[int], known: Known | None) -> dict[int, Candidate]:
    """Run-in titles by paragraph index: words the template knows, or a section most of whose paragraphs open so."""
    out: dict[int, Candidate] = {}
    found = {i: c for i in indexes if (c := _lead(document, i, _LEAD)) is not None}
    for block in _blocks(indexes):
        led = [i for i in block if i in found]
        if len(led) > 1 and block[0] in found and len(led) >= MIN_LED * len(block):
            out.update((i, found[i]) for i in led)
        out.update(_alike(document, block))
    if known is not None:
        for i in indexes:
            candidate = found.get(i) or _lead(document, i, _LEAD, most=MAX_RUN_IN) or _lead(document, i, _STOPPED)
            if candidate is not None and known(document.text[candidate.title.span.start : candidate.title.span.end]):
                out[i] = candidate
    return out


def _alike(document: Document, block: Sequence[int]) -> dict[int, Candidate]:
    """``Về tư tưởng: …``, ``Về cán bộ: …``: leads of one section that open with the same word."""
    groups: dict[str, dict[int, Candidate]] = {}
    for i in block:
        candidate = _lead(document, i, _WIDE, most=MAX_RUN_IN)
        if candidate is not None:
            span = candidate.title.span
            groups.setdefault(document.text[span.start : span.end].split()[0], {})[i] = candidate
    return {i: c for group in groups.values() if len(group) >= MIN_ALIKE for i, c in group.items()}


def slanted(document: Document, indexes: Sequence[int]) -> dict[int, Candidate]:
    """``Nhà cửa, máy móc. Quy mô …`` with the lead in italics: sections all of whose paragraphs, two or more, open so."""
    out: dict[int, Candidate] = {}
    for block in _blocks(indexes):
        found = {i: c for i in block if (c := _slanted(document, i)) is not None}
        if len(found) > 1 and len(found) == len(block):
            out.update(found)
    return out


def _slanted(document: Document, index: int) -> Candidate | None:
    """A short lead in italics from the first letter to a full stop or colon, with text behind it that is not."""
    p = document.paragraphs[index]
    if not p.italic or p.italic[0].start > p.start:
        return None
    end = p.italic[0].end
    lead = document.text[p.start : end].rstrip()
    rest = document.text[end : p.end].lstrip()
    if not (lead.endswith((".", ":")) or rest.startswith(":")) or not lead[:1].isupper() or is_list_intro(lead):
        return None
    if not 0 < count(lead) <= MAX_LEAD or any(c.isdigit() for c in lead) or count(rest) < MIN_REST:
        return None
    title = Title(trim(document.text, p.start, end), p.end - len(rest.lstrip(": ")), "run_in")
    return Candidate(index, index, None, title, p.start, None, False, False, 0.6)


def bulleted(document: Document, indexes: Sequence[int], known: Known | None) -> dict[int, Candidate]:
    """``- Tinh gọn đầu mối: …``: lists whose items, all or most of them, open with a bold title or with one the template knows."""
    out: dict[int, Candidate] = {}
    for block in _blocks(indexes):
        found: dict[str, list[tuple[int, Candidate | None, bool]]] = {}
        for i in block:
            bullet = _BULLET.match(document.text, document.paragraphs[i].start, document.paragraphs[i].end)
            if bullet:
                found.setdefault(bullet[1], []).append((i, *_titled_bullet(document, i, known)))
        for items in found.values():
            sure = sum(known_ for _, _, known_ in items)
            # where most have a title, a short lead of the others is one too; bold type vouches for a bullet that stands alone
            alone = len(items) == 1 and any(c is not None and c.bold for _, c, _ in items)
            if sure >= (1 if alone else 2) and sure >= MIN_LED * len(items):
                out.update({i: c for i, c, _ in items if c is not None})
    return out


def bullet_lines(document: Document, indexes: Sequence[int]) -> dict[int, Candidate]:
    """``+ Bộ máy và con người:`` on a line of its own, where every line of that bullet in a section is one, text below most."""
    out: dict[int, Candidate] = {}
    for block in _blocks(indexes):
        marks = {i: mark for i in block if (mark := _mark(document, i)) is not None}
        within = frozenset(block)
        for mark in dict.fromkeys(marks.values()):
            items = [i for i in block if marks.get(i) == mark]
            found = {i: c for i in items if (c := _line(document, i)) is not None}
            if len(items) < 2 or len(found) < len(items):
                continue
            told = sum(1 for i in items if i + 1 in within and marks.get(i + 1) != mark and _colon(document, i))
            if told >= MIN_LED * len(items):
                out.update(found)
    return out


def _colon(document: Document, index: int) -> bool:
    """Whether a bullet's line ends with a colon."""
    return document.text[document.paragraphs[index].start : document.paragraphs[index].end].rstrip().endswith(":")


def _line(document: Document, index: int) -> Candidate | None:
    """A bullet's short line that announces no list; one that was left empty may lack its colon."""
    paragraph = document.paragraphs[index]
    m = _BULLET_LINE.match(document.text, paragraph.start, paragraph.end)
    if m is None or not m["lead"][0].isupper() or not 0 < count(m["lead"]) <= MAX_LEAD or is_list_intro(m["lead"]):
        return None
    title = Title(trim(document.text, m.start("lead"), m.end("lead")), paragraph.end, "standalone")
    return Candidate(index, index, None, title, title.span.start, None, False, False, 0.6, listed=True)


def bulleted_texts(
    document: Document, indexes: Sequence[int], headings: Mapping[int, Candidate], known: Known | None
) -> dict[int, Candidate]:
    """``- Học hành: …``: lists right under a heading of strange words whose items all open with a lead and have the length of sections."""
    out: dict[int, Candidate] = {}
    for block in _blocks(indexes):
        above, first = headings.get(block[0] - 1), _led_bullet(document, block[0])
        if above is None or first is None or above.shape != "standalone":
            continue
        if known is not None and known(document.text[above.title.span.start : above.title.span.end]):
            continue
        items = [i for i in block if _mark(document, i) == _mark(document, block[0])]
        found = {i: c for i in items if (c := _led_bullet(document, i)) is not None}
        size = sum(count(document.text[document.paragraphs[i].start : document.paragraphs[i].end]) for i in block)
        told = sum(1 for c in found.values() if c.title.body < document.paragraphs[c.first].end)
        if len(items) > 1 and len(found) == len(items) and size >= MIN_TEXT * max(told, 1) and told >= len(items) / 2:
            out.update(found)
    return out


def _mark(document: Document, index: int) -> str | None:
    """The bullet that a paragraph opens with."""
    m = _BULLET.match(document.text, document.paragraphs[index].start, document.paragraphs[index].end)
    return m[1] if m else None


def _led_bullet(document: Document, index: int) -> Candidate | None:
    """A bullet that opens with a short lead without figures."""
    paragraph = document.paragraphs[index]
    m = _BULLETED.match(document.text, paragraph.start, paragraph.end)
    m = m or _BULLET_LINE.match(document.text, paragraph.start, paragraph.end)
    if m is None or not m["lead"][0].isupper() or count(m["lead"]) > MAX_SHORT or is_list_intro(m["lead"]):
        return None
    if any(c.isdigit() for c in m["lead"]):
        return None
    title = Title(trim(document.text, m.start("lead"), m.end("lead")), m.end(), "run_in")
    return Candidate(index, index, None, title, title.span.start, None, False, False, 0.6, listed=True)


def _titled_bullet(document: Document, index: int, known: Known | None) -> tuple[Candidate | None, bool]:
    """The title that a bullet opens with, and whether bold type or the template vouches for it and text follows.

    Where the other bullets vouch for their list, one with next to nothing behind its title is an empty or thin section.
    """
    paragraph = document.paragraphs[index]
    m = _BULLETED.match(document.text, paragraph.start, paragraph.end)
    m = m or _left_empty(document, index, known)
    if m is None or not m["lead"][0].isupper() or count(m["lead"]) > MAX_RUN_IN or is_list_intro(m["lead"]):
        return None, False
    told = count(document.text[m.end() : paragraph.end]) >= MIN_REST
    letters = [k for k in range(m.start("lead"), m.end("lead")) if document.text[k].isalnum()]
    bold = sum(any(b.start <= k < b.end for b in paragraph.bold) for k in letters) >= 0.9 * len(letters)
    title = Title(trim(document.text, m.start("lead"), m.end("lead")), m.end(), "run_in")
    vouched = known is not None and bool(known(m["lead"]))
    if count(m["lead"]) > MAX_LEAD and not (bold or vouched):
        return None, False
    sure = (told and (bold or vouched)) or (bold and vouched)
    return Candidate(index, index, None, title, title.span.start, None, False, bold, 0.6), sure


def _left_empty(document: Document, index: int, known: Known | None) -> re.Match[str] | None:
    """A bullet's line that ends with a colon, or has a title that the template knows, and nothing behind it."""
    paragraph = document.paragraphs[index]
    m = _BULLET_LINE.match(document.text, paragraph.start, paragraph.end)
    if m is None or not (_colon(document, index) or (known is not None and known(m["lead"].rstrip(" .;")))):
        return None
    return m


def _blocks(indexes: Sequence[int]) -> list[list[int]]:
    """Runs of neighbouring paragraphs: what stands between two numbered headings."""
    out: list[list[int]] = []
    for i in indexes:
        if out and out[-1][-1] == i - 1:
            out[-1].append(i)
        else:
            out.append([i])
    return out
