"""How right what is sure is: the scorecard fitted on worlds for fitting, its reliability on a world left out."""

from __future__ import annotations

from bench.sureness.measuring import arguments, run

__all__ = ["arguments", "run"]
