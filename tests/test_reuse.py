"""Shared passages: planted ones are found, formulas, forms and citations are not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from vnreport_nlp import outline, read
from vnreport_nlp.reuse import Marks, Passage, find_passages, fingerprint_text

ROOT = Path(__file__).resolve().parent.parent
SEEDS = (4, 5, 6, 7, 8, 9)
# what is missed of the exact ones is made mostly of citations (docs/reuse.md)
FLOORS = {"exact": 0.99, "edited": 0.97, "ocr": 0.97}
PRECISION = 0.98
OWN = (
    "Đảng ủy cử {a} tổ công tác xuống {b} bản vùng cao, ở lại {c} đêm, nghe {d} hộ nói về nước, đường và trường học, "
    "rồi cùng {e} trưởng bản chọn việc làm trước, việc nào làm xong thì treo kết quả ở nhà văn hóa cho mọi người cùng xem."
)


def marks(tmp_path: Path, name: str, front: str, body: str) -> Marks:
    path = tmp_path / f"{name}.md"
    path.write_text(
        f"ĐẢNG ỦY XÃ {name.upper()}\n\nBÁO CÁO\n\n{front}\n\n# I. ĐẶC ĐIỂM, TÌNH HÌNH\n\n{body}\n", encoding="utf-8"
    )
    return fingerprint_text(outline(read(path)))


def syllables(ids: NDArray[np.int64]) -> Marks:
    """Marks of syllables with these ids, all of which count."""
    places = np.arange(len(ids), dtype=np.int32)
    every = np.ones(len(ids), dtype=np.bool_)
    return Marks(ids.astype(np.uint32), places, places + 1, every, ~every, ~every)


def numbered(count: int, other: Callable[[int], bool] = lambda _: False) -> Marks:
    """Syllables 0, 1, 2 …, those for which ``other`` holds being other ones."""
    return syllables(np.array([k + 5000 if other(k) else k for k in range(count)], dtype=np.int64))


def shared(tmp_path: Path, left: tuple[str, str], right: tuple[str, str]) -> list[Passage]:
    return find_passages([marks(tmp_path, "bên trái", *left), marks(tmp_path, "bên phải", *right)])


def test_planted_passages_are_found_and_others_are_not() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from plant_reuse import measure
    finally:
        sys.path.pop(0)
    runs = [measure(seed) for seed in SEEDS]
    for kind, floor in FLOORS.items():
        hits = [h for found, _ in runs for h in found[kind]]
        assert sum(hits) / len(hits) >= floor, kind
    right = [r for _, rights in runs for r in rights]
    assert sum(right) / len(right) >= PRECISION


def test_a_passage_before_the_first_heading_counts(tmp_path: Path) -> None:
    passage = OWN.format(a=3, b=5, c=7, d=96, e=12)
    (found,) = shared(tmp_path, (passage, "Xã nằm bên sông."), ("", passage))
    assert found.similarity == 1.0


def test_with_two_of_nine_syllables_misread_it_is_still_the_same_passage() -> None:
    found = find_passages([numbered(62), numbered(62, lambda k: k % 9 in (5, 8))])
    assert [p.left_range for p in found] == [(0, 62)]
    assert found[0].similarity >= 0.65


def test_ends_that_share_no_four_syllables_belong_to_the_passage() -> None:
    found = find_passages([numbered(60), numbered(60, lambda k: k in (3, 7, 52, 56))])
    assert [p.right_range for p in found] == [(0, 60)]


def test_the_same_phrases_drifting_apart_are_no_passage() -> None:
    ids = np.concatenate([np.arange(6 * k, 6 * k + 6) for k in range(8)]).reshape(8, 6)
    left = np.concatenate([np.append(row, 900 + np.arange(5) + 10 * k) for k, row in enumerate(ids)])
    right = np.concatenate([np.append(row, 9000 + np.arange(7) + 10 * k) for k, row in enumerate(ids)])
    assert find_passages([syllables(left), syllables(right)]) == []


def test_a_passage_in_forty_drafts_is_one_cluster_told_in_forty_parts() -> None:
    drafts = [
        syllables(np.concatenate([1000 * k + 500 + np.arange(90), np.arange(60), 1000 * k + 700 + np.arange(90)]))
        for k in range(40)
    ]
    found = find_passages(drafts)
    assert {p.cluster for p in found} == {1}
    assert {(p.left, p.right) for p in found} == {(0, k) for k in range(1, 40)}


def test_drafts_without_a_syllable_share_nothing() -> None:
    assert find_passages([numbered(0), numbered(2), numbered(0)]) == []


def test_the_first_paragraph_of_a_draft_without_headings_counts(tmp_path: Path) -> None:
    passage = OWN.format(a=3, b=5, c=7, d=96, e=12)
    for name, rest in (("a.txt", "Xã nằm bên sông."), ("b.txt", "Huyện có mười hai xã.")):
        (tmp_path / name).write_text(f"{passage}\n\n{rest}\n", encoding="utf-8")
    left, right = (fingerprint_text(outline(read(tmp_path / name))) for name in ("a.txt", "b.txt"))
    assert len(find_passages([left, right])) == 1


@pytest.mark.parametrize(("other", "count"), [((3, 5, 7, 96, 12), 1), ((4, 6, 8, 41, 19), 0)])
def test_the_same_words_with_other_figures_are_a_form(
    tmp_path: Path, other: tuple[int, int, int, int, int], count: int
) -> None:
    a, b, c, d, e = other
    left, right = OWN.format(a=3, b=5, c=7, d=96, e=12), OWN.format(a=a, b=b, c=c, d=d, e=e)
    assert len(shared(tmp_path, ("", left), ("", right))) == count


@pytest.mark.parametrize(("same", "count"), [(True, 15), (False, 0)])
def test_a_formula_of_the_cohort_counts_only_with_the_same_figures(tmp_path: Path, same: bool, count: int) -> None:
    text = "Đảng bộ hiện có {} tổ chức cơ sở đảng, gồm {} đảng bộ và {} chi bộ cơ sở, với {} đảng viên, trong đó nữ chiếm gần một nửa."
    figures = [(44, 24, 20, 301) if same else tuple(10 * k + j for j in range(4)) for k in range(6)]
    found = find_passages([marks(tmp_path, f"đơn vị {k}", "", text.format(*f)) for k, f in enumerate(figures)])
    assert len(found) == count


def test_a_cited_resolution_is_nobodys_passage(tmp_path: Path) -> None:
    cited = (
        "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương về tiếp tục đổi mới và sắp xếp tổ "
        "chức bộ máy của hệ thống chính trị tinh gọn hoạt động hiệu lực hiệu quả."
    )
    assert shared(tmp_path, ("", cited), ("", cited)) == []


@pytest.mark.parametrize(("listed", "count"), [(False, 1), (True, 0)])
def test_set_phrases_of_the_settings_are_no_reuse(tmp_path: Path, drafts: Path, listed: bool, count: int) -> None:
    phrase = OWN.format(a="ba", b="năm", c="bảy", d="chín", e="mười")
    for name in ("xa-khe-ngang.md", "huyen-phong-lam.md"):
        text = (drafts / name).read_text(encoding="utf-8")
        long = max(text.split("\n"), key=len)
        (tmp_path / name).write_text(text.replace(long, f"{long} {phrase}"), encoding="utf-8")
    if listed:
        (tmp_path / "vnreport.toml").write_text(f"formulas = [{json.dumps(phrase, ensure_ascii=False)}]", "utf-8")
    command = [
        sys.executable,
        "-m",
        "vnreport_nlp",
        "batch",
        "xa-khe-ngang.md",
        "huyen-phong-lam.md",
        "-o",
        "out",
        "-q",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, "--workers", "1"], cwd=tmp_path, env=environment, check=False, timeout=60)
    report = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert len(report["reuse"]) == count
