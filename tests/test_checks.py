"""The checks on hand-written cases: floors per rule, and what single findings say and where."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402
import evaluate_defects  # noqa: E402

from vnreport_nlp.model import RULES, Finding  # noqa: E402

FLOORS = {
    "C301": (1.0, 1.0, 1.0, 1.0),
    "C302": (1.0, 1.0, 1.0, 1.0),
    "C303": (1.0, 1.0, 1.0, 1.0),
    "C304": (1.0, 1.0, 1.0, 1.0),
    "C305": (1.0, 1.0, 1.0, 1.0),
    "D804": (1.0, 1.0, 1.0, 1.0),
    "D805": (1.0, 1.0, 1.0, 1.0),
    "D806": (1.0, 1.0, 1.0, 1.0),
    "D807": (1.0, 1.0, 1.0, 1.0),
    "D808": (1.0, 1.0, 1.0, 1.0),
    "D809": (1.0, 1.0, 1.0, 1.0),
    "F201": (1.0, 1.0, 1.0, 1.0),
    "F202": (1.0, 1.0, 1.0, 1.0),
    "F203": (1.0, 1.0, 1.0, 1.0),
    "F204": (1.0, 0.95, 1.0, 0.80),
    "F206": (1.0, 1.0, 1.0, 1.0),
    "P401": (1.0, 1.0, 1.0, 1.0),
    "P402": (1.0, 1.0, 1.0, 1.0),
    "T701": (1.0, 1.0, 1.0, 1.0),
    "T702": (1.0, 1.0, 1.0, 1.0),
    "T703": (1.0, 1.0, 1.0, 1.0),
    "U501": (1.0, 0.965, 1.0, 0.88),
}
"""Precision and recall on the development units, precision and recall on the units held out.

F204 misses on the development units one total of a sum (``cộng 80 nhà``) whose object stands only in the sentence before.
U501 misses on purpose two names without a level (``ở Phú Lâm Thượng``): nothing tells them from a part of the unit itself;
and six of our own (u33 to u37), each another wording: a department's inner work, an organ of a ward named behind a number."""
LATER = {
    "C301": (1.0, 1.0),
    "C302": (1.0, 1.0),
    "C303": (1.0, 0.96),
    "C304": (1.0, 1.0),
    "C305": (1.0, 1.0),
    "F201": (1.0, 0.97),
    "F202": (1.0, 0.98),
    "F203": (1.0, 1.0),
    "F204": (1.0, 0.85),
    "F206": (1.0, 1.0),
    "P401": (1.0, 0.92),
    "P402": (1.0, 1.0),
    "T701": (1.0, 1.0),
    "T702": (1.0, 1.0),
    "U501": (1.0, 1.0),
}
"""Precision and recall on the cases of later authors, as they are after the repairs that their first sight led to.

What is missed mostly wants the reader's knowledge: a list of names to be counted, a figure told in other words in another sentence."""
HEAD = "BÁO CÁO tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"


@pytest.fixture(scope="module")
def scores() -> tuple[dict[str, evaluate_cases.Score], ...]:
    return evaluate_cases.evaluate()


@pytest.mark.parametrize("rule", sorted(FLOORS))
def test_no_rule_falls_below_its_floor(rule, scores):
    half = [scores[0][rule], scores[1][rule]]
    if rule in LATER:
        later = scores[2][rule]
        assert later.precision >= LATER[rule][0] and later.recall >= LATER[rule][1], (later.precision, later.recall)
    reached = tuple(value for s in half for value in (s.precision, s.recall))
    assert all(value >= floor for value, floor in zip(reached, FLOORS[rule], strict=True)), reached
    assert all(s.hit + s.missed >= 3 for s in half), "too few cases to speak of a floor"


def test_every_rule_that_speaks_has_a_floor(scores):
    assert set(scores[0]) | set(scores[1]) == set(FLOORS)
    assert set(scores[2]) == set(LATER)


def test_a_rule_is_on_by_default_only_when_nine_of_ten_findings_are_right(scores):
    low = {rule for half in scores for rule, s in half.items() if s.precision < 0.9}
    assert low.isdisjoint({r.id for r in RULES.values() if r.enabled}), low


def found(rule: str, text: str, *, title: str = "", date: datetime.date | None = None) -> list[Finding]:
    case = {"id": "case", "text": text, "title": title, "date": date}
    return [f for f in evaluate_cases.findings(case) if f.rule == rule]


