"""The rows of the table: what is compared, with what, and how much is allowed."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from rounds import ROOT, Ratio

RESULTS = ROOT / "benchmarks" / "results.json"
PAGE = ROOT / "docs" / "benchmarks.md"
PACKAGES = (
    "underthesea", "underthesea-core", "numpy", "scikit-learn", "rapidfuzz", "click", "pyvi", "thefuzz", "python-docx",
    "pdfplumber", "pypdfium2", "datasketch", "copydetect", "sparse-dot-topn",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One line: ``target`` is the most that is allowed (None: shown for comparison), ``note`` is printed behind it."""

    name: str
    target: float | None
    measured: float
    unit: str = ""
    least: float | None = None
    most: float | None = None
    rounds: int = 1
    note: str = ""
    group: str = "goals"

    @property
    def holds(self) -> bool:
        """Whether the measured value is within the target."""
        return self.target is None or self.measured <= self.target


def row(name: str, target: float | None, found: Ratio, *, note: str = "", group: str = "goals") -> Row:
    """A line of a ratio."""
    return Row(name, target, found.median, "", found.least, found.most, found.rounds, note, group)


def keep(rows: list[Row]) -> None:
    """Put rows among the kept results, by name, and write the page anew."""
    kept = load()
    for one in rows:
        kept[one.name] = one
    RESULTS.write_text(
        json.dumps([asdict(r) for r in kept.values()], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    PAGE.write_text(page(list(kept.values())), encoding="utf-8", newline="\n")


def load() -> dict[str, Row]:
    """The kept results by name."""
    if not RESULTS.exists():
        return {}
    return {r["name"]: Row(**r) for r in json.loads(RESULTS.read_text(encoding="utf-8"))}


def figure(value: float | None, unit: str = "") -> str:
    """Three significant digits."""
    if value is None:
        return ""
    text = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{text} {unit}".strip()


def versions() -> str:
    """What was compared, with versions."""
    found = [f"Python {platform.python_version()}"]
    for name in PACKAGES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


def table(rows: list[Row]) -> str:
    """Target beside measured."""
    lines = ["| | at most | measured | least to greatest | holds | |", "|---|---|---|---|---|---|"]
    for r in rows:
        spread = f"{figure(r.least)} to {figure(r.most)}, {r.rounds} rounds" if r.least is not None else ""
        verdict = "" if r.target is None else ("yes" if r.holds else "**no**")
        lines.append(
            f"| {r.name} | {figure(r.target, r.unit)} | {figure(r.measured, r.unit)} | {spread} | {verdict} | {r.note} |"
        )
    return "\n".join(lines)


def page(rows: list[Row]) -> str:
    """docs/benchmarks.md."""
    template = (Path(__file__).parent / "page.md").read_text(encoding="utf-8")
    goals = [r for r in rows if r.group == "goals"]
    missed = [
        f"- {r.name}: {figure(r.measured, r.unit)}, allowed {figure(r.target, r.unit)}" for r in goals if not r.holds
    ]
    parts = {
        "GOALS": table(goals),
        "MISSED": "\n".join(missed) or "None of those measured.",
        "REUSE": table([r for r in rows if r.group == "reuse"]),
        "PEERS": table([r for r in rows if r.group == "peers"]),
        "VERSIONS": versions(),
    }
    for name, text in parts.items():
        template = template.replace(f"<!-- {name} -->", text)
    return template
