"""Side by side on the same drafts: an exact-heading check, a plain rapidfuzz script over headings, and vnreport.

baselines.py FOLDER… prints a Markdown table of gap recall, false alarms and drafts wholly right. The fuzzy script gets
the best threshold of those tried, which is more than its user would have.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from vnreport_nlp import load_template, outline, read
from vnreport_nlp.evaluation import evaluate, find_gold, read_gold
from vnreport_nlp.evaluation.run import Report
from vnreport_nlp.model import MISSING


def tally(golds, said) -> tuple[float, float, float]:
    gaps = called = alarms = verdicts = right = 0
    for gold, missing in zip(golds, said, strict=True):
        truth = {n for n, s in gold.status.items() if s in MISSING}
        gaps += len(truth)
        called += len(truth & missing)
        alarms += len(missing - truth)
        verdicts += len(gold.status)
        right += truth == missing
    return called / max(gaps, 1), alarms / max(verdicts, 1), right / max(len(golds), 1)


def table(folders: list[Path], report: Report) -> str:
    """Markdown: one row a tool, on the drafts below the folders; ``report`` is what vnreport reaches on them."""
    golds = [read_gold(p) for p in find_gold(folders)]
    found = [[s.title for s in outline(read(g.path)).sections] for g in golds]
    templates = [load_template(g.template) for g in golds]
    rows = [("exact heading", tally(golds, exact(templates, found))), fuzzy(golds, templates, found)]
    ours = report.total
    out = [
        f"{len(golds)} drafts",
        "",
        "| | gap recall | false alarms | all gaps of a draft right |",
        "| --- | --- | --- | --- |",
    ]
    rows.append(("vnreport", (ours.gap_recall, ours.false_alarm_rate, ours.wholly_right / max(ours.drafts, 1))))
    return "\n".join([*out, *(f"| {n} | {r[0]:.3f} | {100 * r[1]:.2f} % | {r[2]:.2f} |" for n, r in rows)])


def exact(templates, found) -> list[set[str]]:
    return [
        {r.number for r in t.requirements if default_process(r.title) not in {default_process(h) for h in heads}}
        for t, heads in zip(templates, found, strict=True)
    ]


def fuzzy(golds, templates, found):
    """The best of four scorers and ten thresholds, chosen on the very drafts it is measured on."""
    best = None
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.WRatio):
        matrix = [
            {
                r.number: max((scorer(r.title, h, processor=default_process) for h in heads), default=0)
                for r in t.requirements
            }
            for t, heads in zip(templates, found, strict=True)
        ]
        for least in range(50, 100, 5):
            row = tally(golds, [{n for n, v in m.items() if v < least} for m in matrix])
            name = f"rapidfuzz {scorer.__name__} ≥ {least}"
            if best is None or row[0] - 5 * row[1] > best[1][0] - 5 * best[1][1]:
                best = (name, row)
    return best


def main(argv: list[str]) -> int:
    folders = [Path(a) for a in argv]
    print(table(folders, evaluate(folders)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
