"""The spaCy side: a tokenizer over our words, a pipeline with our terms, sections as span groups.

``vnreport.Tokenizer.v1`` is registered by entry point, so that ``spacy.load`` finds it. Words are spans of the text as it
stands: ``doc.text == text`` always. spaCy is imported when a function here is called, never before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .model import Assessment, Outline
from .resources import data_text
from .text import syllable_spans
from .words import word_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

Mode = Literal["words", "syllables"]
CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1", "mode": "syllables"}}}


class Tokenizer:
    """A spaCy tokenizer: underthesea's words, or plain syllables; spaces are kept as spaCy keeps them."""

    def __init__(self, vocab: Vocab, mode: Mode = "words") -> None:
        self.vocab = vocab
        self.mode: Mode = mode

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        words, spaces = split(text, self.mode)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 100) -> Iterable[Doc]:
        """Docs of many texts."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **_: object) -> bytes:
        """The mode is all there is to keep."""
        return json.dumps({"mode": self.mode}).encode()

    def from_bytes(self, data: bytes, **_: object) -> Tokenizer:
        """Take the mode back."""
        self.mode = "words" if json.loads(data)["mode"] == "words" else "syllables"
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the mode to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: object) -> Tokenizer:
        """Read the mode from a file."""
        return self.from_bytes(Path(path).read_bytes())

    def __reduce__(self) -> tuple[type[Tokenizer], tuple[Vocab, Mode]]:
        return (Tokenizer, (self.vocab, self.mode))


def split(text: str, mode: Mode) -> tuple[list[str], list[bool]]:
    """(tokens, whether one space follows each): joined they are the text again."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        spans = word_spans(line) if mode == "words" else syllable_spans(line)
        pieces += [(a + start, b + start) for a, b in spans]
        start += len(line) + 1
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for begin, end in [*pieces, (len(text), len(text))]:
        gap = text[at:begin]
        if words and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if end > begin:
            words.append(text[begin:end])
            spaces.append(False)
        at = end
    return words, spaces


def create_tokenizer(mode: Mode = "words") -> Callable[[Language], Tokenizer]:
    """The registered factory: ``config={"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1"}}}``."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, mode)

    return make


def load_pipeline(*, mode: Mode = "syllables", patterns: Path | None = None) -> Language:
    """A blank Vietnamese pipeline on our tokenizer, with a span ruler over our terms (or those of a JSONL file)."""
    import spacy

    spacy.registry.tokenizers("vnreport.Tokenizer.v1", func=create_tokenizer)
    config = {"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1", "mode": mode}}}
    nlp = spacy.blank("vi", config=config)
    lines = (patterns.read_text(encoding="utf-8") if patterns else data_text("terms.jsonl")).splitlines()
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": "terms", "phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([json.loads(line) for line in lines if line.strip()])
    return nlp


def to_doc(nlp: Language, outline: Outline, assessment: Assessment | None = None) -> Doc:
    """The draft as a Doc with ``doc.spans["sections"]``; each span has ``_.number``, ``_.status``, ``_.requirement``."""
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import SpanGroup

    for name in ("number", "status", "requirement"):
        if not DocSpan.has_extension(name):
            DocSpan.set_extension(name, default=None)
    doc = nlp(outline.document.text)
    status = {s: (v.requirement, v.status) for v in (assessment.verdicts if assessment else ()) for s in v.sections}
    spans = []
    for section in outline.sections:
        span = doc.char_span(section.whole.start, section.whole.end, label="SECTION", alignment_mode="expand")
        if span is None:
            continue
        span._.number = section.number
        if section.index in status:
            span._.requirement, span._.status = status[section.index]
        spans.append(span)
    doc.spans["sections"] = SpanGroup(doc, name="sections", spans=spans)
    return doc


def to_docbin(docs: Iterable[Doc]) -> DocBin:
    """Docs as a DocBin with their span groups and extensions."""
    from spacy.tokens import DocBin

    return DocBin(docs=docs, store_user_data=True)
