"""Everything that is no draft and may be spoiled: inputs that are no files, outputs that lie on inputs, settings, decisions, reports."""

from __future__ import annotations

import io
import json
import os
import shutil
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import docx_made as made
import numpy as np
import pytest

from vnreport_nlp import load_template, plugins
from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.cache import FILE as CACHE
from vnreport_nlp.batch.ledger import read_ledger
from vnreport_nlp.batch.receipt import FILE as RECEIPT
from vnreport_nlp.batch.sound import sound
from vnreport_nlp.cached import kept
from vnreport_nlp.classify import load as load_model
from vnreport_nlp.cli.main import run
from vnreport_nlp.cli.settings import find_settings
from vnreport_nlp.decisions import read_decisions
from vnreport_nlp.declarations import Point
from vnreport_nlp.errors import DamagedCacheError, ModelError, ReadError, UsageError
from vnreport_nlp.evaluation import GoldError, read_floors, read_gold
from vnreport_nlp.exporters.letter_form import require_letterhead
from vnreport_nlp.exporters.text import clean
from vnreport_nlp.exporters.xlsx_book import close
from vnreport_nlp.model import msg
from vnreport_nlp.readers import read_bytes

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links as on Unix")
TEXT = "Trong nhiệm kỳ, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công và có sơ kết hằng quý."
HEADINGS = ("I. ĐẶC ĐIỂM, TÌNH HÌNH", "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Về chính trị")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two small drafts."""
    made = tmp_path / "in"
    made.mkdir()
    for k in (1, 2):
        lines = [
            f"HUYỆN ỦY SỐ {k}",
            "BÁO CÁO\ntổng kết công tác xây dựng Đảng",
            *(f"**{h}**\n\n{TEXT}" for h in HEADINGS),
        ]
        (made / f"{k}.md").write_text("\n\n".join(lines), encoding="utf-8")
    return made


def batch(folder: Path, out: Path, *more: str) -> int:
    return run(["batch", str(folder), "-o", str(out), "--workers", "1", *more])


def drafts(out: Path) -> dict[str, dict[str, object]]:
    found = json.loads((out / "results.json").read_text(encoding="utf-8"))["drafts"]
    return {Path(d["path"]).name: d for d in found}


def test_what_bears_a_drafts_name_and_is_no_file_is_a_row_with_its_reason(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe.docx")
    (folder / "lost.docx").symlink_to("nowhere.docx")
    (folder / "loop.docx").symlink_to("loop.docx")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "table.xlsx").symlink_to("nowhere.xlsx")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.path.relpath(folder / "door.pdf"))
    assert batch(folder, tmp_path / "out") == 1
    found = drafts(tmp_path / "out")
    bad = {name: str(d["reason"]) for name, d in found.items() if not d["readable"]}
    assert set(bad) == {"pipe.docx", "lost.docx", "loop.docx", "endless.txt", "door.pdf"}
    assert "liên kết" in bad["lost.docx"]
    assert "liên kết" in bad["loop.docx"]
    assert "tệp thường" in bad["pipe.docx"]


def test_folders_that_are_not_looked_into_are_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(folder / "1.md", tmp_path / "elsewhere" / "3.md")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "closed").mkdir()
    real = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert run(["check", str(folder), "-q"]) == 1
    told = capsys.readouterr().err
    assert "linked: là liên kết" in told
    assert "closed: không có quyền mở" in told
    assert batch(folder, tmp_path / "out", "-q") == 1
    assert "linked" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_a_folder_that_may_be_listed_and_not_entered_is_told_file_by_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "shut").mkdir()
    shutil.copy(folder / "1.md", folder / "shut" / "3.md")
    (folder / "shut" / "table.xlsx").write_bytes(b"PK")
    (folder / "shut" / "deeper").mkdir()
    real = {name: getattr(os, name) for name in ("stat", "lstat", "scandir")}

    def refusing(name: str) -> Callable[..., object]:
        def call(path: object, *given: object, **options: object) -> object:
            if not isinstance(path, int) and "shut" in Path(os.fsdecode(path)).parts[:-1]:  # type: ignore[arg-type]
                raise PermissionError(13, "Permission denied", str(path))
            return real[name](path, *given, **options)

        return call

    for name in real:
        monkeypatch.setattr(os, name, refusing(name))
    assert batch(folder, tmp_path / "out") == 1
    bad = {name: str(d["reason"]) for name, d in drafts(tmp_path / "out").items() if not d["readable"]}
    assert set(bad) == {"3.md", "table.xlsx"}
    assert "không có quyền đọc" in bad["3.md"]


def test_a_draft_named_twice_is_one_and_a_reports_workbook_no_annex(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert batch(folder, folder / "report") == 1
    capsys.readouterr()
    assert run(["batch", "in", str(folder), "in/1.md", "-o", "out", "--workers", "1"]) == 1
    assert "Tệp khác" not in capsys.readouterr().err
    assert sorted(drafts(tmp_path / "out")) == ["1.md", "2.md"]
    assert len(json.loads((tmp_path / "out/results.json").read_text(encoding="utf-8"))["drafts"]) == 2


def test_the_file_that_cannot_be_read_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "outline.docx").write_bytes(b"")
    for args in (
        ["check", str(folder), "-t", str(tmp_path / "outline.docx")],
        ["compare", str(folder / "1.md"), str(tmp_path / "outline.docx")],
    ):
        assert run(args) == 2
        assert "outline.docx" in capsys.readouterr().err


def test_a_pipe_given_by_name_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.docx")
    assert batch(tmp_path / "a.docx", tmp_path / "out", "-q") == 2
    assert "Không đọc được dự thảo nào" in capsys.readouterr().err


@pytest.mark.parametrize(
    "args",
    [
        ["check", "in/1.md", "-o", "in/1.md"],
        ["check", "in", "-o", "in/2.md"],
        ["check", "in/1.md", "-t", "a.md", "-o", "a.md"],
        ["check", "in/1.md", "-o", "book.xlsx"],
        ["outline", "in/1.md", "-o", "link.md"],
        ["compare", "in/1.md", "in/2.md", "-o", "in/2.md"],
        ["template", "derive", "in/1.md", "-o", "in/1.md"],
        ["decisions", "merge", "a.json", "-o", "a.json"],
        ["decisions", "merge", "a.json", "-o", "book.xlsx"],
        ["check", "in/1.md", "-o", "pipe"],
    ],
)
def test_no_result_is_written_over_what_somebody_made(
    args: list[str], folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy("in/1.md", "a.md")
    Path("a.json").write_text('{"schema": "vnreport.decisions/1", "decisions": []}', encoding="utf-8")
    Path("book.xlsx").write_bytes(b"PK\x03\x04 hours of work")
    Path("link.md").symlink_to("in/1.md")
    os.mkfifo("pipe")
    before = {p: p.read_bytes() for p in (*folder.iterdir(), Path("a.md"), Path("a.json"), Path("book.xlsx"))}
    assert run(args) == 2
    assert "-o" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in before} == before


def test_results_still_go_where_results_went(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "result.json"
    for _ in range(2):
        assert run(["check", str(folder), "--format", "json", "-o", str(target)]) == 1
    assert len(json.loads(target.read_text(encoding="utf-8"))["drafts"]) == 2


@pytest.mark.parametrize(
    "name", ["index.html", "results.part", "matrix.xlsx", f"{RECEIPT}.part", "units/1.html", "export"]
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


def test_a_pipe_is_no_previous_report_no_letterhead_and_no_decision_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "results.json")
    with pytest.raises(UsageError):
        read_ledger(tmp_path)
    for path in (tmp_path / "results.json", Path("/dev/zero")):
        with pytest.raises(UsageError):
            require_letterhead(path)
        with pytest.raises(UsageError, match="không phải là một tệp"):
            read_decisions(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("workers = " + "9" * 5000, "sai cú pháp"),
        ("workers = 99999999999", "workers"),
        ("workers = true", "workers"),
        ('fail_on = "loud"', "error, warning, note, never"),
        ("a = " + "[" * 2000, "sai cú pháp"),
        ('template = "\xff"', "UTF-8"),
    ],
)
def test_settings_that_are_none_are_told(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "vnreport.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError) as found:
        find_settings(tmp_path)
    assert told in str(found.value.message)


def test_settings_that_are_no_file_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    place = tmp_path / "vnreport.toml"
    place.symlink_to("nowhere.toml")
    with pytest.raises(UsageError, match="liên kết"):
        find_settings(tmp_path)
    place.unlink()
    os.mkfifo(place)
    with pytest.raises(UsageError, match="không phải là tệp"):
        find_settings(tmp_path)
    place.unlink()
    with place.open("wb") as stream:
        stream.truncate(50_000_000_000)
    with pytest.raises(UsageError, match="quá lớn"):
        find_settings(tmp_path)


def decision(**more: object) -> dict[str, object]:
    return {"unit": "A", "fingerprint": "0123456789abcdef", "action": "waive", "reason": "x", **more}


def test_the_decision_that_is_wrong_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"schema": "vnreport.decisions/1", "decisions": [decision(), decision(action="boom")]}), "utf-8"
    )
    with pytest.raises(UsageError, match="ý kiến thứ 2 có “action”"):
        read_decisions(path)


def test_a_long_reason_is_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"schema": "vnreport.decisions/1", "decisions": [decision(reason="x" * 30_000)]}), "utf-8"
    )
    assert len(read_decisions(path)[0].reason) == 30_000


def test_what_reviewers_wrote_begins_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, word in (("a", "waive"), ("b", "accept")):
        one = decision(action=word, name=f"{name}\n::error::x", reason="\n##[error]y")
        (tmp_path / f"{name}.json").write_text(
            json.dumps({"schema": "vnreport.decisions/1", "decisions": [one]}), "utf-8"
        )
    files = [str(tmp_path / f"{name}.json") for name in "ab"]
    assert run(["decisions", "merge", *files, "-o", str(tmp_path / "all.json")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("::error::x" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith(("::", "##["))]


@pytest.mark.parametrize("name", ["::error file=a::b.md", " ##[error]c.md"])
def test_the_name_of_a_file_is_no_order_to_github(name: str) -> None:
    assert clean(f"{name}:1: S101") == f"./{name}:1: S101"
    assert clean("a::b.md:1: S101") == "a::b.md:1: S101"


def test_a_workbook_that_is_open_elsewhere_is_the_systems_own_error(tmp_path: Path) -> None:
    import xlsxwriter

    (tmp_path / "matrix.xlsx").mkdir()
    book = xlsxwriter.Workbook(str(tmp_path / "matrix.xlsx"))
    with pytest.raises(OSError, match="directory"):
        close(book)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", []),
        ("sections", "abc"),
        ("sections", [{"number": 5}]),
        ("file", None),
        ("paragraphs", [None]),
        ("schema", "x"),
    ],
)
def test_a_gold_file_of_wrong_types_is_told(key: str, value: object, tmp_path: Path) -> None:
    good = {
        "schema": "vnreport.gold/1", "file": "a.md", "template": "t", "unit": "u", "group": "g", "variant": "clean", "status": {},
        "sections": [], "paragraphs": [], "defects": [], "footnotes": [],
    }  # fmt: skip
    path = tmp_path / "a.gold.json"
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    path.write_text(json.dumps(good), encoding="utf-8")
    assert read_gold(path).unit == "u"
    path.write_text(json.dumps(good | {key: value}), encoding="utf-8")
    with pytest.raises(GoldError, match=key):
        read_gold(path)


@pytest.mark.parametrize(
    "data", ["[" * 100_000, "[]", '{"floors": {"total": {"a": NaN}}}', '{"floors": {"total": 5}}', ""]
)
def test_floors_that_are_none_are_told(data: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(UsageError, match="mức sàn"):
        read_floors(path)


def test_a_model_is_not_written_among_other_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", str(folder), "-o", str(folder)]) == 2
    assert "đã có tệp khác" in capsys.readouterr().err


@pytest.mark.parametrize("spoil", ["pipe", "edited", "deep", "link"])
def test_a_spoiled_file_of_the_users_cache_is_made_again(
    spoil: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path / "cache"))

    def made() -> list[int]:
        return kept("things-1", b"source", lambda: [1, 2], list, list)

    assert made() == [1, 2]
    file = next((tmp_path / "cache/things-1").iterdir())
    whole = file.read_bytes()
    file.unlink()
    if spoil == "pipe":
        os.mkfifo(file)
    elif spoil == "link":
        file.symlink_to("/dev/zero")
    else:
        file.write_bytes(whole.replace(b"[1, 2]", b"[1, 3]") if spoil == "edited" else b"[" * 100_000)
    assert made() == [1, 2]
    assert file.read_bytes() == whole


MODEL_SPOILS = {
    "manifest of another kind": ("manifest.json", b"[]"),
    "no hashes": ("manifest.json", b'{"format": "vnreport.section/1", "files": {}}'),
    "deep": ("manifest.json", b"[" * 100_000),
    "words of another kind": ("vocab.json", b'{"topics": ["a", "b"], "features": [1, 2]}'),
    "an archive": ("idf.npy", b"PK\x03\x04"),
    "text": ("idf.npy", b"cos\nsystem\n(S'touch x'\ntR."),
}


def models(folder: Path, name: str, content: bytes) -> Path:
    """A small model with a file exchanged and its hashes right."""
    from hashlib import sha256

    from vnreport_nlp.classify import SectionModel
    from vnreport_nlp.classify.model import save

    ones = np.ones(3)
    save(
        SectionModel(("a", "b"), {"x": 0, "y": 1, "z": 2}, ones, np.ones((2, 3), np.float32), np.ones(2), ones, 0.0),
        folder,
    )
    load_model(folder)
    (folder / name).write_bytes(content)
    if name != "manifest.json":
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        manifest["files"][name] = sha256(content).hexdigest()
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def array(value: object) -> bytes:
    out = io.BytesIO()
    np.save(out, np.array(value), allow_pickle=True)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *MODEL_SPOILS.values(),
        ("idf.npy", array([1.0, float("nan"), 1.0])),
        ("idf.npy", array([1.0])),
        ("idf.npy", array([{"a": 1}, None, "x"])),  # objects come as a pickle
        ("temperature.npy", array([0.0])),
        ("voice_bias.npy", array([])),
        ("topic_bias.npy", array([[1.0, 2.0]])),
        ("idf.npy", array([1.0] * 3).replace(b"(3,)", b"(300000000000,)")),
    ],
)
def test_a_model_that_is_none_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    folder = models(tmp_path / "first", name, content)
    with pytest.raises(ModelError, match="không dùng được"):
        load_model(folder.rename(tmp_path / "second"))  # read anew


def test_a_pipe_in_a_model_is_refused(tmp_path: Path) -> None:
    folder = models(tmp_path / "first", "idf.npy", array([1.0] * 3)).rename(tmp_path / "second")
    (folder / "idf.npy").unlink()
    os.mkfifo(folder / "idf.npy")
    with pytest.raises(ModelError):
        load_model(folder)


@pytest.mark.parametrize(
    ("group", "value", "told"),
    [
        ("exporters", "no_such_module:write", "ModuleNotFoundError"),
        ("exporters", "json:no_such_name", "AttributeError"),
        ("exporters", "json:loads", "TypeError"),
        ("checks", "json:loads", "TypeError"),
    ],
)
def test_a_package_that_fails_is_named(
    group: plugins.Group, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dist:
        name = "goi-la"
        version = "1"

    point = Point("strange", value, f"vnreport.{group}", Dist())  # type: ignore[arg-type]
    monkeypatch.setattr(plugins, "declared", lambda _group: {"strange": point})
    with pytest.raises(UsageError) as found:
        plugins.call(group, "strange", object(), 5)
    assert "goi-la" in str(found.value.message)
    assert told in str(found.value.message)


def test_a_strangers_sniffer_that_fails_is_not_blamed_on_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(group: str, name: str, *given: object) -> object:
        raise UsageError(msg("Gói goi-la gặp lỗi."))

    monkeypatch.setattr(plugins, "strangers", lambda group: {"x": None} if group == "sniffers" else {})
    monkeypatch.setattr(plugins, "call", fails)
    with pytest.raises(ReadError, match="goi-la"):
        read_bytes(TEXT.encode(), "a.txt")


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
    words = [p.text for p in docx.Document(str(tmp_path / "out/letters/1.docx")).paragraphs]
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
