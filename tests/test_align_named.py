"""Headings that name a requirement: word for word, among others, or only as the parent that stands over it."""

from __future__ import annotations

from pathlib import Path

from test_align_apart import DONE
from test_align_strange import AIM, FILES, LINE, MIND, PLAN, STAFF, STATE, STRONG, THANKS, UNCLE, WEAK

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess
from vnreport_nlp.classify.read import read_topics
from vnreport_nlp.model import Span

FRAME = (
    "Cơ quan chuyên môn của huyện giảm từ 13 còn 10 phòng, biên chế giảm 6%, từng vị trí có bản mô tả công việc. "
    "Hai xã nhập lại đã sắp xếp xong con dấu, trụ sở; "
)
CELLS = (
    "chi bộ nông thôn sinh hoạt đủ kỳ, lập thêm bốn chi bộ trong doanh nghiệp; năm năm kết nạp 412 đảng viên, "
    "trong đó đoàn viên chiếm hai phần ba, đảng viên được phân công theo dõi nhóm hộ và chi bộ nào cũng có sổ theo dõi."
)
COMMUNE = (
    "BÁO CÁO",
    "tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội, quốc phòng - an ninh năm 2025 và phương hướng, nhiệm vụ năm 2026",
    "I. Đặc điểm tình hình",
    "Xã rộng 84 km2, có 16 thôn, 2.140 hộ; trong năm thời tiết thuận lợi nhưng giá nông sản xuống thấp, bộ máy mới sắp xếp lại. "
    * 2,
    "II. Kết quả thực hiện nhiệm vụ năm 2025",
    "1. Phát triển kinh tế",
    "1.1. Nông nghiệp, lâm nghiệp, thủy sản",
    "Gieo trồng 512 ha lúa, năng suất 55 tạ/ha; đàn lợn 4.200 con, đàn gà 31.000 con; trồng mới 120 ha rừng, nuôi cá 14 ha. "
    * 2,
    "2. Văn hóa - xã hội",
)
SCHOOL = (
    "Toàn xã có bốn trường, 96 lớp với 2.310 học sinh; trẻ năm tuổi ra lớp đạt 99%, học sinh tốt nghiệp trung học cơ sở đạt 100%, "
    "thầy cô dạy thêm buổi chiều cho các em yếu, phụ huynh góp công sửa ba phòng học, dựng bếp ăn bán trú cho 420 em ở xa."
)
HEALTH = ("2.1. Y tế, dân số", "Trạm y tế khám 8.200 lượt người, tiêm đủ mũi cho 98% trẻ dưới một tuổi, tỷ lệ sinh con thứ ba giảm còn 6%. " * 2)  # fmt: skip


def judged(folder: Path, *lines: str, template: str) -> dict[str, tuple[str, bool]]:
    path = folder / "du-thao.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return {v.requirement: (v.status, v.review) for v in assess(read(path), load_template(template)).verdicts}


def party(folder: Path, *lines: str) -> dict[str, tuple[str, bool]]:
    return judged(
        folder, "BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", *lines, template="xdd-2020-2025"
    )


def test_a_title_word_for_word_is_no_siblings(tmp_path: Path) -> None:
    """A heading below that comes near its parent's requirement does not push the parent's heading to the next one."""
    found = party(
        tmp_path, *DONE[:3], "1. Công tác xây dựng Đảng về chính trị", "1.1. Cụ thể hóa nghị quyết", "a) Về ban hành chủ trương", LINE * 2,
        "b) Về lãnh đạo nhiệm vụ chính trị", LINE * 2, "1.2. Giữ nguyên tắc sinh hoạt đảng", UNCLE * 2,
        "2. Công tác xây dựng Đảng về tư tưởng", MIND * 2,
    )  # fmt: skip
    assert (found["II.1"][0], found["II.2"][0], found["II.3"][0]) == ("covered", "covered", "unheaded")


def test_sentences_tell_what_a_paragraph_of_two_things_holds(tmp_path: Path) -> None:
    lines = (*DONE, "3. Về bộ máy, chi bộ và đảng viên")
    assert {party(tmp_path, *lines, FRAME + CELLS * 2)[n][0] for n in ("II.4", "II.5")} == {"merged"}
    alone = party(tmp_path, *lines, CELLS)  # named, but nothing is said of it
    assert alone["II.4"][0] == "missing"


