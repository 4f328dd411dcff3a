"""LibreOffice as a converter for old formats: found or not, run headless in a profile of its own, never trusted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock

from ..errors import ReadError
from ..model import msg
from .programs import run_program, scratch

_ONE_AT_A_TIME = Lock()
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export", "txt": "txt:Text (encoded):UTF8"}


@lru_cache(maxsize=1)
def find_soffice() -> str | None:
    """The LibreOffice program, None when there is none; ``VNREPORT_SOFFICE`` names it (an empty value hides it)."""
    named = os.environ.get("VNREPORT_SOFFICE")
    if named is not None:
        return named if named and Path(named).is_file() else None
    for name in ("soffice", "libreoffice"):
        if (found := shutil.which(name)) is not None:
            return found
    return next((place for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, suffix: str, *, path: str, target: str = "docx", seconds: float = 120.0) -> bytes:
    """The file converted by LibreOffice; ReadError ``converter_missing`` or ``converter_failed``.

    The exit code says nothing (LibreOffice answers 0 for rubbish): the output must be there and look right.
    """
    with scratch() as folder:
        source = folder / f"draft.{suffix}"
        source.write_bytes(data)
        out = convert_files([source], folder / "out", path=path, target=target, seconds=seconds)
        result = out[0].read_bytes() if out else b""
    if len(result) < 4 or (target == "docx" and not result.startswith(b"PK")):
        raise _failed(path, "không có kết quả")
    return result


def convert_files(
    sources: list[Path], out: Path, *, path: str, target: str = "docx", seconds: float = 120.0
) -> list[Path]:
    """Convert several files in one run; the outputs that came into being, in the order of ``sources``."""
    program = find_soffice()
    if program is None:
        raise missing(path)
    out.mkdir(parents=True, exist_ok=True)
    with scratch("vnreport-lo-") as profile, _turn():
        user = profile / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--nologo", "--convert-to", FILTERS.get(target, target), "--outdir", str(out), *map(str, sources),
        ]  # fmt: skip
        _run(command, path, seconds)
    return [made for s in sources if (made := out / f"{s.stem}.{target}").is_file()]


def _run(command: list[str], path: str, seconds: float) -> None:
    try:
        run_program(command, seconds=seconds)
    except subprocess.TimeoutExpired as error:
        raise _failed(path, f"quá {seconds:.0f} giây") from error


@contextmanager
def _turn() -> Iterator[None]:
    """One LibreOffice at a time on this machine: several at once starve each other."""
    with _ONE_AT_A_TIME, ExitStack() as stack:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):  # a lock that belongs to somebody else must not stop us
                lock = stack.enter_context(
                    Path(tempfile.gettempdir(), f"vnreport-soffice-{os.getuid()}.lock").open("a+b")
                )
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def missing(path: str) -> ReadError:
    """The error when a file needs LibreOffice and there is none."""
    return ReadError(
        "converter_missing",
        path,
        msg("Máy này không có LibreOffice nên không đọc được tệp định dạng cũ."),
        msg("Cài LibreOffice, hoặc mở tệp bằng Word và lưu lại ở dạng .docx rồi chạy lại."),
    )


def _failed(path: str, why: str) -> ReadError:
    return ReadError(
        "converter_failed",
        path,
        msg("LibreOffice không chuyển đổi được tệp ({why}).", why=why),
        msg("Mở tệp bằng Word và lưu lại ở dạng .docx rồi chạy lại."),
    )
