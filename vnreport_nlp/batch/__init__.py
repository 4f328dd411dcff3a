"""Many drafts: processes, cache, resume, cohort, report."""

from .run import BatchOptions, open_batch
from .write import BatchSummary, write_batch

__all__ = ["BatchOptions", "BatchSummary", "open_batch", "write_batch"]
