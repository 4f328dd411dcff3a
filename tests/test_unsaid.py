"""A heading that promises more than its text says asks for a look, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.model import Assessment, Verdict

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Kết quả công tác bảo vệ môi trường năm 2025", "I. KẾT QUẢ THỰC HIỆN", "1. Tuyên truyền, nâng cao nhận thức",
    "2. Kiểm tra cơ sở chăn nuôi", "3. Trồng cây xanh", "II. ĐÁNH GIÁ", "1. Hạn chế", "2. Bài học kinh nghiệm",
)  # fmt: skip
LOUD = "Loa của chín xóm phát hai buổi mỗi tuần; trường tiểu học cho học sinh vẽ tranh, 27 cuộc họp xóm đã bàn việc phân loại rác tại nhà. "
PENS = "Tổ liên ngành kiểm tra 46 hộ chăn nuôi lợn, lập biên bản 5 hộ để nước chảy thẳng ra suối; 41 hộ đã có hầm khí sinh học. "
TREES = "Đầu xuân mỗi chi đoàn trồng một đoạn đường, 3.400 cây xanh sống chín phần mười. "
WEAK = "Hạn chế: vài xóm ven đồi còn đốt rác ngoài vườn, chưa có nơi chứa vỏ thuốc sâu. "
LESSON = "Phải để dân bàn mức góp trước khi mua xe thì bà con mới theo; cán bộ xóm làm trước. "
RESULTS = "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG"
DONE = "Huyện ủy kiểm tra 61 tổ chức đảng, giám sát 28 tổ chức và thi hành kỷ luật 19 đảng viên vi phạm trong quản lý đất đai, tài chính. "
PLANNED = (
    "Năm sau, cấp ủy sẽ ban hành chương trình kiểm tra, giám sát, dự kiến kiểm tra 12 chi bộ và giám sát 9 chi bộ về thu nộp đảng phí; "
    "phấn đấu không để sót đơn thư tố cáo đảng viên quá hạn trong kỳ giữ chức vụ mới. "
)


HEADING = "1. Tuyên truyền, nâng cao nhận thức; kiểm tra cơ sở chăn nuôi"
REST = ("2. Trồng cây xanh", TREES * 2, "II. Đánh giá", "1. Hạn chế", WEAK * 2, "2. Bài học kinh nghiệm", LESSON * 2)


def shared(folder: Path, *text: str) -> Assessment:
    """A draft whose first heading stands for two items of the outline above, over this text."""
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text(
        "\n\n".join(("BÁO CÁO", OUTLINE[1], "I. Kết quả thực hiện", HEADING, *text, *REST)), encoding="utf-8"
    )
    return assess(read(draft), load_template(str(outline)))


def control(folder: Path, text: str) -> Verdict:
    draft = folder / "du-thao.md"
    head = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    draft.write_text(
        "\n\n".join((*head, RESULTS, "7. Công tác kiểm tra, giám sát, kỷ luật đảng", text)), encoding="utf-8"
    )
    return next(v for v in assess(read(draft), load_template()).verdicts if v.requirement == "II.7")


@pytest.mark.parametrize(("text", "looked"), [(PLANNED, True), (DONE * 2, False), (DONE + PLANNED, False)])
def test_a_plan_under_the_heading_of_a_result_asks_for_a_look(tmp_path: Path, text: str, looked: bool) -> None:
    verdict = control(tmp_path, text)
    assert verdict.status == "covered"
    assert verdict.review is looked
    assert ("sẽ làm" in str(verdict.why)) is looked
    assert any(text[:40].strip() in place.quote for place in verdict.evidence)


def test_a_heading_of_two_items_over_the_text_of_one_asks_for_a_look(tmp_path: Path) -> None:
    one, both = ({v.requirement: v for v in shared(tmp_path, *text).verdicts} for text in ((LOUD * 2,), (LOUD, PENS)))
    assert one["I.2"].status == both["I.2"].status == "merged"
    assert (one["I.2"].review, both["I.2"].review) == (True, False)
    assert "chưa thấy câu nào" in str(one["I.2"].why)


def test_a_part_that_only_refers_elsewhere_is_too_short_when_none_of_its_items_is_told(tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.md"
    head = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    parts = (RESULTS, DONE * 3, "III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM, GIẢI PHÁP ĐỘT PHÁ")
    draft.write_text("\n\n".join((*head, *parts, "Đã trình bày ở phần II của báo cáo này.")), encoding="utf-8")
    found = assess(read(draft), load_template())
    assert next(v for v in found.verdicts if v.requirement == "III").status == "thin"
    (finding,) = [f for f in found.findings if f.rule == "S103" and f.requirement == "III"]
    assert "40" in str(finding.message)


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        ("Nội dung này được báo cáo tại văn bản riêng của Ủy ban kiểm tra.", True),
        ("Đã nêu tại phần đánh giá chung.", True),
        (
            "Cấp ủy kiểm tra 61 tổ chức, giám sát 28 tổ chức, kỷ luật 19 đảng viên, kết quả cụ thể đã nêu tại phụ lục 2.",
            False,
        ),
    ],
)
def test_words_that_only_point_elsewhere_ask_for_a_look(tmp_path: Path, text: str, looked: bool) -> None:
    verdict = control(tmp_path, text)
    assert verdict.status == "thin"
    assert (verdict.review and "dẫn sang chỗ khác" in str(verdict.why)) is looked


def test_a_text_about_no_item_of_the_outline_asks_for_a_look(tmp_path: Path) -> None:
    strange = (
        "Toàn xã gieo cấy 412 ha lúa, năng suất 61 tạ/ha; đàn bò 1.900 con, sản lượng cá nuôi lồng 86 tấn; thu ngân sách 9,4 tỷ đồng, "
        "giá trị sản xuất nông nghiệp tăng 4,2% so với đầu nhiệm kỳ, thêm hai hợp tác xã rau an toàn. "
    )
    verdict = control(tmp_path, strange)
    assert (verdict.status, verdict.review) == ("covered", True)
    assert "ngoài các mục" in str(verdict.why)


def test_causes_that_no_word_tells_ask_for_a_look(tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.md"
    head = (
        "BÁO CÁO",
        "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025",
        "IV. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm và nguyên nhân",
    )
    strong = "Nội bộ đoàn kết, 17/19 chỉ tiêu đạt và vượt, nề nếp sinh hoạt chi bộ được giữ vững, lòng tin của Nhân dân tăng lên rõ rệt. "
    thanks = "Kết quả ấy là nhờ cấp trên chỉ đạo sát, cấp ủy quyết tâm và Nhân dân đồng lòng ủng hộ. "

    def found(text: str) -> Verdict:
        draft.write_text("\n\n".join((*head, text)), encoding="utf-8")
        return next(v for v in assess(read(draft), load_template()).verdicts if v.requirement == "IV.1.2")

    assert found(strong * 2).review
    assert not found(strong * 2 + thanks * 2).review


def test_what_is_asked_of_a_shared_heading_in_doubt_is_to_read_it(tmp_path: Path) -> None:
    drafts = (shared(tmp_path, text).findings for text in (LOUD * 2, LOUD + PENS))
    asked = [next(str(f.fix) for f in found if f.rule == "S106" and f.requirement == "I.2") for found in drafts]
    assert [text.startswith("Đọc lại") for text in asked] == [True, False]
