"""P401 of targets reached and lessons left with the years of an earlier term, and of plans set out in the term that ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

from vnreport_nlp import assess, load_template  # noqa: E402
from vnreport_nlp.readers import read  # noqa: E402

TERM = "ĐẢNG BỘ TỈNH SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nBÁO CÁO\ntổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
WRONG = (
    "Kết thúc năm 2024, huyện hoàn thành 17/18 chỉ tiêu của nhiệm kỳ 2015 - 2020.",
    "Nhờ đó 9/10 chỉ tiêu do Đại hội Đảng bộ huyện nhiệm kỳ 2015 - 2020 đề ra đã đạt.",
    "Đến nay, 12/14 chỉ tiêu của Nghị quyết Đại hội nhiệm kỳ 2015 - 2020 đều vượt, là cơ sở để kết thúc nhiệm kỳ 2020 - 2025.",
    "Năng lực của cấp ủy thể hiện ở việc đạt 20/20 chỉ tiêu trong nhiệm kỳ 2015 - 2020.",
    "Nhiệm kỳ 2015 - 2020 để lại ba bài học: gần dân, sát việc, nói đi đôi với làm.",
    "Nhiệm kỳ 2010 - 2015 đã để lại cho Huyện ủy 4 bài học kinh nghiệm sau đây:",
)
RIGHT = (
    "Kết thúc năm 2024, huyện hoàn thành 17/18 chỉ tiêu của nhiệm kỳ 2020 - 2025.",
    "Nhiệm kỳ trước, huyện hoàn thành 15/18 chỉ tiêu của nhiệm kỳ 2015 - 2020.",
    "Hoàn thành 17/18 chỉ tiêu của nhiệm kỳ 2020 - 2025, cao hơn 15/18 chỉ tiêu của nhiệm kỳ 2015 - 2020.",
    "So với nhiệm kỳ 2015 - 2020, huyện hoàn thành thêm hai chỉ tiêu.",
    "Khi bước vào nhiệm kỳ, 3/18 chỉ tiêu của nhiệm kỳ 2015 - 2020 đã đạt muộn vẫn phải củng cố.",
    "Đại hội đã đánh giá 15/18 chỉ tiêu của nhiệm kỳ 2015 - 2020 đạt và vượt.",
    "Nghị quyết Đại hội nhiệm kỳ 2015 - 2020 còn dở dang 2/18 chỉ tiêu, đến nay đã đạt.",
    "Hội đồng nhân dân huyện hoàn thành 9/9 chỉ tiêu của Hội đồng nhân dân nhiệm kỳ 2015 - 2020.",
    "Từ nhiệm kỳ 2010 - 2015 đến nay, huyện hoàn thành 12/14 chỉ tiêu về hạ tầng.",
    "Nhiệm kỳ 2015 - 2020 để lại ba bài học mà nhiệm kỳ này đã kế thừa.",
    "Nhiệm kỳ 2015 - 2020 để lại nhiều công trình dở dang cho các xã vùng cao.",
    "Nhiệm kỳ 2020 - 2025 để lại ba bài học: gần dân, sát việc, nói đi đôi với làm.",
)


def rules(title: str, text: str) -> list[str]:
    return [f.rule for f in evaluate_cases.findings({"id": "p", "title": title, "text": text + "\n"}, ("periods",))]


@pytest.mark.parametrize("text", WRONG)
def test_an_outcome_of_an_earlier_term_is_told(text: str) -> None:
    assert rules(TERM, text) == ["P401"]


@pytest.mark.parametrize("text", RIGHT)
def test_history_and_comparison_are_right(text: str) -> None:
    assert rules(TERM, text) == []


PLAN = """ĐẢNG BỘ TỈNH SƠN LẠC
HUYỆN ỦY TAM LỘC
*
BÁO CÁO
tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025

I. KHÁI QUÁT TÌNH HÌNH
Huyện có 14 xã, 62 tổ chức cơ sở đảng và 4.120 đảng viên sinh hoạt ở 218 chi bộ trực thuộc.

V. PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP
1. Phương hướng chung
{text}
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Giai đoạn 2020 - 2025 phấn đấu mỗi năm kết nạp 160 đảng viên mới.", True),
        ("Giai đoạn 2020 - 2025, quyết tâm giữ vững 90% chi bộ hoàn thành tốt nhiệm vụ.", True),
        ("Giai đoạn 2025 - 2030 phấn đấu mỗi năm kết nạp 160 đảng viên mới.", False),
        ("Giai đoạn 2020 - 2025 phấn đấu kết nạp 700 đảng viên, thực tế đã kết nạp 812 đồng chí.", False),
        ("Giai đoạn 2021 - 2025 phấn đấu hoàn thành chương trình giảm nghèo của tỉnh.", False),
        ("Giai đoạn 2020 - 2025 phấn đấu kết nạp 700 đảng viên, giai đoạn 2025 - 2030 là 800 đảng viên.", False),
        ("Phát huy kết quả của giai đoạn 2020 - 2025, phấn đấu mỗi năm kết nạp 160 đảng viên mới.", False),
    ],
)
def test_a_plan_is_not_set_out_in_the_term_that_ends(text: str, wrong: bool, tmp_path: Path) -> None:
    path = tmp_path / "huyen-tam-loc.txt"
    path.write_text(PLAN.format(text=text), encoding="utf-8")
    found = [f for f in assess(read(str(path)), load_template("xdd-2020-2025")).findings if f.rule == "P401"]
    assert [f.quote for f in found] == ["Giai đoạn 2020 - 2025"] * wrong


def test_the_same_words_under_results_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "huyen-tam-loc.txt"
    text = PLAN.format(text="Tiếp tục đổi mới.").replace(
        "trực thuộc.\n", "trực thuộc. Giai đoạn 2020 - 2025 phấn đấu mỗi năm kết nạp 160 đảng viên mới.\n"
    )
    path.write_text(text, encoding="utf-8")
    assert not [f for f in assess(read(str(path)), load_template("xdd-2020-2025")).findings if f.rule == "P401"]
