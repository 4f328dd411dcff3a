"""Messages in the reviewer's language: the source text is Vietnamese, other languages come from gettext catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from .expressions import lazy
from .resources import data_path

if TYPE_CHECKING:
    from gettext import GNUTranslations

    from .errors import Problem
    from .model.findings import Message

LANGUAGES = ("vi", "en")
TOLD = 50
"""Problems of a template that are told one by one."""
_CONTROLS = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal may take for an order, and what turns the direction of writing."""
_BREAKS = lazy("[\n\u2028\u2029]+")


@lru_cache(maxsize=4)
def catalogue(lang: str) -> GNUTranslations | None:
    """The compiled catalogue of a language; Vietnamese, in which the messages are written, needs none."""
    path = data_path("locale", lang, "LC_MESSAGES", "vnreport.mo")
    if lang == "vi" or not path.is_file():
        return None
    from gettext import GNUTranslations

    with path.open("rb") as stream:
        return GNUTranslations(stream)


def _said(text: str, lang: str) -> str:
    """A source text in a language."""
    found = catalogue(lang)
    return found.gettext(text) if found is not None and text else text


def render(message: Message | None, lang: str = "vi") -> str:
    """The sentence in ``lang``; an empty string for None."""
    if message is None:
        return ""
    text = _said(message.id, lang)
    return text.format(**_shown(message.params)) if message.params else text


def _shown(params: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Values that go into a sentence: names of files and keys come from elsewhere, and may hold orders to a terminal."""
    return {k: v if isinstance(v, (int, float)) else _in_line(str(v)) for k, v in params}


def _in_line(value: str) -> str:
    """A value on one line: what begins a line of ours is ours, and no order to whoever reads our lines (``::error``)."""
    return _BREAKS.sub(" ", _CONTROLS.sub("\ufffd", value))


def problem_line(problem: Problem, lang: str = "vi") -> str:
    """``template.yaml:7:5: what is wrong and what to write``."""
    return f"{_in_line(problem.path)}:{problem.line}:{problem.column}: {render(problem.what, lang)}"


def problem_lines(problems: Sequence[Problem], lang: str = "vi") -> Iterator[str]:
    """A line for each of the first ``TOLD`` problems, and one that counts the others."""
    yield from (problem_line(p, lang) for p in problems[:TOLD])
    if len(problems) > TOLD:
        yield translate("… và {n} lỗi khác.", lang, n=len(problems) - TOLD)


def translate(text: str, lang: str, /, **params: object) -> str:
    """Translate a source text and fill its fields: for labels that are no Message."""
    rendered = _said(text, lang)
    return rendered.format(**_shown(params.items())) if params else rendered
