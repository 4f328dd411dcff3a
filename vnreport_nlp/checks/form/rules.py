"""D804 to D809: number line, place and date, issuing body, subject, recipients, authority; notes by dated rule packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Message, finding, msg
from ...text import syllables
from ..context import Context
from . import parts
from .packs import Pack, dates_meant, pack_for
from .parts import Block, Line

MIN_QUALITY = 0.92
"""Below this share of well-formed syllables marks and digits of the title block cannot be trusted."""
CODES = {
    "BÁO CÁO": "BC", "KẾ HOẠCH": "KH", "TỜ TRÌNH": "TTr", "THÔNG BÁO": "TB", "NGHỊ QUYẾT": "NQ", "CHƯƠNG TRÌNH": "CTr",
    "KẾT LUẬN": "KL", "HƯỚNG DẪN": "HD", "ĐỀ ÁN": "ĐA",
}  # fmt: skip
BODY_CODES = {"TỈNH ỦY": "TU", "THÀNH ỦY": "TU", "THỊ ỦY": "TU", "HUYỆN ỦY": "HU", "QUẬN ỦY": "QU", "ĐẢNG ỦY": "ĐU"}
STATE_CODES = {"ỦY BAN NHÂN DÂN": "UBND", "UBND": "UBND", "HỘI ĐỒNG NHÂN DÂN": "HĐND", "HĐND": "HĐND"}
_COMMITTEE = lazy(
    r"^\W*(?:BAN\s+CHẤP\s+HÀNH|BCH|BAN\s+THƯỜNG\s+VỤ|BTV)\s+(?:ĐẢNG\s+BỘ|(?:TỈNH|THÀNH|THỊ|HUYỆN|QUẬN|ĐẢNG)\s+(?:ỦY|UỶ))\b"
)
_WORDS = Gated(r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+\d{4}", re.IGNORECASE)
_SLASHED = Gated(r"ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}", re.IGNORECASE)
_DATED = lazy(
    r"(?P<place>[^\n]*?)\bngày\s+(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4})",
    re.IGNORECASE,
)
_NO_COMMA = Gated(r"(?:^|\t|\s{3,})(?P<place>[^\W\d_][^,\d]*[^,\s\d])\s+ngày\s+\d{1,2}\s", re.IGNORECASE)
_NUMBERED = lazy(r"\sSố\s*:?\s*(?:\d|[…._/-])")
"""A number that conversion joined with the line before it."""
_VV = lazy(r"^\W*V\s*/\s*v\b", re.IGNORECASE)
_SECRETARY = lazy(r"^BÍ\s+THƯ\b")
MARKS = {
    "party": {"TM": "T/M", "KT": "K/T", "TL": "T/L"},
    "state": {"TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ."},
}
PADDED = 3
"""Months before this one take a leading zero."""


@dataclass(frozen=True, slots=True)
class Form:
    """One draft's block under the pack that holds for it."""

    context: Context
    block: Block
    pack: Pack

    def note(
        self, rule: str, lines: Iterable[Line], said: Message, need: Message, *, right: str = "",
        found: Message | None = None,
    ) -> Finding:  # fmt: skip
        """A note that names the regulation; one that nobody held against its text says so.

        ``right`` is the line as it should be. ``found`` is what stands there where a line is missed: the line that the
        note hangs on is in order and would tell nothing.
        """
        lines = list(lines)
        fix = (
            (msg("Viết “{right}” theo {regulation}.", right=right, regulation=self.pack.name) if right else msg("Sửa theo {regulation}.", regulation=self.pack.name))
            if rule in self.pack.verified
            else msg("Chưa kiểm chứng: quy tắc chưa được đối chiếu với nguyên văn {regulation}; xem lại trước khi sửa.", regulation=self.pack.name)
        )  # fmt: skip
        places = tuple(self.context.place(line.span) for line in lines)
        found = found or msg("Dự thảo ghi “{line}”.", line=_shown(lines[0]))
        return finding(
            rule, said, places=places, content=f"{said.id} {places[0].quote}", need=need, found=found, fix=fix
        )


def _shown(line: Line) -> str:
    return " ".join(line.text.split())[:120]


def check(context: Context) -> Iterator[Finding]:
    """The notes on one draft's form; silent for recognised text and where the title block was lost."""
    document = context.document
    if document.ocr or document.quality < MIN_QUALITY:
        return
    block = parts.title_block(context.outline)
    if block.kind is None or block.system is None:
        return
    first, last = dates_meant(context.outline.metadata.date, (line.text for line in block.lines))
    pack = pack_for(block.system, first, last)
    if pack is None:
        return
    form = Form(context, block, pack)
    for rule in (_number, _date, _body, _subject, _recipients, _authority):
        yield from rule(form)


