"""Make edited versions of corpus sources whose effect is known: edit_drafts.py -o DIR [--seed N] [--per-kind N] [SOURCE…].

Every edit changes the source, so that the gold follows by itself: a dropped section is missing, a renamed one stays
covered, an un-headed one is unheaded. Written to DIR as drafts with gold files, named SOURCE--EDIT-K.
"""

# Long because: one list of edits, each beside the truth it makes.
from __future__ import annotations

import argparse
import random
import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import yaml
from build_corpus import write
from corpus_docx import MARKER
from corpus_source import NOTE_REF, Item, Source, parse, plain

ROOT = Path(__file__).parent.parent
CONFUSED = {
    "ạ": "a", "ả": "a", "ã": "ă", "ấ": "â", "ầ": "â", "ậ": "â", "ệ": "ê", "ể": "ê", "ế": "ê", "ộ": "ô", "ổ": "ô", "ỗ": "ô",
    "ị": "i", "ỉ": "i", "ĩ": "i", "ụ": "u", "ủ": "u", "ự": "ư", "ử": "ư", "ữ": "ư", "ở": "ơ", "ợ": "ơ", "ỡ": "ơ", "ờ": "ơ",
    "đ": "d", "ă": "ã", "ơ": "o", "ư": "u", "l": "1", "o": "0", "c": "e", "e": "c", "h": "b", "n": "u", "m": "rn", "g": "q", "t": "l",
}  # fmt: skip
"""What OCR of Vietnamese reads for what is printed."""


def spans(source: Source) -> list[tuple[int, int]]:
    """(first, end) item ranges of every heading with everything below it."""
    heads = [k for k, i in enumerate(source.items) if i.kind == "heading"]
    out = []
    for at, k in enumerate(heads):
        number = source.items[k].number
        stop = next(
            (j for j in heads[at + 1 :] if not source.items[j].number.startswith(number + ".")), len(source.items)
        )
        out.append((k, _before_closing(source, k, stop)))
    return out


def _before_closing(source: Source, first: int, stop: int) -> int:
    for k in range(first, stop):
        if source.items[k].kind == "para" and re.match(
            r"^\W*(trên đây là|nơi nhận|t/m|tm\.)", plain(source.items[k].text), re.I
        ):
            return k
    return stop


def leaves(source: Source) -> list[tuple[int, int]]:
    """Headings that alone answer exactly one covered requirement and have text and no sub-headings."""
    count: dict[str, int] = {}
    for item in source.items:
        for req in item.reqs:
            count[req] = count.get(req, 0) + 1
    out = []
    for first, stop in spans(source):
        item = source.items[first]
        inner = source.items[first + 1 : stop]
        if len(item.reqs) != 1 or count[item.reqs[0]] != 1 or source.status.get(item.reqs[0], "covered") != "covered":
            continue
        if any(i.kind == "heading" for i in inner) or body_size(source, first, stop) < 60:
            continue
        out.append((first, stop))
    return out


def body_size(source: Source, first: int, stop: int) -> int:
    text = [source.items[first].body or "", *(i.text for i in source.items[first + 1 : stop] if i.kind == "para")]
    return sum(len(plain(t).split()) for t in text)


def cleaned(source: Source, items: list[Item], **status: str) -> Source:
    """The source with new items: notes without reference and statuses, defects and quotes without text go."""
    refs = set(NOTE_REF.findall("\n".join(f"{i.text} {i.body or ''}" for i in items if i.kind != "note")))
    kept = [i for i in items if i.kind != "note" or i.number in refs]
    flat = " ".join(plain(f"{i.text} {i.body or ''}") for i in kept)
    merged = {**source.status, **status}
    return replace(
        source,
        items=tuple(recounted(kept)),
        status={k: v for k, v in merged.items() if v != "covered"},
        unheaded={k: q for k, q in source.unheaded.items() if plain(q) in flat},
        defects=tuple(d for d in source.defects if plain(d["quote"]) in flat),
    )


