"""A comparison as text, JSON or one web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment

from ..compare import Change, Comparison, Pair, Piece
from ..expressions import compiled
from ..messages import render, translate
from ..model import msg, shortened, whole_percent
from .json import Json, location_object
from .tables import Speech
from .text import clean

LABELS: dict[Change, str] = {
    "same": "giữ nguyên", "edited": "sửa", "moved": "chuyển chỗ", "moved and edited": "chuyển chỗ và sửa", "removed": "bỏ",
    "added": "thêm",
}  # fmt: skip
BETWEEN = {
    "same": msg("giống nhau"), "edited": msg("viết khác"), "moved": msg("khác chỗ"), "moved and edited": msg("khác chỗ, viết khác"),
    "removed": msg("chỉ đơn vị thứ nhất có"), "added": msg("chỉ đơn vị thứ hai có"),
}  # fmt: skip
"""The same of two units: nobody added or struck out anything."""
CONTEXT = 40
"""Characters of equal text kept on each side of a change in the text format."""
NEAR = 3
"""Fewer equal words than this between two changes are read with them: single words that happen to agree are no agreement."""
REWRITTEN = 0.5
"""Sections less alike than this stand side by side: marked word by word they could not be read."""
_FIGURE = compiled(r"[.,/]\d[\d.,/]*%?|%")
"""The rest of a figure whose first digits changed."""
LONGEST = 400
"""Characters of one side of a change in the text format."""
_PAGE = """<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ t("So sánh hai dự thảo") }}</title>
<style>
:root{color-scheme:light dark}body{font:16px/1.55 system-ui,"Segoe UI",sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.25rem .6rem;text-align:left}th::first-letter{text-transform:uppercase}
mark{background:#fdf0cf;color:inherit}ins{background:#c8f0d0;color:#08361a;text-decoration:underline}del{background:#ffd7d5;color:#5c0a0a;text-decoration:line-through}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.two h3{font-size:.9rem;margin:0}.at{font-weight:400;font-size:.85rem;opacity:.8}summary{font-weight:600;margin:1rem 0}@media (max-width:40rem){.two{grid-template-columns:1fr}}
.tag{font-size:.8rem;border:1px solid #888;border-radius:.6rem;padding:0 .5rem;margin-left:.5rem;white-space:nowrap}p{white-space:pre-wrap}
@media (prefers-color-scheme:dark){mark{background:#40310f}ins{background:#0c4a22;color:#d8ffe4}del{background:#6b1515;color:#ffe3e1}}
@media print{body{max-width:none}h2{break-after:avoid}details:not([open])>summary{list-style:none;font-weight:400;margin:.15rem 0}summary::marker{content:""}}
</style></head><body><main>
{% macro runs(all) %}{% for text, same in all %}{% if same %}<mark>{{ text }}</mark>{% else %}{{ text }}{% endif %}{% endfor %}{% endmacro %}
<h1>{{ t("So sánh hai dự thảo") }}</h1>
<table><tr><th scope="row">{{ first }}</th><td>{{ left }}</td></tr><tr><th scope="row">{{ second }}</th><td>{{ right }}</td></tr>
{% for name, n in counts %}<tr><th scope="row">{{ name }}</th><td>{{ n }}</td></tr>{% endfor %}</table>
{% if between %}<p class="at">{{ t("Ở mục hai bên viết khác: chỗ tô nền là chỗ hai bên viết giống nhau.") }}</p>{% endif %}
{% for pair in pairs %}{% if pair.same %}<details><summary>{{ pair.head }}<span class="tag">{{ pair.label }}</span></summary><p>{{ pair.right }}</p></details>
{% elif pair.apart %}<section><h2>{{ pair.head }}<span class="tag">{{ pair.label }}{% if pair.likeness %} · {{ pair.likeness }}{% endif %}</span></h2>
<div class="two"><div><h3>{{ first }}{% if pair.left_at %} <span class="at">{{ pair.left_at }}</span>{% endif %}</h3><p>{{ runs(pair.left_runs) or "—" }}</p></div><div><h3>{{ second }}{% if pair.right_at %} <span class="at">{{ pair.right_at }}</span>{% endif %}</h3><p>{{ runs(pair.right_runs) or "—" }}</p></div></div></section>
{% else %}<section><h2>{{ pair.head }}<span class="tag">{{ pair.label }}</span>{% if pair.at %} <span class="at">{{ pair.at }}</span>{% endif %}</h2>
<p>{% for piece in pair.pieces %}{% if piece.op == "insert" %}<ins>{{ piece.text }}</ins>{% elif piece.op == "delete" %}<del>{{ piece.text }}</del>{% else %}{{ piece.text }}{% endif %}{% endfor %}</p></section>
{% endif %}{% endfor %}</main></body></html>
"""


def label(found: Comparison, change: Change, lang: str) -> str:
    """A change in words: between versions of one draft, or between two units."""
    return translate(LABELS[change], lang) if found.versions else render(BETWEEN[change], lang)


def heading(found: Comparison, pair: Pair) -> str:
    """The section's heading as the draft prints it and those above it, with that of the other side where it is another one."""
    right = found.right.printed(pair.right) if pair.right is not None else ""
    left = found.left.printed(pair.left) if pair.left is not None else ""
    if not right or not left or right == left:
        return right or left
    return f"{right} ← {left}" if found.versions else f"{left} ↔ {right}"


def places(found: Comparison, pair: Pair, lang: str) -> tuple[str, str]:
    """Where the section stands on each side: page, line or paragraph."""
    t = Speech(lang)
    left, right = (t.place(p.location) if p is not None else "" for p in (pair.left_place, pair.right_place))
    return left, right


def compare_lines(found: Comparison, lang: str = "vi") -> Iterator[str]:
    """Changed sections with their changed words, then the counts."""
    for pair in found.pairs:
        if pair.change == "same":
            continue
        place = pair.right_place or pair.left_place
        at = place.location if place else None
        path = (found.right if pair.right else found.left).document.path
        line = (at.line or at.paragraph or 1) if at else 1
        left, right = places(found, pair, lang)
        told = f"{left} ↔ {right}" if left and right else left or right
        yield clean(
            f"{path}:{line}: {label(found, pair.change, lang)}: {heading(found, pair)}{f' ({told})' if told else ''}"
        )
        if pair.change not in ("added", "removed"):
            first, second = _sides(found, lang)
            signs = ("-", "+") if found.versions else (f"{first}:", f"{second}:")
            yield from (clean(f"    {line}") for line in _change_lines(pair, signs, apart=not found.versions))
    yield "; ".join(f"{name}: {n}" for name, n in _counts(found, lang))


def _change_lines(pair: Pair, signs: tuple[str, str], *, apart: bool) -> Iterator[str]:
    """``… kết nạp [-45-] {+54+} đảng viên …``, a change a line; a section written anew, or by two units, as its two beginnings."""
    if apart or pair.similarity < REWRITTEN:
        for sign, skipped in zip(signs, ("insert", "delete"), strict=True):
            yield f"{sign} {shortened(' '.join(_body(pair, skipped).split()), LONGEST) or '—'}"
        return
    pieces = joined(pair.pieces)
    for k, piece in enumerate(pieces):
        if piece.op == "equal" or not piece.text.strip() or (k and pieces[k - 1].op == "delete"):
            continue
        change = [p for p in pieces[k : k + 2] if p.op != "equal"]
        before = pieces[k - 1].text if k else ""
        after = pieces[k + len(change)].text if k + len(change) < len(pieces) else ""
        told = " ".join(_marked(p) for p in change if p.text.strip())
        yield f"{_tail(before)} {told} {_head(after)}".strip()


def _marked(piece: Piece) -> str:
    text = shortened(" ".join(piece.text.split()), LONGEST)
    # no braces of a page template: the file is read for messages as one
    return "{+" + text + "+}" if piece.op == "insert" else f"[-{text}-]"


def _head(text: str) -> str:
    return shortened(" ".join(text.split()), CONTEXT)


def _tail(text: str) -> str:
    """The last whole words."""
    flat = " ".join(text.split())
    return flat if len(flat) <= CONTEXT else "… " + flat[-CONTEXT:].partition(" ")[2]


def _side(pieces: Sequence[Piece], skipped: str) -> str:
    """One side's text."""
    return "".join(p.text for p in pieces if p.op != skipped)


def _body(pair: Pair, skipped: str) -> str:
    """One side's text below its title, which the line above tells."""
    title, _, body = _side(pair.pieces, skipped).partition("\n")
    return body if pair.left and pair.right else title


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The same difference with the few equal words between two changes taken into them."""
    out: list[Piece] = []
    gone, come = "", ""

    def flush() -> None:
        nonlocal gone, come
        out.extend(piece for piece in (Piece("delete", gone), Piece("insert", come)) if piece.text)
        gone = come = ""

    for k, piece in enumerate(pieces):
        if (
            piece.op == "equal"
            and (gone or come)
            and (rest := _FIGURE.match(piece.text))
            and (gone + come)[-1:].isdigit()
        ):
            gone, come, piece = gone + rest[0], come + rest[0], Piece("equal", piece.text[rest.end() :])
            if not piece.text:
                continue
        more = any(p.op != "equal" for p in pieces[k + 1 :])
        if piece.op == "delete":
            gone += piece.text
        elif piece.op == "insert":
            come += piece.text
        elif (gone or come) and more and len(piece.text.split()) < NEAR and "\n" not in piece.text:
            gone, come = gone + piece.text, come + piece.text
        else:
            flush()
            out.append(piece)
    flush()
    return out


def _sides(found: Comparison, lang: str) -> tuple[str, str]:
    """What the two drafts are called: versions of one, or the units."""
    if found.versions:
        return translate("Bản trước", lang), translate("Bản sau", lang)
    return clean(found.left.metadata.unit or ""), clean(found.right.metadata.unit or "")


def _counts(found: Comparison, lang: str) -> list[tuple[str, int]]:
    return [(label(found, change, lang), sum(p.change == change for p in found.pairs)) for change in LABELS]


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


def _shown(found: Comparison, pair: Pair, lang: str) -> dict[str, object]:
    """One pair on the page: the heading is told once, unchanged text is folded away, rewritten text stands side by side."""
    pieces = _without_title(pair)
    same = pair.change in ("same", "moved")
    apart = not same and (not found.versions or ("edited" in pair.change and pair.similarity < REWRITTEN))
    left, right = places(found, pair, lang)
    alike = apart and not found.versions and pair.left is not None and pair.right is not None
    return {
        "head": heading(found, pair), "left_at": left, "right_at": right, "at": " ↔ ".join(filter(None, (left, right))), "label": label(found, pair.change, lang), "same": same, "apart": apart,
        "pieces": joined(pieces), "left": _side(pieces, "insert"), "right": _side(pieces, "delete"),
        "likeness": translate("giống {percent}%", lang, percent=whole_percent(pair.similarity)) if alike else "",
        "left_runs": _runs(pieces, "insert", alike), "right_runs": _runs(pieces, "delete", alike),
    }  # fmt: skip


def _runs(pieces: Sequence[Piece], skipped: str, alike: bool) -> list[tuple[str, bool]]:
    """One side's text in runs, each with whether the other side has it too; of versions and of one side alone nothing is told."""
    return [
        (p.text, alike and p.op == "equal" and any(map(str.isalnum, p.text))) for p in joined(pieces) if p.op != skipped
    ]


def _without_title(pair: Pair) -> list[Piece]:
    """The pieces after an unchanged title, which the heading shows."""
    pieces = list(pair.pieces)
    if pair.left and pair.right and pair.left.title == pair.right.title and pieces and pieces[0].op == "equal":
        title, line, rest = pieces[0].text.partition("\n")
        if title == pair.right.title and line:
            return [Piece("equal", rest), *pieces[1:]] if rest else pieces[1:]
        if title == pair.right.title:
            return pieces[1:]
    return pieces


def compare_html(found: Comparison, lang: str = "vi") -> str:
    """One page that opens from a folder; drafts' text only ever as text."""
    first, second = _sides(found, lang)
    pairs = [_shown(found, pair, lang) for pair in found.pairs]
    page = Environment(autoescape=True).from_string(_PAGE)
    return page.render(
        lang=lang, t=lambda text: translate(text, lang), left=found.left.document.path, right=found.right.document.path,
        counts=_counts(found, lang), pairs=pairs, between=not found.versions, first=first, second=second,
    )  # fmt: skip
