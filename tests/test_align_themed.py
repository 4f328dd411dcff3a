"""What a heading or a sentence is about, by themes: where no topic of an outline is known and a unit uses words of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.align.kinds import STRENGTHS, WANTING, causes_of
from vnreport_nlp.align.naming import steps_of
from vnreport_nlp.align.themes import asked, themes
from vnreport_nlp.assess import assess
from vnreport_nlp.model import Verdict
from vnreport_nlp.resources import data_text

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Kết quả thực hiện nghị quyết về nông thôn năm 2025", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ THỰC HIỆN", "1. Trồng trọt",
    "2. Chăn nuôi, thú y", "3. Hợp tác xã, liên kết chuỗi", "4. Giảm nghèo, việc làm", "III. PHƯƠNG HƯỚNG NĂM 2026", "1. Dự báo tình hình",
    "2. Mục tiêu", "3. Nhiệm vụ, giải pháp",
)  # fmt: skip
STATE = (
    "Xã Lũng Vài có 9 bản, 1.204 hộ; địa hình dốc, đường vào hai bản vùng cao còn là đường đất, mùa mưa thường bị chia cắt vài ngày. "
    * 2
)
CROPS = (
    "Toàn xã gieo cấy 410 ha lúa, năng suất 52 tạ mỗi héc-ta; 96 ha ngô và 38 ha rau màu đều cho thu hoạch đúng vụ, bán được giá. "
    * 2
)
HERDS = "Đàn trâu, bò còn 1.310 con, đàn lợn được tái đàn lên 4.120 con; đã tiêm phòng lở mồm long móng cho 2.260 lượt con, không để phát sinh ổ dịch."
COOPS = (
    "Ba hợp tác xã với 118 thành viên ký hợp đồng bao tiêu cả vụ, ghép thành hai chuỗi liên kết từ giống đến thu mua."
)
POOR = "Còn 64 hộ nghèo, giảm 21 hộ so với năm trước; 142 lao động có việc làm mới, 17 người đi làm việc ở nước ngoài theo hợp đồng."
AHEAD = (
    "Năm tới xã sẽ tập trung mở rộng diện tích lúa chất lượng cao, phấn đấu không còn hộ ở nhà tạm và duy trì các khoản thu ổn định. "
    * 2
)
HEAD = (
    "BÁO CÁO",
    "Kết quả thực hiện nghị quyết về nông thôn năm 2025",
    "I. Tình hình chung",
    STATE,
    "II. Kết quả thực hiện",
)
TAIL = (
    "III. Phương hướng năm 2026",
    "1. Dự báo tình hình",
    AHEAD,
    "2. Mục tiêu",
    AHEAD,
    "3. Nhiệm vụ, giải pháp",
    AHEAD,
)


def judged(folder: Path, *lines: str, outline: tuple[str, ...] = OUTLINE) -> dict[str, Verdict]:
    """Verdicts of a draft against an outline document."""
    asked_for, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    asked_for.write_text("\n\n".join(outline), encoding="utf-8")
    draft.write_text("\n\n".join(lines), encoding="utf-8")
    return {v.requirement: v for v in assess(read(draft), load_template(str(asked_for))).verdicts}


def test_every_phrase_is_one_to_four_folded_syllables_of_a_named_theme() -> None:
    kept = json.loads(data_text("themes.json"))
    assert len(kept["themes"]) > 150
    for theme, told in kept["themes"].items():
        assert theme.isascii() and len(told["names"]) > 2 and len(told["words"]) > 15
        assert all(1 <= len(p.split()) <= 4 and p == p.lower() for p in (*told["names"], *told["words"]))
    assert {t for of in kept["broad"].values() for t in of} <= set(kept["themes"])


def test_the_longest_phrase_counts_once_and_is_shared_among_its_themes() -> None:
    known = themes()
    said = set(known.phrases("Ba hợp tác xã, hai hợp tác xã nữa"))
    assert len(said) == 1
    of = known.of(next(iter(said)))
    assert known.worth([*said, *said], of) == pytest.approx(1.5)


def test_text_told_in_other_words_under_one_heading_answers_each_of_its_items(tmp_path: Path) -> None:
    """Sentences are told apart by what they are about; a person should look, and the place is the sentence's own."""
    found = judged(tmp_path, *HEAD, "1. Trồng trọt", CROPS, "2. Những việc khác", HERDS, COOPS, POOR, *TAIL)
    for number, _words in (("II.2", "Đàn trâu"), ("II.3", "Ba hợp tác xã"), ("II.4", "Còn 64")):
        assert found[number].status in ("unheaded", "covered") and found[number].review, number
    assert any("Đàn trâu" in (e.quote or "") for e in found["II.2"].evidence)


