"""Answers that look right by their headings and wrong by their text: exchanged, pasted under two headings, or padding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..align import Evidence
from ..model import Message, Section, Span, Verdict, msg
from ..text import fold
from .absence import place
from .content import own_spans
from .padded import padding

OTHERS, OWN = 0.55, 0.20
"""Topic of another item from which a text is clearly that item's, and of its own item under which it is not its own."""
MIN_TEXT = 30
"""Syllables under a heading from which its text tells a topic."""
WIDTH = 8
"""Syllables running that two texts share by copying."""
COPIED, MIN_COPIED = 0.6, 25
"""Share of a section's text, and syllables of it, that stand under another heading as well: pasted twice."""
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
    out = []
    for verdict in verdicts:
        r = evidence.number_of[verdict.requirement]
        out.append(_doubted(evidence, verdict, evidence.sections[leaves[r]], doubts[r]) if r in doubts else verdict)
    return tuple(out)


def _doubted(evidence: Evidence, verdict: Verdict, section: Section, why: Message) -> Verdict:
    shown = place(evidence, Span(section.body.start, max(section.body.end, section.body.start + 1)))
    kept = tuple(p for p in verdict.evidence if p.span.start != shown.span.start)
    return replace(
        verdict, confidence=min(verdict.confidence, DOUBT), review=True, why=why, evidence=(*kept[:1], shown)
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
    runs = {r: _runs(said) for r, said in words.items()}
    first: dict[tuple[str, ...], int] = {}
    held: dict[tuple[str, ...], set[int]] = {}  # only what several hold: hardly any
    for r, own in runs.items():
        for run in own:
            if (at := first.setdefault(run, r)) != r:
                held.setdefault(run, {at}).add(r)
    out: dict[int, int] = {}
    for r, said in words.items() if held else ():
        shared: dict[int, set[int]] = {}
        for at, run in enumerate(runs[r]):
            for other in held.get(run, ()):
                shared.setdefault(other, set()).update(range(at, at + WIDTH))
        shared.pop(r, None)
        best = max(shared, key=lambda other: (len(shared[other]), -other), default=None)
        if best is not None and len(shared[best]) >= max(MIN_COPIED, COPIED * len(said)):
            out[r] = best
    return out


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[k:] for k in range(WIDTH)), strict=False))


def _words(evidence: Evidence, s: int) -> list[str]:
    text = evidence.outline.document.text
    spans = own_spans(evidence.outline, evidence.sections[s])
    return [w for span in spans for w in fold(text[span.start : span.end]).split() if w[:1].isalnum()]
