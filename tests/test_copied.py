"""A report copied from a neighbour: how it is told, how severe it is, and that its page shows all of it."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.shared import reuse_findings
from vnreport_nlp.exporters.html_passages import WORDS, alike
from vnreport_nlp.exporters.tables import per_cent
from vnreport_nlp.model import Location, Severity, Shared, Span, fingerprint


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    """A draft, and the same with the unit's name changed."""
    folder = tmp_path_factory.mktemp("copied")
    (folder / "in").mkdir()
    shutil.copy(drafts / "huyen-song-lung.txt", folder / "in" / "goc.txt")
    text = (drafts / "huyen-song-lung.txt").read_text(encoding="utf-8")
    text = text.replace("Sông Lừng", "Bắc Hạ").replace("SÔNG LỪNG", "BẮC HẠ")
    (folder / "in" / "huyen-thu.txt").write_text(text, encoding="utf-8")
    write(folder / "in", folder / "out")
    return folder


def write(folder: Path, out: Path, **severity: Severity) -> list[dict[str, Any]]:
    paths = sorted(str(p) for p in folder.iterdir())
    write_batch(paths, out, load_template(), rules=RuleSet(severity=severity))
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    return [f for d in data["drafts"] for f in d["findings"] if f["rule"] == "R601"]


def test_a_copied_report_is_an_error_that_names_the_unit(copied: Path) -> None:
    found = write(copied / "in", copied / "out")
    worst = [f for f in found if f["severity"] == "error"]
    assert len(worst) == 2
    said = {f["message"] for f in worst}
    assert all(
        re.fullmatch(
            r"Một đoạn \d\.\d{3} chữ giống \d\d% một đoạn trong dự thảo của huyện (?:Bắc Hạ|Sông Lừng); "
            r"các đoạn giống chiếm gần như toàn bộ báo cáo",
            m,
        )
        for m in said
    ), said
    assert "huyen-thu" not in "".join(said)


def test_a_passage_is_told_at_the_section_where_it_begins(copied: Path, tmp_path: Path) -> None:
    """In the list, the workbook and JSON, as the letter has it; a decision does not follow the section."""
    data = json.loads((copied / "out" / "results.json").read_text(encoding="utf-8"))
    draft = next(d for d in data["drafts"] if d["path"].endswith("goc.txt"))
    numbers = {r["number"]: r for r in draft["requirements"]}
    found = [f for f in draft["findings"] if f["rule"] == "R601"]
    assert found and all(f["requirement"] in numbers for f in found)
    (first,) = [f for f in found if f["severity"] == "error"]
    above = [s for s in numbers[first["requirement"]]["sections"] if s["location"]["line"] <= first["location"]["line"]]
    assert above, "it stands below a heading of that requirement"
    with zipfile.ZipFile(copied / "out" / "matrix.xlsx") as book:
        assert first["requirement"] in book.read("xl/sharedStrings.xml").decode()
    other = f"huyện Bắc Hạ {first['quote']}"
    assert first["fingerprint"] == fingerprint("R601", None, other)


def test_the_settings_have_the_last_word(copied: Path, tmp_path: Path) -> None:
    assert {f["severity"] for f in write(copied / "in", tmp_path / "out", R601="note")} == {"note"}


def test_the_page_shows_the_passage_in_full_and_groups_thousands(copied: Path) -> None:
    page = (copied / "out" / "reuse.html").read_text(encoding="utf-8")
    pair = page.split('class="pair"')[1]
    text = re.sub(r"<[^>]+>", "", pair)
    assert text.count("là huyện thuần nông ở hạ lưu") == 2
    assert len(text.split()) > 2 * 3000, "both sides whole"
    assert re.search(r"\d\.\d{3} chữ, giống 99% · chiếm (?:9\d|100)% báo cáo của huyện", page)


def passage(left: str, right: str, syllables: int, share: float, at: int = 0) -> Shared:
    span = Span(at, at + 10)
    where = Location()
    return Shared(
        left, right, span, span, where, where, syllables, 1.0, "x", "x", left_share=share, right_share=share / 4
    )


