"""Sign-ins that end and pushes that lie, once for a first draft, and once for a whole worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from googleapiclient.errors import HttpError

from ingest.errors import CredentialsRejected
from ingest.google.identity import Keys
from ingest.google.metering import Limits, Metering
from ingest.google.service import service
from ingest.google_channels import Channels
from ingest.google_push import Hearing, look
from tests.firm import Firm, Person
from tests.ingest.google.signing_in import SEALER
from tests.ingest.test_google_push import hearing, notice
from tests.ingest.test_google_room import Office, now, put
from tests.ingest.test_google_room import office as office
from tests.peers.google import gmail
from tests.peers.google.clients import Given, client, roots
from tests.peers.google.naive import NaiveCalendar, NaiveMail, NaiveTokens
from tests.peers.google.push import Notice
from tests.peers.google.quota import Limits as MeterLimits
from tests.peers.google.quota import Meter
from tests.peers.google.server import SOMEBODY, Google
from tests.peers.google.signing import FORGERIES, Forgery


@pytest.fixture
def naive(google: Google) -> Iterator[NaiveMail]:
    with closing(service("gmail.v1", roots(google), Given(google.token(SOMEBODY)))) as opened:
        yield NaiveMail(opened)


@pytest.fixture
def renewing(google: Google) -> Iterator[NaiveMail]:
    """A first draft that signed in as our owner did."""
    person = google.grants.at_the_screen
    assert person
    tokens = NaiveTokens(google, google.grants.sign_in(person, *gmail.SCOPES))
    with closing(service("gmail.v1", roots(google), tokens)) as opened:
        yield NaiveMail(opened)


def looked(naive: NaiveMail) -> int:
    """How much a first draft has after a look: an error says that there is nothing new."""
    with suppress(HttpError):
        naive.catch_up()
    return len(naive.seen)


def test_tokens_end_and_refresh_tokens_are_good_once(
    google: Google, office: Office, naive: NaiveMail, renewing: NaiveMail
) -> None:
    google.grants.rotating = True
    renewing.list_all()
    naive.list_all()
    for number in range(3):
        google.grants.end_access()
        put(google, number)
        office.follow()
        looked(naive)
        looked(renewing)
    assert (office.stored(), office.state()) == (3, "up to date")
    assert len(naive.seen) == 0
    assert len(renewing.seen) == 0


def test_a_sign_in_that_was_taken_back_is_not_used_again_and_again(
    google: Google, office: Office, renewing: NaiveMail
) -> None:
    renewing.list_all()
    office.follow()
    google.grants.revoke()
    put(google, 1)
    asked = google.grants.refreshed
    for _ in range(3):
        looked(renewing)
    assert google.grants.refreshed - asked >= 3
    assert renewing.seen == []  # and nobody hears of it
    office.follow()
    assert office.state() == "sign-in needed"
    asked = google.grants.refreshed
    with office.firm.app.transaction(office.owner.acting) as session:
        assert not look(session, office.owner.user_id, SOMEBODY, now())
    assert google.grants.refreshed == asked


def test_a_narrower_grant_is_no_empty_mailbox(google: Google, office: Office, renewing: NaiveMail) -> None:
    put(google, 1)
    google.grants.granted = frozenset()
    office.follow()
    assert office.state() == "sign-in needed"
    renewing.history_id = "4711"
    assert looked(renewing) == 0


def test_an_app_in_testing_ends_after_a_week(google: Google, firm: Firm, ines: Person) -> None:
    google.grants.testing = True
    office = Office(google, firm, ines)
    person = google.grants.at_the_screen
    assert person
    tokens = NaiveTokens(google, google.grants.sign_in(person, *gmail.SCOPES))
    office.follow()
    with closing(service("gmail.v1", roots(google), tokens)) as opened:
        naive = NaiveMail(opened)
        naive.list_all()
        google.late = timedelta(days=8).total_seconds()
        put(google, 1)
        assert looked(naive) == 0
    office.follow()
    assert office.state() == "sign-in needed"


def pushes(google: Google, *numbers: int) -> list[Notice]:
    """One for each mail that comes."""
    sent = []
    for number in numbers:
        put(google, number)
        sent.append(notice(google))
    return sent


def test_pushes_that_come_twice_late_or_not_at_all_double_and_lose_nothing(
    google: Google, office: Office, naive: NaiveMail
) -> None:
    office.follow()
    naive.list_all()
    old, _dropped, newer, newest = pushes(google, 1, 2, 3, 4)
    last = [newest, newer, newest, old]
    heard = hearing(google)
    for each in last:
        naive.pushed(each)
        assert heard.heard(each.headers["Authorization"], each.body, google.push.audience) == SOMEBODY
        with office.firm.app.transaction(office.owner.acting) as session:
            assert look(session, office.owner.user_id, SOMEBODY, now())
        office.follow()
    assert office.stored() == 4
    assert set(google.mailboxes[SOMEBODY].read.values()) == {1}
    assert len(naive.seen) > 4


def test_who_waits_for_pushes_alone_hears_nothing_after_a_week(
    google: Google, office: Office, naive: NaiveMail
) -> None:
    office.follow()
    naive.list_all()
    google.push.watch(google.mailboxes[SOMEBODY])
    google.late = timedelta(days=8).total_seconds()
    put(google, 1)
    assert google.push.notice(google.mailboxes[SOMEBODY]) is None  # so that nothing tells the first draft to look
    google.late = 0
    office.follow()
    assert (office.stored(), len(naive.seen)) == (1, 0)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_push_hides_no_mail(google: Google, naive: NaiveMail, forgery: Forgery) -> None:
    naive.list_all()
    mailbox = google.mailboxes[SOMEBODY]
    before, mailbox.history_id = mailbox.history_id, mailbox.history_id + 1_000  # what a forger says it is
    forged = notice(google, forgery)
    mailbox.history_id = before
    naive.pushed(forged)
    put(google, 1)
    with pytest.raises(CredentialsRejected):
        hearing(google).heard(forged.headers.get("Authorization", ""), forged.body, google.push.audience)
    naive.catch_up()
    naive.catch_up()
    assert naive.seen == []


def test_keys_that_were_changed_silence_no_push(google: Google) -> None:
    now, forever = [1_000.0], dict(google.signer.certificates())  # a first draft keeps those
    keys = Keys(f"{google.root}oauth2/v1/certs", google.certificate, lambda: now[0])
    ours = Hearing(google.push.email, keys)
    for _ in range(2):
        came = notice(google)
        assert ours.heard(came.headers["Authorization"], came.body, google.push.audience) == SOMEBODY
        google.signer.rotate()
        now[0] += 61
    assert not forever.keys() & google.signer.certificates().keys()


def forged(**told: str) -> dict[str, str]:
    """A notice as anybody may send it to an address that anybody may know."""
    said = {"Channel-ID": "c1", "Channel-Token": "", "Resource-State": "exists", "Message-Number": "1"}
    return {f"X-Goog-{name}": value for name, value in (said | told).items()}


@pytest.mark.parametrize(
    "told",
    [
        {"Resource-State": "not_exists"},
        {"Message-Number": "999999"},
        {"Channel-Token": "another's"},
        {"Channel-ID": "c2", "Message-Number": "999999"},
    ],
)
def test_a_forged_notice_of_a_calendar_takes_and_hides_nothing(google: Google, told: dict[str, str]) -> None:
    channels, owner_id, connection_id = Channels(SEALER.keyed_hash), uuid4(), uuid4()
    shelf = google.calendars[SOMEBODY].shelf[SOMEBODY]
    shelf.put("e1", summary="Review")
    with closing(client(google, SOMEBODY, "calendar.v3")) as calendar:
        naive = NaiveCalendar(calendar, SOMEBODY)
        naive.follow()
        token = channels.token("c1", owner_id, connection_id)
        google.calendars[SOMEBODY].watch(SOMEBODY, {"id": "c1", "token": token, "address": "https://crm.example/"}, 0)
        lie = forged(**({"Channel-Token": token} if told.get("Channel-ID") else {}), **told)
        naive.noticed(lie)
        with pytest.raises(CredentialsRejected):
            channels.heard(lie["X-Goog-Channel-ID"], lie["X-Goog-Channel-Token"])
        shelf.put("e2", summary="Pilot")
        true = google.calendars[SOMEBODY].notice("c1", 0)
        assert true
        naive.noticed(true)
        assert sorted(naive.events) != ["e1", "e2"]
        assert channels.heard("c1", true["X-Goog-Channel-Token"]) == (owner_id, connection_id)


def test_what_a_company_may_ask_is_shared_by_all_of_its_accounts(google: Google, firm: Firm) -> None:
    users = [f"{name}@company.example" for name in ("ines", "jonas", "li")]
    for number, user in enumerate(users):
        google.add(user, f"{number}").put(b"Subject: Offer\n\nHello")
    limits = {"user": 200, "project": 300}  # units: each alone keeps to what is its own
    metering = Metering(firm.worker, SEALER.keyed_hash, now, Limits(**limits, minute=0.6))

    def spent(spend: Callable[[str], None]) -> int:
        google.meter = Meter(google.clock, MeterLimits(**limits, window=0.6))
        for _ in range(3):
            for user in users:
                spend(user)
                with closing(client(google, user)) as gmail, suppress(HttpError):
                    (stub,) = gmail.users().messages().list(userId="me").execute()["messages"]
                    for _ in range(2):
                        gmail.users().messages().get(userId="me", id=stub["id"], format="raw").execute()
        return google.meter.refused

    def ours(user: str) -> None:
        metering.of(user).spend("messages.list")
        metering.of(user).spend("messages.get", 2)

    assert spent(lambda _: None) > 0
    assert spent(ours) == 0
