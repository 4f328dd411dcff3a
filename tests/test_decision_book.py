"""Opinions typed into the workbook: read back by fingerprint, merged, applied; what is not understood is told, never lost."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cohorts
import openpyxl
import pytest

from vnreport_nlp.cli.main import run as run_command
from vnreport_nlp.decisions import apply, read_decisions, write_decisions
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters import letters, xlsx
from vnreport_nlp.model import Assessment, Cohort, Decision
from vnreport_nlp.readers.sheets import column_of, letters_of

UNIT = "Xã Cồn Dừa"
ACCEPT, WAIVE, REOPEN = "Đúng, đề nghị sửa", "Bỏ qua, không phải lỗi", "Xóa ý kiến"


@pytest.fixture(scope="module")
def result() -> Assessment:
    return cohorts.assessed(cohorts.draft(UNIT, 4, drop=["IV.3"], hollow=["II.4"], thin=["II.7"]), "a.md")


def cohort_with(result: Assessment, *decisions: Decision) -> Cohort:
    return cohorts.cohort_of({UNIT: apply(result, decisions)})


def edited(path: Path, change: Callable[[openpyxl.worksheet.worksheet.Worksheet, dict[str, int]], None]) -> Path:
    """The workbook after somebody typed into its sheet of findings."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    change(sheet, {str(c.value): c.column for c in sheet[1]})
    to = path.with_name("edited.xlsx")
    book.save(to)
    return to


def put(**cells: str) -> Callable[[openpyxl.worksheet.worksheet.Worksheet, dict[str, int]], None]:
    """Type into the first row of findings."""
    heads = {"opinion": "Ý kiến", "reason": "Lý do", "name": "Người thẩm định", "code": "Mã"}

    def change(sheet: openpyxl.worksheet.worksheet.Worksheet, columns: dict[str, int]) -> None:
        for key, text in cells.items():
            sheet.cell(2, columns[heads[key]]).value = text

    return change


@pytest.fixture
def book(result: Assessment, tmp_path: Path) -> Path:
    xlsx.export(cohort_with(result), tmp_path / "matrix.xlsx")
    return tmp_path / "matrix.xlsx"


@pytest.mark.parametrize(
    ("said", "action"),
    [
        (ACCEPT, "accept"),
        (" đúng,  đề nghị sửa. ", "accept"),
        ("Bỏ qua", "waive"),
        ("waive", "waive"),
        (REOPEN, "reopen"),
    ],
)
def test_what_is_typed_comes_back_with_the_finding(said: str, action: str, book: Path, result: Assessment) -> None:
    (found,) = read_decisions(edited(book, put(opinion=said, reason="đã trao đổi với đơn vị", name="An")))
    first = result.findings[0]
    assert (found.action, found.reason, found.name, found.unit) == (action, "đã trao đổi với đơn vị", "An", UNIT)
    assert (found.fingerprint, found.rule, found.message) == (first.fingerprint, first.rule, str(first.message))
    assert found.at.startswith("20") and found.at.endswith("Z")


def test_a_decision_is_applied_to_the_next_run(book: Path, result: Assessment) -> None:
    given = read_decisions(edited(book, put(opinion=WAIVE, reason="ngoài phạm vi", name="An")))
    again = apply(result, given)
    assert isinstance(again, Assessment) and again.findings[0].waived


def test_an_untouched_workbook_says_what_was_decided_before(result: Assessment, tmp_path: Path) -> None:
    known = [
        Decision(UNIT, f.fingerprint, action, f"lý do\u0301 {k}\nhai dòng \u202e", "Bình", f"2025-03-0{k}T08:00:00Z")
        for k, (f, action) in enumerate(zip(result.findings, ("accept", "waive", "reopen"), strict=False), 1)
    ]
    xlsx.export(cohort_with(result, *known), tmp_path / "matrix.xlsx")
    for path in (tmp_path / "matrix.xlsx", edited(tmp_path / "matrix.xlsx", lambda *_: None)):
        found = {d.fingerprint: d for d in read_decisions(path)}
        assert {d: (found[d].action, found[d].name, found[d].at) for d in found} == {
            d.fingerprint: (d.action, d.name, d.at) for d in known
        }


def test_an_emptied_cell_takes_the_decision_back(result: Assessment, tmp_path: Path) -> None:
    known = Decision(UNIT, result.findings[0].fingerprint, "waive", "", "Bình", "2025-03-01T08:00:00Z")
    xlsx.export(cohort_with(result, known), tmp_path / "matrix.xlsx")
    (found,) = read_decisions(edited(tmp_path / "matrix.xlsx", put(opinion="")))
    assert found.action == "reopen" and found.at > known.at


