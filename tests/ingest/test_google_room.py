"""A mailbox at Google from sign-in to stored mail: over the fake's sockets and the real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from ingest.connect_google import Account, Agreed, agree, begin
from ingest.errors import SourceError
from ingest.following import Follower
from ingest.google.delegation import Delegation
from ingest.google.metering import Limits, Metering
from ingest.google_access import Access
from ingest.google_room import GoogleRoom
from ingest.google_sign_in import READ_MAIL
from ingest.grants import Grant
from ingest.switches import Switch, switch, switches
from store.errors import NotFound
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.firm import Firm, Person
from tests.ingest.google.signing_in import SEALER, endpoint
from tests.ingest.source_contract import payload
from tests.peers.google import gmail
from tests.peers.google.clients import roots
from tests.peers.google.delegating import ServiceAccount
from tests.peers.google.levers import BROKEN
from tests.peers.google.server import SOMEBODY, Google


def now() -> datetime:
    return datetime.now(UTC)


class Office:
    """One owner's mailbox at Google, and a worker that follows it."""

    def __init__(self, google: Google, firm: Firm, owner: Person) -> None:
        self.google, self.firm, self.owner = google, firm, owner
        metering = Metering(firm.worker, SEALER.keyed_hash, now, Limits(minute=0.6))
        google.meter.limits = replace(google.meter.limits, window=0.6)
        self.room = GoogleRoom(Access(SEALER, endpoint(google), clock=now), metering, roots(google))
        self.follower = Follower(firm.worker, self.room, SEALER.keyed_hash, lambda *_: None, now)
        person = google.grants.at_the_screen
        assert person
        token = google.grants.sign_in(person, *gmail.SCOPES)
        with firm.app.transaction(owner.acting) as session:
            (begun,) = begin(session, SEALER, owner.user_id, Account(SOMEBODY, "1001", Grant(token)), now())
        self.id = begun.id

    def follow(self, stopping: Callable[[], bool] = lambda: False) -> None:
        self.follower.follow(self.owner.user_id, self.id, stopping)

    def stored(self) -> int:
        with self.firm.app.transaction(self.owner.acting) as session:
            return session.scalar(select(func.count()).select_from(Inbound).where(~Inbound.gone)) or 0

    def state(self) -> str:
        with self.firm.app.transaction(self.owner.acting) as session:
            return session.scalars(select(ConnectionState.state)).one()


@pytest.fixture
def office(google: Google, firm: Firm, ines: Person) -> Office:
    return Office(google, firm, ines)


def put(google: Google, *numbers: int) -> list[str]:
    return [google.mailboxes[SOMEBODY].put(payload(number)) for number in numbers]


def test_a_history_is_read_within_what_google_grants_and_a_kill_costs_nothing_twice(
    google: Google, office: Office
) -> None:
    put(google, *range(300))
    office.follow(stopping=lambda: office.stored() > 100)
    assert 100 < office.stored() < 300
    office.follow()
    assert (office.stored(), office.state()) == (300, "up to date")
    assert google.meter.refused == 0
    assert google.meter.spent["messages.get"] <= (300 + 20) * 20
    ids = put(google, 300, 301)
    google.mailboxes[SOMEBODY].delete(ids[0])
    office.follow()
    assert (office.stored(), office.state()) == (301, "up to date")


def test_a_forgotten_history_loses_and_doubles_nothing(google: Google, office: Office) -> None:
    put(google, *range(10))
    office.follow()
    put(google, 10)
    google.mailboxes[SOMEBODY].expire_history()
    spent = google.meter.spent["messages.get"]
    office.follow()
    assert office.stored() == 11
    assert google.meter.spent["messages.get"] - spent == 20


def test_tokens_that_rotate_are_kept_and_one_that_is_revoked_is_its_owner_s_matter(
    google: Google, office: Office
) -> None:
    google.grants.rotating = True
    put(google, 1)
    office.follow()
    google.grants.end_access()
    put(google, 2)
    office.follow()
    assert (office.stored(), office.state()) == (2, "up to date")
    google.grants.revoke()
    office.follow()
    assert office.state() == "sign-in needed"


def test_a_narrower_grant_is_told(google: Google, office: Office) -> None:
    google.grants.granted = frozenset()
    office.follow()
    assert office.state() == "sign-in needed"


def test_a_refresh_token_of_an_app_in_testing_ends(google: Google, firm: Firm, jonas: Person) -> None:
    google.grants.testing = True
    office = Office(google, firm, jonas)
    office.follow()
    google.late = timedelta(days=8).total_seconds()
    office.follow()
    assert office.state() == "sign-in needed"


