"""Placeholders: places that a writer left to fill in."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from ..expressions import compiled
from ..text import CAPITALS as UPPER
from .blanks import blanks, is_form, unquoted
from .owed import is_note, is_owed, is_promised, is_request, is_said, owed_sentences

REMEMBERED = 512
"""Paragraphs whose answer is kept: the outline asks, then every requirement that a paragraph answers."""
SENTENCE = 300
"""So many characters before dots tell whether they only trail off."""
LONGEST = 4000
"""A paragraph of more characters, runs of dots left out, is no note of a writer."""
_PLACEHOLDER_WORDS = (
    r"(?:đang|sẽ|chờ|cần|chưa|tiếp tục|đề nghị)?\s*(?:được\s+)?"
    r"(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|rà soát|xây dựng|thu thập|viết|biên tập|điền|chờ số liệu|có số liệu|có nội dung)"
    r"(?:\s+(?:sau|thêm|số liệu|nội dung|tiếp|báo cáo|đầy đủ))*(?:\s+từ [\w\s]{1,40})?"
)
_AWAITED = (
    r"(?:đang|còn|chờ)\s+(?:được\s+)?(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|thu thập|biên tập|điền)"
    r"(?:\s+(?:khi có|sau khi|theo|từ|chờ|đợi|của)\s+[^.;:,\d\n]{2,60})"
)
"""What a placeholder waits for: ``đang cập nhật khi có hướng dẫn``."""
_BRACKETED = compiled(
    rf"[(\[<{{]\s*+(?:{_PLACEHOLDER_WORDS}|…++|\.{{2,}}+|_++|x{{2,}}+)\s*+[.…]*+\s*+[)\]>}}]", re.IGNORECASE
)
"""Possessive throughout: brackets, blanks and dots come by the thousand, and none of them is given back."""
_SENT_BACK = compiled(
    r"[(\[]\s?(?:các )?(?:Sở|Phòng|Ban|Văn phòng|VP|Ủy ban|Uỷ ban|UBND|Công an|Cục|Chi cục|Hội|Đoàn|Trung tâm|đồng chí|bộ phận|đơn vị|xã|phường)(?:,? (?:và |& ?|- )?(?!(?:đã|không|chưa|được|có|do|để|thường|định|kịp|chỉ|yêu|phối|hằng|từng|chủ động)\b)[^\W\d_][\w&-]*){0,7}?"
    r" (?:(?:đề nghị|sẽ|cần|cho|xin) )?(?:bổ sung|cập nhật|điền|viết|(?:kiểm tra|rà soát|xem|đối chiếu|tính|sửa)(?: lại))(?: (?:thêm|giúp|lại))?"
    r" (?:số liệu|nội dung|thông tin|số|(?:phần|mục|đoạn|chỗ|ý) này)(?: (?:này|vào đây|giúp|thêm))?\s?[.…!]*[)\]]",
    re.IGNORECASE,
)
"""A bracket in which one body is told to see to the text: ``(Sở Tài chính bổ sung số liệu)``; whose figures they are is no such note."""
_BARE = compiled(
    rf"^\W*(?:{_PLACEHOLDER_WORDS}|{_AWAITED}|để trống|(?:nội dung|số liệu)(?: cụ thể| chi tiết)?|tbd|todo|x{{2,}}|…|\.)\W*$",
    re.IGNORECASE,
)
_WHOLE = compiled(
    r"^\W{0,20}[(\[<{](?=[^()]{0,170}\b(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|rà soát|thu thập|điền|gửi sau|sau khi|chờ|đang|sẽ|chưa (?:có|gửi|nộp|cung cấp|báo cáo|thống kê)|xin ý kiến|cung cấp|trước khi đưa|đưa vào sau|viết (?:sau|tiếp|thêm|nốt|giúp|hộ|vào)|ghi thêm|thêm vào đây|chỗ này|phụ trách)\b)"
    r"[^()\[\]{}<>\d]{2,160}[)\]>}]\W*$",
    re.IGNORECASE,
)
"""A paragraph that is one bracket, tells of something yet to come and holds no figure."""
_LATER = compiled(
    r"^\W{0,20}[(\[<{]\s*+(?:(?:xin|sẽ|đang|chờ|đợi)\s)?\s*+(?:bổ sung|cập nhật|viết|gửi|điền|hoàn thiện|tổng hợp|báo cáo)\s+(?:sau|khi|trước|vào)\b"
    r"[^()\[\]{}<>]{0,120}[)\]>}]\W*$"
    r"|^\W{0,20}[(\[<{]\s*+(?:(?!(?:đã|được)\s)[^\W\d_]+,?\s){1,9}(?:bổ sung|cập nhật|viết|gửi|điền|báo cáo|cung cấp)\s(?:(?:thêm|số liệu|báo cáo|nội dung|văn bản)\s){0,2}sau\b[^()\[\]{}<>]{0,120}[)\]>}]\W*$"
    r"|^\W{0,20}[(\[<{]\s*+(?:(?:còn|đang|vẫn|phải|cần|(?:phần|mục|đoạn|chỗ) này)\s)*+"
    r"(?:chờ(?! đợi)|đợi|(?:nhớ )?hỏi lại|nhớ (?:thêm|ghi|xin|lấy|sửa)|(?:xem|kiểm tra|đối chiếu|viết|sửa|rà) lại)\s[^()\[\]{}<>]{2,120}[)\]>}]\W*$"
    r"|^\W{0,3}\[(?!(?:ảnh|hình|biểu|bảng|sơ đồ|công thức|nguồn|phụ lục|xem|theo)\b)[^()\[\]{}<>\d]{6,160}\]\W*$",
    re.IGNORECASE,
)
"""The same with the day by which it comes, ``(bổ sung sau cuộc họp ngày 20/12)``, ``(chờ Ban Tổ chức gửi trước 15/9)``, and words in
square brackets, which no report has: ``[đồng chí Lan viết]``."""
_WAITS = compiled(r"\b(?:đang|chờ|chưa có|số liệu)\b", re.IGNORECASE)
_OWED = compiled(
    r"^(?=\D{6,140}$)\W*(?:"
    r"(?:nội dung|phần|mục|đoạn|số liệu|ý)\s+(?:(?:của )?(?:phần|mục|nội dung)\s+)?này\s+(?:"
    r"(?:hiện |còn |vẫn )?chưa có(?: số liệu| nội dung| báo cáo)?"
    r"|[^.;,\n]{0,50}\b(?:đang|sẽ|chờ|đề nghị)\b[^.;,\n]{0,30}?"
    r"\b(?:viết|soạn|tổng hợp|cập nhật|bổ sung|hoàn thiện|hoàn chỉnh|rà soát|biên tập|chuẩn bị|thu thập|gửi|nộp|điền|có|thẩm định|cung cấp|duyệt|xin ý kiến|cho ý kiến)\b"
    r"[^.;,\n]{0,30}(?:,\s*(?:nên\s+|do đó\s+)?chưa\s+(?:đưa|có|viết|đủ|nêu|thể hiện)\b[^.;,\n]{0,40}|,\s*(?:sẽ|xin|chờ)\s[^.;,\n]{2,40})?)"
    r"|(?:số liệu|nội dung)\s+(?:còn |hiện |vẫn )?đang\s+(?:được\s+)?(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|rà soát|thu thập)\b[^.;,\n]{0,40}"
    r"|(?:các |những )?(?:đồng chí|bộ phận|cán bộ|văn phòng|tổ|phòng|ban|người)\b[^.;,\n]{0,50}\b(?:(?:đang|sẽ|chưa)\s+(?:viết|soạn|soạn thảo|biên tập|chắp bút)|(?:viết|soạn|làm)\s+(?:giúp|hộ|nốt))"
    r"(?:\s+(?:xong|tiếp|sau|thêm|dở|bổ sung|phần này|nội dung này|mục này))*"
    r"|(?:đang\s+)?(?:chờ|đợi)\s+(?:số liệu|báo cáo|nội dung|ý kiến|văn bản)\b[^.;,\n]{0,60}"
    r"|(?:sẽ|xin)\s+(?:bổ sung|cập nhật|báo cáo|gửi|viết)\b[^.;,\n]{0,30}\b(?:sau|khi có [^.;,\n]{2,40})"
    r")[\s.…!)\]]*$",
    re.IGNORECASE,
)
"""A sentence without a figure that only says who still owes the text: ``Phần này văn phòng sẽ bổ sung sau.``"""
_PROMPT = compiled(
    r"^\W*(?:"
    r"(?:bấm|nhấp|nhấn|kích|click)(?:\s+chuột)?(?:\s+hoặc\s+(?:gõ|nhấn|chạm|bấm)(?:\s+nhẹ)?)?(?:\s+vào)?(?:\s+đây)?\s+để\s+"
    r"(?:nhập|gõ|điền|thêm|chọn)\b[^.;,\d\n]{0,40}"
    r"|(?:click|tap)(?:\s+or\s+(?:tap|click))?(?:\s+here)?\s+to\s+(?:enter|add|type|choose|select)\b[^.;,\d\n]{0,40}"
    r"|choose an item|chọn một mục|chọn mục|type here|nhập văn bản(?: vào)?(?: tại)? đây"
    r")\W*$",
    re.IGNORECASE,
)
"""What a form of Word asks for where nobody has typed: ``Bấm hoặc gõ vào đây để nhập văn bản.``"""
_DOTS = compiled(r"(?:\.{4,}|…{2,}|_{4,})")
_TRAILING = compiled(
    r"(?:[^\W\d_]+,?\s){6,}.*?(?<!\w)(?:(?:cuối|đầu|giữa|trong|cả|hằng|hàng|nhiều) năm|(?!(?:ngày|tháng|năm|quý|số|là|đạt|có|được|gồm|"
    r"của|về|tại|ở|với|cho|do|từ|đến|hơn|trên|và|hoặc|đã|chưa|sẽ|các|những|theo|vì|để|xã|phường|thôn|bản|huyện|tỉnh|đồng chí|chí|ông|bà|bộ|ủy|"
    r"ước|khoảng|gần|tăng|giảm|chiếm|bằng|lệ|lượng|còn|thu|chi)\.)[^\W\d_]+|\d[\d,.]*\s?%)\.{4,6}[”\"]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that goes on in the reader's mind: dots at its end, set right behind a word that nothing need follow."""
