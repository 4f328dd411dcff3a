"""Figures that belong together by many small signs: what does not compute is told, look-alikes are not."""

from __future__ import annotations

import random
import re
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from figure_rules import figure_findings, rules

from vnreport_nlp.checks.figures.weighed import models

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import fill_forms

WRONG = (
    ("F201", "Cử đi bồi dưỡng 96 lượt (nghiệp vụ 58, lý luận chính trị 21, kỹ năng quản lý 15).", "58 + 21 + 15 = 94 ≠ 96"),
    ("F203", "Qua kiểm tra 420 cơ sở thực phẩm thì 63 cơ sở vi phạm về nhãn mác, tính ra là 17,8%.", "63/420 = 15,0% ≠ 17,8%"),
    ("F203", "Doanh thu du lịch ước 312 tỷ đồng; so với mục tiêu đề ra đầu năm là 260 tỷ đồng thì bằng 112,3%.", "312/260 = 120,0% ≠ 112,3%"),
    ("F203", "Số hội thảo là 145, nhiều hơn mức 125 của năm trước, tăng 18,4%.", "125 → 145: 16,0% ≠ 18,4%"),
    ("F203", "Trường có 840 học sinh nội trú - trong đó 630 em người dân tộc thiểu số - chiếm 71,4%.", "630/840 = 75,0% ≠ 71,4%"),
    ("F203", "Xếp loại 200 đảng viên như sau:\n\n- Xuất sắc: 36 đồng chí (18%);\n- Tốt: 140 đồng chí (70%);\n- Hoàn thành: 22 đồng chí (14%);\n- Không hoàn thành: 02 đồng chí (1%).", "22/200 = 11% ≠ 14%"),
    ("F201", "Quý I có 14 vụ cháy, quý II 11 vụ, quý III 9 vụ, quý IV 16 vụ, cộng cả năm 52 vụ.", "14 + 11 + 9 + 16 = 50 ≠ 52"),
    ("F201", "Năm 2022 có 1.420 người dự học, năm 2023 tăng thêm 315 người, đạt 1.753 người.", "1.420 + 315 = 1.735 ≠ 1.753"),
    ("F201", "Số hợp tác xã được đánh giá là 96. Cụ thể: 31 hợp tác xã loại tốt, 44 loại khá, 18 trung bình và 05 yếu.", "31 + 44 + 18 + 05 = 98 ≠ 96"),
    ("F202", "Giám sát 17 tổ chức theo chuyên đề. Kết luận có 19 tổ chức trong số được giám sát phải kiểm điểm.", "19 > 17"),
)  # fmt: skip
RIGHT = (
    "Cấp 96 suất quà (gạo 58 tấn, mì 21 thùng, chăn 15 chiếc).",
    "Hỗ trợ 96 hộ (xã An Lạc 58, xã Bình Khê 21, xã Cao Sơn 15 và một số xã khác).",
    "Hỗ trợ 96 hộ (xã An Lạc 58, xã Bình Khê 21, xã Cao Sơn 15, ...).",
    "Mở 96 lượt lớp (chủ yếu chuyên môn 58, lý luận chính trị 21, kỹ năng 15).",
    "Cấp 1.200 đầu sách (nhất là sách giáo khoa 600, sách tham khảo 310, truyện 250).",
    "Toàn đảng bộ có 96 cán bộ (đảng viên 58, nữ 21, trẻ 15).",
    "Qua kiểm tra 420 cơ sở thực phẩm thì 63 cơ sở vi phạm về nhãn mác, tính ra là 15%.",
    "Thành phố có 2.140 giáo viên; số giáo viên trên chuẩn 1.605 người, tỷ lệ hài lòng của phụ huynh 78,4%.",
    "Có 48 trong số 60 hợp tác xã hoạt động hiệu quả, đạt 120% kế hoạch.",
    "Năm 2022 có 1.420 người dự học, năm 2023 tăng thêm 315 người, đạt 1.735 người.",
    "Toàn tỉnh có 214 hợp tác xã, trong đó 120 hợp tác xã nông nghiệp, 40 hợp tác xã vận tải; 36,5% có lãi.",
    "Đảng bộ có 38 chi bộ: 19 chi bộ thôn, 08 chi bộ trường học, 07 chi bộ cơ quan, còn lại là chi bộ lực lượng vũ trang.",
    "Có 33 trường mầm non, trong đó 26 trường công lập đạt chuẩn, 05 trường ngoài công lập đạt chuẩn.",
    "Lượng đơn giảm dần: 1.204 đơn năm 2022 còn 986 đơn năm 2023 và 310 đơn năm nay.",
    "Nghị quyết giao 15 chỉ tiêu, đạt và vượt 14/15 chỉ tiêu, trong đó vượt 08 và đạt 06.",
    "Tiếp nhận 62 hồ sơ, giải quyết 65 hồ sơ, trong đó có 05 hồ sơ kỳ trước chuyển sang.",
    "Trong 132 căn nhà có 141 căn hộ khép kín.",
    "Toàn ngành có 312 giáo viên bậc mầm non, 321 giáo viên bậc trung học cơ sở.",
    "Dư nợ 286,5 tỷ đồng, tăng 22,9 tỷ đồng (8,7%) so với đầu năm.",
)  # fmt: skip
GROUPS = "| TT | Vùng | Lúa | Ngô |\n|---|---|---|---|\n| I | Vùng thấp | 940 | 120 |\n| 1 | Xã A | 510 | 70 |\n| 2 | Xã B | 430 | 50 |\n| II | Vùng cao | {0} | 260 |\n| 1 | Xã C | 210 | 140 |\n| 2 | Xã D | 148 | 120 |"
NESTED = "| TT | Nội dung | Số lượng |\n|---|---|---|\n| 1 | Tổng số trạm | 24 |\n| 1.1 | Loại A | 3 |\n| 1.1.1 | Trong đó: mới xây | 1 |\n| 1.2 | Loại B | 4 |\n| 1.3 | Loại C | 17 |\n| 2 | Số giường | 615 |"
TRAITS = "| Đơn vị | Tổng số | Nữ | Dưới 35 tuổi |\n|---|---|---|---|\n| Phường A | 22 | 9 | 6 |\n| Phường B | 19 | 8 | 4 |\n| Phường C | 14 | 5 | {0} |"


