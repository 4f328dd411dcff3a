"""What all reports share: words and order of statuses, safe text, places in words, the rows of the matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..decision_book import ACTION_LABELS, Action
from ..expressions import compiled
from ..messages import render, translate
from ..model import (
    Coverage,
    Finding,
    Location,
    Message,
    Place,
    Severity,
    Status,
    Template,
    msg,
    whole_percent,
)
from ..rules import rule_texts
from ..text import collated
from .titles import inner_quotes

if TYPE_CHECKING:
    from ..model import DraftSummary

STATUS_LABELS: dict[Status, Message] = {
    "covered": msg("Đạt"),
    "merged": msg("Viết gộp"),
    "thin": msg("Còn ngắn"),
    "unheaded": msg("Thiếu tiêu đề"),
    "misplaced": msg("Sai vị trí"),
    "empty": msg("Trống"),
    "missing": msg("Thiếu"),
    "excused": msg("Miễn"),
}
STATUS_HELP: dict[Status, Message] = {
    "covered": msg("Có mục riêng, đúng phần, đủ nội dung."),
    "merged": msg("Nội dung có đủ nhưng viết chung với mục khác."),
    "thin": msg("Có mục riêng nhưng ngắn hơn mức tối thiểu."),
    "unheaded": msg("Có nội dung nhưng nằm dưới tiêu đề khác."),
    "misplaced": msg("Có mục riêng nhưng đặt ở phần khác."),
    "empty": msg("Chỉ có tiêu đề, hoặc dưới tiêu đề chỉ có chỗ để trống, ghi chú."),
    "missing": msg("Không có tiêu đề, không có nội dung."),
    "excused": msg("Mục không bắt buộc hoặc đã được miễn; không tính."),
}
WORST: dict[Status, int] = {
    "missing": 0, "empty": 1, "misplaced": 2, "unheaded": 3, "thin": 4, "merged": 5, "covered": 6, "excused": 7,
}  # fmt: skip
"""Order of statuses, the worst first."""
SEVERITY_LABELS: dict[Severity, Message] = {"error": msg("Lỗi"), "warning": msg("Cảnh báo"), "note": msg("Ghi chú")}
GROUP_LABELS = {
    "S": msg("Bố cục"), "F": msg("Số liệu"), "C": msg("Viện dẫn"), "P": msg("Thời kỳ, thời điểm"), "U": msg("Đơn vị"),
    "R": msg("Trùng lặp"), "T": msg("Câu chữ"), "D": msg("Thể thức"),
}  # fmt: skip
NAMED = 6
"""Other places of a finding that are named; the rest is a number."""
UNPLACED = frozenset({"S101", "S110"})
"""Rules whose places are a proof of absence, not the place of the finding."""
_UNSAFE = compiled(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)


def safe(text: str) -> str:
    """Text from a draft, each control character, direction mark or lone surrogate shown as ``\ufffd`` (lengths are kept)."""
    return _UNSAFE.sub("\ufffd", text)


@dataclass(frozen=True)
class Speech:
    """Words in one language; ``mask`` hides names of units where a report is anonymous."""

    lang: str = "vi"
    mask: Callable[[str], str] = str

    def __call__(self, text: str, /, **params: object) -> str:
        """A label of the report itself."""
        return translate(text, self.lang, **params)

    def say(self, message: Message | None) -> str:
        """A message, which may quote the draft."""
        return self.text(inner_quotes(render(message, self.lang)))

    def text(self, text: str) -> str:
        """Text from a draft or a template, made safe."""
        return self.mask(safe(text))

    def status(self, status: Status) -> str:
        """A status in words."""
        return render(STATUS_LABELS[status], self.lang)

    def severity(self, severity: Severity) -> str:
        """A severity in words."""
        return render(SEVERITY_LABELS[severity], self.lang)

    def group(self, rule: str) -> str:
        """The kind of a rule in words."""
        label = GROUP_LABELS.get(rule[:1])
        return render(label, self.lang) if label else rule

    def action(self, action: Action) -> str:
        """A reviewer's decision in words."""
        return render(ACTION_LABELS[action], self.lang)

    def count(self, number: int) -> str:
        """A whole number with its thousands apart: ``1.812``."""
        text = f"{number:,}"
        return text.replace(",", ".") if self.lang == "vi" else text

    def sentence(self, message: Message | None) -> str:
        """A message that another sentence follows: with its full stop."""
        text = self.say(message)
        return text if not text or text[-1] in ".!?:…" else text + "."

    def rule(self, found: Finding) -> str:
        """The name of a finding's rule in words; a stranger's rule has the name it gives itself."""
        known = rule_texts(self.lang).get(found.rule)
        return known.title if known else self.text(found.name)

    def number(self, value: float) -> str:
        """A number as the language writes it, one decimal at most."""
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self.lang == "vi" else text

    def place(self, location: Location) -> str:
        """``trang 3, dòng 12`` or ``đoạn 7, chú thích 2``; empty when nothing is known."""
        words = []
        if location.page is not None:
            words.append(translate("trang {n}", self.lang, n=location.page))
        if location.line is not None:
            words.append(translate("dòng {n}", self.lang, n=location.line))
        elif location.paragraph is not None:
            words.append(translate("đoạn {n}", self.lang, n=location.paragraph))
        if location.footnote is not None:
            words.append(translate("chú thích {n}", self.lang, n=safe(location.footnote)))
        return ", ".join(words)


