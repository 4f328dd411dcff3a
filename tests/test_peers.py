"""Thin beside the others, and hostile cohorts: what a batch says of duplicates, versions, strangers and ruins."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, Peers, write_batch
from vnreport_nlp.batch.peers import Short, short_sections
from vnreport_nlp.batch.slices import make_slice
from vnreport_nlp.cli.main import run as run_command
from vnreport_nlp.cli.settings import find_settings, read_settings
from vnreport_nlp.errors import UsageError
from vnreport_nlp.model import Location, SliceRow, Verdict, msg

SECTION = "II.8"
HEADING = "8. Công tác dân vận"


def row(path: str, syllables: int) -> SliceRow:
    return SliceRow(path, "covered", False, syllables, None, 0.0, 0.0, False, "", Location())


def test_a_slice_marks_passages_far_from_the_median() -> None:
    cut = make_slice("II.1", [row("a", 39), row("b", 100), row("c", 100), row("d", 110), row("e", 260)])
    assert cut.median == 100
    assert {r.path: (r.share, r.outlier) for r in cut.rows if r.outlier} == {"a": (0.39, True), "e": (2.6, True)}
    few = make_slice("II.1", [row("a", 10), row("b", 100)])
    assert [(r.share, r.outlier) for r in few.rows] == [(None, False)] * 2


def verdict(requirement: str, syllables: int, status: str = "covered") -> Verdict:
    return Verdict(requirement, status, 1.0, False, "title", msg("x"), (0,), (), (), syllables)  # type: ignore[arg-type]


def cohort(*sizes: int, status: str = "covered") -> list[tuple[str, list[Verdict]]]:
    return [(f"u{k}", [verdict("II.1", size, status)]) for k, size in enumerate(sizes)]


def test_far_below_the_median_is_short_and_says_its_figures() -> None:
    found = short_sections(cohort(100, 100, 110, 90, 100, 39), Peers(0.4))
    assert found == {"u5": {"II.1": Short(39, 100, 5)}}
    assert found["u5"]["II.1"].percent == 39


def test_the_share_itself_is_long_enough() -> None:
    assert short_sections(cohort(100, 100, 110, 90, 100, 40), Peers(0.4)) == {}


def test_too_few_peers_judge_nobody() -> None:
    assert short_sections(cohort(100, 100, 110, 90, 10), Peers(0.4)) == {}
    assert set(short_sections(cohort(100, 100, 110, 90, 10), Peers(0.4, 4))) == {"u4"}


@pytest.mark.parametrize("status", ["missing", "empty", "merged", "misplaced", "unheaded", "excused", "thin"])
def test_only_a_covered_section_becomes_thin(status: str) -> None:
    given = [*cohort(100, 100, 110, 90, 100), ("other", [verdict("II.1", 5, status)])]
    assert short_sections(given, Peers(0.4)) == {}


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    """Seven drafts; in one a section is cut to two sentences that pass the template's own minimum."""
    folder = tmp_path_factory.mktemp("cohort")
    text = (drafts / "xa-khe-ngang.md").read_text(encoding="utf-8")
    for name in ("huyen-nam-khuong.txt", "thanh-pho-hoa-lam.md", "huyen-phong-lam.md", "thi-xa-go-sai.md", "huyen-vinh-khoai.md", "thi-xa-an-truong-tay.md"):  # fmt: skip
        shutil.copy(drafts / name, folder / name)
    (folder / "xa-khe-ngang.md").write_text(text, encoding="utf-8")
    return folder


def statuses(out: Path) -> dict[tuple[str, str], str]:
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    return {(Path(d["path"]).name, r["number"]): r["status"] for d in data["drafts"] for r in d["requirements"]}


def run(folder: Path, out: Path, peers: Peers | None) -> dict[str, object]:
    paths = sorted(str(p) for p in folder.iterdir())
    write_batch(paths, out, load_template(), options=BatchOptions(peers=peers))
    return dict(json.loads((out / "results.json").read_text(encoding="utf-8")))


def test_the_setting_is_off_by_default_and_only_moves_covered_to_thin(lean: Path, tmp_path: Path) -> None:
    run(lean, tmp_path / "off", None)
    data = run(lean, tmp_path / "on", Peers(0.6, 4))
    off, on = statuses(tmp_path / "off"), statuses(tmp_path / "on")
    changed = {k: (off[k], on[k]) for k in off if off[k] != on[k]}
    assert changed
    assert set(changed.values()) == {("covered", "thin")}
    told = {
        (Path(d["path"]).name, f["requirement"]): f
        for d in data["drafts"]  # type: ignore[attr-defined]
        for f in d["findings"]
        if f["rule"] == "S103" and "độ dài trung vị" in json.dumps(f, ensure_ascii=False)
    }
    assert set(told) == set(changed)
    assert all("độ dài trung vị" in json.dumps(f, ensure_ascii=False) for f in told.values())


def test_changing_the_setting_is_not_taken_from_the_last_run(lean: Path, tmp_path: Path) -> None:
    run(lean, tmp_path / "out", None)
    before = statuses(tmp_path / "out")
    run(lean, tmp_path / "out", Peers(0.6, 4))
    assert statuses(tmp_path / "out") != before
    run(lean, tmp_path / "out", None)
    assert statuses(tmp_path / "out") == before


def test_the_settings_file_names_share_and_peers(tmp_path: Path) -> None:
    (tmp_path / "vnreport.toml").write_text("thin_share = 0.5\nthin_peers = 7\n", encoding="utf-8")
    settings = find_settings(tmp_path)
    assert (settings.thin_share, settings.thin_peers) == (0.5, 7)
    (tmp_path / "vnreport.toml").write_text("", encoding="utf-8")
    assert find_settings(tmp_path).thin_share is None


@pytest.mark.parametrize("line", ["thin_share = 0", "thin_share = 1.5", "thin_peers = 0", 'thin_share = "half"', "thin_share = true"])  # fmt: skip
def test_a_share_that_makes_no_sense_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "vnreport.toml").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        read_settings(tmp_path / "vnreport.toml")
    assert line.split(" ", maxsplit=1)[0] in str(told.value.message)


def test_the_command_reads_the_setting(lean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vnreport.toml").write_text("thin_share = 0.6\nthin_peers = 4\n", encoding="utf-8")
    run_command(["batch", str(lean), "-o", str(tmp_path / "out"), "-q", "--workers", "1"])
    assert "độ dài trung vị" in (tmp_path / "out" / "results.json").read_text(encoding="utf-8")
