"""What ``--previous`` shows: mended, not mended, new, on the index, the unit's page, in the letter and the workbook."""

# Long because: two reports, which take their time to write, are held against each other in every way here.

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import docx
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch
from vnreport_nlp.batch import run as batch_run
from vnreport_nlp.batch.cache import FILE, Kept
from vnreport_nlp.batch.tasks import Task
from vnreport_nlp.exporters.html_revisions import _numbered

BEFORE = "\n\nTrong kỳ có 15/13 chi bộ đạt tiêu chuẩn.\n\nNgày 30/02/2023, cấp ủy họp chuyên đề.\n"
AFTER = "\n\nTrong kỳ có 15/13 chi bộ đạt tiêu chuẩn.\n\nThực hiện Nghị quyết 50/NQ-TW về công tác xây dựng Đảng.\n"
LINE = "So với lần trước: đã sửa {}, chưa sửa {}, mới phát sinh {}"


def write(folder: Path, out: Path, previous: Path | None = None, **options: object) -> None:
    paths = sorted(str(p) for p in folder.iterdir())
    write_batch(
        paths, out, load_template(), options=BatchOptions(**options),  # type: ignore[arg-type]
        previous=str(previous) if previous else None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, drafts: Path) -> Path:
    """``old`` and ``new``: of two units one mended a finding, left one and made one; ``drafts`` are those of ``new``."""
    folder = tmp_path_factory.mktemp("previous")
    (folder / "drafts").mkdir()
    name = "xa-khe-ngang.md"
    text = (drafts / name).read_text(encoding="utf-8")
    head, tail = text.split("\n", 60)[:60], text.split("\n", 60)[60]
    shutil.copy(drafts / "huyen-phong-lam.md", folder / "drafts")
    (folder / "drafts" / name).write_text("\n".join(head) + BEFORE + tail, encoding="utf-8")
    write(folder / "drafts", folder / "old")
    (folder / "drafts" / name).write_text("\n".join(head) + AFTER + tail, encoding="utf-8")
    write(folder / "drafts", folder / "new", folder / "old")
    return folder


def counts(out: Path, name: str) -> tuple[int, int, int]:
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    (told,) = (r for r in data["revisions"] if r["path"].endswith(name))
    return len(told["fixed"]), len(told["open"]), len(told["new"])


def test_the_index_sums_and_lists_the_units(reports: Path) -> None:
    index = (reports / "new" / "index.html").read_text(encoding="utf-8")
    units = [counts(reports / "new", n) for n in ("xa-khe-ngang.md", "huyen-phong-lam.md")]
    assert units[0][0] >= 1 and units[0][2] >= 1 and units[1][::2] == (0, 0)
    assert LINE.format(*(sum(u[k] for u in units) for k in range(3))) in index
    assert "So với lần trước" not in (reports / "old" / "index.html").read_text(encoding="utf-8")


def test_a_unit_page_lists_each_with_a_link(reports: Path) -> None:
    page = (reports / "new" / "units" / "xa-khe-ngang.html").read_text(encoding="utf-8")
    assert LINE.format(*counts(reports / "new", "xa-khe-ngang.md")) in page
    listed = page.split('class="revision"')[1].split("</details>")[0]
    left, mended = listed.split("<h3>Đã sửa</h3>")
    assert "30/02/2023" in mended and "href" not in mended
    assert "15 &gt; 13" in left.split("<h3>Mới phát sinh</h3>")[0] or "15/13" in left.split("<h3>Mới phát sinh</h3>")[0]
    assert "50/NQ-TW" in left.split("<h3>Mới phát sinh</h3>")[1]
    assert "chưa sửa từ lần trước" in page and 'class="since">mới phát sinh' in page


def test_the_letter_marks_what_was_asked_before(reports: Path) -> None:
    lines = [p.text for p in docx.Document(str(reports / "new" / "letters" / "xa-khe-ngang.docx")).paragraphs]
    again = next(line for line in lines if "15/13" in line)
    assert again.endswith("đề nghị kiểm tra lại (lần rà soát trước đã nêu).")
    assert "lần trước" not in next(line for line in lines if "50/NQ-TW" in line)
    old = docx.Document(str(reports / "old" / "letters" / "xa-khe-ngang.docx")).paragraphs
    assert not any("lần trước" in p.text for p in old)


