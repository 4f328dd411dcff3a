"""Faults of a template: every one at once, with its line and column, in both languages."""

from __future__ import annotations

import re

import pytest

from vnreport_nlp.errors import Problem, TemplateError
from vnreport_nlp.messages import problem_line
from vnreport_nlp.template import parse_template

GOOD = """id: thu
title: Thử
requirements:
  - number: I
    title: Tình hình
  - number: I.1
    title: Kết quả
"""
FAULTS = [
    ("title: Thử", "title: Thử\ntitle: Hai", "3:1"),
    ("title: Thử", "", "1:1"),
    ("title: Tình hình", "titel: Tình hình", "5:5"),
    ("title: Tình hình", "title: ''", "5:5"),
    ("title: Tình hình", "title: [a]", "5:5"),
    ("title: Kết quả", "title: Kết quả\n    min_syllables: nhiều", "8:5"),
    ("title: Kết quả", "title: Kết quả\n    min_syllables: -1", "8:5"),
    ("title: Kết quả", "title: Kết quả\n    required: có", "8:5"),
    ("title: Kết quả", "title: Kết quả\n    voice: loud", "8:5"),
    ("title: Kết quả", "title: Kết quả\n    when: nếu có", "8:5"),
    ("title: Kết quả", "title: Kết quả\n    aliases: một", "8:5"),
    ("number: I.1", "number: I", "6:5"),
    ("number: I.1", "number: II.1", "6:5"),
    ("number: I.1", "number: '*'", "6:5"),
    ("title: Kết quả", "title: &neo Kết quả", "7:"),
    ("title: Kết quả", "title: 'Kết quả", ""),
    (GOOD, "", "1:1"),
    (GOOD, "một dòng chữ", "1:1"),
    (GOOD, GOOD + "indicators:\n  - id: a\n    title: b\n    patterns: [không có ô]\n    requirement: IX\n", "11:"),
    (GOOD, "id: thu\ntitle: Thử\nrequirements: []\n", "3:1"),
]  # fmt: skip


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        parse_template(text, "mau.yaml")
    return caught.value.problems


@pytest.mark.parametrize(("old", "new", "at"), FAULTS)
def test_a_fault_is_named_where_it_stands_in_both_languages(old: str, new: str, at: str) -> None:
    assert old in GOOD
    found = problems(GOOD.replace(old, new, 1))
    told = [problem_line(p, "vi") for p in found]
    assert any(line.startswith(f"mau.yaml:{at}") for line in told), told
    for problem in found:
        vi, en = (problem_line(problem, lang).split(": ", 1)[1] for lang in ("vi", "en"))
        assert vi != en
        assert not re.search(r"Input should|Field required|string", vi), vi  # no sentence of a library
        quoted = re.sub(r"“[^”]*”", "", en)
        assert quoted.isascii() or set(quoted) <= set("…" + quoted.encode("ascii", "ignore").decode()), en


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("title: Tình hình", "titel: Tình hình").replace(
        "title: Kết quả", "title: Kết quả\n    figures: 3"
    )
    places = [(p.line, p.column) for p in problems(text)]
    assert len(places) >= 3 and places == sorted(places)


def test_a_good_template_has_none() -> None:
    assert [r.number for r in parse_template(GOOD, "mau.yaml").requirements] == ["I", "I.1"]