def recounted(items: list[Item]) -> list[Item]:
    """Headings that carry no number take their order among their siblings anew, with everything below them."""
    moved: dict[str, str] = {}
    count: dict[str, int] = {}
    out = []
    for item in items:
        if item.kind != "heading":
            out.append(item)
            continue
        above, _, step = item.number.rpartition(".")
        parent = moved.get(above, above)
        count[parent] = count.get(parent, 0) + 1
        if marker_of(item.text) is None and step.isdigit() and item.body is None:
            step = str(count[parent])
        number = f"{parent}.{step}".lstrip(".")
        moved[item.number] = number
        out.append(replace(item, number=number))
    return out


def missing_after(source: Source, items: list[Item], gone: set[str]) -> dict[str, str]:
    left = {r for i in items for r in i.reqs}
    optional = {number for number, r in template(source).items() if r.get("required") == "false"}
    return {r: "excused" if r in optional else "missing" for r in gone - left}


def drop(source: Source, rng: random.Random, *, where: str = "") -> Source | None:
    pool = [s for s in leaves(source) if source.items[s[0]].reqs[0].startswith(where)]
    if not pool:
        return None
    first, stop = rng.choice(pool)
    gone = {r for i in source.items[first:stop] for r in i.reqs}
    items = [i for k, i in enumerate(source.items) if not (first <= k < stop and i.kind != "note")]
    return cleaned(source, items, **missing_after(source, items, gone))


def drop_part(source: Source, rng: random.Random) -> Source | None:
    pool = [s for s in spans(source) if "." not in source.items[s[0]].number and source.items[s[0]].reqs]
    if not pool:
        return None
    first, stop = rng.choice(pool)
    gone = {r for i in source.items[first:stop] for r in i.reqs}
    if any(source.status.get(r, "covered") not in ("covered", "merged") for r in gone):
        return None
    items = [i for k, i in enumerate(source.items) if not (first <= k < stop and i.kind != "note")]
    return cleaned(source, items, **missing_after(source, items, gone))


def drop_direction(source: Source, rng: random.Random) -> Source | None:
    return drop(source, rng, where="V.2.")


def drop_result(source: Source, rng: random.Random) -> Source | None:
    return drop(source, rng, where="II.")


def empty(source: Source, rng: random.Random) -> Source | None:
    return _hollow(source, rng, None)


def placeholder(source: Source, rng: random.Random) -> Source | None:
    return _hollow(
        source,
        rng,
        rng.choice(["(đang tổng hợp)", "…", "[bổ sung]", "(Đang cập nhật số liệu)", "......................."]),
    )


def _hollow(source: Source, rng: random.Random, text: str | None) -> Source | None:
    pool = leaves(source)
    if not pool:
        return None
    first, stop = rng.choice(pool)
    head = replace(source.items[first], body=None, text=source.items[first].text.rstrip().rstrip(":"))
    notes = [i for i in source.items[first + 1 : stop] if i.kind == "note"]
    fill = [Item("para", text)] if text else []
    items = [*source.items[:first], head, *fill, *notes, *source.items[stop:]]
    return cleaned(source, items, **{head.reqs[0]: "empty"})


def thin(source: Source, rng: random.Random) -> Source | None:
    data = template(source)
    pool = [s for s in leaves(source) if int(data[source.items[s[0]].reqs[0]].get("min_syllables", 0)) >= 40]
    if not pool:
        return None
    first, stop = rng.choice(pool)
    head = source.items[first]
    words = plain(head.body or next(i.text for i in source.items[first + 1 : stop] if i.kind == "para")).split()
    short = " ".join(words[: rng.randint(8, 16)]).rstrip(",;:.") + "."
    notes = [i for i in source.items[first + 1 : stop] if i.kind == "note"]
    body = [replace(head, body=short)] if head.body is not None else [head, Item("para", short)]
    items = [*source.items[:first], *body, *notes, *source.items[stop:]]
    return cleaned(source, items, **{head.reqs[0]: "thin"})


