"""Tables that lay out a page read as body; tables of data stay tables."""

from __future__ import annotations

import pytest
from docx_made import NS, abstract, docx, lvl, num, p

from vnreport_nlp.model import Document
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes
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


@pytest.mark.parametrize("cells", [("{n}", "{title}"), ("{n}.", "{title}", "3"), ("{n}. {title}", "")])
def test_a_heading_in_a_table_of_its_own_is_one(cells: tuple[str, ...]) -> None:
    """As templates of offices have it: the text stands outside, and there are several such tables."""
    named = (("I", "ĐẶC ĐIỂM"), ("II", "KẾT QUẢ"))
    body = "".join(table([p(c.format(n=n, title=title)) for c in cells]) + p(PROSE) for n, title in named)
    assert headings(read(body)) == ["I|ĐẶC ĐIỂM", "II|KẾT QUẢ"]


@pytest.mark.parametrize(
    "rows", [[[p("I. ĐẶC ĐIỂM")], [p(PROSE)]], [[p("I. ĐẶC ĐIỂM"), p(PROSE)]], [[p("PHẦN I")], [p("ĐẶC ĐIỂM")]]]
)
def test_a_small_table_for_each_section(rows: list[list[str]]) -> None:
    """The title over its text or beside it, or the number over the title."""
    document = read(table(*rows) + p(PROSE) + table([p("2. Thuận lợi"), p(PROSE)]) + p(PROSE))
    assert headings(document)[0] == "I|ĐẶC ĐIỂM" and {q.story for q in document.paragraphs} == {"body"}


TITLES = ["I. ĐẶC ĐIỂM", "II. KẾT QUẢ", "III. HẠN CHẾ", "IV. BÀI HỌC", "V. NHIỆM VỤ"]
ASKED = "Nêu rõ cách làm, số liệu so với đầu nhiệm kỳ, những việc còn hạn chế, nguyên nhân chủ quan và khách quan, trách nhiệm của từng cấp ủy."
HEAD = [p("Nội dung đề cương"), p("Báo cáo của đơn vị")]


@pytest.mark.parametrize("own", [True, False])
def test_the_outline_in_a_column_beside_the_report_answers_nothing(own: bool) -> None:
    """What the outline asks for was read as the unit's words, so that a row left empty was covered."""
    rows = [[p(title) + p(ASKED), (p(title) if own else "") + p(PROSE)] for title in TITLES]
    rows[2][1] = p("")
    document = read(p("BÁO CÁO") + table(HEAD, *rows))
    found = outline(document)
    assert [s.title for s in found.sections] == [t.partition(" ")[2] for t in TITLES if not (own and "HẠN" in t)]
    told = [document.text[s.body.start : s.body.end] for s in found.sections]
    stories = {document.text[q.start : q.end]: q.story for q in document.paragraphs}
    assert stories[ASKED] == stories["Nội dung đề cương"] == "toc" and stories[PROSE] == "body"
    assert own or ("HẠN CHẾ" in found.sections[2].title and PROSE not in told[2])
    assert [w.code for w in document.warnings] == ["outline_column"]


def test_numbers_in_a_column_of_their_own_beside_the_outline() -> None:
    titles = [t.partition(" ") for t in TITLES]
    rows = [[p(n.strip(".")), p(t) + p(ASKED), p(PROSE)] for n, _, t in titles]
    document = read(p("BÁO CÁO") + table([p("TT"), *HEAD], *rows))
    assert [s.title for s in outline(document).sections] == [t for _, _, t in titles]


def test_every_letter_of_a_list_may_stand_in_a_column_of_numbers() -> None:
    """The ninth item of a Vietnamese list is i): its row was read as data."""
    rows = [[p(n.strip(".")), p(t) + p(PROSE)] for n, _, t in (title.partition(" ") for title in TITLES)]
    letters = [[p(f"{a})"), p(f"Nhiệm vụ nhóm {a.upper()}") + p(PROSE)] for a in "abcdđeghijk"]
    found = headings(read(p("BÁO CÁO") + table(*rows, *letters)))
    assert found[len(rows) :] == [f"V.{a}|Nhiệm vụ nhóm {a.upper()}" for a in "abcdđeghijk"]


def test_a_plan_for_the_outline_or_a_report_in_one_column_stays_as_it_is() -> None:
    plan = table([p("Đề cương"), p("Đơn vị viết")], *([p(t) + p(ASKED), p("Ban Tổ chức")] for t in TITLES))
    report = table([p("Nội dung"), p("Ý kiến")], *([p(t) + p(PROSE), p(ASKED)] for t in TITLES))
    for body in (plan, report):
        document = read(p("BÁO CÁO") + body)
        assert not document.warnings and all(q.story != "toc" for q in document.paragraphs)


def test_two_tables_of_one_heading_that_a_program_has_joined() -> None:
    def joined(*rows: tuple[str, str]) -> list[str]:
        body = "".join(table([p(whole)], [p(piece)]) + p(PROSE) for whole, piece in rows)
        return [q.story for q in read_bytes(docx(body), "a.docx").paragraphs]

    assert joined(("II. KẾT QUẢ CỦA NĂM", "1. Về chính trị"), ("III. BÀI HỌC", "1. Về cách làm")) == ["body"] * 6
    assert joined(("1. Xã Đông", "2. Xã Tây"), ("1. Xã Nam", "2. Xã Bắc")).count("table") == 4


