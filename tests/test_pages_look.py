"""What a person should look at is on every page: counted at the head, never hidden with what is met, with its reason."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cohorts
import pytest

from vnreport_nlp.batch import write_batch
from vnreport_nlp.batch.slices import pack_rows, unpack_row
from vnreport_nlp.exporters import html
from vnreport_nlp.exporters.html_frame import Site
from vnreport_nlp.exporters.html_index import index_page
from vnreport_nlp.exporters.html_requirement import requirement_page
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Assessment, Cohort, Slice, msg

WHY = "Tiêu đề đúng nhưng nội dung nói về việc khác."


def doubtful() -> Assessment:
    """A draft whose II.8 is met, and asks for a look."""
    made = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4), "a.md")
    verdicts = tuple(
        replace(v, status="covered", review=True, why=msg(WHY)) if v.requirement == "II.8" else replace(v, review=False)
        for v in made.verdicts
    )
    return replace(made, verdicts=verdicts)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("look")
    html.export(cohorts.cohort_of({"Xã Cồn Dừa": doubtful()}), target)
    return target


def test_items_to_look_at_are_counted_beside_errors(pages: Path) -> None:
    for name in ("index.html", "units/don-vi-01.html"):
        text = (pages / name).read_text("utf-8")
        (item,) = re.findall(r'<li class="k-look"><b>(\d+)</b>', text)
        assert item == "1", name


def test_a_met_item_that_asks_for_a_look_is_told_apart_in_list_and_text(pages: Path) -> None:
    text = (pages / "units" / "don-vi-01.html").read_text("utf-8")
    assert re.findall(r'class="d\d i-covered i-look" id="r-([^"]+)"', text) == ["II.8"]
    style = text.partition("</style>")[0]
    assert ".tree.fine :is(.i-covered,.i-merged,.i-excused):not(.i-look){display:none}" in style
    (chip,) = re.findall(r'<a class="chip s-covered" href="#r-II\.8">(.*?)</a>', text)
    assert "cần xem" in chip
    (plain,) = re.findall(r'<a class="chip s-covered" href="#r-II\.7">(.*?)</a>', text)
    assert "cần xem" not in plain


def test_the_page_of_a_requirement_gives_the_reason() -> None:
    made = doubtful()
    rows = {number: unpack_row(data) for number, data in pack_rows(made, made.document.path)}
    cohort = replace(cohorts.cohort_of({"Xã Cồn Dừa": made}), slice_of=lambda number: Slice(number, 0, (rows[number],)))
    site = Site.of(cohort, Speech("vi"), anonymous=False, single=False)
    told = {n: requirement_page(cohort, cohort.template.by_number[n], site).lines[0].why for n in ("II.8", "II.7")}
    assert told == {"II.8": WHY, "II.7": ""}


def lacking(*gone: tuple[str, ...]) -> list[str]:
    """The items that the index names as most often lacking, of drafts without those sections."""
    results = {
        f"Xã A {k}": cohorts.assessed(cohorts.draft(f"Xã A {k}", k, drop=list(drop)), f"{k}.md")
        for k, drop in enumerate(gone)
    }
    cohort: Cohort = cohorts.cohort_of(dict(results))
    return [bar.label for bar in index_page(cohort, Site.of(cohort, Speech("vi"), anonymous=False, single=False)).bars]


def test_a_part_that_is_missing_whole_is_one_line() -> None:
    told = lacking(("V",), ("IV.3",), ())
    assert "V" in told and "IV.3" in told
    assert not [n for n in told if n.startswith("V.")]


def test_an_item_that_another_draft_lacks_alone_has_a_line() -> None:
    told = lacking(("V",), ("V.1",), ())
    assert "V.1" in told and "V" in told and "V.2.1" not in told


def test_pages_do_not_tell_the_machines_folders(tmp_path: Path) -> None:
    folder = tmp_path / "nguoi-dung-lan"
    folder.mkdir()
    (folder / "hong.docx").write_bytes(b"PK\x03\x04")
    (folder / "xa.md").write_text(cohorts.draft("Xã Cồn Dừa", 4), encoding="utf-8")
    for single in (False, True):
        out = tmp_path / f"out-{single}"
        write_batch(sorted(map(str, folder.iterdir())), out, cohorts.template(), single_file=single)
        pages = "".join(p.read_text(encoding="utf-8") for p in out.rglob("*.html"))
        assert "hong.docx" in pages and str(tmp_path) not in pages


def test_a_draft_without_a_title_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "hong.docx").write_bytes(b"PK\x03\x04")
    write_batch([str(tmp_path / "in" / "hong.docx")], tmp_path / "out", cohorts.template())
    page = (tmp_path / "out" / "units" / "hong.html").read_text(encoding="utf-8")
    assert "<h1>hong</h1>" in page and 'class="over"' not in page
