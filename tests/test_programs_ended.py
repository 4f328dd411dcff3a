"""Programs that readers run, and their folders, are gone when the process that runs them is gone, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pdf_made import Page, make_pdf

from vnreport_nlp.readers import keeper, programs
from vnreport_nlp.readers.soffice import find_soffice

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, and a program that is a shell script")
STANDS_IN = """#!/bin/sh
case "$1" in --list-langs) echo vie; exit 0;; esac
sleep 600 &
echo $$ >> "$TOLD"; echo $! >> "$TOLD"
wait
"""
"""A program that never ends, with a child of its own."""
PATIENCE, MOMENT = 30, 0.5
OLD = b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body/></w:wordDocument>'
PARAGRAPH = b"<w:p><w:r><w:t>Tinh hinh chung</w:t></w:r></w:p>"
SCAN = make_pdf([Page(image=(100, 140, b"\xff" * 14000))])


def until(holds: Callable[[], bool], *, seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead and that nobody asked for yet does not."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def as_in_the_foreground() -> None:
    """A shell's background job ignores Ctrl-C, one under ``nohup`` the end of its session, and what they start inherits it."""
    for sent in (signal.SIGINT, signal.SIGHUP):
        signal.signal(sent, signal.SIG_DFL)


class Room:
    """A folder of drafts, a stand-in for converters, and a place for temporary folders."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.told, self.temporary = folder, folder / "told", folder / "tmp"
        self.temporary.mkdir()
        (folder / "bin").mkdir()
        for name in ("soffice", "tesseract"):
            (folder / "bin" / name).write_text(STANDS_IN, encoding="utf-8")
            (folder / "bin" / name).chmod(0o755)
        (folder / "cu.xml").write_bytes(OLD)
        (folder / "quet.pdf").write_bytes(SCAN)

    def start(self, *args: str, **env: str) -> subprocess.Popen[bytes]:
        given = {
            **os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.temporary), "TOLD": str(self.told),
            "VNREPORT_SOFFICE": str(self.folder / "bin" / "soffice"), "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", **env,
        }  # fmt: skip
        command = [sys.executable, "-m", "vnreport_nlp", *args]
        return subprocess.Popen(
            command, cwd=self.folder, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
            preexec_fn=as_in_the_foreground,
        )  # fmt: skip

    def has_started(self, number: int) -> bool:
        """Whether so many stand-ins and their children run, and who started them has had a moment to know it."""
        return until(lambda: len(self.programs()) == number) and not time.sleep(MOMENT)

    def programs(self) -> list[int]:
        """The stand-ins that were started, and their children."""
        return [int(line) for line in self.told.read_text("utf-8").split()] if self.told.is_file() else []

    def folders(self) -> list[str]:
        return sorted(p.name for p in self.temporary.iterdir() if p.is_dir() and p.name.startswith("vnreport-"))

    def is_tidy(self) -> bool:
        return not any(map(alive, self.programs())) and not self.folders()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    for pid in filter(alive, made.programs()):
        os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("draft", ["cu.xml", "quet.pdf"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_check_that_is_stopped_leaves_no_program_and_no_folder(room: Room, draft: str, sent: signal.Signals) -> None:
    check = room.start("check", draft)
    assert room.has_started(2)
    assert all(map(alive, room.programs())) and bool(room.folders()) == (draft == "cu.xml")
    check.send_signal(sent)
    _, said = check.communicate(timeout=PATIENCE)
    assert until(room.is_tidy, seconds=10), (room.programs(), room.folders())
    if sent == signal.SIGINT:
        assert check.returncode == 2 and said.decode("utf-8").strip() == "Đã dừng; phần đã xong được giữ lại."


def test_a_comparison_that_is_stopped_twice_leaves_nothing(room: Room) -> None:
    compare = room.start("compare", "cu.xml", "quet.pdf")
    assert room.has_started(2)
    compare.send_signal(signal.SIGINT)
    compare.send_signal(signal.SIGINT)
    compare.communicate(timeout=PATIENCE)
    assert until(room.is_tidy, seconds=10), (room.programs(), room.folders())


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("draft", ["cu.xml", "quet.pdf"])
def test_the_time_limit_ends_the_programs_of_a_draft_too(room: Room, draft: str, workers: str) -> None:
    batch = room.start("batch", draft, "-o", "out", "--workers", workers, "--time-limit", "6")
    batch.communicate(timeout=PATIENCE)
    assert batch.returncode == 2 and len(room.programs()) == 2
    assert until(room.is_tidy, seconds=10), (room.programs(), room.folders())


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_batch_that_is_stopped_leaves_no_program_and_no_folder(room: Room, sent: signal.Signals) -> None:
    batch = room.start("batch", "cu.xml", "quet.pdf", "-o", "out", "--workers", "2", "--anonymise")
    assert room.has_started(4)
    batch.send_signal(sent)
    batch.communicate(timeout=PATIENCE)
    assert until(room.is_tidy, seconds=10), (room.programs(), room.folders())


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None or not Path("/proc").is_dir(), reason="LibreOffice is not here")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_libreoffice_itself_is_ended(room: Room, sent: signal.Signals) -> None:
    (room.folder / "dai.xml").write_bytes(OLD.replace(b"<w:body/>", b"<w:body>" + PARAGRAPH * 20_000 + b"</w:body>"))
    check = room.start("check", "dai.xml", VNREPORT_SOFFICE=str(find_soffice()))

    def converters() -> list[int]:
        found = (p for p in Path("/proc").iterdir() if p.name.isdigit() and alive(int(p.name)))
        return [int(p.name) for p in found if str(room.temporary).encode() in command_of(p)]

    assert until(lambda: any(b"soffice.bin" in command_of(Path(f"/proc/{pid}")) for pid in converters()))
    time.sleep(MOMENT)
    check.send_signal(sent)
    check.communicate(timeout=PATIENCE)
    assert until(lambda: not converters() and not room.folders(), seconds=10), (converters(), room.folders())


def command_of(process: Path) -> bytes:
    with suppress(OSError):
        return (process / "cmdline").read_bytes()
    return b""


def test_what_was_begun_and_not_done_remains() -> None:
    assert keeper.remaining(b"+p1\0+f/a b\0-p1\0+p2\0-p9\0+p3") == [b"f/a b", b"p2"]
    assert keeper.remaining(b"") == []


def test_a_program_is_heard_and_given_what_it_reads() -> None:
    assert programs.run_program(["cat"], seconds=20, given=b"abc" * 100_000, heard=True) == (0, b"abc" * 100_000)
    assert programs.run_program(["sh", "-c", "echo a; exit 3"], seconds=20) == (3, b"")
    with pytest.raises(FileNotFoundError):
        programs.run_program(["/no/program"], seconds=1)


def test_without_a_keeper_programs_and_folders_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_keeper", lambda _: None)
    with programs.scratch() as folder:
        (folder / "a").write_bytes(b"a")
        assert programs.run_program(["cat", str(folder / "a")], seconds=20, heard=True) == (0, b"a")
    assert not folder.exists()
