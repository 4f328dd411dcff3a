"""The words of pages, workbooks and annotated copies: what an office would write, with nothing of a command line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import openpyxl
import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.assess import assess
from vnreport_nlp.exporters import annotated, html, xlsx
from vnreport_nlp.exporters.html_mask import former_names
from vnreport_nlp.exporters.html_unit import NEAR
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Assessment, finding, msg
from vnreport_nlp.text import within

UNIT = "Xã Nà Mẫu"


def result(**options: object) -> Assessment:
    return cohorts.assessed(cohorts.draft(UNIT, 1, **options), "na-mau.md")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "said"),
    [("Huyện Pá Lọng", "huyện Pá Lọng"), ("Thị xã Nà Mẫu", "thị xã Nà Mẫu"), ("Đặc khu Hòn Mây", "đặc khu Hòn Mây"), ("Sở Y tế", "Sở Y tế"), ("Xã", "Xã"), ("a.docx", "a.docx")],
)  # fmt: skip
def test_what_a_unit_is_has_a_small_letter_within_a_sentence(name: str, said: str) -> None:
    assert within(name) == said


def test_pages_write_units_within_sentences_so(tmp_path: Path) -> None:
    html.export(cohorts.small(), tmp_path)
    told = (tmp_path / "requirements" / "II.1.html").read_text(encoding="utf-8")
    assert re.search(r"Xem nội dung của huyện \w", told) and not re.search(
        r"Xem nội dung của (?:Huyện|Xã|Phường)", told
    )


def test_marks_within_marks_are_single_ones() -> None:
    said = Speech().say(msg("Thiếu mục “{title}”.", title="Phong trào “Bản sạch đường đẹp”"))
    assert said == "Thiếu mục “Phong trào ‘Bản sạch đường đẹp’”."


def test_a_missing_section_has_a_place_in_the_workbook_and_stands_behind_what_precedes_it(tmp_path: Path) -> None:
    bare = result(drop=["IV.3"])
    before = next(v for v in bare.verdicts if v.requirement == "IV.2.2")
    end = bare.outline.sections[before.sections[-1]].whole.end - 1
    at = bare.document.paragraph_at(end)
    assert at is not None
    paragraph = bare.document.paragraphs[at]
    place = replace(
        next(f for f in bare.findings if f.places).places[0],
        span=replace(bare.outline.sections[0].heading, start=paragraph.start, end=paragraph.end),
    )
    made = replace(bare, findings=(*bare.findings, finding("T702", msg("Từ lặp"), places=(place,))))
    cohort = cohorts.cohort_of({UNIT: made})
    xlsx.export(cohort, tmp_path / "a.xlsx")
    rows = openpyxl.load_workbook(tmp_path / "a.xlsx")["Phát hiện"].iter_rows(min_row=2, values_only=True)
    missing = next(row for row in rows if row[3] == "S101" and row[5] == "IV.3")
    assert str(missing[13]).startswith("phải có sau ") and missing[14]
    html.export(cohort, tmp_path)
    told = re.findall(
        r'<article class="card [^"]*" id="f-\d+"[^>]*data-rule="(\w+)" data-req="([^"]*)"',
        (tmp_path / "units" / "don-vi-01.html").read_text(encoding="utf-8"),
    )
    rules = [rule for rule, _ in told]
    assert rules.index("T702") < told.index(("S101", "IV.3"))


def test_another_name_of_an_item_is_no_heading_that_is_wholly_alike() -> None:
    known = cohorts.template()
    item = known.by_number["II.2"]
    named = replace(item, aliases=("Về tư tưởng",))
    template = replace(known, requirements=tuple(named if r is item else r for r in known.requirements))
    text = cohorts.draft(UNIT, 1).replace(f"2. {item.title}", "2. Về tư tưởng")
    made = assess(cohorts.document(text, "a.md"), template, reading=None)
    said = {number: str(made.alignment.of(number)[0].why) for number in ("II.1", "II.2")}
    assert "khớp một tên gọi khác của mục: “Về tư tưởng”" in said["II.2"] and "giống 100%" in said["II.1"]


def test_the_next_in_line_is_named_only_where_it_came_near(tmp_path: Path) -> None:
    made = result()
    links = {link.requirement: link for link in made.alignment.links if link.runner_up is not None}
    html.export(cohorts.cohort_of({UNIT: made}), tmp_path)
    page = (tmp_path / "units" / "don-vi-01.html").read_text(encoding="utf-8")
    told = {n for n in links if "Mục khác cũng gần" in page.partition(f'id="r-{n}"')[2].partition("</details>")[0]}
    assert told == {n for n, link in links.items() if link.margin < NEAR} and told != set(links)


def test_comments_are_of_the_reviewers_and_polite(tmp_path: Path) -> None:
    source = tmp_path / "na-mau.docx"
    made = docx.Document()
    text = cohorts.draft(UNIT, 1).replace("## II. ", "Đã kiểm tra 52/49 chi bộ trực thuộc.\n\n## II. ", 1)
    for line in filter(None, text.split("\n")):
        made.add_heading(line.lstrip("# "), line.count("#", 0, 4)) if line.startswith("#") else made.add_paragraph(line)
    made.save(str(source))
    judged = assess(outline(read(source)), cohorts.template(), reading=None)
    annotated.annotate(judged, source, tmp_path / "out.docx")
    comments = list(docx.Document(str(tmp_path / "out.docx")).comments)
    assert {c.author for c in comments} == {"Thẩm định"}
    (ratio,) = (c.text for c in comments if "F202" in c.text)
    assert "Số bộ phận lớn hơn tổng số: 52 > 49" in ratio and "vô lý" not in ratio


def test_hints_on_pages_name_no_options() -> None:
    catalogue = Path(html.__file__).parent.parent / "data" / "locale" / "en" / "LC_MESSAGES" / "vnreport.po"
    hints = [
        m for m in re.findall(r'msgid "(.*)"', catalogue.read_text(encoding="utf-8")) if "S110" in m or "mẫu {id}" in m
    ]
    assert hints and not [m for m in hints if re.search(r"(?:^|\s)--?[a-z]", m)]


def test_former_names_of_a_unit_tell_whose_draft_it_is() -> None:
    text = "Gom từ ba Đảng bộ xã Nà Mẫu, Huổi Thử và Pá Lọng Đông cũ; bảng của xã Bản Sạch (cũ), thuộc huyện Trà Mây trước đây. Luật cũ hết hiệu lực."
    assert list(former_names(text)) == ["Nà Mẫu", "Huổi Thử", "Pá Lọng Đông", "Bản Sạch", "Trà Mây"]


def test_an_anonymous_report_names_no_former_unit(tmp_path: Path) -> None:
    text = cohorts.draft(UNIT, 1).replace(
        "## II. ", "Xã Khe Sạn (cũ) có 12 bản, Khe Sạn nay là bản trung tâm.\n\n## II. ", 1
    )
    cohort = cohorts.cohort_of({UNIT: cohorts.assessed(text, "na-mau.md")})
    html.export(cohort, tmp_path, anonymise=True)
    assert not [p for p in tmp_path.rglob("*.html") if "Khe Sạn" in p.read_text(encoding="utf-8")]
