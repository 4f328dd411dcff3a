"""Checks: plain functions ``check(context) -> findings``, registered as entry points ``vnreport.checks``."""

from .cited import Agreed, Cited, cited_documents, compared
from .context import Context

__all__ = ["Agreed", "Cited", "Context", "cited_documents", "compared"]
