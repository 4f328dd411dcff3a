"""Small files of signs or capitals without end: the work on a paragraph grows with it, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from vnreport_nlp.align.labelled import labels
from vnreport_nlp.model import Span
from vnreport_nlp.outline import outline
from vnreport_nlp.outline.frame import entry_key
from vnreport_nlp.readers import joins, read_bytes

BOUND = 2.0
"""Seconds of processor time; each takes a tenth of it, and took a minute when its work grew with the square."""


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("sign", ["|", "|-", ".", "…", "/", '"', "'", "(", "[", "%", ") "])
def test_paragraphs_of_signs_are_outlined(sign: str) -> None:
    line = sign * (40_000 // len(sign))
    document = read_bytes(f"I. TÌNH HÌNH CHUNG\n\n{line}\n\n{line}".encode(), "a.txt")
    assert spent(lambda: outline(document)) < BOUND


@pytest.mark.parametrize("text", ["; " * 20_000, ". - " * 10_000, "[" * 40_000, "](" * 20_000 + "a"])
def test_labels_and_entries_of_signs(text: str) -> None:
    assert spent(lambda: list(labels(text, Span(0, len(text))))) < BOUND
    assert spent(lambda: entry_key(text)) < BOUND


def test_labels_behind_signs_and_entries_with_links_are_read_as_ever() -> None:
    text = "Mở đầu. - “Về tư tưởng, đã học; Kết quả: tốt"
    assert [one.label for one in labels(text, Span(0, len(text)))] == ["tư tưởng", "Kết quả"]
    assert entry_key("- [[1. Kinh tế]](#kinh-te)") == entry_key("1. Kinh tế")


def test_a_paragraph_of_many_lines_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = joins._capitals

    def counted(text: str) -> tuple[int, bool]:
        seen.append(len(text))
        return real(text)

    monkeypatch.setattr(joins, "_capitals", counted)
    source = "ĐẢNG BỘ ĐÃ LÃNH ĐẠO CÁC CHI BỘ THỰC HIỆN TỐT NHIỆM VỤ ĐƯỢC GIAO\n" * 400
    document = read_bytes(source.encode(), "a.txt")
    assert len(document.paragraphs) == 1
    assert sum(seen) < 10 * len(source)


def test_what_is_kept_of_a_paragraph_follows_its_lines() -> None:
    document = read_bytes("MỘT DÒNG\n\nhai dòng".encode(), "a.txt")
    assert [joins.is_caps(document.text[p.start : p.end]) for p in document.paragraphs] == [True, False]
    assert not joins.is_caps("A1")
    assert not joins.is_caps("12.3")
    assert joins.is_caps("A B C 12")
