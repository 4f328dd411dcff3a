"""Words in boxes and frames that are no headings: a chart's labels, stamps, notes in the margin."""

from __future__ import annotations

import pytest
from docx_made import docx, p
from test_boxed_headings import boxed, prose, word_box

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

BOLD = "<w:b/>"
FRAME = '<w:framePr w:w="2000" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="2000" w:y="1"/>'
CHARTS = {
    "capitals": ("HỘI ĐỒNG LÀNG", "BAN TRỊ SỰ", "ĐỘI THỢ"),
    "small letters": ("Hội đồng làng", "Ban trị sự", "Đội thợ"),
    "one": ("HỘI ĐỒNG LÀNG",),
}
TITLES = ["I Tình hình chung", "II Kết quả", "II.1 Nghề mộc", "II.2 Nghề rèn", "III Kiến nghị"]


def read(body: str, **parts: str | bytes) -> Document:
    return read_docx(
        docx(body, parts={name.replace("_", "."): part for name, part in parts.items()}), "a.docx", ReadOptions()
    )


def headings(document: Document) -> list[str]:
    return [f"{s.number} {s.title}" for s in outline(document).sections]


def report(*drawn: str) -> str:
    """A report of numbered headings with something drawn in its middle."""
    first = p("I. Tình hình chung", rpr=BOLD) + prose("docx") + p("II. Kết quả", rpr=BOLD)
    last = p("2. Nghề rèn", rpr=BOLD) + prose("docx") + p("III. Kiến nghị", rpr=BOLD) + prose("docx")
    return first + p("1. Nghề mộc", rpr=BOLD) + prose("docx") + "".join(drawn) + last


def boxes(labels: tuple[str, ...], kind: str) -> str:
    if kind == "frames":
        return "".join(p(label, ppr=FRAME, rpr=BOLD) for label in labels)
    if kind == "one paragraph":
        return f"<w:p>{''.join(map(word_box, labels))}</w:p>"
    return "".join(f"<w:p>{word_box(label)}</w:p>" for label in labels)


@pytest.mark.parametrize("kind", ["frames", "one paragraph", "paragraphs"])
@pytest.mark.parametrize("labels", CHARTS.values(), ids=CHARTS.keys())
def test_labels_are_no_headings(kind: str, labels: tuple[str, ...]) -> None:
    document = read(report(boxes(labels, kind)))
    assert headings(document) == TITLES
    told = [document.text[q.start : q.end] for q in document.paragraphs if q.story == "textbox"]
    assert told == list(labels)


def test_a_note_in_the_margin_is_no_heading_over_each_paragraph() -> None:
    noted = p("Ghi chú bên lề", ppr=FRAME)
    body = "".join(p(f"{n}. Nghề {n}", rpr=BOLD) + noted + prose("docx") for n in ("I", "II", "III"))
    assert headings(read(body)) == ["I Nghề I", "II Nghề II", "III Nghề III"]


def test_a_stamp_beside_a_heading_in_capitals_is_no_part_of_its_title() -> None:
    stamped = "".join(
        boxed("docx", f"{n}. {title}", "BẢN NHÁP") + prose("docx")
        for n, title in (("I", "NGHỀ MỘC"), ("II", "NGHỀ RÈN"))
    )
    assert headings(read(stamped)) == ["I NGHỀ MỘC", "II NGHỀ RÈN"]


def test_the_labels_of_a_diagram_stand_in_its_paragraph() -> None:
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    points = "".join(
        f'<dgm:pt modelId="{k}"><dgm:t><a:p><a:r><a:t>{label}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for k, label in enumerate(CHARTS["capitals"])
    )
    data = f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{main}"><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    ids = f'<dgm:relIds xmlns:dgm="{dgm}" r:dm="r1"/>'
    document = read(report(f"<w:p><w:r><w:drawing>{ids}</w:drawing></w:r></w:p>"), diagramData_xml=data)
    assert headings(document) == TITLES
    places = [document.locate(q.start).paragraph for q in document.paragraphs if q.story == "textbox"]
    assert places == [6, 6, 6]  # the heading before it is the fourth


def test_headings_in_boxes_of_a_draft_without_numbers() -> None:
    names = ("NGHỀ MỘC", "NGHỀ RÈN", "KIẾN NGHỊ")
    body = "".join(f"<w:p>{word_box(name)}</w:p>" + prose("docx") for name in names)
    assert headings(read(p("BÁO CÁO") + p("Tình hình các nghề") + prose("docx") + body))[-2:] == [
        "2 NGHỀ RÈN",
        "3 KIẾN NGHỊ",
    ]


def test_capitals_in_a_box_over_a_new_list_of_numbers() -> None:
    parts = {"NGHỀ CỦA LÀNG": ("Đan lát", "Nghề mộc"), "NGHỀ CỦA PHỐ": ("Nghề rèn", "Nghề đúc")}
    body = "".join(
        f"<w:p>{word_box(part)}</w:p>"
        + "".join(p(f"{n}. {t}", rpr=BOLD) + prose("docx") for n, t in enumerate(named, 1))
        for part, named in parts.items()
    )
    assert headings(read(body))[:3] == ["1 Đan lát", "2 Nghề mộc", "3 NGHỀ CỦA PHỐ"]


def test_a_section_in_a_box_is_read_with_its_headings() -> None:
    inside = p("Nghề đúc", rpr=BOLD) + prose("docx")
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    assert "Nghề đúc" in [s.title for s in outline(read(report(box))).sections]
    numbered = box.replace("Nghề đúc", "2. Nghề đúc")
    assert "II.2 Nghề đúc" in headings(read(report(numbered)))


def test_a_report_in_frames_stays_body() -> None:
    body = (
        report()
        .replace("<w:p><w:pPr>", "<w:p><w:pPr>" + FRAME)
        .replace("<w:p><w:r>", f"<w:p><w:pPr>{FRAME}</w:pPr><w:r>")
    )
    document = read(body)
    assert headings(document) == TITLES and {q.story for q in document.paragraphs} == {"body"}


def test_a_large_initial_is_no_frame() -> None:
    initial = p("N", ppr='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
    document = read(initial + p("ghề mộc của làng"))
    assert [(q.story, document.text[q.start : q.end]) for q in document.paragraphs] == [("body", "Nghề mộc của làng")]
