"""Two drafts side by side: sections aligned, moved text told from edited text, words compared inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .align import align
from .align.assign import assign
from .classify import read_topics
from .differences import shared_runs
from .expressions import compiled
from .model import Outline, Place, Section, Template
from .outline import count
from .similarity import TitleIndex, common_share
from .text import fold

Change = Literal["same", "edited", "moved", "moved and edited", "added", "removed"]
Op = Literal["equal", "insert", "delete"]
MIN_TITLE, MIN_TEXT = 0.55, 0.45
"""Two sections are versions of one when their titles or their texts are this alike (docs/evaluation.md, compare)."""
SAME_TITLE = 0.85
MIN_FIT = 0.3
"""Two units are held against a template of whose requirements both answer this share."""
ANSWERS_ALIKE = 2.0
"""What it is worth that two sections answer the same requirements: as much as one title and one text."""
Answers = tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]]
"""For each side the requirements that a section answers."""
_TOKEN = compiled(r"\s+|[^\W_]+|[\W_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are equal, inserted (only right) or deleted (only left)."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One section on both sides, or on one; ``similarity`` in [0, 1] of their own texts."""

    change: Change
    left: Section | None
    right: Section | None
    similarity: float
    pieces: tuple[Piece, ...]
    left_place: Place | None = None
    right_place: Place | None = None


@dataclass(frozen=True)
class Comparison:
    """All pairs in the order of the right draft, removed sections where they stood."""

    left: Outline
    right: Outline
    pairs: tuple[Pair, ...]

    @property
    def equal(self) -> bool:
        return all(p.change == "same" for p in self.pairs)

    @property
    def versions(self) -> bool:
        """Whether both are of one unit, as far as they say."""
        names = {key for o in (self.left, self.right) if (key := fold(o.metadata.unit or ""))}
        return len(names) < 2

    def of(self, change: Change) -> tuple[Pair, ...]:
        return tuple(p for p in self.pairs if p.change == change)


def own_text(outline: Outline, section: Section) -> str:
    """A section's own text, one paragraph a line, white space folded."""
    lines = outline.document.text[section.body.start : section.body.end].split("\n")
    return "\n".join(text for line in lines if (text := " ".join(line.split())))


def compare(left: Outline, right: Outline, *, template: Template | None = None) -> Comparison:
    """Align the sections of two outlines and compare their words; the other way round gives the mirror image.

    Of two units that both answer ``template``, sections that answer one requirement are one, before titles and text are asked.
    """
    turned = _turned(left, right)
    first, second = (right, left) if turned else (left, right)
    if Comparison(left, right, ()).versions:
        found_pairs = _aligned(first, second, ({}, {}))
    else:
        answers = _answers(first, second, template) if template is not None else ({}, {})
        found_pairs = _numbered(first, second, _aligned(first, second, answers), answers)
    moves = _moved(dict(found_pairs))
    pairs = {b: a for a, b in found_pairs} if turned else dict(found_pairs)
    moved = {a for a, b in found_pairs if b in moves} if turned else moves
    found: list[Pair] = []
    done: set[int] = set()
    back = {r: lft for lft, r in pairs.items()}
    for section in right.sections:
        match = back.get(section.index)
        if match is None:
            found.append(_single("added", left, right, None, section))
            continue
        for gone in left.sections[:match]:
            if gone.index not in pairs and gone.index not in done:
                done.add(gone.index)
                found.append(_single("removed", left, right, gone, None))
        found.append(_both(left, right, left.sections[match], section, section.index in moved, turned))
    found += [
        _single("removed", left, right, s, None) for s in left.sections if s.index not in pairs and s.index not in done
    ]
    return Comparison(left, right, tuple(found))


def _turned(left: Outline, right: Outline) -> bool:
    """Whether the work is done from the right side: ties are then broken alike whichever side comes first."""
    return (len(left.sections), left.document.text) > (len(right.sections), right.document.text)


def _answers(left: Outline, right: Outline, template: Template) -> Answers:
    """Which requirements the sections of two drafts answer; nothing where one of them is no report of the template."""
    told: list[dict[int, frozenset[str]]] = []
    topics = any(r.topic for r in template.requirements)
    for outline in (left, right):
        found = align(template, outline, read_topics(outline.document) if topics else None)
        answers: dict[int, frozenset[str]] = {}
        for link in found.links:
            answers[link.section] = answers.get(link.section, frozenset()) | {link.requirement}
        if found.fit < MIN_FIT:
            return {}, {}
        told.append(answers)
    return told[0], told[1]


def _bond(answers: Answers, a: int, b: int) -> float | None:
    """What the requirements say of two sections: None where they answer different ones, or only one of them answers any."""
    mine, theirs = answers[0].get(a, frozenset[str]()), answers[1].get(b, frozenset[str]())
    if not mine and not theirs:
        return 0.0
    return ANSWERS_ALIKE * len(mine & theirs) / len(mine | theirs) or None


