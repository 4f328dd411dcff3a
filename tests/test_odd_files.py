"""Files as they arrive: pages behind pages, RTF behind a mark, texts with bytes lost, archives, PDFs that Ghostscript has written anew."""

from __future__ import annotations

import io
import re
import tarfile
import time
import unicodedata
import zipfile
from pathlib import Path

import docx_made as made
import pytest
from lxml import etree
from pdf_made import Page, make_pdf

from vnreport_nlp import assess, load_template
from vnreport_nlp.assess.content import said
from vnreport_nlp.errors import ReadError
from vnreport_nlp.exporters.annotated import annotate
from vnreport_nlp.messages import render
from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes

TEXT = "\n\n".join(
    (
        "I. TÌNH HÌNH CHUNG",
        "Làng nghề đã giữ được hai xưởng mộc, năm xưởng dệt; bà con đều có việc làm quanh năm.",
        "II. KẾT QUẢ ĐẠT ĐƯỢC",
        "Các hộ đã cùng nhau sửa nhà văn hóa, đường làng và giếng nước; trẻ em đều được đến trường.",
    )
)
HEAD = "BÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025\n\nI. ĐẶC ĐIỂM, TÌNH HÌNH\n\n"


def codes(document: Document) -> list[str]:
    return [w.code for w in document.warnings]


@pytest.mark.parametrize("end", ["</body></html>", "</BODY>\n</HTML >", "</html>"])
@pytest.mark.parametrize(
    "second", ["<p>II. HAI</p>", "<!doctype html><html><body><p>II. HAI</p></body></html>", "II. HAI"]
)
def test_what_stands_behind_the_end_of_a_page_is_read(end: str, second: str) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><p>I. MỘT</p>{end}{second}"
    assert read_bytes(page.encode(), "a.html").text.split("\n") == ["I. MỘT", "II. HAI"]


def test_a_fraction_of_a_page_keeps_its_stroke() -> None:
    page = "<html><p>Đạt <math><mfrac><mn>12</mn><mn>15</mn></mfrac><annotation>x</annotation></math> xã.</p></html>"
    assert read_bytes(page.encode(), "a.html").text == "Đạt 12/15 xã."


@pytest.mark.parametrize("front", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b" \t"])
def test_rtf_behind_a_mark_or_a_line_break(front: bytes) -> None:
    data = front + rb"{\rtf1\ansi\ansicpg1258 {\fonttbl{\f0 Arial;}}\f0 I. MOT\par N\'f4ng th\'f4n.\par}"
    assert read_bytes(data, "a.rtf").text == "I. MOT\nNông thôn."


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_nul_bytes_behind_a_text_are_no_reason_to_lose_it(codec: str) -> None:
    document = read_bytes(TEXT.encode("utf-8") + bytes(4096) if codec == "utf-8" else TEXT.encode(codec), "a.txt")
    assert document.text == read_bytes(TEXT.encode(), "a.txt").text
    assert ("cut_short" in codes(document)) == (codec == "utf-8")


def test_text_of_two_encodings_one_behind_the_other_is_refused() -> None:
    with pytest.raises(ReadError) as told:
        read_bytes(TEXT.encode() * 3 + (TEXT * 3).encode("utf-16-le"), "a.txt")
    assert told.value.code == "wrong_type"


def test_text_that_was_encoded_twice_too_often() -> None:
    data = (TEXT * 4).encode()
    for _ in range(2):
        data = data.decode("latin-1").encode()
    document = read_bytes(data, "a.txt")
    assert document.text == read_bytes((TEXT * 4).encode(), "a.txt").text and "mojibake" in codes(document)


def test_signs_written_as_entities_of_any_kind() -> None:
    text = "&#x110;&#7843;ng b&#x1ed9; x&atilde;: &ldquo;t&#xF4;i&rdquo; &amp; R&D; &khong;"
    assert read_bytes(text.encode(), "a.txt").text == "Đảng bộ xã: “tôi” & R&D; &khong;"


def packed(kind: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=kind) as archive:  # type: ignore[call-overload]
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [packed("w"), packed("w:gz"), packed("w:bz2"), packed("w:xz"), b"Rar!\x1a\x07\x01\0" + bytes(40), b"7z\xbc\xaf\x27\x1c\0\4" + bytes(40)],
    ids=["tar", "gz", "bz2", "xz", "rar", "7z"],
)  # fmt: skip
def test_of_any_archive_the_way_out_is_to_unpack_it(data: bytes) -> None:
    with pytest.raises(ReadError) as told:
        read_bytes(data, "a.docx")
    assert (
        told.value.code == "wrong_type"
        and render(told.value.hint, "vi") == "Giải nén vào thư mục dự thảo rồi chạy lại."
    )


