"""Notes of a page that are marked as the standards have it, or by links there and back: pandoc, Markdown, e-books, Google Docs, wikis."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ..expressions import compiled

_ALL = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes"})
"""Classes, roles and types of what holds all notes …"""
_ONE = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
"""… and of one of them."""
_MARKS = frozenset({"noteref", "doc-noteref", "footnote-ref", "footnoteref"})
_BACKS = frozenset({"doc-backlink", "footnote-back", "footnote-backref"})
_HOLDERS = frozenset({"li", "p", "div", "aside", "dd", "section"})
_SHOWN = compiled(r"\[?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})\)?\]?")
_OFFICE = compiled(r"#(?:_(?:ftn|edn)|sd(?:foot|end)note)")
"""Notes of Word and LibreOffice, which are told by these names alone."""
EPUB = "{http://www.idpf.org/2007/ops}type"


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The notes of a page: (key, number) by the element that holds a note and by the link that refers to it; links back."""

    held: dict[etree._Element, tuple[str, str]] = field(default_factory=dict)
    references: dict[etree._Element, tuple[str, str]] = field(default_factory=dict)
    backs: frozenset[etree._Element] = frozenset()


def page_notes(root: etree._Element, deepest: int) -> PageNotes:
    """The notes of a page: what links lead down to, if it is marked as a note or leads back up to the link, and what is marked alone.

    None of a page nested deeper than ``deepest``, which is refused.
    """
    found, listed = PageNotes(), _listed(root, deepest)
    if listed is None:
        return found
    order = {node: i for i, node in enumerate(root.iter())}
    named = {name: node for node in reversed(order) for name in (node.get("id"), node.get("name")) if name}
    backs: set[etree._Element] = set()
    for link in root.iter("a"):
        href = link.get("href", "")
        target = named.get(href[1:]) if href.startswith("#") and not _OFFICE.match(href) else None
        holder = _holder(target) if target is not None and order[target] > order[link] else None
        if holder is None or not _is_mark(link) or any(above in found.held for above in link.iterancestors()):
            continue
        back = [a for a in holder.iter("a") if _leads_to(a, link)]
        if back or holder in listed or _ONE & _words(holder):
            shown = "".join(str(t) for t in link.itertext()).strip().strip("[]()")
            found.references[link] = _held(found, holder, shown)
            backs.update(back, (a for a in holder.iter("a") if _BACKS & _words(a)))
    for holder in (
        n for n in order if (n in listed and n.tag == "li") or (n.tag in ("aside", "div") and _ONE & _words(n))
    ):
        if not any(one in found.held for one in (*holder.iterancestors(), *holder.iter())):
            _held(found, holder, "")
    return PageNotes(found.held, found.references, frozenset(backs))


def _held(found: PageNotes, holder: etree._Element, shown: str) -> tuple[str, str]:
    """The note of an element: the one that it has already, or a new one."""
    number = len(found.held) + 1
    return found.held.setdefault(holder, (f"page{number}", shown or str(number)))


def _listed(root: etree._Element, deepest: int) -> set[etree._Element] | None:
    """The elements in what holds the notes; None where elements are nested too deep."""
    listed: set[etree._Element] = set()
    depth = within = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        step = 1 if event == "start" else -1
        depth += step
        if depth > deepest:
            return None
        if node.attrib and _ALL & _words(node):
            within += step
        elif within:
            listed.add(node)
    return listed


def _words(node: etree._Element) -> set[str]:
    """What an element says of its kind."""
    return set(
        " ".join((node.get("class", ""), node.get("role", ""), node.get(EPUB, node.get("epub:type", ""))))
        .lower()
        .split()
    )


def _is_mark(link: etree._Element) -> bool:
    """Whether a link looks like the mark of a note: it says so, or is a raised number or star."""
    if _MARKS & _words(link):
        return True
    text = "".join(str(t) for t in link.itertext()).strip()
    above = link.getparent()
    raised = (above is not None and above.tag == "sup") or any(True for _ in link.iter("sup"))
    return raised and _SHOWN.fullmatch(text) is not None


def _holder(target: etree._Element) -> etree._Element | None:
    """The element that a link leads to, or the one that its name opens (``<p><a id=…>1</a> …``)."""
    node: etree._Element | None = target
    while node is not None and node.tag not in _HOLDERS:
        above = node.getparent()
        if above is None or above[0] is not node or (above.text or "").strip():
            return None
        node = above
    return node


def _leads_to(back: etree._Element, link: etree._Element) -> bool:
    """Whether a link leads to another one, or to the raised sign that it stands in."""
    name = back.get("href", "")[1:]
    return bool(name) and any(
        name in (one.get("id"), one.get("name")) for one in (link, link.getparent()) if one is not None
    )
