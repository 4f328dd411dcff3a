"""Text that says itself what it is: behind a label, before the sentence that turns, or in the words of the guidance."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.align.kinds import LESSONS, judges, praised, told, wanted_clauses
from vnreport_nlp.align.labelled import labels
from vnreport_nlp.assess import assess
from vnreport_nlp.model import Span

OUTLINE = """ĐỀ CƯƠNG BÁO CÁO
kết quả phát triển du lịch năm 2025
I. ĐẶC ĐIỂM TÌNH HÌNH
II. KẾT QUẢ
1. Cơ sở lưu trú
Số nhà nghỉ, số phòng; đội ngũ lễ tân.
2. Sản phẩm du lịch
Tuyến tham quan; làng nghề truyền thống; quà lưu niệm, ẩm thực.
III. ĐÁNH GIÁ
1. Hạn chế
2. Nguyên nhân hạn chế
a) Nguyên nhân từ bên ngoài
b) Nguyên nhân từ nội bộ
IV. PHƯƠNG HƯỚNG NĂM 2026
"""
STATE = "Xã nằm bên hồ, cách trung tâm tỉnh 18 km, có ba thắng cảnh và một khu di tích; khách đến nhiều nhất vào mùa lễ hội đầu năm."
ROOMS = (
    "Có 14 nhà nghỉ với 126 phòng, đội ngũ lễ tân 31 người đều qua lớp bồi dưỡng; công suất bình quân 62% trong cả năm."
)
WEAK = "Khách ở lại ngắn ngày, chi tiêu thấp; dịch vụ buổi tối nghèo nàn; vệ sinh bến thuyền chưa bảo đảm vào dịp cao điểm."
AHEAD = "Phấn đấu đón 90.000 lượt khách; mở rộng bến thuyền, trồng cây dọc bờ hồ; mỗi thôn chọn một nét đẹp riêng để giới thiệu."
GOODS = (
    "Năm qua đã mở ba tuyến tham quan quanh hồ với 260 chuyến thuyền; làng nghề truyền thống đan cói có 48 hộ bán hàng tại chỗ, "
    "doanh thu quà lưu niệm đạt 1,9 tỷ đồng."
)
PLANS = "Năm tới sẽ mở thêm tuyến tham quan, khôi phục làng nghề truyền thống và hướng dẫn dân làm quà lưu niệm để bán cho khách."


def judged(folder: Path, *lines: str) -> dict[str, str]:
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text(OUTLINE, encoding="utf-8")
    start = (
        "BÁO CÁO",
        "kết quả phát triển du lịch năm 2025",
        "I. Đặc điểm tình hình",
        STATE,
        "II. Kết quả",
        "1. Cơ sở lưu trú",
        ROOMS,
    )
    draft.write_text("\n\n".join((*start, *lines)), encoding="utf-8")
    return {v.requirement: v.status for v in assess(read(draft), load_template(str(outline))).verdicts}


CAUSES = "Về bên ngoài, mưa lũ kéo dài và giá vé tàu xe tăng. Về nội bộ, các hộ làm ăn riêng lẻ, ai cũng giữ khách của mình, chưa chịu góp vốn."


def test_causes_of_each_kind_behind_their_labels(tmp_path: Path) -> None:
    assessed = (
        "III. Đánh giá",
        "1. Hạn chế",
        WEAK,
        "2. Nguyên nhân hạn chế",
        CAUSES,
        "IV. Phương hướng năm 2026",
        AHEAD,
    )
    found = judged(tmp_path, "2. Sản phẩm du lịch", GOODS, *assessed)
    assert not {found["III.2.a"], found["III.2.b"]} & {"missing", "empty"}


def test_results_told_among_the_directions(tmp_path: Path) -> None:
    """Several things that the guidance names, with figures, are its content; plans for them are not."""
    rest = ("III. Đánh giá", "1. Hạn chế", WEAK, "2. Nguyên nhân hạn chế", CAUSES, "IV. Phương hướng năm 2026")
    assert judged(tmp_path, *rest, AHEAD + " " + GOODS)["II.2"] == "unheaded"
    assert judged(tmp_path, *rest, AHEAD + " " + PLANS)["II.2"] == "missing"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mặt được: dân tin. Mặt chưa được: thiếu vốn.", ["Mặt được", "Mặt chưa được"]),
        ("Về phía dân, ai cũng góp công. Đến nay, xã có 4 tổ.", ["phía dân"]),
        ("Xã có 3 tổ thuyền với 15 người; chia ca trực.", []),
    ],
)
def test_labels_of_a_paragraph(text: str, shown: list[str]) -> None:
    assert [one.label for one in labels(text, Span(0, len(text)))] == shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Từ đó xã đúc rút được mấy kinh nghiệm quý về giữ chân khách.", True),
        ("Bài học lớn nhất là giao việc cho đúng người.", True),
        ("Hướng dẫn viên trẻ, thiếu kinh nghiệm là điểm yếu của đội.", False),
        ("Xã cử người đi học tập kinh nghiệm là chính.", False),
    ],
)
def test_lessons_in_a_sentence(text: str, found: bool) -> None:
    assert (told(LESSONS, text, Span(0, len(text))) is not None) == found


def test_what_went_well_before_the_sentence_that_turns() -> None:
    text = "Du lịch xã có chuyển biến, lượng khách vượt kế hoạch. Tuy nhiên, bến thuyền còn bẩn."
    span = praised(text, Span(0, len(text)))
    assert span is not None and text[span.start : span.end].endswith("kế hoạch.")
    assert praised("Bến bẩn, khách vắng. Tuy nhiên, dân đã tích cực dọn.", Span(0, 52)) is None


def test_headings_that_announce_an_assessment_and_name_nothing() -> None:
    assert all(map(judges, ("Nhận xét, đánh giá", "Đánh giá chung", "Tự đánh giá", "Một số nhận xét")))
    assert not any(map(judges, ("Kiểm tra, đánh giá", "Đánh giá công tác đảng viên", "Nhận xét về thầy cô")))


ASSESSED = (
    "Về từ bên ngoài: mưa lũ kéo dài, giá vé tàu xe tăng hơn năm trước. Về hạn chế: khách ở ngắn ngày, dịch vụ buổi tối nghèo nàn, bến thuyền chưa sạch. "
    "Nguyên nhân hạn chế là do các hộ làm ăn riêng lẻ, vốn ít, người trẻ đi làm xa nhà."
)


def test_an_assessment_told_under_its_parts_heading_alone(tmp_path: Path) -> None:
    found = judged(
        tmp_path, "2. Sản phẩm du lịch", GOODS, "III. Đánh giá", ASSESSED, "IV. Phương hướng năm 2026", AHEAD
    )
    assert found["III.1"] == "merged"
    found = judged(
        tmp_path, "2. Sản phẩm du lịch", GOODS, "III. Đánh giá", WEAK * 2, "IV. Phương hướng năm 2026", AHEAD
    )
    assert found["III.2.a"] == found["III.2.b"] == "missing"


ASKED_OUTLINE = OUTLINE + "V. ĐỀ XUẤT, KIẾN NGHỊ\n"
ASKED = "Đề nghị tỉnh sớm giao mặt nước cho xã quản lý, hỗ trợ 300 triệu đồng làm cầu tàu nổi và mở lớp tiếng Anh cho chủ nhà nghỉ."


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (ASKED, "unheaded"),
        ("Mong các sở, ngành cùng về khảo sát tuyến đường thủy, có ý kiến để xã hoàn thiện đề án trước mùa khách năm sau.", "unheaded"),
        ("Xã đã tiếp thu đề nghị của các hộ, mở thêm bãi gửi xe và lắp 14 cột đèn dọc bờ hồ để khách đi lại buổi tối.", "missing"),
    ],
)  # fmt: skip
def test_requests_at_the_end_of_the_directions(tmp_path: Path, end: str, status: str) -> None:
    """A sentence that asks someone above; not one that tells of what others asked."""
    outline, draft = tmp_path / "de-cuong.txt", tmp_path / "du-thao.txt"
    outline.write_text(ASKED_OUTLINE, encoding="utf-8")
    lines = (
        "BÁO CÁO",
        "kết quả phát triển du lịch năm 2025",
        "I. Đặc điểm tình hình",
        STATE,
        "II. Kết quả",
        "1. Cơ sở lưu trú",
        ROOMS,
    )
    lines += (
        "2. Sản phẩm du lịch",
        GOODS,
        "III. Đánh giá",
        "1. Hạn chế",
        WEAK,
        "IV. Phương hướng năm 2026",
        f"{AHEAD} {end}",
    )
    draft.write_text("\n\n".join(lines), encoding="utf-8")
    found = {v.requirement: v.status for v in assess(read(draft), load_template(str(outline))).verdicts}
    assert found["V"] == status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bến sạch hơn. Khách ở còn ngắn ngày; dịch vụ tối thiếu; bảng chỉ đường chưa đủ.", "Khách ở còn ngắn ngày; dịch vụ tối thiếu; bảng chỉ đường chưa đủ."),
        ("Không còn cảnh chèo kéo; chưa để xảy ra tai nạn; 12 hộ còn lại đã có phép; rác được thu gom hết.", None),
        ("Bến thuyền còn chật. Khách tăng 12%. Bảng chỉ đường chưa đủ.", None),
    ],
)  # fmt: skip
def test_clauses_in_a_row_on_what_is_wanting(text: str, found: str | None) -> None:
    span = wanted_clauses(text, Span(0, len(text)))
    assert (None if span is None else text[span.start : span.end].strip()) == found
