"""The real report (never in the repository): exact outline, and edited versions whose gaps are known."""

# Long because: all tests share the real documents, which are read once.
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.model import MISSING, Assessment, Outline

pytestmark = pytest.mark.real
TEMPLATE = load_template()
LINES = {
    "I": 12, "II": 20, "II.1": 22, "II.2": 30, "II.3": 44, "II.4": 60, "II.5": 66, "II.6": 82, "II.6.1": 84, "II.6.2": 104,
    "II.7": 118, "II.8": 136, "II.9": 150, "II.10": 166, "III": 180, "III.1": 184, "III.2": 186, "III.3": 192, "III.4": 194,
    "III.5": 196, "IV": 208, "IV.1": 210, "IV.1.1": 212, "IV.1.2": 218, "IV.2": 228, "IV.2.1": 230, "IV.2.2": 238, "IV.3": 240,
    "IV.3.1": 242, "IV.3.2": 244, "IV.3.3": 248, "IV.3.4": 250, "IV.3.5": 252, "IV.3.6": 254, "V": 256, "V.1": 266, "V.2": 270,
    "V.2.1": 272, "V.2.2": 274, "V.2.3": 276, "V.2.4": 280, "V.2.5": 282, "V.2.6": 284, "V.2.7": 286, "V.2.8": 288, "V.2.9": 290,
    "V.2.10": 292,
}  # fmt: skip
"""Every heading of the report: number path and line."""
CLOSING = 294
REQUIREMENTS = [r.number for r in TEMPLATE.requirements]
LEAVES = [n for n in REQUIREMENTS if not any(o.startswith(n + ".") for o in REQUIREMENTS)]
PARENTS = [n for n in REQUIREMENTS if n not in LEAVES]


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "real" / "duc-pho-2024.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(shared: Path) -> Outline:
    return outline(read(shared / "real" / "duc-pho-2024.md"))


def judge(folder: Path, data: str | bytes, name: str = "draft.md") -> Assessment:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return assess(read(path), TEMPLATE)


def gaps(result: Assessment) -> dict[str, str]:
    return {v.requirement: v.status for v in result.verdicts if v.status in MISSING}


def below(number: str) -> set[str]:
    return {n for n in REQUIREMENTS if n == number or n.startswith(number + ".")}


def extent(number: str) -> tuple[int, int]:
    """First line and the line after the last one of a section (from 1)."""
    first = LINES[number]
    later = [at for n, at in LINES.items() if at > first and not n.startswith(number + ".")]
    return first, min([*later, CLOSING])


def without(text: str, number: str) -> str:
    first, stop = extent(number)
    lines = text.split("\n")
    return "\n".join(lines[: first - 1] + lines[stop - 1 :])


def heading_line(text: str, number: str) -> str:
    return text.split("\n")[LINES[number] - 1]


def hollow(text: str, number: str, fill: str) -> str:
    """The heading stays, what stands under it is ``fill``."""
    first, stop = extent(number)
    lines = text.split("\n")
    head = re.sub(r"(:\*\*).*", r"\1", lines[first - 1])
    return "\n".join([*lines[: first - 1], head, "", fill, "", *lines[stop - 1 :]])


def each_heading(text: str, change: Callable[[str], str], *, ordinals: bool = False) -> str:
    lines = text.split("\n")
    for number, at in LINES.items():
        if ordinals or not number.startswith("IV.3."):
            lines[at - 1] = change(lines[at - 1])
    return "\n".join(lines)


def split_title(line: str) -> tuple[str, str]:
    """(heading, run-in text after it)."""
    m = re.match(r"(\*\*[^*]*:\*\*)(.*)$", line)
    return (m[1], m[2]) if m else (line, "")


def bare(text: str) -> str:
    return re.sub(r"^#+\s*|\*{1,3}", "", text, flags=re.MULTILINE)


def capitals(line: str) -> str:
    head, rest = split_title(line)
    return head.upper() + rest


NUMBER = re.compile(r"^([#\s*]*)([IVX]+[-.]|\d+(?:\.\d+)*\.)\s*")
ROMAN = re.compile(r"^([#\s*]*)([IVX]+)[-.]\s*")
LETTER = dict(zip(("I", "II", "III", "IV", "V"), "ABCDE", strict=True))
PART = dict(zip(("I", "II", "III", "IV", "V"), ("nhất", "hai", "ba", "tư", "năm"), strict=True))


def numberless(line: str) -> str:
    return NUMBER.sub(r"\1", line)


def lettered(line: str) -> str:
    return ROMAN.sub(lambda m: f"{m[1]}{LETTER[m[2]]}. ", line)


def parted(line: str) -> str:
    return ROMAN.sub(lambda m: f"{m[1]}Phần thứ {PART[m[2]]}: ", line)


def part_above(line: str) -> str:
    """``Phần thứ nhất`` on a line of its own, the title below."""
    return ROMAN.sub(lambda m: f"{m[1]}Phần thứ {PART[m[2]]}\n\n{m[1]}", line)


def one_level(text: str) -> str:
    return re.sub(r"^#+ ", "# ", text, flags=re.MULTILINE)


