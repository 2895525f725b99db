"""What is known is not loaded again, on the real server: renumbered folders, moved and copied mail, used-up UIDs."""

from __future__ import annotations

import json
import re
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from ingest.errors import Unavailable
from ingest.keeping import Keeping
from ingest.known import SAMPLES, StoredFolders
from store.errors import Superseded
from store.inbound import Kept
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import Person
from tests.ingest.passes import Passes
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox

NO_ID = b"From: a@nordlicht.example\r\nSubject: Number %d\r\n\r\nHello\r\n"


@pytest.fixture
def passes(ines: Person, mailbox: Mailbox) -> Passes:
    return Passes(ines, mailbox)


def renumber(mailbox: Mailbox, folder: str, letters: list[bytes]) -> None:
    mailbox.client.delete(folder)
    mailbox.create(folder)
    mailbox.append(letters, folder)


def loaded(kept: Kept) -> int:
    """How many mails were loaded from the server."""
    return kept.fresh + kept.known + kept.dropped


def test_a_renumbered_folder_is_recognised_without_its_contents(passes: Passes) -> None:
    letters = [payload(number) for number in range(15)]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(letters[:14], "Projekt")
    passes.follow()
    passes.read()
    before = passes.rows()
    renumber(passes.mailbox, "Projekt", letters[2:])
    state = passes.mailbox.state()
    passes.asked = 0
    assert (loaded(passes.follow()), passes.asked) == (1, 1)
    after = passes.rows()
    assert passes.here() == passes.there()
    assert {row_id: after[row_id][1] for row_id in before} == dict.fromkeys(before, "read")
    assert sum(gone for _, _, gone in after.values()) == 2
    assert loaded(passes.follow()) == 0
    assert passes.mailbox.state() == state


def test_what_cannot_be_recognised_is_known_by_its_bytes(passes: Passes) -> None:
    letters = [NO_ID % number for number in range(12)]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(letters, "Projekt")
    passes.follow()
    before = set(passes.rows())
    renumber(passes.mailbox, "Projekt", letters)
    assert passes.follow() == Kept(known=12)
    assert (set(passes.rows()), passes.here()) == (before, passes.there())


def test_two_mails_that_are_alike_are_told_apart_by_their_bytes(passes: Passes) -> None:
    twins = [payload(1, body="Shall we meet?"), payload(1, body="Shall we part?")]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(twins, "Projekt")
    passes.follow()
    renumber(passes.mailbox, "Projekt", twins[::-1])
    assert passes.follow() == Kept(known=2)
    assert passes.here() == passes.there()


def test_a_folder_whose_uids_went_back_is_gone_through_anew(passes: Passes) -> None:
    passes.mailbox.append(payload(number) for number in range(12))
    passes.follow()
    cursor = json.loads(passes.collection("INBOX").cursor or "")
    with passes.person.worker.transaction(passes.person.acting) as session:
        later = json.dumps([cursor[0], 5_000, 4_999, *cursor[3:]])
        session.execute(update(Collection).where(Collection.name == "INBOX").values(cursor=later))
        first, second, *_ = session.scalars(select(Inbound).order_by(Inbound.id)).all()
        first.remote_id, second.remote_id = "x", first.remote_id  # UIDs that were given to others since
        session.flush()
        first.remote_id = f"{cursor[0]}/4000"
    assert loaded(passes.follow()) == 0
    passes.mailbox.client.select("INBOX", readonly=True)
    with passes.person.app.transaction(passes.person.acting) as session:
        for row in session.scalars(select(Inbound)):
            _, fetched = passes.mailbox.client.uid("FETCH", row.remote_id.partition("/")[2], "(BODY.PEEK[])")
            assert isinstance(fetched[0], tuple)
            assert fetched[0][1] == row.payload
    assert passes.here() == passes.there()


