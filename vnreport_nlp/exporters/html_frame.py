"""What the pages of one report share: language, links between pages, style and script with their hashes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain, count
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..expressions import compiled
from ..model import Cohort, DraftSummary, Template
from ..resources import data_path, data_text
from ..text import is_device
from .html_pages import Frame
from .tables import Speech, safe
from .titles import calm

_NAME = compiled(r"[^A-Za-z0-9.-]")
_ID = compiled(r"[^\w.-]")


@dataclass(frozen=True)
class Site:
    """One report being written; ``root`` leads from the page to the index, ``single`` puts all pages in one file."""

    t: Speech
    report: str
    store: str
    reuse: bool
    anonymous: bool = False
    single: bool = False
    root: str = ""
    figures: bool = False
    confirmed: bool = False
    """Whether letters tell only what a decision accepted."""
    files: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Names of the requirements' pages by number."""

    @classmethod
    def of(cls, cohort: Cohort, t: Speech, *, anonymous: bool, single: bool, confirmed: bool = False) -> Site:
        """The site of a cohort."""
        title, name = t.text(calm(cohort.template.title)), safe(cohort.template.id)
        figures, files = bool(cohort.template.indicators), requirement_files(cohort.template)
        return cls(
            t, title, name, bool(cohort.shared), anonymous, single, figures=figures, confirmed=confirmed, files=files
        )

    @property
    def lang(self) -> str:
        """The language of the report."""
        return self.t.lang

    def below(self) -> Site:
        """The same site seen from a page one folder down."""
        return self if self.single else replace(self, root="../")

    def frame(self, title: str) -> Frame:
        """Title, style and script of a page."""
        css, js, csp = _inline()
        return Frame(self.lang, title, self.report, self.root, self.store, self.reuse, css, js, csp, self.figures)

    def path(self, path: str) -> str:
        """A draft's path as shown: none in an anonymous report."""
        return "" if self.anonymous else safe(path)

    def anchor(self, number: str) -> str:
        """Id of a requirement on a unit page."""
        return "r-" + _ID.sub("_", number)

    def unit_href(self, draft: DraftSummary) -> str:
        """Link to a unit's page."""
        return f"#u-{draft.slug}" if self.single else f"{self.root}units/{quote(draft.slug)}.html"

    def unit_base(self, draft: DraftSummary) -> str:
        """Link to a place on a unit's page, up to the place's own id."""
        return f"#{draft.slug}--" if self.single else self.unit_href(draft) + "#"

    def requirement_href(self, number: str) -> str:
        """Link to a requirement's page."""
        if self.single:
            return "#q-" + _ID.sub("_", number)
        return f"{self.root}requirements/{self.files[number]}"


def requirement_files(template: Template) -> dict[str, str]:
    """File names of the requirements' pages by number: dots stay, anything unusual becomes its code.

    Windows takes ``II.a`` and ``II.A`` for one file: the later one is numbered.
    """
    files: dict[str, str] = {}
    taken: set[str] = set()
    for requirement in template.requirements:
        name = _NAME.sub(lambda m: f"_{ord(m[0]):x}", requirement.number)
        name = f"_{name}" if is_device(name) else name
        tries = chain((name,), (f"{name}_{k}" for k in count(2)))
        free = next(n for n in tries if n.lower() not in taken)
        taken.add(free.lower())
        files[requirement.number] = f"{free}.html"
    return files


@lru_cache(maxsize=1)
def _inline() -> tuple[str, str, str]:
    """Style, script and the policy that allows exactly these two: the same on every page."""
    css, js = data_text("html", "report.css"), data_text("html", "store.js") + data_text("html", "report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(js)}'; base-uri 'none'; form-action 'none'"
    )
    return css, js, policy


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates with autoescape always on; an unknown name is an error."""
    return Environment(
        loader=FileSystemLoader(data_path("html")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
