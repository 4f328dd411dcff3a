"""Entry points read from their files are those that importlib.metadata finds."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from vnreport_nlp.declarations import Dist, Point, parsed, points_of
from vnreport_nlp.plugins import GROUPS

NAMES = tuple(f"vnreport.{group}" for group in GROUPS)


def test_the_same_as_the_standard_library() -> None:
    theirs = {(p.group, p.name, p.value, p.dist.name) for g in NAMES for p in entry_points(group=g) if p.dist}
    assert {(p.group, p.name, p.value, p.dist.name) for p in points_of(NAMES) if p.dist} == theirs


def _installed(place: Path, name: str, value: str) -> None:
    info = place / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n\nName: x\n", encoding="utf-8"
    )
    info.joinpath("entry_points.txt").write_text(
        f"# ours\n[vnreport.checks]\na = {value}\n[other]\nb=c:d\n", encoding="utf-8"
    )


def test_the_first_of_two_installations_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(tmp_path / "first", "Some.Package", "one:check")
    _installed(tmp_path / "second", "some_package", "two:check")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "absent"), str(tmp_path / "first"), str(tmp_path / "second")])
    assert points_of(["vnreport.checks"]) == (Point("a", "one:check", "vnreport.checks", Dist("Some.Package", "1.0")),)


def test_packages_in_archives_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(tmp_path / "first", "package", "one:check")
    (tmp_path / "empty.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "empty.zip"), str(tmp_path / "first")])
    assert [p.value for p in points_of(["vnreport.checks"])] == ["one:check"]


def test_lines_that_say_nothing_are_passed_over() -> None:
    text = "\n[a]\n; note\nx = m:f\nbroken\n[ b ]\ny=m:g\n"
    assert list(parsed(text)) == [("a", "x", "m:f"), ("b", "y", "m:g")]
