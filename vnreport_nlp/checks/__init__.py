"""Checks: plain functions ``check(context) -> findings``, registered as entry points ``vnreport.checks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import Context

if TYPE_CHECKING:
    from .citations.cited import Agreed, Cited, cited_documents, compared

__all__ = ["Agreed", "Cited", "Context", "cited_documents", "compared"]


def __getattr__(name: str) -> object:
    """Cited documents are compared in a batch only; their expressions take a while to compile."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .citations import cited

    return getattr(cited, name)
