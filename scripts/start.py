"""Install into a virtual environment and run: ``start.py demo`` (report on corpus/drafts) or ``start.py test``.

The environment is ``.venv`` beside the project, or the folder that VNREPORT_VENV names. Needs nothing but Python 3.11+.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("VNREPORT_VENV") or ROOT / ".venv")
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(extras: str) -> None:
    if not PYTHON.exists():
        venv.create(HOME, with_pip=True)
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{ROOT}{extras}"], check=True
    )


def main(argv: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - the first thing a user of an older Python must read
        sys.stderr.write("vnreport needs Python 3.11 or newer.\n")
        return 2
    job = argv[0] if argv else "demo"
    if job == "demo":
        install("")
        report = ROOT / "report"
        command = [PYTHON, "-m", "vnreport_nlp", "batch", ROOT / "corpus" / "drafts", "-o", report]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        return 0 if code in (0, 1) and (report / "index.html").is_file() else code or 2
    if job == "test":
        install("[test]")
        return subprocess.run([PYTHON, "-m", "pytest", "-n", "auto", *argv[1:]], cwd=ROOT, check=False).returncode
    sys.stderr.write(f"{__doc__}\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
