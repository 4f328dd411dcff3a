"""The unit page: requirements with their evidence beside the draft's own text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import (
    SEVERITIES,
    Assessment,
    Cohort,
    Coverage,
    DraftSummary,
    Finding,
    Followup,
    Place,
    Result,
    Unreadable,
    Verdict,
    msg,
)
from ..model.losses import loss_message
from .html_frame import Site
from .html_mask import hidden, nameless
from .html_pages import State
from .html_revisions import revision_row
from .html_text import TextView, standing
from .html_unit_page import Card, Item, Quote, UnitPage
from .tables import Speech, asked_of_unit, news, per_cent, placed
from .titles import calm

Neighbour = tuple[str, str] | None
NEAR = 0.25
"""A second section is named where it came so near to the first, as one in four do: beyond, it is just the next in line."""
UNNAMED = msg(
    "Không đọc được tên đơn vị ở phần mở đầu: trang này có thể còn tên đơn vị, phải rà soát kỹ trước khi gửi ra ngoài."
)


def unit_page(
    cohort: Cohort, draft: DraftSummary, result: Result, site: Site, *, before: Neighbour = None, after: Neighbour = None,
    files: tuple[tuple[str, str], ...] = (),
) -> UnitPage:  # fmt: skip
    """Everything one unit's page shows."""
    t = site.t
    label = t.text(draft.label)
    frame = site.frame(label)
    if isinstance(result, Unreadable):
        return UnitPage(
            frame, label, label, site.path(result.path), label, False, t.say(result.message), t.say(result.hint),
            Coverage(), (0, 0, 0), (), (), (), (), before, after, None, (), files,
        )  # fmt: skip
    ordered = sorted(result.findings, key=lambda f: (_at(standing(result, f)), not placed(f)))
    numbered = tuple(enumerate(ordered, 1))
    revision = cohort.revision_of(draft)
    cards = {n: _card(n, found, result, site, revision) for n, found in numbered}
    view = TextView(
        result, numbered, cards, _chips(result, site), t, hidden(result.outline) if site.anonymous else frozenset()
    )
    blocks = view.blocks()
    reason = (
        t("Tài liệu có quá ít mục khớp với đề cương nên công cụ không đối chiếu từng mục. Công cụ có thể nhầm khi đơn vị đổi tên mục hoặc viết gộp: người thẩm định mở tệp xem trước khi kết luận. Chỉ có công văn gửi đơn vị khi phát hiện S110 được ghi “Đúng, đề nghị sửa”.")
        if result.foreign else ""
    )  # fmt: skip
    return UnitPage(
        frame, label, label, site.path(result.document.path), _title(result, t) or label, result.foreign,
        reason, t.say(draft.hint), result.coverage, _counts(result.findings), _warnings(result, site),
        tuple(_item(v, result, numbered, site) for v in result.verdicts),
        view.loose(), blocks, before, after,
        revision_row(cohort, draft, site, {n: (f.fingerprint, cards[n].requirement, cards[n].message) for n, f in numbered}), _worst_first(cards.values()), files,
        () if site.anonymous or site.single else tuple(n for n, f in numbered if _held(f, site)),
    )  # fmt: skip


def _worst_first(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Errors, warnings, notes; each kind in the order of the text, by which they are numbered."""
    return tuple(sorted(cards, key=lambda c: SEVERITIES.index(c.severity)))


def _title(result: Assessment, t: Speech) -> str:
    """The draft's own title as a sentence; its unit keeps its capitals."""
    unit = result.outline.metadata.unit or ""
    return t.text(calm(result.outline.title, (unit[:1].lower() + unit[1:],)))


def _held(found: Finding, site: Site) -> bool:
    """Whether the letter would tell a finding if a reviewer accepted it."""
    live = found.severity != "note" and not found.waived
    return live and not asked_of_unit(found, confirmed=site.confirmed)


def _at(paragraph: int | None) -> int:
    return -1 if paragraph is None else paragraph


def _counts(findings: Sequence[Finding]) -> tuple[int, int, int]:
    live = [f.severity for f in findings if not f.waived]
    return live.count("error"), live.count("warning"), live.count("note")


def _warnings(result: Assessment, site: Site) -> tuple[str, ...]:
    losses = tuple(site.t.say(loss_message(w)) for w in result.document.warnings)
    return (site.t.say(UNNAMED), *losses) if site.anonymous and nameless(result.outline) else losses


def _chips(result: Assessment, site: Site) -> dict[int, tuple[tuple[str, State], ...]]:
    """For each section the requirements it answers."""
    out: dict[int, list[tuple[str, State]]] = {}
    for verdict in result.verdicts:
        if verdict.rung in ("parent", "content"):
            continue
        for section in verdict.sections:
            out.setdefault(section, []).append((verdict.requirement, _state(verdict, site)))
    return {section: tuple(chips) for section, chips in out.items()}


def _state(verdict: Verdict, site: Site) -> State:
    return State(verdict.status, site.t.status(verdict.status), verdict.review)


def _quote(place: Place, result: Assessment, site: Site) -> Quote:
    at = result.document.paragraph_at(place.span.start)
    score = "" if place.score is None else per_cent(place.score)
    return Quote(
        site.t.text(place.quote),
        site.t.place(place.location),
        "" if at is None else f"#p-{at}",
        score,
        site.t.say(place.note),
    )


def _section_quote(index: int, result: Assessment, site: Site) -> Quote:
    section = result.outline.sections[index]
    where = site.t.place(result.document.locate(section.heading.start))
    heading = f"{section.marker} {section.title}".strip()
    return Quote(site.t.text(heading), where, f"#s-{index}", note=site.t.text(result.outline.above(section)))


def _item(verdict: Verdict, result: Assessment, numbered: Sequence[tuple[int, Finding]], site: Site) -> Item:
    requirement = result.template.by_number[verdict.requirement]
    links = result.alignment.of(verdict.requirement)
    other = next((link for link in links if link.runner_up is not None and link.margin < NEAR), None)
    return Item(
        requirement.number,
        site.t.text(requirement.title),
        requirement.depth,
        _state(verdict, site),
        site.t.say(verdict.why),
        per_cent(verdict.confidence),
        tuple(_section_quote(k, result, site) for k in verdict.sections),
        tuple(_quote(p, result, site) for p in verdict.evidence),
        tuple(_quote(p, result, site) for p in verdict.searched),
        tuple(n for n, f in numbered if f.requirement == verdict.requirement),
        site.requirement_href(requirement.number),
        None if other is None or other.runner_up is None else _section_quote(other.runner_up, result, site),
    )


def _card(n: int, found: Finding, result: Assessment, site: Site, revision: Followup | None) -> Card:
    quotes = tuple(_quote(p, result, site) for p in found.places)
    here = placed(found)
    decision = found.decision
    return Card(
        n, found.rule, site.t.rule(found), site.t.group(found.rule), found.severity, site.t.severity(found.severity), site.t.say(found.message),
        site.t.say(found.need), site.t.say(news(found)), site.t.say(found.fix), site.t.text(found.requirement or ""),
        site.t.text(found.fingerprint), quotes[0] if here else None, quotes[1:] if here else quotes, not here,
        decision.action if decision else "", site.t.text(decision.reason) if decision else "",
        site.t.text(decision.name) if decision else "", revision.since(found.fingerprint) if revision is not None else "",
    )  # fmt: skip
