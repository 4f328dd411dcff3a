"""Files with odd names among the drafts: links that lead nowhere, names that are no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run

TEXT = "I. KẾT QUẢ\n\nTrong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drafts"
    made.mkdir()
    (made / "huyen-a.txt").write_text(TEXT, encoding="utf-8")
    return made


def test_a_name_that_is_no_text_is_told_with_what_to_do(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """Old archives unpacked elsewhere leave such names; the batch used to end with a program's error."""
    try:
        (folder / os.fsdecode(b"huy\xf6n.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names that are text")
    for command in (["batch", str(folder), "-o", str(tmp_path / "r")], ["check", str(folder)]):
        assert run(command) == 2
        told = capsys.readouterr().err
        assert "huy�n.txt” sai bảng mã" in told and "Đổi tên tệp" in told


def test_links_that_lead_nowhere_do_not_stop_a_batch(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    try:
        (folder / "xa.docx").symlink_to("nowhere.docx")
        (folder / "vong.docx").symlink_to("vong.docx")
        (folder / "quanh").symlink_to(folder)
    except OSError:
        pytest.skip("no links here")
    assert run(["batch", str(folder), "-o", str(tmp_path / "r"), "--workers", "1", "-v"]) in (0, 1)
    told = capsys.readouterr()
    assert "1 dự thảo" in told.out and "Bỏ qua 2 tệp" in told.err
