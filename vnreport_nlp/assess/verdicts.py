"""The status of every requirement, with its evidence (design section 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ..align import Evidence, align_by
from ..align.doubt import may_answer
from ..align.parts import Parts, find_parts
from ..expressions import compiled
from ..model import FULL, MISSING, Alignment, Link, Message, Requirement, Rung, Section, Span, Status, Verdict, msg
from ..outline import count
from .absence import nearest, place, taken_by, told
from .annexed import annex_for
from .claimed import with_claims
from .content import Said, hollow, own_spans, said
from .displaced import with_displaced
from .mixed import with_doubts
from .together import told_with_others

EMPTY_SYLLABLES = 6
"""A section with fewer syllables than this says nothing, unless it tells how many of something there are."""
_COUNTED = compiled(r"(?<![\w.,/])\d[\d.,]*(?:/\d+)?\s?(?:%|[^\W\d_]{2,})")
REVIEW_BELOW = 0.75
"""Confidence under which a person should look; chosen on the reliability table (docs/evaluation.md)."""
SHARE_RIGHT: dict[str, float] = {
    "number": 0.99, "title": 0.98, "alias": 0.98, "parent": 0.95, "topic": 0.9, "content": 0.85, "none": 0.93,
}  # fmt: skip
"""Share of held-out verdicts that are exactly right, by the evidence they stand on; below what was measured
(docs/evaluation.md), because other authors' drafts are harder than the corpus."""
UNSURE = 0.6
"""Confidence in a kind of evidence that was never measured."""
BARE_ABSENCE = 0.60
"""The same for what is missing where no topic is known: only titles were searched (scripts/evaluate_bare.py)."""
HALF_ABSENCE = 0.70
"""The same for what is missing while a passage may be it: under what needs no look."""
UNUSUAL_COSTS = 0.1
"""A section in another part or shared by two requirements is right less often by about this much."""
SMALL_MARGIN = 0.08
"""A runner-up nearer than this asks for a look."""
LEAST_WITHOUT = 200
"""Syllables from which a report without headings is one whose headings are lost, rather than one that says nothing."""
ANNEXED = 0.9
"""Confidence that an annex answers an item that asks for annexes: what is in it is not looked at."""


def judged(evidence: Evidence) -> tuple[Alignment, tuple[Verdict, ...]]:
    """A draft's alignment and the verdict on each requirement; the main parts are looked for once for both."""
    parts = find_parts(evidence)
    alignment = align_by(evidence, parts=parts)
    return alignment, Judge(evidence, alignment, parts).verdicts()


