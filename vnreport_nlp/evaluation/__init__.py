"""How right the verdicts are, on drafts whose truth is known."""

from .gold import Gold, GoldError, find_gold, read_gold
from .run import Report, check_floors, evaluate, passages_of, unique_clean

__all__ = ["Gold", "GoldError", "Report", "check_floors", "evaluate", "find_gold", "passages_of", "read_gold", "unique_clean"]
