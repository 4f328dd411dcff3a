"""``results.json`` of a batch (``vnreport.batch/1``), written draft by draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..model import Assessment, Cohort, DraftSummary, Figure, Shared
from .entries import EntryOf, draft_json, entries_of, leftovers_of
from .html_mask import coded, masker
from .json import Json, dumps, location_object, place_object


def figure_object(figure: Figure, lang: str) -> dict[str, Json]:
    """One indicator of one draft; a gap has no value, a doubtful one asks for a look."""
    return {
        "indicator": figure.indicator,
        "path": figure.path,
        "value": figure.value,
        "review": figure.doubtful,
        "evidence": None if figure.place is None else place_object(figure.place, lang),
    }


def shared_object(shared: Shared) -> dict[str, Json]:
    """One shared passage."""
    return {
        "left": shared.left, "right": shared.right, "left_location": location_object(shared.left_location),
        "right_location": location_object(shared.right_location), "syllables": shared.syllables, "similarity": shared.similarity,
        "quote": shared.quote, "right_quote": shared.right_quote, "cluster": shared.cluster, "source": shared.source,
        "left_share": round(shared.left_share, 3), "right_share": round(shared.right_share, 3),
    }  # fmt: skip


def masked(value: Json, mask: Callable[[str], str]) -> Json:
    """The value with every text in it masked; keys are ours and stay."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        return [masked(v, mask) for v in value]
    return {k: masked(v, mask) for k, v in value.items()} if isinstance(value, dict) else value


def _masked_draft(
    cohort: Cohort, draft: DraftSummary, lang: str, slugs: Mapping[str, str], mask: Callable[[str], str]
) -> tuple[str, tuple[str, ...]]:
    """A draft's object and its leftovers as text, with its code for its name."""
    result = cohort.load(draft)
    found = draft_json(draft, result, lang)
    found["path"] = slugs[draft.path]
    if isinstance(result, Assessment):
        found["unit"] = draft.label
    return dumps(masked(found, mask)), tuple(dumps(masked(x, mask)) for x in leftovers_of(found))


def _listed(texts: Sequence[str]) -> str:
    """JSON texts as a list: as ``dumps`` writes one, a step further in."""
    inner = ",\n".join(" " + text.replace("\n", "\n ") for text in texts)
    return f"[\n{inner}\n]" if texts else "[]"


# Long because: it writes the parts of the contract in their order.
def batch_chunks(
    cohort: Cohort,
    lang: str,
    *,
    anonymise: bool = False,
    more: Mapping[str, Json] | None = None,
    entry: EntryOf | None = None,
) -> Iterator[str]:
    """The JSON text in pieces, so that a thousand drafts need not be held at once; ``more`` are entries at its end.

    With ``anonymise`` codes stand for units, paths and file names everywhere; otherwise ``entry`` may give what was made
    of a draft before.
    """
    cohort = coded(cohort) if anonymise else cohort
    mask = masker(cohort) if anonymise else str
    slugs = {d.path: d.slug for d in cohort.drafts}

    def dump(value: Json, indent: int | None = 1) -> str:
        return dumps(masked(value, mask) if anonymise else value, indent=indent)

    template = cohort.template
    head: dict[str, Json] = {"id": template.id, "title": template.title}
    yield f'{{\n"schema": "vnreport.batch/1",\n"template": {dumps(head, indent=None)},\n"signature": "{cohort.signature}",\n"drafts": [\n'
    leftovers: list[str] = []
    given = entry or entries_of(cohort, lang)
    for k, draft in enumerate(cohort.drafts):
        if anonymise:
            text, left = _masked_draft(cohort, draft, lang, slugs, mask)
        else:
            found = given(draft)
            text, left = found.draft, found.leftovers
        leftovers += left
        yield ("," if k else "") + text + "\n"
    yield f'],\n"indicators": {dumps([{"id": i.id, "title": i.title, "unit": i.unit, "total": i.total, "period": i.period} for i in template.indicators])},\n'
    yield f'"figures": {dump([figure_object(f, lang) for f in cohort.figures])},\n'
    yield f'"reuse": {dump([shared_object(s) for s in cohort.shared])},\n'
    yield f'"leftovers": {_listed(leftovers)},\n'
    twins: list[Json] = [
        {
            "paths": list[Json](t.paths),
            "identical": t.identical,
            "organs": t.organs,
            "copies": [list[Json](paths) for paths in t.copies],
        }
        for t in cohort.twins
    ]
    yield f'"twins": {dump(twins)}'
    for name, value in (more or {}).items():
        yield f',\n"{name}": {dump(value)}'
    yield "\n}\n"