def test_what_nobody_tells_is_missing(tmp_path: Path) -> None:
    """A word of it in passing, a plan of it, or a heading's own text on the same matter is no report of it."""
    passing = CROPS + " Phụ phẩm được ủ làm thức ăn cho đàn bò."
    found = judged(
        tmp_path, *HEAD, "1. Trồng trọt", passing, "3. Hợp tác xã, liên kết chuỗi", COOPS, "4. Giảm nghèo", POOR, *TAIL
    )
    assert found["II.2"].status == "missing" and found["II.2"].review
    planned = (
        "III. Phương hướng năm 2026",
        "Năm tới sẽ tái đàn lợn lên 5.000 con, tiêm phòng dịch tả cho đàn trâu, bò và lập hai trang trại chăn nuôi tập trung.",
    )
    found = judged(
        tmp_path, *HEAD, "1. Trồng trọt", CROPS, "3. Hợp tác xã, liên kết chuỗi", COOPS, "4. Giảm nghèo", POOR, *planned
    )
    assert found["II.2"].status == "missing"


def test_headings_in_the_places_that_are_left_are_the_items_that_are_left(tmp_path: Path) -> None:
    """As many headings as items, those that fit in their places: the others fit by place, whatever they are called."""
    ahead = (
        "III. Phương hướng năm 2026",
        "1. Bối cảnh sắp tới",
        AHEAD,
        "2. Đích phấn đấu",
        AHEAD,
        "3. Cách làm",
        AHEAD,
    )
    found = judged(tmp_path, *HEAD, "1. Trồng trọt", CROPS, *ahead)
    assert [found[f"III.{n}"].status for n in (1, 2, 3)] == ["covered"] * 3


def test_word_counts_letters_without_the_vietnamese_one() -> None:
    assert steps_of(["1.a", "1.b", "1.c", "1.d", "1.e", "1.f"]) == [1, 2, 3, 4, 5, 6]
    assert steps_of(["1.a", "1.b", "1.c", "1.d", "1.đ", "1.e", None]) == [1, 2, 3, 4, 5, 6, None]
    assert steps_of(["1.a", "1.d", "2.đ"]) == [1, 4, 5]


def test_causes_of_what_went_well_are_none_of_what_did_not() -> None:
    assert causes_of("Nguyên nhân của ưu điểm là do sự chung sức của các bản.") == {STRENGTHS}
    assert causes_of("Nguyên nhân dẫn đến những hạn chế trên là thiếu người.") == {WANTING}
    assert causes_of("Nguyên nhân chủ yếu là do mưa kéo dài.") == frozenset()


def test_few_words_that_count_something_are_little_and_not_nothing(tmp_path: Path) -> None:
    found = judged(
        tmp_path,
        *HEAD,
        "1. Trồng trọt",
        CROPS,
        "2. Chăn nuôi, thú y",
        "Có 2 trang trại.",
        "3. Hợp tác xã, liên kết chuỗi",
        "(bổ sung sau ngày 15)",
        *TAIL,
    )
    assert (found["II.2"].status, found["II.3"].status) == ("thin", "empty")


def test_titles_name_their_themes(tmp_path: Path) -> None:
    path = tmp_path / "de-cuong.txt"
    path.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    named = asked(load_template(str(path)).requirements, "")
    assert {"chan-nuoi", "thu-y"} <= named[3] and not named[3] & named[2]


def test_a_part_named_beside_another_is_told_with_it(tmp_path: Path) -> None:
    """One heading for two parts answers both; a part that no heading names stays missing."""
    outline = (
        *OUTLINE[:8],
        "III. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
        "2. Hạn chế",
        "IV. NHIỆM VỤ TRỌNG TÂM NĂM 2026",
        "V. KIẾN NGHỊ",
    )
    body = (
        *HEAD,
        "1. Trồng trọt",
        CROPS,
        "2. Chăn nuôi, thú y",
        HERDS,
        "3. Hợp tác xã, liên kết chuỗi",
        COOPS,
        "4. Giảm nghèo, việc làm",
        POOR,
    )
    found = judged(tmp_path, *body, "III. Đánh giá chung và nhiệm vụ năm 2026", STATE, AHEAD, outline=outline)
    assert (found["III"].status, found["IV"].status) == ("merged", "merged")
    assert found["V"].status == "missing"
