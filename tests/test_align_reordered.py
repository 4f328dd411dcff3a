"""Parts in other words and another order, headings that list items, and headings that may be those of what stands behind them."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import Verdict

HEAD = ("BÁO CÁO", "Kết quả công tác thư viện, đọc sách năm 2025")
OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", HEAD[1], "I. TÌNH HÌNH CHUNG VỀ THƯ VIỆN", "1. Cơ sở vật chất, vốn sách", "2. Đội ngũ cán bộ thư viện",
    "II. KẾT QUẢ PHỤC VỤ BẠN ĐỌC", "1. Phục vụ tại chỗ", "2. Luân chuyển sách về thôn", "3. Tuyên truyền, giới thiệu sách",
    "III. KẾT QUẢ XÂY DỰNG PHONG TRÀO ĐỌC", "1. Ngày hội đọc sách", "2. Tủ sách dòng họ", "IV. KHÓ KHĂN VÀ NGUYÊN NHÂN", "1. Khó khăn", "2. Nguyên nhân",
)  # fmt: skip
TOLD = {
    "I.1": "Nhà thư viện rộng 120 mét vuông, có 8.400 bản sách, 14 máy tính, năm nay bổ sung 620 bản bằng tiền xã hội hóa.",
    "I.2": "Xã có một công chức phụ trách và 11 cộng tác viên ở thôn, cả 12 người đã học lớp nghiệp vụ do tỉnh mở.",
    "II.1": "Phòng đọc mở cửa sáu ngày mỗi tuần, đón 5.310 lượt người, cho mượn 9.200 lượt bản, học sinh chiếm ba phần tư.",
    "II.2": "Bốn đợt trong năm, 1.150 bản sách được đưa về 11 nhà văn hóa thôn, mỗi đợt đổi sách một lần.",
    "II.3": "Loa thôn tuyên truyền 48 buổi điểm sách mới; trang của thư viện đăng 96 bài giới thiệu sách.",
    "III.1": "Ngày hội đọc sách tháng 4 có 640 học sinh dự, 22 gian trưng bày, 15 em được tặng bộ sách.",
    "III.2": "Toàn xã có 9 tủ sách dòng họ với 2.700 bản, hai tủ mới lập ở thôn Thượng và thôn Đoài.",
    "IV.1": "Khó khăn là sách cũ nhiều, phòng đọc dột, người đi làm xa về muộn nên buổi tối chưa có ai trực.",
    "IV.2": "Nguyên nhân là kinh phí bổ sung sách ít, công chức kiêm nhiệm ba việc, thôn chưa coi trọng việc đọc.",
}


def judged(folder: Path, *lines: str) -> dict[str, Verdict]:
    """Verdicts of a draft against the outline above."""
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text("\n\n".join((*HEAD, *lines)), encoding="utf-8")
    return {v.requirement: v for v in assess(read(draft), load_template(str(outline))).verdicts}


def part(head: str, *items: tuple[str, str]) -> list[str]:
    """A part's heading, and its items as (heading, whose text)."""
    return [head, *(line for title, number in items for line in (title, TOLD[number]))]


FIRST = part("I. Nhà cửa và con người", ("1. Cơ sở vật chất", "I.1"), ("2. Người trông thư viện", "I.2"))
FESTIVAL = (("1. Ngày hội sách", "III.1"), ("2. Tủ sách của họ tộc", "III.2"))
LAST = (("1. Những cái khó", "IV.1"), ("2. Vì sao", "IV.2"))


def test_parts_in_words_of_their_own_with_the_outlines_numbers_hold_their_items(tmp_path: Path) -> None:
    first = part("I. Bức tranh chung về phong trào đọc", ("1. Chỗ ngồi, chỗ để", "I.1"), ("2. Người trông nom", "I.2"))
    second = part(
        "II. Chuyện thư viện với người đến",
        ("1. Ngồi lại", "II.1"),
        ("2. Đi về thôn", "II.2"),
        ("3. Tiếng loa", "II.3"),
    )
    third = part("III. Dựng nếp", ("1. Ngày hội", "III.1"), ("2. Họ tộc", "III.2"))
    found = judged(tmp_path, *first, *second, *third, *part("IV. Chỗ còn vướng", *LAST))
    assert {n: v.status for n, v in found.items() if "." not in n} == dict.fromkeys(("I", "II", "III", "IV"), "covered")


