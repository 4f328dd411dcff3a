"""Text of a file that nobody sees on its page: how much of it there is, and how it begins."""

from __future__ import annotations

from dataclasses import dataclass

TOLD = 40
"""Fewer letters are a leftover of typing that hides nothing."""
PROSE = 40
"""Small letters of a paragraph that is no title: what a reader of the page cannot see of it is no content."""
SHOWN = 60
"""Letters of the first such text that are quoted."""


@dataclass(slots=True)
class Hidden:
    """Collects what nobody sees of one file."""

    letters: int = 0
    first: str = ""

    def note(self, text: str) -> None:
        """Remember a text that does not show."""
        self.letters += sum(map(str.isalpha, text))
        if len(self.first) < SHOWN:
            self.first += text

    def told(self) -> str | None:
        """The beginning of the text that nobody sees, None where there is hardly any."""
        if self.letters < TOLD:
            return None
        words = " ".join(self.first.split())
        return words if len(words) <= SHOWN else words[:SHOWN].rpartition(" ")[0] + "…"


def is_prose(text: str) -> bool:
    """Whether a text is long enough to be content and no title."""
    return sum(map(str.islower, text)) >= PROSE
