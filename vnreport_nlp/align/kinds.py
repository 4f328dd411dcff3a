"""What any report has, whatever it is about: shortcomings, causes, lessons, requests …, in an outline's words or in others.

A title of such a kind has few words of its own (``Nguyên nhân``), and units say it in many ways (``Vì sao``, ``Lý do``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..expressions import compiled
from ..model import Span
from .naming import LISTED

STRENGTHS, WANTING, CAUSES, LESSONS = "strengths", "wanting", "causes", "lessons"
REQUESTS, TARGETS, AHEAD, FORECAST, PRAISE = "requests", "targets", "ahead", "forecast", "praise"
SITUATION = "situation"
ASSESSING = frozenset((STRENGTHS, WANTING, CAUSES, LESSONS))
"""What an assessment of the whole has."""
ANYWHERE = frozenset((PRAISE, LESSONS, REQUESTS, FORECAST))
"""What writers put now in this part, now in that."""
REMEMBERED = 1 << 12

_LEAD = r"\W*(?:(?:những|các|một số|mấy|vài|đôi|về|công tác|phần|nội dung|nêu)\s+)*"
_THING = r"(?:mặt|điểm|việc|điều|cái|phần|gì|khâu|chỗ|nét)\s+"
_WORDS = {
    STRENGTHS: rf"ưu điểm|thành tựu|thành tích|{_THING}(?:đã )?(?:làm |đạt |thu )?(?:được|mạnh|sáng|tốt|nổi bật)\b|{_THING}hơn\b|{_THING}đáng (?:mừng|ghi nhận|phấn khởi|tự hào|khen|kể)\b|kết quả (?:nổi bật|đáng chú ý)",
    WANTING: rf"(?:mặt |điểm )?(?:tồn tại|hạn chế|khuyết điểm|yếu kém|thiếu sót|bất cập|khó khăn|vướng)|{_THING}(?:(?!được )[^\W\d]+ ){{0,3}}?(?:đang |còn |chưa )+|{_THING}(?:yếu|tối|kém|vướng|khó)\b"
    rf"|chưa (?:làm )?(?:được|tốt|đạt)|còn (?:yếu|thiếu|vướng)|(?:cái |chỗ )?còn (?:những |nhiều |một số |mấy |vài )?(?:{_THING}|chỗ )",
    CAUSES: r"(?:những |các )?nguyên nhân|lý do|căn nguyên|căn cớ|gốc rễ|nguồn (?:cội|cơn)|vì (?:sao|đâu)|(?:là )?(?:do|nhờ) đâu|tại (?:sao|đâu)|do (?!đó)|(?:về |yếu tố )?(?:khách|chủ) quan\b",
    LESSONS: r"bài học|(?:rút )?kinh nghiệm|(?:điều |được )*(?:rút ra|đúc (?:kết|rút))",
    REQUESTS: rf"(?:{_THING})?(?:(?:xã|phường|thị trấn|huyện|thành phố|đơn vị|cơ quan|trường|địa phương|chúng tôi)\s+)?(?:kiến nghị|đề xuất|đề nghị|đề đạt|nguyện vọng|mong (?:muốn|mỏi|được|đợi)|xin (?!lỗi))",
    TARGETS: rf"chỉ tiêu|mục tiêu|(?:cái )?đích (?:phấn đấu|nhắm|cần|phải|đến|đặt ra|hướng)|cần đạt|phấn đấu (?:đạt|đến)|con số (?:phải|cần|sẽ|phấn đấu)|{_THING}(?:phải|cần) đạt",
    AHEAD: rf"nhiệm vụ|giải pháp|biện pháp (?:thực hiện|chủ yếu|chính|trọng tâm|trong|cụ thể)\b|(?:những )?cách (?:thức )?(?:làm|thực hiện)\W*$|(?:công việc |việc )?từ nay (?:đến|tới)\b|hướng (?:đi|chung)\b|(?:trong )?(?:thời gian|giai đoạn|những năm|các năm|chặng đường) (?:sắp |tiếp )?(?:tới|theo)\b|phương hướng|định hướng|hướng tới|dự kiến|công việc thời gian tới|kế hoạch (?:năm|công tác|trọng tâm|thời gian)"
    rf"|{_THING}(?:cần|phải|sẽ)\b(?! đạt)|việc (?:ưu tiên|trước mắt|trọng tâm|(?:chính|lớn)\W*$)|(?:[^\W\d]+\s+){{0,4}}sẽ (?:làm|tập trung|thực hiện|triển khai)\b",
    FORECAST: r"(?:công tác )?dự báo|(?:khả năng|nguy cơ|xu hướng) (?:phát sinh|xảy ra|diễn biến|tăng|gia tăng|phát triển)\b|(?:xu hướng|triển vọng|diễn biến)\b[^,;]*\b(?:sắp tới|thời gian tới|(?:năm|nhiệm kỳ|những năm|các năm) tới)|(?:bối cảnh|tình hình|xu hướng|điều kiện) (?:sắp tới|(?:trong )?(?:thời gian|giai đoạn|nhiệm kỳ|những năm|các năm|năm) tới)",
    SITUATION: r"đặc điểm|khái quát|vài nét|đôi nét|bối cảnh(?! (?:sắp tới|(?:trong )?(?:thời gian|giai đoạn|nhiệm kỳ|những năm|các năm|năm) tới))|(?:tình hình|thông tin) chung|sơ lược|giới thiệu",
    PRAISE: r"(?:thi đua )?(?:và )?khen thưởng|biểu dương|tôn vinh",
}  # fmt: skip
"""How a heading of each kind begins, or one of the things that it lists."""
_HEADS = {kind: compiled(_LEAD + rf"(?:{words})", re.IGNORECASE) for kind, words in _WORDS.items()}

_JUDGES = compiled(
    r"\W*(?:(?:tự|một số|những|mấy|vài|nêu)\s+)*(?:(?:nhận xét|đánh giá|nhìn nhận|nhận định|nhìn lại|kiểm điểm)\b(?:\s*(?:,|và)\s*)?\s*)+"
    r"(?:chung|tổng quát|khái quát|bước đầu|tổng hợp)?\W*",
    re.IGNORECASE,
)
"""A heading that announces an assessment of the whole and names nothing: ``Nhận xét, đánh giá chung``."""

_TOLD = {
    REQUESTS: r"(?:^|(?<=[.;!\n]\s)|(?<=\n))[^\w\n]*(?:đề nghị|kiến nghị|đề xuất|xin|mong)\s+(?:với\s+)?(?:các\s+|quý\s+)?"
    r"(?:tỉnh|huyện|thành phố|trung ương|cấp trên|cấp có thẩm quyền|[uủ][yỷ] ban|ubnd|hđnd|hội đồng|sở|bộ|ban|chính phủ|quốc hội|các ngành|thanh tra)\b"
    r"|(?:^|(?<=[.;!\n]\s)|(?<=\n))[^.;\n]{3,60}(?<!đã )(?<!được )(?<!có )\b(?:kính |xin )?(?:đề nghị|kiến nghị|đề xuất|đề đạt)\s+(?:với\s+)?(?:các\s+)?"
    r"(?:tỉnh|huyện|thành phố|trung ương|cấp trên|trên(?! địa bàn| cơ sở)|[uủ][yỷ] ban nhân dân (?:tỉnh|huyện|thành phố)|ubnd (?:tỉnh|huyện)|sở|bộ|chính phủ|quốc hội)\b",
    LESSONS: r"\b(?:bài học|(?<!thiếu )(?<!ít )(?<!chưa có )(?<!học tập )(?<!trao đổi )(?<!chia sẻ )kinh nghiệm)\b(?: [^\W\d]+){0,4}"
    r"(?: (?:là|cho thấy)\b|:)|\b(?:rút ra|đúc rút|đúc kết)\b[^.;:]{0,30}\b(?:bài học|kinh nghiệm)\b|"
    r"\b(?:bài học|kinh nghiệm)\b[^.;:]{0,20}\b(?:rút ra|đúc rút|đúc kết)\b",
    CAUSES: r"(?:^|(?<=[.;!\n]\s)|(?<=\n))[^\w\n]*(?:vì (?:sao|đâu)|do đâu|tại (?:sao|đâu))\b[^.;\n]{0,20}?[:?]|\bnguyên nhân (?:là|do|chính|chủ yếu|của|khách quan|chủ quan|dẫn đến)|\b(?:lý do|căn nguyên)\b[^.;:]{0,30}(?:là|:)|\bsở dĩ\b"
    r"|\b(?:là|chủ yếu|phần lớn|trước hết|một phần) do\b|\b(?:bắt nguồn|xuất phát) từ\b",
    FORECAST: r"\bdự báo\b|\b(?:nhiều|có) khả năng\b|\bkhả năng (?:cao|lớn)\b|\bcó xu hướng\b|\bnguy cơ\b[^.;:]{0,40}\b(?:vẫn|còn|sẽ|tăng)\b",
}  # fmt: skip
_SENTENCES = {kind: compiled(words, re.IGNORECASE) for kind, words in _TOLD.items()}
_AT_HOME = {
    STRENGTHS: r"\b(?:kết quả|điểm|điều|nét|việc|mặt|thành tích|thành tựu) (?:nổi bật|đáng (?:mừng|ghi nhận|kể|chú ý|phấn khởi))\b[^.;:\n]{0,40}(?: là\b|:)"
    r"|(?:^|(?<=[.;!\n]\s)|(?<=\n))nhìn chung\b[^.;\n]*\b(?:tốt|chuyển biến|vượt|hoàn thành|cải thiện|nâng (?:lên|cao)|tiến bộ)\b|(?:^|(?<=[.;!\n]\s)|(?<=\n))nổi bật\b"
    r"|\b(?:ưu điểm|(?:điểm|mặt|chỗ|cái) (?:mạnh|sáng|tốt|được))\b[^.;:\n]{0,40}(?: là\b|:)|\b(?:thành tựu|thành tích|thành công|kết quả) (?:đáng kể|lớn|rõ|quan trọng|dễ thấy)[^.;:\n]{0,40} là\b|\b(?:đạt|có) (?:được )?(?:nhiều )?(?:kết quả|chuyển biến|tiến bộ) (?:tích cực|quan trọng|rõ (?:nét|rệt))",
    WANTING: r"\b(?:cái|điều|mặt) khó\b|\b(?:khó|vướng|yếu|kém|lo|đáng lo|băn khoăn|trăn trở) nhất\b[^.;:\n]{0,40}(?: là\b|:)|\bkhó khăn\b[^.;:\n]{0,40}(?: là\b|:)|(?:^|(?<=[.;!\n]\s)|(?<=\n))(?:tuy nhiên|tuy vậy|tuy thế|bên cạnh đó|song|mặc dù)[^.;\n]*\b(?:còn|chưa|chậm|thiếu|hạn chế|yếu|kém|khó khăn)\b"
    r"|\b(?:tồn tại|hạn chế|khuyết điểm|(?:điểm|mặt|chỗ|cái) (?:yếu|kém|hạn chế|chưa (?:được|tốt)))\b[^.;:\n]{0,40}(?: là\b|:)",
    TARGETS: r"\bphấn đấu\b|\b(?:mục tiêu|chỉ tiêu)\b[^.;:\n]{0,40}(?: là\b|:)|\bđến (?:hết |cuối )?năm 20\d\d[^.;\n]{0,60}\b(?:đạt|còn)\b",
    AHEAD: r"\bviệc (?:phải|cần|sẽ)(?: làm| tập trung| lo)?\b[^.;:\n]{0,40}(?: là\b|:)|\b(?:muốn|để) (?:vậy|thế|được (?:vậy|thế)|đạt (?:được)?)\b[^.;:\n]{0,40}?,?\s(?:phải|cần|sẽ|tập trung)\b|\b(?:nhiệm vụ|giải pháp)\b[^.;:\n]{0,40}(?: là\b|:)|\btập trung (?:vào|thực hiện|lập|chỉ đạo|làm)\b|\b(?:sẽ|tiếp tục)\s[^\W\d]",
    CAUSES: r"\b(?:ấy|đó|này|trên|trên đây|nói trên|kể trên)(?: chủ yếu| phần lớn| trước hết| một phần)?(?: là)? (?:do|vì|bởi)\b"
    r"|\b(?:tác động|ảnh hưởng|yếu tố) (?:từ )?(?:bên ngoài|khách quan|chủ quan)\b|\bmặt khác,? (?:chính|bản thân|tự)\b|\b(?:trước hết|chủ yếu|một phần|phần (?:lớn|khác)|mặt khác)(?: là)? (?:vì|do)\b|\bvề (?:mặt )?(?:chủ|khách) quan\b|\bcó được [^.;\n]{0,40}\b(?:là )?(?:do|nhờ)\b",
    LESSONS: r"\brút ra (?:rằng|được|là)\b|\bkinh nghiệm\b[^.;\n]{0,20}:",
}  # fmt: skip
"""How sentences of a kind begin under a heading that stands for all of them; elsewhere they are said in passing."""
_HOME = {
    kind: compiled(f"{words}|{_TOLD[kind]}" if kind in _TOLD else words, re.IGNORECASE)
    for kind, words in _AT_HOME.items()
}
TOLD_AT_HOME = frozenset(_AT_HOME)
"""Kinds whose sentences are known under a heading that stands for several."""
_TURNS = compiled(r"(?<=[.;])\s+(?:tuy nhiên|tuy vậy|tuy thế|mặc dù vậy|song|nhưng)\b", re.IGNORECASE)
_WELL = compiled(
    r"\b(?:chuyển biến|thành công|tích cực|hiệu quả|nổi bật|vượt|hoàn thành|cải thiện|nâng (?:lên|cao)|tin tưởng|phấn khởi|đồng thuận|đồng tình|khởi sắc|tiến bộ|bước tiến|tăng so với|rõ (?:nét|rệt))\b",
    re.IGNORECASE,
)
_CLAUSE = compiled(r"[^.;\n]*[^\W\d_][^.;\n]*[.;]?")
_LACKS = compiled(
    r"\b(?:còn|chưa|chậm|thiếu|hình thức|hạn chế|yếu|kém|lúng túng|vướng|bất cập|khó khăn|ngại)\b", re.IGNORECASE
)
_CLEARED = compiled(
    r"\b(?:còn lại|không (?:còn|thiếu|chậm|ngại|khó khăn)|hết (?:thiếu|chậm)|chưa (?:để|phát hiện|xảy ra|có (?:vụ|trường hợp|đơn)))\b",
    re.IGNORECASE,
)
"""Words of what is wanting, and those that say that it is not."""
MIN_CLAUSES = 3
"""Fewest clauses in a row for a text to be on what is wanting; one or two stand among what went well."""
MIN_WELL = 2
"""So many words of success make a text one on what went well."""
_NOT_WELL = compiled(r"\bchưa\b|\bkhông (?:đạt|được|làm)\b|\b(?:yếu|kém|chậm|vướng)\b", re.IGNORECASE)
_WENT_WELL = compiled(
    r"(?<!chưa )(?<!không )(?<!chưa làm )(?<!không làm )\b(?:được|đạt được|thành công)\b", re.IGNORECASE
)
_CAUSES_OF = compiled(
    r"\bnguyên nhân\b[^.;:\n]{0,16}?\b(?:của|đạt được|dẫn đến|làm nên)\s+(?:những |các )?(?P<of>[^.;:,\n]{3,40})"
    r"|(?:^|(?<=[.;!?\n]\s))\W*(?:sở dĩ |có )?(?:những |các |cái )?(?P<these>[^.;:,\n]{3,40}?) (?:này|đó|ấy|trên|nói trên|nêu trên)\b[^.;:\n]{0,24}\b(?:do|vì|nhờ|bắt nguồn|xuất phát)\b",
    re.IGNORECASE,
)
_OF = compiled(r"(?<!tồn)\s(?:của|trong|đối với|tại(?! (?:sao|đâu)\b)|ở|cho|từ)\s", re.IGNORECASE)
_WAYS = compiled(r"\W*(?:những |các )?cách (?:thức )?(?:làm|thực hiện)\W*", re.IGNORECASE)
"""Ways alone are what is to be done; those of somebody, or in some time, are what was: ``Cách làm của các tổ``."""
_RESULTS = compiled(r"\W*(?:những |các )?(?:kết quả|thành công|thắng lợi)\b", re.IGNORECASE)
_END = compiled(r"[.!?](?=\s)|\n")


@lru_cache(maxsize=REMEMBERED)
def kinds_of(title: str) -> frozenset[str]:
    """The kinds that a title names, as a whole or with one of the things that it lists; not those of what it is said of."""
    first, *of = _OF.split(title, maxsplit=1)
    return frozenset() if of and _WAYS.fullmatch(first) else _named(first)


@lru_cache(maxsize=REMEMBERED)
def pole(title: str) -> str:
    """``STRENGTHS`` or ``WANTING`` where a title is of one of them, or of the causes of one, and not of both; else empty."""
    kinds = kinds_of(title)
    named = (kinds | said_of(title)) & {STRENGTHS, WANTING}
    if not named and CAUSES in kinds:
        named = frozenset(k for k, words in ((WANTING, _NOT_WELL), (STRENGTHS, _WENT_WELL)) if words.search(title))
    return next(iter(named)) if len(named) == 1 else ""


def judges(title: str) -> bool:
    """Whether a title announces an assessment and says of nothing."""
    return _JUDGES.fullmatch(title) is not None


@lru_cache(maxsize=REMEMBERED)
def said_of(title: str) -> frozenset[str]:
    """The kinds that a title is said of: ``Nguyên nhân của hạn chế`` of what is wanting, ``… của kết quả`` of what went well."""
    first, *rest = _OF.split(title, maxsplit=1)
    of = _named("".join(rest))
    return of or (frozenset((STRENGTHS,)) if rest and CAUSES in _named(first) and _RESULTS.match(rest[0]) else of)


def wanted_clauses(text: str, span: Span) -> Span | None:
    """The first run of clauses that each say what is wanting, ``MIN_CLAUSES`` at least; None without one."""
    run: list[Span] = []
    for m in _CLAUSE.finditer(text, span.start, span.end):
        if _LACKS.search(_CLEARED.sub(" ", m[0])):
            run.append(Span(m.start(), m.end()))
        elif len(run) >= MIN_CLAUSES:
            break
        else:
            run = []
    return Span(run[0].start, run[-1].end) if len(run) >= MIN_CLAUSES else None


def praised(text: str, span: Span) -> Span | None:
    """What went well at the start of a text on what is wanting, up to the sentence that turns: ``Tuy nhiên, …``; None without it."""
    turn = _TURNS.search(text, span.start, span.end)
    if turn is None or "\n" in text[span.start : turn.start()].strip():
        return None
    said = {m[0].casefold() for m in _WELL.finditer(text, span.start, turn.start())}
    start = span.start + len(text[span.start : turn.start()]) - len(text[span.start : turn.start()].lstrip())
    return Span(start, turn.start()) if len(said) >= MIN_WELL else None


def causes_of(text: str) -> frozenset[str]:
    """What a sentence on causes says that they are of, strengths or what is wanting; empty where it does not say."""
    found = _CAUSES_OF.search(text)
    return kinds_of(found["of"] or found["these"]) & {STRENGTHS, WANTING} if found else frozenset()


def _named(text: str) -> frozenset[str]:
    things = (text, *LISTED.split(text))
    return frozenset(kind for kind, head in _HEADS.items() if any(head.match(thing) for thing in things))


def told(kind: str, text: str, span: Span, *, home: bool = False) -> Span | None:
    """From the sentence that speaks as texts of a kind do to the end of its paragraph, None without one.

    ``span``: where in the text to look. ``home``: under a heading that stands for this kind with others.
    """
    words = (_HOME if home else _SENTENCES).get(kind) or _SENTENCES.get(kind)
    found = words.search(text, span.start, span.end) if words is not None else None
    if found is None:
        return None
    start = max((m.end() for m in _END.finditer(text, span.start, found.start())), default=span.start)
    end = text.find("\n", found.end(), span.end)
    return Span(start, span.end if end < 0 else end)
