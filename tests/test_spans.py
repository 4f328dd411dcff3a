"""Every format: the spans put together are the text, each leads back to its paragraph of the file, sections cover what they say."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from itertools import pairwise

import docx_made as made
import pdf_made
import pytest
import test_odt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.soffice import find_soffice

WORDS = [
    "công",
    "tác",
    "xây",
    "dựng",
    "Đảng",
    "năm",
    "2024",
    "kết",
    "quả",
    "(12,5%)",
    "tổ",
    "chức;",
    "cơ",
    "sở",
    "đảng:",
    "35",
    "đồng",
    "chí",
    "-",
    "hạn",
    "chế,",
    "bài",
    "học",
    "18-NQ/TW",
]
HEADINGS = [
    "I. Tình hình chung",
    "1. Kết quả",
    "a) Về tổ chức",
    "II- Hạn chế",
    "1.1. Nguyên nhân",
    "Bài học kinh nghiệm",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=40).map(
    lambda words: "Đảng bộ " + " ".join(words) + "."
)
DRAFTS = st.lists(st.sampled_from(HEADINGS) | SENTENCES, min_size=1, max_size=20)


def as_docx(paragraphs: list[str]) -> bytes:
    return made.docx("".join(made.p(html.escape(one)) for one in paragraphs))


def as_odt(paragraphs: list[str]) -> bytes:
    return test_odt.odt("".join(f"<text:p>{html.escape(one)}</text:p>" for one in paragraphs))


def as_html(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def as_rtf(paragraphs: list[str]) -> bytes:
    coded = ("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in one) for one in paragraphs)
    return (
        "{\\rtf1\\ansi\\uc1{\\fonttbl{\\f0 Times New Roman;}}\\f0 " + "".join(f"{c}\\par\n" for c in coded) + "}"
    ).encode()


def as_text(paragraphs: list[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def as_pdf(paragraphs: list[str]) -> bytes:
    return pdf_made.make_pdf(pdf_made.set_paragraphs(paragraphs))


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "docx": as_docx, "odt": as_odt, "html": as_html, "rtf": as_rtf, "txt": as_text, "pdf": as_pdf,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_rtf_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("VNREPORT_SOFFICE", "")
    find_soffice.cache_clear()
    yield
    find_soffice.cache_clear()


def assert_whole(document: Document) -> None:
    """Paragraphs and sections, each written back from its span, are the text without gap or overlap."""
    assert "\n".join(document.text[p.start : p.end] for p in document.paragraphs) == document.text
    sections = outline(document).sections
    starts = [0, *(s.heading.start for s in sections), len(document.text)]
    assert starts == sorted(starts)
    assert "".join(document.text[a:b] for a, b in pairwise(starts)) == document.text
    for section in sections:
        assert section.heading.end <= section.body.end <= len(document.text)
        assert section.title in document.quote(section.heading, limit=10_000) or not section.title


@pytest.mark.parametrize("kind", [k for k in WRITERS if k != "pdf"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=DRAFTS)
def test_what_was_written_is_read_back_paragraph_by_paragraph(kind: str, paragraphs: list[str]) -> None:
    document = read_bytes(WRITERS[kind](paragraphs), f"x.{kind}")
    assert [document.text[p.start : p.end] for p in document.paragraphs] == paragraphs
    assert_whole(document)
    for number, paragraph in enumerate(document.paragraphs, 1):
        middle = (paragraph.start + paragraph.end) // 2
        place = document.locate(middle)
        assert (place.line == 2 * number - 1) if kind == "txt" else (place.paragraph == number)
        source = document.source_offset(middle)
        origin = "\n\n".join(paragraphs) if kind == "txt" else paragraphs[number - 1]
        assert source is not None
        assert origin[source] == document.text[middle]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=DRAFTS)
def test_a_pdf_gives_its_words_back_with_their_page(paragraphs: list[str]) -> None:
    document = read_bytes(as_pdf(paragraphs), "x.pdf")
    assert document.text.split() == " ".join(paragraphs).split()
    assert_whole(document)
    pages = [document.locate(p.start).page for p in document.paragraphs]
    assert pages[0] == 1
    assert pages == sorted(pages)
