"""``compare LEFT RIGHT``: moved and edited told apart, words inside, three formats; and what a second batch says of the first."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp import load_template, read
from vnreport_nlp.api import compare
from vnreport_nlp.batch import write_batch
from vnreport_nlp.cli.main import run
from vnreport_nlp.compare import Comparison, Piece, word_diff
from vnreport_nlp.decisions import write_decisions
from vnreport_nlp.exporters.compare import compare_html, compare_lines, compare_object
from vnreport_nlp.model import Decision, Outline
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes

PARTS = {
    "Công tác tư tưởng": "Ban Tuyên giáo mở 12 lớp bồi dưỡng cho bí thư chi bộ; sổ tay tuyên truyền đến từng tổ đảng trên núi.",
    "Công tác tổ chức": "Đảng bộ kết nạp 45 đảng viên mới, trong đó 20 người dưới ba mươi tuổi; giải thể 02 chi bộ ghép.",
    "Công tác kiểm tra": "Ủy ban Kiểm tra giám sát chuyên đề 06 tổ chức đảng về quản lý đất công và thu quỹ của thôn.",
    "Công tác dân vận": "Cán bộ chủ chốt đối thoại với Nhân dân 09 cuộc, trả lời 131 ý kiến, còn 08 ý kiến chờ cấp trên.",
}
WORDS = ["đảng", "bộ", "chi", "kết", "nạp", "45", "viên,", "rừng;", "suối", "–", "“ghềnh”", "(a)", "12,5%", "xã\nvà"]


def draft(parts: dict[str, str], order: tuple[str, ...] = tuple(PARTS)) -> Outline:
    body = "\n\n".join(f"{k}. {title}\n\n{parts[title]}" for k, title in enumerate(order, 1))
    return outline(read_bytes(f"BÁO CÁO\n\ncông tác năm\n\n{body}\n".encode(), "bao-cao.md"))


def changes(found: Comparison) -> dict[str, str]:
    return {(p.right or p.left).title: p.change for p in found.pairs}  # type: ignore[union-attr]


def pieces(found: Comparison, title: str) -> list[tuple[str, str]]:
    (pair,) = [p for p in found.pairs if (p.right or p.left).title == title]  # type: ignore[union-attr]
    return [(p.op, p.text) for p in pair.pieces if p.op != "equal"]


def test_one_changed_word_is_one_edit_and_nothing_else() -> None:
    other = {**PARTS, "Công tác tổ chức": PARTS["Công tác tổ chức"].replace("45", "54")}
    found = compare(draft(PARTS), draft(other))
    assert changes(found) == {t: "edited" if t == "Công tác tổ chức" else "same" for t in PARTS}
    assert pieces(found, "Công tác tổ chức") == [("delete", "45"), ("insert", "54")]
    assert not found.equal


def test_text_in_another_place_is_moved_and_not_edited() -> None:
    a, b, c, d = PARTS
    found = compare(draft(PARTS), draft(PARTS, (d, a, b, c)))
    assert changes(found) == {a: "same", b: "same", c: "same", d: "moved"}
    assert pieces(found, d) == []


def test_text_moved_and_changed_says_both() -> None:
    a, b, c, d = PARTS
    other = {**PARTS, d: PARTS[d].replace("09 cuộc", "11 cuộc")}
    found = compare(draft(PARTS), draft(other, (d, a, b, c)))
    assert changes(found)[d] == "moved and edited"
    assert pieces(found, d) == [("delete", "09"), ("insert", "11")]


def test_a_section_gone_and_a_section_new() -> None:
    a, b, c, d = PARTS
    found = compare(draft(PARTS, (a, b, c)), draft(PARTS, (a, b, d)))
    assert changes(found) == {a: "same", b: "same", c: "removed", d: "added"}
    assert [p.left_place is None for p in found.of("added")] == [True]
    assert [p.right_place is None for p in found.of("removed")] == [True]


def test_a_renamed_section_keeps_its_text_as_equal() -> None:
    left = draft(PARTS)
    right = outline(
        read_bytes(left.document.text.replace("Công tác kiểm tra", "Công tác kiểm tra, giám sát").encode(), "b.md")
    )
    found = compare(left, right)
    assert changes(found)["Công tác kiểm tra, giám sát"] == "edited"
    assert pieces(found, "Công tác kiểm tra, giám sát") == [("insert", ", giám sát")]


NAMES = ("xa-khe-ngang.md", "huyen-phong-lam.md", "huyen-ea-ro-lang.docx", "huyen-da-ban-tay.txt")


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_beside_itself_has_nothing_to_show(drafts: Path, name: str) -> None:
    found = compare(drafts / name, drafts / name)
    assert found.pairs
    assert found.equal
    assert all(p.similarity == 1.0 or not p.pieces for p in found.pairs)


@pytest.mark.parametrize(("left", "right"), [(NAMES[0], NAMES[1]), (NAMES[1], NAMES[3]), (NAMES[2], NAMES[0])])
def test_the_other_way_round_is_the_mirror(drafts: Path, left: str, right: str) -> None:
    there, back = compare(drafts / left, drafts / right), compare(drafts / right, drafts / left)
    mirror = {"added": "removed", "removed": "added"}
    assert sorted(mirror.get(p.change, p.change) for p in there.pairs if p.change in mirror) == sorted(
        p.change for p in back.pairs if p.change in mirror
    )
    pairs = {(p.left.index, p.right.index) for p in there.pairs if p.left and p.right}
    assert {(p.right.index, p.left.index) for p in back.pairs if p.left and p.right} == pairs
    both = {p.left.index: p for p in back.pairs if p.left and p.right}
    flip = {"insert": "delete", "delete": "insert", "equal": "equal"}
    for pair in there.pairs:
        if pair.left and pair.right:
            other = both[pair.right.index]
            assert (pair.change, pair.similarity) == (other.change, other.similarity)
            assert sorted((p.op, p.text) for p in pair.pieces) == sorted((flip[p.op], p.text) for p in other.pieces)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(tuple(PARTS)), st.lists(st.sampled_from(WORDS), min_size=6, max_size=40).map(" ".join), min_size=1))  # fmt: skip
def test_any_draft_equals_itself_and_every_section_is_in_one_pair(parts: dict[str, str]) -> None:
    one = draft(parts, tuple(parts))
    found = compare(one, one)
    assert found.equal
    assert sorted(p.right.index for p in found.pairs if p.right) == list(range(len(one.sections)))


@settings(max_examples=60, deadline=None)
@given(st.permutations(tuple(PARTS)), st.permutations(tuple(PARTS)), st.integers(1, 4), st.integers(1, 4))
def test_any_two_orders_are_mirrored(left: list[str], right: list[str], m: int, n: int) -> None:
    one, two = draft(PARTS, tuple(left[:m])), draft(PARTS, tuple(right[:n]))
    mirror = {"added": "removed", "removed": "added"}
    assert changes(compare(one, two)) == {t: mirror.get(c, c) for t, c in changes(compare(two, one)).items()}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))  # fmt: skip
def test_word_differences_give_both_texts_back(left: str, right: str) -> None:
    found = word_diff(left, right)
    assert "".join(p.text for p in found if p.op != "insert") == left
    assert "".join(p.text for p in found if p.op != "delete") == right
    assert all(p.text for p in found)
    assert word_diff(left, left) == ((Piece("equal", left),) if left else ())


class _Marks(HTMLParser):
    """What stands in ``<ins>`` and ``<del>``, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.marked: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("ins", "del"):
            self.marked.append((self.open[-1], data))


