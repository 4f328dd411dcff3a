"""Decisions in words: what a letter of confirmed findings opens with, what is said of a waiver without a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cohorts
import openpyxl
import pytest
from test_decision_book import UNIT, WAIVE, cohort_with, edited, told

from vnreport_nlp.cli.main import run as run_command
from vnreport_nlp.decisions import apply, read_decisions, write_decisions
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters import letters, xlsx
from vnreport_nlp.model import Assessment, Decision


def test_a_confirmed_letter_without_sections_to_add_asks_for_no_additions(tmp_path: Path) -> None:
    text = cohorts.draft(UNIT, 4, thin=["II.7"]) + "\nTrong kỳ có 15/13 chi bộ đạt tiêu chuẩn.\n"
    found = cohorts.assessed(text, "a.md")
    thin, figure = (next(f for f in found.findings if f.rule == rule) for rule in ("S103", "F202"))

    def opening(*accepted: str) -> str:
        cohort = cohorts.cohort_of({UNIT: apply(found, [Decision(UNIT, a, "accept") for a in accepted])})
        letters.export(cohort, tmp_path, confirmed=True)
        return next(line for line in told(tmp_path).split("\n") if line.startswith("Qua thẩm định"))

    assert "đề nghị đơn vị rà soát, chỉnh sửa một số điểm sau" in opening(figure.fingerprint)
    assert "đề nghị đơn vị bổ sung, hoàn thiện các nội dung sau" in opening(figure.fingerprint, thin.fingerprint)


def test_a_missing_reason_is_told_beside_other_faults(tmp_path: Path) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(2, columns["Ý kiến"]).value = WAIVE
        sheet.cell(3, columns["Ý kiến"]).value = "để sau"

    found = cohorts.assessed(cohorts.draft(UNIT, 4, drop=["IV.3"], hollow=["II.4"]), "a.md")
    xlsx.export(cohort_with(found), tmp_path / "matrix.xlsx")
    with pytest.raises(UsageError) as caught:
        read_decisions(edited(tmp_path / "matrix.xlsx", change))
    assert (
        str(caught.value)
        .partition(" có ")[2]
        .startswith("1 ô ý kiến không hiểu được: H3 “để sau”; 1 ý kiến bỏ qua chưa ghi lý do, ở ô: I2")
    )


def test_two_files_that_nobody_signed_are_two_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, action in (("an", "waive"), ("binh", "accept")):
        write_decisions([Decision(UNIT, "0123456789abcdef", action, "đã rõ")], tmp_path / f"{name}.json")  # type: ignore[arg-type]
    out = tmp_path / "all.json"
    assert (
        run_command(["decisions", "merge", str(tmp_path / "an.json"), str(tmp_path / "binh.json"), "-o", str(out)]) == 1
    )
    said = capsys.readouterr().out
    assert "an.json: “Bỏ qua" in said and "binh.json: “Đúng" in said
    assert all(d.name in ("an.json", "binh.json") for d in read_decisions(out))


def test_what_a_reviewer_finds_no_fault_in_is_met_and_counted() -> None:
    """Only what is surely not there is excused; a doubt that the reviewer has settled is none any more."""
    text = cohorts.draft(UNIT, 4, drop=["IV.3"], hollow=["II.4"], thin=["II.7"])
    found = cohorts.assessed(text, "a.md")
    before = {v.requirement: v.status for v in found.verdicts}
    assert (before["IV.3"], before["II.4"], before["II.7"]) == ("missing", "empty", "thin")

    def doubting(*numbers: str) -> Assessment:
        return replace(found, verdicts=tuple(replace(v, review=v.requirement in numbers) for v in found.verdicts))

    wanted = ("IV.3", "II.4", "II.7")
    given = [Decision(UNIT, f.fingerprint, "waive", "đủ rồi", "An") for f in found.findings if f.requirement in wanted]
    for result, left_out in ((doubting(), {"IV.3", "II.4"}), (doubting("IV.3", "II.7"), {"II.4"})):
        done = apply(result, given)
        assert isinstance(done, Assessment)
        for number in wanted:
            verdict = done.verdict(number)
            assert verdict.status == ("excused" if number in left_out else "covered"), number
        assert not done.verdict("II.7").review and "Đạt theo ý kiến của An: đủ rồi" in str(done.verdict("II.7").why)
        assert done.coverage.counted == found.coverage.counted - len(left_out)
