"""The bundled outline of inspection reports: optional (``nếu có``) and conditional items, with one short invented draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template
from vnreport_nlp.cli.main import run
from vnreport_nlp.model import Assessment, Document
from vnreport_nlp.readers import read_bytes
from vnreport_nlp.resources import template_files

ID = "thanh-tra-tt06-2025"
OPTIONAL = {"I.1.b.1", "I.1.c.1", "II.2.1", "II.5"}
LONG = (
    "Thanh tra thành phố và các phòng chuyên môn phân công từng đoàn, lập nhật ký, báo cáo tiến độ hằng tuần; "
    "việc chậm được nhắc bằng văn bản và ghi vào hồ sơ thi đua của trưởng đoàn."
)
DRAFT = f"""ỦY BAN NHÂN DÂN THÀNH PHỐ HOA LÂM

THANH TRA THÀNH PHỐ

Số: 118/BC-TTr

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Hoa Lâm, ngày 12 tháng 12 năm 2025

BÁO CÁO

Nội dung về công tác thanh tra năm 2025

Kinh tế thành phố tăng trưởng khá; kế hoạch thanh tra được phê duyệt từ tháng 12 năm trước.

I. KẾT QUẢ THỰC HIỆN

1. Thanh tra

a) Việc triển khai các cuộc thanh tra

Trong kỳ thực hiện 12 cuộc, gồm 03 cuộc kỳ trước chuyển sang và 09 cuộc triển khai trong kỳ. {LONG}

b) Kết luận thanh tra

Đã ban hành 10 kết luận đối với 14 đơn vị, kiến nghị thu hồi 1.250 triệu đồng về ngân sách. {LONG}

c) Kết quả thực hiện kết luận thanh tra

Đã hoàn thành 08 kết luận, còn 02 kết luận đang thực hiện; thu hồi 910 triệu đồng. {LONG}
{{other}}
2. Kết quả thực hiện công tác quản lý nhà nước về thanh tra

Đã mở 04 lớp tập huấn cho 210 lượt người; sửa đổi 02 văn bản nội bộ. {LONG}

II. NHẬN XÉT, ĐÁNH GIÁ

1. Đánh giá về kết quả, tồn tại, hạn chế trong việc xây dựng và thực hiện kế hoạch công tác thanh tra

Kế hoạch đạt 100%, song 02 cuộc ban hành kết luận chậm. {LONG}

2. Đánh giá kết quả, tồn tại, hạn chế trong việc chỉ đạo, điều hành, thực hiện chức năng quản lý nhà nước về công tác thanh tra

Việc rà soát văn bản đi vào nền nếp; thông tin báo cáo có lúc còn trễ hạn. {LONG}

3. Đánh giá vai trò của cơ quan thanh tra trong việc phát hiện, xử lý vi phạm pháp luật, tiêu cực, tham nhũng, lãng phí

Qua thanh tra, hai sơ hở trong quản lý vật tư được bịt lại. {LONG}

4. Nguyên nhân của những kết quả, của tồn tại, hạn chế

Đoàn thanh tra có đủ người nghề; còn hồ sơ ở vài đơn vị lưu thiếu, phải chờ xác minh. {LONG}
{{lesson}}
III. PHƯƠNG HƯỚNG, NHIỆM VỤ TRONG KỲ TIẾP THEO

Trong năm 2026, tập trung vào đất đai, đầu tư công và đôn đốc dứt điểm các kết luận còn lại. {LONG}

IV. KIẾN NGHỊ VÀ ĐỀ XUẤT

Đề nghị thanh tra cấp trên hướng dẫn thống nhất cách tính số tiền thu hồi đã nộp nhiều lần. {LONG}

Nơi nhận:

- UBND thành phố;

- Lưu: VT.

CHÁNH THANH TRA
"""
LESSON = "\n5. Bài học kinh nghiệm\n\nChọn đúng việc, đúng lúc thì thanh tra ngắn mà vẫn có kết quả; kết luận phải viết để làm được ngay.\n"


def draft(*, other: str = "", lesson: str = "") -> Document:
    return read_bytes(DRAFT.format(other=other, lesson=lesson).encode(), "thanh-tra.md")


def judged(**parts: str) -> Assessment:
    return assess(draft(**parts), load_template(ID))


def statuses(found: Assessment) -> dict[str, str]:
    return {v.requirement: v.status for v in found.verdicts}


def test_the_template_is_listed_and_without_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "list"]) == 0
    assert ID in capsys.readouterr().out
    assert run(["template", "lint", str(template_files()[ID])]) == 0


def test_what_the_form_asks_only_sometimes_is_optional_here() -> None:
    template = load_template(ID)
    assert {r.number for r in template.requirements if not r.required} == OPTIONAL
    assert {r.number: r.when for r in template.requirements if r.when} == {
        **dict.fromkeys(OPTIONAL - {"II.5"}, "nếu có"),
        "II.5": "chỉ áp dụng đối với báo cáo hằng năm",
    }


def test_a_draft_without_optional_items_lacks_nothing() -> None:
    found = judged()
    assert not found.foreign
    assert {n for n, s in statuses(found).items() if s == "excused"} == OPTIONAL
    assert [f.requirement for f in found.findings if f.rule in ("S101", "S102")] == []
    assert found.coverage.missing == 0
    assert found.coverage.excused == len(OPTIONAL)
    assert found.coverage.percent == 100


def test_an_optional_item_that_is_there_counts() -> None:
    found = judged(lesson=LESSON)
    assert statuses(found)["II.5"] == "covered"
    assert found.coverage.excused == len(OPTIONAL) - 1


def test_an_optional_item_that_is_there_but_empty_is_told() -> None:
    found = judged(lesson="\n5. Bài học kinh nghiệm\n")
    assert statuses(found)["II.5"] == "empty"
    assert [f.requirement for f in found.findings if f.rule == "S102"] == ["II.5"]


@pytest.mark.parametrize("mark", ["{title}: {text}", "c.1) {title}\n\n{text}", "**{title}**\n\n{text}"])
def test_an_optional_item_is_found_however_it_is_headed(mark: str) -> None:
    text = "Ba đơn vị đã công khai lại định mức vật tư trên bảng tin trong tháng 11."
    found = judged(other=f"\n{mark.format(title='Kết quả thực hiện các kiến nghị khác', text=text)}\n")
    assert (statuses(found)["I.1.c.1"], statuses(found)["I.1.c"]) == ("covered", "covered")
    assert found.coverage.excused == len(OPTIONAL) - 1


def test_a_required_item_is_still_missed(tmp_path: Path) -> None:
    text = DRAFT.format(other="", lesson=LESSON)
    start, stop = text.index("IV. KIẾN NGHỊ"), text.index("Nơi nhận:")
    found = assess(read_bytes((text[:start] + text[stop:]).encode(), "x.md"), load_template(ID))
    assert statuses(found)["IV"] == "missing"
    assert [f.requirement for f in found.findings if f.rule == "S101"] == ["IV"]
