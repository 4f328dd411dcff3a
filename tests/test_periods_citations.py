"""Forms of the language in which documents and periods are cited: what is found, and what only looks alike."""

# Long because: one table of forms after the other, each with its look-alikes.

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

from vnreport_nlp.outline import outline  # noqa: E402
from vnreport_nlp.readers import read_bytes  # noqa: E402

TERM = "BÁO CÁO tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025"
CONGRESS = "BÁO CÁO CHÍNH TRỊ trình Đại hội Đảng bộ huyện lần thứ XXV, nhiệm kỳ 2025 - 2030"
YEAR = "BÁO CÁO công tác xây dựng Đảng năm 2024, nhiệm vụ năm 2025"
HALF = "BÁO CÁO kết quả công tác 6 tháng đầu năm 2024, nhiệm vụ 6 tháng cuối năm 2024"
MONTH = "BÁO CÁO công tác tháng 9, nhiệm vụ tháng 10 năm 2023"
STAGE = "BÁO CÁO kết quả thực hiện Chương trình giảm nghèo giai đoạn 2021 - 2025"
MIDWAY = "BÁO CÁO sơ kết giữa nhiệm kỳ 2020 - 2025"
WRITTEN = datetime.date(2024, 10, 15)


def rules(text: str, family: str, title: str = TERM) -> list[str]:
    case = {"id": "case", "text": f"{text}\n", "title": title, "date": WRITTEN}
    return sorted(f.rule for f in evaluate_cases.findings(case, [family]))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Mẫu Sơn, ngày 15 tháng 10 năm 2024", "15/10/2024"),
        ("Số 12-BC/HU     Mẫu Sơn, ngày 15/10/2024", "15/10/2024"),
        ("HUYỆN ỦY NAM KHÊ     *Mẫu Sơn, ngày … tháng 10 năm 2024*", "…/10/2024"),
        ("Thành phố Hòa Giang, ngày    tháng    năm 2024", "…/…/2024"),
        ("Nghị quyết số 05-NQ/TU, ngày 12/3/2022", None),
        ("Theo kế hoạch của Đảng ủy xã Khe Mo, ngày 12 tháng 3 năm 2022", None),
        ("Hội nghị tổng kết tại Mẫu Sơn, ngày 12/3/2022", None),
    ],
)
def test_the_date_of_the_report_is_a_line_of_its_own(line, date):
    draft = f"{line}\n\n**BÁO CÁO**\n\n**tổng kết công tác**\n\nĐảng bộ có 12 chi bộ.\n"
    assert outline(read_bytes(draft.encode(), "draft.md")).metadata.date == date


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Theo Kế hoạch số 45-KH/HU của Ban Thường vụ Huyện ủy ngày 12/11/2024, xã đã làm.", ["C302"]),
        ("Ngày 02/12/2024, Ban Thường vụ Huyện ủy ban hành Kế hoạch số 45-KH/HU, các xã đã làm.", ["C302"]),
        ("Luật số 47/2024/QH15 ngày 26/11/2024 đã được học tập.", ["C302"]),
        ("Kế hoạch số 96-KH/TU tháng 01/2025 về sinh hoạt chi bộ đã gửi cơ sở.", []),
        ("Ngày 12/11/2024, Đảng ủy sẽ họp theo Kế hoạch số 37-KH/ĐU, ngày 02/9/2024.", []),
        ("Ngày 02/12/2022, Huyện ủy ban hành Kế hoạch số 45-KH/HU. Kế hoạch số 45-KH/HU, ngày 12/12/2022 đã sơ kết.", ["C301"]),
        ("Tháng 9/2021, Huyện ủy ban hành Kế hoạch số 37-KH/HU. Kế hoạch số 37-KH/HU, ngày 14/9/2021 đã sơ kết.", []),
        ("UBND huyện ban hành Kế hoạch số 45/KH-UBND ngày 12/5/2023; Kế hoạch số 61/KH-UBND ngày 10/02/2023.", ["C304"]),
        ("UBND huyện thu hồi đất của 12 hộ (Quyết định số 231/QĐ-UBND ngày 14/9/2022), phê duyệt giá đất (Quyết định số 245/QĐ-UBND ngày 03/8/2022).", ["C304"]),
        ("UBND xã lập Tổ công tác; kiện toàn Ban Chỉ đạo (Quyết định số 88/QĐ-UBND ngày 20/6/2022) theo chủ trương của tỉnh (Quyết định số 97/QĐ-UBND ngày 02/3/2022).", []),
        ("UBND huyện phê duyệt giá đất (Quyết định số 845/QĐ-UBND ngày 29/4/2021), bổ nhiệm hiệu trưởng (Quyết định số 1207/QĐ-UBND ngày 12/3/2022).", []),
        ("UBND tỉnh ban hành Quyết định số 15/QĐ-UBND ngày 10/6/2023; thực hiện Quyết định số 16/QĐ-UBND ngày 05/3/2023.", []),
        ("Bộ Chính trị ban hành Quy định số 37-QĐ/TW, ngày 25/10/2021 về những điều đảng viên không được làm.", ["C305"]),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII.", ["C305"]),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII.", []),
        ("Quy định số 37-QĐ/TW năm 2022 của Ban Chấp hành Trung ương.", ["C305"]),
        ("Quy định số 124-QĐ/TW năm 2018 và Quy định số 124-QĐ/TW năm 2023.", []),
        ("Theo Kế hoạch số 58-KH-ThU, Quyết định số 14/QĐ/ĐUK, Nghị quyết số 07/NQ-ĐUCA ngày 03/02/2022.", ["C303"] * 3),
        ("Theo Kế hoạch số 58-KH/ThU, Quyết định số 14-QĐ/ĐUK, Quy chế số 05-QC/HU-UBND, Kế hoạch số 58-KH thu hồi đất.", []),
        ("Theo Kế hoạch số 12-HK/TU, Kế hoạch số 45-kh/HU, Nghị định số 15/2020/NĐ/CP, Luật số 31-2024/QH15.", ["C303"] * 4),
        ("Công văn số 1547/TTg-KTN, Kế hoạch số 12-KH/TU-UBND, Quyết định số 12/2023/QĐST-HNGĐ, Báo cáo số 16-BC/…", []),
        ("Sơ kết Chỉ thị 11/CT – TU, Nghị quyết 07 – NQ/TU, Kế hoạch 32- KH/HU.", ["C303"] * 3),
        ("Giai đoạn 2021 – 2025, Nghị quyết số 07-NQ/TU – văn bản nền; năm 2023 – Kế hoạch số 32-KH/HU được ban hành.", []),
        ("Hồ sơ số 35/TU lưu tại kho; hộp số 12-KH; Kế hoạch số 3 của Hội Nông dân.", []),
    ],
)  # fmt: skip
def test_citations_in_other_words(text, wanted):
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("title", "text", "wrong"),
    [
        (TERM, "Chỉ tiêu nhiệm kỳ 2020 - 2025 gồm: kết nạp 900 đảng viên, hoàn thành trước năm 2029.", True),
        (TERM, "Mục tiêu nhiệm kỳ 2020 - 2025 là 100% xã đạt chuẩn, định hướng đến năm 2030 đạt nâng cao.", False),
        (TERM, "Trong suốt nhiệm kỳ 2025 - 2030, Đảng bộ huyện đã lãnh đạo hoàn thành 16/18 chỉ tiêu.", True),
        (TERM, "Trong nhiệm kỳ 2025 - 2030, Huyện ủy đã xác định 03 đột phá.", False),
        (TERM, "Trong số các nghị quyết của nhiệm kỳ 2015 - 2020, có 05 nghị quyết còn hiệu lực.", False),
        (TERM, "Ban Chấp hành khóa XXIII (2020 - 2025) đã ban hành nghị quyết về du lịch đến năm 2030.", False),
        (TERM, "Quy hoạch được rà soát hai vòng; trong năm năm 2015 - 2020 Huyện ủy kiên trì thi tuyển các chức danh trưởng phòng.", True),
        (TERM, "Quy hoạch được rà soát hai vòng; trong năm năm 2020 - 2025 Huyện ủy kiên trì thi tuyển các chức danh trưởng phòng.", False),
        (TERM, "Quy hoạch được rà soát hai vòng; trong nhiệm kỳ 2015 - 2020 Huyện ủy chưa tổ chức thi tuyển.", False),
        (MIDWAY, "## Phương hướng, nhiệm vụ từ nay đến cuối nhiệm kỳ 2020 - 2025", False),
        (CONGRESS, "Sau 5 năm thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025, huyện đạt 15 chỉ tiêu.", False),
        (YEAR, "## II. Nhiệm vụ, giải pháp trọng tâm năm 2024", True),
        (YEAR, "## I. Tình hình thực hiện các nhiệm vụ trọng tâm năm 2024", False),
        (YEAR, "Năm 2023, Huyện ủy đã ban hành kế hoạch kiểm tra năm 2024.", False),
        (HALF, "## II. Phương hướng, nhiệm vụ 6 tháng đầu năm 2024", True),
        (HALF, "Trong sáu tháng đầu năm 2024, kết nạp 40 đảng viên.", False),
        (HALF, "6 tháng đầu năm 2023 thu 40 tỷ; 6 tháng đầu năm 2024 thu 46 tỷ, đạt 52% dự toán năm 2024.", False),
        (HALF, "6 tháng đầu năm 2023, giải ngân đạt 67% kế hoạch vốn năm 2024.", True),
        (MONTH, "## II. Nhiệm vụ trọng tâm tháng 9", True),
        (MONTH, "## II. Nhiệm vụ trọng tâm tháng 10", False),
        (STAGE, "## III. Phương hướng, nhiệm vụ giai đoạn 2021 - 2025", True),
        (STAGE, "Giai đoạn 2016 - 2020 toàn huyện giảm 1.204 hộ nghèo; giai đoạn 2021 - 2025 giảm 980 hộ.", False),
    ],
)  # fmt: skip
def test_periods_in_other_words(title, text, wrong):
    assert rules(f"{text}\n\nCấp ủy tập trung lãnh đạo.", "periods", title) == ["P401"] * wrong


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TERM, "Kết quả kiểm tra việc thực hiện kết luận của nhiệm kỳ 2015 - 2020: 12/14 kết luận đã xong."),
        (TERM, "Trong nhiệm kỳ 2021 - 2026, Hội đồng nhân dân huyện đã tổ chức 17 kỳ họp."),
        (TERM, "Công tác tổng kết nhiệm kỳ 2015 - 2020 được lưu trữ đầy đủ."),
        (CONGRESS, "So với đầu nhiệm kỳ 2020 - 2025, thu nhập tăng 1,5 lần; cao hơn nhiệm kỳ 2015 - 2020."),
        (YEAR, "Kết quả khảo sát năm 2021 cho thấy 71% người dân hài lòng; năm 2024 là 84%."),
        (YEAR, "Công tác phát triển đảng viên năm 2023 đạt thấp, năm nay đã có chuyển biến."),
        (YEAR, "Trong quý I năm 2025, hoàn thành kiểm điểm năm 2024."),
        (HALF, "Trong 6 tháng cuối năm 2024, tập trung hoàn thành các chỉ tiêu."),
        ("BÁO CÁO tổng kết nhiệm kỳ 2022 - 2025 của Chi bộ thôn Nà Pục", "Phương hướng nhiệm kỳ 2025 - 2027: kết nạp 03 đảng viên."),
    ],
)  # fmt: skip
def test_other_periods_that_are_right(title, text):
    assert rules(text, "periods", title) == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Tính đến 30/9/2024, toàn thị xã có 214 mô hình dân vận khéo.", "Tính đến 31/10/2024, thị xã có 214 mô hình dân vận khéo.", True),
        ("Tính đến 30/9/2024, có 45 mô hình dân vận khéo.", "Tính đến 30/11/2024, vẫn có 45 mô hình dân vận khéo.", False),
        ("Đến ngày 30 tháng 6 năm 2024, Đảng bộ có 4.470 đảng viên.", "Đến hết tháng 9 năm 2024, Đảng bộ có 4.492 đảng viên.", True),
        ("Đến 30/6/2024, Đảng bộ xã Phú Lương có 312 đảng viên.", "Đến 31/8/2024, Đảng bộ xã Khe Mo có 298 đảng viên.", False),
        ("Đến 31/12/2022, toàn huyện có 52 chi bộ.", "Đến 31/12/2023, toàn huyện có 52 chi bộ.", False),
        ("Các số liệu trong báo cáo chốt đến 30/11/2024.", "Kết nạp 96 đảng viên (số liệu đến 15/12/2024).", True),
        ("Số liệu báo cáo của Kho bạc đến 30/11/2024.", "Tỷ lệ giải ngân đạt 91% (số liệu đến 15/12/2024).", False),
    ],
)  # fmt: skip
def test_one_thing_up_to_two_days(first, second, differ):
    assert rules(f"{first}\n\n{second}", "periods") == ["P402"] * differ