def _number(form: Form) -> Iterator[Finding]:
    """D804: colon, leading zero, kind in the symbol; the order of hyphen and slash is C303's.

    A line is missed only where the block is whole, that is has the country's or the Party's heading too.
    """
    party = form.pack.system == "party"
    need = (
        msg("Số và ký hiệu ghi như “Số 05-BC/HU”: không có dấu hai chấm, gạch nối sau số, gạch chéo trước cơ quan ban hành.")
        if party
        else msg("Số và ký hiệu ghi như “Số: 05/BC-UBND”: có dấu hai chấm, gạch chéo sau số, gạch nối trước cơ quan ban hành.")
    )  # fmt: skip
    line = form.block.find(parts.NUMBER_LINE)
    if line is None:
        if (
            form.block.issuers
            and form.block.kind
            and form.block.find(parts.PARTY_HEAD if party else parts.STATE_HEAD)
            and form.block.find(parts.DATE_LINE)
            and not any(_NUMBERED.search(x.text) for x in form.block.lines)
            and not form.context.outline.metadata.draft
        ):
            found = msg("Dưới tên cơ quan ban hành “{line}” không có dòng “Số”.", line=_shown(form.block.issuers[-1]))
            yield form.note("D804", [form.block.issuers[-1]], msg("Không thấy dòng số và ký hiệu"), need, found=found)
        return
    m = parts.NUMBER.match(line.text)
    if m is None:
        return
    if party == bool(m["colon"]):
        said = msg("Thừa dấu hai chấm sau chữ “Số”") if party else msg("Thiếu dấu hai chấm sau chữ “Số”")
        yield form.note("D804", [line], said, need)
    if m["n"].isdigit() and len(m["n"]) == 1:
        yield form.note("D804", [line], msg("Số dưới 10 thiếu số 0 đứng trước"), need)
    yield from _kind_code(form, line, m["code"], need)


def _kind_code(form: Form, line: Line, code: str, need: Message) -> Iterator[Finding]:
    kind = parts.KIND.match(form.block.kind.text) if form.block.kind else None
    expected = CODES[" ".join(kind["k"].split())] if kind else code
    if code in CODES.values() and code != expected:
        said = msg("Ký hiệu ghi loại {code}, tên loại văn bản ứng với {expected}", code=code, expected=expected)
        yield form.note("D804", [line], said, need)


def _date(form: Form) -> Iterator[Finding]:
    """D805: words for day, month and year, leading zeros, the comma after the place."""
    need = msg(
        "Địa danh và thời gian ghi như “Mẫu Sơn, ngày 05 tháng 02 năm 2026”; ngày dưới 10 và tháng 1, 2 có số 0 đứng trước."
    )
    line = form.block.find(parts.DATE_LINE)
    if line is None:
        head = form.block.find(parts.PARTY_HEAD if form.pack.system == "party" else parts.STATE_HEAD)
        number = form.block.find(parts.NUMBER_LINE)
        if head and form.block.issuers and number and not form.context.outline.metadata.draft:
            found = msg(
                "Phần đầu văn bản có dòng “{line}”, không có dòng nào ghi ngày, tháng, năm.", line=_shown(number)
            )
            yield form.note("D805", [head], msg("Không thấy dòng địa danh và ngày, tháng, năm"), need, found=found)
        return
    words, right = _WORDS.search(line.text), _right_date(line.text)
    if _SLASHED.search(line.text):
        yield form.note("D805", [line], msg("Ngày, tháng, năm không viết đủ chữ"), need, right=right)
    elif words and ((len(words["d"]) == 1) or (len(words["m"]) == 1 and int(words["m"]) < PADDED)):
        yield form.note("D805", [line], msg("Ngày hoặc tháng thiếu số 0 đứng trước"), need, right=right)
    if _NO_COMMA.search(line.text):
        yield form.note("D805", [line], msg("Thiếu dấu phẩy giữa địa danh và ngày"), need, right=right)


def _right_date(text: str) -> str:
    """``Mẫu Sơn, ngày 05 tháng 02 năm 2026`` of a line that says it otherwise; empty when the date is not whole."""
    m = _DATED.search(text)
    if m is None:
        return ""
    place = " ".join(re.split(r"\t|\s{3,}", m["place"].strip(" ,"))[-1].split()).strip(" ,")
    day, month = int(m["d"]), int(m["m"])
    words = f"ngày {day:02d} tháng {month:02d}" if month < PADDED else f"ngày {day:02d} tháng {month}"
    return f"{place}, {words} năm {m['y']}" if place else f"{words} năm {m['y']}"


