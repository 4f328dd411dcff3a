"""S110: another kind of document is not held against the outline; the outline's own report is, however it is worded."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Assessment

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Kết quả công tác phòng cháy chữa cháy và cứu nạn cứu hộ năm 2025", "I. CÔNG TÁC CHỈ ĐẠO", "1. Ban hành văn bản chỉ đạo",
    "2. Tuyên truyền phòng cháy", "II. KẾT QUẢ THỰC HIỆN", "1. Kiểm tra cơ sở", "2. Lực lượng dân phòng", "3. Phương tiện chữa cháy",
    "4. Nguồn nước chữa cháy", "5. Diễn tập phương án", "6. Thống kê vụ cháy", "III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế", "3. Nguyên nhân",
    "IV. NHIỆM VỤ NĂM 2026", "1. Mục tiêu", "2. Giải pháp",
)  # fmt: skip
OTHER_WORDS = (
    "I. Việc lãnh đạo", "1. Những giấy tờ đã ra", "2. Nói cho dân hiểu", "II. Những gì đã làm", "1. Đi xem các nơi dễ cháy", "2. Các đội ở tổ dân phố",
    "3. Xe, máy, bình", "4. Bể và trụ", "5. Tập dượt", "6. Các lần xảy ra", "III. Nhìn lại", "1. Cái được", "2. Cái chưa được", "3. Vì sao",
    "IV. Sang năm", "1. Cái đích", "2. Cách làm",
)  # fmt: skip
SKELETON = (
    "I. Đặc điểm tình hình", "II. Kết quả thực hiện", "1. Đàn trâu, bò", "2. Gieo cấy", "3. Thủy lợi nội đồng", "4. Hội viên",
    "III. Đánh giá chung", "1. Ưu điểm", "2. Hạn chế", "3. Nguyên nhân", "IV. Nhiệm vụ năm 2026", "1. Mục tiêu", "2. Giải pháp",
)  # fmt: skip
TEXT = "Việc này được làm đều đặn trong năm ở cả 14 khu, có 6 lần phải làm lại vì mưa lớn, mỗi lần đều ghi biên bản và báo cáo kịp thời lên trên."


def assessed(
    folder: Path, title: str, headings: tuple[str, ...], *, rules: RuleSet | None = None, text: str = TEXT
) -> Assessment:
    """A report of some headings held against the outline."""
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    lines = [line for h in headings for line in ((h, text) if h[0].isdigit() or h[:2] == "I." else (h,))]
    draft.write_text("\n\n".join(("BÁO CÁO", title, *lines)), encoding="utf-8")
    return assess(read(draft), load_template(str(outline)), rules=rules)


def test_a_report_in_words_of_its_own_is_known_by_its_tree_and_its_title(tmp_path: Path) -> None:
    """Initials in a title are the words that the outline's title has."""
    title = "Tình hình PCCC và CNCH năm 2025 của phường Hồng Lĩnh Hạ"
    assert not assessed(tmp_path, title, OTHER_WORDS).foreign


def test_what_any_report_has_makes_no_report_of_this_outline(tmp_path: Path) -> None:
    title = "Kết quả hoạt động của Hội Nông dân xã năm 2025"
    found = assessed(tmp_path, title, SKELETON)
    assert found.foreign
    assert "tắt quy tắc S110" in str(found.findings[0].fix)


def test_a_reviewer_may_insist(tmp_path: Path) -> None:
    """With S110 ignored the document is compared all the same."""
    title = "Kết quả hoạt động của Hội Nông dân xã năm 2025"
    found = assessed(tmp_path, title, SKELETON, rules=RuleSet(ignore=("S110",)))
    assert not found.foreign and found.verdicts


@pytest.mark.parametrize(
    "rules",
    [RuleSet(ignore=("S",)), RuleSet(ignore=("S11",)), RuleSet(select=("F",)), RuleSet(select=("T702",))],
    ids=["no S", "no S11", "figures alone", "one rule alone"],
)
def test_a_rule_that_is_off_by_its_family_is_off(tmp_path: Path, rules: RuleSet) -> None:
    """Neither is another document told of, nor are the rules that were asked for held back."""
    title = "Kết quả hoạt động của Hội Nông dân xã năm 2025"
    found = assessed(tmp_path, title, SKELETON, rules=rules)
    assert not found.foreign and found.verdicts
    assert all(rules.on(f.rule) for f in found.findings)


def test_other_rules_are_told_where_another_document_is_not(tmp_path: Path) -> None:
    title, text = "Kết quả hoạt động của Hội Nông dân xã năm 2025", TEXT.replace("biên bản", "biên bản biên bản")
    found = assessed(tmp_path, title, SKELETON, rules=RuleSet(select=("T702",)), text=text)
    assert {f.rule for f in found.findings} == {"T702"}


def test_the_users_severity_is_that_of_another_document_too(tmp_path: Path) -> None:
    title = "Kết quả hoạt động của Hội Nông dân xã năm 2025"
    found = assessed(tmp_path, title, SKELETON, rules=RuleSet(severity={"S110": "note"}))
    assert [f.severity for f in found.findings] == ["note"]
