"""A passage that stands in many drafts is one finding in each of them: whose it is too, how severe, what is kept apart, what a decision holds for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import cohorts
import pytest

from vnreport_nlp.batch.passage_words import names_unit
from vnreport_nlp.batch.shared import reuse_findings
from vnreport_nlp.decisions import apply, former_fingerprint
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.tables import Speech
from vnreport_nlp.messages import render
from vnreport_nlp.model import Assessment, Decision, Finding, Location, Shared, Span, fingerprint

TEXT = "Tự phê bình và phê bình ở một số chi bộ còn nể nang"


def shared(other: str, start: int, end: int, similarity: float = 1.0, share: float = 0.02, n: int = 60) -> Shared:
    """A passage of ``a`` and one other draft, which has it on line 7."""
    quote = f"{TEXT} {start}"
    return Shared(
        "a", other, Span(start, end), Span(0, 50), Location(line=3), Location(line=7), n, similarity, quote, f"lời của {other}",
        left_share=share, right_share=0.01,
    )  # fmt: skip


def told(*passages: Shared, **names: str) -> tuple[Finding, ...]:
    return reuse_findings(passages, names)["a"]


def units(count: int) -> dict[str, str]:
    return {f"u{k:02}": f"Xã Số {k:02}" for k in range(1, count + 1)}


def test_a_passage_that_nineteen_units_share_is_one_finding() -> None:
    names = units(19)
    (found,) = told(*(shared(path, 100, 500, 1.0 - k / 100) for k, path in enumerate(names)), **names)
    assert str(found.message) == (
        "Một đoạn 60 chữ giống đoạn trong dự thảo của 19 đơn vị, độ giống 82–100%: xã Số 01, xã Số 02, xã Số 03 (và 16 đơn vị khác)"
    )
    assert str(found.found).startswith(
        "Gần nhất là đoạn trong dự thảo của xã Số 01 (dòng 7): “lời của u01”. Từng đơn vị"
    )
    assert [f"xã Số {k:02} ({101 - k}%\u00a0·\u00a060\u00a0·\u00a02%)" in str(found.found) for k in range(1, 20)] == [
        True
    ] * 19
    assert found.severity == "note" and len(found.places) == 1
    assert "is like passages in the drafts of 19 units, 82–100% alike: xã Số 01" in render(found.message, "en")


def test_nobody_reads_and_one_other_unit() -> None:
    names = units(4)
    (found,) = told(*(shared(path, 100, 500) for path in names), **names)
    assert str(found.message).endswith("của 4 đơn vị, độ giống 100%: xã Số 01, xã Số 02, xã Số 03, xã Số 04")


def test_several_files_of_a_unit_are_one_unit() -> None:
    found = told(shared("b", 0, 400, 0.9), shared("b2", 0, 400, 0.8), b="Xã Bàu Sen", b2="Xã Bàu Sen")
    assert [str(f.message) for f in found] == ["Một đoạn 60 chữ giống 90% một đoạn trong dự thảo của xã Bàu Sen"]
    (found,) = told(
        shared("b", 0, 400, 0.9), shared("b2", 0, 400, 0.8), shared("c", 0, 400), b="Xã B", b2="Xã B", c="Xã C"
    )
    assert "2 đơn vị, độ giống 90–100%: xã C, xã B" in str(found.message)


def test_names_with_commas_are_told_apart() -> None:
    (found,) = told(shared("b", 0, 400), shared("c", 0, 400), b="Sở Văn hóa, Thể thao và Du lịch", c="Sở Y tế")
    assert str(found.message).endswith(": Sở Văn hóa, Thể thao và Du lịch; Sở Y tế")


def spans(found: Sequence[Finding]) -> list[tuple[int, int]]:
    return sorted((f.places[0].span.start, f.places[0].span.end) for f in found)


def test_what_is_mostly_the_same_stretch_is_one_passage() -> None:
    """Five paragraphs with one unit, three of them with another."""
    (found,) = told(shared("b", 0, 500, n=100), shared("c", 100, 400), b="Xã B", c="Xã C")
    assert spans([found]) == [(0, 500)] and "Một đoạn 100 chữ" in str(found.message) and len(found.places) == 1
    assert "xã C (100%\u00a0·\u00a060\u00a0·\u00a02%)" in str(found.found), "how much of it the other one has"


def test_a_paragraph_of_a_copied_report_is_a_passage_of_its_own() -> None:
    whole = shared("b", 0, 9_000, share=0.99, n=2_000)
    found = told(whole, shared("c", 1_000, 1_400), shared("d", 1_000, 1_400), shared("e", 7_000, 7_300))
    assert spans(found) == [(0, 9_000), (1_000, 1_400), (7_000, 7_300)]
    assert [f.severity for f in found] == ["error", "note", "note"]
    assert "; các đoạn giống chiếm gần như toàn bộ báo cáo" in str(found[0].message)


def test_halves_of_a_passage_are_no_one_passage() -> None:
    """Whatever is of one passage has a place in common: what is exactly half of the longest may lie beside another half."""
    assert spans(told(shared("b", 0, 400), shared("c", 0, 200), shared("d", 200, 400))) == [
        (0, 200),
        (0, 400),
        (200, 400),
    ]
    assert spans(told(shared("b", 0, 400), shared("c", 0, 201), shared("d", 199, 400))) == [(0, 400)]


def test_the_order_of_the_passages_decides_nothing() -> None:
    passages = [
        shared("b", 0, 400),
        shared("c", 30, 410, 0.9),
        shared("d", 150, 400),
        shared("e", 150, 380),
        shared("b", 900, 990),
    ]
    first = {(f.fingerprint, f.places) for f in told(*passages)}
    assert {(f.fingerprint, f.places) for f in told(*reversed(passages))} == first and len(first) == 2


def test_what_reaches_beyond_the_longest_side_is_a_place_too() -> None:
    (found,) = told(shared("b", 0, 400), shared("c", 150, 500, 0.9), shared("d", 152, 505, 0.8), shared("e", 5, 410))
    more = found.places[1:]
    assert [(p.span.start, p.span.end, str(p.note)) for p in more] == [(152, 505, "Đoạn giống dự thảo của d, c")]


def test_a_part_found_twice_with_the_same_unit_is_told_with_the_whole() -> None:
    (found,) = told(shared("b", 0, 400), shared("b", 300, 390), b="Xã B")
    assert spans([found]) == [(0, 400)]


def test_the_unit_that_decides_how_severe_it_is_stands_first() -> None:
    names = units(6)
    passages = [shared(path, 100, 500, share=0.25 if path == "u05" else 0.02) for path in names]
    (found,) = told(*passages, shared("u05", 900, 950, share=0.05), **names)[:1]
    assert found.severity == "warning"
    assert "6 đơn vị, độ giống 100%: xã Số 05, xã Số 01, xã Số 02 (và 3 đơn vị khác); " in str(found.message)
    assert str(found.message).endswith("; các đoạn giống dự thảo của xã Số 05 chiếm 30% báo cáo"), (
        "all its passages together"
    )
    (worst,) = told(*(replace(p, left_share=0.9) for p in passages), **names)
    assert worst.severity == "error"
    assert str(worst.message).endswith("; các đoạn giống dự thảo của xã Số 01 chiếm gần như toàn bộ báo cáo")


@pytest.fixture(scope="module")
def result() -> Assessment:
    cohort = cohorts.small()
    return next(r for d in cohort.drafts if isinstance(r := cohort.load(d), Assessment))


def actions(result: Assessment, found: Sequence[Finding], *given: tuple[str, str]) -> list[str]:
    words = [Decision(result.unit or "", f, action, "vì", "An") for f, action in given]  # type: ignore[arg-type]
    done = apply(replace(result, findings=tuple(found)), words)
    assert isinstance(done, Assessment)
    return [f.decision.action if f.decision else "" for f in done.findings]


def test_a_word_holds_for_the_same_units_and_no_others(result: Assessment) -> None:
    names = {"b": "Xã B", "c": "Xã C", "d": "Xã D"}
    (two,) = told(shared("b", 0, 400), shared("c", 0, 400), **names)
    (again,) = told(shared("c", 0, 390, 0.9), shared("b", 0, 390), **names)
    (three,) = told(*(shared(path, 0, 400) for path in names), **names)
    assert actions(result, [again], (two.fingerprint, "waive")) == ["waive"]
    assert actions(result, [three], (two.fingerprint, "waive")) == [""], "nobody has looked at the third"


def test_words_on_each_pair_are_a_word_on_all(result: Assessment) -> None:
    """Of files from when each pair was a finding; where they differ, or one is missing, nobody has decided."""
    names = {"b": "Xã B", "c": "Xã C"}
    (found,) = told(shared("b", 0, 400), shared("c", 0, 400), **names)
    b, c = (told(shared(path, 0, 400), **names)[0].fingerprint for path in names)
    assert b == fingerprint("R601", None, f"xã B {found.quote}")
    assert actions(result, [found], (b, "waive"), (c, "waive")) == ["waive"]
    assert actions(result, [found], (b, "waive"), (c, "accept")) == [""]
    assert actions(result, [found], (b, "waive")) == [""]
    assert actions(result, [found], (b, "waive"), (c, "waive"), (found.fingerprint, "accept")) == ["accept"]


def test_a_word_that_names_nobody_is_not_for_several_units(result: Assessment) -> None:
    (found,) = told(shared("b", 0, 400), shared("c", 0, 400))
    assert actions(result, [found], (former_fingerprint(found), "waive")) == [""]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_units_are_known_again_by_the_sentence(lang: str) -> None:
    names = {**units(9), "s": "Sở Văn hóa, Thể thao và Du lịch", "x": "Xã Số 01 Mới"}
    (one,) = told(shared("u01", 0, 400), **names)
    (some,) = told(shared("x", 0, 400), shared("s", 0, 400), **names)
    (many,) = told(*(shared(path, 0, 400, share=0.3 if path == "u09" else 0.02) for path in units(9)), **names)
    known = {
        f: [name for name in ("xã Số 01", "xã Số 01 Mới", "Sở Văn hóa, Thể thao và Du lịch", "xã Số 09", "Du lịch") if names_unit(render(f.message, lang), name)]
        for f in (one, some, many)
    }  # fmt: skip
    assert known[one] == ["xã Số 01"]
    assert known[some] == ["xã Số 01 Mới", "Sở Văn hóa, Thể thao và Du lịch"]
    assert known[many] == ["xã Số 01", "xã Số 09"]


def sentence(result: Assessment, found: Finding) -> str:
    return Asked(result, Speech("vi")).sentence(found)


def test_a_letter_counts_the_other_units_and_names_none(result: Assessment) -> None:
    start = next(s.body.start for s in result.outline.sections if len(s.body) > 200)
    end, names = start + 150, {"b": "Xã Bàu Sen", "c": "Xã Cồn Dừa"}

    def said(share: float, *paths: str) -> str:
        (found,) = told(*(shared(path, start, end, share=share if path == "b" else 0.01) for path in paths), **names)
        text = sentence(result, found)
        assert "Bàu Sen" not in text and "Cồn Dừa" not in text
        return re.sub(r"^.*” ", "", text).partition(";")[0]

    assert said(0.02, "b") == "trùng với dự thảo của đơn vị khác"
    assert said(0.3, "b") == "trùng với dự thảo của đơn vị khác, các đoạn trùng chiếm 30% báo cáo"
    assert said(0.9, "b") == "trùng với dự thảo của đơn vị khác, gần như toàn bộ báo cáo"
    assert said(0.02, "b", "c") == "trùng với dự thảo của 2 đơn vị khác"
    assert (
        said(0.3, "b", "c")
        == "trùng với dự thảo của 2 đơn vị khác, trong đó có đơn vị mà các đoạn trùng chiếm 30% báo cáo"
    )
    assert (
        said(0.9, "b", "c") == "trùng với dự thảo của 2 đơn vị khác, trong đó có đơn vị trùng gần như toàn bộ báo cáo"
    )
