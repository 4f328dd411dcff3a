"""C305: a national document of the Party or the State cited with another date or issuer than it has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ...expressions import lazy
from ...model import Finding, finding, msg
from ...resources import data_text
from ..context import Context
from .against import needed, other_content, wrong_day, wrong_number
from .read import Citation, lower
from .series import shown, shown_month

_TERMS = (
    date(2001, 4, 22),
    date(2006, 4, 25),
    date(2011, 1, 19),
    date(2016, 1, 28),
    date(2021, 2, 1),
    date(2026, 1, 23),
)
_ROMAN = ("IX", "X", "XI", "XII", "XIII", "XIV")
"""The numbers of the terms that begin on these days."""
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CARRIED_OUT = lazy(r"(?:thực hiện|triển khai|thi hành)(?: các)?\s(?:\w+\s){0,3}(?:số\s)?$", re.IGNORECASE)
_BY = lazy(r"[^.;,]{0,12}\bcủa\b")
_PLENUM = lazy(
    rf"(?:hội nghị (?:trung ương|tw)(?: lần thứ| thứ)?|hội nghị lần thứ|hội nghị)\s+(?:(?P<n>\d{{1,2}})|(?P<w>{'|'.join(_ORDINALS)}))\b"
)
SUBJECT_REACH, SUBJECT_SHARE = 220, 0.6
"""Characters after a citation that tell its subject, and the share of a document's own words that must stand there."""
OWN_SHARE = 0.34
"""So much of a number's own subject shows that the number is meant."""
_NAMES = {"BCT": "Bộ Chính trị", "BBT": "Ban Bí thư", "BCHTW": "Ban Chấp hành Trung ương"}


@dataclass(frozen=True, slots=True)
class Known:
    """A national document as the list has it."""

    number: int
    type: str
    date: date
    issuer: str
    by: str
    subject: str
    basis: str
    letters: str = "TW"
    """The letters behind the symbol: ``TW``, ``CP``, ``TTg``."""

    @property
    def symbol(self) -> str:
        """As it is cited; a decree has its year."""
        if self.letters == "TW":
            return f"{self.number:02}-{self.type}/TW"
        year = f"/{self.date.year}" if self.type == "NĐ" else ""
        return f"{self.number:02}{year}/{self.type}-{self.letters}"


@lru_cache(maxsize=1)
def _list() -> dict[tuple[str, str, int], tuple[Known, ...]]:
    """The list by letters, type and number."""
    out: dict[tuple[str, str, int], tuple[Known, ...]] = {}
    for row in json.loads(data_text("known_documents.json"))["documents"]:
        one = Known(**{**row, "date": date.fromisoformat(row["date"])})
        key = one.letters, one.type, one.number
        out[key] = (*out.get(key, ()), one)
    return out


@lru_cache(maxsize=1)
def known_documents() -> dict[tuple[str, int], tuple[Known, ...]]:
    """The Party's central documents by type and number."""
    return {key[1:]: entries for key, entries in _list().items() if key[0] == "TW"}


def _term(when: date) -> int:
    return sum(when >= start for start in _TERMS)


