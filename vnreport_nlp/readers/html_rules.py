"""The rules of a page's style sheets and the elements that they are for: tags, classes, names, one inside another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ..expressions import compiled

LONGEST = 500_000
DEPTH = 8
"""Parts of a selector beyond which it is left alone."""
MOST, NESTED = 100, 10
"""Rules for one tag, class or name, after which no more are kept, and no more that ask what stands around."""
ABOVE = 25
"""Elements around one that are looked at."""
_PART = compiled(r"(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME = compiled(r"([.#])([\w-]+)")
_JOINED = compiled(r"\s*>\s*|\s+")
Css = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a selector: ``p.a#b``; ``child`` when what stands before it must be the parent."""

    tag: str
    names: frozenset[str] = frozenset()
    key: str = ""
    child: bool = False

    def fits(self, node: etree._Element) -> bool:
        """Whether an element is one of these."""
        if self.tag not in ("", "*") and node.tag != self.tag:
            return False
        if self.key and node.get("id") != self.key:
            return False
        return not self.names or self.names <= set(node.get("class", "").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    parts: tuple[_Part, ...]
    weight: tuple[int, int, int, int]
    css: Css = field(hash=False)


def declarations(text: str) -> Css:
    """``name: value`` pairs, lower-case but for the font names."""
    found: Css = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


class StyleSheet:
    """Rules for tags, classes and names; selectors of other kinds are left alone."""

    def __init__(self, text: str) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = 0
        for part in _without_comments(text[:LONGEST]).split("}"):
            head, _, body = part.partition("{")
            if head.lstrip().lower().startswith("@media") and "print" not in head:
                head, _, body = body.partition("{")  # the rules inside are for the screen
            head = head.rpartition(";")[2].strip()
            if not body or head.startswith("@"):
                continue
            css = declarations(body)
            for selector in head.split(","):
                self._add(selector.strip(), css)

    def _add(self, selector: str, css: Css) -> None:
        parts = _parts(selector)
        if not parts:
            return
        last = parts[-1]
        names = (
            sum(bool(p.key) for p in parts),
            sum(len(p.names) for p in parts),
            sum(p.tag not in ("", "*") for p in parts),
        )
        self._count += 1
        key = f"#{last.key}" if last.key else f".{min(last.names)}" if last.names else last.tag or "*"
        rules = self._rules.setdefault(key, [])
        if len(rules) < (MOST if len(parts) == 1 else NESTED):
            rules.append(_Rule(parts, (*names, self._count), css))

    def of(self, node: etree._Element, tag: str) -> Css:
        """What applies to one element, the element's own style last."""
        keys = ["*", tag, *(f".{name}" for name in node.get("class", "").split()), f"#{node.get('id', '')}"]
        rules = [rule for key in dict.fromkeys(keys) for rule in self._rules.get(key, ()) if _applies(rule.parts, node)]
        found: Css = {}
        for rule in sorted(rules, key=lambda one: one.weight):
            found.update(rule.css)
        if style := node.get("style", ""):
            found.update(declarations(style))
        return found


def _without_comments(text: str) -> str:
    first, *others = text.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _parts(selector: str) -> tuple[_Part, ...]:
    """The parts of a selector from the outermost to the element itself; nothing for one of another kind."""
    found: list[_Part] = []
    at = 0
    while at < len(selector) and len(found) < DEPTH:
        match = _PART.match(selector, at)
        if match is None or not match[0]:
            return ()
        joint = _JOINED.match(selector, match.end())
        names = _NAME.findall(match[2])
        child = bool(found) and ">" in selector[_before(selector, at) : at]
        found.append(
            _Part(
                (match[1] or "").lower(),
                frozenset(n for sign, n in names if sign == "."),
                next((n for sign, n in names if sign == "#"), ""),
                child,
            )
        )
        if joint is None and match.end() < len(selector):
            return ()
        at = match.end() if joint is None else joint.end()
    return tuple(found) if at >= len(selector) else ()


def _before(selector: str, at: int) -> int:
    """Where the joint before a part begins."""
    start = at
    while start and selector[start - 1] in " \t\r\n\f>":
        start -= 1
    return start


def _applies(parts: tuple[_Part, ...], node: etree._Element) -> bool:
    if not parts[-1].fits(node):
        return False
    must_be_parent = parts[-1].child
    above, steps = node.getparent(), 0
    for part in reversed(parts[:-1]):
        while above is not None and not part.fits(above):
            steps += 1
            if must_be_parent or steps > ABOVE:
                return False
            above = above.getparent()
        if above is None:
            return False
        must_be_parent, above = part.child, above.getparent()
    return True