@pytest.mark.parametrize(("rule", "text", "arithmetic"), WRONG)
def test_a_relation_that_no_phrase_tells_is_told_once(rule, text, arithmetic):
    (finding,) = figure_findings(text)
    assert finding.rule == rule and str(finding.found).startswith(arithmetic)


@pytest.mark.parametrize("text", RIGHT)
def test_what_computes_or_may_well_be_of_other_things_is_not_told(text):
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GROUPS.format(388), ["F201"]),
        (GROUPS.format(358), []),
        (NESTED, []),
        (TRAITS.format(24), ["F202"]),
        (TRAITS.format(12), []),
    ],
)
def test_groups_and_traits_of_tables(text, told):
    assert rules(text) == told


def test_filled_forms_compute():
    told, things = fill_forms.forms()
    rng = random.Random(7)
    form = "Có {b} @thing, @trait {a} @thing, chiếm {p}."
    for _ in range(50):
        text = fill_forms.fill(rng, "S", form, things)
        whole, part = (
            Decimal(n.replace(".", ""))
            for n in re.findall(r"\d[\d.]*(?=[\s])", re.sub(r"dưới \d+|loại \d+", "", text))[:2]
        )
        percent = re.search(r"([\d,]+)%", text)
        assert percent and abs(100 * part / whole - Decimal(percent[1].replace(",", "."))) <= Decimal("0.5")
    assert {kind for kind, _ in told} == set("SPMNTW")


def test_what_was_learned_is_kept_for_all_questions():
    assert set(models()) == {"links", "wrong", "sums", "parts"}
    assert all(m.weights and m.threshold >= 0 for m in models().values())


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi căn xây mới được hỗ trợ 60 triệu đồng, mỗi căn sửa chữa 30 triệu đồng, tổng cộng 1,86 tỷ đồng.",
        "Cả năm tiếp nhận 12.480 hồ sơ, giải quyết 12.302 hồ sơ, trong đó đúng hạn 12.154 hồ sơ; còn 178 hồ sơ đang trong hạn.",
        "Chỉ tiêu là kết nạp từ 600 đảng viên trở lên trong nhiệm kỳ. Kết quả: kết nạp được 638 đảng viên.",
        "| Nội dung | Đơn vị | Kết quả |\n|---|---|---|\n| Tổng số trường | trường | 321 |\n| Số trường đạt chuẩn | trường | 245 |\n| Số học sinh | học sinh | 125.775 |",
    ],
)
def test_what_each_gets_what_is_left_what_was_planned_and_other_measures_are_no_parts(text: str) -> None:
    assert not {"F201", "F202"} & set(rules(text))
