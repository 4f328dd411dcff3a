"""The findings of C305 that set a citation against the entry of a list: another number, another day."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from ...model import Finding, Message, finding, msg
from ..context import Context
from .read import Citation
from .series import shown


class Entry(Protocol):
    """A document of a list: as it is cited, its day, who issued it and what it is about."""

    @property
    def symbol(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def by(self) -> str: ...
    @property
    def subject(self) -> str: ...


def wrong_number(context: Context, c: Citation, entry: Entry, message: Message) -> Finding:
    """A citation that means the entry and has another number."""
    return finding(
        "C305", message,
        places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {c.when} {entry.symbol}",
        need=needed(entry), found=msg("“{symbol}”", symbol=c.symbol), fix=msg("Đối chiếu văn bản gốc và sửa lại số."),
    )  # fmt: skip


def wrong_day(context: Context, c: Citation, wrong: str, entry: Entry) -> Finding:
    """A citation of the entry with another day, month or year, as the draft has it."""
    return finding(
        "C305", msg("{symbol} có ngày {right}, dự thảo ghi {wrong}", symbol=c.symbol, right=shown(entry.date), wrong=wrong),
        places=(context.place(c.span),), requirement=context.requirement_at(c.span.start), content=f"{c.symbol} {c.when or wrong}",
        need=needed(entry), found=msg("Dự thảo ghi ngày {wrong}.", wrong=wrong), fix=msg("Đối chiếu văn bản gốc và sửa lại ngày."),
    )  # fmt: skip


def other_content(c: Citation, entry: Entry) -> Message:
    """That what is told is the entry's and not the number's."""
    return msg("{symbol}: văn bản có nội dung này là {right}", symbol=c.symbol, right=entry.symbol)


def needed(entry: Entry) -> Message:
    """The entry as it is to be cited."""
    return msg(
        "{symbol} ngày {right} của {by} ({subject}).",
        symbol=entry.symbol, right=shown(entry.date), by=entry.by, subject=entry.subject,
    )  # fmt: skip
