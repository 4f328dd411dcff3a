"""The visible text of an RTF file: its own list numbers, notes, tables, tracked changes and old fonts."""

# Long because: one walk over a file whose steps share what they have seen; what is asked beside it has rooms of its own.

from __future__ import annotations

from dataclasses import replace

from ..model import Story
from .build import Builder, too_large
from .docx_content import Event, RawParagraph
from .docx_inline import SUPERSCRIPT
from .docx_styles import PLAIN_RUN, RunProps
from .legacy import legacy_encoding
from .numbering import Label
from .rtf_lists import RtfLists
from .rtf_look import Colours, seen
from .rtf_state import TOGGLES, Group, Para, settle_frames, toggled
from .rtf_tokens import CHARSETS, PAGES, SIGNS, STARRED, SYMBOLS, UNSEEN, Token, decoded, is_formula_look, tokens
from .symbols import shown
from .unseen import Hidden
from .unseen_runs import settle_unseen

_MARGINS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip


class RtfText:
    """Reads the tokens of one file into paragraphs."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.found: list[RawParagraph] = []
        self.comments: dict[str, tuple[str, str]] = {}
        self.hidden = Hidden()
        self._colours = Colours()
        self._shaded = False
        self.pages = 1
        self.listed = self.labelled = False
        """Whether paragraphs belong to lists, and whether the file holds any of their numbers."""
        self._group = Group()
        self._stack: list[Group] = []
        self._para = Para()
        self._story: Story = "body"
        self._note = ""
        self._current: RawParagraph | None = None
        self._label = ""
        self._fonts: dict[int, tuple[str, str]] = {}
        self._font_key = 0
        self._page = "cp1252"
        self._bytes = bytearray()
        self._skip = 0
        self._star = False
        self._high = 0
        self._cell = (0, 1, 1)
        self._count = 0
        self._source = 0
        self._lists = RtfLists(b"")

    def read(self, data: bytes) -> None:
        """Collect all visible paragraphs."""
        self._lists = RtfLists(data)
        for token in tokens(data):
            if token.kind == "byte" or token.kind == "text":
                self._data(token)
                continue
            if self._bytes:
                self._flush_bytes()
            if token.kind == "{":
                self._skip = 0
                self._stack.append(self._group)
                self._group = replace(self._group, restore=None)
            elif token.kind == "}":
                self._close()
            elif token.kind == "sign":
                self._sign(token)
            else:
                self._word(token.text, token.value)
        self._flush_bytes()
        self._end()
        settle_frames(self.found)

    def _close(self) -> None:
        self._star, self._skip = False, 0
        if self._group.restore is not None:
            self._group.restore()
        self._group = self._stack.pop() if self._stack else Group()

    def _data(self, token: Token) -> None:
        data = token.data
        if self._skip:
            gone = min(self._skip, len(data))
            self._skip -= gone
            data = data[gone:]
        self._bytes += data

    def _flush_bytes(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            name, codec = self._fonts.get(self._group.font, ("", self._page))
            self._show(decoded(data, "cp1252" if legacy_encoding(name) else codec))

    def _sign(self, token: Token) -> None:
        if token.text == "*":
            self._star = True
        elif token.text in "\r\n":
            self._end()
        elif token.text in SIGNS:
            self._show(SIGNS[token.text])

    def _word(self, word: str, value: int | None) -> None:
        star, self._star = self._star, False
        group = self._group
        if word in UNSEEN or (star and word not in STARRED) or is_formula_look(word):
            group.place = word if word in ("fonttbl", "stylesheet", "colortbl") else "unseen"
        elif group.place == "fonttbl":
            self._font_word(word, value)
        elif group.place == "colortbl":
            self._colours.word(word, value)
        elif word in SYMBOLS:
            self._show(SYMBOLS[word])
        elif word == "mden":  # without its stroke a fraction would read as one number
            self._show("/")
        elif word == "msup":
            group.run = replace(group.run, raised=True)
        elif word == "u":
            self._unicode(value or 0)
        elif word in TOGGLES:
            group.run = toggled(group.run, word, value != 0)
        elif word in ("deleted", "revised"):
            group.change = None if value == 0 else "deleted" if word == "deleted" else "inserted"
        elif not self._place(word) and not self._layout(word, value):
            self._character(word, value)

    def _character(self, word: str, value: int | None) -> None:
        group = self._group
        if word == "f":
            group.font = value or 0
            name = self._fonts.get(group.font, ("", ""))[0] or None
            group.run = replace(group.run, ascii=name, high=name)
        elif word == "plain":
            group.run, group.change = PLAIN_RUN, None
        elif word == "uc":
            group.skip = min(max(value or 0, 0), 16)
        elif word == "ansicpg":
            self._page = f"cp{value}"
        elif word in PAGES:
            self._page = PAGES[word]
        elif word == "nosupersub":
            group.run = replace(group.run, raised=False)
        else:
            group.run = seen(group.run, word, value, self._colours)

    def _font_word(self, word: str, value: int | None) -> None:
        if word == "f":
            self._font_key = value or 0
            self._fonts[self._font_key] = ("", self._page)
        elif word == "fcharset" and self._font_key in self._fonts:
            self._fonts[self._font_key] = ("", CHARSETS.get(value or 0, self._page))

    def _place(self, word: str) -> bool:
        """Destinations whose text is shown, here or elsewhere."""
        group = self._group
        if word in ("listtext", "pntext", "annotation", "atnauthor"):
            group.place = word if word != "pntext" else "unseen" if self._label else "listtext"
            if word == "annotation":
                self.comments[str(len(self.comments))] = ("", self._label)
                self._label = ""
        elif word in ("footnote", "shptxt", "dptxbxtext") or word in _MARGINS:
            self._elsewhere(word)
        elif word in ("upr", "ud"):  # the same text twice: for old programs, then in Unicode
            group.place = "unseen" if word == "upr" else self._stack[-2].place if len(self._stack) > 1 else ""
        elif word == "ftnalt" and self._note:
            note = self.builder.notes[self._note]
            note.kind, note.number = "endnote", str(1 + sum(n.kind == "endnote" for n in self.builder.notes.values()))
        else:
            return False
        return True

    def _elsewhere(self, word: str) -> None:
        """Text that lies apart from the paragraph around it, which goes on afterwards."""
        before = (self._story, self._note, self._current, self._para, self._source, self._label)

        def restore() -> None:
            self._end()
            self._story, self._note, self._current, self._para, self._source, self._label = before

        if word == "footnote":
            key = f"footnote:{len(self.builder.notes) + 1}"
            number = 1 + sum(n.kind == "footnote" for n in self.builder.notes.values())
            target = self._paragraph()
            target.events.append(Event("note", target.length, key))
            before = (before[0], before[1], target, *before[3:])
            self.builder.note(key, str(number))
            self._note, self._story = key, "footnote"
        elif word in ("shptxt", "dptxbxtext"):
            self._story = "textbox" if self._story == "body" else self._story
        else:
            self._story = "header" if _MARGINS[word] == "header" else "footer"
        self._current, self._para, self._label = None, Para(), ""
        self._group.restore = restore

    def _layout(self, word: str, value: int | None) -> bool:
        para = self._para
        if self._group.place:
            return False
        if word in ("par", "sect", "nestcell"):
            if word == "par" and self._list()[0] not in (None, "0"):
                self._paragraph()  # an empty one counts
            self._end()
        elif word in ("page", "column"):
            self.pages += word == "page"
            if self._current is not None and self._current.length and not para.table:
                self._end()
        elif word == "cell":
            self._end()
            self._cell = (self._cell[0], self._cell[1], self._cell[2] + 1)
        elif word == "row":
            self._end()
            self._cell = (self._cell[0], self._cell[1] + 1, 1)
        elif word == "trowd":
            self._shaded = False
        elif word in ("clcbpat", "clcfpat", "clshdng"):
            self._shaded = True
        elif word == "pard":
            self._para = Para()
        else:
            return para.word(word, value)
        return True

    def _unicode(self, value: int) -> None:
        code = value + 65536 if value < 0 else value
        self._skip = self._group.skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        self._show(chr(code) if 0 < code < 0x110000 else "\ufffd")

    def _show(self, text: str) -> None:
        place, run = self._group.place, self._group.run
        if place == "fonttbl" and self._font_key in self._fonts:
            name, codec = self._fonts[self._font_key]
            self._fonts[self._font_key] = ((name + text).split(";")[0].strip(), codec)
        elif place == "colortbl":
            self._colours.text(text)
        elif place in ("listtext", "atnauthor"):
            self._label += text
        elif place == "annotation":
            key = str(len(self.comments) - 1)
            self.comments[key] = (self.comments[key][0] + text, self.comments[key][1])
            events = self._paragraph().events
            if not any(e.key == key for e in events):
                events.append(Event("comment_start", self._paragraph().length, key))
        elif not place and text and run.hidden:
            self.hidden.note(text)
        elif not place and text:
            self._visible(text, run)

    def _visible(self, text: str, run: RunProps) -> None:
        target = self._paragraph()
        change = self._group.change
        if change == "deleted":
            last = target.events[-1] if target.events else None
            if last is not None and last.kind == "deleted" and last.at == target.length:
                target.events[-1] = replace(last, key=last.key + text)
            else:
                target.events.append(Event("deleted", target.length, text))
            return
        start = target.length
        if run.raised and text.isdecimal():
            text = text.translate(SUPERSCRIPT)
        page = self.pages if self._story in ("body", "table") else None
        target.add(shown(text, run.font), run, page, self._count, self._source, by_sight=True)
        self._source += len(text)
        if change == "inserted":
            last = target.events[-1] if target.events else None
            if last is not None and last.kind == "inserted" and last.end == start:
                target.events[-1] = replace(last, end=target.length)
            else:
                target.events.append(Event("inserted", start, "", target.length))

    def _paragraph(self) -> RawParagraph:
        if self._current is None:
            self._count += 1
            if self._count > self.builder.limits.paragraphs:
                raise too_large(self.builder.path)
            self._source = 0
            self._current = RawParagraph(self._story, note=self._note)
        return self._current

    def _list(self) -> tuple[str | None, int]:
        """The list of the paragraph, and the level in it: as it says itself, else as its style does."""
        style, para = self._lists.style(self._para.style), self._para
        level = style.list_level if para.list_level is None else para.list_level
        return style.num if para.num is None else para.num, level or 0

    def _end(self) -> None:
        """The paragraph's mark: what it says holds for the paragraph before it."""
        target, self._current = self._current, None
        label, self._label = self._label.strip(), ""
        para = self._para
        if self._story == "body" and not para.table and self._cell[1:] != (1, 1):
            self._cell = (self._cell[0], 1, 1)
        if target is None:
            return
        style = self._lists.style(para.style)
        target.centered, target.level = para.centered, para.level or style.level
        if style.toc and target.story == "body" and not para.table:
            target.story, target.level = "toc", None
        shaded = self._story == "textbox" or (para.table and self._shaded)
        behind = para.look.behind(self._colours, shaded=shaded)
        settle_unseen(target, self.hidden, behind=behind, off=para.look.off())
        num, level = self._list()
        made = self._lists.next(num, level)
        if label:
            made = Label(label, level, not any(c.isalnum() for c in label))
        target.label = made
        listed = num is not None and num != "0"
        self.labelled, self.listed = self.labelled or made is not None, self.listed or listed
        if para.table and self._story == "body":
            if self._cell[1:] == (1, 1) and not (self.found and self.found[-1].cell == self._cell):
                self._cell = (self._cell[0] + 1, 1, 1)
            target.story, target.cell = "table", self._cell
        self.found.append(target)