def test_a_renumbered_folder_that_lacks_most_is_not_believed_until_its_owner_says_so(passes: Passes) -> None:
    letters = [payload(number) for number in range(12)]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(letters, "Projekt")
    passes.follow()
    renumber(passes.mailbox, "Projekt", letters[:3])
    for _ in range(2):
        assert passes.follow().missed == 9
        assert (len(passes.here()), passes.state().state, passes.state().difference) == (
            12, "waiting for its owner", 9,
        )  # fmt: skip
    assert passes.follow(accept_gone=True).missed == 0
    assert passes.here() == passes.there()


def test_recognising_that_was_broken_off_goes_on(passes: Passes) -> None:
    letters = [payload(number) for number in range(250)]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(letters[:230], "Projekt")
    passes.follow()
    renumber(passes.mailbox, "Projekt", letters[::-1])
    passes.broken_off(1)
    kept = passes.follow()
    assert kept.missed == 0
    assert passes.here() == passes.there()
    assert len(passes.rows()) == 250


def test_what_was_recognised_before_a_pass_broke_off_is_found_again_in_the_folder_as_it_is_then(
    passes: Passes, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = [payload(number) for number in range(6)]
    passes.mailbox.create("Projekt")
    passes.mailbox.append(letters, "Projekt")
    passes.follow()
    before = set(passes.rows())
    renumber(passes.mailbox, "Projekt", letters)
    with monkeypatch.context() as broken:
        broken.setattr(Keeping, "keep", _cut)
        with pytest.raises(Unavailable):
            passes.follow()
    renumber(passes.mailbox, "Projekt", letters[1:])
    passes.follow()
    assert passes.here() == passes.there()
    assert set(passes.rows()) == before


def _cut(*_: object, **__: object) -> Kept:
    raise Unavailable("cut")


def test_mail_that_was_moved_is_taken_over_as_it_is(passes: Passes) -> None:
    passes.mailbox.append(payload(number) for number in range(80))
    passes.follow()
    passes.read()
    passes.mailbox.client.select("INBOX")
    passes.mailbox.client.uid("MOVE", "1:70", "Archive")
    passes.mailbox.client.unselect()
    passes.asked = 0
    assert (loaded(passes.follow()), passes.asked) == (0, 0)
    assert passes.here() == passes.there()
    assert passes.state().state == "up to date"
    assert {state for _, state, _ in passes.rows().values()} == {"read"}


def test_few_that_were_moved_are_loaded_and_not_read_again(passes: Passes) -> None:
    passes.mailbox.append(payload(number) for number in range(5))
    passes.follow()
    passes.read()
    passes.mailbox.client.select("INBOX")
    passes.mailbox.client.uid("MOVE", "1:2", "Archive")
    passes.mailbox.client.unselect()
    assert loaded(passes.follow()) == 2
    assert passes.here() == passes.there()
    assert {state for _, state, _ in passes.rows().values()} == {"read"}


def test_another_folder_of_the_same_numbers_is_no_renamed_one(passes: Passes) -> None:
    known = StoredFolders(passes.person.worker, passes.person.user_id, passes.connection_id, 1)
    passes.mailbox.append(payload(number) for number in range(9))
    passes.follow()
    (inbox,) = [pointer for pointer in known.cursors() if pointer.startswith("INBOX")]
    samples = known.samples(inbox)
    assert len(samples) == SAMPLES
    assert all(sample.size and sample.received_at for sample in samples)
    assert (known.samples("?"), known.recognises("?"), known.recognise("?", ())) == ([], False, ())
    assert not known.recognises(inbox)


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.sampled_from(["INBOX", "Archive", "A"]), st.integers(1, 12)),
        st.tuples(st.just("expunge"), st.sampled_from(["INBOX", "Archive", "A"]), st.integers(1, 4)),
        st.tuples(st.just("move"), st.sampled_from(["INBOX", "A"]), st.integers(1, 60)),
        st.tuples(st.just("renumber"), st.just("A"), st.integers(0, 3)),
        st.tuples(st.just("rename"), st.just("A"), st.just(0)),
        st.tuples(st.just("pass"), st.just(""), st.integers(0, 3)),
    ),
    max_size=8,
)


