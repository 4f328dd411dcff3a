"""Passages that two drafts share, after outline, formulas and quotations are taken out."""

from .marks import FORMAT, Marks, fingerprint_text, pack_marks, template_ids, unpack_marks
from .search import Passage, find_passages

__all__ = [
    "FORMAT",
    "Marks",
    "Passage",
    "find_passages",
    "fingerprint_text",
    "pack_marks",
    "template_ids",
    "unpack_marks",
]
