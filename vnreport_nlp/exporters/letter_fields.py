"""What a letter's sentence may name of a finding: where, what, which document; a unit knows its sections, not our lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from string import Formatter

from ..checks.context import Context, word_end
from ..checks.figures.reading.grid import label_of
from ..checks.told import RULE_OF, asks_figures
from ..expressions import compiled
from ..model import MISSING, PARTIAL, Assessment, Finding, Location, Message, Place, Span, Status
from .letter_arithmetic import arithmetic, rises
from .letter_numbers import in_parts, ranges, told
from .letter_sentences import SENTENCES
from .letter_words import also_short, cut, headless, is_bare, low, spaced
from .tables import NAMED, Speech, elsewhere

QUOTE = 160
"""Letters of a quote."""
OPENING = 60
"""Letters by which a long passage is told."""
KINDS = {
    "NQ": "Nghị quyết", "CT": "Chỉ thị", "KL": "Kết luận", "KH": "Kế hoạch", "CTr": "Chương trình", "ĐA": "Đề án",
    "HD": "Hướng dẫn", "TB": "Thông báo", "BC": "Báo cáo", "CV": "Công văn", "TTr": "Tờ trình", "QC": "Quy chế",
}  # fmt: skip
"""Kinds of document by the letters of their symbols; ``QĐ`` is two kinds, which the draft's own words tell apart."""
_KIND = compiled(r"\d[\w.]*[-/](?P<kind>[A-ZĐa-z]+)")
_TWO = compiled(r"(?:quy định|quyết định)(?=\W+(?:số\W+)?$)", re.IGNORECASE)
_DIGITS = compiled(r"\d+(?:\.\d+)*[.)]?")
_PART_TWICE = compiled(r"(?:[Mm]ục|[Pp]hần) Phần thứ")
UNSURE = frozenset({"S101", "S102", "S103", "S104", "S105"})
"""Rules that say what a verdict says, which may ask for a look."""


