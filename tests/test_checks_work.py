"""The checks' work grows with the text, not with its square: lists of figures without end are left alone."""

from __future__ import annotations

import random
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import evaluate_cases  # noqa: E402

from vnreport_nlp.readers import read_bytes  # noqa: E402

FAMILIES = ("figures", "citations", "periods", "units", "wording", "form")
BOUND = 5.0
"""Seconds of processor time; the slowest takes a tenth of it on an idle machine."""
PIECES = (
    "12, ", "1.234; ", "(12 ", "12) ", "trong đó 12, ", "lần lượt là 12, ", "từ 12 xuống 11, ", "12/13 ", "12,5% ", "12 nữ, ", "a, ", "ngày ",
    "2020 - 2025 ", "Đảng bộ xã ", "các ", "số 45-KH/HU ",
)  # fmt: skip


def spent(text: str) -> dict[str, float]:
    made = evaluate_cases.context(read_bytes(f"Mở đầu.\n\n{text}".encode(), "draft.md"))
    out = {}
    for name in FAMILIES:
        start = time.process_time()
        list(import_module(f"vnreport_nlp.checks.{name}").check(made))
        out[name] = time.process_time() - start
    return out


@pytest.mark.parametrize("piece", PIECES)
def test_one_sentence_without_end(piece: str) -> None:
    assert max(spent(piece * (6000 // len(piece))).values()) < BOUND


def test_an_annex_of_like_sentences() -> None:
    rng = random.Random(1)
    lines = (
        f"Năm 2024, xã thứ {i} kết nạp {rng.randrange(1000, 9999)} đảng viên, có {rng.randrange(1000, 9999)} hộ."
        for i in range(2000)
    )
    assert max(spent("\n\n".join(lines)).values()) < 2 * BOUND
