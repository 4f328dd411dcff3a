"""What is not outline: tables of contents and the closing block."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ..expressions import compiled
from ..model import Document, Paragraph
from ..text import fold
from .candidates import covered
from .markers import parse_marker
from .titleblock import heads_block
from .titles import count, is_caps

_TOC_TITLE = compiled(r"^\W*mục\s+lục\W*$", re.IGNORECASE)
_COLUMN = compiled(r"^\W*(?:(?:số\s+)?trang|nội dung|stt|tt)(?:\s+(?:số\s+)?trang)?\W*$", re.IGNORECASE)
"""The head over the entries of a table of contents or over their pages."""
_BLOCK_WORDS = ("báo cáo", "đảng cộng sản", "cộng hòa", "ủy ban")
_CLOSED = compiled(r"[^\s.]\.$")
_NO_LETTER = compiled(r"[\W_]+")
_LINKED = compiled(r"^[^\w\[]*+\[(.+?)\]\(#?[^)]*\)\W*$")
"""An entry of a table of contents that leads to its heading: ``[I. Tình hình](#tinh-hinh)``."""
MAX_LINK = 1_000
"""Longest such entry, in characters."""
_LEADING = compiled(r"\.{4,}|…{2,}|_{4,}|\t|\s{3,}|(?:\.\s){4,}")
_PAGE = 4
"""Most digits of a page number."""
_PAGE_END = compiled(r"\s\d{1,3}\s*$")
SIGNED = compiled(r"^\W*(?:nơi\s+nhận\b|thay\s+mặt\s+ban\b|(?:t/m|k/t|t/l|tm\.|kt\.|tl\.|tuq\.)(?!\w))", re.IGNORECASE)
"""What addressees or signature begin with, as lines or in a table: they close a letter or a report."""
_CLOSING = compiled(
    rf"{SIGNED.pattern}|^\W*trên\s+đây\s+là\s+(?:toàn\s+bộ\s+)?(?:nội\s+dung\s+)?(?:dự\s+thảo\s+)?báo\s+cáo\b",
    re.IGNORECASE,
)
_REPORTED = compiled(
    r"^\W*+(?:(?!.*\b(?:kiến nghị|đề xuất|đề nghị)\b)[^.;:\n]{0,90}\s)?(?:xin\s+)?(?:trân\s+trọng|kính)\s+báo\s+cáo\b[^;:\n]{0,120}$",
    re.IGNORECASE,
)
"""``Đảng ủy xã xin trân trọng báo cáo.``, the last sentence of a report that asks for nothing."""
_ANNEX = compiled(r"^\W*(?:PHỤ\s+LỤC|Phụ\s+lục)\b(?P<alone>(?:\s+(?:(?:SỐ|số)\s+)?(?:\d{1,2}|[IVX]{1,4}|[A-Z]))?\W*$)?")
_OFFICE = (
    r"bí thư|chủ tịch|chủ nhiệm|(?:tổng )?giám đốc|hiệu trưởng|thủ trưởng|viện trưởng|chánh (?:văn phòng|thanh tra|án)|tổng biên tập|chính (?:ủy|uỷ|trị viên)|"
    r"(?:tổng cục|chi cục|cục|vụ|hạt|trạm|đội|chỉ huy|tổ|khoa|phân viện|trung đoàn|sư đoàn|tiểu đoàn) ?trưởng|trưởng (?:phòng|ban|khoa|trạm|đoàn|công an|thôn|bản|khu|cơ quan)|"
    r"người (?:báo cáo|lập|viết|tổng hợp|ghi)(?: (?:báo cáo|biểu|biên bản))?|ghi biên bản|chủ (?:tọa|toạ|trì)|thư ký(?: (?:cuộc họp|hội nghị))?|kế toán trưởng"
)
_SIGNER = compiled(
    rf"^\W*(?:q\.|quyền)?\s*(?:phó\s+)?(?:{_OFFICE})(?:\s+(?:phụ trách|đơn vị|cơ quan|nhà trường|trung tâm|bệnh viện|công ty|hợp tác xã|htx|sở|chi cục|ubnd|hđnd|đảng ủy|xã|phường))?\W*$",
    re.IGNORECASE,
)
"""The office of who signs, a line of its own."""
_TO_SIGN = compiled(r"[*_]*\(\s*(?:đã\s+)?ký\b", re.IGNORECASE)
"""``(Ký, ghi rõ họ tên)``: what stands under the office of who signs."""
_BESIDE = compiled(r"\t|\s{3,}")
"""Between two that sign side by side."""
MAX_TOC_LINE = 45
"""Longest entry of a table of contents, in syllables."""
MAX_UNSAID = 15
"""An entry of a table of contents that ends with a full stop, and no leader, is no longer: a sentence is text."""
MAX_SUBJECT = 25
"""Longest line of a title block, in syllables."""
MIN_BARE_TOC = 4
"""Fewest entries that make a table of contents without title and page numbers."""


def body_indexes(document: Document) -> list[int]:
    """Paragraphs that can carry the outline: body text and text boxes, with some text in them."""
    return [
        i for i, p in enumerate(document.paragraphs)
        if p.story in ("body", "textbox") and document.text[p.start : p.end].strip()
    ]  # fmt: skip


def text_of(document: Document, paragraph: Paragraph) -> str:
    """The text of a paragraph, without blanks around it."""
    return document.text[paragraph.start : paragraph.end].strip()


def _leader(text: str) -> int | None:
    """Where the leader before a page number at the end of a line begins; looked for from the end, so that no run of signs takes long."""
    line = text.rstrip()
    head = line.rstrip("0123456789")
    if not 0 < len(line) - len(head) <= _PAGE:
        return None
    body = head.rstrip(" \t\n\x0b\x0c\r\u00a0\u2002\u2003.…_")
    m = _LEADING.search(head, len(body))
    return m.start() if m else None


def entry_key(text: str) -> str:
    """A heading's folded letters, without page number and leaders: equal for a heading and its line in the contents."""
    text = text[: _leader(text)]
    text = text.strip(" -*•\t")
    text = _LINKED.sub(r"\1", text) if len(text) <= MAX_LINK else text
    return _NO_LETTER.sub("", fold(text))


def _led(text: str) -> bool:
    """Whether a line ends with a leader and a page; behind a colon and a tab the number is a figure."""
    at = _leader(text) if text[-1:].isdigit() else None
    return at is not None and not (text[at].isspace() and text[:at].endswith(":"))


def toc_title(text: str) -> bool:
    """Whether a line is the title of a table of contents."""
    return bool(_TOC_TITLE.match(text))


def toc_indexes(document: Document, indexes: Sequence[int]) -> frozenset[int]:
    """Paragraphs that belong to a table of contents."""
    texts = {i: text_of(document, document.paragraphs[i]) for i in indexes}
    found: set[int] = {i for i in indexes if _led(texts[i]) and count(texts[i]) <= MAX_TOC_LINE}
    for position, index in enumerate(indexes):
        if toc_title(texts[index]):
            found.add(index)
            seen = any(p.story == "toc" for p in document.paragraphs[index + 1 : index + 3])
            found |= _titled_toc(indexes[position + 1 :], texts, paged=seen)
            break
    else:
        found |= _bare_toc(indexes, texts)
    return frozenset(found)


def _titled_toc(rest: Sequence[int], texts: dict[int, str], *, paged: bool) -> set[int]:
    """Short lines after ``MỤC LỤC`` until the first entry comes again as a heading, or a real paragraph comes.

    ``paged``: the reader has taken most of them, and those that are left have their pages too.
    """
    found: set[int] = set()
    first: str | None = None
    for index in rest:
        text = texts[index]
        key = entry_key(re.sub(r"\s\d{1,3}$", "", text))
        page = _leader(text) is not None or bool(_PAGE_END.search(text))
        entry = page or parse_marker(text) is not None
        prose = count(text) > MAX_TOC_LINE or (count(text) > MAX_UNSAID and _CLOSED.search(text) is not None)
        if prose or text.lower().startswith(_BLOCK_WORDS) or (not entry and heads_block(text)):
            break
        if (first is not None and key == first) or (paged and not page):
            break
        first = first or (key if entry or not _COLUMN.match(text) else None)
        found.add(index)
    later = {entry_key(texts[i]) for i in rest if i not in found}
    if found and not any(_leader(texts[i]) is not None or _PAGE_END.search(texts[i]) for i in found):
        known = [entry_key(texts[i]) in later for i in found]
        if sum(known) < len(known) / 2:
            return set()
    return found


def _bare_toc(indexes: Sequence[int], texts: dict[int, str]) -> set[int]:
    """A run of headings with nothing between them whose first lines come again later, at the start of the draft."""

    def key(position: int) -> str:
        return entry_key(re.sub(r"\s\d{1,3}$", "", texts[indexes[position]]))

    for start in range(len(indexes)):
        if parse_marker(texts[indexes[start]].lstrip("-*• ")) is None:
            continue
        run = [key(start)]
        stop = start + 1
        while stop < len(indexes) and count(texts[indexes[stop]]) <= MAX_TOC_LINE and (found := key(stop)) != run[0]:
            run.append(found)
            stop += 1
        if len(run) < MIN_BARE_TOC or count(texts[indexes[start]]) > MAX_TOC_LINE:
            return set()
        again = {key(later) for later in range(stop, len(indexes))}
        if run[0] in again and sum(k in again for k in run) >= 0.5 * len(run):
            return set(indexes[start:stop])
        return set()
    return set()


def closing_start(document: Document, indexes: Sequence[int], last_marked: int | None) -> int | None:
    """The first paragraph of the closing block (``Trên đây là …``, ``Nơi nhận``, ``T/M``) after the last numbered heading.

    Addressees and signature often stand in a table without rules.
    """
    end = _block_start(document, indexes, last_marked)
    before = next((i for i in reversed(indexes) if end is None or i < end), None)
    if before is None or before <= (last_marked or 0):
        return end
    return before if _REPORTED.match(text_of(document, document.paragraphs[before])) else end


def _block_start(document: Document, indexes: Sequence[int], last_marked: int | None) -> int | None:
    """The first paragraph of addressees, signature or ``Trên đây là …``."""
    floor = last_marked if last_marked is not None else -1
    half = indexes[len(indexes) // 2] if indexes else 0
    least = max(floor + 1, min(half, floor if floor >= 0 else half))
    own = set(indexes)
    for index in range(least, len(document.paragraphs)):
        paragraph = document.paragraphs[index]
        text = text_of(document, paragraph)
        if index in own and (
            _CLOSING.match(text) or (_signs(document, paragraph, text) and _signed(document, index, text))
        ):
            return index
        if paragraph.story == "table" and SIGNED.match(text):
            return index
    return None


def _signed(document: Document, index: int, text: str) -> bool:
    """Whether a line names the offices of who sign, or is one over ``(Ký, ghi rõ họ tên)``."""
    if all(_SIGNER.match(office) for office in _BESIDE.split(text)):
        return True
    below = (text_of(document, p) for p in document.paragraphs[index + 1 : index + 3])
    return _TO_SIGN.match(next(filter(None, below), "")) is not None


def _signs(document: Document, paragraph: Paragraph, text: str) -> bool:
    """Whether the line of an office is set as a signature: in capitals, or bold in the middle."""
    return is_caps(text) or (bool(paragraph.centered) and covered(paragraph, paragraph.bold, text=document.text))


def annex_start(document: Document, indexes: Sequence[int], numbered: Container[int]) -> int:
    """Position in ``indexes`` of the first annex behind a report (``PHỤ LỤC 1``), else their end.

    Addressees or a signature stand before it, or it is a line of its own in the second half; headings of the report come first.
    """
    first = next((k for k, index in enumerate(indexes) if index in numbered), len(indexes))
    texts = {k: text_of(document, document.paragraphs[indexes[k]]) for k in range(first + 1, len(indexes))}
    annexes = [
        (k, m)
        for k, text in texts.items()
        if (m := _ANNEX.match(text)) and (m["alone"] is not None or is_caps(text)) and count(text) <= MAX_TOC_LINE
    ]
    if not annexes:  # as in most drafts, which are not looked through for a signature
        return len(indexes)
    signed = next((i for i, p in enumerate(document.paragraphs) if SIGNED.match(text_of(document, p))), None)
    for k, m in annexes:
        late = 2 * document.paragraphs[indexes[k]].start > len(document.text) or 2 * k > len(indexes)
        if (signed is not None and signed < indexes[k]) or (m["alone"] is not None and late):
            return k
    return len(indexes)
