"""How right the verdicts are, on drafts whose truth is known."""

from .card import Card, train_corpus
from .gold import Gold, GoldError, find_gold, read_gold
from .run import Report, check_floors, evaluate, passages_of, read_floors, unique_clean

__all__ = [
    "Card", "Gold", "GoldError", "Report", "check_floors", "evaluate", "find_gold", "passages_of", "read_floors", "read_gold",
    "train_corpus", "unique_clean",
]  # fmt: skip
