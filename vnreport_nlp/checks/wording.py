"""T701: slips that leave real syllables; T702: words written twice."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Finding, Place, Span, finding, msg
from ..resources import data_text
from ..text import fold
from .context import Context

_TOKEN = re.compile(r"[^\W\d_]+")
_PLAIN = {
    c: ord(unicodedata.normalize("NFD", chr(c))[0])
    for c in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
    if unicodedata.normalize("NFD", chr(c))[0] != chr(c)
} | {ord("đ"): ord("d"), ord("Đ"): ord("D")}
_DOUBLED = frozenset(
    [
        "các",
        "cả",
        "của",
        "đã",
        "được",
        "để",
        "và",
        "là",
        "có",
        "cho",
        "với",
        "những",
        "tại",
        "phải",
        "chưa",
        "sẽ",
        "đang",
        "nhưng",
        "mà",
        "khi",
        "thì",
        "vào",
        "này",
        "đó",
        "một",
        "cũng",
        "rất",
        "như",
        "nhằm",
        "giữa",
        "nếu",
        "còn",
        "hoặc",
        "vì",
        "nên",
        "do",
        "trên",
        "về",
        "đến",
        "cùng",
        "qua",
        "bị",
        "bởi",
        "rằng",
        "việc",
        "trong",
        "theo",
        "từng",
        "mỗi",
        "mọi",
        "hay",
        "sau",
        "trước",
        "không",
        "truyền",
        "nghị",
        "quyết",
        "viên",
        "đảng",
        "nhiệm",
        "triển",
        "khai",
        "thực",
        "hiện",
    ]
)
_NEVER = frozenset(("theo dõi", "trong sạch", "trong sáng", "trong lành", "sau này", "trên trên"))
_NEXT = {"theo": "dõi", "trong": "sạch|sáng|lành|suốt", "không": "gian|khí|quân|những|ít", "qua": "lại|loa", "việc": "làm", "đến": "nơi", "do": "dự|thám",
         "viên": "chức|mãn|gạch|đạn", "hiện": "đại|nay|trạng|có|vật|tượng|thực|tại", "thực": "hiện|tế|tiễn|chất|trạng|phẩm|thi", "khai": "thác|trừ|báo|giảng|mạc|trương",
         "đảng": "viên|ủy|bộ|uỷ", "nhiệm": "vụ|kỳ", "quyết": "định|tâm|liệt|toán|nghị|sách", "nghị": "quyết|định|sự|trường", "triển": "khai|lãm|vọng", "từng": "bước",
         "hay": "ho", "mọi": "mặt", "truyền": "thống|thông|hình|đạt|thanh", "bằng": "cấp|chứng|khen|lòng", "về": "hưu", "một": "số"}  # fmt: skip
_PHRASE = re.compile(r"\b([^\W\d_]+(?: [^\W\d_]+){1,4}) \1\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b([^\W\d_]+) \1\b(?: ([^\W\d_]+))?", re.IGNORECASE)
_ORGANS = frozenset(("kiểm tra", "tổ chức", "thanh tra", "tuyên giáo", "điều tra"))
_ORGAN = re.compile(r"(?:(?:ủy|uỷ) ban|ban|phòng|cơ quan|đoàn|tổ|công tác|đơn vị|cán bộ|các)\s$", re.IGNORECASE)
_REPEATED = frozenset(
    ("từng bước", "từng ngày", "ngày càng", "dần dần", "luôn luôn", "đời đời", "người người", "nhà nhà", "lớp lớp")
)


@dataclass(frozen=True, slots=True)
class Confusions:
    """The confusion sets: right forms by their bare letters, words that make a wrong form right, patterns."""

    pairs: dict[str, frozenset[str]]
    firsts: frozenset[str]
    joins: frozenset[str]
    exceptions: dict[str, frozenset[str]]
    patterns: tuple[tuple[re.Pattern[str], str, re.Pattern[str] | None, bool], ...]
    right: dict[str, str]


@lru_cache(maxsize=1)
def confusions() -> Confusions:
    """The shipped sets."""
    data = json.loads(data_text("confusions.json"))
    pairs = {k: frozenset(fold(f) for f in forms) for k, forms in data["pairs"].items()}
    patterns = []
    for pattern, right, before in data["patterns"]:
        needed = before.startswith("<")
        words = before.removeprefix("<")
        patterns.append((re.compile(pattern), right, re.compile(rf"{words}\s$") if words else None, needed))
    return Confusions(
        pairs, frozenset(k.split()[0] for k in pairs), frozenset(data["joins"]), {k: frozenset(v) for k, v in data["exceptions"].items()}, tuple(patterns),
        {k: forms[0] for k, forms in data["pairs"].items()},
    )  # fmt: skip


def check(context: Context) -> Iterable[Finding]:
    """T701 and T702 of one draft."""
    yield from _slips(context)
    yield from _repeats(context)


def _slips(context: Context) -> Iterator[Finding]:
    """One finding a wrong form, with all its places."""
    places: dict[tuple[str, str], list[Place]] = {}
    for start, end, wrong, right in slips(context.document.text):
        quote = Span(max(0, start), min(len(context.document.text), end))
        places.setdefault((wrong, right), []).append(context.place(quote))
    for (wrong, right), found in places.items():
        yield finding(
            "T701", msg("Có thể viết nhầm: “{wrong}”, đúng là “{right}”", wrong=wrong, right=right), places=tuple(found), content=f"{wrong}>{right}",
            requirement=context.requirement_at(found[0].span.start), need=msg("“{right}”", right=right), found=msg("“{wrong}” ({n} chỗ)", wrong=wrong, n=len(found)),
            fix=msg("Đọc lại câu và sửa chính tả."),
        )  # fmt: skip


def slips(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of every likely slip."""
    sets = confusions()
    bare = text.translate(_PLAIN).lower()
    if len(bare) != len(text):
        return
    tokens = list(_TOKEN.finditer(bare))
    words = [m[0] for m in tokens]
    for i, word in enumerate(words[:-1], 1):
        if word not in sets.firsts:
            continue
        first, m = tokens[i - 1], tokens[i]
        if m.start() != first.end() + 1 or text[first.end()] not in " \u00a0":
            continue
        key = f"{word} {words[i]}"
        allowed = sets.pairs.get(key)
        if allowed is None or key in sets.joins:
            continue
        printed = text[first.start() : m.end()]
        if (
            fold(printed) in allowed
            or not _one_off(fold(printed), fold(sets.right[key]))
            or _joined(text, tokens, i, sets)
            or _excused(text, printed, m.end(), sets)
            or _name(text, first.start(), printed)
        ):
            continue
        yield first.start(), m.end(), printed, sets.right[key]
    for pattern, right, left, needed in sets.patterns:
        for m in pattern.finditer(text):
            stands = left is not None and bool(left.search(text, max(0, m.start() - 30), m.start()))
            if left is None or stands == needed:
                end = re.compile(r"(?:\s[^\W\d_]+)?").match(text, m.end())
                yield m.start(), end.end() if end else m.end(), m[0], right


