"""An item that asks for annexes is answered by one behind the signature, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp.cli.main import run

OUTLINE = "# ĐỀ CƯƠNG BÁO CÁO\n\n## I. Kết quả trồng rừng\n\n## II. Khó khăn, hạn chế\n\n## III. Phương hướng\n\n## IV. Phụ lục số liệu kèm theo\n"
REPORT = """ỦY BAN NHÂN DÂN XÃ PHIÊNG LƠI

BÁO CÁO

Kết quả trồng rừng năm 2024

I. Kết quả trồng rừng

Toàn xã trồng mới 112 ha rừng, chăm sóc 340 ha; cấp 96.000 cây giống cho 214 hộ ở chín bản, tỷ lệ cây sống đạt khá nhờ trồng đúng vụ.

II. Khó khăn, hạn chế

Hai bản vùng cao thiếu nước vào mùa khô, một số hộ chưa làm cỏ đúng kỳ nên 14 ha cây chậm lớn, phải trồng dặm vào đầu mùa mưa.

III. Phương hướng

Trồng mới 120 ha, giao bản tự quản việc chăn thả, phấn đấu không còn diện tích trồng dặm vào cuối năm sau.

Nơi nhận:
- UBND huyện;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Sinh
"""


def checked(folder: Path, more: str, capsys: pytest.CaptureFixture[str]) -> str:
    outline, draft = folder / "de-cuong.md", folder / "xa-phieng-loi.md"
    outline.write_text(OUTLINE, encoding="utf-8")
    draft.write_text(REPORT + more, encoding="utf-8")
    run(["check", "-t", str(outline), "--format", "text", str(draft)])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "head", ["PHỤ LỤC: Số liệu theo bản", "Phụ lục 1", "BIỂU TỔNG HỢP DIỆN TÍCH", "Bảng tổng hợp số liệu theo bản"]
)
def test_an_annex_behind_the_signature_answers(tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "thiếu 0" in checked(
        tmp_path, f"\n{head}\n\n| Bản | Diện tích (ha) |\n|---|---|\n| Huổi Mí | 62 |\n| Nà Lơi | 50 |\n", capsys
    )


def test_without_one_it_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "thiếu 1" in checked(tmp_path, "", capsys)


def test_every_output_shows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(tmp_path, "\nPhụ lục 1\n\nDiện tích theo bản: Huổi Mí 62 ha, Nà Lơi 50 ha.\n", capsys)
    out = tmp_path / "bao-cao"
    assert run(
        ["batch", str(tmp_path / "xa-phieng-loi.md"), "-t", str(tmp_path / "de-cuong.md"), "-o", str(out), "-q"]
    ) in (0, 1)
    pages = "".join(p.read_text(encoding="utf-8") for p in (out / "units").glob("*.html"))
    assert "Phụ lục đứng sau phần ký" in pages
