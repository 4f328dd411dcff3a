"""Write the tables of docs/evaluation.md: ``evaluation_tables.py CORPUS EDITED [--docs docs/evaluation.md]``.

Measures by kind of edit, the reliability of the confidences, and the side-by-side table of ``baselines.py``, each between
its markers ``<!-- name -->`` and ``<!-- /name -->``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import baselines

from vnreport_nlp.evaluation import evaluate
from vnreport_nlp.evaluation.run import Report

MEASURES = ("outline_f1", "heading_f1", "gap_recall", "false_alarm_rate", "exact_status", "wholly_right")


def by_kind(report: Report) -> str:
    """Measures of each kind of edit and of all together."""
    rows = [
        "| drafts | number | " + " | ".join(f"`{m}`" for m in MEASURES) + " |",
        "| --- |" + " --- |" * (len(MEASURES) + 1),
    ]
    for name, tally in [*sorted(report.by_variant.items()), ("**all**", report.total)]:
        figures = tally.figures()
        rows.append(f"| {name} | {tally.drafts} | " + " | ".join(f"{figures[m]:.3f}" for m in MEASURES) + " |")
    return "\n".join(rows)


def reliability(report: Report) -> str:
    """How often verdicts of each confidence are exactly right."""
    rows = ["| confidence | verdicts | exactly right |", "| --- | --- | --- |"]
    for k in range(10):
        right, wrong = report.total.reliability[k, True], report.total.reliability[k, False]
        if right + wrong:
            rows.append(f"| {k / 10:.1f} to {(k + 1) / 10:.1f} | {right + wrong} | {right / (right + wrong):.3f} |")
    return "\n".join(rows)


def classifier(report: Report) -> str:
    """The classifier's held-out scores."""
    names = {
        "topic_macro_f1": "topic, sections", "voice_macro_f1": "voice, sections",
        "passage_topic_macro_f1": "topic, single passages", "passage_voice_macro_f1": "voice, single passages",
    }  # fmt: skip
    rows = [f"| {names[k]} | {report.classifier[k]:.3f} |" for k in names]
    return "\n".join(["| | macro-F1 |", "| --- | --- |", *rows])


def put(page: Path, name: str, table: str) -> None:
    """Replace what stands between the markers of a name; a page without them is an error."""
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"{page}: no markers for {name}")
    page.write_text(pattern.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", text), encoding="utf-8", newline="\n")


def main(argv: list[str]) -> int:
    page = Path("docs/evaluation.md")
    if "--docs" in argv:
        at = argv.index("--docs")
        page = Path(argv[at + 1])
        argv = argv[:at] + argv[at + 2 :]
    folders = [Path(a) for a in argv]
    report = evaluate(folders)
    put(page, "by kind", by_kind(report))
    put(page, "reliability", reliability(report))
    put(page, "classifier", classifier(report))
    put(page, "side by side", baselines.table(folders, report))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
