"""Items told together in prose: what speaks of an item and does not tell it, and assessments that tell all of theirs in two paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess

OUTLINE = """ĐỀ CƯƠNG
Báo cáo kết quả phát triển làng nghề và thủ công năm 2025

I. KẾT QUẢ THỰC HIỆN
1. Đào tạo thợ và truyền nghề
2. Vùng nguyên liệu mây, tre
3. Mẫu mã và nhãn hiệu hàng hóa
4. Xử lý nước thải làng nghề
II. ĐÁNH GIÁ CHUNG
1. Kết quả đạt được
2. Tồn tại, hạn chế
3. Nguyên nhân
a) Nguyên nhân của kết quả
b) Nguyên nhân của hạn chế
III. NHIỆM VỤ NĂM 2026
1. Mục tiêu
2. Nhiệm vụ, giải pháp
IV. KIẾN NGHỊ
"""
TRAINED = "Công tác đào tạo thợ được làm ngay tại xưởng: 14 lớp truyền nghề cho 320 người, 46 nghệ nhân đứng lớp, 210 thợ trẻ có việc làm ổn định."
GROWN = "Vùng nguyên liệu mây, tre mở thêm 120 ha ở ba thôn ven đồi, cây giống do hợp tác xã ươm, nguyên liệu tại chỗ đáp ứng 70% nhu cầu."
BRANDED = "Mẫu mã đổi mới nhanh, 36 mẫu hàng hóa mới được đăng ký nhãn hiệu, hai sản phẩm vào siêu thị ở tỉnh và bán trên sàn điện tử."
CLEANED = "Nước thải làng nghề được gom về 3 bể lọc chung, công suất 60 m3 mỗi ngày đêm; 41 hộ nhuộm mây đã đấu nối, kênh làng hết mùi."
GOOD = "Điểm mạnh của năm nay là thợ trẻ chịu về làng làm việc, hàng bán được giá, khách đặt trước cả quý; nhiều hộ mua thêm máy chẻ mây và thuê thêm người."
WEAK = "Tuy nhiên, hàng giống nhau giữa các xưởng, bến bãi chật, còn 12 hộ nhuộm xả thẳng ra kênh."
WHY_WEAK = "Những yếu kém đó trước hết do các hộ ngại góp vốn làm bể lọc, cán bộ theo dõi làng nghề kiêm nhiều việc, mặt khác là do đường vào xưởng hẹp."
AIM = "Xã phấn đấu đến cuối năm 2026 có 400 thợ lành nghề, doanh thu làng nghề tăng 12%, không còn hộ xả thẳng nước nhuộm. Muốn vậy phải mở rộng bãi tập kết, vận động 12 hộ đấu nối, mời họa sĩ vẽ mẫu và mở cửa hàng chung."
ASK = "Đề nghị tỉnh hỗ trợ vốn làm đường vào cụm xưởng và cử chuyên gia mẫu mã."
PARTS = ("I. KẾT QUẢ THỰC HIỆN", "II. ĐÁNH GIÁ CHUNG", "III. NHIỆM VỤ NĂM 2026", "IV. KIẾN NGHỊ")


def verdicts(folder: Path, *blocks: str) -> dict[str, tuple[str, bool]]:
    """Status and request to look of each item, of a draft held against the outline."""
    outline, draft = folder / "de-cuong.txt", folder / "bao-cao.txt"
    outline.write_text(OUTLINE, encoding="utf-8")
    head = ("BÁO CÁO", "kết quả phát triển làng nghề và thủ công năm 2025", "")
    draft.write_text("\n".join((*head, *blocks)), encoding="utf-8")
    return {v.requirement: (v.status, v.review) for v in assess(read(draft), load_template(outline)).verdicts}


def judged(
    folder: Path, done: tuple[str, ...], assessed: tuple[str, ...], *, end: str = ASK
) -> dict[str, tuple[str, bool]]:
    return verdicts(folder, PARTS[0], *done, PARTS[1], *assessed, PARTS[2], AIM, PARTS[3], end)


def test_an_assessment_in_two_paragraphs_tells_all_its_items_and_causes_only_of_what_they_name(tmp_path: Path) -> None:
    found = judged(tmp_path, (TRAINED, GROWN, BRANDED, CLEANED), (GOOD, f"{WEAK} {WHY_WEAK}"))
    assert [found[n] for n in ("II.1", "II.2", "II.3.b")] == [("merged", True)] * 3
    assert found["II.3.a"] == ("missing", True)
    assert [found[n] for n in ("III.1", "III.2")] == [("merged", True)] * 2


@pytest.mark.parametrize(
    "empty",
    [
        "Riêng xử lý nước thải làng nghề, xã sẽ có báo cáo riêng sau khi đơn vị tư vấn gửi kết quả đo.",
        "Việc xử lý nước thải làng nghề sẽ được xã thực hiện khi cụm xưởng mới hoàn thành.",
        "Xã xác định làm đồng bộ các việc: đào tạo thợ, vùng nguyên liệu mây, mẫu mã và nhãn hiệu hàng hóa, xử lý nước thải làng nghề.",
    ],
)
def test_what_is_put_off_or_named_in_a_list_is_not_told(tmp_path: Path, empty: str) -> None:
    assert judged(tmp_path, (TRAINED, GROWN, BRANDED, empty), (GOOD, WEAK))["I.4"] == ("missing", True)
    assert judged(tmp_path, (TRAINED, GROWN, BRANDED, CLEANED), (GOOD, WEAK))["I.4"] == ("merged", True)


def test_targets_told_among_the_requests_ask_for_a_look(tmp_path: Path) -> None:
    head = (PARTS[0], "1. Đào tạo thợ và truyền nghề", TRAINED, "2. Vùng nguyên liệu mây, tre", GROWN)
    tail = (PARTS[2], "1. Nhiệm vụ, giải pháp", BRANDED, PARTS[3])
    assert verdicts(tmp_path, *head, *tail, ASK)["III.1"] == ("missing", False)
    aimed = f"{ASK} Được như thế, xã phấn đấu năm 2026 doanh thu tăng 12%."
    assert verdicts(tmp_path, *head, *tail, aimed)["III.1"] == ("missing", True)


def test_causes_that_share_the_heading_of_what_they_are_of_are_found_though_the_outline_has_them_apart(
    tmp_path: Path,
) -> None:
    assessed = ("1. Kết quả và nguyên nhân của kết quả", GOOD, "Được như vậy là nhờ nghệ nhân tận tâm và hợp tác xã lo đầu ra.", "2. Hạn chế và nguyên nhân", WEAK, WHY_WEAK)  # fmt: skip
    found = judged(
        tmp_path, ("1. Đào tạo thợ và truyền nghề", TRAINED, "2. Vùng nguyên liệu mây, tre", GROWN), assessed
    )
    assert found["II.3.b"][0] == "merged"


@pytest.mark.parametrize(
    "last",
    ["Đảng ủy xã xin trân trọng báo cáo.", "Ủy ban nhân dân xã kính báo cáo Ủy ban nhân dân tỉnh theo quy định."],
)
def test_the_last_sentence_of_a_report_is_no_text_of_its_last_item(tmp_path: Path, last: str) -> None:
    found = judged(tmp_path, (TRAINED, GROWN), (GOOD, WEAK), end=f"(chưa có)\n{last}\nNơi nhận:\n- Tỉnh ủy.")
    assert found["IV"][0] == "empty"
    assert judged(tmp_path, (TRAINED, GROWN), (GOOD, WEAK), end=f"{ASK}\n{last}")["IV"][0] in ("covered", "thin")


@pytest.mark.parametrize(
    "note", ["(số liệu ngành lao động chưa gửi)", "[Văn phòng bổ sung sau cuộc họp thường kỳ tháng 11]"]
)
def test_a_bracket_that_says_who_still_owes_the_text_is_a_placeholder(tmp_path: Path, note: str) -> None:
    done = ("1. Đào tạo thợ và truyền nghề", note, "2. Vùng nguyên liệu mây, tre", GROWN)
    assert judged(tmp_path, done, (GOOD, WEAK))["I.1"][0] == "empty"


@pytest.mark.parametrize(
    ("plans", "look"),
    [
        (AIM, False),
        ("Xã sẽ mở rộng bãi tập kết, vận động các hộ đấu nối, mời họa sĩ vẽ mẫu và mở cửa hàng chung ở bến.", True),
    ],
)
def test_a_heading_of_targets_and_tasks_over_tasks_alone_asks_for_a_look(
    tmp_path: Path, plans: str, look: bool
) -> None:
    head = (PARTS[0], "1. Đào tạo thợ và truyền nghề", TRAINED, PARTS[2], "1. Mục tiêu và nhiệm vụ, giải pháp")
    assert verdicts(tmp_path, *head, plans, PARTS[3], ASK)["III.1"] == ("merged", look)


def test_sentences_of_an_item_that_strayed_into_another_part_ask_for_a_look(tmp_path: Path) -> None:
    field = "Xã nằm dọc bãi sông, diện tích 41 km2, 2.140 hộ; Đảng bộ có 24 chi bộ trực thuộc với 512 đảng viên, thuận lợi về đường thủy. "
    mind = "Công tác tư tưởng được chú trọng: mở 176 hội nghị học tập, quán triệt nghị quyết cho 9.200 lượt đảng viên, đội ngũ báo cáo viên nắm dư luận xã hội hằng tháng, đấu tranh phản bác quan điểm sai trái."
    parts = (
        "II. Kết quả công tác xây dựng Đảng",
        "8. Công tác dân vận",
        "Mở 18 cuộc đối thoại với Nhân dân, 32 mô hình dân vận khéo được công nhận, quy chế dân chủ ở cơ sở thực hiện tốt.",
    )
    review = []
    for told in (field * 2, field + mind):
        path = tmp_path / "du-thao.md"
        path.write_text(
            "\n\n".join(
                (
                    "BÁO CÁO",
                    "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025",
                    "I. Đặc điểm, tình hình",
                    told,
                    *parts,
                )
            ),
            encoding="utf-8",
        )
        found = {v.requirement: v for v in assess(read(path), load_template("xdd-2020-2025")).verdicts}
        assert found["II.2"].status in ("missing", "unheaded")
        review.append(found["II.2"].review)
    assert review == [False, True]
