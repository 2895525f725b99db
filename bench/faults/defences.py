"""Each defence of the product, and the naive thing in its place: a scenario that holds without it shows nothing.

The replacements live in the bench's own worker process; the product has no switch for them.
"""

from __future__ import annotations

from collections.abc import Callable


def remove(name: str) -> None:
    """Take a defence away from this process; nothing happens without a name. Raises KeyError for one there is not."""
    if name:
        DEFENCES[name]()


DEFENCES: dict[str, Callable[[], None]] = {}
