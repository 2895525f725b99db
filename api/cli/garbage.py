"""The collector of rings among objects, for a process that runs long: what it was started with is never one."""

from __future__ import annotations

import gc
from typing import Final

MADE: Final = 50_000  # objects that may be made before the collector looks among them


def spare_what_is_loaded() -> None:
    """Keep modules, routes and tables out of the collector's way: it takes 100 ms and more to go through them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE)