@dataclass(frozen=True, eq=False)
class Judge:
    """All verdicts of one alignment."""

    evidence: Evidence
    alignment: Alignment
    parts: Parts
    """The main parts, for content without a heading."""

    @cached_property
    def links(self) -> dict[str, tuple[Link, ...]]:
        out: dict[str, list[Link]] = {}
        for link in self.alignment.links:
            out.setdefault(link.requirement, []).append(link)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def shared(self) -> dict[int, list[str]]:
        """For each section, the requirements whose heading it is (announced, not merely found inside)."""
        out: dict[int, list[str]] = {}
        for link in self.alignment.links:
            if link.rung != "content":
                out.setdefault(link.section, []).append(link.requirement)
        return out

    @cached_property
    def chosen(self) -> dict[int, int]:
        """The section of each requirement that has one to itself or among others."""
        return {self.evidence.number_of[k.requirement]: k.section for k in self.alignment.links if k.whole}

    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict a requirement, in the template's order; children are judged before their parents."""
        done: dict[str, Verdict] = {}
        for requirement in reversed(self.alignment.template.requirements):
            children = [done[c.number] for c in self.alignment.template.children(requirement.number)]
            done[requirement.number] = self._verdict(requirement, children)
        ordered = tuple(done[r.number] for r in self.alignment.template.requirements)
        ordered = with_claims(self.evidence, self.parts, ordered)
        doubted = with_doubts(self.evidence, ordered, self.chosen)
        return with_displaced(self.evidence, self.parts, self.chosen, doubted)

    def _verdict(self, requirement: Requirement, children: list[Verdict]) -> Verdict:
        links = self.links.get(requirement.number, ())
        if links:
            return self._linked(requirement, links, children)
        if any(c.status not in MISSING and c.status != "excused" for c in children):
            return self._headless(requirement, children)
        return self._absent(requirement, children)

    def _section(self, link: Link) -> Section:
        return self.alignment.outline.sections[link.section]

    def _text(self, links: tuple[Link, ...]) -> list[Span]:
        return [s for link in links for s in own_spans(self.alignment.outline, self._section(link))]

    def _linked(self, requirement: Requirement, links: tuple[Link, ...], children: list[Verdict]) -> Verdict:
        first = links[0]
        if first.rung == "content":
            return self._unheaded(requirement, first)
        told = said(self.alignment.outline, self._text(links), guidance=requirement.guidance)
        requirement = replace(requirement, min_syllables=self._least(requirement, children))
        status = self._status(requirement, links, children, told)
        return self._make(requirement, status, first, told, links)

    def _status(self, requirement: Requirement, links: tuple[Link, ...], children: list[Verdict], told: Said) -> Status:
        first, size = links[0], told.syllables
        if size < EMPTY_SYLLABLES and not any(c.status in FULL or c.status == "thin" for c in children):
            speaks = size and (told.spoken or any(map(self._counts, self._text(links))))
            return "thin" if speaks and not children and first.whole else "empty"
        if not first.whole or self._announces_others(requirement, first):
            return "merged"
        if first.misplaced and not any(not link.misplaced for link in links):
            return "misplaced"
        return "thin" if size < requirement.min_syllables else "covered"

    def _least(self, requirement: Requirement, children: list[Verdict]) -> int:
        """Syllables that a requirement must have; one none of whose items is told says as much itself as one of them would."""
        if requirement.min_syllables or not children or any(c.status not in MISSING for c in children):
            return requirement.min_syllables
        return min(self.alignment.template.by_number[c.requirement].min_syllables for c in children)

    def _counts(self, span: Span) -> bool:
        """Whether a text tells how many of something there are: that is little, but not nothing (``Có 2 HTX.``)."""
        return _COUNTED.search(self.alignment.outline.document.text, span.start, span.end) is not None

    def _announces_others(self, requirement: Requirement, link: Link) -> bool:
        """Whether the heading also stands for a requirement that is neither above nor below this one."""
        number = requirement.number
        return any(
            other != number and not other.startswith(number + ".") and not number.startswith(other + ".")
            for other in self.shared.get(link.section, ())
        )

    def _make(
        self, requirement: Requirement, status: Status, link: Link, told: Said, links: tuple[Link, ...]
    ) -> Verdict:
        confidence = self._confidence(link, status)
        near = link.margin < SMALL_MARGIN and link.rung not in ("number",)
        near = near or (status == "empty" and self._pictured(links))
        section = self._section(link)
        span = Span(section.heading.start, max(section.heading.end, section.heading.start + 1))
        shown = [place(self.evidence, span, score=link.score)]
        if section.body.end > section.body.start and status != "empty":
            passage = None if link.whole or link.rung != "topic" else self._passage(requirement, section)
            body = link.passage or passage or self._first_words(section)
            if body is not None:
                shown.append(place(self.evidence, body))
        return Verdict(
            requirement.number, status, confidence, near or confidence < REVIEW_BELOW, link.rung, self._why(status, links, told, requirement),
            tuple(link.section for link in links), tuple(shown), (), told.syllables,
        )  # fmt: skip

    def _passage(self, requirement: Requirement, section: Section) -> Span | None:
        """The paragraph under a shared heading that tells most of one of its requirements."""
        reading = self.evidence.reading
        at = reading.topic_index(requirement.topic) if reading is not None else None
        part = reading.inside(section.body) if reading is not None else slice(0, 0)
        if reading is None or at is None or part.stop <= part.start:
            return None
        k = part.start + int(reading.probabilities[part, at].argmax())
        return Span(int(reading.starts[k]), int(reading.ends[k]))

    def _first_words(self, section: Section) -> Span | None:
        text = self.alignment.outline.document.text
        start = section.body.start
        while start < section.body.end and text[start].isspace():
            start += 1
        stop = text.find("\n", start, section.body.end)
        end = section.body.end if stop < 0 else stop
        return Span(start, end) if end > start else None

    def _confidence(self, link: Link, status: Status) -> float:
        base = SHARE_RIGHT.get(link.rung, UNSURE)
        if status in ("misplaced", "merged"):
            base -= UNUSUAL_COSTS if link.rung != "topic" else 3 * UNUSUAL_COSTS
        if link.rung not in ("number", "title", "alias"):  # a title that the outline knows vouches for its heading
            base = min(base, self._section(link).confidence + 0.1)
        return round(max(0.05, min(base, 0.5 + self._quality / 2)), 3)

    @property
    def _quality(self) -> float:
        document = self.alignment.outline.document
        return min(document.quality, 0.8) if document.ocr else document.quality

    def _pictured(self, links: tuple[Link, ...]) -> bool:
        """Whether a picture that may hold text stands in one of the sections."""
        wholes = [self._section(link).whole for link in links]
        pictures = self.alignment.outline.document.pictures
        return any(whole.start < at <= whole.end for at in pictures for whole in wholes)

    def _why(self, status: Status, links: tuple[Link, ...], told: Said, requirement: Requirement) -> Message:
        link, size = links[0], told.syllables
        if status == "empty":
            if self._pictured(links):
                return msg("Dưới tiêu đề là ảnh; công cụ không đọc được chữ trong ảnh.", picture="1")
            return hollow(told, below=not size and any(self._first_words(self._section(k)) for k in links))
        if status == "thin" and size < EMPTY_SYLLABLES and told.words:
            return msg("Dưới tiêu đề chỉ có “{words}” ({n} chữ).", words=told.words, n=size)
        if status == "thin":
            return msg("Chỉ {n} chữ, mức tham khảo là {least}.", n=size, least=requirement.min_syllables)
        if status == "misplaced":
            number = self.evidence.outline.printed(self._section(link))
            if size < (least := requirement.min_syllables):
                return msg(
                    "Có mục riêng nhưng đặt ở phần khác: {number}; chỉ {n} chữ, mức tham khảo là {least}.",
                    number=number,
                    n=size,
                    least=least,
                )
            return msg("Có mục riêng nhưng đặt ở phần khác: {number}.", number=number)
        if status == "merged" and link.whole:
            others = [o for o in self.shared.get(link.section, ()) if o != requirement.number]
            return msg("Viết chung một mục với {others}.", others=", ".join(others))
        return link.why

    def _unheaded(self, requirement: Requirement, link: Link) -> Verdict:
        """Told without a heading: under the one of its part, with other items, or under one that announces something else."""
        span = link.passage or self._section(link).body
        shown = (place(self.evidence, span, score=link.score),)
        confidence = round(min(SHARE_RIGHT["content"], link.score, 0.5 + self._quality / 2), 3)
        size = count(self.alignment.outline.document.text[span.start : span.end])
        status: Status = "unheaded"
        why = link.why
        owners = self.shared.get(link.section, ())
        if told_with_others(self.evidence, self.chosen, owners, requirement.number, link.section):
            status = "merged"
            title = self.evidence.titles[link.section]
            why = msg(
                "Viết trong lời văn chung dưới tiêu đề “{title}”, không có tiêu đề riêng ({n} chữ).",
                title=title,
                n=size,
            )
        return Verdict(requirement.number, status, confidence, True, "content", why, (link.section,), shown, (), size)

    def _headless(self, requirement: Requirement, children: list[Verdict]) -> Verdict:
        """No heading of its own, but its children are there."""
        found = [c for c in children if c.status not in MISSING and c.status != "excused"]
        why = msg(
            "Không có tiêu đề riêng; nội dung nằm ở các mục {numbers}.", numbers=", ".join(c.requirement for c in found)
        )
        confidence = round(min(c.confidence for c in found) * 0.8, 3)
        rung: Rung = "parent"
        together = any(c.status == "merged" and c.rung in ("content", "parent") for c in found)
        return Verdict(
            requirement.number, "merged" if together else "unheaded", confidence, True, rung, why,
            tuple(dict.fromkeys(s for c in found for s in c.sections)), tuple(p for c in found for p in c.evidence[:1]), (),
            sum(c.syllables for c in found),
        )  # fmt: skip

    def _searchable(self, r: int) -> bool:
        """Whether the text itself could be searched for the requirement, or for something below it."""
        return any(self.evidence.knows_topic(k) for k in (r, *self.evidence.wanted.descendants[r]))

    @cached_property
    def _headings_lost(self) -> bool:
        """Whether a text of some length has one heading or none: pasted into one paragraph, or read by something that lost them."""
        return len(self.evidence.sections) < 2 and count(self.evidence.outline.document.text) >= LEAST_WITHOUT

    def _absent(self, requirement: Requirement, children: list[Verdict]) -> Verdict:
        r = self.evidence.number_of[requirement.number]
        searched = nearest(self.evidence, self.alignment, r)
        free = [p for p in searched if p.note is not None and not taken_by(p.note)]
        doubt = max((p.score or 0.0 for p in free), default=0.0)
        # else its own words may hide it, or a text whose headings are lost
        sure = (self.evidence.knows_topics or self.evidence.speech.follows) and not self._headings_lost
        base = SHARE_RIGHT["none"] if sure and self._searchable(r) else BARE_ABSENCE
        confidence = round(max(0.3, min(base - 0.5 * max(0.0, doubt - 0.3), 0.5 + self._quality / 2)), 3)
        unsure = any(c.review for c in children) or (
            confidence >= REVIEW_BELOW and may_answer(self.evidence, self.parts, self.chosen, self.alignment, r)
        )
        confidence = min(confidence, HALF_ABSENCE) if unsure else confidence
        annex = annex_for(self.evidence, requirement.title)
        if annex is not None:
            told_there = msg("Phụ lục đứng sau phần ký, ngoài các mục của báo cáo.")
            return Verdict(requirement.number, "covered", ANNEXED, False, "title", told_there, (), (annex,), (), 0)
        status: Status = "missing" if requirement.required else "excused"
        if status == "excused":
            why = msg("Mục không bắt buộc, dự thảo không có.")
        else:
            why = told(len(self.evidence.sections), searched)
        return Verdict(
            requirement.number, status, confidence, confidence < REVIEW_BELOW, "none", why, (), (), searched, 0
        )
