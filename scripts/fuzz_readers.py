"""Mutated drafts against the readers: nothing but ReadError may come out, quickly, and what is read must be whole.

``fuzz_readers.py [--seed N] [--inputs N] [--kind KIND …]``: seeds are small drafts of each kind made from the corpus;
each input has a few bytes, tags, attributes or parts cut, doubled, exchanged or spoiled. A success is checked: paragraphs
lie in order inside the text, every place can be traced, the outline can be found. Exit code 1 names the first input of
each kind of accident, to be made again from its number. ``tests/test_fuzz.py`` runs a sample in CI.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
from vnreport_nlp.errors import ReadError  # noqa: E402
from vnreport_nlp.model import Document  # noqa: E402
from vnreport_nlp.outline import outline  # noqa: E402
from vnreport_nlp.readers import ReadOptions, read_bytes  # noqa: E402

SLOW = 2.0
"""Seconds after which one small input counts as hanging."""
SIZE = 1000
"""Characters of corpus text in one seed: small inputs reach more of the code in the same time."""
EXPECTED = ("BadZipFile", "PdfiumError", "XMLSyntaxError", "UnicodeDecodeError", "error")
"""Errors of libraries that a reader turns into ReadError on purpose; others inside a ReadError are accidents; ``error`` is zlib's."""
TOKENS = [
    b"<sup>1</sup>", b"[^1]:", b"**", b"|", b"\r", b"\f", b"\0", b"\xff\xfe", b"#", b"\\", b"<", b"{\\rtf1", b"PK\x03\x04", b"%PDF-",
    b"\xd0\xcf\x11\xe0", b"\xe2\x80\xa8", b"\xcc\x81", b"&#0;", b"&#1114112;", b"|---|", b"\xed\xa0\x80", b"\\u-1?", b"\\bin9999 ",
    b"<table>", b"</td>", b"<!--", b"<ol start='-3'>", b"<![CDATA[", b"\\'ff", b"-9999999999", b"99999999999999999999", b"", b"\n" * 50,
]  # fmt: skip


def corpus_text(rng: random.Random) -> str:
    """A stretch of some corpus draft."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus/drafts").glob("*.md"))]
    text = rng.choice(texts)
    at = rng.randrange(max(1, len(text) - SIZE))
    return text[at : at + SIZE]


def seeds(kind: str) -> list[bytes]:
    """Well-formed small drafts of one kind."""
    rng = random.Random(7)
    texts = [corpus_text(rng) for _ in range(6)]
    return [_seed(kind, text) for text in texts]


def _seed(kind: str, text: str) -> bytes:
    import docx_made as made

    lines = [line for line in text.split("\n") if line.strip()]
    plain = [re.sub(r"[<>&*#\[\]]", " ", line) for line in lines]
    if kind == "text":
        return text.encode()
    if kind == "html":
        items = "".join(f"<li><p>{line}</p></li>" for line in plain[:4])
        rows = "".join(f"<tr><td>{a}<td colspan=2>{b}" for a, b in pairwise(plain))
        return f"<html><meta charset=utf-8><h1>{plain[0]}</h1><ol>{items}</ol><table>{rows}</table><p>{plain[-1]}</html>".encode()
    if kind == "rtf":
        body = "".join("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line) + "\\par\n" for line in plain)
        return (
            "{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}{\\b " + body + "}{\\footnote x}}"
        ).encode()
    if kind == "docx":
        body = "".join(made.p(line, num=(1, k % 3) if k % 2 else None) for k, line in enumerate(plain))
        levels = [made.lvl(k, f, f"%{k + 1}.") for k, f in enumerate(("upperRoman", "decimal", "lowerLetter"))]
        return made.docx(body, numbering=made.abstract(0, *levels) + made.num(1, 0))
    raise ValueError(kind)


def mutated_bytes(data: bytes, rng: random.Random) -> bytes:
    """A few cuts, copies, exchanges and stray tokens."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at, pick = rng.randrange(len(out) + 1), rng.random()
        if pick < 0.35:
            out[at:at] = rng.choice(TOKENS)
        elif pick < 0.6:
            del out[at : at + rng.randint(1, 60)]
        elif pick < 0.85:
            out[at : at + 1] = bytes([rng.randrange(256)])
        else:
            other = rng.randrange(len(out) + 1)
            out[at:at] = out[other : other + rng.randint(1, 300)]
    return bytes(out)


