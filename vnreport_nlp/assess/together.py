"""Items told in running text under a heading that announces them with others: *merged*, not *unheaded* (design section 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..align import Evidence
from ..align.turns import few_headed


def told_with_others(
    evidence: Evidence, chosen: Mapping[int, int], owners: Sequence[str], number: str, section: int
) -> bool:
    """Whether the heading over a text is that of what is above a requirement, and few of the items there have one of their own.

    ``owners`` are the requirements whose heading it is. One that is an item's as well announces that item, unless it is a part's
    or rather has the title of what is above.
    """
    above = [owner for owner in owners if number.startswith(f"{owner}.")]
    if not above:
        return False
    items = [k for o in owners if "." in o and not evidence.children_of[k := evidence.number_of[o]]]
    nearest, like = evidence.number_of[max(above, key=len)], evidence.similarity[:, section]
    if all("." in o for o in above) and any(like[k] >= like[nearest] for k in items):
        return False
    below = evidence.children_of[nearest]
    headed = sum(k in chosen for k in below)
    return 2 * headed < len(below) and few_headed(evidence.wanted.leaves_below[nearest], chosen)
