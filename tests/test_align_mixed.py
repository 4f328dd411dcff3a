"""Headings that answer for several requirements at once, in words of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.model import Requirement, Template

TEXT = (
    "Trong năm, cấp ủy đã chỉ đạo các chi bộ triển khai đồng bộ, có phân công, có kiểm tra và có sơ kết hằng quý. " * 3
)
WEAK = (
    "Một số chi bộ sinh hoạt chưa đều, nội dung đơn điệu; việc kiểm tra có nơi còn hình thức; tỷ lệ kết nạp thấp. " * 2
)
CAUSE = (
    "Do địa bàn rộng, đi lại khó khăn; một số bí thư chi bộ còn ngại va chạm, chưa chủ động; cán bộ tham mưu thiếu. "
    * 2
)
GOOD = (
    "Có được kết quả đó là nhờ sự chỉ đạo kịp thời của cấp trên, sự đoàn kết của cấp ủy và sự đồng thuận của Nhân dân. "
    * 2
)
POWER = "Quyền lực của người có chức vụ được kiểm soát bằng việc công khai lịch làm việc và luân phiên vị trí 14 công chức. "


def statuses(tmp_path: Path, *blocks: str, template: Template | None = None) -> dict[str, str]:
    path = tmp_path / "draft.md"
    path.write_text("\n\n".join(blocks), encoding="utf-8")
    result = assess(read(path), template or load_template(), rules=RuleSet(select=("S",)))
    return {v.requirement: v.status for v in result.verdicts}


def test_causes_of_both_kinds_under_one_heading(tmp_path: Path) -> None:
    found = statuses(
        tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Về chính trị", TEXT, "IV. ĐÁNH GIÁ CHUNG", "1. Hạn chế", WEAK, "2. Ưu điểm", TEXT,
        "3. Tại sao", "a) Tại sao đạt được kết quả", GOOD, "b) Tại sao còn hạn chế", CAUSE, "4. Bài học kinh nghiệm", TEXT,
    )  # fmt: skip
    assert {found[n] for n in ("IV.1", "IV.2", "IV.1.2", "IV.2.2")} == {"covered"}


@pytest.mark.parametrize(
    ("heading", "extra", "status"),
    [
        ("2. Phòng, chống tham nhũng, lãng phí và kiểm soát quyền lực", "", "merged"),
        ("2. Công tác phòng, chống tham nhũng, lãng phí, tiêu cực", POWER * 2, "unheaded"),
        ("2. Công tác phòng, chống tham nhũng, lãng phí, tiêu cực", "", "missing"),
    ],
)
def test_an_item_of_like_topic_is_told_by_its_own_words(tmp_path: Path, heading: str, extra: str, status: str) -> None:
    money = (
        "Đã thanh tra 22 cuộc, phát hiện sai phạm 1,8 tỷ đồng, thu hồi 1,6 tỷ đồng; xử lý 03 vụ tham nhũng, tiêu cực. "
        * 2
    )
    found = statuses(
        tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "1. Về chính trị", TEXT, heading, money, extra,
        "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ TRỌNG TÂM, GIẢI PHÁP ĐỘT PHÁ", "1. Phát huy dân chủ, siết chặt kỷ luật, kỷ cương, đổi mới sáng tạo", TEXT,
    )  # fmt: skip
    assert found["III.5"] == status


def outline_of(*titles: str) -> Template:
    numbered = [t.split(" ", 1) for t in titles]
    return Template("x", "Báo cáo công tác kiểm tra", tuple(Requirement(number=n, title=t) for n, t in numbered))


ITEMS = ("II.1 Công tác tuyên truyền", "II.2 Kiểm tra hồ sơ, sổ sách", "II.3 Giải quyết khiếu nại")


def test_a_part_is_the_heading_around_its_items(tmp_path: Path) -> None:
    template = outline_of(
        "I Đặc điểm tình hình", "II KẾT QUẢ CÔNG TÁC KIỂM TRA, GIÁM SÁT", *ITEMS, "III Phương hướng năm 2026"
    )
    found = statuses(
        tmp_path, "I. ĐẶC ĐIỂM TÌNH HÌNH", TEXT, "II. NHỮNG VIỆC ĐÃ LÀM", "1. Tuyên truyền, phổ biến", TEXT, "2. Kết quả kiểm tra, giám sát",
        "a) Kiểm tra hồ sơ", TEXT, "3. Khiếu nại", TEXT, "III. PHƯƠNG HƯỚNG NĂM 2026", TEXT, template=template,
    )  # fmt: skip
    assert (found["II"], found["II.1"], found["II.3"]) == ("covered", "covered", "covered")


def test_no_place_for_a_heading_with_anothers_name(tmp_path: Path) -> None:
    template = outline_of(
        "I KẾT QUẢ", "I.1 Theo dõi thi hành pháp luật", "I.2 Hòa giải ở cơ sở", "II ĐÁNH GIÁ", "II.1 Việc làm tốt", "II.2 Hạn chế, vướng mắc",
    )  # fmt: skip
    found = statuses(
        tmp_path, "I. KẾT QUẢ", "1. Hòa giải ở cơ sở", TEXT, "II. ĐÁNH GIÁ", "1. Theo dõi thi hành pháp luật năm 2025", TEXT, "2. Hạn chế, vướng mắc", TEXT,
        template=template,
    )  # fmt: skip
    assert (found["I.1"], found["II.1"]) == ("misplaced", "missing")


@pytest.mark.parametrize(
    ("title", "items", "status"),
    [
        ("C. KẾT QUẢ KIỂM TRA VÀ DÂN VẬN", ("I. Công tác kiểm tra, giám sát, kỷ luật đảng", "II. Công tác dân vận"), "covered"),
        ("C. NHỮNG VIỆC KHÁC", ("I. Công tác dân vận", "II. Thu quỹ vì người nghèo"), "misplaced"),
    ],
)  # fmt: skip
def test_a_part_that_is_divided_in_two_goes_on(tmp_path: Path, title: str, items: tuple[str, str], status: str) -> None:
    found = statuses(
        tmp_path, "BÁO CÁO", "Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", "A. ĐẶC ĐIỂM, TÌNH HÌNH", TEXT, "B. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "I. Xây dựng Đảng về chính trị", TEXT,
        "II. Xây dựng Đảng về tư tưởng", TEXT, "III. Xây dựng Đảng về đạo đức", TEXT, title, items[0], TEXT, items[1], TEXT,
        "D. ĐÁNH GIÁ CHUNG", "I. Ưu điểm", TEXT, "II. Hạn chế, khuyết điểm", WEAK, "III. Bài học kinh nghiệm", TEXT,
        "E. PHƯƠNG HƯỚNG, NHIỆM VỤ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2025 - 2030", TEXT,
    )  # fmt: skip
    assert found["II.8"] == status
