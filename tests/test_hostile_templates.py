"""Templates that are handed around: whatever they hold, they are judged soon, told in words, and show no orders to a terminal."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run
from vnreport_nlp.errors import TemplateError
from vnreport_nlp.messages import render
from vnreport_nlp.resources import template_files
from vnreport_nlp.template import parse_template, read_template_file
from vnreport_nlp.template.bounds import MOST_NAMES, MOST_REQUIREMENTS, phrase_problem

HEAD = "id: a\ntitle: T\nrequirements:\n"
ONE = "  - number: I\n    title: Tình hình\n"


def problems(text: str) -> list[str]:
    """What is wrong with a template, as people read it; it must be said within two seconds."""
    start = time.process_time()
    with pytest.raises(TemplateError) as told:
        parse_template(text, "a.yaml")
    assert time.process_time() - start < 2
    return [render(p.what) for p in told.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "- " * 300_000,
        "? " * 100_000,
        "a: \n  " + "- " * 300_000,
        "".join(" " * k + "a:\n" for k in range(1500)),
        "".join("  " * k + "- a:\n" for k in range(700)),
        "[" * 99 + "{" * 99,
    ],
    ids=["lists in a line", "keys in a line", "lists behind a key", "maps", "lists of maps", "brackets"],
)
def test_nesting_without_end_is_refused_at_once(text: str) -> None:
    assert problems(text) == ["lồng quá nhiều cấp"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("    min_syllables: " + "9" * 5000, "“min_syllables” quá lớn"),
        ("    min_syllables: [1]", "“min_syllables” không đúng kiểu"),
        ("    required: {a: b}", "“required” không đúng kiểu"),
        ("    guidance: [a]", "“guidance” phải là một dòng chữ"),
        ("    ? [a, b]\n    : c", "khóa phải là một từ ngắn"),
        ("    " + "k" * 500 + ": c", "khóa phải là một từ ngắn"),
        ('    guidance: "a\\e[31mb"', "ký tự điều khiển"),
        ('    guidance: "\\0"', "ký tự điều khiển"),
        ("    guidance: a\x07b", "ký tự điều khiển"),
        ("    unit: a", "khóa lạ “unit”: xóa"),
        ('    "a\\n::error::b": c', "khóa lạ “a ::error::b”"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_the_readers_language(lines: str, told: str) -> None:
    assert told in "; ".join(problems(HEAD + ONE + lines + "\n"))


def test_a_template_has_no_more_items_and_names_than_any_outline() -> None:
    items = "".join(f"  - number: I.{k}\n    title: Mục {k}\n" for k in range(MOST_REQUIREMENTS))
    assert "quá nhiều mục" in problems(HEAD + ONE + items)[0]
    aliases = ", ".join(f"tên {k}" for k in range(MOST_REQUIREMENTS))
    many = "".join(f"  - number: I.{k}\n    title: Mục {k}\n    aliases: [{aliases}]\n" for k in range(11))
    assert str(MOST_NAMES) in problems(HEAD + ONE + many)[0]


def test_a_number_without_end_is_not_shown() -> None:
    assert max(map(len, problems(HEAD + f"  - number: {'I.' * 50_000}I\n    title: a\n"))) < 300


@pytest.mark.parametrize(
    "phrase",
    ["((có {n} người", "có {n} người)", "{n} {x}", "… " * 7 + "{n}", "(a|b)" * 40 + "{n}", "a" * 600 + "{n}", "người"],
)
def test_a_phrase_that_makes_no_expression_is_refused(phrase: str) -> None:
    assert phrase_problem(phrase) is not None
    text = f"id: a\ntitle: T\nindicators:\n  - id: x\n    title: x\n    patterns: ['{phrase}']\nrequirements:\n{ONE}"
    assert "mẫu câu" in problems(text)[0]


def test_the_phrases_of_the_bundled_templates_pass() -> None:
    phrases = [p for path in template_files().values() for i in read_template_file(path).indicators for p in i.patterns]
    assert len(phrases) > 50
    assert not [p for p in phrases if phrase_problem(p)]


def test_faults_without_end_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("".join(f"khoa{k}: 1\n" for k in range(2000)), encoding="utf-8")
    assert run(["template", "lint", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 51
    assert "1953 lỗi khác" in lines[-1]  # 2000 strange keys and 3 that are missing


def test_a_file_larger_than_any_template_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000_000)
    with pytest.raises(TemplateError, match="quá lớn"):
        read_template_file(path)


def test_show_writes_no_orders_to_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + '  - number: I\n    title: "a\\u202eb\\u009bc"\n', encoding="utf-8")
    path.write_text(
        HEAD + '  - number: I\n    title: "a\\u202eb"\n    when: "x\\u2066y"\n    required: false\n', "utf-8"
    )
    assert run(["template", "show", str(path)]) == 0
    assert not set(capsys.readouterr().out) & set("\u202e\u2066")
