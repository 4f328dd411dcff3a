"""What other packages export of a whole batch: ``batch --export NAME``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import overload

from ..errors import UsageError
from ..model import Cohort, Result, msg
from ..plugins import call, strangers


class CohortResults(Sequence[Result]):
    """The results of a cohort, each brought back from the cache when it is asked for: a thousand do not fit in memory."""

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort

    def __len__(self) -> int:
        return len(self._cohort.drafts)

    @overload
    def __getitem__(self, at: int) -> Result: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Result]: ...
    def __getitem__(self, at: int | slice) -> Result | Sequence[Result]:
        """One result, or several at once."""
        if isinstance(at, slice):
            return [self._cohort.load(draft) for draft in self._cohort.drafts[at]]
        return self._cohort.load(self._cohort.drafts[at])


def check_names(names: Sequence[str], *, anonymise: bool) -> None:
    """UsageError, before anything is read, for a name that nobody exports, and for names of units that would come out."""
    known = strangers("exporters")
    for name in names:
        if name not in known:
            raise UsageError(
                msg("Không có dạng xuất “{name}”.", name=name),
                msg("Các dạng đã cài: {names}", names=", ".join(known))
                if known
                else msg("Chưa cài gói nào thêm dạng xuất."),
            )
    if names and anonymise:
        raise UsageError(
            msg("--export không dùng cùng --anonymise: gói khác có thể ghi tên đơn vị."), msg("Bỏ một trong hai.")
        )


def export_guests(cohort: Cohort, folder: Path, names: Sequence[str], *, lang: str) -> None:
    """Let each named exporter write ``export/NAME`` below the report."""
    for name in names:
        (folder / "export").mkdir(exist_ok=True)
        call("exporters", name, CohortResults(cohort), cohort.template, folder / "export" / name, lang=lang)
