"""PDF: pages, notes, columns, page ends, scans, OCR, hostile files."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_made import Page, make_pdf, scan, set_paragraphs

from vnreport_nlp.errors import ReadError
from vnreport_nlp.model import Document
from vnreport_nlp.readers import ReadOptions, read, read_bytes
from vnreport_nlp.readers.legacy import encode_tcvn3
from vnreport_nlp.readers.limits import Limits
from vnreport_nlp.readers.ocr import tesseract
from vnreport_nlp.readers.ocr_labels import repair_labels

SOFFICE = shutil.which("soffice")
SENTENCE = "Ban Thường vụ đã lãnh đạo, chỉ đạo các cấp ủy trực thuộc thực hiện tốt công tác quy hoạch, rà soát, bổ sung cán bộ."
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")


def paragraphs(document: Document, story: str = "body") -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.story == story]


def code_of(data: bytes, **options: object) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "x.pdf", options=ReadOptions(**options))  # type: ignore[arg-type]
    assert str(caught.value.message) and str(caught.value.hint)
    return caught.value.code


def test_paragraphs_over_page_ends() -> None:
    source = (
        ["I- ĐẶC ĐIỂM, TÌNH HÌNH"]
        + [f"Đoạn {n} nói rằng " + SENTENCE * 3 for n in range(1, 30)]
        + ["1. Công tác tư tưởng"]
    )
    d = read_bytes(make_pdf(set_paragraphs(source)), "x.pdf")
    assert paragraphs(d) == source
    assert d.page_basis == "pdf" and d.format == "pdf"
    assert d.locate(0).page == 1 and (d.locate(len(d.text) - 1).page or 0) > 3
    over = [p for p in d.paragraphs if len({q.page for q in p.pieces}) > 1]
    assert over
    assert all("".join(d.text[q.start : q.end] for q in p.pieces) == d.text[p.start : p.end] for p in d.paragraphs)


def test_running_heads_and_page_numbers_go() -> None:
    pages = set_paragraphs([f"Đoạn {n}: " + SENTENCE * 4 for n in range(12)])
    for number, page in enumerate(pages, 1):
        page.text(290, 810, str(number), size=12).text(85, 40, "Báo cáo của huyện Nậm Khuông", size=11)
    d = read_bytes(make_pdf(pages), "x.pdf")
    assert len(pages) > 2
    assert "Nậm Khuông" not in d.text
    assert len(d.paragraphs) == 12


@pytest.mark.parametrize(("numbers", "kept"), [("i ii iii iv", 0), ("V VI VII VIII", 0), ("I III I", 3), ("I II", 2)])
def test_roman_page_numbers_run_in_step_with_the_pages(numbers: str, kept: int) -> None:
    """Others, and two alone, may be numbers of headings."""
    pages = set_paragraphs([f"Đoạn {n}: " + SENTENCE * 4 for n in range(12)])
    printed = numbers.split()
    for page, number in zip(pages, printed, strict=False):
        page.text(290, 40, number, size=12)
    d = read_bytes(make_pdf(pages), "x.pdf")
    assert len(pages) > 2
    assert sum(text.strip("-") in printed for text in paragraphs(d)) == kept


def test_a_full_line_that_ends_a_sentence_ends_no_paragraph_where_those_stand_apart() -> None:
    """``Thứ hai, …`` at the beginning of a line: an item where paragraphs follow each other closely, else a sentence."""
    word, width = "chữ", 70
    lines = [f"Bài học là {word * 20}"[: width - 1] + ".", f"Thứ hai, {word} cuối."]

    def found(gap: float) -> list[str]:
        page, y = Page(), 800.0
        for _ in range(6):
            for line in (*lines, "Một đoạn khác."):
                page.text(85, y, line, size=14)
                y -= 18 + (gap if line != lines[0] else 0)
        return paragraphs(read_bytes(make_pdf([page]), "x.pdf"))

    page, first = Page(), f"Thứ nhất, {word * 20}"[:65] + "."
    second = f"Thứ hai, {word * 30}"[:69]
    for number, line in enumerate(("1. Một mục", first, second, *[word * 23] * 2, "và hết.", "Một đoạn khác.") * 4):
        page.text(106 if line in (first, "Một đoạn khác.") else 85, 800 - 18 * number, line, bold=line[0] == "1")
    told = paragraphs(read_bytes(make_pdf([page]), "x.pdf"))
    assert told[1] == f"{first} {second} {word * 23} {word * 23} và hết.", (
        "a line without an indent goes on where paragraphs have one"
    )
    assert found(12) == [" ".join(lines), "Một đoạn khác."] * 6
    assert found(0) == [*lines, "Một đoạn khác."] * 6


def test_notes_at_the_foot() -> None:
    page = Page()
    page.text(85, 780, "I- ĐẶC ĐIỂM, TÌNH HÌNH", bold=True)
    page.text(85, 760, "Thị ủy đã ban hành 03 chương trình hành động").text(85 + 44 * 7, 765, "1", size=8).text(
        85 + 44 * 7 + 5, 760, " và 5 km"
    )
    page.text(85 + 44 * 7 + 5 + 8 * 7, 765, "2", size=8)
    page.text(85, 740, "Đoạn sau có đủ dấu chấm.")
    page.text(85, 84, "1", size=7).text(
        90, 80, "Gồm: Chương trình số 01-CTr/TU ngày 17/8/2021 của Ban Thường vụ Thị ủy", size=10
    )
    page.text(85, 68, "về thực hiện Nghị quyết Đại hội.", size=10)
    d = read_bytes(make_pdf([page]), "x.pdf")
    assert "hành động và 5 km2" in d.text
    (note,) = d.footnotes
    assert (
        d.text[note.start : note.end]
        == "Gồm: Chương trình số 01-CTr/TU ngày 17/8/2021 của Ban Thường vụ Thị ủy về thực hiện Nghị quyết Đại hội."
    )
    assert note.reference is not None and d.text[: note.reference + 1].endswith("hành động")
    assert [d.text[s.start : s.end] for p in d.paragraphs for s in p.bold] == ["I- ĐẶC ĐIỂM, TÌNH HÌNH"]


def test_two_columns_of_the_title_block() -> None:
    page = Page()
    page.text(85, 780, "TỈNH ỦY QUẢNG AN").text(330, 780, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    page.text(85, 764, "THỊ ỦY ĐỨC LONG", bold=True).text(330, 764, "Đức Long, ngày 15 tháng 01 năm 2024")
    page.text(85, 700, SENTENCE[:60])
    d = read_bytes(make_pdf([page]), "x.pdf")
    assert sorted(paragraphs(d)[:4]) == sorted(
        ["TỈNH ỦY QUẢNG AN", "ĐẢNG CỘNG SẢN VIỆT NAM", "THỊ ỦY ĐỨC LONG", "Đức Long, ngày 15 tháng 01 năm 2024"]
    )


@pytest.mark.parametrize("fonts", [(".VnTime", ".VnTimeB"), ("ABCDEF+.VnTime", "X"), ("Helvetica", "Helvetica-Bold")])
def test_dead_encodings(fonts: tuple[str, str]) -> None:
    source = ["1. Công tác xây dựng Đảng về chính trị", SENTENCE * 3, SENTENCE * 2]
    d = read_bytes(make_pdf(set_paragraphs([encode_tcvn3(p) for p in source]), fonts=fonts), "x.pdf")
    assert paragraphs(d) == source
    assert d.quality > 0.95


def test_scan_without_ocr_is_an_error_with_a_way_out() -> None:
    picture = Page(image=(100, 140, b"\xff" * 14000))
    assert code_of(make_pdf([picture, picture]), ocr=False) == "no_text_layer"


def test_signature_stamp_is_no_text_layer() -> None:
    picture = (
        Page(image=(100, 140, b"\xff" * 14000))
        .text(300, 780, "Ký bởi: Huyện ủy Nậm Khuông")
        .text(300, 760, "Thời gian ký: 22.01.2024 08:15:09 +07:00")
    )
    assert code_of(make_pdf([picture, picture]), ocr=False) == "no_text_layer"


def test_mixed_file_is_read_page_by_page() -> None:
    pages = set_paragraphs([SENTENCE * 3])
    d = read_bytes(make_pdf([*pages, Page(image=(100, 140, b"\xff" * 14000))]), "x.pdf", options=ReadOptions(ocr=False))
    assert [(w.code, w.detail) for w in d.warnings] == [("scanned_pages", "2")]
    assert paragraphs(d) == [SENTENCE * 3]


def test_blank_and_empty_files() -> None:
    assert code_of(make_pdf([Page()])) == "empty"


def test_ocr_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport_nlp.readers.pdf.tesseract", lambda: None)
    monkeypatch.setattr("vnreport_nlp.readers.ocr.tesseract", lambda: None)
    assert code_of(make_pdf([Page(image=(100, 140, b"\xff" * 14000))])) == "ocr_missing"


@pytest.mark.parametrize("texts, repaired", [
    (["I- ĐẶC ĐIỂM", "II- KẾT QUẢ", "II- THỰC HIỆN NHIỆM VỤ", "IV- ĐÁNH GIÁ"], {2: ("II", "III")}),
    (["I- ĐẶC ĐIỂM", "I- KẾT QUẢ", "III- THỰC HIỆN"], {1: ("I", "II")}),
    (["l. ĐẶC ĐIỂM", "II. KẾT QUẢ"], {0: ("l", "I")}),
    (["/ ĐẶC ĐIỂM", "II/ KẾT QUẢ"], {0: ("", "I")}),
    (["q) Công tác quy hoạch", "b) Công tác luân chuyển"], {0: ("q", "a")}),
    (["I- ĐẶC ĐIỂM", "III- KẾT QUẢ", "IV- ĐÁNH GIÁ"], {}),
    (["L/ Tình hình chung", "H/ Việc đã làm", "HI/ Việc chưa xong"], {0: ("L", "I"), 1: ("H", "II"), 2: ("HI", "III")}),
    (["I. Tình hình chung", "11. Việc đã làm", "iil. Việc chưa xong", "IV. Kiến nghị"], {1: ("11", "II"), 2: ("iil", "III")}),
    (["I. Tình hình", "II. Việc đã làm", "HIII- Việc khó", "IV. Kiến nghị"], {2: ("HIII", "III")}),
    (["V. Việc khó", "VỊ. Kiến nghị", "VII. Lời kết"], {1: ("VỊ", "VI")}),
    (["L. Vũ Văn An phụ trách chung", "1. Việc đã làm", "2. Việc chưa xong"], {}),
    (["I. Tình hình", "1. Việc một", "10. Việc mười", "11. Việc mười một", "III. Kiến nghị"], {}),
    (["I. Tình hình", "II. Việc đã làm", "I. Kiến nghị với tỉnh", "II. Kiến nghị với xã"], {}),
    (["I. Tình hình", "II. Việc đã làm", "II. Việc chưa xong", "III. Kiến nghị"], {}),
    (["I- ĐẶC ĐIỂM", "II- KẾT QUẢ", "II- thực hiện tốt"], {}),
    (["L ĐẤT VÀ NGƯỜI", "IL. VIỆC ĐÃ LÀM", "II. VIỆC DỞ DANG", "IV. KIẾN NGHỊ"], {0: ("L", "I."), 1: ("IL", "II"), 2: ("II", "III")}),
    (["l ĐẤT VÀ NGƯỜI", "H. VIỆC ĐÃ LÀM", "III. VIỆC DỞ DANG"], {0: ("l", "I."), 1: ("H", "II")}),
    (["1 ĐẤT VÀ NGƯỜI", "II. VIỆC ĐÃ LÀM", "III. VIỆC DỞ DANG"], {0: ("1", "I.")}),
    (["IL. ĐẤT VÀ NGƯỜI", "II. VIỆC ĐÃ LÀM", "II. VIỆC DỞ DANG", "IV. KIẾN NGHỊ"], {0: ("IL", "I"), 2: ("II", "III")}),
    (["l XÃ NẬM PÚNG", "IL. ĐẤT VÀ NGƯỜI", "II. VIỆC ĐÃ LÀM", "III. KIẾN NGHỊ"], {1: ("IL", "I")}),
    (["l XÃ NẬM PÚNG", "L. ĐẤT VÀ NGƯỜI", "IL. VIỆC ĐÃ LÀM", "III. KIẾN NGHỊ"], {1: ("L", "I"), 2: ("IL", "II")}),
    (["l XÃ NẬM PÚNG", "I. ĐẤT VÀ NGƯỜI", "II. VIỆC ĐÃ LÀM", "III. KIẾN NGHỊ"], {}),
    (["1 Đất và người", "1. Việc đã làm", "2. Việc chưa xong"], {}),
    (["L Vũ Văn An phụ trách chung", "II. VIỆC ĐÃ LÀM", "III. KIẾN NGHỊ"], {}),
])  # fmt: skip
def test_label_repair(texts: list[str], repaired: dict[int, tuple[str, str]]) -> None:
    assert repair_labels(texts) == repaired


@pytest.mark.ocr
@pytest.mark.soffice
@pytest.mark.skipif(tesseract() is None or SOFFICE is None, reason="cần tesseract với dữ liệu vie và LibreOffice")
def test_ocr_reads_a_scan(office: Path) -> None:
    d = read_bytes(scan((office / "thu.pdf").read_bytes()), "quet.pdf")
    assert d.ocr and d.page_basis == "ocr"
    heads = ["I- ĐẶC ĐIỂM, TÌNH HÌNH", "II- KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "III- ĐÁNH GIÁ CHUNG"]
    assert [p for p in paragraphs(d) if p in heads] == heads
    assert d.quality < 1
    assert any(w.code == "ocr" for w in d.warnings)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF that LibreOffice made of a made-up report."""
    import docx

    folder = tmp_path_factory.mktemp("office")
    document = docx.Document()
    for text in (
        "I- ĐẶC ĐIỂM, TÌNH HÌNH", SENTENCE * 3, "II- KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Công tác xây dựng Đảng về chính trị", SENTENCE * 5,
        "2. Xây dựng Đảng về tư tưởng", SENTENCE * 4, "III- ĐÁNH GIÁ CHUNG", SENTENCE * 2,
    ):  # fmt: skip
        document.add_paragraph(text)
    document.save(str(folder / "thu.docx"))
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "thu.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder


