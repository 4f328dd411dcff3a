"""T701 of what is no syllable: words written as one and little words with lost marks, and what is rightly written so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


def slips(text: str) -> list[str]:
    case = {"id": "case", "text": text, "title": "", "date": None}
    return [str(f.message) for f in evaluate_cases.findings(case) if f.rule == "T701"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Xã Khe Ngang đã tổchức 12 buổi đối thoại với người dân.", "tổ chức"),
        ("Các thôn của xã đều hoànthành kế hoạch trồng rừng.", "hoàn thành"),
        ("Nhiệmvụ trọng tâm của quý tới là thu thuế.", "Nhiệm vụ"),
        ("Công tác vận độngngười dân hiến đất có nhiều chuyển biến.", "động người"),
        ("Kết quả cụ thể trongnăm được nêu ở phụ lục.", "trong năm"),
        ("Chi bộ thôn Đồng Mây quản lý tốt cac nguồn quỹ của thôn.", "các"),
        ("Nghị quyết của Đảng vể nông nghiệp được học tập ở 9 chi bộ.", "về"),
    ],
)
def test_words_written_as_one_and_little_words_without_their_marks(text, right):
    assert any(right in message for message in slips(text))


@pytest.mark.parametrize(
    "text",
    [
        "Xã làm 4 km đường bêtông, mua 2 ôtô chở rác, phát 5 bao ximăng.",
        "Trạm y tế tiêm 812 liều vắcxin, thử khí cácbon ở lò gạch.",
        "Buôn Krôngpắc và thôn Pơngmây kết nghĩa với xã Yaxiêr.",
        "Huyện dùng website, zalo, facebook, internet để tuyên truyền.",
        "Nghệ nhân dạy múa mỡi cho 30 cháu.",
    ],
)
def test_foreign_words_and_names_are_rightly_written_as_one(text):
    assert slips(text) == []


def test_a_text_that_lost_its_blanks_is_no_list_of_slips():
    """Where words run together all over, the file lost its blanks: nobody writes so."""
    words = "tổchức hoànthành nhiệmvụ kếhoạch côngtác cánbộ đảngviên chínhquyền nhândân kinhtế xãhội vănhóa giáodục ytế môitrường nôngthôn nôngnghiệp côngnghiệp dịchvụ thươngmại đầutư xâydựng pháttriển"
    assert slips(f"Trong năm qua {words} của xã đều tiến bộ.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nước sông Nậm Rin dâng cao, 14 hộ phải dời nhà.",
        "Mô hình được nhân diện rộng ra 9 thôn.",
        "Tòa chuyển án cho tòa cấp trên giải quyết theo thẩm quyền.",
    ],
)
def test_verbs_that_stand_alone_are_no_slips_for_a_usual_word(text):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đoàn viên chia sẽ những kinh nghiệm nuôi ong.", "chia sẻ"),
        ("Các phong, ban của huyện đã bố trí đủ người.", "phòng"),
    ],
)
def test_pairs_that_sound_alike(text, right):
    assert any(right in message for message in slips(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CÔNG TÁC KIỂM TRA, GIÁM SÁC CỦA ĐẢNG", "GIÁM SÁT"),
        ("MỤC TIÊU VÀ GIẢI PHÁT CHỦ YẾU", "GIẢI PHÁP"),
    ],
)
def test_headings_in_capitals_are_read_too(text, right):
    assert any(right in message for message in slips(text))


@pytest.mark.parametrize(
    "text",
    ["ĐẠI HỘI ĐẢNG BỘ XÃ NẬM RÌN LẦN THỨ II", "NUÔI CÁ LỒNG, TRỒNG CÂY MẮC CA", "THU, CHI NGÂN SÁCH; THỤ LÝ ÁN DÂN SỰ"],
)
def test_names_and_words_in_capitals_are_no_slips(text):
    assert slips(text) == []
