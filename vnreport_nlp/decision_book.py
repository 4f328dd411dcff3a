"""Decisions that reviewers wrote into the workbook of a report, read back by fingerprint.

A row that still says what the report had written keeps its author and time; a row that says something else was decided when
the workbook was last saved. Whatever is not understood is an error that names its cell: no opinion is lost in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from .errors import UsageError
from .expressions import compiled
from .messages import LANGUAGES, render
from .model import Decision, Message, msg
from .model.findings import LONGEST_TEXT

if TYPE_CHECKING:
    from .readers.sheets import Row, Sheet, Workbook

Action = Literal["accept", "waive", "reopen"]
ACTION_LABELS: dict[Action, Message] = {
    "accept": msg("Đúng, đề nghị sửa"), "waive": msg("Bỏ qua, không phải lỗi"), "reopen": msg("Xóa ý kiến"),
}  # fmt: skip
"""A reviewer's word on a finding."""
HEADS: dict[str, Message] = {
    "opinion": msg("Ý kiến"), "reason": msg("Lý do"), "name": msg("Người thẩm định"), "rule": msg("Quy tắc"),
    "requirement": msg("Mục yêu cầu"), "message": msg("Phát hiện"), "fingerprint": msg("Mã"),
    "unit": msg("Khóa đơn vị"), "base": msg("Đã ghi"),
}  # fmt: skip
"""Heads of the columns that are read back; the fingerprint and the last two are hidden."""
NEEDED = ("opinion", "fingerprint", "unit", "base")
HEAD_ROWS = 10
"""Somebody may have put a title above the table; further down nobody looks for its head."""
TOLD = 10
"""Faulty cells that an error names."""
_FINGERPRINT = compiled(r"[0-9a-f]{8,64}")
_TIME = compiled(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_BASE = compiled(r"(?P<at>\S{0,40})\|(?P<digest>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that is not understood, or one without the reason that its row needs."""

    cell: str
    text: str
    unreasoned: bool = False


def base_of(decision: Decision | None) -> str:
    """What the hidden column keeps of a decision that the report knows: its time, and a digest of its words."""
    return f"{decision.at}|{_digest(decision.action, decision.reason, decision.name)}" if decision else ""


def _digest(action: str, reason: str, name: str) -> str:
    return sha256("\x1f".join((action, _flat(reason), _flat(name))).encode()).hexdigest()[:16]


def _flat(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def is_workbook(data: bytes) -> bool:
    """Whether a decision file is a workbook and no JSON."""
    return data.startswith(b"PK\x03\x04")


def book_decisions(data: bytes, path: str, name: str) -> tuple[Decision, ...]:
    """The decisions of a workbook, by row; ``name`` stands for a reviewer whom neither the row nor the file names.

    Raises UsageError when it is no workbook of a report, or a cell says what no decision is.
    """
    from .readers.sheets import read_workbook

    book = read_workbook(data, path)
    sheet, columns, start = _table(book, path)
    time = _TIME.match(book.saved_at)
    saved = (time[0] + "Z" if time else "", book.saved_by[:LONGEST_TEXT] or name)
    found: list[Decision] = []
    faults: list[Fault] = []
    for number, row in sheet.rows:
        if number > start:
            for item in _decided(number, row, columns, saved):
                (faults if isinstance(item, Fault) else found).append(item)  # type: ignore[arg-type]
    if faults:
        raise _refused(path, faults)
    return tuple(found)


def _table(book: Workbook, path: str) -> tuple[Sheet, Mapping[str, int], int]:
    """The sheet of findings, its columns by what they hold, and the row of their heads."""
    words = {render(head, lang).casefold(): key for key, head in HEADS.items() for lang in LANGUAGES}
    for sheet in book.sheets:
        for number, row in sheet.rows[:HEAD_ROWS]:
            columns: dict[str, int] = {}
            for column, text in row.items():
                key = words.get(_flat(text).casefold())
                if key is not None:
                    columns.setdefault(key, column)
            if all(key in columns for key in NEEDED):
                return sheet, columns, number
    raise UsageError(
        msg("Bảng tính {path} không có cột ý kiến của báo cáo.", path=path),
        msg("Dùng tệp matrix.xlsx của báo cáo có ghi tên đơn vị, giữ nguyên tên các cột của trang “Phát hiện”."),
    )


def _decided(number: int, row: Row, columns: Mapping[str, int], saved: tuple[str, str]) -> Iterator[Decision | Fault]:
    """What one row says: nothing, a decision, or something that is none."""
    from .readers.sheets import letters_of

    def text(key: str) -> str:
        return row.get(columns[key], "").strip()[:LONGEST_TEXT] if key in columns else ""

    def fault(key: str, *, unreasoned: bool = False) -> Fault:
        return Fault(f"{letters_of(columns[key])}{number}", _flat(text(key))[:80], unreasoned)

    opinion, base = text("opinion"), _BASE.fullmatch(text("base"))
    if not opinion and base is None:
        if text("reason"):
            yield fault("reason")
        return
    action = _action(opinion)
    if action is None:
        yield fault("opinion")
        return
    if not _FINGERPRINT.fullmatch(text("fingerprint")) or not text("unit"):
        yield fault("fingerprint" if text("unit") else "opinion")  # a row that is no finding has no unit
        return
    at, name = saved[0], text("name") or saved[1]
    if base is not None and _digest(action, text("reason"), text("name")) == base["digest"]:
        at, name = base["at"], text("name")
    elif action == "waive" and not text("reason"):  # as on the report's pages
        yield fault("reason" if "reason" in columns else "opinion", unreasoned=True)
        return
    yield Decision(
        text("unit"), text("fingerprint"), action, text("reason"), name, at, text("rule"), text("requirement"), text("message")
    )  # fmt: skip


def _action(text: str) -> Action | None:
    """The decision that a cell's words mean, in any of our languages; an emptied cell takes the decision back."""
    said = _flat(text).rstrip(".").casefold()
    if not said:
        return "reopen"
    for action, label in ACTION_LABELS.items():
        for lang in LANGUAGES:
            whole = render(label, lang).casefold()
            if said in (whole, whole.split(",")[0], action):
                return action
    return None


def _refused(path: str, faults: list[Fault]) -> UsageError:
    odd, bare = [f for f in faults if not f.unreasoned], [f for f in faults if f.unreasoned]
    cells, empty = _told(f"{f.cell} “{f.text}”" for f in odd), _told(f.cell for f in bare)
    labels = " / ".join(str(label) for label in ACTION_LABELS.values())
    if not odd:
        return UsageError(
            msg(
                "Bảng tính {path} có {n} ý kiến bỏ qua chưa ghi lý do, ở ô: {cells}",
                path=path,
                n=len(bare),
                cells=empty,
            ),
            msg("Ghi lý do vào ô đó, hoặc xóa ý kiến."),
        )
    what = (
        msg("Bảng tính {path} có {n} ô ý kiến không hiểu được: {cells}; {m} ý kiến bỏ qua chưa ghi lý do, ở ô: {empty}",
            path=path, n=len(odd), cells=cells, m=len(bare), empty=empty)
        if bare else msg("Bảng tính {path} có {n} ô ý kiến không hiểu được: {cells}", path=path, n=len(odd), cells=cells)
    )  # fmt: skip
    return UsageError(
        what,
        msg(
            "Cột Ý kiến chỉ nhận: {labels}; bỏ qua thì phải ghi lý do; lý do phải đi cùng ý kiến; dòng “Không đọc được” không nhận ý kiến; không sửa các cột ẩn.",
            labels=labels,
        ),
    )


def _told(cells: Iterable[str]) -> str:
    every = list(cells)
    return "; ".join(every[:TOLD]) + ("; …" if len(every) > TOLD else "")
