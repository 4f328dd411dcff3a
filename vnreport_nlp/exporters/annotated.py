"""A copy of the unit's own Word file with the findings as comments at their words; every original part is kept.

Of a Strict file the copy has the transitional names: see ``docx_strict``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from ..model import Assessment, Cohort, Finding, Paragraph, Piece, Place, msg
from ..whole import write_bytes
from .copies import commented, copied
from .docx_bytes import NOT_WORD, saved_over
from .docx_runs import fold, stretch
from .docx_strict import transitional
from .html_text import standing
from .tables import NAMED, Speech, elsewhere, news, placed

AUTHOR = msg("Thẩm định")
"""Whose words the comments are to the unit that reads them."""
CROWD = 60
"""Comments of one paragraph that stand at their words; for each the paragraph's runs are gone through, so that those behind stand at all of it."""
MOST_COMMENTS = 2**31 - 1
"""From here on numbers of comments are looked for among those that are free."""


def export(cohort: Cohort, target: Path, *, lang: str = "vi") -> tuple[str, ...]:
    """Write ``SLUG.docx`` for every readable draft that is a Word file and has findings to tell; returns the files' names."""
    written = []
    for draft in cohort.drafts:
        result = cohort.load(draft) if draft.readable else None
        source = Path(draft.path)
        if isinstance(result, Assessment) and copied(result) and source.is_file():
            try:
                copy, _ = _annotated(result, source, lang)
            except NOT_WORD:
                continue
            target.mkdir(parents=True, exist_ok=True)
            write_bytes(target / f"{draft.slug}.docx", copy)
            written.append(f"{draft.slug}.docx")
    return tuple(written)


def annotate(result: Assessment, source: Path, target: Path, *, lang: str = "vi") -> int:
    """Write the copy; returns how many findings became comments."""
    copy, done = _annotated(result, source, lang)
    write_bytes(target, copy)
    return done


def _annotated(result: Assessment, source: Path, lang: str) -> tuple[bytes, int]:
    """The copy, and how many findings became comments."""
    package = transitional(source)
    document: Any = docx.Document(package if isinstance(package, BytesIO) else str(package))
    spots, t = _Spots(document), Speech(lang)
    comments = _Comments(document, t.say(AUTHOR))
    done = 0
    for found in filter(commented, result.findings):
        here = [(runs, each) for each in _at_each_place(found) if (runs := spots.runs(result, each))]
        for runs, each in here:  # “nơi này ghi …” is true of the main place alone
            told = found if each is found else replace(found, found=None)
            comments.add(runs, comment_text(told, t))
        done += bool(here)
    return saved_over(document, package), done


def _at_each_place(found: Finding) -> Iterator[Finding]:
    """The finding as seen from each of its places."""
    yield found
    for place in elsewhere(found)[:NAMED]:
        yield replace(found, places=(place,))


class _Comments:
    """Comments of a document; python-docx reads the numbers of all that are there for each new one."""

    def __init__(self, document: Any, author: str) -> None:
        self._document, self._author = document, author
        self._bare: Any = None
        self._parent: Any = None
        self._next = 0

    def add(self, runs: list[Run], text: str) -> None:
        """One comment over some runs, a paragraph for each line."""
        if self._bare is None or self._next >= MOST_COMMENTS:
            made = self._document.add_comment(runs=runs, author=self._author, initials="TĐ")._comment_elm
            made.attrib.pop(qn("w:date"), None)  # the clock's would differ each time, any other would be false
            self._bare, self._parent, self._next = deepcopy(made), made.getparent(), int(made.get(qn("w:id")))
        else:
            made = deepcopy(self._bare)
            made.set(qn("w:id"), str(self._next))
            self._parent.append(made)
            runs[0].mark_comment_range(runs[-1], self._next)
        self._next += 1
        first, *more = text.split("\n")
        made[0].append(_run(first))
        for line in more:
            made.append(_line(line))


def comment_text(found: Finding, t: Speech) -> str:
    """The comment: rule, message, need, found, fix, one a line."""
    lines = [f"[{t.rule(found)} ({found.rule}) · {t.severity(found.severity)}] {t.say(found.message)}"]
    for label, message in ((t("Yêu cầu"), found.need), (t("Thực tế"), news(found)), (t("Đề nghị"), found.fix)):
        if message is not None:
            lines.append(f"{label}: {t.say(message)}")
    quotes = [f"“{t.text(p.quote)}”" for p in (*found.places[:1], *elsewhere(found)[:NAMED])]
    if len(quotes) > 1:
        lines.append(t("Các chỗ liên quan: {places}", places="; ".join(quotes)))
    return "\n".join(lines)


