"""Lists and shares read to their end: the last item behind ``và``, a list that goes on or leaves a rest, the number a bracket is of, parts of an unseen whole."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

RIGHT = (
    # the last item of names with bare numbers
    "Bão làm 99 ngôi nhà bị hư hỏng (Điền Xá 82, Lạc Hồng 13 và Trà Giang 4).",
    "Bão làm 222 nhà bị hư hỏng (Điền Xá 130, Lạc Hồng 59 và Trà Giang 33).",
    "Bão làm 99 ngôi nhà bị ảnh hưởng (Điền Xá 82 nhà, Lạc Hồng 13 và Trà Giang 4).",
    # an amount of change within an item is no part
    "- Tổng số phải giải quyết là 7.282 việc, trong đó: số có đủ điều kiện là 5.794 việc, tăng 72 việc (tăng 1,26% so với cùng kỳ năm 2021); "
    "chiếm 79,57% trong tổng số phải giải quyết; số chưa đủ điều kiện là 1.488 việc, chiếm 20,43% trong tổng số phải giải quyết;",
    # the bracket is of the number before it
    "Gió giật làm 31 trụ sở ở Điền Xá và 35 điểm trường (Điền Xá: 28; Lạc Hồng: 03, Trà Giang: 4) tốc mái.",
    # the number of a document
    "Quy định 31 gồm 6 chương, 42 điều, quy định về việc tiếp dân.",
    # a rounded total
    "Hoa màu bị ngập 2.504 ha (Điền Xá 10,8 ha, Lạc Hồng 159,8 ha, Trà Giang 154 ha, Nà Lìn 2.179 ha).",
    # a list that goes on behind a semicolon, or leaves a rest
    "Tổng nguồn vốn 97,8 tỷ đồng: trung ương 51 tỷ, tỉnh 43 tỷ, xã 1 tỷ; người dân góp công, hiến đất quy ra 2,8 tỷ đồng.",
    "Tổng nguồn vốn huy động 120 tỷ đồng: ngân sách tỉnh 70 tỷ đồng, ngân sách huyện 38 tỷ đồng; người dân góp công trị giá 12 tỷ đồng.",
    "Nghị quyết đề ra 11 mục tiêu, trong đó 08 mục tiêu vượt, 02 mục tiêu đạt, riêng mục tiêu về rác thải chưa đạt.",
    "So với 13 mục tiêu đề ra, xã đạt và vượt 09 mục tiêu, 03 mục tiêu đạt trên 80%, riêng mục tiêu về đường nội đồng mới làm được 17 km trên 25 km.",
    "Xã được bố trí và vận động 64,5 tỷ đồng: trung ương 41 tỷ, tỉnh 18,2 tỷ, xã 2,5 tỷ; người dân góp 9.400 ngày công và hiến 3,1 ha đất, quy ra 2,8 tỷ đồng.",
    "Ba năm qua xã được bố trí và vận động 94,8 tỷ đồng: trung ương 49 tỷ, tỉnh 19,3 tỷ, xã 3,5 tỷ, vay quỹ tín dụng 19 tỷ, hợp tác xã ủng hộ 1,2 tỷ; người dân góp 9.600 ngày công và hiến 4,8 ha đất, quy ra 2,8 tỷ đồng.",
    "Chi hội có 214 hội viên, gồm 96 nam, 110 nữ; ngoài ra còn 8 hội viên danh dự.",
    # another figure behind a growth is no base of it
    "Quỹ của huyện thu được 842,5 tỷ đồng, tăng 9,4% và đã chi 761 tỷ đồng cho các trạm.",
    "Đã thu 842,5 tỷ đồng, tăng 9,4% so với cùng kỳ và đã nộp 761 tỷ đồng.",
    # two parts, each with its share, of a whole that stands elsewhere
    "Người cao phiếu nhất được 8.214 phiếu đạt tỷ lệ 95,31%. Người thấp phiếu nhất được 5.307 phiếu đạt tỷ lệ 61,58%.",
    "Hội nghị đã hiệp thương cử 25 ủy viên Ủy ban Mặt trận.\n\nXét theo thành phần: ủy viên nữ là 9 người, chiếm tỷ lệ 36%; "
    "ủy viên dưới 40 tuổi là 7 người, chiếm tỷ lệ 28%; ủy viên ngoài Đảng là 2 người, chiếm tỷ lệ 8%.",
    # an average holds nobody
    "Danh sách chính thức có 412 người, đạt 1,68 người tranh cử cho một ghế (trong đó có 7 người tự ứng cử).",
)  # fmt: skip
WRONG = (
    ("Bão làm 89 ngôi nhà bị ảnh hưởng (Điền Xá 82, Lạc Hồng 13 và Trà Giang 4).", "F201", "82 + 13 + 4 = 99 ≠ 89"),
    ("Bão làm 300 nhà bị hư hỏng (Điền Xá 130, Lạc Hồng 159 và Trà Giang 33).", "F201", "130 + 159 + 33 = 322 ≠ 300"),
    ("Mưa đá làm 124 nhà đổ (Điền Xá: 117 nhà; Nà Lìn: 7 nhà); 597 nhà bị hư hỏng (Điền Xá: 130 nhà; Lạc Hồng: 259 nhà; Trà Giang: 150 nhà; Nà Lìn: 1 nhà; Nà Tồng: 33 nhà).", "F201", "130 + 259 + 150 + 1 + 33 = 573 ≠ 597"),
    ("Gió giật làm 31 trụ sở ở Điền Xá và 45 điểm trường (Điền Xá: 28; Lạc Hồng: 03, Trà Giang: 4) tốc mái.", "F201", "28 + 03 + 4 = 35 ≠ 45"),
    ("Ban hành 22 văn bản, gồm 7 chương trình, 16 kế hoạch.", "F201", "7 + 16 = 23 ≠ 22"),
    ("Hoa màu bị ngập 2.524 ha (Điền Xá 10,8 ha, Lạc Hồng 159,8 ha, Trà Giang 154 ha, Nà Lìn 2.179 ha).", "F201", "10,8 + 159,8 + 154 + 2.179 = 2.503,6 ≠ 2.524"),
    ("Tổng nguồn vốn huy động 120 tỷ đồng: ngân sách tỉnh 70 tỷ đồng, ngân sách huyện 38 tỷ đồng; người dân góp công trị giá 22 tỷ đồng.", "F201", "70 + 38 = 108 ≠ 120"),
    ("Xã được bố trí và vận động 64,5 tỷ đồng: trung ương 41 tỷ, tỉnh 18,2 tỷ, xã 2,5 tỷ; người dân góp 9.400 ngày công và hiến 3,1 ha đất.", "F201", "41 + 18,2 + 2,5 = 61,7 ≠ 64,5"),
    ("Hội có 214 hội viên, gồm 96 hội viên nam, 110 hội viên nữ; tổ chức 8 buổi họp.", "F201", "96 + 110 = 206 ≠ 214"),
    ("Đã thu 842,5 tỷ đồng, tăng 9,4% so với cùng kỳ (761 tỷ đồng).", "F203", "761 → 842,5: 10,7% ≠ 9,4%"),
    ("Kết nạp 226 đảng viên, trong đó nữ 78 đồng chí, chiếm 43,5%.", "F203", "78/226 = 34,5% ≠ 43,5%"),
    ("Xã có 6 người ứng cử (trong đó có 7 người tự ứng cử).", "F202", "7 > 6"),
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_adds_up_when_it_is_read_to_its_end_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(("text", "rule", "arithmetic"), WRONG)
def test_what_does_not_is_told_with_all_its_parts(text: str, rule: str, arithmetic: str) -> None:
    found = {(f.rule, dict(f.message.params).get("arithmetic")) for f in figure_findings(text)}
    assert (rule, arithmetic) in found
