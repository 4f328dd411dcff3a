"""Where compiled data of this user are kept."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """``VNREPORT_CACHE`` if set, else the user's cache folder."""
    chosen = os.environ.get("VNREPORT_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("vnreport", appauthor=False))
