"""Messages by their ids, several in one request: what fails in it is asked for again by itself.

A request's parts cost as much as single calls, and Google refuses some where many come at once. A message that Google
cannot hand over is set aside, so that it holds up nobody; when that happens too often it is Google that is ill.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import sleep
from typing import Any, Final

from googleapiclient.errors import HttpError

from extract.raw import INBOX, MESSAGE, SENT, THREAD, RawItem
from ingest.errors import Busy, Malformed, SourceError, Unavailable
from ingest.google.service import NOT_ANSWERING, ODD, NotThere, asked, translated
from ingest.protocol import BatchLimits, Refused
from ingest.sources.gmail.calls import HIDDEN, Calls, raw_of
from ingest.sources.gmail.partial import first_part

PARTS: Final = 20
TRIES: Final = 3
MOST_REFUSED: Final = 4
PATIENCE: Final = 90.0  # seconds; who is to wait longer is not to wait here: a day's units are used up
LARGE: Final = 3 * 1024 * 1024
LABELS: Final = {"INBOX": INBOX, "SENT": SENT}
SYSTEM: Final = frozenset({"UNREAD", "STARRED", "IMPORTANT"})
TOO_LARGE = "The message is larger than the {mb} MB that I read."
NOT_HANDED_OVER = "Google does not hand this message over. It is asked for again by itself."
Outcome = RawItem | Refused | None


@dataclass(slots=True)
class Contents:
    """Of one account, in one pass.

    Attributes:
        names: the owner's own labels, by their ids.
        hidden: labels under which nothing is read.
        large: ids of which more than LARGE bytes would come, each by itself; None: nobody has looked.
        refused: how many were set aside in this pass.
    """

    calls: Calls
    limits: BatchLimits
    names: Mapping[str, str]
    pause: Callable[[float], None] = sleep
    hidden: frozenset[str] = HIDDEN
    large: frozenset[str] | None = None
    refused: int = 0
    _got: dict[str, Outcome] = field(default_factory=dict)
    _over: set[str] = field(default_factory=set)

    def of(self, ids: Sequence[str], *, history: bool) -> Iterator[tuple[str, Outcome]]:
        """What each is, in this order; None: it is not there any more, or not to be read."""
        for at in range(0, len(ids), PARTS):
            chunk = ids[at : at + PARTS]
            self._got = {}
            single = [each for each in chunk if self.large and each in self.large]
            together = [each for each in chunk if each not in single]
            failed = self._together(together, history=history) if together else []
            for each in (*failed, *single):
                self._got[each] = self._alone(each, history=history)
            yield from ((each, self._got[each]) for each in chunk)

    def _together(self, ids: Sequence[str], *, history: bool) -> list[str]:
        """Those that failed."""
        self.calls.allowance.spend("messages.get", len(ids), history=history)
        batch = self.calls.gmail.new_batch_http_request(callback=self._take)
        for each in ids:
            batch.add(self.calls.get(each), request_id=each)
        with suppress(Malformed):  # a part is missing from the answer: it is among those that were not got
            asked(lambda: batch.execute() or {})
        return [each for each in ids if each not in self._got]

    def _take(self, id_: str, told: Mapping[str, Any] | None, error: HttpError | None) -> None:
        if isinstance(error, HttpError) and isinstance(translated(error), NotThere):
            self._got[id_] = None
        elif told is not None and not error:
            try:
                self._got[id_] = self._outcome(id_, told)
            except _TooLargeError:
                self._over.add(id_)
            except Malformed:
                return

    def _alone(self, id_: str, *, history: bool) -> Outcome:
        """By itself, a few times.

        Raises:
            SourceError: it is not this message.
        """
        for tried in range(TRIES):
            self.calls.allowance.spend("messages.get", history=history)
            try:
                return self._asked(id_, history=history)
            except NotThere:
                return None
            except (Unavailable, Malformed) as error:
                waits = getattr(error, "retry_after", None) or 0.5 * 2**tried
                if waits > PATIENCE:
                    raise
                if tried == TRIES - 1:
                    return self._aside(id_, error)
                self.pause(waits)
        return None

    def _asked(self, id_: str, *, history: bool) -> Outcome:
        """Whole where it may be; one of unknown size that turns out to be too large is asked for once more."""
        if self.large and id_ in self.large and id_ not in self._over:
            size = int(asked(self.calls.get(id_, "minimal").execute).get("sizeEstimate", 0))
            self._over |= {id_} if size > self.limits.item else set()
            self.calls.allowance.spend("messages.get", history=history)
        if id_ not in self._over:
            try:
                return self._outcome(id_, asked(self.calls.get(id_).execute))
            except _TooLargeError:
                self._over.add(id_)
                self.calls.allowance.spend("messages.get", history=history)
        return self._in_part(id_, asked(self.calls.get(id_, "full").execute))

    def _aside(self, id_: str, error: SourceError) -> Refused:
        if isinstance(error, Busy):
            raise error
        self.refused += 1
        if self.refused > MOST_REFUSED:
            raise Unavailable(NOT_ANSWERING, getattr(error, "retry_after", None)) from error
        return Refused(id_, NOT_HANDED_OVER, again=True)

    def _outcome(self, id_: str, told: Mapping[str, Any]) -> Outcome:
        labels = told.get("labelIds", ())
        if self.hidden & set(labels):
            return None
        raw = raw_of(told)
        if len(raw) > self.limits.item:
            raise _TooLargeError(ODD)
        return self._item(id_, told, raw)

    def _in_part(self, id_: str, told: Mapping[str, Any]) -> Outcome:
        """What a message says that is too large; one that cannot be taken apart is named."""
        if self.hidden & set(told.get("labelIds", ())):
            return None
        try:
            payload = first_part(told, self.limits.part)
        except Malformed:
            return Refused(id_, TOO_LARGE.format(mb=self.limits.item // 2**20))
        size = max(int(told.get("sizeEstimate", 0)), len(payload))
        return self._item(id_, told, payload[: self.limits.part], size)

    def _item(self, id_: str, told: Mapping[str, Any], payload: bytes, full_size: int | None = None) -> RawItem:
        received = told.get("internalDate")
        at = datetime.fromtimestamp(int(received) / 1000, UTC) if received else None
        together = told.get("threadId")
        labels = (*self._labels(told.get("labelIds", ())), *((f"{THREAD}{together}",) if together else ()))
        return RawItem(MESSAGE, payload, at, id_, labels, full_size)

    def _labels(self, labels: Sequence[str]) -> Iterator[str]:
        for each in labels:
            if each not in SYSTEM:
                yield LABELS.get(each) or self.names.get(each, each)


class _TooLargeError(Malformed):
    """A message is larger than may be read whole."""
