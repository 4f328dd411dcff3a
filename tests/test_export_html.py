"""The web report: what is in it, that hostile text stays text, that equal input gives equal bytes."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import cohorts
import pytest

from vnreport_nlp import read
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters import html, html_reuse, html_single, html_text
from vnreport_nlp.exporters.html_frame import Site
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.model import Assessment, Cohort, Decision, Location, Shared, Span

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) <a href='javascript:alert(4)'>k</a> "
    '" onmouseover="alert(5) =HYPERLINK("http://x.invalid","k") \x07\x1b[31m \u202eđảo\u202c {{ 7*7 }} </style><!-- '
)


class Page(HTMLParser):
    """Every tag, attribute and id of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def ids(self) -> list[str]:
        return [a["id"] or "" for _, a in self.tags if "id" in a]

    @property
    def links(self) -> list[str]:
        return [a["href"] or "" for _, a in self.tags if "href" in a]


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return cohorts.small()


@pytest.fixture(scope="module")
def site(cohort: Cohort, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    html.export(cohort, target)
    return target


def pages(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))}


def hostile_cohort() -> Cohort:
    text = (
        cohorts.draft("Xã Suối Bưởi", 1, drop=["IV.3"])
        + f"\n## VI. {HOSTILE}\n{HOSTILE}\n|{HOSTILE}|"
        + "ô" * 40_000
        + "|\n"
    )
    bad = cohorts.assessed(text, f"du-thao/{HOSTILE[:30].replace('/', '')}.md")
    decision = Decision("x", bad.findings[0].fingerprint, "waive", HOSTILE, HOSTILE, "")
    bad = replace(bad, findings=tuple(replace(f, decision=decision) for f in bad.findings))
    made = cohorts.cohort_of({f"Xã {HOSTILE}": bad})
    first = made.template.requirements[0]
    odd = replace(
        made.template, requirements=(replace(first, title=HOSTILE), *made.template.requirements[1:]), title=HOSTILE
    )
    return replace(made, template=odd)


def test_all_pages_are_there(site: Path, cohort: Cohort) -> None:
    names = set(pages(site))
    assert {f"units/{d.slug}.html" for d in cohort.drafts} <= names
    assert {f"requirements/{r.number}.html" for r in cohort.template.requirements} <= names
    assert {"index.html", "reuse.html"} <= names


def test_every_link_leads_somewhere_inside(site: Path) -> None:
    read = pages(site)
    ids = {name: set(Page(text).ids) for name, text in read.items()}
    for name, text in read.items():
        for link in Page(text).links:
            assert "//" not in link and ":" not in link, link
            path, _, anchor = link.partition("#")
            goal = (
                name
                if not path
                else (site / name).parent.joinpath(path).resolve().relative_to(site.resolve()).as_posix()
            )
            assert goal in read, (name, link)
            assert not anchor or anchor in ids[goal], (name, link)


def test_the_heat_map_stops_at_the_units_that_share_most() -> None:
    cohort = cohorts.large(html_reuse.HEAT + 30)
    by_size = {d.path: d for d in cohort.drafts}
    paths = list(by_size)
    shared = tuple(
        Shared(a, b, Span(0, 9), Span(0, 9), Location(), Location(), 25 + k, 1.0, "q", "q", k + 1)
        for k, (a, b) in enumerate(pairwise(paths))
    )
    site = Site.of(cohort, Speech("vi"), anonymous=False, single=False)
    page = html_reuse.reuse_page(replace(cohort, shared=shared), site)
    assert len(page.labels) == html_reuse.HEAT == len(list(page.heat))
    assert page.outside == 30
    assert by_size[paths[-2]].label in page.labels
    assert by_size[paths[0]].label not in page.labels


def test_ids_are_unique(site: Path) -> None:
    for name, text in pages(site).items():
        ids = Page(text).ids
        assert len(ids) == len(set(ids)), (name, {i for i in ids if ids.count(i) > 1})


def test_the_policy_allows_only_the_two_inline_blocks_by_hash(site: Path) -> None:
    for text in pages(site).values():
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy is not None
        wanted = policy[1].replace("&#39;", "'")
        assert wanted.startswith("default-src 'none';")
        for tag in ("style", "script"):
            blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
            assert len(blocks) == 1
            digest = b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in wanted
        assert not any("style" in a or any(k.startswith("on") for k in a) for _, a in Page(text).tags)


