"""Say of every requirement what the draft has, and what deserves a reviewer's look."""

from .rules import RuleSet
from .run import assess, order_of, title_test

__all__ = ["RuleSet", "assess", "order_of", "title_test"]
