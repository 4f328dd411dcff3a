"""Mutated files that are no drafts: templates, decisions, workbooks, previous reports, receipts, gold files, models' words.

``fuzz_files.py [--seed N] [--inputs N] [--kind KIND …]``: values of good files are exchanged, dropped, copied and moved, or
their bytes spoiled. Nothing but VnReportError may come out, within ``SLOW`` seconds of computing, with a message and a hint.
Exit code 1 names the first input of each kind of accident, to be made again from its number.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
from fuzz_readers import mutated_bytes, mutated_zip  # noqa: E402

from vnreport_nlp.api import assess_one  # noqa: E402
from vnreport_nlp.batch import write_batch  # noqa: E402
from vnreport_nlp.batch.ledger import read_ledger  # noqa: E402
from vnreport_nlp.batch.receipt import FILE as RECEIPT  # noqa: E402
from vnreport_nlp.decisions import read_decisions  # noqa: E402
from vnreport_nlp.errors import VnReportError  # noqa: E402
from vnreport_nlp.evaluation import read_gold  # noqa: E402
from vnreport_nlp.messages import render  # noqa: E402
from vnreport_nlp.template import load_template, parse_template  # noqa: E402

SLOW = 5.0
VALUES: list[Any] = [
    None, True, 0, -1, 1.5, float("inf"), float("nan"), 10**30, "", "x", "\ud800", "\0", "\x1b[31m\u202e", "../x", "a" * 300, "=1+1",
    "{x}{0}", "::error::x", "\n", [], {}, [[]], [None], {"a": None}, ["x"] * 3, {"": {}}, "I.1", "2020-2025", "{n} … {n}",
]  # fmt: skip
DRAFT = "HUYỆN ỦY PHÚC LƯƠNG\n\nBÁO CÁO\ntổng kết\n\n**I. ĐẶC ĐIỂM, TÌNH HÌNH**\n\nĐảng bộ có 12 chi bộ với 345 đảng viên.\n"
Place = tuple[str | int, ...]


def places(value: object, at: Place = ()) -> Iterator[Place]:
    """Where anything stands in a value of JSON."""
    if at:
        yield at
    for key, below in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(below, (*at, key))


def mutated(value: object, rng: random.Random) -> Any:
    """A few values exchanged, dropped, copied or moved; shallow places are as likely as deep ones."""
    out: Any = copy.deepcopy(value)
    for _ in range(rng.randint(1, 4)):
        found = list(places(out))
        if not found:
            return rng.choice(VALUES)
        depth = rng.choice(sorted({len(p) for p in found}))
        *way, last = rng.choice([p for p in found if len(p) == depth])
        above = out
        for key in way:
            above = above[key]
        pick = rng.random()
        if pick < 0.65:
            above[last] = copy.deepcopy(rng.choice(VALUES))
        elif pick < 0.8:
            del above[last]
        elif isinstance(above, list):
            above.append(copy.deepcopy(above[last]))
        else:
            above[rng.choice(["x", "", "unit", "number", "path"])] = above[last]
    return out


def spoiled(value: object, rng: random.Random) -> bytes:
    """The JSON of a mutated value, sometimes with spoiled bytes."""
    data = json.dumps(mutated(value, rng)).encode()
    return mutated_bytes(data, rng) if rng.random() < 0.1 else data


def template(folder: Path) -> Callable[[random.Random], None]:
    """Templates as YAML, and a draft judged by those that are good."""
    text = (ROOT / "corpus/templates/bao-cao-nam-xa.yaml").read_text(encoding="utf-8")
    good = yaml.load(text, Loader=yaml.BaseLoader)
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")

    def one(rng: random.Random) -> None:
        made = yaml.safe_dump(json.loads(json.dumps(mutated(good, rng))), allow_unicode=True)
        data = made.encode("utf-8", "surrogatepass")
        found = parse_template(
            (mutated_bytes(data, rng) if rng.random() < 0.2 else data).decode("utf-8", "replace"), "t.yaml"
        )
        assess_one(folder / "draft.md", found)

    return one


def report(folder: Path) -> Path:
    """A report of one draft."""
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    write_batch([str(folder / "draft.md")], folder / "out", load_template())
    return folder / "out"


def decisions(folder: Path) -> Callable[[random.Random], None]:
    """Decision files in JSON."""
    entry = {
        "unit": "A",
        "fingerprint": "0123456789abcdef",
        "action": "waive",
        "reason": "x",
        "name": "B",
        "at": "2026",
    }
    return _read(folder / "d.json", {"schema": "vnreport.decisions/1", "decisions": [entry, entry]}, read_decisions)


def workbook(folder: Path) -> Callable[[random.Random], None]:
    """The workbook of a report as a decision file."""
    data, path = (report(folder) / "matrix.xlsx").read_bytes(), folder / "m.xlsx"

    def one(rng: random.Random) -> None:
        path.write_bytes(mutated_zip(data, rng))
        read_decisions(path)

    return one


def previous(folder: Path) -> Callable[[random.Random], None]:
    """Earlier reports."""
    good = json.loads((report(folder) / "results.json").read_text(encoding="utf-8"))
    return _read(folder / "results.json", good, read_ledger)


def receipt(folder: Path) -> Callable[[random.Random], None]:
    """Receipts of a report folder that is written anew."""
    out = report(folder)
    good = json.loads((out / RECEIPT).read_text(encoding="utf-8"))
    return _read(out / RECEIPT, good, lambda _path: write_batch([str(folder / "draft.md")], out, load_template()))


def gold(folder: Path) -> Callable[[random.Random], None]:
    """Gold files of a corpus."""
    path = next((ROOT / "corpus/drafts").glob("*.gold.json"))
    good = json.loads(path.read_text(encoding="utf-8"))
    (folder / good["file"]).write_text(DRAFT, encoding="utf-8")
    return _read(folder / path.name, good, read_gold)


def _read(path: Path, good: object, read: Callable[[Path], object]) -> Callable[[random.Random], None]:
    def one(rng: random.Random) -> None:
        path.write_bytes(spoiled(good, rng))
        read(path)

    return one


KINDS = {
    "template": template, "decisions": decisions, "workbook": workbook, "previous": previous, "receipt": receipt, "gold": gold,
}  # fmt: skip


def accident(one: Callable[[random.Random], None], rng: random.Random) -> str | None:
    """What went wrong with one input; None for a good file or an honest error."""
    start = time.process_time()
    try:
        one(rng)
    except VnReportError as error:
        if not render(error.message) or not render(error.hint):
            return "no words"
    except Exception as error:  # noqa: BLE001 - what the run is for
        return f"{type(error).__name__}: {error}"
    return "slow" if time.process_time() - start > SLOW else None


def fuzz(kind: str, count: int, seed: int) -> Counter[str]:
    """Accidents of so many inputs of a kind; the first of each is printed with its number."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        one = KINDS[kind](Path(name))
        for number in range(count):
            what = accident(one, random.Random(f"{seed}-{kind}-{number}"))
            if what is not None:
                if what[:40] not in found:
                    print(f"{kind} {number}: {what[:300]}", flush=True)
                found[what[:40]] += 1
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=300, help="inputs of each kind")
    parser.add_argument("--kind", action="append", choices=sorted(KINDS))
    args = parser.parse_args()
    bad = 0
    for kind in args.kind or KINDS:
        found = fuzz(kind, args.inputs, args.seed)
        bad += found.total()
        print(f"{kind}: {args.inputs} inputs, {found.total()} accidents", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
