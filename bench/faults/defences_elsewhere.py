"""Defences of what is read elsewhere than on the mail server, and the naive thing in the place of each."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bench.faults.removing import defence, now, replace_in
from ingest.calendar_reading import Position as Read
from ingest.google.service import NotThere
from ingest.grants import Grant, KeptGrant
from ingest.https import Answer
from ingest.protocol import Batch, CollectionRef
from ingest.sources.caldav.source import _Following as OnAServer
from ingest.sources.feed import source as feed
from ingest.sources.gmail.contents import Contents
from ingest.sources.gmail.position import Position
from ingest.sources.gmail.source import GmailSource
from ingest.sources.google_calendar.source import _Following as AtGoogle
from store import credentials
from store.engine import Acting


@defence("differences")
def _from_now_on() -> None:
    """Where a place has forgotten up to where it was read, it is read on from now."""

    def since(self: GmailSource, _: CollectionRef, position: Position) -> Generator[Batch, None, Position]:
        try:
            return (yield from self._history(position))
        except NotThere:
            return replace(self._beginning(), listing=False)

    def at_google(self: AtGoogle, position: Read) -> Iterator[Batch]:
        yield Batch((), (), replace(position, token=self.events.listed().token).cursor())

    def on_a_server(self: OnAServer, position: Read) -> Iterator[Batch]:
        yield Batch((), (), replace(position, token=self._state()).cursor())

    replace_in(GmailSource, "_since", since)
    replace_in(AtGoogle, "_compared", at_google)
    replace_in(OnAServer, "_compared", on_a_server)


@defence("parts")
def _what_came() -> None:
    """What does not come with the others is not there."""
    together = now(Contents, "_together")

    def once(self: Contents, ids: Sequence[str], *, history: bool) -> list[str]:
        for each in together(self, ids, history=history):
            self._got[each] = None
        return []

    replace_in(Contents, "_together", once)


@defence("kept grants")
def _forget_grants() -> None:
    """A renewed sign-in is used, and not kept."""

    def renewed(self: KeptGrant, refused: str | None = None) -> str:  # noqa: ARG001 - as it is called
        with self.database.transaction(Acting(self.owner_id)) as session:
            grant = Grant.of(credentials.secret_of(session, self.sealer, self.connection_id))
        return self.issuer.refresh(grant.refresh_token).access_token

    replace_in(KeptGrant, "access_token", renewed)


@defence("whole pages")
def _as_it_comes() -> None:
    """A page that ends in the middle is a calendar that ends there."""
    parted = now(feed, "_parted")

    def half(answer: Answer) -> Any:  # noqa: ANN401
        if answer.body.endswith(b"END:VCALENDAR\r\n"):
            return parted(answer)
        return parted(replace(answer, body=answer.body.rpartition(b"BEGIN:VEVENT")[0] + b"END:VCALENDAR\r\n"))

    replace_in(feed, "_parted", half)
