"""Items told in running text, paragraph after paragraph, under the heading of their part alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp import load_template, read
from vnreport_nlp.align.sequence import between, in_order
from vnreport_nlp.assess import assess
from vnreport_nlp.model import Verdict

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Kết quả công tác bảo vệ môi trường năm 2025", "I. KẾT QUẢ THỰC HIỆN", "1. Tuyên truyền, nâng cao nhận thức",
    "2. Thu gom, xử lý rác thải sinh hoạt", "3. Kiểm tra cơ sở chăn nuôi", "4. Trồng cây xanh", "II. ĐÁNH GIÁ", "1. Ưu điểm", "2. Hạn chế",
    "3. Bài học kinh nghiệm",
)  # fmt: skip
SPREAD = (
    "Loa của chín xóm phát hai buổi mỗi tuần về việc phân loại tại nhà; trường tiểu học cho học sinh vẽ tranh, phụ nữ dựng tiểu phẩm. Xã đã "
    "tuyên truyền ở 27 cuộc họp xóm, ai cũng được phát một tờ gấp."
)
WASTE = (
    "Hai chiếc xe ép chạy các ngày chẵn, đưa về bãi của liên xã mỗi tháng chừng 90 tấn. Rác thải dọc bờ mương đã dọn xong 12 điểm; nhà nào "
    "bỏ bừa thì tổ tự quản nhắc tên trên loa."
)
PENS = (
    "Tổ liên ngành kiểm tra 46 hộ nuôi lợn, lập biên bản 5 hộ để nước chảy thẳng ra suối. Đến nay 41 hộ đã có hầm khí sinh học, ba hộ xin nghỉ "
    "nuôi, hai hộ hẹn xong trước mùa mưa."
)
TREES = (
    "Đầu xuân, mỗi chi đoàn nhận một đoạn đường, đặt xuống 3.400 gốc sao đen và bàng; cây xanh ở sân trạm y tế do người cao tuổi chăm, "
    "sống chín phần mười."
)
GOOD = "Đường xóm sạch hơn hẳn, trẻ con không còn phải bịt mũi khi đi học; nhiều nhà tự đổi nếp để rác ra ngõ đúng giờ, không ai phải nhắc."
BAD = "Tuy vậy, xe ép cũ hỏng luôn, có tuần chỉ chạy được một chuyến; mấy xóm ven đồi còn đốt rác ngoài vườn, chưa có nơi chứa vỏ thuốc sâu."
LESSON = "Bài học rút ra là phải để dân bàn mức góp trước khi mua xe, và cán bộ xóm làm trước thì bà con mới theo."


def judged(folder: Path, *lines: str) -> dict[str, Verdict]:
    """Verdicts of a draft against the outline above."""
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    head = ("BÁO CÁO", "Kết quả công tác bảo vệ môi trường năm 2025")
    draft.write_text("\n\n".join((*head, *lines)), encoding="utf-8")
    return {v.requirement: v for v in assess(read(draft), load_template(str(outline))).verdicts}


def test_paragraphs_in_the_outlines_order_answer_without_headings_and_ask_for_a_look(tmp_path: Path) -> None:
    found = judged(tmp_path, "I. Kết quả thực hiện", SPREAD, WASTE, PENS, TREES, "II. Đánh giá", GOOD, BAD, LESSON)
    assert [found[f"I.{k}"].status for k in range(1, 5)] == ["merged"] * 4
    assert [found[f"II.{k}"].status for k in range(1, 4)] == ["merged"] * 3
    assert all(v.review for v in found.values() if v.status == "merged")
    assert all(text[:30] in found[n].evidence[0].quote for n, text in (("I.3", PENS), ("I.4", TREES)))


@pytest.mark.parametrize("left", range(4))
def test_an_item_whose_paragraph_is_left_out_is_missing_and_no_other(tmp_path: Path, left: int) -> None:
    told = [t for k, t in enumerate((SPREAD, WASTE, PENS, TREES)) if k != left]
    found = judged(tmp_path, "I. Kết quả thực hiện", *told, "II. Đánh giá", GOOD, BAD, LESSON)
    wanted = ["missing" if k == left else "merged" for k in range(4)]
    assert [found[f"I.{k + 1}"].status for k in range(4)] == wanted
    assert found[f"I.{left + 1}"].review


def test_an_introduction_before_headings_answers_nothing(tmp_path: Path) -> None:
    intro = "Năm qua thời tiết thất thường, ba trận lũ tràn qua bờ mương, việc giữ sạch đường làng vì thế vất vả hơn mọi năm."
    found = judged(
        tmp_path, "I. Kết quả thực hiện", intro, "2. Thu gom, xử lý rác thải sinh hoạt", WASTE, "3. Kiểm tra cơ sở chăn nuôi", PENS,
        "4. Trồng cây xanh", TREES, "II. Đánh giá", "1. Ưu điểm", GOOD, "2. Hạn chế", BAD, "3. Bài học kinh nghiệm", LESSON,
    )  # fmt: skip
    assert found["I.1"].status == "missing"


def test_a_paragraph_that_goes_on_with_an_item_is_no_other_items(tmp_path: Path) -> None:
    more = "Riêng rác cồng kềnh, cứ cuối quý xã thuê thêm một chuyến xe, người dân góp mười nghìn đồng mỗi bao, không để đống ngoài ngõ."
    found = judged(tmp_path, "I. Kết quả thực hiện", SPREAD, WASTE, more, TREES, "II. Đánh giá", GOOD, BAD, LESSON)
    assert found["I.2"].status == found["I.4"].status == "merged"
    assert found["I.3"].review  # as many paragraphs as items: only a person can tell


def _every(worth: Sequence[Sequence[float]], bound: frozenset[int]) -> float:
    """The most that pairs in order are worth together, all of them tried."""
    rows, columns = range(len(worth)), range(len(worth[0]))
    best = -inf
    for n in range(min(len(rows), len(columns)) + 1):
        for some in combinations(rows, n):
            if not bound <= set(some):
                continue
            for at in combinations(columns, n):
                best = max(best, sum((worth[i][j] for i, j in zip(some, at, strict=True)), 0.0))
    return best


@given(st.data())
def test_pairs_in_order_are_worth_as_much_as_the_best_of_all(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 5))
    cell = st.sampled_from([-inf, -1.0, 0.0, 0.5, 1.0, 2.0, 3.0])
    worth = data.draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    bound = frozenset(data.draw(st.sets(st.integers(0, rows - 1), max_size=1)))
    found, best = in_order(worth, bound), _every(worth, bound)
    assert list(found) == sorted(found, reverse=True) and list(found.values()) == sorted(found.values(), reverse=True)
    if best == -inf:
        assert found == {}
    else:
        assert sum((worth[i][j] for i, j in found.items()), 0.0) == best and bound <= found.keys()


def test_headings_in_another_order_leave_no_pairs() -> None:
    crossed = [[-inf, 1.0], [1.0, -inf]]
    assert in_order(crossed, frozenset((0, 1))) == {}
    assert in_order([], frozenset()) == {}
    assert all(len(in_order([[float(x) for x in p]])) == 1 for p in permutations((1, 2, 3)))


def test_gaps_count_only_where_as_many_are_left_on_both_sides() -> None:
    assert between({1: 1}, 3, 3) == [(range(1), range(1)), (range(2, 3), range(2, 3))]
    assert between({1: 2}, 3, 4) == [(range(2, 3), range(3, 4))]
    assert between({}, 2, 2) == [(range(2), range(2))]
    assert between({0: 0, 1: 1}, 2, 2) == []


def test_two_items_in_one_paragraph_are_told_apart_by_their_sentences(tmp_path: Path) -> None:
    found = judged(
        tmp_path, "I. Kết quả thực hiện", SPREAD, f"{WASTE} {PENS}", TREES, "II. Đánh giá", GOOD, BAD, LESSON
    )
    assert [found[f"I.{k}"].status for k in range(1, 5)] == ["merged"] * 4
    without = judged(tmp_path, "I. Kết quả thực hiện", SPREAD, WASTE, TREES, "II. Đánh giá", GOOD, BAD, LESSON)
    assert without["I.3"].status == "missing"
