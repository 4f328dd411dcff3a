"""The spaCy side: a tokenizer over our words, a pipeline with our terms, sections as span groups.

``vnreport.Tokenizer.v1`` is registered by entry point, so that ``spacy.load`` finds it. Tokens are spans of the text as it
stands: ``doc.text == text`` always. A token's norm is its folded form, so that ``Uỷ ban`` matches ``Ủy ban``. Terms are
matched on syllables: on words 4.7 % are missed, because the neighbours decide where a word ends. spaCy is imported when a
function here is called, never before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .model import Assessment, Outline
from .resources import data_text
from .text import fold, syllable_spans
from .whole import write_bytes
from .words import segment

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

Mode = Literal["words", "syllables"]
NAME = "vnreport.Tokenizer.v1"
SECTIONS, TERMS = "sections", "terms"
EXTENSIONS = ("number", "status", "requirement", "requirements")


class Tokenizer:
    """A spaCy tokenizer: underthesea's words, or plain syllables; white space is kept as spaCy keeps it."""

    def __init__(self, vocab: Vocab, mode: Mode = "words") -> None:
        self.vocab = vocab
        self.mode: Mode = _mode(mode)

    def __call__(self, text: str) -> Doc:
        return self._doc(*split(text, self.mode))

    def pipe(self, texts: Iterable[str], batch_size: int = 100) -> Iterator[Doc]:
        """Docs of many texts, ``batch_size`` of them cut into words at once."""
        left = iter(texts)
        while batch := list(islice(left, batch_size)):
            for words, spaces in split_all(batch, self.mode):
                yield self._doc(words, spaces)

    def _doc(self, words: list[str], spaces: list[bool]) -> Doc:
        from spacy.tokens import Doc

        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """The mode is all there is to keep."""
        return json.dumps({"mode": self.mode}).encode()

    def from_bytes(self, data: bytes, **_: object) -> Tokenizer:
        """Take the mode back."""
        self.mode = _mode(json.loads(data)["mode"])
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the mode to a file."""
        write_bytes(Path(path), self.to_bytes())

    def from_disk(self, path: str | Path, **_: object) -> Tokenizer:
        """Read the mode from a file."""
        return self.from_bytes(Path(path).read_bytes())

    def __reduce__(self) -> tuple[type[Tokenizer], tuple[Vocab, Mode]]:
        return (Tokenizer, (self.vocab, self.mode))


def _mode(name: str) -> Mode:
    if name == "words":
        return "words"
    if name == "syllables":
        return "syllables"
    raise ValueError(f"mode is “words” or “syllables”, not “{name}”")


def split(text: str, mode: Mode) -> tuple[list[str], list[bool]]:
    """(tokens, whether one space follows each): joined they are the text again."""
    return next(split_all((text,), mode))


def split_all(texts: Sequence[str], mode: Mode) -> Iterator[tuple[list[str], list[bool]]]:
    """The tokens of many texts; a paragraph ends at a line break."""
    lines = [text.split("\n") for text in texts]
    every = [line for text in lines for line in text]
    spans = iter(segment(every) if mode == "words" else map(syllable_spans, every))
    for text, parts in zip(texts, lines, strict=True):
        pieces: list[tuple[int, int]] = []
        start = 0
        for line in parts:
            pieces += [(a + start, b + start) for a, b in next(spans)]
            start += len(line) + 1
        yield _with_spaces(text, pieces)


def _with_spaces(text: str, pieces: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for begin, end in [*pieces, (len(text), len(text))]:
        gap = text[at:begin]
        if words and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        for token in filter(None, (gap, text[begin:end])):
            words.append(token)
            spaces.append(False)
        at = end
    return words, spaces


def create_tokenizer(mode: Mode = "words") -> Callable[[Language], Tokenizer]:
    """The registered factory: ``config={"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1"}}}``."""

    def make(nlp: Language) -> Tokenizer:
        from spacy.attrs import NORM

        nlp.vocab.lex_attr_getters[NORM] = fold
        return Tokenizer(nlp.vocab, mode)

    return make


def load_pipeline(*, mode: Mode = "syllables", patterns: Path | None = None) -> Language:
    """A blank Vietnamese pipeline on our tokenizer, with a span ruler over our terms (or those of a JSONL file)."""
    import spacy

    spacy.registry.tokenizers(NAME, func=create_tokenizer)
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": NAME, "mode": _mode(mode)}}})
    lines = (patterns.read_text(encoding="utf-8") if patterns else data_text("terms.jsonl")).splitlines()
    longest = {"@misc": "spacy.first_longest_spans_filter.v1"}
    ruler = nlp.add_pipe(
        "span_ruler", config={"spans_key": TERMS, "phrase_matcher_attr": "NORM", "spans_filter": longest}
    )
    ruler.add_patterns([json.loads(line) for line in lines if line.strip()])
    return nlp


def to_doc(nlp: Language, outline: Outline, assessment: Assessment | None = None) -> Doc:
    """The draft as a Doc with ``doc.spans["sections"]``.

    Each span has ``_.number``; with an assessment also ``_.requirement`` and ``_.status`` (of the first requirement that it
    answers) and ``_.requirements`` (all of them).
    """
    from spacy.tokens import SpanGroup

    register_extensions()
    doc = nlp(outline.document.text)
    answers: dict[int, list[tuple[str, str]]] = {}
    for verdict in assessment.verdicts if assessment else ():
        for index in verdict.sections:
            answers.setdefault(index, []).append((verdict.requirement, verdict.status))
    spans = []
    for section in outline.sections:
        span = doc.char_span(section.whole.start, section.whole.end, label="SECTION", alignment_mode="expand")
        if span is None:
            continue
        span._.number = section.number
        if section.index in answers:
            span._.requirement, span._.status = answers[section.index][0]
            span._.requirements = [requirement for requirement, _ in answers[section.index]]
        spans.append(span)
    doc.spans[SECTIONS] = SpanGroup(doc, name=SECTIONS, spans=spans)
    return doc


def register_extensions() -> None:
    """Make ``span._.number`` and its like known, once; needed before a DocBin of ours is read in a new process."""
    from spacy.tokens import Span

    for name in EXTENSIONS:
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


def to_docbin(docs: Iterable[Doc]) -> DocBin:
    """Docs as a DocBin with their span groups and extensions; ``.to_disk(path)`` writes it."""
    from spacy.tokens import DocBin

    return DocBin(docs=docs, store_user_data=True)