AHEAD = "## V. PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2025 - 2030\n"
BEHIND = "## II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025\n### 1. Công tác xây dựng Đảng về chính trị\n"


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (AHEAD, "Trong nhiệm kỳ 2020 - 2025 sẽ mở ít nhất 40 lớp bồi dưỡng cho cấp ủy viên cơ sở."),
        (AHEAD, "Mục tiêu của nhiệm kỳ 2020 - 2025 là giữ vững đoàn kết, không để phát sinh điểm nóng."),
        (AHEAD, "Cùng với đó, quyết tâm đến cuối nhiệm kỳ 2020 - 2025 có 95% chi bộ xếp loại tốt."),
        (BEHIND, "Trong nhiệm kỳ 2015 - 2020, Đảng bộ đã mở 62 lớp học tập nghị quyết cho đảng viên."),
        (BEHIND, "Nhìn chung, qua 5 năm (2015 - 2020), nền nếp sinh hoạt được giữ vững ở mọi chi bộ."),
        ("", "## IV. Bài học kinh nghiệm từ nhiệm kỳ 2015 - 2020\n\nMột là, giữ vững đoàn kết."),
        (
            "## Phương hướng nhiệm kỳ tới\n",
            "### 1. Mục tiêu của giai đoạn 2020 - 2025\n\nMỗi năm kết nạp 20 đảng viên.",
        ),
    ],
)
def test_a_plan_or_result_in_another_term_than_its_section_is_told(part: str, sentence: str) -> None:
    assert rules(f"{part}{sentence}", "periods") == ["P401"]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (AHEAD, "Trong nhiệm kỳ 2020 - 2025 còn 03 chỉ tiêu chưa đạt, nhiệm kỳ mới sẽ tập trung giải quyết."),
        (AHEAD, "Phát huy kết quả nhiệm kỳ 2020 - 2025, tiếp tục đổi mới sinh hoạt chi bộ."),
        (AHEAD, "Phấn đấu hoàn thành các chỉ tiêu nhiệm kỳ 2020 - 2025, tạo tiền đề bước vào giai đoạn mới."),
        (AHEAD, "Tiếp tục thực hiện Nghị quyết Đại hội nhiệm kỳ 2020 - 2025: rà soát từng việc còn dở dang."),
        (AHEAD, "Nâng tỷ lệ này cao hơn mức đã đạt trong nhiệm kỳ 2020 - 2025."),
        (BEHIND, "Trong nhiệm kỳ 2015 - 2020, Đảng bộ mở 62 lớp; nhiệm kỳ này đã mở 90 lớp."),
        (BEHIND, "Đến cuối nhiệm kỳ 2015 - 2020, xã có 12 chi bộ. Nhiệm kỳ này đã tăng lên 15 chi bộ."),
        (BEHIND, "Cuối nhiệm kỳ 2015 - 2020, toàn xã đã có 96 đảng viên là người dân tộc thiểu số."),
        ("", "## IV. Bài học kinh nghiệm\n\nMột là, giữ vững đoàn kết."),
        (BEHIND, "Trong nhiệm kỳ 2021 - 2026, Hội đồng nhân dân xã đã tổ chức 14 kỳ họp."),
    ],
)
def test_other_terms_that_are_rightly_named_pass(part: str, sentence: str) -> None:
    assert rules(f"{part}{sentence}", "periods") == []


