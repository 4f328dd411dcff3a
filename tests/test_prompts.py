"""A form of Word that nobody has filled in: what it asks for is no text of the draft."""

from __future__ import annotations

import pytest

from vnreport_nlp.outline.placeholders import is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "Bấm hoặc gõ vào đây để nhập văn bản.", "Bấm vào đây để nhập văn bản", "Nhấp chuột vào đây để nhập văn bản.",
        "(Văn phòng Đảng ủy cung cấp số liệu sau)", "(Xin ý kiến lãnh đạo trước khi đưa vào)", "- Khối lượng: … kg; đơn vị thu gom: …",
        "Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.", "Choose an item.", "Chọn một mục.",
    ],
)  # fmt: skip
def test_prompts_are_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nhấn mạnh vai trò của cấp ủy để nhập cuộc.", "Chọn một mục tiêu cho cả năm.", "Click chuột để nhập 35 hồ sơ trên cổng dịch vụ công.",
        "(Chi tiết theo phụ lục đính kèm)", "- Khối lượng: 35 kg; đơn vị thu gom: …", "Đồng chí chủ trì: quyết liệt, gần dân…",
        "Bấm giờ để chọn người thắng cuộc.",
    ],
)  # fmt: skip
def test_sentences_are_none(text: str) -> None:
    assert not is_placeholder(text)
