"""Headings whose titles begin with a small letter: typed in haste, not items of a list nor pieces of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.assess import title_test
from vnreport_nlp.template import load_template

FIELD = "Xã có 12 thôn, 2.870 hộ; đồng bào sống bằng nghề trồng bưởi và nuôi ong, thu nhập tăng dần qua từng năm."
WORK = "Trong kỳ, xã mở 14 lớp tập huấn cho 620 lượt người, tu sửa 3 nhà văn hóa và nối mạng cho cả 12 thôn."


def headings(folder: Path, *blocks: str, known: bool = False) -> list[str]:
    path = folder / "du-thao.txt"
    path.write_text("\n".join(("BÁO CÁO", "kết quả công tác năm 2025", "", *blocks)), encoding="utf-8")
    test = title_test(load_template("xdd-2020-2025")) if known else None
    return [f"{s.number} {s.title}" for s in outline(read(path), known=test).sections]


def test_the_number_that_the_others_lack_is_a_heading(tmp_path: Path) -> None:
    found = headings(
        tmp_path, "I.tình hình chung", "1. Dân cư", FIELD, "2. Việc làm", FIELD, "II. Kết quả", "a/ mạng lưới thôn", WORK,
        "b/ Tập huấn", WORK, "III. Đánh giá", WORK,
    )  # fmt: skip
    assert found[:3] == ["I tình hình chung", "I.1 Dân cư", "I.2 Việc làm"]
    assert "II.a mạng lưới thôn" in found and "II.b Tập huấn" in found


def test_a_title_of_the_outline_is_a_heading_whatever_its_first_letter(tmp_path: Path) -> None:
    blocks = ("IV. Đánh giá chung", "1. ưu điểm và nguyên nhân", "a/ ưu điểm", WORK, "b/ nguyên nhân của ưu điểm", WORK, "3. bài học kinh nghiệm", FIELD)  # fmt: skip
    assert [h.partition(" ")[0] for h in headings(tmp_path, *blocks, known=True)] == [
        "IV",
        "IV.1",
        "IV.1.a",
        "IV.1.b",
        "IV.3",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Huyện đã bố trí đủ vốn cho các công trình thủy lợi, giao thông nội đồng đến ngày",
            "1. tháng sau sẽ khởi công",
            "2. Cấp nước cho dân",
        ),
        ("Các khoản chi gồm:", "1. mua sách", "2. thuê xe", "3. in ấn", "4. nước uống"),
    ],
)
def test_pieces_of_sentences_and_items_of_lists_are_none(tmp_path: Path, lines: tuple[str, ...]) -> None:
    found = headings(tmp_path, "I. Tình hình chung", FIELD, *lines, "II. Kết quả", WORK, "III. Đánh giá", WORK)
    assert not any(title.partition(" ")[2][:1].islower() for title in found)


def test_a_draft_that_begins_all_its_headings_so(tmp_path: Path) -> None:
    """A part stands right above its first piece; each piece has its text. It had no heading at all."""
    blocks = [
        block
        for part in ("1", "2", "3")
        for block in (f"{part}. mảng việc lớn của xã", *(x for k in (1, 2, 3) for x in (f"{part}.{k}. việc ở thôn", FIELD, WORK)))
    ]  # fmt: skip
    found = headings(tmp_path, *blocks)
    assert [h.partition(" ")[0] for h in found] == [f"{p}{k}" for p in "123" for k in ("", ".1", ".2", ".3")]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. mở lớp tập huấn", "2. tu sửa nhà văn hóa", "3. nối mạng cho thôn", "4. trồng bưởi"),
        ("7. mở lớp tập huấn", WORK, "3. tu sửa nhà văn hóa", WORK, "9. nối mạng cho thôn", WORK),
        ("1. mở lớp tập huấn,", WORK, "2. tu sửa nhà văn hóa;", WORK, "3. nối mạng cho thôn;", WORK),
        ("1. mở lớp tập huấn", WORK, "2. tu sửa nhà văn hóa", WORK),
    ],
)
def test_lists_of_small_letters_stay_text(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert headings(tmp_path, "I. Kết quả", FIELD, *lines, "II. Đánh giá", FIELD) == ["I Kết quả", "II Đánh giá"]