def contents(text: str, *, title: bool, leaders: bool, depth: int = 2) -> str:
    """A table of contents of the whole report, put after the preamble's first lines."""
    rows = ["MỤC LỤC"] if title else []
    for page, (number, at) in enumerate(LINES.items(), 2):
        if number.count(".") < depth and not number.startswith("IV.3."):
            head = bare(split_title(text.split("\n")[at - 1])[0]).strip().rstrip(":")
            rows.append(f"{head} {'.' * 24} {page}" if leaders else head)
    return "\n\n".join(rows) + "\n\n"


def with_contents(body: str, toc: str) -> str:
    lines = body.split("\n")
    return "\n".join([*lines[:6], toc, *lines[6:]])


def test_the_outline_is_exact(found: Outline) -> None:
    lines = {s.number: found.document.locate(s.heading.start).line for s in found.sections}
    assert len(found.sections) == len(LINES) == 47
    assert [s.number for s in found.sections] == list(LINES)
    assert lines == LINES


def test_every_note_has_reference_and_text(found: Outline) -> None:
    notes = found.document.footnotes
    assert len(notes) == 31
    assert sorted(int(n.number) for n in notes) == list(range(1, 32))
    body = min(n.start for n in notes)
    for note in notes:
        assert note.reference is not None
        assert note.reference <= body
        assert found.document.text[note.start : note.end].strip()
    attached = [k for s in found.sections for k in s.footnotes]
    assert len(attached) == len(set(attached)) == 31


def test_cut_paragraphs_are_whole(found: Outline) -> None:
    joined = [p for p in found.document.paragraphs if len({x.line for x in p.pieces}) > 1]
    assert len(joined) == 13
    for paragraph in joined:
        assert found.document.text[paragraph.start : paragraph.end].rstrip()[-1] in ".:;"


def test_title_block_and_closing(found: Outline) -> None:
    assert found.metadata.unit is not None
    assert "Đức Phổ" in found.metadata.unit
    last = found.sections[-1]
    closing = found.document.text[found.closing.start : found.closing.end]
    assert "Nơi nhận" in closing
    assert "Nơi nhận" not in found.document.text[last.whole.start : last.whole.end]


def test_nothing_is_missing(text: str, tmp_path: Path) -> None:
    result = judge(tmp_path, text)
    assert gaps(result) == {}
    assert not result.foreign


def test_lessons_taken_out(text: str, tmp_path: Path) -> None:
    result = judge(tmp_path, without(text, "IV.3"))
    assert gaps(result) == {"IV.3": "missing"}
    verdict = result.verdict("IV.3")
    assert verdict.searched, "proof of absence"


def test_directions_taken_out(text: str, tmp_path: Path) -> None:
    cut = without(text, "V")
    assert "2025 - 2030" in cut
    assert gaps(judge(tmp_path, cut)) == dict.fromkeys(below("V"), "missing")


@pytest.mark.parametrize("title", [True, False], ids=["titled", "untitled"])
@pytest.mark.parametrize("leaders", [True, False], ids=["leaders", "plain"])
@pytest.mark.parametrize("where", ["front", "after-title"])
def test_a_table_of_contents_changes_nothing(text: str, tmp_path: Path, title: bool, leaders: bool, where: str) -> None:
    toc = contents(text, title=title, leaders=leaders)
    for body, wanted in ((without(text, "V"), below("V")), (text, set())):
        made = toc + body if where == "front" else with_contents(body, toc)
        assert set(gaps(judge(tmp_path, made))) == wanted


@pytest.mark.parametrize("number", ["I", "II.7", "IV.3", "V.1", "V.2.3"])
@pytest.mark.parametrize("fill", ["(đang tổng hợp)", "…", "[bổ sung]"])
def test_a_placeholder_is_empty(text: str, tmp_path: Path, number: str, fill: str) -> None:
    assert gaps(judge(tmp_path, hollow(text, number, fill))) == {number: "empty"}


CLOTHES: dict[str, Callable[[str], str | bytes]] = {
    "bare": bare,
    "nfd": lambda t: unicodedata.normalize("NFD", t),
    "utf16": lambda t: t.encode("utf-16"),
    "utf8-bom": lambda t: t.encode("utf-8-sig"),
    "cp1258": lambda t: unicodedata.normalize("NFC", t).translate(CP1258).encode("cp1258", errors="replace"),
    "crlf": lambda t: t.replace("\n", "\r\n"),
    "one-level": one_level,
    "capitals": lambda t: each_heading(t, capitals),
    "numberless": lambda t: each_heading(t, numberless),
    "letters": lambda t: each_heading(t, lettered),
    "parts": lambda t: each_heading(t, parted),
    "parts-above": lambda t: each_heading(t, part_above),
    "bare-letters": lambda t: bare(each_heading(t, lettered)),
    "bare-parts": lambda t: bare(each_heading(t, parted)),
    "bare-capitals": lambda t: bare(each_heading(t, capitals)),
    "bare-numberless": lambda t: bare(each_heading(t, numberless)),
}
TONES = "\u0300\u0301\u0303\u0309\u0323"


