"""Checks: plain functions ``check(context) -> findings``, registered as entry points ``vnreport.checks``."""

from .context import Context

__all__ = ["Context"]