def unhead(source: Source, rng: random.Random) -> Source | None:
    data = template(source)
    pool = [s for s in leaves(source) if data[source.items[s[0]].reqs[0]].get("topic") and _before_leaf(source, s[0])]
    if not pool:
        return None
    first, _ = rng.choice(pool)
    head = source.items[first]
    fill = [Item("para", head.body, topic=head.topic, voice=head.voice)] if head.body else []
    items = list(source.items[:first]) + fill
    for i in source.items[first + 1 :]:
        items.append(i)
    for k in range(first + len(fill), len(items)):
        if items[k].kind == "heading":
            break
        if items[k].kind == "para" and items[k].topic is None:
            items[k] = replace(items[k], topic=head.topic, voice=head.voice)
    out = cleaned(source, items, **{head.reqs[0]: "unheaded"})
    quote = " ".join(
        plain(head.body or next(i.text for i in source.items[first + 1 :] if i.kind == "para")).split()[:12]
    )
    return replace(out, unheaded={**out.unheaded, head.reqs[0]: quote})


def _before_leaf(source: Source, first: int) -> bool:
    """Whether the section before is a leaf with text of another topic that can take the orphaned text in."""
    before = [i for i in source.items[:first] if i.kind == "heading"]
    return (
        bool(before)
        and before[-1].topic not in (None, source.items[first].topic)
        and source.items[first - 1].kind != "heading"
    )


def merge(source: Source, rng: random.Random) -> Source | None:
    pool = leaves(source)
    pairs = [
        (a, b) for a in pool for b in pool
        if a[1] == b[0] and source.items[a[0]].number.rpartition(".")[0] == source.items[b[0]].number.rpartition(".")[0]
        and source.items[a[0]].topic != source.items[b[0]].topic
    ]  # fmt: skip
    if not pairs:
        return None
    (a, _), (b, stop) = rng.choice(pairs)
    left, right = source.items[a], source.items[b]
    second = MARKER.sub("", re.sub(r"^#+\s*", "", right.text).replace("*", "")).strip().rstrip(":")
    title = left.text.rstrip().rstrip(":*") + "; " + second[:1].lower() + second[1:] + (":" if left.body else "")
    if "**" in left.text and title.count("**") % 2:
        title += "**"
    head = replace(left, text=title, reqs=(*left.reqs, *right.reqs))
    middle = [
        replace(i, topic=i.topic or left.topic, voice=i.voice or left.voice) if i.kind == "para" else i
        for i in source.items[a + 1 : b]
    ]
    tail = [Item("para", right.body, topic=right.topic, voice=right.voice)] if right.body else []
    tail += [
        replace(i, topic=i.topic or right.topic, voice=i.voice or right.voice) if i.kind == "para" else i
        for i in source.items[b + 1 : stop]
    ]
    items = [*source.items[:a], head, *middle, *tail, *source.items[stop:]]
    return cleaned(source, items, **dict.fromkeys(head.reqs, "merged"))


def swap(source: Source, rng: random.Random) -> Source | None:
    pool = leaves(source)
    pairs = [
        (a, b) for a in pool for b in pool
        if a[1] == b[0] and source.items[a[0]].number.rpartition(".")[0] == source.items[b[0]].number.rpartition(".")[0]
    ]  # fmt: skip
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    left, right = source.items[a[0]], source.items[b[0]]
    ml, mr = marker_of(left.text), marker_of(right.text)
    if not ml or not mr:
        return None
    first = replace(right, number=left.number, text=right.text.replace(mr, ml, 1))
    second = replace(left, number=right.number, text=left.text.replace(ml, mr, 1))
    items = [
        *source.items[: a[0]], first, *source.items[b[0] + 1 : b[1]], second, *source.items[a[0] + 1 : a[1]], *source.items[b[1] :],
    ]  # fmt: skip
    return cleaned(source, items)


def marker_of(text: str) -> str | None:
    m = MARKER.match(plain(text))
    return m[0].strip() if m else None


