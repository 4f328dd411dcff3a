"""What an earlier run left, what an anonymous report must not say, and reports among drafts."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import cohorts
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, BatchSummary, write_batch
from vnreport_nlp.batch.run import unordered
from vnreport_nlp.batch.stale import clear_stale, hash_of
from vnreport_nlp.cli.main import run as run_command
from vnreport_nlp.errors import UsageError

NAMES = ("xa-khe-ngang.md", "huyen-suoi-lenh.docx", "huyen-phong-lam.md")
RECEIPT = ".vnreport-receipt.json"


@pytest.fixture
def folder(tmp_path: Path, drafts: Path) -> Path:
    """Three drafts, one of them in Word."""
    made = tmp_path / "drafts"
    made.mkdir()
    for name in NAMES:
        shutil.copy(drafts / name, made / name)
    return made


def write(folder: Path, out: Path, **options: object) -> BatchSummary:
    paths = sorted(str(p) for p in folder.iterdir())
    return write_batch(paths, out, load_template(), options=BatchOptions(**options))  # type: ignore[arg-type]


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and "cache" not in p.name}


def test_what_a_removed_draft_had_is_deleted_and_counted(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    assert write(folder, out).cleared.deleted == 0
    assert (out / "annotated" / "huyen-suoi-lenh.docx").is_file()
    (folder / "huyen-suoi-lenh.docx").unlink()
    told = write(folder, out)
    assert told.cleared.deleted == 3
    write(folder, tmp_path / "fresh")
    assert files(out) == files(tmp_path / "fresh")
    assert not list(out.rglob("huyen-suoi-lenh*"))
    assert write(folder, out).cleared.deleted == 0


def test_a_letter_goes_when_its_unit_has_nothing_left_to_mend(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    write(folder, out)
    assert (out / "letters" / "xa-khe-ngang.docx").is_file()
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    draft = next(d for d in data["drafts"] if d["path"].endswith("xa-khe-ngang.md"))
    waived = [
        {"unit": draft["unit"], "fingerprint": f["fingerprint"], "action": "waive", "reason": "", "name": "A", "at": ""}
        for f in draft["findings"]
    ]
    decisions = tmp_path / "y-kien.json"
    decisions.write_text(json.dumps({"schema": "vnreport.decisions/1", "decisions": waived}), encoding="utf-8")
    paths = sorted(str(p) for p in folder.iterdir())
    told = write_batch(paths, out, load_template(), decisions=str(decisions))
    assert told.cleared.deleted == 1 and not (out / "letters" / "xa-khe-ngang.docx").exists()
    assert "letters/xa-khe-ngang.docx" not in (out / "units" / "xa-khe-ngang.html").read_text(encoding="utf-8")
    assert (out / "letters" / "huyen-phong-lam.docx").is_file()


def test_what_is_not_ours_stays(folder: Path, tmp_path: Path) -> None:
    """A reviewer's own file in our folders, a letter that he edited, and names that no report has."""
    out = tmp_path / "report"
    write(folder, out)
    (out / "letters" / "ghi-chu.docx").write_bytes(b"mine")
    (out / "letters" / "xa-khe-ngang.docx").write_bytes(b"signed and edited")
    write(folder, out, resume=False)  # with his file there
    (out / "letters" / "xa-khe-ngang.docx").write_bytes(b"signed and edited")
    victim = tmp_path / "victim.docx"
    victim.write_bytes(b"x")
    receipt = json.loads((out / RECEIPT).read_text(encoding="utf-8"))
    assert "letters/ghi-chu.docx" not in receipt["files"]
    receipt["files"] |= {
        "../victim.docx": hash_of(victim),
        str(victim): hash_of(victim),
        "letters/../../victim.docx": hash_of(victim),
    }
    (out / RECEIPT).write_text(json.dumps(receipt), encoding="utf-8")
    (folder / "xa-khe-ngang.md").unlink()
    told = write(folder, out)
    assert victim.is_file() and (out / "letters" / "ghi-chu.docx").read_bytes() == b"mine"
    assert told.cleared.edited == ("letters/xa-khe-ngang.docx",)
    assert (out / "letters" / "xa-khe-ngang.docx").read_bytes() == b"signed and edited"
    assert not (out / "units" / "xa-khe-ngang.html").exists()


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    victim = tmp_path / "elsewhere" / "a.docx"
    victim.write_bytes(b"x")
    out = tmp_path / "report"
    out.mkdir()
    try:
        (out / "letters").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert clear_stale(out, {"letters/a.docx": hash_of(victim)}, ()).deleted == 0
    assert victim.is_file()


