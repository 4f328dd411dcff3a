"""Items told in a sentence of a paragraph that tells others, under the heading of the part; headings that only stand in the right place."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.align.pieces import ENOUGH, Pieces
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.classify import read_topics
from vnreport_nlp.model import Span, Verdict

CONTROL = "Ủy ban kiểm tra giúp cấp ủy kiểm tra 96 tổ chức đảng, giám sát chuyên đề 41 tổ chức, thi hành kỷ luật 03 tổ chức và 57 đảng viên trong cả nhiệm kỳ. "
PEOPLE = (
    "Khối dân vận xã và Mặt trận duy trì 88 mô hình dân vận khéo, quy chế dân chủ ở cơ sở thành nền nếp; cấp ủy đối thoại với Nhân dân "
    "mỗi quý một lần, nghe và trả lời 214 ý kiến, củng cố mối quan hệ giữa Đảng với Nhân dân. "
)
MIND = "Các chi bộ học nghị quyết đủ 4 kỳ, báo cáo viên nắm tình hình tư tưởng, dư luận xã hội hằng tuần và đấu tranh với thông tin sai trái trên mạng. "
AHEAD = (
    "Về đạo đức, mỗi cán bộ chủ chốt đăng ký nêu gương, giữ chuẩn mực đạo đức cách mạng theo tấm gương của Bác ngay từ đầu nhiệm kỳ. "
    "Công tác kiểm tra, giám sát sẽ chủ động từ xa, tập trung vào nơi dễ phát sinh vi phạm, xử lý nghiêm người vi phạm kỷ luật đảng. "
)
HEAD = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")


def judged(folder: Path, *blocks: str) -> dict[str, Verdict]:
    path = folder / "du-thao.md"
    path.write_text("\n\n".join((*HEAD, *blocks)), encoding="utf-8")
    found = assess(read(path), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))
    return {v.requirement: v for v in found.verdicts}


def test_a_paragraph_of_two_items_answers_both_and_asks_for_a_look(tmp_path: Path) -> None:
    found = judged(tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", MIND * 2, CONTROL + PEOPLE)
    assert [found[n].status for n in ("II.7", "II.8")] == ["merged"] * 2
    assert found["II.7"].review
    assert "kiểm tra 96 tổ chức đảng" in found["II.7"].evidence[0].quote


def test_without_the_sentence_the_item_is_missing(tmp_path: Path) -> None:
    found = judged(tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", MIND * 2, PEOPLE)
    assert (found["II.7"].status, found["II.8"].status) == ("missing", "merged")


def test_directions_of_one_sentence_each_answer(tmp_path: Path) -> None:
    found = judged(tmp_path, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030", AHEAD)
    assert [found[n].status for n in ("V.2.3", "V.2.7")] == ["merged"] * 2
    assert found["V.2.9"].status == "missing"


def test_a_heading_that_only_stands_in_the_right_place_asks_for_a_look(tmp_path: Path) -> None:
    roads = (
        "Xã rải nhựa 14 km đường thôn, kéo điện tới 96 hộ, sửa 3 trạm bơm và xây mới chợ trung tâm; thu nhập bình quân 52 triệu đồng, "
        "hộ nghèo còn 2,1%, hai trường đạt chuẩn quốc gia. "
    )
    files = "Cấp ủy chỉ đạo kê khai tài sản 112 người, xử lý 2 vụ tham nhũng, thực hành tiết kiệm, chống lãng phí trong mua sắm công. "
    found = judged(
        tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", "7. Công tác kiểm tra, giám sát, kỷ luật đảng", CONTROL * 2,
        "8. Nâng bước cuộc sống", roads * 2, "9. Công tác phòng, chống tham nhũng, lãng phí, tiêu cực", files * 2,
    )  # fmt: skip
    assert found["II.8"].status == "missing" or found["II.8"].review


def test_lessons_of_one_line_each_are_the_text_of_their_heading(tmp_path: Path) -> None:
    lessons = (
        "Một là, bàn với dân trước khi quyết việc lớn của xã.", "Hai là, người đứng đầu phải làm trước, nói sau và chịu trách nhiệm đến cùng.",
        "Ba là, chọn việc khó nhất mà làm ngay từ đầu nhiệm kỳ; giữ đoàn kết từ trong cấp ủy.",
    )  # fmt: skip
    found = judged(tmp_path, "IV. ĐÁNH GIÁ CHUNG", "3. Bài học kinh nghiệm", *lessons)
    assert found["IV.3"].status in ("thin", "covered")
    assert found["IV.3"].syllables > 30


def test_headings_below_one_another_stay_headings_without_text(tmp_path: Path) -> None:
    bare = ("(1) Cơ cấu cấp ủy", "(2) Đội ngũ báo cáo viên", "(3) Quy chế làm việc")
    found = judged(tmp_path, "IV. ĐÁNH GIÁ CHUNG", "3. Bài học kinh nghiệm", *bare)
    assert found["IV.3"].status == "empty"


def test_one_long_sentence_of_two_items_answers_both(tmp_path: Path) -> None:
    both = (
        "Trước hết, phải cụ thể hóa nghị quyết đại hội thành chương trình hằng năm, giữ vững bản lĩnh chính trị của cấp ủy, và đổi mới công "
        "tác tuyên truyền cho gọn, sát từng đối tượng, chủ động phản bác quan điểm sai trái trên không gian mạng."
    )
    found = judged(tmp_path, "V. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030", both)
    assert [found[n].status for n in ("V.2.1", "V.2.2")] == ["merged"] * 2
    assert all(found[n].review for n in ("V.2.1", "V.2.2"))


def test_lessons_below_a_line_that_calls_them_so_are_found_under_the_heading_of_the_limits(tmp_path: Path) -> None:
    weak = "Sinh hoạt chi bộ vài nơi còn hình thức, một số cán bộ ngại va chạm; do người đứng đầu thiếu kiểm tra, đôn đốc. "
    found = judged(
        tmp_path, "IV. ĐÁNH GIÁ CHUNG", "2. Hạn chế và nguyên nhân", weak * 2, "Các bài học chính:",
        "Một là, phải giữ đoàn kết từ trong cấp ủy.", "Hai là, phải dựa vào dân, nghe dân nói.", "Ba là, chọn đúng cán bộ đứng đầu.",
    )  # fmt: skip
    assert found["IV.3"].status == "unheaded"


def test_a_part_that_is_numbered_as_in_the_outline_is_there_in_whatever_voice_it_speaks(tmp_path: Path) -> None:
    plain = "Trong năm, xã sắp xếp 9 chi bộ thôn, kết nạp 14 đảng viên, mở 3 lớp bồi dưỡng và kiểm tra 5 tổ chức đảng. "
    found = judged(
        tmp_path, "I. ĐẶC ĐIỂM, TÌNH HÌNH", "Xã có 11 thôn; Đảng bộ có 19 chi bộ với 402 đảng viên.", "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG",
        MIND * 2, "III. KẾT QUẢ CÁC NHIỆM VỤ TRỌNG TÂM, ĐỘT PHÁ", CONTROL, "IV. ĐÁNH GIÁ CHUNG", "Nội bộ đoàn kết.", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        plain * 2,
    )  # fmt: skip
    assert found["V"].status != "missing"


def test_a_list_of_names_and_words_that_point_elsewhere_tell_nothing(tmp_path: Path) -> None:
    names = "Cấp ủy lãnh đạo toàn diện các mặt chính trị, tư tưởng, đạo đức, tổ chức, cán bộ, kiểm tra, giám sát, kỷ luật, dân vận, "
    away = "Riêng công tác kiểm tra, giám sát và thi hành kỷ luật của Đảng được báo cáo tại văn bản khác của Ủy ban kiểm tra. "
    found = judged(
        tmp_path, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG", MIND * 2, names + "bảo đảm đồng bộ, thống nhất. " + away
    )
    assert found["II.7"].status == "missing"


def test_a_sentence_without_end_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.md"
    path.write_text("\n\n".join((*HEAD, "II. KẾT QUẢ", "cán bộ thôn được cử đi học, " * 3000)), encoding="utf-8")
    reading = read_topics(read(path))
    assert reading is not None
    pieces = Pieces(reading).clauses(Span(0, len(reading.text)))
    assert pieces is not None
    assert len(pieces.spans) == len(pieces.topics) == ENOUGH
