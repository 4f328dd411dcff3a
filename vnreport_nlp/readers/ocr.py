"""Scanned pages by the ``tesseract`` program with its Vietnamese data, when both are on the machine."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .pdf_letters import Font, Glyph, TextLine
from .programs import run_program

DPI = 300
LANGUAGE = "vie"
MAX_PIXELS = 60_000_000
POOR = 0.6
"""Confidence below which a page may lie on its side or head: letters that stand have 0.8 and more, turned ones up to 0.5."""
GAIN = 0.15
"""What another turn of the page must be surer by."""
LYING = 0.5
"""What lines that run up or down the page take from its confidence."""
WORD = 4
"""Letters from which a word is wider than it is high."""
TURNS = (90, 270, 180)
"""Degrees clockwise, the commonest first: tables across the page are scanned on their side."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Lines of one scanned page; ``confidence`` in [0, 1] is tesseract's own, ``turn`` in degrees what set it upright.

    ``lying``: its lines run up or down the page. Tesseract reads such lines, and their places are no places of lines.
    """

    lines: list[TextLine]
    confidence: float
    turn: int = 0
    lying: bool = False

    @property
    def sure(self) -> float:
        """Confidence that the page is read as it stands."""
        return self.confidence - LYING * self.lying


@lru_cache(maxsize=1)
def tesseract() -> str | None:
    """Path of a tesseract that knows Vietnamese, None without one."""
    places = [shutil.which("tesseract"), *(str(Path(p) / "Tesseract-OCR" / "tesseract.exe") for p in _program_files())]
    for program in filter(None, places):
        if not Path(program).is_file():
            continue
        try:
            done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if LANGUAGE in (done.stdout + done.stderr).decode("utf-8", "replace").split():
            return program
    return None


def _program_files() -> list[str]:
    return [os.environ[k] for k in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA") if k in os.environ]


def recognise(page: Any, number: int, *, seconds: float) -> Recognised | None:
    """Read one page's picture, turned where it lies; None when tesseract fails or takes too long."""
    program = tesseract()
    if program is None:
        return None
    best = _recognised(program, page, number, 0, seconds)
    if best is None or best.sure >= POOR or not best.lines:
        return best
    for turn in TURNS:
        other = _recognised(program, page, number, turn, seconds)
        if other is not None and other.lines and other.sure >= best.sure + GAIN:
            best = other
        if best.sure >= POOR + GAIN:
            break
    return best


def _recognised(program: str, page: Any, number: int, turn: int, seconds: float) -> Recognised | None:
    width, height = page.get_size()
    scale = min(DPI / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, rotation=turn)
    try:
        image = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + _rows(bitmap)
    finally:
        bitmap.close()
    try:
        code, said = run_program(
            [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(round(72 * scale)), "tsv"],
            seconds=seconds, given=image, heard=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    if code:
        return None
    return _lines(said.decode("utf-8", "replace"), number, scale, width if turn % 180 else height, turn)


def _rows(bitmap: Any) -> bytes:
    """Grey values without the padding of each row."""
    data, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    if stride == width:
        return data
    return b"".join(data[row * stride : row * stride + width] for row in range(bitmap.height))


def _lines(table: str, number: int, scale: float, height: float, turn: int) -> Recognised:
    """Lines from tesseract's table of words; the size of a line is guessed from the width of its letters."""
    words: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    confidences: list[tuple[float, int]] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") != "5" or not (row.get("text") or "").strip():
            continue
        words.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
        confidences.append((max(0.0, float(row["conf"])), len(row["text"])))
    lines = [_line(group, number, scale, height) for group in words.values()]
    total = sum(n for _, n in confidences)
    high = [int(w["height"]) > int(w["width"]) for group in words.values() for w in group if len(w["text"]) >= WORD]
    lying = 2 * sum(high) > len(high)
    return Recognised(lines, sum(c * n for c, n in confidences) / total / 100 if total else 0.0, turn, lying)


def _line(words: list[dict[str, str]], number: int, scale: float, height: float) -> TextLine:
    length = sum(len(w["text"]) + 1 for w in words) - 1
    boxes = [
        (
            int(w["left"]) / scale,
            (int(w["left"]) + int(w["width"])) / scale,
            int(w["top"]) / scale,
            int(w["height"]) / scale,
        )
        for w in words
    ]
    size = round(2.1 * (boxes[-1][1] - boxes[0][0]) / max(1, length), 1) if length > 30 else 0.0
    base = height - max(top + tall for _, _, top, tall in boxes)
    font = Font("", size, False, False, None)
    glyphs: list[Glyph] = []
    for word, (left, right, _, _) in zip(words, boxes, strict=True):
        if glyphs:
            glyphs.append(Glyph(" ", len(glyphs), left, left, base, font))
        step = (right - left) / len(word["text"])
        glyphs += [
            Glyph(c, len(glyphs) + i, left + i * step, left + (i + 1) * step, base, font)
            for i, c in enumerate(word["text"])
        ]
    return TextLine(number, glyphs, size, base)
