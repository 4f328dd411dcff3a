"""Title blocks, lists, signatures and open lines as offices type them: what is a heading, who writes, what an outline asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.messages import render
from vnreport_nlp.model import Outline, Requirement
from vnreport_nlp.template import derive_template, read_outline, untaken

Seen = Callable[[str], Outline]
Asked = Callable[[str], tuple[Outline, dict[str, Requirement]]]
LONG = "Năm qua các thôn đã cùng nhau làm thêm đường, đào thêm mương, trồng thêm rừng, cho nên mùa màng khá hơn hẳn mấy năm về trước và nhà nào cũng có của để dành."
BODY = f"I. TÌNH HÌNH\n{LONG}\nII. KẾT QUẢ\n{LONG}\nIII. KIẾN NGHỊ\n{LONG}"


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    def of(text: str) -> Outline:
        path = tmp_path / "du-thao.txt"
        path.write_text(text + "\n", encoding="utf-8")
        return outline(read(path))

    return of


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    def of(text: str) -> tuple[Outline, dict[str, Requirement]]:
        path = tmp_path / "de-cuong.txt"
        path.write_text(text + "\n", encoding="utf-8")
        found = read_outline(path)
        return found, {r.number: r for r in derive_template(found).requirements}

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


def test_open_lines_are_no_items(asked: Asked) -> None:
    text = "ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\nI. KẾT QUẢ\n1. ……………\n2. ..........\n3. Mua sách\nII. KIẾN NGHỊ\n1. [Kiến nghị 1]\n2. [Kiến nghị 2]\nIII. VIỆC TỚI"
    _, items = asked(text)
    assert list(items) == ["I", "I.3", "II", "III"]
    assert items["II"].guidance == "1. [Kiến nghị 1] 2. [Kiến nghị 2]"
    assert items["I"].guidance == ""


def test_lines_before_the_second_number_are_told(asked: Asked) -> None:
    found, items = asked("ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\nI. KẾT QUẢ\nMua sách\nCho mượn\n2. Sửa kho\n3. Lập mục lục\nII. VIỆC TỚI\nNêu ngắn gọn.")  # fmt: skip
    assert "I.1" not in items
    told = [(u.text, u.lines, render(u.why, "vi")) for u in untaken(found)]
    assert told == [("Mua sách", 2, "đứng trước mục mang số 2, lấy làm hướng dẫn; nếu là một mục, hãy gõ số của mục")]


def test_the_name_behind_a_title_that_only_counts(asked: Asked) -> None:
    _, items = asked("ĐỀ CƯƠNG BÁO CÁO\nChương trình sách về bản\n\nI. KẾT QUẢ\n1. Dự án 1: Xe sách lưu động\n2. Dự án số 2: Nêu tiến độ.\n3. Về bạn đọc: thiếu nhi, người già\nII. VIỆC TỚI")  # fmt: skip
    assert [items[n].title for n in ("I.1", "I.2", "I.3")] == ["Dự án 1", "Dự án số 2", "Về bạn đọc"]
    assert "Xe sách lưu động" in items["I.1"].aliases
    assert not any("Nêu" in name for name in items["I.2"].aliases)
    assert not any("thiếu nhi" in name for name in items["I.3"].aliases)


def test_a_long_item_is_named_up_to_its_bracket(asked: Asked) -> None:
    _, items = asked("ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\nI. KẾT QUẢ\n1. Việc gây dựng tủ sách thôn, tủ sách bản (nêu rõ từng loại sách đã mua, số tiền đã chi, số người đã mượn, số bản còn thiếu, những loại sách mà bà con mong có, những loại sách mà chưa ai mượn bao giờ và lý do vì sao)\n2. Sửa kho\nII. VIỆC TỚI")  # fmt: skip
    assert items["I.1"].title == "Việc gây dựng tủ sách thôn, tủ sách bản"
    assert items["I.1"].guidance.startswith("nêu rõ từng loại")


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


def test_the_second_outline_of_a_file_is_told_and_asks_for_nothing(asked: Asked) -> None:
    found, items = asked(
        "Phụ lục 1\nĐỀ CƯƠNG BÁO CÁO (Dành cho cấp huyện)\n\n1. Tình hình\n2. Kết quả\n2.1 Mua sách\n2.2 Cho mượn\n3. Kiến nghị\n3.1 Với tỉnh:......\n\nPhụ lục 2\nĐỀ CƯƠNG BÁO CÁO (Dành cho cấp xã)\n\n1. Tình hình\n2. Kết quả"
    )
    assert list(items) == ["1", "2", "2.1", "2.2", "3", "3.1"]
    assert [u.text for u in untaken(found)] == ["Phụ lục 2"]


def test_parts_in_a_list_below_plans_and_proposals(asked: Asked) -> None:
    text = "Số 12-CV/HU\nV/v báo cáo sơ kết công tác thư viện\n\nKính gửi: Các xã\nĐề nghị các xã báo cáo theo đề cương sau:\n\nI. KẾT QUẢ\n1. Mua sách\n2. Cho mượn\nII. PHƯƠNG HƯỚNG VÀ KIẾN NGHỊ\n- Phương hướng\n- Nhiệm vụ, giải pháp\n- Kiến nghị, đề xuất"
    found, items = asked(text)
    assert [items[n].title for n in ("II.1", "II.2", "II.3")] == ["Phương hướng", "Nhiệm vụ, giải pháp", "Kiến nghị, đề xuất"]  # fmt: skip
    assert derive_template(found).title == "Báo cáo sơ kết công tác thư viện"
    _, items = asked(text.replace("- Phương hướng\n- Nhiệm vụ, giải pháp\n- Kiến nghị, đề xuất", "- Kiến nghị với tỉnh\n- Kiến nghị với huyện"))  # fmt: skip
    assert "II.1" not in items


def test_a_long_item_is_not_cut_at_its_first_comma(asked: Asked) -> None:
    _, items = asked("ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\nI. KẾT QUẢ\n1. Việc bền bỉ canh gác phòng, chống cháy các kho sách, các tủ sách của thôn, của bản, của trường, của đồn biên phòng, của trạm xá, của nhà văn hóa, của chợ phiên và của những gia đình nhận giữ sách giúp thư viện trong mùa mưa lũ.\n2. Sửa kho\nII. VIỆC TỚI")  # fmt: skip
    assert items["I.1"].title.startswith("Việc bền bỉ canh gác phòng, chống cháy các kho sách")


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


ASKED = "ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\n"


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("Ưu điểm:\nHạn chế:\nNguyên nhân:", ["Ưu điểm", "Hạn chế", "Nguyên nhân"]),
        ("Ưu điểm\nHạn chế, khuyết điểm", ["Ưu điểm", "Hạn chế, khuyết điểm"]),
        ("Ưu điểm: nêu rõ từng việc\nHạn chế: nêu rõ từng việc", ["Ưu điểm", "Hạn chế"]),
        ("Kết quả nổi bật trong năm.\nHạn chế còn lại.", []),
        ("Nêu ngắn gọn:\nHạn chế:", []),
        ("Ưu điểm:", []),
    ],
)
def test_names_of_parts_on_lines_of_their_own(asked: Asked, lines: str, titles: list[str]) -> None:
    _, items = asked(f"{ASKED}I. KẾT QUẢ\n1. Mua sách\n2. Cho mượn\nII. ĐÁNH GIÁ\n{lines}\nIII. KIẾN NGHỊ./.")
    assert [r.title for n, r in items.items() if n.startswith("II.")] == titles
    assert items["III"].title == "KIẾN NGHỊ"


def test_what_is_said_to_the_sender_is_no_item(asked: Asked) -> None:
    found, items = asked(
        f"{ASKED}1. Tình hình\n2. Kết quả\n3. Thời hạn gửi báo cáo: trước ngày 20/5/2025.\n4. Kiến nghị\nNhững điểm cần lưu ý khi viết báo cáo:\n1. Không quá 10 trang.\n2. Có số liệu so sánh."
    )
    assert list(items) == ["1", "2", "4"]
    assert items["4"].min_syllables == items["1"].min_syllables > 0
    assert [(u.text, u.lines, render(u.why, "vi")) for u in untaken(found)] == [
        ("3. Thời hạn gửi báo cáo: trước ngày 20/5/2025.", 1, "nơi gửi, hạn gửi báo cáo"),
        ("1. Không quá 10 trang.", 2, "trùng số, không rõ mục mẹ hoặc là lời dặn"),
    ]


def test_a_remark_in_the_middle_ends_nothing(asked: Asked) -> None:
    _, items = asked(f"{ASKED}I. KẾT QUẢ\nLưu ý:\n1. Mua sách\n2. Cho mượn\nII. KIẾN NGHỊ")
    assert list(items) == ["I", "I.1", "I.2", "II"]


def test_a_part_keeps_its_number_before_a_heading_without_one(asked: Asked) -> None:
    head = "MỞ ĐẦU\nNêu lý do vì sao thư viện được lập ra ở bản, ai là người đã góp những cuốn sách đầu tiên cho bà con, và vì sao đến nay vẫn còn nhiều bản chưa có tủ sách."
    found, items = asked(f"{ASKED}{head}\nPhần thứ nhất: KẾT QUẢ\nI. Mua sách\nII. Cho mượn\nPhần thứ hai: KIẾN NGHỊ")
    assert [items[n].title for n in ("1", "1.I", "2")] == ["KẾT QUẢ", "Mua sách", "KIẾN NGHỊ"]
    assert "MỞ ĐẦU" in [u.text for u in untaken(found)]
