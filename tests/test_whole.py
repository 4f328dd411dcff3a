"""Files are written as a whole or not at all, and what stood there before stays until then."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cohorts
import docx
import pytest

from vnreport_nlp import assess, load_template, read, write
from vnreport_nlp.cli.main import run
from vnreport_nlp.decisions import write_decisions
from vnreport_nlp.exporters import annotated, letters, xlsx
from vnreport_nlp.model import Assessment, Decision
from vnreport_nlp.whole import beside, clear_begun, write_text

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "corpus" / "drafts" / "huyen-phong-lam.md"
OLD = "what stood there before\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "ket-qua.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which half of a text finds room."""

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as stream:
            stream.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    def half_text(self: Path, data: str, encoding: str, newline: str) -> int:
        return half(self, data.encode(encoding))

    monkeypatch.setattr(Path, "write_bytes", half)
    monkeypatch.setattr(Path, "write_text", half_text)


def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Windows says of a move onto a file that Word opened while we worked."""

    def refused(self: Path, place: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(place))

    monkeypatch.setattr(Path, "replace", refused)


def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: Path, place: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)


TOLD = {full: "Ổ đĩa đã đầy", locked: "Đóng tệp trong Excel hoặc Word", stopped: "Đã dừng"}


@pytest.mark.parametrize("trouble", TOLD)
@pytest.mark.parametrize("command", ["check", "check-json", "compare", "derive", "merge"])
def test_a_file_that_cannot_be_written_leaves_the_old_one(
    command: str, trouble: Callable[[pytest.MonkeyPatch], None], target: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    opinion = tmp_path / "y-kien.json"
    write_decisions((), opinion)
    given = {
        "check": ["check", DRAFT], "check-json": ["check", DRAFT, "--format", "json"], "compare": ["compare", DRAFT, DRAFT],
        "derive": ["template", "derive", DRAFT], "merge": ["decisions", "merge", opinion],
    }[command]  # fmt: skip
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path / "cache"))
    trouble(monkeypatch)
    assert run([*map(str, given), "-o", str(target)]) == 2
    told = capsys.readouterr().err
    assert TOLD[trouble] in told and ".part" not in told
    assert trouble is stopped or str(target) in told
    assert target.read_bytes().decode() == OLD
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["ket-qua.txt", "y-kien.json"]


def test_a_locked_file_is_told_before_the_drafts_are_read(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Path.open

    def refusing(self: Path, mode: str = "r", *given: object, **options: object) -> object:
        if self == target and "+" in mode:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(self))
        return real(self, mode, *given, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    monkeypatch.setattr("vnreport_nlp.api.read", lambda *given, **options: pytest.fail("a draft was read"))
    assert run(["check", str(DRAFT), "-o", str(target)]) == 2
    assert "Đóng tệp trong Excel hoặc Word" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_before_the_drafts_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("vnreport_nlp.api.read", lambda *given, **options: pytest.fail("a draft was read"))
    assert run(["check", str(DRAFT), "-o", str(tmp_path / "khong-co" / "a.txt")]) == 2
    told = capsys.readouterr().err
    assert "khong-co" in told and "thư mục chứa tệp phải có sẵn" in told


def assessed() -> Assessment:
    return cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"]), "a.md")


def test_what_the_batch_writes_is_whole_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cohort, template = cohorts.small(), load_template()
    places = [tmp_path / name for name in ("matrix.xlsx", "a.json", "a.sarif", "letters")]
    places[3].mkdir()
    slugs = [d.slug for d in cohort.drafts]
    old = [*places[:3], *(places[3] / f"{slug}.docx" for slug in slugs)]
    for path in old:
        path.write_text(OLD, encoding="utf-8")
    locked(monkeypatch)
    for work in (
        lambda: xlsx.export(cohort, places[0]),
        lambda: write([assessed()], template, places[1]),
        lambda: write([assessed()], template, places[2]),
        lambda: letters.export(cohort, places[3]),
    ):
        with pytest.raises(PermissionError) as refused:
            work()
        assert Path(refused.value.filename) in old
    assert {path.read_text(encoding="utf-8") for path in old} == {OLD}
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(old)


def test_a_full_disk_is_no_fault_of_the_draft_that_is_annotated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = docx.Document()
    for line in cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"]).split("\n"):
        made.add_paragraph(line)
    made.save(str(tmp_path / "a.docx"))
    result = assess(read(tmp_path / "a.docx"), load_template())
    cohort = cohorts.cohort_of({"a.docx": result})
    full(monkeypatch)
    with pytest.raises(OSError, match="No space"):
        annotated.export(cohort, tmp_path / "annotated")
    assert list((tmp_path / "annotated").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
@pytest.mark.parametrize("how", ["check", "merge", "api"])
def test_a_users_link_stays_a_link_and_a_mode_a_mode(how: str, target: Path, tmp_path: Path) -> None:
    target.chmod(0o640)
    link = tmp_path / "lien-ket.json"
    link.symlink_to(target)
    write_decisions((), tmp_path / "y-kien.json")
    if how == "api":
        write([], load_template(), link)
    else:
        run(
            [
                *(["check", str(DRAFT)] if how == "check" else ["decisions", "merge", str(tmp_path / "y-kien.json")]),
                "-o",
                str(link),
            ]
        )
    assert link.is_symlink() and target.read_text(encoding="utf-8") != OLD and target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
@pytest.mark.parametrize("to", ["ket-qua.txt", "/dev/null"])
def test_a_link_in_the_place_of_a_file_of_ours_is_not_followed(to: str, target: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(to)
    write_text(tmp_path / "a.json", "new")
    assert not (tmp_path / "a.json").is_symlink() and (tmp_path / "a.json").read_text(encoding="utf-8") == "new"
    assert target.read_text(encoding="utf-8") == OLD


@pytest.mark.skipif(os.name != "posix", reason="a device of POSIX")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/stdout"])
def test_a_device_is_written_straight(device: str, tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "vnreport_nlp", "check", "-q", str(DRAFT), "-o", device],
            stdout=out, stderr=subprocess.PIPE, check=False, cwd=ROOT,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert bool((tmp_path / "out").read_bytes()) is (device == "/dev/stdout")


def test_a_read_only_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        write_text(target, "new")
    assert target.read_text(encoding="utf-8") == OLD


def test_what_a_killed_run_had_begun_is_cleared_by_the_next(tmp_path: Path, drafts: Path) -> None:
    out = tmp_path / "report"
    (out / "letters").mkdir(parents=True)
    for folder in (out, out / "letters"):
        (folder / ".vnreport-0011.part").write_bytes(b"half")
    run(["batch", str(drafts / "xa-khe-ngang.md"), "-o", str(out), "--workers", "1", "-q"])
    assert not list(out.rglob("*.part"))


def test_only_files_that_were_begun_are_cleared(tmp_path: Path) -> None:
    (tmp_path / "mine.part").write_bytes(b"x")
    (tmp_path / ".vnreport-cache.sqlite").write_bytes(b"x")
    clear_begun(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_an_error_of_something_else_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error, beside(tmp_path / "a.txt") as place:
        place.write_text("half", encoding="utf-8")
        (tmp_path / "nicht-da").read_bytes()
    assert Path(error.value.filename).name == "nicht-da" and not list(tmp_path.iterdir())


STRAIGHT = re.compile(
    r"\.write_(?:text|bytes)\(|open\([^)]*[\"'][wxa]b?\+?[\"']|(?:Workbook|ZipFile)\((?!BytesIO|made).*[\"']w[\"']"
)
ALLOWED = re.compile(r"\bplace\b|os\.devnull|\bmade\b")


def test_nothing_is_written_past_the_helper() -> None:
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "vnreport_nlp").rglob("*.py"))
        if path.parent.name != "readers"  # what another program reads lies in a temporary folder
        for line in path.read_text(encoding="utf-8").splitlines()
        if STRAIGHT.search(line) and not ALLOWED.search(line)
    ]
    assert found == []


def test_a_decision_file_is_written_as_a_whole(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full(monkeypatch)
    with pytest.raises(OSError, match="No space") as error:
        write_decisions([Decision("Xã A", "0", "waive", "", "", "", "", None, "")], target)
    assert error.value.filename == str(target) and target.read_bytes().decode() == OLD


@pytest.mark.parametrize(("name", "told"), [("", "Tên tệp kết quả để trống"), (".", "là một thư mục")])
def test_a_target_that_is_none_is_told_before_the_drafts_are_read(
    name: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("vnreport_nlp.api.read", lambda *given, **options: pytest.fail("a draft was read"))
    assert run(["check", str(DRAFT), "-o", name]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_that_takes_no_file_is_told_before_the_drafts_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path / "out")
    assert run(["batch", str(DRAFT), "-o", str(tmp_path / "out"), "--workers", "1"]) == 2
    told = capsys.readouterr().err
    assert "Không ghi được" in told and "Cách xử lý" in told and "Đã xử lý" not in told
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="a pipe of POSIX")
def test_a_pipe_in_the_place_of_a_file_of_ours_makes_room(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    write_text(tmp_path / "a.json", "new")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "new"


def test_a_folder_in_the_place_of_a_file_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(OSError, match=r"a\.json"):
        write_text(tmp_path / "a.json", "new")
    assert (tmp_path / "a.json").is_dir()
