"""How well and how fast mail is read, against labels and beside what is there off the shelf."""

from __future__ import annotations

from bench.extraction.measuring import arguments, run

__all__ = ["arguments", "run"]