_NEXT = compiled(rf"[”\"]?\s*(?:$|\s[{UPPER}])")
"""Behind them another sentence begins, or nothing."""
_PAGE = compiled(r"[\s.…]*\d{1,4}\W*$")
_FIELD = compiled(r"\W*[^\W\d_][^\d:…]{1,60}:?(?<!,)\s*(?<!,\s)(?:…+|\.{3,}|_{3,})[^\d:…]{0,24}")
"""A blank of a form with its label and unit: ``Khối lượng: … kg``."""
_LABELLED = compiled(
    r"\W*[^\W\d_][^:…]{1,60}:\s*(?:…+|\.{3,}|_{3,}|[Xx]{2,}|"
    r"(?:(?:hiện|còn|vẫn)\s+)*(?:chưa công bố|(?:chưa có|chờ|đang chờ|đợi)(?:\s+(?:kết quả|số liệu|báo cáo|công bố|xếp hạng|thông báo)){1,2})"
    r"|(?:đang|sẽ|chờ|chưa)\s+(?:được\s+)?(?:tổng hợp|cập nhật|bổ sung|hoàn thiện|thu thập|rà soát|điền)(?:\s+(?:số liệu|sau))?)\s*(?:%|[^\W\d_]{1,12})?",
    re.IGNORECASE,
)
"""A label whose value is not known yet: ``PAR INDEX: chưa có kết quả``."""
_ENTRIES = compiled(r"[;\n]|(?<=[^\W\d_])\.\s+|(?<=[…_])[.,]?\s+(?=[^\W\d_])|[.\s]*$")
_ELISION = compiled(r"[(\[]\s*(?:…|\.{3})\s*[)\]]")
_ONLY_DOTS = compiled(r"^[\s.…_\-–—*]*$")