def news(found: Finding) -> Message | None:
    """What was found, None where the message has said it: nobody reads ``15 > 13`` twice."""
    if found.found is None or str(found.found).strip(" .“”") in str(found.message):
        return None
    return found.found


def elsewhere(found: Finding) -> tuple[Place, ...]:
    """The other places that a finding is about, one a location; of the outline's rules the others are evidence only."""
    if not placed(found) or found.rule.startswith("S"):
        return ()
    seen = {found.location}
    out = []
    for place in found.places[1:]:
        if place.location not in seen:
            seen.add(place.location)
            out.append(place)
    return tuple(out)


def also(found: Finding, t: Speech) -> str:
    """``nơi khác: đoạn 57, đoạn 60``; empty where a finding has one place."""
    others = elsewhere(found)
    named = [where for p in others[:NAMED] if (where := t.place(p.location))]
    if not named:
        return ""
    more = t(" và {n} nơi nữa", n=len(others) - NAMED) if len(others) > NAMED else ""
    return t("nơi khác: {places}", places=", ".join(named) + more)


def per_cent(share: float) -> str:
    """A share in whole per cent, rounded down."""
    return f"{whole_percent(share)}%"


def against(ratio: float) -> str:
    """How long something is by something else, in whole per cent: as a share, but more than all is told as it is."""
    return per_cent(ratio) if ratio < 1 else f"{int(100 * ratio + 1e-6)}%"


def part_of(number: str) -> str:
    """The main part of a requirement: ``II`` of ``II.6.1``."""
    return number.split(".", 1)[0]


def parts(template: Template) -> dict[str, tuple[str, ...]]:
    """Requirement numbers by main part, in the template's order."""
    out: dict[str, list[str]] = {}
    for requirement in template.requirements:
        out.setdefault(part_of(requirement.number), []).append(requirement.number)
    return {part: tuple(numbers) for part, numbers in out.items()}


def badness(draft: DraftSummary) -> tuple[int, int, int, int, str]:
    """Sort key, the worst first: what could not be judged, then the least covered, then the most errors."""
    if not draft.readable:
        return (0, 0, 0, 0, draft.slug)
    if draft.foreign:
        return (1, 0, 0, 0, draft.slug)
    c = draft.coverage
    share = round(1_000_000 * c.full / c.counted) if c.counted else 0
    return (2, share, -c.missing, -draft.counts[0], draft.slug)


