"""``results.json`` of a batch (``vnreport.batch/1``), written draft by draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..model import Assessment, Cohort, Figure, Shared
from .html_mask import coded, masker
from .json import Json, draft_object, dumps, location_object, place_object


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


# Long because: it writes the parts of the contract in their order.
def batch_chunks(
    cohort: Cohort, lang: str, *, anonymise: bool = False, more: Mapping[str, Json] | None = None
) -> Iterator[str]:
    """The JSON text in pieces, so that a thousand drafts need not be held at once; ``more`` are entries at its end.

    With ``anonymise`` codes stand for units, paths and file names everywhere.
    """
    cohort = coded(cohort) if anonymise else cohort
    mask = masker(cohort) if anonymise else str
    slugs = {d.path: d.slug for d in cohort.drafts}

    def dump(value: Json, indent: int | None = 1) -> str:
        return dumps(masked(value, mask) if anonymise else value, indent=indent)

    template = cohort.template
    head: dict[str, Json] = {"id": template.id, "title": template.title}
    yield f'{{\n"schema": "vnreport.batch/1",\n"template": {dumps(head, indent=None)},\n"signature": "{cohort.signature}",\n"drafts": [\n'
    leftovers: list[Json] = []
    for k, draft in enumerate(cohort.drafts):
        result = cohort.load(draft)
        entry = draft_object(result, lang)
        entry["path"] = slugs[draft.path] if anonymise else draft.path
        if anonymise and isinstance(result, Assessment):
            entry["unit"] = draft.label
        if isinstance(result, Assessment):
            findings = entry["findings"]
            if isinstance(findings, list):
                leftovers += [
                    {"path": entry["path"], **f} for f in findings if isinstance(f, dict) and f["rule"] == "U501"
                ]
        yield ("," if k else "") + dump(entry) + "\n"
    yield f'],\n"indicators": {dumps([{"id": i.id, "title": i.title, "unit": i.unit, "total": i.total, "period": i.period} for i in template.indicators])},\n'
    yield f'"figures": {dump([figure_object(f, lang) for f in cohort.figures])},\n'
    yield f'"reuse": {dump([shared_object(s) for s in cohort.shared])},\n'
    yield f'"leftovers": {dump(leftovers)},\n'
    twins: list[Json] = [{"paths": list[Json](t.paths), "identical": t.identical} for t in cohort.twins]
    yield f'"twins": {dump(twins)}'
    for name, value in (more or {}).items():
        yield f',\n"{name}": {dump(value)}'
    yield "\n}\n"