def test_two_parts_told_the_other_way_round_are_both_known(tmp_path: Path) -> None:
    readers = part(
        "III. Việc thư viện làm cho người đọc",
        ("1. Ngồi đọc", "II.1"),
        ("2. Luân chuyển sách", "II.2"),
        ("3. Tiếng loa", "II.3"),
    )
    found = judged(
        tmp_path, *FIRST, *part("II. Xây dựng phong trào đọc", *FESTIVAL), *readers, *part("IV. Khó khăn", *LAST)
    )
    assert [found[n].status for n in ("II", "III")] == ["covered"] * 2
    assert [found[n].status for n in ("II.2", "III.1", "III.2")] == ["covered"] * 3


def test_a_part_that_is_not_told_is_not_the_heading_that_is_left(tmp_path: Path) -> None:
    other = [
        "IV. Thi đua ở cơ quan",
        "1. Bình xét",
        "Cả năm có bốn tập thể và chín cá nhân được khen, ba người được tặng kỷ niệm chương.",
    ]
    found = judged(
        tmp_path, *FIRST, *part("II. Xây dựng phong trào đọc", *FESTIVAL), *part("III. Khó khăn", *LAST), *other
    )
    assert found["II"].status == "missing"
    assert all(found[f"II.{k}"].status == "missing" for k in (1, 2, 3))


def test_a_heading_that_lists_two_items_is_both_of_theirs(tmp_path: Path) -> None:
    both = ["2. Luân chuyển sách và truyền thông", f"{TOLD['II.2']} {TOLD['II.3']}"]
    found = judged(
        tmp_path, *FIRST, "II. Phục vụ bạn đọc", "1. Phục vụ tại chỗ", TOLD["II.1"], *both, *part("III. Phong trào đọc", *FESTIVAL),
        *part("IV. Khó khăn và nguyên nhân", *LAST),
    )  # fmt: skip
    assert [found[n].status for n in ("II.2", "II.3")] == ["merged"] * 2
    assert found["II.3"].review


def test_an_item_that_no_heading_lists_is_missing(tmp_path: Path) -> None:
    alone = ["2. Luân chuyển sách", f"{TOLD['II.2']} Mỗi thôn cử một người giữ sổ mượn."]
    found = judged(
        tmp_path, *FIRST, "II. Phục vụ bạn đọc", "1. Phục vụ tại chỗ", TOLD["II.1"], *alone, *part("III. Phong trào đọc", *FESTIVAL),
        *part("IV. Khó khăn và nguyên nhân", *LAST),
    )  # fmt: skip
    assert (found["II.2"].status, found["II.3"].status) == ("covered", "missing")


def test_an_empty_heading_whose_matter_stands_elsewhere_asks_for_a_look_and_shows_it(tmp_path: Path) -> None:
    away = [
        *part("II. Phục vụ bạn đọc", ("1. Phục vụ tại chỗ", "II.1")),
        "2. Luân chuyển sách về thôn",
        "3. Tuyên truyền, giới thiệu sách",
    ]
    extra = "Riêng việc luân chuyển sách về thôn: bốn đợt, 1.150 bản sách về 11 thôn, mỗi đợt đổi một lần, có sổ giao nhận và người giữ chìa khóa ở từng nơi."
    found = judged(
        tmp_path, *FIRST, *away, TOLD["II.3"], extra, *part("III. Phong trào đọc", *FESTIVAL), *part("IV. Khó khăn và nguyên nhân", *LAST)
    )  # fmt: skip
    verdict = found["II.2"]
    assert (verdict.status, verdict.review) == ("empty", True)
    assert any("1.150 bản" in shown.quote for shown in verdict.evidence)


def test_an_empty_heading_whose_matter_stands_nowhere_is_empty_without_doubt(tmp_path: Path) -> None:
    away = [
        *part("II. Phục vụ bạn đọc", ("1. Phục vụ tại chỗ", "II.1")),
        "2. Luân chuyển sách về thôn",
        "3. Tuyên truyền, giới thiệu sách",
    ]
    found = judged(
        tmp_path,
        *FIRST,
        *away,
        TOLD["II.3"],
        *part("III. Phong trào đọc", *FESTIVAL),
        *part("IV. Khó khăn và nguyên nhân", *LAST),
    )
    assert (found["II.2"].status, found["II.2"].review) == ("empty", False)
