"""Automatic numbers as Word displays them: the definitions of ``numbering.xml`` and the counters that run through a story.

Counters belong to the abstract list, not to its instances: two ``w:num`` of one ``w:abstractNum`` count on. An instance's
``w:startOverride`` takes effect where that instance first uses the level, and again whenever the level restarts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ..expressions import compiled
from .docx_formats import format_number
from .symbols import sign, symbol_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_PLACEHOLDER = compiled(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One ``w:lvl``; ``restart`` is ``w:lvlRestart`` (None: after any higher level), ``font`` that of its number."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    custom: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str | None = None
    hidden: bool = False
    bare: bool = False
    """Whether nothing stands between the number and the words (``w:suff``)."""

    @property
    def bullet(self) -> bool:
        """Whether the level shows a sign instead of a number."""
        return self.kind == "bullet"


@dataclass(slots=True)
class Abstract:
    """One ``w:abstractNum``."""

    id: str
    levels: dict[int, Level] = field(default_factory=dict)
    style_link: str | None = None
    num_style_link: str | None = None


@dataclass(slots=True)
class Instance:
    """One ``w:num`` with its overrides."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """A displayed number; ``font`` is the font of the level's own run properties, ``glued``: the words follow without a blank."""

    text: str
    level: int
    bullet: bool
    font: str | None = None
    glued: bool = False


def value_in(node: etree._Element, name: str) -> str | None:
    """What an element of this name right below a node has as ``w:val``."""
    child = node.find(W + name)
    return None if child is None else child.get(W + "val")


def integer(text: str | None, default: int | None = None) -> int | None:
    """A decimal integer of sane size, ``default`` for anything else."""
    if text is None:
        return default
    text = text.strip()
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text) else default


def switched_on(parent: etree._Element, name: str) -> bool:
    """Whether an on/off property is present and not switched off."""
    child = parent.find(W + name)
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off")


MOST_TEXT = 255
"""Word lets the form of a number have so many characters."""


def _level(node: etree._Element) -> Level:
    formats = list(node.iter(W + "numFmt"))
    kind = formats[0].get(W + "val", "decimal") if formats else "decimal"
    properties = node.find(W + "rPr")
    fonts = None if properties is None else properties.find(W + "rFonts")
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return Level(
        start=integer(value_in(node, "start"), 0 if node.find(W + "start") is None else 1) or 0,
        kind=kind,
        text=(value_in(node, "lvlText") or "")[:MOST_TEXT]
        or ("•" if node.find(W + "lvlPicBulletId") is not None else ""),
        custom=formats[0].get(W + "format", "") if formats else "",
        restart=integer(value_in(node, "lvlRestart")),
        legal=switched_on(node, "isLgl"),
        style=value_in(node, "pStyle"),
        font=font,
        hidden=properties is not None and switched_on(properties, "vanish"),
        bare=value_in(node, "suff") == "nothing",
    )


