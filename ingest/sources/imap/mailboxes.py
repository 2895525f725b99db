"""What a server says about its mailboxes: which there are, what one holds, where its messages lie.

A mailbox is opened with EXAMINE and nothing else, so nothing that happens here is seen there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, groupby, islice
from typing import Final

from ingest.errors import CollectionUnavailable, Malformed
from ingest.sources.imap import answers
from ingest.sources.imap.answers import Data, Status, Value
from ingest.sources.imap.arguments import has_control, mailbox, uid_sets
from ingest.sources.imap.namespaces import namespaces
from ingest.sources.imap.session import MEGABYTE, Allowance, Declined, Session

SEARCH_BYTES = 16 * MEGABYTE  # two million UIDs in one line
STRETCH = 250_000
MAX_MAILBOXES = 20_000
EARLIEST, LATEST = 1970, 2200  # years in which mail comes
MAX_NAME = 800  # bytes; longer ones have no room in an index
ASKED_AT_ONCE = 50  # mailboxes whose numbers are asked for together
SEVERAL = Allowance(4)
NUMBERS = b"(MESSAGES UIDNEXT UIDVALIDITY)"
KINDS = ("LIST", "STATUS")
CODES = ("UIDVALIDITY", "UIDNEXT", "HIGHESTMODSEQ")  # RFC 3501 section 7.1, RFC 7162 section 3.1.2
MAX_UID: Final = 2**32 - 1
CANNOT_OPEN = "The mail server does not open a folder that it lists. It is tried again by itself."
NO_VALIDITY = "The mail server does not number its messages lastingly, so they cannot be followed."


class Unnumbered(Malformed):
    """A mailbox whose messages cannot be followed; the conversation goes on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A mailbox that is open.

    Attributes:
        messages: how many it holds.
        uid_next: no message has this UID or a higher one yet.
        modseq: how often it has changed (RFC 7162); 0 where the server does not count.
    """

    validity: int
    messages: int
    uid_next: int
    modseq: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A mailbox in the server's list.

    Attributes:
        name: as the server writes it.
        attributes: in capitals (RFC 6154 section 2, RFC 3501 section 7.2.2).
        numbers: its numbers, where the server tells them with the list.
        foreign: it is another person's, or everybody's.
    """

    name: bytes
    attributes: frozenset[str]
    numbers: Opened | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Lying:
    """A message as it lies there: its size as the server says it, in bytes, and when it came."""

    uid: int
    size: int
    received_at: datetime | None
    labels: tuple[bytes, ...] = ()


def listed(session: Session, *, numbered: bool = True) -> list[Listed]:
    """Every mailbox that the user sees, other people's too; ``numbered``: with its numbers where they come along.

    They do where the server knows RFC 5819.
    """
    spaces = namespaces(session)
    found = {each.name: each for each in _listing(session, b"*", numbered=numbered)}
    for prefix in spaces.elsewhere():
        if not has_control(prefix) and not any(name.startswith(prefix) for name in found):
            found |= {each.name: each for each in _listing(session, prefix + b"*", numbered=numbered)}
    return [replace(each, foreign=not spaces.is_own(each.name)) for each in found.values()]


def _listing(session: Session, pattern: bytes, *, numbered: bool) -> list[Listed]:
    returning: tuple[bytes, ...] = ()
    if numbered and {"SPECIAL-USE", "LIST-EXTENDED", "LIST-STATUS"} <= session.capabilities:
        returning = (b"RETURN", b"(SPECIAL-USE STATUS %s)" % NUMBERS)
    elif {"SPECIAL-USE", "LIST-EXTENDED"} <= session.capabilities:
        returning = (b"RETURN", b"(SPECIAL-USE)")
    allow = Allowance(4, answers=2 * MAX_MAILBOXES, size=16 * MEGABYTE, kinds=frozenset(KINDS))
    try:
        told = session.run(b"LIST", b'""', mailbox(pattern), *returning, allow=allow)
    except Declined:
        if not returning:
            raise
        told = session.run(b"LIST", b'""', mailbox(pattern), allow=allow)  # it said more than it can
    of_kind = {kind: [said.values for said in told if isinstance(said, Data) and said.kind == kind] for kind in KINDS}
    numbers = {
        values[0]: told_numbers
        for values in of_kind["STATUS"]
        if values and isinstance(values[0], bytes) and (told_numbers := _numbers(values[-1]))
    }
    found = [_listed(values) for values in of_kind["LIST"]]
    return [replace(each, numbers=numbers.get(each.name)) for each in found if _can_be_asked_for(each.name)]