def test_the_page_marks_words_and_takes_drafts_as_text_only() -> None:
    other = {**PARTS, "Công tác tổ chức": PARTS["Công tác tổ chức"].replace("45", "<script>alert(1)</script>")}
    page = _Marks()
    page.feed(compare_html(compare(draft(PARTS), draft(other))))
    assert ("del", "45") in page.marked
    assert "".join(text for tag, text in page.marked if tag == "ins") == "<script>alert(1)</script>"
    assert "script" not in page.tags


def test_text_and_json_say_the_same_changes() -> None:
    a, b, c, d = PARTS
    other = {**PARTS, b: PARTS[b].replace("45", "54")}
    found = compare(draft(PARTS), draft(other, (d, a, b, c)))
    lines = list(compare_lines(found))
    assert [line.split(": ")[1] for line in lines[:-1] if not line.startswith("    ")] == ["chuyển chỗ", "sửa"]
    assert any("Đảng bộ kết nạp [-45-] {+54+} đảng viên mới" in line for line in lines)
    told = compare_object(found)
    assert [s["change"] for s in told["sections"]] == [p.change for p in found.pairs]  # type: ignore[index,call-overload,union-attr]
    assert re.search(r"sửa: 1\b.*chuyển chỗ: 1\b", lines[-1])


@pytest.mark.parametrize(("fmt", "sign"), [("text", "sửa: "), ("html", "<del>"), ("json", "vnreport.compare/1")])
def test_the_command_writes_each_format_and_its_code_says_equal(
    drafts: Path, tmp_path: Path, fmt: str, sign: str
) -> None:
    left, right = drafts / NAMES[0], tmp_path / "sau.md"
    right.write_text(left.read_text(encoding="utf-8").replace("564 đảng viên", "565 đảng viên"), encoding="utf-8")
    assert run(["compare", str(left), str(right), "--format", fmt, "-o", str(tmp_path / "out")]) == 1
    assert sign in (tmp_path / "out").read_text(encoding="utf-8")
    assert run(["compare", str(left), str(left), "--format", fmt, "-o", str(tmp_path / "same")]) == 0


