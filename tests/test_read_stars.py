"""Stars and strokes of a line: emphasis around words goes, a sign between figures or behind one stays."""

from __future__ import annotations

import pytest

from vnreport_nlp.readers import read_bytes


@pytest.mark.parametrize("source", [
    "Hỗ trợ 3*15 triệu đồng và 4*20 triệu đồng cho hộ nghèo.",
    "Diện tích 3*4*5 m; 5 * 6 * 7 m.",
    "Lũy thừa 2**3 và 2**4; 2**3",
    "Quyết định 12*/QĐ và 13*/QĐ",
    "Đạt 45** hộ, 50** hộ (**) ghi chú",
    "Các lớp 12**, 13**, 14** học buổi chiều",
    "Khu A*, khu B* và khu C* đã xong",
    "Kích thước (dài*rộng*cao) theo mẫu",
    "(12)*3 và (13)*4; 50%*3 và 20%*5; 5*(3+2)*4",
    "Dấu \"*\" và dấu “**” là ghi chú, dấu '*' cũng vậy",
    "Rộng dài*2 và rộng*3",
])  # fmt: skip
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_sign_between_or_behind_figures_stays(source: str, name: str) -> None:
    document = read_bytes(source.encode(), name)
    assert document.text == source
    assert not any(p.bold or p.italic for p in document.paragraphs)


@pytest.mark.parametrize(("source", "text", "marked"), [
    ("**Nguyên nhân:**Công tác chậm", "Nguyên nhân:Công tác chậm", ["Nguyên nhân:"]),
    ("**Đ**ảng bộ xã", "Đảng bộ xã", ["Đ"]),
    ("I**. ĐẶC ĐIỂM**", "I. ĐẶC ĐIỂM", [". ĐẶC ĐIỂM"]),
    ("Nguyên nhân**:** Công tác chậm", "Nguyên nhân: Công tác chậm", [":"]),
    ("**Tổng số:**5 hộ, rộng 3*4 m", "Tổng số:5 hộ, rộng 3*4 m", ["Tổng số:"]),
    ("(*chú thích 5*), số *15*-BC, “**đậm**”", "(chú thích 5), số 15-BC, “đậm”", ["chú thích 5", "15", "đậm"]),
    ("**45**/50 hộ và **46**/50 hộ", "45/50 hộ và 46/50 hộ", ["45", "46"]),
    ("1.**Công tác** *dân* ***vận***", "1.Công tác dân vận", ["Công tác", "dân", "vận"]),
])  # fmt: skip
def test_emphasis_around_words_goes(source: str, text: str, marked: list[str]) -> None:
    document = read_bytes(source.encode(), "x.md")
    spans = {(s.start, s.end) for p in document.paragraphs for s in (*p.bold, *p.italic)}
    assert document.text == text
    assert [document.text[a:b] for a, b in sorted(spans)] == marked


def test_signs_of_less_and_more_around_figures_are_no_marks_of_a_page() -> None:
    source = "Thu nhập <a 12 b> 45; tuổi <b 5 hộ> 7"
    assert read_bytes(source.encode(), "x.txt").text == source
    marked = "<a href='x'>Xã</a> <font color = red>đã</font> <br/><b>làm</b><br />xong</b >"
    assert read_bytes(marked.encode(), "x.md").text == "Xã đã làm xong"