def test_the_political_system_makes_no_report_to_a_congress() -> None:
    title = "BÁO CÁO kết quả xây dựng Đảng và hệ thống chính trị nhiệm kỳ 2020 - 2025"
    assert rules("Tổng kết nhiệm kỳ 2020 - 2025, Đảng bộ đạt nhiều kết quả.", "periods", title) == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Đến hết quý III năm 2024, xã có 14 chi bộ.", "Tính đến ngày 31/8/2024, xã có 06 câu lạc bộ, 148 thành viên.", True),
        ("Toàn huyện có 214 bác sĩ (thời điểm 30/6/2024).", "Toàn huyện có 941 lớp học (số liệu đến 30/9/2024).", True),
        ("Số liệu lấy đến hết tháng 8/2024.", "Tính đến cuối tháng 6 năm 2024, toàn thị xã đã cấp 14.210 giấy chứng nhận.", True),
        ("Từ đầu nhiệm kỳ đến hết quý III năm 2024, kiểm tra 21 tổ chức đảng.", "Từ đầu nhiệm kỳ đến tháng 6/2024, thi hành kỷ luật 34 đảng viên.", True),
        ("Tính đến ngày 30/9/2024, xã có 18 hợp tác xã.", "Đến ngày 20/6/2024, 21 chi bộ đã hoàn thành đại hội.", False),
        ("Tính đến ngày 30/9/2024, xã có 18 hợp tác xã.", "Phấn đấu đến 31/12/2024 có 20 hợp tác xã.", False),
        ("Số liệu tính đến 30/9/2024, trừ chỗ ghi khác.", "Đến ngày 30/6/2024, toàn huyện có 41 trường đạt chuẩn.", False),
        ("Tính đến 30/9/2024, xã có 18 hợp tác xã.", "Theo thống kê của Công an, đến 30/6/2024 xã có 3.142 hộ.", False),
        ("Thẩm tra 39 hồ sơ, kết luận đủ 38, chưa đủ 01 (số liệu đến hết ngày 30/4/2024).", "Đến ngày 31/8/2024, xã có 498 đảng viên.", True),
        ("- Đến 31/3/2024, thu được 12 tỷ đồng.", "- Đến 30/6/2024, thu được 26 tỷ đồng.", False),
        ("Tính đến ngày 20/8/2024, đã giải quyết 178 đơn.", "Tính đến ngày 10/9/2024, đã kiểm tra 46 tổ chức đảng.", True),
        ("Đến thời điểm 31/7/2024, đã mở 87 lớp.", "Từ đầu nhiệm kỳ đến thời điểm ngày 31/8/2024, kết nạp 47 đảng viên.", True),
        ("Tính đến hết ngày 15/9/2024, đã cấp 41.200 tài khoản.", "| Công trình (đến thời điểm 31/7/2024) | Vốn |\n|---|---|\n| Đường thôn | 4.200 |", True),
        ("Chốt số liệu đến ngày 25/8/2024, đã xử lý 96 đơn.", "Chốt số liệu đến ngày 10/9/2024, đã tiếp 241 lượt.", True),
        ("Tính đến ngày 30/9/2024, thu 112 tỷ đồng.", "Tính đến ngày 30/6/2025, phải xong 100% hồ sơ.", False),
        ("Tính đến ngày 30/9/2024, trường có 41 giáo viên.", "Tính đến ngày 15/7/2024, nhận 412 hồ sơ vào lớp 10 năm học 2024 - 2025.", False),
        ("Tính đến ngày 30/9/2024, có 210 hội viên.", "| Trường (tính đến 31/5/2023) | Trường (tính đến 31/5/2024) |\n|---|---|\n| 12 | 13 |", False),
    ],
)  # fmt: skip
def test_numbers_on_hand_have_one_day(first, second, differ):
    assert rules(f"## 1. Tổ chức\n\n{first}\n\n## 2. Kinh tế\n\n{second}", "periods") == ["P402"] * differ


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("| Ngày | Văn bản |\n|---|---|\n| 10/3/2022 | Chỉ thị số 07-CT/TU về phòng cháy |\n\nChỉ thị số 07-CT/TU ngày 10/8/2022 đã được triển khai.", ["C301"]),
        ("| Kế hoạch | Ngày hoàn thành |\n|---|---|\n| Kế hoạch số 21-KH/HU | 30/6/2023 |\n\nKế hoạch số 21-KH/HU ngày 30/5/2023 đã xong.", []),
        ("Kế hoạch số 37-KH/HU ngày 14/9/2021 về kiểm tra, giám sát năm 2022 đã có. Kế hoạch số 73-KH/HU ngày 14/9/2021 về kiểm tra, giám sát năm 2022 đã xong.", ["C301"]),
        ("Quyết định số 112-QĐ/HU ngày 12/3/2021 về việc thành lập Đoàn kiểm tra số 1; Quyết định số 113-QĐ/HU ngày 12/3/2021 về việc thành lập Đoàn kiểm tra số 2.", []),
        ("Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 về công tác văn thư.", ["C305"]),
        ("Chỉ thị số 40-CT/TW ngày 22/11/2014 của Bộ Chính trị về tín dụng chính sách xã hội.", ["C305"]),
        ("Chỉ thị số 40-CT/TW ngày 22/11/2014 và Chỉ thị số 42-CT/TW ngày 24/3/2015 của Ban Bí thư.", []),
    ],
)  # fmt: skip
def test_documents_in_tables_with_two_numbers_and_of_the_state(text, wanted):
    assert rules(text, "citations", "BÁO CÁO tổng kết công tác") == wanted


