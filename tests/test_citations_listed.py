"""C301, C303, C305: days of laws that amend others, documents of two years side by side, numbers turned without a day, a slash too many."""

from __future__ import annotations

import pytest
from test_periods_citations import rules


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công số 39/2019/QH14, ngày 11/01/2022.", []),
        ("Theo Nghị định sửa đổi Nghị định số 24/2014/NĐ-CP ngày 14/9/2020 của Chính phủ, huyện giảm 2 phòng.", []),
        ("Nghị định số 107/2020/NĐ-CP ngày 14/9/2021 sửa đổi Nghị định số 24/2014/NĐ-CP ngày 04/4/2014.", ["C301"]),
        ("Căn cứ Luật Đầu tư công số 39/2019/QH14, ngày 11/01/2022.", ["C301"]),
    ],
)
def test_the_day_behind_an_amended_law_is_of_the_law_that_amends_it(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chương trình số 02-CTr/HU ngày 12/01/2021 và Chương trình số 02-CTr/HU ngày 10/01/2022 được giao cho Ủy ban Kiểm tra.", []),
        ("Chương trình số 02-CTr/HU ngày 12/01/2021 nêu 5 cuộc. Cuối năm, Chương trình số 02-CTr/HU ngày 12/01/2022 đã xong.", ["C301"]),
        ("Chương trình số 02-CTr/HU ngày 12/01/2021 và Chương trình số 02-CTr/HU ngày 15/01/2021 được ban hành.", ["C301"]),
    ],
)  # fmt: skip
def test_one_number_of_two_years_in_one_list_is_of_two_documents(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kế hoạch số 83-KH/HU ngày 04/5/2022 giao 7 việc. Các xã làm theo Kế hoạch số 38-KH/HU ngày 04/5/2022 nói trên.", ["C301"]),
        ("Kế hoạch số 83-KH/HU ngày 04/5/2022 và Kế hoạch số 38-KH/HU ngày 04/5/2022 cùng giao 7 việc.", []),
    ],
)  # fmt: skip
def test_a_number_that_points_back_is_that_of_the_document_above(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Học tập theo Chỉ thị số 50-CT/TW về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", ["C305"]),
        ("Thực hiện Chỉ thị số 50-CT/TW về phát hiện, xử lý vụ án tham nhũng, đã khởi tố 2 vụ.", []),
        ("Thực hiện Chỉ thị số 05-CT/TW về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", []),
        ("Thực hiện Chỉ thị số 50-CT/TW, các chi bộ đăng ký 12 việc.", []),
    ],
)  # fmt: skip
def test_a_turned_number_without_a_day_is_told_by_its_subject(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    "text", ["Theo 45//QĐ-TTg, xã rà soát 3 nhóm việc.", "Xã có Kế hoạch số 31/BC-UBND về tuyển quân."]
)
def test_a_slash_too_many_and_the_letters_of_a_report(text: str) -> None:
    assert rules(text, "citations") == ["C303"]


@pytest.mark.parametrize(
    "text", ["Theo 45/QĐ-TTg, xã rà soát 3 nhóm việc.", "Xã có Báo cáo số 31/BC-UBND về tuyển quân."]
)
def test_their_right_forms_pass(text: str) -> None:
    assert rules(text, "citations") == []


def test_two_numbers_of_one_list_are_not_one_turned() -> None:
    assert rules("Kế hoạch số 47-KH/HU và Kế hoạch số 74-KH/HU ngày 12/8/2022 do hai phòng soạn.", "citations") == []
    assert rules("Kế hoạch số 74-KH/HU ngày 12/8/2022 giao 5 việc. Huyện kiểm tra Kế hoạch số 47-KH/HU hai lần.", "citations") == ["C301"]  # fmt: skip


SCHOOLS = "về việc ban hành quy định về công nhận đạt chuẩn cấp tỉnh đối với"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([f"Căn cứ Thông tư số {n}/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ Giáo dục và Đào tạo {SCHOOLS} {what};" for n, what in ((17, "trường tiểu học"), (18, "trường trung học"), (19, "trường mầm non"))], []),
        ([f"Căn cứ Kế hoạch số {n}-KH/HU ngày 04/5/2022 về rà soát quỹ đất công ích trên địa bàn;" for n in (83, 84)], []),
        ([f"Xã làm theo Kế hoạch số {n}-KH/HU ngày 04/5/2022 về rà soát quỹ đất công ích trên địa bàn." for n in (83, 84)], ["C301"]),
        ([f"Xã theo Thông tư số {n}/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 {SCHOOLS} {what}." for n, what in ((17, "trường tiểu học"), (18, "trường mầm non"))], []),
    ],
)  # fmt: skip
def test_documents_of_one_day_that_a_list_of_bases_names_one_by_one(lines: list[str], wanted: list[str]) -> None:
    assert rules("\n\n".join(lines), "citations") == wanted


CENTRAL = "Ban Chấp hành Trung ương"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quán triệt Nghị quyết số 19-NQ/TW ngày 25/10/2017, Kế hoạch số 07-KH/TW ngày 27/11/2017 của Bộ Chính trị, xã mở 3 lớp.", []),
        (f"Học Chỉ thị số 05-CT/TW ngày 15/5/2016 và Nghị quyết số 04-NQ/TW ngày 30/10/2016 của {CENTRAL}.", []),
        ("Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017, Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị.", []),
        (f"Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của {CENTRAL} về bộ máy; số 35-NQ/TW ngày 22/10/2018 về nền tảng tư tưởng.", []),
        (f"Theo Chỉ thị số 35-CT/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của {CENTRAL}.", []),
        ("Theo Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Bộ Chính trị.", ["C305"]),
        ("Theo Chỉ thị số 05-CT/TW ngày 15/5/2016, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Ban Bí thư.", ["C305"]),
        (f"Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của {CENTRAL}, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của {CENTRAL}.", ["C305"]),
    ],
)  # fmt: skip
def test_the_issuer_at_the_end_of_a_list_is_held_against_the_document_beside_it(text: str, wanted: list[str]) -> None:
    assert rules(text, "citations") == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Nghị quyết số 612-NQ/QUTW ngày 20/12/2021", "Nghị quyết số 118-NQ/QUTW ngày 14/3/2022", []),
        ("Chỉ thị số 214-CT/ĐUQS ngày 20/11/2022", "Chỉ thị số 31-CT/ĐUQS ngày 15/02/2023", []),
        ("Kế hoạch số 77-KH/ĐUCA ngày 03/10/2023", "Kế hoạch số 52-KH/ĐUCA ngày 11/4/2024", []),
        ("Nghị quyết số 612-NQ/QUTW ngày 14/3/2022", "Nghị quyết số 118-NQ/QUTW ngày 20/9/2022", ["C304"]),
        ("Chỉ thị số 21-CT/HU ngày 20/11/2022", "Chỉ thị số 14-CT/HU ngày 15/02/2023", ["C304"]),
        ("Kế hoạch số 77-KH/ĐU ngày 03/10/2023", "Kế hoạch số 52-KH/ĐU ngày 11/4/2024", ["C304"]),
        ("Hướng dẫn số 31-HD/BTCTU ngày 03/10/2023", "Hướng dẫn số 24-HD/BTCTU ngày 11/4/2024", ["C304"]),
    ],
)
def test_committees_with_letters_of_their_own_may_count_by_the_year(first: str, second: str, wanted: list[str]) -> None:
    assert rules(f"Quán triệt {first}, chi bộ mở 2 đợt.\nSau đó, thực hiện {second}, chi bộ mở thêm 1 đợt.", "citations") == wanted  # fmt: skip
