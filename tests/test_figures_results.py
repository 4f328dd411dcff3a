"""F201 of products (so many, each so much) and of stocks (what there was, came, went and is left)."""

from __future__ import annotations

import random

import pytest
from figure_rules import figure_findings, rules
from hypothesis import assume, given, settings
from hypothesis import strategies as st

RIGHT = (
    "Tặng 140 suất quà, mỗi suất trị giá 400.000 đồng, tổng trị giá 56 triệu đồng.",
    "Tặng 140 suất quà và 25 xe đạp, mỗi suất quà 400.000 đồng, tổng trị giá 91 triệu đồng.",
    "Trao 140 suất quà, mỗi suất gồm 400.000 đồng tiền mặt và hiện vật, tổng trị giá 78 triệu đồng.",
    "Tặng 140 suất quà trị giá từ 300.000 đồng đến 500.000 đồng/suất, tổng trị giá 52 triệu đồng.",
    "Xây mới 36 căn nhà với mức 60 triệu đồng/căn, sửa chữa 22 căn với mức 30 triệu đồng/căn, tổng kinh phí 2,82 tỷ đồng.",
    "Xây mới 36 căn nhà, mức hỗ trợ 60 triệu đồng/căn, tổng kinh phí trên 2,5 tỷ đồng (kể cả đối ứng của gia đình).",
    "Gieo cấy 1.236 ha, năng suất bình quân 58,4 tạ/ha, sản lượng 7.218 tấn.",
    "Gieo cấy 1.240 ha, thu hoạch 1.236 ha, năng suất 58,4 tạ/ha, sản lượng 7.218 tấn.",
    "Lúa đông xuân 640 ha, năng suất 62 tạ/ha; lúa hè thu 610 ha, năng suất 55 tạ/ha; sản lượng cả năm 7.323 tấn.",
    "Thu nhập bình quân đạt 58 triệu đồng/người/năm; tổng giá trị sản xuất của 412 người là 31 tỷ đồng.",
    "Hỗ trợ 18 hộ, mỗi hộ 02 con bò giống; tổng trị giá 612 triệu đồng.",
    "Hỗ trợ 3 tháng cho 112 lao động, mỗi lao động 1,5 triệu đồng mỗi tháng, tổng kinh phí 504 triệu đồng.",
    "Đầu năm toàn phường có 346 hộ nghèo; trong năm có 71 hộ thoát nghèo, phát sinh mới 9 hộ, cuối năm còn 284 hộ.",
    "Đầu kỳ có 2.310 đảng viên; trong kỳ kết nạp 84, chuyển đến 31, chuyển đi 46, từ trần 12, xóa tên 3; cuối kỳ có 2.364 đảng viên.",
    "Đầu kỳ có 2.310 đảng viên; trong kỳ kết nạp 84, chuyển đi 46; cuối kỳ có 2.335 đảng viên.",
    "Kỳ trước chuyển sang 21 đơn, tiếp nhận mới 164 đơn, đã giải quyết 159 đơn, chuyển kỳ sau 26 đơn.",
    "Kỳ trước chuyển sang 21 đơn, tiếp nhận mới 164 đơn, đã giải quyết 150 đơn, rút đơn 9 đơn, chuyển kỳ sau 26 đơn.",
    "Dư nợ đầu năm 318,6 tỷ đồng; doanh số cho vay 97,2 tỷ đồng, thu nợ 84,5 tỷ đồng; dư nợ cuối năm 331,3 tỷ đồng.",
    "Đầu năm có 42 mô hình, đến nay còn 38 mô hình hoạt động hiệu quả, thành lập mới 12 mô hình.",
)  # fmt: skip
WRONG = (
    ("Tặng 140 suất quà, mỗi suất trị giá 400.000 đồng, tổng trị giá 65 triệu đồng.", "140 × 400.000"),
    ("Hỗ trợ 28 hộ, mỗi hộ 50 triệu đồng, tổng kinh phí 1.040 triệu đồng.", "28 × 50 triệu đồng = 1.400 triệu đồng"),
    ("Trao 35 suất học bổng trị giá 2 triệu đồng/suất với tổng số tiền 7 triệu đồng.", "35 × 2 triệu đồng"),
    ("Gieo cấy 1.236 ha, năng suất 58,4 tạ/ha, sản lượng 7.812 tấn.", "1.236 × 58,4 tạ"),
    ("Có 1.120 ha cà phê cho thu hoạch, năng suất bình quân 28,6 tạ/ha, sản lượng cà phê nhân đạt 3.104 tấn.", "1.120 × 28,6 tạ"),
    ("Đầu năm có 346 hộ nghèo; trong năm có 71 hộ thoát nghèo, phát sinh mới 9 hộ, cuối năm còn 248 hộ.", "346 − 71 + 9 = 284 ≠ 248"),
    ("Đầu kỳ có 2.310 đảng viên; kết nạp 84, chuyển đến 31, chuyển đi 46, từ trần 12; cuối kỳ có 2.376 đảng viên.", "= 2.367 ≠ 2.376"),
    ("Kỳ trước chuyển sang 21 đơn, tiếp nhận mới 164 đơn. Đã giải quyết 159 đơn, chuyển kỳ sau 32 đơn.", "21 + 164 − 159 = 26 ≠ 32"),
    ("Dư nợ đầu năm 318,6 tỷ đồng; cho vay 97,2 tỷ đồng, thu nợ 84,5 tỷ đồng; dư nợ cuối năm 313,3 tỷ đồng.", "= 331,3 ≠ 313,3"),
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_computes_or_may_hold_more_is_not_told(text):
    assert rules(text) == []


@pytest.mark.parametrize(("text", "arithmetic"), WRONG)
def test_what_does_not_compute_is_told_with_its_arithmetic(text, arithmetic):
    found = figure_findings(text)
    assert [f.rule for f in found] == ["F201"]
    assert arithmetic in str(found[0].message)


TOLD = (
    ("F201", "Đào tạo, bồi dưỡng 2.846 lượt người, gồm lý luận chính trị 512, quản lý nhà nước 431, kỹ năng số 1.308, nghiệp vụ khác 613."),
    ("F201", "Xử phạt 96 trường hợp với 212,5 triệu đồng, trong đó về trật tự 38, về cư trú 27, về vũ khí 11, lĩnh vực khác 24 trường hợp."),
    ("F201", "Phải thi hành 964 việc, tương ứng 1.842,6 tỷ đồng. Có điều kiện 612 việc/861,4 tỷ đồng; chưa có điều kiện 352 việc/918,2 tỷ đồng."),
    ("F201", "Mở 28 lớp, 2.214 học viên, cụ thể: bồi dưỡng nhận thức 5 lớp, 362 học viên; đảng viên mới 4 lớp, 241 học viên; chuyên đề 19 lớp, 1.602 học viên."),
    ("F203", "Công bố 1.038/1.092 bản án, quyết định thuộc diện phải công bố trên Cổng thông tin, đạt 91,5%."),
    ("F203", "Lực lượng lao động 11.462 người; trong đó có việc làm 11.208 người, thất nghiệp 254 người, bằng 1,6% lực lượng lao động."),
    ("F203", "Tiếp nhận 132 vụ, hòa giải thành 108 vụ. Phân theo tính chất, đất đai 58 vụ (43,9%), hôn nhân 37 vụ (28,0%), vay nợ 21 vụ (19,4%), khác 16 vụ (12,1%)."),
    ("F203", "Từ đầu năm, đơn vị đã thu 412,6 tỷ đồng, đạt 97,5% dự toán pháp lệnh 520 tỷ đồng."),
    ("F203", "Đã nhắc nhở 46/48 tổ chức và 152/161 cá nhân, lần lượt đạt 95,8% và 49,4%."),
    ("F204", "Thu được 1.342 đơn vị máu trong bốn đợt. Đạt kết quả 1.324 đơn vị máu nói trên, Hội được tặng Bằng khen."),
    ("F204", "Tuyển được 386 công dân nhập ngũ. Đến nay, cả 368 quân nhân mới đều yên tâm công tác."),
    ("F204", "Cấp xã nhận 294.175 hồ sơ. Để giải quyết 295.174 hồ sơ nêu trên, các xã đã bố trí đủ người."),
    ("F204", "Phát hiện 317,4 ha bị lấn, chiếm. Toàn bộ 371,4 ha đã được đo đạc, cắm mốc."),
    ("F204", "Cơ sở có doanh thu 7,4 tỷ đồng, tăng 12% so với cùng kỳ. Với doanh thu 7,8 tỷ đồng, đơn vị tự bảo đảm chi thường xuyên."),
    ("F204", "Hội thi có 16 đoàn tham gia. Kết thúc, 17 đoàn tham gia đều được tặng cờ."),
    ("F204", "Đại hội bầu Ban Chấp hành 21 ủy viên. Ban Chấp hành (23 ủy viên) họp mỗi quý một lần."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), TOLD)
def test_what_the_words_around_it_prove_is_told(rule, text):
    assert rule in rules(text)


def vnd(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@given(st.integers(12, 900), st.sampled_from([200, 250, 300, 400, 500, 750]), st.sampled_from(["suất", "phần"]))
@settings(max_examples=60, deadline=None)
def test_a_product_is_found_wrong_exactly_where_it_is_wrong(count, each, noun):
    total = count * each
    text = "Trao {} {} quà, mỗi {} trị giá {} đồng, tổng số tiền {} đồng."
    right = text.format(count, noun, noun, vnd(each * 1000), vnd(total * 1000))
    assert rules(right) == []
    digits = str(total)
    wrong = int(digits[1] + digits[0] + digits[2:])
    assume(wrong != total and digits[1] != "0")
    assert rules(text.format(count, noun, noun, vnd(each * 1000), vnd(wrong * 1000))) == ["F201"]


@pytest.mark.parametrize("seed", range(30))
def test_a_stock_is_found_wrong_where_two_digits_changed_places(seed):
    r = random.Random(seed)
    was, came, more, went = r.randrange(300, 900), r.randrange(30, 90), r.randrange(5, 25), r.randrange(30, 95)
    left = was + came + more - went
    text = "Đầu kỳ có {} hội viên; trong kỳ kết nạp {}, chuyển đến {}, xin ra khỏi Hội {}; cuối kỳ có {} hội viên."
    assert rules(text.format(was, came, more, went, left)) == []
    digits = str(left)
    wrong = int(digits[0] + digits[2] + digits[1])
    if wrong != left:
        known = {left - v for v in (came, more, -went)} | {left - 2 * v for v in (came, more, -went)}
        assert rules(text.format(was, came, more, went, wrong)) == ([] if wrong in known else ["F201"])