def mutated_xml(data: bytes, rng: random.Random) -> bytes:
    """Tags dropped, doubled, moved, their attributes exchanged: mostly still well formed."""
    parts = re.split(rb"(<[^>]*>)", data)
    for _ in range(rng.randint(1, 8)):
        at, other, pick = rng.randrange(len(parts)), rng.randrange(len(parts)), rng.random()
        if pick < 0.25:
            parts[at] = re.sub(
                rb'="[^"]*"', lambda _m: b'="' + rng.choice(TOKENS).replace(b'"', b"") + b'"', parts[at], count=1
            )
        elif pick < 0.45:
            parts[at] = b"" if not parts[at].startswith(b"</") else parts[at]
        elif pick < 0.65:
            parts[at] = parts[other]
        elif pick < 0.85:
            start = data.find(b"<w:p>") if b"<w:p>" in data else 0
            stop = data.find(b"</w:p>", start) + 6
            parts[at] += data[start:stop] * rng.randint(1, 5)
        else:
            parts[at], parts[other] = parts[other], parts[at]
    return b"".join(parts)


def mutated_zip(data: bytes, rng: random.Random) -> bytes:
    """The package with one part spoiled, or the package itself."""
    if rng.random() < 0.15:
        return mutated_bytes(data, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        names = given.namelist()
        chosen = rng.choice([n for n in names if n.endswith((".xml", ".rels"))])
        for name in names:
            content = given.read(name)
            if name == chosen:
                content = (mutated_xml if rng.random() < 0.8 else mutated_bytes)(content, rng)
                if rng.random() < 0.05:
                    continue
            target.writestr(name, content)
    return out.getvalue()


KINDS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "text": mutated_bytes, "html": mutated_bytes, "rtf": mutated_bytes, "docx": mutated_zip,
}  # fmt: skip


def whole(document: Document) -> None:
    """What must hold of everything that is read; AssertionError says what does not."""
    last = 0
    for paragraph in document.paragraphs:
        assert last <= paragraph.start <= paragraph.end <= len(document.text), "paragraphs out of order"
        last = paragraph.end
        document.locate(paragraph.start)
    found = outline(document)
    for section in found.sections:
        assert 0 <= section.heading.start <= section.body.end <= len(document.text), "section outside the text"


def of_archive(cause: BaseException) -> bool:
    """Whether zipfile itself raised the error: it has no one class for a broken archive (ValueError, NotImplementedError …)."""
    last = traceback.extract_tb(cause.__traceback__)[-1:]
    return bool(last) and "zipfile" in (Path(last[0].filename).stem, Path(last[0].filename).parent.name)


def accident(data: bytes) -> str | None:
    """What went wrong with one input; None for a good reading or an honest ReadError."""
    start = time.perf_counter()
    try:
        whole(read_bytes(data, "draft", options=ReadOptions(ocr=False)))
    except ReadError as error:
        cause = error.__cause__
        if cause is not None and type(cause).__name__ not in EXPECTED and not of_archive(cause):
            return f"hidden {type(cause).__name__}: {cause}"
    except Exception as error:  # noqa: BLE001 - what the run is for
        return f"{type(error).__name__}: {error}"
    return "slow" if time.perf_counter() - start > SLOW else None


def one(kind: str, number: int, seed: int, given: list[bytes]) -> bytes:
    """The input with a number: always the same for the same seed."""
    rng = random.Random(f"{seed}-{kind}-{number}")
    return KINDS[kind](rng.choice(given), rng)


def fuzz(kind: str, count: int, seed: int) -> Counter[str]:
    """Accidents of so many inputs of a kind, with the number of the first of each."""
    given = seeds(kind)
    found: Counter[str] = Counter()
    for number in range(count):
        what = accident(one(kind, number, seed, given))
        if what is not None:
            short = re.sub(r"\d+", "N", what)[:100]
            if short not in found:
                print(f"{kind} {number}: {what[:300]}", flush=True)
            found[short] += 1
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=1000, help="inputs of each kind")
    parser.add_argument("--kind", action="append", choices=sorted(KINDS))
    args = parser.parse_args()
    os.environ["VNREPORT_SOFFICE"] = ""  # RTF by the reader of our own; LibreOffice is not what is tried here
    bad = 0
    for kind in args.kind or KINDS:
        start = time.perf_counter()
        found = fuzz(kind, args.inputs, args.seed)
        bad += sum(found.values())
        print(
            f"{kind}: {args.inputs} inputs, {sum(found.values())} accidents, {time.perf_counter() - start:.0f} s",
            flush=True,
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
