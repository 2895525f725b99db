"""What is said to be true, checked against the bytes by counting anew."""

from __future__ import annotations

from email import message_from_bytes
from hashlib import sha256

import pytest

from demo.clock import OFFICE
from demo.truth import Truth, truth
from demo.world import World


@pytest.fixture(scope="module")
def told(any_world: World) -> Truth:
    return truth(any_world)


def test_every_file_is_a_source_and_copies_are_told(any_world: World, told: Truth) -> None:
    assert [(one.path, one.sha256) for one in told.sources] == [
        (one.path, sha256(one.payload).hexdigest()) for one in any_world.files
    ]
    assert [one.path for one in told.sources if one.duplicate] == [any_world.files[-1].path]


def test_threads_are_those_of_the_headers(any_world: World, told: Truth) -> None:
    answers = {}
    for one in any_world.files:
        message = message_from_bytes(one.payload)
        parent = message["In-Reply-To"]
        answers[one.mail.message_id] = parent.strip("<>") if parent else None
    for source in told.sources:
        root: str = source.message_id
        while (parent := answers.get(root)) and parent in answers:
            root = parent
        assert source.thread == root


def test_what_is_private_is_never_a_note_nor_a_contact(any_world: World, told: Truth) -> None:
    assert not [one for one in told.sources if one.private and one.note]
    assert not [one for one in told.meetings if one.private and one.note]
    private = {address for one in any_world.people if not one.firm for address in one.addresses}
    assert not {address for one in told.contacts for address in one.addresses} & private
    assert not {address for one in told.exchanges for address in one.contacts} & private


def test_exchanges_are_notes_by_thread_and_day_and_meetings_by_instance(any_world: World, told: Truth) -> None:
    mails = {(one.thread, one.day) for one in told.sources if one.note and one.kind == "person"}
    assert len([one for one in told.exchanges if one.kind == "mail"]) == len(mails)
    held = [at.astimezone(OFFICE).date() for one in any_world.meetings if one.note for at in one.instances]
    assert sorted(one.day for one in told.exchanges if one.kind == "meeting") == sorted(held)
    known = {one.sha256 for one in told.sources} | {one.source for one in told.meetings}
    assert {source for one in told.exchanges for source in one.sources} <= known
    assert all(one.reps and one.contacts for one in told.exchanges)


def test_every_contact_was_in_an_exchange_and_works_where_they_write_from(told: Truth) -> None:
    involved = {address for one in told.exchanges for address in one.contacts}
    domains = {one.name: set(one.domains) for one in told.companies}
    for contact in told.contacts:
        assert set(contact.addresses) & involved
        if contact.company in domains:
            assert {address.rpartition("@")[2] for address in contact.addresses} & domains[contact.company]


def test_promises_and_changes_cite_files_that_are_there(any_world: World, told: Truth) -> None:
    days = {one.sha256: one.day for one in told.sources}
    assert told.promises
    for promise in told.promises:
        assert promise.sources
        assert all(days[source] < promise.due for source in promise.sources)
    payloads = {one.sha256: one.payload for one in any_world.files}
    assert {"title", "address"} <= {change.field for change in told.changes}
    for change in told.changes:
        assert change.old != change.new
        if change.field == "address":
            assert all(change.new.encode() in payloads[source] for source in change.sources)


def test_shared_messages_lie_in_more_than_one_mailbox(told: Truth) -> None:
    reps: dict[str, set[str]] = {}
    for source in told.sources:
        reps.setdefault(source.message_id, set()).add(source.rep)
    assert set(told.shared) == {message_id for message_id, of in reps.items() if len(of) > 1}
    assert told.shared
