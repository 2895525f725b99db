"""What a test makes go wrong, and the errors as Google words them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """An answer in place of the one that was asked for."""

    status: int
    reason: str
    message: str = "It went wrong."
    retry_after: int | None = None

    def body(self) -> dict[str, object]:
        domain = "usageLimits" if "imit" in self.reason or "uota" in self.reason else "global"
        errors = [{"domain": domain, "reason": self.reason, "message": self.message}]
        return {
            "error": {"code": self.status, "message": self.message, "errors": errors, "status": STATUSES[self.status]}
        }


STATUSES = {
    400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 410: "GONE",
    429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE",
}  # fmt: skip
NOT_FOUND = Fault(404, "notFound", "Requested entity was not found.")
SIGNED_OUT = Fault(401, "authError", "Request had invalid authentication credentials.")
NO_SCOPE = Fault(403, "insufficientPermissions", "Request had insufficient authentication scopes.")
FORBIDDEN = Fault(403, "forbidden", "Forbidden")
GONE = Fault(410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.")
CROWDED = Fault(429, "rateLimitExceeded", "Too many concurrent requests for user.", 1)
BROKEN = Fault(503, "backendError", "Backend Error")


class FaultError(Exception):
    """Raised inside the fake where it answers with a fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def bad(message: str) -> FaultError:
    return FaultError(Fault(400, "invalidArgument", message))


@dataclass
class Levers:
    """What goes wrong next.

    Attributes:
        failing: by method, the faults that are answered one after another before it works again.
        parts: by its number in the next batch, the fault of a part; None: it is left out of the answer.
        most: items on a page, however many were asked for.
        blank: so many pages of events that come next are empty, although they are not the last.
        down: nobody is answered.
        calls: how often each method was asked for, faults included.
        between_pages: called after each page of a listing that has a next one, with the method.
    """

    failing: dict[str, deque[Fault]] = field(default_factory=dict)
    parts: dict[int, Fault | None] = field(default_factory=dict)
    most: int = 500
    blank: int = 0
    down: bool = False
    calls: Counter[str] = field(default_factory=Counter)
    between_pages: Callable[[str], None] = lambda _: None

    def fail(self, method: str, *faults: Fault, after: int = 0) -> None:
        """The method fails so, once it has worked ``after`` times."""
        self.failing[method] = deque([*[WORKS] * after, *faults])

    def fault(self, method: str) -> Fault | None:
        self.calls[method] += 1
        waiting = self.failing.get(method)
        fault = waiting.popleft() if waiting else WORKS
        return None if fault is WORKS else fault


WORKS = Fault(200, "")
