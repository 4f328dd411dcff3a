"""Title blocks, numbers, lists and signatures as offices type them: what is a heading, and who writes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.model import Outline

Seen = Callable[[str], Outline]
LONG = "Năm qua các thôn đã cùng nhau làm thêm đường, đào thêm mương, trồng thêm rừng, cho nên mùa màng khá hơn hẳn mấy năm về trước và nhà nào cũng có của để dành."
BODY = f"I. TÌNH HÌNH\n{LONG}\nII. KẾT QUẢ\n{LONG}\nIII. KIẾN NGHỊ\n{LONG}"


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    def of(text: str) -> Outline:
        path = tmp_path / "du-thao.txt"
        path.write_text(text + "\n", encoding="utf-8")
        return outline(read(path))

    return of


def headings(found: Outline) -> list[tuple[str, str]]:
    return [(s.number, s.title) for s in found.sections]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("ỦY BAN MTTQ VIỆT NAM PHƯỜNG LÁI BẮC\nBAN THƯỜNG TRỰC\nSố:   /BC-MTTQ-BTT", "Ủy ban MTTQ Việt Nam phường Lái Bắc"),
        ("ỦY BAN MTTQ VIỆT NAM XÃ KHE NGANG\nBAN THANH TRA NHÂN DÂN\nSố:   /BC-BTTND", "Ban Thanh tra nhân dân xã Khe Ngang"),
    ],
)  # fmt: skip
def test_a_number_that_is_not_filled_in_is_no_part_of_the_unit(seen: Seen, head: str, unit: str) -> None:
    assert seen(f"{head}\n\nBÁO CÁO\nKết quả công tác năm 2025\n{BODY}").metadata.unit == unit


def test_levels_in_a_row_name_no_unit(seen: Seen) -> None:
    text = f"BÁO CÁO\nVIỆC XÉT TIÊU CHUẨN XÃ, PHƯỜNG, THỊ TRẤN HỢP VỚI NGƯỜI GIÀ\n{BODY}"
    assert seen(text).metadata.unit is None
    assert seen(text.replace("XÃ, PHƯỜNG, THỊ TRẤN HỢP", "THỊ TRẤN HỢP")).metadata.level == "thị trấn"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Kết quả công tác quý I,\nNhiệm vụ quý II năm 2025", "Báo cáo Kết quả công tác quý I, Nhiệm vụ quý II năm 2025"),
        ("Kết quả công tác quý I\nPhương hướng quý II năm 2025", "Báo cáo Kết quả công tác quý I Phương hướng quý II năm 2025"),
        ("Kết quả công tác quý I\nỦy ban nhân dân xã báo cáo", "Báo cáo Kết quả công tác quý I"),
    ],
)  # fmt: skip
def test_a_subject_of_two_lines(seen: Seen, lines: str, title: str) -> None:
    assert seen(f"BÁO CÁO\n{lines}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "signed",
    [
        "NGƯỜI BÁO CÁO\nĐinh Văn Thử",
        "NGƯỜI LẬP BIỂU          CHỦ TỊCH\nLò Thị Thử          Đinh Văn Thử",
        "NGƯỜI THAY MẶT THÔN\n(Ký, ghi rõ họ tên)\nĐinh Văn Thử",
    ],
)
def test_who_signs_heads_no_section(seen: Seen, signed: str) -> None:
    assert [n for n, _ in headings(seen(f"BÁO CÁO\nCông tác năm 2025\n{BODY}\n{signed}"))] == ["I", "II", "III"]


def test_capitals_with_a_text_below_are_still_a_heading(seen: Seen) -> None:
    found = seen(f"BÁO CÁO\nCông tác năm 2025\n{BODY}\nNGƯỜI THAY MẶT THÔN\n{LONG}")
    assert "NGƯỜI THAY MẶT THÔN" in [s.title for s in found.sections]


def test_a_line_that_announces_a_list_heads_no_section(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\n{BODY.removesuffix(LONG)}Tổ giám sát của thôn kiến nghị:\n1. Đối với xã: {LONG}\n2. Đối với huyện: {LONG}"
    )
    assert headings(found)[2:] == [("III", "KIẾN NGHỊ"), ("III.1", "Đối với xã"), ("III.2", "Đối với huyện")]


def test_the_sum_of_a_lost_table_heads_no_section(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\nA. SỐ LIỆU\n1. Người\nNam\nNữ\nTỔNG CỘNG\n2. Của\n{LONG}\nB. LỜI BÀN\n{LONG}"
    )
    assert headings(found) == [("A", "SỐ LIỆU"), ("A.1", "Người"), ("A.2", "Của"), ("B", "LỜI BÀN")]


@pytest.mark.parametrize("row", ["TT Họ và tên Ngày sinh", "STT Việc đã làm"])
def test_the_head_of_a_lost_table_heads_no_section(seen: Seen, row: str) -> None:
    found = seen(f"BÁO CÁO\nCông tác năm 2025\n{BODY}\n{row}\n1 Đinh Văn Thử, thôn trên, đã trồng được hai nghìn cây quế và nhận chăm sóc cả đoạn đường từ đầu thôn đến tận nhà văn hóa xã")  # fmt: skip
    assert row not in [s.title for s in found.sections]


def test_a_heading_that_breaks_off_at_a_comma(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\nI. MỤC ĐÍCH,\nYÊU CẦU\n1. Việc chỉ đạo,\nđiều hành\n{LONG}\n2. Việc khác\n{LONG}"
    )
    assert headings(found) == [("I", "MỤC ĐÍCH, YÊU CẦU"), ("I.1", "Việc chỉ đạo, điều hành"), ("I.2", "Việc khác")]


def test_a_part_that_ends_with_dots_to_fill_in(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\nPhần thứ nhất\nVIỆC LÀM ĐƯỢC TRONG NĂM\nCỦA XÃ ..........\n{LONG}\nPhần thứ hai\nVIỆC SẼ LÀM\n{LONG}"
    )
    assert headings(found) == [("1", "VIỆC LÀM ĐƯỢC TRONG NĂM CỦA XÃ .........."), ("2", "VIỆC SẼ LÀM")]


def test_the_head_of_another_document_is_no_heading(seen: Seen) -> None:
    head = "ỦY BAN NHÂN DÂN\nXÃ KHE NGANG\n-------\nSố: 12/KH-UBND\nKhe Ngang, ngày 02 tháng 3 năm 2025\n\nKẾ HOẠCH\nVỀ VIỆC TRỒNG RỪNG\n"
    for preamble in ("", "Ủy ban nhân dân xã lập kế hoạch trồng rừng.\n"):
        found = seen(f"{head}{preamble}MỤC ĐÍCH\n{LONG}\nCÁCH LÀM\n{LONG}")
        assert [s.title for s in found.sections] == ["MỤC ĐÍCH", "CÁCH LÀM"]


@pytest.mark.parametrize(
    ("right", "unit"),
    [
        ("XÃ KHE NGANG Độc lập - Tự do - Hạnh phúc", "Xã Khe Ngang"),
        ("XÃ ĐỘC LẬP Độc lập - Tự do - Hạnh phúc", "Xã Độc Lập"),
    ],
)
def test_a_head_whose_halves_a_blank_parts(seen: Seen, right: str, unit: str) -> None:
    head = f"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{right}\nSố: 45/BC-UBND"
    assert seen(f"{head}\n\nBÁO CÁO\nKết quả công tác năm 2025\n{BODY}").metadata.unit == unit


def test_letters_that_say_the_number_they_stand_below(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\nI. TÌNH HÌNH\n1. Thuận lợi\n1a. Về đất\n{LONG}\n1b. Về người\n{LONG}\n2. Khó khăn\n2.a) Về nước: {LONG}\n2.b) Về đường: {LONG}\nII. VIỆC TỚI\n{LONG}"
    )
    assert [n for n, _ in headings(found)] == ["I", "I.1", "I.1.a", "I.1.b", "I.2", "I.2.a", "I.2.b", "II"]


def test_a_dash_behind_a_number_in_brackets_is_its_own(seen: Seen) -> None:
    found = seen(
        f"BÁO CÁO\nCông tác năm 2025\nI. CHỈ TIÊU\n(1)- Thu nhập tăng.\n(2) - Hộ nghèo giảm.\n(3) -5% là mức giảm thấp nhất.\nII. VIỆC TỚI\n{LONG}"
    )
    assert [t for _, t in headings(found)][1:4] == ["Thu nhập tăng", "Hộ nghèo giảm", "-5% là mức giảm thấp nhất"]


def test_an_annex_may_be_titled_in_small_letters(seen: Seen) -> None:
    text = f"BÁO CÁO\nCông tác năm 2025\n{BODY}\n{LONG}\n{LONG}\nPhụ lục 2\nDANH SÁCH THÔN\nI. Thôn trên\nII. Thôn dưới"
    assert [n for n, _ in headings(seen(text))] == ["I", "II", "III"]
    inside = text.replace("Phụ lục 2\n", "Phụ lục 2 có danh sách các thôn.\n")
    assert len(seen(inside).sections) > 3


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (("a, Mặt mạnh: {}", "b, Mặt yếu: {}"), ["Mặt mạnh", "Mặt yếu"]),
        (("1, Mặt mạnh\n{}", "2, Mặt yếu\n{}"), ["Mặt mạnh", "Mặt yếu"]),
        (("1. Thuận lợi - {}", "2. Khó khăn – {}"), ["Thuận lợi", "Khó khăn"]),
        (("1. Đất đai; rừng; nước: {}", "2. Con người: {}"), ["Đất đai; rừng; nước", "Con người"]),
        (("1. Đất đai: {}", "2. rừng và nước: {}", "3. Con người: {}"), ["Đất đai", "rừng và nước", "Con người"]),
        (("1. đất đai: {}", "2. Rừng và nước: {}"), ["đất đai", "Rừng và nước"]),
    ],
)
def test_run_in_titles_as_they_are_typed(seen: Seen, lines: tuple[str, ...], titles: list[str]) -> None:
    typed = "\n".join(lines).format(*[LONG] * len(lines))
    found = seen(f"BÁO CÁO\nCông tác năm 2025\nI. TÌNH HÌNH\n{typed}\nII. VIỆC TỚI\n{LONG}")
    assert [s.title for s in found.sections[1:-1]] == titles


@pytest.mark.parametrize(
    "line",
    [
        "1. Văn hóa - Xã hội của xã có thêm nhiều đổi khác, người già được khám bệnh, trẻ em được đến trường và thôn nào cũng có đội văn nghệ.",
        "7. rồi sau đó các thôn lại cùng nhau làm tiếp phần việc còn lại của con mương.",
    ],
)
def test_what_looks_like_such_a_title_and_is_none(seen: Seen, line: str) -> None:
    found = seen(f"BÁO CÁO\nCông tác năm 2025\nI. TÌNH HÌNH\n{LONG}\n{line}\nII. VIỆC TỚI\n{LONG}")
    assert not any(s.title == "Văn hóa" or s.title.startswith("rồi") for s in found.sections)


def test_parts_counted_by_letters(seen: Seen) -> None:
    found = seen(f"BÁO CÁO\nCông tác năm 2025\nPHẦN A: VIỆC ĐÃ LÀM\nI. Ở THÔN\n{LONG}\nII. Ở XÃ\n{LONG}\nPhần B\nVIỆC TỚI\n{LONG}")  # fmt: skip
    assert headings(found) == [("A", "VIỆC ĐÃ LÀM"), ("A.I", "Ở THÔN"), ("A.II", "Ở XÃ"), ("B", "VIỆC TỚI")]
    assert found.title == "Báo cáo Công tác năm 2025"


HEAD = "BÁO CÁO\nCông tác năm 2025\n"


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("{r}. ", "{p}.{k}. ", "{j}) "),
        ("{r}. ", "{p}.{k}. ", "({j}) "),
        ("{r}. ", "{r}.{k}. ", "{k}.{j}- "),
        ("Phần {r}\n", "{p}.{k} ", "{j}) "),
    ],
)
def test_numbers_below_numbers_of_two_steps(seen: Seen, first: str, second: str, third: str) -> None:
    lines = []
    for p, roman in enumerate(("I", "II"), 1):
        lines.append(first.format(r=roman) + f"PHẦN VIỆC CỦA NĂM THỨ {'NHẤT' if p == 1 else 'HAI'}")
        for k in (1, 2):
            told = "Việc đường, việc mương; việc trồng rừng và giữ rừng của các thôn, các bản trong xã."
            lines.append(second.format(r=roman, p=p, k=k) + told)
            lines += [
                third.format(k=k, j=j) + f"{name}: {LONG}" for j, name in ((1, "Việc làm được"), (2, "Việc còn lại"))
            ]
    found = seen(HEAD + "\n".join(lines))
    assert [s.level for s in found.sections] == [1, 2, 3, 3, 2, 3, 3] * 2
    assert len({s.number for s in found.sections}) == 14


@pytest.mark.parametrize("mark", ["{x}, ", "II.{n}. ", "{n}-", "{n}, "])
def test_such_numbers_in_a_text_of_short_lines(seen: Seen, mark: str) -> None:
    names = ("Đường làng", "Ẩm thực", "Ước mơ", "Ánh sáng")
    items = [mark.format(x="abcd"[k], n=k + 1) + f"{name}: {LONG}" for k, name in enumerate(names)]
    for width in range(60, 76):
        lines = [line for text in (LONG, "II. VIỆC LÀM", *items) for line in textwrap.wrap(text, width)]
        found = seen(f"{HEAD}I. TÌNH HÌNH\n" + "\n".join(lines))
        assert [s.title for s in found.sections if s.parent is not None] == list(names)


def test_a_sentence_may_begin_with_any_capital(seen: Seen) -> None:
    known = {"Thuận lợi": frozenset({"I.1"}), "Khó khăn": frozenset({"I.2"})}
    found = seen(f"{HEAD}I. TÌNH HÌNH\nThuận lợi. Đường {LONG}\nKhó khăn. Ở {LONG}\nII. KẾT QUẢ\n{LONG}\nIII. VIỆC TỚI\n{LONG}")  # fmt: skip
    again = outline(found.document, known=lambda words: known.get(words, frozenset()))
    assert [s.title for s in again.sections][1:3] == ["Thuận lợi", "Khó khăn"]


def test_the_first_part_may_run_into_its_text(seen: Seen) -> None:
    found = seen(f"BÁO CÁO\nCông tác năm 2025\nA. VÀI NÉT VỀ XÃ: {LONG}\nB. VIỆC ĐÃ LÀM\nI. Ở thôn\n{LONG}\nII. Ở xã\n{LONG}\nC. VIỆC TỚI\n{LONG}")  # fmt: skip
    assert headings(found) == [("A", "VÀI NÉT VỀ XÃ"), ("B", "VIỆC ĐÃ LÀM"), ("B.I", "Ở thôn"), ("B.II", "Ở xã"), ("C", "VIỆC TỚI")]  # fmt: skip
