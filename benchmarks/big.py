"""A draft of three hundred pages, as a Word file and as a PDF: seconds and memory of reading it."""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path

import made
import pypdfium2
from rounds import peak_memory, python
from rows import Row

PAGES = 300
DRAFTS = 13
"""Made drafts of 60,000 characters that fill so many pages."""
READ = "import sys\nfrom vnreport_nlp import read\nread(sys.argv[1])"


def big(rounds: int) -> list[Row]:
    """The least of the rounds counts: a disturbed round says nothing of the reader."""
    from vnreport_nlp import read

    rows = []
    with tempfile.TemporaryDirectory() as folder:
        paragraphs = [p for k in range(DRAFTS) for p in made.draft(500 + k)]
        word = made.write_draft(Path(folder), 1, paragraphs, docx=True)
        convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]  # fmt: skip
        subprocess.run(convert, check=True, capture_output=True)
        pdf = word.with_suffix(".pdf")
        pages = len(pypdfium2.PdfDocument(pdf))
        assert pages >= PAGES, f"only {pages} pages"
        for path, limit in ((word, 2.0), (pdf, 10.0)):
            taken = []
            for _ in range(rounds):
                start = time.perf_counter()
                read(path)
                taken.append(time.perf_counter() - start)
            kind = path.suffix[1:]
            rows += [
                Row(f"{kind} of {PAGES} pages, reading", limit, min(taken), "s", min(taken), max(taken), rounds, f"{pages} pages"),
                Row(f"{kind} of {PAGES} pages, peak memory", 300, peak_memory(python(READ, path)), "MB"),
            ]  # fmt: skip
    return rows
