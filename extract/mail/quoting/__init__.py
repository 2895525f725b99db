"""Whose words stand in a message: its author's, or somebody else's that a program put there."""

from __future__ import annotations

from extract.mail.quoting.sections import segments_of

__all__ = ["segments_of"]
