"""Recall and precision of the reuse search on planted passages: plant_reuse.py [--seeds N …] [--citing].

Passages of 30 to 80 syllables of one corpus draft are planted into others: exact, with 10 % of the words replaced, and
with OCR noise on 4 % of the characters. Every draft also carries fixed formulas. Prints one line a kind.

Titles of documents are no shared text by definition, so the planted words hold no document's symbol and follow none
closely; ``--citing`` plants nothing but words that do: what it costs to leave titles out.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # this tree, not an installed one
sys.path.insert(0, str(Path(__file__).parent))
from corpus_source import parse, render_text
from edit_drafts import CONFUSED

from vnreport_nlp import load_template, outline, read
from vnreport_nlp.reuse import find_passages, fingerprint_text, template_ids

ROOT = Path(__file__).parent.parent
FORMULAS = (
    "Kiên định và vận dụng, phát triển sáng tạo chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, kiên định mục tiêu độc lập dân tộc.",
    "Xây dựng Đảng và hệ thống chính trị trong sạch, vững mạnh toàn diện, đáp ứng yêu cầu nhiệm vụ trong tình hình mới.",
)
KINDS = ("exact", "edited", "ocr")
_SYMBOL = re.compile(r"\d[-/][A-ZĐ]")
TITLE = 24
"""Words after a document's symbol that may still be its title."""
TRIES = 200
WORDS = (
    "công",
    "việc",
    "thôn",
    "bản",
    "người",
    "dân",
    "cán",
    "bộ",
    "năm",
    "qua",
    "chủ",
    "động",
    "kịp",
    "thời",
    "nhiều",
    "nơi",
    "rõ",
    "cụ",
    "thể",
)


def altered(words: list[str], kind: str, rng: random.Random) -> str:
    if kind == "edited":
        words = [rng.choice(WORDS) if rng.random() < 0.10 else w for w in words]
    text = " ".join(words)
    if kind == "ocr":
        text = "".join(CONFUSED.get(c, c) if c.isalpha() and rng.random() < 0.04 else c for c in text)
    return text


def passage(paras: dict[str, list[str]], others: list[str], rng: random.Random, citing: bool) -> tuple[str, list[str]]:
    """(draft, words) of a passage that cites a document or, as a rule, none."""
    for _ in range(TRIES):
        other = rng.choice(others)
        words = rng.choice(paras[other]).split()
        size = rng.randint(32, 80)
        start = rng.randrange(max(1, len(words) - size))
        near = " ".join(words[max(0, start - TITLE) : start + size])
        if bool(_SYMBOL.search(near)) == citing:
            break
    return other, words[start : start + size]


def plant(
    seed: int, per_draft: int = 3, *, citing: bool = False
) -> tuple[dict[str, str], list[tuple[str, str, str, str]]]:
    """(texts by name, plants as (kind, from, to, text as planted))."""
    rng = random.Random(seed)
    sources = {p.stem: parse(p) for p in sorted((ROOT / "corpus" / "sources").glob("*.src"))}
    paras = {
        n: [i.text for i in s.items if i.kind == "para" and len(i.text.split()) >= 90 and "[^" not in i.text and "“" not in i.text]
        for n, s in sources.items()
    }  # fmt: skip
    texts, plants = {}, []
    for name, source in sources.items():
        lines = render_text(source, markdown=True)[0].split("\n")
        # only where a paragraph ends: a passage put into the middle of another would tear that one apart
        last = [
            k for k, line in enumerate(lines) if line and line[0] not in "#<|" and not "".join(lines[k + 1 : k + 2])
            and line[-1] in ".!?" and not line.startswith("Nơi nhận")
        ]  # fmt: skip
        long = [k for k in last if len(lines[k].split()) >= 60]
        if len(long) < 2:  # a draft of short paragraphs
            long = sorted(last, key=lambda k: -len(lines[k]))[:8]
        for k in rng.sample(long, 2):
            lines[k] += " " + rng.choice(FORMULAS)
        for number in range(per_draft):
            other, words = passage(paras, [n for n in sources if n != name and paras[n]], rng, citing)
            text = altered(words, KINDS[number % 3], rng)
            lines[rng.choice(long)] += " " + text
            plants.append((KINDS[number % 3], other, name, text))
        texts[name] = "\n".join(lines)
    return texts, plants


def measure(seed: int, *, citing: bool = False) -> tuple[dict[str, list[bool]], list[bool]]:
    """(plants found, by kind; reported passages that are right) of one seed.

    A reported passage is right when it lies on a plant and its other side is the plant's source, or lies on another
    plant of the same source.
    """
    texts, plants = plant(seed, citing=citing)
    names = list(texts)
    with tempfile.TemporaryDirectory() as folder:
        docs = []
        for name in names:
            path = Path(folder) / f"{name}.md"
            path.write_text(texts[name], encoding="utf-8")
            docs.append(outline(read(path)))
    marks = [fingerprint_text(d) for d in docs]
    found = find_passages(marks, known=template_ids(load_template()))
    sides = [
        [(names[d], int(marks[d].starts[r[0]]), int(marks[d].ends[r[1] - 1])) for d, r in ((p.left, p.left_range), (p.right, p.right_range))]
        for p in found
    ]  # fmt: skip
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    origins: list[list[set[str]]] = [[set(), set()] for _ in found]
    for kind, source, target, text in plants:
        at = docs[names.index(target)].document.text.find(text)
        hit = False
        for k, pair in enumerate(sides):
            for mine, other in ((0, 1), (1, 0)):
                name, start, end = pair[mine]
                if at >= 0 and name == target and start < at + len(text) and end > at:
                    origins[k][mine].add(source)
                    hit |= pair[other][0] == source
        hits[kind].append(hit)
    right = [
        bool(left & right or pair[1][0] in left or pair[0][0] in right)
        for (left, right), pair in zip(origins, sides, strict=True)
    ]
    return hits, right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 13)))
    parser.add_argument("--citing", action="store_true")
    args = parser.parse_args()
    runs = [measure(seed, citing=args.citing) for seed in args.seeds]
    for kind in KINDS:
        hits = [h for found, _ in runs for h in found[kind]]
        print(f"{kind:8} recall {sum(hits)}/{len(hits)} = {sum(hits) / len(hits):.3f}")
    right = [r for _, rights in runs for r in rights]
    print(f"precision {sum(right)}/{len(right)} = {sum(right) / max(len(right), 1):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
