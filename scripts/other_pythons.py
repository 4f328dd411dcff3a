"""Install the wheel in a fresh environment of every other supported Python that is here, outside the checkout, and run the main job.

``other_pythons.py``: the findings of a few corpus drafts must be the same, line by line, as with this Python. A version that
is not here is said and passed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUPPORTED = ("3.11", "3.12", "3.13")
DRAFTS = ("huyen-suoi-lenh.docx", "huyen-nam-khuong.txt", "xa-khe-ngang.md")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A command with nothing of the checkout on its path."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")} | {"PYTHONUTF8": "1"}
    return subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, check=False, timeout=900)


def interpreter(version: str) -> Path | None:
    """An interpreter of this version: on the path, or kept by pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python{version}"), *sorted(kept.glob(f"{version}.*/bin/python"), reverse=True)]
    for path in filter(None, found):
        told = run(path, "--version", cwd=ROOT)
        if told.returncode == 0 and told.stdout.decode().startswith(f"Python {version}."):
            return Path(path)
    return None


def findings(python: Path, folder: Path) -> list[str]:
    """What ``check`` says of the drafts, as lines of JSON; signatures name the Python as well and are left out."""
    done = run(python, "-m", "vnreport_nlp", "check", *DRAFTS, "--format", "json", cwd=folder)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{python}: {done.stderr.decode()}")
    return [line for line in done.stdout.decode().splitlines() if '"signature"' not in line]


def main() -> int:
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=ROOT)
        if built.returncode:
            raise SystemExit(built.stderr.decode())
        wheel = next(folder.glob("*.whl"))
        for draft in DRAFTS:
            shutil.copy(ROOT / "corpus" / "drafts" / draft, folder)
        wanted = findings(Path(sys.executable), folder)
        for version in SUPPORTED:
            base = interpreter(version) if version != own else None
            if base is None:
                print(f"Python {version}: " + ("this one" if version == own else "not here"))
                continue
            place = folder / version
            run(base, "-m", "venv", place, cwd=folder)
            python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
            done = run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=folder)
            if done.returncode:
                raise SystemExit(f"Python {version}: {done.stderr.decode()}")
            if findings(python, folder) != wanted:
                raise SystemExit(f"Python {version}: other findings")
            print(f"Python {version}: the same findings from the wheel")
    return 0


if __name__ == "__main__":
    sys.exit(main())