def test_a_reading_by_sentences_covers_the_passage(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.txt"
    path.write_text(FRAME + CELLS, encoding="utf-8")
    reading = read_topics(read(path))
    assert reading is not None
    whole = Span(int(reading.starts[0]), int(reading.ends[-1]))
    pieces = reading.sentences(whole)
    assert pieces is not None
    assert len(pieces.starts) > len(reading.starts)
    assert (pieces.starts[0], pieces.ends[-1]) == (whole.start, whole.end)
    assert int(pieces.sizes.sum()) == int(reading.sizes.sum())
    assert pieces.inside(Span(0, 0)) == slice(0, 0)
    assert reading.sentences(Span(whole.end, whole.end)) is None


def test_the_heading_above_the_siblings_is_none_of_the_one_that_is_missing(tmp_path: Path) -> None:
    found = judged(tmp_path, *COMMUNE, SCHOOL, *HEALTH, template="bao-cao-nam-xa")
    assert found["II.2.4"][0] == "missing"  # "Văn hóa" stands in the parent's name only
    games = "Các thôn giữ sinh hoạt văn hóa, thể thao, thông tin; hội làng có 18 đội bóng chuyền, đội văn nghệ diễn 24 buổi. "
    found = judged(tmp_path, *COMMUNE, games * 2, *HEALTH, template="bao-cao-nam-xa")
    assert found["II.2.4"][0] in ("merged", "unheaded")


def test_text_above_the_siblings_asks_for_a_look(tmp_path: Path) -> None:
    """Its topic does not say which of the items it is; its themes do."""
    found = judged(tmp_path, *COMMUNE, SCHOOL, *HEALTH, template="bao-cao-nam-xa")
    assert found["II.2.1"] == ("merged", True)
    found = judged(tmp_path, *COMMUNE, *HEALTH, template="bao-cao-nam-xa")
    assert found["II.2.1"] == ("missing", False)


def test_a_tail_that_says_what_the_report_is_about_is_no_part_of_the_title(tmp_path: Path) -> None:
    found = party(
        tmp_path, *DONE, "IV. Đánh giá chung", "1. Những mặt mạnh của công tác xây dựng Đảng ở huyện", STRONG * 3, THANKS * 3,
        "2. Hạn chế, khuyết điểm trong công tác xây dựng Đảng của địa phương", WEAK * 3,
    )  # fmt: skip
    assert {n: found[n][0] for n in ("IV.1.1", "IV.1.2", "IV.2.1")} == {
        "IV.1.1": "covered",
        "IV.1.2": "unheaded",
        "IV.2.1": "covered",
    }


def test_a_writers_own_groups_stand_between_a_part_and_its_items(tmp_path: Path) -> None:
    """``B`` over items of the outline is no item; parts put under the part before them, in their order, are in their place."""
    found = party(
        tmp_path, "Phần thứ nhất. ĐẶC ĐIỂM, TÌNH HÌNH", STATE * 2, "Phần thứ hai. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025",
        "A. XÂY DỰNG ĐẢNG VỀ CHÍNH TRỊ, TƯ TƯỞNG", "1. Xây dựng Đảng về chính trị", LINE * 2, "2. Xây dựng Đảng về tư tưởng", MIND * 2,
        "B. XÂY DỰNG TỔ CHỨC, CÁN BỘ VÀ ĐỘI NGŨ ĐẢNG VIÊN", "1. Sắp xếp tổ chức bộ máy của hệ thống chính trị", FRAME * 2,
        "2. Xây dựng tổ chức cơ sở đảng, nâng cao chất lượng đảng viên", CELLS * 2, "3. Công tác cán bộ và bảo vệ chính trị nội bộ",
        "a) Xây dựng đội ngũ cán bộ", STAFF * 2, "b) Bảo vệ chính trị nội bộ", FILES * 2,
        "C. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", STRONG * 2, "2. Hạn chế, khuyết điểm", WEAK * 2, "Phần thứ ba. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030", AIM * 2,
    )  # fmt: skip
    placed = ("II.1", "II.2", "II.4", "II.5", "II.6", "II.6.1", "II.6.2", "IV.1.1", "IV.2.1")
    assert {n: found[n][0] for n in placed} == dict.fromkeys(placed, "covered")


def test_a_list_announced_by_name_in_a_part_of_the_other_voice_is_found(tmp_path: Path) -> None:
    lessons = (
        "- Bài học về con người: chọn đúng người đứng đầu thì việc khó cũng xong, chọn sai thì tiền nhiều cũng mất hiệu quả.",
        "- Bài học về dân: phải nói để dân hiểu, làm cho dân thấy trước rồi mới vận động, việc nào dân chưa thuận thì chờ.",
        "- Bài học về cách làm: mỗi lần chỉ chọn một vài việc, làm đến nơi, không ra nhiều nghị quyết cùng một lúc.",
    )
    ahead = ("V. Phương hướng, nhiệm vụ nhiệm kỳ 2025 - 2030", "1. Phương hướng", AIM * 2)
    found = party(
        tmp_path,
        *DONE,
        *ahead,
        "Mấy bài học kinh nghiệm rút ra từ năm năm qua:",
        *lessons,
        "2. Nhiệm vụ, giải pháp",
        PLAN * 2,
    )
    assert found["IV.3"][0] in ("unheaded", "misplaced")
    found = party(tmp_path, *DONE, *ahead, "2. Nhiệm vụ, giải pháp", PLAN * 2)
    assert found["IV.3"][0] == "missing"


def test_what_a_part_says_before_its_headings_has_no_heading_of_its_own(tmp_path: Path) -> None:
    part = "V. Phương hướng, nhiệm vụ, giải pháp nhiệm kỳ 2025 - 2030"
    found = party(
        tmp_path,
        *DONE,
        part,
        AIM * 2,
        "1. Nhiệm vụ, giải pháp",
        "1.1. Về chính trị",
        PLAN * 2,
        "1.2. Về tư tưởng",
        PLAN * 2,
    )
    assert found["V.1"][0] == "unheaded"


def test_sentences_of_the_topic_in_a_long_paragraph_ask_for_a_look(tmp_path: Path) -> None:
    mixed = WEAK * 3 + (
        "Nguyên nhân chủ quan là người đứng đầu một số nơi thiếu quyết liệt, công tác kiểm tra, đôn đốc chưa thường xuyên; "
        "nguyên nhân khách quan là địa bàn rộng, dịch bệnh kéo dài."
    )
    frame = (*DONE, "IV. Đánh giá chung", "1. Ưu điểm", STRONG * 3, "2. Hạn chế, khuyết điểm")
    status, review = party(tmp_path, *frame, mixed)["IV.2.2"]
    assert status == "unheaded" or review
    assert party(tmp_path, *frame, WEAK * 4)["IV.2.2"] == ("missing", False)


JOBS = (
    "Tạo việc làm mới cho 318 lao động, 44 người đi làm việc ở nước ngoài; cuối năm còn 96 hộ nghèo, giảm 38 hộ; xóa 21 nhà tạm; "
    "chi trả đủ trợ cấp cho 204 người có công và đối tượng bảo trợ."
)
CARE = (
    "Thăm, tặng quà 820 lượt người cao tuổi nhân ngày truyền thống; lớp dạy bơi có 406 trẻ em dự, không có trẻ đuối nước. "
    * 2
)
OFFICE = (
    "Bộ phận một cửa tiếp nhận 6.204 hồ sơ, trả trước và đúng hạn 6.150 hồ sơ; rút gọn 18 thủ tục, niêm yết công khai mức phí; "
    "tiếp công dân 74 lượt, nhận 31 đơn, giải quyết xong 29 đơn."
)
DIGITAL = (
    "Cả 16 thôn có tổ công nghệ số cộng đồng, định danh điện tử mức hai cho 9.840 người, chữ ký số dùng trong 95% văn bản đi, "
    "thu phí chợ bằng mã vuông, phần mềm quản lý văn bản nối tới từng thôn."
)


def test_a_heading_that_lists_two_siblings_answers_both(tmp_path: Path) -> None:
    """Siblings of one topic are not told apart by what stands under the headings: what a heading lists in words is there."""
    found = judged(
        tmp_path, *COMMUNE, "2.1. Giáo dục, đào tạo và y tế, dân số", SCHOOL, HEALTH[1],
        "2.2. Việc làm, giảm nghèo, chính sách đối với người có công và đối tượng yếu thế", JOBS, "2.3. Chăm lo trẻ em, người cao tuổi", CARE,
        template="bao-cao-nam-xa",
    )  # fmt: skip
    assert [found[n][0] for n in ("II.2.1", "II.2.2", "II.2.3")] == ["merged", "merged", "covered"]
    assert found["II.2.4"][1], "what the third heading is of is not sure: a person looks"


def test_a_syllable_of_a_title_in_anothers_heading_names_nothing(tmp_path: Path) -> None:
    """``Chính quyền số`` is not in ``Cải cách hành chính``: the text stands there without a heading of its own."""
    found = judged(
        tmp_path, *COMMUNE, "2.1. Giáo dục và đào tạo", SCHOOL, "3. Cải cách hành chính, tiếp công dân, giải quyết đơn thư", OFFICE * 2, DIGITAL,
        template="bao-cao-nam-xa",
    )  # fmt: skip
    assert found["II.4"][0] == "covered"
    assert found["II.5"][0] == "unheaded"


def test_a_container_is_no_leftover_beside_its_own_item(tmp_path: Path) -> None:
    """A group on another thing that nobody answers is not the container's when its item has a heading of its own beside it."""
    found = party(
        tmp_path, *DONE[:3], "1. Công tác xây dựng Đảng về chính trị", LINE * 2, "2. Công tác xây dựng Đảng về tư tưởng", MIND * 2,
        "3. Chất lượng chi bộ ở bến cảng, trên phương tiện và công tác phát triển đảng viên", "3.1. Sinh hoạt chi bộ trên tàu", CELLS,
        "3.2. Phát triển, quản lý và đánh giá đảng viên", CELLS, "3.3. Xây dựng đội ngũ cấp ủy viên cơ sở", STAFF,
        "4. Sắp xếp tổ chức đảng theo mô hình ít đầu mối", FRAME * 2, "5. Công tác cán bộ", STAFF * 2,
    )  # fmt: skip
    assert found["II.5"][0] == "covered"
    assert found["II.6.1"][0] == "covered"


def test_parts_inside_two_great_parts_come_in_their_order(tmp_path: Path) -> None:
    """``Phần thứ hai: Định hướng công tác xây dựng Đảng`` is not the second part, whose own heading stands below the first."""
    found = party(
        tmp_path, "PHẦN THỨ NHẤT: KIỂM ĐIỂM NHIỆM KỲ 2020 - 2025", "I. Bối cảnh nhà trường và diện mạo Đảng bộ", STATE * 2,
        "II. Kết quả công tác xây dựng Đảng", "1. Giữ vững định hướng chính trị", LINE * 2, "2. Giáo dục tư tưởng", MIND * 2,
        "3. Công tác cán bộ", STAFF * 2, "III. Kết quả thực hiện nhiệm vụ trọng tâm và khâu đột phá", "1. Đấu tranh với biểu hiện suy thoái", UNCLE * 2,
        "IV. Nhận định tổng quát", "1. Mặt mạnh", STRONG * 2, "2. Mặt yếu", WEAK * 2,
        "PHẦN THỨ HAI: ĐỊNH HƯỚNG CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2025 - 2030", "I. Những kinh nghiệm rút ra từ nhiệm kỳ trước", STRONG,
        "II. Phương hướng chung", AIM * 2, "III. Nhiệm vụ và giải pháp nhiệm kỳ 2020 - 2025", "1. Nâng tầm bản lĩnh chính trị, tạo thống nhất về tư tưởng", PLAN,
        "2. Tiếp tục hoàn thiện bộ máy", PLAN, "3. Xây dựng chi bộ mạnh; nâng chất lượng kết nạp", PLAN, "4. Công tác cán bộ và bảo vệ chính trị nội bộ", PLAN,
        "5. Công tác kiểm tra, giám sát, kỷ luật đảng", PLAN, "6. Ngăn ngừa tham nhũng, lãng phí, tiêu cực", PLAN, "7. Đổi mới lề lối lãnh đạo", PLAN,
    )  # fmt: skip
    assert [found[n][0] for n in ("I", "II", "II.1", "II.6.1", "III", "IV")] == ["covered"] * 6
