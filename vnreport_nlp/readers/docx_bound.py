"""Content controls bound to data of the file: Word shows what the data say, whatever was stored as the control's text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from lxml import etree

from ..errors import ReadError
from ..expressions import compiled
from .numbering import W
from .ooxml import Package, Relationship

MAX_PARTS = 50
"""So many parts of data are looked at: Word itself writes a handful."""
MAX_PATH = 1000
"""Characters of a path: those of forms are far shorter."""
_CORE, _EXTENDED = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_OF_PACKAGE = {"core-properties": _CORE, "extended-properties": _EXTENDED}
"""The properties of a file, which no part names by an id of its own."""
_ITEM = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_STEP = compiled(r"/(?:(?P<space>[\w.-]+):)?(?P<name>[\w.-]+)(?:\[(?P<index>\d{1,4})\])?")
_LAST = compiled(r"(?:/@(?:(?P<space>[\w.-]+):)?(?P<name>[\w.-]+)|/text\(\)(?:\[1\])?)?")
_PREFIX = compiled(r"xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")
_LISTS = ("dropDownList", "comboBox")
_OTHER = tuple(W + name for name in ("sdt", "ins", "del", "moveFrom", "moveTo", "fldChar", "drawing", "pict", "tbl"))
"""What no control of plain text holds, and what its text cannot take the place of."""


class Bound:
    """The data of one package, read when a control first asks; ``links`` are those of the main part."""

    def __init__(self, package: Package, links: Mapping[str, Relationship]) -> None:
        self._package = package
        self._links = links

    def fill(self, root: etree._Element) -> None:
        """Put into the controls of a part what Word shows in them; a binding of another kind keeps the stored text."""
        for binding in list(root.iter(W + "dataBinding")):
            properties = binding.getparent()
            control = None if properties is None else properties.getparent()
            content = None if control is None else control.find(W + "sdtContent")
            if properties is None or content is None or next(content.iter(*_OTHER), None) is not None:
                continue
            shown = _shown(properties, self._value(binding))
            if shown.strip():
                _put(content, shown, lines=_many_lines(properties))

    @cached_property
    def _parts(self) -> dict[str, list[etree._Element]]:
        """The roots of the data by the id of their part, all those that Word would search under an empty id."""
        found: dict[str, list[etree._Element]] = {"": []}
        for key, name in self._named():
            try:
                root = self._package.xml(name)
            except ReadError:  # what the text says is not lost by it
                continue
            if root is not None:
                found.setdefault(key, []).append(root)
                found[""].append(root)
        return found

    def _named(self) -> Iterator[tuple[str, str]]:
        """(id, name) of each part of data."""
        custom = [link.target for link in self._links.values() if link.kind == "customXml" and not link.external]
        for name in custom[:MAX_PARTS]:
            yield self._id_of(name), name
        for link in self._package.relationships().values():
            if link.kind in _OF_PACKAGE and not link.external:
                yield _OF_PACKAGE[link.kind], link.target

    def _id_of(self, name: str) -> str:
        try:
            links = self._package.relationships(name).values()
            target = next((k.target for k in links if k.kind == "customXmlProps" and not k.external), "")
            properties = self._package.xml(target)
        except ReadError:
            return "?"
        return "?" if properties is None else properties.get(_ITEM, "?").upper()

    def _value(self, binding: etree._Element) -> str:
        """What the data say at the place that a binding names; an empty string for nothing, and for a path of another form."""
        path = _path(binding)
        values = (path(root) for root in self._parts.get(binding.get(W + "storeItemID", "").upper(), ()))
        return next((value for value in values if value), "")


def _path(binding: etree._Element) -> Callable[[etree._Element], str]:
    """The way from the root of the data to a value: steps from element to child, at most an attribute at their end."""
    text = binding.get(W + "xpath", "")
    spaces = {m[1]: m[2] or m[3] or "" for m in _PREFIX.finditer(binding.get(W + "prefixMappings", "")[:MAX_PATH])}
    steps: list[tuple[str, int]] = []
    at = 0
    while len(text) <= MAX_PATH and (m := _STEP.match(text, at)) and not text.startswith("(", m.end()):
        steps.append((_tag(m["space"], m["name"], spaces), int(m["index"] or 1)))
        at = m.end()
    last = _LAST.fullmatch(text, at)
    attribute = _tag(last["space"], last["name"], spaces) if last is not None and last["name"] else ""

    def follow(root: etree._Element) -> str:
        if last is None or not steps or steps[0] != (root.tag, 1):
            return ""
        node: etree._Element | None = root
        for tag, index in steps[1:]:
            below = [] if node is None else list(node.iterchildren(tag))
            node = below[index - 1] if 0 < index <= len(below) else None
        if node is None or (len(node) and not attribute):
            return ""
        return (node.get(attribute) if attribute else node.text) or ""

    return follow


def _tag(prefix: str | None, name: str, spaces: Mapping[str, str]) -> str:
    """A name with its namespace; one that no element has where the prefix is unknown."""
    return name if prefix is None else f"{{{spaces.get(prefix, '?')}}}{name}"


def _shown(properties: etree._Element, value: str) -> str:
    """What a control shows of a value; nothing for controls that show it in a form of their own, as dates."""
    if properties.find(W + "text") is not None:
        return value
    for kind in _LISTS:
        entries = properties.find(W + kind)
        if entries is not None:
            named = {e.get(W + "value"): e.get(W + "displayText") for e in entries.iterfind(W + "listItem")}
            return named.get(value) or value
    return ""


def _many_lines(properties: etree._Element) -> bool:
    node = properties.find(W + "text")
    return node is not None and node.get(W + "multiLine", "0") in ("1", "true", "on")


def _put(content: etree._Element, shown: str, *, lines: bool) -> None:
    """Make a text the only one of a control, in the look of its first; a control as it should be is left as it is."""
    texts = list(content.iter(W + "t"))
    if "".join(t.text or "" for t in texts) == shown:
        return
    for node in (*texts[1:], *content.iter(W + "br", W + "cr", W + "tab")):
        if (parent := node.getparent()) is not None and parent.tag == W + "r":
            parent.remove(node)
    first = texts[0] if texts else _new_text(content)
    if first is None:
        return
    head, *rest = shown.splitlines() if lines else [shown]
    first.text = head
    for line in reversed(rest):
        text = etree.Element(W + "t")
        text.text = line
        first.addnext(text)
        first.addnext(etree.Element(W + "br"))


def _new_text(content: etree._Element) -> etree._Element | None:
    """A text in an empty control: in its first run, its first paragraph, or in itself where it stands in a paragraph."""
    run = next(content.iter(W + "r"), None)
    if run is None:
        inside = next(content.iterancestors(W + "p"), None) is not None
        parent = content if inside else next(content.iter(W + "p"), None)
        if parent is None:
            return None
        run = etree.SubElement(parent, W + "r")
    return etree.SubElement(run, W + "t")
