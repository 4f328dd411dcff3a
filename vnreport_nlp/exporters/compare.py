"""A comparison as text, JSON or one web page."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from ..compare import Comparison, Pair
from ..messages import translate
from .json import Json, location_object
from .text import clean

LABELS = {
    "same": "giữ nguyên", "edited": "sửa", "moved": "chuyển chỗ", "moved and edited": "chuyển chỗ và sửa", "added": "thêm",
    "removed": "bỏ",
}  # fmt: skip
CONTEXT = 60
"""Characters of equal text kept on each side of a change in the text format."""
_PAGE = """<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ t("So sánh hai dự thảo") }}</title>
<style>
:root{color-scheme:light dark}body{font:16px/1.55 system-ui,"Segoe UI",sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.25rem .6rem;text-align:left}
ins{background:#c8f0d0;color:#08361a;text-decoration:underline}del{background:#ffd7d5;color:#5c0a0a;text-decoration:line-through}
.tag{font-size:.8rem;border:1px solid #888;border-radius:.6rem;padding:0 .5rem;margin-left:.5rem}p{white-space:pre-wrap}
@media (prefers-color-scheme:dark){ins{background:#0c4a22;color:#d8ffe4}del{background:#6b1515;color:#ffe3e1}}
@media print{body{max-width:none}h2{break-after:avoid}}
</style></head><body><main>
<h1>{{ t("So sánh hai dự thảo") }}</h1>
<table><tr><th scope="row">{{ t("Bản trước") }}</th><td>{{ left }}</td></tr><tr><th scope="row">{{ t("Bản sau") }}</th><td>{{ right }}</td></tr>
{% for name, n in counts %}<tr><th scope="row">{{ name }}</th><td>{{ n }}</td></tr>{% endfor %}</table>
{% for pair in pairs %}<section><h2>{{ pair.head }}<span class="tag">{{ pair.label }}</span></h2>
<p>{% for piece in pair.pieces %}{% if piece.op == "insert" %}<ins>{{ piece.text }}</ins>{% elif piece.op == "delete" %}<del>{{ piece.text }}</del>{% else %}{{ piece.text }}{% endif %}{% endfor %}</p></section>
{% endfor %}</main></body></html>
"""


def heading(pair: Pair) -> str:
    """The section's number and title, with where it was when it moved."""
    section = pair.right or pair.left
    if section is None:
        return ""
    was = f" ← {pair.left.number}" if pair.left and pair.right and pair.left.number != pair.right.number else ""
    return f"{section.number}{was} {section.title}".strip()


def compare_lines(found: Comparison, lang: str = "vi") -> Iterator[str]:
    """Changed sections with their changed words, then the counts."""
    for pair in found.pairs:
        if pair.change == "same":
            continue
        place = pair.right_place or pair.left_place
        at = place.location if place else None
        path = (found.right if pair.right else found.left).document.path
        line = (at.line or at.paragraph or 1) if at else 1
        yield clean(f"{path}:{line}: {translate(LABELS[pair.change], lang)}: {heading(pair)}")
        for piece in pair.pieces:
            if piece.op != "equal" and piece.text.strip() and pair.change not in ("added", "removed"):
                yield clean(f"    {'+' if piece.op == 'insert' else '-'} {piece.text.strip()[:400]}")
    yield "; ".join(f"{name}: {n}" for name, n in _counts(found, lang))


def _counts(found: Comparison, lang: str) -> list[tuple[str, int]]:
    return [(translate(label, lang), sum(p.change == change for p in found.pairs)) for change, label in LABELS.items()]


def compare_object(found: Comparison, lang: str = "vi") -> Json:
    """``vnreport.compare/1``."""
    return {
        "schema": "vnreport.compare/1",
        "left": found.left.document.path,
        "right": found.right.document.path,
        "sections": [
            {
                "change": pair.change,
                "left": pair.left.number if pair.left else None,
                "right": pair.right.number if pair.right else None,
                "title": (pair.right or pair.left).title if (pair.right or pair.left) else "",  # type: ignore[union-attr]
                "similarity": pair.similarity,
                "left_location": location_object(pair.left_place.location) if pair.left_place else None,
                "right_location": location_object(pair.right_place.location) if pair.right_place else None,
                "pieces": [{"op": p.op, "text": p.text} for p in pair.pieces],
            }
            for pair in found.pairs
        ],
    }


def compare_html(found: Comparison, lang: str = "vi") -> str:
    """One page that opens from a folder; drafts' text only ever as text."""
    pairs = [{"head": heading(p), "label": translate(LABELS[p.change], lang), "pieces": p.pieces} for p in found.pairs]
    page = Environment(autoescape=True).from_string(_PAGE)
    return page.render(
        lang=lang, t=lambda text: translate(text, lang), left=found.left.document.path, right=found.right.document.path,
        counts=_counts(found, lang), pairs=pairs,
    )  # fmt: skip
