"""A report's folder, what lies in it and what goes into it (letterhead, previous report), altered by hand."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import docx_made as made
import pytest
from hostile_made import batch, two_drafts

from vnreport_nlp import load_template
from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.cache import FILE as CACHE
from vnreport_nlp.batch.ledger import read_ledger
from vnreport_nlp.batch.receipt import FILE as RECEIPT
from vnreport_nlp.batch.sound import sound
from vnreport_nlp.errors import DamagedCacheError, UsageError
from vnreport_nlp.exporters.letterhead import require_letterhead
from vnreport_nlp.exporters.xlsx_book import close

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links as on Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_drafts(tmp_path)


@pytest.mark.parametrize(
    "name", ["index.html", "results.json", "matrix.xlsx", f"{RECEIPT}.part", "units/1.html", "export"]
)
@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_no_file_where_a_report_writes_one_is_told_before_anything_is_done(
    name: str, kind: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "out" / name
    place.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(place)
    elif name == "export":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
    assert batch(folder, tmp_path / "out") == 2
    told = capsys.readouterr().err
    assert name in told
    assert "không phải là" in told
    assert not (tmp_path / "out" / CACHE).exists()


def test_a_backup_made_of_hard_links_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    out, backup = tmp_path / "out", tmp_path / "backup.html"
    assert batch(folder, out) == 1
    os.link(out / "index.html", backup)
    before = backup.read_bytes()
    (folder / "1.md").unlink()
    assert batch(folder, out) == 1
    assert backup.read_bytes() == before
    assert (out / "index.html").read_bytes() != before
    assert not list(out.glob("*.part")) + list(out.glob(".*.part"))


@pytest.mark.parametrize(
    "spoil",
    [
        "create view more as with recursive c(x) as (select 1 union all select x + 1 from c) select * from c",
        "create trigger t after insert on record begin delete from entry; end",
        "drop table place",
    ],
)
def test_a_memory_that_declares_anything_else_is_not_used(spoil: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert batch(folder, out) == 1
    with sqlite3.connect(out / CACHE) as connection:
        connection.execute(spoil)
    connection.close()
    shutil.copy(folder / "1.md", folder / "3.md")
    if spoil.startswith("drop"):  # made again
        assert batch(folder, out) == 1
        return
    with pytest.raises(DamagedCacheError):
        write_batch(sorted(map(str, folder.iterdir())), out, load_template())
    assert batch(folder, out) == 1


def test_a_memory_that_another_run_uses_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / CACHE).write_bytes(b"")
    first = sqlite3.connect(tmp_path / CACHE, isolation_level=None)
    first.execute("begin exclusive")
    second = sqlite3.connect(tmp_path / CACHE, timeout=0)
    with pytest.raises(UsageError, match="lần chạy khác"), sound(tmp_path):
        second.execute("create table a (b)")
    first.close()
    second.close()
    assert (tmp_path / CACHE).exists()


@pytest.mark.parametrize(
    "change", [{"numbers": {}}, {"numbers": {"drafts": 1e400}}, {"files": {}}, {"files": None}, {"key": 5}]
)
def test_a_receipt_altered_by_hand_is_none(change: dict[str, object], folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert batch(folder, out) == 1
    receipt = json.loads((out / RECEIPT).read_text(encoding="utf-8"))
    (out / RECEIPT).write_text(json.dumps(receipt | change), encoding="utf-8")
    assert batch(folder, out) == 1
    assert json.loads((out / RECEIPT).read_text(encoding="utf-8"))["numbers"] == receipt["numbers"]


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"drafts": ["abc"]}',
        '{"drafts": [{"readable": true, "unit": 5, "findings": [], "requirements": []}]}',
        '{"drafts": [{"readable": true, "unit": "A", "findings": [{"fingerprint": "1", "waived": false, "rule": "S101",'
        ' "requirement": null, "message": "m", "quote": 5}], "requirements": []}]}',
        '{"drafts": {"a": 1}}',
    ],
)
def test_a_previous_report_altered_by_hand_is_told(data: str, tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text(data, encoding="utf-8")
    with pytest.raises(UsageError, match="lần trước"):
        read_ledger(tmp_path)


def test_a_previous_report_is_not_written_over(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert batch(folder, out) == 1
    before = (out / "results.json").read_bytes()
    (folder / "1.md").unlink()
    for previous in (out, out / "results.json"):
        assert batch(folder, out, "--previous", str(previous)) == 2
        assert "lần trước" in capsys.readouterr().err
    assert (out / "results.json").read_bytes() == before
    assert batch(folder, tmp_path / "new", "--previous", str(out)) == 1


def test_a_workbook_that_is_open_elsewhere_is_the_systems_own_error(tmp_path: Path) -> None:
    import xlsxwriter

    (tmp_path / "matrix.xlsx").mkdir()
    book = xlsxwriter.Workbook(str(tmp_path / "matrix.xlsx"))
    with pytest.raises(OSError, match="directory"):
        close(book)


def letterhead(change: Callable[[bytes], bytes]) -> bytes:
    """A small Word file without a word about its page, its text changed."""
    whole, out = made.docx(made.p("TỈNH ỦY MẪU") + made.p("Số: -CV/TU")), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in given.namelist():
            content = given.read(name)
            target.writestr(name, change(content) if name == "word/document.xml" else content)
    return out.getvalue()


def test_letters_are_written_on_a_letterhead_that_says_nothing_of_its_page(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "head.docx").write_bytes(letterhead(bytes))
    assert batch(folder, tmp_path / "out", "--letterhead", str(tmp_path / "head.docx")) == 1
    letter = min((tmp_path / "out/letters").glob("*.docx"))
    words = [p.text for p in docx.Document(str(letter)).paragraphs]
    assert words[0] == "TỈNH ỦY MẪU"
    assert len(words) > 5


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"</w:body>", b"<w:p/>" * 20_000_000 + b"</w:body>"),
        lambda text: b'<!DOCTYPE x [<!ENTITY a "b">]>' + text[text.index(b"<w:document") :],
        lambda text: text[: len(text) // 2],
    ],
    ids=["bomb", "DTD", "half"],
)
def test_a_hostile_letterhead_is_refused(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "head.docx"
    path.write_bytes(letterhead(change))
    with pytest.raises(UsageError, match="tiêu đề công văn"):
        require_letterhead(path)
