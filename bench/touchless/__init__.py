"""How often reps are asked, and how right what is settled without asking is: mailboxes replayed day by day."""

from __future__ import annotations

from bench.touchless.measuring import arguments, run

__all__ = ["arguments", "run"]
