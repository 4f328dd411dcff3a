"""T701 and T702: families of slips and of words written twice, each with look-alikes that are right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport_nlp.checks.wording import listed as wording_listed
from vnreport_nlp.checks.wording import unseen as wording_unseen
from vnreport_nlp.model import Finding

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402


def found(text: str, rule: str = "T701") -> list[Finding]:
    case = {"id": "case", "text": text, "title": "", "date": None}
    return [f for f in evaluate_cases.findings(case) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Kịp thời tháo gở khó khăn cho doanh nghiệp.", "tháo gỡ"),
        ("Công tác quản lý đất đai còn nhiều thiếu xót.", "thiếu sót"),
        ("Các đơn vị khẩn chương hoàn thành hồ sơ.", "khẩn trương"),
        ("Bằng sự nổ lực của tập thể, xã về đích sớm.", "nỗ lực"),
        ("Công khai, minh bạc trong tuyển dụng.", "minh bạch"),
        ("Xây dựng hệ thông chính trị vững mạnh.", "hệ thống"),
        ("Ban hành 05 để án chuyên đề về kinh tế rừng.", "đề án"),
        ("Ban Chỉ đạo phòng, chồng tham nhũng họp định kỳ.", "chống"),
        ("Các tổ đẩy mạng phong trào trồng cây phân tán.", "đẩy mạnh"),
        ("Có 27 hộ nghèo dược vay vốn ưu đãi.", "được"),
    ],
)
def test_a_slip_of_no_list_is_found_by_what_fits_there(text, right):
    assert any(right in str(f.message) for f in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Khách mua mặt hàng chính của huyện là quế.",
        "Nhóm biển động mạnh, tàu khách không chạy.",
        "Bảng kê tài sản đồng, chi phí dự phòng khắc phục bão.",
        "Ngành dược tỉnh kiểm tra 41 quầy thuốc.",
        "Mọi liên hệ với hãng dược phải ghi vào sổ.",
        "Dự thảo viết nhầm “tháo gở” thay vì “tháo gỡ”.",
        "Ông Trần Văn Tháo gở lưới, bà Nghi quyết mua lại.",
    ],
)
def test_words_that_meet_by_chance_are_no_slips(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Các đội đếm ngày về đích, không nghỉ Tết.",
        "Ủy ban kiểm tra tham mưu, giúp cấp ủy cùng cấp thực hiện giám sát chuyên đề.",
        "Khoa đã chạy thận nhân tạo cho 46 người bệnh; vùng đồng cói của xã rộng 120 ha.",
        "Lúc nhàn việc, thợ được học nghề mới.",
        "Khoa Nội họp giao ban toàn khoa vào thứ Hai.",
        "Người bán ngồi chờ phiên từ năm giờ sáng.",
        "Xã đội chia cát cho các tổ đắp bờ bao.",
    ],
)
def test_two_words_that_stand_alone_are_no_slip_of_a_usual_word(text):
    assert found(text) == []


def test_without_the_word_list_no_slip_is_guessed(monkeypatch):
    monkeypatch.setattr(wording_unseen, "dictionary", frozenset)
    assert list(wording_unseen.unseen("Kịp thời tháo gở khó khăn.")) == []


def test_a_pair_is_a_slip_only_with_evidence():
    assert [str(f.message) for f in found("Loa phát thanh của xã báo lũ sớm hai giờ.")] == []
    (one,) = found("Công tác kiêm tra có trọng tâm.")
    assert "kiểm tra" in str(one.message)


@pytest.mark.parametrize(
    "text",
    [
        "Ngân sách xã thu hụt 2% so với dự toán.",
        "Người dân phản ảnh qua đường dây nóng.",
        "Tổ chức diễu hành chào mừng ngày thành lập.",
        "Bảo vệ người chưa thành niên.",
        "Đẩy lui dịch tả lợn châu Phi trong chín ngày.",
        "Công an thẩm vấn hai đối tượng.",
    ],
)
def test_words_of_the_dictionary_are_no_slips(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Kịp thời khen thường 36 tập thể.", "khen thường"),
        ("Đã khen thường, động viên 12 hộ.", "khen thường"),
        ("Thực hiện các nhiệm vụ trong tâm.", "trong tâm"),
        ("Mặt trận và các đoàn thế vận động hội viên.", "đoàn thế"),
        ("Công tác chuyển đổi sô đạt kết quả tốt.", "đổi sô"),
        ("Nghị quyết được quán triệt đến từng đảng viện.", "đảng viện"),
        ("Kết luận kiếm tra đã gửi các chi bộ.", "kiếm tra"),
        ("Tình hình an ninh trật tư được giữ vững.", "trật tư"),
        ("Công tác dần vận có nhiều đổi mới.", "dần vận"),
        ("Công tác tuyên tuyền về biển, đảo được chú ý.", "tuyên tuyền"),
        ("Các chi bộ gửi báo các trước ngày 25.", "báo các"),
        ("Nâng cao chất lương sinh hoạt chi bộ.", "chất lương"),
        ("Đã kết nạn 42 đảng viên mới.", "kết nạn"),
        ("Xây dựng hệ thống chính tị vững mạnh.", "chính tị"),
        ("Hội đồng nhâ dân giám sát 12 cuộc.", "nhâ dân"),
        ("Công tác quốc phòng, an nin được giữ vững.", "an nin"),
        ("Ban hành 12 nghị quyế chuyên đề.", "nghị quyế"),
        ("Đã sáp nập 12 thôn, giảm 24 người.", "sáp nập"),
        ("Giải quyết hồ so đúng hạn đạt 98%.", "hồ so"),
    ],
)
def test_a_compound_with_one_mark_or_letter_wrong_is_a_slip(text, quote):
    assert any(quote in p.quote for f in found(text) for p in f.places)


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí yêu cầu thẩm phán đọc kỹ luật mới.",
        "Trước khi bỏ phiếu cần nghiên cứu kỹ luật bầu cử.",
        "Hiểu kỹ thuật mới thì mới làm được.",
        "Học kỹ năng bán hàng qua mạng.",
        "Khen thường xuyên hơn chê là cách làm của cô giáo.",
        "Trong tâm bão, các đồng chí vẫn bám địa bàn.",
        "Trong tâm trí người dân, đó là kỷ niệm đẹp.",
        "Không biết đoàn thế nào mà chưa có mặt.",
        "Cần nhứt là nước ngọt, bà con nói vậy.",
        "Đài cảnh báo các hộ ven sông di dời.",
        "Phiếu góp ý kín được mở công khai.",
        "Tuyên truyền chống tảo hôn ở 12 bản.",
        "Cấp ủy bao việc thì chính quyền ỷ lại.",
        "Giáo viên ăn ở tại trường cả tuần.",
        "Trả hồ sơ đúng và trước hẹn 4.655 bộ.",
        "Người dân chuyển đi đâu, làm gì đều được hỏi.",
        "Xã đặt điểm trả hồ sơ tại nhà văn hóa.",
        "Ông ty trưởng ngày trước kể lại.",
        "Hợp tác xã có máy sấy, kho lạnh, xe tải 5 tấn.",
        "Loại phân ủ hoai giúp đất tơi xốp.",
        "Các em hát xoan, hát ghẹo, múa mỡi trong lễ hội.",
        "Nuôi cá chẽm, cá bớp, tôm càng xanh.",
        "Máng nước bằng bương dẫn về từng nhà.",
        'Tiếng lóng trên mạng như "ổn áp" không dùng trong văn bản.',
        "Hộ ông A Thớ trồng bời lời, mắc ca, sầu riêng.",
        "Bà con cúng bến nước, lễ bỏ mả theo nếp mới.",
    ],
)
def test_adverbs_dialects_and_words_that_meet_are_no_slips(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nhiệm vụ quan trọng là là xây dựng đội ngũ.", "là là"),
        ("Tạo điều kiện cho cho người dân.", "cho cho"),
        ("Đã bố trí vốn cho cho các xã.", "cho cho"),
        ("Mục tiêu là là giảm nghèo bền vững.", "là là"),
        ("Kết quả được được ghi nhận.", "được được"),
        ("Thực hiện tốt tốt công tác tạo nguồn.", "tốt tốt"),
    ],
)
def test_a_word_twice_is_found(text, quote):
    (one,) = found(text, "T702")
    assert quote in one.places[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "Nguồn vốn dành cho cho vay giải quyết việc làm.",
        "Quỹ nhà dành cho cho thuê còn 12 căn.",
        "Khói bếp là là mặt ruộng.",
        "Chim bay là là sát mặt nước.",
        "Sương là là ngang sườn đồi.",
        "Bàn việc việc làm cho thanh niên.",
        "Xây dựng nông thôn mới mới đạt 12 tiêu chí.",
        "Hồ sơ do do dự mà chậm.",
        "Những hộ hộ nghèo được hỗ trợ.",
        "Kết quả tốt tốt nghiệp phổ thông chiếm 98%.",
        "Các đối tác tác động tích cực đến giá quế.",
    ],
)
def test_a_word_that_ends_one_phrase_and_begins_the_next_is_right(text):
    assert found(text, "T702") == []


def test_a_text_without_words_has_no_slips():
    assert list(wording_unseen.unseen("")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Cán bộ thôn đã nổ lực vận động từng hộ.", "nỗ lực"),
        ("Các hộ ở bãi ven sông đáng khích lê.", "khích lệ"),
        ("Bà con phấn khỡi vì có đường mới.", "phấn khởi"),
        ("Lớp học bản Nà Sang còn thiếu thốm.", "thiếu thốn"),
    ],
)
def test_the_word_list_tells_a_slip_the_counts_do_not(text, right):
    (one,) = found(text)
    assert right in one.message.params[0][1] or right in dict(one.message.params).values()


@pytest.mark.parametrize(
    "text",
    [
        "Lễ pơ thi, lễ bỏ mả được các già làng phục dựng.",
        "Món thắng cố, mèn mén bán ở phiên chợ vùng cao.",
        "Hộ ông Tráng Seo Sì trồng bưởi, thanh trà được mùa.",
        "Đội văn nghệ múa sạp, nhảy tăng bu tăng bẳng.",
        "Người dân trồng dong riềng, gai xanh, ngô sinh khối.",
    ],
)
def test_words_of_peoples_plants_and_crafts_are_no_slips(text):
    assert found(text) == []


def test_without_the_word_list_it_says_nothing(monkeypatch):
    monkeypatch.setattr(wording_listed, "dictionary", frozenset)
    assert list(wording_listed.of_list("Đã nổ lực vận động.")) == []


def test_goods_of_somebody_are_no_repeated_word() -> None:
    assert found("Việc gì động đến tiền của của dân đều phải công khai.", "T702") == []
    assert len(found("Đây là việc của của toàn dân.", "T702")) == 1


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Công tác vận động góp phần cũng cố thế trận lòng dân.", "củng cố"),
        ("Chi bộ duy trì sinh hoạt chuyên để về chuyển đổi số.", "chuyên đề"),
        ("Lực lượng dân quân tự về trực đủ quân số.", "tự vệ"),
        ("Hội thi có 214 em tham ga.", "tham gia"),
        ("Quà tặng có tổng chị giá 46 triệu đồng.", "trị giá"),
        ("Sau mưa có 36 ha lúa bị ngập ứng.", "ngập úng"),
        ("Xã hoàng thành các chỉ tiêu về giao quân.", "hoàn thành"),
    ],
)
def test_common_slips_between_common_words(text, right):
    assert [right in str(f.message) for f in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Tuy khó khăn, tập thể cũng cố gắng hoàn thành nhiệm vụ.",
        "Đoàn tham quan khu di tích Hoàng thành.",
        "Xe dừng tại ga, khách xuống tham quan.",
        "Hai chị giá thú đúng luật.",
        "Dọc đường trồng bằng lăng, lim xẹt, giáng hương.",
        "Cán bộ tự về thôn nắm tình hình.",
    ],
)
def test_their_look_alikes_are_no_slips(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trạm y tế có 2 bác sỹ và 5 dược sỹ làm việc hằng ngày.",
        "Bác sỹ trực tại trạm 24 giờ mỗi ngày.",
        "Trường có 4 thạc sỹ, 11 kỹ sư và 2 tiến sỹ.",
        "Đội văn nghệ có 6 ca sỹ, 3 nhạc sỹ và 2 họa sỹ.",
        "Đoàn thăm hỏi các chiến sỹ, gia đình liệt sỹ của thôn.",
    ],
)
def test_i_and_y_at_the_end_of_a_syllable_are_both_written(text):
    assert found(text) == []


def test_another_letter_or_tone_is_a_slip_beside_either(text="Trạm có 2 bác sí và nhiều người lao đông hằng ngày."):
    assert found(text)
