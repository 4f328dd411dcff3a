"""Say of every requirement what the draft has, and what deserves a reviewer's look."""

from .rules import RuleSet
from .run import assess, sort_key, title_test

__all__ = ["RuleSet", "assess", "sort_key", "title_test"]
