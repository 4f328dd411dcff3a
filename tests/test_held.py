"""Headings without number, style or type of their own: the template's order says what stands below what."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read

LONG = "Cấp ủy các cấp đã tập trung lãnh đạo, chỉ đạo và tổ chức thực hiện với nhiều cách làm sát thực tế, kiểm tra thường xuyên, có sơ kết và rút kinh nghiệm từng năm. "
DRAFT = """BÁO CÁO TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025

Thực hiện kế hoạch của Tỉnh ủy, Ban Thường vụ Huyện ủy báo cáo kết quả công tác xây dựng Đảng trong nhiệm kỳ như sau, các số liệu tính đến hết tháng sáu.

ĐÁNH GIÁ CHUNG

{limits}

PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2025 - 2030

Phương hướng

{text}

Nhiệm vụ, giải pháp

Xây dựng Đảng về chính trị

{first}

Xây dựng Đảng về tư tưởng

{text}

Xây dựng Đảng về đạo đức

{text}
"""
LIMITS = """Hạn chế, khuyết điểm và nguyên nhân

Hạn chế, khuyết điểm

{text}

Nguyên nhân của hạn chế, khuyết điểm

{text}

Bài học kinh nghiệm

{text}"""


def numbers(tmp_path: Path, first: str) -> tuple[dict[str, str], set[str]]:
    path = tmp_path / "draft.txt"
    limits = LIMITS.format(text=LONG * 2)
    path.write_text(DRAFT.format(limits=limits, text=LONG * 2, first=first), encoding="utf-8")
    result = assess(read(path), load_template())
    empty = {v.requirement for v in result.verdicts if v.status == "empty"}
    return {s.title: s.number for s in result.outline.sections}, empty


def test_a_bare_container_holds_what_the_template_has_below_it(tmp_path: Path) -> None:
    found, empty = numbers(tmp_path, LONG * 2)
    assert found["Nhiệm vụ, giải pháp"] == "2.2"
    assert [found[f"Xây dựng Đảng về {t}"] for t in ("chính trị", "tư tưởng", "đạo đức")] == ["2.2.1", "2.2.2", "2.2.3"]
    assert found["Nguyên nhân của hạn chế, khuyết điểm"] == "1.1.2"
    assert found["Bài học kinh nghiệm"] == "1.2"
    assert not empty


def test_an_emptied_section_holds_nothing(tmp_path: Path) -> None:
    found, empty = numbers(tmp_path, "")
    assert found["Xây dựng Đảng về tư tưởng"] == "2.2.2"
    assert empty == {"V.2.1"}
