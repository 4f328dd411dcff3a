"""Files with odd names among the drafts: links that lead nowhere, names that are no text."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run
from vnreport_nlp.exporters.html_frame import requirement_files
from vnreport_nlp.model import Requirement, Template

TEXT = "I. KẾT QUẢ\n\nTrong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drafts"
    made.mkdir()
    (made / "huyen-a.txt").write_text(TEXT, encoding="utf-8")
    return made


def nameless(folder: Path, *names: bytes) -> None:
    try:
        for name in names:
            (folder / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names that are text")


def test_a_name_that_is_no_text_is_a_draft_with_a_reason(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """Old archives unpacked elsewhere leave such names; one of them used to refuse the whole folder."""
    nameless(folder, b"huy\xf6n.txt", b"huy\xf7n.txt")
    run(["batch", str(folder), "-o", str(tmp_path / "r"), "--workers", "1"])
    assert "3 dự thảo, 2 không đọc được" in capsys.readouterr().out
    drafts = json.loads((tmp_path / "r" / "results.json").read_text(encoding="utf-8"))["drafts"]
    assert [Path(d["path"]).name for d in drafts] == ["huyen-a.txt", "huy\ufffdn.txt", "huy\ufffdn (2).txt"]
    assert "sai bảng mã" in drafts[1]["reason"]
    index = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    assert "Đổi tên tệp" in index
    run(["check", str(folder), "--format", "json"])
    drafts = json.loads(capsys.readouterr().out)["drafts"]
    assert [d["readable"] for d in drafts] == [True, False, False]


def test_a_draft_whose_name_is_no_text_is_read_alone(folder: Path, tmp_path: Path) -> None:
    nameless(folder, b"huy\xf6n.txt")
    odd = str(folder / os.fsdecode(b"huy\xf6n.txt"))
    assert run(["outline", odd, "--format", "json", "-o", str(tmp_path / "o.json")]) == 0
    assert json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))["path"].endswith("huy\ufffdn.txt")


def test_links_that_lead_nowhere_do_not_stop_a_batch(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    try:
        (folder / "xa.docx").symlink_to("nowhere.docx")
        (folder / "vong.docx").symlink_to("vong.docx")
        (folder / "quanh").symlink_to(folder)
    except OSError:
        pytest.skip("no links here")
    assert run(["batch", str(folder), "-o", str(tmp_path / "r"), "--workers", "1", "-v"]) in (0, 1)
    told = capsys.readouterr()
    assert "3 dự thảo, 2 không đọc được" in told.out and "quanh" in told.err


def test_numbers_that_differ_in_case_have_pages_of_their_own(folder: Path, tmp_path: Path) -> None:
    """On Windows ``II.a.html`` and ``II.A.html`` are one file; names without a clash stay as they were."""
    template = tmp_path / "mau.yaml"
    numbers = {"II": "Kết quả", "II.a": "Kinh tế", "II.A": "Văn hóa", "II.đ": "Quốc phòng", "III": "Nhiệm vụ"}
    items = "".join(f"  - number: {n}\n    title: {title}\n" for n, title in numbers.items())
    words = "Trong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ.\n\n"
    draft = "".join(f"{n.split('.')[-1]}{')' if '.' in n else '.'} {title}\n\n{words}" for n, title in numbers.items())
    (folder / "huyen-a.txt").write_text(draft, encoding="utf-8")
    template.write_text(f"id: mau\ntitle: Báo cáo\nrequirements:\n{items}", encoding="utf-8")
    run(["batch", str(folder), "-o", str(tmp_path / "r"), "-t", str(template), "--workers", "1"])
    pages = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "r" / "requirements").iterdir()}
    assert sorted(pages) == ["II.A_2.html", "II._111.html", "II.a.html", "II.html", "III.html"]
    assert "Văn hóa" in pages["II.A_2.html"] and "Kinh tế" in pages["II.a.html"]
    index = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    unit = (tmp_path / "r" / "units" / "huyen-a.html").read_text(encoding="utf-8")
    assert 'href="requirements/II.A_2.html"' in index and 'id="r-II.đ"' in unit and '#r-II.đ"' in index


def test_names_of_devices_are_no_pages() -> None:
    requirements = tuple(Requirement(n, n) for n in ("CON", "nul.1", "CONG", "II.con"))
    files = requirement_files(Template("mau", "Báo cáo", requirements))
    assert list(files.values()) == ["_CON.html", "_nul.1.html", "CONG.html", "II.con.html"]
