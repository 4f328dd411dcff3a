"""The title of a report beside stamps in boxes, and a letterhead that stands in the header of the first page."""

from __future__ import annotations

import pytest
from docx_made import NS, docx, p
from test_boxed_headings import PROSE, word_box

from vnreport_nlp.model import Metadata
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

SUBJECT = "Tình hình các nghề của làng năm 2025"
LEAD = p("Thực hiện Công văn số 12/UBND ngày 30/10/2025, Ủy ban nhân dân xã Khe Ngang báo cáo như sau:")
SECTIONS = "".join(p(f"{n}. {t}") + p(PROSE) for n, t in (("I", "NGHỀ MỘC"), ("II", "NGHỀ RÈN"), ("III", "KIẾN NGHỊ")))


def metadata(front: str, **parts: str) -> Metadata:
    data = docx(front + SECTIONS, parts={name.replace("_", "."): part for name, part in parts.items()})
    return outline(read_docx(data, "a.docx", ReadOptions())).metadata


def stamped(text: str, *stamps: str) -> str:
    return p(text).replace("</w:p>", "".join(map(word_box, stamps)) + "</w:p>")


@pytest.mark.parametrize(
    "stamps", [["DỰ THẢO LẦN 2"], ["Ký bởi: Ủy ban nhân dân xã Khe Ngang", "Thời gian ký: 28/11/2025"]]
)
def test_a_stamp_beside_the_title_is_no_subject(stamps: list[str]) -> None:
    assert metadata(stamped("BÁO CÁO", *stamps) + p(SUBJECT) + LEAD).subject == SUBJECT
    assert metadata(p("BÁO CÁO") + stamped(SUBJECT, *stamps) + LEAD).subject == SUBJECT


def test_a_subject_in_a_box_is_one() -> None:
    assert metadata(stamped("BÁO CÁO", SUBJECT) + LEAD).subject == SUBJECT
    assert metadata(stamped("BÁO CÁO", SUBJECT) + p("Kính gửi: Ủy ban nhân dân tỉnh")).subject == SUBJECT
    assert metadata(f"<w:p>{word_box('BÁO CÁO')}{word_box(SUBJECT)}</w:p>" + LEAD).subject == SUBJECT


HEAD = p("ỦY BAN NHÂN DÂN") + p("XÃ KHE NGANG") + p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MADE = p("Số: 21/BC-UBND") + p("Khe Ngang, ngày 28 tháng 11 năm 2025")
FIRST = '<w:sectPr><w:headerReference w:type="first" r:id="r1"/><w:titlePg/></w:sectPr>'


def headed(header: str, front: str) -> Metadata:
    body = front + p("BÁO CÁO") + p(SUBJECT) + LEAD + SECTIONS + FIRST
    data = docx(body, parts={"header1.xml": f"<w:hdr {NS}>{header}</w:hdr>"})
    return outline(read_docx(data, "a.docx", ReadOptions())).metadata


def test_a_letterhead_in_the_header_of_the_first_page() -> None:
    found = headed(HEAD + MADE, "")
    assert (found.symbol, found.place, found.date) == ("21/BC-UBND", "Khe Ngang", "28/11/2025")
    assert found.unit == "Xã Khe Ngang" and found.subject == SUBJECT


def test_the_title_block_of_the_body_goes_before_it() -> None:
    own = p("Số: 7/BC-UBND") + p("Khe Cát, ngày 1 tháng 12 năm 2025")
    found = headed(HEAD + MADE, own)
    assert (found.symbol, found.place, found.date) == ("7/BC-UBND", "Khe Cát", "1/12/2025")


def test_a_header_without_a_letterhead_says_nothing_of_the_report() -> None:
    found = headed(MADE, "")
    assert (found.symbol, found.place, found.date) == (None, None, None)