def test_the_workbook_has_a_sheet_of_them(reports: Path) -> None:
    def text(out: str) -> str:
        with zipfile.ZipFile(reports / out / "matrix.xlsx") as book:
            return book.read("xl/workbook.xml").decode() + book.read("xl/sharedStrings.xml").decode()

    assert "So với lần trước" in text("new") and "Mới phát sinh" in text("new") and "30/02/2023" in text("new")
    assert "So với lần trước" not in text("old")


def test_it_is_the_same_twice_and_an_unchanged_batch_writes_nothing(reports: Path, tmp_path: Path) -> None:
    write(reports / "drafts", tmp_path / "new", reports / "old", workers=2)

    def files(folder: Path) -> dict[str, bytes]:
        return {
            p.relative_to(folder).as_posix(): p.read_bytes()
            for p in folder.rglob("*")
            if p.is_file() and "cache" not in p.name
        }

    assert files(tmp_path / "new") == files(reports / "new")
    times = {p: p.stat().st_mtime_ns for p in (tmp_path / "new").rglob("*")}
    write(reports / "drafts", tmp_path / "new", reports / "old")
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "new").rglob("*")} == times


def test_letters_and_pages_that_were_kept_learn_of_a_previous_report(reports: Path, tmp_path: Path) -> None:
    write(reports / "drafts", tmp_path / "out")
    write(reports / "drafts", tmp_path / "out", reports / "old")
    for name in ("letters/xa-khe-ngang.docx", "units/xa-khe-ngang.html", "index.html"):
        assert (tmp_path / "out" / name).read_bytes() == (reports / "new" / name).read_bytes(), name


def test_what_was_waived_is_neither_mended_nor_open(reports: Path, tmp_path: Path) -> None:
    data = json.loads((reports / "old" / "results.json").read_text(encoding="utf-8"))
    for draft in data["drafts"]:
        for found in draft["findings"]:
            found["waived"] = True
    (tmp_path / "results.json").write_text(json.dumps(data), encoding="utf-8")
    write(reports / "drafts", tmp_path / "out", tmp_path)
    fixed, still, _ = counts(tmp_path / "out", "xa-khe-ngang.md")
    assert (fixed, still) == (0, 0)


def test_of_two_files_of_a_unit_each_is_held_against_its_own(tmp_path: Path, drafts: Path) -> None:
    """What only the second file had is not mended in the first, which nobody touched."""
    text = (drafts / "xa-khe-ngang.md").read_text(encoding="utf-8")
    head, tail = text.split("\n", 60)[:60], text.split("\n", 60)[60]
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "ban-1.md").write_text(text, encoding="utf-8")
    (folder / "ban-2.md").write_text("\n".join(head) + BEFORE + tail, encoding="utf-8")
    write(folder, tmp_path / "old")
    (folder / "ban-2.md").write_text("\n".join(head) + AFTER + tail, encoding="utf-8")
    folder = folder.rename(tmp_path / "again")
    write(folder, tmp_path / "new", tmp_path / "old")
    assert counts(tmp_path / "new", "ban-1.md")[::2] == (0, 0)
    fixed, _, new = counts(tmp_path / "new", "ban-2.md")
    assert fixed >= 1 and new >= 1


def test_an_anonymous_report_tells_it_too(reports: Path, tmp_path: Path) -> None:
    write(reports / "drafts", tmp_path / "out", reports / "old", anonymise=True)
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "So với lần trước: đã sửa" in index
    data = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert all(r["path"].startswith("don-vi-") and r["unit"].startswith("Đơn vị ") for r in data["revisions"])


def test_a_sum_put_right_wrongly_is_not_mended(tmp_path: Path, drafts: Path) -> None:
    """Of the same words with other figures nothing is mended and nothing new; another document of a wrong symbol is another error."""
    text = (drafts / "xa-khe-ngang.md").read_text(encoding="utf-8")
    head, tail = text.split("\n", 60)[:60], text.split("\n", 60)[60]
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name, total, symbol in (("old", "90", "50/NQ-TW"), ("new", "95", "51/NQ-TW")):
        said = f"\n\nĐã kiểm tra {total} đảng viên, trong đó 61 nam và 30 nữ.\n\nThực hiện Nghị quyết {symbol} của Trung ương.\n"
        (folder / "xa-khe-ngang.md").write_text("\n".join(head) + said + tail, encoding="utf-8")
        write(folder, tmp_path / name, tmp_path / "old" if name == "new" else None)
    data = json.loads((tmp_path / "new" / "results.json").read_text(encoding="utf-8"))
    (told,) = data["revisions"]
    rules = {f["fingerprint"]: f["rule"] for f in data["drafts"][0]["findings"]}
    assert [rules[x] for x in told["new"]] == ["C303"] and len(told["fixed"]) == 1
    assert any(rules[x] == "F201" for x in told["open"])
    page = (tmp_path / "new" / "units" / "xa-khe-ngang.html").read_text(encoding="utf-8")
    assert LINE.format(1, len(told["open"]), 1).split(": ", 1)[1] in page


