"""C301 and C304: one symbol with two dates, numbers and dates that run against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, finding, msg
from ..context import Context
from .read import Citation, dated, joined, name_of

LISTED = 4
"""Documents of an unnamed office are one series when so many stand in one paragraph."""
_COMMON = frozenset({"UBND", "HĐND"})
"""Letters that every commune, district and province signs with."""
_HELD = {
    issuer: Gated(
        rf"đại hội (?:đại biểu )?(?:đảng bộ )?(?:{level})\b[^.;]{{0,60}}?(?:tháng\s|ngày\s\d{{1,2}}/)(?P<m>\d{{1,2}})/(?P<y>20\d\d)",
        re.IGNORECASE,
    )
    for issuer, level in (("HU", "huyện"), ("TU", "tỉnh|thành phố|thị xã"), ("ĐU", "xã|phường|thị trấn|đặc khu"))
}
"""Where a text says in which month the congress of an issuer met (``đại hội huyện (tổ chức tháng 7/2020)``)."""
AMENDING = lazy(
    r"\b(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định)\s(?:về\s(?:việc\s)?)?(?:sửa đổi|bổ sung|bãi bỏ)\b[^.;\n]*$",
    re.IGNORECASE,
)
"""Before the symbol of a document that another one amends, which is named without a number: the day behind it is the other's."""
AMENDED = 280
"""So far before a symbol the amending document is looked for."""
_CONGRESSES = (2005, 2010, 2015, 2020, 2025, 2030)


def shown(when: date) -> str:
    """A date in the form Party documents use: no zero before months 3 to 9."""
    month = f"{when.month:02}" if when.month < 3 else str(when.month)
    return f"{when.day:02}/{month}/{when.year}"


def shown_month(first: date) -> str:
    """The month that begins with a day, as a report writes it."""
    return f"{first.month:02}/{first.year}" if first.month < 3 else f"{first.month}/{first.year}"