class Life:
    """What happens to a mailbox in the course of time."""

    def __init__(self, passes: Passes) -> None:
        self.passes, self.mailbox = passes, passes.mailbox
        self.number = 0

    def happen(self, event: tuple[str, str, int]) -> None:
        what, folder, many = event
        if folder == "A" and "A" not in self.passes.folders():
            self.mailbox.create("A")
        getattr(self, what)(folder, many)

    def append(self, folder: str, many: int) -> None:
        self.mailbox.append((payload(self.number + each) for each in range(many)), folder)
        self.number += many

    def uids(self, folder: str) -> list[str]:
        self.mailbox.client.select(f'"{folder}"')
        _, found = self.mailbox.client.uid("SEARCH", "ALL")
        return [] if found[0] is None else found[0].decode().split()

    def expunge(self, folder: str, many: int) -> None:
        if uids := self.uids(folder)[::2][:many]:
            self.mailbox.client.unselect()
            self.mailbox.expunge([int(uid) for uid in uids], folder)

    def move(self, folder: str, many: int) -> None:
        if uids := self.uids(folder)[:many]:
            self.mailbox.client.uid("MOVE", ",".join(uids), "Archive")
        self.mailbox.client.unselect()

    def renumber(self, folder: str, _many: int) -> None:
        self.mailbox.client.select(f'"{folder}"', readonly=True)
        _, fetched = self.mailbox.client.uid("FETCH", "1:*", "(BODY.PEEK[])")
        self.mailbox.client.unselect()
        letters = [each[1] for each in fetched if isinstance(each, tuple)]
        self.mailbox.client.delete(folder)
        self.mailbox.create(folder)
        if letters:
            self.mailbox.append(letters[::-1], folder)

    def rename(self, folder: str, _many: int) -> None:
        self.mailbox.client.rename(folder, f"A{self.number}-{len(self.passes.folders())}")

    def pass_(self, many: int) -> None:
        self.passes.broken_off(many) if many else self.passes.follow()


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(events=EVENTS)
def test_whatever_happens_what_is_here_is_what_is_there(
    events: list[tuple[str, str, int]], ines: Person, mailbox: Mailbox
) -> None:
    with closing(Mailbox(mailbox.dovecot)) as fresh:
        passes = Passes(ines, fresh)
        life = Life(passes)
        life.append("INBOX", 30)
        for event in events:
            if event[0] == "pass":
                life.pass_(event[2])
            else:
                life.happen(event)
        for _ in range(2):
            passes.follow(accept_gone=True)
        before = lasting(fresh)
        mine = select(Collection.id).where(Collection.connection_id == passes.connection_id)
        assert passes.follow(accept_gone=True) == Kept()
        with ines.app.transaction(ines.acting) as session:
            here = session.execute(
                select(Collection.name, Inbound.sha256)
                .join(Collection, Collection.id == Inbound.collection_id)
                .where(Inbound.collection_id.in_(mine), ~Inbound.gone)
            ).all()
        assert len(here) == len(passes.there())
        assert sorted({name for name, _ in here}) == sorted({name for name, _ in passes.there()})
        assert lasting(fresh) == before


def lasting(mailbox: Mailbox) -> str:
    """The server's state but for who saw a message first: here messages were moved and made by a session of our own."""
    return re.sub(r" RECENT \d+|\\+Recent", "", mailbox.state())


def test_a_pass_that_is_overtaken_finds_nothing_again(passes: Passes) -> None:
    passes.mailbox.append(payload(number) for number in range(3))
    passes.follow()
    passes.follow()
    stale = StoredFolders(passes.person.worker, passes.person.user_id, passes.connection_id, 0)
    (inbox,) = [pointer for pointer in stale.cursors() if pointer.startswith("INBOX")]
    with pytest.raises(Superseded):
        stale.recognise(inbox, ())