def test_a_receipt_of_an_older_kind_deletes_nothing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    write(folder, out)
    receipt = json.loads((out / RECEIPT).read_text(encoding="utf-8"))
    del receipt["format"]
    (out / RECEIPT).write_text(json.dumps(receipt), encoding="utf-8")
    (folder / "xa-khe-ngang.md").unlink()
    assert write(folder, out).cleared.deleted == 0
    assert (out / "units" / "xa-khe-ngang.html").is_file()


def test_a_run_that_was_killed_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies with everything written and nothing signed; then a draft is taken away."""
    out = tmp_path / "report"

    def dies(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("vnreport_nlp.batch.write.sign", dies)
        with pytest.raises(KeyboardInterrupt):
            write(folder, out)
    (folder / "xa-khe-ngang.md").unlink()
    write(folder, out)
    write(folder, tmp_path / "fresh")
    assert files(out) == files(tmp_path / "fresh")


def words_of(path: Path) -> str:
    """All text of a file, archives opened."""
    data = path.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(n + archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    return data.decode("utf-8", "replace")


def test_an_anonymous_report_names_nobody_anywhere(folder: Path, tmp_path: Path) -> None:
    text = (folder / "xa-khe-ngang.md").read_text(encoding="utf-8")
    (folder / "xa-khe-ngang.md").write_text(
        text + "\n\nTheo báo cáo của huyện Phong Lẫm, PHONG LẪM.\n", encoding="utf-8"
    )
    (folder / "huyen-bi-hong.docx").write_bytes(b"PK\x03\x04 broken")
    write(folder, tmp_path / "out", anonymise=True)
    write(folder, tmp_path / "again", anonymise=True)
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()} == {
        p.name: p.read_bytes() for p in (tmp_path / "again").iterdir() if p.is_file()
    }
    names = r"Khe Ngang|Phong Lẫm|Suối Lềnh|Suối Lênh"
    stems = "|".join(p.stem for p in folder.iterdir())
    for path in (p for p in (tmp_path / "out").rglob("*") if p.is_file()):
        found = re.findall(f"{names}|{stems}|{re.escape(str(folder))}", path.name + words_of(path), re.IGNORECASE)
        assert not found, (path.name, found[:3])
    assert not list((tmp_path / "out").glob(".vnreport-cache*"))
    data = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert {d["path"] for d in data["drafts"]} == {f"don-vi-{k:03d}" for k in range(1, 5)}
    assert {d.get("unit") for d in data["drafts"] if d["readable"]} <= {f"Đơn vị {k:02d}" for k in range(1, 5)}


def test_codes_do_not_follow_the_names_of_files() -> None:
    paths = [f"{k:02d}-xa.docx" for k in range(30)]
    keys = {p: f"key of {p}" for p in paths}
    mixed = unordered(paths, keys)
    assert sorted(mixed) == paths and mixed != paths
    assert unordered(list(reversed(paths)), keys) == mixed
    assert sum(a == b for a, b in zip(paths, mixed, strict=True)) < 6


def test_an_anonymous_report_hides_the_whole_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also of a body that is no unit: its own name, place, number and superior, here and in the text; and it says so."""
    body = cohorts.draft("Xã Bưởi Vàng", 3).partition("## I.")[2]
    head = (
        "ĐẢNG BỘ THÀNH PHỐ SƠN TRÀM\n\nLÀNG NGHỀ BƯỞI ĐỎ\n\nSố 71-BC/ĐU\n\n"
        "Cam Lộc Hạ, ngày 12 tháng 01 năm 2025\n\nBÁO CÁO\n\nTổng kết công tác xây dựng Đảng\n\n"
    )
    said = "\nLàng nghề Bưởi Đỏ đóng ở Cam Lộc Hạ, thành phố Sơn Tràm (báo cáo 71-BC/ĐU).\n"
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.md").write_text(f"{head}## I.{body}{said}", encoding="utf-8")
    (folder / "b.md").write_text(cohorts.draft("Xã Bưởi Xanh", 4), encoding="utf-8")
    run_command(["batch", str(folder), "-o", str(tmp_path / "out"), "--anonymise", "--workers", "1"])
    captured = capsys.readouterr()
    assert "CẢNH BÁO: 1 dự thảo" in captured.err
    texts = {
        p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*") if p.suffix in (".html", ".json")
    }
    with zipfile.ZipFile(tmp_path / "out" / "matrix.xlsx") as book:
        texts |= {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    for name, text in texts.items():
        for word in ("bưởi đỏ", "cam lộc hạ", "sơn tràm", "71-bc"):
            assert word not in text.lower(), (name, word)
    pages = [t for n, t in texts.items() if n.startswith("don-vi")]
    assert all("[đã ẩn]" in t for t in pages)
    assert sum("Không đọc được tên đơn vị" in t for t in pages) == 1


def test_an_anonymous_report_is_refused_beside_one_with_names(folder: Path, tmp_path: Path) -> None:
    write(folder, tmp_path / "out")
    with pytest.raises(UsageError) as told:
        write(folder, tmp_path / "out", anonymise=True)
    assert "ghi tên đơn vị" in str(told.value.message)


@pytest.mark.parametrize("where", [".", "..", "sub"])
def test_a_report_among_its_drafts_is_refused(folder: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sub").mkdir()
    shutil.copy(folder / NAMES[0], folder / "sub" / "a.md")
    given = [str(folder), str(folder / "sub")] if where == "sub" else [str(folder)]
    before = files(folder)
    assert run_command(["batch", *given, "-o", str(folder / where), "--workers", "1"]) == 2
    assert "trùng với thư mục dự thảo" in capsys.readouterr().err
    assert files(folder) == before


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    for command in (["check"], ["batch", "-o", str(tmp_path / "out")]):
        assert run_command([*command, str(tmp_path / "none")]) == 2
        assert "không có dự thảo nào (.docx" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_report_inside_the_folder_is_no_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        run_command(["batch", str(folder), "-o", str(folder / "bao-cao"), "--workers", "1"])
        assert "3 dự thảo" in capsys.readouterr().out
    run_command(["batch", *(str(p) for p in folder.iterdir()), "-o", str(folder / "bao-cao"), "--workers", "1"])
    assert "3 dự thảo" in capsys.readouterr().out
    shutil.copytree(folder / "bao-cao", folder / "cũ")
    run_command(["check", str(folder), "--format", "json"])
    paths = {Path(d["path"]).name for d in json.loads(capsys.readouterr().out)["drafts"]}
    assert paths == set(NAMES)


def test_no_page_leads_to_letters_that_are_not_there(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    write(folder, out)
    paths = sorted(str(p) for p in folder.iterdir())
    decisions = tmp_path / "y-kien.json"
    decisions.write_text(json.dumps({"schema": "vnreport.decisions/1", "decisions": []}), encoding="utf-8")
    told = write_batch(paths, out, load_template(), decisions=str(decisions), options=BatchOptions(letters="confirmed"))
    assert told.cleared.deleted == len(NAMES) and not (out / "letters").exists()
    assert all(
        "letters" not in re.findall(r'href="(?:\.\./)?([a-z]+)', p.read_text(encoding="utf-8"))
        for p in out.rglob("*.html")
    )
