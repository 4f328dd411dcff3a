"""Outlines of titles alone: what any report has in other words, words of the guidance, headings that are left in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.align.kinds import (  # fmt: skip
    AHEAD,
    CAUSES,
    FORECAST,
    LESSONS,
    PRAISE,
    REQUESTS,
    STRENGTHS,
    TARGETS,
    WANTING,
    kinds_of,
    said_of,
)
from vnreport_nlp.assess import assess
from vnreport_nlp.model import Assessment

OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "công tác quản lý chợ năm 2025", "I. TÌNH HÌNH CHUNG", "1. Mạng lưới chợ và hộ kinh doanh",
    "2. Tổ chức ban quản lý", "II. KẾT QUẢ THỰC HIỆN", "1. Sắp xếp ngành hàng, bố trí điểm bán", "2. Chất lượng hàng hóa bày bán",
    "(Nêu rõ cân đo, niêm yết giá, hàng giả, nguồn gốc xuất xứ)", "3. Thu phí và sử dụng dịch vụ", "4. Vệ sinh, rác thải trong chợ",
    "5. Tiếp nhận phản ánh của tiểu thương", "III. ĐÁNH GIÁ", "1. Ưu điểm", "2. Hạn chế, tồn tại", "3. Nguyên nhân của hạn chế, tồn tại",
    "IV. PHƯƠNG HƯỚNG NĂM 2026", "1. Dự báo tình hình", "2. Nhiệm vụ, giải pháp", "V. KIẾN NGHỊ, ĐỀ XUẤT", "1. Đối với Sở Tài chính",
    "2. Đối với Ủy ban nhân dân tỉnh",
)  # fmt: skip
NET = "Xã có hai chợ phiên và một chợ đêm với 214 hộ buôn bán thường xuyên, phần lớn ở gần bến đò và ngã ba Cây Gạo, đông nhất vào rằm."  # fmt: skip
BOARD = "Bộ máy gồm năm người, trong đó hai người kiêm nhiệm; mỗi tuần họp một buổi, phân công từng người phụ trách một dãy quầy cụ thể."  # fmt: skip
STALLS = "Đã kẻ lại 180 ô, dồn dãy rau củ về phía sau, tách hàng tươi sống khỏi hàng khô; lối đi giữa rộng ba mét, xe đẩy ra vào thuận tiện."  # fmt: skip
SCALES = "Đội kiểm tra 46 lượt cân đo, thay 12 cân cũ; 93% quầy niêm yết giá bằng bảng cứng; tịch thu 31 đôi giày không rõ gốc, tiêu hủy tại chỗ."  # fmt: skip
FEES = "Cả năm thu 412 triệu đồng, đạt 104%, nợ đọng còn chín hộ; số tiền thu được chi cho điện chiếu sáng, bảo vệ ban đêm và sửa mái tôn."  # fmt: skip
WASTE = "Đã quét dọn 365 buổi, chở đi 156 chuyến; cống thoát được nạo hai đợt nên mùa mưa vừa qua không còn ứ nước ở dãy cá như năm trước."  # fmt: skip
HEARD = "Hộp thư đặt ở cổng nhận 58 ý kiến, trả lời trong ba ngày; tám việc đã sửa ngay như thay bóng đèn, lắp vòi nước, dời chỗ để xe."  # fmt: skip
GOOD = "Người bán yên tâm hơn, số quầy bỏ trống giảm một nửa; khách quay lại đông, tranh cãi về chỗ ngồi hầu như không còn xảy ra nữa."  # fmt: skip
BAD = "Một số quầy vẫn lấn lối đi, mái phía đông dột khi mưa to; việc ghi sổ còn chậm, có tháng phải đối chiếu lại ba lần mới khớp."  # fmt: skip
WHY = " Lý do chính là kinh phí sửa chữa ít, người ghi sổ mới nhận việc, nhắc nhở chưa đi đôi với xử lý dứt điểm."
NEXT = "Năm sau xã lợp lại mái dãy đông, làm thêm bãi để xe, tập huấn ghi sổ trên máy cho cả năm người và chấm điểm từng dãy mỗi quý."
ASK = "Xin Sở Tài chính mở lớp bồi dưỡng cho người trông coi chợ và cấp thêm hai bộ cân đối chứng để đặt ở hai cổng ra vào trong quý I.\n\nMong Ủy ban nhân dân tỉnh bố trí vốn làm mái che chợ đêm, cho phép xã giữ lại một phần khoản thu để tự sửa chữa nhỏ hằng năm."  # fmt: skip
OWN = (
    "BÁO CÁO", "về trông nom chợ năm 2025", "I. VÀI NÉT BAN ĐẦU", "1. Chợ và người bán", NET, "2. Người trông coi", BOARD,
    "II. NHỮNG VIỆC ĐÃ LÀM", "1. Dồn dãy, xếp ô", STALLS, "2. Cân đo, niêm yết giá", SCALES, "3. Tiền thu và chi", FEES,
    "4. Quét dọn, rác", WASTE, "5. Nghe người bán nói", HEARD,
)  # fmt: skip
END = ("III. NHÌN LẠI", "1. Mặt làm được", GOOD, "2. Điều chưa tốt và lý do", BAD + WHY)
AHEAD_PART = ("IV. VIỆC NĂM TỚI", "1. Sẽ làm gì", NEXT)
ASKED = ("V. NGUYỆN VỌNG CỦA XÃ", ASK)


def result(folder: Path, *lines: str) -> Assessment:
    outline, draft = folder / "de-cuong.txt", folder / "du-thao.txt"
    outline.write_text("\n\n".join(OUTLINE), encoding="utf-8")
    draft.write_text("\n\n".join(lines), encoding="utf-8")
    return assess(read(draft), load_template(str(outline)))


def judged(folder: Path, *lines: str) -> dict[str, tuple[str, bool]]:
    return {v.requirement: (v.status, v.review) for v in result(folder, *lines).verdicts}


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Mấy điều đúc kết được", {LESSONS}),
        ("Việc chưa làm được và vì sao", {WANTING, CAUSES}),
        ("Các tồn tại chủ yếu", {WANTING}),
        ("Mặt làm được", {STRENGTHS}),
        ("Nguyện vọng của xã", {REQUESTS}),
        ("Những con số phải đạt", {TARGETS}),
        ("Thôn sẽ làm gì", {AHEAD}),
        ("Dự báo", {FORECAST}),
        ("Biểu dương", {PRAISE}),
        ("Nguyên nhân của hạn chế", {CAUSES}),
        ("Lập quy hoạch, kế hoạch sử dụng đất", set()),
        ("Kết quả thực hiện nhiệm vụ", set()),
        ("Xin lỗi và bồi thường oan sai", set()),
        ("Điều kiện làm việc", set()),
    ],
)
def test_a_title_names_what_any_report_has(title: str, kinds: set[str]) -> None:
    assert kinds_of(title) == kinds
    assert said_of("Nguyên nhân của hạn chế") == {WANTING}


def test_a_draft_in_words_of_its_own_is_read_by_guidance_kinds_and_order(tmp_path: Path) -> None:
    found = judged(tmp_path, *OWN, *END, *AHEAD_PART, *ASKED)
    assert {n: s for n, (s, _) in found.items() if n.split(".")[0] in ("I", "II") and s != "covered"} == {}
    assert found["II.2"] == ("covered", True)
    assert (found["III.2"][0], found["III.3"][0]) == ("merged", "merged")
    assert found["V"][0] == "covered"
    assert found["V.1"][0] in ("unheaded", "merged") and found["V.2"][0] in ("unheaded", "merged")
    assert found["IV.1"][0] == "missing"


def test_a_report_is_not_refused_for_its_title_where_its_headings_answer(tmp_path: Path) -> None:
    assert not result(tmp_path, *OWN, *END, *AHEAD_PART, *ASKED).foreign
    other = (
        "BÁO CÁO", "về phòng bệnh cho trâu bò năm 2025", "I. TÌNH HÌNH ĐÀN", "1. Số con", NET, "II. VIỆC ĐÃ LÀM", "1. Tiêm vắc xin", WASTE,
        "2. Phun thuốc chuồng", STALLS, "3. Bắt chó thả rông", HEARD, "III. ĐÁNH GIÁ", "1. Ưu điểm", GOOD, "2. Hạn chế", BAD,
    )  # fmt: skip
    assert result(tmp_path, *other).foreign


def test_a_heading_that_announces_causes_needs_a_sentence_that_gives_them(tmp_path: Path) -> None:
    """Without one the causes are missing, and a person should look."""
    without = ("III. NHÌN LẠI", "1. Mặt làm được", GOOD, "2. Điều chưa tốt và lý do", BAD)
    assert judged(tmp_path, *OWN, *without, *AHEAD_PART, *ASKED)["III.3"] == ("missing", True)


@pytest.mark.parametrize("cause", ["Sở dĩ như vậy là do tiền sửa chữa ít, người ghi sổ mới nhận việc.", "Căn nguyên là ít tiền, ít người, nhắc nhở chưa đến nơi."])  # fmt: skip
def test_causes_told_at_the_end_of_what_is_wanting_have_no_heading(tmp_path: Path, cause: str) -> None:
    end = ("III. NHÌN LẠI", "1. Mặt làm được", GOOD, "2. Điều chưa tốt", f"{BAD} {cause}")
    assert judged(tmp_path, *OWN, *end, *AHEAD_PART, *ASKED)["III.3"] == ("unheaded", True)
    silent = ("III. NHÌN LẠI", "1. Mặt làm được", GOOD, "2. Điều chưa tốt", BAD)
    assert judged(tmp_path, *OWN, *silent, *AHEAD_PART, *ASKED)["III.3"][0] == "missing"


def test_what_is_to_be_expected_is_told_before_the_tasks(tmp_path: Path) -> None:
    expected = (
        "Sang năm nhiều khả năng khách qua bến đò tăng gấp đôi, cầu mới thông xe, nguy cơ ùn tắc trước cổng vẫn còn. "
    )
    part = ("IV. VIỆC NĂM TỚI", "1. Sẽ làm gì", expected + NEXT)
    assert judged(tmp_path, *OWN, *END, *part, *ASKED)["IV.1"] == ("unheaded", True)


LITERAL = (
    "BÁO CÁO", "công tác quản lý chợ năm 2025", "I. TÌNH HÌNH CHUNG", "1. Mạng lưới chợ và hộ kinh doanh", NET, "2. Tổ chức ban quản lý", BOARD,
    "II. KẾT QUẢ THỰC HIỆN", "1. Sắp xếp ngành hàng, bố trí điểm bán", STALLS, "2. Chất lượng hàng hóa bày bán", SCALES,
)  # fmt: skip


def test_where_a_draft_follows_the_outline_a_heading_of_something_else_answers_nothing_by_its_place(tmp_path: Path) -> None:  # fmt: skip
    """As many headings as items, number for number: the two in other words are of other things."""
    rest = ("4. Vệ sinh, rác thải trong chợ", WASTE, "5. Tiếp nhận phản ánh của tiểu thương", HEARD)
    strange = ("3. Xây nhà văn hóa thôn", "Thôn Đồi Cọ khởi công nhà văn hóa rộng 200 m2, dân hiến đất và góp 310 ngày công, dự kiến xong trước Tết Nguyên đán.")  # fmt: skip
    end = ("III. ĐÁNH GIÁ", "1. Ưu điểm", GOOD, "2. Hạn chế, tồn tại", BAD, "3. Nguyên nhân của hạn chế, tồn tại", WHY)
    ahead = ("IV. PHƯƠNG HƯỚNG NĂM 2026", "1. Dự báo tình hình", NET, "2. Nhiệm vụ, giải pháp", NEXT)
    assert judged(tmp_path, *LITERAL, *strange, *rest, *end, *ahead)["II.3"][0] == "missing"
    own = ("3. Phí dịch vụ", FEES)
    assert judged(tmp_path, *LITERAL, *own, *rest, *end, *ahead)["II.3"][0] == "covered"
