"""SARIF: shape, places, suppressions, no machine path."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cohorts

from vnreport_nlp.exporters.sarif import export, sarif_object
from vnreport_nlp.model import Decision, Unreadable, msg


def test_shape_and_places() -> None:
    result = cohorts.assessed(cohorts.draft("Xã A", 1, drop=["IV.3"], hollow=["II.4"]), "du-thao/bản 1.md")
    log = sarif_object(
        [result, Unreadable("/nhà/b.pdf", "empty", msg("Tệp rỗng."), msg("Gửi lại."))], cohorts.template()
    )
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = [r["id"] for r in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(result.findings) + 1
    for item in run["results"]:
        assert rules[item["ruleIndex"]] == item["ruleId"]
        assert item["level"] in ("error", "warning", "note") and item["message"]["text"]
        where = item["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]
    empty = next(r for r in run["results"] if r["ruleId"] == "S102")
    assert empty["locations"][0]["physicalLocation"]["region"]["startLine"] > 1
    missing = next(r for r in run["results"] if r["ruleId"] == "S101")
    assert "region" not in missing["locations"][0]["physicalLocation"] and len(missing["relatedLocations"]) == 3
    assert {a["location"]["uri"] for a in run["artifacts"]} == {"du-thao/b%E1%BA%A3n%201.md", "b.pdf"}


def test_waived_findings_are_suppressed(tmp_path: Path) -> None:
    result = cohorts.assessed(cohorts.draft("Xã A", 1, drop=["IV.3"]), "a.md")
    waived = tuple(
        replace(f, decision=Decision("Xã A", f.fingerprint, "waive", "đã có phụ lục")) for f in result.findings
    )
    export([replace(result, findings=waived)], cohorts.template(), tmp_path / "a.sarif")
    log = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))
    assert all(r["suppressions"][0]["justification"] == "đã có phụ lục" for r in log["runs"][0]["results"])
