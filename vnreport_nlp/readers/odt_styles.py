"""Styles and lists of an OpenDocument text, resolved through their parents."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ..expressions import compiled
from .docx_formats import format_number, letters
from .docx_shades import UNKNOWN, hexed
from .docx_sight import NARROW, Sight
from .docx_styles import CHAIN, PLAIN_RUN, RunProps
from .numbering import Label, integer
from .symbols import sign

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
LEVELS = 10
FAINT = 10
"""Per cent of opacity below which letters do not show."""
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = compiled(r"%(10|[1-9])%")


_LENGTH = compiled(r"(-?(?:\d+\.?\d*|\.\d+))(pt|in|cm|mm|px|pc)")
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, "pc": 2.54 / 6}
_SHARE = compiled(r"(-?\d+(?:\.\d+)?)%")


def centimetres(value: str | None) -> float | None:
    """A length with its unit; None for anything else."""
    match = _LENGTH.fullmatch(value or "")
    return float(match[1]) * _CM[match[2]] if match else None


def per_cent(value: str | None) -> float | None:
    """A share in per cent; None for anything else."""
    match = _SHARE.fullmatch(value or "")
    return float(match[1]) if match else None


BODY_LEVEL = 10
"""Word tells running text by a level below its nine of headings, and so do programs that write its files as OpenDocument."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph or text style with its parents; ``level`` is its outline level from 1."""

    run: RunProps = PLAIN_RUN
    align: str | None = None
    level: int | None = None
    toc: bool = False


def run_props(node: etree._Element | None, fonts: dict[str, str]) -> RunProps:
    """The properties of one ``style:text-properties``."""
    if node is None:
        return PLAIN_RUN
    get = node.get
    font = get(FO + "font-family") or fonts.get(name := get(STYLE + "font-name", ""), name)
    weight, slant, case = get(FO + "font-weight"), get(FO + "font-style"), get(FO + "text-transform")
    small = get(FO + "font-variant") == "small-caps"
    shown, position = get(TEXT + "display"), get(STYLE + "text-position")
    return RunProps(
        None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        None if slant is None else slant in ("italic", "oblique"),
        (case == "uppercase" or small) if small or case is not None else None,
        None if shown is None else shown == "none",
        font.strip("'\"") if font else None,
        font.strip("'\"") if font else None,
        None if position is None else position.startswith(("super", "33")),
        _sight(node),
    )


