"""A rep with a long queue on a database of its own, and a browser that is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playwright.sync_api import Browser, Page
from sqlalchemy import text

from bench.browser import browser
from bench.installation import folder
from store.embedded import EmbeddedPostgres
from store.engine import Database
from store.migrate import migrate
from tests.api.browsing import open_page, serving
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"
# Copies of a note that waits, each with its own evidence and source.
COPIES = text("""
with one as (select * from suggestion where kind = 'interaction' and state = 'waiting' limit 1),
made as (
    insert into suggestion (owner_id, kind, key, addition, state, pile, doubt, why, fields, typed, version,
                            happened_at, day, suggested_at)
    select owner_id, kind, key || ':' || n || ':' || gen_random_uuid(), 0, 'waiting',
           case when n % 10 = 0 then 'look' else 'sure' end,
           case when n % 10 = 0 then 'not sure it is worth a note' end, why, fields, '{}', version,
           happened_at + n * interval '1 minute', day, now()
    from one, generate_series(1, :number) n returning id, owner_id),
shown as (
    insert into evidence (owner_id, suggestion_id, field, message_id, source, span_start, span_end, quote)
    select made.owner_id, made.id, e.field, e.message_id, e.source, e.span_start, e.span_end, e.quote
    from made, evidence e join one on one.id = e.suggestion_id)
insert into suggestion_source (owner_id, suggestion_id, exchange_key, happened_at, direction, message_id)
select made.owner_id, made.id, s.exchange_key, s.happened_at, s.direction, s.message_id
from made, suggestion_source s join one on one.id = s.suggestion_id
""")


@dataclass(frozen=True, slots=True)
class Ground:
    """The rep, where the pages are, and the browser; with what it complained of, page by page."""

    firm: Firm
    rep: Person
    address: str
    chromium: Browser
    complaints: list[list[str]] = field(default_factory=list)

    def page(self) -> Page:
        """The review, signed in, in a browser of its own."""
        page, complaints = open_page(self.chromium, self.firm, self.rep, self.address)
        self.complaints.append(complaints)
        return page

    def fill(self, number: int) -> None:
        """Have so many more notes wait."""
        with self.firm.app.transaction(self.rep.acting) as session:
            session.execute(COPIES, {"number": number})

    def decisions(self) -> list[int]:
        """How often each suggestion that was decided was, undone ones included."""
        with self.firm.app.transaction(self.rep.acting) as session:
            return list(
                session.scalars(text("select count(*) from decision where verb <> 'undo' group by suggestion_id"))
            )

    def clear(self) -> None:
        """Leave nothing waiting and no decision."""
        with self.firm.app.transaction(self.rep.acting) as session:
            session.execute(text("delete from suggestion where key like '%:%:%'"))


@contextmanager
def ground() -> Iterator[Ground]:
    """All of it, until the block ends."""
    with folder() as base, EmbeddedPostgres(base / "home", durable=False) as postgres, browser() as chromium:
        server = postgres.start()
        migrate(server.owner)
        app, worker = Database(server.app), Database(server.worker)
        firm = Firm(app, worker)
        rep = firm.person("Ines")
        rep.feed(mail(1, GRETA, rep.address), mail(2, rep.address, GRETA, answers=1), now=datetime.now(UTC))
        rep.approve_all()
        rep.feed(mail(20, GRETA, rep.address), mail(21, rep.address, GRETA, answers=20), now=datetime.now(UTC))
        try:
            with serving(firm) as address:
                yield Ground(firm, rep, address, chromium)
        finally:
            app.close()
            worker.close()
