"""P401: directions for one year where the outline asks for those of a whole term."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.model import Finding

YEARLY = "Trong năm, xã sắp xếp lại 9 chi bộ thôn, kết nạp 14 đảng viên, mở 3 lớp bồi dưỡng và kiểm tra 5 tổ chức đảng, giữ vững đoàn kết trong cấp ủy."

BEFORE = (
    "I. ĐẶC ĐIỂM, TÌNH HÌNH", "Xã có 11 thôn, 6.240 người; Đảng bộ có 19 chi bộ với 402 đảng viên.",
    "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Công tác xây dựng Đảng về chính trị",
    "Cấp ủy đã cụ thể hóa nghị quyết thành 6 chương trình, giữ nguyên tắc tập trung dân chủ trong mọi việc.",
    "III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM, GIẢI PHÁP ĐỘT PHÁ", "Ba khâu đột phá đã được triển khai ở 19 chi bộ, tập trung vào cán bộ trẻ.",
    "IV. ĐÁNH GIÁ CHUNG", "Nội bộ đoàn kết, còn 2 chi bộ sinh hoạt hình thức do bí thư chưa sâu sát.",
)  # fmt: skip


def told(folder: Path, *blocks: str) -> list[Finding]:
    path = folder / "du-thao.md"
    head = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    path.write_text("\n\n".join((*head, *BEFORE, *blocks)), encoding="utf-8")
    found = assess(read(path), load_template(), rules=RuleSet(select=("P401",))).findings
    return [f for f in found if f.rule == "P401"]


def test_a_plan_for_one_year_alone_is_told_at_its_heading(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", "1. Phương hướng", YEARLY)
    assert found.requirement == "V"
    assert "2026" in found.places[0].quote
    assert "chỉ nói năm 2026" in str(found.found)
    assert "2025-2030" in str(found.fix)


@pytest.mark.parametrize(
    "blocks",
    [
        ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", YEARLY, "Đến năm 2030, toàn Đảng bộ không còn chi bộ yếu."),
        ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026 VÀ CẢ NHIỆM KỲ", YEARLY),
        ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030", "1. Nhiệm vụ trọng tâm năm 2026", YEARLY),
        ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ", YEARLY),
    ],
)
def test_a_year_beside_the_term_is_silent(tmp_path: Path, blocks: tuple[str, ...]) -> None:
    assert told(tmp_path, *blocks) == []
