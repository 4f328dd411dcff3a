"""Wholes that stand elsewhere: a fraction that opens a list, the paragraph above, classes that are all there is."""

from __future__ import annotations

import pytest
from figure_rules import rules

SUMS = (
    "Trong 41 đảng viên lão thành được trao Huy hiệu có 4 đảng viên nhận Huy hiệu 60 năm tuổi Đảng; 5 đảng viên nhận Huy hiệu 50 năm; 9 đảng viên nhận Huy hiệu 45 năm và 25 đảng viên nhận Huy hiệu 40 năm tuổi Đảng.",
    "Đảng ủy tặng Huy hiệu cho 29 đảng viên. Trong số các đảng viên nhận Huy hiệu đợt này có 3 đảng viên 60 năm tuổi Đảng, 9 đảng viên 45 năm, 19 đảng viên 30 năm tuổi Đảng.",
    "Đảng ủy tặng Huy hiệu cho 197 đảng viên.\n\nTrong số các đảng viên nhận Huy hiệu đợt này có 26 đảng viên 60 năm tuổi Đảng, 56 đảng viên 55 năm, 44 đảng viên 50 năm, 74 đảng viên 45 năm.",
    "Huyện có 206.810 người tham gia bảo hiểm (trong đó, bắt buộc: 199.115 người, tự nguyện: 7.299 người).",
    "Toàn huyện có 48.260 người đóng bảo hiểm, tăng 5.260 người (tăng 12,23%) so với đầu năm; trong đó: bảo hiểm bắt buộc là 36.240 người, tăng 1.740 người (tăng 5,04%) so với đầu năm; bảo hiểm tự nguyện là 14.020 người, tăng 3.520 người.",
    "Miền tây có 38/44 xã, trong đó có 19 xã khu vực III, 4 xã khu vực II, 17 xã khu vực I và 52 bản khó khăn.",
)
SHARES = (
    "Năm qua có 418/436 chi bộ được đánh giá. Trong đó có 383 chi bộ hoàn thành tốt nhiệm vụ, đạt 96,1%.",
    "Năm qua có 418 trong tổng số 436 chi bộ được đánh giá.\n\nCó 383 chi bộ hoàn thành tốt nhiệm vụ, đạt 96,1%.",
    "Huyện đã đánh giá 117/120 tổ chức cơ sở đảng.\n\nCó 15 cơ sở được biểu dương (bằng 12,82%); 53 cơ sở hoàn thành tốt (bằng 43,5%).",
)
RIGHT = (
    "Trong 41 đảng viên lão thành được trao Huy hiệu có 4 đảng viên nhận Huy hiệu 60 năm tuổi Đảng; 5 đảng viên nhận Huy hiệu 50 năm; 9 đảng viên nhận Huy hiệu 45 năm và 23 đảng viên nhận Huy hiệu 40 năm tuổi Đảng.",
    "Đảng ủy tặng Huy hiệu cho 31 đảng viên. Trong số các đảng viên nhận Huy hiệu đợt này có 3 đảng viên 60 năm tuổi Đảng, 9 đảng viên 45 năm, 19 đảng viên 30 năm tuổi Đảng.",
    "Đảng ủy tặng Huy hiệu cho 29 đảng viên. Trong số các đảng viên nhận Huy hiệu có 18 đảng viên là nữ, 16 đảng viên là người dân tộc thiểu số.",
    "Đảng ủy tặng Huy hiệu cho 200 đảng viên.\n\nTrong số các đảng viên nhận Huy hiệu đợt này có 26 đảng viên 60 năm tuổi Đảng, 56 đảng viên 55 năm, 44 đảng viên 50 năm, 74 đảng viên 45 năm.",
    "Huyện có 206.810 người tham gia bảo hiểm (trong đó, bắt buộc: 199.511 người, tự nguyện: 7.299 người).",
    "Toàn huyện có 48.260 người đóng bảo hiểm, tăng 5.260 người (tăng 12,23%) so với đầu năm; trong đó: bảo hiểm bắt buộc là 36.240 người, tăng 1.740 người (tăng 5,04%) so với đầu năm; bảo hiểm tự nguyện là 12.020 người, tăng 3.520 người.",
    "Miền tây có 38/44 xã, trong đó có 17 xã khu vực III, 4 xã khu vực II, 17 xã khu vực I và 52 bản khó khăn.",
    "Miền tây có 38/44 xã, trong đó có 19 xã khu vực III, 8 xã khu vực II, 17 xã khu vực I.",
    "Năm qua có 418/436 chi bộ được đánh giá. Trong đó có 383 chi bộ hoàn thành tốt nhiệm vụ, đạt 91,6%.",
    "Năm qua có 418/436 chi bộ được đánh giá. Có 383 chi bộ hoàn thành tốt nhiệm vụ, đạt 87,84% số chi bộ.",
    "Năm qua có 418 trong tổng số 436 chi bộ được đánh giá.\n\nCó 383 chi bộ hoàn thành tốt nhiệm vụ, đạt 91,6%.",
    "Huyện đã đánh giá 117/120 tổ chức cơ sở đảng.\n\nCó 15 cơ sở được biểu dương (bằng 12,82%); 53 cơ sở hoàn thành tốt (bằng 45,3%).",
    # the paragraph above counts other things
    "Đã bồi dưỡng 418 cán bộ.\n\nCó 383 hộ tham gia, đạt 96,1%.",
    # classes beside which a third one stands
    "Toàn xã có 310 đảng viên, trong đó chính thức 295 đồng chí, dự bị 10 đồng chí, miễn sinh hoạt 5 đồng chí.",
    # siblings, each with a share of its own
    "Ứng viên cao nhất được 8.214 phiếu, đạt tỷ lệ 95,31%. Ứng viên thấp nhất được 5.307 phiếu, đạt tỷ lệ 61,58%.",
    "Xét theo thành phần, ủy viên nữ là 9 người, chiếm tỷ lệ 36%; ủy viên dưới 40 tuổi là 7 người, chiếm tỷ lệ 28%; ủy viên ngoài Đảng là 2 người, chiếm tỷ lệ 8%.",
    # another figure, no earlier value
    "Quỹ đã thu 842,5 tỷ đồng, tăng 9,4% so với cùng kỳ và đã chi 761 tỷ đồng.",
    # an average has no parts
    "Trung bình có 1,68 người tranh cử cho một ghế (trong đó có 7 người tự ứng cử).",
)


@pytest.mark.parametrize("text", SUMS)
def test_parts_that_miss_a_whole_told_elsewhere(text: str) -> None:
    assert rules(text) == ["F201"]


@pytest.mark.parametrize("text", SHARES)
def test_a_share_of_a_whole_told_elsewhere(text: str) -> None:
    assert rules(text) == ["F203"]


@pytest.mark.parametrize("text", RIGHT)
def test_wholes_that_hold_or_are_no_wholes(text: str) -> None:
    assert rules(text) == []
