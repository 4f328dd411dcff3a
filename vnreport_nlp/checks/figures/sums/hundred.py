"""F201 of shares that should make a hundred: the sectors of an economy, the classes of a rating, men and women."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.dims import EXHAUSTIVE, complementary, dimension
from ..reading.text import PERCENT, sentences, value_of

SECTORS = tuple(
    lazy(p, re.IGNORECASE)
    for p in (
        r"nông|lâm nghiệp|thủy sản|khu vực I\b",
        r"công nghiệp|xây dựng|khu vực II\b",
        r"dịch vụ|thương mại|du lịch|khu vực III\b",
    )
)
_PERCENTAGE = r"\d+(?:,\d+)?"
_STRUCTURE = lazy(r"cơ cấu|tỷ trọng|tỉ trọng", re.IGNORECASE)
_MARKED = lazy(r"\b(?:giỏi|khá|trung bình|yếu|kém|tốt|chưa đạt)\b", re.IGNORECASE)
_ELSE = lazy(
    r"\b(?:tăng|giảm|vượt|so với|từ|lên|xuống|kế hoạch|chỉ tiêu|mục tiêu|dự toán|bình quân|cùng kỳ|trong đó|riêng|còn lại|một số|tốc độ|tỷ lệ lao động)\b|trên\s\d|…|\.\.\.",
    re.IGNORECASE,
)
_AGES = lazy(
    r"(?:\b(?:từ|trên|dưới|đến)\s)*\b\d\d(?:\s?(?:đến|-|–)\s?(?:dưới\s)?\d\d)? tuổi(?: trở (?:lên|xuống))?",
    re.IGNORECASE,
)
_ASIDE = (
    lazy(r"\s?\(trong (?:đó|số đó)[^()]*\)", re.IGNORECASE),
    lazy(
        rf",?\s(?:tăng|giảm)\s{_PERCENTAGE}\sđiểm(?:\s(?:phần trăm|%))?(?:\sso với [^,;.()%]{{3,40}})?", re.IGNORECASE
    ),
    lazy(rf"(?<=,)\s?(?:tăng|giảm)\s{_PERCENTAGE}\s?%(?:\sso với [^,;.()%\d]{{3,40}})?,", re.IGNORECASE),
)
"""Said beside a share of a list: the share of a part of the item, by how many points it moved, how the item grew."""
_WITHIN = lazy(r"\btrong (?:đó|số đó),?:?\s", re.IGNORECASE)
_TAKES = lazy(r"\bchiếm(?: tỷ lệ)?\s$")
_OPENS = lazy(r"\b(?:trong (?:đó|số đó)|gồm|bao gồm)\b[,:]?\s", re.IGNORECASE)
_SOURCE = lazy(
    r"(?:nguồn )?(?:vốn|ngân sách|kinh phí|tín dụng)\b|(?:nguồn )?(?:xã hội hóa|xã hội hoá|(?:nhân )?dân (?:đóng )?góp|đóng góp|huy động)\b|(?:nhân dân|doanh nghiệp|cộng đồng)\b",
    re.IGNORECASE,
)
"""Where money came from: sources exclude each other, and together they are no more than all."""
_SPENT = lazy(r"giải ngân|tỷ lệ|tỉ lệ|tiến độ|thanh toán|\b(?:đạt|bằng)\s+\d|hoàn thành", re.IGNORECASE)
"""How much of each was spent is no share of all."""
_RATE = lazy(r"\b(?:tỷ lệ|tỉ lệ|độ) [^\W\d]|\b(?:ở|tại|được|đạt|có)\b", re.IGNORECASE)
LEAST, MOST = 3, 8
GAP = 90
"""Characters between two shares of one list."""
LOW, HIGH = Decimal(95), Decimal(108)
"""Shares that add up to less or more are not meant to make a hundred."""
HUNDRED = Decimal(100)
MOST_OF_SOURCES = Decimal(130)
"""Shares of sources that add up to more are each of something else."""
Told = tuple[int, int, list[str]]


def hundreds(text: str) -> Iterator[Told]:
    """(start, end, shares) of every list of shares in a paragraph that should make a hundred and does not."""
    for start, end in sentences(text) if text.count("%") > 1 else ():
        sentence = _AGES.sub(lambda m: "tuổi".ljust(len(m[0])), text[start:end])
        for aside in _ASIDE:
            sentence = aside.sub(lambda m: " " * len(m[0]), sentence)
        for run in _runs(sentence):
            told = _judged(sentence, run)
            if told:
                yield start + told - 1, start + run[-1].end(), [m[1] for m in run]


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Percentages that follow each other with no other number between."""
    run: list[re.Match[str]] = []
    for m in PERCENT.finditer(sentence):
        gap = sentence[run[-1].end() : m.start()] if run else ""
        if run and (len(gap) > GAP or re.search(r"\d|\.\s", gap)):
            yield run
            run = []
        run.append(m)
    yield run