PROSE = (
    "Làng nghề giữ được hai xưởng mộc và năm xưởng dệt, bà con",
    "đều có việc làm quanh năm và trẻ em đều được đến trường.",
)


def weighed(weight: int) -> bytes:
    """Titles bold by name, and both fonts with the weight that their descriptors state."""
    page = Page()
    for number, y in enumerate((760.0, 640.0, 520.0, 400.0), 1):
        page.text(72, y, f"{number}. Việc thứ {number} của làng", bold=True)
        for k in range(5):
            page.text(72, y - 18 - 18 * k, PROSE[k % 2])
    data = make_pdf([page])
    told = b"/FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 32 /StemV %d >> /ToUnicode" % weight
    return data.replace(b"/ToUnicode", told) if weight else data


@pytest.mark.parametrize("weight", [0, 80, 141])
def test_a_weight_that_makes_all_letters_bold_says_nothing(weight: int) -> None:
    document = read_bytes(weighed(weight), "a.pdf")
    titles = [s.title for s in outline(document).sections]
    assert titles == [f"Việc thứ {n} của làng" for n in range(1, 5)]
    bold = sum(span.end - span.start for p in document.paragraphs for span in p.bold)
    assert 0 < bold < len(document.text) / 2


def test_a_line_under_the_room_of_a_raised_number_goes_on() -> None:
    page = Page()
    for k in range(12):
        page.text(72, 780 - 16 * k, "Bà con trong làng đã giữ được hai xưởng mộc và năm xưởng dệt")
    page.text(72, 565, "Nghề dệt của làng còn được nhiều nơi biết đến là nhờ có nghệ nhân")
    page.text(72, 543, "Hoa Mai").text(72 + 7 * 7, 548, "2", size=8).text(72 + 7 * 7 + 6, 543, "và các học trò của bà.")
    text = read_bytes(make_pdf([page]), "a.pdf").text
    assert "nghệ nhân Hoa Mai" in unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "Trong " + "(" * 40_000 + "kết quả là hết.",
        "3/4 đồng chí 12%" * 2_500,
        "Trong " + "1\u00a0" * 30_000 + "kết quả là hết.",
    ],
    ids=["brackets", "fractions", "figures"],
)
def test_signs_and_figures_without_end_in_one_paragraph(text: str) -> None:
    document = read_bytes((HEAD + text + "\n").encode(), "a.txt")
    start = time.process_time()
    assess(document, load_template())
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("không phát sinh", True), ("không phát sinh:", False), ("không phát sinh (xem biểu)", False), ("Rất tốt.", True),
        ("Rất tốt", False), ("Rất tốt. (đính kèm)", False), ("Rất tốt [1]", False), ("Theo phụ lục.", False), ("((((", False), ("", False),
    ],
)  # fmt: skip
def test_what_so_few_words_tell(line: str, tells: bool) -> None:
    found = outline(read_bytes(f"I. TÌNH HÌNH CHUNG\n\n{line}\n\nII. KẾT QUẢ ĐẠT ĐƯỢC\n\nTốt.".encode(), "a.txt"))
    assert said(found, [found.sections[0].body]).spoken == tells


def test_a_copy_with_hundreds_of_comments_in_one_paragraph(tmp_path: Path) -> None:
    cited = " ".join(
        f"theo Nghị quyết số {i}-NQ/HU, ngày {1 + i % 28}/{1 + i % 12}/2022, Kế hoạch số {i % 50}-KH/HU ngày {1 + i % 28}/02/2023,"
        for i in range(300)
    )
    path, copy = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(made.docx("".join(map(made.p, (*HEAD.split("\n\n"), cited)))))
    result = assess(read_bytes(path.read_bytes(), str(path)), load_template())
    start = time.process_time()
    told = annotate(result, path, copy)
    assert time.process_time() - start < 10 and told > 300
    with zipfile.ZipFile(copy) as package:
        comments = etree.fromstring(package.read("word/comments.xml"))
        document = package.read("word/document.xml").decode()
    numbers = [comment.get(f"{{{made.W_NS}}}id") for comment in comments]
    assert len(numbers) >= told and len(set(numbers)) == len(numbers)
    assert set(re.findall(r'commentReference w:id="(\d+)"', document)) == set(numbers)
    assert all(comment.get(f"{{{made.W_NS}}}author") for comment in comments)


def test_thousands_of_ratios_in_one_sentence() -> None:
    document = read_bytes((HEAD + "Trong " + "ngày 12/3 " * 12_000 + "\n").encode(), "a.txt")
    start = time.process_time()
    assess(document, load_template())
    assert time.process_time() - start < 6