@pytest.fixture
def versions(drafts: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A draft of one unit in two versions: IV.3 is missing in the first and back as a stub in the second; one sum is wrong in the second only."""
    full = (drafts / NAMES[0]).read_text(encoding="utf-8")
    heading = next(x for x in full.split("\n") if "ài học kinh nghiệm" in x and x.lstrip("#* ")[:1].isdigit())
    before, after = full.split(heading)
    rest = after[after.index("\n" + next(x for x in after.split("\n") if "PHƯƠNG HƯỚNG" in x)) :]
    for name, text in (
        ("1", before + rest),
        ("2", f"{before}{heading}\n\nCấp ủy phải gần dân, sát việc, nói đi đôi với làm.\n{rest}"),
        ("3", full),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "xa.md").write_text(text, encoding="utf-8")
    return tmp_path / "1", tmp_path / "2", tmp_path / "3"


def told(folder: Path, out: Path, previous: Path | None = None, decisions: Path | None = None) -> dict[str, object]:
    write_batch(
        sorted(str(p) for p in folder.iterdir()), out, load_template(), previous=str(previous) if previous else None,
        decisions=str(decisions) if decisions else None,
    )  # fmt: skip
    return dict(json.loads((out / "results.json").read_text(encoding="utf-8")))


def test_a_second_batch_says_fixed_partly_fixed_and_newly_broken(
    versions: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, three = versions
    told(one, tmp_path / "o1")

    def move(folder: Path, out: str, previous: str) -> tuple[list[tuple[str, str, str]], dict[str, list[str]]]:
        (revision,) = told(folder, tmp_path / out, tmp_path / previous)["revisions"]  # type: ignore[misc,attr-defined]
        moved = [(m["was"], m["now"], m["change"]) for m in revision["requirements"] if m["number"] == "IV.3"]
        return moved, revision

    moved, revision = move(two, "o2", "o1")
    assert moved == [("missing", "thin", "partly fixed")]
    assert revision["fixed"]
    moved, _ = move(three, "o3", "o2")
    assert moved == [("thin", "covered", "fixed")]
    moved, revision = move(one, "o4", "o3")
    assert moved == [("covered", "missing", "newly broken")]
    assert revision["new"]
    moved, revision = move(one, "o5", "o4")
    assert moved == []
    assert (revision["fixed"], revision["new"]) == ([], [])


def test_decisions_are_laid_over_a_batch_and_follow_into_the_next_version(
    versions: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    one, two, _ = versions
    (before,) = told(one, tmp_path / "o1")["drafts"]  # type: ignore[misc,attr-defined]
    missing = next(f for f in before["findings"] if f["rule"] == "S101" and f["requirement"] == "IV.3")
    kept = [f for f in before["findings"] if f["rule"] != "S101"]
    assert kept
    given_ = Decision(
        before["unit"], missing["fingerprint"], "waive", "Đơn vị mới thành lập", "Lan", "2025-11-20T08:00:00Z"
    )
    other = Decision("Xã Khác", kept[0]["fingerprint"], "waive", "của đơn vị khác", "Lan", "2025-11-20T08:00:00Z")
    write_decisions([given_, other], tmp_path / "y-kien.json")
    (after,) = told(one, tmp_path / "o2", decisions=tmp_path / "y-kien.json")["drafts"]  # type: ignore[misc,attr-defined]
    waived = [f for f in after["findings"] if (f.get("decision") or {}).get("action") == "waive"]
    assert [f["fingerprint"] for f in waived] == [missing["fingerprint"]]
    assert waived[0]["decision"]["reason"] == "Đơn vị mới thành lập"
    assert {r["number"]: r["status"] for r in after["requirements"]}["IV.3"] == "excused"
    (later,) = told(two, tmp_path / "o3", decisions=tmp_path / "y-kien.json")["drafts"]  # type: ignore[misc,attr-defined]
    assert not [f for f in later["findings"] if (f.get("decision") or {}).get("action") == "waive"]


def test_a_decision_file_that_is_none_is_told_before_anything_is_written(versions: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    (tmp_path / "y-kien.json").write_text('{"schema": "other", "decisions": []}', encoding="utf-8")
    code = run(
        ["batch", str(versions[0]), "-o", str(tmp_path / "out"), "--decisions", str(tmp_path / "y-kien.json"), "-q"]
    )
    assert code == 2
    assert "y-kien.json" in capsys.readouterr().err
    assert not (tmp_path / "out" / "index.html").exists()


def test_a_batch_without_its_last_report_says_which_folder(versions: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    shutil.copytree(versions[0], tmp_path / "empty" / "sub")
    code = run(["batch", str(versions[0]), "-o", str(tmp_path / "out"), "--previous", str(tmp_path / "empty"), "-q"])
    assert code == 2
    assert str(tmp_path / "empty") in capsys.readouterr().err


def test_reading_is_what_api_and_command_share(drafts: Path) -> None:
    assert compare(outline(read(drafts / NAMES[0])), drafts / NAMES[0]).equal