def _cp1258(char: str) -> str:
    """A letter as the code page spells it: base letter, then its tone as a combining mark."""
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(c for c in parts if c in TONES)
    rest = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    return rest + tone


CP1258 = {ord(c): _cp1258(c) for c in map(chr, range(0xC0, 0x1F00)) if unicodedata.normalize("NFD", c) != c}
CP1258.update({ord(c): _cp1258(c) for c in map(chr, range(0x1EA0, 0x1EFA))})


@pytest.mark.parametrize("name", CLOTHES)
def test_other_clothes_lose_nothing(text: str, tmp_path: Path, name: str) -> None:
    assert gaps(judge(tmp_path, CLOTHES[name](text))) == {}


@pytest.mark.parametrize("name", CLOTHES)
def test_other_clothes_hide_no_gap(text: str, tmp_path: Path, name: str) -> None:
    """Lessons and directions out first, dressed afterwards: the same gaps."""
    lines = text.split("\n")
    for number in ("V", "IV.3"):
        first, stop = extent(number)
        lines[first - 1 : stop - 1] = [""] * (stop - first)
    result = judge(tmp_path, CLOTHES[name]("\n".join(lines)))
    assert set(gaps(result)) == {"IV.3", *below("V")}


def renamed(text: str) -> str:
    """Every second leaf carries an alias of the template instead of its title."""
    lines = text.split("\n")
    for k, number in enumerate(LEAVES):
        aliases = TEMPLATE.by_number[number].aliases
        if k % 2 or not aliases:
            continue
        head, rest = split_title(lines[LINES[number] - 1])
        mark = NUMBER.match(head) or ROMAN.match(head)
        if mark:
            tail = ":**" if rest else ""
            lines[LINES[number] - 1] = mark[0] + aliases[-1] + tail + rest
    return "\n".join(lines)


def swapped(text: str, a: str, b: str) -> str:
    """Two neighbouring sections change places and keep their numbers."""
    lines = text.split("\n")
    (a0, a1), (b0, b1) = extent(a), extent(b)
    assert a1 == b0
    marks = [NUMBER.match(lines[k - 1]) for k in (a0, b0)]
    assert marks[0]
    assert marks[1]
    first = [lines[b0 - 1].replace(marks[1][2], marks[0][2], 1), *lines[b0 : b1 - 1]]
    second = [lines[a0 - 1].replace(marks[0][2], marks[1][2], 1), *lines[a0 : a1 - 1]]
    return "\n".join([*lines[: a0 - 1], *first, *second, *lines[b1 - 1 :]])


def several(text: str, *numbers: str) -> str:
    for number in sorted(numbers, key=lambda n: -LINES[n]):
        text = without(text, number)
    return text


Edit = tuple[Callable[[str], "str | bytes"], set[str]]
EDITS: dict[str, Edit] = {f"out {n}": (lambda t, n=n: without(t, n), below(n)) for n in [*LEAVES, *PARENTS]}  # type: ignore[misc]
EDITS |= {
    "renamed": (renamed, set()),
    "swapped II.9 II.10": (lambda t: swapped(t, "II.9", "II.10"), set()),
    "swapped V.2.1 V.2.2": (lambda t: swapped(t, "V.2.1", "V.2.2"), set()),
    "hollow II.5": (lambda t: hollow(t, "II.5", ""), {"II.5"}),
    "hollow IV.2.1": (lambda t: hollow(t, "IV.2.1", "(Chờ số liệu)"), {"IV.2.1"}),
    "dots V.2.6": (lambda t: hollow(t, "V.2.6", "……………………"), {"V.2.6"}),
    "three out": (lambda t: several(t, "II.3", "III.4", "V.2.9"), {"II.3", "III.4", "V.2.9"}),
    "twins out": (lambda t: several(t, "II.7", "V.2.7"), {"II.7", "V.2.7"}),
    "bare, III out": (lambda t: bare(without(t, "III")), below("III")),
    "nfd, II.8 out": (lambda t: unicodedata.normalize("NFD", without(t, "II.8")), {"II.8"}),
    "one level, IV.2 out": (lambda t: one_level(without(t, "IV.2")), below("IV.2")),
    "contents, IV.3 out": (lambda t: contents(t, title=True, leaders=True, depth=3) + without(t, "IV.3"), {"IV.3"}),
    "phrase in prose, IV.3 out": (
        lambda t: without(t, "IV.3").replace(
            heading_line(t, "IV.2.2"), heading_line(t, "IV.2.2") + " Bài học kinh nghiệm của nhiệm kỳ là rất sâu sắc."
        ),
        {"IV.3"},
    ),
}


def test_there_are_as_many_edited_versions_as_the_issue_counts() -> None:
    assert len(EDITS) == 54


@pytest.mark.parametrize("name", EDITS)
def test_edited_versions(text: str, tmp_path: Path, name: str) -> None:
    edit, wanted = EDITS[name]
    assert set(gaps(judge(tmp_path, edit(text)))) == wanted