def test_the_longest_passage_is_as_severe_as_all_of_the_pair() -> None:
    found = reuse_findings(
        [passage("a", "b", 300, 0.15), passage("a", "b", 200, 0.1, 50), passage("a", "c", 40, 0.02, 90)], {"b": "Xã B"}
    )
    assert [f.severity for f in found["a"]] == ["warning", "note", "note"]
    assert (
        str(found["a"][0].message)
        == "Một đoạn 300 chữ giống 100% một đoạn trong dự thảo của xã B; các đoạn giống chiếm 25% báo cáo"
    )
    assert str(found["a"][1].message) == "Một đoạn 200 chữ giống 100% một đoạn trong dự thảo của xã B"
    assert {f.severity for f in found["b"]} == {"note"}


def test_a_long_passage_is_compared_to_its_end() -> None:
    left = [f"w{k}" for k in range(3 * WORDS)]
    right = [*left[:1000], "khác", *left[1001:]]
    (one,), (two,) = alike([(" ".join(left), False)], [(" ".join(right), False)])
    a, b = one.runs, two.runs
    assert [t for t, same in b if not same] == ["khác"] and [t for t, same in a if not same] == ["w1000"]
    assert " ".join(t for t, _ in a) == " ".join(left)


def test_a_shared_passage_says_where_the_other_one_stands_and_rounds_down() -> None:
    s = Shared(
        "a", "b", Span(0, 9), Span(5, 19), Location(paragraph=3), Location(page=2, line=40), 26, 0.8169, "lời của a", "lời của b"
    )  # fmt: skip
    found = reuse_findings([s], {"a": "Xã A", "b": "Xã B"})
    assert str(found["a"][0].message) == "Một đoạn 26 chữ giống 81% một đoạn trong dự thảo của xã B"
    assert str(found["a"][0].found) == "Đoạn trong dự thảo kia (trang 2, dòng 40): “lời của b”"
    assert str(found["b"][0].found) == "Đoạn trong dự thảo kia (đoạn 3): “lời của a”"
    assert [per_cent(x) for x in (0.8169, 0.29, 0.999, 1.0, 0.001, 0.0)] == ["81%", "29%", "99%", "100%", "1%", "0%"]


def words(copied: Path, folder: Path) -> list[str]:
    """Both drafts as Word files."""
    folder.mkdir()
    for name in ("goc", "huyen-thu"):
        document = docx.Document()
        for line in (copied / "in" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            document.add_paragraph(line)
        document.save(str(folder / f"{name}.docx"))
    return sorted(str(p) for p in folder.iterdir())


def test_what_goes_back_to_a_unit_tells_nothing_of_another(copied: Path, tmp_path: Path) -> None:
    """Neither comments nor, until a reviewer accepts it, the letter: only a person can say who copied."""
    folder = tmp_path / "in"
    words(copied, folder)
    assert write(folder, tmp_path / "out"), "they share passages"
    with zipfile.ZipFile(tmp_path / "out" / "annotated" / "huyen-song-lung.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "R601" not in comments and "Bắc Hạ" not in comments
    letter = "\n".join(
        p.text for p in docx.Document(str(tmp_path / "out" / "letters" / "huyen-song-lung.docx")).paragraphs
    )
    assert "trùng với dự thảo" not in letter and "Bắc Hạ" not in letter
    copy = tmp_path / "out" / "annotated" / "huyen-song-lung.docx"
    before = copy.stat().st_mtime_ns
    (folder / "huyen-thu.docx").unlink()
    assert not write(folder, tmp_path / "out")
    assert copy.stat().st_mtime_ns == before, "the other draft is gone, which this copy never told of"


def test_a_draft_that_only_shares_passages_gets_no_copy(copied: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_batch(words(copied, tmp_path / "in"), out, load_template(), rules=RuleSet(select=("R601",)))
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert {f["rule"] for d in data["drafts"] for f in d["findings"]} == {"R601"}
    assert not (out / "annotated").exists() or not list((out / "annotated").iterdir())
