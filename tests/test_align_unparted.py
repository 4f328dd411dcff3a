"""Outlines in parts that only hold parts, and drafts that number on without them."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import Verdict

HEAD = ("BÁO CÁO", "Kết quả công tác khuyến nông năm 2025")
OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", HEAD[1], "PHẦN THỨ NHẤT: KẾT QUẢ CÔNG TÁC KHUYẾN NÔNG NĂM 2025", "I. TÌNH HÌNH SẢN XUẤT", "1. Trồng trọt", "2. Chăn nuôi",
    "II. TẬP HUẤN, CHUYỂN GIAO KỸ THUẬT", "1. Lớp tập huấn", "2. Hội thảo đầu bờ", "III. MÔ HÌNH TRÌNH DIỄN", "1. Mô hình lúa", "2. Mô hình nuôi gà thả vườn",
    "PHẦN THỨ HAI: KẾ HOẠCH NĂM 2026", "I. CHỈ TIÊU", "II. GIẢI PHÁP",
)  # fmt: skip
ONE = (
    "Toàn xã gieo cấy 812 ha lúa hai vụ, năng suất 58 tạ mỗi ha, trồng mới 24 ha ngô lấy hạt trên đất soi bãi.",
    "Đàn trâu bò 1.940 con, đàn lợn 6.300 con, đàn gia cầm 71.000 con, tiêm phòng cả năm đạt 92%, không có ổ dịch lớn.",
    "Trong năm mở 14 lớp tập huấn cho 620 lượt người về bón phân cân đối và phòng bệnh cho vật nuôi.",
    "Đã tổ chức 6 hội thảo đầu bờ với 340 nông dân dự, có cán bộ kỹ thuật của trạm giải đáp ngay tại ruộng.",
    "Mô hình lúa chất lượng làm trên 30 ha, lãi hơn ruộng ngoài 4,2 triệu đồng mỗi ha, nhiều hộ xin theo.",
    "Mô hình nuôi gà thả vườn có 12 hộ với 6.000 con, tỷ lệ sống 96%, xuất bán hai lứa, giá ổn định.",
)
TWO = (
    "Phấn đấu gieo cấy 820 ha, tập huấn cho 700 lượt người, giữ đàn lợn ở mức 6.500 con, thêm hai mô hình.",
    "Ưu tiên vốn cho mô hình có đầu ra, mời doanh nghiệp ký hợp đồng từ đầu vụ, cử người học nghề thú y.",
)
ITEMS = (
    "1. Trồng trọt",
    "2. Chăn nuôi",
    "1. Lớp tập huấn",
    "2. Hội thảo đầu bờ",
    "1. Mô hình lúa",
    "2. Mô hình gà thả vườn",
)

OWN = ("1. Trồng trọt", "2. Con trâu, con lợn", "1. Lên lớp", "2. Ra bờ ruộng", "1. Ruộng lúa mẫu", "2. Vườn gà")


def judged(folder: Path, *lines: str) -> dict[str, Verdict]:
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text("\n\n".join((*HEAD, *lines)), encoding="utf-8")
    return {v.requirement: v for v in assess(read(draft), load_template(str(outline))).verdicts}


def body(heads: tuple[str, str, str], items: tuple[str, ...] = ITEMS) -> list[str]:
    """Three parts with two items each."""
    lines: list[str] = []
    for k, head in enumerate(heads):
        lines += [head, items[2 * k], ONE[2 * k], items[2 * k + 1], ONE[2 * k + 1]]
    return lines


def test_a_draft_that_numbers_on_without_the_outlines_parts_answers_all_items(tmp_path: Path) -> None:
    found = judged(
        tmp_path, *body(("I. Chuyện đồng ruộng, chuồng trại", "II. Dạy nghề, truyền nghề", "III. Những nơi làm mẫu"), OWN),
        "IV. Năm 2026 làm gì", "1. Chỉ tiêu", TWO[0], "2. Giải pháp", TWO[1],
    )  # fmt: skip
    items = {n: v.status for n, v in found.items() if n.startswith("1.") and n.count(".") == 2}
    assert len(items) == 6
    assert set(items.values()) == {"covered"}
    assert {found[n].status for n in ("1.I", "1.II", "1.III")} == {"covered"}
    assert found["2.II"].status == "covered"


def test_a_draft_with_the_outlines_parts_is_aligned_as_it_is(tmp_path: Path) -> None:
    found = judged(
        tmp_path, "PHẦN THỨ NHẤT: KẾT QUẢ CÔNG TÁC KHUYẾN NÔNG", *body(("I. Tình hình sản xuất", "II. Tập huấn", "III. Mô hình trình diễn")),
        "PHẦN THỨ HAI: KẾ HOẠCH NĂM 2026", "I. Chỉ tiêu", TWO[0], "II. Giải pháp", TWO[1],
    )  # fmt: skip
    assert {v.status for v in found.values()} == {"covered"}


def test_a_part_that_such_a_draft_does_not_tell_is_missing(tmp_path: Path) -> None:
    lines = body(("I. Tình hình sản xuất", "II. Tập huấn, chuyển giao kỹ thuật", "III. Mô hình trình diễn"))
    found = judged(
        tmp_path, *lines[:5], *lines[10:], "IV. Kế hoạch năm 2026", "1. Chỉ tiêu", TWO[0], "2. Giải pháp", TWO[1]
    )
    assert {found[n].status for n in ("1.II", "1.II.1", "1.II.2")} == {"missing"}
    assert {found[n].status for n in ("1.I.1", "1.I.2", "1.III.1", "1.III.2")} == {"covered"}
