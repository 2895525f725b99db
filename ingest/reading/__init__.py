"""Reading in limited child processes: hostile bytes may stop or kill a child, never what asked for the reading."""

from __future__ import annotations

from ingest.reading.pool import Limits, ReadingPool, sandbox_level
from ingest.reading.results import Quarantined, Read, Reading
from ingest.reading.sandbox import Level

__all__ = ["Level", "Limits", "Quarantined", "Read", "Reading", "ReadingPool", "sandbox_level"]
