"""Answers that look right by their headings and wrong by their text: exchanged, pasted under two headings, or padding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..align import Evidence
from ..model import Message, Span, Verdict, msg
from ..text import fold
from .absence import place
from .content import own_spans
from .padded import padding
from .unsaid import unsaid

OTHERS, OWN = 0.55, 0.20
"""Topic of another item from which a text is clearly that item's, and of its own item under which it is not its own."""
MIN_TEXT = 30
"""Syllables under a heading from which its text tells a topic."""
WIDTH = 8
"""Syllables running that two texts share by copying."""
COPIED, MIN_COPIED = 0.6, 25
"""Share of a section's text, and syllables of it, that stand under another heading as well: pasted twice."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""A multiplier that spreads runs of numbers over all keys."""
DOUBT = 0.7
"""Confidence of a verdict that another item's text puts in doubt: a person looks."""


def with_doubts(evidence: Evidence, verdicts: Sequence[Verdict], chosen: Mapping[int, int]) -> tuple[Verdict, ...]:
    """The verdicts, those in doubt marked for a look with the reason and the passage; ``chosen`` gives each requirement's section."""
    full = {v.requirement for v in verdicts if v.status == "covered"}
    held = set(chosen.values())
    leaves = {
        r: s for r, s in chosen.items()
        if not evidence.children_of[r] and evidence.requirements[r].number in full
        and not any(below in held for below in evidence.subtree[s])
    }  # fmt: skip
    words = {r: _words(evidence, s) for r, s in leaves.items()}
    swapped = _swapped(evidence, leaves, words)
    copied = _copied({r: said for r, said in words.items() if r not in swapped})
    numbers = evidence.requirements
    doubts = {
        r: msg("Tiêu đề đúng nhưng nội dung nói về mục {other}, và ngược lại; có thể hai mục đặt nhầm nội dung của nhau.", other=numbers[k].number)
        for r, k in swapped.items()
    } | {
        r: msg("Tiêu đề đúng nhưng phần lớn nội dung trùng nguyên văn với mục {other}; có thể dán hai lần.", other=numbers[k].number)
        for r, k in copied.items()
    }  # fmt: skip
    doubts |= {r: why for r, said in words.items() if r not in doubts and (why := padding(said))}
    doubts = unsaid(evidence, verdicts) | doubts
    out = []
    for verdict in verdicts:
        why = doubts.get(evidence.number_of[verdict.requirement])
        out.append(_doubted(evidence, verdict, why) if why is not None else verdict)
    return tuple(out)


def _doubted(evidence: Evidence, verdict: Verdict, why: Message) -> Verdict:
    section = evidence.sections[verdict.sections[0]]
    shown = place(evidence, Span(section.body.start, max(section.body.end, section.body.start + 1)))
    kept = tuple(p for p in verdict.evidence if p.span.start != shown.span.start)
    return replace(
        verdict,
        confidence=min(verdict.confidence, DOUBT),
        review=True,
        why=why,
        evidence=(*kept[:1], shown),
        doubted=True,
    )


def _swapped(evidence: Evidence, leaves: Mapping[int, int], words: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """Requirements whose text is clearly another's whose text is clearly theirs."""
    topic = evidence.topic
    if topic is None:
        return {}
    out: dict[int, int] = {}
    known = [r for r in leaves if evidence.knows_topic(r) and len(words[r]) >= MIN_TEXT]
    for r in known:
        for other in known:
            pair = ((r, leaves[other]), (other, leaves[r]))
            if other <= r or evidence.requirements[r].topic == evidence.requirements[other].topic:
                continue
            strange = all(float(topic[k, s]) >= OTHERS for k, s in pair)
            if strange and float(topic[r, leaves[r]]) < OWN and float(topic[other, leaves[other]]) < OWN:
                out |= {r: other, other: r}
    return out


def _copied(words: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """Requirements most of whose text (``words``) stands under another requirement's heading as well."""
    again = _again(words)
    runs = {r: {at: tuple(said[at : at + WIDTH]) for at in again[r]} for r, said in words.items()}
    held: dict[tuple[str, ...], set[int]] = {}
    for r, own in runs.items():
        for run in own.values():
            held.setdefault(run, set()).add(r)
    out: dict[int, int] = {}
    for r, said in words.items():
        shared: dict[int, set[int]] = {}
        for at, run in runs[r].items():
            for other in held[run] - {r}:
                shared.setdefault(other, set()).update(range(at, at + WIDTH))
        best = max(shared, key=lambda other: (len(shared[other]), -other), default=None)
        if best is not None and len(shared[best]) >= max(MIN_COPIED, COPIED * len(said)):
            out[r] = best
    return out


def _again(words: Mapping[int, Sequence[str]]) -> dict[int, list[int]]:
    """Where runs of each text begin that seem to stand in another as well: told by numbers, since hardly any does."""
    row = [w for said in words.values() for w in said]
    numbers = np.fromiter(map({w: k for k, w in enumerate(dict.fromkeys(row))}.__getitem__, row), np.uint64, len(row))
    keys = np.zeros(max(len(row) - WIDTH + 1, 0), dtype=np.uint64)
    for k in range(WIDTH):
        keys = keys * _SPREAD + numbers[k : k + len(keys)]
    sizes = np.array([len(said) for said in words.values()], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    owners = np.repeat(np.arange(len(sizes)), sizes)
    whole = np.flatnonzero(np.arange(len(keys)) + WIDTH <= (starts + sizes)[owners[: len(keys)]])
    whole = whole[np.lexsort((owners[whole], keys[whole]))]
    fresh = np.diff(keys[whole], prepend=keys[whole][:1] + np.uint64(1)) != 0
    first = np.flatnonzero(fresh)
    last = np.append(first, len(whole))[1:] - 1
    several = (owners[whole[first]] != owners[whole[last]])[np.cumsum(fresh) - 1]
    out: dict[int, list[int]] = {r: [] for r in words}
    names = list(words)
    for at in np.sort(whole[several]).tolist():
        out[names[owners[at]]].append(at - int(starts[owners[at]]))
    return out


def _words(evidence: Evidence, s: int) -> list[str]:
    text = evidence.outline.document.text
    spans = own_spans(evidence.outline, evidence.sections[s])
    return [w for span in spans for w in fold(text[span.start : span.end]).split() if w[:1].isalnum()]
