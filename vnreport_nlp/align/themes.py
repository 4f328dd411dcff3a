"""What requirements, headings and sentences are about, by themes of administrative reports and the words that each is told in.

``data/themes.json`` names some 430 themes (``chăn nuôi``, ``bảo hiểm y tế``) and for each the phrases that outlines call it by
and those of sentences about it. Nothing there is of one outline or one report. Asked where no classifier knows an outline's topics:
an outline says ``Chăn nuôi``, a unit writes of ``đàn lợn`` and ``tái đàn``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..expressions import compiled
from ..model import Outline, Requirement, Span
from ..outline import count
from ..resources import data_text
from ..similarity import split_words
from .kinds import kinds_of
from .naming import variants

Phrase = tuple[str, ...]
MOST_ASK, LEAST_ASK = 0.25, 5
"""A theme that a larger share of an outline's items names, and more of them than this, is what the outline as a whole is about: it tells none."""
FIELD = 3
"""A part's title that names more themes than this lists its items; one that names fewer names the field of all of them."""
NAME, WORD = 1.0, 0.5
"""What a phrase in a title says that names a theme, and one that sentences about it have."""
CALLED = 1.5
"""What a phrase in a sentence counts that names a theme; one that only such sentences have counts 1."""
SENTENCE = compiled(r"[^.;!?\n]+(?:[.;!?](?!\s|$)[^.;!?\n]*)*[.;!?]?")


@dataclass(frozen=True, eq=False)
class Themes:
    """Phrases, as folded syllables, with the themes that they name or tell."""

    names: Mapping[Phrase, tuple[str, ...]]
    words: Mapping[Phrase, tuple[str, ...]]
    general: frozenset[Phrase]
    """Those that say something in a title, and nothing in a sentence: ``cán bộ``, ``mục tiêu``, ``y tế``."""
    broad: frozenset[Phrase] = frozenset()
    """Those of them that name a whole field with all its themes: ``môi trường``."""

    @cached_property
    def firsts(self) -> Mapping[str, int]:
        """Syllables that phrases begin with, and the longest phrase of each, in syllables."""
        out: dict[str, int] = {}
        for phrase in (*self.names, *self.words):
            out[phrase[0]] = max(out.get(phrase[0], 0), len(phrase))
        return out

    def phrases(self, text: str) -> Iterator[Phrase]:
        """The phrases of a text from left to right, the longest at each place."""
        words = split_words(text)
        at = 0
        while at < len(words):
            longest = self.firsts.get(words[at], 0)
            found = next(
                (p for n in range(longest, 0, -1) if (p := tuple(words[at : at + n])) in self.names or p in self.words),
                None,
            )
            if found is not None:
                yield found
            at += len(found) if found else 1

    def of(self, phrase: Phrase) -> frozenset[str]:
        """The themes of a phrase."""
        return frozenset((*self.names.get(phrase, ()), *self.words.get(phrase, ())))

    def worth(self, phrases: Iterable[Phrase], wanted: AbstractSet[str], *, home: bool = False) -> float:
        """How much phrases say of some themes, none counted twice, each shared out among all its themes.

        ``home``: under a heading that is about them, where general phrases say something too.
        """
        total = 0.0
        for phrase in set(phrases) if home else set(phrases) - self.general:
            themes = self.of(phrase)
            total += (CALLED if phrase in self.names else 1.0) * len(themes & wanted) / len(themes)
        return total

    def named(self, title: str) -> dict[str, float]:
        """The themes that a title names; where it names none, those of which its words are told."""
        found = set(self.phrases(title))
        names = Counter(t for p in found for t in self.names.get(p, ()))
        if names:
            return dict.fromkeys(names, NAME)
        return dict.fromkeys(Counter(t for p in found for t in self.words.get(p, ())), WORD)

    def precise(self, title: str) -> set[str]:
        """The themes that a title names, not by the name of their whole field."""
        return {t for p in set(self.phrases(title)) - self.broad for t in self.names.get(p, ())}


@lru_cache(maxsize=1)
def themes() -> Themes:
    """The themes that are kept with the package."""
    kept = json.loads(data_text("themes.json"))
    names, words = dict[Phrase, tuple[str, ...]](), dict[Phrase, tuple[str, ...]]()
    for theme, told in kept["themes"].items():
        for into, phrases in ((names, told["names"]), (words, told["words"])):
            for phrase in phrases:
                key = tuple(split_words(phrase))
                into[key] = (*into.get(key, ()), theme)
    broad = {tuple(split_words(phrase)): tuple(of) for phrase, of in kept["broad"].items()}
    general = frozenset(tuple(split_words(p)) for p in (*kept["general"], *kept["broad"]))
    return Themes({**names, **broad}, words, general, frozenset(broad))


def asked(requirements: Sequence[Requirement], subject: str) -> list[frozenset[str]]:
    """The themes of each requirement's titles, without those that the whole outline is about, and those that its part's title names
    and several of the part's items: the theme of the field tells none of them from the others.

    The name of a field asks for none of its themes that another item names: ``rác thải`` where ``môi trường`` stands beside it. What
    the whole report is about, its ``subject``, is asked for by an item that names nothing else.
    """
    known, out = themes(), list[frozenset[str]]()
    precise = [set().union(*map(known.precise, variants(r))) for r in requirements]
    owned, about = set().union(*precise), known.precise(subject)
    for r in requirements:
        named: dict[str, float] = {}
        # other names of a kind are of no theme: ``việc làm được``
        for title in (r.title,) if kinds_of(r.title) else variants(r):
            for theme, worth in known.named(title).items():
                named[theme] = max(worth, named.get(theme, 0.0))
        best, own = max(named.values(), default=0.0), precise[len(out)]
        told = frozenset(t for t, w in named.items() if w == best and (t in own or w < NAME or t not in owned))
        out.append(told - about or told)
    seen, most = Counter(theme for of in out for theme in of), max(LEAST_ASK, MOST_ASK * len(out))
    parts = [r.number.partition(".")[0] for r in requirements]
    field = {r.number: of for r, of in zip(requirements, out, strict=True) if r.parent is None and len(of) <= FIELD}
    often = Counter((part, t) for part, r, of in zip(parts, requirements, out, strict=True) if r.parent for t in of)
    return [
        frozenset(
            t for t in of if seen[t] <= most and not (r.parent and t in field.get(part, ()) and often[part, t] > 1)
        )
        for part, r, of in zip(parts, requirements, out, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence under a heading: where it stands, its length in syllables, and the phrases of themes that it has."""

    section: int
    span: Span
    syllables: int
    phrases: frozenset[Phrase]


def sentences_of(outline: Outline) -> list[Sentence]:
    """Every sentence under a heading; what semicolons part are several."""
    known, text, out = themes(), outline.document.text, list[Sentence]()
    for s in outline.sections:
        for _, p in outline.document.paragraphs_in(s.body):
            for m in SENTENCE.finditer(text, p.start, p.end):
                out.append(Sentence(s.index, Span(m.start(), m.end()), count(m[0]), frozenset(known.phrases(m[0]))))
    return out
