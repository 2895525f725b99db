"""A user's mailbox on the real server, as its owner's own mail program sees it: filled, emptied, looked at."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterable
from pathlib import Path

from ingest.hosts import HostGuard, allowed_networks
from ingest.sources.imap.opening import Account, Opener, trusting
from ingest.sources.imap.signing_in import Password
from ingest.sources.imap.source import ImapSource, Known, Reading
from tests.ingest.source_contract import Place, payload
from tests.peers.dovecot import PASSWORD, Dovecot

CLOSED_PORT = 9  # nothing listens there
APPENDED = re.compile(rb"APPENDUID \d+ ([\d:,]+)")


def opener(dovecot: Dovecot) -> Opener:
    ports = f"{dovecot.port},{dovecot.tls_port},{CLOSED_PORT}"
    return Opener(HostGuard(allowed_networks(f"127.0.0.0/8={ports}")), trusting(dovecot.certificate))


def account(dovecot: Dovecot, user: str) -> Account:
    return Account("localhost", dovecot.tls_port, Password(user, PASSWORD))


class Mailbox:
    """A new user's mailbox."""

    def __init__(self, dovecot: Dovecot) -> None:
        self.dovecot = dovecot
        self.user = dovecot.add_user()
        self.account = account(dovecot, self.user)
        self._sources: list[ImapSource] = []
        self.client = imaplib.IMAP4("127.0.0.1", dovecot.port, timeout=60)
        self.client.login(self.user, PASSWORD)

    def source(self, known: Known | None = None, reading: Reading | None = None) -> ImapSource:
        made = ImapSource(self.account, opener(self.dovecot), known, reading)
        self._sources.append(made)
        return made

    def close(self) -> None:
        for source in self._sources:
            source.close()
        self.client.shutdown()

    def append(
        self, messages: Iterable[bytes], folder: str = "INBOX", date: str = "02-Mar-2026 09:00:00 +0100"
    ) -> list[int]:
        """Put messages into a folder in one command (RFC 3502); their UIDs."""
        sent = [b'"%s" {%d+}\r\n%s' % (date.encode(), len(each), each) for each in messages]
        tag = self.client._new_tag()
        self.client.send(b'%s APPEND "%s" %s\r\n' % (tag, folder.encode(), b" ".join(sent)))
        answer = self._until(tag)
        found = APPENDED.search(answer)
        assert found, answer
        return [uid for part in found.group(1).split(b",") for uid in _range(part)]

    def expunge(self, uids: Iterable[int], folder: str = "INBOX") -> None:
        wanted = ",".join(map(str, uids))
        self.client.select(f'"{folder}"')
        self.client.uid("STORE", wanted, "+FLAGS", "(\\Deleted)")
        self.client.uid("EXPUNGE", wanted)
        self.client.unselect()

    def create(self, *folders: str) -> None:
        for folder in folders:
            assert self.client.create(f'"{folder}"')[0] == "OK"

    def state(self) -> str:
        """All that anybody could see change: folders, subscriptions, numbers, flags, files on the server's disk."""
        seen: list[object] = [_folders(self.client.list()[1]), _folders(self.client.lsub()[1])]
        for name, _ in _folders(self.client.list()[1]):
            seen.append(self.client.status(name, "(MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ)")[1])
            self.client.select(name, readonly=True)
            seen.append(self.client.uid("FETCH", "1:*", "(FLAGS INTERNALDATE RFC822.SIZE MODSEQ)")[1])
            self.client.unselect()
        files = sorted(str(path) for path in self._files())
        return repr((seen, files))

    def _files(self) -> Iterable[Path]:
        """Mail on the disk: a message that was opened for more than reading moves from ``new`` to ``cur``."""
        home = self.dovecot.home / "mail" / self.user
        return (path for path in home.rglob("*") if path.parent.name in {"new", "cur"})

    def _until(self, tag: bytes) -> bytes:
        while not (line := self.client.readline()).startswith(tag):
            assert line, "the server closed the connection"
        assert line.split()[1] == b"OK", line
        return line


class InboxPlace(Place):
    """The contract's place: the inbox of a mailbox."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self.uids: dict[int, int] = {}

    def open(self) -> ImapSource:
        return self.mailbox.source()

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        if there := [self.uids[number] for number in numbers if number in self.uids]:
            self.mailbox.expunge(there)
        messages = [payload(number, body, size).replace(b"\n", b"\r\n") for number in numbers]
        self.uids |= dict(zip(numbers, self.mailbox.append(messages), strict=True))

    def take(self, number: int) -> None:
        self.mailbox.expunge([self.uids.pop(number)])

    def hide(self) -> None:
        held = self.mailbox.account
        self.mailbox.account = Account(held.host, CLOSED_PORT, held.credential)

    def fingerprint(self) -> str:
        return self.mailbox.state()


def _folders(lines: Iterable[object]) -> list[tuple[str, list[str]]]:
    """Names and uses; whether a folder has children or news is told or not, as it comes (RFC 3501 section 7.2.2)."""
    hints = {"\\hasnochildren", "\\haschildren", "\\marked", "\\unmarked"}
    found = []
    for line in lines:
        assert isinstance(line, bytes)
        attributes, _, name = line.decode().partition(' "/" ')
        uses = (each for each in attributes.strip("()").split() if each.lower() not in hints)
        found.append((name, sorted(uses)))
    return sorted(found)


def _range(part: bytes) -> Iterable[int]:
    first, _, last = part.partition(b":")
    return range(int(first), int(last or first) + 1)
