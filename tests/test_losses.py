"""What was lost while reading is told in words, on the page, in the terminal, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx_made import docx, p

from vnreport_nlp.cli.main import run
from vnreport_nlp.messages import render
from vnreport_nlp.model import ReadWarning
from vnreport_nlp.model.losses import loss_message

READERS = Path(__file__).parent.parent / "vnreport_nlp" / "readers"
OBJECT = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
PROSE = "Trong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ, kết quả đạt được nhiều mặt tích cực."


def test_every_code_of_a_reader_has_a_sentence_without_code() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in READERS.glob("*.py"))
    codes = set(re.findall(r"(?:\.warn\(|ReadWarning\(|lost\.add\(\()\"([a-z_]+)\"", source))
    assert len(codes) > 12
    for code in codes:
        for lang in ("vi", "en"):
            told = render(loss_message(ReadWarning(code, "3")), lang)
            assert code not in told and told.endswith("."), code
    assert render(loss_message(ReadWarning("strange_code", "3")), "vi") == "Lưu ý khi đọc tệp: strange_code 3"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "huyen-a.docx"
    path.write_bytes(docx(p("I. KẾT QUẢ", rpr="<w:b/>") + p(PROSE) + OBJECT))
    return path


def test_check_and_outline_tell_what_was_lost(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "outline"):
        run([command, str(draft)])
        assert f"{draft}: Không đọc được nội dung của tệp nhúng (Excel.Sheet.12)." in capsys.readouterr().out
    run(["--lang", "en", "outline", str(draft)])
    assert "The content of an embedded file could not be read (Excel.Sheet.12)." in capsys.readouterr().out


def test_the_page_of_a_unit_tells_it(draft: Path, tmp_path: Path) -> None:
    run(["batch", str(draft.parent), "-o", str(tmp_path / "r"), "-q", "--workers", "1"])
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "r").rglob("*.html"))
    assert "Không đọc được nội dung của tệp nhúng (Excel.Sheet.12)." in pages
    assert "embedded_part" not in pages
