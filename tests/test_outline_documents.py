"""Outline documents as offices send them: with a covering letter, instructions in brackets, a subject of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from vnreport_nlp import assess, load_template, outline, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.messages import render
from vnreport_nlp.model import Template
from vnreport_nlp.model.losses import loss_message

LETTER = """UBND TỈNH MINH HẢI
SỞ NỘI VỤ

Kính gửi: Ủy ban nhân dân các xã, phường

Sở Nội vụ đề nghị các đơn vị thực hiện một số nội dung sau:
1. Xây dựng báo cáo theo đề cương gửi kèm.
2. Gửi báo cáo về Sở trước ngày 10/11/2025.
3. Cử người phối hợp.

Nơi nhận:
- Như trên;
- Lưu: VT.

"""
ITEMS = """I. TÌNH HÌNH CHUNG
[Nêu khái quát.]
II. KẾT QUẢ
1. Công tác tuyên truyền [số hội nghị: trong đó trực tuyến; số lượt người]
2. Công tác thi đua (nêu rõ số tập thể được khen)
3. Kỷ niệm ngày thành lập ngành [nếu có]
4. Nguyên nhân
Phân tích kỹ, ít nhất 90 từ.
III. KIẾN NGHỊ (nếu có, ghi rõ cơ quan giải quyết)

