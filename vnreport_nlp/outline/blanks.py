"""Blanks that a writer left inside a sentence: ``đạt …%``, ``Có XX mô hình``, ``[chèn bảng]``, ``(chờ số liệu của …)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..expressions import compiled
from ..text import CAPITALS

MIN_FORM = 2
"""So many blanks without a figure beside them make a form that nobody has filled in."""
OPEN, MANY = 0.6, 3
"""Or so large a share of the clauses, and so many blanks: what stands between them is the form's too."""
_GAP = r"(?:…[.…]*+|\.++…[.…]*+|\.{3,}|_{2,})"
"""A run of dots, of some of which a word processor may have made signs of three (``….``)."""
_EMPTY = r"(?:[Xx]{2,}|\[\s*\]|\(\s*\))"
_LEAD = (
    r"(?:có|đạt|được|là|gồm|với|cho|trên|hơn|gần|khoảng|còn|tăng|giảm|bằng|chiếm|tổng số|tổng cộng|số lượng|"
    r"kết nạp|tổ chức|thành lập|xây dựng|ban hành|mở|thu|chi|xử lý|giải quyết|kiểm tra|giám sát|kỷ luật|phát hiện|tiếp nhận|"
    r"thẩm tra|kết luận|cử|bố trí|vận động|hỗ trợ|trao|tặng)"
)
"""What stands right before a figure."""
_NOUN = (
    r"(?:%|mô hình|điển hình|cách làm|lượt|đảng viên|đoàn viên|hội viên|ủy viên|cán bộ|công chức|viên chức|người|đồng chí|đ/c|quần chúng|"
    r"chi bộ|đảng bộ|tổ chức|đơn vị|cơ quan|cơ sở|trường|doanh nghiệp|hợp tác xã|thôn|xã|phường|hộ|tổ|nhóm|câu lạc bộ|cuộc|buổi|hội nghị|lớp|"
    r"văn bản|nghị quyết|kế hoạch|chương trình|quyết định|hồ sơ|đơn|vụ|việc|trường hợp|ý kiến|kiến nghị|nhiệm vụ|chỉ tiêu|công trình|dự án|"
    r"học sinh|sinh viên|học viên|giáo viên|giảng viên|nhà giáo|bác sĩ|bệnh nhân|chiến sĩ|thanh niên|phụ nữ|nông dân|công nhân|lao động|đối tượng|bị can|bị cáo|"
    r"thành viên|đại biểu|nhân khẩu|tài khoản|sáng kiến|đề tài|đề án|sản phẩm|"
    r"tin|bài|tỷ|triệu|nghìn|ngàn|đồng|km|ha|m2|tấn|ngày|giờ|lần|căn|nhà|giải|bằng khen|giấy khen|suất|tập thể|cá nhân|gia đình)"
)
"""What is counted."""
_ROMAN = r"(?<!thế kỷ )(?<!kỷ )(?<!thứ )(?<!khóa )(?<!khoá )(?<!đại hội )(?<!Đại hội )(?<!chương )(?<!phần )(?<!mục )"
_FIGURES = (
    compiled(rf"(?<![\w….]){_GAP}\s*%"),
    compiled(rf"{_ROMAN}(?<![\w/.-])(?:[Xx]{{2,}}|\[\s*\])\s*%"),
    compiled(rf"(?:(?<=^)|(?<=[.;:]\s)|(?<=[-–+]\s))(?i:{_LEAD})\s+{_GAP}(?=\s+[^\W\d_])"),
    compiled(rf"(?i:\b{_LEAD})\s+(?P<b>{_EMPTY})(?=\s+(?i:{_NOUN})(?!\w))"),
    compiled(rf"(?<=[^\W\d_]\s)(?P<b>x{{2,}})(?=\s+(?i:{_NOUN})(?!\w))"),
    compiled(r"(?<![\w_])_{2,}(?![\w_])"),
    compiled(rf"(?i:\bngày)\s+(?P<b>{_GAP}|[Xx]{{2,}})\s*(?:/|(?i:tháng)\b)"),
    compiled(rf"(?i:\bsố)\s+(?P<b>{_GAP}|[Xx]{{2,}})\s*[-/]\s*[A-ZĐ]{{2}}"),
)
_COUNTED = compiled(rf"(?<=[^\W\d_]\s){_GAP}(?=\s*{_NOUN}(?!\w))")
"""Behind a word in small letters: behind a name dots are what was left out."""
_FURTHER = compiled(rf"(?<=,\s){_GAP}(?=\s*{_NOUN}(?!\w))")
"""After a comma dots may stand for what is left out of a list: a blank only beside another."""
_OWING = r"(?:chờ|đợi|xin|cần|thiếu|đề nghị|nhờ|sẽ|đang|còn chờ)"
_THING = r"(?:số liệu|nội dung|con số|bảng|biểu|báo cáo|phụ lục|đoạn|phần|mục)"
_ADDING = r"(?:bổ sung|cập nhật|thêm|điền|viết|lấy|hoàn thiện|tổng hợp|gửi|cung cấp|báo cáo)"
_AGAIN = r"(?:kiểm tra|rà soát|rà|xem|đối chiếu|tính|xác minh)\s+lại"
_FROM = r"(?:\s+(?:từ|của|do|theo)\s[^()\[\]\d;:]{2,40})?"
_NOTE = compiled(
    r"[(\[]\s*(?:…+\s*|\.{2,}\s*)?(?:"
    rf"(?:(?:{_OWING}\s+)+{_ADDING}|bổ sung|cập nhật|thêm|điền|lấy)\s+(?:thêm\s+)?(?:số liệu|con số|{_THING} (?:này|trên|sau)){_FROM}"
    rf"|{_OWING}\s+(?:có\s+)?{_THING}{_FROM}"
    r"|(?:chờ|đợi|xin|nhờ)\s+(?:số liệu|con số)\s+[^()\[\]\d;:]{2,40}"
    rf"|{_THING}\s+(?:này\s+)?(?:đang\s+)?(?:xin|chờ|đợi|lấy)\s+(?:từ|của|ở)?\s*[^()\[\]\d;:]{{2,40}}"
    rf"|[^()\[\]\d;:]{{0,60}}(?<!\w){_ADDING}(?:\s+{_THING})?\s+sau"
    rf"|(?:đề nghị|nhờ|giao|yêu cầu|chờ|đợi)\s+[^()\[\]\d;:]{{2,50}}?\s(?:bổ sung|cập nhật|cung cấp|điền|gửi|xác nhận)\s+(?:thêm\s+|lại\s+)?(?:các\s+)?(?:số liệu|con số|thông tin|{_THING} này)"
    rf"|(?:số liệu|con số)\s+(?:này\s+)?(?:còn\s+)?(?:chưa|cần)\s+(?:được\s+)?(?:chốt|thống nhất|xác minh|kiểm tra|rà soát|đối chiếu|chính xác|khớp)(?:\s+lại)?"
    r"|(?:phòng|ban|văn phòng|bộ phận|tổ|đồng chí|đ/c|anh|chị|em|đơn vị)\s+[^()\[\]\d;:]{2,40}?\s(?:bổ sung|cập nhật|cung cấp|điền|kiểm tra|rà soát)\s+(?:thêm|lại|giúp)\s+(?:các\s+)?(?:số liệu|con số)"
    rf"|(?:{_OWING}\s+)+{_AGAIN}(?:\s+{_THING}(?: này)?)?|{_AGAIN}\s+{_THING}(?: này)?|xem lại"
    r"|[^()\[\]?]{0,40}[:=]\s*\?+|\?+"
    r")\s*(?:…+|\.+|!)?\s*[)\]]",
    re.IGNORECASE,
)
"""A note of the writer to himself or to a colleague, in brackets."""
_INSERT = compiled(
    r"\[\s*(?:chèn|thêm|điền|ghi|dẫn|bổ sung|cập nhật)\s[^\[\]\n]{2,60}\](?!\()",
    re.IGNORECASE,
)
_NAMED = compiled(
    r"\[\s*(?:số liệu|con số|số lượng|tỷ lệ|nội dung|tên (?:đơn vị|xã|phường)|ngày tháng)\s*\](?!\()", re.IGNORECASE
)
"""What belongs here, named in square brackets: ``chuyển đổi [số liệu] lượt công chức``."""
_SENTENCE_END = compiled(rf"(?<![.…])[.!?;](?=\s+[{CAPITALS}])")
_SIGN = compiled(r"…|\.\.\.|__|[Xx]{2}|\[|\(\s*\)|\?|\(")
"""What any blank or note holds."""
_QUOTED = compiled(r"“[^“”]*”|\"[^\"]*\"")
_NAMING = compiled(
    r"\b(?:năm|tháng|quý|ngày|giai đoạn|nhiệm kỳ|biểu|mẫu|phụ lục|bảng|số|khóa|thứ|lần)(?:\s+(?:số|mẫu|tháng|năm|ngày|thứ))*\s+\d[\w./-]*(?:\s*[-–]\s*\d+)?"
    r"|\d[\w.]*[-/]\d*[-/]?[A-ZĐ]{2,}[\w./-]*|\d{1,2}/(?:\d{1,2}/)?\d{4}|\b20\d\d(?:\s*[-–]\s*20\d\d)?",
    re.IGNORECASE,
)
"""Numbers that count nothing: of a year, a document, a form."""
_CLAUSES = compiled(r"[;,:]\s|[.;]\s*$|(?<=[^\W\d])\.\s")
_DOTTED = compiled(rf"{_GAP}|[Xx]{{2,}}|\[\s*\]")


