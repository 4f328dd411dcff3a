"""What a second run of a batch reads anew, and a draft that ends the process that reads it."""

from __future__ import annotations

import os
import random
from pathlib import Path

import docx_made as made
import pytest
from hostile_made import batch, drafts, two_drafts
from pdf_made import Page, make_pdf

from vnreport_nlp.batch import cache, tasks
from vnreport_nlp.batch.engine import run_each
from vnreport_nlp.batch.light import unpack_light
from vnreport_nlp.errors import ReadError
from vnreport_nlp.messages import render
from vnreport_nlp.model import msg
from vnreport_nlp.readers import depends


def reasons(out: Path) -> dict[str, object]:
    return {name: draft.get("code") for name, draft in drafts(out).items() if not draft["readable"]}


def locked(path: Path, password: str) -> None:
    office = pytest.importorskip("msoffcrypto.format.ooxml")
    plain = path.with_suffix(".plain")
    size = random.Random(1)  # msoffcrypto locks no small file rightly
    more = "".join(made.p(str(size.random())) for _ in range(900))
    plain.write_bytes(made.docx(made.p("I. ĐẶC ĐIỂM, TÌNH HÌNH") + made.p("Bà con đã giữ được hai xưởng mộc.") + more))
    with plain.open("rb") as source, path.open("wb") as target:
        office.OOXMLFile(source).encrypt(password, target)
    plain.unlink()


def test_a_password_that_is_given_later_opens_the_draft(tmp_path: Path) -> None:
    folder, out = two_drafts(tmp_path), tmp_path / "out"
    locked(folder / "3.docx", "mở ra")
    batch(folder, out)
    assert reasons(out) == {"3.docx": "encrypted"}
    batch(folder, out, "--password", "sai")
    assert reasons(out) == {"3.docx": "encrypted"}
    batch(folder, out, "--password", "mở ra")
    assert reasons(out) == {}


@pytest.mark.parametrize(
    ("name", "head", "program"),
    [("a.pdf", make_pdf([Page()]), "tesseract"), ("a.rtf", b"\xef\xbb\xbf{\\rtf1 a}", "find_soffice"), ("a.doc", b"\xd0\xcf\x11\xe0", "find_soffice")],
)  # fmt: skip
def test_a_program_that_is_installed_later_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, head: bytes, program: str
) -> None:
    (tmp_path / name).write_bytes(head)
    (tmp_path / "a.docx").write_bytes(made.docx(made.p("Một")))

    def keys(found: str | None) -> tuple[str, str]:
        monkeypatch.setattr(depends, program, lambda: found)
        options = depends.ReadOptions()
        one, other = (cache.draft_key(tmp_path / file, "", options) for file in (name, "a.docx"))
        return one, other

    without, with_it = keys(None), keys("/a/program")
    assert without[0] != with_it[0]
    assert without[1] == with_it[1], "a draft that needs no program is not read again"


def test_a_failure_that_may_pass_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = two_drafts(tmp_path), tmp_path / "out"
    real = tasks.read

    def busy(path: Path, **options: object) -> object:
        if path.name == "2.md":
            raise ReadError(
                "converter_failed", str(path), msg("LibreOffice không chuyển được tệp này."), msg("Chạy lại.")
            )
        return real(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(tasks, "read", busy)
    batch(folder, out)
    assert reasons(out) == {"2.md": "converter_failed"}
    monkeypatch.setattr(tasks, "read", real)
    batch(folder, out)
    assert reasons(out) == {}


def square_or_end(number: int) -> int:
    if number in (3, 4, 17):
        os._exit(3)
    return number * number


def test_a_task_that_ends_its_process_ends_nothing_else() -> None:
    found = sorted(run_each(square_or_end, list(range(20)), workers=2, lost=lambda number: -number))
    assert found == sorted(-n if n in (3, 4, 17) else n * n for n in range(20))


def test_processes_work_in_the_folder_of_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert set(run_each(lambda _: Path.cwd(), [1, 2, 3], workers=2)) == {(tmp_path / name).resolve()}


def test_a_draft_that_ends_its_process_is_a_row_and_is_tried_again() -> None:
    kept = tasks.lost_task(tasks.Task("a.docx", "key", None, None, None))  # type: ignore[arg-type]
    found = unpack_light(kept.light)
    assert found is not None and not found.summary.readable and tasks.for_once(found.summary)
    assert found.summary.reason is not None and "dừng đột ngột" in render(found.summary.reason, "vi")


def test_what_a_saved_page_was_saved_with_is_no_draft(tmp_path: Path) -> None:
    folder, out = two_drafts(tmp_path), tmp_path / "out"
    page = "<html><meta charset=utf-8><p>HUYỆN ỦY SỐ 3</p><p><b>I. ĐẶC ĐIỂM, TÌNH HÌNH</b></p><p>Bà con giữ nghề.</p></html>"
    (folder / "Báo cáo.htm").write_text(page, encoding="utf-8")
    beside = folder / "Báo cáo_files"
    beside.mkdir()
    for name in ("filelist.xml", "header.htm", "themedata.thmx", "image001.wmz"):
        (beside / name).write_text("<html><p>Trang 2</p></html>", encoding="utf-8")
    (beside / "4.docx").write_bytes(made.docx(made.p("Một")))
    other = folder / "2_files"
    other.mkdir()
    (other / "5.htm").write_text(page, encoding="utf-8")
    batch(folder, out)
    assert set(drafts(out)) == {"1.md", "2.md", "Báo cáo.htm", "4.docx", "5.htm"}
