"""A report's folder that somebody spoiled: links to elsewhere, a memory that is no memory."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.cache import FILE
from vnreport_nlp.errors import DamagedCacheError, UsageError

TEXT = (
    "Trong nhiệm kỳ, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công, có kiểm tra và có sơ kết hằng quý."
)


def drafts(folder: Path, count: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    for k in range(count):
        lines = ("I. ĐẶC ĐIỂM, TÌNH HÌNH", "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Về chính trị", "2. Về tư tưởng")
        text = f"HUYỆN ỦY SỐ {k}\n\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025\n\n" + "\n\n".join(
            f"**{x}**\n\n{TEXT} {TEXT}" for x in lines
        )
        (folder / f"{k}.md").write_text(text, encoding="utf-8")
    return sorted(str(p) for p in folder.iterdir())


def run(tmp_path: Path, count: int) -> None:
    write_batch(drafts(tmp_path / "in", count), tmp_path / "out", load_template())


def records(change: Callable[[dict[str, object]], None]) -> Callable[[sqlite3.Connection], None]:
    """Spoils every record, and has nothing else kept of it."""

    def spoil(c: sqlite3.Connection) -> None:
        for key, data in c.execute("select key, result from record").fetchall():
            record = json.loads(zlib.decompress(data))
            change(record)
            c.execute("update record set result = ? where key = ?", (zlib.compress(json.dumps(record).encode()), key))
        c.execute("update summary set light = x'00'")
        for table in ("entry", "place"):
            c.execute(f"delete from {table}")

    return spoil


def own_parents(record: dict[str, object]) -> None:
    for k, section in enumerate(record["sections"]):  # type: ignore[arg-type]
        section["parent"] = k


def far_parents(record: dict[str, object]) -> None:
    for section in record["sections"]:  # type: ignore[attr-defined]
        section["parent"] = 99999


def unknown(record: dict[str, object]) -> None:
    for verdict in record["verdicts"]:  # type: ignore[attr-defined]
        verdict["requirement"] = "../../x"


SPOILS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "bytes": lambda c: c.execute("delete from entry") and c.execute("update summary set light = x'00'") and c.execute("update record set result = x'00'"),
    "types": lambda c: c.execute("update summary set light = 7") and c.execute("update record set result = 5"),
    "marks": lambda c: c.execute("update record set marks = x'ffff'"),
    "rows": lambda c: c.execute("update passage set row = x'ff'"),
    "kinds of rows": lambda c: c.execute("update passage set row = 5"),
    "places": lambda c: c.execute("update place set place = 5"),
    "columns": lambda c: c.execute("drop table record") and c.execute("create table record (a)"),
    "bomb": lambda c: c.execute("update summary set light = 7") and c.execute("update record set result = ?", (zlib.compress(b" " * 300_000_000, 9),)),
    "own parents": records(own_parents),
    "far parents": records(far_parents),
    "unknown requirements": records(unknown),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoiled_memory_is_told_and_set_aside_and_the_next_run_is_whole(tmp_path: Path, name: str) -> None:
    run(tmp_path, 2)
    connection = sqlite3.connect(tmp_path / "out" / FILE, isolation_level=None)
    SPOILS[name](connection)
    connection.close()
    with pytest.raises(DamagedCacheError) as told:
        run(tmp_path, 3)
    assert "Chạy lại" in str(told.value.hint)
    run(tmp_path, 3)
    assert len(json.loads((tmp_path / "out/results.json").read_text(encoding="utf-8"))["drafts"]) == 3


@pytest.mark.parametrize("value", ["x'ff'", "5", "'text'"])
def test_entries_that_are_none_are_made_again(tmp_path: Path, value: str) -> None:
    run(tmp_path, 2)
    before = json.loads((tmp_path / "out/results.json").read_text(encoding="utf-8"))
    connection = sqlite3.connect(tmp_path / "out" / FILE, isolation_level=None)
    assert connection.execute(f"update entry set rest = {value}, draft = {value}").rowcount == 2
    connection.close()
    (tmp_path / "out/results.json").unlink()
    run(tmp_path, 2)
    assert json.loads((tmp_path / "out/results.json").read_text(encoding="utf-8")) == before


def test_a_receipt_that_is_no_file_or_endless_is_none(tmp_path: Path) -> None:
    run(tmp_path, 1)
    receipt = tmp_path / "out/.vnreport-receipt.json"
    receipt.write_text("[" * 200_000, encoding="utf-8")
    run(tmp_path, 1)
    if hasattr(os, "mkfifo"):
        receipt.unlink()
        os.mkfifo(receipt)
        run(tmp_path, 1)


@pytest.mark.parametrize("name", ["index.html", "units", "letters", ".vnreport-cache.sqlite", "units/0.html"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    run(tmp_path, 1)
    inside, victim = tmp_path / "out" / name, tmp_path / "victim"
    if inside.is_dir():
        for path in inside.iterdir():
            path.unlink()
        inside.rmdir()
        victim.mkdir()
    else:
        inside.unlink(missing_ok=True)
        victim.write_text("mine", encoding="utf-8")
    try:
        inside.symlink_to(victim)
    except OSError:
        pytest.skip("no right to make links here")
    with pytest.raises(UsageError, match="liên kết"):
        run(tmp_path, 2)
    assert not list(victim.iterdir()) if victim.is_dir() else victim.read_text(encoding="utf-8") == "mine"
