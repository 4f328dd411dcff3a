"""One document with two subjects, a number with its digits turned, and letters that are another body's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

TITLE = "ĐẢNG BỘ TỈNH SƠN LẠC\nHUYỆN ỦY TAM LỘC\n*\nBÁO CÁO\nkết quả công tác năm 2024"


def found(text: str) -> list[str]:
    return [
        f.message.text if hasattr(f.message, "text") else str(f.message)
        for f in evaluate_cases.findings({"id": "c", "title": TITLE, "text": text + "\n"}, ("citations",))
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Nghị quyết số 06-NQ/HU ngày 12/5/2021 của Huyện ủy về trồng cây dược liệu. Sau sơ kết Nghị quyết số 06-NQ/HU về cứng hóa kênh mương, huyện đã bổ sung vốn.",
            "hai nội dung",
        ),
        (
            "Ban hành Kế hoạch số 31-KH/HU ngày 04/3/2022 về luân chuyển cán bộ.\nĐã tổng kết Kế hoạch số 31-KH/HU ngày 04/3/2022 về bảo vệ rừng đầu nguồn.",
            "hai nội dung",
        ),
        (
            "Thực hiện Đề án số 27-ĐA/HU ngày 09/8/2021 của Ban Thường vụ Huyện ủy về số hóa hồ sơ.\nĐề án số 72-ĐA/HU đã hoàn thành 4 mục tiêu.",
            "ghi đảo chữ số",
        ),
        ("Theo Nghị quyết số 18/NQ-HĐND ngày 10/7/2022 của Ủy ban nhân dân tỉnh về thu phí.", "cơ quan ban hành"),
        ("Theo Kế hoạch số 77-KH/TU ngày 10/7/2022 của Ban Thường vụ Huyện ủy về thi đua.", "cơ quan ban hành"),
        ("Thông tư số 09/2021/TT-BYT ngày 02/7/2021 của Bộ Nội vụ về phụ cấp.", "cơ quan ban hành"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_found(text: str, part: str) -> None:
    assert [m for m in found(text) if part in m]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 06-NQ/HU ngày 12/5/2021 của Huyện ủy về trồng cây dược liệu. Nghị quyết số 06-NQ/HU về phát triển vùng dược liệu dưới tán rừng.",
        "Kết luận số 40-KL/TU ngày 06/6/2022 về tiếp tục thực hiện Chỉ thị số 12-CT/TU.\nKết luận số 40-KL/TU về phòng cháy rừng.",
        "Kế hoạch số 31-KH/HU ngày 04/3/2022 về luân chuyển cán bộ.\nKế hoạch số 31-KH/HU ngày 15/9/2017 về bảo vệ rừng đầu nguồn.",
        "Đề án số 27-ĐA/HU ngày 09/8/2021 về số hóa hồ sơ. Đề án số 72-ĐA/HU ngày 10/9/2023 về nhà văn hóa.",
        "Nghị quyết số 12-NQ/HU ngày 09/8/2021 về số hóa hồ sơ. Nghị quyết số 21-NQ/HU về khuyến học.",
        "Nghị quyết số 18/NQ-HĐND ngày 10/7/2022 của Hội đồng nhân dân tỉnh. Quyết định số 30/QĐ-UBND của Chủ tịch UBND tỉnh.",
        "Thông tư số 06/2023/TT-BVHTTDL ngày 02/7/2023 của Bộ Văn hóa, Thể thao và Du lịch. Thông tư số 22/2021/TT-BGDĐT của Bộ GD&ĐT.",
        "UBND huyện trình HĐND huyện ban hành Nghị quyết số 18/NQ-HĐND ngày 10/7/2022.",
    ],
)  # fmt: skip
def test_right_citations_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("việc thực hiện công tác cải cách hành chính năm 2024", "thực hiện nhiệm vụ CCHC năm 2025", ["hai nội dung"]),
        ("việc thực hiện công tác cải cách hành chính năm 2025", "thực hiện nhiệm vụ CCHC năm 2025", []),
        ("cải cách hành chính giai đoạn 2021 - 2025", "cải cách hành chính năm 2025", []),
        ("phát triển du lịch đến năm 2025, định hướng đến năm 2030", "phát triển du lịch đến năm 2025", []),
        ("cải cách hành chính, trong năm 2024 xã rà soát 40 thủ tục", "cải cách hành chính năm 2025", []),
    ],
)
def test_one_document_is_of_one_year(one: str, other: str, wanted: list[str]) -> None:
    text = f"Thực hiện Kế hoạch số 14/KH-UBND ngày 17/02/2025 về {one}.\n\nXã có Kế hoạch số 14/KH-UBND ngày 17/02/2025 về {other}."
    messages = found(text)
    assert len(messages) == len(wanted) and all(part in m for part, m in zip(wanted, messages, strict=True)), messages