def _judged(sentence: str, run: list[re.Match[str]]) -> int:
    """One behind where a list begins whose shares should make a hundred and do not; 0 when they do or need not."""
    if not 2 <= len(run) <= MOST:
        return 0
    labels = _labels(sentence, run)
    places = max(len(m[1].partition(",")[2]) for m in run)
    slack = Decimal(1).scaleb(-places) * max(1, len(run) // 2)
    reached = sum((value_of(m[1]) for m in run), Decimal())
    beyond = reached > HIGH and _both_sides(sentence, run, labels)
    if reached > HUNDRED + slack and (opened := _of_sources(sentence, run, labels)):
        return opened
    if beyond:
        labels = [_WITHIN.split(labels[0])[-1], *labels[1:]]
    first = sentence.rfind(labels[0], 0, run[0].start()) if labels[0] else run[0].start()
    if (
        abs(reached - HUNDRED) <= slack
        or not (LOW <= reached <= HIGH or beyond)
        or _ELSE.search(sentence[max(0, first) : run[-1].end()])
    ):
        return 0
    return max(0, first) + 1 if _whole(sentence[: run[0].start()], labels) else 0


def _of_sources(sentence: str, run: list[re.Match[str]], labels: list[str]) -> int:
    """One behind where a list of sources of one sum opens; 0 where it is no such list."""
    opened = list(_OPENS.finditer(sentence, 0, run[0].start()))
    if (
        len(run) < LEAST
        or not opened
        or _SPENT.search(sentence)
        or sum((value_of(m[1]) for m in run), Decimal()) > MOST_OF_SOURCES
    ):
        return 0
    items = [sentence[opened[-1].end() : run[0].start()], *labels[1:]]
    sources = {item.strip().lower() for item in items if _SOURCE.match(item.strip())}
    told = sentence[opened[-1].end() : run[-1].end()]
    return opened[-1].end() + 1 if len(sources) == len(run) and not _ELSE.search(told) else 0


def _both_sides(sentence: str, run: list[re.Match[str]], labels: list[str]) -> bool:
    """Whether two shares are told of the two sides of one whole, and not as the rate that each side has."""
    sides = [_WITHIN.split(label)[-1] for label in labels]
    if not complementary(sides) or any(value_of(m[1]) > HUNDRED for m in run):
        return False
    lead = _WITHIN.split(re.split(r"[;.]\s", sentence[: run[0].start()])[-1])[-1]
    return _TAKES.search(lead) is not None and not _RATE.search(lead)


def _labels(sentence: str, run: list[re.Match[str]]) -> list[str]:
    """What each share is of: the words since the one before it, or since the last mark that opens the list."""
    ends = [0, *(m.end() for m in run)]
    between = [sentence[a : m.start()] for a, m in zip(ends, run, strict=False)]
    between[0] = re.split(r"[:;(]|,\s(?=nông|khu vực|nam\b)", between[0])[-1]
    return [re.sub(r"^[\s,;)]*(?:và\s)?|\s(?:chiếm|đạt|là)\s*(?:tỷ lệ\s*)?$", "", b).strip() for b in between]


def _whole(lead: str, labels: list[str]) -> bool:
    """Whether the items are all there are: the three sectors, one rating, men and women."""
    if len(labels) == 2:
        return complementary(labels)
    sectors = [any(p.search(label) for label in labels) for p in SECTORS]
    if all(sectors) and (_STRUCTURE.search(lead) or len(labels) == LEAST):
        return True
    dims = {"rating" if _MARKED.search(label) else dimension(label) for label in labels}
    return len(dims) == 1 and dims <= EXHAUSTIVE
