"""Several files of one unit: words on one leave the others alone, several committees' drafts are no versions, letters say which file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import openpyxl
from test_decision_book import WAIVE
from test_letters_state import BODY, OUTLINE, PARTY, STATE

from vnreport_nlp.batch import open_batch, write_batch
from vnreport_nlp.cli.main import run as run_command


def test_a_word_on_one_of_several_drafts_of_a_unit_leaves_the_others_alone(drafts: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "du-thao", tmp_path / "bao cao"
    for name in ("1", "2"):
        (folder / name).mkdir(parents=True)
        shutil.copy(drafts / "huyen-nam-khuong.txt", folder / name / "bc.txt")
    (folder / "2" / "bc.txt").write_text((folder / "2" / "bc.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    run_command(["batch", str(folder), "-o", str(out), "--workers", "1"])
    book = openpyxl.load_workbook(out / "matrix.xlsx")
    sheet = book["Phát hiện"]
    heads = {str(c.value): c.column for c in sheet[1]}
    row = next(r for r in range(2, sheet.max_row + 1) if "2/bc.txt" in sheet.cell(r, heads["Đơn vị"]).value)
    sheet.cell(row, heads["Ý kiến"]).value, sheet.cell(row, heads["Lý do"]).value = WAIVE, "đã gửi phụ lục riêng"
    code = sheet.cell(row, heads["Mã"]).value
    book.save(tmp_path / "y-kien.xlsx")

    def waived(out: Path) -> dict[str, bool]:
        data = json.loads((out / "results.json").read_text(encoding="utf-8"))
        return {
            Path(d["path"]).parent.name: any(f["waived"] for f in d["findings"] if f["fingerprint"] == code)
            for d in data["drafts"]
        }

    job = ["--workers", "1", "--decisions", str(tmp_path / "y-kien.xlsx")]
    run_command(["batch", str(folder), "-o", str(tmp_path / "sau"), *job])
    assert waived(tmp_path / "sau") == {"1": False, "2": True}
    (folder / "3").mkdir()
    (folder / "2" / "bc.txt").rename(folder / "3" / "ban-3.txt")
    shutil.rmtree(folder / "1")
    run_command(["batch", str(folder), "-o", str(tmp_path / "moi"), *job])
    assert waived(tmp_path / "moi")["3"], "the unit's next version has another file name"


def write(folder: Path, files: dict[str, str]) -> Path:
    """The report over some drafts of one commune."""
    (folder / "in").mkdir()
    for name, head in files.items():
        (folder / "in" / name).write_text(head.format(NAME="GÒ SẬY", name="Gò Sậy") + BODY, encoding="utf-8")
    write_batch([str(p) for p in sorted((folder / "in").iterdir())], folder / "out", OUTLINE)
    return folder / "out"


def said(path: Path) -> str:
    return " ".join(p.text for p in docx.Document(str(path)).paragraphs)


def test_drafts_of_several_committees_are_no_versions(tmp_path: Path) -> None:
    out = write(tmp_path, {"dang-uy.md": PARTY, "ubnd.md": STATE})
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert [(t["organs"], len(t["paths"])) for t in data["twins"]] == [(True, 2)]
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "cơ quan khác nhau trong cùng đơn vị" in index and "có thể là nhiều phiên bản" not in index
    assert not any(" (tệp “" in said(p) for p in (out / "letters").iterdir())


def test_letters_on_two_versions_say_which_file_they_are_about(tmp_path: Path) -> None:
    out = write(tmp_path, {"ban-1.md": STATE, "ban-2.md": STATE + "\n", "dang-uy.md": PARTY})
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert [(t["organs"], len(t["paths"])) for t in data["twins"]] == [(False, 2), (True, 3)]
    told = [said(p) for p in sorted((out / "letters").iterdir())]
    assert [sum(f"(tệp “{name}”)" in text for text in told) for name in ("ban-1.md", "ban-2.md", "dang-uy.md")] == [
        1,
        1,
        0,
    ]
    assert "chỉ gửi công văn của bản cuối" in (out / "index.html").read_text(encoding="utf-8")


def test_files_are_called_by_their_unit(tmp_path: Path) -> None:
    long = "du-thao-bao-cao-ket-qua-cong-tac-thuy-loi-nam-2025-trinh-thuong-truc-lan-3"
    heads = {
        f"{long}.md": STATE.replace("{NAME}", "BÃI DÂU"),
        f"{long}-b.md": STATE,
        "ban-cuoi.md": STATE + "\n",
        "bc.md": "BÁO CÁO\n\n",
    }
    out = write(tmp_path, heads)
    names = {p.stem for p in (out / "units").iterdir()}
    assert {"xa-bai-dau", "xa-go-say-ban-cuoi", "bc"} < names and len(names) == 4
    assert all(name.startswith("xa-") or name == "bc" for name in names)
    assert {p.stem for p in (out / "letters").iterdir()} <= names


NOTICE = """ỦY BAN NHÂN DÂN\nXÃ {NAME}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHÔNG BÁO\nvề việc trực cơ quan dịp nghỉ lễ\n
Ủy ban nhân dân xã {name} thông báo lịch trực của cán bộ, công chức. Đề nghị các đồng chí có tên thực hiện nghiêm túc, bàn giao ca trực đúng giờ.\n"""


def test_a_notice_of_the_unit_does_not_take_its_name_from_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bao-cao.md").write_text(STATE.format(NAME="GÒ SẬY", name="Gò Sậy") + BODY, encoding="utf-8")
    (folder / "thong-bao.md").write_text(NOTICE.format(NAME="GÒ SẬY", name="Gò Sậy"), encoding="utf-8")
    paths = [str(p) for p in sorted(folder.iterdir())]
    with open_batch(paths, tmp_path / "out", OUTLINE) as cohort:
        assert {Path(d.path).name: (d.label, d.foreign) for d in cohort.drafts} == {
            "bao-cao.md": ("Xã Gò Sậy", False), "thong-bao.md": ("Xã Gò Sậy (thong-bao.md)", True)
        }  # fmt: skip


def test_files_that_are_the_same_to_the_byte_are_told_and_have_one_letter(tmp_path: Path) -> None:
    """Beside a third version too."""
    out = write(tmp_path, {"ban-1.md": STATE, "ban-1 (1).md": STATE, "ban-2.md": STATE + "\n"})
    data = json.loads((out / "results.json").read_text(encoding="utf-8"))
    (twins,) = data["twins"]
    assert not twins["identical"] and [[Path(p).name for p in c] for c in twins["copies"]] == [
        ["ban-1 (1).md", "ban-1.md"]
    ]
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "trong đó giống hệt nhau: Xã Gò Sậy (ban-1 (1).md) = Xã Gò Sậy (ban-1.md)" in index
    told = [said(p) for p in sorted((out / "letters").iterdir())]
    assert (
        len(told) == 2
        and sum("(tệp “ban-1 (1).md”)" in t for t in told) == sum("(tệp “ban-2.md”)" in t for t in told) == 1
    )
