"""What the checks of figures find in a text, for their tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import evaluate_cases

from vnreport_nlp.model import Finding


def figure_findings(text: str) -> list[Finding]:
    """The findings about figures in a text."""
    return [f for f in evaluate_cases.findings({"id": "t", "text": text + "\n"}, ("figures",)) if f.rule != "F205"]


def rules(text: str) -> list[str]:
    """Their rules, in order."""
    return sorted(f.rule for f in figure_findings(text))
