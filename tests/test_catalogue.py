"""The English catalogue: nothing untranslated, fields equal on both sides, and no Vietnamese of ours in English output."""

from __future__ import annotations

import re
import string
import sys
import unicodedata
from pathlib import Path

import pytest

pytest.importorskip("babel")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import build_catalogue  # noqa: E402

from vnreport_nlp.cli.main import COMMANDS, run  # noqa: E402

QUOTED = re.compile(r"“[^”]*”")
DRAFT = """BÁO CÁO
Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025

I. ĐẶC ĐIỂM, TÌNH HÌNH
(đang tổng hợp)
II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025
1. Công tác xây dựng Đảng về chính trị
Kết nạp 214 đảng viên, trong đó 96 nữ.
3. Công tác xây dựng Đảng về đạo đức
Thực hiện tốt.
"""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def vietnamese(text: str) -> bool:
    return any(
        c in "đĐ"
        or (c.isalpha() and "COMBINING" in "".join(map(unicodedata.name, unicodedata.normalize("NFD", c)[1:])))
        for c in text
    )


def test_every_message_has_english() -> None:
    known = build_catalogue.translations()
    missing = [text for text in build_catalogue.messages() if not known.get(text)]
    assert missing == []


def test_fields_are_equal_on_both_sides() -> None:
    assert {t: e for t, e in build_catalogue.translations().items() if fields(t) != fields(e)} == {}


def test_english_is_english() -> None:
    assert [e for e in build_catalogue.translations().values() if vietnamese(e)] == []


def test_compiled_catalogue_is_what_the_code_asks_for() -> None:
    known = build_catalogue.translations()
    _, mo = build_catalogue.build(known)
    assert build_catalogue.MO.read_bytes() == mo, "run scripts/build_catalogue.py"


def test_english_check_prints_no_vietnamese_but_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    run(["--lang", "en", "check", str(draft)])
    lines = [QUOTED.sub("", line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) > 5
    assert [line for line in lines if vietnamese(line)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_english_help_has_no_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--lang", "en", command, "--help"])
    printed = capsys.readouterr().out
    assert "Usage:" in printed
    assert [line for line in printed.splitlines() if vietnamese(line)] == []
