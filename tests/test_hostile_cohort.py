"""A province's folder as it comes: one unit twice, two versions, a ruin, a stranger, an empty file; the report says each."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import cohorts
import pytest

from vnreport_nlp.cli.main import run
from vnreport_nlp.exporters import html
from vnreport_nlp.model import Coverage

TWICE = "huyen-phong-lam.md"
VERSIONS = "thanh-pho-hoa-lam.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    """Nineteen units, one draft each, and then what should not be there."""
    made = tmp_path_factory.mktemp("các đơn vị gửi")
    names = [p for p in sorted(drafts.iterdir()) if p.suffix in {".md", ".txt", ".docx"}]
    chosen = [*(drafts / n for n in (TWICE, VERSIONS)), *(p for p in names if p.name not in (TWICE, VERSIONS))][:19]
    for path in chosen:
        shutil.copy(path, made / path.name)
    shutil.copy(drafts / TWICE, made / "gửi lại.md")
    text = (drafts / VERSIONS).read_text(encoding="utf-8")
    (made / "bản 2.md").write_text(text.replace("(Dự thảo", "(Dự thảo lần hai,", 1), encoding="utf-8")
    word = next(p for p in names if p.suffix == ".docx")
    (made / "hỏng.docx").write_bytes(word.read_bytes()[:3000])
    (made / "rỗng.docx").write_bytes(b"")
    (made / "giấy mời.txt").write_text(
        "GIẤY MỜI\n\nTrân trọng kính mời đồng chí dự hội nghị lúc 8 giờ ngày 20 tháng 11 năm 2025.\n\nĐề nghị đến đúng giờ.\n",
        encoding="utf-8",
    )
    return made


@pytest.fixture(scope="module")
def report(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "r"
    assert run(["batch", str(folder), "-o", str(out), "-q", "--workers", "2"]) == 1
    return out


@pytest.fixture(scope="module")
def data(report: Path) -> dict[str, object]:
    return dict(json.loads((report / "results.json").read_text(encoding="utf-8")))


def by_name(data: dict[str, object]) -> dict[str, dict[str, object]]:
    return {Path(d["path"]).name: d for d in data["drafts"]}  # type: ignore[attr-defined]


def test_every_file_is_a_row(data: dict[str, object], folder: Path) -> None:
    rows = by_name(data)
    assert set(rows) == {p.name for p in folder.iterdir()}
    assert {n for n, d in rows.items() if not d["readable"]} == {"hỏng.docx", "rỗng.docx"}
    assert {n for n, d in rows.items() if d.get("foreign")} == {"giấy mời.txt"}


def test_several_files_of_one_unit_are_named_and_told_apart(data: dict[str, object]) -> None:
    twins = {frozenset(Path(p).name for p in t["paths"]): t["identical"] for t in data["twins"]}  # type: ignore[attr-defined]
    assert twins == {frozenset({TWICE, "gửi lại.md"}): True, frozenset({VERSIONS, "bản 2.md"}): False}


def test_versions_of_one_unit_are_no_copying_between_units(data: dict[str, object]) -> None:
    pairs = {frozenset((Path(s["left"]).name, Path(s["right"]).name)) for s in data["reuse"]}  # type: ignore[attr-defined]
    assert not pairs & {frozenset({TWICE, "gửi lại.md"}), frozenset({VERSIONS, "bản 2.md"})}
    rows = by_name(data)
    for name in (TWICE, "gửi lại.md"):
        assert "R601" not in {f["rule"] for f in rows[name]["findings"]}  # type: ignore[attr-defined]


def test_the_first_page_says_all_of_it(report: Path) -> None:
    page = (report / "index.html").read_text(encoding="utf-8")
    assert "không đọc được 2 · khác đề cương 1" in page
    assert "Nhiều tệp của cùng một đơn vị" in page
    assert "các tệp giống hệt nhau" in page
    assert "các tệp khác nhau, có thể là nhiều phiên bản" in page
    for name in ("hỏng.docx", "rỗng.docx", "giấy mời.txt", "gửi lại.md", "bản 2.md"):
        assert name in page, name


def test_the_command_says_it_again_without_reading_anew(folder: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    assert run(["batch", str(folder), "-o", str(report), "--workers", "2"]) == 1
    told = capsys.readouterr().out
    assert "24 dự thảo, 2 không đọc được." in told
    assert "Khác đề cương: 1 tài liệu" in told
    assert "cùng một đơn vị: 2 đơn vị" in told
    assert told.strip().splitlines()[-1].endswith("index.html")


def test_an_anonymous_report_names_no_file(folder: Path, tmp_path: Path) -> None:
    run(["batch", str(folder), "-o", str(tmp_path / "r"), "-q", "--anonymise", "--workers", "2"])
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    start = page.index("Nhiều tệp của cùng một đơn vị")
    part = page[start : page.index("</ul>", start)]
    assert "Đơn vị " in part
    assert not any(word in part for word in ("Phong Lẫm", "Hoa Lâm", ".md"))


def test_units_that_sent_one_file_each_are_not_mentioned(drafts: Path, tmp_path: Path) -> None:
    for name in (TWICE, VERSIONS):
        (tmp_path / "in").mkdir(exist_ok=True)
        shutil.copy(drafts / name, tmp_path / "in" / name)
    run(["batch", str(tmp_path / "in"), "-o", str(tmp_path / "r"), "-q", "--workers", "1"])
    assert json.loads((tmp_path / "r" / "results.json").read_text(encoding="utf-8"))["twins"] == []
    assert "Nhiều tệp của cùng một đơn vị" not in (tmp_path / "r" / "index.html").read_text(encoding="utf-8")


def test_a_report_in_which_nothing_was_compared_says_so(tmp_path: Path) -> None:
    """Another outline's documents: no share of nothing, no red bar, no count of mistakes."""
    made = cohorts.cohort_of({"A": cohorts.assessed(cohorts.draft("Xã Hoà Bưởi", 3), "a.md")})
    drafts = tuple(replace(d, foreign=True, statuses=(), coverage=Coverage(), counts=(1, 0, 0)) for d in made.drafts)
    html.export(replace(made, drafts=drafts), tmp_path)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    main = index.partition("<main")[2]
    assert "chưa đối chiếu" in main and "0%" not in main and "0/0" not in main and "b-missing" not in main
    assert re.search(r'class="k-error"><b>–</b>', main)