@pytest.mark.parametrize(
    ("title", "text", "wrong"),
    [
        (TERM, "## B. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030\n\nNhiệm vụ trọng tâm của nhiệm kỳ 2020 - 2025 gồm ba khâu đột phá.", 1),
        (TERM, "## B. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030\n\nPhát huy kết quả của nhiệm kỳ 2020 - 2025, tập trung làm tốt các nhiệm vụ.", 0),
        (YEAR, "## II. NHIỆM VỤ NĂM 2025\n\nPhấn đấu đến cuối năm 2024, mọi chi bộ được số hóa hồ sơ.", 1),
        (YEAR, "## II. NHIỆM VỤ NĂM 2025\n\nTập trung quyết toán ngân sách năm 2024.", 0),
        (YEAR, "Trên đây là báo cáo công tác xây dựng Đảng năm 2023, nhiệm vụ năm 2024.", 1),
        ("BÁO CÁO kết quả thực hiện nhiệm vụ năm 2024, phương hướng năm 2025", "## II. PHƯƠNG HƯỚNG NĂM 2025\n\nTập trung thu hút đầu tư.", 0),
        (TERM, "Nhìn lại 5 năm 2015 - 2020, Đảng bộ đã hoàn thành 18 chỉ tiêu.", 1),
        (TERM, "## B. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030\n\nPhấn đấu trong nhiệm kỳ 2020 - 2025 mỗi năm kết nạp từ 120 đảng viên trở lên.", 1),
        (TERM, "## II. KẾT QUẢ\n\nNghị quyết đề ra phấn đấu trong nhiệm kỳ 2020 - 2025 mỗi năm kết nạp từ 120 đảng viên trở lên.", 0),
        (TERM, "## II. KẾT QUẢ\n\nKiểm tra, giám sát, kỷ luật: Nhiệm kỳ 2015 - 2020, cấp ủy kiểm tra 88 lượt tổ chức đảng.", 1),
        (TERM, "## II. KẾT QUẢ\n\nNhiệm kỳ 2015 - 2020, cấp ủy kiểm tra 88 lượt tổ chức đảng; nhiệm kỳ này kiểm tra 121 lượt.", 0),
        (TERM, "## II. KẾT QUẢ\n\nNhiệm kỳ 2015 - 2020, bộ máy còn cồng kềnh.", 0),
        (TERM, "## II. KẾT QUẢ\n\nNhiệm kỳ 2015 - 2020, cả ba đảng bộ tổ chức học nghị quyết tại nhà văn hóa thôn.", 1),
    ],
)  # fmt: skip
def test_aims_belong_to_what_is_ahead(title, text, wrong):
    assert rules(text, "periods", title) == ["P401"] * wrong


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Các chi bộ họp xong trước ngày 31 tháng 6.", ["F206"]),
        ("Hội thi mở ngày 31/9 tại trụ sở.", ["F206"]),
        ("Lễ mở ngày 30 tháng 2 âm lịch; ngày 12 tháng 6 xã họp.", []),
    ],
)
def test_days_without_a_year_are_in_the_calendar(text, wanted):
    assert rules(text, "figures") == wanted


