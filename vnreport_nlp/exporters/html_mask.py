"""Names of units replaced by their codes, for reports that may be shown without saying whose drafts they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from ..checks.letters import UPPER
from ..expressions import compiled
from ..model import Assessment, Cohort, Metadata, Outline, Paragraph
from ..outline import written

LEVELS = ("thị xã", "thành phố", "thị trấn", "đặc khu", "huyện", "quận", "phường", "xã")
_CODE = compiled(r"^(?:Đơn vị|Unit) \d+$")
_LEVEL = compiled(rf"^(?:{'|'.join(LEVELS)})\s+", re.IGNORECASE)
_BODY = compiled(
    r"^(?:ban (?:chấp hành|thường vụ)\s+)?(?:(?:đảng|chi) (?:bộ|ủy|uỷ)|(?:huyện|thị|thành|quận|tỉnh) (?:ủy|uỷ)|(?:ủy|uỷ) ban nhân dân)\s+",
    re.IGNORECASE,
)
_OWN = compiled(rf"(?<!tỉnh) ([{UPPER}]\w+(?: (?:[{UPPER}][\w’'-]*|\d+))+)$")
_MOTTO = compiled(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc",
    re.IGNORECASE,
)
_TITLE = compiled(r"[\W_]*(?:dự thảo\s+)?báo\s+cáo\b", re.IGNORECASE)
_DATED = compiled(r",?\s*ngày\b.*$", re.IGNORECASE)
_NUMBERED = compiled(r"[\W_]*số\b", re.IGNORECASE)
_COMMON = frozenset({
    "đảng", "ủy", "uỷ", "bộ", "chi", "ban", "chấp", "hành", "thường", "vụ", "tỉnh", "trung", "ương", "huyện",
    "thị", "xã", "thành", "phố", "quận", "phường", "trấn", "đặc", "khu", "khối", "các", "cơ", "quan", "doanh",
    "nghiệp", "nhân", "dân", "hội", "đồng", "tổ", "chức", "văn", "phòng", "trực", "thuộc", "và",
})  # fmt: skip
"""Words of bodies that every province has: a line of nothing else names nobody."""
_OLD_NAME = rf"[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*){{1,3}}"
_FORMER = compiled(
    rf"({_OLD_NAME}(?:(?:,|\svà|,\svà)\s(?:(?:{'|'.join(LEVELS)})\s)?{_OLD_NAME})*)(?:\s\(cũ\)|\s(?:cũ|trước\sđây|trước\skhi\s(?:sáp\snhập|sắp\sxếp|hợp\snhất))\b)"
)
"""Names of what a unit was before it was merged: they tell whose draft it is as its own name does."""
_EACH_FORMER = compiled(rf"{_OLD_NAME}")
LONGEST_NAME = 25
"""A line of the heading that names a body has at most this many syllables."""


def masker(cohort: Cohort) -> Callable[[str], str]:
    """A function that replaces every unit's name, with or without its level, by the unit's label; all spellings alike.

    Paths and names of the drafts' files are replaced too: a message may quote them.
    """
    codes: dict[str, str] = {}
    others: dict[str, str] = {}
    files: dict[str, str] = {}
    for draft in cohort.drafts:
        result = cohort.load(draft)
        if isinstance(result, Assessment):
            for name in names(result.outline.metadata):
                codes.setdefault(_key(name), draft.label)
            for name, own in _heading_names(result.outline):
                (codes if own else others).setdefault(_key(name), draft.label if own else "…")
            for name in former_names(result.outline.document.text):
                others.setdefault(_key(name), "…")
        for text in (draft.path, PurePath(draft.path.replace("\\", "/")).name):
            files.setdefault(unicodedata.normalize("NFC", text), draft.slug)
    codes = {**others, **codes}
    longest = sorted(codes, key=lambda n: (-len(n), n))
    units = re.compile(rf"(?<!\w)(?:{'|'.join(_flexible(n) for n in longest) or '(?!)'})(?!\w)", re.IGNORECASE)
    named = re.compile("|".join(re.escape(n) for n in sorted(files, key=lambda n: (-len(n), n))) or "(?!)")

    def mask(text: str) -> str:
        text = named.sub(lambda m: files[m[0]], unicodedata.normalize("NFC", text))
        return units.sub(lambda m: codes.get(_key(m[0]), "…"), text)

    return mask


def coded(cohort: Cohort) -> Cohort:
    """The cohort with codes as labels and file names, in an order that says nothing of them; codes already given stay."""
    originals = {d.path: d for d in cohort.drafts}
    drafts = cohort.drafts
    if not all(_CODE.match(d.label) for d in drafts):
        mixed = sorted(drafts, key=lambda d: sha256(f"{cohort.signature}\x1f{d.path}".encode()).digest())
        drafts = tuple(replace(d, label=f"Đơn vị {k:02d}", slug=f"don-vi-{k:03d}") for k, d in enumerate(mixed, 1))
    return replace(cohort, drafts=drafts, load=lambda draft: cohort.load(originals[draft.path]))


def names(metadata: Metadata) -> Iterator[str]:
    """A unit's name in full, without its level, as its Party body is called, and a body's own name without its kind."""
    if not metadata.level and metadata.unit and (own := _OWN.search(metadata.unit)) and written(metadata.unit)[1]:
        yield own[1]
    for text in (metadata.unit, metadata.body):
        if not text:
            continue
        yield text
        bare = _BODY.sub("", text.strip())
        if bare != text:
            yield bare
        short = _LEVEL.sub("", bare)
        if short != bare and len(short) > 1:
            yield short


def hidden(outline: Outline) -> frozenset[int]:
    """Starts of the paragraphs that stand before the first section and are not the report's own title."""
    title = " ".join(outline.title.lower().split())
    front = [p for p in outline.document.paragraphs if p.start < outline.front.end]
    if not outline.sections:
        front = list(_above_title(outline))
    return frozenset(p.start for p in front if not _line(outline, p) or _line(outline, p).lower() not in title)


