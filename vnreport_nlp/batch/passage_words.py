"""What a finding says of a shared passage: whose drafts have it too, how much alike they are, where the closest one stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..decisions import SEVERAL, tells_of
from ..messages import LANGUAGES, render
from ..model import Message, Place, Severity, Span, msg, shortened, whole_percent
from ..text import within
from .gathered import Gathered, Side

PASSAGE = msg("Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}")
"""What every finding on a passage begins with that one other unit shares."""
OF_ONE: dict[Severity, Message] = {
    "note": PASSAGE,
    "warning": msg("Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}; các đoạn giống chiếm {share}% báo cáo"),
    "error": msg("Một đoạn {n} chữ giống {percent}% một đoạn trong dự thảo của {other}; các đoạn giống chiếm gần như toàn bộ báo cáo"),
}  # fmt: skip
OF_SEVERAL: dict[Severity, tuple[Message, Message]] = {
    "note": (
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named}"),
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named} (và {rest} đơn vị khác)"),
    ),
    "warning": (
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named}; các đoạn giống dự thảo của {most} chiếm {share}% báo cáo"),
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named} (và {rest} đơn vị khác); các đoạn giống dự thảo của {most} chiếm {share}% báo cáo"),
    ),
    "error": (
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named}; các đoạn giống dự thảo của {most} chiếm gần như toàn bộ báo cáo"),
        msg("Một đoạn {n} chữ giống đoạn trong dự thảo của {units} đơn vị, độ giống {percent}%: {named} (và {rest} đơn vị khác); các đoạn giống dự thảo của {most} chiếm gần như toàn bộ báo cáo"),
    ),
}  # fmt: skip
"""The same of several units; of many the first are named."""
NAMED = 3
"""Units that the sentence names; one more rather than “and 1 other”. All stand in the details."""
WORDS = 160
"""Characters of the other draft's passage that a finding quotes."""
DOT = "\u00a0·\u00a0"
"""Between figures that stay on one line."""
STEP = 20
"""Characters, some four syllables, by which the ends of one passage differ from pair to pair without anybody's asking why."""
ONE: tuple[Message, ...] = (
    msg("Đoạn trong dự thảo kia (trang {page}, dòng {n}): “{words}”"),
    msg("Đoạn trong dự thảo kia (dòng {n}): “{words}”"),
    msg("Đoạn trong dự thảo kia (trang {page}, đoạn {n}): “{words}”"),
    msg("Đoạn trong dự thảo kia (đoạn {n}): “{words}”"),
    msg("Đoạn trong dự thảo kia (trang {n}): “{words}”"),
    msg("Đoạn trong dự thảo kia: “{words}”"),
)
CLOSEST: tuple[Message, ...] = (
    msg("Gần nhất là đoạn trong dự thảo của {closest} (trang {page}, dòng {n}): “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
    msg("Gần nhất là đoạn trong dự thảo của {closest} (dòng {n}): “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
    msg("Gần nhất là đoạn trong dự thảo của {closest} (trang {page}, đoạn {n}): “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
    msg("Gần nhất là đoạn trong dự thảo của {closest} (đoạn {n}): “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
    msg("Gần nhất là đoạn trong dự thảo của {closest} (trang {n}): “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
    msg("Gần nhất là đoạn trong dự thảo của {closest}: “{words}”. Từng đơn vị (độ giống · số chữ · phần báo cáo giống đơn vị ấy): {each}"),
)  # fmt: skip
"""Both by what is known of the place: page and line, line, page and paragraph, paragraph, page, nothing."""


def shown_name(unit: str) -> str:
    """A unit as a finding names it: of a draft that does not say whose it is, its file."""
    return within(unit.replace("\\", "/").rsplit("/", 1)[-1])


def told(g: Gathered) -> Message:
    """The sentence; the unit that decides how severe it is stands first and is named again with its share."""
    if len(g.units) == 1:
        head = g.head
        percent, other = whole_percent(head.similarity), shown_name(head.unit)
        return _filled(
            OF_ONE[g.severity], n=_n(head), percent=percent, other=other, share=whole_percent(g.heaviest.weight)
        )
    most = g.heaviest.unit if g.severity != "note" else ""
    units = sorted((s.unit for s in g.units), key=lambda unit: unit != most)
    count = len(units) if len(units) <= NAMED + 1 else NAMED
    found = [whole_percent(s.similarity) for s in g.units]
    said = _filled(
        OF_SEVERAL[g.severity][count < len(units)],
        n=_n(g.head), percent=f"{min(found)}–{max(found)}" if min(found) < max(found) else max(found),
        units=len(units), named=listed(map(shown_name, units[:count])), rest=len(units) - count,
        most=shown_name(most), share=whole_percent(g.heaviest.weight),
    )  # fmt: skip
    return msg(said.id, **dict(said.params), **{SEVERAL: "\x1f".join(map(shown_name, units))})


def details(g: Gathered) -> Message:
    """Where the closest passage stands and its first words; of several units what each has."""
    if len(g.units) == 1:
        return _beside(g.head, ONE)
    totals = g.totals
    each = listed(
        f"{shown_name(s.unit)} ({whole_percent(s.similarity)}%{DOT}{_n(s)}{DOT}{whole_percent(totals[s.unit])}%)"
        for s in g.units
    )
    return _beside(g.units[0], CLOSEST, closest=shown_name(g.units[0].unit), each=each)


def beyond(g: Gathered) -> tuple[Place, ...]:
    """The places of sides that reach beyond the head, each told once and with the units that have it: nothing of a passage is left unmarked."""
    head, out = g.head.span, dict[Span, list[Side]]()
    for side in sorted(g.sides, key=lambda s: (-s.size, s.span.start)):
        if side.reaches(head) > STEP:
            span = next((s for s in out if side.reaches(s) <= STEP), side.span)
            out.setdefault(span, []).append(side)
    return tuple(
        Place(
            span, first.location, first.quote, max(s.similarity for s in (first, *rest)),
            msg("Đoạn giống dự thảo của {named}", named=listed(dict.fromkeys(shown_name(s.unit) for s in (first, *rest)))),
        )
        for span, (first, *rest) in sorted(out.items())
    )  # fmt: skip


def names_unit(sentence: str, unit: str) -> bool:
    """Whether a sentence of ours, in any of our languages, names a unit as one that shares the passage."""
    if unit not in sentence:
        return False
    if tells_of(sentence, Message(PASSAGE.id, (("other", unit),))):
        return True
    named = rf"(?:.*[,;] )?{re.escape(unit)}(?:[,;] .*)?"
    for known in OF_SEVERAL["note"]:
        bare = _filled(known, n="§", percent="§", units="§", rest="§", named="‡")
        forms = (re.escape(render(bare, lang)).replace("§", r"[\d.–]+").replace("‡", named) for lang in LANGUAGES)
        if any(re.fullmatch(rf"{form}(?:;.*)?", sentence, re.DOTALL) for form in forms):
            return True
    return False


def listed(names: Iterable[str]) -> str:
    """Names one after another, told apart where one of them has a comma in it."""
    given = list(names)
    return ("; " if any("," in name for name in given) else ", ").join(given)


def _n(side: Side) -> str:
    return f"{side.syllables:,}".replace(",", ".")


def _filled(form: Message, **values: object) -> Message:
    """A form with the values that it shows and no others: what a message has a letter may say."""
    return msg(form.id, **{name: value for name, value in values.items() if f"{{{name}}}" in form.id})


def _beside(side: Side, forms: Sequence[Message], **values: str) -> Message:
    at = side.there
    step = at.line if at.line is not None else at.paragraph
    line, paragraph, page = at.line is not None, at.paragraph is not None, at.page is not None
    kind = (line and page, line, paragraph and page, paragraph, page, True).index(True)
    n = at.page if step is None else step
    return _filled(forms[kind], words=shortened(side.words, WORDS), page=at.page, n=n, **values)
