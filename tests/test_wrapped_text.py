"""Headings that a hard line width cut, and tables copied as cells between tabs."""

from __future__ import annotations

from vnreport_nlp.readers import read_bytes

PROSE = (
    "Ban Chấp hành đã họp đủ kỳ, bàn và quyết định nhiều việc lớn của xã,\n"
    "trong đó có việc mở đường lên bản cao và việc dời chợ cũ ra bờ sông;\n"
    "các chi bộ học nghị quyết đúng hạn, cử người theo dõi từng việc một,\n"
    "việc nào chậm thì nêu rõ nguyên nhân và người chịu trách nhiệm chính\n"
    "trước hội nghị cuối quý.\n"
)


def paragraphs(text: str) -> list[str]:
    document = read_bytes(text.encode(), "a.txt")
    return [document.text[p.start : p.end] for p in document.paragraphs if p.story == "body"]


def test_the_rest_of_a_heading_may_begin_with_a_capital() -> None:
    text = "2- Công tác tuyên truyền được các chi bộ quan tâm, niềm tin đối với\nĐảng và Nhà nước được nâng lên\n"
    assert paragraphs(text + PROSE + PROSE)[0].endswith("đối với Đảng và Nhà nước được nâng lên")
    text = "VI. NHIỆM VỤ, GIẢI PHÁP XÂY DỰNG ĐẢNG BỘ XÃ VÀ CÁC CHI BỘ TRONG NHIỆM\nKỲ 2026 - 2031\n"
    assert paragraphs(text + PROSE + PROSE)[0].endswith("NHIỆM KỲ 2026 - 2031")


def test_notes_that_were_not_wrapped_do_not_hide_the_width() -> None:
    notes = "".join(
        f"[{k}] Nghị quyết số {k} của Hội đồng nhân dân xã về kế hoạch vốn, việc chia vốn cho từng bản.\n"
        for k in range(1, 7)
    )
    text = "2- Công tác tuyên truyền được các chi bộ quan tâm, niềm tin đối với\nĐảng và Nhà nước được nâng lên\n"
    assert paragraphs(text + PROSE * 3 + notes)[0].endswith("đối với Đảng và Nhà nước được nâng lên")


def test_prose_under_a_full_heading_stays_prose() -> None:
    heading = "3- Công tác tổ chức, cán bộ và bảo vệ nội bộ của Đảng bộ xã Bình Hòa"
    found = paragraphs(f"{heading}\n{PROSE}{PROSE}")
    assert found[0] == heading and found[1].startswith("Ban Chấp hành")
    assert paragraphs(f"{heading}\nĐạt kết quả tốt.\n{PROSE}{PROSE}")[:2] == [heading, "Đạt kết quả tốt."]


def test_lines_of_cells_between_tabs_are_a_table() -> None:
    table = "Chi bộ\tNam\tNữ\nBản Đông\t12\t7\nBản Tây\t9\t11\nCộng\t21\t18\n"
    document = read_bytes(f"I. KẾT QUẢ\nSố liệu như sau:\n{table}Các chi bộ đều tốt.\n".encode(), "a.txt")
    cells = [(p.cell, document.text[p.start : p.end]) for p in document.paragraphs if p.story == "table"]
    assert cells[0] == ((1, 1, 1), "Chi bộ") and cells[-1] == ((1, 4, 3), "18") and len(cells) == 12


def test_two_halves_of_a_title_block_and_a_list_of_contents_are_none() -> None:
    block = "TỈNH ỦY X\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-BC/ĐU\tX, ngày 01 tháng 7 năm 2026\n"
    contents = "I. Tình hình\t1\nII. Kết quả\t2\nIII. Kiến nghị\t9\n"
    document = read_bytes((block + contents + "I. TÌNH HÌNH\nXã có 12 bản.\n").encode(), "a.txt")
    assert not [p for p in document.paragraphs if p.story == "table"]


def test_a_raised_number_that_leads_to_a_note_is_no_text() -> None:
    page = """<p>Xã có 12 chi bộ<sup><a href="#n1">1</a></sup>, rộng 9 km<sup>2</sup>, xem <a href="#b">2</a>.</p><p id="n1">Số cuối năm.</p>"""
    assert read_bytes(page.encode(), "a.html").text.split("\n")[0] == "Xã có 12 chi bộ, rộng 9 km², xem 2."


def test_between_blank_lines_a_full_line_ends_no_paragraph() -> None:
    """A sentence that begins a line with a few words and a colon, or counts in words, is no item where paragraphs stand apart."""
    for lead in ("Dân chủ: bản bàn việc đường.", "Thứ hai, giữ rừng già."):
        spaced = "\n".join(f"{PROSE.rpartition('trước hội nghị')[0].rstrip()}.\n{lead}\n" for _ in range(6))
        assert all(p.endswith(f"trách nhiệm chính. {lead}") for p in paragraphs(spaced))
        assert lead in paragraphs(spaced.replace("\n\n", "\n"))
