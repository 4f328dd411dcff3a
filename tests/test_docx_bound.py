"""Content controls bound to data: what Word shows is what the data say."""

from __future__ import annotations

import pytest
from docx_made import REL, docx, p, rewritten

from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

KEY = "{11111111-2222-3333-4444-555555555555}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
STALE = "Bấm vào đây để gõ."
DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{REL}/customXmlProps" Target="props.xml"/></Relationships>'
)
DATA = (
    '<f:form xmlns:f="urn:f" xmlns="urn:g"><f:unit>Làng An</f:unit><f:row n="Tổ một">x</f:row><f:row n="Tổ hai">y</f:row>'
    "<note>dòng một\ndòng hai</note><f:empty> </f:empty><f:kind>2</f:kind><f:outer><f:inner>z</f:inner></f:outer></f:form>"
)
SPACES = "xmlns:a='urn:f' xmlns:b=&quot;urn:g&quot;"


def control(path: str, *, kind: str = "<w:text/>", key: str = KEY, content: str = "") -> str:
    binding = f'<w:dataBinding w:prefixMappings="{SPACES}" w:xpath="{path}" w:storeItemID="{key}"/>'
    return f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{content or p(STALE)}</w:sdtContent></w:sdt>"


def shown(body: str, data: str = DATA) -> str:
    props = f'<ds:datastoreItem xmlns:ds="{DS}" ds:itemID="{KEY.lower()}"/>'
    parts = {"customXml1.xml": data, "_rels/customXml1.xml.rels": LINKS, "props.xml": props}
    return read_docx(docx(body, parts=parts), "a.docx", ReadOptions()).text


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/a:form[1]/a:unit[1]", "Làng An"), ("/a:form/a:unit", "Làng An"), ("/a:form[1]/a:row[2]", "y"),
        ("/a:form[1]/a:row[2]/@n", "Tổ hai"), ("/a:form[1]/a:unit[1]/text()[1]", "Làng An"), ("/a:form[1]/b:note[1]", "dòng một dòng hai"),
    ],
)  # fmt: skip
def test_the_value_of_the_data_is_read(path: str, wanted: str) -> None:
    assert shown(control(path)) == wanted
    run = f"<w:r><w:t>{STALE}</w:t></w:r>"
    inline = control(path, content=run)
    assert shown(f'<w:p><w:r><w:t xml:space="preserve">Đơn vị: </w:t></w:r>{inline}</w:p>') == f"Đơn vị: {wanted}"


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "//a:unit", "/a:form[1]/a:row[3]", "/a:form[1]/a:row[last()]", "/form[1]/unit[1]", "/c:form[1]/a:unit[1]",
        "/a:form[1]/a:empty[1]", "/a:form[1]/a:outer[1]", "/a:form[2]", "/a:form[1]/*[1]", "/a:form[1]/a:unit[1]|/a:form[1]", "/a:form[1]" * 200,
    ],
)  # fmt: skip
def test_what_the_data_do_not_say_stays_as_it_is_stored(path: str) -> None:
    assert shown(control(path)) == STALE


def test_other_data_and_other_kinds_stay_as_they_are_stored() -> None:
    unit = "/a:form[1]/a:unit[1]"
    assert shown(control(unit, key="{0}")) == STALE
    assert shown(control(unit, key="")) == "Làng An"
    for kind in ("<w:date/>", "<w:picture/>", "<w:richText/>", ""):
        assert shown(control(unit, kind=kind)) == STALE
    changed = '<w:p><w:ins w:id="1" w:author="Hạ"><w:r><w:t>gõ thêm</w:t></w:r></w:ins></w:p>'
    assert shown(control(unit, content=changed)) == "gõ thêm"


def test_a_list_shows_its_entry_and_lines_stay_lines() -> None:
    entries = '<w:dropDownList><w:listItem w:value="2" w:displayText="Làng nghề"/></w:dropDownList>'
    assert shown(control("/a:form[1]/a:kind[1]", kind=entries)) == "Làng nghề"
    lines = control("/a:form[1]/b:note[1]", kind='<w:text w:multiLine="1"/>')
    assert shown(lines).split() == ["dòng", "một", "dòng", "hai"]


def test_an_empty_control_and_one_of_several_runs() -> None:
    path = "/a:form[1]/a:unit[1]"
    runs = "<w:p><w:r><w:t>Bấm</w:t></w:r><w:r><w:tab/><w:t>đây</w:t><w:br/></w:r></w:p>"
    assert shown(control(path, content=runs)) == shown(control(path, content="<w:p/>")) == "Làng An"
    assert shown(f"<w:p>{control(path, content='<w:bookmarkEnd/>')}</w:p>") == "Làng An"


@pytest.mark.parametrize("data", ["<a", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'])
def test_data_that_cannot_be_read_lose_nothing(data: str) -> None:
    assert shown(control("/a[1]"), data) == STALE


def test_a_property_of_the_file() -> None:
    cp, dc = (
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
    )
    core = f'<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}"><dc:title>Tình hình làng nghề</dc:title></cp:coreProperties>'
    body = control("/a:coreProperties[1]/b:title[1]", key=CORE).replace("urn:f", cp).replace("urn:g", dc)
    link = f'<Relationship Id="r9" Type="{cp}" Target="word/core.xml"/></Relationships>'.encode()
    data = rewritten(docx(body, parts={"core.xml": core}), "_rels/.rels", b"</Relationships>", link)
    assert read_docx(data, "a.docx", ReadOptions()).text == "Tình hình làng nghề"