def _can_be_asked_for(name: bytes) -> bool:
    """Whether a command can name it: control characters end commands, and no server has names without an end."""
    return len(name) <= MAX_NAME and not has_control(name)


def _listed(values: list[Value]) -> Listed:
    if len(values) < 3 or not isinstance(values[0], list):  # noqa: PLR2004 - attributes, separator, name
        raise Malformed(answers.ODD)
    attributes = frozenset(str(each, "ascii", "replace").upper() for each in values[0] if isinstance(each, bytes))
    name = values[2]
    if name is None:
        name = b"NIL"
    if not isinstance(name, bytes):
        raise Malformed(answers.ODD)
    return Listed(name, attributes)


def status(session: Session, name: bytes) -> Opened:
    """A mailbox's numbers without opening it.

    Raises:
        Declined: the server does not tell.
        Unnumbered: it has no numbers by which messages could be followed.
    """
    numbers = _told_numbers(session.run(b"STATUS", mailbox(name), NUMBERS))
    if numbers is None:
        raise Unnumbered(NO_VALIDITY)
    return numbers


def statuses(session: Session, names: Sequence[bytes]) -> dict[bytes, Opened]:
    """Numbers of several mailboxes, many asked for at once; one that the server does not tell of is not in it."""
    found: dict[bytes, Opened] = {}
    parts = [(name, mailbox(name)) for name in names]
    for at in range(0, len(parts), ASKED_AT_ONCE):
        session.within(SEVERAL)
        sent = [(name, session.send(b"STATUS", part, NUMBERS)) for name, part in parts[at : at + ASKED_AT_ONCE]]
        for name, each in sent:
            with suppress(Declined):
                numbers = _told_numbers(session.outcome(each, SEVERAL))
                found |= {name: numbers} if numbers else {}
    return found


def _told_numbers(told: Iterable[Data | Status]) -> Opened | None:
    found = [each.values[-1] for each in told if isinstance(each, Data) and each.kind == "STATUS" and each.values]
    return _numbers(found[-1] if found else [])


def _numbers(told: Value) -> Opened | None:
    numbers = answers.pairs(told)
    if not {b"MESSAGES", b"UIDNEXT", b"UIDVALIDITY"} <= numbers.keys():
        return None
    validity, messages, uid_next = (answers.number(numbers[name]) for name in (b"UIDVALIDITY", b"MESSAGES", b"UIDNEXT"))
    return Opened(validity, messages, uid_next)


def examine(session: Session, name: bytes) -> Opened:
    """Open a mailbox for reading alone.

    Raises:
        CollectionUnavailable: the server does not open it now.
        Unnumbered: it says nothing by which its messages could be followed.
    """
    try:
        told = session.run(b"EXAMINE", mailbox(name))
    except Declined as declined:
        raise CollectionUnavailable(CANNOT_OPEN) from declined
    codes = {each.code: each.argument for each in told if isinstance(each, Status) and each.code}
    exists = [each.number for each in told if isinstance(each, Data) and each.kind == "EXISTS"]
    if not exists or exists[-1] is None or "UIDVALIDITY" not in codes:
        raise Unnumbered(NO_VALIDITY)
    numbers = {name: answers.number(codes[name].encode()) for name in CODES if name in codes}
    uid_next = numbers.get("UIDNEXT") or max(search(session, 1, MAX_UID), default=0) + 1
    return Opened(numbers["UIDVALIDITY"], exists[-1], uid_next, numbers.get("HIGHESTMODSEQ", 0))


def search(session: Session, first: int, last: int, wanted: bytes = b"") -> list[int]:
    """The UIDs from ``first`` to ``last`` that are there and fit further search keys, in ascending order.

    A range above the highest UID means the highest one (RFC 3501 section 6.4.8), so what comes is looked at again.
    """
    if last < first:
        return []
    return _search(session, b"%d:%d%b" % (first, last, wanted), first, last)


