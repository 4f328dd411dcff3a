"""Figures whose frames differ are two figures: of two places, groups, times and doers, aimed at and reached, what is left; one frame, one figure."""

from __future__ import annotations

import pytest
from figure_rules import figure_findings, rules

TWO_FRAMES = (
    # the region of the clause before, of the sentence before, in two paragraphs and in one
    "Vùng ven sông có tỷ lệ hộ chưa có nước sạch là 11,24%, cao nhất huyện; tổng số hộ chưa có nước sạch và hộ dùng nước mưa là 48.213 hộ.\n\n"
    "Vùng đồi có tỷ lệ hộ chưa có nước sạch là 7,1%. Tổng số hộ chưa có nước sạch và hộ dùng nước mưa là 41.836 hộ.",
    "Vùng ven sông còn nhiều khó khăn. Tổng số hộ chưa có nước sạch là 48.213 hộ. Vùng đồi thuận lợi hơn. Tổng số hộ chưa có nước sạch là 41.836 hộ.",
    # a place at the head of the sentence before
    "Tại Đông Xá, bệnh đã xuất hiện ở chín thôn. Tổng số gà mắc bệnh gần 3.120 con, trong đó có 76 con chết. Tại Tây Xá có 88 con gà mắc bệnh, trong đó 70 con chết.",
    "Trên địa bàn xã Đông Xá, việc tiêm phòng được làm sớm. Có 214 hộ chăn nuôi đã tiêm phòng.\n\nTrên địa bàn xã Tây Xá, việc tiêm phòng còn chậm. Có 241 hộ chăn nuôi đã tiêm phòng.",
    # months and years
    "Tháng 4-2022, sâu bệnh tái phát tại 12 xã, diện tích phải phun thuốc là 210 ha. Đầu tháng 5-2022, sâu bệnh tái phát tại 10 xã thuộc 3 huyện.",
    "Tính chung 10 tháng năm 2021, tổng số vốn đăng ký cấp mới, vốn tăng thêm và vốn góp mua cổ phần của nhà đầu tư ngoài địa bàn đạt 824,6 tỷ đồng.\n\n"
    "Tính chung 10 tháng năm 2022, tổng số vốn đăng ký cấp mới, vốn tăng thêm và vốn góp mua cổ phần của nhà đầu tư ngoài địa bàn đạt 842,6 tỷ đồng.",
    # the doer at the head of the clause
    "Thanh tra huyện triển khai 34 cuộc thanh tra; đã kết thúc 18 cuộc. Thanh tra các phòng, ngành triển khai 35 cuộc thanh tra.",
    "Trạm Y tế xã khám cho 412 lượt trẻ em. Trạm Y tế các xã bạn khám cho 421 lượt trẻ em.",
    # all and one group
    "Số phòng ở bình quân một hộ chung toàn tỉnh năm 2022 là 2,70 phòng. Số phòng ở bình quân một hộ nhóm hộ khó khăn nhất là 2,50 phòng.",
    # aimed at in the clause before, and in the sentence before
    "Bình quân đạt 13,3 tiêu chí/thôn. Trong năm 2022, xã phấn đấu có thêm 2 thôn kiểu mẫu; bình quân đạt 13,5 tiêu chí/thôn.",
    "Đến cuối năm 2021, bình quân số tiêu chí đạt chuẩn của xã là 11,12 tiêu chí/thôn.\n\nTheo kế hoạch đặt ra, năm nay xã phấn đấu có thêm 3 thôn đạt chuẩn. Số tiêu chí đạt chuẩn bình quân là 12 tiêu chí/thôn.",
    # what is left, the difference told beside it
    "Qua rà soát, có 1 trường hợp đã chuyển đi nơi khác, đến nay còn 25 hộ thuộc diện người có công cần sửa nhà. Tổ công tác khảo sát tại 26 hộ thuộc diện người có công.",
    # aims and parts of aims
    "Năm 2022, xã có 14/14 chỉ tiêu đạt và vượt, riêng 01 chỉ tiêu thành phần chưa đạt.",
    "Xã đạt 14/14 mục tiêu chủ yếu, còn 02 mục tiêu nhánh chưa hoàn thành.",
    # rates against the same time of two subjects
    "Tổng mức bán lẻ đạt 355 triệu USD, tăng 18,5% so với cùng kỳ. Khu vực tư nhân đạt 53 triệu USD, tăng 8% so với cùng kỳ; khu vực nước ngoài đạt 350 triệu USD, tăng 18,8% so với cùng kỳ.",
    "Sản lượng lúa đạt 713 tấn, đạt 106% so với nghị quyết.\n\nThu ngân sách ước cả năm 5,47 tỷ đồng, đạt 108% so với nghị quyết.",
)  # fmt: skip
ONE_FRAME = (
    "Vùng đồi có tỷ lệ hộ chưa có nước sạch là 7,1%. Tổng số hộ chưa có nước sạch và hộ dùng nước mưa là 41.836 hộ.\n\n"
    "Như vậy, vùng đồi còn nhiều việc phải làm. Tổng số hộ chưa có nước sạch và hộ dùng nước mưa là 48.136 hộ.",
    # only one is told with its frame
    "Năm 2023, thiên tai gây nhiều thiệt hại. Toàn huyện có 4.821 hộ phải di dời.\n\nNhư vậy, toàn huyện có 4.281 hộ phải di dời.",
    "Trên địa bàn xã Đông Xá, việc tiêm phòng được làm sớm. Có 2.314 hộ chăn nuôi đã tiêm phòng.\n\nĐánh giá chung: có 2.341 hộ chăn nuôi đã tiêm phòng.",
    # one place, its name shorter the second time
    "Tại thị trấn Đông Xá, có 2.314 hộ chăn nuôi đã tiêm phòng.\n\nTại Đông Xá, có 2.341 hộ chăn nuôi đã tiêm phòng.",
    # one month
    "Tháng 4-2022, sâu bệnh tái phát trên diện tích 2.140 ha lúa mùa.\n\nTrong tháng 4-2022, sâu bệnh tái phát trên diện tích 2.410 ha lúa mùa.",
    # the goal ends where a result begins
    "Xã phấn đấu mỗi năm có thêm 2 thôn kiểu mẫu. Đến nay, xã đã có 1.432 hộ gia đình văn hóa.\n\nĐánh giá chung, toàn xã đã có 1.342 hộ gia đình văn hóa.",
    # what is left, told twice
    "Đến nay còn 1.482 hộ thuộc diện cần sửa nhà.\n\nĐánh giá chung, hiện còn 1.428 hộ thuộc diện cần sửa nhà.",
    # aims, and aims
    "Năm 2022, xã có 14/14 chỉ tiêu đạt và vượt, tuy nhiên còn 01 chỉ tiêu về rác thải không đạt kế hoạch.",
    # rates of one subject
    "Thu ngân sách đạt 412,6 tỷ đồng, đạt 104,8% so với dự toán.\n\nNhư vậy, thu ngân sách đạt 108,4% so với dự toán.",
    "Thanh tra huyện triển khai 234 cuộc thanh tra hành chính.\n\nĐánh giá chung, Thanh tra huyện triển khai 243 cuộc thanh tra hành chính.",
)  # fmt: skip


@pytest.mark.parametrize("text", TWO_FRAMES)
def test_figures_of_two_frames_are_no_two_values(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("text", ONE_FRAME)
def test_figures_of_one_frame_are_one_with_two_values(text: str) -> None:
    assert [f.rule for f in figure_findings(text)] == ["F204"]