def test_a_letter_of_nothing_new_says_so_once(reports: Path, tmp_path: Path) -> None:
    write(reports / "drafts", tmp_path / "out", reports / "new")
    lines = [p.text for p in docx.Document(str(tmp_path / "out" / "letters" / "xa-khe-ngang.docx")).paragraphs]
    assert sum("lần rà soát trước" in line for line in lines) == 1
    (told,) = [
        line
        for line in lines
        if line.startswith("Các nội dung trên đã được nêu trong lần rà soát trước. Đề nghị trước")
    ]
    assert lines.index(told) > max(k for k, line in enumerate(lines) if line.startswith("- ") and "đề nghị" in line)
    opening = next(k for k, line in enumerate(lines) if line.endswith("đề cương):"))
    assert "ội dung" in lines[opening + 1] and lines[opening + 2].startswith("- "), "the colon is followed by the list"
    assert not any("đề nghị lần trước" in line for line in lines)


def test_notes_are_neither_mended_nor_open(reports: Path, tmp_path: Path) -> None:
    data = json.loads((reports / "old" / "results.json").read_text(encoding="utf-8"))
    (draft,) = (d for d in data["drafts"] if d["path"].endswith("xa-khe-ngang.md"))
    asked = {f["fingerprint"] for f in draft["findings"] if f["severity"] != "note"}
    assert len(asked) < len(draft["findings"]), "the draft has notes"
    write(reports / "drafts", tmp_path / "out", reports / "old")
    told = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))["revisions"]
    (own,) = (r for r in told if r["path"].endswith("xa-khe-ngang.md"))
    notes = {f["fingerprint"] for f in draft["findings"]} - asked
    assert not notes & {*own["fixed"], *own["open"], *own["new"]}


def test_a_draft_that_the_last_report_did_not_know_is_named(reports: Path, tmp_path: Path, drafts: Path) -> None:
    """Else mended, open and new would not add up to what the page counts, and nothing would say why."""
    shutil.copytree(reports / "drafts", tmp_path / "drafts")
    shutil.copy(drafts / "thi-xa-cua-trieu.md", tmp_path / "drafts")
    write(tmp_path / "drafts", tmp_path / "out", reports / "old")
    told = "Lần trước không có hoặc không đọc được nên không so sánh:"
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a href="([^"]*)">[^<]*</a>', index.split(told)[1].split("</p>")[0]) == [
        "units/thi-xa-cua-trieu.html"
    ]
    assert told not in (reports / "new" / "index.html").read_text(encoding="utf-8")
    assert told not in (reports / "old" / "index.html").read_text(encoding="utf-8")


