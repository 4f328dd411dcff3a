"""Drafts in words that the template does not know: siblings, texts and voices say where each heading belongs."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.outline import outline

STATE = "Huyện có 11 xã và 1 thị trấn, dân số 68.400 người, rừng chiếm hai phần ba diện tích; Đảng bộ có 41 tổ chức cơ sở đảng. "
LINE = "Cấp ủy chấp hành nghiêm Cương lĩnh, Điều lệ, cụ thể hóa nghị quyết thành 9 chương trình, giữ nguyên tắc tập trung dân chủ. "
MIND = "Đã mở 63 hội nghị học tập nghị quyết; báo cáo viên nắm dư luận xã hội hằng tuần, phản bác thông tin xấu độc. "
UNCLE = "Các chi bộ học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; đảng viên ký cam kết nêu gương, giữ lối sống giản dị. "
STAFF = "Quy hoạch cấp ủy gồm 94 đồng chí; luân chuyển 38 lượt, bổ nhiệm 112 lượt cán bộ, cử 240 người đi đào tạo. "
FILES = (
    "Đã thẩm tra lịch sử chính trị và chính trị hiện nay của 1.204 trường hợp, kết luận tiêu chuẩn chính trị 36 hồ sơ. "
)
STRONG = (
    "Đoàn kết nội bộ được giữ vững, năng lực lãnh đạo nâng lên rõ rệt, đa số chỉ tiêu đạt và vượt kế hoạch nhiệm kỳ. "
)
THANKS = "Có được kết quả ấy là nhờ cấp trên quan tâm chỉ đạo, tập thể cấp ủy quyết tâm, Nhân dân đồng lòng ủng hộ. "
WEAK = (
    "Sinh hoạt chi bộ vài nơi còn hình thức, một bộ phận cán bộ còn né tránh, hai chỉ tiêu chưa đạt, kiểm tra còn yếu. "
)
BECAUSE = "Về khách quan, địa bàn rộng, thiên tai kéo dài; về chủ quan, người đứng đầu thiếu quyết liệt, đôn đốc chưa thường xuyên. "
LESSON = "Một là, giữ đoàn kết; hai là, phải lấy dân làm gốc; ba là, phải chọn đúng người đứng đầu thì việc mới xong. "
AIM = "Phấn đấu đến năm 2030 thu ngân sách tăng 12%, giảm 20 hộ nghèo, 13 trường đạt chuẩn, giải quyết việc làm cho 1.900 lao động. "
PLAN = "Tiếp tục cụ thể hóa nghị quyết đại hội, nâng cao bản lĩnh chính trị và năng lực dự báo của cấp ủy trong những năm tới. "
DEFEND = "Tiếp tục đổi mới tuyên truyền, chủ động định hướng dư luận xã hội, đấu tranh phản bác quan điểm sai trái trên mạng. "


def verdicts(tmp_path: Path, *blocks: str, template: str = "xdd-2020-2025") -> dict[str, tuple[str, bool]]:
    path = tmp_path / "draft.md"
    wanted = load_template(template)
    title = ("BÁO CÁO", wanted.title[:1].lower() + wanted.title[1:])
    path.write_text("\n\n".join((*title, *blocks)), encoding="utf-8")
    result = assess(read(path), wanted, rules=RuleSet(select=("S",)))
    return {v.requirement: (v.status, v.review) for v in result.verdicts}


def test_a_container_without_a_telling_title_goes_to_the_items_it_holds(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "IV. ĐÁNH GIÁ CHUNG",
        "**Điều mừng và gốc rễ**", STRONG * 2, THANKS * 2,
        "**Nút thắt và căn nguyên**", "- Hạn chế: " + WEAK * 2, "- Nguyên nhân: " + BECAUSE * 2, "**Bài học kinh nghiệm**", LESSON * 2,
    )  # fmt: skip
    assert [found[n][0] for n in ("IV.2", "IV.2.1", "IV.2.2", "IV.3")] == ["covered"] * 4
    assert found["IV.1.2"][0] != "covered"


def test_a_heading_over_two_items_is_the_parents_not_the_first_items(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "2. Cán bộ", "2.1. Quy hoạch, bố trí", STAFF * 2,
        "2.2. Thẩm tra lý lịch, bảo vệ nội bộ", FILES * 2, "IV. ĐÁNH GIÁ CHUNG", "1. Mặt mạnh", "a) Biểu hiện", STRONG * 2,
        "b) Nguyên nhân", THANKS * 2, "2. Mặt yếu", "a) Biểu hiện", WEAK * 2, "b) Nguyên nhân", BECAUSE * 2,
    )  # fmt: skip
    wanted = ("II.6", "II.6.1", "II.6.2", "IV.1", "IV.1.1", "IV.1.2", "IV.2", "IV.2.1", "IV.2.2")
    assert {n: found[n][0] for n in wanted} == dict.fromkeys(wanted, "covered")


def test_place_alone_gives_no_directions_to_a_result(tmp_path: Path) -> None:
    blocks = (
        "1. ĐẶC ĐIỂM TÌNH HÌNH", STATE * 2, "2. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", "2.1. Chuyển đổi số",
        "Tổ công nghệ số cộng đồng có 368 thành viên; 36.420 tài khoản định danh mức hai đã kích hoạt. " * 3,
        "3. ĐÁNH GIÁ CHUNG", "3.1. Cái được", STRONG * 2, "3.2. Cái chưa được", WEAK * 2,
    )  # fmt: skip
    aims = ("3.3. Chỉ tiêu phấn đấu", AIM * 2, "4. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", "4.1. Về kinh tế", AIM)
    found = verdicts(tmp_path, *blocks, *aims, template="bao-cao-nam-xa")
    assert (found["III.3"][0], found["IV.1"][0]) == ("missing", "misplaced")
    why = ("3.3. Vì đâu", BECAUSE * 2, *aims[2:])
    assert verdicts(tmp_path, *blocks, *why, template="bao-cao-nam-xa")["III.3"][0] == "covered"


def test_a_paragraph_right_under_anothers_heading_is_looked_at_when_it_speaks_the_item(tmp_path: Path) -> None:
    head = ("II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "2. Công tác tuyên giáo")
    tail = (
        "3. Công tác kiểm tra, giám sát",
        "Đã kiểm tra 214 tổ chức đảng, kỷ luật 88 đảng viên, giám sát 156 cuộc. " * 3,
    )
    assert verdicts(tmp_path, *head, UNCLE * 2, MIND * 2, *tail)["II.3"] == ("unheaded", True)
    assert verdicts(tmp_path, *head, MIND * 3, *tail)["II.3"][0] == "missing"


def test_a_heading_that_says_its_own_item_alone_announces_no_other(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "IV. ĐÁNH GIÁ CHUNG", "1. Được", STRONG * 2, THANKS * 2,
        "2. Chưa được", WEAK * 2, BECAUSE * 2, "3. Kinh nghiệm", LESSON * 2,
    )  # fmt: skip
    assert {found[n] for n in ("IV.1.2", "IV.2.2")} == {("unheaded", True)}


def test_a_first_heading_in_capitals_right_below_the_title(tmp_path: Path) -> None:
    parts = ("PHẦN THỨ NHẤT: KẾT QUẢ XÂY DỰNG ĐẢNG", "I. Về chính trị", LINE * 2, "II. Về tư tưởng", MIND * 2)
    more = ("PHẦN THỨ HAI: PHƯƠNG HƯỚNG, NHIỆM VỤ", "I. Về chính trị", PLAN * 2)
    found = verdicts(tmp_path, "PHẦN MỞ ĐẦU: BỐI CẢNH, CON NGƯỜI", STATE * 2, *parts, *more)
    assert {found[n][0] for n in ("I", "II", "II.1", "II.2")} == {"covered"}


def test_directions_told_inside_a_field_of_results_are_looked_at(tmp_path: Path) -> None:
    head = ("II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2)
    tail = ("2. Về tư tưởng", MIND * 2, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ 2025 - 2030", "1. Về tư tưởng", DEFEND)
    assert verdicts(tmp_path, *head, "Thời gian tới:", PLAN * 2, *tail)["V.2.1"] == ("unheaded", True)
    assert verdicts(tmp_path, *head, *tail)["V.2.1"][0] == "missing"


def test_a_first_heading_in_bold_right_below_a_plain_title(tmp_path: Path) -> None:
    parts = ("**Kết quả xây dựng Đảng**", "**Về chính trị**", LINE * 2, "**Về tư tưởng**", MIND * 2)
    assert verdicts(tmp_path, "**Tình hình chung**", STATE * 2, *parts)["I"][0] == "covered"


def test_a_first_part_in_capitals_over_an_item_of_its_own(tmp_path: Path) -> None:
    """Both stand below a plain title, before the first number; neither is a line of that title."""
    path = tmp_path / "draft.md"
    first = ("**BỐI CẢNH**", "**Trời và đất**", STATE * 2, "**Chỉ đạo**", LINE * 2)
    more = ("**KẾT QUẢ**", "**1. Chính trị**", LINE * 2, "**2. Tư tưởng**", MIND * 2, "**3. Cán bộ**", STAFF * 2)
    path.write_text("\n\n".join(("BÁO CÁO", "công tác năm 2025 của huyện", *first, *more)), encoding="utf-8")
    found = outline(read(path))
    assert found.title == "Báo cáo công tác năm 2025 của huyện"
    told = [(s.title, s.level) for s in found.sections]
    assert told[:4] == [("BỐI CẢNH", 1), ("Trời và đất", 2), ("Chỉ đạo", 2), ("KẾT QUẢ", 1)]


def test_a_passage_that_may_be_the_missing_item_asks_for_a_look(tmp_path: Path) -> None:
    farm = (
        "Tập trung chuyển đổi cơ cấu cây trồng, mở rộng vùng chè an toàn, phát triển dịch vụ ven chợ; khai thác tốt nguồn thu, "
        "đẩy nhanh giải ngân các công trình đường thôn, kêu gọi doanh nghiệp đầu tư chế biến."
    )
    guard = "Giữ nghiêm chế độ trực sẵn sàng chiến đấu, tuyển quân đủ chỉ tiêu; tăng cường tuần tra, trấn áp tội phạm, ma túy ở khu dân cư. "
    head = (
        "1. ĐẶC ĐIỂM TÌNH HÌNH",
        STATE * 2,
        "2. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
        "2.1. Chỉ tiêu chủ yếu",
        AIM * 2,
        "2.2. Giải pháp",
    )
    assert verdicts(tmp_path, *head, farm, guard, template="bao-cao-nam-xa")["IV.2.1"][1]
    assert verdicts(tmp_path, *head, guard, template="bao-cao-nam-xa")["IV.2.1"] == ("missing", False)


def test_a_report_without_any_heading_is_looked_at_and_not_all_missing(tmp_path: Path) -> None:
    """Headings pasted into one paragraph, or lost by what wrote the file: nobody can say that all is missing."""
    pasted = " ".join(("I. ĐẶC ĐIỂM", STATE * 3, "II. KẾT QUẢ 1. Chính trị", LINE * 4, "2. Tư tưởng", MIND * 4))
    found = verdicts(tmp_path, pasted)
    assert {v for v in found.values() if v[0] == "missing"} == {("missing", True)}
    short = verdicts(tmp_path, "Đơn vị chưa có báo cáo.")
    assert set(short.values()) == {("missing", False)}
