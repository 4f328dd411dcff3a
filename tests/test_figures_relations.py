"""Every arithmetic relation that words claim, in wordings of many kinds: changes, shares, parts and wholes, sums, columns."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

from vnreport_nlp.checks.figures.moves import moves  # noqa: E402
from vnreport_nlp.checks.figures.numerals import in_digits, unpadded  # noqa: E402


def rules(text: str) -> list[str]:
    """The figure rules found in a text."""
    found = evaluate_cases.findings({"id": "t", "text": text + "\n"}, ("figures",))
    return sorted(f.rule for f in found if f.rule != "F205")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Số doanh nghiệp đăng ký thành lập mới trên địa bàn năm 2022 là 48 doanh nghiệp, sang năm 2023 có 60 doanh nghiệp, tăng 35% so với năm trước.", ["F203"]),
        ("Nếu như năm 2020 toàn xã mới có 164 hộ sử dụng nước máy thì đến cuối năm 2024 đã có 412 hộ, gấp 3,5 lần.", ["F203"]),
        ("Thu nhập bình quân đầu người ước đạt 62,4 triệu đồng/năm, tăng 24,8% so với mức 52 triệu đồng của đầu nhiệm kỳ.", ["F203"]),
        ("Nợ đọng xây dựng cơ bản đã giảm từ 34,6 tỷ đồng đầu nhiệm kỳ xuống còn 12,1 tỷ đồng, tức giảm 56%.", ["F203"]),
        ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi từ 21,3% năm 2020 tăng lên 18,7% năm 2024.", ["F203"]),
        ("Toàn huyện xảy ra 31 vụ tai nạn giao thông, giảm 04 vụ so với cùng kỳ năm trước (35 vụ), tương đương giảm 14,1%.", ["F203"]),
        ("Số đảng viên mới kết nạp trong năm là 118 đồng chí, cao hơn năm trước (126 đồng chí).", ["F203"]),
        ("Đàn lợn giảm mạnh, từ 18.400 con năm 2021 lên 21.300 con năm 2024.", ["F203"]),
        ("Số hồ sơ trễ hạn giảm hai phần ba, từ 96 hồ sơ xuống còn 58 hồ sơ.", ["F203"]),
        ("Diện tích cây ăn quả tăng gấp đôi, từ 212 ha năm 2020 lên 318 ha năm 2024.", ["F203"]),
        ("Vốn huy động của Quỹ tín dụng đến 31/12/2023 đạt 96,4 tỷ đồng; đến 31/12/2024 đạt 118,2 tỷ đồng, tăng 26,2%.", ["F203"]),
        ("Tỷ lệ hộ nghèo đầu năm là 6,8%, đến cuối năm còn 5,1%, giảm 2,7 điểm phần trăm.", ["F203"]),
        ("Năm 2020, Hội Cựu chiến binh có 812 hội viên; hiện nay có 871 hội viên, tăng 69 hội viên.", ["F201"]),
        ("Số chi bộ dưới 10 đảng viên đã giảm từ 27 chi bộ xuống còn 15 chi bộ, giảm được 14 chi bộ.", ["F201"]),
        ("Lượng khách du lịch năm 2024 đạt 84.600 lượt, bằng gấp 2 lần năm 2022 (33.100 lượt).", ["F203"]),
        ("Kinh phí hỗ trợ hộ nghèo làm nhà năm 2023 là 2,4 tỷ đồng, năm 2024 là 3,6 tỷ đồng (tăng 60%).", ["F203"]),
        ("Số doanh nghiệp thành lập mới năm 2022 là 48 doanh nghiệp, năm 2023 có 60 doanh nghiệp, tăng 25% so với năm trước.", []),
        ("Thu ngân sách năm 2023 đạt 48,2 tỷ đồng, năm 2024 đạt 51,6 tỷ đồng, tăng 12% so với dự toán giao.", []),
        ("Diện tích lúa năm 2023 là 1.240 ha, năm 2024 là 1.180 ha, sản lượng tăng 3,2% nhờ năng suất cao hơn.", []),
        ("Tỷ lệ hộ nghèo giảm từ 8,4% xuống 4,2%, giảm một nửa so với đầu nhiệm kỳ.", []),
        ("Số vụ vi phạm giảm từ 41 vụ xuống 23 vụ, giảm gần một nửa; số đơn thư tăng từ 12 đơn lên 15 đơn, tăng 25%.", []),
        ("Năm 2021 kết nạp 42 đảng viên, năm 2022 kết nạp 38 đảng viên, năm 2023 kết nạp 51 đảng viên, tăng 34,2% so với năm 2022.", []),
        ("Thu nhập bình quân năm 2020 là 41 triệu đồng, năm 2024 đạt 58 triệu đồng, bình quân mỗi năm tăng 9,1%.", []),
        ("Giá trị sản xuất năm 2020 đạt 1.240 tỷ đồng (giá so sánh), năm 2024 đạt 1.702 tỷ đồng, tốc độ tăng bình quân 8,2%/năm.", []),
        ("Sản lượng năm 2023 đạt 12,4 nghìn tấn; năm 2024 đạt 13,1 nghìn tấn, tăng 5,6%.", []),
        ("Số lượt tiếp công dân tăng từ 60 lượt lên 75 lượt, trong đó tiếp định kỳ của lãnh đạo tăng 10%.", []),
        ("Số người hoạt động không chuyên trách giảm từ 19 người xuống 14 người, mỗi thôn giảm 01 người.", []),
        ("Tổng đàn trâu năm 2024 là 3.210 con, giảm 90 con so với năm 2023 (3.300 con), đàn bò 4.120 con, tăng 3%.", []),
        ("Chỉ số cải cách hành chính từ vị trí 12 lên vị trí 5, tăng 7 bậc.", []),
        ("Số hộ nghèo còn 45 hộ, giảm 30 hộ so với năm 2022 và giảm 12 hộ so với năm 2023 (57 hộ).", []),
        ("Từ năm 2020 đến năm 2024, huyện trồng mới 412 ha rừng, năm sau cao hơn năm trước; năm 2023 trồng 110 ha, năm 2024 trồng 126 ha.", []),
        ("Kế hoạch năm 2024 thu 20 tỷ đồng, thực hiện 23,5 tỷ đồng, tăng 8% so với năm 2023.", []),
        ("Năm học 2021 - 2022 có 12 trường đạt chuẩn, năm học 2023 - 2024 có 15 trường, tăng 03 trường; tỷ lệ tăng 25%.", []),
        ("Số thu phí năm 2024 đạt 1,2 tỷ đồng, thấp hơn kế hoạch 1,5 tỷ đồng.", []),
        ("Năm 2023 toàn xã có 12 hộ thoát nghèo, cao hơn chỉ tiêu giao (10 hộ).", []),
        ("Tổng dư nợ đạt 96,4 tỷ đồng với 1.812 hộ vay, tăng 4,2 tỷ đồng so với cuối năm 2023 (92,2 tỷ đồng), tương ứng tăng 4,6%.", []),
        ("Giảm 15 đơn vị sự nghiệp, từ 62 đơn vị xuống còn 47 đơn vị (giảm 24,2%), vượt 14,2% so với mục tiêu.", []),
        ("Học sinh giỏi cấp huyện năm học này đạt 86 em, tăng 14 em so với năm học trước, trong đó khối 9 có 32 em, cao hơn năm trước (28 em).", []),
        ("Công tác phát triển đảng được chú trọng; 5 năm qua kết nạp 287 đảng viên, trong đó nữ 142 đồng chí, dân tộc thiểu số 76 đồng chí, đoàn viên 159 đồng chí.", []),
        ("Toàn xã có 12 thôn với 1.864 hộ, 7.912 khẩu; hộ nghèo còn 96 hộ, chiếm 5,15%; hộ cận nghèo 112 hộ, chiếm 6,01%.", []),
        ("Đã thẩm định 24 dự án, tổng mức đầu tư 312 tỷ đồng; giải ngân đạt 96,4% kế hoạch, tăng 4,2% so với cùng kỳ.", []),
        ("Hợp tác xã có 412 thành viên, năm 2024 kết nạp 36 thành viên, có 12 thành viên xin rút.", []),
        ("Năm 2023 thu 12,4 tỷ đồng đạt 103% dự toán; năm 2024 thu 14,1 tỷ đồng đạt 108% dự toán, tăng 13,7% so với năm 2023.", []),
        ("Tổng đàn gia súc 12.400 con, trong đó đàn lợn 9.100 con, tăng 12% so với đầu nhiệm kỳ; đàn trâu, bò 3.300 con, giảm 4%.", []),
        ("Số chi bộ trực thuộc giảm từ 24 xuống 18 chi bộ sau sáp nhập, số đảng viên tăng từ 412 lên 436 đồng chí (tăng 24 đồng chí, tương đương 5,8%).", []),
        ("Có 86% hộ đạt gia đình văn hóa (1.603/1.864 hộ); 11/12 thôn đạt thôn văn hóa, tỷ lệ 91,7%.", []),
        ("Giao quân 24/24 thanh niên, đạt 100%; huấn luyện dân quân 186 đồng chí, quân số đạt 98,2%, kết quả 100% đạt yêu cầu, trong đó 78% khá, giỏi.", []),
        ("Tiếp công dân 124 lượt với 156 người; tiếp nhận 86 đơn, trong đó thuộc thẩm quyền 34 đơn, đã giải quyết 31 đơn, đạt 91,2%; đang giải quyết 03 đơn.", []),
    ],
)  # fmt: skip
def test_changes(text, wanted):
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Có 37 trên tổng số 42 tổ dân phố (nghĩa là 81,8%) đạt danh hiệu tổ dân phố văn hóa.", ["F203"]),
        ("Đảng bộ phường hiện có 486 đảng viên. Qua rà soát, có 63 đồng chí (14%) đã nghỉ hưu và 112 đồng chí (23%) là cán bộ, công chức.", ["F203"]),
        ("Kết quả đánh giá 58 tổ chức cơ sở đảng:\n- Hoàn thành xuất sắc nhiệm vụ: 11 tổ chức (19,8%);\n- Hoàn thành tốt nhiệm vụ: 45 tổ chức (77,6%);\n- Hoàn thành nhiệm vụ: 02 tổ chức (3,4%).", ["F203"]),
        ("Tiếp nhận 1.240 hồ sơ thủ tục hành chính, trong đó giải quyết đúng và trước hạn 1.178 hồ sơ, chiếm tỷ lệ 59,0%.", ["F203"]),
        ("Toàn xã có 2.140 hộ, đến nay đã có 1.926 hộ dùng nước hợp vệ sinh, tương đương với 92%.", ["F203"]),
        ("Ban Chấp hành khóa mới gồm 45 đồng chí, trong đó có 09 đồng chí nữ (chiếm 22%), 07 đồng chí dưới 40 tuổi (chiếm 15,6%).", ["F203"]),
        ("Trong tổng số 312 học sinh lớp 9 dự thi, 281 em trúng tuyển vào lớp 10, tỷ lệ 91,1%.", ["F203"]),
        ("Đã cấp giấy chứng nhận cho 8.412 thửa đất trong tổng số 9.130 thửa cần cấp (tức 91,2%).", ["F203"]),
        ("Có 25% số chi bộ (12/46 chi bộ) được xếp loại hoàn thành xuất sắc nhiệm vụ.", ["F203"]),
        ("Có 17,4% cấp ủy viên là nữ (08 đồng chí) trong tổng số 39 cấp ủy viên.", ["F203"]),
        ("Cả huyện có 24 trường học. Số trường đạt chuẩn quốc gia là 17 trường, đạt 78,0%.", ["F203"]),
        ("Số phiếu tán thành là 204 phiếu trên 216 phiếu hợp lệ, bằng 94,9%.", ["F203"]),
        ("Toàn huyện có 1.415 đối tượng phải tiêm, đã tiêm cho 1.330 đối tượng (bằng 96,4%).", ["F203"]),
        ("Hết năm 2024, Hội Nông dân xã quản lý 1.240 hội viên; số hội viên tham gia bảo hiểm y tế 1.054 hội viên, đạt 58,0%.", ["F203"]),
        ("Có 37 trên tổng số 42 tổ dân phố (nghĩa là 88,1%) đạt danh hiệu tổ dân phố văn hóa.", []),
        ("Đảng bộ phường hiện có 486 đảng viên. Qua rà soát, có 63 đồng chí (13%) đã nghỉ hưu, trong đó 21 đồng chí (33,3%) được miễn sinh hoạt.", []),
        ("Kết quả đánh giá 58 tổ chức cơ sở đảng:\n- Hoàn thành xuất sắc nhiệm vụ: 11 tổ chức (19%);\n- Hoàn thành tốt nhiệm vụ: 45 tổ chức (77,6%);\n- Hoàn thành nhiệm vụ: 02 tổ chức (3,4%).", []),
        ("Huyện có 12.400 hộ. Năm 2024 có 412 hộ thoát nghèo, đạt 103% kế hoạch; còn 380 hộ nghèo, chiếm 3,1%.", []),
        ("Xã có 1.100 hộ với 4.200 khẩu, trong đó 620 khẩu là đồng bào dân tộc thiểu số, chiếm 14,8% dân số; 150 hộ theo đạo (13,6%).", []),
        ("Đại hội triệu tập 250 đại biểu, có mặt 248 đồng chí, đạt 99,2%; trong đó nữ 62 đồng chí (25%).", []),
        ("Tổng đàn bò 3.200 con, trong đó bò lai 1.920 con, đạt 60%; gia cầm 45.000 con, đạt 112,5% kế hoạch.", []),
        ("Trong năm đã mở 12 lớp cho 840 học viên, trong đó 760 học viên hoàn thành khóa học, đạt 90,5%.", []),
        ("Toàn xã có 14 thôn; 12 thôn đạt 95% hộ gia đình văn hóa trở lên, 02 thôn đạt 88%.", []),
        ("Có 8 tập thể, 21 cá nhân được khen thưởng (tăng 12% so với năm trước) trên tổng số 30 hồ sơ đề nghị.", []),
        ("Bí thư cấp ủy được bầu với 39/39 phiếu (100%); phó bí thư được 37 phiếu trên 39 phiếu (94,9%).", []),
        ("Đã giải ngân 45,2 tỷ đồng trên tổng số 61 tỷ đồng vốn giao, đạt 74,1%; riêng vốn sự nghiệp 9 tỷ đồng, đạt 52%.", []),
        ("Toàn Đảng bộ có 1.240 đảng viên; số đảng viên được phân tích chất lượng 1.180 đồng chí; hoàn thành xuất sắc 201 đồng chí (17%).", []),
        ("Lực lượng dân quân 142 đồng chí, đạt 1,8% dân số; trong đó đảng viên 38 đồng chí (26,8%).", []),
        ("Trường có 645 học sinh. Cuối năm học, số học sinh khá, giỏi là 387 em (chiếm 66,0%); không có học sinh bỏ học.", ["F203"]),
        ("Trong 58 vụ việc phức tạp kéo dài, đến nay đã giải quyết dứt điểm được 49 vụ (đạt 48,5%).", ["F203"]),
        ("Toàn tỉnh có 1.204 thôn, bản; 986 thôn, bản có nhà văn hóa, đạt tỷ lệ 91,8%.", ["F203"]),
        ("- Cơ cấu: nữ 11/51 đồng chí, chiếm 21,6%; dân tộc thiểu số 14/51 đồng chí, chiếm 24,7%.", ["F203"]),
        ("Trường có 645 học sinh, 28 giáo viên. Số giáo viên đạt chuẩn 26 người (92,9%), trong đó trên chuẩn 9 người (34,6%).", []),
        ("Huyện có 84 trường; có 61 trường đạt chuẩn quốc gia, tăng 5 trường, đạt 72,6%; trong đó mức độ 2 có 12 trường (19,7%).", []),
        ("Năm 2023 toàn xã có 312 hộ nghèo, chiếm 12,4%. Năm 2024 còn 241 hộ, chiếm 9,5%.", []),
        ("Hội viên nông dân 1.840 người; thu hút 96% hộ nông dân; kết nạp mới 84 hội viên, đạt 105%.", []),
        ("Trong số 24 chỉ tiêu chủ yếu, có 18 chỉ tiêu vượt, chiếm 75%; 04 chỉ tiêu đạt 100%; 02 chỉ tiêu đạt từ 85% đến 96%.", []),
        ("Số hộ có điện đạt 99,2% (2.481 hộ); số hộ có nhà tiêu hợp vệ sinh 2.126 hộ, đạt 85%.", []),
        ("Cấp ủy cơ sở có 512 đồng chí; tuổi dưới 35 có 96 đồng chí (18,75%), từ 35 đến 50 tuổi có 301 đồng chí (58,79%), còn lại là trên 50 tuổi (22,46%).", []),
        ("Toàn Đảng bộ có 1.864 đảng viên, trong đó đảng viên nữ là 652 đồng chí, chiếm 39,5%.", ["F203"]),
        ("Đã hoàn thành 17/20 chỉ tiêu (đạt 80%).", ["F203"]),
        ("Kinh phí xã hội hóa giáo dục năm 2022 là 1,2 tỷ đồng, đến năm 2024 tăng lên 1,8 tỷ đồng, tăng 60%.", ["F203"]),
        ("Thu ngân sách trên địa bàn 24,6 tỷ đồng, đạt 132% dự toán (20 tỷ đồng).", ["F203"]),
        ("Tổng số đơn thư tiếp nhận là 86 đơn, tăng so với năm 2023 (94 đơn).", ["F203"]),
        ("Có 14 trong số 18 thôn, bản (chiếm 87,8%) có nhà văn hóa đạt chuẩn.", ["F203"]),
        ("Số vụ vi phạm luật lâm nghiệp là 24 vụ, giảm 12 vụ so với cùng kỳ (36 vụ), tương ứng giảm 50%.", ["F203"]),
        ("Số hộ kinh doanh tăng gấp ba lần, từ 42 hộ năm 2020 lên 84 hộ năm 2024.", ["F203"]),
        ("Năng suất lúa năm 2021 đạt 52,4 tạ/ha, năm 2024 đạt 56,8 tạ/ha, tăng 18,4%.", ["F203"]),
        ("Nhiệm kỳ qua, tỷ lệ hộ nghèo đa chiều giảm từ 12,6% xuống còn 4,1%, giảm 7,5 điểm phần trăm.", ["F203"]),
        ("| Xã | Số hộ | Số hộ nghèo | Tỷ lệ (%) |\n|---|---|---|---|\n| A | 800 | 40 | 5,0 |\n| B | 650 | 52 | 8,0 |\n| C | 720 | 54 | 5,7 |", ["F203"]),
        ("Dư nợ cho vay hộ nghèo đạt 46,2 tỷ đồng, chiếm 34,8% trong tổng dư nợ 102,7 tỷ đồng.", ["F203"]),
        ("Trong 5 năm, đã mở 64 lớp bồi dưỡng cho 5.120 lượt cán bộ, đảng viên, tăng 16 lớp (tăng 35%) so với nhiệm kỳ trước (48 lớp).", ["F203"]),
        ("Toàn huyện có 286 chi bộ; cuối năm xếp loại 58 chi bộ hoàn thành xuất sắc nhiệm vụ (23,0%), 201 chi bộ hoàn thành tốt (70,3%), 27 chi bộ hoàn thành nhiệm vụ (9,4%).", ["F203"]),
        ("Thu nhập bình quân đầu người năm 2024 đạt 62 triệu đồng, tăng 1,5 lần so với năm 2020 (41 triệu đồng).", []),
        ("Học sinh tiểu học hoàn thành chương trình lớp học 98,6%; học sinh giỏi cấp huyện 42 em, tăng 6 em; giáo viên đạt chuẩn 100%, trên chuẩn 34,2%.", []),
        ("Kết quả giám sát: phát hiện 14 thiếu sót, đã khắc phục 11 thiếu sót, còn 03 thiếu sót đang khắc phục.", []),
        ("Năm 2020 có 5 sản phẩm OCOP, đến năm 2024 có 18 sản phẩm, trong đó 4 sản phẩm 4 sao, 14 sản phẩm 3 sao, tăng hơn 3 lần.", []),
        ("Ngân sách huyện hỗ trợ 4,2 tỷ đồng, nhân dân đóng góp 1,8 tỷ đồng và 12.400 ngày công, hiến 8.600 m² đất; làm mới 14,2 km đường, nâng tỷ lệ cứng hóa lên 92%.", []),
        ("| Chỉ tiêu | Nghị quyết | Thực hiện | Đạt (%) |\n|---|---|---|---|\n| Kết nạp đảng viên | 200 | 214 | 107 |\n| Giảm nghèo | 5 | 6 | 120 |\n| Trồng rừng | 400 | 380 | 95 |", []),
        ("Tỷ lệ hộ nghèo năm 2022 là 7,4%, năm 2023 là 5,9% và năm 2024 còn 4,1%, bình quân mỗi năm giảm 1,65 điểm phần trăm.", []),
        ("Doanh thu du lịch 86 tỷ đồng, đạt 107,5% kế hoạch, tăng 22,9% so với cùng kỳ; khách lưu trú 42.000 lượt, tăng 15%.", []),
        ("Bầu Ban Chấp hành 15 đồng chí, Ban Thường vụ 05 đồng chí; nữ 04 đồng chí, chiếm 26,7%; trẻ 02 đồng chí, chiếm 13,3%.", []),
        ("Từ 14 đầu mối trước sắp xếp, nay còn 9 đầu mối (giảm 5); biên chế giảm 12 người, từ 86 xuống 74 người.", []),
    ],
)  # fmt: skip
def test_shares(text, wanted):
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trong mười hai chi bộ trực thuộc, có mười bốn chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên.", ["F202"]),
        ("Tỷ lệ hộ dân được sử dụng nước sạch đạt 103,5%; môi trường nông thôn có chuyển biến.", ["F202"]),
        ("Trong năm, Ủy ban kiểm tra đã kiểm tra 24 đảng viên khi có dấu hiệu vi phạm. Qua kiểm tra, số đảng viên trong số này phải thi hành kỷ luật là 27 đồng chí.", ["F202"]),
        ("Toàn xã có 1.120 hộ; trong đó, số hộ đạt danh hiệu gia đình văn hóa là 1.211 hộ.", ["F202"]),
        ("Trong số 45 cán bộ, công chức của xã và đơn vị sự nghiệp, đã có 54 người có trình độ đại học trở lên.", ["F202"]),
        ("Hội Phụ nữ xã hiện có 620 hội viên, số hội viên được vay vốn từ Ngân hàng Chính sách xã hội là 684 hội viên, chủ yếu phát triển chăn nuôi.", ["F202"]),
        ("Lớp bồi dưỡng kết nạp Đảng có 86 học viên tham gia; kết thúc khóa học có 93 học viên được cấp giấy chứng nhận.", ["F202"]),
        ("Hội đồng nhân dân xã khóa mới có 28 đại biểu, trong đó 31 đại biểu là đảng viên.", ["F202"]),
        ("Tỷ lệ trẻ em trong độ tuổi đến trường đạt 101,2%, không có học sinh bỏ học.", ["F202"]),
        ("Đến nay đã giải quyết xong 41 trong tổng số 38 kiến nghị của cử tri.", ["F202"]),
        ("Đợt này thanh tra 15 đơn vị. Có 17 đơn vị trong số các đơn vị nói trên phải xử lý tài chính.", ["F202"]),
        ("Huyện có mười lăm xã, trong đó mười tám xã đã về đích nông thôn mới.", ["F202"]),
        ("Tổng số phiếu phát ra là 156 phiếu, số phiếu thu về là 159 phiếu.", ["F202"]),
        ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 108,4%, mức độ hài lòng của người dân được nâng lên.", ["F202"]),
        ("Trong mười hai chi bộ trực thuộc, có mười một chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên.", []),
        ("Tỷ lệ thu ngân sách đạt 118,4%; tỷ lệ tăng trưởng tín dụng đạt 112%.", []),
        ("Trong năm, Ủy ban kiểm tra đã kiểm tra 24 đảng viên. Các chi bộ trong số này đã tự kiểm tra 270 đảng viên.", []),
        ("Tỷ lệ huy động vốn so với kế hoạch là 104,2%; tỷ số giới tính khi sinh 110 bé trai/100 bé gái.", []),
        ("Hội Phụ nữ có 620 hội viên; trong năm đã giúp 684 lượt hội viên vay vốn.", []),
        ("Lớp tập huấn mở cho 86 học viên; năm trước có 93 học viên tham gia.", []),
        ("Trong số 12 xã của huyện có 9 xã với 84 thôn đạt chuẩn.", []),
        ("Xã có 14 thôn. Trong số đó có 9 thôn đặc biệt khó khăn với 412 hộ nghèo.", []),
        ("Đảng bộ có 15 chi bộ, 312 đảng viên. Số đảng viên được miễn sinh hoạt trong số này là 41 đồng chí.", []),
        ("Cấp ủy các cấp đã kiểm tra 45 tổ chức đảng và 112 đảng viên. Trong số các trường hợp nêu trên có 61 đảng viên là cấp ủy viên.", []),
        ("Diện tích gieo trồng đạt 1.240 ha, hệ số sử dụng đất 2,1 lần; tỷ lệ cơ giới hóa đạt 96%.", []),
        ("Tỷ lệ phiếu tín nhiệm đạt 100%; công suất sử dụng giường bệnh đạt 112%.", []),
        ("Trong đợt rà soát có 52 hồ sơ; nâng tổng số hồ sơ đã số hóa lên 1.204 hồ sơ.", []),
        ("Năm 2023 kết nạp 42 đảng viên. Số quần chúng ưu tú được cử đi học lớp cảm tình Đảng là 96 đồng chí.", []),
        ("Tổng giá trị đạt mười hai tỷ đồng, gấp hai mươi lần năm 2010; mười năm qua kết nạp một trăm hai mươi đảng viên.", []),
        ("Hội nghị có 126 đại biểu được triệu tập; số đại biểu có mặt là 131 đồng chí.", ["F202"]),
        ("Huyện đã xây dựng 32 sản phẩm OCOP. Số sản phẩm đạt hạng 4 sao trong số này là 35 sản phẩm.", ["F202"]),
        ("Có 312 trường hợp vi phạm trật tự xây dựng, đã xử lý dứt điểm 321 trường hợp.", ["F202"]),
        ("Kiểm tra 24 đảng viên, trong đó có 09 cấp ủy viên. Số đảng viên vi phạm trong số được kiểm tra là 11 đồng chí.", []),
        ("Có 126 đại biểu được triệu tập; khách mời 45 đồng chí, tổng số có mặt là 168 đồng chí.", []),
        ("Xã có 12 thôn, trong đó có 140 hộ ở thôn Nà Lốc; số thôn có nhà văn hóa là 12 thôn, đã hỗ trợ 35 thôn bản khác của huyện bạn.", []),
        ("Tiếp nhận 320 hồ sơ, đã giải quyết 331 hồ sơ (cả hồ sơ kỳ trước chuyển sang).", []),
        ("Trong tổng số 38 trường học trên địa bàn, có tới 41 trường đã được công nhận đạt chuẩn quốc gia.", ["F202"]),
        ("Hội Nông dân có 1.240 hội viên, trong đó 1.420 hội viên tham gia bảo hiểm y tế.", ["F202"]),
        ("Đảng ủy có 15 ủy viên; số ủy viên có trình độ thạc sĩ là 17 đồng chí.", ["F202"]),
        ("Đến nay, 112,5% số hộ trong xã được sử dụng điện an toàn.", ["F202"]),
        ("Công an xã tiếp nhận 24 tin báo tội phạm, đã giải quyết 27 tin, không có án oan sai.", ["F202"]),
        ("Năm 2024 có 18/16 thôn được công nhận thôn văn hóa.", ["F202"]),
        ("Tỷ lệ chi bộ sinh hoạt đúng quy định đạt 102%.", ["F202"]),
        ("Khóa học có 45 học viên. Trong số học viên nêu trên, 48 đồng chí là cán bộ trẻ.", ["F202"]),
        ("Trong 24 hợp tác xã của huyện, 27 hợp tác xã hoạt động có hiệu quả, chiếm đa số.", ["F202"]),
        ("Ủy ban kiểm tra các cấp kiểm tra 36 tổ chức đảng cấp dưới, phát hiện 38 tổ chức có khuyết điểm, vi phạm.", ["F202"]),
        ("Lớp học có 62 học viên, trong đó hai mươi học viên là nữ và sáu mươi tám học viên là người dân tộc thiểu số.", ["F202"]),
        ("Tỷ lệ người dân hài lòng về sự phục vụ của cơ quan hành chính nhà nước đạt 100,6%.", ["F202"]),
        ("Toàn phường có 1.980 hộ gia đình, trong đó có 2.015 hộ gia đình đăng ký xây dựng gia đình văn hóa.", ["F202"]),
        ("Số học sinh dự thi tốt nghiệp là 186 em, số đỗ tốt nghiệp là 189 em.", ["F202"]),
        ("Trong 86 hồ sơ đề nghị có 52 hồ sơ đủ điều kiện; đã cấp 48 giấy chứng nhận, đạt 92,3% số hồ sơ đủ điều kiện.", []),
        ("Năm 2024 xử lý 24 vụ, nhiều hơn năm trước 6 vụ, thu nộp ngân sách 320 triệu đồng, tăng gấp đôi năm 2023 (158 triệu đồng).", []),
        ("Có 12 tổ chức đảng, 34 đảng viên được kiểm tra khi có dấu hiệu vi phạm; kết luận 9 tổ chức, 28 đảng viên có vi phạm, phải thi hành kỷ luật 6 đảng viên.", []),
        ("Tỷ lệ đô thị hóa từ 18% năm 2020 lên 22% năm 2024; diện tích đất ở đô thị tăng 12 ha, từ 96 ha lên 108 ha, tăng 12,5%.", []),
        ("Trong nhiệm kỳ, Ban Chấp hành đã ban hành 164 văn bản lãnh đạo, chỉ đạo; trong đó có 21 nghị quyết chuyên đề, 12 chỉ thị.", []),
        ("Cấp ủy xã có 15 đồng chí, trong đó đại học 13 đồng chí, cao cấp lý luận chính trị 04 đồng chí, trung cấp lý luận 11 đồng chí.", []),
        ("Huyện có 21 xã, thị trấn với 186 thôn; đến hết năm 2024 có 14 xã đạt chuẩn, chiếm 66,7%; 05 xã đạt chuẩn nâng cao, chiếm 35,7% số xã đạt chuẩn.", []),
        ("Lũy kế giải ngân đến 30/9 đạt 64,2 tỷ đồng, bằng 58,4% kế hoạch vốn, cao hơn cùng kỳ năm trước 6,1 điểm phần trăm.", []),
        ("Xét nghiệm cho 1.204 người, phát hiện 12 ca dương tính, tỷ lệ 1%; tiêm mũi 1 cho 98% dân số từ 12 tuổi, mũi 2 đạt 95,3%.", []),
        ("Số cuộc kiểm tra năm 2022 là 14 cuộc, năm 2023 là 18 cuộc, năm 2024 là 16 cuộc; so với năm 2022 tăng 2 cuộc (14,3%).", []),
    ],
)  # fmt: skip
def test_parts_and_wholes(text, wanted):
    assert rules(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng thu ngân sách năm 2024 ước 1.284,6 tỷ đồng, bao gồm: thu trên địa bàn 317,4 tỷ đồng; bổ sung từ cấp trên 842,9 tỷ đồng; thu chuyển nguồn 128,3 tỷ đồng.", ["F201"]),
        ("Kết quả: xuất sắc 412 đảng viên, tốt 2.655 đảng viên, hoàn thành nhiệm vụ 187 đảng viên, không hoàn thành nhiệm vụ 09 đảng viên; tổng số đảng viên được xếp loại là 3.236 đồng chí.", ["F201"]),
        ("Số phiếu phát ra 215, số phiếu thu về 215, số phiếu hợp lệ 212, số phiếu không hợp lệ 02.", ["F201"]),
        ("Cơ cấu kinh tế: nông, lâm nghiệp và thủy sản chiếm 41,2%, công nghiệp - xây dựng chiếm 27,5%, dịch vụ chiếm 32,3% tổng giá trị sản xuất.", ["F201"]),
        ("Đã tiếp nhận 340 hồ sơ; giải quyết đúng hạn 312 hồ sơ, quá hạn 18 hồ sơ.", ["F201"]),
        ("Đại hội triệu tập 250 đại biểu, có mặt 243 đại biểu, vắng mặt 05 đại biểu (có lý do).", ["F201"]),
        ("Toàn xã có 86 hộ nghèo, trong đó 31 hộ đã được hỗ trợ nhà ở, còn lại 57 hộ sẽ hỗ trợ trong năm 2025.", ["F201"]),
        ("Huyện có 16 xã: 12 xã đạt chuẩn nông thôn mới, 05 xã chưa đạt chuẩn.", ["F201"]),
        ("Tỷ trọng ngành nông nghiệp 24,5%, công nghiệp - xây dựng 43,2%, thương mại - dịch vụ 34,3%.", ["F201"]),
        ("Kết quả xếp loại học lực: giỏi 18,4%, khá 46,2%, trung bình 32,1%, yếu 5,3%.", ["F201"]),
        ("Nguồn vốn xây dựng nông thôn mới: ngân sách 12,4 tỷ đồng, doanh nghiệp 3,6 tỷ đồng, nhân dân đóng góp 4,2 tỷ đồng; tổng cộng 22,2 tỷ đồng.", ["F201"]),
        ("Toàn huyện tiếp nhận 128 đơn, thư. Đã giải quyết xong 113 đơn, đang giải quyết 17 đơn.", ["F201"]),
        ("| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đang giải quyết |\n|---|---|---|---|\n| Hộ tịch | 412 | 405 | 07 |\n| Đất đai | 236 | 221 | 15 |\n| Mai táng phí | 34 | 28 | 08 |", ["F201"]),
        ("| Chỉ tiêu | Năm 2023 | Năm 2024 | Tăng, giảm |\n|---|---|---|---|\n| Số chi bộ | 45 | 47 | 2 |\n| Số đảng viên | 1.212 | 1.254 | 52 |\n| Kết nạp mới | 38 | 41 | 3 |", ["F201"]),
        ("Tổng thu ước đạt 18,45 tỷ đồng; trong đó thu trên địa bàn 3,62 tỷ đồng, thu bổ sung từ ngân sách cấp trên 12,18 tỷ đồng, thu chuyển nguồn 2,56 tỷ đồng.", ["F201"]),
        ("Ban Thường vụ kỷ luật 11 đảng viên, Ủy ban Kiểm tra kỷ luật 24 đảng viên, chi bộ kỷ luật 37 đảng viên. Tổng số đảng viên bị kỷ luật trong năm là 74 đồng chí.", ["F201"]),
        ("Năm học này huy động được 96 cháu nhà trẻ, 412 cháu mẫu giáo, nâng tổng số trẻ ra lớp lên 518 cháu.", ["F201"]),
        ("Kết quả bỏ phiếu: 36 đồng chí tán thành, 02 đồng chí không tán thành trên tổng số 39 đồng chí dự họp.", ["F201"]),
        ("Tổng giá trị sản xuất đạt 4.127 tỷ đồng, trong đó nông nghiệp 1.536 tỷ đồng, công nghiệp - xây dựng 1.418 tỷ đồng, dịch vụ 1.174 tỷ đồng.", []),
        ("Tỷ trọng nông nghiệp 24,5%, công nghiệp - xây dựng 43,2%, thương mại - dịch vụ 32,4% (do làm tròn).", []),
        ("Số phiếu phát ra 215, thu về 214; hợp lệ 212, không hợp lệ 02.", []),
        ("Đại hội triệu tập 250 đại biểu, có mặt 243 đại biểu; vắng mặt 07 đại biểu, trong đó có lý do 05.", []),
        ("Tỷ lệ hộ nghèo 4,2%, hộ cận nghèo 5,1%, tỷ lệ hộ khá, giàu 61,4%; tỷ lệ hộ có nhà kiên cố 92,3%.", []),
        ("Nông nghiệp tăng 3,2%, công nghiệp tăng 41,5%, dịch vụ tăng 56,1%.", []),
        ("Tỷ lệ tham gia bảo hiểm y tế 45,2%, bảo hiểm xã hội 22,4%, bảo hiểm thất nghiệp 31,2% lực lượng lao động.", []),
        ("Huyện có 16 xã: 12 xã đạt chuẩn nông thôn mới, 04 xã chưa đạt; 05 xã đạt chuẩn nâng cao.", []),
        ("Tiếp nhận 340 hồ sơ và kỳ trước chuyển sang 12 hồ sơ; đã giải quyết 331 hồ sơ, đang giải quyết 21 hồ sơ.", []),
        ("| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đang giải quyết |\n|---|---|---|---|\n| Hộ tịch | 412 | 405 | 07 |\n| Đất đai | 236 | 221 | 15 |\n| Mai táng phí | 36 | 28 | 08 |", []),
        ("| Trường | Số lớp | Số học sinh | Số giáo viên |\n|---|---|---|---|\n| A | 12 | 30 | 18 |\n| B | 10 | 25 | 15 |\n| C | 9 | 26 | 15 |", []),
        ("Toàn xã có 86 hộ nghèo, trong đó 31 hộ được hỗ trợ nhà ở, 12 hộ được hỗ trợ vốn; còn 43 hộ không có khả năng thoát nghèo.", []),
        ("Lao động nông nghiệp chiếm 62,4%, công nghiệp chiếm 18,1%; lao động qua đào tạo chiếm 21,4%.", []),
        ("Số đảng viên hoàn thành xuất sắc 15,2%, hoàn thành tốt 80,4%; đảng viên được khen thưởng 6,1%.", []),
        ("Diện tích rừng 12.450 ha, trong đó rừng phòng hộ 4.210 ha, rừng sản xuất 8.241 ha.", []),
        ("Công tác phát triển đảng được chú trọng; 5 năm qua kết nạp 287 đảng viên, trong đó khối nông thôn 142 đồng chí, khối cơ quan 76 đồng chí, khối trường học 59 đồng chí.", ["F201"]),
        ("Toàn xã hiện có 4.812 nhân khẩu, gồm 2.436 nam và 2.386 nữ.", ["F201"]),
        ("Trong kỳ đã giải ngân 18,6 tỷ đồng (vốn trung ương 9,4 tỷ đồng, vốn tỉnh 5,1 tỷ đồng, vốn huyện 3,1 tỷ đồng).", ["F201"]),
        ("Hợp tác xã Nông nghiệp có 412 thành viên đầu năm, trong năm kết nạp thêm 36 thành viên, nâng tổng số lên 458 thành viên.", ["F201"]),
        ("Qua bình xét, có 214 hộ đạt danh hiệu gia đình văn hóa tiêu biểu, 1.102 hộ đạt gia đình văn hóa, 96 hộ không đạt; tổng cộng 1.422 hộ được bình xét.", ["F201"]),
        ("Tổng diện tích gieo trồng 2.386 ha, bao gồm: lúa 1.450 ha, ngô 412 ha, rau màu 334 ha, cây khác 180 ha.", ["F201"]),
        ("Cơ cấu lao động: nông nghiệp 38,4%, công nghiệp và xây dựng 35,2%, dịch vụ 27,4%.", ["F201"]),
        ("Số hộ nghèo giảm từ 164 hộ năm 2021 xuống còn 87 hộ năm 2024, tức là giảm được 87 hộ.", ["F201"]),
        ("Chi ngân sách ước 96,4 tỷ đồng; trong đó chi đầu tư 31,2 tỷ đồng, chi thường xuyên 60,8 tỷ đồng và chi khác 5,4 tỷ đồng.", ["F201"]),
        ("| Nội dung | Số lượng |\n|---|---|\n| Khiển trách | 14 |\n| Cảnh cáo | 6 |\n| Cách chức | 1 |\n| Tổng số | 22 |", ["F201"]),
        ('Mặt trận Tổ quốc xã vận động được 412 triệu đồng Quỹ "Vì người nghèo": năm 2021 được 86 triệu đồng, năm 2022 được 95 triệu đồng, năm 2023 được 112 triệu đồng, năm 2024 được 129 triệu đồng.', ['F201']),
        ("Trong nhiệm kỳ, Ban Chấp hành đã ban hành 164 văn bản, gồm 21 nghị quyết, 34 chương trình, kế hoạch, 12 chỉ thị và 107 kết luận, thông báo.", ["F201"]),
        ("Đội ngũ cán bộ chủ chốt cấp xã có 128 đồng chí: trình độ trên đại học 14 đồng chí, đại học 106 đồng chí, trung cấp 18 đồng chí.", ["F201"]),
        ("Thư viện trường được bổ sung sách giáo khoa 1.240 cuốn, sách tham khảo 615 cuốn, truyện thiếu nhi 380 cuốn, cộng là 2.335 cuốn.", ["F201"]),
        ("Toàn xã có hai mươi mốt chi bộ, gồm mười bốn chi bộ thôn, bốn chi bộ trường học và hai chi bộ lực lượng vũ trang.", ["F201"]),
        ("Diện tích lúa tăng 46 ha, từ 1.204 ha năm 2020 lên 1.270 ha năm 2024.", ["F201"]),
        ("Hội đồng nhân dân xã tiếp nhận 95 ý kiến cử tri; đến nay 81 ý kiến đã được trả lời, 16 ý kiến chưa được trả lời.", ["F201"]),
        ("Về độ tuổi: dưới 30 tuổi 21,4%, từ 30 đến 50 tuổi 52,3%, trên 50 tuổi 28,3%.", ["F201"]),
        ("Nguồn vốn đầu tư công năm 2024 của thị trấn là 24,85 tỷ đồng, bao gồm vốn ngân sách trung ương 11,20 tỷ đồng, vốn ngân sách tỉnh 8,45 tỷ đồng, vốn ngân sách huyện 4,20 tỷ đồng.", ["F201"]),
        ("Xã bàn giao 34 ngôi nhà đại đoàn kết. Cụ thể: năm 2021 là 7 ngôi nhà, năm 2022 là 9 ngôi nhà, năm 2023 là 8 ngôi nhà, năm 2024 là 11 ngôi nhà.", ["F201"]),
        ("| Loại đơn | Số đơn | Thuộc thẩm quyền | Không thuộc thẩm quyền |\n|---|---|---|---|\n| Khiếu nại | 24 | 15 | 9 |\n| Tố cáo | 18 | 11 | 7 |\n| Kiến nghị, phản ánh | 63 | 42 | 31 |", ["F201"]),
        ("Năm học 2023 - 2024, trường có 24 lớp với 864 học sinh, bình quân 36 học sinh/lớp, tăng 2 lớp và 41 học sinh so với năm học trước.", []),
        ("Đàn trâu 1.240 con, bằng 96,1% so với cùng kỳ (1.290 con); đàn dê 860 con, tăng 7,5% so với cùng kỳ (800 con).", []),
        ('Ban Dân vận phối hợp tổ chức 12 hội nghị, có 1.450 lượt người dự; xây dựng mới 24 mô hình "Dân vận khéo", nâng tổng số mô hình lên 86.', []),
        ("Tổng sản lượng lương thực có hạt 14.620 tấn (thóc 12.105 tấn, ngô 2.515 tấn), bình quân lương thực đầu người 512 kg/năm.", []),
        ("Có 42 đồng chí được quy hoạch chức danh lãnh đạo; cơ cấu 3 độ tuổi: dưới 40 tuổi chiếm 38,1%, từ 40 đến 50 tuổi chiếm 45,2%, trên 50 tuổi chiếm 16,7%.", []),
        ("Mỗi năm kết nạp từ 30 đến 35 đảng viên; năm 2024 kết nạp 36 đồng chí, đạt 120% chỉ tiêu (30 đồng chí).", []),
        ("Số đảng viên đăng ký học tập và làm theo Bác là 402/412 đồng chí, đạt 97,6%; 10 đồng chí còn lại được miễn công tác, sinh hoạt.", []),
        ("Qua bình xét cuối năm có 1.120 hộ đạt gia đình văn hóa, chiếm 87,5%, tăng 2,1% so với năm 2023; 8/9 thôn đạt thôn văn hóa.", []),
        ("Thu thuế, phí 3,4 tỷ đồng, đạt 113%; thu tiền sử dụng đất 5,6 tỷ đồng, đạt 70% dự toán; tổng thu trên địa bàn 9,0 tỷ đồng, đạt 81,8%.", []),
        ("Lực lượng lao động 4.120 người; lao động qua đào tạo 2.678 người, đạt 65%, trong đó có bằng cấp, chứng chỉ 1.154 người, đạt 28%.", []),
        ("Năm 2020 có 96 hộ nghèo, năm 2021 phát sinh 12 hộ, đến cuối năm 2024 còn 28 hộ, giảm 68 hộ.", []),
        ("Trong 18 chỉ tiêu: 14 chỉ tiêu vượt, 03 chỉ tiêu đạt, 01 chỉ tiêu không đạt (tỷ lệ che phủ rừng đạt 41,2%, Nghị quyết là 42%).", []),
        ("Tỷ lệ giải ngân vốn đạt 102,3%; tỷ lệ tăng dân số tự nhiên 1,02%; tỷ lệ huy động trẻ 3 - 5 tuổi ra lớp đạt 98,2%.", []),
        ("Hội Cựu chiến binh có 286 hội viên, sinh hoạt ở 12 chi hội; số hội viên là đảng viên 164 đồng chí, chiếm 57,3%.", []),
        ("Số người có công được chi trả trợ cấp hằng tháng 124 người, kinh phí 312 triệu đồng/tháng, tăng 12 triệu đồng so với năm trước do điều chỉnh mức trợ cấp.", []),
        ("Tổng số hồ sơ phải giải quyết 2.412 hồ sơ (kỳ trước 36, tiếp nhận mới 2.376); đã giải quyết 2.390 hồ sơ, trong đó đúng hạn 2.385 hồ sơ (99,8%), quá hạn 05 hồ sơ; đang giải quyết 22 hồ sơ.", []),
    ],
)  # fmt: skip
def test_sums(text, wanted):
    assert rules(text) == wanted


@given(st.integers(11, 999))
def test_numbers_in_words_keep_their_place(value):
    words = _words(value)
    text = f"Có {words} chi bộ."
    read = in_digits(text)
    assert len(read) == len(text)
    assert int(read.split()[1]) == value
    assert unpadded(f"{read.split()[1]} > 9") == f"{value} > 9"


def _words(value: int) -> str:
    ones = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    hundreds, tens, last = value // 100, value % 100 // 10, value % 10
    out = [f"{ones[hundreds]} trăm"] if hundreds else []
    if tens:
        out.append("mười" if tens == 1 else f"{ones[tens]} mươi")
        out.append("lăm" if last == 5 else ones[last])
    elif last:
        out += ["linh", ones[last]]
    return " ".join(w for w in out if w)


@given(st.integers(2, 9000), st.integers(2, 9000))
def test_a_change_told_truly_is_never_found(before, after):
    way = "tăng" if after > before else "giảm"
    said = f"{way} {abs(after - before)} hộ" if after != before else "không đổi"
    percent = f"{100 * abs(after - before) / before:.2f}".replace(".", ",")
    text = f"Năm 2021 có {before} hộ, đến năm 2024 có {after} hộ, {said}, tương đương {way} {percent}%."
    assert list(moves(text)) == []
