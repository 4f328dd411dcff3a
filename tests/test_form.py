"""D804 to D809: which regulation holds, what is said under it, and where the rules keep quiet."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

from vnreport_nlp.checks.form import rules as form_rules  # noqa: E402
from vnreport_nlp.checks.form.packs import PACKS, dates_meant, pack_for  # noqa: E402
from vnreport_nlp.model import RULES, Finding  # noqa: E402
from vnreport_nlp.readers import read  # noqa: E402
from vnreport_nlp.rules import rule_texts  # noqa: E402

FORM = sorted(r for r in RULES if "D804" <= r <= "D809")
PARTY = """ĐẢNG BỘ TỈNH TRƯỜNG LÂM

HUYỆN ỦY MẪU SƠN

{number}

ĐẢNG CỘNG SẢN VIỆT NAM

{date}

BÁO CÁO

tổng kết công tác xây dựng Đảng năm 2025

I- KẾT QUẢ

Cấp ủy đã chỉ đạo các chi bộ hoàn thành nhiệm vụ, giữ vững đoàn kết và kỷ cương trong toàn Đảng bộ.

Nơi nhận:

- Ban Tổ chức Tỉnh ủy{mark}

- Lưu Văn phòng Huyện ủy.

{signed} BAN THƯỜNG VỤ
"""
GOOD = {"number": "Số 45-BC/HU", "date": "Mẫu Sơn, ngày 05 tháng 3 năm 2025", "mark": ",", "signed": "T/M"}


def said(**changes: str) -> list[Finding]:
    text = PARTY.format(**{**GOOD, **changes})
    made = evaluate_cases.context(evaluate_cases.read_bytes(text.encode(), "bao-cao.md"))
    return list(form_rules.check(made))


def test_a_report_in_due_form_gets_no_note():
    assert said() == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"number": "Số: 45-BC/HU"}, "D804"),
        ({"number": "Số 5-BC/HU"}, "D804"),
        ({"number": "Số 45-TB/HU"}, "D804"),
        ({"number": "Số 45-BC/ĐU"}, "D806"),
        ({"date": "Mẫu Sơn, ngày 5 tháng 3 năm 2025"}, "D805"),
        ({"date": "Mẫu Sơn ngày 05 tháng 3 năm 2025"}, "D805"),
        ({"mark": ";"}, "D808"),
        ({"signed": "TM."}, "D809"),
    ],
)
def test_one_slip_is_one_note_of_its_rule(changes, rule):
    (one,) = said(**changes)
    assert (one.rule, one.severity) == (rule, "note")
    assert "36-HD/VPTW" in str(one.fix)
    assert all(p.quote for p in one.places)


@pytest.mark.parametrize(
    ("changes", "rule", "told", "motto"),
    [
        ({"date": "*"}, "D805", "Số 45-BC/HU", "ĐẢNG CỘNG SẢN"),
        ({"number": "*"}, "D804", "HUYỆN ỦY MẪU SƠN", "Dự thảo ghi"),
    ],
)
def test_a_line_that_is_missed_is_told_by_what_stands_there(changes, rule, told, motto):
    (one,) = said(**changes)
    assert one.rule == rule and told in str(one.found)
    assert motto not in str(one.found)


def test_a_subject_that_is_missed_is_told_by_the_line_in_its_place():
    text = PARTY.format(**GOOD).replace("tổng kết công tác xây dựng Đảng năm 2025", "Kính gửi: Ban Thường vụ Tỉnh ủy")
    (one,) = form_rules.check(evaluate_cases.context(evaluate_cases.read_bytes(text.encode(), "x.md")))
    assert one.rule == "D807" and "BÁO CÁO" in str(one.found) and "Kính gửi" in str(one.found)


def test_a_subject_that_a_page_joined_with_the_preamble_is_not_missed():
    preamble = (
        " Thực hiện yêu cầu của Ban Thường vụ Tỉnh ủy, Huyện ủy báo cáo như sau" + ", các chi bộ tham gia đủ" * 12
    )
    text = PARTY.format(**GOOD).replace("Đảng năm 2025", f"Đảng năm 2025{preamble}")
    read_text = evaluate_cases.read_bytes(text.encode(), "x.md")
    (one,) = form_rules.check(evaluate_cases.context(read_text))
    assert one.rule == "D807", "a paragraph of the unit's own is the preamble"
    assert not list(form_rules.check(evaluate_cases.context(replace(read_text, format="pdf"))))


@pytest.mark.parametrize(("date", "name"), [("26 tháng 5", "36-HD/VPTW"), ("27 tháng 5", "05-HD/VPTW")])
def test_the_pack_is_the_documents_own_date(date, name):
    (one,) = said(date=f"Mẫu Sơn, ngày {date} năm 2026", number="Số: 45-BC/HU")
    assert name in str(one.fix)
    assert ("Chưa kiểm chứng" in str(one.fix)) == (name == "05-HD/VPTW")


def test_semicolons_after_recipients_are_judged_by_date():
    assert [f.rule for f in said(mark=";", date="Mẫu Sơn, ngày 26 tháng 5 năm 2026")] == ["D808"]
    assert said(mark=";", date="Mẫu Sơn, ngày 27 tháng 5 năm 2026") == []


def test_an_open_date_lets_only_speak_what_both_regulations_ask():
    open_month = "Mẫu Sơn, ngày     tháng 5 năm 2026"
    assert said(mark=";", date=open_month) == []
    (one,) = said(number="Số: 45-BC/HU", date=open_month)
    assert "36-HD/VPTW" in str(one.fix)
    assert "05-HD/VPTW" in str(one.fix)
    assert "Chưa kiểm chứng" in str(one.fix)


def test_a_subject_that_ends_with_a_full_stop_is_still_a_subject():
    text = PARTY.format(**GOOD).replace("Đảng năm 2025\n", "Đảng năm 2025.\n")
    assert list(form_rules.check(evaluate_cases.context(evaluate_cases.read_bytes(text.encode(), "x.md")))) == []


@pytest.mark.parametrize(
    "lines",
    [
        "- Ban Tổ chức Tỉnh ủy\n\nvà các ban xây dựng Đảng;\n\n- Lưu Văn phòng.",
        "- Thường trực Tỉnh ủy;\n\n- Các đồng chí ủy viên Ban Chấp hành\n\nĐảng bộ huyện;\n\n- Lưu.",
        "- Thường trực Tỉnh ủy;   T/M BAN THƯỜNG VỤ\n\n- Lưu Văn phòng.",
        "- Thường trực Tỉnh ủy; BÍ THƯ\n\n- Lưu Văn phòng.",
        "Thường trực Tỉnh ủy; Ban Tổ chức Tỉnh ủy; lưu Văn phòng",
    ],
)
def test_recipients_that_conversion_wrapped_or_joined_are_not_judged(lines):
    text = PARTY.format(**GOOD)
    start, stop = text.index("- Ban Tổ chức"), text.index("T/M BAN")
    broken = f"{text[:start]}{lines}\n\n{text[stop:]}"
    made = evaluate_cases.context(evaluate_cases.read_bytes(broken.encode(), "x.md"))
    assert [f.rule for f in form_rules.check(made) if f.rule == "D808"] == []


def test_documents_older_than_the_oldest_pack_are_left_alone():
    assert said(number="Số: 5-BC/HU", signed="TM.", date="Mẫu Sơn, ngày 5 tháng 3 năm 2017") == []


def test_without_its_title_block_a_draft_gets_no_note():
    text = "Số: 5-BC/HU\n\nHuyện ủy báo cáo như sau:\n\nI- KẾT QUẢ\n\nĐã hoàn thành.\n\nTM. BAN THƯỜNG VỤ\n"
    assert list(form_rules.check(evaluate_cases.context(evaluate_cases.read_bytes(text.encode(), "x.md")))) == []


def test_every_case_of_the_family_is_judged_as_written():
    scores = evaluate_cases.evaluate(["form"])
    wrong = [e for half in scores for s in half.values() for e in s.errors]
    assert wrong == []
    planted = {rule for half in scores for rule, s in half.items() if s.hit}
    assert planted >= set(FORM)


def test_the_drafts_of_the_corpus_stay_nearly_silent():
    notes: dict[str, int] = {}
    files = [
        p
        for d in ("drafts", "annual")
        for p in sorted((ROOT / "corpus" / d).iterdir())
        if p.suffix in {".docx", ".txt", ".md"}
    ]
    assert len(files) >= 20
    for path in files:
        for one in form_rules.check(evaluate_cases.context(read(path))):
            notes[one.rule] = notes.get(one.rule, 0) + 1
    assert notes == {"D805": 1, "D806": 2}, "a new note is looked at, then counted here"


def test_packs_of_a_system_follow_each_other_without_gap_or_overlap():
    for system in ("party", "state"):
        packs = sorted((p for p in PACKS if p.system == system), key=lambda p: p.since)
        for before, after in pairwise(packs):
            assert after.since - before.until == datetime.timedelta(days=1)
        assert packs[-1].until == datetime.date.max
        assert pack_for(packs[0].system, datetime.date.min, packs[0].since - datetime.timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("given", "lines", "expected"),
    [
        ("5/3/2025", (), ("2025-03-05", "2025-03-05")),
        (None, ("Mẫu Sơn, ngày     tháng 12 năm 2025",), ("2025-12-01", "2025-12-31")),
        (None, ("Mẫu Sơn, ngày     tháng     năm 2025",), ("2025-01-01", "2025-12-31")),
        ("31/02/2025", (), ("0001-01-01", "9999-12-31")),
        (None, (), ("0001-01-01", "9999-12-31")),
    ],
)
def test_what_days_a_date_with_blanks_leaves_open(given, lines, expected):
    assert tuple(d.isoformat() for d in dates_meant(given, lines)) == expected


def test_the_rule_texts_name_the_regulation_and_its_dates():
    for lang in ("vi", "en"):
        for rule in FORM:
            text = rule_texts(lang)[rule]
            assert "36-HD/VPTW" in text.regulation
            assert "05-HD/VPTW" in text.regulation
            assert text.wrong != text.right


def test_a_missing_number_line_is_told_only_in_a_whole_title_block():
    assert "D804" in {f.rule for f in said(number="")}
    short = PARTY.replace("ĐẢNG CỘNG SẢN VIỆT NAM\n\n", "").format(**{**GOOD, "number": ""})
    made = evaluate_cases.context(evaluate_cases.read_bytes(short.encode(), "bao-cao.md"))
    assert "D804" not in {f.rule for f in form_rules.check(made)}
