"""Items of a part that have one topic: their themes tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Verdict

FIELD = "Xã Bãi Sậy có 11 thôn, 2.310 hộ với 9.700 nhân khẩu. Xã thuận lợi về đất đai nhưng hay bị ngập khi lũ về, đường ra trung tâm xa 26 km."
WEAK = "Nương dốc bạc màu còn nhiều, hai chỉ tiêu chưa đạt, một số việc chỉ đạo chưa dứt điểm, cán bộ còn ngại va chạm."


def judged(folder: Path, template: str, blocks: Sequence[str]) -> dict[str, Verdict]:
    path = folder / "du-thao.md"
    path.write_text("\n\n".join(("BÁO CÁO", *blocks)), encoding="utf-8")
    found = assess(read(path), load_template(template), rules=RuleSet(select=("S",)))
    return {v.requirement: v for v in found.verdicts}


ANNUAL = "bao-cao-nam-xa"
CROPS = "Lúa cấy 684 ha, năng suất 52 tạ/ha, sản lượng thóc 3.560 tấn; đàn trâu bò 2.910 con, tiêm phòng hai đợt đạt 92%; trồng mới 41 ha rừng sản xuất, ao cá thu 5,2 tấn."
TRADE = "Chợ phiên có 214 hộ kinh doanh, xưởng mộc và cơ sở chế biến chè tạo việc làm cho 87 lao động, nghề đan lát bán 1.350 sản phẩm, doanh thu 412 triệu đồng."
SCHOOLS = "Chín trường có 148 lớp, 3.410 học sinh; tỷ lệ lên lớp 97,9%, phổ cập giáo dục giữ vững, một trường tiểu học đạt chuẩn quốc gia, hội khuyến học tặng 218 suất quà."
CULTURE = "Có 2.544 gia đình văn hóa, 21 thôn văn hóa; xã mở hội xuân, giải bóng chuyền 26 thôn, 14 đêm văn nghệ và chiếu phim; loa truyền thanh phủ 22 thôn."
ORDER = "An ninh chính trị ổn định; công an xã tiếp nhận 31 tin, bắt 4 vụ ma túy, xử lý 9 vụ trộm cắp, tai nạn giao thông giảm hai vụ, vận động giao nộp 17 khẩu súng tự chế."
TROOPS = "Giao 13 thanh niên nhập ngũ, đạt 100% chỉ tiêu tuyển quân; huấn luyện 74 dân quân, 82% khá, giỏi; đăng ký tuổi 17 cho 112 nam công dân."


def annual(folder: Path, *blocks: str) -> dict[str, Verdict]:
    head = ("tình hình kinh tế - xã hội năm 2025, nhiệm vụ năm 2026", "I. TÌNH HÌNH CHUNG", FIELD, "II. VIỆC ĐÃ LÀM")
    return judged(folder, ANNUAL, (*head, *blocks, "III. ĐÁNH GIÁ", WEAK))


def test_items_of_one_topic_are_told_apart_by_their_themes(tmp_path: Path) -> None:
    """Order at home and affairs at the border have one topic: who keeps the peace of the villages answers the first."""
    found = annual(tmp_path, "3. Quốc phòng, an ninh", "3.1. Việc quân sự", TROOPS, "3.2. Giữ bình yên xóm làng", ORDER)
    assert found["II.3.2"].status == "covered"
    assert found["II.6"].status == "excused"


@pytest.mark.parametrize(
    ("title", "status"), [("Trường học và đời sống văn hóa", "merged"), ("Đời sống văn hóa", None)]
)
def test_a_heading_lists_another_item_of_its_own_items_topic_by_its_theme(
    tmp_path: Path, title: str, status: str | None
) -> None:
    text = (SCHOOLS, CULTURE) if status else (CULTURE, CULTURE[3:])
    found = annual(tmp_path, "2. Về văn hóa - xã hội", f"2.1. {title}", *text)
    assert found["II.2.1"].status == (status or "missing")
    assert found["II.2.4"].status == (status or "covered")


@pytest.mark.parametrize("told", [True, False])
def test_an_item_is_found_by_its_themes_where_its_topic_is_that_of_its_siblings(tmp_path: Path, told: bool) -> None:
    money = (
        "Giá trị sản xuất ước đạt 214 tỷ đồng, tăng 7,8% so với cùng kỳ, thu nhập bình quân 29,4 triệu đồng một người."
    )
    found = annual(tmp_path, "1. Làm kinh tế", money, *([CROPS] if told else []), "1.1. Buôn bán, nghề phụ", TRADE)
    assert found["II.1.1"].status == ("unheaded" if told else "missing")