def _sight(node: etree._Element) -> Sight:
    """What the properties say of how letters meet the eye."""
    get = node.get
    colour, back, opacity = get(FO + "color"), get(FO + "background-color"), per_cent(get(LOEXT + "opacity"))
    if get(STYLE + "use-window-font-color") == "true" or colour is None:
        # LibreOffice notes the colour of the program as one that is wholly clear
        colour, opacity = (UNKNOWN if get(STYLE + "use-window-font-color") == "true" else None), None
    size, share, spacing = (
        centimetres(get(FO + "font-size")),
        per_cent(get(FO + "font-size")),
        get(FO + "letter-spacing"),
    )
    points = None if size is None else size * 72 / 2.54
    if share is not None and share <= NARROW:
        points = 1.0
    wide, apart = per_cent(get(STYLE + "text-scale")), centimetres(spacing)
    return Sight(
        None if colour is None else hexed(colour) or UNKNOWN,
        None if back is None else "" if back == "transparent" else hexed(back) or UNKNOWN,
        None if points is None else round(2 * points), None if wide is None else round(wide),
        None if spacing is None else round((apart or 0.0) * 1440 / 2.54), None if opacity is None else opacity < FAINT,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list style."""

    kind: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    start: int = 1
    shown: int = 1
    sync: bool = False
    font: str | None = None

    def number(self, value: int) -> str:
        """The bare number of this level."""
        if self.kind in ("a", "A") and not self.sync:
            text = _bijective(value)
            return text.upper() if self.kind == "A" else text
        if self.kind in ("a", "A"):
            return letters(value).upper() if self.kind == "A" else letters(value)
        return format_number(value, _KINDS[self.kind]) if self.kind in _KINDS else str(value) if self.kind else ""


def _bijective(value: int) -> str:
    """a … z, aa, ab, ac …"""
    out = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        out = chr(97 + rest) + out
    return out


@dataclass(slots=True)
class RunningList:
    """The numbers of one list."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, levels: dict[int, ListLevel], index: int, start: int | None) -> Label | None:
        """Count one item at level ``index``."""
        index = min(max(index, 0), LEVELS - 1)
        level = levels.get(index)
        if level is None:
            return None
        if level.bullet:
            return Label(_sign(level), index, True, level.font)
        for higher in range(index):
            if self.values[higher] is None:
                self.values[higher] = levels[higher].start if higher in levels else 1
        current = self.values[index]
        self.values[index] = start if start is not None else level.start if current is None else current + 1
        self.values[index + 1 :] = [None] * (LEVELS - index - 1)
        text = self._text(levels, index, level)
        return Label(text, index, False, level.font) if text else None

    def _text(self, levels: dict[int, ListLevel], index: int, level: ListLevel) -> str:
        def shown(at: int) -> str:
            value = self.values[at]
            return levels[at].number(value) if value is not None and at in levels else ""

        if level.pattern is not None:
            return _PLACE.sub(lambda m: shown(int(m[1]) - 1), level.pattern).strip()
        parts = [shown(at) for at in range(max(0, index - level.shown + 1), index + 1)]
        return (level.prefix + ".".join(p for p in parts if p) + level.suffix).strip() if level.kind else ""


def _sign(level: ListLevel) -> str:
    code = ord(level.bullet[0])
    return sign(code, None, "-") if 0xE000 <= code <= 0xF8FF else level.bullet[0]


def _list_level(node: etree._Element, fonts: dict[str, str]) -> ListLevel:
    get = node.get
    look = run_props(node.find(STYLE + "text-properties"), fonts)
    if node.tag == TEXT + "list-level-style-bullet":
        return ListLevel(bullet=get(TEXT + "bullet-char") or "•", font=look.font)
    if node.tag == TEXT + "list-level-style-image":
        return ListLevel(bullet="•")
    return ListLevel(
        kind=get(STYLE + "num-format", ""), prefix=get(STYLE + "num-prefix", ""), suffix=get(STYLE + "num-suffix", ""),
        pattern=get(LOEXT + "num-list-format"), start=integer(get(TEXT + "start-value"), 1) or 0,
        shown=integer(get(TEXT + "display-levels"), 1) or 1, sync=get(STYLE + "num-letter-sync") == "true", font=look.font,
    )  # fmt: skip


class OdtStyles:
    """All styles of one file; the automatic ones of the content win over common ones of the same name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._nodes: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        self._default: dict[str, etree._Element] = {}
        self._fonts: dict[str, str] = {}
        self.page = (0.0, 0.0)
        """Width and height in cm of the widest page and of the highest, 0 where nothing is said."""
        self.page_colour: str | None = None
        for root in roots:
            for node in () if root is None else root.iter(STYLE + "font-face"):
                self._fonts[node.get(STYLE + "name", "")] = node.get(SVG + "font-family", "")
        for root in roots:
            if root is not None:
                self._load(root)

    def _load(self, root: etree._Element) -> None:
        for node in root.iter(STYLE + "style", STYLE + "default-style", TEXT + "list-style", TEXT + "outline-style"):
            name, family = node.get(STYLE + "name", ""), node.get(STYLE + "family", "")
            if node.tag == STYLE + "style":
                self._nodes[family, name] = node
            elif node.tag == STYLE + "default-style":
                self._default[family] = node
            else:
                found = {
                    index - 1: _list_level(child, self._fonts)
                    for child in node
                    if (index := integer(child.get(TEXT + "level"))) is not None
                }
                if node.tag == TEXT + "list-style":
                    self.lists[name] = found
                else:
                    self.outline = found

        for node in root.iter(STYLE + "page-layout-properties"):
            sides = [centimetres(node.get(FO + name)) or 0.0 for name in ("page-width", "page-height")]
            self.page = max(self.page[0], sides[0]), max(self.page[1], sides[1])
            plain = node.get(DRAW + "fill", "solid") in ("solid", "none")
            back = node.get(FO + "background-color", "transparent") if plain else UNKNOWN
            self.page_colour = self.page_colour if back == "transparent" else hexed(back) or UNKNOWN

    def prop(self, family: str, name: str, group: str, attribute: str) -> str | None:
        """One property of a style or of the nearest of its parents that has it."""
        seen: set[str] = set()
        while (family, name) in self._nodes and name not in seen and len(seen) < CHAIN:
            seen.add(name)
            node = self._nodes[family, name]
            properties = node.find(STYLE + group)
            if properties is not None and attribute in properties.attrib:
                return properties.get(attribute)
            name = node.get(STYLE + "parent-style-name", "")
        return None

    def look(self, family: str, name: str) -> Look:
        """A style with its parents and, for paragraphs, the defaults."""
        key = (family, name)
        if key not in self._looks:
            self._looks[key] = self._resolve(family, name)
        return self._looks[key]

    def _resolve(self, family: str, name: str) -> Look:
        run, align, toc = PLAIN_RUN, None, False
        told: str | None = None
        seen: set[str] = set()
        while (family, name) in self._nodes and name not in seen and len(seen) < CHAIN:
            seen.add(name)
            node = self._nodes[family, name]
            run = run.over(run_props(node.find(STYLE + "text-properties"), self._fonts))
            para = node.find(STYLE + "paragraph-properties")
            align = align or (None if para is None else para.get(FO + "text-align"))
            told = node.get(STYLE + "default-outline-level") if told is None else told
            toc = toc or name.startswith(("Contents_20_", "TOC", "toc"))
            name = node.get(STYLE + "parent-style-name", "")
        if family == "paragraph" and family in self._default:
            run = run.over(run_props(self._default[family].find(STYLE + "text-properties"), self._fonts))
        level = integer(told) or 0
        return Look(run, align, level if 0 < level < BODY_LEVEL else None, toc)

    def list_of(self, name: str) -> str:
        """The list style that a paragraph style brings, an empty string for none."""
        seen: set[str] = set()
        while ("paragraph", name) in self._nodes and name not in seen and len(seen) < CHAIN:
            seen.add(name)
            node = self._nodes["paragraph", name]
            if node.get(STYLE + "list-style-name"):
                return node.get(STYLE + "list-style-name", "")
            name = node.get(STYLE + "parent-style-name", "")
        return ""
