"""Tables that lay out a page read as body; tables of data stay tables."""

from __future__ import annotations

from docx_made import abstract, docx, lvl, num, p

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions

PROSE = "Trong nhiệm kỳ, Đảng bộ huyện đã lãnh đạo hoàn thành các nhiệm vụ được giao, đời sống của nhân dân trong huyện được nâng lên rõ rệt."
SECTIONS = [p("I. ĐẶC ĐIỂM") + p(PROSE), p("II. KẾT QUẢ") + p(PROSE), p("III. BÀI HỌC") + p(PROSE)]


def table(*rows: list[str]) -> str:
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


def read(body: str, numbering: str = "") -> Document:
    return read_docx(docx(body, numbering=numbering), "a.docx", ReadOptions())


def headings(document: Document) -> list[str]:
    return [f"{s.number}|{s.title}" for s in outline(document).sections]


def test_a_report_laid_out_in_a_table_has_its_outline() -> None:
    whole = "".join(SECTIONS)
    names = ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ", "III|BÀI HỌC"]
    for body in (
        table([p("HUYỆN ỦY MINH LONG"), p("Số 1-BC/HU")], [whole], [p("Nơi nhận"), p("T/M BAN THƯỜNG VỤ")]),
        table(*([s] for s in SECTIONS)), table([p("Đề cương"), whole]), table([p("I"), SECTIONS[0]], [p("II"), SECTIONS[1] + SECTIONS[2]]),
        table([table([whole, p("ghi chú")]) + p("")]),
    ):  # fmt: skip
        document = read(body)
        assert headings(document) == names, body
        assert {q.story for q in document.paragraphs if document.text[q.start : q.end] == PROSE} == {"body"}
    listed = "".join(p(t, num=(1, 0)) + p(PROSE) for t in ("Đặc điểm", "Kết quả"))
    document = read(table([p("Đề cương"), listed]), abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0))
    assert headings(document) == ["1|Đặc điểm", "2|Kết quả"]


def test_a_table_inside_the_layout_stays_a_table() -> None:
    figures = table([p("Chỉ tiêu"), p("Kết quả")], [p("Đảng viên"), p("250")])
    document = read(table([p("Đề cương"), SECTIONS[0] + figures + p("") + SECTIONS[1]]))
    told = {document.text[q.start : q.end]: (q.story, q.cell) for q in document.paragraphs}
    assert told["250"] == ("table", (2, 2, 2)) and told["II. KẾT QUẢ"] == ("body", None)
    assert headings(document) == ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ"]


def test_tables_of_data_stay_tables() -> None:
    tasks = [[p(f"{n}"), p(f"{n}. Nhiệm vụ") + p(PROSE), p("95%")] for n in (1, 2, 3)]
    plain = [[p(f"{n}"), p(PROSE)] for n in (1, 2, 3)]
    short = [[p(f"{n}. Chỉ tiêu thứ {n}") + p("Đạt 95% kế hoạch."), p("95%")] for n in (1, 2, 3)]
    items = [[p(f"{n}. {PROSE}") + p(PROSE)] for n in (1, 2, 3)]
    one = [[p("Nội dung"), p("Kết quả")], [p("1. Công tác tư tưởng") + p(PROSE), p("Tốt")]]
    even = [[SECTIONS[0], SECTIONS[1]], [SECTIONS[2], p(PROSE) + p(PROSE)]]
    for rows in (tasks, plain, short, items, one, even):
        document = read(p("Bảng 1") + table(*rows) + p("hết"))
        assert {q.story for q in document.paragraphs[1:-1]} == {"table"}, rows