def _body(form: Form) -> Iterator[Finding]:
    """D806: the committee's common name, and a symbol that is the body's."""
    if not form.block.issuers:
        return
    last = form.block.issuers[-1]
    if form.pack.system == "party" and _COMMITTEE.match(last.text):
        yield form.note(
            "D806", [last], msg("Tên cơ quan ban hành ghi ban chấp hành hoặc ban thường vụ"),
            msg("Văn bản của ban chấp hành và ban thường vụ ghi chung là tỉnh ủy, thành ủy, thị ủy, huyện ủy, đảng ủy."),
        )  # fmt: skip
    number = form.block.find(parts.NUMBER_LINE)
    m = parts.NUMBER.match(number.text) if number else None
    codes = BODY_CODES if form.pack.system == "party" else STATE_CODES
    pattern = parts.PARTY_BODY if form.pack.system == "party" else parts.STATE_BODY
    named = [" ".join(b["b"].split()).replace("UỶ", "ỦY") for b in pattern.finditer(last.text)]
    if m and named and named[-1] in codes and m["by"] in codes.values() and m["by"] != codes[named[-1]]:
        yield form.note(
            "D806", [number or last, last], msg("Ký hiệu {code} không phải của {body}", code=m["by"], body=named[-1].capitalize()),
            msg("Ký hiệu cơ quan ban hành khớp với tên cơ quan ban hành ({code}).", code=codes[named[-1]]),
        )  # fmt: skip


def _subject(form: Form) -> Iterator[Finding]:
    """D807: a subject below the kind of document, without ``V/v``."""
    kind, below = form.block.kind, form.block.below
    m = parts.KIND.match(kind.text) if kind else None
    if kind is None or m is None:
        return
    need = msg("Dưới tên loại văn bản có trích yếu nội dung, một cụm từ ngắn gọn; “V/v” chỉ dùng cho công văn.")
    rest = m["rest"].strip(" *_.:-")
    if _VV.match(rest) or (not rest and below and _VV.match(below.text)):
        yield form.note("D807", [kind if rest or below is None else below], msg("Trích yếu bắt đầu bằng “V/v”"), need)
    elif not rest and not parts.is_subject(below) and not _joined(form, below):
        said = msg("Không thấy trích yếu dưới tên loại văn bản")
        found = msg("Dưới “{kind}” là “{line}”.", kind=_shown(kind), line=_shown(below)) if below else None
        yield form.note("D807", [kind], said, need, found=found)


def _joined(form: Form, below: Line | None) -> bool:
    """Whether a page joined what stands below with the preamble: a subject that fills its line runs on into it."""
    return (
        below is not None and form.context.document.format == "pdf" and len(syllables(below.text)) > parts.MAX_SUBJECT
    )


def _recipients(form: Form) -> Iterator[Finding]:
    """D808: the colon after ``Nơi nhận``, the mark after each recipient, the full stop at the end."""
    listed = parts.recipients(form.context.outline)
    if listed is None or not listed.items:
        return
    need = (
        msg("Sau “Nơi nhận” có dấu hai chấm, sau mỗi nơi nhận có dấu “{mark}”, kết thúc có dấu chấm.", mark=form.pack.separators)
        if len(form.pack.separators) == 1
        else msg("Sau “Nơi nhận” có dấu hai chấm, sau mỗi nơi nhận có dấu phẩy hoặc chấm phẩy, kết thúc có dấu chấm.")
    )  # fmt: skip
    if re.fullmatch(r"\W*Nơi\s+nhận\W*", listed.head.text, re.IGNORECASE) and ":" not in listed.head.text:
        yield form.note("D808", [listed.head], msg("Thiếu dấu hai chấm sau “Nơi nhận”"), need)
    if len(listed.items) > 1:
        *before, end = listed.items
        wrong = [x for x in before if not x.text.endswith(tuple(form.pack.separators))]
        wrong += [] if end.text.endswith(".") else [end]
        if wrong:
            yield form.note("D808", wrong, msg("Dấu cuối dòng ở Nơi nhận chưa đúng: {n} dòng", n=len(wrong)), need)


def _authority(form: Form) -> Iterator[Finding]:
    """D809: the marks of authority in the system's own form, and no ``K/T`` before a secretary."""
    marks = MARKS[form.pack.system]
    for line, m in parts.signatures(form.context.outline):
        bare = m["mark"].replace("/", "").rstrip(".")
        expected = marks.get(bare)
        if form.pack.system == "party" and bare == "KT" and _SECRETARY.match(m["who"]):
            yield form.note(
                "D809", [line], msg("Phó bí thư không ký thay bí thư"),
                msg("Văn bản của cấp ủy ký thay mặt (T/M) tập thể, dưới ghi chức vụ người ký."),
            )  # fmt: skip
        elif expected is not None and m["mark"] != expected:
            yield form.note(
                "D809", [line], msg("Đề ký “{mark}”, đúng thể thức là “{expected}”", mark=m["mark"], expected=expected),
                msg("Văn bản của Đảng ghi T/M, K/T, T/L; văn bản hành chính nhà nước ghi TM., KT., TL., TUQ."),
            )  # fmt: skip
