"""Two numbers of one day that an office hardly reaches in a day and a slip of the pen tells apart, and official letters cited as papers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

PLAN = (
    "Theo Kế hoạch số 4471/KH-UBND ngày 17/8/2020 về phát triển cây dược liệu, huyện đã giao chỉ tiêu cho các xã.\n\n"
)
SMALL = "Xã có Kế hoạch số 62/KH-UBND ngày 21/3/2023 về làm đường ngõ xóm.\n\n"
RULED = "Đảng ủy xã ra Nghị quyết số 07-NQ/ĐU ngày 16/6/2018 về trồng rừng gỗ lớn.\n\n"
LETTER = "Tại văn bản số 1458/SNV-TC125 ngày 31/12/2019 của Sở Nội vụ có hướng dẫn cách tính.\n\n"
WRONG = (
    PLAN + "Việc trồng mới theo đúng Kế hoạch số 4417/KH-UBND ngày 17/8/2020 của UBND tỉnh.",
    LETTER + "Sở Nội vụ đã có văn bản số 1458/SNV-TC125 ngày 21/12/2019 gửi các xã.",
    SMALL + "Ban quản lý báo cáo tiến độ của Kế hoạch số 26/KH-UBND ngày 21/3/2023 tại kỳ họp.",
    RULED + "Các chi bộ đã tự chấm việc làm theo Nghị quyết số 17-NQ/ĐU ngày 16/6/2018.",
)
RIGHT = (
    PLAN + "Việc trồng mới theo đúng Kế hoạch số 4471/KH-UBND ngày 17/8/2020 của UBND tỉnh.",
    PLAN + "Thực hiện Kế hoạch số 4417/KH-UBND ngày 17/8/2020 của UBND tỉnh về chuyển đổi số trong trường học.",
    PLAN + "Việc trồng mới theo đúng Kế hoạch số 4417/KH-UBND ngày 12/11/2020 của UBND tỉnh.",
    PLAN + "Đã ban hành Quyết định số 4417/QĐ-UBND ngày 17/8/2020.",
    SMALL + "Ban quản lý báo cáo tiến độ của Kế hoạch số 63/KH-UBND ngày 21/3/2023 tại kỳ họp.",
    SMALL + "Ban quản lý báo cáo tiến độ của Kế hoạch số 26/KH-UBND ngày 09/2/2023 tại kỳ họp.",
    RULED + "Các chi bộ đã tự chấm việc làm theo Nghị quyết số 08-NQ/ĐU ngày 16/6/2018.",
    "Ngày đầu năm, UBND tỉnh ra Quyết định số 21/QĐ-UBND ngày 04/01/2022.\n\nCùng buổi có Quyết định số 12/QĐ-UBND ngày 04/01/2022.",
    "Đã thu hồi đất theo các Quyết định số 345/QĐ-UBND ngày 05/3/2021, số 354/QĐ-UBND ngày 05/3/2021.",
    LETTER + "Sở Nội vụ đã có văn bản số 1458/SNV-TC125 ngày 31/12/2019 gửi các xã.",
    "Theo Văn bản số 412/SYT-KT5 ngày 11/10/2021, Văn bản số 398/SXD-KT5 ngày 15/10/2021, huyện đã rà soát.",
)


def rules(text: str) -> list[str]:
    return [f.rule for f in evaluate_cases.findings({"id": "c", "text": text + "\n"}, ("citations",))]


@pytest.mark.parametrize("text", WRONG)
def test_one_document_cited_in_two_ways(text: str) -> None:
    assert rules(text) == ["C301"]


@pytest.mark.parametrize("text", RIGHT)
def test_two_documents_or_one_cited_alike(text: str) -> None:
    assert rules(text) == []