def differs(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a document and date."""
    told: set[tuple[str, date, str]] = set()
    for c in found:
        yield from _of_state(context, c, told)
        central = c.issuer == "TW" and not c.state
        entries = known_documents().get((c.code, c.number), ()) if central else ()
        meant_other = _misnumbered(context, c, entries) if central else None
        if meant_other is None and central:
            meant_other = _turned_undated(context, c, entries)
        if meant_other is not None:
            yield _number(context, c, meant_other)
            continue
        if not entries:
            continue
        if c.when is None:
            early = None if _year_of_work(context, c) else _only_year(c)
            if early is not None and (meant := _meant_year(c, *early, entries)) is not None:
                yield wrong_day(context, c, early[2], meant)
            continue
        exact = next((e for e in entries if e.date == c.when), None)
        key = c.symbol, c.when, _organ(c.by) if exact else ""
        if key in told:
            continue
        told.add(key)
        if exact is not None:
            yield from _issuer(context, c, exact)
        elif (meant := _meant(c, c.when, entries, _said_of(context, c))) is not None:
            yield wrong_day(context, c, shown(c.when), meant)


def _of_state(context: Context, c: Citation, told: set[tuple[str, date, str]]) -> Iterator[Finding]:
    """A decree or a decision of the Government: one number and year, or number and two of day, month and year, are one document."""
    entries = _list().get((c.issuer, c.code, c.number), ())
    if not c.state or c.when is None or (c.symbol, c.when, "") in told or any(e.date == c.when for e in entries):
        return
    if (meant := _misnumbered(context, c, entries)) is not None:
        told.add((c.symbol, c.when, ""))
        yield _number(context, c, meant)
        return
    for e in entries:
        same = (e.date.day == c.when.day) + (e.date.month == c.when.month) + (e.date.year == c.when.year)
        if c.year == str(e.date.year) or (not c.year and same > 1):
            told.add((c.symbol, c.when, ""))
            yield wrong_day(context, c, shown(c.when), e)
            return


def _misnumbered(context: Context, c: Citation, entries: tuple[Known, ...]) -> Known | None:
    """The issuer's document of that day and subject whose number differs in one digit, where the number's own is of another day."""
    if c.when is None or any(e.date == c.when for e in entries):
        return None
    said = lower(context.spelled.text[c.span.end : c.span.end + SUBJECT_REACH])
    same_day = (
        e for (letters, code, _), known in _list().items() if (letters, code) == (c.issuer, c.code) for e in known
    )
    for e in same_day:
        if e.date == c.when and one_digit(str(e.number), str(c.number)):
            words = [w for w in re.findall(r"\w+", lower(e.subject)) if len(w) > 2]
            if words and sum(w in said for w in words) >= SUBJECT_SHARE * len(words):
                return e
    return None


def _turned_undated(context: Context, c: Citation, entries: tuple[Known, ...]) -> Known | None:
    """The document whose number has the same digits in another order and whose subject is told behind a number without a day."""
    turned = [(c.code, n) for n in _turned(c.number)]
    others = [e for key in turned for e in known_documents().get(key, ())]
    if c.when is not None or c.month is not None or c.said_year or not others:
        return None
    said = set(re.findall(r"\w+", _said_of(context, c)))
    if any(_told(said, e) >= OWN_SHARE for e in entries):
        return None
    return next((e for e in others if _told(said, e) >= SUBJECT_SHARE), None)


def _turned(number: int) -> tuple[int, ...]:
    """The other number of the same two digits (``50`` for ``05``)."""
    other = int(f"{number:02}"[::-1]) if number < 100 else number
    return (other,) if other != number else ()


def _told(said: set[str], entry: Known) -> float:
    """The share of the words of a document's subject that are told."""
    words = [w for w in re.findall(r"\w+", lower(entry.subject)) if len(w) > 2]
    return sum(w in said for w in words) / len(words) if words else 0


def one_digit(a: str, b: str) -> bool:
    """Whether two numbers of one length differ in one digit, or in two that changed places."""
    wrong = [i for i in range(len(a)) if a[i] != b[i]] if len(a) == len(b) else []
    return len(wrong) == 1 or (len(wrong) == 2 and sorted(a) == sorted(b))


def _number(context: Context, c: Citation, entry: Known) -> Finding:
    dated = msg("{symbol} ngày {when}: văn bản ngày này là {right}", symbol=c.symbol, when=shown(entry.date), right=entry.symbol)  # fmt: skip
    return wrong_number(context, c, entry, dated if c.when else other_content(c, entry))


def _year_of_work(context: Context, c: Citation) -> bool:
    """Whether a bare year says when a document was carried out: ``kết quả thực hiện Nghị quyết số 57-NQ/TW năm 2025``, and not ``của``."""
    text, start, end = context.spelled.text, c.span.start, c.span.end
    return bool(c.said_year and _CARRIED_OUT.search(text[max(0, start - 60) : start]) and not _BY.match(text, end))


def _only_year(c: Citation) -> tuple[int, int, str] | None:
    """Year, month (0 when not said) and words of a citation without a day."""
    if c.month is not None:
        return c.month.year, c.month.month, shown_month(c.month)
    return (c.said_year, 0, str(c.said_year)) if c.said_year else None


def _meant_year(c: Citation, year: int, month: int, _: str, entries: tuple[Known, ...]) -> Known | None:
    """The listed document of the same term where none has the year, or the month, that is said."""
    if any(e.date.year == year and month in (0, e.date.month) for e in entries):
        return None
    first, last = date(year, month or 1, 1), date(year, month or 12, 28)
    return next((e for e in entries if _term(first) == _term(e.date) == _term(last) and _same_kind(c, e)), None)


def _same_kind(c: Citation, entry: Known) -> bool:
    """Whether the words allow the listed document: quyết định and quy định share their letters."""
    return c.word != "quyết định" or "hướng dẫn khung" in entry.subject


def _said_of(context: Context, c: Citation) -> str:
    """What stands behind a citation, in small letters, up to the next cited document."""
    said = lower(context.spelled.text[c.span.end : c.span.end + SUBJECT_REACH].partition("\n")[0])
    return re.split(r"\d-[a-zđ]{2,4}/|\d/[a-zđ]{2,4}-", said)[0]


def _meant(c: Citation, when: date, entries: tuple[Known, ...], said: str) -> Known | None:
    """The listed document a citation must mean: only the year, month or day differs, or the term is the same and no other subject is told."""
    for entry in entries:
        near = (entry.date.day == when.day) + (entry.date.month == when.month) + (entry.date.year == when.year) >= 2
        if near or (_term(entry.date) == _term(when) and _same_kind(c, entry) and not _other_subject(said, entry)):
            return entry
    return None


def _other_subject(said: str, entry: Known) -> bool:
    """Whether a subject is told (``về …``) that shares no word with the listed document's."""
    told = re.search(r"\b(?:về|ban hành|quy định)\b", said)
    words = {w for w in re.findall(r"\w+", lower(entry.subject)) if len(w) > 2}
    return told is not None and not words & set(re.findall(r"\w+", said[told.end() :]))


def _organ(by: str) -> str:
    name = lower(by)
    if re.match(r"bộ chính trị", name):
        return "BCT"
    if re.match(r"ban bí thư", name):
        return "BBT"
    return "BCHTW" if re.match(r"ban chấp hành trung ương|bch trung ương|bchtw|bch tw|hội nghị", name) else ""


def _plenum(by: str) -> int | None:
    """Which plenum of the Central Committee is named, in figures or words."""
    m = _PLENUM.search(lower(by))
    return None if m is None else int(m["n"]) if m["n"] else _ORDINALS.index(m["w"]) + 1


def _other_session(by: str, entry: Known, *, recognised: bool) -> bool:
    """Whether another plenum, or another term than that of the date, is named; a Roman numeral that was recognised proves nothing."""
    said, right = _plenum(by), _plenum(entry.by)
    term = None if recognised else re.search(r"(?:khóa|khoá)\s+([IVX]+)\b", by)
    other_term = term is not None and term[1] in _ROMAN and _ROMAN.index(term[1]) != _term(entry.date) - 1
    return other_term or (said is not None and right is not None and said != right)


def _issuer(context: Context, c: Citation, entry: Known) -> Iterator[Finding]:
    said = "" if c.shared else _organ(c.by)  # of a list the one beside its issuer is surely by it
    recognised = context.recognised(c.span.end)
    if said and (said != entry.issuer or _other_session(c.by, entry, recognised=recognised)):
        yield finding(
            "C305", msg("{symbol} do {right} ban hành, dự thảo ghi {wrong}", symbol=c.symbol, right=entry.by, wrong=_NAMES[said] if said != entry.issuer else c.by),
            places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {said}",
            need=needed(entry),
            found=msg("Dự thảo ghi “{by}”.", by=c.by), fix=msg("Đối chiếu văn bản gốc và sửa lại cơ quan ban hành."),
        )  # fmt: skip
