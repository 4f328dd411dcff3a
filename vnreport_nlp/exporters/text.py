"""Plain text: one line a finding (``path:line: S101 Thiếu mục IV.3 … [lỗi]``), then one line a draft.

The level stands at the end, so that what reads ``path:line: RULE message`` goes on as it did.
In English the rule's name and the requirement stand after the rule, as in JSON; a Vietnamese reader has them in the message.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..messages import render, translate
from ..model import Assessment, Document, Finding, Outline, Result, Section, Unreadable
from ..model.losses import loss_message
from .tables import UNPLACED, Speech, also, news, safe

VERDICTS = frozenset({"S101", "S102", "S103", "S104", "S105", "S106", "S112"})
"""Rules that tell a requirement's status."""
QUOTED = frozenset({"S109"})
"""Rules whose lines quote their clause: a blank is found by the words around it."""
_ORDERS = ("::", "##[")


def clean(text: str) -> str:
    """Text from a draft without control characters and direction marks, fit for a terminal.

    A line that a file's name begins like an order of GitHub's (``::error``, ``##[error]``) gets ``./`` in front.
    """
    line = safe(text.replace("\n", " ").replace("\t", " "))
    return f"./{line}" if line.lstrip().startswith(_ORDERS) else line


def where(path: str, finding: Finding, lang: str = "vi") -> str:
    """``path:12`` for a line; a Word paragraph, a page or a footnote is named: ``path:đoạn 12``, ``path:chú thích 2``.

    What is about the whole draft stands at no line: at ``cả văn bản``.
    """
    location = finding.location
    if finding.rule in UNPLACED or not finding.places:
        return f"{path}:{translate('cả văn bản', lang)}"
    if location.footnote is None and location.page is None and location.line is not None:
        return f"{path}:{location.line}"
    return f"{path}:{Speech(lang).place(location) or 1}"


def finding_line(path: str, finding: Finding, lang: str = "vi", *, review: bool = False) -> str:
    """One finding on one line; ``review`` says that the verdict it tells of asks a person to look."""
    text = render(finding.message, lang)
    head = " ".join(filter(None, (finding.rule, finding.name, finding.requirement)))
    if lang == "vi":
        told = not finding.requirement or finding.requirement in text.split()
        head = finding.rule if told else f"{finding.rule} {translate('mục {n}', lang, n=finding.requirement)}:"
    found = (
        f"“{finding.quote.rstrip(' ,;')}”" if finding.rule in QUOTED and finding.quote else render(news(finding), lang)
    )
    fix = render(finding.fix, lang)
    others = also(finding, Speech(lang))
    tail = (f" — {found}" if found else "") + (f" → {fix}" if fix else "") + (f" ({others})" if others else "")
    look = translate(" (cần xem)", lang) if review else ""
    level = Speech(lang).severity(finding.severity).lower()
    return clean(f"{where(path, finding, lang)}: {head} {text}{look}{tail} [{level}]")


def summary_line(result: Result, lang: str = "vi") -> str:
    """One draft on one line."""
    if isinstance(result, Unreadable):
        why, hint = render(result.message, lang), render(result.hint, lang)
        code = "" if lang == "vi" else f" [{result.code}]"
        return clean(
            translate(
                "{path}: không đọc được{code}: {why} {hint}", lang, path=result.path, code=code, why=why, hint=hint
            )
        )
    if result.foreign:
        return clean(translate("{path}: không phải báo cáo theo đề cương này", lang, path=result.document.path))
    c = result.coverage
    waived = sum(f.waived for f in result.findings)
    text = translate(
        "{path}: đủ {full}/{counted} mục ({percent}%), một phần {partial}, thiếu {missing}, miễn {excused}; {n} phát hiện",
        lang, path=result.document.path, full=c.full, counted=c.counted, percent=c.percent, partial=c.partial,
        missing=c.missing, excused=c.excused, n=len(result.findings) - waived,
    )  # fmt: skip
    return clean(text + _review(result, lang))


def _review(result: Assessment, lang: str) -> str:
    """``; cần xem: II.4, V``: the requirements whose verdicts are not sure, whatever they are."""
    numbers = [v.requirement for v in result.verdicts if v.review]
    return translate("; cần xem: {numbers}", lang, numbers=", ".join(numbers)) if numbers else ""


def check_lines(results: Sequence[Result], lang: str = "vi") -> Iterator[str]:
    """All findings, then all drafts."""
    for result in results:
        if isinstance(result, Assessment):
            doubtful = {v.requirement for v in result.verdicts if v.review}
            for found in result.findings:
                if not found.waived:
                    review = found.rule in VERDICTS and found.requirement in doubtful
                    yield finding_line(result.document.path, found, lang, review=review)
    for result in results:
        yield summary_line(result, lang)
        if isinstance(result, Assessment):
            yield from _loss_lines(result.document, lang)


def _loss_lines(document: Document, lang: str) -> Iterator[str]:
    """What was lost or repaired while reading, one line each."""
    for warning in document.warnings:
        yield clean(f"{document.path}: {render(loss_message(warning), lang)}")


def outline_lines(outline: Outline, lang: str = "vi") -> Iterator[str]:
    """The outline as an indented tree with places."""
    document = outline.document
    yield clean(f"{document.path}: {outline.title}")
    for section in outline.sections:
        yield clean(_section_line(outline, section, lang))
    yield translate("{n} mục, {m} chú thích", lang, n=len(outline.sections), m=len(document.footnotes))
    yield from _loss_lines(document, lang)


def _section_line(outline: Outline, section: Section, lang: str) -> str:
    at = outline.document.locate(section.heading.start)
    page = translate("trang {n}", lang, n=at.page) if at.page else ""
    place = str(at.line or (translate("đoạn {n}", lang, n=at.paragraph) if at.paragraph else page))
    return f"{place:>{6 if at.line else 9}}  {'  ' * (section.level - 1)}{section.number}  {section.title}"
