"""Mutated drafts against the readers: nothing but ReadError may come out, quickly, and what is read must be whole.

``fuzz_readers.py [--seed N] [--inputs N] [--kind KIND …]``: seeds are small drafts of each kind made from the corpus;
each input has a few bytes, tags, attributes or parts cut, doubled, exchanged or spoiled. A success is checked: paragraphs
lie in order inside the text, every place can be traced, the outline can be found. Exit code 1 names the first input of
each kind of accident, to be made again from its number. ``tests/test_fuzz.py`` runs a sample in CI.
"""

from __future__ import annotations

import argparse
import copy
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
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
from fuzz_seeds import seeds  # noqa: E402

from vnreport_nlp.errors import ReadError  # noqa: E402
from vnreport_nlp.model import Document  # noqa: E402
from vnreport_nlp.outline import outline  # noqa: E402
from vnreport_nlp.readers import ReadOptions, read_bytes  # noqa: E402

SLOW = 2.0
"""Seconds of computing after which one small input counts as hanging; time that others took the machine does not count."""
MANY = 3000
"""Elements of a part beyond which copies of elements are not added any more."""
VALUES = [
    "",
    "-1",
    "0",
    "9",
    "99999999999999999999",
    "x",
    "\u202e",
    "%9.",
    "1.5e9",
    "Heading 1",
    "heading 1",
    "I.",
    ".VnTime",
    "true",
    "\u00ad",
    "%1%2%3",
    "a" * 300,
]
"""What an attribute or a text of a part is exchanged for."""
EXPECTED = ("BadZipFile", "PdfiumError", "XMLSyntaxError", "UnicodeDecodeError", "error")
"""Errors of libraries that a reader turns into ReadError on purpose; others inside a ReadError are accidents; ``error`` is zlib's."""
TOKENS = [
    b"<sup>1</sup>", b"[^1]:", b"**", b"|", b"\r", b"\f", b"\0", b"\xff\xfe", b"#", b"\\", b"<", b"{\\rtf1", b"PK\x03\x04", b"%PDF-",
    b"\xd0\xcf\x11\xe0", b"\xe2\x80\xa8", b"\xcc\x81", b"&#0;", b"&#1114112;", b"|---|", b"\xed\xa0\x80", b"\\u-1?", b"\\bin9999 ",
    b"<table>", b"</td>", b"<!--", b"<ol start='-3'>", b"<![CDATA[", b"\\'ff", b"-9999999999", b"99999999999999999999", b"", b"\n" * 50,
]  # fmt: skip


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


def mutated_tree(data: bytes, rng: random.Random) -> bytes:
    """Elements dropped, copied, moved, renamed after each other, their attributes and texts exchanged: always well formed."""
    root = etree.fromstring(data)
    for _ in range(rng.randint(1, 10)):
        given = list(root.iter(etree.Element))
        one, other, pick = rng.choice(given), rng.choice(given), rng.random()
        above = one.getparent()
        if pick < 0.3 and one.attrib:
            one.attrib[rng.choice(list(one.attrib))] = rng.choice(VALUES)
        elif pick < 0.45 and other.attrib:
            one.attrib.update(other.attrib)
        elif pick < 0.55:
            one.tag = other.tag
        elif pick < 0.65:
            one.text = rng.choice(VALUES)
        elif above is not None and pick < 0.75:
            above.remove(one)
        elif len(given) < MANY:
            other.insert(rng.randint(0, len(other)), copy.deepcopy(one))
    return etree.tostring(root)


def mutated_zip(data: bytes, rng: random.Random) -> bytes:
    """The package with a part or two spoiled, or the package itself."""
    if rng.random() < 0.1:
        return mutated_bytes(data, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        names = given.namelist()
        chosen = rng.choices([n for n in names if n.endswith((".xml", ".rels"))], k=rng.randint(1, 2))
        main = [n for n in names if n in {"word/document.xml", "content.xml"}]
        chosen = chosen if rng.random() < 0.5 else main
        for name in names:
            content = given.read(name)
            if name in chosen:
                how = rng.choices((mutated_tree, mutated_xml, mutated_bytes), (8, 1, 1))[0]
                content = how(content, rng)
                if rng.random() < 0.03:
                    continue
            target.writestr(name, content)
    return out.getvalue()


KINDS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "text": mutated_bytes, "html": mutated_bytes, "rtf": mutated_bytes, "docx": mutated_zip, "odt": mutated_zip,
    "pdf": mutated_bytes,
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
    start = time.process_time()
    try:
        whole(read_bytes(data, "draft", options=ReadOptions(ocr=False)))
    except ReadError as error:
        cause = error.__cause__
        if cause is not None and type(cause).__name__ not in EXPECTED and not of_archive(cause):
            return f"hidden {type(cause).__name__}: {cause}"
    except Exception as error:  # noqa: BLE001 - what the run is for
        return f"{type(error).__name__}: {error}"
    return "slow" if time.process_time() - start > SLOW else None


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
