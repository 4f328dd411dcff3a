"""How often sentences or clauses seem to tell an item that has no heading: evaluate_briefly.py [--show] FOLDER….

The folders hold drafts with gold files (``corpus/drafts``, what ``scripts/edit_drafts.py -o DIR`` made). Counted are items of a known
topic that nothing else answers: those that the gold calls a gap, and those that it calls told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from vnreport_nlp import load_template, read
from vnreport_nlp.align import Evidence, align_by
from vnreport_nlp.align.parts import find_parts
from vnreport_nlp.align.told_briefly import told_briefly
from vnreport_nlp.assess.run import title_test
from vnreport_nlp.classify import read_topics
from vnreport_nlp.evaluation import find_gold, read_gold
from vnreport_nlp.outline import outline

GAPS = ("missing", "empty")


def asked(folders: list[Path]) -> Iterator[tuple[bool, str, str]]:
    """(whether the gold calls it a gap, which item of which draft, what seems to tell it) of every item without an answer."""
    for path in find_gold(folders):
        gold = read_gold(path)
        template = load_template(gold.template)
        seen = outline(read(gold.path), known=title_test(template))
        evidence = Evidence(template, seen, read_topics(seen.document))
        links = [k for k in align_by(evidence).links if k.rung != "content"]
        answered = {k.requirement for k in links}
        chosen = {evidence.number_of[k.requirement]: k.section for k in links if k.whole}
        for r, requirement in enumerate(template.requirements):
            if requirement.number in answered or evidence.children_of[r] or not evidence.knows_topic(r):
                continue
            found = told_briefly(evidence, find_parts(evidence), chosen, r)
            text = "" if found is None else seen.document.text[found.span.start : found.span.end]
            yield gold.status[requirement.number] in GAPS, f"{gold.path.stem} {requirement.number}", text.strip()


def main(argv: list[str]) -> int:
    """Print how many of the gaps and of the told items have such text."""
    found = list(asked([Path(a) for a in argv if not a.startswith("--")]))
    for gap, name in ((True, "gaps"), (False, "told")):
        of_kind = [(where, text) for is_gap, where, text in found if is_gap is gap]
        print(
            f"{name}: {sum(bool(text) for _, text in of_kind)} of {len(of_kind)} seem to be told in sentences or clauses"
        )
        if "--show" in argv:
            print("\n".join(f"    {where}: {text[:120]}" for where, text in of_kind if text))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
