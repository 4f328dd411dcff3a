"""The command as people start it: old code pages, Vietnamese paths, mistakes in the command line, files that are open elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run

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
    assert (report / "units" / "huyen-nam-khuong.html").is_file() and (report / "index.html").is_file()


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
        (("chek",), "Không có lệnh “chek”. Có phải: check?", "Did you mean: check?"),
        (("template", "shwo"), "Có phải: show?", "Did you mean: show?"),
    ],
)
def test_a_mistake_is_told_in_the_reviewers_language(args: tuple[str, ...], vi: str, en: str) -> None:
    for options, wanted, cure in (((), vi, "Xem “vnreport"), (("--lang", "en"), en, "See “vnreport")):
        done = vnreport(*options, *args)
        told = done.stderr.decode("utf-8")
        assert done.returncode == 2 and done.stdout == b""
        assert wanted in told and cure in told and "Usage" not in told, told


def test_no_command_at_all_shows_the_help() -> None:
    for args in ((), ("template",)):
        told = vnreport(*args).stderr.decode("utf-8")
        assert "Cách dùng: vnreport" in told and "Lỗi" not in told


@pytest.mark.parametrize(
    ("args", "what", "cure"),
    [
        (("batch", "", "-o", "OUT"), "Đường dẫn của dự thảo để trống", "Ghi tên tệp"),
        (("batch", "DRAFT", "-o", ""), "Tên thư mục kết quả để trống", "Ghi tên thư mục"),
        (("batch", "DRAFT", "-o", "OUT", "--letterhead", "DRAFT"), "không phải tệp Word .docx", "lưu lại dạng .docx"),
        (("batch", "DRAFT", "-o", "OUT", "--letterhead", "OUT.docx"), "không có hoặc", "Kiểm tra lại đường dẫn"),
        (("template", "lint", "de-cuong.docx"), "không phải tệp .yaml", 'vnreport template derive "de-cuong.docx"'),
        (("check", "DRAFT", "-o", "HERE"), "là một thư mục", "Ghi thêm tên tệp"),
        (("check", "DRAFT", "-o", "HERE/x/y.txt"), "Không có tệp hay thư mục", "Kiểm tra lại đường dẫn"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_written(
    args: tuple[str, ...], what: str, cure: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {
        "DRAFT": str(DRAFT),
        "OUT": str(tmp_path / "out"),
        "OUT.docx": str(tmp_path / "out.docx"),
        "HERE": str(tmp_path),
        "HERE/x/y.txt": str(tmp_path / "x" / "y.txt"),
    }
    assert run([names.get(a, a) for a in args]) == 2
    told = capsys.readouterr().err
    assert what in told and "Cách xử lý: " in told and cure in told, told
    assert not list(tmp_path.iterdir())


def test_a_template_is_shown_in_the_reviewers_language(capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "show", "xdd-2020-2025"])
    told = capsys.readouterr().out
    assert "kết quả" in told and "result" not in told and "direction" not in told


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
        assert done.returncode == 2 and "Đóng tệp trong Excel hoặc Word" in told, told
        assert target.read_bytes() == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows starts programs without streams in another way")
@pytest.mark.parametrize(
    "args", [("check", "a.txt", "b.txt"), ("batch", "a.txt", "b.txt", "-o", "out", "--workers", "1")]
)
def test_a_closed_standard_error_changes_nothing(args: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(DRAFT, tmp_path / name)
    command = [sys.executable, "-m", "vnreport_nlp", *args]
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = ["sh", "-c", 'exec "$@" 2>&-', "sh", *command]
    done = subprocess.run(shell, cwd=tmp_path, env=given, stdout=subprocess.PIPE, check=False, timeout=300)
    assert done.returncode == 1
    if args[0] == "batch":
        assert (tmp_path / "out" / "index.html").is_file() and list((tmp_path / "out" / "units").glob("*-a.html"))
    else:
        assert done.stdout.count("Công tác xây dựng Đảng về đạo đức".encode()) >= 2


def test_commands_run_without_a_standard_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["check", str(DRAFT), str(DRAFT), "-o", str(tmp_path / "x.txt")]) == 1
    assert run(["batch", str(DRAFT), "-o", str(tmp_path / "out"), "--workers", "1"]) == 1
