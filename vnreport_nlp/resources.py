"""Shipped data: templates, models, rule texts, schemas and catalogues, from the wheel or the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent


def _folder(inside: str, checkout: str) -> Path:
    """``inside`` the package when installed from a wheel, else the same data in the checkout."""
    packed = PACKAGE / "data" / inside
    return packed if packed.is_dir() else CHECKOUT / checkout


def templates_dir() -> Path:
    """Folder of the bundled templates."""
    return _folder("templates", "corpus/templates")


def model_dir() -> Path:
    """Folder of the bundled section classifier."""
    return _folder("models/section", "models/section")


def data_path(*parts: str) -> Path:
    """A file of ``vnreport_nlp/data``."""
    return PACKAGE.joinpath("data", *parts)


def data_text(*parts: str) -> str:
    """The text of a file of ``vnreport_nlp/data``, UTF-8; whoever reads it keeps what he makes of it."""
    return data_path(*parts).read_text(encoding="utf-8")


def template_files() -> dict[str, Path]:
    """Bundled templates by id, in alphabetical order."""
    return {p.stem: p for p in sorted(templates_dir().glob("*.yaml"))}