Ghi chú: Gửi kèm biểu số 01.
"""
Derive = Callable[..., Template]


@pytest.fixture
def derive(tmp_path: Path) -> Derive:
    def run(text: str, name: str = "de-cuong.txt") -> Template:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load_template(path)

    return run


@pytest.mark.parametrize("head", ["ĐỀ CƯƠNG\nBáo cáo công tác thi đua năm 2025", "Phụ lục I: ĐỀ CƯƠNG BÁO CÁO\nCông tác thi đua năm 2025"])  # fmt: skip
def test_the_outline_begins_after_its_letter(derive: Derive, head: str) -> None:
    found = derive(f"{LETTER}{head}\n(Kèm theo Công văn số 12/SNV-TĐ)\n\n{ITEMS}")
    assert [r.number for r in found.requirements] == ["I", "II", "II.1", "II.2", "II.3", "II.4", "III"]
    assert found.title == "Báo cáo công tác thi đua năm 2025"


def test_a_draft_may_come_with_its_letter_too(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    body = "I. TÌNH HÌNH\n" + "Xã có mười thôn, dân cư sống chủ yếu bằng nghề nông. " * 40
    path.write_text(
        f"{LETTER}BÁO CÁO\nKết quả công tác năm 2025\n\n{body}\n\nII. KẾT QUẢ\n{body[13:]}", encoding="utf-8"
    )
    found = outline(read(path))
    assert [s.number for s in found.sections] == ["I", "II"]
    assert found.title == "Báo cáo Kết quả công tác năm 2025"


def test_an_annex_after_a_report_is_not_the_report(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    body = "Xã có mười thôn, dân cư sống chủ yếu bằng nghề nông. " * 40
    path.write_text(
        f"I. TÌNH HÌNH\n{body}\nII. KẾT QUẢ\n{body}\nNơi nhận:\n- Lưu.\nBÁO CÁO SỐ LIỆU\n1. Số thôn: 10",
        encoding="utf-8",
    )
    assert [s.number for s in outline(read(path)).sections][:2] == ["I", "II"]


def test_instructions_in_a_title_are_guidance(derive: Derive) -> None:
    found = derive(f"ĐỀ CƯƠNG\n\n{ITEMS}").by_number
    assert found["II.1"].title == "Công tác tuyên truyền"
    assert found["II.1"].guidance == "số hội nghị: trong đó trực tuyến; số lượt người"
    assert found["II.2"].title == "Công tác thi đua"
    assert found["II.2"].guidance == "nêu rõ số tập thể được khen"
    assert found["III"].title == "KIẾN NGHỊ" and found["III"].guidance == ""
    assert [n for n, r in found.items() if not r.required] == ["II.3", "III"]


def test_an_outline_may_say_how_long_an_item_is(derive: Derive) -> None:
    found = derive(f"ĐỀ CƯƠNG\n\n{ITEMS}").by_number
    assert (found["II.4"].min_syllables, found["II.1"].min_syllables) == (90, 20)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("TỈNH ỦY MINH HẢI\nĐẢNG CỘNG SẢN VIỆT NAM\nĐỀ CƯƠNG BÁO CÁO\nTổng kết công tác dân vận", "Báo cáo tổng kết công tác dân vận"),
        ("# ĐỀ CƯƠNG BÁO CÁO SƠ KẾT CHỈ THỊ SỐ 05\n\n> Báo cáo không quá 10 trang.", "BÁO CÁO SƠ KẾT CHỈ THỊ SỐ 05"),
        ("SỞ NỘI VỤ\nĐỀ CƯƠNG BÁO CÁO TỔNG KẾT\nCông tác thi đua\ngiai đoạn 2020 - 2025", "Báo cáo tổng kết công tác thi đua giai đoạn 2020 - 2025"),
        ("SỞ NỘI VỤ\nBáo cáo tổng kết công tác thi đua (Kèm theo Công văn số 12/SNV)", "Báo cáo tổng kết công tác thi đua"),
    ],
)  # fmt: skip
def test_a_derived_template_is_named_after_its_report(derive: Derive, head: str, title: str) -> None:
    assert derive(f"{head}\n\n{ITEMS}", "de-cuong.md").title == title


def test_instructions_left_standing_in_a_heading_do_not_hide_it(derive: Derive, tmp_path: Path) -> None:
    template = derive(f"ĐỀ CƯƠNG\n\n{ITEMS}")
    path = tmp_path / "draft.txt"
    body = (
        "Trong năm, Ủy ban nhân dân xã đã tổ chức nhiều hội nghị với sự tham gia đông đủ của người dân các thôn. " * 3
    )
    path.write_text(
        "BÁO CÁO\nkết quả năm 2025\n\nI. TÌNH HÌNH CHUNG\n" + body + "\nII. KẾT QUẢ\n"
        f"1. Công tác tuyên truyền [số hội nghị: trong đó trực tuyến; số lượt người]\n{body}\n2. Công tác thi đua\n{body}\n4. Nguyên nhân\n{body}\n{body}",
        encoding="utf-8",
    )  # fmt: skip
    result = assess(read(path), template, rules=RuleSet(select=("S",)))
    assert {v.requirement: v.status for v in result.verdicts}["II.1"] == "covered"


def test_a_report_begins_after_a_letter_that_only_a_signature_closes(tmp_path: Path) -> None:
    letter = LETTER[: LETTER.index("Nơi nhận")] + "- Báo cáo và phụ lục gửi kèm.\n\nT/M BAN THƯỜNG VỤ\nLê Văn An\n\n"
    letter = "HUYỆN ỦY SÔNG LAM\nSố 99-CV/HU\nSông Lam, ngày 05 tháng 3 năm 2025\n" + letter[letter.index("Kính") :]
    head = "HUYỆN ỦY SÔNG LAM\nSố 12-BC/HU\nSông Lam, ngày 03 tháng 3 năm 2025\n\nBÁO CÁO\ncông tác năm 2024\n\n"
    body = "Trong năm, cấp ủy đã lãnh đạo thực hiện đồng bộ các nhiệm vụ, đạt nhiều kết quả tích cực trên các mặt công tác.\n\n"
    parts = "".join(f"{n}. {t}\n\n{body * 3}" for n, t in (("I", "TÌNH HÌNH"), ("II", "KẾT QUẢ"), ("III", "BÀI HỌC")))
    path = tmp_path / "bao-cao.txt"
    path.write_text(letter + head + parts, encoding="utf-8")
    found = outline(read(path))
    assert [s.title for s in found.sections] == ["TÌNH HÌNH", "KẾT QUẢ", "BÀI HỌC"]
    assert (found.metadata.symbol, found.metadata.date) == ("12-BC/HU", "03/3/2025")


WHOLE = "BÁO CÁO\ncông tác năm 2024\n\n" + "".join(
    f"{n}. {t}\n\nTrong năm, cấp ủy đã lãnh đạo thực hiện đồng bộ các nhiệm vụ, đạt nhiều kết quả tích cực.\n\n"
    for n, t in (("I", "TÌNH HÌNH"), ("II", "KẾT QUẢ"), ("III", "BÀI HỌC"))
)
FORM = "Phụ lục 2: BÁO CÁO SỐ LIỆU\n" + "".join(f"{n}. Chỉ tiêu thứ {n} của phụ lục\n" for n in range(1, 60))


@pytest.mark.parametrize(
    ("text", "code", "titles"),
    [
        (WHOLE, "", ["TÌNH HÌNH", "KẾT QUẢ", "BÀI HỌC"]),
        (f"ĐỀ CƯƠNG BÁO CÁO\n{ITEMS}\n{WHOLE}{'Đời sống của nhân dân được nâng lên. ' * 12}\n", "outline_in_front", ["TÌNH HÌNH", "KẾT QUẢ", "BÀI HỌC"]),
        (f"ĐỀ CƯƠNG BÁO CÁO\n{ITEMS}\n{FORM}", "", ["TÌNH HÌNH CHUNG"]),
        (WHOLE * 2, "two_reports", ["TÌNH HÌNH", "KẾT QUẢ", "BÀI HỌC"]),
        (WHOLE + "BÁO CÁO SỐ LIỆU\nI. ĐẢNG VIÊN\n12\nII. CHI BỘ\n5\nIII. CÁN BỘ\n7\n", "", ["TÌNH HÌNH", "KẾT QUẢ", "BÀI HỌC"]),
    ],
)  # fmt: skip
def test_two_documents_in_one_file_are_told(tmp_path: Path, text: str, code: str, titles: list[str]) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert [w.code for w in document.warnings] == ([code] if code else [])
    assert not code or code not in render(loss_message(document.warnings[0]), "vi")
    assert [s.title for s in outline(document).sections][: len(titles)] == titles


def test_lines_in_italics_tell_the_writer_and_are_no_items(tmp_path: Path) -> None:
    """Numbered or not; an item in italics that asks for nothing stays one."""
    document = docx.Document()
    for text, bold, italic in (
        ("ĐỀ CƯƠNG BÁO CÁO", True, False), ("Công tác hộ tịch năm 2025", True, False), ("I. TÌNH HÌNH", True, False), ("II. KẾT QUẢ", True, False),
        ("1. Đăng ký khai sinh", True, False), ("a) Số việc đăng ký mới, đăng ký lại;", False, True), ("b) Tỷ lệ đúng hạn;", False, True),
        ("2. Đăng ký kết hôn", True, False), ("a) Trong nước", False, True), ("b) Có yếu tố nước ngoài", False, True), ("III. KIẾN NGHỊ", True, False),
    ):  # fmt: skip
        run = document.add_paragraph().add_run(text)
        run.bold, run.italic = bold, italic
    path = tmp_path / "de-cuong.docx"
    document.save(str(path))
    found = load_template(path)
    assert [r.number for r in found.requirements] == ["I", "II", "II.1", "II.2", "II.2.a", "II.2.b", "III"]
    births = found.requirements[2]
    assert births.min_syllables and "Số việc đăng ký mới" in births.guidance and "Tỷ lệ đúng hạn" in births.guidance