@dataclass(frozen=True)
class Asked:
    """The findings of one draft as sentences of a letter to its unit."""

    result: Assessment
    t: Speech
    along: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a section's number those below it that a request to move it takes along."""

    @cached_property
    def context(self) -> Context:
        """The draft as its checks saw it."""
        r = self.result
        return Context(r.document, r.outline, r.template, r.alignment, r.verdicts)

    @cached_property
    def parted(self) -> bool:
        """Whether the outline is one in parts; only Vietnamese has words for it."""
        return self.t.lang == "vi" and in_parts(self.result.template)

    def number(self, requirement: str) -> str:
        """A requirement's number as the outline prints it."""
        return told(requirement, parted=self.parted)

    def ranges(self, requirements: Iterable[str]) -> str:
        """Several of them, neighbours as a range."""
        return ranges(requirements, self.result.template, parted=self.parted)

    def sentence(self, found: Finding) -> str:
        """One sentence that says what is wrong, where, and what is asked."""
        fields = {name: value for name, value in self.fields(found) if value}
        for known in (*SENTENCES.get(self.key(found), ()), *SENTENCES[""]):
            shown = {name for _, name, _, _ in Formatter().parse(known.id) if name}
            if shown | {value.strip("{}") for _, value in known.params} <= set(fields):
                said = _PART_TWICE.sub("Phần thứ", self.t.say(Message(known.id, tuple(fields.items()))))
                return f"{said} {self._short(found, fields)}".rstrip()
        return self.t.say(found.message) + "."

    def _short(self, found: Finding, fields: Mapping[str, str]) -> str:
        """What is said besides of a section in the wrong place that is short as well."""
        if not also_short(found):
            return ""
        n, wanting = fields["n"], fields["wanting"]
        if self.doubtful(found):
            return self.t(
                "Mục này cũng có thể còn ngắn ({n} chữ); đề nghị bổ sung {wanting} nếu cần.", n=n, wanting=wanting
            )
        return self.t("Mục này cũng còn ngắn ({n} chữ); đề nghị bổ sung {wanting}.", n=n, wanting=wanting)

    @cached_property
    def _reviewed(self) -> dict[str, str]:
        """Statuses that the tool is not sure of."""
        return {v.requirement: v.status for v in self.result.verdicts if v.review}

    @cached_property
    def _accepted(self) -> frozenset[str]:
        return frozenset(
            f.requirement for f in self.result.findings if f.accepted and f.rule in UNSURE and f.requirement
        )

    @property
    def unseen(self) -> tuple[str, ...]:
        """What counts as missing, yet nobody has looked whether it is."""
        return self._unlooked(MISSING)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """What counts in part, yet nobody has looked whether it does."""
        return self._unlooked(PARTIAL)

    def unclear(self, status: Status) -> tuple[str, ...]:
        """What has a status that nobody has looked at yet."""
        return self._unlooked((status,))

    def _unlooked(self, statuses: Container[str]) -> tuple[str, ...]:
        unsure = sorted(n for n, status in self._reviewed.items() if status in statuses)
        return tuple(n for n in unsure if not any(n == s or n.startswith(f"{s}.") for s in self._accepted))

    def doubtful(self, found: Finding) -> bool:
        """Whether nobody has looked yet at something that the tool is not sure of: the sections that the pages mark with ``?``."""
        return (
            RULE_OF.get(self._reviewed.get(found.requirement or "", "")) == found.rule in UNSURE and not found.accepted
        )

    def key(self, found: Finding) -> str:
        """The rule by which a sentence is chosen, ``S101?`` where it is doubtful."""
        return f"{found.rule}?" if self.doubtful(found) else found.rule

    def fields(self, found: Finding) -> Iterator[tuple[str, str]]:
        """Name and value of everything that a sentence may show; later ones win."""
        for prefix, message in (("need_", found.need), ("found_", found.found), ("", found.message)):
            for name, value in message.params if message is not None else ():
                yield prefix + name, self.number(value) if name == "number" else value
        say = self.t.say
        given = dict(found.message.params)
        yield "message", low(say(found.message).rstrip("."))
        yield "ask", low(say(found.fix).rstrip("."))
        yield "why", low(say(found.found).rstrip("."))
        needed = dict(found.need.params).get("need", "") if found.need is not None else ""
        yield "guidance", needed.rstrip(".") if needed != given.get("title") else ""
        above = found.requirement.rpartition(".")[0] if found.requirement else ""
        yield "part", self._item(above) if above else ""
        yield "item", self._item(found.requirement) if found.requirement else ""
        asks = self.result.template.by_number.get(found.requirement or "")
        yield "wanting", self.t("nội dung, số liệu") if asks is not None and asks_figures(asks) else self.t("nội dung")
        if found.rule == "S104" and (below := self.along.get(found.requirement or "")):
            yield "along", self.t("các mục {n}", n=self.ranges(below)) if len(below) > 1 else self._section(below[0])
        if found.rule == "S107":
            yield "numbered", "1" if found.requirement else ""
            yield "title", cut(given.get("title", ""), 80)
        if below := headless(found):
            yield "found_numbers", self.ranges(below)
            yield "several", "1" if len(below) > 1 else ""
        if period := dict(found.need.params).get("period", "") if found.need is not None else "":
            yield (
                "need_time",
                self.t("năm {year}", year=period)
                if period.isdigit()
                else self.t("giai đoạn {period}", period=spaced(period)),
            )
        if years := given.get("years"):
            yield "years", spaced(years)
        yield "digits", "1" if _DIGITS.fullmatch(given.get("marker", "")) else ""
        yield from arithmetic(given.get("arithmetic", ""))
        if (up := rises(given.get("arithmetic", ""))) is not None:
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
        quote = self.clause(place) if found.rule == "S109" else self.quote(place)
        if found.rule == "T703":  # a bracket that the draft does not close stays open
            quote = place.quote
        yield "quote", quote
        yield "opening", cut(quote, OPENING)
        yield "whole", "1" if found.rule == "R601" and found.severity == "error" else ""
        yield "inside", self._inside(place, found.rule)
        yield "standing", self._root(place) if found.rule == "S104" else ""
        if len(found.places) > 1:
            other = self._at(found.places[1], None)
            yield "other", other if other != at else ""
            yield "other_quote", self.quote(found.places[1])
            named = dict.fromkeys(self._at(p, None) for p in elsewhere(found)[:NAMED])
            yield "others", ", ".join(n for n in named if n != at)

    def _named(self, requirement: str | None) -> str:
        return self._section(requirement) if requirement else self.t("dự thảo")

    def _section(self, number: str) -> str:
        return _PART_TWICE.sub("Phần thứ", self.t("mục {n}", n=self.number(number)))

    def _item(self, number: str) -> str:
        """``phần II`` of the template, ``mục II.6`` below it; a part of an outline in parts has a name of its own."""
        if "." in number:
            return self._section(number)
        own = self.number(number)
        return self.t("phần {n}", n=own) if own == number else own

    def _at(self, place: Place, requirement: str | None) -> str:
        """``mục II.7``; a section of the draft's own by its heading; page or note where there is one."""
        outline, t = self.result.outline, self.t
        start = place.span.start
        number = requirement or self.context.requirement_at(start)
        section = outline.section_at(start)
        if number:
            where = self._section(number)
        elif section is not None and section.title:
            where = t("mục “{title}”", title=cut(f"{section.marker} {section.title}".strip(), 80))
        else:
            where = t("phần mở đầu") if start < outline.closing.start else t("phần cuối")
        more = t.place(replace(Location(), page=place.location.page, footnote=place.location.footnote))
        cell = self._cell(place) if is_bare(self.quote(place)) else ""
        return ", ".join(filter(None, (where, more, cell)))

    def _cell(self, place: Place) -> str:
        """Row and column of a table in which a figure stands alone; empty outside a table."""
        at = place.span.start
        for heads, *rows in self.context.tables:
            for row in rows:
                column = next((k for k, c in row.items() if c.start <= at < c.end), None)
                if column is not None and label_of(row):
                    words = {
                        "row": cut(label_of(row), 80),
                        "column": cut(heads[column].own, 80) if column in heads else "",
                    }
                    return (
                        self.t("dòng “{row}”, cột “{column}” của bảng", **words) if words["column"]
                        else self.t("dòng “{row}” của bảng", row=words["row"])
                    )  # fmt: skip
        return ""

    def _root(self, place: Place) -> str:
        """The main section of the draft as which something stands that belongs below another."""
        section = self.result.outline.section_at(place.span.start)
        whole = section is not None and section.parent is None and section.title
        return cut(f"{section.marker} {section.title}".strip(), 100) if section is not None and whole else ""

    def _inside(self, place: Place, rule: str) -> str:
        """The heading under which content stands that has none of its own, or none in the right part."""
        outline = self.result.outline
        section = outline.section_at(place.span.start)
        if section is not None and rule == "S104":
            section = outline.sections[section.parent] if section.parent is not None else None
        return cut(f"{section.marker} {section.title}".strip(), 100) if section is not None and section.title else ""

    def quote(self, place: Place) -> str:
        """The draft's words in whole words, brackets closed."""
        text = self.result.document.text
        start, end = place.span.start, place.span.end
        while start > 0 and text[start : start + 1].isalnum() and text[start - 1].isalnum():
            start -= 1
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        end = word_end(text, start, end)
        if is_bare(text[start:end]) and not self._cell(place):  # a figure is found by what it counts
            end = self.context.phrase(Span(start, end)).span.end
        words = cut(" ".join(text[start:end].split()).strip(" ,;:"), QUOTE)
        if place.quote.endswith("…") and not words.endswith("…"):
            return words + "…"
        return words + ")" if words.count("(") > words.count(")") and not words.endswith("…") else words

    def clause(self, place: Place) -> str:
        """The same of a clause that may have been cut at its head."""
        before = self.result.document.text[: place.span.start].rstrip(" ")
        whole = (
            not before
            or before[-1] in ".;:!?…\n"
            or place.span.start in {p.start for p in self.result.document.paragraphs}
        )
        quote = self.quote(place).removesuffix(".")
        return quote if whole else "…" + quote

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
