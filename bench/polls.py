"""What it costs to find out that nothing has happened in a mailbox, beside the server's own answer to that question.

A listener asks in the inbox that it holds open, by beginning its waiting anew; a worker signs in and looks at all
folders. The server's own answer is CHANGEDSINCE (RFC 7162) in a folder that is open.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bench.figures import Row, told
from bench.imap import Filled, client_of, fill
from ingest.protocol import Cursor
from ingest.sources.imap.idle import begin
from ingest.sources.imap.known import Nothing
from ingest.sources.imap.opening import Account
from ingest.sources.imap.session import Session
from ingest.sources.imap.source import ImapSource
from tests.peers.dovecot import MISSING, PASSWORD, installed, running

MESSAGES, QUICK = 20_000, 4_000
POLLS = 30
MOST = 0.9  # milliseconds: three times the 0.3 that CHANGEDSINCE took when the target was set


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many messages."""
    parser.add_argument("--messages", type=int, default=None, help=f"how many there are; {MESSAGES:,} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print what a look costs; 1 when a target is missed."""
    if not installed():
        print(MISSING)
        return 1
    with running() as server:
        filled = fill(server, asked.messages or (QUICK if asked.quick else MESSAGES))
        return told("polls", list(polls(filled)), asked.json)


def polls(filled: Filled) -> Iterator[Row]:
    """Looks at folders in which nothing has changed."""
    bare, held, look = _milliseconds(_changed_since(filled)), _milliseconds(_held(filled)), _look(filled)
    looks = f"{POLLS} looks at {filled.messages:,} messages"
    baseline = f"CHANGEDSINCE in an open folder {bare:.2f} ms"
    yield Row("a poll of the unchanged inbox that a listener holds", held, "ms", looks, baseline, MOST, at_most=True)
    yield Row("a worker's look at all unchanged folders, for each", look, "ms", looks, baseline, MOST, at_most=True)
    yield Row("… times the CHANGEDSINCE of this run", look / bare, "", looks, baseline)


def _held(filled: Filled) -> Callable[[], None]:
    begun = begin(filled.opener.open(filled.account))

    def renew() -> None:
        begun.socket.sendall(begun.waiting.renew())
        while not begun.waiting.is_settled:
            begun.socket.sendall(begun.waiting.take(begun.socket.recv(4096)).answer)

    return renew


def _changed_since(filled: Filled) -> Callable[[], object]:
    client = client_of(filled)
    client.starttls(filled.server.trust())
    client.login(filled.user, PASSWORD)
    client.enable("CONDSTORE")  # else the server does not say how often the folder has changed
    client.select("INBOX", readonly=True)
    modseq = int(client.response("HIGHESTMODSEQ")[1][0] or b"1")
    return partial(client.uid, "FETCH", "1:*", f"(FLAGS) (CHANGEDSINCE {modseq})")


@dataclass(frozen=True, slots=True)
class Followed(Nothing):
    """What a worker keeps of a mailbox that it has read; of its messages nobody asks, for nothing went."""

    read: Mapping[str, Cursor]

    def cursors(self) -> Mapping[str, Cursor | None]:
        """Each folder's cursor."""
        return self.read


@dataclass(frozen=True, slots=True)
class Ready:
    """Stands in for an opener with a session that is signed in already."""

    session: Session

    def open(self, _account: Account) -> Session:
        """It."""
        return self.session


def _look(filled: Filled) -> float:
    """Milliseconds for each folder of a worker's look in a new session, signing in apart."""
    first = filled.source()
    cursors = {ref: [batch.cursor for batch in first.changes(ref, None)][-1] for ref in first.collections()}
    first.close()
    followed, taken = Followed({ref.remote_id: cursor for ref, cursor in cursors.items()}), list[float]()
    for _ in range(POLLS):
        session = filled.opener.open(filled.account)
        source = ImapSource(filled.account, Ready(session), followed)  # type: ignore[arg-type]  # opens, and no more
        began = time.perf_counter()
        changes = [batch for ref in source.collections() for batch in source.changes(ref, cursors[ref])]
        taken.append(time.perf_counter() - began)
        if changes:
            raise SystemExit("something has changed")
        source.close()
    return 1000 * statistics.median(taken) / len(cursors)


def _milliseconds(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(POLLS):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return 1000 * statistics.median(taken)
