"""A mailbox on a server that does what none should, all the way into the store: it holds no other one up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select, update

from ingest.connect import NewMailbox, begin
from ingest.following import Follower
from ingest.hosts import HostGuard, allowed_networks
from ingest.mailboxes import Mailroom, Server
from ingest.sources.imap.contents import TOO_SLOW, UNDERSTATED
from ingest.sources.imap.opening import Opener, trusting
from ingest.sources.imap.source import FIRST_PART
from store.asking_again import MOST_TRIES
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.connected import SEALER
from tests.ingest.letters import keyed_hash
from tests.peers import certificates
from tests.peers.hostile import floods, lies
from tests.peers.obedient import Obedient, Pair, letter, serving

Stored = dict[str, set[tuple[str, str]]]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return certificates.write(tmp_path_factory.mktemp("tls"))


def followed(person: Person, pair: Pair, *servers: Obedient, passes: int = 1) -> tuple[dict[str, str], Stored]:
    """One mailbox on each server, followed in turn; the state of each, and what is kept of each."""
    with ExitStack() as stack:
        ports = [stack.enter_context(serving(server, pair)).port for server in servers]
        opener = Opener(_guard(ports), trusting(Path(pair[0])), 2.0)
        follower = Follower(person.worker, Mailroom(SEALER, opener), keyed_hash, lambda *_: None, lambda: LATER)
        with person.app.transaction(person.acting) as session:
            ids = [
                begin(session, SEALER, person.user_id, NewMailbox(_name(server), _at(port), "x"), LATER)
                for server, port in zip(servers, ports, strict=True)
            ]
        for connection_id in ids * passes:
            follower.follow(person.user_id, connection_id, lambda: False)
    return _states(person), _stored(person)


def _guard(ports: list[int]) -> HostGuard:
    return HostGuard(allowed_networks(f"127.0.0.0/8={','.join(map(str, ports))}"))


def _name(server: Obedient) -> str:
    return type(server).__name__


def _at(port: int) -> Server:
    return Server("localhost", port, "ada")


def _states(person: Person) -> dict[str, str]:
    asked = select(Connection.label, ConnectionState.state).join(
        ConnectionState, ConnectionState.connection_id == Connection.id
    )
    with person.app.transaction(person.acting) as session:
        return {row.label: row.state for row in session.execute(asked)}


def _stored(person: Person) -> Stored:
    """Of each mailbox the pointer of everything that is kept, with its state."""
    asked = (
        select(Connection.label, Inbound.remote_id, Inbound.state)
        .join(Collection, Collection.connection_id == Connection.id)
        .join(Inbound, Inbound.collection_id == Collection.id)
        .where(~Inbound.gone)
    )
    found: Stored = {}
    with person.app.transaction(person.acting) as session:
        for label, remote_id, state in session.execute(asked):
            found.setdefault(label, set()).add((remote_id, state))
    return found


ALL = {f"7/{uid}" for uid in (1, 2, 3, 4, 5, 11, 12, 13)}


def test_mailboxes_on_good_servers_are_read_whatever_the_others_do(ines: Person, pair: Pair) -> None:
    bad = [floods.Silent(), floods.FloodsFlags(), lies.BadToEverything(), lies.OpensNothing(), floods.Drips()]
    states, stored = followed(ines, pair, *bad, Obedient())
    assert states.pop("Obedient") == "up to date"
    assert set(states.values()) == {"not reachable"}
    assert {remote_id for remote_id, _ in stored["Obedient"]} == ALL
    assert {remote_id for remote_id, _ in stored["OpensNothing"]} == {"7/11", "7/12", "7/13"}


@pytest.mark.parametrize("hostile", [floods.AnnouncesGigabytes, lies.UnderstatesSizes])
def test_everything_is_kept_or_quarantined(ines: Person, pair: Pair, hostile: type[Obedient]) -> None:
    states, stored = followed(ines, pair, hostile(), passes=2)
    (name,) = states
    assert states[name] == "up to date"
    assert {remote_id for remote_id, _ in stored[name]} == ALL
    assert {remote_id for remote_id, state in stored[name] if state == "quarantined"} == {"7/3"}
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Inbound.reason).where(Inbound.state == "quarantined")).all() == [UNDERSTATED]


def test_a_message_that_drips_holds_no_other_up_and_comes_later(ines: Person, pair: Pair) -> None:
    server = floods.DripsOne()
    with serving(server, pair) as served:
        follow = _following(ines, pair, server, served.port)
        assert follow() == "up to date"
        stored = _stored(ines)["DripsOne"]
        assert {remote_id for remote_id, _ in stored} == ALL
        assert {remote_id for remote_id, state in stored if state == "quarantined"} == {"7/3"}
        assert _tries(ines) == (1, TOO_SLOW, False)
        server.slow = False
        assert (follow(), _tries(ines)[1]) == ("up to date", TOO_SLOW)  # it is not time yet
        _let_time_pass(ines)
        assert follow() == "up to date"
    assert {state for _, state in _stored(ines)["DripsOne"]} == {"waiting"}
    assert _tries(ines) == (1, None, True)


def test_no_other_folder_waits_for_messages_that_drip_and_the_rest_of_theirs_comes_the_next_time(
    ines: Person, pair: Pair
) -> None:
    server = floods.DripsOne()
    server.dripping = frozenset({2, 3, 4, 5})
    with serving(server, pair) as served:
        follow = _following(ines, pair, server, served.port)
        assert follow() == "not reachable"
        stored = _stored(ines)["DripsOne"]
        assert {remote_id for remote_id, state in stored if state == "waiting"} == {"7/11", "7/12", "7/13"}
        assert follow() == "up to date"
    stored = _stored(ines)["DripsOne"]
    assert {remote_id for remote_id, _ in stored} == ALL
    assert {remote_id for remote_id, state in stored if state == "quarantined"} == {"7/2", "7/3", "7/4", "7/5"}


def test_of_a_message_that_drips_for_ever_the_beginning_is_kept_or_nothing(ines: Person, pair: Pair) -> None:
    server = floods.DripsOne()
    server.folders["INBOX"][3] = letter(3, 60_000)
    with serving(server, pair) as served:
        follow = _following(ines, pair, server, served.port)
        follow()
        assert _tries(ines) == (1, TOO_SLOW, False)
        with ines.worker.transaction(ines.acting) as session:
            session.execute(update(Inbound).where(Inbound.remote_id == "7/3").values(tries=MOST_TRIES))
        _let_time_pass(ines)
        follow()
        assert _tries(ines) == (MOST_TRIES + 1, TOO_SLOW, True)
        server.first = FIRST_PART
        with ines.worker.transaction(ines.acting) as session:
            session.execute(update(Inbound).where(Inbound.remote_id == "7/3").values(next_try_at=MONDAY))
        follow()
    with ines.app.transaction(ines.acting) as session:
        row = session.scalars(select(Inbound).where(Inbound.remote_id == "7/3")).one()
    assert (row.state, len(row.payload or b""), row.full_size) == (
        "waiting",
        FIRST_PART,
        len(server.folders["INBOX"][3]),
    )


def _following(person: Person, pair: Pair, server: Obedient, port: int) -> Callable[[], str]:
    opener = Opener(_guard([port]), trusting(Path(pair[0])), 0.5)
    follower = Follower(person.worker, Mailroom(SEALER, opener), keyed_hash, lambda *_: None, lambda: LATER)
    with person.app.transaction(person.acting) as session:
        new = NewMailbox(_name(server), _at(port), "x")
        connection_id = begin(session, SEALER, person.user_id, new, LATER)

    def follow() -> str:
        follower.follow(person.user_id, connection_id, lambda: False)
        return _states(person)[_name(server)]

    return follow


def _tries(person: Person) -> tuple[int, str | None, bool]:
    """Of the message that dripped: how often it was tried, why it is set aside, whether it is left alone."""
    with person.app.transaction(person.acting) as session:
        row = session.scalars(select(Inbound).where(Inbound.remote_id == "7/3")).one()
    return row.tries, row.reason, row.next_try_at is None


def _let_time_pass(person: Person) -> None:
    with person.worker.transaction(person.acting) as session:
        session.execute(update(Inbound).where(Inbound.next_try_at.is_not(None)).values(next_try_at=MONDAY))


def test_a_folder_that_is_renumbered_for_ever_is_kept_once(ines: Person, pair: Pair) -> None:
    _, stored = followed(ines, pair, lies.RenumbersAlways(), passes=3)
    assert len(stored["RenumbersAlways"]) == len(ALL)