def two_dates(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """C301: mentions of one document whose dates differ, and symbols whose year is not that of their date."""
    groups: dict[tuple[object, ...], list[tuple[Citation, date]]] = {}
    for c, when in dated(found):
        groups.setdefault(_key(c), []).append((c, when))
    for said in groups.values():
        for mentions in _documents(said):
            yield from _clashes(context, mentions)
    told: set[tuple[object, ...]] = set()
    for c in found:
        if c.month is not None and (*_key(c), c.month) not in told:
            told.add((*_key(c), c.month))
            yield from _month_clash(context, c, c.month, groups.get(_key(c), []))
    for c in found:
        other = c.year and c.when is not None and c.when.year != int(c.year) and len(groups.get(_key(c), [])) < 2
        if other and c.when is not None and not _amended(context, c, c.when):
            yield _other_year(context, c, c.when)


def _key(c: Citation) -> tuple[object, ...]:
    return c.number, c.code, c.issuer, c.state, c.year


def _month_clash(context: Context, c: Citation, month: date, said: list[tuple[Citation, date]]) -> Iterator[Finding]:
    """A month alone that is not that of the day given elsewhere: as if it had the same day."""
    if any((when.year, when.month) == (month.year, month.month) for _, when in said):
        return
    for other, when in said:
        if same_document(c, month.replace(day=min(when.day, 28)), other, when.replace(day=min(when.day, 28))):
            yield _two_dates(context, c, shown_month(month), other, shown(when))
            return


def _documents(said: list[tuple[Citation, date]]) -> list[list[tuple[Citation, date]]]:
    """The mentions of one number apart by document: several committees count the same numbers."""
    found: list[list[tuple[Citation, date]]] = []
    for mention in said:
        home = next((d for d in found if any(o[1] == mention[1] for o in d)), None)
        home = home or next((d for d in found if same_document(*d[0], *mention)), None)
        if home is None:
            found.append([mention])
        else:
            home.append(mention)
    return found


def _clashes(context: Context, said: list[tuple[Citation, date]]) -> Iterator[Finding]:
    counts: dict[date, int] = {}
    for _, when in said:
        counts[when] = counts.get(when, 0) + 1
    if len(counts) < 2:
        return
    main = max(counts, key=lambda d: counts[d])
    first = next(c for c, when in said if when == main)
    told = {main}
    for c, when in said:
        if when in told or not same_document(first, main, c, when) or _of_each_year(context, said, c, when):
            continue
        told.add(when)
        yield _two_dates(context, c, shown(when), first, shown(main))


def _of_each_year(context: Context, said: list[tuple[Citation, date]], c: Citation, when: date) -> bool:
    """Whether a list names documents of one number side by side, one a year, which are not one."""
    text = context.spelled.text
    beside = [
        d for o, d in said if o is not c and (joined(text, o, c) if o.span.start < c.span.start else joined(text, c, o))
    ]
    return any(d.year != when.year for d in beside)


def _two_dates(context: Context, c: Citation, second: str, first: Citation, main: str) -> Finding:
    return finding(
        "C301", msg("{symbol} được ghi hai ngày: {first} và {second}", symbol=c.symbol, first=main, second=second),
        places=(context.place(c.span), context.place(first.span)), requirement=context.requirement_at(c.span.start),
        content=f"{c.symbol} {main} {second}", need=msg("Một văn bản chỉ có một ngày ban hành."),
        found=msg("Nơi này ghi ngày {second}, nơi khác ghi ngày {first}.", first=main, second=second),
        fix=msg("Đối chiếu văn bản gốc và thống nhất ngày."),
    )  # fmt: skip


def _other_year(context: Context, c: Citation, when: date) -> Finding:
    """The year in a State symbol is that of its date (Law on the promulgation of legal documents, Decree 30/2020/NĐ-CP)."""
    return finding(
        "C301", msg("{symbol}: năm trong ký hiệu khác năm của ngày {when}", symbol=c.symbol, when=shown(when)),
        places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {c.year} {when}",
        need=msg("Năm trong ký hiệu là năm ban hành."), found=msg("Ký hiệu ghi năm {year}, ngày ghi năm {other}.", year=c.year, other=str(when.year)),
        fix=msg("Đối chiếu văn bản gốc; sửa ký hiệu hoặc ngày."),
    )  # fmt: skip


def _amended(context: Context, c: Citation, when: date) -> bool:
    """Whether the later day behind a symbol is that of a law which amends it."""
    at = c.span.start
    return when.year > int(c.year) and bool(AMENDING.search(context.spelled.text[max(0, at - AMENDED) : at]))


def _alike(a: date, b: date) -> int:
    """How many of day, month and year are equal."""
    return (a.day == b.day) + (a.month == b.month) + (a.year == b.year)


def same_document(a: Citation, x: date, b: Citation, y: date) -> bool:
    """Whether two citations of one symbol mean one document although their dates differ."""
    if a.word and b.word and a.word != b.word:
        return False
    if (a.level and b.level and a.level != b.level) or _named_apart(a, b):
        return False
    if a.state and x.year != y.year and not a.year and ((x.day, x.month) != (y.day, y.month) or x.month == 1):
        return False  # numbers begin anew each January
    near = _alike(x, y) >= 2 or (x.day, x.month) == (y.month, y.day)
    if near:
        return True
    told = bool(a.level) == bool(b.level) or x.year == y.year  # who issues it is often said once
    sure = (a.issuer not in ("TU", "TW") and told) or (a.level and a.level == b.level)
    anew = a.state or (a.yearly and x.year != y.year)
    return bool(sure) and not anew and a.issuer != "TW" and not _restarted(min(x, y), max(x, y))


def _named_apart(a: Citation, b: Citation) -> bool:
    left, right = name_of(a.by), name_of(b.by)
    return bool(left and right and left != right)


def _restarted(early: date, late: date) -> bool:
    """Whether a congress may lie between two dates, so that numbers began anew."""
    return any(early <= date(y, 12, 31) and late >= date(y, 4, 1) for y in _CONGRESSES)


def out_of_order(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """C304: numbers of one series whose dates run the other way."""
    own = (context.outline.metadata.symbol or "").rpartition("-")[2].strip()
    groups: dict[tuple[object, ...], list[tuple[Citation, date]]] = {}
    for c, when in dated(found):
        if (
            c.issuer == "TW"
            or c.code == "QH"
            or (c.code == "QĐ" and not c.word and context.spelled.paragraphs[c.paragraph].cell is None)
        ):
            continue
        place = c.paragraph if c.state and not c.level and c.issuer != own else -1
        groups.setdefault((*c.series, when.year if c.yearly else 0, place), []).append((c, when))
    for key, group in groups.items():
        if key[-1] != -1 and len(group) < (LISTED if group[0][0].issuer in _COMMON else LISTED - 1):
            continue
        for series in _by_term(group):
            yield from _of_series(context, series)


def _by_term(group: list[tuple[Citation, date]]) -> list[list[tuple[Citation, date]]]:
    """A series apart at the widest gap between two documents of one number, which numbers that began anew have."""
    firsts: dict[int, date] = {}
    for c, when in sorted(group, key=lambda item: item[1]):
        if when != firsts.setdefault(c.number, when) and _restarted(firsts[c.number], when):
            days = sorted({d for _, d in group if firsts[c.number] <= d <= when})
            at = max(range(1, len(days)), key=lambda i: days[i] - days[i - 1])
            early = [item for item in group if item[1] < days[at]]
            return [early, *_by_term([item for item in group if item[1] >= days[at]])]
    return [group]


def _of_series(context: Context, group: list[tuple[Citation, date]]) -> Iterator[Finding]:
    for series in _split(group):
        yield from _disorder(context, series)


def _split(group: list[tuple[Citation, date]]) -> Iterator[list[tuple[Citation, date]]]:
    """One series for each issuer: known ones apart, the unnamed with the only named one, or by themselves."""
    by_issuer: dict[tuple[str, str], list[tuple[Citation, date]]] = {}
    for c, when in group:
        by_issuer.setdefault((c.level, name_of(c.by)), []).append((c, when))
    unnamed = by_issuer.pop(("", ""), [])
    levels = {level for level, _ in by_issuer}
    names = {name for _, name in by_issuer if name}
    shared = group[0][0].issuer.endswith("TU") or group[0][0].state
    if len(levels) <= 1 and len(names) <= 1 and not (shared and unnamed and by_issuer):
        yield group
        return
    yield from by_issuer.values()
    if shared:
        paragraphs: dict[int, list[tuple[Citation, date]]] = {}
        for item in unnamed:
            paragraphs.setdefault(item[0].paragraph, []).append(item)
        yield from paragraphs.values()
    elif unnamed:
        yield unnamed


def _disorder(context: Context, series: list[tuple[Citation, date]]) -> Iterator[Finding]:
    once: dict[int, tuple[Citation, date]] = {}
    for c, when in series:
        once.setdefault(c.number, (c, when))
    items = [once[n] for n in sorted(once)]
    if len(items) < 2:
        return
    odd = _odd(items)
    for i, (c, when) in enumerate(items):
        if i not in odd:
            continue
        others = [items[j] for j in range(len(items)) if j not in odd]
        begun = _term_begins(context.spelled.text, c.issuer)
        against = next((o for o in others if _against((c, when), o, items, begun)), None)
        if against is not None:
            yield _order_finding(context, c, when, *against)


def _odd(items: list[tuple[Citation, date]]) -> set[int]:
    """Indexes outside the longest run in which dates do not fall."""
    best = [1] * len(items)
    back = [-1] * len(items)
    for i in range(len(items)):
        for j in range(i):
            if items[j][1] <= items[i][1] and best[j] + 1 > best[i]:
                best[i], back[i] = best[j] + 1, j
    at = max(range(len(items)), key=lambda i: best[i])
    kept = set()
    while at >= 0:
        kept.add(at)
        at = back[at]
    return set(range(len(items))) - kept


def _term_begins(text: str, issuer: str) -> date:
    """The month in which a text says that the congress met from which an issuer's numbers run; none says the first day of all."""
    said = {(int(m["y"]), int(m["m"])) for m in _HELD[issuer].finditer(text)} if issuer in _HELD else set()
    year, month = said.pop() if len(said) == 1 else (0, 0)
    return date(year, month, 1) if year in _CONGRESSES and 1 <= month <= 12 else date.min


def _against(
    a: tuple[Citation, date], b: tuple[Citation, date], items: list[tuple[Citation, date]], begun: date
) -> bool:
    """Whether two numbers of one series contradict their dates; a restart between them explains it."""
    low, high = sorted((a, b), key=lambda item: item[0].number)
    if low[1] <= high[1]:
        return False
    close = (low[1] - high[1]).days < 120 and high[0].number < 2 * low[0].number
    one_term = date.min < begun <= high[1] and low[1].year < begun.year + 5
    if a[0].state or close or one_term or not _restarted(high[1], low[1]):
        return True
    position = [c.number for c, _ in sorted(items, key=lambda item: item[0].span.start)]
    return len(items) >= 4 and position == sorted(position) and len({c.paragraph // 60 for c, _ in items}) == 1


def _order_finding(context: Context, c: Citation, when: date, other: Citation, then: date) -> Finding:
    return finding(
        "C304",
        msg("Số và ngày không cùng thứ tự: {a} ngày {x}, {b} ngày {y}", a=c.symbol, x=shown(when), b=other.symbol, y=shown(then)),
        places=(context.place(c.span), context.place(other.span)), requirement=context.requirement_at(c.span.start),
        content=f"{c.symbol} {when} {other.symbol} {then}", need=msg("Trong một nhiệm kỳ, số lớn hơn có ngày không sớm hơn."),
        found=msg("{a} ngày {x}, nhưng {b} ngày {y}.", a=c.symbol, x=shown(when), b=other.symbol, y=shown(then)),
        fix=msg("Kiểm tra lại số hoặc ngày của một trong hai văn bản."),
    )  # fmt: skip
