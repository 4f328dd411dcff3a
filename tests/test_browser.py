"""The web report in a real browser: sorting, filters, decisions, search, keys, print, no request, WCAG 2.2 AA."""

# Long because: one browser and one site serve all tests of the pages.
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cohorts
import pytest
from test_export_html import hostile_cohort

from vnreport_nlp.exporters import html

CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (set CHROMIUM to its path)"),
]
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1400, "height": 900}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    html.export(cohorts.small(), target)
    html.export(cohorts.large(), target / "large")
    html.export(hostile_cohort(), target / "hostile")
    html.export(cohorts.small(), target / "single", single_file=True)
    return target


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as runner:
        started = runner.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport=DESK, accept_downloads=True)
    tab = context.new_page()
    faults: list[str] = []
    tab.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    tab.on("pageerror", lambda e: faults.append(str(e)))
    tab.on("dialog", lambda d: (faults.append("dialog " + d.message), d.dismiss()))
    tab.on("request", lambda r: None if r.url.startswith(("file://", "blob:")) else faults.append("request " + r.url))
    yield tab
    context.close()
    assert faults == []


def go(page: Any, path: Path, anchor: str = "") -> None:
    page.goto(path.as_uri() + anchor)


def again(page: Any) -> None:
    """Load the page anew, as a person would: what it stored reaches the browser's other processes a moment later."""
    page.wait_for_timeout(1000)
    page.reload()


def worst_unit(site: Path) -> Path:
    return site / "units" / "don-vi-06.html"


def shown_rows(page: Any) -> list[str]:
    return page.eval_on_selector_all("#mx tbody tr:not([hidden]) th", "all => all.map(th => th.textContent)")


