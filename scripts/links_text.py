"""The text that ``train_links.py`` learns from: cases, drafts, sentences written for it, filled forms."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import evaluate_cases as ec
import evaluate_defects as ed
import yaml
from fill_forms import passages as filled

from vnreport_nlp.checks.figures.reading.numerals import in_digits
from vnreport_nlp.checks.figures.weighed import passages
from vnreport_nlp.model import Document
from vnreport_nlp.readers import read

ROOT = Path(__file__).parent.parent
AUTHORS = ("u", "d", "e", "g", "h", "i", "k", "w", "j")
"""First letters of units, one for each author; ``w`` are the sentences of ``corpus/links.txt`` and ``corpus/twins.txt``."""
DRAFTS = 5
"""The drafts are held out in so many parts."""


@dataclass
class Text:
    """A case, a draft or a passage: paragraphs with their offsets, planted defects, author."""

    name: str
    group: str
    fold: int
    paragraphs: list[tuple[int, str]]
    whole: str
    expect: list[tuple[str, str]] = field(default_factory=list)
    made: bool = False
    tested: bool = False

    def spots(self, rule: str = "") -> list[tuple[int, int, int]]:
        """(start, end, number) of the planted defects of a rule, or of all."""
        out = []
        for number, (told, quote) in enumerate(self.expect):
            words = [re.escape(w) for w in re.split(r"[\s|]+", quote) if w]
            if not rule or told == rule:
                out += [(*m.span(), number) for m in re.finditer(r"[\s|]+".join(words), self.whole)]
        return out


def _paragraphs(document: Document) -> list[tuple[int, str]]:
    return [(start, in_digits(document.text[start:end])) for start, end in passages(document)]


def _cases(folder: Path, tested: bool) -> list[Text]:
    out = []
    for case in yaml.safe_load((folder / "figures.yaml").read_text(encoding="utf-8")):
        author = "u" if case["unit"][0] in "ub" else case["unit"][0]
        document = ec.context(ec.document(case)).spelled
        expect = [(e["rule"], e["quote"]) for e in case.get("expect") or []]
        name = f"{case['id']} {case['unit']}"
        out.append(
            Text(name, author, AUTHORS.index(author), _paragraphs(document), document.text, expect, tested=tested)
        )
    return out


def _drafts() -> list[Text]:
    out = []
    for folder in ed.FOLDERS:
        for gold in sorted((ROOT / folder).glob("*.gold.json")):
            answer = json.loads(gold.read_text(encoding="utf-8"))
            document = read(gold.parent / answer["file"])
            expect = [(d["rule"], d["quote"]) for d in answer["defects"]]
            fold = sum(map(ord, gold.name)) % DRAFTS
            out.append(Text(gold.name, "draft", fold, _paragraphs(document), document.text, expect))
    return out


def _written() -> list[Text]:
    out = []
    for number, line in enumerate((ROOT / "corpus/links.txt").read_text(encoding="utf-8").splitlines()):
        kind, _, text = line.partition("|")
        expect = [] if kind == "C" else [(f"F{kind}", text)]
        out.append(Text(f"L{number}", "w", AUTHORS.index("w"), [(0, text)], text, expect))
    for number, line in enumerate((ROOT / "corpus/twins.txt").read_text(encoding="utf-8").splitlines()):
        for text in line.partition("|")[2].split("||"):
            if text and "NL" not in text and "|" not in text:
                out.append(Text(f"T{number}", "w", AUTHORS.index("w"), [(0, text)], text))
    return out


def texts(also: list[Path]) -> list[Text]:
    """All text; what was filled in belongs to no author, folders besides the corpus are only tested."""
    out = [*_cases(ec.CASES, False), *_drafts(), *_written()]
    for folder in also:
        out += _cases(folder, True)
    for kinds, number, seed in (("SPMNTW", 1500, 5), ("SPMNTW", 800, 9), ("T", 500, 11), ("W", 1200, 13)):
        for index, text in enumerate(filled(number, seed, kinds)):
            out.append(Text(f"{kinds}{seed}.{index}", "made", -1, [(0, text)], text, made=True))
    return out
