"""Annotated copies: Strict packages get theirs, and where there is none the pages say why."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest
from test_export_word import word_draft

from vnreport_nlp.exporters import annotated, html
from vnreport_nlp.exporters.copies import copied, uncopied
from vnreport_nlp.exporters.docx_strict import transitional
from vnreport_nlp.model import Assessment, Decision, finding, msg
from vnreport_nlp.readers import read

STRICT = (
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties", b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
    (b"<w:document ", b'<w:document w:conformance="strict" '),
)  # fmt: skip


def strictly(path: Path) -> None:
    """The same package as Word writes it in Strict."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                for known, strict in STRICT:
                    data = data.replace(known, strict)
            new.writestr(name, data)


def test_a_strict_package_gets_its_copy(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    source = tmp_path / "bao-cao.docx"
    texts, before = [p.text for p in docx.Document(str(source)).paragraphs], read(str(source))
    strictly(source)
    with pytest.raises(KeyError):
        docx.Document(str(source))
    given = source.read_bytes()
    assert annotated.export(cohorts.cohort_of({"Xã": result}), tmp_path / "out") == ("don-vi-01.docx",)
    made = docx.Document(str(tmp_path / "out" / "don-vi-01.docx"))
    assert [p.text for p in made.paragraphs] == texts and len(list(made.comments)) == len(result.findings)
    assert source.read_bytes() == given
    with zipfile.ZipFile(source) as a, zipfile.ZipFile(tmp_path / "out" / "don-vi-01.docx") as b:
        assert set(a.namelist()) <= set(b.namelist()) and b.read("word/vendor/private.bin") == b"kept as it is"
        assert not any(b"purl.oclc.org" in b.read(n) or b"conformance" in b.read(n) for n in b.namelist())
    assert read(str(tmp_path / "out" / "don-vi-01.docx")).text == before.text


def test_copies_of_strict_packages_are_equal_bytes(tmp_path: Path) -> None:
    made = cohorts.cohort_of({"Xã": word_draft(tmp_path)})
    strictly(tmp_path / "bao-cao.docx")
    for name in ("a", "b"):
        annotated.export(made, tmp_path / name)
    assert (tmp_path / "a" / "don-vi-01.docx").read_bytes() == (tmp_path / "b" / "don-vi-01.docx").read_bytes()


def test_other_packages_are_taken_as_they_are(tmp_path: Path) -> None:
    word_draft(tmp_path)
    assert transitional(tmp_path / "bao-cao.docx") == tmp_path / "bao-cao.docx"


def test_a_word_file_under_another_name_gets_its_copy(tmp_path: Path) -> None:
    """What a file is, its content says: units send Word files named ``.doc``."""
    result = word_draft(tmp_path)
    path = (tmp_path / "bao-cao.docx").rename(tmp_path / "bao-cao.doc")
    result = replace(result, document=replace(result.document, path=str(path)))
    assert annotated.export(cohorts.cohort_of({"Xã": result}), tmp_path / "out") == ("don-vi-01.docx",)


def of_format(result: Assessment, kind: str) -> Assessment:
    return replace(result, document=replace(result.document, format=kind))


def test_the_reason_is_told_in_words(tmp_path: Path) -> None:
    result = word_draft(tmp_path)
    assert copied(result)
    for kind, words in (("pdf", "xin đơn vị bản .docx"), ("md", "xin đơn vị"), ("doc", "lưu thành .docx"), ("odt", "lưu thành .docx")):  # fmt: skip
        assert not copied(of_format(result, kind)) and words in str(uncopied(of_format(result, kind)))
    assert "không có phát hiện nào" in str(uncopied(replace(result, findings=())))
    shared = finding("R601", msg("Một đoạn giống"), places=result.findings[0].places)
    assert "đoạn giống dự thảo khác" in str(uncopied(replace(result, findings=(shared,))))
    waived = replace(result.findings[0], decision=Decision("Xã", "x", "waive", "đã rõ", "An", "2026-01-01T00:00:00Z"))
    assert not copied(replace(result, findings=(waived,)))
    assert "không ghi được bình luận" in str(uncopied(result))
    Path(result.document.path).unlink()
    assert "không còn thấy tệp" in str(uncopied(result))


def test_pages_say_where_a_copy_is_not_there_and_why(tmp_path: Path) -> None:
    word = word_draft(tmp_path)
    pdf = cohorts.assessed(cohorts.draft("Xã Khe Vàng", 3, drop=["IV.3"]), "khe-vang.pdf")
    cohort = cohorts.cohort_of({"Xã Suối Bưởi": word, "Xã Khe Vàng": pdf})
    with_copy, without = (d.slug for d in cohort.drafts)
    annotated.export(cohort, tmp_path / "out" / "annotated")
    html.export(cohort, tmp_path / "out")
    said = {p.stem: p.read_text(encoding="utf-8") for p in (tmp_path / "out" / "units").glob("*.html")}
    assert "Chưa có bản Word kèm bình luận" not in said[with_copy] and "không phải tệp Word" in said[without]
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Chưa có bản Word kèm bình luận: 1 dự thảo" in index
    html.export(cohort, tmp_path / "masked", anonymise=True)
    pages = [p.read_text(encoding="utf-8") for p in (tmp_path / "masked").rglob("*.html")]
    assert not any("Không có bản Word" in page for page in pages)