def test_what_the_last_report_read_is_not_read_again(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scan takes its time; of the same file under the same settings the last report has the reading."""
    asked: list[str] = []
    real = batch_run.run_tasks

    def counted(tasks: list[Task], **options: object) -> Iterator[Kept]:
        asked.extend(Path(t.path).name for t in tasks)
        return real(tasks, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_run, "run_tasks", counted)
    memory = reports / "new" / FILE
    before = (memory.read_bytes(), sorted(p.name for p in (reports / "new").iterdir()))
    write(reports / "drafts", tmp_path / "out", reports / "new")
    assert asked == []
    assert before == (memory.read_bytes(), sorted(p.name for p in (reports / "new").iterdir()))
    write(reports / "drafts", tmp_path / "anew", reports / "new", resume=False)
    assert asked == ["huyen-phong-lam.md", "xa-khe-ngang.md"]
    for name in ("results.json", "index.html", "units/xa-khe-ngang.html"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "anew" / name).read_bytes()


@pytest.mark.parametrize("spoil", ["record", "text", "trigger"])
def test_a_spoiled_memory_of_the_last_report_lends_nothing(reports: Path, tmp_path: Path, spoil: str) -> None:
    shutil.copytree(reports / "new", tmp_path / "old")
    memory = tmp_path / "old" / FILE
    if spoil == "text":
        memory.write_text("none", encoding="utf-8")
    else:
        with closing(sqlite3.connect(memory)) as connection, connection:
            connection.execute(
                "update record set result = x'00'" if spoil == "record"
                else "create trigger t after insert on record begin delete from record; end"
            )  # fmt: skip
    write(reports / "drafts", tmp_path / "out", tmp_path / "old")
    write(reports / "drafts", tmp_path / "right", reports / "new")
    assert (tmp_path / "out" / "results.json").read_bytes() == (tmp_path / "right" / "results.json").read_bytes()


def lines_of(out: Path, name: str = "xa-khe-ngang") -> list[str]:
    return [p.text for p in docx.Document(str(out / "letters" / f"{name}.docx")).paragraphs]


def accepting(out: Path, quote: str, target: Path) -> str:
    """A decision file that accepts the finding of a report with this quote."""
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    (draft,) = (d for d in data["drafts"] if d["path"].endswith("xa-khe-ngang.md"))
    given = [
        {"unit": draft["unit"], "fingerprint": f["fingerprint"], "action": "accept", "name": "An"}
        for f in draft["findings"]
        if quote in f["quote"]
    ]
    assert given
    target.write_text(json.dumps({"schema": "vnreport.decisions/1", "decisions": given}), encoding="utf-8")
    return str(target)


def test_what_no_letter_told_is_not_said_to_have_been_told(reports: Path, tmp_path: Path) -> None:
    """A finding that was known, but that nobody had confirmed for the letter, is new to the unit."""
    folder, paths = tmp_path / "drafts", []
    shutil.copytree(reports / "drafts", folder)
    paths = sorted(str(p) for p in folder.iterdir())
    confirmed = BatchOptions(letters="confirmed")
    one = accepting(reports / "new", "15/13", tmp_path / "one.json")
    write_batch(paths, tmp_path / "first", load_template(), options=confirmed, decisions=one)
    assert any("15/13" in line for line in lines_of(tmp_path / "first"))
    write(folder, tmp_path / "second", tmp_path / "first")
    again = [line for line in lines_of(tmp_path / "second") if "lần rà soát trước" in line]
    assert len(again) == 1 and "15/13" in again[0]
    other = accepting(reports / "new", "50/NQ-TW", tmp_path / "other.json")
    write_batch(
        paths, tmp_path / "none", load_template(), options=confirmed, decisions=other, previous=str(tmp_path / "first")
    )
    assert any("50/NQ-TW" in line for line in lines_of(tmp_path / "none"))
    assert not any("lần rà soát trước" in line for line in lines_of(tmp_path / "none"))


def test_a_report_that_does_not_say_what_its_letters_told_claims_nothing(reports: Path, tmp_path: Path) -> None:
    data = json.loads((reports / "old" / "results.json").read_text(encoding="utf-8"))
    told = [d.pop("letter") for d in data["drafts"]]
    assert any(told)
    (tmp_path / "results.json").write_text(json.dumps(data), encoding="utf-8")
    write(reports / "drafts", tmp_path / "out", tmp_path)
    assert counts(tmp_path / "out", "xa-khe-ngang.md") == counts(reports / "new", "xa-khe-ngang.md")
    assert not any("lần rà soát trước" in line for line in lines_of(tmp_path / "out"))


def test_a_unit_page_lists_what_it_counts_with_the_sections(reports: Path) -> None:
    page = (reports / "new" / "units" / "xa-khe-ngang.html").read_text(encoding="utf-8")
    listed = page.split('class="revision"')[1].split("</details>")[0]
    numbers = [int(n) for n in re.findall(r"(?:đã sửa|chưa sửa|mới phát sinh) (\d+)", listed)]
    heads = dict(re.findall(r"<h3>([^<]+)</h3><ul>(.*?)</ul>", listed, re.DOTALL))
    assert numbers == [heads.get(k, "").count("<li>") for k in ("Đã sửa", "Chưa sửa", "Mới phát sinh")]
    data = json.loads((reports / "new" / "results.json").read_text(encoding="utf-8"))
    (draft,) = (d for d in data["drafts"] if d["path"].endswith("xa-khe-ngang.md"))
    (said,) = (f for f in draft["findings"] if "15/13" in f["quote"])
    assert said["requirement"] and f">{said['requirement']}: {said['message'].replace('>', '&gt;')}<" in listed


def test_a_section_is_named_once() -> None:
    assert _numbered("IV.2", "Thiếu mục IV.2 “Hạn chế”") == "Thiếu mục IV.2 “Hạn chế”"
    assert _numbered("IV.2", "Có ở mục IV.2.1") == "IV.2: Có ở mục IV.2.1"
    assert _numbered("", "Có ở tiêu đề") == "Có ở tiêu đề"
