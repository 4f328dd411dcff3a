"""U501 of every unit that is named: one of the writer's rank or above it that is not the writer's, in a place that is the writer's, and unexplained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .announced import IS, announced, slipped
from .claims import beside_writer, claimed, committee_of, explained, with_organs
from .own import lines_of
from .placed import listing_columns
from .profile import NAME, front_end, goes_on, key_of, profile_of
from .suspects import usual_names

USUAL = 3
"""A unit named so often is no slip of the pen; ``often`` looks at it as a whole."""
_NO_NAME = r"(?!(?:Đoàn|Hội|Mặt|Ủy|Uỷ|Ban|Chủ|Phó|Bí|Đảng|Nhân|Trưởng|Công|Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Việt)\b)"
_UNITS = (
    Gated(rf"\b(?P<level>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)[ \xa0](?P<name>{_NO_NAME}{NAME})"),
    Gated(
        rf"\b(?P<level>[Hh]uyện|[Tt]hị xã|[Qq]uận|[Tt]hành phố|(?:Huyện|Thị|Thành|Quận)\s(?:ủy|uỷ|Ủy|Uỷ))[ \xa0](?P<name>{_NO_NAME}{NAME})"
    ),
    Gated(rf"\b(?P<level>[Tt]ỉnh|Tỉnh\s(?:ủy|uỷ|Ủy|Uỷ))[ \xa0](?P<name>{_NO_NAME}{NAME})"),
)
"""Units by rank: communes, districts, provinces."""
_LEVELS = ("xã", "huyện", "tỉnh")
_CAPITALS = rf"[{UPPER}]+(?: [{UPPER}]+){{0,3}}"
_TITLES = tuple(
    lazy(rf"\b(?:{capitals})[ \xa0](?P<name>{_CAPITALS})|\b(?:{small})\s(?P<small>{NAME})")
    for capitals, small in (
        (r"(?<!TÁC )XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU", "xã|phường|thị trấn|đặc khu"),
        (
            r"HUYỆN(?: ỦY| UỶ| ĐOÀN)?|THỊ (?:XÃ|ỦY|UỶ|ĐOÀN)|QUẬN(?: ỦY| UỶ| ĐOÀN)?|(?:THÀNH PHỐ|THÀNH ỦY|THÀNH UỶ|THÀNH ĐOÀN)",
            "[Hh]uyện(?: ủy)?|[Tt]hị (?:xã|ủy)|[Qq]uận(?: ủy)?|[Tt]hành (?:phố|ủy)",
        ),
        (r"TỈNH(?: ỦY| UỶ| ĐOÀN)?", "[Tt]ỉnh(?: ủy)?"),
    )
)
"""The same in a title block."""
_ASKS = lazy(
    r"(?:[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất)\s(?:với\s)?(?:Ban Thường vụ|Thường trực|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)?\s?$"
)
_LIST = lazy(r"^(?:,|\svà|;|\shoặc)\s(?:các\s)?(?:xã|phường|huyện|thị xã|thành phố|tỉnh|Huyện|Thị|Thành|Tỉnh)\b")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: its rank, its level, how it is said, its name, and the names in the title block by rank."""

    rank: int
    level: str
    said: str
    own: str
    named: tuple[frozenset[str], ...]

    def knows(self, name: str) -> bool:
        """Whether a name is of the writer or above it."""
        given = key_of(name)
        return any(goes_on(given, n) for names in self.named for n in names)