@pytest.mark.parametrize(
    ("sentence", "arithmetic"),
    [
        ("Toàn huyện có 26 trường học (09 trường mầm non, 10 trường tiểu học, 06 trường trung học cơ sở).", "25 ≠ 26"),
        ("Đã tiếp nhận 1.204 hồ sơ, gồm 950 hồ sơ trực tuyến và 264 hồ sơ trực tiếp.", "1.214 ≠ 1.204"),
        ("Thi hành kỷ luật 12 đảng viên (khiển trách 07, cảnh cáo 03, khai trừ 01).", "07 + 03 + 01 = 11 ≠ 12"),
    ],
)
def test_a_sum_that_fails_prints_its_arithmetic(sentence, arithmetic):
    (one,) = found("F201", sentence)
    assert arithmetic in str(one.message)
    assert one.severity == "warning"


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn huyện có 25 trường học (09 trường mầm non, 10 trường tiểu học, 06 trường trung học cơ sở).",
        "Đã kết nạp 120 đảng viên, trong đó có 40 nữ, 25 người dân tộc thiểu số, 70 đoàn viên.",
        "Có khoảng 300 người dự, gồm 150 hội viên và hơn 160 đoàn viên.",
        "Đảng bộ có 31 chi bộ, trong đó 09 chi bộ trường học.",
    ],
)
def test_sums_that_hold_or_claim_nothing_pass(sentence):
    assert found("F201", sentence) == []


def test_the_place_of_a_sum_is_its_words_in_the_text():
    text = "Mở đầu bằng một câu không có số.\n\nToàn huyện có 24 xã (15 xã đồng bằng, 08 xã miền núi).\n"
    (one,) = found("F201", text)
    place = one.places[0]
    assert place.quote == "24 xã (15 xã đồng bằng, 08 xã miền núi)"
    assert evaluate_cases.document({"id": "case", "text": text}).text[place.span.start : place.span.end] == place.quote


def test_numbers_against_dates_only_within_one_series():
    order = "Ban Thường vụ ban hành {a} ngày 10/3/2022 và {b} ngày 20/9/2022."
    (one,) = found("C304", order.format(a="Kế hoạch số 45-KH/HU", b="Kế hoạch số 31-KH/HU"))
    assert {"45-KH/HU", "31-KH/HU"} <= {w for p in one.places for w in p.quote.split()}
    assert found("C304", order.format(a="Kế hoạch số 31-KH/HU", b="Kế hoạch số 45-KH/HU")) == []
    assert found("C304", order.format(a="Kế hoạch số 45-KH/HU", b="Nghị quyết số 31-NQ/HU")) == []
    assert found("C304", order.format(a="Kế hoạch số 45-KH/HU", b="Kế hoạch số 31-KH/TU")) == []


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("## II. Kết quả thực hiện nhiệm kỳ 2015 - 2020", 1),
        ("## II. Kết quả thực hiện nhiệm kỳ 2020 - 2025", 0),
        ("## III. Phương hướng nhiệm kỳ 2025 - 2030", 0),
    ],
)
def test_the_term_of_a_section_is_the_term_of_the_report(heading, wrong):
    assert len(found("P401", f"{heading}\nCấp ủy phân công từng đồng chí phụ trách.\n", title=HEAD)) == wrong


@pytest.fixture(scope="module")
def planted() -> dict[str, evaluate_cases.Score]:
    return evaluate_defects.evaluate()


def test_whole_drafts_have_few_false_findings_and_few_misses(planted):
    wrong = {rule: s.errors for rule, s in planted.items() if s.precision < 0.95 or s.recall < 0.85}
    assert not wrong
    assert sum(s.hit for s in planted.values()) >= 150


def test_hits_misses_and_false_findings_of_a_draft_are_counted(tmp_path):
    drafts = ROOT / "corpus/drafts"
    gold = json.loads((drafts / "huyen-vinh-khoai.gold.json").read_text(encoding="utf-8"))
    gold["defects"] = [d for d in gold["defects"] if d["rule"] == "F206"] + [
        {"rule": "C301", "quote": "Vĩnh Khoái", "why": "invented"}
    ]
    (tmp_path / "huyen-vinh-khoai.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / gold["file"]).write_bytes((drafts / gold["file"]).read_bytes())
    scores = evaluate_defects.evaluate([tmp_path])
    counts = {rule: (scores[rule].hit, scores[rule].missed, scores[rule].false) for rule in ("F206", "C301", "F201")}
    assert counts == {"F206": (1, 0, 0), "C301": (0, 1, 0), "F201": (0, 0, 1)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Đảng bộ có 45 chi bộ. Trong đó có 22 chi bộ bản, 26 chi bộ cơ quan.", 1),
        ("Đảng bộ có 45 chi bộ. Trong đó có 22 chi bộ bản, 20 chi bộ cơ quan.", 0),
        ("Đảng bộ có 45 chi bộ. Tỉnh giao 12 chỉ tiêu. Trong đó có 22 chi bộ bản, 26 chi bộ cơ quan.", 0),
    ],
)
def test_parts_belong_to_the_total_of_the_sentence_before(text, count):
    assert len(found("F201", text)) == count


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("Số thôn giảm từ 212 thôn năm 2019 xuống còn 174 thôn năm 2021, giảm 28 thôn.", "|174 - 212| = 38 ≠ 28"),
        ("Đã tinh giản 21 biên chế (từ 186 người xuống còn 175 người).", "|175 - 186| = 11 ≠ 21"),
        ("Có 120 cuộc giám sát, tăng 25 cuộc so với năm 2023 (105 cuộc).", "|120 - 105| = 15 ≠ 25"),
    ],
)
def test_a_change_is_the_difference_of_its_two_counts(text, arithmetic):
    (one,) = found("F201", text)
    assert arithmetic in str(one.message)