def move(source: Source, rng: random.Random) -> Source | None:
    """A level-2 section of the results goes to the end of another part, numbered on."""
    pool = [
        s
        for s in leaves(source)
        if source.items[s[0]].reqs[0].startswith("II.") and source.items[s[0]].number.count(".") == 1
    ]
    parts = [
        s for s in spans(source) if "." not in source.items[s[0]].number and set(source.items[s[0]].reqs) & {"I", "IV"}
    ]
    pool = [s for s in pool if re.match(r"^\d+[.-]", marker_of(source.items[s[0]].text) or "")]
    if not pool or not parts:
        return None
    (first, stop), part = rng.choice(pool), rng.choice(parts)
    siblings = [i for i in source.items[part[0] + 1 : part[1]] if i.kind == "heading" and i.number.count(".") == 1]
    if not siblings or not re.match(r"^\d+[.-]", marker_of(siblings[-1].text) or ""):
        return None
    step = int(siblings[-1].number.rpartition(".")[2]) + 1 if siblings[-1].number.rpartition(".")[2].isdigit() else 0
    if not step:
        return None
    head = source.items[first]
    mark = marker_of(head.text) or ""
    moved = replace(
        head,
        number=f"{source.items[part[0]].number}.{step}",
        text=head.text.replace(mark, re.sub(r"\d+", str(step), mark), 1),
    )
    block = [moved, *source.items[first + 1 : stop]]
    items = []
    for k, item in enumerate(source.items):
        if k == part[1]:
            items += block
        if not first <= k < stop:
            items.append(item)
    if part[1] >= len(source.items):
        items += block
    return cleaned(source, items, **{head.reqs[0]: "misplaced"})


def contents(source: Source, rng: random.Random) -> Source | None:
    """A table of contents that lists everything, while one section is gone."""
    made = drop(source, rng)
    if made is None:
        return None
    lines = [Item("para", "MỤC LỤC")]
    page = 1
    for item in source.items:
        if item.kind == "heading" and item.number.count(".") < 2 and item.body is None:
            page += rng.randint(0, 3)
            lines.append(Item("para", f"{item.plain} {'.' * rng.randint(8, 40)} {page}"))
    return made.with_items([*lines, *made.items])


def prose(source: Source, rng: random.Random) -> Source | None:
    """The phrase stands in prose only, its section is gone."""
    pool = leaves(source)
    if len(pool) < 2:
        return None
    made = drop(source, rng)
    if made is None:
        return None
    gone = next(r for r, s in made.status.items() if s == "missing" and source.status.get(r) != "missing")
    title = template(source)[gone]["title"]
    paras = [
        k
        for k, i in enumerate(made.items)
        if i.kind == "para" and len(i.text.split()) > 40 and not i.text.startswith("-")
    ]
    at = rng.choice(paras)
    text = f"{made.items[at].text} Quá trình triển khai luôn gắn với {title[:1].lower()}{title[1:]} của đơn vị."
    items = [replace(i, text=text) if k == at else i for k, i in enumerate(made.items)]
    return cleaned(made, items, **made.status)


def rename(source: Source, rng: random.Random) -> Source | None:
    """Half of the leaf headings get another of their usual names."""
    data = template(source)
    items = list(source.items)
    changed = 0
    for first, _ in leaves(source):
        item = items[first]
        names = data[item.reqs[0]].get("aliases") or []
        mark = marker_of(item.text)
        if not names or not mark or rng.random() < 0.5:
            continue
        name = rng.choice(names)
        title = MARKER.sub("", plain(item.text)).rstrip(":").rstrip()
        if title.isupper():
            name = name.upper()
        if title and title in item.text:
            items[first] = replace(item, text=item.text.replace(title, name, 1))
            changed += 1
    return cleaned(source, items) if changed else None


