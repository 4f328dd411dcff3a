"""Drafts whose headings name nothing that the outline knows: topics, voices and structure say what is there and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_align_strange import (
    AIM,
    BECAUSE,
    DEFEND,
    FILES,
    LESSON,
    LINE,
    MIND,
    PLAN,
    STAFF,
    STATE,
    STRONG,
    THANKS,
    UNCLE,
    WEAK,
    verdicts,
)

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.outline.placeholders import is_placeholder

LESS = "Đã hợp nhất ba phòng, bớt 14 đầu mối, tinh giản 37 biên chế theo Nghị quyết số 18; chức năng, nhiệm vụ từng cơ quan được xác định lại. "
CELLS = "Kết nạp 126 đảng viên, xóa 2 thôn chưa có chi bộ; nền nếp sinh hoạt chi bộ được giữ, 41 chi bộ xếp loại hoàn thành tốt. "
HUNT = "Tiến hành 17 cuộc kiểm tra, 12 cuộc giám sát chuyên đề đối với 29 tổ chức đảng; thi hành kỷ luật 9 đảng viên, khiển trách 6. "
FOLK = "Mặt trận và đoàn thể vận động bà con hiến 2,9 ha đất, dựng 31 mô hình dân vận khéo; bí thư đối thoại với dân mỗi quý. "
TALKS = "Đổi mới học tập nghị quyết, định hướng dư luận xã hội, tăng cường đấu tranh phản bác luận điệu sai trái trên mạng. "
TRIM = "Tiếp tục sắp xếp tổ chức bộ máy của hệ thống chính trị, rà soát chức năng, nhiệm vụ, giảm đầu mối và biên chế. "
PICK = "Làm tốt quy hoạch, đào tạo, luân chuyển, đánh giá cán bộ theo sản phẩm; quan tâm cán bộ trẻ, cán bộ nữ. "
CROPS = "Gieo cấy 640 ha lúa, năng suất 54 tạ một ha; đàn bò 2.900 con; thu ngân sách 5,2 tỷ đồng, bằng 108% dự toán. "
RESULTS = (
    "II. MẤY NĂM LÀM ĂN VỚI NHAU", "1. Giữ đường", LINE * 2, "2. Chuyện trò", MIND * 2, "3. Ăn ở", UNCLE * 2, "4. Gọn nhà", LESS * 2,
    "5. Gốc rễ", CELLS * 2,
)  # fmt: skip
LOOKING_BACK = (
    "III. NGẪM LẠI",
    "1. Đoạn vui, nhờ đâu",
    STRONG * 2,
    THANKS * 2,
    "2. Đoạn buồn, tại đâu",
    WEAK * 2,
    BECAUSE * 2,
)


def test_a_part_of_strange_title_and_number_is_known_by_what_stands_below_it(tmp_path: Path) -> None:
    found = verdicts(tmp_path, "I. XỨ MÌNH", STATE * 2, *RESULTS, *LOOKING_BACK, "3. Điều nhớ", LESSON * 2)
    assert found["IV"][0] == "covered"
    assert found["IV.3"][0] == "covered"
    assert {found[n][0] for n in ("IV.1.1", "IV.1.2", "IV.2.1", "IV.2.2")} == {"merged"}
    assert {found[n][0] for n in ("IV.1", "IV.2")} == {"covered"}


def test_an_item_left_out_of_such_a_part_is_missing(tmp_path: Path) -> None:
    found = verdicts(tmp_path, "I. XỨ MÌNH", STATE * 2, *RESULTS, *LOOKING_BACK)
    assert found["IV.3"][0] == "missing"
    assert {found[n][0] for n in ("III", "III.1", "V", "V.1")} == {"missing"}


def test_one_strange_heading_over_two_topics_is_told_merged(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "2. Nhà gọn, gốc chắc", LESS * 2, CELLS * 2,
        "V. PHƯƠNG HƯỚNG, NHIỆM VỤ", "1. Phương hướng", AIM * 2, "2. Nhiệm vụ, giải pháp", "2.1. Chuyện trò, giữ đường", PLAN * 2, DEFEND * 2,
    )  # fmt: skip
    assert {n: found[n] for n in ("II.4", "II.5", "V.2.1", "V.2.2")} == dict.fromkeys(
        ("II.4", "II.5", "V.2.1", "V.2.2"), ("merged", True)
    )


def test_the_passage_under_such_a_heading_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = ("II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "2. Nhà gọn, gốc chắc", LESS * 2, CELLS * 2)
    path.write_text("\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng", *lines)), encoding="utf-8")
    result = assess(read(path), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))
    quotes = {v.requirement: [p.quote for p in v.evidence] for v in result.verdicts}
    assert quotes["II.4"][1].startswith(LESS[:40])
    assert quotes["II.5"][1].startswith(CELLS[:40])


def test_bold_questions_are_headings(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = (
        "Số liệu lấy đến hết tháng ba năm nay.",
        "I. XỨ MÌNH",
        STATE,
        "II. VIỆC NHÀ",
        "**Có giữ được đường không?**",
        LINE,
        "**Chi bộ ra sao?**",
        CELLS,
    )
    path.write_text("\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng", *lines)), encoding="utf-8")
    assert [s.title for s in outline(read(path)).sections][-2:] == ["Có giữ được đường không?", "Chi bộ ra sao?"]


def test_a_heading_that_names_its_item_alone_does_not_take_a_second(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Về chính trị", LINE * 2, "2. Công tác cán bộ và bảo vệ chính trị nội bộ",
        "2.1. Xây dựng đội ngũ cán bộ", STAFF * 2, FILES * 2, "3. Công tác dân vận", FOLK * 2,
    )  # fmt: skip
    assert found["II.6.1"][0] == "covered"
    assert found["II.6.2"][0] == "unheaded"


def test_text_of_another_field_is_no_item_by_its_place(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Giữ đường", LINE * 2, "2. Chuyện trò", MIND * 2, "3. Lúa và bò", CROPS * 2,
        "4. Gọn nhà", LESS * 2, "5. Gốc rễ", CELLS * 2,
    )  # fmt: skip
    assert found["II.3"][0] == "missing"
    assert found["II.4"][0] == "covered"


def test_a_strange_heading_in_another_part_is_misplaced(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "I. ĐẶC ĐIỂM, TÌNH HÌNH", "1. Đất và người", STATE * 2, "2. Ở giữa bà con", FOLK * 2, *RESULTS, "6. Soi và sửa", HUNT * 2,
    )  # fmt: skip
    assert found["II.8"][0] == "misplaced"
    assert found["II.7"][0] == "covered"


def test_headings_put_off_stand_for_the_items_left(tmp_path: Path) -> None:
    found = verdicts(
        tmp_path, "II. KẾT QUẢ XÂY DỰNG ĐẢNG", "1. Con người", "1.1. Chọn và dạy", STAFF * 2,
        "1.2. Giữ nhà", "Phần này số liệu đang cập nhật, sẽ bổ sung sau.", "2. Về chính trị", LINE * 2,
    )  # fmt: skip
    assert found["II.6.1"][0] == "covered"
    assert found["II.6.2"][0] == "empty"


def test_a_free_heading_that_may_be_it_asks_for_a_look(tmp_path: Path) -> None:
    found = verdicts(tmp_path, *RESULTS, "6. Chuyện chưa gọi được tên", "7. Soi và sửa", HUNT * 2)
    assert found["II.8"] == ("missing", True)


@pytest.mark.parametrize("empty", ["", "+ Lo chỗ ở\n\n"])
def test_bullets_on_lines_of_their_own_are_headings(tmp_path: Path, empty: str) -> None:
    path = tmp_path / "draft.md"
    lines = ("II. VIỆC ĐẢNG", "1. Con người", "+ Chọn và dạy:", STAFF, empty + "+ Giữ nhà:", FILES, "2. Gọn nhà", LESS)
    path.write_text("\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng", *lines)), encoding="utf-8")
    found = [(s.number, s.title) for s in outline(read(path)).sections]
    titles = ["Chọn và dạy", *(["Lo chỗ ở"] if empty else []), "Giữ nhà"]
    assert found[2:-1] == [(f"II.1.{k}", title) for k, title in enumerate(titles, start=1)]


def test_short_bullets_of_a_list_are_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = (
        "II. VIỆC ĐẢNG",
        "1. Con người",
        "+ Quy hoạch: 41 đồng chí.",
        "+ Luân chuyển: 7 đồng chí.",
        "2. Gọn nhà",
        LESS,
    )
    path.write_text("\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng", *lines)), encoding="utf-8")
    assert [s.number for s in outline(read(path)).sections] == ["II", "II.1", "II.2"]


def test_capitals_over_running_numbers_keep_their_level(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    lines = (
        "**QUÊ MÌNH**", "1. Đất và người. " + STATE, "**VIỆC NHÀ**", "2. Giữ đường. " + LINE, "4. Chuyện trò. " + MIND,
        "**NGẪM LẠI**", "5. Điều vui. " + STRONG, "**ĐƯỜNG TỚI**", "6. Nơi tới. " + AIM,
    )  # fmt: skip
    front = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng", "Số liệu lấy đến hết tháng ba.")
    path.write_text("\n\n".join((*front, *lines)), encoding="utf-8")
    found = outline(read(path))
    assert [s.title for s in found.sections if s.level == 1] == ["QUÊ MÌNH", "VIỆC NHÀ", "NGẪM LẠI", "ĐƯỜNG TỚI"]


def test_ordinals_open_paragraphs_in_hand_wrapped_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    words = [*("Thứ nhất, điều vui. " + STRONG * 2).split(), "\n", *("Thứ hai, điều buồn. " + WEAK * 2).split()]
    lines, line = ["III. NGẪM LẠI"], ""
    for word in words:
        if word == "\n" or len(line) + len(word) > 84:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    path.write_text("\n".join([*lines, line]) + "\n", encoding="utf-8")
    assert [s.title for s in outline(read(path)).sections] == ["NGẪM LẠI", "điều vui", "điều buồn"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("đang cập nhật khi có hướng dẫn của cấp trên.", True),
        ("Số liệu phần này đang rà soát, sẽ gửi sau.", True),
        ("(Tổ giao thông gửi số liệu sau)", True),
        ("(Công an xã sẽ cung cấp thêm số liệu sau)", True),
        ("(Tổ giao thông gửi 12 báo cáo sau mỗi đợt)", False),
        ("(Kế toán đang khóa sổ, cập nhật sau ngày 31/12)", True),
        ("(Các thôn đã báo cáo sau đợt mưa lũ tháng Bảy)", False),
        ("Các chi bộ đang cập nhật hồ sơ đảng viên lên phần mềm.", False),
        ("Đang tổng hợp kinh nghiệm để nhân ra toàn huyện.", False),
    ],
)
def test_what_only_waits_is_a_placeholder(text: str, empty: bool) -> None:
    assert is_placeholder(text) is empty
