"""What a letter says of what the tool is not sure of: it asks, apart from what is sure, and never of another document by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest

from vnreport_nlp import assess, read
from vnreport_nlp import load_template as load
from vnreport_nlp.exporters import html, letters
from vnreport_nlp.exporters.copies import copied, uncopied
from vnreport_nlp.model import PARTIAL, Assessment, Decision, finding, msg

GAPS = ("II.3", "III.2", "IV.3")
ASK = "đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung"


def gaps(*, sure: tuple[str, ...] = ()) -> Assessment:
    made = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=list(GAPS)), "a.md")
    verdicts = tuple(
        replace(v, review=v.requirement not in sure) if v.requirement in GAPS else v for v in made.verdicts
    )
    return replace(made, verdicts=verdicts)


def lines(result: Assessment, folder: Path) -> list[str]:
    letters.export(cohorts.cohort_of({"Xã Cồn Dừa": result}), folder)
    return [p.text for path in sorted(folder.glob("*.docx")) for p in docx.Document(str(path)).paragraphs]


def test_what_is_doubtful_stands_apart_from_what_is_sure_and_asks(tmp_path: Path) -> None:
    told = lines(gaps(sure=("IV.3",)), tmp_path)
    sure, asked = told.index("1. Nội dung còn thiếu"), told.index("2. Nội dung chưa thấy, đề nghị đơn vị kiểm tra lại")
    assert sure < asked
    assert list(told[sure + 1 : asked]) == [k for k in told if k.startswith("- Chưa có mục IV.3")]
    doubtful = [k for k in told[asked:] if "II.3" in k or "III.2" in k]
    assert len(doubtful) == 2 and all(k.startswith("- Chưa thấy nội dung mục") and ASK in k for k in doubtful)
    assert "1 mục còn thiếu, 2 mục chưa thấy nội dung;" in " ".join(told)


def test_a_letter_of_nothing_sure_accuses_nobody(tmp_path: Path) -> None:
    told = " ".join(lines(gaps(), tmp_path))
    assert "chưa thấy nội dung" in told and "Chưa có mục" not in told and "còn thiếu" not in told


def test_a_reviewers_word_makes_it_sure(tmp_path: Path) -> None:
    made = gaps()
    word = Decision("Xã Cồn Dừa", "x", "accept")
    found = tuple(replace(f, decision=word) if f.requirement == "IV.3" else f for f in made.findings)
    told = lines(replace(made, findings=found), tmp_path)
    assert any(k.startswith("- Chưa có mục IV.3") for k in told)
    assert sum(k.startswith("- Chưa thấy nội dung mục") for k in told) == 2


def other(action: str = "") -> Assessment:
    made = cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4), "thu moi.md")
    found = finding(
        "S110", msg("Tài liệu này chưa khớp với đề cương “{title}”", title=made.template.title), content="x"
    )
    word = Decision("Xã Cồn Dừa", found.fingerprint, action) if action else None  # type: ignore[arg-type]
    return replace(made, foreign=True, verdicts=(), findings=(replace(found, decision=word),))


@pytest.mark.parametrize("action", ["", "waive", "reopen"])
def test_no_letter_says_of_itself_that_a_file_is_not_the_report(action: str, tmp_path: Path) -> None:
    assert not lines(other(action), tmp_path)


def test_where_a_reviewer_says_so_the_unit_is_asked_which_file_it_meant(tmp_path: Path) -> None:
    told = " ".join(lines(other("accept"), tmp_path))
    assert "“thu moi.md”" in told and "kiểm tra lại tệp đã gửi" in told and "nếu gửi nhầm" in told
    assert "không phải" not in told


def test_the_reviewers_page_says_that_the_tool_may_be_wrong_and_what_to_do(tmp_path: Path) -> None:
    html.export(cohorts.cohort_of({"Xã Cồn Dừa": other()}), tmp_path)
    (page,) = (tmp_path / "units").glob("*.html")
    said = page.read_text(encoding="utf-8")
    assert "Công cụ có thể nhầm" in said and "mở tệp xem trước khi kết luận" in said
    assert "1 phát hiện chưa nêu trong công văn" in said


def test_no_copy_goes_back_that_says_a_file_is_not_the_report() -> None:
    made = other()
    word = replace(made, document=replace(made.document, format="docx"))
    assert not copied(word) and "chưa có ý kiến thẩm định" in str(uncopied(word))
    said = replace(word, findings=other("accept").findings)
    assert copied(said)


def test_sections_that_stand_apart_are_each_asked_to_move(tmp_path: Path) -> None:
    """A heading for all of them would mend nothing, and every section of the opening's counts has a line."""
    made = assess(
        read(Path(__file__).parent.parent / "corpus" / "drafts" / "huyen-da-ban-tay.txt"), load("xdd-2020-2025")
    )
    told = lines(made, tmp_path)
    unsure = {v.requirement for v in made.verdicts if v.review and v.status in PARTIAL}
    moved = [k for k in told if k.startswith("- Mục III.") and "theo đề cương" in k]
    sure = [k for k in moved if "đang đặt trong" in k and "có thể" not in k]
    assert {k.split()[2] for k in moved} == {"III.1", "III.2", "III.3", "III.4", "III.5"}
    opening = " ".join(told)
    assert f"{len(sure)} mục mới đạt một phần, " in opening
    assert sum(int(n) for n in re.findall(r"(\d+) mục (?:chưa rõ|có thể)", opening)) == len(unsure)
    assert len(moved) - len(sure) + 1 == len(unsure), "the part's heading is the other one"
