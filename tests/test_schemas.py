"""What the commands print obeys the JSON Schemas that ship, and the schemas are what the script writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

jsonschema = pytest.importorskip("jsonschema")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import build_schemas  # noqa: E402

from vnreport_nlp.cli.main import run  # noqa: E402
from vnreport_nlp.resources import data_path, template_files  # noqa: E402

LEFT, RIGHT = "corpus/drafts/xa-khe-ngang.md", "corpus/drafts/xa-vinh-luong-thuong.txt"


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data_path("schemas", name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def obeys(data: object, name: str) -> None:
    errors = list(jsonschema.Draft202012Validator(schema(name)).iter_errors(data))
    assert errors == [], "\n".join(f"{e.json_path}: {e.message[:200]}" for e in errors[:5])


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    run(list(args))
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_schemas_are_what_the_script_writes() -> None:
    assert build_schemas.main(["--check"]) == 0


def test_check(here: None, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04")
    data = printed(capsys, "check", LEFT, "corpus/drafts/huyen-suoi-lenh.docx", str(broken), "--format", "json")
    assert [d["readable"] for d in data["drafts"]] == [True, True, False]
    obeys(data, "check.json")


def test_outline(here: None, capsys: pytest.CaptureFixture[str]) -> None:
    obeys(printed(capsys, "outline", "corpus/drafts/huyen-suoi-lenh.docx", "--format", "json"), "outline.json")


def test_compare(here: None, capsys: pytest.CaptureFixture[str]) -> None:
    obeys(printed(capsys, "compare", LEFT, RIGHT, "--format", "json"), "compare.json")


def test_batch_with_previous_and_decisions(here: None, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(["batch", LEFT, RIGHT, "corpus/drafts/huyen-nam-khuong.txt", "-o", str(tmp_path / "a"), "-q", "--workers", "1"])
    first = json.loads((tmp_path / "a" / "results.json").read_text(encoding="utf-8"))
    obeys(first, "batch.json")
    finding = next((f for d in first["drafts"] for f in d["findings"]), None)
    assert finding is not None
    decisions = {
        "schema": "vnreport.decisions/1",
        "decisions": [{"unit": "", "fingerprint": finding["fingerprint"], "action": "waive", "reason": "thử"}],
    }
    obeys(decisions, "decisions.json")
    (tmp_path / "d.json").write_text(json.dumps(decisions), encoding="utf-8")
    run(
        ["batch", LEFT, RIGHT, "corpus/drafts/huyen-nam-khuong.txt", "-o", str(tmp_path / "b"), "-q", "--workers", "1",
         "--previous", str(tmp_path / "a"), "--decisions", str(tmp_path / "d.json")]
    )  # fmt: skip
    second = json.loads((tmp_path / "b" / "results.json").read_text(encoding="utf-8"))
    assert "revisions" in second
    assert any(f["waived"] for d in second["drafts"] for f in d["findings"])
    obeys(second, "batch.json")


def test_merged_decisions(tmp_path: Path) -> None:
    one = {
        "schema": "vnreport.decisions/1",
        "decisions": [{"unit": "Xã A", "fingerprint": "0123456789abcdef", "action": "accept"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(one), encoding="utf-8")
    run(["decisions", "merge", str(tmp_path / "a.json"), "-o", str(tmp_path / "out.json")])
    obeys(json.loads((tmp_path / "out.json").read_text(encoding="utf-8")), "decisions.json")


@pytest.mark.parametrize("name", template_files())
def test_bundled_templates(name: str) -> None:
    """YAML scalars are strings to us; an editor sees numbers and booleans, so read it as an editor does."""
    import yaml

    obeys(yaml.safe_load(template_files()[name].read_text(encoding="utf-8")), "template.json")