def letters(source: Source, rng: random.Random) -> Source | None:
    """``A.`` … or ``Phần thứ nhất`` … instead of Roman numbers."""
    romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám"]
    tops = [i.number for i in source.items if i.kind == "heading" and "." not in i.number]
    if not tops or any(t not in romans for t in tops):
        return None
    as_part = rng.random() < 0.5
    items = []
    for item in source.items:
        if item.kind != "heading":
            items.append(item)
            continue
        top, dot, rest = item.number.partition(".")
        at = romans.index(top)
        new = str(at + 1) if as_part else "ABCDEĐGH"[at] if at < 5 else "ABCDEGHI"[at]
        text = item.text
        if not dot:
            mark = marker_of(item.text)
            if not mark:
                return None
            text = text.replace(mark, f"Phần thứ {words[at]}:" if as_part else f"{new}.", 1)
        items.append(replace(item, number=new + dot + rest, text=text))
    return cleaned(source, items)


def numberless(source: Source, rng: random.Random) -> Source | None:
    """No numbers; ``#`` tells the depth (Markdown) or the Word style does."""
    if source.meta["format"] not in ("md", "docx-styles"):
        return None
    path: dict[str, str] = {}
    count: dict[str, int] = {}
    items = []
    for item in source.items:
        if item.kind != "heading":
            items.append(item)
            continue
        if re.match(r"^\W*(một|hai|ba|bốn|năm|sáu|bảy) là|^\W*thứ (nhất|hai|ba)", plain(item.text), re.I):
            return None
        parent = path.get(item.number.rpartition(".")[0], "")
        count[parent] = count.get(parent, 0) + 1
        number = f"{parent}.{count[parent]}".lstrip(".")
        path[item.number] = number
        title = MARKER.sub("", re.sub(r"^(Phần|PHẦN)\s+\S+(\s+\S+)?[.:]\s*", "", plain(item.text)))
        if item.body is not None:
            text = f"**{title.rstrip(':')}:**"
        else:
            text = f"{'#' * min(number.count('.') + 1, 6)} {title}" if source.meta["format"] == "md" else title
        items.append(replace(item, number=number, text=text))
    return cleaned(source, items)


def one_level(source: Source, rng: random.Random) -> Source | None:
    if source.meta["format"] != "md":
        return None
    return cleaned(
        source,
        [replace(i, text="# " + plain(i.text)) if i.kind == "heading" and i.body is None else i for i in source.items],
    )


def bare(source: Source, rng: random.Random) -> Source | None:
    """No Markdown at all."""
    if source.meta["format"] != "md":
        return None
    made = cleaned(source, [replace(i, text=plain_keep(i.text)) if i.kind != "row" else i for i in source.items])
    return replace(made, meta={**made.meta, "format": "txt"})


def plain_keep(text: str) -> str:
    return re.sub(r"\*{1,3}|^#{1,6}\s+", "", text)


def capitals(source: Source, rng: random.Random) -> Source | None:
    items = []
    for i in source.items:
        if i.kind == "heading" and i.body is None and "[^" not in i.text:
            mark = marker_of(i.text) or ""
            i = replace(i, text=i.text.upper().replace(mark.upper(), mark, 1) if mark else i.text.upper())
        items.append(i)
    return cleaned(source, items)


def run_in(source: Source, rng: random.Random) -> Source | None:
    """Leaf headings run into their first paragraph."""
    items: list[Item] = []
    changed = 0
    chosen = {first for first, _ in leaves(source) if rng.random() < 0.6}
    skip = -1
    for k, item in enumerate(source.items):
        if k == skip:
            continue
        follows = source.items[k + 1] if k + 1 < len(source.items) else None
        plainly = follows is not None and follows.kind == "para" and not follows.text.startswith(("-", "+", "*"))
        if k in chosen and item.body is None and plainly and marker_of(item.text):
            title = plain_keep(item.text).rstrip(":. ")
            strong = source.meta["format"] == "md"
            item = replace(item, text=f"**{title}:**" if strong else f"{title}:", body=follows.text)
            skip = k + 1
            changed += 1
        items.append(item)
    return cleaned(source, items) if changed else None


