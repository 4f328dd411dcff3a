"""What the command says: in whole sentences, with a way out that can be pasted, and nothing of another language."""

from __future__ import annotations

import ast
from pathlib import Path
from types import SimpleNamespace

import pytest

from vnreport_nlp.cli.main import run
from vnreport_nlp.cli.settings import _EXAMPLES, _TYPES, read_settings
from vnreport_nlp.cli.shown import measured


@pytest.mark.parametrize("job", [("train", "{folder}", "-o", "{folder}/m"), ("evaluate", "{folder}")])
def test_a_folder_without_gold_is_told_what_belongs_there(
    job: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([part.format(folder=tmp_path) for part in job]) == 2
    said = capsys.readouterr().err
    assert "gold.json" in said and "thư mục có dự thảo kèm đáp án" in said and "doctor" not in said


def test_a_command_that_is_advised_can_be_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "lint", "de cuong.docx"]) == 2
    assert 'vnreport template derive "de cuong.docx" -o' in capsys.readouterr().err


def test_faulty_yaml_is_told_in_one_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text("id: a\n  title: b\n", encoding="utf-8")
    assert run(["template", "lint", str(tmp_path / "a.yaml")]) == 1
    said = capsys.readouterr().out
    assert "sai cú pháp YAML" in said and "expected" not in said and "mapping" not in said


def test_an_earlier_report_that_is_none_and_a_format_nobody_has(
    drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["batch", str(drafts / "xa-khe-ngang.md"), "-o", str(tmp_path / "out"), "-q"]
    assert run([*command, "--previous", str(tmp_path / "khong")]) == 2
    assert "Chỉ rõ thư mục -o của lần chạy trước." in capsys.readouterr().err
    assert run([*command, "--export", "zzz"]) == 2
    assert "–" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "lang", "said"),
    [(0.7679, "vi", "0,7679"), (269.0, "vi", "269"), (0.5, "en", "0.5"), (1.0, "vi", "1"), (0, "vi", "0")],
)
def test_measures_are_written_as_the_language_does(value: float, lang: str, said: str) -> None:
    assert measured(value, lang) == said


@pytest.mark.parametrize(("lang", "said"), [("vi", "outline 1,000  gaps 1,000"), ("en", "outline 1.000  gaps 1.000")])
def test_no_measure_of_a_kind_of_draft_reads_as_a_thousand(
    lang: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = {"outline_f1": 1.0, "gap_recall": 1.0, "false_alarm_rate": 0.0, "exact_status": 1.0, "drafts": 8.0}
    tally = SimpleNamespace(figures=lambda: figures)
    report = SimpleNamespace(total=tally, classifier={}, by_variant={"clean": tally})
    monkeypatch.setattr("vnreport_nlp.evaluation.evaluate", lambda *_, **__: report)
    assert run(["--lang", lang, "evaluate", "corpus"]) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [("check", "{draft}"), ("compare", "{draft}", "{draft}"), ("batch", "{draft}", "-o", "{folder}/r")]
)
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_of_an_outline_is_a_slip(
    command: tuple[str, ...], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("# BÁO CÁO\n\nI. Tình hình\n\nXã có 9 thôn.\n", encoding="utf-8")
    assert run([*(part.format(draft=draft, folder=tmp_path) for part in command), "-t", name]) == 2
    assert "Tên mẫu đề cương để trống" in capsys.readouterr().err
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_a_missing_corpus_is_told_in_words(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command]) == 2
    assert "Chưa nêu thư mục có dự thảo kèm đáp án." in capsys.readouterr().err


def test_a_file_of_an_option_that_is_not_there_is_told_as_that(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "corpus", "--floors", "khong-co.json"]) == 2
    assert "Không có tệp hay thư mục nêu ở --floors" in capsys.readouterr().err


def test_a_file_of_an_option_that_may_not_be_read_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "y-kien.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert run(["check", "a.md", "--decisions", str(tmp_path / "y-kien.json")]) == 2
    assert "Không có quyền đọc tệp hay thư mục nêu ở --decisions" in capsys.readouterr().err


@pytest.mark.parametrize("line", ['workers = "hai"', 'fail_on = "sai"', "thin_share = 9", "select = 3", "units = 1"])
def test_a_wrong_setting_is_told_with_a_right_one(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vnreport.toml").write_text(line + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("I. Tình hình", encoding="utf-8")
    assert run(["check", "a.md"]) == 2
    told = capsys.readouterr().err
    assert (
        "Viết ví dụ: " in told and line.partition(" ")[0] in told.partition("Viết ví dụ: ")[2] and "doctor" not in told
    )


def test_every_right_setting_is_one(tmp_path: Path) -> None:
    for key, example in _EXAMPLES.items():
        lines = example.replace("] ", "]\n", 1) if example.startswith("[") else example
        (tmp_path / "vnreport.toml").write_text(lines + "\n", encoding="utf-8")
        read_settings(tmp_path / "vnreport.toml")
        assert key in lines
    assert set(_EXAMPLES) == set(_TYPES)


def test_a_faulty_template_is_told_with_the_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mau.yaml").write_text("id: a\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("I. Tình hình", encoding="utf-8")
    assert run(["check", str(tmp_path / "a.md"), "-t", str(tmp_path / "mau.yaml")]) == 2
    assert "vnreport template lint" in capsys.readouterr().err


def test_no_error_is_raised_without_a_way_out_of_its_own() -> None:
    """“See vnreport doctor” helps nobody with a line of settings."""
    least = {"UsageError": 2, "VnReportError": 2, "ModelError": 2, "TemplateError": 3, "ReadError": 4}
    bare = []
    for path in sorted((Path(__file__).parent.parent / "vnreport_nlp").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in least:
                told = len(node.args) >= least[node.func.id] or any(k.arg == "hint" for k in node.keywords)
                bare += [] if told else [f"{path.name}:{node.lineno}"]
    assert bare == []
