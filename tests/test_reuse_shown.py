"""Shared passages as pages show them: headings stand in lines of their own and are never marked as copied, one of a group is open."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cohorts

from vnreport_nlp.exporters import html
from vnreport_nlp.exporters.html_passages import alike, bare_lines
from vnreport_nlp.model import Assessment, Location, Place, Shared, Span, finding, msg

HEADING = "Công tác xây dựng Đảng về tư tưởng"


def drafts() -> tuple[Assessment, Assessment, Span]:
    """Two drafts alike, and a stretch from one section's last words over the next heading."""
    one, two = (cohorts.assessed(cohorts.draft("Xã A Lò", 5), name) for name in ("a.md", "b.md"))
    heading = next(s.heading for s in one.outline.sections if s.title == HEADING)
    return one, two, Span(heading.start - 120, heading.end + 150)


def test_the_words_of_a_heading_are_no_shared_words() -> None:
    one, two, span = drafts()
    left, right = alike(bare_lines(one, span), bare_lines(two, span))
    for lines in (left, right):
        heads = [line for line in lines if line.heading]
        assert [line.text.endswith(HEADING) for line in heads] == [True]
        assert not any(same for line in heads for _, same in line.runs)
        assert all(same for line in lines if not line.heading for _, same in line.runs)
    assert len(left) >= 3, "paragraphs stand in lines of their own"


def test_a_heading_between_two_shared_paragraphs_is_not_marked_in_the_draft(tmp_path: Path) -> None:
    one, two, span = drafts()
    place = Place(span, Location(paragraph=3), one.document.quote(span))
    one = replace(one, findings=(finding("R601", msg("Một đoạn giống"), places=(place,)),))
    html.export(cohorts.cohort_of({"Xã A Lò": one, "Xã B Lò": two}), tmp_path)
    text = next(p for p in (tmp_path / "units").iterdir() if "m-1" in p.read_text("utf-8")).read_text("utf-8")
    (line,) = re.findall(rf'<h\d id="[^"]+" class="b">[^\n]*{HEADING}[^\n]*', text)
    assert "<mark" not in line and 'class="ref"' not in line
    assert text.count('<mark class="m-note"') >= 2 and text.count('id="m-1"') == 1


def test_the_later_pairs_of_a_group_are_folded(tmp_path: Path) -> None:
    one, two, span = drafts()
    paths = one.document.path, two.document.path
    place = Location(paragraph=1), Location(paragraph=1)
    passages = tuple(
        Shared(*paths, span, span, *place, 60 - k, 1.0, "x", "x", cluster) for k, cluster in enumerate((1, 1, 2))
    )
    html.export(cohorts.cohort_of({"Xã A Lò": one, "Xã B Lò": two}, passages), tmp_path)
    articles = (tmp_path / "reuse.html").read_text("utf-8").split("<article ")[1:]
    assert ['class="long"' in a for a in articles] == [False, True, False]
