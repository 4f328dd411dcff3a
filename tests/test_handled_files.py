"""Files that are not ours: a user's own in the report's folder, annexes among the drafts, several decision files; and Ctrl-C."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import cohorts
import openpyxl
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch
from vnreport_nlp.cli.common import annexes_of, draft_paths
from vnreport_nlp.cli.main import run
from vnreport_nlp.decisions import read_decisions, write_decisions
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters import xlsx
from vnreport_nlp.model import Decision, Unreadable, msg

NAMES = ("xa-khe-ngang.md", "huyen-phong-lam.md")


@pytest.fixture
def folder(tmp_path: Path, drafts: Path) -> Path:
    made = tmp_path / "drafts"
    made.mkdir()
    for name in NAMES:
        shutil.copy(drafts / name, made / name)
    return made


def batch(folder: Path, out: Path, *more: str) -> int:
    return run(["batch", str(folder), "-o", str(out), "--workers", "1", *more])


MINE = {
    "index.html": b"<html>trang cua toi</html>",
    "results.json": b'{"schema": "khac"}',
    "units/xa-khe-ngang.html": b"hi",
}


def test_a_page_of_somebody_else_is_kept_and_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    for name, data in MINE.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    batch(folder, out)
    told = capsys.readouterr().out
    for name, data in MINE.items():
        kept = (out / name).with_stem(Path(name).stem + "-da-sua")
        assert kept.read_bytes() == data
        assert kept.relative_to(out).as_posix() in told
    before = {p for p in out.rglob("*") if "-da-sua" in p.name}
    batch(folder, out, "--fresh")
    assert {p for p in out.rglob("*") if "-da-sua" in p.name} == before, "our own pages are written over"


def test_pages_of_ours_are_known_without_their_receipt(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    paths = sorted(map(str, folder.iterdir()))
    write_batch(paths, out, load_template())
    (out / ".vnreport-receipt.json").unlink()
    (out / "matrix.xlsx").unlink()
    shutil.rmtree(out / "letters")
    told = write_batch(paths, out, load_template(), options=BatchOptions(resume=False))
    assert told.cleared.aside == () and not list(out.rglob("*-da-sua*"))


def test_a_single_file_keeps_a_foreign_index_too(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "one"
    out.mkdir()
    (out / "index.html").write_text("mine")
    write_batch(sorted(map(str, folder.iterdir())), out, load_template(), single_file=True)
    assert (out / "index-da-sua.html").read_text() == "mine"


def workbook() -> bytes:
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    return made.getvalue()


def docx_bytes() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr("word/document.xml", "<w:document/>")
    return made.getvalue()


def test_annexes_are_no_drafts_whatever_is_a_text_stays_one(folder: Path) -> None:
    (folder / "Biểu 2.xlsx").write_bytes(workbook())
    (folder / "anh hoi nghi.JPG").write_bytes(b"\xff\xd8\xff\xe0 picture")
    (folder / "doi-ten.xls").write_bytes(docx_bytes())
    (folder / "bang.csv").write_text("a;b", encoding="utf-8")
    found, passed = draft_paths([str(folder)])
    assert {p.name for p in found} == {*NAMES, "doi-ten.xls"}
    assert {Path(n).name for n in annexes_of(passed, "vi", quiet=True)} == {
        "Biểu 2.xlsx",
        "anh hoi nghi.JPG",
        "bang.csv",
    }
    found, _ = draft_paths([str(folder / "Biểu 2.xlsx")])
    assert [p.name for p in found] == ["Biểu 2.xlsx"], "what is named itself is read"


def test_the_outline_among_the_drafts_is_none_of_them(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "ĐỀ CƯƠNG BÁO CÁO\n\nI. Kết quả nạo vét kênh mương\n\nII. Tồn tại, hạn chế\n\nIII. Kiến nghị, đề xuất\n"
    (folder / "de-cuong.md").write_text(text, encoding="utf-8")
    (folder / "sao").mkdir()
    (folder / "sao" / "ban-sao.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "report"
    job = ["batch", str(folder), "-o", str(out), "-t", str(folder / "de-cuong.md"), "--workers", "1"]
    run(job)
    assert "Đề cương, không đối chiếu: de-cuong.md, ban-sao.txt" in capsys.readouterr().err
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert len(data["drafts"]) == len(NAMES)
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "Đề cương, không đối chiếu: de-cuong.md, ban-sao.txt" in index
    assert not list((out / "letters").glob("*de-cuong*")) and not list((out / "letters").glob("*ban-sao*"))
    run(
        [
            "batch",
            str(folder / "de-cuong.md"),
            "-o",
            str(tmp_path / "alone"),
            "-t",
            str(folder / "de-cuong.md"),
            "--workers",
            "1",
        ]
    )
    assert json.loads((tmp_path / "alone" / "results.json").read_text(encoding="utf-8"))["drafts"], (
        "what is alone is a draft"
    )


def test_annexes_are_listed_and_get_no_letter(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "phu-luc.xlsx").write_bytes(workbook())
    out = tmp_path / "report"
    batch(folder, out)
    assert "Tệp khác, không đối chiếu: 1 (phu-luc.xlsx)" in capsys.readouterr().err
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert len(data["drafts"]) == len(NAMES)
    assert not (out / "letters" / "phu-luc.docx").exists()
    assert "phu-luc.xlsx" in (out / "index.html").read_text(encoding="utf-8")
    (folder / "phu-luc-2.xlsx").write_bytes(workbook())
    batch(folder, out)
    assert "phu-luc-2.xlsx" in (out / "index.html").read_text(encoding="utf-8"), "a new annex is a new report"
    batch(folder, tmp_path / "codes", "--anonymise")
    assert "phu-luc" not in (tmp_path / "codes" / "index.html").read_text(encoding="utf-8")


def decided(path: Path, unit: str, fingerprint: str, action: str, name: str, at: str) -> Path:
    write_decisions([Decision(unit, fingerprint, action, "vì thế", name, at)], path)  # type: ignore[arg-type]
    return path


def test_several_decision_files_all_count(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report"
    batch(folder, out)
    drafts = json.loads((out / "results.json").read_text(encoding="utf-8"))["drafts"]
    draft = next(d for d in drafts if len(d["findings"]) > 1)
    first, second = (f["fingerprint"] for f in draft["findings"][:2])
    an = decided(tmp_path / "an.json", draft["unit"], first, "waive", "An", "2025-05-01T08:00:00Z")
    binh = decided(tmp_path / "binh.json", draft["unit"], second, "accept", "Bình", "2025-05-02T08:00:00Z")
    chi = decided(tmp_path / "chi.json", draft["unit"], first, "accept", "Chi", "2025-05-03T08:00:00Z")
    capsys.readouterr()
    batch(folder, out, "--decisions", str(an), "--decisions", str(binh))
    again = json.loads((out / "results.json").read_text(encoding="utf-8"))["drafts"]
    found = {f["fingerprint"]: f for d in again if d["path"] == draft["path"] for f in d["findings"]}
    assert found[first]["decision"]["action"] == "waive" and found[second]["decision"]["action"] == "accept"
    assert "An" not in capsys.readouterr().err, "nobody differs"
    batch(folder, out, *(x for p in (an, binh, chi) for x in ("--decisions", str(p))))
    told = capsys.readouterr().err
    assert "An: “Bỏ qua, không phải lỗi”" in told and "Giữ ý sau: Chi." in told
    path = str(next(p for p in folder.iterdir() if p.name == Path(draft["path"]).name))
    run(["check", path, "--format", "json", "--decisions", str(an), "--decisions", str(binh)])
    (checked,) = json.loads(capsys.readouterr().out)["drafts"]
    assert {f["fingerprint"] for f in checked["findings"] if f.get("decision")} == {first, second}


def test_a_row_of_an_unreadable_file_takes_no_opinion(tmp_path: Path) -> None:
    bad = Unreadable("du-thao/bang.pdf", "corrupt", msg("Tệp bị hỏng: pdf."), None)
    result = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"]), "a.md")
    xlsx.export(cohorts.cohort_of({"bang": bad, "Xã Cồn Dừa": result}), tmp_path / "matrix.xlsx")
    book = openpyxl.load_workbook(tmp_path / "matrix.xlsx")
    sheet = book.worksheets[1]
    heads = {str(c.value): c.column for c in sheet[1]}
    (row,) = (r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 2).value == "Không đọc được")
    (other,) = (r for r in range(2, sheet.max_row + 1) if r != row and sheet.cell(r, heads["Quy tắc"]).value == "S101")
    own = sheet.cell(other, heads["Ý kiến"])
    assert sheet.cell(row, heads["Ý kiến"]).fill.fgColor.rgb != own.fill.fgColor.rgb
    (rule,) = sheet.data_validations.dataValidation
    assert own.coordinate in rule.sqref and sheet.cell(row, heads["Ý kiến"]).coordinate not in rule.sqref
    sheet.cell(row, heads["Ý kiến"]).value = "Đúng, đề nghị sửa"
    book.save(tmp_path / "typed.xlsx")
    with pytest.raises(UsageError, match=rf"H{row} “Đúng, đề nghị sửa”") as told:
        read_decisions(tmp_path / "typed.xlsx")
    assert "Không đọc được" in str(told.value.hint)


@pytest.mark.skipif(os.name != "posix", reason="signals to a group of processes")
@pytest.mark.parametrize("after", [0.4, 1.2, 2.0])
def test_ctrl_c_is_told_in_one_line(after: float, drafts: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job would ignore it
        "from vnreport_nlp.__main__ import main; print(flush=True); main()",  # the line: Python itself is up, ours to answer
        "batch",
        str(drafts),
        "-o",
        str(tmp_path / "out"),
        "--workers",
        "2",
    ]
    job = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "VNREPORT_CACHE": str(tmp_path)},
    )  # fmt: skip
    assert job.stdout is not None and job.stdout.readline() == "\n"
    time.sleep(after)
    if job.poll() is not None:
        pytest.skip("done before it could be stopped")
    os.killpg(job.pid, signal.SIGINT)
    _, told = job.communicate(timeout=60)
    assert "Traceback" not in told and "KeyboardInterrupt" not in told
    assert job.returncode == 2 and "Đã dừng; phần đã xong được giữ lại." in told
