"""Our numbers against LibreOffice's on generated multi-level files, and one document in every format it writes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from docx_made import abstract, docx, lvl, num, p, shared, style, styles

from vnreport_nlp.readers import read_bytes
from vnreport_nlp.readers.docx import read_docx
from vnreport_nlp.readers.options import ReadOptions
from vnreport_nlp.readers.soffice import convert_files, find_soffice

pytestmark = [pytest.mark.soffice, pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not here")]

FILES = 100
PARAGRAPHS = 40
LEVELS = 5
FORMATS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimalZero")
SHAPES = ("{}.", "{})", "({})", "{}-", "Mục {}.", "{} ")


def random_levels(rng: random.Random, links: dict[int, str]) -> list[str]:
    """Levels whose texts show themselves, and sometimes the levels above."""
    made = []
    for level in range(LEVELS):
        first = rng.randint(0, level)
        places = ".".join(f"%{i + 1}" for i in range(first, level + 1))
        more = f'<w:pStyle w:val="{links[level]}"/>' if level in links else ""
        start = rng.choice((1, 1, 1, 2, 5))
        made.append(lvl(level, rng.choice(FORMATS), rng.choice(SHAPES).format(places), start=start, more=more))
    return made


def random_file(seed: int) -> bytes:
    rng = random.Random(seed)
    lists, instances, numbering, key = rng.randint(1, 3), [], "", 0
    links = {level: f"S{level}" for level in range(LEVELS)} if rng.random() < 0.4 else {}
    part = styles(
        style("Normal", "Normal", more='w:default="1"'),
        *(
            style(name, f"Muc {level}", ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
            for level, name in links.items()
        ),
    )
    for index in range(lists):
        numbering += abstract(index, *random_levels(rng, links if index == 0 else {}))
    nums = ""
    for index in range(lists):
        for _ in range(rng.randint(1, 2)):
            key += 1
            nums += num(key, index)
            instances.append(key)
    body = ""
    for number in range(PARAGRAPHS):
        level = rng.randrange(LEVELS)
        if rng.random() < 0.15:
            body += p(f"§{number}")
        elif links and rng.random() < 0.5:
            body += p(f"§{number}", style=links[level])
        else:
            body += p(f"§{number}", num=(rng.choice(instances), level))
    return docx(body, numbering=numbering + nums, style_part=part)


def labels(text: str) -> list[str]:
    found = [""] * PARAGRAPHS
    for line in text.replace("\ufeff", "").split("\n"):
        label, mark, rest = line.partition("§")
        if mark:
            found[int(rest)] = " ".join(label.split())
    return found


def test_numbers_equal_those_of_libreoffice(tmp_path: Path) -> None:
    sources = []
    for seed in range(FILES):
        source = tmp_path / f"n{seed}.docx"
        source.write_bytes(random_file(seed))
        sources.append(source)
    made = convert_files(sources, tmp_path / "out", path="numbers", target="txt", seconds=300)
    assert len(made) == FILES
    wrong = {}
    for seed, (source, text) in enumerate(zip(sources, made, strict=True)):
        ours = labels(read_docx(source.read_bytes(), source.name, ReadOptions()).text)
        theirs = labels(text.read_text(encoding="utf-8"))
        if ours != theirs:
            wrong[seed] = [(i, a, b) for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b][:3]
    assert not wrong


@pytest.mark.parametrize("target", ["odt", "rtf", "doc", "html"])
def test_one_document_in_every_format(target: str, tmp_path: Path) -> None:
    folder = shared()
    if folder is None or not (folder / "made").is_dir():
        pytest.skip("shared/made is not here")
    names = ["01_hand_bold", "02a_autonum_direct", "09_tcvn3_vntime"]
    if target == "html":  # HTML lists show one level: "3.1." becomes "1."
        names.remove("02a_autonum_direct")
    sources = [folder / "made" / f"{name}.docx" for name in names]
    made = convert_files(sources, tmp_path, path=target, target=target)
    assert len(made) == len(names)
    for source, other in zip(sources, made, strict=True):
        first, second = (read_bytes(f.read_bytes(), f.name) for f in (source, other))
        assert second.format == target
        theirs, ours = second.text.split("\n"), first.text.split("\n")
        if (
            target == "doc" and "Nơi nhận:" in ours
        ):  # LibreOffice writes a table at the very end of a .doc as paragraphs
            ours, theirs = ours[: ours.index("Nơi nhận:")], theirs[: theirs.index("Nơi nhận:")]
        assert ours == theirs