def still_there(session: Session, uids: Iterable[int]) -> list[int]:
    """Which of these UIDs are there."""
    wanted = sorted(uids)
    found: list[int] = []
    for each in uid_sets(wanted):
        found += _search(session, each, wanted[0], wanted[-1])
    return sorted(set(found) & set(wanted))


def _search(session: Session, uids: bytes, first: int, last: int) -> list[int]:
    allow = Allowance(2, line=SEARCH_BYTES, size=SEARCH_BYTES, kinds=frozenset({"SEARCH"}))
    told = session.run(b"UID", b"SEARCH", b"UID", uids, allow=allow)
    listed = (answers.numbers(said.values[0]) for said in told if isinstance(said, Data) and said.values)
    return _distinct(uid for uid in chain.from_iterable(listed) if first <= uid <= last)


def _distinct(numbers: Iterator[int]) -> list[int]:
    """In ascending order, each once. Stretch by stretch, so that a number said a million times is held once."""
    found: list[int] = []
    while stretch := list(islice(numbers, STRETCH)):
        found = sorted([*found, *stretch])
        found = [number for number, _ in groupby(found)]
    return found


def vanished(session: Session, before: int, since: int, most: int) -> list[tuple[int, int]] | None:
    """Stretches of UIDs under ``before`` that went since a modification number (RFC 7162 section 3.2.6).

    None where the server cannot tell. ``most`` is how many messages there are: as many may have changed.
    """
    if "QRESYNC" not in session.capabilities or not since or before <= 1:
        return None
    modifiers = b"(CHANGEDSINCE %d VANISHED)" % since
    size = 4 * MEGABYTE + most * 100  # bytes of an answer without contents
    allow = Allowance(4, answers=most + 10_000, line=MEGABYTE, size=size, kinds=frozenset({"VANISHED"}))
    told = session.run(b"UID", b"FETCH", b"1:%d" % (before - 1), b"(UID)", modifiers, allow=allow)
    found: list[tuple[int, int]] = []
    for said in told:
        if isinstance(said, Data) and said.kind == "VANISHED" and said.values:
            found += answers.uid_ranges(said.values[-1])
    return [(first, min(last, before - 1)) for first, last in found if first < before]


def lying(session: Session, uids: list[int], *, gmail: bool = False) -> dict[int, Lying]:
    """How messages lie there, by UID; what went meanwhile is not in it. ``uids`` are in ascending order."""
    items = b"(UID RFC822.SIZE INTERNALDATE X-GM-LABELS)" if gmail else b"(UID RFC822.SIZE INTERNALDATE)"
    allow = Allowance(answers=len(uids) + 10_000, size=4 * MEGABYTE, kinds=frozenset({"FETCH"}))
    found: dict[int, Lying] = {}
    for each in uid_sets(uids):
        for said in session.run(b"UID", b"FETCH", each, items, allow=allow):
            if isinstance(said, Data) and said.kind == "FETCH" and (one := _lying(said)):
                found[one.uid] = one
    return {uid: found[uid] for uid in uids if uid in found}


def _lying(said: Data) -> Lying | None:
    """None for what the server tells unasked, such as a flag that somebody else set."""
    told = answers.pairs(said.values[0] if said.values else None)
    if not {b"UID", b"RFC822.SIZE"} <= told.keys():
        return None
    labels = told.get(b"X-GM-LABELS")
    return Lying(
        answers.number(told[b"UID"]),
        answers.number(told[b"RFC822.SIZE"]),
        _time(told.get(b"INTERNALDATE")),
        tuple(each for each in labels if isinstance(each, bytes)) if isinstance(labels, list) else (),
    )


def _time(value: Value) -> datetime | None:
    """``17-Jul-1996 02:44:25 -0700``, in English whatever this machine speaks; None when it is no time."""
    if not isinstance(value, bytes):
        return None
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    try:
        day, month, rest = value.decode("ascii").strip().split("-", 2)
        year, clock, zone = rest.split()
        number = months.index(month.lower()) + 1
        time = datetime.fromisoformat(f"{int(year):04}-{number:02}-{int(day):02}T{clock}{zone[:3]}:{zone[3:]}")
    except ValueError:
        return None
    return time if EARLIEST <= time.year <= LATEST else None