def test_the_day_of_a_section_is_a_cut_off():
    first, second = (f"Số liệu của mục này tính đến ngày {d}." for d in ("30/6/2024", "31/8/2024"))
    assert rules(f"## 1. Tổ chức\n\n{first}\n\n## 2. Kinh tế\n\n{second}", "periods") == ["P402"]
    assert rules(f"## 1. Tổ chức\n\n{first}\n\n## 2. Kinh tế\n\n{first}", "periods") == []


def test_the_end_of_what_lasted_from_one_day_to_another_is_no_day_of_counting() -> None:
    counted = "Báo cáo lấy số liệu đến ngày 31/12/2024."
    lasted = (
        "Mở lớp dự nguồn cấp ủy kéo dài từ ngày 20/11/2022 đến ngày 15/3/2023 cho 45 học viên, học xong có thực tế."
    )
    assert rules(f"{counted}\n\n{lasted}", "periods") == []
    assert rules(f"{counted}\n\nTính đến ngày 15/3/2023, Đảng bộ có 452 đảng viên.", "periods") == ["P402"]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Ban Thường vụ Huyện ủy ban hành Kế hoạch số 47-KH/HU, ngày 18/5/2022.", "Làm theo Kế hoạch số 47-KH/HU, ngày 25/8/2022.", ["C301"]),
        ("Ban Thường vụ Huyện ủy ban hành Kế hoạch số 47-KH/HU, ngày 18/5/2021.", "Làm theo Kế hoạch số 47-KH/HU, ngày 25/8/2023.", []),
        ("Ban Thường vụ Huyện ủy ban hành Kế hoạch số 47-KH/HU, ngày 18/5/2022.", "Làm theo Nghị quyết số 47-NQ/HU, ngày 25/8/2022.", []),
    ],
)  # fmt: skip
def test_who_issues_a_document_may_be_said_once(first: str, second: str, wanted: list[str]) -> None:
    assert rules(f"## I. KẾT QUẢ\n\n{first}\n\n## II. ĐÁNH GIÁ\n\n{second}", "citations") == wanted


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("BÁO CÁO kết quả thực hiện nhiệm vụ thủy lợi năm 2024", "PHƯƠNG HƯỚNG NĂM 2025", []),
        ("BÁO CÁO kết quả và một số nhiệm vụ có liên quan về thủy lợi năm 2024", "NHIỆM VỤ NĂM 2025", []),
        ("BÁO CÁO phương hướng, nhiệm vụ thủy lợi năm 2024", "PHƯƠNG HƯỚNG NĂM 2025", ["P401"]),
        ("BÁO CÁO công tác thủy lợi năm 2024, nhiệm vụ năm 2025", "PHƯƠNG HƯỚNG NĂM 2026", ["P401"]),
    ],
)
def test_tasks_of_the_only_year_of_a_title_are_those_reported(title, line, wanted):
    """What is ahead is then another year's; a title that plans for its year, or names the next, says which."""
    assert rules(f"I. {line}", "periods", title) == wanted
