"""Outlines that are one list of items, held against drafts that group them, join them or tell them without a heading."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess

ITEMS = (
    "Khái quát tình hình chăn nuôi", "Công tác chỉ đạo", "Tuyên truyền, tập huấn", "Tiêm phòng, khử trùng tiêu độc",
    "Kiểm dịch, kiểm soát giết mổ", "Kinh phí thực hiện", "Những mặt đạt được", "Khó khăn, hạn chế và nguyên nhân", "Bài học kinh nghiệm", "Kiến nghị",
)  # fmt: skip
OUTLINE = ("ĐỀ CƯƠNG BÁO CÁO", "công tác thú y năm 2025", *(f"{k}. {title}" for k, title in enumerate(ITEMS, 1)))
HERD = "Toàn xã có 4.200 con lợn, 61.000 con gia cầm và 380 con trâu bò, nuôi ở 1.150 hộ và sáu trang trại nằm xa khu dân cư."
LED = (
    "Ủy ban xã ra bốn kế hoạch, giao trưởng thôn theo dõi từng xóm, mỗi tháng giao ban một lần với cán bộ thú y cơ sở."
)
TOLD = "Loa xã phát 120 lượt tin, cán bộ thú y đến 14 thôn hướng dẫn cách ủ phân, rắc vôi; 610 người chăn nuôi dự bốn buổi học."
DONE = (
    "Đã tiêm 3.980 liều tụ huyết trùng, 58.000 liều cúm gia cầm; phun 900 lít hóa chất ở chợ, cống rãnh và chuồng trại."
)
SEEN = (
    "Trạm kiểm dịch xem 2.310 con lợn xuất bán; hai điểm giết mổ được lăn dấu hằng ngày, phạt ba trường hợp làm chui."
)
PAID = (
    "Tổng chi 214 triệu đồng, trong đó ngân sách xã 96 triệu đồng, còn lại do hộ chăn nuôi đóng góp theo đầu con vật."
)
WELL = (
    "Dịch tả lợn không xảy ra, đàn vật nuôi tăng đều, người dân tự giác khai báo khi thấy vật nuôi ốm, chết bất thường."
)
ILL = (
    "Tỷ lệ tiêm ở đàn nhỏ lẻ còn thấp vì nhiều nhà nuôi ít, ngại báo; thú y thôn phụ cấp ít nên hay bỏ việc giữa chừng."
)
LEARNT = (
    "Phải đến từng nhà, tiêm cuốn chiếu từng xóm, ghi sổ tại chỗ và có mặt trưởng thôn thì dân mới tin và làm theo."
)
ASKED = "Đề nghị huyện cấp vắc xin sớm trước mùa mưa và nâng phụ cấp cho thú y thôn, hỗ trợ tủ lạnh bảo quản thuốc."


def judged(folder: Path, *lines: str) -> dict[str, str]:
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text("\n\n".join(("BÁO CÁO", "công tác thú y năm 2025", *lines)), encoding="utf-8")
    return {v.requirement: v.status for v in assess(read(draft), load_template(str(outline))).verdicts}


def test_a_units_own_grouping_misplaces_nothing(tmp_path: Path) -> None:
    """``Kết quả thực hiện`` over several items is no item, least of all ``Kinh phí thực hiện``."""
    found = judged(
        tmp_path, "PHẦN I. TÌNH HÌNH", "1. Tình hình chăn nuôi", HERD, "PHẦN II. KẾT QUẢ THỰC HIỆN", "1. Công tác chỉ đạo, điều hành", LED,
        "2. Tuyên truyền và tiêm phòng, khử trùng", TOLD, DONE, "3. Kiểm dịch và kiểm soát giết mổ", SEEN, "PHẦN III. ĐÁNH GIÁ", "1. Mặt đạt được", WELL,
        "2. Kinh phí", PAID, "3. Khó khăn, hạn chế và nguyên nhân", ILL, "4. Bài học kinh nghiệm", LEARNT, "PHẦN IV. KIẾN NGHỊ", ASKED,
    )  # fmt: skip
    assert found | {"3": "", "4": ""} == dict.fromkeys(found, "covered") | {"3": "", "4": ""}
    assert found["3"] == found["4"] == "merged"


def test_a_heading_for_two_items_is_not_a_third_ones(tmp_path: Path) -> None:
    """Words that one of its own items has as well name no other item."""
    start = (
        "1. Tình hình chăn nuôi",
        HERD,
        "2. Công tác chỉ đạo; tuyên truyền, tập huấn về kiểm dịch",
        LED + " " + TOLD,
    )
    found = judged(
        tmp_path, *start, "3. Kinh phí thực hiện", PAID, "4. Những mặt đạt được", WELL, "5. Kiến nghị", ASKED
    )
    assert found["4"] == "missing"


def test_labels_in_an_assessment_tell_what_has_no_heading(tmp_path: Path) -> None:
    start = (
        "1. Tình hình chăn nuôi",
        HERD,
        "2. Chỉ đạo",
        LED,
        "3. Tuyên truyền, tập huấn",
        TOLD,
        "4. Tiêm phòng, khử trùng",
        DONE,
    )
    both = f"Về mặt mạnh: {WELL} Về mặt còn yếu: {ILL}"
    found = judged(tmp_path, *start, "5. Nhận xét, đánh giá chung", both, "6. Kinh phí", PAID, "7. Kiến nghị", ASKED)
    assert (found["7"], found["8"]) == ("unheaded", "unheaded")
    assert found["5"] == found["9"] == "missing"


def test_an_assessment_of_one_kind_tells_that_kind_alone(tmp_path: Path) -> None:
    start = (
        "1. Tình hình chăn nuôi",
        HERD,
        "2. Chỉ đạo",
        LED,
        "3. Tuyên truyền, tập huấn",
        TOLD,
        "4. Tiêm phòng, khử trùng",
        DONE,
    )
    found = judged(tmp_path, *start, "5. Đánh giá chung", f"Những việc làm được: {WELL}", "6. Kiến nghị", ASKED)
    assert found["7"] in ("unheaded", "covered")
    assert found["8"] == found["9"] == found["6"] == "missing"