@pytest.mark.parametrize(
    "text",
    [
        "Số thôn giảm từ 212 thôn xuống còn 174 thôn, năm 2021 giảm 12 thôn.",
        "Số chi bộ tăng từ 245 lên 268 (tăng 30 chi bộ, giải thể 07 chi bộ).",
        "Giảm 12 cấp phó (từ 08 phòng xuống 05 phòng).",
        "Chỉ số xếp hạng tăng từ hạng 45 lên hạng 31, tăng 14 bậc.",
        "Số lao động tăng từ 3.100 người năm 2021 lên 3.600 người năm 2023 (tăng 180 người so với năm 2022).",
    ],
)
def test_an_amount_of_another_kind_year_or_balance_is_no_difference(text):
    assert found("F201", text) == []


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("Gồm 14 nghị quyết, 09 chỉ thị, 31 kế hoạch.", 1),
        ("Nghị quyết 14; chỉ thị 09; kế hoạch 31.", 1),
        ("Gồm 14 nghị quyết, 09 chỉ thị, 29 kế hoạch.", 0),
        ("Trong đó có 14 nghị quyết, 09 chỉ thị.", 0),
        ("Tiêu biểu như 14 nghị quyết, 09 chỉ thị, 25 kế hoạch.", 0),
    ],
)
def test_the_parts_of_a_note_belong_to_the_number_it_stands_at(note, count):
    places = [
        f.places for f in found("F201", f"Năm qua đã ban hành 52 văn bản[^1], tổ chức 12 hội nghị.\n\n[^1]: {note}\n")
    ]
    assert len(places) == count
    assert all(len(p) == 2 for p in places)


@pytest.mark.parametrize(("wrong", "count"), [("67%", 1), ("76%", 0)])
def test_the_other_rows_prove_what_a_column_of_percentages_is(wrong, count):
    rows = f"| A | 21 | 28 | 75% |\n| B | 19 | 25 | {wrong} |\n| C | 12 | 16 | 75% |\n"
    assert len(found("F203", f"| Loại | Đạt | Tổng số | Tỷ lệ |\n|---|---|---|---|\n{rows}")) == count


BETWEEN = "\n\nNền nếp sinh hoạt được giữ vững.\n\n"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Năm 2023, tòa án thụ lý 64 vụ án hình sự.", "Năm 2023, tòa án thụ lý 60 vụ án hình sự.", 1),
        ("Năm 2023, tòa án thụ lý 64 vụ án hình sự.", "Năm 2023, tòa án xét xử 60 vụ án hình sự.", 0),
        ("Sản lượng lúa năm 2023 đạt 41.600 tấn.", "Với sản lượng lúa năm 2023 là 46.100 tấn, huyện đủ ăn.", 1),
        ("Sản lượng lúa năm 2023 đạt 41.600 tấn.", "Sản lượng ngô năm 2023 đạt 46.100 tấn.", 0),
        ("Sản lượng lúa năm 2023 đạt 41.600 tấn.", "Sản lượng lúa năm 2024 đạt 46.100 tấn.", 0),
        ("Sản lượng lúa năm 2023 đạt 41.600 tấn.", "Kế hoạch sản lượng lúa năm 2023 là 46.100 tấn.", 0),
        ("Tỷ lệ che phủ rừng năm 2024 đạt 54,3%.", "Tỷ lệ che phủ rừng năm 2024 của huyện là 53,4%.", 1),
        ("Tỷ lệ che phủ rừng năm 2024 đạt 54,3%.", "Tỷ lệ che phủ rừng năm 2024 của xã Bản Cài là 53,4%.", 0),
    ],
)
def test_one_quantity_has_one_act_object_year_and_place(first, second, count):
    assert len(found("F204", first + BETWEEN + second)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Đợt thi đua từ ngày 15/8/2023 đến ngày 20/7/2023.", 1),
        ("Trực Tết từ ngày 25/12/2023 đến ngày 05/01/2024.", 0),
        ("Trực Tết từ ngày 25/12 đến ngày 05/01/2024.", 0),
        ("Thực hiện từ tháng 10/2024 đến tháng 3/2024.", 1),
        ("Hoàn thành trong tháng 13/2023.", 1),
        ("Chi lương tháng 13 năm 2023.", 0),
    ],
)
def test_a_time_ends_after_it_begins(text, count):
    assert len(found("F206", text)) == count