def ocr(rate: float):
    """Noise as OCR makes it, in text and headings; markers stay readable to a person."""

    def edit(source: Source, rng: random.Random) -> Source | None:
        def noise(text: str) -> str:
            out = []
            for token in re.split(r"(\[\^\w+\]|\s+|\*+|^#+)", text):
                if token.startswith("[^") or not re.search(r"[^\W\d_]{2}", token):
                    out.append(token)
                    continue
                chars = [CONFUSED.get(c, c) if rng.random() < rate and c.lower() in CONFUSED else c for c in token]
                out.append("".join(chars))
            return "".join(out)

        def head(text: str) -> str:
            mark = marker_of(text)
            if not mark:
                return noise(text)
            before, _, after = text.partition(mark)
            return before + mark + noise(after)

        items = [
            replace(i, text=head(i.text) if i.kind == "heading" else noise(i.text), body=noise(i.body) if i.body else i.body)
            if i.kind in ("heading", "para") else i
            for i in source.items
        ]  # fmt: skip
        return replace(source, items=tuple(items), unheaded={}, defects=())

    return edit


def decomposed(source: Source, rng: random.Random) -> Source | None:
    if source.meta["format"].startswith("docx"):
        return None
    return replace(source, meta={**source.meta, "variant_form": "nfd"}, defects=())


def same(source: Source, rng: random.Random) -> Source | None:
    return source


EDITS = {
    "clean": same, "drop": drop, "drop-part": drop_part, "drop-direction": drop_direction, "drop-result": drop_result, "empty": empty,
    "placeholder": placeholder, "thin": thin, "unhead": unhead, "merge": merge, "swap": swap, "move": move, "toc": contents,
    "prose": prose, "rename": rename, "letters": letters, "numberless": numberless, "one-level": one_level, "bare": bare,
    "capitals": capitals, "run-in": run_in, "ocr1": ocr(0.01), "ocr3": ocr(0.03), "ocr6": ocr(0.06), "nfd": decomposed,
}  # fmt: skip
REPEATED = {
    "drop": 3,
    "empty": 2,
    "placeholder": 2,
    "thin": 2,
    "unhead": 3,
    "merge": 2,
    "move": 2,
    "drop-direction": 2,
    "drop-result": 2,
}
_templates: dict[str, dict] = {}


def template(source: Source) -> dict:
    name = source.meta["template"]
    if name not in _templates:
        data = yaml.load(
            (ROOT / "corpus" / "templates" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
        )
        _templates[name] = {r["number"]: r for r in data["requirements"]}
    return _templates[name]


def edited(source: Source, kind: str, k: int, seed: int) -> Source | None:
    """One edited version, None when the edit does not apply to this draft."""
    made = EDITS[kind](source, random.Random(f"{seed}-{source.name}-{kind}-{k}"))
    if made is None:
        return None
    return replace(
        made, name=f"{source.name}--{kind}-{k}", meta={**made.meta, "variant": kind, "group": source.meta["unit"]}
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="*", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument(
        "--sample", type=int, default=0, help="write only this many, spread evenly over drafts and edits"
    )
    args = parser.parse_args()
    wanted = []
    for path in args.sources or sorted((ROOT / "corpus" / "sources").glob("*.src")):
        for kind in EDITS:
            if not args.only or kind in args.only.split(","):
                wanted += [(path, kind, k) for k in range(REPEATED.get(kind, 1))]
    if args.sample and args.sample < len(wanted):
        random.Random(args.seed).shuffle(wanted)
        wanted = sorted(wanted[: args.sample])
    made = 0
    sources: dict[Path, Source] = {}
    for path, kind, k in wanted:
        if path not in sources:
            sources[path] = parse(path)
        source = sources[path]
        version = edited(source, kind, k, args.seed)
        if version is None:
            continue
        file = write(version, args.output)
        if version.meta.get("variant_form") == "nfd":
            file.write_text(unicodedata.normalize("NFD", file.read_text(encoding="utf-8")), encoding="utf-8")
        made += 1
    print(f"{made} edited drafts in {args.output}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
