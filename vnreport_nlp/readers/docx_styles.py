"""Styles of a Word document, resolved: names, levels, numbering, alignment, weight and font through ``basedOn``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from ..expressions import compiled
from .docx_shades import theme_colours
from .docx_sight import PLAIN_SIGHT, Sight, read_sight
from .numbering import W, integer

_HEADING = compiled(r"^(?:heading|đề mục|tiêu đề|đầu đề)\s*([1-9])(?:\s*,.*)?$", re.IGNORECASE)
_TOC = compiled(r"^(?:toc\s*[1-9]|toc heading|table of figures|mục lục\s*[1-9]?)$", re.IGNORECASE)
_CENTER = frozenset({"center"})
RAISED = 4
"""Half points by which digits are raised to be an exponent or a note's mark, as LibreOffice writes them."""
CHAIN = 20
"""Styles based on one another beyond which the rest is left out; Word allows eleven."""
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class RunProps:
    """What is known of a run, None where nothing is said; resolved ones are complete."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    ascii: str | None = None
    high: str | None = None
    raised: bool | None = None
    sight: Sight = field(default=PLAIN_SIGHT, compare=False)
    """Left out of comparisons: letters of two colours are one text."""

    @property
    def font(self) -> str | None:
        """The font of Vietnamese letters: that of the upper half of Latin-1, else of ASCII."""
        return self.high or self.ascii

    def over(self, base: RunProps) -> RunProps:
        """These properties, completed from ``base``."""
        return RunProps(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.caps if self.caps is None else self.caps,
            base.hidden if self.hidden is None else self.hidden,
            self.ascii or base.ascii,
            self.high or base.high,
            base.raised if self.raised is None else self.raised,
            self.sight.over(base.sight),
        )


@dataclass(frozen=True, slots=True)
class ParaProps:
    """What is known of a paragraph; ``num`` and ``ilvl`` may each come from another style."""

    align: str | None = None
    outline: int | None = None
    num: str | None = None
    ilvl: int | None = None
    page_before: bool | None = None
    framed: bool = False
    """Whether the paragraph floats in a frame beside the text."""

    def over(self, base: ParaProps) -> ParaProps:
        """These properties, completed from ``base``."""
        return ParaProps(
            self.align or base.align,
            base.outline if self.outline is None else self.outline,
            self.num or base.num,
            base.ilvl if self.ilvl is None else self.ilvl,
            base.page_before if self.page_before is None else self.page_before,
            self.framed or base.framed,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A resolved paragraph style: ``level`` from 1 by its name or outline level, ``line`` its own and inherited styles with their ``ilvl``."""

    id: str
    name: str
    para: ParaProps
    run: RunProps
    level: int | None = None
    toc: bool = False
    line: tuple[tuple[str, int | None], ...] = ()


PLAIN_RUN = RunProps()
PLAIN_PARA = ParaProps()


def on(node: etree._Element) -> bool:
    """The value of an on/off property."""
    return node.get(W + "val", "1") not in _OFF


def read_run(node: etree._Element | None, themes: dict[str, str]) -> RunProps:
    """The direct properties of one ``w:rPr``."""
    if node is None or len(node) == 0:
        return PLAIN_RUN
    bold = italic = caps = hidden = raised = None
    ascii_font, high = None, None
    for child in node:
        tag = child.tag
        if tag == W + "b":
            bold = on(child)
        elif tag == W + "i":
            italic = on(child)
        elif tag in (W + "caps", W + "smallCaps"):
            caps = on(child) or bool(caps)  # small ones are capitals to a reader; one switched off leaves the other
        elif tag == W + "vanish":
            hidden = on(child)
        elif tag == W + "vertAlign":
            raised = child.get(W + "val") == "superscript"
        elif tag == W + "position" and raised is None:
            raised = True if (integer(child.get(W + "val"), 0) or 0) >= RAISED else None
        elif tag == W + "rFonts":
            ascii_font = _font(child, "ascii", themes)
            high = _font(child, "hAnsi", themes)
    return RunProps(bold, italic, caps, hidden, ascii_font, high, raised, read_sight(node, themes))


def _font(node: etree._Element, which: str, themes: dict[str, str]) -> str | None:
    theme = node.get(f"{W}{which}Theme")
    if theme is not None:
        return themes.get(theme[:5], "(theme)")
    return node.get(W + which)


def style_id(properties: etree._Element | None) -> str | None:
    """The paragraph style named by ``w:pPr``."""
    node = None if properties is None else properties.find(W + "pStyle")
    return None if node is None else node.get(W + "val")


def read_para(node: etree._Element | None) -> ParaProps:
    """The direct properties of one ``w:pPr``."""
    if node is None:
        return PLAIN_PARA
    align = num = outline = ilvl = page = None
    framed = False
    for child in node:
        tag = child.tag
        if tag == W + "jc":
            align = child.get(W + "val")
        elif tag == W + "outlineLvl":
            outline = integer(child.get(W + "val"))
        elif tag == W + "pageBreakBefore":
            page = on(child)
        elif tag == W + "framePr":
            framed = child.get(W + "dropCap", "none") == "none"
        elif tag == W + "numPr":
            for item in child:
                if item.tag == W + "ilvl":
                    ilvl = integer(item.get(W + "val"))
                elif item.tag == W + "numId":
                    num = item.get(W + "val")
    return ParaProps(align, outline, num, ilvl, page, framed)


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """Latin typefaces of the theme by ``major`` and ``minor``."""
    found: dict[str, str] = {}
    if theme is not None:
        space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        for which in ("major", "minor"):
            node = theme.find(f".//{space}{which}Font/{space}latin")
            if node is not None and node.get("typeface"):
                found[which] = node.get("typeface", "")
    return found


