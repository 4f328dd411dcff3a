"""T701: slips that leave real syllables."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Place, Span, finding, msg
from ...resources import data_text
from ...text import fold
from ..context import Context
from .capitals import in_capitals
from .casing import like
from .letters import variants
from .lexicon import both_alone, counts, is_word
from .listed import of_list
from .misprinted import misprinted
from .namesakes import namesakes
from .persons import ends_person
from .sounds import by_sound
from .strange import strange
from .tokens import Tokens, tokens_of
from .unseen import unseen
from .words import folded, neighbours

_TOKEN = lazy(r"[^\W\d_]+")
_NEXT = lazy(r"(?:\s[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Confusions:
    """The confusion sets: right forms by their bare letters, words that make a wrong form right, patterns.

    ``seconds`` are the second syllables of the pairs that are looked for, by the first.
    """

    pairs: dict[str, frozenset[str]]
    seconds: dict[str, frozenset[str]]
    exceptions: dict[str, frozenset[str]]
    patterns: tuple[tuple[Gated, str, re.Pattern[str] | None, bool], ...]
    right: dict[str, str]
    known: frozenset[str]
    own: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=1)
def confusions() -> Confusions:
    """The shipped sets."""
    data = json.loads(data_text("confusions.json"))
    pairs = {k: frozenset(fold(f) for f in forms) for k, forms in data["pairs"].items()}
    seconds: dict[str, set[str]] = {}
    for first, second in (k.split() for k in pairs.keys() - set(data["joins"])):
        seconds.setdefault(first, set()).add(second)
    patterns = []
    for pattern, right, before in data["patterns"]:
        needed = before.startswith("<")
        words = before.removeprefix("<")
        patterns.append((Gated(pattern), right, lazy(rf"{words}\s$") if words else None, needed))
    return Confusions(
        pairs, {k: frozenset(v) for k, v in seconds.items()}, {k: frozenset(v) for k, v in data["exceptions"].items()}, tuple(patterns),
        {k: forms[0] for k, forms in data["pairs"].items()}, frozenset(map(fold, data["known"])), folded(" ".join(data["de"]["own"])), folded(" ".join(data["de"]["before"])), folded(" ".join(data["de"]["after"])),
    )  # fmt: skip


def slip_findings(context: Context) -> Iterator[Finding]:
    """One finding a wrong form, with all its places."""
    text, places = context.document.text, dict[tuple[str, str], list[Place]]()
    for start, end, wrong, right in (*slips(text), *namesakes(text), *misprinted(text)):
        if not variants(wrong, right):
            places.setdefault((wrong, right), []).append(context.place(Span(max(0, start), min(len(text), end))))
    for (wrong, plain), found in places.items():
        right = like(wrong, plain)
        yield finding(
            "T701", msg("Có thể viết nhầm: “{wrong}”, có lẽ là “{right}”", wrong=wrong, right=right), places=tuple(found), content=f"{wrong}>{right}",
            requirement=context.requirement_at(found[0].span.start), need=msg("“{right}”", right=right), found=msg("“{wrong}” ({n} chỗ)", wrong=wrong, n=len(found)),
            fix=msg("Đọc lại câu và sửa chính tả."),
        )  # fmt: skip


def slips(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of every likely slip: those of the lists first, then pairs that nobody writes."""
    sets = confusions()
    taken: list[tuple[int, int]] = []
    for start, end, wrong, right in (*_listed(text, sets), *_purposes(text, sets), *_matched(text, sets)):
        if not _quoted(text, start, end) and all(start != a for a, _ in taken):
            taken.append((start, end))
            yield start, end, wrong, right
    for start, end, wrong, right in _guessed(text):
        if any(start < b and a < end for a, b in taken) or _quoted(text, start, end):
            continue
        excused = (
            fold(wrong) in sets.known
            or _excused(text, wrong, end, sets)
            or ends_person(text, start)
            or _sum_of_money(text, start)
            or (fold(right).endswith(_PASSIVE) and text[end : end + 1] in _STOPS)
        )
        if not excused:
            yield start, end, wrong, right
    for start, end, wrong, right in in_capitals(text, _guessed):
        if fold(wrong) not in sets.known and not any(start < b and a < end for a, b in taken):
            yield start, end, wrong, right


