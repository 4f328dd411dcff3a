"""Wheel and source archive: everything is inside, nothing else is, and the wheel works outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("build")
pytest.importorskip("hatchling")
pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
DATA = "vnreport_nlp/data/"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both archives, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked by pip into a folder of its own."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(target), str(next(dist.glob("*.whl")))], check=True, timeout=300)
    return target


def vnreport(installed: Path, cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "vnreport_nlp", *args]
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )


def test_wheel_holds_what_the_program_needs(dist: Path) -> None:
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    parts = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "vnreport_nlp").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert parts - names == set()
    templates = {f"{DATA}templates/{p.name}" for p in (ROOT / "corpus" / "templates").glob("*.yaml")}
    model = {f"{DATA}models/section/{p.name}" for p in (ROOT / "models" / "section").iterdir()}
    assert (templates | model) - names == set()
    assert {n.split("/")[0].split("-")[0] for n in names} == {"vnreport_nlp"}


def test_source_archive_can_be_built_from(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {n.partition("/")[2] for n in archive.getnames()}
    wanted = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "scripts/start.py",
        "tests/conftest.py",
        "docs/index.md",
        "mkdocs.yml",
    }
    assert wanted - names == set()
    assert not any(n.startswith((".ci", ".git/", ".venv")) for n in names)


def test_installed_wheel_works_elsewhere(installed: Path, tmp_path: Path) -> None:
    told = vnreport(installed, tmp_path, "template", "list")
    assert told.returncode == 0, told.stderr
    assert "xdd-2020-2025" in told.stdout
    draft = tmp_path / "Dự thảo của xã.md"
    draft.write_bytes((ROOT / "corpus" / "drafts" / "huyen-nam-khuong.txt").read_bytes())
    checked = vnreport(installed, tmp_path, "--lang", "en", "check", draft.name)
    assert checked.returncode == 1, checked.stderr
    assert "empty-section" in checked.stdout
    assert "requirements met" in checked.stdout
    done = vnreport(installed, tmp_path, "batch", draft.name, "-o", "Kết quả", "-q", "--workers", "1")
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "Kết quả" / "index.html").is_file()
    where = "import vnreport_nlp, sys; sys.stdout.write(vnreport_nlp.__file__)"
    env = {**os.environ, "PYTHONPATH": str(installed)}
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    ).stdout
    assert Path(found).is_relative_to(installed)
