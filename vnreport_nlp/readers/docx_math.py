"""Formulas of a Word file in one line: what the strokes, signs and places of their parts say, said in characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from ..expressions import compiled

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
Step = str | etree._Element
"""A sign to write, or a part whose content comes next."""
_COMPOUND = compiled(r"[^\W_]\W*[-+−–±×·*/:=,;\s][^\W_]*|[^\W_]\s+[^\W_]")
"""What needs brackets beside a stroke: more than one number, letter or word."""


def steps(node: etree._Element) -> Iterator[Step]:
    """What one of ``PARTS`` shows, in reading order; a bracket that is not there is an empty sign."""
    return _SHOWN[str(node.tag)](node)


def is_compound(words: str) -> bool:
    """Whether a part of a formula needs brackets beside a stroke."""
    return _COMPOUND.search(words) is not None


def _own(node: etree._Element, *names: str) -> list[etree._Element]:
    return [part for name in names for part in node.iterfind(M + name)]


def _sign(node: etree._Element, name: str, usual: str) -> str:
    """A sign that the properties of a part name; one named as empty is none."""
    found = node.find(f"{M}{_tag(node)}Pr/{M}{name}")
    return usual if found is None else found.get(M + "val", "")


def _on(node: etree._Element, name: str) -> bool:
    found = node.find(f"{M}{_tag(node)}Pr/{M}{name}")
    return found is not None and found.get(M + "val", "1") not in ("0", "off", "false")


def _tag(node: etree._Element) -> str:
    return str(node.tag).removeprefix(M)


def _enclosed(parts: Sequence[etree._Element]) -> Iterator[Step]:
    """Parts beside a stroke, in brackets where they are more than one number or name and have none of their own."""
    single = len(parts) == 1 and len(parts[0]) == 1 and parts[0][0].tag == M + "d"
    words = "".join(t.text or "" for part in parts for t in part.iter(M + "t"))
    brackets = not single and is_compound(words)
    yield "(" if brackets else ""
    yield from parts
    yield ")" if brackets else ""


def _fraction(node: etree._Element) -> Iterator[Step]:
    """``85/100``: without its stroke a fraction would read as one number."""
    yield from _enclosed(_own(node, "num"))
    yield "/" if _sign(node, "type", "bar") != "noBar" else " "
    yield from _enclosed(_own(node, "den"))


def _root(node: etree._Element) -> Iterator[Step]:
    if not _on(node, "degHide"):
        yield from _own(node, "deg")
    yield "√"
    yield from _enclosed(_own(node, "e"))


def _sum(node: etree._Element) -> Iterator[Step]:
    """A sum or an integral with its bounds: ``∑(i=1; n) x``."""
    yield _sign(node, "chr", "∫")
    bounds = [part for part in _own(node, "sub", "sup") if len(part) and not _on(node, _tag(part) + "Hide")]
    if bounds:
        yield "("
        yield from _parted(bounds, "; ")
        yield ")"
    yield " "
    yield from _own(node, "e")


def _brackets(node: etree._Element) -> Iterator[Step]:
    yield _sign(node, "begChr", "(")
    yield from _parted(_own(node, "e"), _sign(node, "sepChr", "|"))
    yield _sign(node, "endChr", ")")


def _matrix(node: etree._Element) -> Iterator[Step]:
    for at, row in enumerate(_own(node, "mr")):
        yield "; " if at else ""
        yield from _parted(_own(row, "e"), " ")


def _parted(parts: Sequence[etree._Element], sign: str) -> Iterator[Step]:
    for at, part in enumerate(parts):
        yield sign if at else ""
        yield part


def _limit(node: etree._Element) -> Iterator[Step]:
    yield from _parted(_own(node, "e", "lim"), " ")
    yield " "


_SHOWN: dict[str, Callable[[etree._Element], Iterator[Step]]] = {
    M + "f": _fraction, M + "rad": _root, M + "nary": _sum, M + "d": _brackets, M + "m": _matrix,
    M + "eqArr": lambda node: _parted(_own(node, "e"), "; "), M + "limLow": _limit, M + "limUpp": _limit,
    M + "func": lambda node: _parted(_own(node, "fName", "e"), " "),
}  # fmt: skip
PARTS = frozenset(_SHOWN)
"""The parts of a formula that show more than their content one after the other."""
