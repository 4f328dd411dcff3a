"""What an inspection concludes of bodies and persons together adds up to what was inspected."""

import pytest
from figure_rules import rules

INSPECTED = "Ủy ban Kiểm tra giám sát 05 chi bộ và 09 đảng viên. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            INSPECTED
            + "Qua giám sát, kết luận 03 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.",
            True,
        ),
        (
            INSPECTED
            + "Qua giám sát kết luận 02 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 02 đảng viên còn hạn chế.",
            True,
        ),
        (
            INSPECTED
            + "Qua giám sát, kết luận 02 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
        (
            INSPECTED
            + "Qua giám sát, kết luận 01 chi bộ và 06 đảng viên thực hiện tốt, 01 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
        (
            INSPECTED
            + "Qua giám sát, kết luận 01 chi bộ và 04 đảng viên thực hiện tốt, 02 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
        (
            INSPECTED
            + "Trong đó đã kết luận 01 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
        (INSPECTED + "Đã có 03 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.", False),
        (
            INSPECTED
            + "Qua giám sát, kết luận 03 tổ chức và 06 đảng viên làm tốt, 03 tổ chức và 03 đảng viên còn hạn chế.",
            False,
        ),
        (
            "Qua giám sát, kết luận 03 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
        (
            "Cấp ủy giám sát 06 chi bộ và 09 đảng viên. Trong số đó, Ủy ban Kiểm tra giám sát 05 chi bộ và 09 đảng viên. "
            "Qua giám sát, kết luận 03 chi bộ và 06 đảng viên thực hiện tốt, 03 chi bộ và 03 đảng viên còn hạn chế.",
            False,
        ),
    ],
)
def test_a_conclusion_of_bodies_and_persons(text, told):
    assert rules(text) == (["F201"] if told else [])