def placeholders(text: str) -> list[tuple[int, int]]:
    """Character ranges of placeholders: ``(đang tổng hợp)``, ``[bổ sung]``, blanks, runs of dots left to fill in.

    Dots that lead to a page number are a line of a table of contents.
    """
    found = [m.span() for m in (*_BRACKETED.finditer(text), *_SENT_BACK.finditer(text))]
    elided = {(start, end) for start, end in found if _ELISION.fullmatch(text[start:end].strip())}
    left_out = elided.difference(unquoted(text, elided))
    found = [span for span in found if span not in left_out]
    found += [(m.start(), m.end()) for m in _DOTS.finditer(text) if not _goes_on(text, m.end())]
    first = sorted(found)
    more = [*blanks(text), *owed_sentences(text)] if any(map(str.isalpha, text)) else []
    reached = list(accumulate((end for _, end in first), max))
    return sorted(first + [span for span in more if not _meets(span, first, reached)])


def _meets(span: tuple[int, int], first: list[tuple[int, int]], reached: list[int]) -> bool:
    """Whether a range shares characters with one of ``first``, which are in order; ``reached`` is how far each and those before it go."""
    before = bisect_left(first, (span[1], 0))
    return before > 0 and reached[before - 1] > span[0]


def _goes_on(text: str, end: int) -> bool:
    """Whether dots that end here lead to a page number, or only trail off at the end of a sentence."""
    return bool(
        _PAGE.match(text, end) or (_NEXT.match(text, end) and _TRAILING.search(text[max(0, end - SENTENCE) : end]))
    )


