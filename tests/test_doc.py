"""Old Word files: by LibreOffice, by office-oxide without it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_made import docx, p, shared

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import soffice
from vnreport_nlp.readers.doc import read_doc, word_header
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.docx_crypto import OLE
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.soffice import convert_files, find_soffice


@pytest.fixture
def no_soffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VNREPORT_SOFFICE", "")
    find_soffice.cache_clear()
    monkeypatch.setattr("vnreport_nlp.readers.doc.find_soffice", lambda: None)
    yield
    find_soffice.cache_clear()


@pytest.fixture(scope="session")
def made_doc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made files as .doc, written by LibreOffice once."""
    folder = shared()
    if find_soffice() is None or folder is None or not (folder / "made").is_dir():
        pytest.skip("needs LibreOffice and shared/made")
    out = tmp_path_factory.mktemp("doc")
    convert_files(sorted((folder / "made").glob("*.docx")), out, path="made", target="doc")
    return out


def test_missing_converter_is_said(no_soffice: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "office_oxide", None)
    data = OLE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 510
    with pytest.raises(ReadError) as caught:
        read_doc(data, "x.doc", ReadOptions())
    assert caught.value.code == "converter_missing" and "LibreOffice" in str(caught.value.hint)


def test_broken_and_locked_files_are_told_before_any_converter() -> None:
    with pytest.raises(ReadError) as caught:
        read_doc(OLE + b"\0" * 3000, "x.doc", ReadOptions())
    assert caught.value.code == "corrupt"
    locked = OLE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 8 + b"\x00\x01" + b"\0" * 500
    with pytest.raises(ReadError) as caught:
        read_doc(locked, "x.doc", ReadOptions())
    assert caught.value.code == "encrypted"


def test_without_libreoffice_text_notes_and_old_encodings_come_through(no_soffice: None, made_doc: Path) -> None:
    pytest.importorskip("office_oxide")
    for name in ("01_hand_bold", "09_tcvn3_vntime", "04_footnotes"):
        document = read_doc((made_doc / f"{name}.doc").read_bytes(), name, ReadOptions())
        assert document.format == "doc" and "automatic_numbers_lost" in {w.code for w in document.warnings}
        assert "ĐẶC ĐIỂM, TÌNH HÌNH" in document.text.upper(), name
    assert [n.number for n in document.footnotes] == ["1", "2", "3", "4", "1"]
    assert all(n.reference is None for n in document.footnotes)


@pytest.mark.soffice
def test_with_libreoffice_numbers_notes_and_changes_are_kept(made_doc: Path) -> None:
    folder = shared()
    assert folder is not None
    for name in ("02a_autonum_direct", "04_footnotes", "06_tracked"):
        document = read_doc((made_doc / f"{name}.doc").read_bytes(), name, ReadOptions())
        original = read_docx((folder / "made" / f"{name}.docx").read_bytes(), name, ReadOptions())
        assert document.format == "doc"
        if name != "06_tracked":
            assert document.text == original.text
        assert len(document.footnotes) == len(original.footnotes)
        assert bool(document.revisions) == bool(original.revisions)


@pytest.mark.soffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")
def test_a_converter_without_result_or_out_of_time_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        soffice.convert(docx(p("x")), "docx", path="x", seconds=0.01)
    assert caught.value.code == "converter_failed"
    silent = tmp_path / "soffice"
    silent.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    silent.chmod(0o755)
    monkeypatch.setattr(soffice, "find_soffice", lambda: str(silent))
    with pytest.raises(ReadError) as caught:
        soffice.convert(b"x", "doc", path="x")
    assert caught.value.code == "converter_failed"


@pytest.mark.real
@pytest.mark.soffice
def test_the_real_doc_reads_as_its_docx() -> None:
    folder = shared()
    files = sorted((folder / "real").glob("*.doc")) if folder is not None else []
    if not files or find_soffice() is None:
        pytest.skip("needs shared/real and LibreOffice")
    for file in files:
        document = read_doc(file.read_bytes(), file.name, ReadOptions())
        assert document.text == read_docx(file.with_suffix(".docx").read_bytes(), file.name, ReadOptions()).text


def test_the_header_of_a_short_text_lies_in_a_small_sector() -> None:
    header = bytes.fromhex("eca5010100000904000010120000")
    assert word_header(OLE + bytes(64 * 9 - len(OLE)) + header) == 0x1210
    assert word_header(OLE + bytes(64 * 9 - len(OLE)) + b"\xec\xa5\x77\x77" + bytes(20)) is None
