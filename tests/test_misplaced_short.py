"""A section that stands in the wrong place and is short says both: its finding, the page, the letter."""

from __future__ import annotations

from pathlib import Path

import cohorts
import pytest

from vnreport_nlp import load_template
from vnreport_nlp.batch import BatchOptions, write_batch
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.letters import asked_for
from vnreport_nlp.exporters.tables import STATUS_LABELS, Speech
from vnreport_nlp.messages import render, translate
from vnreport_nlp.model import Assessment, Finding

SHORT = "Phải bám sát cơ sở, lắng nghe ý kiến của nhân dân và kịp thời tháo gỡ khó khăn."
LONG = f"{cohorts.SENTENCES[0]} {cohorts.SENTENCES[2]} {cohorts.SENTENCES[5]} {SHORT} {cohorts.SENTENCES[1]}"


def text(body: str) -> str:
    """The lessons stand under the results instead of the general assessment."""
    made = cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"])
    assert "## III. " in made
    return made.replace("## III. ", f"### 11. Bài học kinh nghiệm\n{body}\n\n## III. ", 1)


def told(body: str) -> tuple[Assessment, Finding]:
    result = cohorts.assessed(text(body), "a.md")
    (found,) = (f for f in result.findings if f.rule == "S104" and f.requirement == "IV.3")
    return result, found


def test_the_finding_says_both() -> None:
    result, found = told(SHORT)
    said = render(found.message, "vi")
    assert "đặt sai chỗ" in said and f"còn ngắn: {result.verdict('IV.3').syllables} chữ" in said
    assert "Chuyển về" in render(found.fix, "vi") and "bổ sung nội dung" in render(found.fix, "vi")
    assert "still short" in render(found.message, "en") and "add content" in render(found.fix, "en")
    why = render(result.verdict("IV.3").why, "vi")
    assert "đặt ở phần khác" in why and "mức tham khảo" in why


def test_a_section_long_enough_is_only_in_the_wrong_place() -> None:
    result, found = told(LONG)
    assert "ngắn" not in render(found.message, "vi") + render(found.fix, "vi") + render(
        result.verdict("IV.3").why, "vi"
    )
    assert "ngắn" not in Asked(result, Speech("vi")).sentence(found)


def test_a_word_on_the_finding_holds_however_long_the_section_is() -> None:
    assert told(SHORT)[1].fingerprint == told(LONG)[1].fingerprint


def test_the_letter_asks_for_both() -> None:
    result, found = told(SHORT)
    asked, _ = asked_for(Asked(result, Speech("vi")), confirmed=False)
    assert found in asked
    said = Asked(result, Speech("vi")).sentence(found)
    assert "theo đề cương. Mục này cũng" in said and "còn ngắn" in said and said.endswith(".")


def test_the_page_says_both(tmp_path: Path) -> None:
    path = tmp_path / "xa.md"
    path.write_text(text(SHORT), encoding="utf-8")
    write_batch([str(path)], tmp_path / "out", load_template(), options=BatchOptions())
    (page,) = (tmp_path / "out" / "units").glob("*.html")
    shown = page.read_text(encoding="utf-8")
    assert "đặt sai chỗ (đang ở" in shown and "và còn ngắn" in shown


@pytest.mark.parametrize(("lang", "word"), [("vi", "Còn ngắn"), ("en", "Short")])
def test_one_word_for_one_thing(lang: str, word: str) -> None:
    label = STATUS_LABELS["thin"]
    assert translate(label.id, lang) == word
    result = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, thin=["II.7"]), "a.md")
    (found,) = (f for f in result.findings if f.rule == "S103")
    assert word.lower() in render(found.message, lang)


def test_no_word_that_insults_a_unit_is_left() -> None:
    root = Path(__file__).resolve().parent.parent
    places = [root / "README.md", *(root / "docs").rglob("*.md"), *(root / "vnreport_nlp").rglob("*.py")]
    places += [
        *(root / "vnreport_nlp" / "data" / "rules").glob("*"),
        *(root / "vnreport_nlp" / "data" / "html").glob("*"),
    ]
    assert [p.name for p in places if "sơ sài" in p.read_text(encoding="utf-8").lower()] == []
