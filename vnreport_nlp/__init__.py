"""vnreport_nlp: holds Vietnamese draft reports against the province's outline.

The front door is what ``__all__`` names; each is imported when first used, so that ``import vnreport_nlp`` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import align, assess, assess_many, compare, load_template, outline, read, write
    from .errors import VnReportError

__all__ = ["VnReportError", "align", "assess", "assess_many", "compare", "load_template", "outline", "read", "write"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(".errors" if name == "VnReportError" else ".api", __name__)
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _FrontDoor(ModuleType):
    """Keeps the public functions in front of the rooms of the same name (``outline``, ``align``, ``assess``, ``compare``).

    Importing a room would set it as an attribute of the package and hide the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