def test_nothing_typed_is_nothing_decided(book: Path) -> None:
    assert read_decisions(book) == ()


def test_who_did_not_sign_is_told_by_the_file(book: Path) -> None:
    (found,) = read_decisions(edited(book, put(opinion=ACCEPT)))
    assert found.name in ("edited.xlsx", "openpyxl")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"opinion": "xem lại"}, "H2 “xem lại”"),
        ({"reason": "chưa rõ"}, "I2 “chưa rõ”"),
        ({"opinion": ACCEPT, "code": "abc"}, "Q2 “abc”"),
        ({"opinion": WAIVE, "reason": "  "}, "1 ý kiến bỏ qua chưa ghi lý do, ở ô: I2$"),
    ],
)
def test_what_is_not_understood_names_its_cell(cells: dict[str, str], told: str, book: Path) -> None:
    with pytest.raises(UsageError, match=told):
        read_decisions(edited(book, put(**cells)))


def test_rows_and_columns_may_be_moved_and_a_title_put_above(book: Path) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(3, columns["Ý kiến"]).value, sheet.cell(3, columns["Lý do"]).value = WAIVE, "đã có ở phụ lục"
        rows = [[c.value for c in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, len(rows))
        sheet.cell(1, 1).value = "Ý kiến của tổ thẩm định"
        for at, row in enumerate([rows[0], *reversed(rows[1:])], 3):
            for column, value in enumerate(reversed(row), 1):
                sheet.cell(at, column).value = value

    (found,) = read_decisions(edited(book, change))
    assert found.action == "waive" and found.unit == UNIT


def test_an_english_workbook_is_read_too(result: Assessment, tmp_path: Path) -> None:
    xlsx.export(cohort_with(result), tmp_path / "matrix.xlsx", lang="en")

    def change(sheet: openpyxl.worksheet.worksheet.Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(2, columns["Opinion"]).value = next(c.value for c in sheet.parent["Choices"]["A"])

    assert [d.action for d in read_decisions(edited(tmp_path / "matrix.xlsx", change))] == ["accept"]


def test_excel_offers_the_three_opinions_and_hides_what_only_we_read(book: Path) -> None:
    read = openpyxl.load_workbook(book)
    (rule,) = read["Phát hiện"].data_validations.dataValidation
    assert rule.formula1 == "'Lựa chọn'!$A$1:$A$3" and str(rule.sqref).startswith("H2")
    assert [c.value for c in read["Lựa chọn"]["A"]] == [ACCEPT, WAIVE, REOPEN]
    assert read["Lựa chọn"].sheet_state == "hidden"
    assert [k for k, d in read["Phát hiện"].column_dimensions.items() if d.hidden] == [
        "Q",
        "R",
    ]  # R and S, as one range


def test_an_anonymous_workbook_is_no_decision_file(result: Assessment, tmp_path: Path) -> None:
    xlsx.export(cohort_with(result), tmp_path / "matrix.xlsx", anonymise=True)
    with pytest.raises(UsageError, match="không có cột ý kiến"):
        read_decisions(tmp_path / "matrix.xlsx")


def test_merge_takes_workbooks_and_shows_who_disagrees(
    book: Path, result: Assessment, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = edited(book, put(opinion=WAIVE, reason="không phải lỗi", name="An"))
    other = Decision(UNIT, result.findings[0].fingerprint, "accept", "", "Bình", "2025-03-01T08:00:00Z")
    write_decisions([other], tmp_path / "binh.json")
    merged = tmp_path / "chung.json"
    assert run_command(["decisions", "merge", str(mine), str(tmp_path / "binh.json"), "-o", str(merged)]) == 1
    assert "An: “Bỏ qua, không phải lỗi”" in capsys.readouterr().out
    (kept,) = read_decisions(merged)
    assert kept.action == "waive" and kept.name == "An", "the later word"
    assert run_command(["decisions", "merge", str(mine), "-o", str(merged)]) == 0


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_loses_nothing(result: Assessment, tmp_path: Path) -> None:
    known = Decision(UNIT, result.findings[1].fingerprint, "waive", "ngoài phạm vi", "Bình", "2025-03-01T08:00:00Z")
    xlsx.export(cohort_with(result, known), tmp_path / "matrix.xlsx")
    path = edited(tmp_path / "matrix.xlsx", put(opinion=ACCEPT, reason="=1+1 không phải công thức", name="An"))
    for kind in ("ods", "xlsx"):
        folder = tmp_path / kind
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        path = folder / f"edited.{kind}"
    found = {d.fingerprint: d for d in read_decisions(path)}
    assert len(found) == 2 and found[known.fingerprint].at == known.at and found[known.fingerprint].name == "Bình"
    new = found[result.findings[0].fingerprint]
    assert (new.action, new.name, new.unit) == ("accept", "An", UNIT)


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one part changed."""
    to = path.with_name("hostile.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return to


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/sharedStrings.xml", lambda old: BOMB + old.partition(b"?>")[2]),
        ("xl/worksheets/sheet2.xml", lambda old: old + b" " * 40_000_000),
        ("xl/worksheets/sheet2.xml", lambda old: old[:200]),
        ("xl/workbook.xml", lambda _: b"no xml"),
    ],
)
def test_hostile_workbooks_are_refused(part: str, change: Callable[[bytes], bytes], book: Path) -> None:
    with pytest.raises(UsageError, match="không đọc được"):
        read_decisions(rewritten(book, part, change))


def test_a_link_out_of_the_workbook_is_not_followed(book: Path) -> None:
    links = "xl/_rels/workbook.xml.rels"
    outside = rewritten(
        book, links, lambda old: old.replace(b'"worksheets/sheet2.xml"', b'"file:///etc/passwd" TargetMode="External"')
    )
    with pytest.raises(UsageError, match="không có cột ý kiến"):
        read_decisions(outside)


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a password", b"\xff\xfe"])
def test_what_is_no_workbook_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(UsageError, match="không đọc được"):
        read_decisions(tmp_path / "a.xlsx")


@pytest.mark.parametrize(("letters_", "column"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16383)])
def test_columns_by_their_letters(letters_: str, column: int) -> None:
    assert column_of(letters_) == column and letters_of(column) == letters_


def told(folder: Path) -> str:
    import docx

    return "\n".join(p.text for path in folder.glob("*.docx") for p in docx.Document(str(path)).paragraphs)


def test_letters_of_confirmed_findings_only(result: Assessment, tmp_path: Path) -> None:
    by_rule = {f.rule: f for f in result.findings}
    accepted, waived = by_rule["S102"], by_rule["S103"]
    given = [Decision(UNIT, accepted.fingerprint, "accept"), Decision(UNIT, waived.fingerprint, "waive")]
    cohort = cohort_with(result, *given)
    assert letters.export(cohort, tmp_path / "confirmed", confirmed=True)
    text = told(tmp_path / "confirmed")
    assert "II.4" in text and "IV.3" not in text and "II.7" not in text
    assert "còn thiếu;" not in text and "đã đủ" not in text, "counts of all findings would contradict the list"
    assert letters.export(cohort, tmp_path / "all")
    assert "II.4" in (text := told(tmp_path / "all")) and "IV.3" in text and "II.7" not in text


def test_without_a_confirmed_finding_there_is_no_letter(result: Assessment, tmp_path: Path) -> None:
    reopened = Decision(UNIT, result.findings[0].fingerprint, "reopen")
    assert letters.export(cohort_with(result, reopened), tmp_path, confirmed=True) == ()


def test_an_accepted_note_is_asked_for(result: Assessment, tmp_path: Path) -> None:
    note = replace(result.findings[0], severity="note")
    made = replace(result, findings=(note,))
    assert letters.export(cohort_with(made), tmp_path, confirmed=True) == ()
    assert letters.export(cohort_with(made, Decision(UNIT, note.fingerprint, "accept")), tmp_path, confirmed=True)


def test_batch_from_workbook_to_letters(drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "bao cao"
    job = ["batch", str(drafts / "huyen-nam-khuong.txt"), "-o", str(out), "--workers", "1"]
    assert run_command([*job, "--letters", "confirmed"]) == 2
    assert "phải có tệp ý kiến" in capsys.readouterr().err
    assert run_command(job) == 1
    book = openpyxl.load_workbook(out / "matrix.xlsx")
    sheet = book["Phát hiện"]
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 4).value == "S102")
    sheet.cell(row, 8).value = ACCEPT
    book.save(out / "matrix.xlsx")
    capsys.readouterr()
    again = [*job, "--decisions", str(out / "matrix.xlsx"), "--letters", "confirmed"]
    assert run_command(again) == 1
    assert "matrix-da-sua.xlsx" in capsys.readouterr().out
    assert len([line for line in told(out / "letters").split("\n") if line.startswith("- ")]) == 1
    (kept,), (written,) = read_decisions(out / "matrix-da-sua.xlsx"), read_decisions(out / "matrix.xlsx")
    assert written == replace(kept, name="matrix.xlsx"), "nobody signed: the file that was read stands for a name"
    assert run_command(again) == 1 and "da-sua" not in capsys.readouterr().out
    assert not (out / "matrix-da-sua1.xlsx").exists()
