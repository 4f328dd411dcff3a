"""T701 for words of no list: two syllables nobody writes together, one small change from a usual word that fits there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .letters import lettered
from .lexicon import CERTAIN, NUMBER, counts, following, is_word, only_one, two_words
from .near import near, skeleton
from .spots import LEAST, SURE, USUAL, Spot, is_foretold, is_held, seen_together, stands_right
from .syllables import Syllable
from .tokens import Tokens, tokens_of
from .wordlist import dictionary

# The thresholds were chosen by scripts/evaluate_slips.py: each draft of the corpus against the counts of the other drafts.
STRAY = 5
"""Seen together so seldom, two syllables met by chance (``mặt hàng | chính``), if the word is ``OFTEN`` times as usual."""
OFTEN = 10
HALF = 0.5
"""So often is enough where the printed syllable never stands alone."""
LEAST_OTHER = 2
"""So often must the word that is meant have been seen with the neighbour across."""
RATIO = 3
"""Beside a figure a word is this much more usual than what is printed."""
APART = -1
Meant = tuple[tuple[str, int], ...]
"""Syllables that may be meant, and how often each was seen with the partner."""
NONE: tuple[Meant, Meant] = ((), ())
REMEMBERED = 1 << 15
"""Pairs of syllables whose usual words are kept, some 5 MB; a draft has two thousand that are seldom seen together."""
_UNTOLD = frozenset(("", NUMBER))
"""Neighbours that say nothing against a word."""
_GAPS = frozenset((" ", ", ", "\u00a0"))


def unseen(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of likely slips; silent without the word list."""
    if not dictionary():
        return
    found = tokens_of(text)
    if not found.words:
        return
    known, pairs = found.known, _counted(found)
    keys = [s.key for s in known]
    taken, grammar = -1, counts().grammar
    for i in (i for i, after in enumerate(pairs[1:]) if after <= STRAY):
        if i <= taken or keys[i] == NUMBER:
            continue
        if pairs[i] > STRAY and keys[i - 1] != NUMBER and not (pairs[i + 2 : i + 3] == [APART] and keys[i] in grammar):
            continue
        if not _guessable(known, pairs, i) or not _plain(found.words, pairs, i) or _as_spoken(keys, i):
            continue
        spot = _spot(found.words, keys, pairs, i)
        for best in sorted(_guesses(spot), reverse=True):
            first, last = (i, i + 1) if best[3] else (i - 1, i)
            start, end = found.starts[first], found.ends[last]
            across = spot.turned(best[3])[3]
            # two words of a list are one only where what follows is usual too (``phòng, chống tham nhũng``)
            if "," not in text[start:end] or seen_together(across, best[4], not best[3]) >= CERTAIN:
                taken = last
                yield start, end, text[start:end], _form(best, spot)
                break


def _as_spoken(keys: list[str], i: int) -> bool:
    """Whether a syllable is a form of the dialects (``cần nhứt``), or stands by itself after the word before it."""
    seen = counts()
    return keys[i] in seen.spoken or bool(i and keys[i - 1] in seen.stands.get(keys[i], ()))


def _form(best: tuple[bool, int, str, bool, str], spot: Spot) -> str:
    """The right pair as it is written; a syllable that the counts do not know, as the draft has it."""
    _, _, pair, _, _ = best
    seen, here = counts().printed, dict(zip(spot.keys, spot.words, strict=True))
    return " ".join(seen.get(s) or here.get(s, s) for s in pair.split())


def _counted(found: Tokens) -> list[int]:
    """How often each token was seen after the one before it; ``APART`` where they do not stand together."""
    follow, keys = [s.follow for s in found.known], [s.key for s in found.known[1:]]
    pairs = [after.get(key, 0) for after, key in zip(follow, keys, strict=False)]
    for i, gap in enumerate(found.gaps[:-1]):
        if gap not in _GAPS:
            pairs[i] = APART
    return [APART, *pairs, APART]


def _plain(words: list[str], pairs: list[int], i: int) -> bool:
    """Whether a syllable is no part of a name, of capitals or of an abbreviation."""
    word = words[i]
    if word.islower():
        return True
    begins = pairs[i] == APART and word[0].isupper() and word[1:].islower()
    return begins and pairs[i + 1] != APART and words[i + 1].islower()


def _spot(words: list[str], keys: list[str], pairs: list[int], i: int) -> Spot:
    """The syllable with what stands beside it without a full stop between."""
    left, right = pairs[i] != APART, pairs[i + 1] != APART
    further = left and pairs[i - 1] != APART, right and pairs[i + 2] != APART
    here = tuple(zip((-2, -1, 0, 1, 2), (further[0], left, True, right, further[1]), strict=True))
    a, b, c, d, e = ((words[i + n].lower(), keys[i + n]) if stands else ("", "") for n, stands in here)
    return Spot((a[0], b[0], c[0], d[0], e[0]), (a[1], b[1], c[1], d[1], e[1]))


@lru_cache(maxsize=REMEMBERED)
def _usual(partner: str, printed: str, right: bool) -> tuple[Meant, Meant]:
    """Usual words with the partner that a slip could turn into what is printed: (other marks or letters, one letter away).

    Most pairs have none, so this is asked before anything else about a place, and only where ``Beside.may`` allows it.
    """
    seen = counts()
    table = seen.before if right else seen.after
    close = []
    for meant in table.get((partner, skeleton(printed)), ()):
        kind = near(printed, meant)
        if (
            kind
            and (kind != "both" or printed not in seen.free)
            and (usual := seen_together(partner, meant, right)) >= LEAST
        ):
            close.append((meant, usual))
    away = lettered(partner, printed, right)
    if away:
        met = seen_together(partner, printed, right)
        away = [(meant, usual) for meant, usual in away if met <= STRAY and usual >= met * USUAL]
    return (tuple(close), tuple(away)) if close or away else NONE


