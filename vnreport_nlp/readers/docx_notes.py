"""Notes, comments, headers and footers of a Word file, and the number that a note is printed with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from ..expressions import compiled
from .docx_content import RawParagraph
from .docx_fonts import FontDecoder
from .docx_formats import format_number
from .docx_styles import Styles, read_run
from .numbering import W, integer, switched_on
from .ooxml import Package, Relationship

_SPECIAL = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """How notes of one kind are counted."""

    kind: str
    start: int = 1
    restart: str = "continuous"


def note_styles(settings: etree._Element | None, sections: Sequence[etree._Element], kind: str) -> list[NoteStyle]:
    """The note format of each section, one at least: its own over that of the settings."""
    return [_note_style([settings, section], kind) for section in sections] or [_note_style([settings], kind)]


def _note_style(parents: Sequence[etree._Element | None], kind: str) -> NoteStyle:
    found = NoteStyle("decimal" if kind == "footnote" else "lowerRoman")
    for parent in parents:
        node = None if parent is None else parent.find(f"{W}{kind}Pr")
        if node is None:
            continue
        values = {child.tag: child.get(W + "val", "") for child in node}
        found = NoteStyle(
            values.get(W + "numFmt", found.kind),
            integer(values.get(W + "numStart"), found.start) or 1,
            values.get(W + "numRestart", found.restart),
        )
    return found


def note_numbers(paragraphs: Iterable[RawParagraph], styles: dict[str, list[NoteStyle]], lang: str) -> dict[str, str]:
    """The printed number of every note that is referred to, in order of reference."""
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}
    pages: dict[str, int | None] = {}
    sections: dict[str, int] = {}
    for paragraph in paragraphs:
        for event in paragraph.events:
            if event.kind != "note" or event.key in numbers:
                continue
            kind = event.key.partition(":")[0]
            style = styles[kind][min(paragraph.section, len(styles[kind]) - 1)]
            if event.author:
                numbers[event.key] = event.author
                continue
            if style.restart == "eachSect" and sections.get(kind) != paragraph.section:
                counts.pop(kind, None)
            sections[kind] = paragraph.section
            if style.restart == "eachPage":
                page = page_at(paragraph, event.at)
                if page is not None and pages.get(kind) != page:
                    counts.pop(kind, None)
                pages[kind] = page
            counts[kind] = counts.get(kind, style.start - 1) + 1
            numbers[event.key] = format_number(counts[kind], style.kind, lang=lang)
    return numbers


def page_at(paragraph: RawParagraph, offset: int) -> int | None:
    """The page of the character before a raw offset."""
    page, at = paragraph.page, 0
    for chunk in paragraph.chunks:
        if at >= offset and at:
            break
        page, at = chunk.page, at + len(chunk.text)
    return page


def notes_by_id(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    """The notes of a part by ``footnote:3``; separators left out."""
    found: dict[str, etree._Element] = {}
    for node in [] if root is None else root.iterfind(W + kind):
        if node.get(W + "type") not in _SPECIAL:
            found.setdefault(f"{kind}:{node.get(W + 'id', '')}", node)
    return found


_OF_PAGE = compiled(r"HTML:\s*<[^<>]*>")


@dataclass(frozen=True, slots=True)
class CommentText:
    """A comment's author and its paragraphs of (font, text) runs."""

    author: str
    lines: list[list[tuple[str | None, str]]]

    def shown(self, fonts: FontDecoder) -> str:
        """The text on one line, old fonts decoded."""
        lines = ("".join(fonts.decode(text, font)[0] for font, text in line) for line in self.lines)
        return " ".join(" ".join(lines).split())


def comments_by_id(root: etree._Element | None, styles: Styles) -> dict[str, CommentText]:
    """Every comment by its id."""
    found: dict[str, CommentText] = {}
    for node in [] if root is None else root.iterfind(W + "comment"):
        lines = [[(font_of(t, styles), t.text or "") for t in p.iter(W + "t")] for p in node.iter(W + "p")]
        if not of_web_page("".join(text for line in lines for _, text in line)):
            found[node.get(W + "id", "")] = CommentText(node.get(W + "author", ""), lines)
    return found


def of_web_page(comment: str) -> bool:
    """Whether a comment is what LibreOffice makes of a mark of a web page that it has no place for: nobody wrote it."""
    return _OF_PAGE.fullmatch(comment.strip()) is not None


def font_of(text: etree._Element, styles: Styles) -> str | None:
    """The font of a ``w:t`` by its run and its paragraph, for text that is read apart from the stories."""
    run = text.getparent()
    if run is None:
        return None
    paragraph = next(run.iterancestors(W + "p"), None)
    named = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
    char = run.find(f"{W}rPr/{W}rStyle")
    style = styles.paragraph(None if named is None else named.get(W + "val"))
    direct = read_run(run.find(W + "rPr"), styles.themes)
    return styles.run(style, "" if char is None else char.get(W + "val", ""), direct).font


def margins(
    package: Package,
    sections: Iterable[etree._Element],
    links: dict[str, Relationship],
    settings: etree._Element | None,
) -> list[tuple[str, str]]:
    """(``header`` or ``footer``, part name) of all that is displayed: headers first, each part once."""
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    even = settings is not None and switched_on(settings, "evenAndOddHeaders")
    found: dict[tuple[str, str], None] = {}
    for section in sections:
        shown = {"default", *(["even"] if even else []), *(["first"] if switched_on(section, "titlePg") else [])}
        for kind in ("header", "footer"):
            for node in section.iterfind(f"{W}{kind}Reference"):
                link = links.get(node.get(relation, ""))
                if link and not link.external and link.target in package and node.get(W + "type", "default") in shown:
                    found[kind, link.target] = None
    return sorted(found, key=lambda item: item[0] == "footer")


def custom_mark(reference: etree._Element) -> str:
    """The mark that a note's reference has instead of its number, an empty string for none."""
    if reference.get(W + "customMarkFollows", "0") in ("0", "false", "off"):
        return ""
    mark = reference.getnext()
    return ("" if mark is None or mark.tag != W + "t" else mark.text or "").strip() or "*"
