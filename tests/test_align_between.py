"""Parts in words of nobody's, known by their number and by the parts around them."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Kết quả công tác bảo vệ rừng năm 2025", "I. TÌNH HÌNH RỪNG", "1. Diện tích, hiện trạng", "2. Cháy rừng, phá rừng",
    "II. CÔNG TÁC CHỈ ĐẠO", "1. Ban hành văn bản", "2. Phối hợp lực lượng", "III. KẾT QUẢ BẢO VỆ RỪNG", "1. Tuần tra, kiểm tra", "2. Xử lý vi phạm",
    "IV. ĐÁNH GIÁ", "1. Ưu điểm", "2. Hạn chế",
)  # fmt: skip
LINES = (
    "Xã có 4.120 ha rừng, trong đó 1.900 ha rừng tự nhiên trên núi đá, còn lại là rừng trồng keo và mỡ.",
    "Cả năm có 2 vụ cháy rừng nhỏ, 3 vụ phá rừng làm nương với 1,2 ha.",
    "Ủy ban nhân dân xã ban hành 9 văn bản chỉ đạo, giao từng thôn một khoảnh.", "Kiểm lâm, công an, dân quân phối hợp trực 24/24 giờ trong mùa khô.",
    "Tổ bảo vệ tuần tra, kiểm tra 212 lượt, phát hiện 14 điểm nguy cơ.", "Đã xử lý 5 vụ vi phạm, phạt 41 triệu đồng, tịch thu 3,4 m3 gỗ.",
    "Ưu điểm là cháy rừng giảm một nửa so với năm trước.", "Hạn chế là còn 3 thôn chưa có chòi canh, tuần tra ban đêm chưa đều.",
)  # fmt: skip
SUBHEADS = (
    "1. Đất của mình", "2. Lửa và rìu", "1. Giấy tờ gửi xuống", "2. Cùng nhau",
    "1. Những bước chân", "2. Phạt và thu", "1. Điều mừng", "2. Điều lo",
)  # fmt: skip


def parts(folder: Path, *heads: str) -> list[str]:
    """The status of each part of a draft with these headings of parts."""
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    body = ["BÁO CÁO", OUTLINE[1]]
    for k, head in enumerate(heads):
        body += [head, SUBHEADS[2 * k], LINES[2 * k], SUBHEADS[2 * k + 1], LINES[2 * k + 1]]
    draft.write_text("\n\n".join(body), encoding="utf-8")
    found = assess(read(draft), load_template(str(outline))).verdicts
    return [v.status for v in found if "." not in v.requirement]


def test_parts_between_known_ones_are_known_by_their_number(tmp_path: Path) -> None:
    heads = ("I. Trời và đất", "II. Công tác chỉ đạo", "III. Khi việc đến", "IV. Ngẫm lại")
    assert parts(tmp_path, *heads) == ["covered"] * 4


def test_a_part_with_another_number_is_not(tmp_path: Path) -> None:
    heads = ("II. Trời và đất", "III. Công tác chỉ đạo", "IV. Khi việc đến", "V. Ngẫm lại")
    assert parts(tmp_path, *heads)[0] != "covered"


def test_one_heading_for_two_parts_puts_nothing_in_the_wrong_place(tmp_path: Path) -> None:
    outline, draft = tmp_path / "de-cuong.txt", tmp_path / "du-thao.txt"
    head = ("ĐỀ CƯƠNG BÁO CÁO", "Kết quả phòng cháy, chữa cháy rừng năm 2025")
    wanted = (
        "I. CÔNG TÁC CHUẨN BỊ", "1. Ban hành văn bản", "2. Mua sắm dụng cụ", "II. CÔNG TÁC CHỮA CHÁY", "1. Trực cháy", "2. Huy động lực lượng",
        "III. CÔNG TÁC PHỤC HỒI SAU CHÁY", "1. Trồng lại rừng", "2. Hỗ trợ hộ bị thiệt hại", "IV. ĐÁNH GIÁ", "1. Ưu điểm", "2. Hạn chế",
    )  # fmt: skip
    told = (
        "I. Công tác chuẩn bị", "1. Ban hành văn bản", "Xã ban hành 6 văn bản, giao từng thôn một khoảnh rừng trước mùa khô.",
        "2. Mua sắm dụng cụ", "Đã mua 40 bàn dập lửa, 12 cưa xăng và 300 mét vòi bơm cho các tổ.",
        "II. Chữa cháy và phục hồi", "1. Trực cháy", "Tổ trực 24/24 giờ trong 96 ngày nắng nóng, phát 41 bản tin cảnh báo.",
        "2. Huy động lực lượng", "Hai vụ cháy huy động 180 lượt người, khống chế trong bốn giờ.",
        "3. Trồng lại rừng", "Đã trồng lại 3,2 ha bằng cây bản địa, tỷ lệ sống chín phần mười.",
        "4. Hỗ trợ hộ bị thiệt hại", "Bốn hộ mất chuồng trại được hỗ trợ 60 triệu đồng từ quỹ của xã.",
        "III. Đánh giá", "1. Ưu điểm", "Không để cháy lan sang rừng đặc dụng.", "2. Hạn chế", "Còn thôn chưa có chòi canh lửa trên cao.",
    )  # fmt: skip
    outline.write_text("\n\n".join((*head, *wanted)), encoding="utf-8")
    draft.write_text("\n\n".join(("BÁO CÁO", head[1], *told)), encoding="utf-8")
    found = {v.requirement: v.status for v in assess(read(draft), load_template(str(outline))).verdicts}
    assert [found[n] for n in ("II.1", "II.2", "III.1", "III.2")] == ["thin"] * 4  # none is misplaced
    assert found["II"] == found["III"] == "merged"
