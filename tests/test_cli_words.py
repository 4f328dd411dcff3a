"""What the command says: in whole sentences, with a way out that can be pasted, and nothing of another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run
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