class Styles:
    """All styles of one document; lookups are resolved once and kept."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None = None) -> None:
        self.themes = _theme_fonts(theme) | theme_colours(theme)
        self.page_colour: str | None = None
        """The colour of the page, where it is shown."""
        self.backdrops: dict[etree._Element, set[str]] = {}
        """Colours of shapes behind a paragraph."""
        self._nodes: dict[str, etree._Element] = {}
        self._default = ""
        self._styles: dict[str, Style] = {}
        self._chars: dict[str, RunProps] = {}
        self._runs: dict[tuple[str, str, RunProps, Sight], RunProps] = {}
        self.base_run, self.base_para, self.lang = PLAIN_RUN, PLAIN_PARA, "vi-VN"
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        self.base_run = read_run(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), self.themes)
        self.base_para = read_para(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        for node in root.iterfind(W + "style"):
            key = node.get(W + "styleId", "")
            self._nodes.setdefault(key, node)
            if node.get(W + "type") == "paragraph" and node.get(W + "default", "0") not in _OFF:
                self._default = key
        for where in (root.find(f"{W}docDefaults/{W}rPrDefault"), self._nodes.get(self._default)):
            named = None if where is None else where.find(f"{W}rPr/{W}lang")
            self.lang = self.lang if named is None else named.get(W + "val") or self.lang

    def chain(self, style_id: str) -> list[etree._Element]:
        """A style and those that it is based on."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen and len(seen) < CHAIN:
            seen.add(style_id)
            node = self._nodes[style_id]
            chain.append(node)
            based = node.find(W + "basedOn")
            style_id = "" if based is None else based.get(W + "val", "")
        return chain

    def paragraph(self, style_id: str | None) -> Style:
        """The resolved paragraph style; the document's default style for an unknown id."""
        key = style_id if style_id in self._nodes else self._default
        if key not in self._styles:
            self._styles[key] = self._resolve(key)
        return self._styles[key]

    def _resolve(self, key: str) -> Style:
        para, run, level, toc = PLAIN_PARA, PLAIN_RUN, None, False
        line: list[tuple[str, int | None]] = []
        chain = self.chain(key)
        for node in chain:
            mine = read_para(node.find(W + "pPr"))
            line.append((node.get(W + "styleId", ""), mine.ilvl))
            named = _HEADING.match(_name(node))
            if level is None and para.outline is None and named and mine.outline is None:
                mine = replace(mine, outline=int(named[1]) - 1)
            toc = toc or bool(_TOC.match(_name(node)))
            para = para.over(mine)
            run = run.over(read_run(node.find(W + "rPr"), self.themes))
        if para.outline is not None and 0 <= para.outline < 9:
            level = para.outline + 1
        name = _name(chain[0]) if chain else ""
        return Style(key, name, para.over(self.base_para), run, None if toc else level, toc, tuple(line))

    def numbering_style(self, style_id: str) -> str | None:
        """The ``numId`` that a numbering style points to."""
        for node in self.chain(style_id):
            num = node.find(f"{W}pPr/{W}numPr/{W}numId")
            if num is not None:
                return num.get(W + "val")
        return None

    def character(self, style_id: str) -> RunProps:
        """The resolved properties of a character style."""
        if style_id not in self._chars:
            run = PLAIN_RUN
            for node in self.chain(style_id):
                run = run.over(read_run(node.find(W + "rPr"), self.themes))
            self._chars[style_id] = run
        return self._chars[style_id]

    def run(self, style: Style, char_style: str, direct: RunProps) -> RunProps:
        """All properties of a run: direct over character style over paragraph style over defaults, toggles combined."""
        key = (style.id, char_style, direct, direct.sight)
        if key not in self._runs:
            char = self.character(char_style) if char_style else PLAIN_RUN
            toggled = RunProps(
                _toggle(style.run.bold, char.bold),
                _toggle(style.run.italic, char.italic),
                _toggle(style.run.caps, char.caps),
                _toggle(style.run.hidden, char.hidden),
                char.ascii,
                char.high,
                char.raised,
                char.sight,
            )
            self._runs[key] = direct.over(toggled).over(style.run).over(self.base_run)
        return self._runs[key]


def _name(node: etree._Element) -> str:
    name = node.find(W + "name")
    return "" if name is None else name.get(W + "val", "").strip()


def _toggle(paragraph: bool | None, character: bool | None) -> bool | None:
    """Bold in the paragraph style and bold in the character style cancel each other."""
    if paragraph is None or character is None:
        return paragraph if character is None else character
    return paragraph != character


def mark_run(properties: etree._Element | None, style: Style, styles: Styles) -> RunProps:
    """The resolved run properties of the paragraph's mark: those of an automatic number without its own."""
    run = None if properties is None else properties.find(W + "rPr")
    return styles.run(style, "", read_run(run, styles.themes))
