"""Two small drafts, a batch over them and what it found, for tests of hostile surroundings."""

from __future__ import annotations

import json
from pathlib import Path

from vnreport_nlp.cli.main import run

TEXT = "Trong nhiệm kỳ, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công và có sơ kết hằng quý."
HEADINGS = ("I. ĐẶC ĐIỂM, TÌNH HÌNH", "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Về chính trị")


def two_drafts(tmp_path: Path) -> Path:
    """Two small drafts."""
    made = tmp_path / "in"
    made.mkdir()
    for k in (1, 2):
        lines = [
            f"HUYỆN ỦY SỐ {k}",
            "BÁO CÁO\ntổng kết công tác xây dựng Đảng",
            *(f"**{h}**\n\n{TEXT}" for h in HEADINGS),
        ]
        (made / f"{k}.md").write_text("\n\n".join(lines), encoding="utf-8")
    return made


def batch(folder: Path, out: Path, *more: str) -> int:
    return run(["batch", str(folder), "-o", str(out), "--workers", "1", *more])


def drafts(out: Path) -> dict[str, dict[str, object]]:
    found = json.loads((out / "results.json").read_text(encoding="utf-8"))["drafts"]
    return {Path(d["path"]).name: d for d in found}