def _levels(parent: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for node in parent.iterfind(W + "lvl"):
        index = integer(node.get(W + "ilvl"))
        if index is not None and 0 <= index < LEVELS:
            found[index] = _level(node)
    return found


def _instance(node: etree._Element) -> Instance:
    instance = Instance(value_in(node, "abstractNumId") or "")
    for override in node.iterfind(W + "lvlOverride"):
        index = integer(override.get(W + "ilvl"))
        if index is None or not 0 <= index < LEVELS:
            continue
        start = integer(value_in(override, "startOverride"))
        if start is not None:
            instance.starts[index] = start
        level = override.find(W + "lvl")
        if level is not None:
            instance.levels[index] = _level(level)
    return instance


class Numbering:
    """The list definitions of one document; ``style_num`` gives the ``numId`` of a numbering style for ``numStyleLink``."""

    def __init__(
        self, root: etree._Element | None, style_num: Callable[[str], str | None] | None = None, *, lang: str = "vi-VN"
    ) -> None:
        self.lang = lang
        self.abstracts: dict[str, Abstract] = {}
        self.instances: dict[str, Instance] = {}
        self._style_num = style_num or (lambda style: None)
        self._resolved: dict[str, Abstract | None] = {}
        self._linked: dict[str, Abstract] = {}
        if root is None:
            return
        for node in root.iterfind(W + "abstractNum"):
            key = node.get(W + "abstractNumId", "")
            self.abstracts[key] = Abstract(
                key, _levels(node), value_in(node, "styleLink"), value_in(node, "numStyleLink")
            )
        self._linked = {a.style_link: a for a in reversed(self.abstracts.values()) if a.style_link}
        for node in root.iterfind(W + "num"):
            self.instances[node.get(W + "numId", "")] = _instance(node)

    def abstract(self, num: str) -> Abstract | None:
        """The list that instance ``num`` belongs to, through numbering styles; None when it is undefined."""
        if num not in self._resolved:
            self._resolved[num] = self._resolve(num)
        return self._resolved[num]

    def _resolve(self, num: str) -> Abstract | None:
        seen: set[str] = set()
        while num in self.instances and num not in seen:
            seen.add(num)
            abstract = self.abstracts.get(self.instances[num].abstract)
            if abstract is None or abstract.num_style_link is None:
                return abstract
            linked = self._style_num(abstract.num_style_link)
            if linked is None or linked in seen:
                return self._linked.get(abstract.num_style_link, abstract)
            num = linked
        return None

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level that a paragraph style is linked to in the list of ``num``."""
        instance = self.instances.get(num)
        abstract = self.abstract(num)
        if instance is None or abstract is None:
            return None
        for levels in (instance.levels, abstract.levels):
            for index, level in levels.items():
                if level.style == style:
                    return index
        return None

    def level(self, num: str, index: int) -> Level | None:
        """The definition of one level as instance ``num`` sees it."""
        instance = self.instances.get(num)
        if instance is not None and index in instance.levels:
            return instance.levels[index]
        abstract = self.abstract(num)
        return None if abstract is None else abstract.levels.get(index)

    def start(self, num: str, index: int) -> int:
        """The number that a level of instance ``num`` starts with."""
        instance = self.instances.get(num)
        if instance is not None and index in instance.starts:
            return instance.starts[index]
        level = self.level(num, index)
        return level.start if level else 1


class Counters:
    """The running numbers of one story."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, list[int | None]] = {}
        self._used: set[tuple[str, int]] = set()

    def next(self, num: str, index: int) -> Label | None:
        """Count one paragraph of instance ``num`` at level ``index``; None when there is no such list or no number is shown."""
        numbering = self._numbering
        abstract = numbering.abstract(num)
        if abstract is None:
            return None
        index = min(max(index, 0), LEVELS - 1)
        level = numbering.level(num, index)
        if level is None:
            return None
        values = self._values.setdefault(abstract.id, [None] * LEVELS)
        self._advance(values, num, index)
        if level.hidden:
            return None
        if level.bullet:
            return Label(_bullet(level), index, True, level.font)
        text = _PLACEHOLDER.sub(lambda m: self._shown(values, num, int(m[1]) - 1, level), level.text)
        return Label(text.strip(), index, False, level.font, glued=level.bare and not text[-1:].isspace())

    def _advance(self, values: list[int | None], num: str, index: int) -> None:
        numbering = self._numbering
        instance = numbering.instances[num]
        for higher in range(index):
            if values[higher] is None:
                values[higher] = numbering.start(num, higher)
        first = index in instance.starts and (num, index) not in self._used
        self._used.add((num, index))
        current = values[index]
        values[index] = numbering.start(num, index) if first or current is None else current + 1
        for deeper in range(index + 1, LEVELS):
            level = numbering.level(num, deeper)
            restart = level.restart if level else None
            if restart is None or (restart > 0 and index < restart):
                values[deeper] = None

    def _shown(self, values: list[int | None], num: str, index: int, shower: Level) -> str:
        value = values[index]
        level = self._numbering.level(num, index)
        if value is None or level is None or level.bullet:
            return ""
        if shower.legal and level.kind != "none":
            return str(value)
        return format_number(value, level.kind, custom=level.custom, lang=self._numbering.lang)


def _bullet(level: Level) -> str:
    """The bullet as a character that text can hold: symbol fonts lie in the private use area."""
    text = level.text.strip()
    if not text:
        return ""
    if text == "o" and level.font and level.font.startswith("Courier"):
        return "◦"
    symbol = symbol_font(level.font)
    out = []
    for char in text:
        code = ord(char)
        if symbol and 0x20 < code < 0x100 and char not in "-+*":
            code += 0xF000
        out.append(sign(code, level.font, "-") if 0xF000 <= code <= 0xF0FF else char)
    return "".join(out)