def test_matrix_sorts_by_buttons(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    start = shown_rows(page)
    share = page.locator("#mx thead th:has(button[data-sort=share])")
    share.locator("button").click()
    assert share.get_attribute("aria-sort") == "ascending"
    share.locator("button").press("Enter")
    assert share.get_attribute("aria-sort") == "descending"
    values = page.eval_on_selector_all(
        "#mx tbody tr:not(.off) td.sum:nth-child(2)", "all => all.map(td => Number(td.dataset.v))"
    )
    assert values == sorted(values, reverse=True)
    share.locator("button").click()
    assert share.get_attribute("aria-sort") is None and shown_rows(page) == start
    page.locator("#mx thead button", has_text="IV.3").click()
    statuses = page.eval_on_selector_all(
        "#mx tbody tr:not(.off)",
        "all => all.map(tr => tr.querySelector('a[href$=\"#r-IV.3\"]').parentElement.className)",
    )
    assert statuses[0] == "s-missing" and statuses.index("s-covered") > statuses.index("s-missing")


def test_filters_hide_and_are_remembered(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    assert len(shown_rows(page)) == 15
    page.fill("#f-unit", "phuong")
    assert shown_rows(page) == ["Phường Mỹ Cát", "Phường Bến Tranh", "Phường Đồng Lạc", "Phường Tân Thới Hạ"]
    page.check("#f-fine")
    assert "Phường Tân Thới Hạ" not in shown_rows(page)
    page.select_option("#f-part", "IV")
    heads = page.eval_on_selector_all(
        "#mx thead tr:nth-child(2) th:not([hidden])", "all => all.map(th => th.textContent.trim())"
    )
    assert heads and all(h.startswith(("IV", "Cộng IV")) for h in heads) and "IV.1" not in heads
    again(page)
    assert (
        page.input_value("#f-unit") == "phuong" and page.is_checked("#f-fine") and page.input_value("#f-part") == "IV"
    )
    page.click("#f-reset")
    page.wait_for_function("document.querySelectorAll('#mx tbody tr:not([hidden])').length === 15")
    page.fill("#f-unit", "không có đơn vị này")
    assert page.is_visible("#f-empty")


def test_the_last_row_is_of_what_is_shown(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    foot = "#mx tfoot tr"
    before = page.inner_text(foot)
    judged = [t for t in shown_rows(page) if page.locator("#mx tbody tr:not(.off) th", has_text=t).count()]
    page.fill("#f-unit", judged[0])
    assert page.locator("#mx tbody tr:not([hidden])").count() == 1
    assert "trong số đang hiện" in page.inner_text(foot)
    cells = page.eval_on_selector_all(
        "#mx tbody tr:not([hidden]) td.sub", "all => all.map(td => td.textContent.split('/').map(Number))"
    )
    sums = page.eval_on_selector_all(f"{foot} td.sub", "all => all.map(td => td.textContent)")
    exact = [(n, all_) for n, all_ in cells if n in (0, all_)]
    assert exact and all(
        s == ("100%" if n else "0%") for (n, all_), s in zip(cells, sums, strict=True) if n in (0, all_)
    )
    own = page.eval_on_selector_all(
        "#mx tbody tr:not([hidden]) td[data-v]", "all => all.slice(1, 3).map(td => td.textContent)"
    )
    assert page.eval_on_selector_all(f"{foot} td.sum", "all => all.slice(1, 3).map(td => td.textContent)") == own
    page.fill("#f-unit", "không có đơn vị này")
    assert not page.locator(foot).is_visible() and page.locator("#f-empty").is_visible()
    page.fill("#f-unit", "")
    assert page.inner_text(foot) == before


def test_nothing_recorded_is_told_and_not_downloaded(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    got: list[Any] = []
    page.on("download", lambda d: got.append(d))
    page.click("#export")
    page.wait_for_timeout(200)
    assert page.inner_text("#made") == "Chưa có ý kiến nào để xuất" and not got


def test_nothing_to_press_is_printed(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    page.locator(".card").first.focus()
    page.emulate_media(media="print")
    for gone in (".decide", ".files", "#print-list", ".store"):
        assert not any(e.is_visible() for e in page.locator(gone).all())
    assert page.eval_on_selector(".card", "c => getComputedStyle(c).outlineStyle") == "none"


def test_cell_leads_to_the_requirement_on_the_unit_page(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    page.locator('#mx a[href="units/don-vi-06.html#r-IV.3"]').click()
    page.wait_for_selector(
        "[id='r-IV.3'] details[open]", timeout=10_000
    )  # opened by the page's script, after it has loaded
    assert "vì sao không phải" in page.locator("[id='r-IV.3']").inner_text()


def test_decision_survives_reload_and_export(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    card = page.locator(".card").first
    card.locator("summary", has_text="Ghi ý kiến").click()
    card.locator("button[value=waive]").click()
    assert card.locator(".ask").first.is_visible() and not card.locator(".who").is_visible()
    card.locator("input[name=reason]").fill("Đã có trong phụ lục <b>1</b>")
    card.locator("button[value=waive]").click()
    assert card.locator(".who").is_visible() and not card.locator(".ask").first.is_visible(), "whose word is it?"
    card.locator("input[name=name]").fill("Nguyễn Văn Thử")
    card.locator("button[value=waive]").click()
    again(page)
    card = page.locator(".card").first
    assert (
        "Bỏ qua, không phải lỗi · Nguyễn Văn Thử: Đã có trong phụ lục <b>1</b>" in card.locator(".decided").inner_text()
    )
    assert "1" in page.locator("#made").inner_text()
    with page.expect_download() as waiting:
        page.click("#export")
    data = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert re.fullmatch(r"y-kien-nguyen-van-thu-\d{4}-\d\d-\d\d\.json", waiting.value.suggested_filename)
    assert data["schema"] == "vnreport.decisions/1"
    (kept,) = data["decisions"]
    assert set(kept) == {"unit", "fingerprint", "action", "reason", "name", "at", "rule", "requirement", "message"}
    assert (
        kept["action"] == "waive"
        and kept["unit"] == "Phường Bến Tranh"
        and kept["fingerprint"] == card.get_attribute("data-fp")
    )


def test_the_exported_file_is_what_the_tool_reads(page: Any, site: Path, tmp_path: Path) -> None:
    decisions = pytest.importorskip("vnreport_nlp.decisions")
    go(page, worst_unit(site))
    card = page.locator(".card").first
    card.locator("summary", has_text="Ghi ý kiến").click()
    card.locator("button[value=accept]").click()
    with page.expect_download() as waiting:
        page.click("#export")
    waiting.value.save_as(tmp_path / "d.json")
    assert [d.action for d in decisions.read_decisions(tmp_path / "d.json")] == ["accept"]


def decided(page: Any, nth: int, action: str, reason: str, name: str) -> str:
    """Write one opinion in the page; the fingerprint of its finding."""
    card = page.locator(".card").nth(nth)
    if not card.locator("details.decide").get_attribute("open"):
        card.locator("summary", has_text="Ghi ý kiến").click()
    card.locator("input[name=reason]").fill(reason)
    card.locator("input[name=name]").fill(name)
    card.locator(f"button[value={action}]").click()
    return str(card.get_attribute("data-fp"))


def decision_file(path: Path, *entries: dict[str, str]) -> Path:
    path.write_text(json.dumps({"schema": "vnreport.decisions/1", "decisions": entries}), encoding="utf-8")
    return path


def load(page: Any, file: Path) -> None:
    """Give the page a decision file and wait for its answer."""
    page.set_input_files("#load-file", file)
    page.locator("#loaded[open]").wait_for()


def test_a_decision_file_is_merged_with_what_the_browser_holds(page: Any, site: Path, tmp_path: Path) -> None:
    go(page, worst_unit(site))
    first = decided(page, 0, "waive", "đã có ở phụ lục", "An")
    second = str(page.locator(".card").nth(1).get_attribute("data-fp"))
    here = "Phường Bến Tranh"
    late, early = "2099-01-02T00:00:00Z", "2001-01-02T00:00:00Z"
    same_person = {
        "unit": here,
        "fingerprint": first,
        "action": "accept",
        "reason": "đọc lại",
        "name": "An",
        "at": late,
    }
    new = {
        "unit": here,
        "fingerprint": second,
        "action": "accept",
        "reason": "<img src=x>",
        "name": "Bình",
        "at": early,
    }
    load(page, decision_file(tmp_path / "a.json", same_person, new))
    assert page.locator("#load-said").inner_text() == "Thêm 1 ý kiến mới, cập nhật 1, trùng 0."
    page.click("#loaded button[name=cancel]")
    assert page.locator(".card").nth(0).locator(".decided").inner_text() == "Đúng, đề nghị sửa · An: đọc lại"
    assert page.locator(".card").nth(1).locator(".decided").inner_text() == "Đúng, đề nghị sửa · Bình: <img src=x>"
    assert page.locator("#made").inner_text() == "2 ý kiến đã ghi"


@pytest.mark.parametrize(
    ("chosen", "kept"), [(None, "Đúng, đề nghị sửa · Bình: còn thiếu"), (0, "Bỏ qua, không phải lỗi · An: đã có")]
)
def test_conflicts_are_shown_and_the_reviewer_chooses(
    page: Any, site: Path, tmp_path: Path, chosen: int | None, kept: str
) -> None:
    go(page, worst_unit(site))
    fp = decided(page, 0, "waive", "đã có", "An")
    other = {
        "unit": "Phường Bến Tranh",
        "fingerprint": fp,
        "action": "accept",
        "reason": "còn thiếu",
        "name": "Bình",
        "at": "2099-01-02T00:00:00Z",
    }
    file = decision_file(tmp_path / "b.json", other)
    load(page, file)
    said = page.locator("#clashes").inner_text()
    assert (
        "Trên máy này — Bỏ qua, không phải lỗi · An" in said
        and "Trong tệp b.json — Đúng, đề nghị sửa · Bình · 02/01/2099: còn thiếu" in said
    )
    assert page.locator(".card").first.locator(".say").inner_text() in said
    page.click("#loaded button[name=cancel]")
    assert page.locator(".card").first.locator(".decided").inner_text() == "Bỏ qua, không phải lỗi · An: đã có"
    load(page, file)
    if chosen is not None:
        page.locator("#clashes input").nth(chosen).check()
    page.click("#loaded button[name=apply]")
    again(page)
    assert page.locator(".card").first.locator(".decided").inner_text() == kept


@pytest.mark.parametrize("text", ["", "[]", '{"schema":"vnreport.decisions/1","decisions":[{"action":"x"}]}', "\x00"])
def test_another_file_is_refused_in_words(page: Any, site: Path, tmp_path: Path, text: str) -> None:
    go(page, site / "index.html")
    (tmp_path / "ảnh.json").write_text(text, encoding="utf-8")
    load(page, tmp_path / "ảnh.json")
    assert page.locator("#load-bad").inner_text() == "Không phải tệp ý kiến xuất từ báo cáo: ảnh.json"
    page.click("#loaded button[name=cancel]")
    assert page.locator("#made").inner_text() == ""


def test_broken_storage_does_no_harm(page: Any, site: Path) -> None:
    go(page, site / "index.html")
    page.evaluate(
        "localStorage.setItem('vnreport:mau-thu:filters', '{broken'); localStorage.setItem('vnreport:mau-thu:decisions', '[1,null]')"
    )
    again(page)
    assert len(shown_rows(page)) == 15
    go(page, worst_unit(site))
    assert page.locator("details.decide").count() == page.locator(".card").count()


@pytest.mark.parametrize(
    ("query", "some"),
    [("dang vien", True), ("đảng viên", True), ("Đảng Viên", True), ("dảng vien", False), ("hoà", None)],
)
def test_search_with_and_without_diacritics(page: Any, site: Path, query: str, some: bool | None) -> None:
    go(page, worst_unit(site))
    page.fill("#q", query)
    said = page.locator("#q-count").inner_text()
    if some is not None:
        assert ("chỗ khớp" in said) is some
        assert page.evaluate("CSS.highlights.has('found')") is some


def test_search_takes_both_places_of_the_tone_mark(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    counts = []
    for query in ("số hóa", "số hoá"):
        page.fill("#q", query)
        counts.append(page.locator("#q-count").inner_text())
    assert counts[0] == counts[1] != "Không tìm thấy"
    page.press("#q", "Enter")
    assert page.locator("#q-count").inner_text().startswith("1/")


def test_jump_keys(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "f-2"
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == "f-1"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("n")
    assert page.input_value("#q") == "n"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") != "f-2"


def test_readable_without_javascript(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESK)
    tab = context.new_page()
    go(tab, worst_unit(site))
    assert tab.locator(".card dl").first.is_visible() and not tab.locator("#q").is_visible()
    go(tab, site / "index.html")
    assert tab.locator("#mx tbody tr").count() == 15 and not tab.locator("#filters").is_visible()
    context.close()


def test_hostile_text_runs_nothing(page: Any, site: Path) -> None:
    for path in sorted((site / "hostile").rglob("*.html"))[:6]:
        go(page, path)
        page.wait_for_timeout(50)
        assert page.evaluate("document.querySelectorAll('main script, main img, main iframe').length") == 0
    go(page, next((site / "hostile" / "units").glob("*.html")))
    assert "<script>alert(1)</script>" in page.locator("#draft").inner_text()


def work_done(page: Any, act: Callable[[], None]) -> dict[str, float]:
    """What the browser did for `act`: layouts, style runs, nodes (counts, which other work on the machine does not change)."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    names = ("LayoutCount", "RecalcStyleCount", "Nodes")

    def read() -> dict[str, float]:
        return {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"] if m["name"] in names}

    before = read()
    act()
    after = read()
    return {name: after[name] - before[name] for name in names}


def test_large_index_asks_little_of_the_browser(page: Any, site: Path) -> None:
    """A second is the goal; `benchmarks/run.py --only pages` takes the time, here the work behind it is counted."""
    index = site / "large" / "index.html"
    assert index.stat().st_size < 1_500_000
    loaded = work_done(page, lambda: go(page, index))
    assert loaded["LayoutCount"] <= 12 and loaded["RecalcStyleCount"] <= 16, loaded  # 2 to 5 and 3 to 6 were seen
    assert loaded["Nodes"] < 60_000, loaded
    turned = work_done(
        page,
        lambda: page.evaluate("""() => { document.querySelector('#f-fine').click();
        document.querySelector('#mx thead button[data-sort=errors]').click(); document.body.offsetHeight; }"""),
    )
    assert turned["LayoutCount"] <= 8, turned  # one for both clicks and some of the browser's own


def test_print_cuts_no_table(page: Any, site: Path) -> None:
    page.emulate_media(media="print")
    for width, path in (
        (1055, site / "index.html"),
        (1055, site / "large" / "index.html"),
        (1055, site / "indicators.html"),
        (700, worst_unit(site)),
        (700, site / "requirements" / "IV.3.html"),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        go(page, path)
        wide = page.evaluate(
            "[...document.querySelectorAll('table')].filter(t => t.offsetParent && t.getBoundingClientRect().right > innerWidth + 1).map(t => t.id)"
        )
        assert wide == [], (path, wide)
        cut = page.evaluate(
            "[...document.querySelectorAll('td.sub,.figures td,.figures th')].filter(t => t.offsetParent && t.scrollWidth > t.clientWidth + 1).map(t => t.textContent)"
        )
        assert cut == [], (path, cut)
        assert page.evaluate(
            "[...document.querySelectorAll('.scroll')].every(s => getComputedStyle(s).overflow === 'visible')"
        )
        cut = page.evaluate(
            "[...document.querySelectorAll('#mx td a')].filter(a => a.offsetParent && a.scrollHeight > a.parentElement.clientHeight + 2).length"
        )
        assert cut == 0


def test_every_printed_page_of_the_matrix_has_its_heads(page: Any, site: Path) -> None:
    """Chromium leaves buttons out of the heads that it repeats."""
    import pypdfium2

    go(page, site / "large" / "index.html")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = ["".join(p.get_textpage().get_text_range().split()) for p in printed if p.get_width() > p.get_height()]
    assert len(texts) > 2
    for text in texts:
        assert text.count("Mứcđủ") == 1 and "Cảnhbáo" in text and "II.6.1" in text, text[:300]


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 640}])
def test_phone_needs_no_sideways_scrolling(page: Any, site: Path, size: dict[str, int]) -> None:
    page.set_viewport_size(size)
    for path in (site / "index.html", worst_unit(site), site / "requirements" / "II.5.html", site / "reuse.html"):
        go(page, path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_single_file_works(page: Any, site: Path) -> None:
    go(page, site / "single" / "index.html")
    page.locator("#mx a[href='#don-vi-06--r-IV.3']").click()
    assert page.locator("[id='don-vi-06--r-IV.3']").is_visible()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core: from AXE_CORE, or from npm when it can be reached."""
    given = os.environ.get("AXE_CORE")
    if given and Path(given).is_file():
        return Path(given).read_text(encoding="utf-8")
    if shutil.which("npm") is None:
        pytest.skip("axe-core: neither AXE_CORE nor npm is there")
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, "axe-core@4"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=90)
        except (subprocess.SubprocessError, OSError):
            pytest.skip("axe-core could not be fetched from npm")
        return (Path(folder) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(browser: Any, site: Path, axe: str, scheme: str, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    for path in (
        site / "index.html",
        worst_unit(site),
        site / "units" / "don-vi-14.html",
        site / "requirements" / "IV.3.html",
        site / "reuse.html",
    ):
        go(tab, path)
        tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        tab.evaluate(axe)
        result = tab.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        faults = [(v["id"], v["impact"], [n["html"][:160] for n in v["nodes"][:3]]) for v in result["violations"]]
        assert faults == [], (path.name, faults)
    context.close()


def test_the_list_of_findings_and_the_index_tell_what_is_decided(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    assert page.locator(".list li").count() == page.locator(".card").count() > 1
    assert page.locator("#done").inner_text() == ""
    decided(page, 0, "accept", "", "An")
    assert page.locator(".list li.done").count() == 1 and page.locator("#done").inner_text().startswith(
        "Đã ghi ý kiến: 1/"
    )
    page.locator(".card").nth(0).locator("button[value=reopen]").click()
    assert page.locator(".list li.done").count() == 0
    decided(page, 1, "accept", "", "An")
    go(page, site / "index.html")
    assert page.locator("#mx .own").count() == 1 and page.locator("#mx .own").inner_text().startswith("1 ý kiến / ")


def test_on_a_phone_only_what_is_not_met_is_listed_first(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    assert page.locator(".tree .i-covered:not(.i-look)").first.is_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    again(page)
    assert (
        page.locator(".tree .i-covered:not(.i-look)").first.is_hidden()
        and page.locator(".tree .i-missing").first.is_visible()
    )
    assert page.locator(".tree .i-covered.i-look").first.is_visible(), "met, yet somebody should look"


def test_the_findings_print_alone(page: Any, site: Path) -> None:
    go(page, worst_unit(site))
    page.evaluate("window.print = () => { window.asked = document.body.className; }")
    page.click("#print-list")
    assert "only" in page.evaluate("window.asked")
    page.emulate_media(media="print")
    assert page.locator(".card").first.is_visible() and page.locator(".draft .b").first.is_hidden()
