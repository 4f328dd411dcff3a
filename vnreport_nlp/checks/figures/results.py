"""F201 of what is computed from more than a sum: products, amounts in several units, and what is left after all that came and went."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding, Span
from ..context import NO_PROSE, Context
from .rates.products import products
from .rates.yearly import averages_a_year
from .reading.numerals import in_digits
from .reading.text import FIGURE
from .reading.told import impossible, sum_finding, wrong_change, wrong_result
from .sums.converted import beyond_whole, told_twice, wrong_units
from .sums.parallel import parallel
from .sums.stocks import stocks
from .weighed import passages

FAR = 1200
"""Two paragraphs of more characters are not read together."""
LEAST = 3
"""A text with fewer digits holds no three figures."""


def results(context: Context) -> Iterator[Finding]:
    """F201 of every paragraph of running text."""
    document = context.spelled
    for paragraph in document.paragraphs:
        if paragraph.story in NO_PROSE:
            continue
        text = in_digits(document.text[paragraph.start : paragraph.end])
        if len(FIGURE.findall(text)) < LEAST:
            continue
        for start, end, arithmetic in (*stocks(text), *products(text), *told_twice(text), *wrong_units(text)):
            yield wrong_result(context, Span(paragraph.start + start, paragraph.start + end), arithmetic)
        for start, end, arithmetic in beyond_whole(text):
            yield impossible(context, Span(paragraph.start + start, paragraph.start + end), arithmetic)
        for change, (start, end, arithmetic) in averages_a_year(text):
            span = Span(paragraph.start + start, paragraph.start + end)
            yield wrong_change(context, "F203", span, arithmetic) if change else wrong_result(context, span, arithmetic)
    for before, paragraph in pairwise(p for p in document.paragraphs if p.story not in NO_PROSE):
        if paragraph.end - before.start <= FAR:
            text, edge = in_digits(document.text[before.start : paragraph.end]), paragraph.start - before.start
            for start, end, arithmetic in wrong_units(text):
                if start < edge < end:
                    yield wrong_result(context, Span(before.start + start, before.start + end), arithmetic)
    for first, last in passages(document):
        text = document.text[first:last]
        for start, end, total, parts in parallel(in_digits(text)) if len(FIGURE.findall(text)) > LEAST else ():
            yield sum_finding(context, Span(first + start, first + end), total, parts, "≠")