def _guessed(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Slips that the counts tell, then what is no syllable, then slips that only the word list tells."""
    ends: list[tuple[int, int]] = []
    for told in (unseen, strange, of_list, by_sound):
        new = [found for found in told(text) if not any(found[0] < b and a < found[1] for a, b in ends)]
        ends += [found[:2] for found in new]
        yield from new


_PASSIVE, _STOPS = fold("được"), frozenset(("", "\n", *",;.:)"))
"""``được`` needs a word after it: before such a mark another word stands (``công tác dược, vật tư``)."""
_MONEY = lazy(r"(?:\d|tỷ|tỉ|triệu|nghìn|ngàn|trăm) $", re.IGNORECASE)
"""What stands before the currency: after ``14 tỷ đồng`` another word begins."""


def _sum_of_money(text: str, start: int) -> bool:
    return text.startswith("đồng ", start) and bool(_MONEY.search(text, max(0, start - 6), start))


def _listed(text: str, sets: Confusions) -> Iterator[tuple[int, int, str, str]]:
    """Wrong forms of the listed pairs."""
    tokens, none, seconds = tokens_of(text), frozenset[str](), sets.seconds
    words = [s.bare for s in tokens.known]
    for i in [i for i, (a, b) in enumerate(pairwise(words), 1) if b in seconds.get(a, none)]:
        if tokens.gaps[i - 1] not in (" ", "\u00a0"):
            continue
        key = f"{words[i - 1]} {words[i]}"
        folded_pair = f"{tokens.known[i - 1].key} {tokens.known[i].key}"
        if folded_pair in sets.pairs[key] or folded_pair in sets.known:
            continue
        start, end = tokens.starts[i - 1], tokens.ends[i]
        printed = text[start:end]
        if (
            not _one_off(folded_pair, fold(sets.right[key]))
            or not _likely(text, start, end, fold(sets.right[key]))
            or _joined(text, tokens, words, i, sets)
            or _excused(text, printed, end, sets)
            or _name(text, start, printed)
        ):
            continue
        yield start, end, printed, sets.right[key]


def _matched(text: str, sets: Confusions) -> Iterator[tuple[int, int, str, str]]:
    """Wrong forms that a pattern describes."""
    words = sorted({word.lower() for word in set(tokens_of(text).words)})
    for pattern, right, left, needed in sets.patterns:
        if pattern.heads and not any(_stands(head, words) for head in pattern.heads):
            continue
        for m in pattern.finditer(text):
            stands = left is not None and bool(left.search(text, max(0, m.start() - 30), m.start()))
            if left is None or stands == needed:
                end = _NEXT.match(text, m.end())
                yield m.start(), end.end() if end else m.end(), m[0], right


def _stands(head: str, words: list[str]) -> bool:
    """Whether the words that a pattern begins with, the last perhaps not whole, are among the sorted words of a text."""
    for word in head.lower().split(" "):
        at = bisect_left(words, word)
        if at == len(words) or not words[at].startswith(word):
            return False
    return True


_QUOTES = frozenset("\"“”«»'‘’")


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a form stands by itself between quotation marks: it is spoken of, not used."""
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES and end < len(text)


def _one_off(printed: str, right: str) -> bool:
    """Whether one syllable is right and one wrong."""
    first, _, second = printed.partition(" ")
    return right.startswith(first + " ") or right.endswith(" " + second)


_LEFT = lazy(r"([^\W\d_]+),?[ \u00a0]$")
_RIGHT = lazy(r",?[ \u00a0]([^\W\d_]+)")
"""The words beside a place; one behind the end of a line is of another paragraph."""


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words left and right of a place, folded; empty where something else stands."""
    left, right = _LEFT.search(text, max(0, start - 16), start), _RIGHT.match(text, end)
    return fold(left[1]) if left else "", fold(right[1]) if right else ""


def _likely(text: str, start: int, end: int, right: str) -> bool:
    """Whether a wrong pair is no meeting of two words: one of its syllables never stands alone, or the right form is usual here."""
    seen = neighbours()
    printed, meant = fold(text[start:end]).split(), right.split()
    wrong = 0 if printed[0] != meant[0] else 1
    before, after = _beside(text, start, end)
    outer = seen.before.get(printed[0], ()) if wrong == 0 else seen.after.get(printed[1], ())
    beside = before if wrong == 0 else after
    if wrong == 0 and before in counts().stands.get(printed[0], ()):
        return False
    if beside in outer or (beside and _word_beside(text, start, end, wrong)):
        return False
    if not both_alone(printed, meant) or f"{right} {1 - wrong}" in seen.bound:
        return True
    if wrong == 0 and meant[0] not in counts().free and after in counts().grammar:
        return True  # the second syllable holds nothing else, and the first that is meant stands nowhere else
    return before in seen.left.get(right, ()) or after in seen.right.get(right, ())


def _word_beside(text: str, start: int, end: int, wrong: int) -> bool:
    """Whether the syllable thought wrong makes a word of the dictionary with its other neighbour (``thụ hưởng | dẫn``)."""
    first, second = text[start:end].split()
    side = _RIGHT.match(text, end) if wrong else _LEFT.search(text, max(0, start - 16), start)
    return side is not None and is_word(f"{second} {side[1]}" if wrong else f"{side[1]} {first}")


_DE = Gated(r"\b[đĐ]ề(?= [^\W\d_])")
_PURPOSE = fold("để")


def _purposes(text: str, sets: Confusions) -> Iterator[tuple[int, int, str, str]]:
    """``đề`` where ``để`` is meant: no compound of ``đề``, and a word follows that follows ``để``."""
    for m in _DE.finditer(text):
        before, after = _beside(text, m.start(), m.end())
        if after in sets.own or before in sets.before or _digit_before(text, m.start()):
            continue
        if after in sets.after or after in neighbours().right.get(_PURPOSE, ()):
            end = _RIGHT.match(text, m.end())
            yield m.start(), end.end() if end else m.end(), m[0], "để"


def _digit_before(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at].rstrip()[-1:].isdigit()


def _joined(text: str, tokens: Tokens, words: list[str], i: int, sets: Confusions) -> bool:
    """Whether one of two syllables makes a right word with its other neighbour."""
    for left, right in ((i - 2, i - 1), (i, i + 1)):
        if left < 0 or right >= len(words) or len(tokens.gaps[left]) != 1:
            continue
        forms = sets.pairs.get(f"{words[left]} {words[right]}")
        if forms and fold(text[tokens.starts[left] : tokens.ends[right]]) in forms:
            return True
    return False


def _excused(text: str, printed: str, at: int, sets: Confusions) -> bool:
    return bool((after := _TOKEN.match(text, at + 1)) and after[0].lower() in sets.exceptions.get(printed.lower(), ()))


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
    previous = re.search(r"([^\W\d_]+)[ \u00a0]$", text[max(0, at - 16) : at])
    if ends_person(text, at) and not second[:1].isupper():
        return True
    return bool(
        first[:1].isupper()
        and previous
        and previous[1][:1].isupper()
        and not printed.isupper()
        and fold(second) != fold("ủy")
    )
