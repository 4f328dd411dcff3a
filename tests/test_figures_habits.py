"""Habits of real reports in which every figure is right: none of them is told."""

from __future__ import annotations

import random

import pytest
from figure_rules import figure_findings, rules

from vnreport_nlp.checks.figures.reading.dims import dimension

COMMUNES = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh", "Lâm", "Minh", "Nam", "Phú", "Quang", "Sơn", "Tân", "Uyên", "Vân", "Xuân", "Yên", "Đông", "Hải", "Long", "Thái", "Trung", "Việt"]  # fmt: skip
RIGHT = (
    "Quý III, tổng số người nhập viện là 4.860 người, tổng số người ra viện 4.410 người, tổng số người chuyển tuyến 380 người, tổng số người tử vong 9 người.",
    "Trong tổng số người được bầu, phần do phòng, ban của huyện giới thiệu có 17 người; phần do chi bộ ở xã giới thiệu có 34 người.",
    "Ngày bầu cử, 51.207 cử tri của huyện đi bỏ phiếu (99,42%) và chọn đủ 420 đại biểu cấp xã. Có 419 người được xác nhận tư cách (đạt 99,8%), một người không được xác nhận.",
    "Tổng kết năm học, Trường Suối Mơ xếp 288 em loại giỏi (chiếm 40,0%), 396 em loại khá (chiếm 55,0%), 36 em trung bình (chiếm 5,0%).",
    "Vụ mùa xã Đồi Mơ trồng 418 ha. Trong đó: ngô 230 ha, khoai 158 ha, đậu ngắn ngày 12 ha, cỏ cho trâu 18 ha.",
    "Có 5/14 bản có số trẻ là con thứ ba giảm so với năm trước: Đồi Mơ, Suối Cạn.\nCó 9/14 bản có số trẻ ấy tăng so với năm trước: Bến Lội, Gò Sim.",
    "Có 1.964 hộ đạt danh hiệu: cấp Trung ương 11, cấp tỉnh 172, cấp xã 1.781.",
    "Học sinh bỏ học 04 em, bằng 0,6% tổng số 652 em, giảm một nửa so với 08 em của năm học trước.",
    "Tuyển sinh giáo dục nghề nghiệp 5.408/5.200 người (104%): cao đẳng 412, trung cấp 1.116, sơ cấp 3.880.",
    "Đảng bộ có 5 chi bộ, 118 đảng viên. Cuối năm đánh giá 115 đảng viên (03 đồng chí nghỉ chế độ, chưa xếp loại).",
    "Trao 712 suất theo ba mức: 500 nghìn đồng 520 suất, 1 triệu đồng 150 suất, 2 triệu đồng 42 suất, tổng cộng 494 triệu đồng.",
    "Có 24 đồng chí tự nhận hạn chế, 20 đồng chí đã khắc phục xong; 2 giảng viên đăng tin chưa kiểm chứng đã gỡ bài.",
    "Tiếp nhận 16.842 hồ sơ, trong đó nộp trực tuyến 14.653 hồ sơ; đã giải quyết 16.410 hồ sơ, gồm 16.293 hồ sơ trước và đúng hạn, 117 hồ sơ quá hạn.",
    "Nợ thuế là 164,3 tỷ đồng, tăng 11,8 tỷ đồng so với 31/12 năm trước, bằng 9,6% số thu nội địa.",
    "Có 9/15 khoản thu đạt tiến độ bình quân (66,7% trở lên); 6 khoản còn lại chậm.",
    "Ban Chấp hành được chỉ định 33 đồng chí (đề án 35, khuyết 02), Ban Thường vụ 11 đồng chí.",
    "Có 214 ý kiến gồm: giao thông, xây dựng 71 (33,2%), nông nghiệp 38 (17,8%), đất đai 46 (21,5%), điện 17 (7,9%), y tế 25 (11,7%), các lĩnh vực còn lại 17 (7,9%).",
    "Đã nhắc nhở 46/48 tổ chức và 152/161 cá nhân, lần lượt đạt 95,8% và 94,4%.",
    "Vốn đầu tư giải ngân 212/268 tỷ đồng, vốn sự nghiệp 141/236 tỷ đồng, tương ứng 79,1% và 59,7%.",
    "Cả nhiệm kỳ tổ chức 88 cuộc giám sát, 52 hội nghị phản biện; riêng năm 2024 là 24 cuộc và 13 hội nghị, tương ứng 27,3% và 25%.",
    "Số vụ ly hôn là 1.864 vụ, tăng 5,9% so với năm 2024 (1.760 vụ) và gấp 1,31 lần năm 2020 (1.423 vụ).",
    "Năm 2025 tổ chức 18 buổi đối thoại, gấp ba lần năm 2023 và gấp rưỡi năm 2024 (12 buổi).",
    "Thanh tra 48 đơn vị, chỉ ra 4 nhóm khuyết điểm: chậm ban hành nội quy (15 đơn vị), mở sổ chưa đúng mẫu (24 đơn vị), chưa công khai bản kê khai (7 đơn vị) và không xây dựng kế hoạch (12 đơn vị).",
    "Phân tích 236 vụ tai nạn: theo thời gian, 98 vụ xảy ra ban đêm; theo tuyến, quốc lộ 84 vụ, tỉnh lộ 61 vụ, đường đô thị 52 vụ, đường thôn 33 vụ, còn 6 vụ trên đường sắt.",
    "Tặng quà tân binh 1.840 suất, mỗi suất 1,5 triệu đồng, hết 2.760 triệu đồng; xây mới 16 nhà, sửa 9 nhà, trị giá 2,12 tỷ đồng.",
    "Có 52 lượt vi phạm: điều đảng viên không được làm 19 (36,5%), chính sách dân số 12 (23,1%), đất đai 8 (15,4%), còn lại là các nội dung khác.",
    "Đã trồng 164 ha cây thuốc, gồm sa nhân 86 ha, đương quy 29 ha, thảo quả 22 ha và các loại khác.",
    "Ban Kiểm phiếu gồm 11 đồng chí thực hiện: bầu 11 ủy viên Ban Thường vụ, 01 bí thư, 02 phó bí thư, 05 ủy viên Ủy ban Kiểm tra.",
    "Nộp thuế tài nguyên 3,8 tỷ đồng, phí môi trường 1,14 tỷ đồng (18.000 đồng/tấn), tiền cấp quyền 1,9 tỷ đồng, cộng 6,84 tỷ đồng.",
    "Giành 164 huy chương, trong đó giải quốc tế 8 huy chương (2 vàng), giải quốc gia 84, giải khu vực 72.",
    "Có 11.604 em dự thi, trong đó 8.123 em trúng tuyển, bằng 70,0% số dự thi và 64,8% số học sinh tốt nghiệp (12.536 em).",
    "Đám cưới tổ chức trong một ngày 38/42 đám; đám tang 25/25 theo nếp sống văn minh.",
    "Đảng bộ có 12 tổ chức cơ sở đảng và 436 đảng viên. Khi bước vào nhiệm kỳ, Đảng bộ có 15 tổ chức cơ sở đảng và 392 đảng viên.",
    "Trồng 96 ha, rừng phòng hộ 18,5 ha. Diện tích 15,5 ha chưa trồng đều đã cuốc hố.",
    "Trong số 78 đơn đã giải quyết 61 đơn; 61 trong tổng số 78 đơn nói trên có kết luận.",
    "Tòa án hai cấp thụ lý mới 518 vụ và 96 vụ kỳ trước chuyển sang; đã giải quyết 233 vụ, đạt 37,9%.",
    "Tòa án hai cấp thụ lý mới 518 vụ + 96 vụ kỳ trước chuyển sang; đã giải quyết 233 vụ việc phải giải quyết, đạt 37,9%.",
    "Án dân sự thụ lý và giải quyết 164/37 vụ; án hôn nhân và gia đình thụ lý và giải quyết 301/155 vụ việc; án lao động 03/02 vụ.",
    "Bộ phận Một cửa tiếp nhận và giải quyết 412/396 hồ sơ; tiếp nhận và trả 87/85 hồ sơ đất đai.",
    "Tháng 8, Bộ phận một cửa tiếp nhận mới 8.214 hồ sơ, hồ sơ đến hạn giải quyết 8.431 hồ sơ, trả trước và đúng hạn 8.260 hồ sơ.",
    "Quý II tiếp nhận mới 1.204 hồ sơ, tồn kỳ trước 166 hồ sơ; đã giải quyết 1.248 hồ sơ.",
    "Có 7/12 huyện, thị xã đạt tỷ lệ này dưới 5% và cả 12/12 huyện, thị xã đạt tỷ lệ dưới 12%.",
    "Toàn huyện có 9/14 xã, thị trấn đạt tỷ lệ 100% cử tri đi bầu.",
    "Toàn thị xã có 11/15 trường đạt tỷ lệ 98% học sinh lên lớp.",
    "Kiểm tra 96 tổ chức đảng về công tác kiểm tra, giám sát: 88 tổ chức làm tốt việc tự kiểm tra; 79 tổ chức làm tốt việc lãnh đạo; 17 tổ chức chưa làm tốt việc lãnh đạo.",
    "Tiếp 164 lượt với 231 công dân, trong đó: thường xuyên 149 lượt,170 người; định kỳ 15 lượt, 61 người.",
    "Đến cuối tháng 9, tổng nguồn vốn đạt 2.418 tỷ 312 triệu đồng, tăng 201 tỷ 118 triệu đồng so với đầu năm. Tổng dư nợ đạt 2.408 tỷ 317 triệu đồng/61.204 khách hàng, tăng 198 tỷ đồng.",
    "Số người tham gia bảo hiểm xã hội là 118.214 người, tăng 10.620 người so với cùng kỳ. Số người tham gia bảo hiểm y tế là 902.115 người, tăng 10.260 người (1,15%) so với cùng kỳ.",
    "Trong tháng xảy ra 14 vụ tai nạn, làm 12 người chết, 8 người bị thương. Trên các tuyến quốc lộ xảy ra 6 vụ, làm chết 4 người; so với cùng kỳ giảm 9 vụ, giảm 11 người chết.",
    "Toàn tỉnh tổ chức hơn 420 hoạt động hỗ trợ xây dựng nông thôn mới; giới thiệu việc làm cho 240 thanh niên nông thôn.",
    "Về việc nhập hai xã, tại xã Đông Khê có 1.812/1.901 cử tri ủng hộ, đạt 95,32%. Về tên gọi của xã mới, tại xã Đông Khê có 1.794/1.901 cử tri ủng hộ, đạt 94,37%.",
    "So với cùng kỳ giảm 128 lượt tiếp, 115 lượt người. Đối với đoàn đông người có 04 lượt đoàn; so với cùng kỳ giảm 05 lượt đoàn, 158 lượt người.",
    "Tháng 9/2023 tiếp nhận mới 3.214 hồ sơ, hồ sơ tồn kỳ trước chuyển sang 1.162 hồ sơ. Quý III/2023 tiếp nhận mới 10.118 hồ sơ, hồ sơ tồn kỳ trước chuyển sang 1.182 hồ sơ.",
    "Về học lực, có 96 học sinh giỏi (chiếm 23,2%); 254 học sinh khá (chiếm 61,4%), 62 học sinh trung bình (chiếm 15,0%) và 2 học sinh yếu (chiếm 0,5%).",
    "Tiếp 191 lượt với 257 công dân, trong đó: thường xuyên 177 lượt,194 người; định kỳ, đột xuất của lãnh đạo 14 lượt, 63 người.",
    "Trong năm kết nạp 1.812 đảng viên, tỷ lệ 2,85%, nâng tổng số lên 64.318 đảng viên.",
    "Hai cấp thụ lý 4.118 vụ, việc. Trong đó, cấp tỉnh thụ lý 312 vụ; cấp huyện thụ lý 3.806 vụ, việc. Hai cấp đã giải quyết 2.604 vụ (đạt 63,2%).",
    "Số nhà xây mới là 512 căn. Trong đó, cấp tỉnh hỗ trợ xây 240 nhà; cấp huyện: 162 nhà; cấp xã: 75 nhà; Mặt trận Trung ương 35 nhà.",
    "Có 12 đơn vị phát sinh hồ sơ trực tuyến với tổng số 1.212 hồ sơ, trong đó có 58 hồ sơ nộp mức độ 3 và 1.154 hồ sơ nộp mức độ 4.",
    "Có 38/40 đại biểu bỏ phiếu, thu về 38 phiếu. Kết quả: Chủ tịch có 34 phiếu tín nhiệm cao, chiếm 85% tổng số đại biểu; 4 phiếu tín nhiệm, chiếm 10%. Phó Chủ tịch có 30 phiếu tín nhiệm cao (75%), 8 phiếu tín nhiệm (20%).",
    "Mũi 1 tiêm 41.206 người (98,4% dân số trong độ tuổi), mũi 2 tiêm 40.745 người (97,3%), mũi 3 tiêm 12.318 người.",
    "Bán lẻ hàng hóa 9.412 tỷ đồng, tăng 8,1%; lưu trú, ăn uống 1.318 tỷ đồng, tăng 14,6%; du lịch lữ hành 46 tỷ đồng, tăng 21,3%; dịch vụ khác 1.204 tỷ đồng, tăng 10,9%.",
    "Hình sự 412/420 vụ với 806/830 bị cáo, đạt 98,1% về số vụ và 97,1% về số bị cáo.",
    "Toàn tỉnh có 152 sản phẩm OCOP của 96 chủ thể, trong đó 1 sản phẩm 5 sao, 33 sản phẩm 4 sao, 118 sản phẩm 3 sao. Nhóm thực phẩm chiếm nhiều nhất với 115 sản phẩm (75,7%).",
    "Tổng thu 914 tỷ đồng, đạt 81,2% kế hoạch; số tiền chậm đóng 24,6 tỷ đồng, chiếm 2,31% số phải thu.",
    "Đầu năm có 1.214 hộ nghèo, chiếm 8,91% trong 13.625 hộ dân; cuối năm còn 902 hộ, chiếm 6,58% trong tổng số 13.708 hộ, giảm 312 hộ, tương ứng giảm 2,33%.",
    "Kết luận 21 tổ chức có vi phạm; 84 đảng viên có vi phạm, phải kỷ luật 45, đã kỷ luật 41.",
    "Tháng 5 xảy ra 31 vụ, chết 14 người, bị thương 9 người; va chạm 17 vụ, bị thương nhẹ 24 người. Tính chung năm tháng xảy ra 140 vụ, chết 47 người, bị thương 121 người.",
    "Bảy tháng xuất 184,6 nghìn tấn, 104,2 triệu USD, giảm 3,1% về lượng nhưng tăng 5,4% về trị giá so với cùng kỳ (190,5 nghìn tấn, 98,9 triệu USD).",
    "Sởi 18 tháng tuổi tiêm 4.603 trẻ (84,4%); viêm não mũi 2 tiêm 4.689 trẻ (86,0%), mũi 3 tiêm 4.351 trẻ (81,8% trẻ 2 tuổi).",
    "Sáu tháng đón 46.200 lượt khách; trong đó khách quốc tế 8.100 lượt, gấp 2,5 lần cùng kỳ (3.240 lượt), khách nội địa 38.100 lượt.",
    "Địa bàn có 212 cơ sở, trong đó 140 cơ sở có từ 10 lao động trở lên, 61 cơ sở từ 5 đến 9 lao động, 11 cơ sở dưới 5 lao động.",
    "Quy hoạch 62 đồng chí: dưới 40 tuổi 19 (30,6%), từ 40 đến dưới 50 tuổi 34 (54,8%), từ 50 tuổi trở lên 9 (14,5%).",
    "Trong năm phát triển mới 309 đoàn viên, vượt 3% chỉ tiêu; giảm 291 do nghỉ việc.",
    "Bồi dưỡng đối tượng 3 là 38, đối tượng 4 là 274, tổng 312 người, bằng 104% chỉ tiêu.",
    "Công nhận 21.318 hộ: cấp trung ương 118, tỉnh 1.402, huyện 5.198, xã 14.600.",
    "Chỉ số đạt 66,18 điểm, hạng 31/63, giảm 4 bậc tuy điểm tăng 0,63 so với năm trước (65,55 điểm, hạng 27).",
    "Kim ngạch tháng 9 đạt 214,8 triệu USD, giảm 3,9% so với tháng trước (223,5 triệu USD) và tăng 13,8% so với cùng tháng năm trước.",
)  # fmt: skip
"""Several bases, levels of each, two counts with a stroke, new and carried cases, changes beside levels, periods side by side."""