def _aligned(left: Outline, right: Outline, answers: Answers) -> list[tuple[int, int]]:
    """Best pairs by the requirements they answer, title, text, number and place."""
    if not left.sections or not right.sections:
        return []
    titles = TitleIndex(tuple((s.title or s.marker or "—",) for s in left.sections)).scores(
        [s.title or s.marker or "—" for s in right.sections]
    )
    a = [fold(own_text(left, s)).split()[:400] for s in left.sections]
    b = [fold(own_text(right, s)).split()[:400] for s in right.sections]
    ids: dict[str, int] = {}
    left_ids = [[ids.setdefault(w, len(ids)) for w in t] for t in a]
    right_ids = [[ids.setdefault(w, len(ids)) for w in t] for t in b]
    gain = np.full(titles.shape, -1.0)
    for i, s in enumerate(left.sections):
        for j, t in enumerate(right.sections):
            text = (
                common_share(left_ids[i], right_ids[j])
                if left_ids[i] and right_ids[j]
                else float(not left_ids[i] and not right_ids[j])
            )
            bond = _bond(answers, i, j)
            if (
                titles[i, j] < (SAME_TITLE if bond is None else MIN_TITLE)
                and not bond
                and (bond is None or text < MIN_TEXT)
            ):
                continue
            if bond is None and i in answers[0] and j in answers[1]:
                continue
            same = 0.3 * (s.number == t.number) + 0.1 * (s.number.split(".")[0] == t.number.split(".")[0])
            gain[i, j] = (bond or 0.0) + titles[i, j] + text + same - 0.1 * abs(i / len(a) - j / len(b))
    return assign(gain)


def _paths(outline: Outline) -> dict[int, tuple[int, str]]:
    """Each section's number with its main part counted: ``B.1`` of one unit is ``II.1`` and ``2.1`` of others."""
    roots = {s.number: k for k, s in enumerate(s for s in outline.sections if s.parent is None)}
    return {s.index: (roots.get(s.number.partition(".")[0], -1), s.number.partition(".")[2]) for s in outline.sections}


def _numbered(left: Outline, right: Outline, pairs: list[tuple[int, int]], answers: Answers) -> list[tuple[int, int]]:
    """With them sections of two units that have one number, wherever their words differ: both answer one outline.

    Not those of which the template says that they answer different requirements.
    """
    taken, given = {a for a, _ in pairs}, {b for _, b in pairs}
    first, second = _paths(left), _paths(right)
    free = {second[s.index]: s.index for s in reversed(right.sections) if s.index not in given}
    out = list(pairs)
    for section in left.sections:
        at = free.get(first[section.index]) if section.index not in taken else None
        if at is not None and _bond(answers, section.index, at) is not None:
            out.append((section.index, free.pop(first[section.index])))
    return sorted(out)


def _moved(pairs: dict[int, int]) -> set[int]:
    """Right sections whose order against the others changed: all but a longest run in order."""
    rights = [pairs[k] for k in sorted(pairs)]
    best: list[tuple[int, int]] = []
    for k, r in enumerate(rights):
        before = [(best[j][0], j) for j in range(k) if rights[j] < r]
        best.append((max(before)[0] + 1, max(before)[1]) if before else (1, -1))
    keep: set[int] = set()
    at = max(range(len(best)), key=lambda k: best[k][0]) if best else -1
    while at >= 0:
        keep.add(rights[at])
        at = best[at][1]
    return set(rights) - keep


def _place(outline: Outline, section: Section) -> Place:
    return Place(
        section.heading, outline.document.locate(section.heading.start), outline.document.quote(section.heading)
    )


def _single(change: Change, left: Outline, right: Outline, a: Section | None, b: Section | None) -> Pair:
    outline, section = (left, a) if a is not None else (right, b)
    if section is None:
        raise ValueError("a pair needs a section")
    op: Op = "delete" if change == "removed" else "insert"
    text = own_text(outline, section)
    place = _place(outline, section)
    return Pair(change, a, b, 0.0, (Piece(op, text),) if text else (), place if a else None, place if b else None)


def _both(left: Outline, right: Outline, a: Section, b: Section, moved: bool, turned: bool) -> Pair:
    before, after = f"{a.title}\n{own_text(left, a)}", f"{b.title}\n{own_text(right, b)}"
    pieces = _mirror(word_diff(after, before)) if turned else word_diff(before, after)
    equal = sum(count(p.text) for p in pieces if p.op == "equal")
    total = max(count(a.title) + count(own_text(left, a)), count(b.title) + count(own_text(right, b)), 1)
    versions = Comparison(left, right, ()).versions
    elsewhere = moved or (
        versions and a.number.rpartition(".")[0] != b.number.rpartition(".")[0] and a.kind != "none" != b.kind
    )
    edited = any(p.op != "equal" and p.text.strip() for p in pieces)
    change: Change = (
        "moved and edited" if elsewhere and edited else "moved" if elsewhere else "edited" if edited else "same"
    )
    return Pair(change, a, b, round(equal / total, 3), pieces, _place(left, a), _place(right, b))


def word_diff(left: str, right: str) -> tuple[Piece, ...]:
    """Word-level difference of two texts; the right text is the equal and inserted pieces joined."""
    a, b = _TOKEN.findall(left), _TOKEN.findall(right)
    out: list[Piece] = []
    at, to = 0, 0
    for i, j, size in (*shared_runs(a, b), (len(a), len(b), 0)):
        runs: tuple[tuple[Op, list[str]], ...] = (("delete", a[at:i]), ("insert", b[to:j]), ("equal", a[i : i + size]))
        out += [Piece(op, "".join(run)) for op, run in runs if run]
        at, to = i + size, j + size
    return tuple(_joined(out))


def _mirror(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same difference read from the other side, what goes before what comes."""
    swapped: dict[Op, Op] = {"equal": "equal", "insert": "delete", "delete": "insert"}
    out: list[Piece] = []
    for piece in pieces:
        turned = Piece(swapped[piece.op], piece.text)
        at = len(out) - 1 if turned.op == "delete" and out and out[-1].op == "insert" else len(out)
        out.insert(at, turned)
    return tuple(out)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].op == piece.op:
            out[-1] = Piece(piece.op, out[-1].text + piece.text)
        else:
            out.append(piece)
    return out
