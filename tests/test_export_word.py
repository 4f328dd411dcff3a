"""Letters and annotated drafts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest

from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.exporters import annotated, letters
from vnreport_nlp.model import Assessment, Cohort, Document, Paragraph, Piece, Place, finding, msg


def text_of(path: Path) -> str:
    made = docx.Document(str(path))
    cells = [c.text for t in made.tables for r in t.rows for c in r.cells]
    return "\n".join([p.text for p in made.paragraphs] + cells)


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return cohorts.small()


def test_one_letter_for_each_unit_that_has_work(cohort: Cohort, tmp_path: Path) -> None:
    letters.export(cohort, tmp_path)
    written = {p.stem for p in tmp_path.glob("*.docx")}
    perfect = {d.slug for d in cohort.drafts if d.readable and not d.foreign and not sum(d.counts[:2])}
    foreign = {d.slug for d in cohort.drafts if d.foreign}
    assert perfect and foreign and written == {d.slug for d in cohort.drafts} - perfect - foreign


def test_letter_says_what_is_missing_and_where(cohort: Cohort, tmp_path: Path) -> None:
    letters.export(cohort, tmp_path)
    draft = next(
        d
        for d in cohort.drafts
        if {"missing", "empty"} <= {s for _, s, _ in d.statuses} and ("IV.3", "missing") in {s[:2] for s in d.statuses}
    )
    text = text_of(tmp_path / f"{draft.slug}.docx")
    assert "Kính gửi: Đảng ủy" in text and "Chưa thấy nội dung mục IV.3 “Bài học kinh nghiệm”; đề nghị đơn vị" in text
    assert "(đề cương yêu cầu: “Nêu kết quả cụ thể, có số liệu”)" in text
    assert "mới ghi “(đang tổng hợp)”, chưa có nội dung; đề nghị bổ sung" in text and "NGƯỜI KÝ" in text
    unreadable = next(d for d in cohort.drafts if not d.readable)
    assert "là bản chụp (scan), không đối chiếu được" in text_of(tmp_path / f"{unreadable.slug}.docx")


def test_letterhead_is_the_base(cohort: Cohort, tmp_path: Path) -> None:
    head = docx.Document()
    head.add_paragraph("BAN TỔ CHỨC TỈNH ỦY")
    head.save(str(tmp_path / "head.docx"))
    letters.export(cohort, tmp_path / "out", letterhead=tmp_path / "head.docx")
    for path in (tmp_path / "out").glob("*.docx"):
        text = text_of(path)
        assert text.startswith("BAN TỔ CHỨC TỈNH ỦY") and "CƠ QUAN BAN HÀNH" not in text


def test_letters_are_equal_bytes(cohort: Cohort, tmp_path: Path) -> None:
    for name in ("a", "b"):
        letters.export(cohort, tmp_path / name)
    for path in (tmp_path / "a").glob("*.docx"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def word_draft(folder: Path) -> Assessment:
    """A Word draft with a part no tool of ours knows, and its assessment."""
    made = docx.Document()
    for line in cohorts.draft("Xã Suối Bưởi", 4, drop=["IV.3"], hollow=["II.4"]).split("\n"):
        if line.strip():
            made.add_paragraph(line.lstrip("# "))
    made.sections[0].header.paragraphs[0].text = "Mật"
    path = folder / "bao-cao.docx"
    made.save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vendor/private.bin", b"kept as it is")
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    paragraphs, at = [], 0
    for number, text in enumerate(texts, 1):
        paragraphs.append(
            Paragraph(at, at + len(text), pieces=(Piece(at, at + len(text), paragraph=number, source=0),))
        )
        at += len(text) + 1
    few = RuleSet(ignore=("T702", "S112"))  # the made draft says the same few sentences again and again
    document = Document(str(path), "docx", "\n".join(texts), tuple(paragraphs))
    return assess(document, cohorts.template(), reading=None, rules=few)


def test_a_finding_of_two_places_is_commented_at_both(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    spans = [p.span for p in result.document.paragraphs if len(p.span) > 20][:2]
    places = tuple(Place(s, result.document.locate(s.start), result.document.quote(s)) for s in spans)
    found = finding("F204", msg("Hai giá trị"), places=places, found=msg("Nơi này ghi a."))
    annotated.annotate(replace(result, findings=(found,)), tmp_path / "bao-cao.docx", tmp_path / "x.docx")
    first, second = (c.text for c in docx.Document(str(tmp_path / "x.docx")).comments)
    assert "Nơi này ghi a." in first and "Nơi này" not in second
    assert all("Các chỗ liên quan: “" in text and places[1].quote in text for text in (first, second))


def test_annotated_copy_has_comments_on_their_paragraphs(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    made = cohorts.cohort_of({"Xã Suối Bưởi": result})
    before = (tmp_path / "bao-cao.docx").read_bytes()
    annotated.export(made, tmp_path / "out")
    copy = tmp_path / "out" / "don-vi-01.docx"
    assert (tmp_path / "bao-cao.docx").read_bytes() == before
    document = docx.Document(str(copy))
    comments = {c.comment_id: c.text for c in document.comments}
    assert len(comments) == len(result.findings)
    assert not any(c.timestamp for c in document.comments), "no date is better than one before the draft's own"
    on = {}
    for paragraph in document.paragraphs:
        for mark in paragraph._p.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}commentRangeStart"
        ):
            on[int(mark.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"))] = paragraph.text
    empty = next(k for k, text in comments.items() if text.startswith("[Mục trống (S102) · Lỗi]"))
    assert on[empty].startswith("4. Đổi mới, hoàn thiện tổ chức bộ máy")
    missing = next(k for k, text in comments.items() if "Chưa thấy nội dung mục IV.3" in text)
    assert on[missing] and set(on) == set(comments)


def test_annotated_copy_keeps_text_and_parts(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    annotated.export(cohorts.cohort_of({"Xã": result}), tmp_path / "out")
    old, new = docx.Document(str(tmp_path / "bao-cao.docx")), docx.Document(str(tmp_path / "out" / "don-vi-01.docx"))
    assert [p.text for p in old.paragraphs] == [p.text for p in new.paragraphs]
    assert new.sections[0].header.paragraphs[0].text == "Mật"
    with zipfile.ZipFile(tmp_path / "bao-cao.docx") as a, zipfile.ZipFile(tmp_path / "out" / "don-vi-01.docx") as b:
        assert set(b.namelist()) - set(a.namelist()) <= {"word/comments.xml"} and set(a.namelist()) <= set(b.namelist())
        changed = {n for n in a.namelist() if a.read(n) != b.read(n)}
        assert changed <= {
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
            "word/comments.xml",
        }


def test_a_file_that_is_no_word_file_gets_no_copy(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    (tmp_path / "bao-cao.docx").write_bytes(b"PK not a zip")
    annotated.export(cohorts.cohort_of({"Xã": result}), tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """A package with one part changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_findings_in_inserted_and_linked_text_are_commented_too(tmp_path: Path) -> None:
    """Text typed with tracked changes has all its runs inside insertions."""
    result = word_draft(tmp_path)
    source = tmp_path / "bao-cao.docx"
    wrapped = b'<w:ins w:id="900" w:author="x">\\1</w:ins>'
    rewritten(source, "word/document.xml", lambda xml: re.sub(rb"(<w:r>.*?</w:r>)", wrapped, xml, flags=re.DOTALL))
    assert annotated.annotate(result, source, tmp_path / "x.docx") == len(result.findings)
    assert len(list(docx.Document(str(tmp_path / "x.docx")).comments)) == len(result.findings)