def _one_off(printed: str, right: str) -> bool:
    """Whether one syllable is right and one wrong."""
    first, _, second = printed.partition(" ")
    return right.startswith(first + " ") or right.endswith(" " + second)


def _joined(text: str, tokens: list[re.Match[str]], i: int, sets: Confusions) -> bool:
    """Whether one of two syllables makes a right word with its other neighbour."""
    for left, right in ((i - 2, i - 1), (i, i + 1)):
        if left < 0 or right >= len(tokens) or tokens[right].start() != tokens[left].end() + 1:
            continue
        forms = sets.pairs.get(f"{tokens[left][0]} {tokens[right][0]}")
        if forms and fold(text[tokens[left].start() : tokens[right].end()]) in forms:
            return True
    return False


def _excused(text: str, printed: str, at: int, sets: Confusions) -> bool:
    after = _TOKEN.match(text, at + 1)
    return bool(after and after[0].lower() in sets.exceptions.get(printed.lower(), ()))


MARKED = 5
"""So many letters with marks around two bare syllables show that the text has its marks."""


def _marked(text: str, start: int, end: int) -> bool:
    """Whether the words around a place carry Vietnamese marks."""
    around = text[max(0, start - 30) : start] + text[end : end + 30]
    return sum(not c.isascii() and c.isalpha() for c in around) >= MARKED


def _name(text: str, at: int, printed: str) -> bool:
    """Whether two syllables are part of a proper name, or unmarked text."""
    first, _, second = printed.partition(" ")
    if printed.isascii() and (not printed.islower() or not _marked(text, at, at + len(printed))):
        return True
    if second[:1].isupper() and not printed.isupper():
        return True
    previous = re.search(r"([^\W\d_]+)\s$", text[max(0, at - 16) : at])
    return bool(
        first[:1].isupper()
        and previous
        and previous[1][:1].isupper()
        and not printed.isupper()
        and fold(second) != fold("ủy")
    )


def _repeats(context: Context) -> Iterator[Finding]:
    last: re.Match[str] | None = None
    for p in context.document.paragraphs:
        if p.story in ("body", "footnote"):
            first = re.compile(r"[^\W\d_]+").match(context.document.text, p.start)
            if last and first and last[1] == first[0] and first[0] in _DOUBLED:
                yield _repeat(context, Span(last.start(1), first.end()), first[0])
            last = re.compile(r"([^\W\d_]+) ?$").search(context.document.text, max(p.start, p.end - 12), p.end)
        if p.story in ("toc", "header", "footer", "table"):
            continue
        text = context.document.text[p.start : p.end]
        for m in _PHRASE.finditer(text):
            if m[1].lower() in _ORGANS and _ORGAN.search(text, max(0, m.start() - 30), m.start()):
                continue
            if m[1].lower() not in _REPEATED and len(set(m[1].lower().split())) > 1 and not m[1].istitle():
                yield _repeat(context, Span(p.start + m.start(), p.start + m.end()), m[1])
        for m in _SINGLE.finditer(text):
            word = m[1].lower()
            if word not in _DOUBLED or (m[2] and re.fullmatch(_NEXT.get(word, "(?!)"), m[2].lower())):
                continue
            yield _repeat(context, Span(p.start + m.start(), p.start + m.end()), m[1])


def _repeat(context: Context, span: Span, words: str) -> Finding:
    return finding(
        "T702", msg("Từ lặp: “{words} {words}”", words=words), places=(context.place(span),), requirement=context.requirement_at(span.start),
        need=msg("Một lần “{words}”.", words=words), found=msg("“{quote}”", quote=context.document.quote(span)), fix=msg("Bỏ từ lặp."),
    )  # fmt: skip
