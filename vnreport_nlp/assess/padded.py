"""Text that fills the room under a heading and says nothing: the same words over and over, or words of no language of ours."""

from __future__ import annotations

from collections.abc import Sequence

from ..expressions import compiled
from ..model import Message, msg

MIN_TEXT = 30
"""Syllables from which a text is long enough to tell."""
NEW = 0.4
"""Share of three words running that stand for the first time; of 1,291 sections of real and corpus reports the least has 0.57."""
OURS = 0.5
"""Share of words that can be Vietnamese syllables; in the same sections the least is 0.93."""
MOST_BARE = 0.7
"""Share of words without marks from which it is asked further; Vietnamese has one in four."""
_LETTERS = compiled(r"[^\W\d_]+")
"""The letters of a folded word without its tone, which stands behind them."""


def padding(words: Sequence[str]) -> Message | None:
    """Why a text (its folded words in a row) is no answer, whatever heading it stands under; None for all others."""
    if len(words) < MIN_TEXT:
        return None
    runs = len(words) - 2
    if len(set(zip(words, words[1:], words[2:], strict=False))) < NEW * runs:
        return msg("Tiêu đề đúng nhưng nội dung chỉ nhắc đi nhắc lại mấy câu chữ giống nhau; có thể là chữ lấp chỗ.")
    if sum(map(str.isascii, words)) <= MOST_BARE * len(words):
        return None  # Vietnamese by its marks, as nearly every text is
    from ..readers.quality import is_syllable

    letters = _LETTERS.findall(" ".join(words))
    if letters and sum(map(is_syllable, letters)) < OURS * len(letters):
        return msg("Tiêu đề đúng nhưng phần lớn nội dung không phải tiếng Việt; có thể là chữ lấp chỗ.")
    return None
