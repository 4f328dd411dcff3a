"""Shared passages: what every unit must write alike copies nobody, and a passage has no half sentence at its ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.reuse import Marks, Passage, find_passages, fingerprint_text

OWN = (
    "Mỗi bản chọn một việc khó nhất của bản mình, giao cho một đảng viên đứng tên, ghi lên bảng gỗ trước nhà văn hóa, cuối tháng "
    "cả bản cùng xem việc nào xong, việc nào chưa và vì sao."
)


def drafted(folder: Path, name: str, body: str, front: str = "") -> Marks:
    path = folder / f"{name}.md"
    path.write_text(
        f"ĐẢNG ỦY XÃ {name.upper()}\n\nBÁO CÁO\n\n{front}\n\n# I. ĐẶC ĐIỂM, TÌNH HÌNH\n\n{body}\n", encoding="utf-8"
    )
    return fingerprint_text(outline(read(path)))


def told(folder: Path, name: str, passage: Passage, side: int) -> str:
    draft = outline(read(folder / f"{name}.md"))
    marks = fingerprint_text(draft)
    first, last = (passage.left_range, passage.right_range)[side]
    return draft.document.text[int(marks.starts[first]) : int(marks.ends[last - 1])]


@pytest.mark.parametrize(("more", "count"), [("", 0), (f" {OWN}", 1)])
def test_the_sentence_that_opens_a_report_is_nobodys_and_the_next_one_is(tmp_path: Path, more: str, count: int) -> None:
    opening = (
        "Thực hiện công văn của Tỉnh ủy ngày 03.02.2026 về việc sơ kết phong trào, Ban Chấp hành Đảng bộ xã {} báo cáo những "
        "việc đã làm được trên cơ sở tổng hợp từ các chi bộ trước khi sáp nhập và của Đảng bộ xã mới.{}"
    )
    fronts = [opening.format(name, more) for name in ("Nà Mẫu", "Huổi Thử")]
    drafts = [drafted(tmp_path, f"đơn vị {k}", f"Xã thứ {k} ở bên sông.", front) for k, front in enumerate(fronts)]
    assert len(find_passages(drafts)) == count


@pytest.mark.parametrize(("right", "count"), [((31, 18), 1), ((44, 27), 0)])
def test_a_short_sentence_about_two_other_figures_is_a_form(tmp_path: Path, right: tuple[int, int], count: int) -> None:
    text = "Trong năm, cấp ủy đến tận nơi nghe {} lượt chi bộ nói, xem sổ của {} lượt tổ đảng rồi ghi việc phải sửa vào biên bản."
    drafts = [drafted(tmp_path, f"đơn vị {k}", text.format(*n)) for k, n in enumerate(((31, 18), right))]
    assert len(find_passages(drafts)) == count


def test_a_long_passage_with_two_other_figures_is_still_a_copy(tmp_path: Path) -> None:
    drafts = [drafted(tmp_path, f"đơn vị {k}", f"{OWN} Có {12 + k} bản, {31 + k} việc.") for k in range(2)]
    assert len(find_passages(drafts)) == 1


def test_a_list_of_the_organs_that_every_commune_has_is_no_copy(tmp_path: Path) -> None:
    text = (
        "Cơ quan của Đảng gồm có Văn phòng, Ban Xây dựng Đảng, Ủy ban Kiểm tra, Ủy ban Mặt trận Tổ quốc Việt Nam, Hội Nông dân, Hội Liên hiệp "
        "Phụ nữ và Đoàn Thanh niên Cộng sản Hồ Chí Minh."
    )
    assert find_passages([drafted(tmp_path, f"đơn vị {k}", text) for k in range(2)]) == []


def test_phrases_two_hands_use_alike_are_no_passage_while_a_misread_copy_is(tmp_path: Path) -> None:
    text = "tổ công tác ở lại bản cả tuần cùng trưởng bản đi từng nhà nghe dân nói về nước về đường ghi vào sổ rồi đem về xã bàn với cấp ủy ngay hôm sau"
    other = (
        text.replace("cả tuần cùng", "hai ngày và cùng với")
        .replace("nghe dân", "hỏi han")
        .replace("về nước về đường", "đường sá")
        .replace("sổ rồi", "sổ tay thôi")
    )
    misread = text.replace("tuần", "tuan").replace("nước", "nnớc").replace("đem", "đcm").replace("hôm", "hêm")
    left, drifting, copied = (drafted(tmp_path, f"đơn vị {k}", t) for k, t in enumerate((text, other, misread)))
    assert find_passages([left, drifting]) == []
    assert len(find_passages([left, copied])) == 1


def test_the_first_words_of_the_next_sentence_belong_to_no_passage(tmp_path: Path) -> None:
    for name, begun, going_on in (("a", "Năm ngoái", "Việc làm ấy hay."), ("b", "Khi đó", "Việc làm khác thì chưa.")):
        drafted(tmp_path, name, f"{begun} xã họp dân. {OWN} {going_on}")
    (found,) = find_passages([fingerprint_text(outline(read(tmp_path / f"{n}.md"))) for n in "ab"])
    for side, name in enumerate("ab"):
        assert told(tmp_path, name, found, side) == OWN.rstrip(".")
