"""Outlines of which nothing is known but titles: headings that are left, and passages, that speak two words of a title running."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "công tác bảo vệ đê điều năm 2025", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ THỰC HIỆN", "1. Tuần tra, canh gác đê",
    "2. Kinh phí thực hiện", "3. Vật tư dự trữ phòng lũ", "4. Bồi đắp mái kè", "III. KIẾN NGHỊ", "1. Với cấp trên", "2. Với các thôn",
)  # fmt: skip
WATCH = (
    "Đội xung kích đi kiểm tra mặt đê hai lượt mỗi đêm, ghi sổ đầy đủ, phát hiện bốn chỗ rò và xử lý ngay trong ngày cùng người dân sở tại. "
    * 2
)
STATE = (
    "Toàn xã có 9 km đê sông, hai cống lớn và một trạm bơm; mùa mưa năm nay nước lên nhanh hơn mọi năm, ruộng ngoài bãi ngập sâu. "
    * 2
)
ASKED = "Đề nghị cấp trên sớm bố trí người phụ trách chuyên trách cho từng đoạn và hướng dẫn cách ghi sổ thống nhất trong toàn vùng."
MONEY = (
    "Ngân sách xã dành 320 triệu đồng, nhân dân đóng góp 45 triệu đồng và 210 ngày công; mọi khoản đều niêm yết tại nhà văn hóa thôn. "
    * 2
)
START = (
    "BÁO CÁO",
    "công tác bảo vệ đê điều năm 2025",
    "I. Tình hình chung",
    STATE,
    "II. Kết quả thực hiện",
    "1. Tuần tra, canh gác đê",
    WATCH,
)
STONES = "Vật tư dự trữ phòng lũ gồm 420 m3 đá hộc, 6.000 bao tải, 35 rọ thép, xếp ở hai kho cạnh cống, có người trông và sổ xuất nhập rõ ràng."


def judged(folder: Path, *lines: str) -> dict[str, tuple[str, bool]]:
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text("\n\n".join(lines), encoding="utf-8")
    return {v.requirement: (v.status, v.review) for v in assess(read(draft), load_template(str(outline))).verdicts}


def test_the_heading_that_is_left_and_speaks_a_titles_words_is_its_own(tmp_path: Path) -> None:
    """Two words running that one title alone has name it in another part; a person should look."""
    end = ("1. Với cấp trên", ASKED, "2. Với các thôn", ASKED, "3. Nguồn kinh phí bố trí trong năm", MONEY)
    found = judged(tmp_path, *START, "III. Kiến nghị", *end)
    assert found["II.2"] == ("misplaced", True)
    assert found["II.4"][0] == "missing"


def test_a_paragraph_that_speaks_a_title_is_its_text_without_a_heading(tmp_path: Path) -> None:
    """A whole paragraph of it counts; two words said in passing do not."""
    found = judged(tmp_path, *START, STONES, "III. Kiến nghị", ASKED)
    assert found["II.3"] == ("unheaded", True)
    passing = "Khi nước rút, xã rút kinh nghiệm từng khâu và nhắc các thôn chú ý bảo quản dụng cụ, nhất là vật tư đã mượn của dân trong đợt lũ vừa rồi."  # fmt: skip
    assert judged(tmp_path, *START, passing, "III. Kiến nghị", ASKED)["II.3"][0] == "missing"


def test_a_heading_by_its_place_alone_asks_for_a_look(tmp_path: Path) -> None:
    """Its number fits, and none of its words is the title's."""
    found = judged(tmp_path, *START, "2. Chi tiêu", MONEY, "III. Kiến nghị", ASKED)
    assert found["II.2"] == ("covered", True)
    named = judged(tmp_path, *START, "2. Nguồn kinh phí bố trí trong năm", MONEY, "III. Kiến nghị", ASKED)
    assert named["II.2"] == ("covered", False)


def test_of_siblings_one_of_whose_topics_is_not_known_a_list_of_both_is_both(tmp_path: Path) -> None:
    """The next heading of the same topic is not taken for the one that the list names."""
    outline, draft = tmp_path / "de-cuong.txt", tmp_path / "du-thao.txt"
    outline.write_text(
        "\n\n".join((
            "ĐỀ CƯƠNG BÁO CÁO", "tình hình kinh tế - xã hội 6 tháng đầu năm 2025", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", "1. Kinh tế",
            "a) Nông nghiệp", "b) Công nghiệp - xây dựng", "c) Thương mại, dịch vụ, du lịch", "d) Thu, chi ngân sách", "III. KIẾN NGHỊ",
        )), encoding="utf-8",
    )  # fmt: skip
    trade = (
        "Giá trị sản xuất công nghiệp tăng 9%, khởi công hai tuyến đường; doanh thu bán lẻ tăng 12%, đón 41.000 lượt khách du lịch. "
        * 2
    )
    tax = (
        "Thu ngân sách 6 tháng đạt 61 tỷ đồng, bằng 58% dự toán, thuế và phí đều tăng; chi thường xuyên tiết kiệm 4%, giải ngân 47% vốn. "
        * 2
    )
    farm = (
        "Diện tích lúa xuân 812 ha, năng suất 62 tạ/ha; đàn lợn 14.200 con, nuôi cá 96 ha, trồng mới 35 ha rừng, dịch bệnh được khống chế. "
        * 2
    )
    draft.write_text(
        "\n\n".join((
            "BÁO CÁO", "tình hình kinh tế - xã hội 6 tháng đầu năm 2025", "I. Tình hình chung", STATE, "II. Kết quả", "1. Kinh tế",
            "1.1. Nông nghiệp", farm, "1.2. Công nghiệp, xây dựng; thương mại, dịch vụ, du lịch", trade, "1.3. Thu ngân sách", tax,
            "1.4. Chi ngân sách và giải ngân vốn đầu tư", tax, "III. Kiến nghị", ASKED,
        )), encoding="utf-8",
    )  # fmt: skip
    found = {v.requirement: v for v in assess(read(draft), load_template(str(outline))).verdicts}
    assert found["II.1.b"].sections == found["II.1.c"].sections
    assert found["II.1.d"].status == "covered"