@pytest.mark.soffice
@pytest.mark.skipif(SOFFICE is None, reason="cần LibreOffice")
def test_pdf_of_an_office_program(office: Path) -> None:
    d = read(office / "thu.pdf")
    assert paragraphs(d)[:2] == ["I- ĐẶC ĐIỂM, TÌNH HÌNH", " ".join((SENTENCE * 3).split())]
    assert len(paragraphs(d)) == 9


@pytest.mark.parametrize("damage", ["truncated", "garbage", "head only", "no pages"])
def test_broken_files(damage: str) -> None:
    whole = make_pdf(set_paragraphs([SENTENCE * 3]))
    data = {
        "truncated": whole[: len(whole) // 3], "garbage": b"%PDF-1.7\n" + os.urandom(4000), "head only": b"%PDF-1.4\n", "no pages": make_pdf([]),
    }[damage]  # fmt: skip
    start = time.process_time()
    try:
        read_bytes(data, "x.pdf")
    except ReadError as error:
        assert error.code in ("corrupt", "empty")
    assert time.process_time() - start < 2


def test_limits() -> None:
    pages = [Page().text(85, 700, "Một trang.") for _ in range(5)]
    assert code_of(make_pdf(pages), limits=Limits(pages=3)) == "too_large"
    assert code_of(make_pdf(pages), limits=Limits(page_chars=5)) == "too_large"


def test_passwords() -> None:
    data = (Path(__file__).parent / "data" / "mat-khau.pdf").read_bytes()
    assert code_of(data) == "encrypted"
    assert code_of(data, password="sai") == "encrypted"
    assert "Ban Thường vụ" in read_bytes(data, "x.pdf", options=ReadOptions(password="thu")).text
    assert "Ban Thường vụ" in read_bytes((Path(__file__).parent / "data" / "chu-so-huu.pdf").read_bytes(), "x.pdf").text


WHOLE = make_pdf([Page().text(85, 700, "I- ĐẶC ĐIỂM").text(85, 680, "Đoạn một.").text(85, 60, "1 Chú thích", size=9)])


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_but_read_errors_comes_out(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(WHOLE)
    for at, new in changes:
        data[at : at + len(new)] = new
    try:
        read_bytes(bytes(data), "x.pdf", options=ReadOptions(ocr=False))
    except ReadError:
        return


def test_signs_of_a_symbol_font_are_read_as_shown() -> None:
    page = Page().text(60, 700, "\uf0d8").text(80, 700, "Tốt", bold=True)
    data = make_pdf([page], fonts=("ABCDEF+Wingdings-Regular", "Times-Bold"))
    assert read_bytes(data, "x.pdf").text.split() == ["➢", "Tốt"]
