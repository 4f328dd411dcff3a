"""The main job on the real report and on the corpus: outline, verdicts, edits whose effect is known."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.align.assign import assign
from vnreport_nlp.compare import word_diff
from vnreport_nlp.model import MISSING, Assessment, Coverage
from vnreport_nlp.outline import parse_marker
from vnreport_nlp.template import derive_template

TEMPLATE = load_template()


@pytest.fixture(scope="module")
def real(shared: Path) -> str:
    return (shared / "real" / "duc-pho-2024.md").read_text(encoding="utf-8")


def judged(tmp_path: Path, text: str | bytes, name: str = "draft.md") -> Assessment:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return assess(read(path), TEMPLATE)


def gaps(result: Assessment) -> set[str]:
    return {v.requirement for v in result.verdicts if v.status in MISSING}


def part(text: str, start: str, stop: str | None) -> str:
    """The text without the lines from the heading ``start`` up to the heading ``stop``."""
    head, _, tail = text.partition(start)
    rest = "" if stop is None else stop + tail.partition(stop)[2]
    assert tail
    return head + rest


LESSONS, DIRECTIONS, CLOSING = "## **3. Bài học kinh nghiệm**", "## **V. PHƯƠNG HƯỚNG", "**Nơi nhận:**"


def test_the_real_outline_is_exact(shared: Path) -> None:
    found = outline(read(shared / "real" / "duc-pho-2024.md"))
    numbers = [s.number for s in found.sections]
    wanted = [r.number for r in TEMPLATE.requirements]
    lessons = [f"IV.3.{k}" for k in range(1, 7)]
    at = wanted.index("IV.3") + 1
    assert numbers == wanted[:at] + lessons + wanted[at:]
    assert len(found.document.footnotes) == 31
    assert all(n.reference is not None for n in found.document.footnotes)
    joined = [p for p in found.document.paragraphs if len({x.line for x in p.pieces}) > 1]
    assert len(joined) == 13


def test_nothing_is_missing_in_the_real_report(real: str, tmp_path: Path) -> None:
    assert gaps(judged(tmp_path, real)) == set()


def test_lessons_taken_out(real: str, tmp_path: Path) -> None:
    assert gaps(judged(tmp_path, part(real, LESSONS, DIRECTIONS))) == {"IV.3"}


def test_directions_taken_out(real: str, tmp_path: Path) -> None:
    wanted = {r.number for r in TEMPLATE.requirements if r.number.split(".")[0] == "V"}
    cut = part(real, DIRECTIONS, CLOSING)
    assert gaps(judged(tmp_path, cut)) == wanted
    contents = "MỤC LỤC\n\n" + "\n\n".join(
        f"{r.number.split('.')[0] if r.depth == 1 else r.number.rpartition('.')[2]}. {r.title} ........ {k}"
        for k, r in enumerate(TEMPLATE.requirements, 1) if r.depth < 3
    )  # fmt: skip
    assert gaps(judged(tmp_path, contents + "\n\n" + cut)) == wanted


def test_a_placeholder_is_empty(real: str, tmp_path: Path) -> None:
    text = part(real, LESSONS, DIRECTIONS).replace(DIRECTIONS, f"{LESSONS}\n\n(đang tổng hợp)\n\n{DIRECTIONS}")
    result = judged(tmp_path, text)
    assert result.verdict("IV.3").status == "empty"
    assert gaps(result) == {"IV.3"}


def without_marks(text: str) -> str:
    return re.sub(r"^#+\s*|\*{1,3}", "", text, flags=re.MULTILINE)


def headings(text: str, change) -> str:  # type: ignore[no-untyped-def]
    return "\n".join(change(line) if re.match(r"#|\*\*[IVX]+-|\*\*I-", line) else line for line in text.split("\n"))


def numberless(line: str) -> str:
    return re.sub(r"^([#\s*]*)(?:[IVX]+[-.]|\d+(?:\.\d+)*\.)\s*", r"\1", line)


def lettered(line: str) -> str:
    names = {"I": "A", "II": "B", "III": "C", "IV": "D", "V": "E"}
    return re.sub(r"^([#\s*]*)([IVX]+)[-.]\s", lambda m: f"{m[1]}{names[m[2]]}. ", line)


def parted(line: str) -> str:
    names = {"I": "nhất", "II": "hai", "III": "ba", "IV": "tư", "V": "năm"}
    return re.sub(r"^([#\s*]*)([IVX]+)[-.]\s", lambda m: f"{m[1]}Phần thứ {names[m[2]]}: ", line)


@pytest.mark.parametrize(
    "change",
    [
        without_marks,
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.encode("utf-16"),
        lambda t: re.sub(r"^#+ ", "# ", t, flags=re.MULTILINE),
        lambda t: headings(t, str.upper),
        lambda t: headings(t, numberless),
        lambda t: headings(t, lettered),
        lambda t: headings(t, parted),
    ],
    ids=["bare", "nfd", "utf16", "one-level", "capitals", "numberless", "letters", "parts"],
)
def test_other_clothes_lose_nothing(real: str, tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    assert gaps(judged(tmp_path, change(real))) == set()


def test_every_draft_of_the_corpus_is_assessed(drafts: Path) -> None:
    wrong = total = 0
    for path in sorted(drafts.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        template = load_template(gold["template"])
        result = assess(read(path.parent / gold["file"]), template)
        said = {v.requirement: v.status for v in result.verdicts}
        total += len(gold["status"])
        wrong += sum(said.get(n) != s for n, s in gold["status"].items())
    assert total > 500
    assert wrong / total < 0.05


def test_evidence_is_in_the_text(drafts: Path) -> None:
    result = assess(read(drafts / "xa-khe-ngang.md"), TEMPLATE)
    flat = " ".join(result.document.text.split())
    quotes = [p.quote.rstrip("…").strip() for v in result.verdicts for p in (*v.evidence, *v.searched)]
    assert len(quotes) > 40
    assert all(q in flat for q in quotes)


def test_an_outline_aligned_with_itself_is_the_identity(drafts: Path) -> None:
    found = outline(read(drafts / "xa-khe-ngang.md"))
    result = assess(found, derive_template(found), reading=None)
    for verdict in result.verdicts:
        assert [found.sections[s].number for s in verdict.sections[:1]] == [verdict.requirement]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(1, 9), st.integers(0, 10_000))
def test_assignment_is_the_best(rows: int, columns: int, seed: int) -> None:
    from scipy.optimize import linear_sum_assignment

    gain = np.random.default_rng(seed).normal(size=(rows, columns))
    padded = np.concatenate([np.where(gain > 0, gain, -1e6), np.zeros((rows, rows))], axis=1)
    i, j = linear_sum_assignment(-padded)
    assert sum(gain[p] for p in assign(gain)) == pytest.approx(padded[i, j].sum())


@pytest.mark.parametrize(
    ("text", "step"),
    [("I- ĐẶC ĐIỂM", "I"), ("6.1. Công tác", "1"), ("2.10. Đổi mới", "10"), ("(1) Công tác", "1"), ("Một là, phải", "1"),
     ("a) Về", "a"), ("đ) Về", "đ"), ("Phần thứ hai: KẾT QUẢ", "2"), ("Phần II. Kết quả", "II"), ("A. ĐẶC ĐIỂM", "A"), ("1/ Tình hình", "1")],
)  # fmt: skip
def test_markers(text: str, step: str) -> None:
    marker = parse_marker(text)
    assert marker is not None
    assert marker.step == step


@pytest.mark.parametrize(
    "text", ["15 xã, phường", "2025 là năm", "1.234 tỷ đồng", "01/7/2025", "Năm 2024, toàn huyện", "phần lớn các xã"]
)
def test_no_markers(text: str) -> None:
    assert parse_marker(text) is None


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_percent_is_honest(full: int, partial: int, missing: int) -> None:
    coverage = Coverage(full, partial, missing)
    assert (coverage.percent == 100) == (coverage.counted > 0 and full == coverage.counted)
    assert (coverage + coverage).full == 2 * full
    if 0 < full < coverage.counted:
        assert 0 < coverage.percent < 100


@settings(deadline=None)
@given(st.text(alphabet="aăâ bcđ.,\n", max_size=60), st.text(alphabet="aăâ bcđ.,\n", max_size=60))
def test_word_diff_gives_both_sides_back(left: str, right: str) -> None:
    pieces = word_diff(left, right)
    assert "".join(p.text for p in pieces if p.op != "insert") == left
    assert "".join(p.text for p in pieces if p.op != "delete") == right


def run(*args: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vnreport_nlp", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, cwd=cwd)


def test_a_batch_with_bad_files(drafts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dự thảo các huyện"
    folder.mkdir()
    good = drafts / "xa-khe-ngang.md"
    (folder / "xã tốt.md").write_bytes(good.read_bytes())
    (folder / "trống.docx").write_bytes(b"")
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "nhị phân.doc").write_bytes(bytes(range(256)) * 40)
    done = run("batch", folder, "-o", tmp_path / "báo cáo", "--workers", 1)
    assert "Traceback" not in done.stderr + done.stdout
    data = json.loads((tmp_path / "báo cáo" / "results.json").read_text(encoding="utf-8"))
    assert [d["readable"] for d in data["drafts"]].count(False) == 3
    assert all(d["reason"] for d in data["drafts"] if not d["readable"])
    assert (tmp_path / "báo cáo" / "index.html").is_file()


def test_check_speaks_json_and_exit_codes(drafts: Path, tmp_path: Path) -> None:
    done = run("check", drafts / "xa-khe-ngang.md", "--format", "json", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["schema"] == "vnreport.check/1"
    assert len(data["drafts"][0]["requirements"]) == 41
    assert run("check", tmp_path / "absent.docx").returncode == 2
    assert run("check", drafts / "huyen-nam-khuong.txt", "--select", "S").returncode == 1


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from vnreport_nlp.cli.main import run; run(['--help']);"
        "print([m for m in ('underthesea','spacy','sklearn','numpy','lxml','pydantic') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=60, check=True
    )
    assert done.stdout.strip().endswith("[]")
