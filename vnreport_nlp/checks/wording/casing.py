"""Capitals of a proposal: those of the words it stands for."""

from __future__ import annotations


def like(wrong: str, right: str) -> str:
    """The right words with the capitals of the wrong ones: who copies ``Tỉnh ủy`` makes no new slip."""
    old, new = wrong.split(), right.split()
    if len(old) != len(new):
        return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
    return " ".join(map(_cased, old, new))


def _cased(old: str, new: str) -> str:
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
