"""Many drafts: processes, cache, resume, cohort, report."""

from .peers import LEAST_PEERS, Peers
from .run import BatchOptions, open_batch
from .write import BatchSummary, write_batch

__all__ = ["LEAST_PEERS", "BatchOptions", "BatchSummary", "Peers", "open_batch", "write_batch"]
