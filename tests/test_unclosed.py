"""T703: brackets and quotation marks without their other half, and everything that only looks like it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp.checks import Context
from vnreport_nlp.checks.wording.unclosed import MANY, loose_marks, unclosed
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


def found(text: str) -> list[str]:
    case = {"id": "case", "text": text, "title": "", "date": None}
    return [f.quote for f in evaluate_cases.findings(case) if f.rule == "T703"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Xã Đồi Mơ kết nạp 214 đảng viên (trong đó nữ 96. Chất lượng được nâng lên.", "(trong đó nữ 96."),
        ("Thu ngân sách đạt 41 tỷ đồng (bằng 103% dự toán; chi 38 tỷ đồng; kết dư 3 tỷ đồng.", "(bằng 103% dự toán"),
        ("Cả năm trồng 320 ha rừng, trong đó rừng phòng hộ 40 ha). Độ che phủ tăng.", "phòng hộ 40 ha)"),
        ("Phong trào “Nhà sạch vườn đẹp được 14 thôn hưởng ứng trong cả năm.", "“Nhà sạch"),
        ("Mô hình Bữa cơm ấm lòng” được 14 thôn của xã hưởng ứng trong cả năm.", "ấm lòng”"),
        ('Phong trào "Nhà sạch vườn đẹp được 14 thôn hưởng ứng trong cả năm.', '"Nhà sạch'),
        ("Các nhóm việc gồm [thu hút đầu tư, cải cách hành chính và chuyển đổi số.", "[thu hút"),
        ("Thực hiện Quy định (sửa đổi, bổ sung (năm 2021) của cấp trên về công tác cán bộ.", "(sửa đổi"),
        ("Phong trào «Nhà sạch vườn đẹp được 14 thôn hưởng ứng trong cả năm.", "«Nhà sạch"),
        ("Đã họp 12 kỳ (kể cả kỳ bất thường.\nNội dung họp được gửi trước cho các đại biểu.", "(kể cả"),
        ("b) Mở 12 lớp (có 3 lớp ở bản xa cho 412 lượt người.\nc) Cấp phát 900 cuốn sổ tay cho các bản.", "(có 3 lớp"),
    ],
)  # fmt: skip
def test_a_mark_without_its_other_half_is_told(text: str, quote: str) -> None:
    (told,) = found(text)
    assert quote in told


@pytest.mark.parametrize(
    "text",
    [
        "a) Về tư tưởng (học tập nghị quyết) làm tốt; b) Về tổ chức, cán bộ làm khá.",
        "Kết quả nổi bật (gồm: a) thu ngân sách; b) giải ngân vốn) đều vượt kế hoạch năm.",
        "Huyện làm ba việc: 1) rà soát; 2) phân loại; 3) xử lý dứt điểm từng vụ.",
        "Huyện làm ba việc: i) rà soát; ii) phân loại; iii) xử lý dứt điểm từng vụ.",
        "Huyện làm hai việc: +) rà soát hồ sơ; -) phân loại đơn thư của công dân.",
        "Việc này theo điểm a), khoản 2), mục 3b) của Quy chế làm việc đã ban hành.",
        'Trang bị 14 màn hình 43" và 6 màn hình 32" cho các nhà văn hóa thôn.',
        "Mốc số 7 ở tọa độ 15°30'45\" Bắc được cắm lại trong tháng ba vừa qua.",
        'Phong trào “Nhà sạch" và ”Vườn đẹp” được các thôn hưởng ứng rộng rãi.',
        "Chủ đề ‘‘Ba bám, bốn cùng’’ và ''Một việc'' được nhiều chi bộ chọn.",
        "Giá trị của hệ số nằm trong khoảng [0; 1) theo hướng dẫn của ngành.",
        "Số liệu trong bảng [trang 4](https://doi-mo.vn/bang_(2)) đã được đối chiếu kỹ.",
        "Tỷ lệ đạt 12%[^1] và 14%(2), cao hơn bình quân chung của toàn tỉnh.",
        "Tổng số hội viên là (… sẽ được bổ sung sau khi chốt số liệu cuối năm.",
        "Các nhóm gồm (hộ nghèo\nHộ cận nghèo\nHộ mới thoát nghèo) được vay vốn ưu đãi trong năm.",
        "“Cán bộ phải gần dân, hiểu dân, học dân trong mọi việc.\n“Đảng viên đi trước, làng nước theo sau.”",
        "Đồng chí nói: “Việc gì có lợi cho dân thì làm.\nViệc gì có hại cho dân thì tránh.” và mọi người làm theo.",
        "Tổ chức thực hiện Nghị quyết (số 05 của Đảng ủy xã về phát triển kinh tế",
        "Kết quả kiểm tra (trong đó có kiểm tra chuyên đề.\nvà kiểm tra khi có dấu hiệu vi phạm được nêu ở trên.",
        "| Thôn | Số hộ (hộ |\n| Đông | 12 |\n| Đoài | 9 |",
        "Nơi nhận: (như trên;",
        "Cảm ơn bà con :) và hẹn gặp lại bà con trong ngày hội đại đoàn kết.",
        "Phạm vi áp dụng là (A, B] theo cách ghi của cơ quan soạn thảo văn bản.",
    ],
)
def test_what_only_looks_unclosed_is_not_told(text: str) -> None:
    assert found(text) == []


@st.composite
def balanced(draw: st.DrawFn, depth: int = 2) -> str:
    """A sentence in which every mark has its other half, with marks of lists between."""
    words = st.sampled_from(["thu", "ngân sách", "đạt 12%", "năm 2024", "a) chi", "2) làm", "thôn,", "xã;", "iv) nộp"])
    parts = draw(st.lists(words, min_size=1, max_size=4))
    if depth:
        for _ in range(draw(st.integers(0, 2))):
            pair = draw(st.sampled_from(["()", "[]", "“”", '""', "«»"]))
            parts.insert(draw(st.integers(0, len(parts))), f"{pair[0]}{draw(balanced(depth - 1))}{pair[1]}")
    return " ".join(parts)


@given(balanced())
def test_text_in_which_all_is_closed_is_never_told_of(text: str) -> None:
    assert all(unsure for *_, unsure in loose_marks(text))


@given(balanced())
def test_one_bracket_more_is_left_over(text: str) -> None:
    assert (len(text) + 1, "[", True, False) in loose_marks(f"{text} [bản xa")


def _context(tmp_path: Path, text: str, **change: object) -> Context:
    path = tmp_path / "du-thao.txt"
    path.write_text(text, encoding="utf-8")
    document = replace(read(str(path)), **change)  # type: ignore[arg-type]
    return Context(document, outline(document), None, None, ())  # type: ignore[arg-type]


ONE = "Xã Đồi Mơ kết nạp {n} đảng viên (trong đó nữ 9. Chất lượng được nâng lên.\n"


def test_recognised_and_bad_text_is_left_alone(tmp_path: Path) -> None:
    assert len(list(unclosed(_context(tmp_path, ONE)))) == 1
    assert list(unclosed(_context(tmp_path, ONE, ocr=True))) == []
    assert list(unclosed(_context(tmp_path, ONE, quality=0.85))) == []


def test_a_file_that_lost_its_marks_is_left_alone(tmp_path: Path) -> None:
    assert len(list(unclosed(_context(tmp_path, "\n".join(ONE.format(n=n) for n in range(12, 15)))))) == 3
    assert list(unclosed(_context(tmp_path, "\n".join(ONE.format(n=n) for n in range(12, 13 + MANY))))) == []
