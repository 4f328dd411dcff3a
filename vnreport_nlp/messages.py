"""Messages in the reviewer's language: the source text is Vietnamese, other languages come from gettext catalogues."""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING

from .resources import data_path

if TYPE_CHECKING:
    from .errors import Problem
    from .model.findings import Message

LANGUAGES = ("vi", "en")


@lru_cache(maxsize=4)
def catalogue(lang: str) -> NullTranslations:
    """The compiled catalogue of a language; Vietnamese needs none."""
    path = data_path("locale", lang, "LC_MESSAGES", "vnreport.mo")
    if lang == "vi" or not path.is_file():
        return NullTranslations()
    with path.open("rb") as stream:
        return GNUTranslations(stream)


def render(message: Message | None, lang: str = "vi") -> str:
    """The sentence in ``lang``; an empty string for None."""
    if message is None:
        return ""
    text = catalogue(lang).gettext(message.id) if message.id else ""
    return text.format(**dict(message.params)) if message.params else text


def problem_line(problem: Problem, lang: str = "vi") -> str:
    """``template.yaml:7:5: what is wrong and what to write``."""
    return f"{problem.path}:{problem.line}:{problem.column}: {render(problem.what, lang)}"


def translate(text: str, lang: str, /, **params: object) -> str:
    """Translate a source text and fill its fields: for labels that are no Message."""
    rendered = catalogue(lang).gettext(text) if text else ""
    return rendered.format(**params) if params else rendered
