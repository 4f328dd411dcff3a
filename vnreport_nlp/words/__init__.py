"""Vietnamese words by underthesea, as spans of our own text, an order of magnitude faster.

The words are exactly those of ``underthesea.word_tokenize(paragraph)``: one paragraph a call, token normalisation on (its
default), so that the segmentation does not depend on where a writer puts the tone mark (``hoà`` or ``hòa``). What it
re-spells is never kept: a word is a span of the text as it was given.

How (docs/words.md): underthesea's word model is a CRF whose features look only at one, two or three neighbouring tokens
within a window of five. A token's score is therefore a sum of table entries. The tables are compiled from underthesea's
own files once (``source``, ``tables``, ``cache``), a text is cut into tokens with its own pattern (``tokens``), the
scores of all tokens are added up with numpy (``evaluate``) and the best labels found by a Viterbi over one number
(``viterbi``). What rounding could decide is summed again in the official order (``exact``). Importing this package
imports neither underthesea nor numpy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .state import Engine
    from .vocabulary import Vocabulary

Span = tuple[int, int]

__all__ = ["Span", "Vocabulary", "engine", "segment", "word_spans", "words_of"]


def segment(paragraphs: Iterable[str]) -> list[list[Span]]:
    """The word spans of every paragraph, (start, end) in its characters; many at once are faster than one by one."""
    from .official import official_spans
    from .state import state

    evaluator = state().evaluator
    listed = list(paragraphs)
    return evaluator.segment(listed) if evaluator else [official_spans(paragraph) for paragraph in listed]


def word_spans(paragraph: str) -> list[Span]:
    """The word spans of one paragraph."""
    return segment((paragraph,))[0]


def words_of(text: str, spans: Iterable[Sequence[int]]) -> list[str]:
    """The words as printed in the text."""
    return [text[span[0] : span[1]] for span in spans]


def engine() -> Engine:
    """``("tables", "")``, or ``("word_tokenize", why the tables cannot be used)``."""
    from .state import state

    return state().engine


def __getattr__(name: str) -> object:
    if name == "Vocabulary":
        from .vocabulary import Vocabulary

        return Vocabulary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
