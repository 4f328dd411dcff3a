"""Many drafts: processes, cache, resume, cohort, report."""

from .peers import LEAST_PEERS, Peers
from .run import BatchOptions, open_batch
from .watch import TIME_LIMIT
from .write import BatchSummary, write_batch

__all__ = ["LEAST_PEERS", "TIME_LIMIT", "BatchOptions", "BatchSummary", "Peers", "open_batch", "write_batch"]
