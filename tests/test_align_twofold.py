"""Parts told with another part under one heading, and drafts that lack the part."""

from __future__ import annotations

from pathlib import Path

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Verdict

FIELD = "Xã Trại Gáo nằm dọc bãi sông, diện tích 41 km2, 2.140 hộ với 9.300 nhân khẩu; Đảng bộ xã có 24 chi bộ trực thuộc, 512 đảng viên. Xã thuận lợi về đường thủy nhưng thường bị ngập khi lũ về."
CONTROL = "Ủy ban kiểm tra tiến hành kiểm tra 46 tổ chức đảng, giám sát 21 chi bộ, thi hành kỷ luật 7 đảng viên, giải quyết xong 5 đơn tố cáo."
PEOPLE = "Công tác dân vận được coi trọng: đối thoại 18 cuộc với Nhân dân, 32 mô hình dân vận khéo được công nhận, quy chế dân chủ ở cơ sở thực hiện tốt."
DECAY = "Đảng ủy nhận diện các biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống, “tự diễn biến”, “tự chuyển hóa”; 512 đảng viên viết cam kết tu dưỡng, phản bác kịp thời thông tin xấu độc."
ORDER = "Dân chủ được phát huy, kỷ luật, kỷ cương được siết chặt: cán bộ trễ giờ bị phê bình công khai, khuyến khích đổi mới sáng tạo, 12 sáng kiến được áp dụng trong giải quyết công việc."
WEAK = "Hạn chế là sinh hoạt chi bộ có nơi còn hình thức, tự phê bình và phê bình yếu, kết nạp đảng viên ở thôn bãi chậm, một số việc chỉ đạo chưa dứt điểm."
LESSONS = "Từ thực tiễn nhiệm kỳ, Đảng ủy rút ra bài học kinh nghiệm: phải giữ đoàn kết từ trong cấp ủy, người đứng đầu làm gương, dựa vào dân mà làm."
AHEAD = "Phương hướng chung là xây dựng Đảng bộ xã trong sạch, vững mạnh toàn diện, nâng cao năng lực lãnh đạo, sức chiến đấu, phấn đấu hoàn thành các chỉ tiêu đại hội đề ra."
FIRST, MIDDLE, LAST = (
    "A. Tình hình của xã và kết quả công tác xây dựng Đảng nhiệm kỳ 2020 - 2025",
    "B. Trọng tâm, đột phá và những điều rút ra",
    "C. Phương hướng, nhiệm vụ nhiệm kỳ 2025 - 2030",
)


def judged(folder: Path, *blocks: str) -> dict[str, Verdict]:
    path = folder / "du-thao.md"
    path.write_text(
        "\n\n".join(("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", *blocks)), encoding="utf-8"
    )
    found = assess(read(path), load_template("xdd-2020-2025"), rules=RuleSet(select=("S",)))
    return {v.requirement: v for v in found.verdicts}


def test_three_headings_for_five_parts_answer_all_of_them_and_ask_for_a_look(tmp_path: Path) -> None:
    found = judged(tmp_path, FIRST, FIELD, CONTROL, PEOPLE, MIDDLE, DECAY, ORDER, WEAK, LESSONS, LAST, AHEAD)
    assert [found[n].status for n in ("I", "III", "IV")] == ["merged"] * 3
    assert all(found[n].review for n in ("I", "III", "IV"))
    assert [found[n].status for n in ("III.1", "III.4", "IV.2.1", "IV.3", "II.7", "II.8")] == ["merged"] * 6
    assert found["III.2"].status == found["IV.1.2"].status == "missing"


def test_a_part_of_which_nothing_is_told_is_missing(tmp_path: Path) -> None:
    found = judged(tmp_path, FIRST, FIELD, CONTROL, PEOPLE, "B. Đánh giá", WEAK, LESSONS, LAST, AHEAD)
    assert found["III"].status == "missing" and found["III.1"].status == "missing"
    assert found["IV"].status in ("covered", "merged")


BOTH = "II. Kết quả công tác xây dựng Đảng và thực hiện các nhiệm vụ trọng tâm, đột phá"
BREAK = (
    "Đột phá về đội ngũ: chuẩn hóa chức danh, thi tuyển 4 chức danh quản lý, chất lượng cán bộ trẻ tăng rõ. Đột phá về bộ máy: giảm 12% biên chế gián tiếp, gộp 4 phòng làm một. "
    "Kỷ luật, kỷ cương được siết lại bằng chấm điểm hằng tháng, dân chủ được phát huy, 41 sáng kiến được công nhận."
)


def test_a_part_that_the_heading_of_another_names_is_in_its_place_there(tmp_path: Path) -> None:
    found = judged(
        tmp_path,
        "I. Đặc điểm, tình hình",
        FIELD,
        BOTH,
        "1. Kiểm tra, giám sát",
        CONTROL,
        "2. Dân vận",
        PEOPLE,
        "3. Ngăn chặn suy thoái, tự diễn biến, tự chuyển hóa",
        DECAY,
        "4. Khâu đột phá",
        BREAK,
        "III. Đánh giá chung",
        WEAK,
        "IV. Phương hướng, nhiệm vụ nhiệm kỳ 2025 - 2030",
        AHEAD,
    )
    assert found["III.1"].status == "covered" and found["II.7"].status in ("covered", "thin")
    assert "misplaced" not in {v.status for v in found.values()}
    assert found["III.3"].status in ("merged", "unheaded") and found["III.4"].status in ("merged", "unheaded")


def test_a_heading_that_is_the_parts_own_title_names_no_other(tmp_path: Path) -> None:
    own = load_template("xdd-2020-2025").by_number["V"].title
    found = judged(
        tmp_path, "I. Đặc điểm, tình hình", FIELD, "II. Đánh giá chung", WEAK, f"III. {own}", "1. Phương hướng", AHEAD
    )
    assert found["II"].status == found["II.1"].status == "missing"


def test_a_heading_of_a_parts_own_name_leaves_room_for_its_other_items(tmp_path: Path) -> None:
    found = judged(
        tmp_path,
        "I. Đặc điểm, tình hình",
        FIELD,
        "II. Nhiệm vụ trọng tâm và đột phá",
        "1. Ngăn chặn suy thoái",
        DECAY,
        "2. Khâu đột phá",
        BREAK,
        "III. Đánh giá chung",
        WEAK,
        "IV. Phương hướng, nhiệm vụ nhiệm kỳ 2025 - 2030",
        AHEAD,
    )
    assert {found[n].status for n in ("III.3", "III.4")} <= {"merged", "unheaded"}
