"""A mail server of a few lines that keeps to its protocol: folders with messages over TLS, each client in a thread.

What makes it hostile is a subclass that answers one command in another way (``tests.peers.hostile``)::

    class Sleepy(Obedient):
        def on_uid_search(self, talk, tag, words): ...  # never answers

    with serving(Sleepy(), certificates.write(folder)) as served:
        ...  # served.port, served.heard
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.peers.scripted import Talk

Pair = tuple[Path, Path]
WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
SECTION = re.compile(r"BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?")


def letter(number: int, size: int = 0) -> bytes:
    """A message of at least so many bytes."""
    head = f"From: ada@nordlicht.example\r\nTo: ines@halden.example\r\nSubject: Number {number}\r\n"
    head += f"Message-ID: <{number}@nordlicht.example>\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\n\r\n"
    return (head + "Shall we meet on Thursday?\r\n").encode() + b"x" * max(0, size - 200)


class Obedient:
    """The server. ``folders`` holds messages by UID; every method but ``talk`` answers one command."""

    greeting = "* OK [CAPABILITY IMAP4rev1] ready"
    capabilities = "IMAP4rev1"
    validity = 7

    def __init__(self) -> None:
        self.folders: dict[str, dict[int, bytes]] = {
            "INBOX": {uid: letter(uid) for uid in range(1, 6)},
            "Other": {uid: letter(uid) for uid in range(11, 14)},
        }
        self.open = ""

    def talk(self, talk: Talk) -> None:
        """One conversation, to its end."""
        talk.say(self.greeting)
        while heard := talk.hear().decode("utf-8", "replace").strip():
            words = [quoted or plain for quoted, plain in WORDS.findall(heard)]
            tag, verb = words[0], words[1].lower()
            if verb == "uid":
                verb, words = f"uid_{words[2].lower()}", words[1:]
            getattr(self, f"on_{verb}", self.on_unknown)(talk, tag, words[2:])

    def on_unknown(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"{tag} BAD unknown")

    def on_capability(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"* CAPABILITY {self.capabilities}", f"{tag} OK")

    def on_login(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"{tag} OK")

    def on_list(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(*(f'* LIST () "/" "{name}"' for name in self.folders), f"{tag} OK")

    def on_status(self, talk: Talk, tag: str, words: list[str]) -> None:
        messages = self.folders[words[0]]
        numbers = f"MESSAGES {len(messages)} UIDNEXT {max(messages, default=0) + 1} UIDVALIDITY {self.validity}"
        talk.say(f'* STATUS "{words[0]}" ({numbers})', f"{tag} OK")

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        messages = self.folders[words[0]]
        self.open = words[0]
        talk.say(f"* {len(messages)} EXISTS", f"* OK [UIDVALIDITY {self.validity}]")
        talk.say(f"* OK [UIDNEXT {max(messages, default=0) + 1}]", f"{tag} OK [READ-ONLY]")

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"* SEARCH {' '.join(map(str, self.named(words[-1])))}", f"{tag} OK")

    def on_uid_fetch(self, talk: Talk, tag: str, words: list[str]) -> None:
        section = SECTION.search(" ".join(words))
        for uid in self.named(words[0]):
            self.sizes(talk, uid) if section is None else self.body(talk, uid, section)
        talk.say(f"{tag} OK")

    def sizes(self, talk: Talk, uid: int) -> None:
        size = len(self.messages[uid])
        talk.say(f'* 1 FETCH (UID {uid} RFC822.SIZE {size} INTERNALDATE "02-Mar-2026 09:00:00 +0100")')

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        content, where = self.messages[uid], ""
        if section[1]:
            content, where = content[int(section[1]) :][: int(section[2])], f"<{section[1]}>"
        talk.socket.sendall(f"* 1 FETCH (UID {uid} BODY[]{where} {{{len(content)}}}\r\n".encode() + content + b")\r\n")

    @property
    def messages(self) -> dict[int, bytes]:
        return self.folders[self.open]

    def named(self, uids: str) -> list[int]:
        """The messages of a sequence set."""
        stretches = [tuple(map(int, f"{part}:{part}".split(":")[:2])) for part in uids.split(",")]
        return [uid for uid in self.messages if any(first <= uid <= last for first, last in stretches)]


@dataclass
class Served:
    """Where it listens, everything that any client sent inside TLS or out of it, and how many came."""

    port: int
    heard: list[bytes] = field(default_factory=list)
    clients: int = 0


@contextmanager
def serving(server: Obedient, pair: Pair | None) -> Iterator[Served]:
    """The server until the end of the block; over TLS with a certificate and its key, or in the clear."""
    listening = socket.create_server(("127.0.0.1", 0))
    served = Served(listening.getsockname()[1])

    def accept() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            served.clients += 1
            Thread(target=_converse, args=(server, client, pair, served), daemon=True).start()

    thread = Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def _converse(server: Obedient, client: socket.socket, pair: Pair | None, served: Served) -> None:
    client.settimeout(20)
    try:
        if pair:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*pair)
            client = context.wrap_socket(client, server_side=True)
        server.talk(Talk(client, served.heard))
    except (OSError, ValueError):  # the other side is gone: its socket may be closed between two calls
        pass
    finally:
        client.close()
