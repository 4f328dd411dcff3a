"""Everything that is no draft and may be spoiled: inputs that are no files, outputs that lie on inputs, settings, decisions."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_made import batch, drafts, two_drafts

from vnreport_nlp.batch.ledger import read_ledger
from vnreport_nlp.cli.main import run
from vnreport_nlp.cli.settings import find_settings
from vnreport_nlp.decisions import read_decisions
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters.letterhead import require_letterhead
from vnreport_nlp.exporters.text import clean

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links as on Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_drafts(tmp_path)


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
        ("a = " + "[" * 2000, "lồng quá sâu"),
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


def test_links_to_files_are_refused_as_links_to_folders_are(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "kept apart.md"
    outside.write_text(
        (folder / "1.md").read_text(encoding="utf-8") + "\n\nCHI RIÊNG NGOÀI THƯ MỤC\n", encoding="utf-8"
    )
    (folder / "outside.md").symlink_to(outside)
    (folder / "inside.md").symlink_to("1.md")
    out = tmp_path / "out"
    assert batch(folder, out) == 1
    found = drafts(out)
    bad = {name: (str(d["reason"]), str(d["hint"])) for name, d in found.items() if not d["readable"]}
    assert set(bad) == {"outside.md", "inside.md"}
    assert all("liên kết" in reason and "nêu thẳng" in hint for reason, hint in bad.values())
    pages = [p for p in out.rglob("*") if p.is_file()]
    assert not any("RIÊNG NGOÀI".encode() in p.read_bytes() for p in pages)


def test_a_link_that_is_named_is_followed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / "named.md"
    link.symlink_to(folder / "1.md")
    assert run(["check", str(link), "--fail-on", "never"]) == 0
    assert "liên kết" not in capsys.readouterr().out
    assert run(["check", str(folder), str(link), "--fail-on", "never"]) == 0
    assert "liên kết" not in capsys.readouterr().out