def _guessable(known: list[Syllable], pairs: list[int], i: int) -> bool:
    """Whether anything can be guessed for a place at all."""
    printed = known[i]
    if pairs[i] != APART and (before := known[i - 1]).key != NUMBER:
        if _lost_stroke(printed.key):
            return True
        if before.right.may(printed) and any(_usual(before.key, printed.key, False)):
            return True
    if pairs[i + 1] == APART or (after := known[i + 1]).key == NUMBER:
        return False
    return after.left.may(printed) and any(_usual(after.key, printed.key, True))


def _lost_stroke(printed: str) -> bool:
    """Whether a syllable that never stands alone may be a word of grammar without the stroke of its ``đ``."""
    return printed[0] == "d" and printed not in counts().free and "đ" + printed[1:] in counts().grammar


def _guesses(spot: Spot) -> Iterator[tuple[bool, int, str, bool, str]]:
    """(never alone, how usual, pair, whether to the right, syllable) of every word that may be meant."""
    seen = counts()
    for right in (False, True):
        partner, _, printed, _ = spot.turned(right)
        if not partner or partner == NUMBER:
            continue
        if not right and _lost_stroke(printed):
            yield from _strokes(spot)
        for meant, usual in _usual(partner, printed, right)[0]:
            if meant == partner and printed in seen.free:
                continue  # "ngay ngày" is no slip for "ngày ngày"
            if _meant(spot, right, meant, usual) and not stands_right(spot):
                yield (
                    printed not in seen.free,
                    usual,
                    f"{meant} {partner}" if right else f"{partner} {meant}",
                    right,
                    meant,
                )
        yield from _letters(spot, right)


def _letters(spot: Spot, right: bool) -> Iterator[tuple[bool, int, str, bool, str]]:
    """Usual words one letter away."""
    seen = counts()
    partner, _, printed, across = spot.turned(right)
    beside = seen_together(across, printed, not right) if across != NUMBER else 0
    if beside > (printed in seen.free):
        return
    for meant, usual in _usual(partner, printed, right)[1]:
        if _letter_meant(spot, right, meant, usual) and not stands_right(spot):
            yield printed not in seen.free, usual, f"{meant} {partner}" if right else f"{partner} {meant}", right, meant


def _letter_meant(spot: Spot, right: bool, meant: str, usual: int) -> bool:
    """Whether the counts speak for a word one letter away: a syllable that stands alone must fit worse than it on both sides."""
    partner, beyond, printed, across = spot.turned(right)
    free, foretold = printed in counts().free, is_foretold(partner, beyond, meant, right)
    beside, other = seen_together(across, printed, not right), seen_together(across, meant, not right)
    if is_held(spot, right, usual):
        return foretold and not free and not beside
    if not foretold and two_words(printed, partner, meant, right=right, strange=not other and across not in _UNTOLD):
        return False
    if free or across == NUMBER:
        return usual >= (USUAL if free else CERTAIN) and (foretold or other >= max(LEAST_OTHER, RATIO * beside))
    return not beside


def _strokes(spot: Spot) -> Iterator[tuple[bool, int, str, bool, str]]:
    """The word of grammar that lost the stroke of its ``đ``, where the corpus has it beside a neighbour."""
    _, before, printed, after, _ = spot.keys
    meant = "đ" + printed[1:]
    evidence = following(before).get(meant)
    if not before or not is_word(
        spot.words[2]
    ):  # ``hãng dược phải …``: a word by itself fits before what follows the other as well
        evidence = evidence or following(meant).get(after)
    if evidence and not stands_right(spot):
        right = not before or before == NUMBER
        yield False, 0, f"{meant} {after}" if right else f"{before} {meant}", right, meant


def _meant(spot: Spot, right: bool, meant: str, usual: int) -> bool:
    """Whether the counts speak for the word: nothing holds the printed pair together, and something asks for the word."""
    seen = counts()
    partner, beyond, printed, across = spot.turned(right)
    free, grammar = printed in seen.free, printed in seen.grammar
    met, beside = seen_together(partner, printed, right), seen_together(across, printed, not right)
    other = seen_together(across, meant, not right)
    if across == NUMBER and other < CERTAIN:
        other = 0
    if met > STRAY or met * OFTEN > usual:
        return False
    if grammar and right and not beyond and partner in seen.held and usual >= USUAL and met * USUAL <= usual:
        return True  # the partner never stands alone, and nothing else can hold it (``ba việc trong tâm: …``)
    if beside and (free or beside > 1) and not (across == NUMBER and other >= RATIO * beside):
        return False
    word = f"{meant} {partner}" if right else f"{partner} {meant}"
    held = is_held(spot, right, usual)
    if held or word not in seen.words:
        if (
            not right
            and not met
            and not beside
            and only_one(beyond, partner, meant, USUAL)
            and (not across or other >= LEAST_OTHER)
        ):
            return True
        return (
            is_foretold(partner, beyond, meant, right, SURE if free else HALF) and not met and (not free or bool(other))
        )
    if is_foretold(partner, beyond, meant, right):
        return True
    if two_words(printed, partner, meant, right=right, strange=not other and across not in _UNTOLD):
        return False
    if other:
        return True
    if grammar:
        return False
    alone = not met and (not free or (partner in seen.held and usual >= CERTAIN))
    return alone or (usual >= CERTAIN and partner not in seen.grammar and not beside and met * OFTEN <= usual)
