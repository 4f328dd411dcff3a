"""A stranger's package: installed into a folder of its own, listed by doctor, used, and gone when the folder is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("hatchling")
ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "vnreport_example"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, installed without network."""
    folder = tmp_path_factory.mktemp("stranger")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--target", str(folder), str(EXAMPLE)], check=True, timeout=300)
    return folder


def vnreport(*args: str, path: tuple[Path, ...] = (), cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(str(p) for p in (ROOT, *path)), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "vnreport_nlp", *args]
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )


def python(code: str, path: Path) -> str:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(path))), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_doctor_lists_names_and_owner(target: Path) -> None:
    told = vnreport("doctor", path=(target,)).stdout
    for group, name in (
        ("Đọc được các dạng tệp", "vnx"),
        ("Các nhóm kiểm tra", "exclamation"),
        ("Các dạng kết quả", "statuses"),
    ):
        line = next(line for line in told.splitlines() if line.startswith(f"✓ {group}:"))
        assert name in line
        assert "vnreport-example" in line
    assert "vnreport-example" not in vnreport("doctor").stdout


def test_check_runs_in_check_and_batch(target: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    text = (ROOT / "corpus" / "drafts" / "xa-khe-ngang.md").read_text(encoding="utf-8")
    first = text.index("\n\n", text.index("ĐẶC ĐIỂM, TÌNH HÌNH") + 40)
    draft.write_text(text[:first] + "\n\nXã ta đã tiến một bước dài!" + text[first:], encoding="utf-8")
    done = vnreport("check", str(draft), "--format", "json", path=(target,))
    found = [f for f in json.loads(done.stdout)["drafts"][0]["findings"] if f["rule"] == "X901"]
    assert [f["quote"] for f in found] == ["Xã ta đã tiến một bước dài!"]
    sarif = json.loads(vnreport("check", str(draft), "--format", "sarif", path=(target,)).stdout)
    assert "X901" in [r["ruleId"] for r in sarif["runs"][0]["results"]]
    done = vnreport("batch", str(draft), "-o", str(tmp_path / "report"), "--workers", "1", path=(target,))
    assert done.returncode in (0, 1), done.stderr
    results = (tmp_path / "report" / "results.json").read_text(encoding="utf-8")
    assert '"X901"' in results
    assert "X901" in next((tmp_path / "report" / "units").glob("*.html")).read_text(encoding="utf-8")
    assert "X901" not in vnreport("check", str(draft), "--format", "json").stdout


@pytest.fixture
def shouting(tmp_path: Path) -> Path:
    """A folder with a draft that the stranger's check finds fault with."""
    text = (ROOT / "corpus" / "drafts" / "xa-khe-ngang.md").read_text(encoding="utf-8")
    first = text.index("\n\n", text.index("ĐẶC ĐIỂM, TÌNH HÌNH") + 40)
    (tmp_path / "draft.md").write_text(
        text[:first] + "\n\nXã ta đã tiến một bước dài!" + text[first:], encoding="utf-8"
    )
    return tmp_path


def levels(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode in (0, 1), done.stderr
    (draft,) = json.loads(done.stdout)["drafts"]
    return [f["severity"] for f in draft["findings"] if f["rule"] == "X901"]


@pytest.mark.parametrize(
    ("options", "settings", "wanted"),
    [
        ((), "", ["note"]),
        (("--ignore", "X901"), "", []),
        (("--ignore", "X"), "", []),
        (("--select", "S"), "", []),
        (("--select", "X901"), "", ["note"]),
        ((), 'ignore = ["X901"]', []),
        ((), '[severity]\nX901 = "error"', ["error"]),
    ],
)
def test_a_strangers_rule_obeys_select_ignore_and_severity(
    target: Path, shouting: Path, options: tuple[str, ...], settings: str, wanted: list[str]
) -> None:
    (shouting / "vnreport.toml").write_text(settings + "\n", encoding="utf-8")
    done = vnreport("check", "draft.md", "--format", "json", *options, path=(target,), cwd=shouting)
    assert levels(done) == wanted


def test_a_rule_that_nobody_has_is_still_a_mistake(target: Path, shouting: Path) -> None:
    assert vnreport("check", "draft.md", "--ignore", "S999", path=(target,), cwd=shouting).returncode == 2
    assert vnreport("check", "draft.md", "--ignore", "X901", cwd=shouting).returncode == 2


def test_a_strangers_reader_is_chosen_by_content(target: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("%vnx\n@I. ĐẶC ĐIỂM, TÌNH HÌNH\nXã có chín thôn.\n", encoding="utf-8")
    seen = json.loads(vnreport("outline", "a.docx", "--format", "json", path=(target,), cwd=tmp_path).stdout)
    assert [(s["number"], s["location"]["line"]) for s in seen["sections"]] == [("I", 2)]
    without = json.loads(vnreport("outline", "a.docx", "--format", "json", cwd=tmp_path).stdout)
    assert [s["title"] for s in without["sections"]] != [s["title"] for s in seen["sections"]]


def test_a_strangers_exporter_is_reached_from_the_command_line(target: Path, shouting: Path) -> None:
    done = vnreport("check", "draft.md", "--format", "statuses", "-o", "out.tsv", path=(target,), cwd=shouting)
    assert done.returncode in (0, 1), done.stderr
    rows = [line.split("\t") for line in (shouting / "out.tsv").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 41 and rows[0][1:] == ["I", "covered"]
    assert vnreport("check", "draft.md", "--format", "statuses", path=(target,), cwd=shouting).returncode == 2
    assert vnreport("check", "draft.md", "--format", "statuses", "-o", "out.tsv", cwd=shouting).returncode == 2


def test_a_batch_is_not_fooled_by_what_was_kept_before_the_package_came(target: Path, shouting: Path) -> None:
    batch = ("batch", "draft.md", "-o", "report", "--workers", "1")
    for path, wanted in (((), False), ((target,), True), ((), False)):
        vnreport(*batch, path=path, cwd=shouting)
        assert ('"X901"' in (shouting / "report" / "results.json").read_text(encoding="utf-8")) is wanted


def test_reader_and_exporter_are_called_by_name(target: Path, tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from vnreport_nlp import assess, load_template, outline
from vnreport_nlp.plugins import load
from vnreport_nlp.readers import ReadOptions
document = load("readers", "vnx")("@I. ĐẶC ĐIỂM, TÌNH HÌNH\\nXã có chín thôn.\\n".encode(), "a.vnx", ReadOptions())
print(document.format, document.paragraphs[0].level, document.locate(document.text.index("Xã")).line)
template = load_template()
result = assess(outline(document), template)
from vnreport_nlp import read
result = assess(read("corpus/drafts/xa-khe-ngang.md"), template)
target = Path({str(tmp_path)!r}) / "statuses.tsv"
load("exporters", "statuses")([result], template, target)
"""
    assert python(code, target).split() == ["vnx", "1", "2"]
    lines = (tmp_path / "statuses.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t")[1:] == ["I", "covered"]


def test_two_owners_of_one_name_are_an_error_that_names_both(target: Path, tmp_path: Path) -> None:
    rival = tmp_path / "rival-1.0.dist-info"
    rival.mkdir()
    (rival / "METADATA").write_text("Metadata-Version: 2.1\nName: rival\nVersion: 1.0\n", encoding="utf-8")
    (rival / "entry_points.txt").write_text("[vnreport.checks]\nexclamation = rival:check\n", encoding="utf-8")
    done = vnreport("check", "corpus/drafts/xa-khe-ngang.md", path=(target, tmp_path))
    assert done.returncode == 2
    assert "vnreport-example" in done.stderr
    assert "rival" in done.stderr


def test_a_strangers_rule_is_explained(target: Path) -> None:
    assert vnreport("explain", "x901", path=(target,)).stdout.startswith("X901 Dấu chấm than")
    assert vnreport("--lang", "en", "explain", "X901", path=(target,)).stdout.startswith("X901 Exclamation mark")
    assert "vnreport-example" in vnreport("explain", path=(target,)).stdout
    assert vnreport("explain", "X901").returncode == 2


def test_a_strangers_exporter_writes_of_a_batch(target: Path, tmp_path: Path) -> None:
    drafts = [str(ROOT / "corpus" / "drafts" / name) for name in ("xa-khe-ngang.md", "huyen-suoi-lenh.docx")]
    batch = ("batch", *drafts, "-o", str(tmp_path / "report"), "--workers", "1", "-q", "--export", "statuses")
    done = vnreport(*batch, path=(target,))
    assert done.returncode in (0, 1), done.stderr
    lines = (tmp_path / "report" / "export" / "statuses").read_text(encoding="utf-8").splitlines()
    results = json.loads((tmp_path / "report" / "results.json").read_text(encoding="utf-8"))
    assert len(lines) == sum(len(d["requirements"]) for d in results["drafts"])
    for more, wanted in (((), 2), (("--anonymise",), 2)):
        refused = vnreport(*batch, *more, path=(target,) if more else ())
        assert refused.returncode == wanted
        assert "Traceback" not in refused.stderr
