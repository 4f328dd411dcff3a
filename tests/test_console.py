"""The command as people start it: old code pages, Vietnamese paths, mistakes in the command line, files that are open elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "corpus" / "drafts" / "huyen-nam-khuong.txt"


def vnreport(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "vnreport_nlp", *args]
    given = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(command, cwd=cwd, env=given, capture_output=True, check=False, timeout=300)


@pytest.mark.parametrize("coding", ["cp1258", "ascii", "cp437"])
def test_no_code_page_stops_the_program(coding: str) -> None:
    done = vnreport("check", str(DRAFT), PYTHONUTF8="0", PYTHONIOENCODING=coding, LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 1 and done.stderr == b""
    assert "Công tác xây dựng Đảng về đạo đức" in done.stdout.decode("utf-8")


def test_paths_with_vietnamese_names_and_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "Dự thảo của các xã" / "đợt 1"
    folder.mkdir(parents=True)
    shutil.copy(DRAFT, folder / "Báo cáo huyện Nậm Khuông (lần 2).txt")
    done = vnreport(
        "batch", "Dự thảo của các xã", "-o", "Kết quả thẩm định", "--workers", "1", cwd=tmp_path, PYTHONUTF8="0"
    )
    assert done.returncode == 1, done.stderr
    report = tmp_path / "Kết quả thẩm định"
    assert (report / "units" / "bao-cao-huyen-nam-khuong-lan-2.html").is_file() and (report / "index.html").is_file()


@pytest.mark.parametrize(
    ("args", "vi", "en"),
    [
        (("check", "--foo"), "Không có tùy chọn “--foo”", "There is no option “--foo”"),
        (("check",), "Chưa nêu tệp dự thảo", "The draft is missing"),
        (
            ("check", "x", "--format", "foo"),
            "phải là một trong: text, json, sarif",
            "must be one of: text, json, sarif",
        ),
        (("batch", "x"), "Chưa nêu nơi ghi kết quả (-o)", "Where to write (-o) is missing"),
        (
            ("batch", "x", "-o", "y", "--workers", "a"),
            "--workers phải là số nguyên",
            "--workers must be a whole number",
        ),
        (("batch", "x", "-o", "y", "--workers", "0"), "từ 1 đến 256", "from 1 to 256"),
        (("batch", "x", "-o", str(DRAFT)), "là một tệp; ở đây cần một thư mục", "is a file; it must be a folder"),
        (("thẩm-định",), "Không có lệnh “thẩm-định”", "There is no command “thẩm-định”"),
    ],
)
def test_a_mistake_is_told_in_the_reviewers_language(args: tuple[str, ...], vi: str, en: str) -> None:
    for options, wanted, cure in (((), vi, "Xem “vnreport"), (("--lang", "en"), en, "See “vnreport")):
        done = vnreport(*options, *args)
        told = done.stderr.decode("utf-8")
        assert done.returncode == 2 and done.stdout == b""
        assert wanted in told and cure in told and "Usage" not in told, told


def test_help_is_in_the_reviewers_language() -> None:
    for args in ((), ("check",), ("batch",), ("decisions", "merge"), ("template",)):
        told = vnreport(*args, "--help").stdout.decode("utf-8")
        assert "Cách dùng: vnreport" in told and "In trợ giúp này." in told
        foreign = ("Usage", "Options", "Show this", "required", "default", "TEXT", "PATH", "FILE", "DRAFT")
        assert not [word for word in foreign if word in told], told
        english = vnreport("--lang", "en", *args, "--help").stdout.decode("utf-8")
        assert "Usage: vnreport" in english and "Show this message and exit." in english


def test_a_language_that_is_not_there_is_refused() -> None:
    done = vnreport("--lang", "fr", "explain", "F201")
    assert done.returncode == 2 and "Không có ngôn ngữ “fr”" in done.stderr.decode("utf-8")


def test_a_file_beside_the_drafts_is_no_draft() -> None:
    done = vnreport("check", str(DRAFT.with_name("huyen-nam-khuong.gold.json")))
    assert done.returncode == 2 and "không phải dự thảo" in done.stderr.decode("utf-8")


POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Runs a command as root without the power to write where it may not: file modes do not bind root otherwise."""


@pytest.mark.skipif(os.name == "nt", reason="file modes")
@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root, and no setpriv to drop its powers")
def test_a_file_that_may_not_be_written_gives_advice() -> None:
    with tempfile.TemporaryDirectory() as folder:
        locked = Path(folder) / "khóa"
        locked.mkdir()
        target = locked / "out.txt"
        target.touch(mode=0o444)
        locked.chmod(0o555)
        if os.geteuid() == 0:
            os.chown(locked, 65534, 65534)
        command = [sys.executable, "-m", "vnreport_nlp", "check", str(DRAFT), "-o", str(target)]
        done = subprocess.run(
            [*(POWERLESS if os.geteuid() == 0 else ()), *command], cwd=ROOT, capture_output=True, check=False, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        told = done.stderr.decode("utf-8")
        locked.chmod(0o755)
        assert done.returncode == 2 and "đóng tệp trong Excel hoặc Word" in told, told
        assert target.read_bytes() == b""