def worst_first(drafts: Iterable[DraftSummary]) -> tuple[DraftSummary, ...]:
    """Drafts in the order a reviewer should look at them."""
    return tuple(sorted(drafts, key=badness))


def by_name(drafts: Iterable[DraftSummary]) -> tuple[DraftSummary, ...]:
    """Drafts in the order of their units' names, as a Vietnamese list has it."""
    return tuple(sorted(drafts, key=lambda d: (collated(d.label), d.slug)))


def judged(drafts: Iterable[DraftSummary]) -> tuple[DraftSummary, ...]:
    """Drafts that have statuses."""
    return tuple(d for d in drafts if d.readable and not d.foreign)


def last_row(t: Speech, apart: Sequence[int]) -> str:
    """What the last row of the matrix counts; ``apart`` are the findings of documents that follow another outline."""
    text = t("Dòng cuối: ở cột mục là số dự thảo đủ trên số dự thảo phải có mục ấy.")
    if any(apart):
        text += " " + t(
            "Lỗi, cảnh báo, ghi chú ở dòng này chỉ của dự thảo đã đối chiếu; chưa kể {e} lỗi, {w} cảnh báo, {n} ghi chú của tài liệu khác đề cương.",
            e=t.count(apart[0]), w=t.count(apart[1]), n=t.count(apart[2]),
        )  # fmt: skip
    return text


def apart_of(drafts: Iterable[DraftSummary]) -> tuple[int, int, int]:
    """How many errors, warnings and notes are of documents that follow another outline."""
    counts = [d.counts for d in drafts if d.readable and d.foreign]
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def coverage_of(draft: DraftSummary, numbers: Sequence[str]) -> Coverage:
    """Coverage of some requirements of a draft."""
    chosen = set(numbers)
    return Coverage.of(status for number, status, _ in draft.statuses if number in chosen)


def by_requirement(template: Template, drafts: Iterable[DraftSummary]) -> dict[str, Coverage]:
    """Coverage of every requirement over the cohort."""
    out = {r.number: Coverage() for r in template.requirements}
    for draft in drafts:
        for number, status, _ in draft.statuses:
            if number in out:
                out[number] += Coverage.of((status,))
    return out


def total(drafts: Iterable[DraftSummary]) -> Coverage:
    """Coverage of the whole cohort."""
    out = Coverage()
    for draft in drafts:
        out += draft.coverage
    return out


def asked_of_unit(found: Finding, *, confirmed: bool) -> bool:
    """Whether a letter asks for it; a note that a reviewer accepted is his request, not ours.

    Who has copied from whom, that a unit sent another document than its report, and that a text is not its heading's, only a
    person can say: each is told where a reviewer has accepted it. With ``confirmed`` everything is.
    """
    if confirmed or found.rule in ("R601", "S110", "S112"):
        return found.accepted
    return not found.waived and found.severity != "note"


def placed(found: Finding) -> bool:
    """Whether a finding stands somewhere in the draft's text."""
    return bool(found.places) and found.rule not in UNPLACED


def below_common(paths: Iterable[str]) -> dict[str, str]:
    """Paths without the folders that all of them share: the machine's own are nobody's business, in a report that is sent on least of all.

    >>> below_common(["/srv/a/xa-b.docx", "/srv/a/dot-2/xa-c.docx"])
    {'/srv/a/xa-b.docx': 'xa-b.docx', '/srv/a/dot-2/xa-c.docx': 'dot-2/xa-c.docx'}
    """
    parts = {path: path.replace("\\", "/").split("/") for path in paths}
    folders = [p[:-1] for p in parts.values()]
    shared = 0
    while folders and all(len(f) > shared and f[shared] == folders[0][shared] for f in folders):
        shared += 1
    return {path: "/".join(p[shared:]) for path, p in parts.items()}
