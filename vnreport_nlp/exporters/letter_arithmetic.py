"""The parts of a sum, share or change that a finding tells, by the names that a letter's sentences have for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..expressions import compiled

_SUM = compiled(r"(?P<basis>.+) = (?P<reached>\S+) (?P<sign>[≠>]) (?P<said>\S+)")
_RESULT = compiled(r"(?P<made>[^=]+ [×−] [^=]+) = (?P<reached>[^=≠]+) ≠ (?P<said>.+)")
_DIFFERENCE = compiled(r"\|(?P<high>\S+) - (?P<low>\S+)\|")
_CHANGE = compiled(r"(?P<before>\S+) → (?P<after>\S+): (?P<reached>.+) ≠ (?P<said>\S+)")
_SHARE = compiled(r"(?P<share>\S+) / (?P<base>\S+): (?P<reached>\S+) ≠ (?P<said>\S+)")


def arithmetic(text: str) -> Iterator[tuple[str, str]]:
    """What a sum, share or change says, by name."""
    for pattern in (_CHANGE, _SHARE, _RESULT, _SUM):
        if m := pattern.fullmatch(text):
            found = m.groupdict()
            yield "over", "1" if found.pop("sign", "") == ">" else ""
            if difference := _DIFFERENCE.fullmatch(found.get("basis", "")):
                yield from difference.groupdict().items()
            yield from found.items()
            return


def rises(text: str) -> bool | None:
    """Whether a change is an increase; None for anything else."""
    change = _CHANGE.fullmatch(text)
    return _value(change["after"]) > _value(change["before"]) if change else None


def _value(text: str) -> Decimal:
    """A printed number; nothing where it is none."""
    digits = re.sub(r"[^\d,]", "", text).replace(",", ".")
    return Decimal(digits if re.fullmatch(r"\d+(?:\.\d+)?", digits) else 0)
