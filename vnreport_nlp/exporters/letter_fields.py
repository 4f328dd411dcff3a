"""What a letter's sentence may name of a finding: where, what, which document; a unit knows its sections, not our lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from string import Formatter

from ..checks.context import Context, word_end
from ..expressions import compiled
from ..model import MISSING, Assessment, Finding, Location, Message, Place, Template
from .letter_sentences import SENTENCES
from .tables import NAMED, Speech, elsewhere

QUOTE = 160
"""Letters of a quote."""
MANY = 3
"""Sections of a part from which requests are one sentence, and neighbours are told as a range."""
OPENING = 60
"""Letters by which a long passage is told."""
KINDS = {
    "NQ": "Nghị quyết", "CT": "Chỉ thị", "KL": "Kết luận", "KH": "Kế hoạch", "CTr": "Chương trình", "ĐA": "Đề án",
    "HD": "Hướng dẫn", "TB": "Thông báo", "BC": "Báo cáo", "CV": "Công văn", "TTr": "Tờ trình", "QC": "Quy chế",
}  # fmt: skip
"""Kinds of document by the letters of their symbols; ``QĐ`` is two kinds, which the draft's own words tell apart."""
_KIND = compiled(r"\d[\w.]*[-/](?P<kind>[A-ZĐa-z]+)")
_TWO = compiled(r"(?:quy định|quyết định)(?=\W+(?:số\W+)?$)", re.IGNORECASE)
_SUM = compiled(r"(?P<basis>.+) = (?P<reached>\S+) (?P<sign>[≠>]) (?P<said>\S+)")
_RESULT = compiled(r"(?P<made>[^=]+ [×−] [^=]+) = (?P<reached>[^=≠]+) ≠ (?P<said>.+)")
_DIFFERENCE = compiled(r"\|(?P<high>\S+) - (?P<low>\S+)\|")
_CHANGE = compiled(r"(?P<before>\S+) → (?P<after>\S+): (?P<reached>.+) ≠ (?P<said>\S+)")
_SHARE = compiled(r"(?P<share>\S+) / (?P<base>\S+): (?P<reached>\S+) ≠ (?P<said>\S+)")
_DIGITS = compiled(r"\d+[.)]?")