@pytest.mark.parametrize("text", RIGHT)
def test_right_figures_told_as_reports_tell_them(text):
    assert figure_findings(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tòa án thụ lý 614 vụ; đã giải quyết 233 vụ, đạt 39,7%.", ["F203"]),
        ("Án dân sự đã xét xử 164/37 vụ.", ["F202"]),
        ("Tổng nợ thuế là 914,2 tỷ đồng, tăng 18,4% so với thời điểm 31/12 năm trước (842,5 tỷ đồng).", ["F203"]),
        ("Mất kết nối 204 lượt tàu, tăng 41,2% so với quý trước (347 lượt).", ["F203"]),
        ("Toàn huyện có 9/14 xã có trường đạt chuẩn, đạt tỷ lệ 46,3%.", ["F203"]),
        ("Về học lực, có 96 học sinh giỏi (chiếm 23,2%) trong tổng số 441 học sinh.", ["F203"]),
        ("Có 12 đơn vị phát sinh hồ sơ với tổng số 1.212 hồ sơ, trong đó có 85 hồ sơ nộp mức độ 3 và 1.154 hồ sơ nộp mức độ 4.", ["F201"]),
    ],
)  # fmt: skip
def test_what_does_not_compute_is_told_all_the_same(text, wanted):
    assert rules(text) == wanted


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("form", ["{unit} {n} đảng viên", "{unit}: {n}"])
def test_a_right_list_is_right_however_long_it_is(seed, form):
    rng = random.Random(seed)
    for size in (3, 5, 8, 10, 12, 16, 24):
        values = [rng.randrange(12, 99) for _ in range(size)]
        items = "; ".join(
            form.format(unit=f"Đảng bộ xã {name}", n=n) for name, n in zip(COMMUNES, values, strict=False)
        )
        assert rules(f"Toàn huyện kết nạp {sum(values)} đảng viên ({items}).") == [], (size, items)
        assert rules(f"Toàn huyện kết nạp {sum(values) + 9} đảng viên ({items}).") == ["F201"], (size, items)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Thái Mỹ 182", ""),
        ("Mường Khe 40", ""),
        ("lĩnh vực kinh tế", ""),
        ("người Thái", "people"),
        ("dân tộc Mường 12", "people"),
        ("hộ Kinh", "people"),
    ],
)
def test_a_place_is_no_people(label, told):
    assert dimension(label) == told


def test_a_long_list_of_places_is_added_up_whatever_they_are_called():
    named = zip(
        ["Đồi Mơ", "Suối Cạn", "Thái Mỹ", "Bến Lội", "Gò Sim", "Mường Khe"],
        [4123, 540, 7505, 3774, 604, 1821],
        strict=True,
    )
    items = ", ".join(f"{name} {n:,}".replace(",", ".") for name, n in named)
    assert rules(f"Có 18.367 ha lúa bị thiệt hại ({items}).") == []
    assert rules(f"Có 17.716 ha lúa bị thiệt hại ({items}).") == ["F201"]
