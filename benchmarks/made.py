"""Made drafts for the benchmarks: the corpus' drafts with seeded edits, as long as a real report, no two alike.

Headings and short lines stay. A paragraph keeps its own clauses in another order, and is followed by clauses of other
drafts that name nobody and count nothing, until the draft has about 60,000 characters (a real one has 60,060). One in
ten plain words is another word of the corpus, so that n-grams are new as in an unseen draft.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from vnreport_nlp import read
from vnreport_nlp.template import DEFAULT

CORPUS = Path(__file__).parent.parent / "corpus" / "drafts"
SIZE = 60_000
"""Characters of a made draft."""
SHORT = 14
"""Lines of at most so many syllables (headings, letterhead) are never edited."""
_CLAUSE = re.compile(r"[^,;.:]+[,;.:]*")
_HEADING = re.compile(r"#|\*\*|[IVX]+\.|[A-Z]\.|\d+(\.\d+)*[.)]?\s")


def _files() -> list[Path]:
    """The drafts of the corpus that belong to its first template."""
    golds = sorted(CORPUS.glob("*.gold.json"))
    return [CORPUS / g["file"] for g in map(_json, golds) if g["template"] == DEFAULT]


def _json(path: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def bases() -> tuple[tuple[str, ...], ...]:
    """The paragraphs of every draft of the corpus, in the order of the file names."""
    files = [p for p in _files() if p.suffix in (".md", ".txt")]
    texts = [p.read_text(encoding="utf-8").split("\n") for p in files]
    return tuple(tuple(line for line in text if line.strip()) for text in texts)


@lru_cache(maxsize=1)
def neutral() -> tuple[str, ...]:
    """Clauses of the corpus without figures and without names."""
    texts = [line for base in bases() for line in base]
    texts += [p.text for f in (f for f in _files() if f.suffix == ".docx") for p in _paragraphs(f)]
    found = (c.strip(" ,;.:") for t in texts for c in _CLAUSE.findall(t))
    return tuple(c for c in found if len(c.split()) >= 4 and c[1:].islower() and not re.search(r"[\d#|*(){}\[\]]", c))


@dataclass(frozen=True)
class _Text:
    text: str


def _paragraphs(path: Path) -> list[_Text]:
    document = read(path)
    return [_Text(document.text[p.start : p.end]) for p in document.paragraphs]


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    return tuple(w for clause in neutral() for w in clause.split())


def _edited(rng: random.Random, clause: str) -> str:
    words = [
        rng.choice(_vocabulary()) if w.islower() and w.isalpha() and rng.random() < 0.1 else w for w in clause.split()
    ]
    return " ".join(words)


def _sentences(rng: random.Random, count: int) -> str:
    """Clauses of other drafts, three to a sentence."""
    picked = [_edited(rng, rng.choice(neutral())).lower() for _ in range(count)]
    groups = [", ".join(picked[k : k + 3]) for k in range(0, count, 3)]
    return " ".join(f"{g[0].upper()}{g[1:]}." for g in groups)


def draft(seed: int, *, size: int = SIZE) -> list[str]:
    """The paragraphs of one made draft."""
    rng = random.Random(seed)
    base = bases()[seed % len(bases())]
    long = [k for k, line in enumerate(base) if len(line.split()) > SHORT and line[0] not in "|#*"]
    spare = max(0, size - sum(len(line) for line in base)) / max(1, len(long))
    out = []
    for k, line in enumerate(base):
        if k not in long:
            out.append(line)
            continue
        clauses = [_edited(rng, c) for c in _CLAUSE.findall(line)]
        if not _HEADING.match(line):
            rng.shuffle(clauses)
        out.append(" ".join(clauses))
        while len(out[-1]) < len(line) + spare:
            out[-1] += " " + _sentences(rng, 6)
    return out


def write_drafts(folder: Path, count: int, *, seed: int = 1) -> list[Path]:
    """So many made drafts, every second one a Word file."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_draft(folder, k, draft(seed * 1000 + k), docx=bool(k % 2)) for k in range(count)]


def write_draft(folder: Path, number: int, paragraphs: list[str], *, docx: bool) -> Path:
    """One draft as Markdown, or as a Word file with heading styles."""
    path = folder / f"du-thao-{number:04d}.{'docx' if docx else 'md'}"
    if not docx:
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8", newline="\n")
        return path
    from docx import Document

    document = Document()
    for line in paragraphs:
        level = len(line) - len(line.lstrip("#"))
        text = line.lstrip("# ").replace("**", "")
        if level:
            document.add_heading(text, level=min(level, 9))
        else:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def text_of(path: Path) -> list[str]:
    """The paragraphs of a draft as the readers give them: what bare ``word_tokenize`` is asked to cut."""
    document = read(path)
    return [document.text[p.start : p.end] for p in document.paragraphs]


@dataclass
class Planted:
    """Drafts with planted passages: lines by draft, and which lines were copied, exactly or edited."""

    drafts: list[list[str]]
    truth: dict[tuple[int, int, int, int], str] = field(default_factory=dict)
    """(draft, line, draft, line), smaller draft first: exact, edited or ocr."""
    also: set[tuple[int, int, int, int]] = field(default_factory=set)
    """Copies of one copy of the same passage: neither found nor wrong."""


FORMULAS, PASSAGES = 300, 3


def planted(count: int, *, seed: int = 77) -> Planted:
    """So many drafts of about 12,500 syllables; three passages of each come from another draft.

    Passages have 30 to 120 syllables, copied exactly, with 12 % of the syllables edited, or with 6 % of the characters
    misread. 300 formulas of five to eight syllables stand everywhere: they are no copies.
    """
    rng = random.Random(seed)
    words = _vocabulary()
    formulas = [" ".join(rng.choices(words, k=rng.randint(5, 8))) for _ in range(FORMULAS)]
    made = Planted([])
    for _ in range(count):
        lines = []
        for _ in range(142):
            pieces: list[str] = []
            while sum(len(p.split()) for p in pieces) < 85:
                pieces.append(
                    rng.choice(formulas) if rng.random() < 0.1 else " ".join(rng.choices(words, k=rng.randint(6, 16)))
                )
            lines.append(", ".join(pieces) + ".")
        made.drafts.append(lines)
    sources: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for target in range(count):
        for kind in ("exact", "edited", "ocr")[:PASSAGES]:
            source = rng.choice([d for d in range(count) if d != target])
            line = rng.randrange(0, 70)
            passage = made.drafts[source][line].split()[: rng.randint(30, 90)]
            at = 70 + 24 * ("exact", "edited", "ocr").index(kind) + rng.randrange(24)
            made.drafts[target][at] = _copy(rng, passage, kind, words) + "."
            made.truth[_key(source, line, target, at)] = kind
            sources.setdefault((source, line), []).append((target, at))
    for places in sources.values():
        made.also |= {_key(*a, *b) for a in places for b in places if a < b}
    return made


def _key(a: int, i: int, b: int, j: int) -> tuple[int, int, int, int]:
    return (a, i, b, j) if a < b else (b, j, a, i)


def _copy(rng: random.Random, passage: list[str], kind: str, words: tuple[str, ...]) -> str:
    if kind == "edited":
        return " ".join(rng.choice(words) if rng.random() < 0.12 else w for w in passage)
    if kind == "ocr":
        return "".join(rng.choice("rnlcoeaiu") if c.isalpha() and rng.random() < 0.06 else c for c in " ".join(passage))
    return " ".join(passage)
