"""Text that only says that figures are being gathered and will be reported later, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..expressions import compiled
from ..gates import Gated

LONGEST = 700
"""Characters of a paragraph that may be an excuse; a longer one tells something."""
_GATHER = r"(?:tổng hợp|thu thập|rà soát|cập nhật|đối chiếu|thống kê|hoàn thiện|hoàn chỉnh|biên tập|kiểm đếm)"
_GIVE = r"(?:báo cáo|gửi|bổ sung|cập nhật|trình|nộp|cung cấp|hoàn thiện|hoàn chỉnh|điền|nêu|thể hiện|đưa vào)"
_FIGURES = r"(?:số liệu|báo cáo|nội dung|thông tin|biểu mẫu|kết quả)"
_SOME = r"(?:[^\W\d_]+\s+)"
_WAITING = compiled(
    rf"\b(?:(?:đang|hiện|còn phải)\s+{_SOME}{{0,6}}?{_GATHER}"
    rf"|(?:chờ|đợi)\s+{_SOME}{{0,4}}?(?:{_FIGURES}|tổng hợp|cung cấp|gửi)"
    rf"|(?:chưa|chậm)\s+{_SOME}{{0,4}}?(?:{_FIGURES}|tổng hợp|thống kê|gửi|nộp|cung cấp)"
    rf"|(?:xin|đề nghị|cho|được)\s+{_SOME}{{0,3}}?(?:nợ|lùi|gia hạn|khất))\b",
    re.IGNORECASE,
)
"""What is being gathered, or has not come."""
_LATER = compiled(
    rf"\b(?:sẽ|xin|đề nghị cho|cho phép|dự kiến)\s+{_SOME}{{0,4}}?{_GIVE}\b(?:\s+[^\W\d_]+){{0,7}}?\s+"
    r"(?:sau(?!\s+(?:đây|này|sáp nhập|hợp nhất|đại hội))|khi (?:có|xong|tổng hợp|nhận|đủ)|ngay khi"
    r"|trong (?:tuần|tháng|ít ngày|thời gian tới|báo cáo (?:sau|chính thức|lần sau))"
    r"|(?:trước|vào|chậm nhất|muộn nhất)\s+(?:là\s+)?(?:ngày|tuần|cuối|đầu|tháng|bản|báo cáo)|(?:lần|đợt|kỳ|dịp|bản)\s+(?:sau|tới|chính thức))"
    rf"|\b(?:sẽ|xin)\s+{_SOME}{{0,3}}?(?:bổ sung|cập nhật|gửi|báo cáo)(?:\s+(?:bổ sung|số liệu|đầy đủ|sau|thêm))+"
    r"|\b(?:báo cáo|gửi|bổ sung|cập nhật)\s+(?:bổ sung\s+)?sau\s*(?=[.,;)\]]|$)",
    re.IGNORECASE,
)
"""That it will come later."""
_ASKED = compiled(
    r"\bđã\s+(?:giao|gửi|đôn đốc|yêu cầu|có (?:văn bản|công văn)|đề nghị|chỉ đạo|phân công|nhắc)\b", re.IGNORECASE
)
"""Who was told to gather it."""
_HABIT = compiled(
    r"\b(?:thường(?! trực| vụ)|có nơi|có lúc|một số|một vài|nhiều nơi|kịp thời|chế độ (?:thông tin|báo cáo)|công tác (?:thông tin|báo cáo|thống kê)|hằng (?:tuần|tháng|quý|năm)|hàng (?:tuần|tháng|quý|năm)|định kỳ)\b",
    re.IGNORECASE,
)
"""How reports are given as a rule: a weakness or a task."""
_ACTIVITY = compiled(
    r"\b(?:tổng hợp|rà soát|thống kê|cập nhật|hoàn thiện|xác minh|kiểm đếm|thu thập)\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:ý kiến|kiến nghị|góp ý|đơn|hồ sơ|danh sách|quy hoạch|cơ sở dữ liệu|dữ liệu dân cư|thể chế|quy chế|quy định|thủ tục|phương án|đề án|dự án|dự thảo|văn kiện|vụ việc|chứng cứ)\b",
    re.IGNORECASE,
)
"""Gathering that is work done for others, not a report that is late."""
_DONE = compiled(
    r"\bđã\s+(?!(?:giao|gửi|đôn đốc|yêu cầu|có (?:văn bản|công văn)|đề nghị|chỉ đạo|phân công|nhắc|hướng dẫn|nhận được)\b)"
    r"|\b(?:kết quả đạt|góp phần|qua đó|nhờ đó|được nâng lên|chuyển biến|bảo đảm đúng|nghiêm túc thực hiện|quan tâm lãnh đạo)\b",
    re.IGNORECASE,
)
"""What was done: the paragraph tells something."""
_DATED = compiled(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|\b(?:ngày|tháng|năm|quý|phụ lục|biểu|mẫu|số|mục|phần|tuần)(?:\s+số)?\s+\d[\d/.-]*(?:-[A-ZĐ]{2,}/[A-ZĐ]+)?|\d{1,2}\s+(?:ngày|tuần)\b",
    re.IGNORECASE,
)
_ITSELF = Gated(
    r"\bsố liệu\b|\b(?:nội dung|phần|mục|đoạn|biểu|bảng) này\b|\bbáo cáo bổ sung\b|\b(?:bổ sung|gửi|cập nhật) sau\b",
    re.IGNORECASE,
)
"""Words for what the report itself still lacks."""
_SAID = compiled(
    r"\W*(?:(?:(?:các )?số liệu|(?:nội dung|phần|mục|đoạn|biểu|bảng) này)(?: này| trên| cụ thể| chi tiết| chính thức)?\s+(?:hiện |còn |vẫn )*"
    r"(?:đang|sẽ|chờ)\s+(?:được |tiếp tục )?(?:[^\W\d_]+ ){0,3}?(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|rà soát|thu thập|gửi|báo cáo)(?: sau| thêm| tiếp| lại| bổ sung)*"
    r"|(?:các )?(?:đồng chí|đ/c|bộ phận|văn phòng|tổ|ban|phòng)\b[^.;,\n\d]{0,50}?\s(?:sẽ|xin|đề nghị)\s+(?:bổ sung|cập nhật|gửi|cung cấp|viết|hoàn thiện)"
    r"\s+(?:thêm |bổ sung )?(?:số liệu|(?:nội dung|phần|mục|đoạn) này)(?: sau| vào đây)*"
    rf"|(?:(?:đơn vị|xã|phường|phòng|ban|sở) )?(?:hiện |còn |vẫn )*(?:đang|chờ)\s+(?:được |tiếp tục )?{_GATHER}(?: lại| xong)?\s+(?:các )?số liệu"
    r"(?:\s+(?:của|từ|ở|tại|về)\s[^.;,\n\d]{0,50})?)\W*",
    re.IGNORECASE,
)
"""``Số liệu đang tổng hợp.``, ``Văn phòng sẽ bổ sung số liệu.``, ``Đang tổng hợp số liệu của các tổ.``"""
_REQUEST = compiled(
    rf"\W*(?:đề nghị|yêu cầu|giao|nhờ|phân công|kính đề nghị|xin)\s+(?P<whom>[^.;:]{{3,90}}?)\s(?:rà soát,? |tổng hợp,? |kịp thời |khẩn trương |sớm )*"
    rf"(?:cung cấp|gửi|bổ sung|cập nhật|viết|báo cáo|hoàn thiện|điền)\s+{_SOME}{{0,3}}?(?:số liệu|nội dung|thông tin|kết quả|báo cáo|phần|mục|ý kiến)\b",
    re.IGNORECASE,
)
"""Who is asked for figures or text."""
_FOR_REPORT = compiled(
    rf"\b(?:để|đặng|nhằm|phục vụ)\s+{_SOME}{{0,6}}?(?:tổng hợp|hoàn thiện|hoàn chỉnh|đưa vào|xây dựng|viết|biên tập)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_OF_REPORT = compiled(r"\b(?:báo cáo|dự thảo)\b(?! (?:cấp trên|tỉnh|trung ương))", re.IGNORECASE)
_BY = compiled(
    r"\b(?:trước|chậm nhất|muộn nhất|hạn|xong|vào|trong)\s+(?:là\s+|vào\s+)?(?:\d{1,2}\s?(?:giờ|h)\S*\s+)?(?:ngày|thứ|tuần|hôm|chiều|sáng)\s",
    re.IGNORECASE,
)
_ABOVE = compiled(
    r"\b(?:Sở|Bộ|Tỉnh|tỉnh|Trung ương|trung ương|Chính phủ|Quốc hội|cấp trên|cấp có thẩm quyền|Cục|Tổng cục|bộ, ngành|sở, ngành|Thủ tướng)\b"
)
"""Whom a report itself may ask for something: what is asked of them is a proposal."""
_PLACE = r"(?:văn bản|báo cáo|tờ trình|chuyên đề|phụ lục|phần|mục|chương|biểu)"
_ELSEWHERE = compiled(
    rf"\b(?:báo cáo|trình bày|nêu|thể hiện|đề cập|phản ánh|đánh giá)\s+(?:(?:cụ thể|chi tiết|riêng|rõ)\s+)*(?:ở|tại|trong|bằng)\s+(?:một\s+|các\s+)?{_PLACE}"
    rf"(?:\s+(?:khác|riêng|trên|trước|sau|[IVX\d]\S*)|\s[^.;]{{0,40}}\b(?:khác|riêng))\b"
    rf"|\bxem\s+(?:thêm\s+|ở\s+|tại\s+|trong\s+)*{_PLACE}\b|\b(?:như (?:đã )?(?:nêu|trình bày|báo cáo)|đã (?:nêu|trình bày)) (?:ở|tại|trong) {_PLACE}\b"
    rf"|\b(?:có|gửi) (?:báo cáo|văn bản) riêng\b",
    re.IGNORECASE,
)
"""``được báo cáo tại văn bản khác``, ``xem báo cáo riêng của ban``, ``đã nêu ở phần II``."""
_PART = (
    r"(?:(?:(?:các )?số liệu|(?:nội dung|phần|mục|đoạn|biểu|bảng|ý) này|(?:những )?bài học(?: kinh nghiệm)?|(?:những |các )?nguyên nhân"
    rf"|phần đánh giá|đánh giá chung|nhận xét)\s+{_SOME}{{0,8}}?|(?:nội dung|phần|mục|đoạn|biểu|bảng)\s+)"
)
_COMPLETE = r"(?:bổ sung|cập nhật|hoàn thiện|hoàn chỉnh|rà soát|tổng hợp|viết|biên tập|trình bày|nêu|đưa vào|gửi|báo cáo|xin ý kiến|làm rõ|phân tích|đúc rút|rút ra)"
_PROMISED = compiled(
    rf"\W*{_PART}(?:sẽ|đang|còn chờ|chờ|hiện đang)\s+(?:được\s+|tiếp tục\s+)*{_SOME}{{0,2}}?"
    rf"{_COMPLETE}(?:(?:,| và)\s+{_COMPLETE}|\s+(?:thêm|đầy đủ|tiếp))*(?P<rest>\s[^.;]{{0,160}})?\W*",
    re.IGNORECASE,
)
"""A sentence whose subject is a part of the report, which is still to be written: ``Bài học kinh nghiệm sẽ được bổ sung sau khi …``."""
_WHEN = compiled(
    r"\b(?:sau khi|khi (?:có|nhận|xong|đủ)|ngay khi|trong (?:bản|báo cáo|dự thảo|văn bản|phụ lục)\b|(?:ở|tại|vào|lần|bản|đợt)\s+(?:bản |lần |dự thảo )*"
    r"(?:sau|tới|chính thức|trình)|sau\W*$)",
    re.IGNORECASE,
)
_AWAITING = compiled(
    rf"\W*(?:(?:nội dung|phần|mục|đoạn) này\s+(?:hiện |còn |vẫn |đang )*(?:chờ|đợi|xin)\s+(?:xin )?ý kiến\b[^.;\d]{{0,80}}"
    rf"|(?:(?:nội dung|phần|mục|số liệu)(?: này)?)\s+(?:hiện |còn |vẫn )*đang\s+(?:được\s+)?{_GATHER}(?:(?:,| và)\s+{_GATHER})*"
    rf"|(?:đơn vị|văn phòng|cơ quan|bộ phận|tổ|ban|phòng)\s+{_SOME}{{0,5}}?(?:hiện |còn |vẫn )*đang\s+{_GATHER}\s+(?:các )?số liệu"
    rf"(?:\s+(?:để|nhằm)\s+(?:{_GATHER}|báo cáo|viết)[^.;\d]{{0,40}})?)\W*",
    re.IGNORECASE,
)
"""``Phần này chờ ý kiến Thường trực.``, ``Nội dung đang được rà soát, hoàn thiện.``, ``Văn phòng đang tổng hợp số liệu để hoàn chỉnh.``"""
_SENTENCE = compiled(r"(?<=[.!?;])\s+")


def is_owed(text: str) -> bool:
    """Whether a paragraph only says that something is being gathered and will be reported later.

    Figures other than dates, and anything that was done, make it a text of its own; each sentence must be such an excuse.
    """
    if len(text) > LONGEST or not _WAITING.search(text) or not _LATER.search(text):
        return False
    if _HABIT.search(text) or (_ACTIVITY.search(text) and "số liệu" not in text.lower()):
        return False
    if _DONE.search(text) or any(c.isdigit() for c in _DATED.sub(" ", text)):
        return False
    sentences = [part for part in _SENTENCE.split(text) if any(map(str.isalpha, part))]
    return all(any(sign.search(part) for sign in (_WAITING, _LATER, _ASKED)) for part in sentences)


def is_request(text: str) -> bool:
    """Whether a paragraph is a request to colleagues, left in the text, for figures of the report: it says what for, and by when.

    What is asked of those above is a proposal of the report's own.
    """
    if len(text) > LONGEST or not _REQUEST.match(text) or any(c.isdigit() for c in _DATED.sub(" ", text)):
        return False
    sentences = [part for part in _SENTENCE.split(text) if any(map(str.isalpha, part))]
    return bool(sentences) and all(_requests(part) for part in sentences)


def _requests(sentence: str) -> bool:
    asked = _REQUEST.match(sentence)
    if asked is None or _ABOVE.search(asked["whom"]) or _HABIT.search(sentence):
        return False
    purpose = _FOR_REPORT.search(sentence, asked.end())
    return purpose is not None and bool(_BY.search(sentence, asked.end()) or _OF_REPORT.search(purpose["rest"]))


def is_note(text: str) -> bool:
    """Whether a paragraph that is owed speaks of figures or of itself: where other text stands beside it, nothing else tells it from work."""
    return bool(_ITSELF.search(text)) and is_owed(text)


def is_said(text: str) -> bool:
    """Whether every sentence of a paragraph only says that its figures are being gathered: ``Đang tổng hợp số liệu của các tổ.``"""
    sentences = [part.strip() for part in _SENTENCE.split(text) if any(map(str.isalpha, part))]
    return len(text) <= LONGEST and bool(sentences) and all(_SAID.fullmatch(part) for part in sentences)


def is_promised(text: str) -> bool:
    """Whether every sentence of a short paragraph only says that a part of the report is still to be written, and when."""
    sentences = [part.strip() for part in _SENTENCE.split(text) if any(map(str.isalpha, part))]
    if len(text) > LONGEST or not sentences or _HABIT.search(text) or any(c.isdigit() for c in _DATED.sub(" ", text)):
        return False
    promised = [_is_promise(part) for part in sentences]
    return any(promised) and all(yes or _requests(part) for yes, part in zip(promised, sentences, strict=True))


def _is_promise(sentence: str) -> bool:
    if _AWAITING.fullmatch(sentence):
        return True
    promised = _PROMISED.fullmatch(sentence)
    return promised is not None and _WHEN.search(promised["rest"] or "") is not None


def owed_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Character ranges of sentences inside a paragraph that only say who will still give its figures."""
    if _ITSELF.search(text) is None:
        return
    start = 0
    for stop in (*(m.start() for m in _SENTENCE.finditer(text)), len(text)):
        part = text[start:stop].strip()
        if _SAID.fullmatch(part):
            at = text.index(part, start)
            yield at, at + len(part)
        start = stop


def refers_elsewhere(text: str) -> bool:
    """Whether a sentence says that its matter is told somewhere else: ``được báo cáo tại văn bản khác``, ``xem báo cáo riêng``."""
    return _ELSEWHERE.search(text) is not None
