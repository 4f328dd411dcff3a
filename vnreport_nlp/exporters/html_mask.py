"""Names of units replaced by their codes, for reports that may be shown without saying whose drafts they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from ..checks.letters import UPPER
from ..model import Assessment, Cohort, Metadata
from ..outline import written

LEVELS = ("thị xã", "thành phố", "thị trấn", "đặc khu", "huyện", "quận", "phường", "xã")
_CODE = re.compile(r"^(?:Đơn vị|Unit) \d+$")
_LEVEL = re.compile(rf"^(?:{'|'.join(LEVELS)})\s+", re.IGNORECASE)
_BODY = re.compile(
    r"^(?:ban chấp hành\s+)?(?:đảng (?:bộ|ủy|uỷ)|huyện (?:ủy|uỷ)|thị (?:ủy|uỷ)|thành (?:ủy|uỷ))\s+", re.IGNORECASE
)
_OWN = re.compile(rf"(?<!tỉnh) ([{UPPER}]\w+(?: (?:[{UPPER}][\w’'-]*|\d+))+)$")


def masker(cohort: Cohort) -> Callable[[str], str]:
    """A function that replaces every unit's name, with or without its level, by the unit's label; all spellings alike.

    Paths and names of the drafts' files are replaced too: a message may quote them.
    """
    codes: dict[str, str] = {}
    files: dict[str, str] = {}
    for draft in cohort.drafts:
        result = cohort.load(draft)
        if isinstance(result, Assessment):
            for name in names(result.outline.metadata):
                codes.setdefault(_key(name), draft.label)
        for text in (draft.path, PurePath(draft.path.replace("\\", "/")).name):
            files.setdefault(unicodedata.normalize("NFC", text), draft.slug)
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
