"""Files that are no report, and what their message says to do."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import read_bytes


@pytest.mark.parametrize("root", ["office:document", "pkg:package", "w:wordDocument"])
def test_a_declaration_in_front_of_a_document_in_xml_is_told_as_what_it_is(root: str) -> None:
    page = f"""<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<{root}>&c;</{root}>"""
    with pytest.raises(ReadError) as caught:
        read_bytes(page.encode(), "x.fodt")
    assert caught.value.code == "wrong_type" and "không an toàn" in str(caught.value.message)
    with pytest.raises(ReadError) as other:
        read_bytes(b"<?xml version='1.0'?><!DOCTYPE note><note>office</note>", "x.xml")
    assert other.value.code == "wrong_type" and "không an toàn" not in str(other.value.message)


def test_a_pages_file_is_sent_back_to_pages() -> None:
    for names in (("Index/Document.iwa", "preview.jpg"), ("index.xml", "buildVersionHistory.plist")):
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        with pytest.raises(ReadError) as caught:
            read_bytes(out.getvalue(), "bao-cao.pages")
        assert caught.value.code == "wrong_type" and "Pages" in str(caught.value.hint)
