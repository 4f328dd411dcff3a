"""Find the outline of a document: candidates, nesting, spans."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from ..model import Document, Outline, Section, Span
from .boxed import labels
from .candidates import MAX_PLAIN, Candidate, Known, covered, unmarked, worn_levels
from .cover import cover_end, made_at, without_contents
from .enclosed import enclosed_at, second_at
from .frame import annex_start, body_indexes, closing_start, toc_indexes
from .held import held
from .items import without_items
from .leads import bullet_lines, bulleted, bulleted_texts, lead_ins, slanted
from .lowered import lowered
from .markers import as_letter
from .nest import Nester
from .nodes import Node
from .numbered import all_marked
from .opening import MIN_NUMBERED, MIN_OWN_CAPS, opening
from .titleblock import read_front
from .titles import Title, count, is_caps

MAX_SECTIONS = 2000
"""Headings beyond this are text: no report has a tenth of them, and every requirement is held against each (D803 tells)."""

MAX_REST = 12
"""Longest rest, in syllables, of a heading that its line broke off at a comma."""

_CAPITALS = ("part", "item", "upper", "roman")


def outline(document: Document, *, known: Known | None = None) -> Outline:
    """The tree of sections of a document, without table of contents, title block and closing block.

    ``known`` gives the numbers of the template's requirements that have these words for a title: then ``Bài học kinh
    nghiệm: …`` opens a section even where neither number nor bold type marks it, and headings without number or style
    stand below the one that the template has above them.
    """
    indexes = body_indexes(document)
    enclosed = enclosed_at(document, indexes)
    since = document.paragraphs[indexes[enclosed]].start if enclosed else 0
    indexes = indexes[enclosed:]
    toc = toc_indexes(document, indexes)
    document = without_contents(document, indexes, toc)
    indexes = [i for i in indexes if i not in toc]
    cover = cover_end(document, indexes)
    since = document.paragraphs[indexes[cover]].start if cover else since
    made = made_at(document, indexes[cover:])
    indexes = [i for i in indexes[cover:] if i not in made]
    numbered = all_marked(document, indexes)
    numbered |= lowered(document, indexes, numbered, known)
    stop = min(annex_start(document, indexes, numbered), second_at(document, indexes))
    after = indexes[stop] if stop < len(indexes) else None
    indexes = indexes[:stop]
    kept = set(indexes)
    numbered = {i: c for i, c in numbered.items() if i in kept}
    boxed = labels(document, indexes, numbered, known, many=len(numbered) >= MIN_NUMBERED)
    start = opening(document, indexes, numbered, boxed)
    last = max(numbered.keys() & set(indexes[start:]), default=None)
    end = closing_start(document, indexes, _last_sure(numbered, last))
    end = min((i for i in (end, after) if i is not None), default=None)
    inside = [i for i in indexes[start:] if end is None or i < end]
    candidates = without_items(document, _candidates(document, inside, numbered, known, boxed))
    candidates = _with_letters(_without_noisy_levels(candidates))[:MAX_SECTIONS]
    nodes = Nester(candidates, held=held(document, candidates, known)).run()
    return _assemble(document, nodes, indexes, start, end, since=since)


def _last_sure(numbered: dict[int, Candidate], last: int | None) -> int | None:
    """The last numbered standalone heading: signatures and addressees may carry list numbers of their own."""
    sure = [
        i
        for i, c in numbered.items()
        if c.shape == "standalone" or (c.marker and c.marker.kind in ("roman", "decimal", "upper"))
    ]
    return max(sure, default=last)


def _candidates(
    document: Document, inside: list[int], numbered: dict[int, Candidate], known: Known | None, boxed: Container[int]
) -> list[Candidate]:
    many, worn = len(numbered) >= MIN_NUMBERED, worn_levels(document, inside)
    plain = {
        i: c
        for i in inside
        if i not in numbered
        and i not in boxed
        and (c := unmarked(document, i, numbered=many, known=known, worn=worn)) is not None
    }
    own_caps = _stand_under_parts(inside, numbered, plain)
    rest = [i for i in inside if i not in numbered and i not in plain and i not in boxed]
    led = (
        slanted(document, rest)
        | lead_ins(document, rest, known)
        | bulleted(document, rest, known)
        | bullet_lines(document, rest)
    )
    led = bulleted_texts(document, rest, numbered | plain, known) | led
    out: list[Candidate] = []
    skip: set[int] = set()
    for at, index in enumerate(inside):
        if index in skip:
            continue
        candidate = numbered.get(index)
        if candidate is not None and _stray(candidate, out, inside[at + 1 :], numbered):
            candidate = None
        elif candidate is None:
            candidate = plain.get(index) or led.get(index)
        if candidate is None:
            continue
        joined = _join_split(document, candidate, inside[at + 1 : at + 3], numbered, known, own_caps=own_caps)
        if _left_over(joined, inside[at + 1 :], numbered):
            continue
        skip.update(range(candidate.last + 1, joined.last + 1))
        out.append(joined)
    return out


def _stand_under_parts(inside: list[int], numbered: dict[int, Candidate], plain: dict[int, Candidate]) -> bool:
    """Whether capitals without a number are this draft's second level: then those right below a numbered heading are no rest of it."""
    before = dict(zip(inside[1:], inside, strict=False))
    alone = [
        i
        for i, c in plain.items()
        if c.caps and c.bold and before.get(i) not in numbered and before.get(i) not in plain
    ]
    return len(alone) >= MIN_OWN_CAPS