@pytest.mark.parametrize("numbers", [("II", "1"), ("3.", "3.1.")])
def test_numbers_and_titles_of_two_headings_in_one_table(numbers: tuple[str, str]) -> None:
    rows = [[p(n), p(t)] for n, t in zip(numbers, ("KẾT QUẢ CỦA NĂM", "Về chính trị"), strict=True)]
    body = table([p("I."), p("ĐẶC ĐIỂM CỦA XÃ")]) + p(PROSE) + table(*rows) + p(PROSE)
    shown = [q for q in read_bytes(docx(body), "a.docx").text.split("\n") if len(q) < 40]
    assert shown == ["I. ĐẶC ĐIỂM CỦA XÃ", *(f"{n.strip('.')}. {t}" for n, t in zip(numbers, ("KẾT QUẢ CỦA NĂM", "Về chính trị"), strict=True))]  # fmt: skip


PIECES = [p("1. Nghề mộc") + p(PROSE), p("2. Nghề rèn") + p(PROSE)]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("head", [[], [[p("Phần"), p("Nội dung")]]])
def test_titles_of_parts_left_of_their_pieces(merged: bool, head: list[list[str]]) -> None:
    merge = "<w:tcPr><w:vMerge/></w:tcPr>" if merged else ""
    start = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' if merged else ""
    parts = [[start + p(f"{n}. {t}"), PIECES[0]] for n, t in (("I", "LÀNG"), ("II", "PHỐ"))]
    rows = [
        *head,
        parts[0],
        [merge + p(), PIECES[1]],
        parts[1],
        [merge + p(), PIECES[1]],
        [p("III. KIẾN NGHỊ"), p(PROSE)],
    ]
    document = read(table(*rows))
    names = ["I|LÀNG", "I.1|Nghề mộc", "I.2|Nghề rèn", "II|PHỐ", "II.1|Nghề mộc", "II.2|Nghề rèn", "III|KIẾN NGHỊ"]
    assert headings(document) == names
    assert {q.story for q in document.paragraphs if document.text[q.start : q.end] == PROSE} == {"body"}


def test_a_column_of_other_words_is_no_column_of_titles() -> None:
    rows = [[p("I. LÀNG"), PIECES[0]], [p("Cả năm"), PIECES[1]], [p("II. PHỐ"), PIECES[0]]]
    document = read(table(*rows))
    assert [t for q in document.paragraphs if (t := document.text[q.start : q.end]) and q.story == "table"] == [
        "I. LÀNG", "Cả năm", "II. PHỐ",
    ]  # fmt: skip


def boxed(inside: str, *, vml: bool) -> str:
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    if vml:
        return f'<w:p><w:r><w:pict><v:shape style="width:400pt;height:200pt"><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r></w:p>'
    return f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"


@pytest.mark.parametrize("vml", [True, False])
def test_a_table_in_a_text_box_is_a_table(vml: bool) -> None:
    rows = [[p("Thôn"), p("Số hộ")], [p("Khe Đá"), p("120")], [p("Bãi Lau"), p("80")], [p("Cộng"), p("200")]]
    document = read(p("I. ĐẶC ĐIỂM") + p(PROSE) + boxed(p("Bảng 1. Số hộ") + table(*rows), vml=vml) + p("II. KẾT QUẢ"))
    told = {document.text[q.start : q.end]: (q.story, q.cell) for q in document.paragraphs}
    assert told["200"] == ("table", (1, 4, 2)) and told["Bảng 1. Số hộ"] == ("textbox", None)


@pytest.mark.parametrize("vml", [True, False])
@pytest.mark.parametrize(
    "rows",
    [
        [[p("ỦY BAN NHÂN DÂN"), p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")], [p("XÃ KHE ĐÁ"), p("Độc lập")]],
        [[p("Lưu ý của phòng")], [p("xem phụ lục")], [p("trang cuối")]],
    ],
)
def test_a_letterhead_or_a_frame_in_a_text_box_stays_its_text(vml: bool, rows: list[list[str]]) -> None:
    document = read(boxed(table(*rows), vml=vml) + p("I. ĐẶC ĐIỂM") + p(PROSE))
    assert {q.story for q in document.paragraphs} == {"textbox", "body"}


def test_a_list_in_the_table_of_a_text_box_counts_apart_from_the_text() -> None:
    listed = [[p("Việc"), p("Kết quả")], [p("Họp", num=(1, 0)), p("12")], [p("Kiểm tra", num=(1, 0)), p("7")]]
    body = p("Kinh tế", num=(1, 0)) + boxed(table(*listed), vml=True) + p("Văn hóa", num=(1, 0))
    document = read(body, abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0))
    assert "2. Văn hóa" in document.text and "1. Họp" in document.text


@pytest.mark.parametrize(("row", "count"), [("<w:ins w:id='1' w:author='A'/>", 1), ("", 0), ("<w:cantSplit/>", 0)])
def test_a_row_put_in_by_a_tracked_change_is_told_once(row: str, count: int) -> None:
    cells = f"<w:tc>{p('Khe Đá')}</w:tc><w:tc>{p('120')}</w:tc>"
    document = read(f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>{p(PROSE)}")
    assert [(r.kind, r.author) for r in document.revisions] == [("inserted", "A")] * count


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("HTML: &lt;meta name=&quot;created&quot; content=&quot;00:00:00&quot;&gt;", False),
        ("HTML: xem lại bảng này", True),
        ("Đề nghị bổ sung &lt;số liệu&gt;", True),
    ],
)
def test_a_comment_that_libreoffice_made_of_a_web_page_is_none(text: str, kept: bool) -> None:
    edges = '<w:commentRangeStart w:id="0"/><w:r><w:t>Toàn xã có 12 thôn.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    part = f'<w:comments {NS}><w:comment w:id="0" w:author="">{p(text)}</w:comment></w:comments>'
    document = read_docx(docx(f"<w:p>{edges}</w:p>", parts={"comments.xml": part}), "a.docx", ReadOptions())
    assert bool(document.comments) == kept