def strange_units(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each other unit that a draft tells of as of its writer."""
    writer = writer_of(context)
    if writer is None:
        return
    text, start = context.spelled.text, max(front_end(context), context.outline.front.start)
    for m in IS.finditer(text):
        if m.start() >= start and m["level"] == writer.level and not writer.knows(m["name"]):
            yield Span(*m.span("name")), msg("Tên đơn vị khác: {name}.", name=m["name"]), writer.said
    found = [m for m in mentions(text, writer) if m.start() >= start]
    often = Counter(key_of(m["name"]) for m in found)
    rare = [m for m in found if often[key_of(m["name"])] < USUAL]
    if not rare:
        return
    usual, listed = usual_names(text), listing_columns(context)
    rare = [m for m in rare if not any(n in key_of(m["name"]) for n in usual)]
    for p in context.spelled.paragraphs if rare else ():
        here = [m for m in rare if p.start <= m.start() < p.end]
        if not here or p.story in NO_TEXT or (p.cell is not None and (p.cell[0], p.cell[2]) in listed):
            continue
        for m, at in _convicted(text[p.start : p.end], p.start, here, writer):
            what = f"{m['level']} {m['name']}"
            yield Span(at, m.end()), msg("Tên đơn vị khác: {name}.", name=what), writer.said


def mentions(text: str, writer: Writer) -> Iterator[re.Match[str]]:
    """Every named unit of the writer's rank, and of those above that the title block names, which is none of them."""
    for rank in range(writer.rank, len(_UNITS)):
        if rank == writer.rank or writer.named[rank]:
            for m in _UNITS[rank].finditer(text):
                if not writer.knows(m["name"]):
                    yield m


def named_itself(text: str, writer: Writer) -> int:
    """How often a text names the writer by its level and name."""
    names = (m["name"] for m in _UNITS[writer.rank].finditer(text)) if writer.own else ()
    return sum(goes_on(key_of(name), writer.own) for name in names)


def _convicted(
    text: str, start: int, found: list[re.Match[str]], writer: Writer
) -> Iterator[tuple[re.Match[str], int]]:
    """Those in a paragraph that stand for the writer, with the place where their organs begin."""
    seen = heard(text, start, found, writer)
    for name, _, m, at in seen:
        if at >= 0 and not any(why or elsewhere < 0 for other, why, _, elsewhere in seen if other == name):
            yield m, at


def heard(
    text: str, start: int, found: list[re.Match[str]], writer: Writer
) -> list[tuple[str, bool, re.Match[str], int]]:
    """What a paragraph says of the units in it: name, whether something explains it, and where it begins with its organs if it stands for the writer, else -1."""
    seen: list[tuple[str, bool, re.Match[str], int]] = []
    for left, right in sentences(text):
        sentence = text[left:right]
        here = [m for m in found if start + left <= m.start() < start + right]
        for m in here:
            a, b = m.start() - start - left, m.end() - start - left
            why = (
                _others_beside(sentence, a, b, here, start + left)
                or _LIST.match(sentence[b:])
                or explained(sentence, a, b)
            )
            own = committee_of(writer.level) if m["level"].endswith(("ủy", "uỷ")) else writer.level
            why = why or (rank_of(m) == writer.rank and beside_writer(sentence, a, b, own))
            at = with_organs(sentence, a)
            sure = announced(sentence, at, b)
            told = sure or (not why and not _names_itself(sentence, writer) and _told(sentence, a, b, m, writer))
            seen.append((key_of(m["name"]), bool(why) and not sure, m, start + left + at if told else -1))
    return seen


def _told(sentence: str, left: int, right: int, m: re.Match[str], writer: Writer) -> bool:
    """Whether a unit stands where the writer, or who is above it, stands."""
    if rank_of(m) > writer.rank and _ASKS.search(sentence, 0, left):
        return True
    return claimed(sentence, left, right) or any(slipped(key_of(m["name"]), n) for n in writer.named[rank_of(m)])


def rank_of(m: re.Match[str]) -> int:
    """The rank of a unit that was found."""
    return next(k for k, units in enumerate(_UNITS) if units.pattern is m.re)


def _others_beside(sentence: str, left: int, right: int, found: list[re.Match[str]], start: int) -> bool:
    """Whether a clause names another stranger too."""
    end = sentence.find(";", right)
    a, b = start + sentence.rfind(";", 0, left) + 1, start + (end if end >= 0 else len(sentence))
    return len({key_of(m["name"]) for m in found if a <= m.start() < b}) > 1


def _names_itself(sentence: str, writer: Writer) -> bool:
    """Whether a sentence names the writer too."""
    return bool(writer.own) and writer.own in key_of(sentence)


def writer_of(context: Context) -> Writer | None:
    """Who writes; None where the title block does not say."""
    head = context.spelled.text[: front_end(context)]
    head = re.split(r"(?im)^\W*báo cáo\b", head, maxsplit=1)[0]
    named = tuple(frozenset(key_of(m["name"] or m["small"]) for m in t.finditer(head)) for t in _TITLES)
    profile = profile_of(context)
    if profile:
        rank, own = int(profile.upper), key_of(profile.name)
        named = (*named[:rank], named[rank] | {own}, *named[rank + 1 :])
        said = context.outline.metadata.unit or ""
        return Writer(rank, profile.level, said, own, named)
    rank = next((k for k, names in enumerate(named) if names), -1)
    if rank < 0:
        return None
    own = next(iter(named[rank])) if len(named[rank]) == 1 else ""
    lines = lines_of(head)
    said = lines[-1].capitalize() if lines else ""
    return Writer(rank, _LEVELS[rank], said, own, named)
