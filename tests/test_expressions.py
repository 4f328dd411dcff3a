"""Expressions that are kept between runs are the ones that ``re`` compiles, whatever the file holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp import expressions
from vnreport_nlp.gates import Gated


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """A store in a folder of its own; whatever was read before is forgotten, and again afterwards."""
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path))
    expressions._store.cache_clear()
    yield tmp_path
    expressions._store.cache_clear()


def reread() -> None:
    """As a new run would."""
    expressions.keep()
    expressions._store.cache_clear()


@pytest.fixture(scope="module")
def of_a_check(tmp_path_factory, drafts):
    """The cache folder that a whole check of a draft leaves."""
    folder = tmp_path_factory.mktemp("cache")
    draft = next(iter(sorted(drafts.glob("*.md"))))
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "vnreport_nlp", "check", "-q", str(draft)],
            env={**os.environ, "VNREPORT_CACHE": str(folder)}, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr.decode()
    return folder


COMPARED = """
import re, sys
from vnreport_nlp import expressions
ours, asked = expressions.compiled, {}
def compiled(text, flags=0):
    asked[text, int(flags)] = found = ours(text, flags)
    return found
expressions.compiled = compiled
from vnreport_nlp.cli.main import run
run(["check", "-q", sys.argv[1]])
for (text, flags), found in asked.items():
    official = re.compile(text, flags)
    assert (found, found.flags, found.groups, dict(found.groupindex)) == (
        official, official.flags, official.groups, dict(official.groupindex)
    ), text
print(len(asked), expressions._store().added, file=sys.stderr)
"""


def test_every_expression_of_a_check_is_what_re_compiles(of_a_check, drafts):
    draft = next(iter(sorted(drafts.glob("*.md"))))
    done = subprocess.run(
        [sys.executable, "-c", COMPARED, str(draft)],
        env={**os.environ, "VNREPORT_CACHE": str(of_a_check)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    seen, added = map(int, done.stderr.split()[-2:])
    assert seen > 500
    assert added == 0


def test_a_second_run_works_nothing_out(of_a_check, drafts):
    draft = next(iter(sorted(drafts.glob("*.md"))))
    script = (
        "import sys\n"
        "from vnreport_nlp.cli.main import run; run(['check', '-q', sys.argv[1]])\n"
        "from vnreport_nlp.expressions import _store; print(_store().added, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(draft)],
        env={**os.environ, "VNREPORT_CACHE": str(of_a_check)}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stderr.decode().split()[-1] == "0"


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (r"(?P<a>x)|(?P<b>y)(z)?", 0),
        ("(?i:đảng) ủy", 0),
        ("uỷ ban", re.IGNORECASE),
        (rb"^\x00+", re.MULTILINE),
        ("a # b", re.VERBOSE),
    ],
)
def test_kept_and_made_again(fresh, text, flags):
    first = expressions.compiled(text, flags)
    reread()
    second = expressions.compiled(text, flags)
    assert first == second == re.compile(text, flags)
    assert dict(second.groupindex) == dict(re.compile(text, flags).groupindex)
    assert expressions._store().added == 0


def test_a_wrong_expression_is_the_error_of_re(fresh):
    with pytest.raises(re.error):
        expressions.compiled("(")


def test_a_gate_read_again_is_the_same(fresh):
    made = Gated(r"(?:giảm|tăng) (?:\d+)% so với (?:cùng kỳ|kế hoạch)")
    reread()
    again = Gated(r"(?:giảm|tăng) (?:\d+)% so với (?:cùng kỳ|kế hoạch)")
    assert (again.groups, again.heads, again.figure) == (made.groups, made.heads, made.figure)
    assert made.groups
    assert expressions._store().added == 0


def kept_file(folder: Path) -> Path:
    (file,) = (folder / "expressions").iterdir()
    return file


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_only_means_working_out_again(tmp_path_factory, at, rubbish):
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VNREPORT_CACHE", str(folder))
        expressions._store.cache_clear()
        expressions.compiled(r"năm (\d+)")
        reread()
        file = kept_file(folder)
        content = bytearray(file.read_bytes())
        at %= len(content)
        content[at : at + len(rubbish)] = rubbish
        file.write_bytes(bytes(content))
        assert expressions.compiled(r"năm (\d+)") == re.compile(r"năm (\d+)")
        expressions._store.cache_clear()


def test_numbers_that_are_no_expression_are_not_taken(fresh):
    expressions.compiled(r"năm (\d+)")
    reread()
    file = kept_file(fresh)
    content = file.read_bytes()[4:]
    forged = content[: int.from_bytes(content[:4], "big") + 4].ljust(len(content), b"\xff")
    file.write_bytes(zlib.crc32(forged).to_bytes(4, "big") + forged)
    assert expressions.compiled(r"năm (\d+)") == re.compile(r"năm (\d+)")


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path / "file"))
    expressions._store.cache_clear()
    assert expressions.compiled("a+") == re.compile("a+")
    assert expressions.keep() is False
    expressions._store.cache_clear()


def test_too_many_are_begun_anew(fresh, monkeypatch):
    monkeypatch.setattr(expressions, "MOST", 2)
    for text in ("a", "b", "c"):
        expressions.compiled(text)
    reread()
    assert not expressions._store().told


def test_nothing_of_a_draft_is_kept(tmp_path):
    """Neither its unit's name nor its department's nor a path is among the expressions that are kept."""
    drafts, cache = tmp_path / "drafts", tmp_path / "cache"
    drafts.mkdir()
    text = (
        "TỈNH ỦY TRẰNG QUẾ\nSỞ VĂN PHIÊN TRẠM TRẰNG\n\n# BÁO CÁO\n\n**Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025**\n\n"
        "## I. ĐẶC ĐIỂM TÌNH HÌNH\n\nSở Văn Phiên Trạm Trằng và Sở Nội vụ cùng thực hiện; Phòng Giáo dục Trằng Quế đã phối hợp.\n"
    )
    for name in ("Trằng Quế.md", "so-trằng.md"):
        (drafts / name).write_text(text, encoding="utf-8")
    for args in (
        ["check", "-q", str(drafts)],
        ["batch", str(drafts), "-o", str(tmp_path / "report"), "--anonymise", "-q"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "vnreport_nlp", *args],
            env={**os.environ, "VNREPORT_CACHE": str(cache)}, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr.decode()
    (kept,) = (cache / "expressions").iterdir()
    words = kept.read_bytes().decode("utf-8", "replace").lower()
    assert "tỉnh" in words
    for name in ("trằng", "phiên", str(tmp_path)):
        assert name not in words