def is_left(text: str) -> bool:
    """Whether a paragraph beside other text is a note that something is still to be written or to come."""
    told = bool(_WHOLE.match(text)) and _WAITS.search(text) is not None
    return (
        told
        or bool(_LATER.match(text) or _OWED.match(text) or _PROMPT.match(text))
        or is_note(text)
        or is_request(text)
    )


@lru_cache(maxsize=REMEMBERED)
def is_placeholder(text: str) -> bool:
    """Whether a paragraph is nothing but a placeholder."""
    rest = _DOTS.sub(" ", _BRACKETED.sub(" ", text))
    if len(rest) > LONGEST:
        return _ONLY_DOTS.match(rest) is not None
    fields = [part for part in text.split(";") if part.strip(" .,-–")]
    return bool(
        (fields and all(_FIELD.fullmatch(part) for part in fields))
        or _unknown(text)
        or _ONLY_DOTS.match(rest)
        or _BARE.match(rest)
        or _WHOLE.match(text)
        or _LATER.match(text)
        or _OWED.match(text)
        or _PROMPT.match(text)
        or is_owed(text)
        or is_said(text)
        or is_promised(text)
        or is_request(text)
        or is_form(text)
    )


def _unknown(text: str) -> bool:
    """Whether a paragraph is nothing but labels whose values are not known yet."""
    if ":" not in text or len(text) > LONGEST:
        return False
    entries = [part for part in _ENTRIES.split(text) if part.strip(" .,-–…")]
    return bool(entries) and all(_LABELLED.fullmatch(part.strip()) for part in entries)


def without_placeholders(text: str) -> str:
    """The text with bracketed placeholders taken out."""
    return _BRACKETED.sub(" ", text)
