"""Parse corpus sources (see corpus/AUTHORING.md) and render them as Markdown or text with their gold."""

# Long because: one little language, read, checked and answered in one place.
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import wrap

import yaml

RUN_IN = "¦"
PAGE_LINES = 38
STATUSES = {"covered", "merged", "thin", "unheaded", "misplaced", "empty", "missing", "excused"}
FORMATS = {"md", "txt", "docx-styles", "docx-auto", "docx-bold", "docx-plain"}
NOTE_DEF = re.compile(r"\[\^(\w+)\]:\s*(.*)")
NOTE_REF = re.compile(r"\[\^(\w+)\]")
MD_MARKS = re.compile(r"^#{1,6}\s+|\*{1,3}|^_+|_+$")


class SourceError(ValueError):
    """A source that breaks the authoring format; the message names file and line."""


@dataclass(frozen=True)
class Item:
    """One line of a draft; ``kind`` is heading, para, note or row."""

    kind: str
    text: str
    number: str = ""
    reqs: tuple[str, ...] = ()
    topic: str | None = None
    voice: str | None = None
    body: str | None = None
    src: int = 0

    @property
    def plain(self) -> str:
        """The heading as a reader sees it, without Markdown marks and note references."""
        return plain(self.text)


@dataclass(frozen=True)
class Source:
    """A parsed source: metadata, lines, statuses that differ from covered, planted defects."""

    name: str
    meta: dict[str, str]
    items: tuple[Item, ...]
    status: dict[str, str] = field(default_factory=dict)
    unheaded: dict[str, str] = field(default_factory=dict)
    defects: tuple[dict[str, str], ...] = ()

    def with_items(self, items: list[Item], **changes) -> Source:
        return replace(self, items=tuple(items), **changes)


def plain(text: str) -> str:
    text = NOTE_REF.sub("", text)
    text = re.sub(r"^#{1,6}\s+", "", text.strip())
    return re.sub(r"\*{1,3}", "", text).replace("\\", "").strip()


# Long because: the little language of corpus sources, one branch a mark.
def parse(path: Path) -> Source:
    """Read one source file; SourceError names every problem."""
    meta: dict[str, str] = {}
    items: list[Item] = []
    status: dict[str, str] = {}
    unheaded: dict[str, str] = {}
    defects: list[dict[str, str]] = []
    problems: list[str] = []
    pending: tuple[int, list[str]] | None = None
    override: tuple[str | None, str | None] | None = None

    def bad(line: int, what: str) -> None:
        problems.append(f"{path.name}:{line}: {what}")

    for no, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith(("%#", "%decoy")):
            continue
        if line.startswith("%%"):
            if pending:
                bad(pending[0], "annotation without a heading line after it")
            fields = [f.strip() for f in line[2:].split("|")]
            if len(fields) != 4:
                bad(no, "a heading annotation has four fields: NUMBER | REQ | topic | voice")
                continue
            pending = (no, fields)
        elif line.startswith("%"):
            key, _, rest = line[1:].partition(" ")
            if m := re.fullmatch(r"(\w+):\s*(.*)", line[1:]):
                meta[m[1]] = m[2]
            elif key == "status":
                req, _, value = rest.strip().partition(" ")
                if value.strip() not in STATUSES:
                    bad(no, f"unknown status {value!r}")
                status[req] = value.strip()
            elif key == "unheaded":
                m = re.fullmatch(r'(\S+)\s+["“](.+)["”]', rest.strip())
                if not m:
                    bad(no, 'write %unheaded REQ "quote"')
                else:
                    unheaded[m[1]] = m[2]
            elif key == "defect":
                m = re.fullmatch(r'(\S+)\s+["“](.+?)["”]\s*-?\s*(.*)', rest.strip())
                if not m:
                    bad(no, 'write %defect RULE "quote" - what is wrong')
                else:
                    defects.append({"rule": m[1], "quote": m[2], "why": m[3]})
            elif key == "para":
                parts = rest.split()
                override = (_slot(parts[0]), _slot(parts[1]) if len(parts) > 1 else None)
            else:
                bad(no, f"unknown directive %{key}")
        elif m := NOTE_DEF.fullmatch(line):
            items.append(Item("note", m[2], number=m[1], src=no))
        elif line.startswith("|"):
            items.append(Item("row", line, src=no))
        elif pending:
            number, reqs, topic, voice = pending[1]
            head, sep, body = line.partition(RUN_IN)
            items.append(
                Item(
                    "heading", head.rstrip(), number,
                    tuple(r.strip() for r in reqs.split(",") if r.strip() not in ("", "-")),
                    _slot(topic), _slot(voice), body.strip() if sep else None, no,
                )
            )  # fmt: skip
            pending = None
        else:
            topic, voice = override or (None, None)
            items.append(Item("para", line, topic=topic, voice=voice, src=no))
            override = None
    source = Source(path.stem, meta, tuple(items), status, unheaded, tuple(defects))
    problems += check(source, path.name)
    if problems:
        raise SourceError("\n".join(problems))
    return source


