"""Blanks inside sentences, notes in brackets, and paragraphs that only put off what is asked for."""

from __future__ import annotations

import pytest

from vnreport_nlp.outline.owed import is_owed
from vnreport_nlp.outline.placeholders import is_left, is_placeholder, placeholders


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ dùng nước sạch chiếm …%.", "Có ... chi bộ đạt danh hiệu trong sạch.", "Đã kết nạp … đảng viên, … đoàn viên.",
        "Mở được xx lớp bồi dưỡng.", "Tiếp nhận ___ đơn thư của công dân.", "Trao [  ] suất quà cho hộ nghèo.",
        "Đảng ủy họp [thêm ngày họp] để thống nhất.", "Toàn xã có 14 trạm (xin số liệu từ phòng Kinh tế).", "Có 12 công trình (rà lại số liệu).",
        "Số đảng viên mới là 45 (đến hết quý III: ?).", "Kế hoạch số …-KH/ĐU được ban hành.", "Hội nghị ngày …/…/2025 đã thông qua.",
        "Vận động được … học viên ra lớp xóa mù chữ.", "Xét xử (đề nghị Tòa án khu vực cung cấp số liệu) 3 vụ.", "Có 8 tổ liên gia (số liệu chưa đối chiếu).", "Trong kỳ đã cứu trợ xxx hộ.", "Có 9 trạm (chờ số liệu Chi cục Thủy lợi).",
        "Thu ngân sách trên địa bàn xã năm qua ước đạt.... Chi ngân sách bảo đảm.", "Các hội đã vận động nhân dân trong xã đóng góp được.... Việc làm đường hoàn thành.",
        "Tỷ lệ hộ dùng nước sạch của toàn xã đến cuối năm là .... Việc thu gom rác được duy trì.",
        "Đã trồng 30 ha rừng. Các số liệu cụ thể đang được cập nhật.", "Có 5 tổ hòa giải. Đồng chí Lan sẽ bổ sung số liệu.",
        "Chuyển đổi vị trí công tác [số liệu] lượt công chức.", "Mở 12 lớp. (Phòng Kinh tế bổ sung thêm số liệu)",
        "Trồng mới được ….. ha keo lai.", "Tỷ lệ phủ sóng đạt ….%.", "Trao ..… suất quà cho hộ nghèo.",
    ],
)  # fmt: skip
def test_blanks_are_found(text: str) -> None:
    assert len(placeholders(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Trồng chè, cam, bưởi… đạt giá trị cao.", "Trồng chè, cam, bưởi…. Các hộ có thu nhập khá.", "Dạy hát, múa ….. trẻ em rất thích.", "Các hội đoàn, câu lạc bộ, v.v… tham gia tích cực.", "Lời dạy “Cán bộ … là gốc của công việc” được quán triệt.",
        "Giao ban hằng tuần (phòng Kinh tế cung cấp số liệu).", "Xem [nội dung](phu-luc.md) ở phụ lục.",
        "Từ cuối thế kỷ XX đến nay.", "Nghị quyết Đại hội XX đề ra 15 chỉ tiêu.", "Đại hội lần thứ XX thành công.", "Mã định danh xx-024 đã cấp.",
        "Đang tổng hợp ý kiến góp ý của Nhân dân.", "Ban hành quy chế (bổ sung nội dung về kỷ luật).", "Nâng cao chất lượng tham mưu (lập hồ sơ, gửi báo cáo).",
        "Yêu cầu các trường (giao Phòng Văn hóa theo dõi) bổ sung số liệu.", "Dạy hát, múa ... trẻ em rất thích.", "Trồng ngô, lúa, … lớp phủ xanh tốt.", "Ông Y Bhăm … người có uy tín của buôn.", "Ba câu hỏi: Vì ai? (vì dân) Làm gì?", "I. TÌNH HÌNH ................ 1",
        "Thu nhập bình quân đầu người tăng; tỷ lệ hộ dùng nước giếng giảm còn 2,75%.... Phong trào làm đường được nhân dân hưởng ứng.",
        "Các hội thi đua trồng rau sạch, nuôi ong, làm vườn mẫu, giữ gìn vệ sinh.... Từ đó, nếp sống đổi thay rõ rệt.",
    ],
)  # fmt: skip
def test_right_sentences_hold_none(text: str) -> None:
    assert placeholders(text) == []


PUT_OFF = [
    "Các tổ chức cơ sở chưa gửi đủ báo cáo, phường xin cập nhật sau.",
    "Văn phòng đang đối chiếu với Công an phường; kết quả sẽ trình trong báo cáo lần sau.",
    "Hiện Ủy ban Kiểm tra còn đang thu thập. Dự kiến sẽ gửi trước ngày 25/11/2025 theo Biểu số 3.",
    "Thường trực đã giao bộ phận tổng hợp rà soát. Số liệu chưa thống kê xong, xin nộp vào tuần sau.",
]
WORK = [
    "Đang tổng hợp ý kiến của các hội, sẽ báo cáo Ban Thường vụ trước ngày 20/11.",
    "Giao Văn phòng tổng hợp kết quả, báo cáo Ban Thường vụ trước ngày 15 hằng tháng.",
    "Việc gửi báo cáo của một số chi bộ còn chậm, thường gửi sau khi được nhắc.",
    "Còn 4 chi bộ chưa gửi báo cáo, sẽ bổ sung sau.",
    "Các chi bộ đã thu thập, đối chiếu hồ sơ; phần còn lại sẽ báo cáo sau.",
    "Tiếp tục rà soát quy hoạch, trình Ban Thường vụ trước tháng 12.",
]


@pytest.mark.parametrize("text", PUT_OFF)
def test_what_is_put_off_is_no_content(text: str) -> None:
    assert is_owed(text)
    assert is_placeholder(text)


@pytest.mark.parametrize("text", WORK)
def test_work_is_content(text: str) -> None:
    assert not is_placeholder(text)
    assert not is_left(text)


def test_a_form_left_as_it_came_is_no_content() -> None:
    assert is_placeholder("Kết nạp … đảng viên; khai trừ … trường hợp; kỷ luật … tổ chức.")
    assert not is_placeholder("Kết nạp 12 đảng viên; khai trừ … trường hợp; kỷ luật … tổ chức.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(anh Tín phòng Nội vụ viết thêm vào chỗ này)", True),
        ("[Thường trực ghi thêm giúp]", True),
        ("Đang thống kê số liệu của các bản.", True),
        ("Hiện đang rà soát lại số liệu từ các trường trực thuộc", True),
        ("(theo cách viết của Nghị định về công tác văn thư)", False),
        ("Đang thống kê số liệu của 12 bản để lập quy hoạch.", False),
        ("Đang rà soát hồ sơ của các hộ xin chuyển mục đích đất.", False),
    ],
)
def test_what_somebody_is_still_to_write_is_no_content(text: str, left: bool) -> None:
    assert is_placeholder(text) is left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(bổ sung sau buổi làm việc ngày 14/11)", True),
        ("[Chờ cập nhật trước ngày 5/12/2025]", True),
        ("(sẽ gửi vào tuần tới, sau khi thống nhất số liệu với 3 xã)", True),
        ("(Số liệu tổng hợp đến ngày 30/11/2025)", False),
        ("(báo cáo thường niên, trang 12)", False),
    ],
)
def test_a_note_in_brackets_may_say_by_which_day_the_text_comes(text: str, left: bool) -> None:
    assert is_placeholder(text) is left
