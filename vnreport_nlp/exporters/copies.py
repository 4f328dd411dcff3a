"""Which drafts get an annotated copy, and in words why another gets none."""

from __future__ import annotations

from pathlib import Path

from ..model import Assessment, Finding, Message, msg

NAMING_OTHERS = frozenset({"R601"})
"""Findings that name other units or quote their drafts: a copy goes back to its own unit."""
_OF_WORD = frozenset({"doc", "rtf", "odt", "fodt"})
"""Formats that Word opens and saves as .docx."""


def commented(found: Finding) -> bool:
    """Whether a finding becomes a comment."""
    unsaid = found.rule in ("S110", "S112") and not found.accepted  # what a text is really about a reviewer says first
    return not found.waived and found.rule not in NAMING_OTHERS and not unsaid


def copied(result: Assessment) -> bool:
    """Whether a draft is a Word file with something to comment on."""
    return result.document.format == "docx" and any(map(commented, result.findings))


def uncopied(result: Assessment) -> Message:
    """Why a draft has no annotated copy, and what helps."""
    if result.document.format in _OF_WORD:
        return msg("Chưa có bản Word kèm bình luận: dự thảo không phải tệp .docx. Cần bản này thì mở bằng Word, lưu thành .docx rồi chạy lại.")  # fmt: skip
    if result.document.format != "docx":
        return msg("Chưa có bản Word kèm bình luận: dự thảo không phải tệp Word. Cần bản này thì xin đơn vị bản .docx rồi chạy lại.")  # fmt: skip
    live = [f for f in result.findings if not f.waived]
    if not live:
        return msg("Chưa có bản Word kèm bình luận: dự thảo không có phát hiện nào.")
    if result.foreign and not any(map(commented, live)):
        return msg("Chưa có bản Word kèm bình luận: tài liệu chưa khớp với đề cương và chưa có ý kiến thẩm định.")
    if not any(map(commented, live)):
        return msg("Chưa có bản Word kèm bình luận: chỉ có đoạn giống dự thảo khác, không ghi vào bản gửi lại đơn vị.")
    if not Path(result.document.path).is_file():
        return msg("Chưa có bản Word kèm bình luận: không còn thấy tệp dự thảo. Để tệp về chỗ cũ rồi chạy lại.")
    return msg("Chưa có bản Word kèm bình luận: không ghi được bình luận vào tệp này (tệp đặt mật khẩu, có macro hoặc bị lỗi). Mở bằng Word, lưu thành tệp .docx khác rồi chạy lại.")  # fmt: skip
