"""A mailbox of 20,000 messages at Google: units spent, the rate beside the quota's bound, new mail, and a kill.

The worker as it runs and the Google of the tests, which meters every call as Google does and is spoken to by Google's
own client. A minute there is a hundred times shorter than a minute (``--times``), so that as much is granted in it.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench.figures import Row, told
from bench.gmail.following import Following, following
from bench.pipeline.mix import mix

MESSAGES, QUICK = 20_000, 5_000
TIMES = 100.0
EVERY = 2.0  # seconds between two mails that arrive meanwhile
LAST = 2_000  # messages of the listing, while which nothing arrives: what comes after the import is not about it
KILLED_AT = 0.4  # of the messages
SETTLING = 1.0  # seconds in which Google answers what a dead worker has asked
PAGE = 500  # messages that Google lists at once
LONGEST = 10.0
SLICE, QUICK_SLICE = 180.0, 45.0
SLICED = 2_000  # messages, of which three minutes at the true quota read less than half
PRICE = 20  # units of a message


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many, and how fast."""
    parser.add_argument("--messages", type=int, default=None, help=f"how many there are; {MESSAGES:,} when left out")
    parser.add_argument("--times", type=float, default=TIMES, help=f"times the true rate; {TIMES:g} when left out")
    parser.add_argument("--true-quota", action="store_true", help="three minutes at the true quota and rate instead")


def run(asked: argparse.Namespace) -> int:
    """Print the figures; 1 when a target is missed."""
    if asked.true_quota:
        return told("gmail, true quota", list(_slice(QUICK_SLICE if asked.quick else SLICE)), asked.json)
    messages = asked.messages or (QUICK if asked.quick else MESSAGES)
    return told("gmail", list(_import(messages, asked.times)), asked.json)


@dataclass
class Clock:
    """Seconds in which a worker was at it: from the first unit that it spends."""

    mailbox: Following
    taken: float = 0.0
    began: float = 0.0

    def start(self) -> None:
        """Once a worker has asked Google for something more than was asked before."""
        before = self.mailbox.google.meter.total
        self.mailbox.until(lambda: self.mailbox.google.meter.total > before, arriving=False)
        self.began = time.monotonic()

    def stop(self) -> None:
        """No worker is at it, or there is nothing left."""
        self.taken += time.monotonic() - self.began


def _import(messages: int, times: float) -> Iterator[Row]:
    with following(mix(messages), times, EVERY) as mailbox:
        clock, bare = Clock(mailbox), mailbox.bare(PAGE)
        first = mailbox.worker()
        clock.start()
        mailbox.until(lambda: mailbox.stored > messages * KILLED_AT)
        first.kill()
        clock.stop()
        first.wait()
        stored, killed = mailbox.stored, time.monotonic()
        mailbox.late.clear()  # of a dead worker nothing is expected
        time.sleep(SETTLING)
        with mailbox.worker() as second:
            clock.start()
            mailbox.until(lambda: mailbox.stored > stored, arriving=False)
            resumed = time.monotonic() - killed
            mailbox.until(lambda: mailbox.stored >= messages - LAST)
            mailbox.until(lambda: mailbox.everything, arriving=False)
            clock.stop()
            second.terminate()
        yield from _spent(mailbox, clock.taken, times)
        yield Row("a bare client in the same run that keeps nothing, messages a second", bare, "", f"n {PAGE}")
        again = sum(each - 1 for each in mailbox.mailbox.read.values())
        yield Row("messages read again after kill -9", again, "", f"n 1, at {stored:,}", "", PAGE, at_most=True)
        yield Row("… from the kill to the next message stored", resumed, "s", "n 1")
        yield from _arrivals(mailbox)


def _slice(seconds: float) -> Iterator[Row]:
    with following(mix(SLICED), 1.0, EVERY) as mailbox, mailbox.worker() as worker:
        clock = Clock(mailbox)
        clock.start()
        mailbox.until(lambda: time.monotonic() > clock.began + seconds)
        clock.stop()
        yield from _spent(mailbox, clock.taken, 1.0)
        mailbox.until(lambda: not mailbox.late, arriving=False)
        yield from _arrivals(mailbox)
        worker.terminate()


def _spent(mailbox: Following, seconds: float, times: float) -> Iterator[Row]:
    """What Google metered."""
    meter, stored = mailbox.google.meter, mailbox.stored
    certainty = f"{stored:,} messages in {seconds:.0f} s"
    rate, bound = stored / seconds, meter.limits.user / PRICE / meter.limits.window
    yield Row("units for 1,000 messages", 1000 * meter.total / stored, "", certainty, f"{PRICE} for each alone: 20,000")
    yield Row(
        f"messages a second, {times:g} times the true rate", rate, "", certainty, f"the quota's bound: {bound:,.0f}"
    )
    yield Row("… part of the quota's bound", rate / bound, "", certainty)
    most = f"limit {meter.limits.user:,}"
    yield Row("most units in a sliding minute", meter.most_in_a_window, "", most, "", meter.limits.user, at_most=True)
    yield Row("calls refused for the quota", meter.refused, "", certainty, "", 0, at_most=True)


def _arrivals(mailbox: Following) -> Iterator[Row]:
    """How long new mail waited for the import."""
    waited = mailbox.waited
    certainty = f"n {len(waited)}"
    yield Row("new mail meanwhile, until it is stored, median", statistics.median(waited), "s", certainty)
    yield Row("… the longest", max(waited), "s", certainty, "", LONGEST, at_most=True)