def test_what_is_compared_at_night_is_all_there(google: Google, office: Office) -> None:
    put(google, 1, 2)
    with office.room.visit(office.firm.worker, office.owner.user_id, office.id) as source:
        (collection,) = source.collections()
        *_, last = source.changes(collection, None)
        survey = source.survey(collection, last.cursor)
    assert (len(survey.there), survey.there) == (2, survey.claimed)


def test_another_owner_s_mailbox_is_not_there(google: Google, office: Office, jonas: Person) -> None:
    with pytest.raises(NotFound), office.room.visit(office.firm.worker, jonas.user_id, office.id):
        pass
    without = replace(office.room, access=Access(SEALER, None))
    with (
        pytest.raises(SourceError, match="administrator"),
        without.visit(office.firm.worker, office.owner.user_id, office.id),
    ):
        pass


def test_an_address_that_became_another_account_s_is_refused(office: Office) -> None:
    other = Account(SOMEBODY, "another", Grant("token"))
    with office.firm.app.transaction(office.owner.acting) as session, pytest.raises(SourceError, match="another"):
        begin(session, SEALER, office.owner.user_id, other, now())


def test_google_is_told_once_a_day_to_go_on_publishing_and_its_refusal_stops_no_reading(
    google: Google, office: Office
) -> None:
    later = [timedelta()]
    access = replace(office.room.access, clock=lambda: now() + later[0])
    room = replace(office.room, topic="projects/p/topics/boswell", access=access)
    office.follower = replace(office.follower, mailroom=room)
    office.follow()
    office.follow()
    assert google.push.watched == 1
    later[0] = timedelta(hours=25)
    google.levers.fail("watch", BROKEN)
    put(google, 1)
    office.follow()
    assert (google.push.watched, office.stored(), office.state()) == (1, 1, "up to date")
    later[0] = timedelta(hours=50)
    office.follow()
    assert google.push.watched == 2


def test_what_no_push_told_of_comes_with_the_next_look(google: Google, office: Office) -> None:
    google.push.watch(google.mailboxes[SOMEBODY])
    google.late = timedelta(days=8).total_seconds()
    put(google, 1)
    assert google.push.notice(google.mailboxes[SOMEBODY]) is None  # the watch has ended: silence
    google.late = 0
    office.follow()
    assert office.stored() == 1


def test_a_service_account_reads_what_its_owner_agreed_to_and_no_more(google: Google, firm: Firm, ines: Person) -> None:
    mailbox = google.add(ines.address)
    mailbox.put(payload(1))
    google.grants.service = ServiceAccount(allowed=frozenset({READ_MAIL}), company=ines.address.partition("@")[2])
    access = Access(SEALER, None, Delegation(endpoint(google), google.grants.service.file()), now)
    metering = Metering(firm.worker, SEALER.keyed_hash, now, Limits())
    follower = Follower(
        firm.worker, GoogleRoom(access, metering, roots(google)), SEALER.keyed_hash, lambda *_: None, now
    )
    with firm.app.transaction(ines.acting) as session:
        (begun,) = agree(session, SEALER, ines.user_id, Agreed(ines.address, ("mail",)), now())

    def state() -> str:
        follower.follow(ines.user_id, begun.id, lambda: False)
        with firm.app.transaction(ines.acting) as session:
            return session.scalars(select(ConnectionState.state)).one()

    assert state() == "up to date"
    assert {held.scopes for held in google.grants.access.values()} == {frozenset({READ_MAIL})}
    google.grants.service.allowed = frozenset()
    assert state() == "not reachable"  # the administrator's matter: it is tried again
    google.grants.service.allowed = frozenset({READ_MAIL})
    google.grants.known = lambda _: False
    assert state() == "sign-in needed"


def test_a_label_is_switched_off_by_name(office: Office) -> None:
    office.google.mailboxes[SOMEBODY].user_labels["Label_7"] = "School"
    office.google.mailboxes[SOMEBODY].put(payload(1), labels=("INBOX", "Label_7"))
    office.follow()
    owner = office.owner.user_id
    with office.firm.app.transaction(office.owner.acting) as session:
        assert switches(session, owner) == {office.id: [Switch("School", on=True)]}
        switch(session, owner, office.id, Switch("School", on=False), now())
        assert switches(session, owner) == {office.id: [Switch("School", on=False)]}
    office.google.mailboxes[SOMEBODY].put(payload(2), labels=("INBOX", "Label_7"))
    office.google.mailboxes[SOMEBODY].put(payload(3))
    office.follow()
    assert office.stored() == 2
