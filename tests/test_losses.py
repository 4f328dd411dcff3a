"""What was lost while reading is told in words, on the page, in the terminal, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx_made import docx, p

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess
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


def picture(width: int, height: int) -> str:
    """A picture in a paragraph of its own; sizes in mm."""
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    size = f'<wp:extent cx="{width * 36000}" cy="{height * 36000}"/>'
    return f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{wp}">{size}{blip}</wp:inline></w:drawing></w:r></w:p>'


def test_a_picture_in_place_of_a_text_is_told_and_a_small_one_or_a_photo_is_not(tmp_path: Path) -> None:
    path = tmp_path / "huyen-a.docx"
    about = ("chính trị", "tư tưởng", "đạo đức", "cán bộ")
    below = [PROSE * 2, picture(160, 200), picture(30, 20) + p(PROSE * 2), p(PROSE * 4) + picture(150, 90)]
    body = [
        p(f"{n}. Công tác xây dựng Đảng về {a}") + (b if b[0] == "<" else p(b))
        for n, (a, b) in enumerate(zip(about, below, strict=True), 1)
    ]
    title, part = p("BÁO CÁO tổng kết công tác xây dựng Đảng"), p("II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG")
    path.write_bytes(docx("".join([title, p("I. ĐẶC ĐIỂM, TÌNH HÌNH"), p(PROSE), part, *body])))
    document = read(path)
    assert [(w.code, w.detail) for w in document.warnings] == [
        ("picture_for_text", f"{n}. Công tác xây dựng Đảng về {about[n - 1]}") for n in (2,)
    ]
    assert len(document.pictures) == 2
    [empty] = [v for v in assess(document, load_template("xdd-2020-2025")).verdicts if v.requirement == "II.2"]
    assert empty.status == "empty" and empty.review
    assert render(empty.why, "vi") == "Dưới tiêu đề là ảnh; công cụ không đọc được chữ trong ảnh."