def _slot(value: str) -> str | None:
    return None if value.strip() in ("", "-") else value.strip()


def template_numbers(template_id: str) -> list[str]:
    """Numbers of a bundled template, or of an outline document (its ``numbers.yaml`` says what its author asks for)."""
    corpus = Path(__file__).parent.parent / "corpus"
    path = corpus / "templates" / f"{template_id}.yaml"
    if not path.is_file():
        path = corpus / "outlines" / template_id / "numbers.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [r["number"] for r in data["requirements"]]


# Long because: one line for each thing a source must hold to.
def check(source: Source, name: str) -> list[str]:
    """Everything that is wrong with a parsed source."""
    out = [
        f"{name}:1: %{key}: is missing" for key in ("template", "unit", "author", "format") if key not in source.meta
    ]
    if source.meta.get("format") not in FORMATS:
        out.append(f"{name}:1: unknown format {source.meta.get('format')!r}")
    if out:
        return out
    try:
        known = set(template_numbers(source.meta["template"]))
    except FileNotFoundError:
        return [*out, f"{name}:1: no template {source.meta['template']}"]
    seen: set[str] = set()
    numbers: set[str] = set()
    for item in source.items:
        if item.kind != "heading":
            continue
        parent = item.number.rpartition(".")[0]
        if parent and parent not in numbers:
            out.append(f"{name}:{item.src}: {item.number} has no parent {parent} before it")
        numbers.add(item.number)
        for req in item.reqs:
            if req not in known:
                out.append(f"{name}:{item.src}: unknown requirement {req}")
            seen.add(req)
    for req in source.status:
        if req not in known:
            out.append(f"{name}: %status of unknown requirement {req}")
    for req in sorted(known - seen):
        if source.status.get(req) not in ("missing", "unheaded", "excused", "merged"):
            out.append(f"{name}: {req} has neither heading nor %status")
    for req in sorted(seen):
        if source.status.get(req) in ("missing", "unheaded", "excused"):
            out.append(f"{name}: {req} has a heading but is said to be {source.status[req]}")
    text = "\n".join(part for i in source.items for part in (plain(i.text), i.body and plain(i.body)) if part)
    flat = " ".join(text.split())
    for quote in [*source.unheaded.values(), *(d["quote"] for d in source.defects)]:
        if flat.count(" ".join(plain(quote).split())) < 1:
            out.append(f"{name}: quote not in the text: {quote!r}")
    refs = set(NOTE_REF.findall("\n".join(f"{i.text} {i.body or ''}" for i in source.items)))
    notes = {i.number for i in source.items if i.kind == "note"}
    out += [f"{name}: note [^{n}] has no {'text' if n in refs else 'reference'}" for n in sorted(refs ^ notes)]
    return out


