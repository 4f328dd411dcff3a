"""The documentation is true: pages from the code are current, examples run, links and menus hold, README keeps its promises."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "scripts"))

import build_docs  # noqa: E402

from vnreport_nlp.cli.main import COMMANDS, run  # noqa: E402
from vnreport_nlp.errors import ReadCode  # noqa: E402
from vnreport_nlp.model import RULES, STATUSES  # noqa: E402

PAGES = sorted(p for p in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"])
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def folded(text: str) -> str:
    """Text without regard to how a version of click breaks lines."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", ["cli", "rules", "python", "json", "checks"])
def test_generated_page_is_current(name: str) -> None:
    written = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert folded(written) == folded(build_docs.pages()[name]), "run scripts/build_docs.py"


def console_blocks() -> list[tuple[str, str, str]]:
    found = []
    for page in PAGES:
        for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
            command, _, expected = block.partition("\n")
            found.append((page.name, command.removeprefix("$ "), expected))
    return found


@pytest.mark.parametrize(("page", "command", "expected"), console_blocks())
def test_console_example(
    page: str,
    command: str,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "corpus" / "drafts", tmp_path / "corpus" / "drafts")
    monkeypatch.chdir(tmp_path)
    program, *args = shlex.split(command)
    assert program == "vnreport"
    assert run(args) in (0, 1)
    pattern = ".*?".join(map(re.escape, expected.strip().split("…")))
    assert re.fullmatch(pattern, capsys.readouterr().out.replace("\\", "/").strip(), re.DOTALL), page


@pytest.mark.parametrize("page", [p for p in PAGES if ">>> " in p.read_text(encoding="utf-8")], ids=lambda p: p.name)
def test_python_example(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_commands_named_in_pages_exist(page: Path) -> None:
    named = set(re.findall(r"`vnreport ([a-z]+)\b", page.read_text(encoding="utf-8")))
    assert named - set(COMMANDS) == set()


def test_readme_has_its_two_commands_each_once() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("    ")] == [
        "    python scripts/start.py demo",
        "    python scripts/start.py test",
    ]


def test_every_code_status_and_rule_is_explained() -> None:
    messages = (DOCS / "messages.md").read_text(encoding="utf-8")
    assert [c for c in get_args(ReadCode) if f"`{c}`" not in messages] == []
    assert [s for s in STATUSES if f"`{s}`" not in (DOCS / "concepts.md").read_text(encoding="utf-8")] == []
    assert [r for r in RULES if r not in (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")] == []


def test_every_read_warning_is_explained() -> None:
    messages = (DOCS / "messages.md").read_text(encoding="utf-8")
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "vnreport_nlp" / "readers").glob("*.py"))
    codes = set(re.findall(r"(?:\.warn|ReadWarning)\(\"([a-z_]+)\"", source))
    assert len(codes) > 8
    assert {c for c in codes if f"`{c}`" not in messages} == set()


def test_every_setting_is_documented() -> None:
    from vnreport_nlp.cli.settings import Settings

    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    assert [k for k in Settings.__dataclass_fields__ if k != "source" and f"`{k}`" not in page] == []


def test_template_keys_are_documented() -> None:
    from vnreport_nlp.template.load import RequirementFile, TemplateFile

    page = (DOCS / "howto" / "template.md").read_text(encoding="utf-8")
    keys = [*RequirementFile.model_fields, "indicators", "formulas"]
    assert set(TemplateFile.model_fields) == {"id", "title", "requirements", "indicators", "formulas"}
    assert [k for k in keys if f"`{k}`" not in page] == []


def test_template_example_is_valid() -> None:
    from vnreport_nlp.template.load import parse_template

    text = (DOCS / "howto" / "template.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert len(parse_template(text, "template.md").requirements) == 4


def test_settings_example_is_valid(tmp_path: Path) -> None:
    from vnreport_nlp.cli.settings import read_settings

    text = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    (tmp_path / "vnreport.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path / "vnreport.toml").severity == {"S103": "note"}


@pytest.mark.slow
def test_site_builds_with_warnings_as_errors(tmp_path: Path) -> None:
    pytest.importorskip("material")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "vi" / "index.html").is_file()


def test_what_the_quick_guide_quotes_is_what_the_tool_says() -> None:
    read_po = pytest.importorskip("babel.messages.pofile").read_po

    with (DOCS.parent / "vnreport_nlp/data/locale/en/LC_MESSAGES/vnreport.po").open("rb") as stream:
        said = [re.sub(r"\{\w+\}", "…", str(m.id)) for m in read_po(stream) if m.id]
    page = (DOCS / "vi" / "index.md").read_text(encoding="utf-8").partition("## 6.")[2]
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| “")]
    quoted = [quote for row in rows for quote in re.findall("“([^”]+)”", row)]
    assert len(quoted) >= 9
    patterns = [".*".join(map(re.escape, re.split(r" ?… ?", quote))) for quote in quoted]
    unsaid = [q for q, p in zip(quoted, patterns, strict=True) if not any(re.search(p, s, re.DOTALL) for s in said)]
    assert unsaid == []


def test_the_page_of_formats_counts_the_word_drafts_of_the_corpus() -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    table = page.partition("<!-- formats -->")[2].partition("<!-- /formats -->")[0]
    there = len(list((DOCS.parent / "corpus").glob("*/*.docx")))
    assert {int(n) for n in re.findall(r"^\| (?:doc|odt|rtf|pdf|html|txt) \| (\d+) \|", table, re.MULTILINE)} == {there}