def _line(text: str) -> Any:
    """A further paragraph of a comment; python-docx's own way takes as long as all else of a copy."""
    paragraph, style = OxmlElement("w:p"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), "CommentText")
    properties = OxmlElement("w:pPr")
    properties.append(style)
    paragraph.append(properties)
    paragraph.append(_run(text))
    return paragraph


def _run(text: str) -> Any:
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


class _Spots:
    """Finds the Word paragraph of a finding."""

    def __init__(self, document: Any) -> None:
        self.paragraphs = list(document.element.body.iter(qn("w:p")))
        self.keys = [_key(p) for p in self.paragraphs]
        self.document = document
        self._asked: Counter[int] = Counter()

    def runs(self, result: Assessment, found: Finding) -> list[Run]:
        """The runs of the paragraph on which the finding is commented, empty when it has none."""
        at = standing(result, found)
        if at is None:
            at = next(
                (k for k, p in enumerate(result.document.paragraphs) if p.story == "body" and p.end > p.start), None
            )
        element = None if at is None else self._element(result, at, found)
        if element is None or at is None:
            return []
        runs = [Run(r, self.document._body) for r in _runs(element)]
        self._asked[at] += 1
        if runs and placed(found) and self._asked[at] <= CROWD:
            return self._narrow(result, at, runs, found.places[0])
        return [runs[0], runs[-1]] if runs else []

    def _element(self, result: Assessment, at: int, found: Finding) -> Any:
        """By the reader's paragraph number; by its text where the reader gave none."""
        referring = self._referring(result, at)
        paragraph = result.document.paragraphs[referring]
        told = _told(paragraph, found.places[0]) if placed(found) and referring == at else paragraph.pieces[:1]
        number = told[0].paragraph if told else None
        if number is not None and 0 < number <= len(self.paragraphs):
            return self.paragraphs[number - 1]
        start = paragraph.label_end if paragraph.label is not None else paragraph.start
        key = fold(result.document.text[start : paragraph.end])
        same = [k for k, own in enumerate(self.keys) if key and key in own]
        return self.paragraphs[min(same, key=lambda k: (self.keys[k] != key, abs(k - at)))] if same else None

    @staticmethod
    def _referring(result: Assessment, at: int) -> int:
        """For a note the paragraph that refers to it: a note itself cannot carry a comment."""
        paragraph = result.document.paragraphs[at]
        if paragraph.story not in ("footnote", "endnote"):
            return at
        note = next(
            (n for n in result.document.footnotes if n.start <= paragraph.start < max(n.end, n.start + 1)), None
        )
        found = (
            result.document.paragraph_at(note.reference) if note is not None and note.reference is not None else None
        )
        return at if found is None else found

    @staticmethod
    def _narrow(result: Assessment, at: int, runs: list[Run], place: Place) -> list[Run]:
        """First and last run of the words that are told of; the whole paragraph when they are not found there."""
        document, paragraph = result.document, result.document.paragraphs[at]
        opening = paragraph.label_end if paragraph.label is not None else paragraph.start
        told = _told(paragraph, place)
        opening, stop = (max(opening, told[0].start), told[-1].end) if told else (opening, paragraph.end)
        start, end = max(place.span.start, opening), min(place.span.end, stop)
        whole, before = fold(document.text[opening : paragraph.end]), len(fold(document.text[opening:start]))
        for wanted in (fold(document.text[start:end]), fold(place.quote.rstrip("…"))):
            which = sum(whole.startswith(wanted, k) for k in range(before)) if wanted else 0
            found = stretch(runs, wanted, which)
            if found is not None:
                return found
        return [runs[0], runs[-1]]


def _told(paragraph: Paragraph, place: Place) -> Sequence[Piece]:
    """The pieces of the one Word paragraph in which a place begins: several may be displayed as one."""
    start = max(place.span.start, paragraph.label_end if paragraph.label is not None else paragraph.start)
    number = next((piece.paragraph for piece in paragraph.pieces if piece.start <= start < piece.end), None)
    return [piece for piece in paragraph.pieces if piece.paragraph == number] or paragraph.pieces[:1]


_OWN = qn("w:p")
_GONE = frozenset((qn("w:del"), qn("w:moveFrom")))


def _runs(element: Any) -> Iterator[Any]:
    """The runs that a paragraph shows, also those in insertions, links and content controls; none that was deleted or is in a box."""
    for run in element.iter(qn("w:r")):
        above = next((a for a in run.iterancestors() if a.tag == _OWN or a.tag in _GONE), None)
        if above is element:
            yield run


def _key(element: Any) -> str:
    return fold("".join(_words(element)))


def _words(element: Any) -> Iterator[str]:
    """Text of a paragraph as accepted: inserted text counts, deleted text does not."""
    for node in element.iter(qn("w:t")):
        yield node.text or ""
