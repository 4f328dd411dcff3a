"""What report an outline document is for: the subject under ``ĐỀ CƯƠNG``, not the office that sent it."""

from __future__ import annotations

import re

from ..expressions import compiled
from ..model import Outline
from ..outline import count

_OUTLINE = compiled(r"^\W*(?:(?:mẫu|phụ lục)(?: số)?[ \w.]{0,8}\W+)?đề cương\b\W*(?P<rest>.*)$", re.IGNORECASE)
_ENCLOSED = compiled(r"\s*[(\[](?:kèm theo|ban hành|dùng cho|áp dụng|gửi kèm|theo)\b[^)\]]*[)\]]?\W*$", re.IGNORECASE)
"""By which letter an outline came and for whom it is, after its title."""
_UNDER = compiled(
    r"^(?:tổng kết|sơ kết|kết quả|tình hình|về|công tác|việc|nhiệm kỳ|giai đoạn|năm|quý|\d)\b", re.IGNORECASE
)
"""How a further line of a subject begins; other lines with a capital are remarks."""
_ABOUT = compiled(r"\W*(?:v/v|về việc)\W*(?P<what>báo cáo\b.*)$", re.IGNORECASE)
"""What a letter asks for that has the outline in its text."""
MAX_LINE = 60
"""Longest line of a subject, in syllables."""
MAX_LINES = 3


def outline_title(outline: Outline) -> str:
    """The subject in words; the document's own title where no line says ĐỀ CƯƠNG."""
    lines = _lines(outline)
    at = [k for k, line in enumerate(lines) if _OUTLINE.match(line) and count(line) <= MAX_LINE]
    sure = [k for k in at if "ĐỀ CƯƠNG" in lines[k]] or at
    if not sure:
        about = next((m["what"] for line in lines if (m := _ABOUT.match(line)) and count(line) <= MAX_LINE), None)
        return _ENCLOSED.sub("", about[:1].upper() + about[1:] if about else outline.title).strip(" *#")
    found = _OUTLINE.match(lines[sure[-1]])
    parts = [_ENCLOSED.sub("", found["rest"]).strip(" *#:.")] if found else []
    for line in lines[sure[-1] + 1 :][:MAX_LINES]:
        if not _goes_on(parts, line):
            break
        parts.append(_ENCLOSED.sub("", line).strip(" *#"))
    return _joined([p for p in parts if p]) or outline.title


def _lines(outline: Outline) -> list[str]:
    document = outline.document
    return [
        " ".join(document.text[p.start : p.end].split())
        for p in document.paragraphs
        if p.story in ("body", "table", "textbox")
        and p.end <= outline.front.end
        and document.text[p.start : p.end].strip()
    ]


def _goes_on(parts: list[str], line: str) -> bool:
    """Whether a line under ĐỀ CƯƠNG is still the subject: nothing was said yet, or it begins as subjects do."""
    words = line.strip(" *#_")
    if not words[:1].isalnum() or count(words) > MAX_LINE or words.endswith((":", ".", ";")):
        return False
    said = " ".join(parts).strip().lower()
    return said in ("", "báo cáo") or words[0].islower() or words.isupper() or bool(_UNDER.match(words))


def _joined(parts: list[str]) -> str:
    """The lines as one title; ``BÁO CÁO`` over a line in small letters is written small too."""
    if len(parts) > 1 and parts[0].isupper() and not parts[1].isupper():
        parts = [parts[0].capitalize(), parts[1][:1].lower() + parts[1][1:], *parts[2:]]
    return " ".join(parts).strip()
