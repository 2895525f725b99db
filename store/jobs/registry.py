"""Tasks by name, and what their handlers are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TypeVar

from store.engine import Database

T = TypeVar("T")
Handler = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Equipment:
    """What handlers work with: the database under the worker's role, and tools asked for by their type."""

    database: Database
    tools: tuple[object, ...] = ()

    def tool(self, kind: type[T]) -> T:
        """The tool of that type. Raises LookupError when the worker was started without it."""
        for tool in self.tools:
            if isinstance(tool, kind):
                return tool
        raise LookupError(f"the worker was started without {kind.__name__}")


@dataclass(frozen=True, slots=True)
class JobRun:
    """One attempt (the first is 0) at one job, handed to its handler."""

    job_id: int
    attempt: int
    equipment: Equipment
    stop: Event

    @property
    def database(self) -> Database:
        """The database under the worker's role."""
        return self.equipment.database

    @property
    def stopping(self) -> bool:
        """Whether the worker was asked to stop: a long handler ends after its current batch."""
        return self.stop.is_set()


@dataclass(frozen=True, slots=True)
class Task:
    """A handler by name.

    Attributes:
        final: the errors after which trying again is of no use.
        apart: of what is due each reference is a job of its own, with the reference as a further argument.
    """

    name: str
    queue: str
    handler: Handler
    final: tuple[type[Exception], ...] = ()
    apart: bool = False


TASKS: dict[str, Task] = {}


def task(
    name: str, *, queue: str, final: tuple[type[Exception], ...] = (), apart: bool = False
) -> Callable[[Handler], Handler]:
    """Register ``handler(run: JobRun, **ids: str)`` under a name. Raises ValueError when the name is taken."""

    def register(handler: Handler) -> Handler:
        if name in TASKS:
            raise ValueError(f"two tasks are named {name}")
        TASKS[name] = Task(name, queue, handler, final, apart)
        return handler

    return register