def _without_noisy_levels(candidates: list[Candidate]) -> list[Candidate]:
    """Where headings in capitals stand at several depths of ``#``, the depths are noise (facts, section 1)."""
    levels = {c.level for c in candidates if c.marker is None and c.caps and c.level is not None}
    if len(levels) < 2:
        return candidates
    return [replace(c, level=None, bold=False) if c.marker is None else c for c in candidates]


def _with_letters(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, an ``I.`` behind ``H.`` that no ``II.`` follows read as a letter."""
    out = list(candidates)
    for at, c in enumerate(candidates):
        if c.marker is None or c.marker.style != "roman" or c.marker.printed[:1] != "I" or c.marker.value != 1:
            continue
        before = next((b.marker for b in reversed(out[:at]) if b.marker and b.marker.style in _CAPITALS), None)
        after = next((a.marker for a in candidates[at + 1 :] if a.marker and a.marker.style in _CAPITALS), None)
        goes_on = after is not None and after.style == "roman" and after.value == 2
        if before is not None and before.style == "upper" and before.step == "H" and not goes_on:
            out[at] = replace(c, marker=as_letter(c.marker))
    return out


def _stray(candidate: Candidate, before: list[Candidate], after: list[int], numbered: dict[int, Candidate]) -> bool:
    """A number that neither starts nor continues any list, in running text: part of a wrapped sentence."""
    marker = candidate.marker
    if marker is None or marker.value == 1 or candidate.level or candidate.bold or candidate.caps:
        return False
    if marker.kind == "decimal" or candidate.shape == "standalone":
        return False
    near = [c.marker for c in before if c.marker and c.marker.style == marker.style]
    if any(0 <= marker.value - m.value <= 3 for m in near[-6:]):
        return False
    follows = [numbered[i].marker for i in after if i in numbered]
    return not any(m and m.style == marker.style and 0 < m.value - marker.value <= 2 for m in follows[:8])


def _left_over(candidate: Candidate, after: list[int], numbered: dict[int, Candidate]) -> bool:
    """A number without words that no other goes on from: an empty line that its list has left behind."""
    marker = candidate.marker
    if marker is None or marker.kind == "part" or len(candidate.title.span):
        return False
    follows = (numbered[i].marker for i in after if i in numbered)
    like = next((m for m in follows if m is not None and m.style == marker.style), None)
    return like is None or like.value != marker.value + 1


def _join_split(
    document: Document, candidate: Candidate, following: Sequence[int], numbered: dict[int, Candidate], known: Known | None,
    *, own_caps: bool,
) -> Candidate:  # fmt: skip
    """A heading that goes on in the next paragraph: a bare ``Phần thứ nhất``, capitals after capitals, bold small letters after bold."""
    title = candidate.title
    for index in following[:2]:
        if index in numbered or index != candidate.last + 1:
            break
        paragraph = document.paragraphs[index]
        text = document.text[paragraph.start : paragraph.end].strip()
        bare = len(title.span) == 0
        if not bare and paragraph.story != document.paragraphs[candidate.last].story:
            break  # a box beside a heading is no part of its title
        broken = _breaks_off(document, candidate)
        whole = title.shape == "standalone" or broken
        same = candidate.caps and is_caps(text) and whole and candidate.marker is not None
        if same and not (bare or broken) and (own_caps or (known is not None and known(text))):
            break
        prose = (
            text.endswith((".", ";"))
            and not text.endswith("..")
            and (same or (candidate.marker is not None and candidate.marker.kind != "part"))
        )
        torn = candidate.marker is not None and candidate.bold and title.shape == "standalone" and text[:1].islower()
        goes_on = torn and not bare and covered(paragraph, paragraph.bold, text=document.text)
        goes_on = goes_on or (broken and text[:1].islower() and text[-1:] not in ".;:," and count(text) <= MAX_REST)
        if count(text) > 30 or not text or not (bare or same or goes_on) or prose:
            break
        start = paragraph.start if bare else title.span.start
        end = paragraph.end
        title = Title(Span(start, end), end, "standalone")
        candidate = replace(candidate, last=index, title=title, caps=candidate.caps or is_caps(text))
    return candidate


def _breaks_off(document: Document, candidate: Candidate) -> bool:
    """Whether a short line with a number ends with a comma, so that its rest stands in the next."""
    if candidate.marker is None or candidate.first != candidate.last:
        return False
    line = document.text[candidate.start : document.paragraphs[candidate.last].end].rstrip()
    return line.endswith(",") and count(line) <= MAX_PLAIN


def _assemble(
    document: Document, nodes: list[Node], indexes: list[int], start: int, end: int | None, *, since: int
) -> Outline:
    notes_from = min(
        (p.start for p in document.paragraphs if p.story in ("footnote", "endnote", "header", "footer")),
        default=len(document.text),
    )
    limit = document.paragraphs[end].start if end is not None else notes_from
    position = {id(node): k for k, node in enumerate(nodes)}
    starts = [n.candidate.start for n in nodes] + [limit]
    stops = _stops(nodes, limit)
    sections = [_section(document, n, k, position, starts[k + 1], stops[k]) for k, n in enumerate(nodes)]
    first = starts[0] if nodes else limit
    if not nodes and indexes and start < len(indexes):
        first = document.paragraphs[indexes[start]].start
    front = Span(0, first)
    title, metadata = read_front(document, front, since=since)
    return Outline(document, tuple(sections), title, metadata, front, Span(limit, notes_from))


def _stops(nodes: list[Node], limit: int) -> list[int]:
    """Where each section ends with all that stands below it: at the next one that is no deeper."""
    stops = [limit] * len(nodes)
    below: list[Node] = []
    for k in range(len(nodes) - 1, -1, -1):
        while below and below[-1].depth > nodes[k].depth:
            below.pop()
        stops[k] = below[-1].candidate.start if below else limit
        below.append(nodes[k])
    return stops


def _section(document: Document, node: Node, index: int, position: dict[int, int], body_end: int, stop: int) -> Section:
    candidate, title = node.candidate, node.candidate.title
    marker = candidate.marker
    body = Span(min(title.body, body_end), body_end)
    notes = tuple(
        k for k, n in enumerate(document.footnotes)
        if n.reference is not None and candidate.start <= n.reference < body_end
    )  # fmt: skip
    return Section(
        index=index,
        number=node.path,
        marker=marker.printed if marker else "",
        kind=marker.kind if marker else "none",
        title=" ".join(document.text[title.span.start : title.span.end].split()),
        level=node.depth,
        heading=Span(candidate.start, max(title.span.end, candidate.start)),
        body=body,
        whole=Span(candidate.start, max(stop, body_end)),
        parent=position[id(node.parent)] if node.parent else None,
        children=tuple(position[id(child)] for child in node.children),
        footnotes=notes,
        run_in=title.shape != "standalone",
        confidence=round(candidate.confidence * min(1.0, 0.5 + document.quality / 2), 3),
    )
