"""The indicator table: figures that every unit reports for the same thing, found by the template's phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Assessment, Figure, Indicator, Place, Span

NUMBER = r"(?P<n>\d(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:,\d+)?))"
_GLUE = r"[\s*_]+"
_JOINED = re.compile(r"[\w/.,]")
"""A match does not begin behind one of these."""


@lru_cache(maxsize=512)
def pattern(phrase: str) -> re.Pattern[str]:
    """``kết nạp {n} đảng viên`` for a text in lower case: any white space, ``…`` stands for up to eight words.

    It begins with a letter or digit of its own, so that the search can skip to it.
    """
    parts = []
    for token in re.split(r"(\{n\}|…|\.\.\.)", phrase):
        if token == "{n}":
            parts.append(NUMBER)
        elif token in ("…", "..."):
            parts.append(r"(?:[^\s.;]+\s+){0,8}?")
        elif token.strip():
            lead = r"\s*" if token[:1].isspace() and parts else ""
            tail = r"\s*" if token[-1:].isspace() else ""
            parts.append(lead + _GLUE.join(re.escape(w) for w in token.lower().split()) + tail)
    return re.compile("".join(parts) + r"(?![\w/])")


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, character by character where a letter has a longer lower case."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def occurrences(phrase: str, text: str) -> Iterator[re.Match[str]]:
    """Every match in a text in lower case, none right behind a word."""
    wanted = pattern(phrase)
    at = 0
    while (m := wanted.search(text, at)) is not None:
        joined = m.start() > 0 and _JOINED.match(text, m.start() - 1) is not None
        at = m.start() + 1 if joined else m.end()
        if not joined:
            yield m


def value_of(text: str) -> float:
    """``4.470`` → 4470, ``12,5`` → 12.5, ``03`` → 3."""
    return float(text.replace(".", "").replace(",", "."))


def matches(assessment: Assessment, indicator: Indicator) -> Iterator[tuple[float, Place, bool]]:
    """(value, place, in the requirement's own section) of every phrase that matches."""
    document, outline = assessment.document, assessment.outline
    own = {
        s for v in assessment.verdicts
        if indicator.requirement and (v.requirement == indicator.requirement or v.requirement.startswith(indicator.requirement + "."))
        for s in v.sections
    }  # fmt: skip
    seen: set[int] = set()
    for phrase in indicator.patterns:
        for m in occurrences(phrase, lowered(document.text)):
            if m.start("n") in seen:
                continue
            seen.add(m.start("n"))
            section = outline.section_at(m.start())
            node = section.index if section is not None else None
            while node is not None and node not in own:
                node = outline.sections[node].parent
            span = Span(m.start(), m.end())
            left = max(document.text.rfind("\n", 0, m.start()) + 1, m.start() - 60)
            quote = document.quote(Span(left, min(len(document.text), m.end() + 60)))
            yield value_of(m["n"]), Place(span, document.locate(m.start()), quote), node is not None


def find_figures(assessment: Assessment, path: str) -> list[Figure]:
    """One figure an indicator: the only value found (in its own section first); several values are doubtful, none a gap."""
    out = []
    for indicator in assessment.template.indicators:
        found = list(matches(assessment, indicator))
        near = [f for f in found if f[2]] or found
        values = {f[0] for f in near}
        if len(values) == 1:
            out.append(
                Figure(indicator.id, path, near[0][0], not near[0][2] and bool(indicator.requirement), near[0][1])
            )
        elif values:
            out.append(Figure(indicator.id, path, None, True, near[0][1]))
        else:
            out.append(Figure(indicator.id, path, None))
    return out
