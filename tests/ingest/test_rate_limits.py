"""Calendar servers that want to be asked less often: who goes on asking stays shut out, and we come when we may.

The servers are as real ones are: a question in the time in which nobody is to ask makes that time begin anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from ingest.calendar_accounts import CalendarServer, Publisher
from ingest.connect_calendars import NewCalendar
from ingest.errors import Busy
from ingest.https import Asker, Question, url_of
from tests.firm import LATER, Person
from tests.ingest.calendar_contract import event
from tests.ingest.calendars_connected import Following, opener_of_server
from tests.ingest.sources.caldav.lying import HOME, LyingServer
from tests.peers import certificates
from tests.peers.publishing import Reply, Request, Server, serving

SHUT = timedelta(seconds=120)
SECOND = timedelta(seconds=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as running:
        yield running


@dataclass
class Shut:
    """Nobody is let in until a moment, and then not for as long again whenever somebody asks before it.

    Attributes:
        header: how long that is, in the words of a Retry-After field.
        whom: by a word in the question's headers; empty: everybody.
    """

    clock: Callable[[], datetime]
    status: int
    header: Callable[[], str]
    whom: str = ""
    until: datetime = LATER + SHUT
    refused: list[datetime] = field(default_factory=list)

    def __call__(self, request: Request) -> Reply | None:
        if self.clock() >= self.until or self.whom not in str(request.headers):
            return None
        self.refused.append(self.clock())
        self.until = self.clock() + SHUT
        return Reply(self.status, headers={"Retry-After": self.header()})


def in_seconds() -> str:
    return f"{SHUT.total_seconds():.0f}"


def at_a_date() -> str:
    return format_datetime(datetime.now(UTC) + SHUT, usegmt=True)


def naive(asker: Asker, url: str, tick: Callable[[timedelta], None], *, times: int = 30) -> int:
    """How often a first draft was answered that asks every ten seconds until it is."""
    answered = 0
    for _ in range(times):
        try:
            answered += asker.ask(Question("GET", url_of(url))).status == 200
        except Busy:
            tick(10 * SECOND)
    return answered


@pytest.mark.parametrize("header", [in_seconds, at_a_date])
@pytest.mark.parametrize("status", [429, 503])
def test_published_calendars_of_one_host_wait_together(
    ines: Person, server: Server, status: int, header: Callable[[], str]
) -> None:
    feeds = [
        Following(
            ines, opener_of_server(server), NewCalendar(name, Publisher("localhost"), server.url(f"/{name}.ics")),
            polite=True,
        )
        for name in ("team", "board")
    ]  # fmt: skip
    server.pages |= {"/team.ics": event(1), "/board.ics": event(2)}
    server.answering = shut = Shut(lambda: feeds[0].now, status, header)

    def tick(further: timedelta) -> None:
        for feed in feeds:
            feed.now += further

    opener = opener_of_server(server)
    asker = Asker(opener.guard, opener.trust, 5.0)
    assert naive(asker, server.url("/team.ics"), tick) == 0  # five minutes, and it would never end
    asker.close()
    shut.refused.clear()
    for _ in range(30):
        for feed in feeds:
            feed.look()
        tick(10 * SECOND)
    assert len(shut.refused) == 1
    assert sum(len(feed.here()) for feed in feeds[:1]) == 2  # of both: they are one owner's
    assert [feed.state() for feed in feeds] == [("up to date", "")] * 2


def account_of(person: Person, liar: LyingServer, user: str) -> Following:
    new = NewCalendar(f"{user} of {person.address}", CalendarServer(liar.server.url(HOME), user), "secret")
    return Following(person, opener_of_server(liar.server), new, polite=True)


@pytest.mark.parametrize(("status", "others"), [(429, True), (503, False)])
def test_an_account_that_is_shut_out_keeps_its_own_connections_away_and_a_server_everybody(
    ines: Person, jonas: Person, liar: LyingServer, status: int, *, others: bool
) -> None:
    liar.put("1", event(1))
    mine, same, other = account_of(ines, liar, "jo"), account_of(jonas, liar, "jo"), account_of(jonas, liar, "ada")
    shut = Shut(lambda: mine.now, status, in_seconds)
    liar.lie = shut
    mine.look()
    liar.lie = lambda _: None
    asked = len(liar.server.asked)
    same.look()  # both of that owner's are due
    assert (same.state()[0] == "up to date", other.state()[0] == "up to date") == (False, others)
    assert (len(liar.server.asked) > asked) == others
    liar.lie = shut
    for following in (mine, same, other):
        following.now += SHUT + 3 * SECOND
        following.look()
    assert {each.state() for each in (mine, same, other)} == {("up to date", "")}
    assert len(shut.refused) == 1


def test_a_server_that_says_never_is_asked_again_after_a_day(ines: Person, server: Server) -> None:
    feed = Following(
        ines, opener_of_server(server), NewCalendar("team", Publisher("localhost"), server.url("/t.ics")), polite=True
    )
    server.pages["/t.ics"] = event(1)
    server.answering = lambda _: Reply(429, headers={"Retry-After": "9" * 30})
    feed.look()
    server.answering = lambda _: None
    feed.now += timedelta(hours=23)
    feed.look()
    assert feed.here() == {}
    feed.now += timedelta(hours=2)
    feed.look()
    assert len(feed.here()) == 1