def test_a_part_of_a_type_not_told_costs_the_copy_alone(tmp_path: Path) -> None:
    """A package that python-docx opens and then fails at: the batch goes on without a copy of that draft."""
    result = word_draft(tmp_path)
    source = tmp_path / "bao-cao.docx"
    annotated.annotate(result, source, tmp_path / "with.docx")
    (tmp_path / "with.docx").replace(source)
    told = rb'<Override PartName="/word/comments.xml"[^>]*/>'
    rewritten(source, "[Content_Types].xml", lambda xml: re.sub(told, b"", xml))
    assert annotated.export(cohorts.cohort_of({"Xã": result}), tmp_path / "out") == ()


def test_annotated_copies_are_equal_bytes(tmp_path: Path) -> None:
    made = cohorts.cohort_of({"Xã": word_draft(tmp_path)})
    for name in ("a", "b"):
        annotated.export(made, tmp_path / name)
    assert (tmp_path / "a" / "don-vi-01.docx").read_bytes() == (tmp_path / "b" / "don-vi-01.docx").read_bytes()


def test_other_formats_are_passed_over(cohort: Cohort, tmp_path: Path) -> None:
    annotated.export(cohort, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_letter_says_nothing_twice_and_never_leaves_the_signature_alone(tmp_path: Path) -> None:
    body = "Thực hiện Nghị quyết 50/NQ-TW về công tác xây dựng Đảng trong tình hình mới."
    made = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4).replace(cohorts.SENTENCES[0], body), "a.md")
    letters.export(cohorts.cohort_of({"Xã Cồn Dừa": made}), tmp_path)
    (path,) = tmp_path.glob("*.docx")
    asked = next(line for line in text_of(path).split("\n") if "50/NQ-TW" in line)
    assert asked.count("50/NQ-TW") == 1 and "50-NQ/TW" in asked and asked.startswith("- Mục ")
    last = docx.Document(str(path)).paragraphs[-1]
    assert last.text.startswith("Đề nghị trước ngày") and last.paragraph_format.keep_with_next