@dataclass(frozen=True)
class Asked:
    """The findings of one draft as sentences of a letter to its unit."""

    result: Assessment
    t: Speech

    @cached_property
    def context(self) -> Context:
        """The draft as its checks saw it."""
        r = self.result
        return Context(r.document, r.outline, r.template, r.alignment, r.verdicts)

    def sentence(self, found: Finding, *, again: bool = False) -> str:
        """One sentence that says what is wrong, where, and what is asked, ``again`` when it was asked before."""
        said = self._sentence(found)
        return said.removesuffix(".") + " " + self.t("(đã đề nghị lần trước, chưa sửa)") + "." if again else said

    def _sentence(self, found: Finding) -> str:
        fields = {name: value for name, value in self.fields(found) if value}
        for known in (*SENTENCES.get(self.key(found), ()), *SENTENCES[""]):
            shown = {name for _, name, _, _ in Formatter().parse(known.id) if name}
            if shown | {value.strip("{}") for _, value in known.params} <= set(fields):
                return self.t.say(Message(known.id, tuple(fields.items())))
        return self.t.say(found.message) + "."

    @cached_property
    def _unsure(self) -> frozenset[str]:
        return frozenset(v.requirement for v in self.result.verdicts if v.review and v.status in MISSING)

    @property
    def unseen(self) -> tuple[str, ...]:
        """What counts as missing, yet nobody has looked whether it is."""
        sure = {f.requirement for f in self.result.findings if f.accepted and f.rule in ("S101", "S102")}
        return tuple(n for n in sorted(self._unsure) if not any(n == s or n.startswith(f"{s}.") for s in sure))

    def doubtful(self, found: Finding) -> bool:
        """Whether nobody has looked yet at something missing or empty that the tool is not sure of."""
        return found.rule in ("S101", "S102") and found.requirement in self._unsure and not found.accepted

    def key(self, found: Finding) -> str:
        """The rule by which a sentence is chosen, ``S101?`` where it is doubtful."""
        return f"{found.rule}?" if self.doubtful(found) else found.rule

    def fields(self, found: Finding) -> Iterator[tuple[str, str]]:
        """Name and value of everything that a sentence may show; later ones win."""
        for prefix, message in (("need_", found.need), ("found_", found.found), ("", found.message)):
            yield from ((prefix + name, value) for name, value in (message.params if message is not None else ()))
        say = self.t.say
        given = dict(found.message.params)
        yield "message", say(found.message).rstrip(".")
        yield "ask", _low(say(found.fix).rstrip("."))
        yield "why", _low(say(found.found).rstrip("."))
        needed = dict(found.need.params).get("need", "") if found.need is not None else ""
        yield "guidance", needed.rstrip(".") if needed != given.get("title") else ""
        above = found.requirement.rpartition(".")[0] if found.requirement else ""
        yield "part", self._item(above) if above else ""
        yield "item", self._item(found.requirement) if found.requirement else ""
        if found.rule == "S107":
            yield "title", _cut(given.get("title", ""), 80)
        if below := headless(found):
            yield "found_numbers", ranges(below, self.result.template)
            yield "several", "1" if len(below) > 1 else ""
        yield "digits", "1" if _DIGITS.fullmatch(given.get("marker", "")) else ""
        yield from _arithmetic(given.get("arithmetic", ""))
        if change := _CHANGE.fullmatch(given.get("arithmetic", "")):
            up = _value(change["after"]) > _value(change["before"])
            yield "way", self.t("tăng") if up else self.t("giảm")
        yield from self._where(found)
        yield from self._documents(found, given)

    def _where(self, found: Finding) -> Iterator[tuple[str, str]]:
        place = found.places[0] if found.places else None
        at = self._at(place, found.requirement) if place is not None else self._named(found.requirement)
        yield "at", at
        yield "where", at[:1].upper() + at[1:]
        if place is None:
            return
        quote = self.quote(place)
        yield "quote", quote
        yield "opening", _cut(quote, OPENING)
        yield "whole", "1" if found.rule == "R601" and found.severity == "error" else ""
        yield "inside", self._inside(place, found.rule)
        if len(found.places) > 1:
            other = self._at(found.places[1], None)
            yield "other", other if other != at else ""
            yield "other_quote", self.quote(found.places[1])
            named = dict.fromkeys(self._at(p, None) for p in elsewhere(found)[:NAMED])
            yield "others", ", ".join(n for n in named if n != at)

    def _named(self, requirement: str | None) -> str:
        return self.t("mục {n}", n=requirement) if requirement else self.t("dự thảo")

    def _item(self, number: str) -> str:
        """``phần II`` of the template, ``mục II.6`` below it."""
        return self.t("mục {n}", n=number) if "." in number else self.t("phần {n}", n=number)

    def _at(self, place: Place, requirement: str | None) -> str:
        """``mục II.7``; a section of the draft's own by its heading; page or note where there is one."""
        outline, t = self.result.outline, self.t
        start = place.span.start
        number = requirement or self.context.requirement_at(start)
        section = outline.section_at(start)
        if number:
            where = t("mục {n}", n=number)
        elif section is not None and section.title:
            where = t("mục “{title}”", title=_cut(f"{section.marker} {section.title}".strip(), 80))
        else:
            where = t("phần mở đầu") if start < outline.closing.start else t("phần cuối")
        more = t.place(replace(Location(), page=place.location.page, footnote=place.location.footnote))
        return f"{where}, {more}" if more else where

    def _inside(self, place: Place, rule: str) -> str:
        """The heading under which content stands that has none of its own, or none in the right part."""
        outline = self.result.outline
        section = outline.section_at(place.span.start)
        if section is not None and rule == "S104":
            section = outline.sections[section.parent] if section.parent is not None else None
        return _cut(f"{section.marker} {section.title}".strip(), 100) if section is not None and section.title else ""

    def quote(self, place: Place) -> str:
        """The draft's words in whole words, brackets closed."""
        text = self.result.document.text
        start, end = place.span.start, place.span.end
        while start > 0 and text[start : start + 1].isalnum() and text[start - 1].isalnum():
            start -= 1
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        end = word_end(text, start, end)
        words = _cut(" ".join(text[start:end].split()).strip(" ,;:"), QUOTE)
        if place.quote.endswith("…") and not words.endswith("…"):
            return words + "…"
        return words + ")" if words.count("(") > words.count(")") and not words.endswith("…") else words

    def _documents(self, found: Finding, given: dict[str, str]) -> Iterator[tuple[str, str]]:
        if "symbol" in given and found.places:
            yield "document", self._document(given["symbol"], found.places[0], lead=True)
        for name, place in zip(("a", "b"), found.places, strict=False):
            if found.rule == "C304" and name in given:
                yield name, self._document(given[name], place, lead=False)

    def _document(self, symbol: str, place: Place, *, lead: bool) -> str:
        """``Kết luận số 21-KL/TW``, of the kind that its symbol or the words before it tell; ``văn bản`` when neither does."""
        m = _KIND.search(symbol)
        kind = KINDS.get(m["kind"], "") if m else ""
        if not kind and (
            told := _TWO.search(self.result.document.text[max(0, place.span.start - 24) : place.span.start])
        ):
            kind = told[0].capitalize()
        return self.t(
            "{kind} số {symbol}", kind=kind or (self.t("Văn bản") if lead else self.t("văn bản")), symbol=symbol
        )


def ranges(numbers: Iterable[str], template: Template) -> str:
    """``II.1 - II.5, II.8``: three and more neighbours of the outline as a range."""
    order = {r.number: k for k, r in enumerate(template.requirements)}
    runs: list[list[str]] = []
    for number in sorted(numbers, key=lambda n: order.get(n, len(order))):
        if runs and _next(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]} - {run[-1]}" if len(run) >= MANY else ", ".join(run) for run in runs)


def _next(before: str, number: str) -> bool:
    (above, _, a), (own, _, b) = before.rpartition("."), number.rpartition(".")
    return above == own and a.isdigit() and b.isdigit() and int(b) == int(a) + 1


def headless(found: Finding) -> tuple[str, ...]:
    """The sections below one that is missing or has no heading, where the finding lists them."""
    params = dict(found.found.params) if found.found is not None else {}
    return tuple(filter(None, params.get("numbers", "").split(", "))) if found.rule in ("S101", "S105") else ()


def _arithmetic(text: str) -> Iterator[tuple[str, str]]:
    """What a sum, share or change says, by name."""
    for pattern in (_CHANGE, _SHARE, _RESULT, _SUM):
        if m := pattern.fullmatch(text):
            found = m.groupdict()
            yield "over", "1" if found.pop("sign", "") == ">" else ""
            if difference := _DIFFERENCE.fullmatch(found.get("basis", "")):
                yield from difference.groupdict().items()
            yield from found.items()
            return


def _value(text: str) -> Decimal:
    """A printed number; nothing where it is none."""
    digits = re.sub(r"[^\d,]", "", text).replace(",", ".")
    return Decimal(digits if re.fullmatch(r"\d+(?:\.\d+)?", digits) else 0)


def _low(text: str) -> str:
    """A sentence that goes on another: its first letter small, unless the word is all capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _cut(text: str, most: int) -> str:
    """A text that fits, cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0].rstrip(" ,;:(“") + "…"