def test_rows_are_worst_first_with_reasons(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    body = text[text.index("<tbody>") : text.index("</tbody>")]
    assert body.index("Không đọc được") < body.index("Khác đề cương") < body.index('class="sum"')
    assert "Tệp PDF chỉ có ảnh" in body and "Gửi bản Word" in body
    shares = [float(x) for x in re.findall(r'class="sum" data-v="(0\.\d+|1\.0+)"', body)]
    assert shares == sorted(shares) and len(shares) == 13


def test_unit_page_shows_evidence_and_proof_of_absence(site: Path, cohort: Cohort) -> None:
    draft = next(
        d
        for d in cohort.drafts
        if any(s == ("IV.3", "missing", False) or s[:2] == ("IV.3", "missing") for s in d.statuses)
    )
    text = Page((site / "units" / f"{draft.slug}.html").read_text(encoding="utf-8")).text
    for words in (
        "Chưa thấy nội dung mục IV.3",
        "Yêu cầu",
        "Thực tế",
        "Đề nghị",
        "Đã tìm ở đâu",
        "độ khớp",
        "Theo đề cương, mục này phải có ở đây",
        "S101",
    ):
        assert words in text, words
    result = cohort.load(draft)
    assert isinstance(result, Assessment)
    for paragraph in result.document.paragraphs:
        assert result.document.text[paragraph.start : paragraph.end].split(".")[0] in text


def test_missing_section_stands_where_it_is_expected(site: Path, cohort: Cohort) -> None:
    draft = next(
        d for d in cohort.drafts if ("IV.3", "missing") in {s[:2] for s in d.statuses} and d.coverage.missing < 6
    )
    text = (site / "units" / f"{draft.slug}.html").read_text(encoding="utf-8")
    text = text[text.index('id="draft"') :]
    assert (
        text.index("ĐÁNH GIÁ CHUNG")
        < text.index("Chưa thấy nội dung mục IV.3")
        < text.index("PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ")
    )


def test_a_percentage_never_rounds_to_a_hundred(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    for full, counted, percent in (
        (int(a), int(b), int(p)) for p, a, b in re.findall(r"<b>(\d+)%</b><small>(\d+)/(\d+)</small>", text)
    ):
        assert (percent == 100) == (full == counted)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    for single in (False, True):
        html.export(hostile_cohort(), tmp_path / str(single), single_file=single)
        for name, text in pages(tmp_path / str(single)).items():
            page = Page(text)
            assert [t for t, _ in page.tags].count("script") == 1, name
            assert not {"img", "iframe", "object", "link", "base"} & {t for t, _ in page.tags}
            assert not any(k.startswith("on") for _, a in page.tags for k in a)
            assert not any(
                (v or "").lower().lstrip().startswith(("javascript:", "data:"))
                for _, a in page.tags
                for v in a.values()
            )
            assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)
            assert "{{ 7*7 }}" in text or "7*7" not in text


def test_equal_input_gives_equal_bytes(cohort: Cohort, tmp_path: Path) -> None:
    for name in ("a", "b"):
        html.export(cohort, tmp_path / name)
    assert pages(tmp_path / "a") == pages(tmp_path / "b")


def test_sizes(tmp_path: Path, site: Path) -> None:
    html.export(cohorts.large(), tmp_path)
    assert (tmp_path / "index.html").stat().st_size < 1_500_000
    assert max(p.stat().st_size for p in (site / "units").glob("*.html")) < 1_000_000


def test_a_very_long_draft_keeps_its_page_small(tmp_path: Path) -> None:
    text = cohorts.draft(
        "Xã Suối Bưởi",
        1,
        drop=["IV.3"],
        extra="\n" + "\n".join(["Một đoạn văn dài không có gì đáng nói. " * 20] * 3000),
    )
    html.export(cohorts.cohort_of({"Xã Suối Bưởi": cohorts.assessed(text, "a.md")}), tmp_path)
    page = next((tmp_path / "units").glob("*.html"))
    assert page.stat().st_size < 1_000_000
    assert "Lược" in page.read_text(encoding="utf-8")


def test_anonymous_report_names_nobody(tmp_path: Path) -> None:
    units = {"Đơn vị 01": "Xã Hoà Bưởi", "Phường Đồng Lạc": "Phường Đồng Lạc"}
    results = {}
    for code, unit in units.items():
        other = "ĐỒNG LẠC" if unit.startswith("Xã") else "xã Hòa Bưởi"
        text = cohorts.draft(unit, 3, drop=["IV.3"], extra=f"\nTheo báo cáo của {other} và đảng bộ {unit}.\n")
        results[code] = cohorts.assessed(text, f"du-thao/{unit}.md")
    html.export(cohorts.cohort_of(results), tmp_path, anonymise=True)
    for name, text in pages(tmp_path).items():
        for word in ("Hoà Bưởi", "Hòa Bưởi", "HOÀ BƯỞI", "Đồng Lạc", "ĐỒNG LẠC", "du-thao/"):
            assert word not in text, (name, word)


def test_single_file_holds_everything_and_its_links_work(cohort: Cohort, tmp_path: Path) -> None:
    html.export(cohort, tmp_path, single_file=True)
    assert [p.name for p in tmp_path.iterdir()] == ["index.html"]
    page = Page((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in set(page.ids) for link in page.links), [
        x for x in page.links if not x.startswith("#") or x[1:] not in set(page.ids)
    ][:5]


def test_single_file_that_no_mail_takes_is_refused(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_single, "LIMIT", 10_000)
    with pytest.raises(UsageError):
        html.export(cohort, tmp_path, single_file=True)


def test_no_drafts_at_all(tmp_path: Path) -> None:
    html.export(cohorts.cohort_of({}), tmp_path)
    assert "0" in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("most", [html_text.SHOWN_CHARS, 2_000])
def test_every_paragraph_can_be_led_to(
    most: int, tmp_path: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one in a cell of a table, and one that a long draft's page leaves out."""
    monkeypatch.setattr(html_text, "SHOWN_CHARS", most)
    result = cohorts.assess(read(drafts / "huyen-ba-rung.docx"), cohorts.template())
    html.export(cohorts.cohort_of({"Huyện Ba Rung": result}), tmp_path)
    (page,) = (tmp_path / "units").glob("*.html")
    ids = Page(page.read_text(encoding="utf-8")).ids
    assert {f"p-{k}" for k in range(len(result.document.paragraphs))} <= set(ids)
    assert len(ids) == len(set(ids))
