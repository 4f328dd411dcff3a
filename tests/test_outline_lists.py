"""Outline documents with lists: which bullets are items, which brackets and last lines are guidance, and which are neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.model import Template

Derive = Callable[..., Template]
HEAD = "ĐỀ CƯƠNG BÁO CÁO\nCông tác thư viện năm 2025\n\n"


@pytest.fixture
def derive(tmp_path: Path) -> Derive:
    def run(*lines: str) -> Template:
        path = tmp_path / "de-cuong.txt"
        path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        return load_template(path)

    return run


def titled(template: Template) -> dict[str, str]:
    return {r.number: r.title for r in template.requirements}


def around(*lines: str) -> tuple[str, ...]:
    """An outline with some lines below ``II.2``."""
    return ("I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", "1. Bổ sung sách", "2. Phục vụ bạn đọc", *lines, "3. Sửa chữa kho", "III. NHIỆM VỤ NĂM TỚI")  # fmt: skip


def test_bullets_that_all_name_a_matter_are_items(derive: Derive) -> None:
    found = derive(*around(
        "- Luân chuyển sách về thôn: số lượt, số thôn có tủ sách;", "- Phòng đọc thiếu nhi.", "+ Nêu giờ mở cửa ngày hè;", "- Xe sách lưu động (nếu có).",
    ))  # fmt: skip
    assert [n for n in titled(found) if n.partition(".")[0] == "II"] == ["II", "II.1", "II.2", "II.2.1", "II.2.2", "II.2.3", "II.3"]  # fmt: skip
    items = found.by_number
    assert items["II.2.1"].title == "Luân chuyển sách về thôn"
    assert items["II.2.1"].guidance == "số lượt, số thôn có tủ sách"
    assert items["II.2.2"].guidance == "Nêu giờ mở cửa ngày hè;"
    assert [r.number for r in found.requirements if not r.required] == ["II.2.3"]
    assert items["II.2"].guidance == "" and items["II.2"].min_syllables == 0


@pytest.mark.parametrize(
    "lines",
    [
        ("- Nêu rõ số lượt bạn đọc, so với năm trước;", "- Đánh giá mức độ hài lòng;", "- Phòng đọc thiếu nhi."),
        ("- Số lượt bạn đọc;", "- Tỷ lệ thẻ cấp mới;", "- Hình thức phục vụ."),
        ("- Phòng đọc thiếu nhi.", "- Xe sách lưu động."),
        ("Chú ý các việc sau:", "- Phòng đọc thiếu nhi;", "- Xe sách lưu động;", "- Tủ sách thôn."),
        ("- phòng đọc thiếu nhi;", "- xe sách lưu động;", "- tủ sách thôn."),
    ],
)
def test_bullets_that_tell_what_to_write_are_guidance(derive: Derive, lines: tuple[str, ...]) -> None:
    found = derive(*around(*lines))
    assert "II.2.1" not in titled(found)
    assert all(line.strip("-+ ") in found.by_number["II.2"].guidance for line in lines)
    assert found.by_number["II.2"].min_syllables


def test_a_bullet_in_small_letters_belongs_to_the_one_above(derive: Derive) -> None:
    found = derive(*around("* Phòng đọc thiếu nhi", "* Tủ sách thôn", "  * số thôn, số sách", "* Xe sách lưu động"))
    assert [n for n in titled(found) if n.startswith("II.2.")] == ["II.2.1", "II.2.2", "II.2.3"]
    assert found.by_number["II.2.2"].guidance == "số thôn, số sách"


def test_bullets_with_a_bold_name_are_items_whatever_their_number(tmp_path: Path) -> None:
    path = tmp_path / "de-cuong.md"
    lines = around("- **Tủ sách thôn:** số thôn, số sách.", "- **Phòng đọc:** số ngày mở cửa.")
    path.write_text(HEAD + "\n\n".join(lines), encoding="utf-8")
    assert [n for n in titled(load_template(path)) if n.startswith("II.2.")] == ["II.2.1", "II.2.2"]


def test_two_bullets_are_items_where_they_are_parts_of_any_report(derive: Derive) -> None:
    found = derive(*around("- Ưu điểm.", "- Hạn chế, nguyên nhân."))
    assert (found.by_number["II.2.1"].title, found.by_number["II.2.2"].title) == ("Ưu điểm", "Hạn chế, nguyên nhân")


def test_whom_a_proposal_is_addressed_to_is_no_item(derive: Derive) -> None:
    found = derive(*around(), "IV. KIẾN NGHỊ", "- Với Sở Văn hóa.", "- Với tỉnh.", "- Với thư viện tỉnh.")
    assert [n for n in titled(found) if n.startswith("IV")] == ["IV"]


def test_bold_bullets_are_items_and_plain_ones_below_them_guidance(tmp_path: Path) -> None:
    document = docx.Document()
    for text, bold in (
        ("ĐỀ CƯƠNG BÁO CÁO", True), ("Công tác thư viện năm 2025", True), ("I. TÌNH HÌNH CHUNG", True), ("II. KẾT QUẢ", True),
        ("1. Bổ sung sách", True), ("2. Phục vụ bạn đọc", True), ("- Phòng đọc thiếu nhi.", True), ("- Số buổi mở cửa.", False), ("- Xe sách lưu động.", True),
        ("III. KIẾN NGHỊ", True),
    ):  # fmt: skip
        document.add_paragraph().add_run(text).bold = bold
    document.save(str(tmp_path / "de-cuong.docx"))
    found = load_template(tmp_path / "de-cuong.docx")
    assert [n for n in titled(found) if n.startswith("II.2")] == ["II.2", "II.2.1", "II.2.2"]
    assert found.by_number["II.2.1"].guidance == "Số buổi mở cửa."


BODY = "Trong năm, thư viện xã mở cửa 280 ngày, đón 4.120 lượt bạn đọc, cho mượn 9.300 lượt sách; thủ thư ghi sổ hằng ngày và báo cáo hằng quý. "


def test_an_empty_bullet_of_a_draft_is_told(derive: Derive, tmp_path: Path) -> None:
    template = derive(*around("- Tủ sách thôn;", "- Phòng đọc thiếu nhi;", "- Xe sách lưu động."))
    lines = [
        "BÁO CÁO", "Công tác thư viện năm 2025", "", "I. TÌNH HÌNH CHUNG", BODY, "II. KẾT QUẢ", "1. Bổ sung sách", BODY, "2. Phục vụ bạn đọc",
        f"- Tủ sách thôn: {BODY}", "- Phòng đọc thiếu nhi:", f"- Xe sách lưu động: {BODY}", "3. Sửa chữa kho", BODY, "III. NHIỆM VỤ NĂM TỚI", BODY,
    ]  # fmt: skip
    path = tmp_path / "draft.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = assess(read(path), template, rules=RuleSet(select=("S",)))
    status = {v.requirement: v.status for v in result.verdicts}
    assert (status["II.2"], status["II.2.1"], status["II.2.2"], status["II.2.3"]) == ("covered", "covered", "empty", "covered")  # fmt: skip


@pytest.mark.parametrize(
    ("line", "title", "guidance"),
    [
        ("Mua sắm (danh mục theo Biểu số 02 kèm theo)", "Mua sắm", "danh mục theo Biểu số 02 kèm theo"),
        ("Nguyên nhân (khách quan, chủ quan)", "Nguyên nhân", "khách quan, chủ quan"),
        ("Cơ sở vật chất (nhà, kho, bàn ghế, máy tính) và thiết bị", "Cơ sở vật chất và thiết bị", "nhà, kho, bàn ghế, máy tính"),
        ("Mục tiêu (mục tiêu chung và từng mục tiêu cụ thể)", "Mục tiêu", "mục tiêu chung và từng mục tiêu cụ thể"),
        ("Số hóa tài liệu (PDF) và tra cứu", "Số hóa tài liệu (PDF) và tra cứu", ""),
        ("Chỉ số đọc (SDI, SDX)", "Chỉ số đọc (SDI, SDX)", ""),
        ("Phục vụ người khiếm thị (chữ nổi)", "Phục vụ người khiếm thị (chữ nổi)", ""),
        ("Văn hóa đọc (Quyết định 329)", "Văn hóa đọc (Quyết định 329)", ""),
        ("Thư viện tư nhân (nếu có)", "Thư viện tư nhân", ""),
    ],
)  # fmt: skip
def test_brackets_of_a_title(derive: Derive, line: str, title: str, guidance: str) -> None:
    item = derive("I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", f"1. {line}", "2. Bổ sung sách", "III. NHIỆM VỤ").by_number["II.1"]  # fmt: skip
    assert (item.title, item.guidance) == (title, guidance)


def test_a_title_is_not_its_own_demand(derive: Derive) -> None:
    long = "Sáng kiến, cách làm hay trong việc đưa sách về thôn, về trường học, về doanh nghiệp và về các tổ chức đoàn thể của xã"
    found = derive("I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", f"1. {long}.", "2. Bổ sung sách (số đầu sách).", "III. NHIỆM VỤ")  # fmt: skip
    assert found.by_number["II.1"].guidance == "" and found.by_number["II.2"].guidance == "số đầu sách"


@pytest.mark.parametrize(
    "line",
    [
        "Báo cáo gửi về Sở Văn hóa (qua Phòng Quản lý) trước ngày 10/11/2025.",
        "- Đề nghị nộp báo cáo chậm nhất ngày 10 tháng 11 năm 2025.",
        "Thời hạn gửi báo cáo: 10/11/2025.",
    ],
)
def test_when_and_where_to_send_is_no_guidance(derive: Derive, line: str) -> None:
    found = derive(*around(), "IV. KIẾN NGHỊ", "Nêu cơ quan giải quyết.", line)
    assert found.by_number["IV"].guidance == "Nêu cơ quan giải quyết."


def test_a_bold_line_that_ends_like_a_sentence_is_an_item(tmp_path: Path) -> None:
    """Of an outline without numbers; what the writer is told in bold type is none."""
    document = docx.Document()
    for text, bold, italic in (
        ("ĐỀ CƯƠNG BÁO CÁO", True, False), ("Công tác thư viện năm 2025", True, False), ("Các xã viết ngắn gọn.", True, False), ("TÌNH HÌNH CHUNG", True, False),
        ("(Nêu khái quát)", False, True), ("KẾT QUẢ ĐẠT ĐƯỢC", True, False), ("Bổ sung sách.", True, False), ("Phục vụ bạn đọc tại thư viện xã, tại thôn và tại các trường học trên địa bàn (số lượt, số ngày mở cửa, số thôn có tủ sách).", True, False),
        ("Nêu rõ nguồn kinh phí.", True, False), ("Sửa chữa kho;", True, False), ("Không sao chép báo cáo năm trước.", True, True), ("ĐÁNH GIÁ CHUNG", True, False), ("Ưu điểm.", True, False), ("Hạn chế:", True, False),
    ):  # fmt: skip
        run = document.add_paragraph().add_run(text)
        run.bold, run.italic = bold, italic
    document.save(str(tmp_path / "de-cuong.docx"))
    found = load_template(tmp_path / "de-cuong.docx")
    assert [r.title for r in found.requirements] == [
        "TÌNH HÌNH CHUNG", "KẾT QUẢ ĐẠT ĐƯỢC", "Bổ sung sách", "Phục vụ bạn đọc tại thư viện xã, tại thôn và tại các trường học trên địa bàn", "Sửa chữa kho",
        "ĐÁNH GIÁ CHUNG", "Ưu điểm", "Hạn chế",
    ]  # fmt: skip
    told = {r.title: r.guidance for r in found.requirements}
    assert told["TÌNH HÌNH CHUNG"] == "Nêu khái quát" and "Nêu rõ nguồn kinh phí." in " ".join(told.values())
    assert "số lượt, số ngày mở cửa, số thôn có tủ sách" in " ".join(told.values())


@pytest.mark.parametrize("mark", ["{0}) {1}", "- {1}:"])
@pytest.mark.parametrize("left", [True, False])
def test_an_empty_heading_below_a_covered_item_is_told(derive: Derive, tmp_path: Path, mark: str, left: bool) -> None:
    template = derive(*around("- Nêu số ngày mở cửa;", "- Hình thức phục vụ."))
    below = [
        line
        for letter, title in (("a", "Phòng đọc thiếu nhi"), ("b", "Xe sách lưu động"), ("c", "Tủ sách thôn"))
        for line in (mark.format(letter, title), *([] if left and letter == "b" else [BODY]))
    ]
    lines = [
        "BÁO CÁO", "Công tác thư viện năm 2025", "", "I. TÌNH HÌNH CHUNG", BODY, "II. KẾT QUẢ", "1. Bổ sung sách", BODY, "2. Phục vụ bạn đọc",
        *below, "3. Sửa chữa kho", BODY, "III. NHIỆM VỤ NĂM TỚI", BODY,
    ]  # fmt: skip
    path = tmp_path / "draft.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = assess(read(path), template, rules=RuleSet(select=("S109",)))
    told = [(f.requirement, "Xe sách lưu động" in str(f.message)) for f in result.findings]
    assert told == ([("II.2", True)] if left else [])


def test_a_blank_under_a_heading_of_the_units_own_is_told_once(tmp_path: Path) -> None:
    body = "Các thôn ra quân đúng lịch, nước về đến cuối kênh sớm hơn năm trước mười ngày, không để ruộng khô."
    own = "{}\n\n## 3. Thu, chi quỹ phòng chống thiên tai\n\n{}\n\n# II. Hạn chế\n\n{}\n"
    template = load_template("bao-cao-nam-xa")
    for under, said in (("………………………", "Còn chỗ để trống"), ("", "Tiêu đề “Thu, chi quỹ")):
        text = f"ĐẢNG ỦY XÃ KHE NGÀN\n\nBÁO CÁO\n\ncông tác năm 2025\n\n# I. Kết quả\n\n## 1. Nạo vét kênh\n\n{body}\n\n## 2. Trạm bơm\n\n"
        path = tmp_path / f"{len(under)}.md"
        path.write_text(text + own.format(body, under, body), encoding="utf-8")
        (found,) = assess(read(path), template, rules=RuleSet(select=("S109",))).findings
        assert str(found.message).startswith(said)
