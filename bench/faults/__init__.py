"""What Boswell is put through, on real servers and with real processes, and what must hold all the same."""

from bench.faults.measuring import arguments, run

__all__ = ["arguments", "run"]