def unquoted(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges, in order, that begin outside quotation marks: what is left out inside is a quotation's, not the writer's."""
    quotations = (m.span() for m in _QUOTED.finditer(text))
    begin, end = next(quotations, (len(text), len(text) + 1))
    for span in sorted(spans):
        while end <= span[0]:
            begin, end = next(quotations, (len(text), len(text) + 1))
        if span[0] < begin:
            yield span


def blanks(text: str) -> Iterator[tuple[int, int]]:
    """Character ranges of blanks and notes inside a paragraph, those of one sentence as one range; quotations are left alone."""
    if not _SIGN.search(text):
        return
    run: tuple[int, int] | None = None
    for start, end in unquoted(text, _found(text)):
        if run is not None and not _SENTENCE_END.search(text, run[1], start):
            run = (run[0], max(run[1], end))
            continue
        if run is not None:
            yield run
        run = (start, end)
    if run is not None:
        yield run


def _found(text: str) -> Iterator[tuple[int, int]]:
    figures = [_extent(m) for expression in _FIGURES for m in expression.finditer(text)]
    figures += [m.span() for m in _COUNTED.finditer(text) if text[: m.start()].rsplit(None, 1)[-1].islower()]
    yield from figures
    if figures:
        yield from (m.span() for m in _FURTHER.finditer(text))
    yield from (m.span() for m in _NOTE.finditer(text))
    yield from (m.span() for m in _INSERT.finditer(text))
    yield from (m.span() for m in _NAMED.finditer(text))


def _extent(m: re.Match[str]) -> tuple[int, int]:
    return m.span("b") if m.re.groups else m.span()


def is_form(text: str) -> bool:
    """Whether a paragraph is a form left as it came: it has several blanks, most of its clauses one, and no figure stands in it.

    Numbers that name a document or a time are the form's own.
    """
    if not _SIGN.search(text) or any(c.isdigit() for c in _NAMING.sub(" ", text)):
        return False
    clauses = [part for part in _CLAUSES.split(text) if part.strip(" .,-–")]
    open_ones = sum(bool(_DOTTED.search(part)) for part in clauses)
    if open_ones < MIN_FORM or not any(blanks(text)):
        return False
    return open_ones == len(clauses) or (open_ones >= OPEN * len(clauses) and len(list(_found(text))) >= MANY)
