"""Assess one draft: align, judge, run the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from typing import cast

from ..align import Evidence, wanted_by
from ..checks import Context
from ..classify import Reading, read_topics
from ..model import Assessment, Document, Finding, Message, Outline, Template, finding, msg
from ..outline import outline as find_outline
from ..outline import renamed
from ..plugins import call, declared
from .foreign import fitting, is_foreign
from .rules import RuleSet
from .verdicts import judged

CHECK_RULES = {
    "structure": ("S",), "figures": ("F",), "citations": ("C",), "periods": ("P",), "units": ("U",), "wording": ("T",), "form": ("D",),
}  # fmt: skip
"""Rule prefixes of our own checks: a check whose rules are all off is not loaded."""
UNSET = object()
UNREADABLE = 0.5
"""Quality under which a text is called unreadable."""
KNOWN_TITLE = 0.80
"""Words this like a title of the template open a section wherever a paragraph starts with them."""


def assess(
    draft: Document | Outline,
    template: Template,
    *,
    rules: RuleSet | None = None,
    reading: Reading | object | None = UNSET,
    unit: str | None = None,
) -> Assessment:
    """Everything that is said of one draft held against a template.

    ``draft`` is what ``read`` or ``outline`` returned. ``reading`` is the classifier's view of the text; by default the
    bundled classifier reads it when it knows the template's topics, None leaves it out. ``unit`` is whose draft it is, where the
    title block does not say it rightly.
    """
    rules = rules or RuleSet()
    seen = draft if isinstance(draft, Outline) else find_outline(draft, known=title_test(template))
    seen = seen if unit is None else replace(seen, metadata=renamed(seen.metadata, unit))
    document = seen.document
    if reading is UNSET:
        reading = read_topics(document) if any(r.topic for r in template.requirements) else None
    view = cast("Reading | None", reading)
    evidence = Evidence(template, seen, view)
    alignment, verdicts = judged(evidence)
    foreign = rules.on("S110") and is_foreign(evidence, alignment, verdicts)
    if foreign:
        verdicts, findings = (), rules.apply([_foreign_finding(seen, template, fitting(seen, template))])
    else:
        findings = run_checks(Context(document, seen, template, alignment, verdicts), rules)
    ordered = tuple(sorted(findings, key=order_of(template)))
    return Assessment(document, seen, template, alignment, verdicts, ordered, foreign, signature(document, template))


def title_test(template: Template) -> Callable[[str], frozenset[str]]:
    """Which requirements of the template have these words for a title or alias: ``known`` of ``outline``."""
    index = wanted_by(template.requirements, template.title).index
    numbers = [r.number for r in template.requirements]

    def known(words: str) -> frozenset[str]:
        alike = index.scores([words])[:, 0] >= KNOWN_TITLE
        return frozenset(n for n, yes in zip(numbers, alike, strict=True) if yes)

    return known


def run_checks(context: Context, rules: RuleSet) -> list[Finding]:
    """The findings of every registered check whose rules run."""
    out: list[Finding] = []
    for name in declared("checks"):
        if name in CHECK_RULES and not rules.needs(CHECK_RULES[name]):
            continue
        out += rules.apply(cast("Iterable[Finding]", call("checks", name, context)))
    return told_once(out)


def told_once(findings: list[Finding]) -> list[Finding]:
    """The findings without those that another makes needless: of a document whose right date is told nobody asks why it is late."""
    dated = {place.span for f in findings if f.rule == "C305" for place in f.places}
    return [f for f in findings if f.rule != "C302" or not f.places or f.places[0].span not in dated]


def order_of(template: Template) -> Callable[[Finding], tuple[int, int, str, int]]:
    """Sort key: findings in the order of the text, those without a place first and in the order of the outline."""
    at = {r.number: k for k, r in enumerate(template.requirements)}

    def key(found: Finding) -> tuple[int, int, str, int]:
        start = found.places[0].span.start if found.places and found.rule != "S101" else -1
        return (0 if start < 0 else 1, start, found.rule, at.get(found.requirement or "", -1))

    return key


def signature(document: Document, template: Template) -> str:
    """16 hex digits that change when the draft's content or the template changes."""
    return sha256(f"{document.sha256}\x1f{template!r}".encode()).hexdigest()[:16]


def _foreign_finding(outline: Outline, template: Template, other: Template | None) -> Finding:
    return finding(
        "S110",
        msg("Tài liệu này chưa khớp với đề cương “{title}”", title=template.title),
        content=template.id,
        need=msg("Dự thảo báo cáo theo đề cương “{title}”.", title=template.title),
        found=msg("Tài liệu “{title}” có quá ít mục khớp với đề cương.", title=outline.title)
        if outline.title
        else msg("Tài liệu có quá ít mục khớp với đề cương."),
        fix=_foreign_cure(outline.document, other),
    )


def _foreign_cure(document: Document, other: Template | None) -> Message:
    if other is not None:
        return msg("Giống mẫu “{title}” (mẫu {id}); chạy lại với mẫu này.", title=other.title, id=other.id)
    if document.quality < UNREADABLE:
        return msg("Chữ trong tệp không đọc được; xin bản Word gốc dùng phông Unicode rồi chạy lại.")
    return msg(
        "Mở tệp xem: nếu đúng là báo cáo này mà đơn vị đổi tên mục hoặc viết gộp, tắt quy tắc S110 để vẫn đối chiếu, hoặc ghi “Bỏ qua” kèm lý do; nếu nhầm tệp, xin lại tệp; nếu nhầm đề cương, chọn đúng mẫu đề cương rồi chạy lại."
    )
