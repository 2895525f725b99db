"""A mailbox whose content and flags we know, because we put them there: the truth that the store is held against."""

from __future__ import annotations

import hashlib
import imaplib
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import RLock
from typing import Any

from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.imap.position import Position
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import PASSWORD, Dovecot

FLAGS = ("", "\\Seen", "\\Flagged", "\\Answered")
COPIED = re.compile(rb"(?:APPENDUID|COPYUID) (\d+) (?:([\d:,]+) )?([\d:,]+)\]")
FOLDERS = ("INBOX", "Sent", "Projekt", "Archive")
TRIES = 10
WORDS = (
    "pilot",
    "offer",
    "thursday",
    "budget",
    "contract",
    "signed",
    "draft",
    "review",
    "numbers",
    "call",
    "team",
    "plan",
)

Lying = tuple[str, int, int]  # folder, UIDVALIDITY, UID


class Box(Mailbox):
    """A new user's mailbox on the server.

    Attributes:
        held: SHA-256 and flags of every message, by where it lies.
        payloads: the bytes, by SHA-256.
        lock: held while what lies there changes.
    """

    def __init__(self, dovecot: Dovecot, address: str) -> None:
        super().__init__(dovecot)
        self.address = address
        self.held: dict[Lying, tuple[str, str]] = {}
        self.payloads: dict[str, bytes] = {}
        self.lock = RLock()
        self._number = 0
        self.create("Projekt")
        self.client.create("Archive")

    def letter(self, chance: random.Random, size: int | None = None) -> bytes:
        """A mail that is worth something: every second one is our answer to the one before."""
        self._number += 1
        number, ours = self._number, self._number % 2 == 0
        them = f"greta{number // 2 % 7}@halden{number // 14 % 5}.example"
        sender, to = (self.address, them) if ours else (them, self.address)
        at = datetime.now(UTC) - timedelta(days=20) + timedelta(minutes=13 * number)
        answers = f"In-Reply-To: <{self.user}.{number - 1}@mail.example>\r\n" if ours else ""
        length = size or min(int(chance.lognormvariate(7.5, 1.2)), 400_000)
        lines = [" ".join(chance.choices(WORDS, k=11)) for _ in range(length // 70 + 1)]
        return (
            f"From: {sender}\r\nTo: {to}\r\nSubject: Matter {number - ours}\r\nDate: {format_datetime(at)}\r\n"
            f"Message-ID: <{self.user}.{number}@mail.example>\r\n{answers}"
            "Content-Type: text/plain; charset=utf-8\r\n\r\n" + "\r\n".join(lines) + "\r\n"
        ).encode()

    def deliver(self, count: int, chance: random.Random, folder: str | None = None, size: int | None = None) -> None:
        """Letters with flags of all kinds, in folders of all kinds where none is named."""
        for name in [folder] if folder else FOLDERS:
            share = count if folder else max(1, count * (5 if name == "INBOX" else 1) // 8)
            self.put([self.letter(chance, size) for _ in range(share)], name)

    def put(self, letters: Sequence[bytes], folder: str) -> list[Lying]:
        """These letters, in one command."""
        flags = [FLAGS[self._number % len(FLAGS)]] * len(letters)
        date = format_time(datetime.now(UTC))
        sent = [
            b'(%s) "%s" {%d+}\r\n%s' % (flag.encode(), date, len(each), each)
            for flag, each in zip(flags, letters, strict=True)
        ]
        with self.lock:
            lie = self._done(b'APPEND "%s" %s' % (folder.encode(), b" ".join(sent)), folder, self._remove_strays)
            for place, flag, letter in zip(lie, flags, letters, strict=True):
                sha256 = hashlib.sha256(letter).hexdigest()
                self.payloads[sha256] = letter
                self.held[place] = (sha256, flag)
        return lie

    def expunge_some(self, count: int, chance: random.Random, folder: str = "INBOX") -> None:
        """So many of a folder's messages go for good."""
        with self.lock:
            there = sorted(place for place in self.held if place[0] == folder)
            gone = chance.sample(there, min(count, len(there)))
            if gone:
                self.expunge([uid for _, _, uid in gone], folder)
            for place in gone:
                del self.held[place]

    def move(self, count: int, chance: random.Random, source: str, target: str) -> None:
        """So many of a folder's messages go into another one (RFC 6851)."""
        with self.lock:
            there = sorted(place for place in self.held if place[0] == source)
            moved = sorted(chance.sample(there, min(count, len(there))))
            if not moved:
                return
            self.client.select(f'"{source}"')
            uids = b",".join(b"%d" % uid for _, _, uid in moved)
            lie = self._done(b'UID MOVE %s "%s"' % (uids, target.encode()), target)
            self.client.unselect()
            for old, new in zip(moved, lie, strict=True):
                self.held[new] = self.held.pop(old)

    def renumber(self, folder: str) -> None:
        """Put a folder's messages into a new folder of its name, which gives it another UIDVALIDITY."""
        with self.lock:
            there = sorted(place for place in self.held if place[0] == folder)
            letters = [self.payloads[self.held.pop(place)[0]] for place in there]
            self.client.delete(f'"{folder}"')
            self.client.create(f'"{folder}"')  # the server itself makes some as soon as anybody asks for them
            if letters:
                self.put(letters, folder)

    def reconnect(self) -> None:
        """Sign in again, after the server was restarted."""
        with self.lock:
            self.client.shutdown()
            self.client = imaplib.IMAP4("127.0.0.1", self.dovecot.port, timeout=60)
            self.client.login(self.user, PASSWORD)

    def truth(self) -> Counter[tuple[str, str]]:
        """Every message by the pointer that the store has for it, and its SHA-256."""
        with self.lock:
            return Counter((f"{validity}/{uid}", sha256) for (_, validity, uid), (sha256, _) in self.held.items())

    def ahead(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Messages that a cursor says are known and that are not stored with it."""
        folders = Counter((name, validity) for name, validity, _ in self.held)
        missing = 0
        for cursor, pointers in rows:
            try:
                position = Position.of(Cursor(cursor))
            except CursorExpired:
                continue
            known = set(pointers)
            if sum(validity == position.validity for _, validity in folders) == 1:
                missing += sum(
                    validity == position.validity
                    and position.listing_below <= uid < position.known_below
                    and f"{validity}/{uid}" not in known
                    for _, validity, uid in self.held
                )
        return missing

    def differs(self) -> list[str]:
        """What somebody else changed on the server: flags, counts, folders."""
        with self.lock:
            found = {place: seen for name in self.folders() for place, seen in self._look(name)}
            wanted = {place: flag for place, (_, flag) in self.held.items()}
        return [f"{place[0]} {place[2]}" for place in found.keys() ^ wanted.keys()] + [
            f"{place[0]} {place[2]} {found[place]}" for place in found.keys() & wanted.keys()
            if found[place] != wanted[place]
        ]  # fmt: skip

    def folders(self) -> list[str]:
        """Names of the folders that are there."""
        listed = (line for line in self.client.list()[1] if isinstance(line, bytes))
        return [line.decode().rpartition(' "/" ')[2].strip('"') for line in listed]

    def _look(self, folder: str) -> list[tuple[Lying, str]]:
        self.client.select(f'"{folder}"', readonly=True)
        validity = int(self.client.response("UIDVALIDITY")[1][0] or 0)
        answers = self.client.uid("FETCH", "1:*", "(FLAGS)")[1]
        self.client.unselect()
        found = []
        for line in answers:
            if isinstance(line, bytes) and (uid := re.search(rb"UID (\d+)", line)):
                flags = [str(flag, "ascii") for flag in imaplib.ParseFlags(line) if flag != b"\\Recent"]
                found.append(((folder, validity, int(uid[1])), " ".join(flags)))
        return found

    def _remove_strays(self, folder: str) -> None:
        """What a command put there whose answer did not say where."""
        there = self._look(folder) if folder in self.folders() else []
        if strays := [lying for lying, _ in there if lying not in self.held]:
            self.expunge([uid for _, _, uid in strays], folder)

    def _done(self, command: bytes, folder: str, clear: Callable[[str], None] | None = None) -> list[Lying]:
        """Run a command that puts messages somewhere; where they lie then.

        A server with sessions in the folder that is made anew may take a moment to see that it is there.

        Args:
            clear: removes what the command may have put there all the same, before it is tried again.
        """
        answer = b""
        for _ in range(TRIES):
            answer = self._run(command)
            if found := COPIED.search(answer):
                return [(folder, int(found[1]), uid) for part in found[3].split(b",") for uid in _range(part)]
            time.sleep(0.2)
            self.reconnect()
            if b"TRYCREATE" in answer:
                self.client.create(f'"{folder}"')
            if clear:
                clear(folder)
        raise RuntimeError(f"the server did not say where: {answer[:200]!r}")

    def _run(self, command: bytes) -> bytes:
        tag = self.client._new_tag()  # noqa: SLF001 - imaplib has no MULTIAPPEND
        self.client.send(tag + b" " + command + b"\r\n")
        answer = line = self.client.readline()
        while not line.startswith(tag):
            if not line:
                raise ConnectionError("the server closed the connection")
            answer += (line := self.client.readline())
        return answer


def format_time(at: datetime) -> bytes:
    """A time as APPEND takes it."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{at.day:02}-{months[at.month - 1]}-{at.year} {at:%H:%M:%S} +0000".encode()


def _range(part: bytes) -> range:
    first, _, last = part.partition(b":")
    return range(int(first), int(last or first) + 1)
