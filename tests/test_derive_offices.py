"""Outlines as offices type them: what they ask for, what is said to the sender, what is left open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport_nlp.messages import render
from vnreport_nlp.model import Outline, Requirement
from vnreport_nlp.template import derive_template, read_outline, untaken

Asked = Callable[[str], tuple[Outline, dict[str, Requirement]]]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    def of(text: str) -> tuple[Outline, dict[str, Requirement]]:
        path = tmp_path / "de-cuong.txt"
        path.write_text(text + "\n", encoding="utf-8")
        found = read_outline(path)
        return found, {r.number: r for r in derive_template(found).requirements}

    return of


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


def test_a_sentence_of_an_outline_may_begin_with_any_capital(asked: Asked) -> None:
    _, items = asked(f"{ASKED}I. KẾT QUẢ\n- Mua sách. Ưu tiên sách thiếu nhi.\n- Cho mượn. Đếm cả lượt mượn của trường.\n- Sửa kho\nII. KIẾN NGHỊ")  # fmt: skip
    assert [items[n].title for n in ("I.1", "I.2", "I.3")] == ["Mua sách", "Cho mượn", "Sửa kho"]
