"""Passages that several drafts of a batch share: in every file of the report, when one draft changes, and from one round to the next."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch

NAMES = ("huyen-huong-linh.md", "huyen-ky-lam.md", "huyen-nam-khoang.md", "huyen-phong-lam.md")
TEXT = (
    "Tổ công tác ở lại bản cả tuần, cùng trưởng bản đi từng nhà nghe dân nói về nước và đường rồi ghi vào sổ, đem về bàn ngay. "
    "Mỗi bản chọn một việc khó nhất của bản mình, giao cho một đảng viên đứng tên, ghi lên bảng gỗ trước nhà văn hóa; cuối tháng "
    "cả bản cùng xem việc nào xong, việc nào chưa và vì sao rồi chọn việc mới."
)


def put(drafts: Path, folder: Path, *, sharing: int = 4, before: str = "") -> list[str]:
    """The drafts, of which the first so many have one text in common; something before it in the first."""
    folder.mkdir(parents=True, exist_ok=True)
    for k, name in enumerate(NAMES):
        lines = (drafts / name).read_text(encoding="utf-8").split("\n")
        at = [i for i, line in enumerate(lines) if len(line) > 60 and not line.startswith("#")][8] + 1
        more = ["", *([before, ""] if before and k == 0 else []), *([TEXT] if k < sharing else [])]
        (folder / name).write_text("\n".join([*lines[:at], *more, *lines[at:]]), encoding="utf-8")
    return sorted(str(p) for p in folder.iterdir())


def run(paths: list[str], out: Path, **options: Any) -> dict[str, Any]:
    anonymise = options.pop("anonymise", False)
    letters = options.pop("letters", "all")
    write_batch(paths, out, load_template(), options=BatchOptions(anonymise=anonymise, letters=letters), **options)
    found: dict[str, Any] = json.loads((out / "results.json").read_text(encoding="utf-8"))
    return found


def passages(data: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [[f for f in d["findings"] if f["rule"] == "R601"] for d in data["drafts"]]


def contents(out: Path) -> dict[str, object]:
    """Every file of a report; of archives their members, whose times differ."""
    found: dict[str, object] = {}
    for path in sorted(p for p in out.rglob("*") if p.is_file() and not p.name.startswith(".")):
        name = path.relative_to(out).as_posix()
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as archive:
                found[name] = {n: archive.read(n) for n in archive.namelist()}
        else:
            found[name] = path.read_bytes()
    return found


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    folder = tmp_path_factory.mktemp("four")
    run(put(drafts, folder / "in"), folder / "out")
    return folder


def test_each_draft_tells_once_and_the_pairs_stay_in_the_results(four: Path) -> None:
    data = json.loads((four / "out" / "results.json").read_text(encoding="utf-8"))
    assert [len(found) for found in passages(data)] == [1, 1, 1, 1]
    assert all("của 3 đơn vị, độ giống 100%: huyện " in f["message"] for found in passages(data) for f in found)
    assert len(data["reuse"]) == 6 and len({(s["left"], s["right"]) for s in data["reuse"]}) == 6


@pytest.mark.parametrize("anonymise", [False, True])
def test_a_report_over_an_old_one_is_a_fresh_one(four: Path, drafts: Path, tmp_path: Path, anonymise: bool) -> None:
    """Where the closest passage stands is told in the other drafts, so these are written anew when it has moved."""
    paths = put(drafts, tmp_path / "in")
    run(paths, tmp_path / "out", anonymise=anonymise)
    put(drafts, tmp_path / "in", before="Một dòng được thêm vào phía trên.")
    run(paths, tmp_path / "out", anonymise=anonymise)
    run(paths, tmp_path / "fresh", anonymise=anonymise)
    again, fresh = contents(tmp_path / "out"), contents(tmp_path / "fresh")
    assert [n for n in fresh if again.get(n) != fresh[n]] == [] and again.keys() == fresh.keys()


def test_an_anonymous_report_names_codes_in_an_order_that_no_name_decides(four: Path, tmp_path: Path) -> None:
    data = run(sorted(str(p) for p in (four / "in").iterdir()), tmp_path / "out", anonymise=True)
    for draft, found in zip(data["drafts"], passages(data), strict=True):
        others = [d["unit"] for d in data["drafts"] if d is not draft]
        assert [f["message"].partition("%: ")[2] for f in found] == [", ".join(others)]
        assert "huyện" not in str(found)


def test_a_further_unit_asks_again_and_the_letter_no_longer_tells(drafts: Path, tmp_path: Path) -> None:
    paths = put(drafts, tmp_path / "in", sharing=3)
    data = run(paths, tmp_path / "out")
    words = [
        {
            "unit": d["unit"], "fingerprint": f["fingerprint"], "action": "accept", "reason": "", "name": "An", "at": "", "rule": "R601",
            "requirement": "", "message": f["message"],
        }
        for d, found in zip(data["drafts"], passages(data), strict=True) for f in found
    ]  # fmt: skip
    file = tmp_path / "words.json"
    file.write_text(json.dumps({"schema": "vnreport.decisions/1", "decisions": words}), encoding="utf-8")

    def letter() -> str:
        path = tmp_path / "out" / "letters" / "huyen-ky-lam.docx"
        return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)

    run(paths, tmp_path / "out", decisions=str(file))
    assert "trùng với dự thảo của 2 đơn vị khác; đề nghị rà soát" in letter()
    put(drafts, tmp_path / "in", sharing=4)
    data = run(paths, tmp_path / "out", decisions=str(file))
    assert all(f["decision"] is None for found in passages(data) for f in found)
    assert "trùng với dự thảo" not in letter()


def test_from_one_round_to_the_next(drafts: Path, tmp_path: Path) -> None:
    """Who else joins changes nothing for the others; who rewrote has mended it."""
    rules = {"rules": severe()}
    run(put(drafts, tmp_path / "a", sharing=3), tmp_path / "one", **rules)
    later = run(put(drafts, tmp_path / "b", sharing=4), tmp_path / "two", previous=str(tmp_path / "one"), **rules)
    moves = {Path(r["path"]).name: r for r in later["revisions"]}
    for name, found in list(zip(NAMES, passages(later), strict=True))[:3]:
        assert {f["fingerprint"] for f in found} <= set(moves[name]["open"]) and len(found) == 1
        assert not moves[name]["fixed"] and not moves[name]["new"]
    paths = put(drafts, tmp_path / "c", sharing=4)
    rewritten = Path(paths[0])
    rewritten.write_text(rewritten.read_text(encoding="utf-8").replace(TEXT, ""), encoding="utf-8")
    last = run(paths, tmp_path / "three", previous=str(tmp_path / "two"), **rules)
    moves = {Path(r["path"]).name: r for r in last["revisions"]}
    assert len(moves[NAMES[0]]["fixed"]) == 1
    assert all(not moves[name]["fixed"] and not moves[name]["new"] for name in NAMES[1:])


def severe() -> Any:
    """Notes are no part of what is followed from one report to the next."""
    from vnreport_nlp.assess import RuleSet

    return RuleSet(severity={"R601": "warning"})
