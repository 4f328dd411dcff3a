"""``--previous`` and shared passages: what another unit's draft does mends nothing in this one, and breaks nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import write_batch

SOURCE, OTHER = "huyen-song-lung.txt", "huyen-nam-khuong.txt"


def as_bac_ha(text: str, name: str) -> str:
    """A draft with the name of the district changed."""
    return text.replace(name, "Bắc Hạ").replace(name.upper(), "BẮC HẠ")


@pytest.fixture(scope="module")
def texts(drafts: Path) -> dict[str, str]:
    source, other = ((drafts / name).read_text(encoding="utf-8") for name in (SOURCE, OTHER))
    return {"source": source, "copy": as_bac_ha(source, "Sông Lừng"), "own": as_bac_ha(other, "Nậm Khuông")}


def run(folder: Path, drafts: dict[str, str], previous: Path | None = None) -> dict[str, Any]:
    """The report over some drafts; what it says of the last one, by the file's name."""
    (folder / "in").mkdir(parents=True)
    for name, text in drafts.items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = sorted(str(p) for p in (folder / "in").iterdir())
    write_batch(paths, folder / "out", load_template(), previous=str(previous) if previous else None)
    data = json.loads((folder / "out" / "results.json").read_text(encoding="utf-8"))
    return {Path(r["path"]).stem: r for r in data.get("revisions", ())}


def passages(out: Path, name: str, *, told: bool = True) -> set[str]:
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    (draft,) = (d for d in data["drafts"] if Path(d["path"]).stem == name)
    return {f["fingerprint"] for f in draft["findings"] if f["rule"] == "R601" and (f["severity"] != "note") is told}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> Path:
    folder = tmp_path_factory.mktemp("first")
    run(folder, {"goc": texts["source"], "thu": texts["copy"]})
    assert passages(folder / "out", "goc") and passages(folder / "out", "thu")
    return folder / "out"


def test_without_the_other_draft_nothing_is_mended(first: Path, texts: dict[str, str], tmp_path: Path) -> None:
    told = run(tmp_path, {"thu": texts["copy"]}, first)["thu"]
    assert told["fixed"] == [] and told["new"] == []


def test_both_as_before_are_as_before(first: Path, texts: dict[str, str], tmp_path: Path) -> None:
    told = run(tmp_path, {"goc": texts["source"], "thu": texts["copy"]}, first)
    for name in ("goc", "thu"):
        assert passages(first, name) <= set(told[name]["open"]) and not told[name]["fixed"] and not told[name]["new"]


def test_who_rewrote_has_mended_it_and_the_other_has_not(first: Path, texts: dict[str, str], tmp_path: Path) -> None:
    told = run(tmp_path, {"goc": texts["source"], "thu": texts["own"]}, first)
    assert passages(first, "thu") <= set(told["thu"]["fixed"])
    assert told["goc"]["fixed"] == []
    page = (tmp_path / "out" / "units").glob("*song-lung*.html")
    assert all("đã sửa 0, chưa sửa" in p.read_text(encoding="utf-8") for p in page)


def test_a_neighbour_that_copies_is_no_new_fault(texts: dict[str, str], tmp_path: Path) -> None:
    run(tmp_path / "a", {"goc": texts["source"], "thu": texts["own"]})
    told = run(tmp_path / "b", {"goc": texts["source"], "thu": texts["copy"]}, tmp_path / "a" / "out")
    assert passages(tmp_path / "b" / "out", "goc")
    assert told["goc"]["new"] == [] and told["goc"]["fixed"] == []


def test_a_report_from_before_other_units_were_named_is_still_understood(
    first: Path, texts: dict[str, str], tmp_path: Path
) -> None:
    from vnreport_nlp.model import fingerprint

    data = json.loads((first / "results.json").read_text(encoding="utf-8"))
    for draft in data["drafts"]:
        for found in draft["findings"]:
            if found["rule"] == "R601":
                found["fingerprint"] = fingerprint("R601", None, found["quote"])
    (tmp_path / "results.json").write_text(json.dumps(data), encoding="utf-8")
    told = run(tmp_path / "b", {"goc": texts["source"], "thu": texts["copy"]}, tmp_path)
    assert passages(tmp_path / "b" / "out", "thu") <= set(told["thu"]["open"])
    assert told["thu"]["fixed"] == [] and told["thu"]["new"] == []