def _line(outline: Outline, paragraph: Paragraph) -> str:
    return " ".join(outline.document.text[paragraph.start : paragraph.end].split()).strip(" *_.:;")


def _above_title(outline: Outline) -> Iterator[Paragraph]:
    """The heading of the letter: what stands above ``BÁO CÁO``; nothing where no such line is."""
    front = [p for p in outline.document.paragraphs if p.start < outline.front.end][:40]
    end = next((k for k, p in enumerate(front) if _TITLE.match(_line(outline, p))), 0)
    yield from front[:end]


def nameless(outline: Outline) -> bool:
    """Whether the heading does not say whose draft it is in words that are understood: no unit, or another body below it."""
    unit = outline.metadata.unit
    if unit is None:
        return True
    bodies = _bodies(outline)
    return bool(bodies) and not any(_key(n) in _key(bodies[-1]) for n in names(outline.metadata))


def _bodies(outline: Outline) -> list[str]:
    """The lines of the heading that name somebody, in order; bodies that every province has are left out."""
    found: list[str] = []
    for paragraph in _above_title(outline):
        text = outline.document.text[paragraph.start : paragraph.end]
        for part in re.split(r"\t|\n|\s{3,}", _MOTTO.sub("\n", text)):
            line = " ".join(_DATED.sub("", part).split()).strip(" *_.:;,()")
            words = line.lower().split()
            if len(words) > LONGEST_NAME or _NUMBERED.match(line) or _key(line) == _key(outline.metadata.place or ""):
                continue
            if any(w.isalpha() and w not in _COMMON for w in words):
                found.append(line)
    return found


def _heading_names(outline: Outline) -> Iterator[tuple[str, bool]]:
    """Names in the heading and whether they are the draft's own: those of the last body named and of its place.

    The report's number is a name too.
    """
    metadata, bodies = outline.metadata, _bodies(outline)
    if metadata.symbol and any(c.isdigit() for c in metadata.symbol):
        yield metadata.symbol, False
    own = bodies[-1] if bodies and nameless(outline) else None
    place = metadata.place or ""
    if len(place.split()) > 1:
        yield place, own is not None and _key(place) in _key(own)
    for body in bodies:
        yield from ((name, body is own) for name in names(Metadata(unit=body)))


def former_names(text: str) -> Iterator[str]:
    """Names of units that a text calls former: ``xã Nà Mẫu (cũ)``, ``ba xã Nà Mẫu, Huổi Thử cũ``, ``huyện Pá Lọng trước đây``."""
    for listed in _FORMER.finditer(text):
        for name in (m[0] for m in _EACH_FORMER.finditer(listed[1])):
            bare = _LEVEL.sub("", name)
            yield bare if " " in bare else name  # one syllable alone is a word of everybody's


def _key(text: str) -> str:
    """One key for ``Hoà Bàn``, ``Hòa Bàn`` and ``HÒA  BÀN``: tone marks go to the end of their syllable."""
    out = []
    for word in unicodedata.normalize("NFD", text.lower()).split():
        tone = "".join(c for c in word if c in "\u0300\u0301\u0303\u0309\u0323")
        out.append("".join(c for c in word if c not in tone) + tone)
    return " ".join(out)


def _flexible(key: str) -> str:
    """A pattern for a key in every spelling: the tone mark on any of a syllable's vowels."""
    words = []
    for word in key.split():
        tone = word[-1] if word[-1] in "\u0300\u0301\u0303\u0309\u0323" else ""
        bare = unicodedata.normalize("NFC", word[: len(word) - len(tone)])
        forms = {bare} if not tone else {
            unicodedata.normalize("NFC", unicodedata.normalize("NFD", bare[: k + 1]) + tone + bare[k + 1 :]) for k in range(len(bare))
        }  # fmt: skip
        words.append("(?:" + "|".join(re.escape(f) for f in sorted(forms)) + ")")
    return r"\s+".join(words)