def syllables(source: Source) -> int:
    return sum(len(plain(t).split()) for i in source.items for t in (i.text, i.body or ""))


def to_lines(source: Source, *, markdown: bool) -> list[tuple[Item, str]]:
    """(item, line) for a text rendering, notes in their own way."""
    out = []
    for item in source.items:
        text = item.text if item.body is None else f"{item.text} {item.body}"
        if item.kind == "note":
            line = f"<sup>{item.number}</sup> {item.text}" if markdown else f"[^{item.number}]: {item.text}"
        else:
            line = text
        if markdown:
            line = NOTE_REF.sub(r"<sup>\1</sup>", line)
        elif item.kind != "note":
            line = re.sub(r"\*{1,3}|^#{1,6}\s+", "", line)
        out.append((item, line))
    return out


def render_wrapped(source: Source, width: int) -> tuple[str, dict[int, int]]:
    """The draft as a PDF converter leaves it: broken lines, page numbers alone, blank lines only at parts and pages."""
    lines: list[str] = []
    where: dict[int, int] = {}
    page, left = 1, PAGE_LINES
    for index, (item, text) in enumerate(to_lines(source, markdown=False)):
        if item.kind == "heading" and "." not in item.number:
            lines.append("")
        for number, piece in enumerate(wrap(text, width, break_long_words=False, break_on_hyphens=False)):
            lines.append(piece)
            if number == 0:
                where[index] = len(lines)
            left -= 1
            if left == 0:
                lines += ["", str(page), ""]
                page, left = page + 1, PAGE_LINES
    return "\n".join(lines) + "\n", where


def render_text(source: Source, *, markdown: bool) -> tuple[str, dict[int, int]]:
    """The draft as text and, by index of item, the line it stands on (from 1)."""
    if width := int(source.meta.get("wrap", 0)):
        return render_wrapped(source, width)
    lines: list[str] = []
    where: dict[int, int] = {}
    previous = ""
    for index, (item, line) in enumerate(to_lines(source, markdown=markdown)):
        if lines and not (item.kind == "row" and previous == "row"):
            lines.append("")
        lines.append(line)
        where[index] = len(lines)
        if markdown and item.kind == "row" and previous != "row":
            lines.append("|" + " --- |" * (line.strip().strip("|").count("|") + 1))
        previous = item.kind
    return "\n".join(lines) + "\n", where


# Long because: the answer file is a literal.
def gold(source: Source, file: str, where: dict[int, int] | None) -> dict:
    """The gold of a draft: status of every requirement, every heading with its place, defects, paragraph labels."""
    sections = []
    current: Item | None = None
    paragraphs = []
    for index, item in enumerate(source.items):
        if item.kind == "heading":
            current = item
            sections.append(
                {
                    "number": item.number,
                    "heading": item.plain,
                    "line": where[index] if where else None,
                    "requirements": list(item.reqs),
                    "topic": item.topic,
                    "voice": item.voice,
                    "run_in": item.body is not None,
                }
            )
            if item.body and item.topic:
                paragraphs.append({"text": plain(item.body), "topic": item.topic, "voice": item.voice})
        elif item.kind == "para" and current is not None:
            topic = item.topic or current.topic
            if topic:
                voice = item.voice if item.topic else current.voice
                paragraphs.append({"text": plain(item.text), "topic": topic, "voice": voice})
    numbers = template_numbers(source.meta["template"])
    return {
        "schema": "vnreport.gold/1",
        "synthetic": True,
        "file": file,
        "template": source.meta["template"],
        "unit": source.meta["unit"],
        "author": source.meta["author"],
        "group": source.meta.get("group", source.meta["unit"]),
        "variant": source.meta.get("variant", ""),
        "status": {n: source.status.get(n, "covered") for n in numbers},
        "sections": sections,
        "unheaded": source.unheaded,
        "footnotes": [i.number for i in source.items if i.kind == "note"],
        "defects": list(source.defects),
        "paragraphs": paragraphs,
    }
