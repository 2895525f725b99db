"""Which defences can be taken away from the bench's own worker process, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

DEFENCES: dict[str, Callable[[], None]] = {}


def remove(name: str) -> None:
    """Take a defence away from this process; nothing happens without a name. Raises KeyError for one there is not."""
    if name:
        DEFENCES[name]()


def defence(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Says that a function takes the defence of that name away."""

    def register(removed: Callable[[], None]) -> Callable[[], None]:
        DEFENCES[name] = removed
        return removed

    return register


def now(where: object, name: str) -> Any:  # noqa: ANN401
    """What stands there before it is replaced."""
    return getattr(where, name)


def replace_in(where: object, name: str, replacement: object) -> None:
    """Raises AttributeError when what is to be replaced is there no longer."""
    getattr(where, name)
    setattr(where, name, replacement)
