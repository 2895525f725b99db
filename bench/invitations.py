"""From an invitation on the mail server to the suggestion of a note, over the push that tells of it.

A real Dovecot and a whole installation (``boswell up``: database, pages, worker, listener), as people have it. The
meeting took place yesterday, since nothing is suggested of one that has not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import psycopg
from psycopg.conninfo import make_conninfo

from bench.figures import Row, told
from bench.installation import folder
from bench.push import ADDRESS, Delivered, fill, nearest, up
from store.embedded import passwords
from store.embedded.account import server_account
from store.embedded.layout import Layout
from tests.peers.dovecot import MISSING, installed, running

ONE_BY_ONE, QUICK, AT_ONCE = 16, 4, 200
PATIENCE: Final = 300.0
LOOK_EVERY: Final = 0.02
SUGGESTED: Final = "select count(*) from suggestion where key like 'meeting:%'"
INVITATION: Final = """\
From: Guest {number} <guest{number}@halden{number}.example>
To: {address}
Subject: Review {number}
Date: {sent:%a, %d %b %Y %H:%M:%S +0000}
Message-ID: <{number}@halden.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REQUEST

BEGIN:VCALENDAR
METHOD:REQUEST
VERSION:2.0
BEGIN:VEVENT
UID:review-{number}
DTSTAMP:{sent:%Y%m%dT%H%M%SZ}
DTSTART:{starts:%Y%m%dT%H%M%SZ}
DURATION:PT30M
SUMMARY:Review {number}
ORGANIZER:mailto:guest{number}@halden{number}.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}
END:VEVENT
END:VCALENDAR
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(asked: argparse.Namespace) -> int:
    """Print the figures."""
    if not installed():
        print(MISSING)
        return 1
    return told("invitations", list(rows(quick=asked.quick)), asked.json)


def rows(*, quick: bool) -> Iterator[Row]:
    """Seconds, with how much else the machine had to do."""
    with ExitStack() as stack:
        server = stack.enter_context(running())
        base = stack.enter_context(folder())
        delivered = Delivered(server, server.add_user())
        fill(delivered, 0)
        stack.enter_context(up(base, delivered))
        watching = stack.enter_context(_database(base / "home"))
        _deliver(delivered, watching, 0, 1)
        waited = sorted(
            _deliver(delivered, watching, number, 1) for number in range(1, 1 + (QUICK if quick else ONE_BY_ONE))
        )
        certainty = f"n {len(waited)}, load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores"
        yield Row(
            "an invitation on the mail server to its suggestion, median", statistics.median(waited), "s", certainty
        )
        yield Row("… 95th of 100", nearest(waited, 95), "s", certainty)
        if not quick:
            seconds = _deliver(delivered, watching, 1_000, AT_ONCE)
            yield Row(f"{AT_ONCE} at once to their suggestions", seconds, "s", f"load {os.getloadavg()[0]:.0f}")


def _deliver(delivered: Delivered, watching: psycopg.Connection[tuple[int]], first: int, count: int) -> float:
    """Seconds from so many deliveries to as many more suggestions."""
    before, began = _suggested(watching), time.monotonic()
    for number in range(first, first + count):
        delivered.put(f"{number}.invitation", invitation(number, datetime.now(UTC)))
    while _suggested(watching) < before + count:
        if time.monotonic() > began + PATIENCE:
            raise SystemExit(f"Not suggested within {PATIENCE:.0f} s.")
        time.sleep(LOOK_EVERY)
    return time.monotonic() - began


def invitation(number: int, now: datetime) -> bytes:
    """From somebody to a meeting that was held yesterday."""
    yesterday = now - timedelta(days=1)
    sent = yesterday - timedelta(days=1)
    text = INVITATION.format(number=number, address=ADDRESS, sent=sent, starts=yesterday)
    return text.replace("\n", "\r\n").encode()


def _suggested(watching: psycopg.Connection[tuple[int]]) -> int:
    (count,) = watching.execute(SUGGESTED).fetchone() or (0,)
    return count


def _database(home: Path) -> psycopg.Connection[tuple[int]]:
    layout = Layout(home, server_account())
    superuser = passwords.keep(layout.passwords, cluster_exists=True).postgres
    dsn = make_conninfo(host=str(layout.sockets), user="postgres", password=superuser, dbname="boswell")
    return psycopg.connect(dsn, autocommit=True)
