"""Servers that send too much, or too slowly, or without an end."""

from __future__ import annotations

import re
import time
from itertools import count

from tests.peers.obedient import Obedient
from tests.peers.scripted import Talk

PAUSE = 0.05
CHUNK = b"x" * 65_536


class AnnouncesGigabytes(Obedient):
    """A content of three gigabytes, of which it sends as much as is taken."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        if uid != 3:
            super().body(talk, uid, section)
            return
        talk.say(f"* 1 FETCH (UID {uid} BODY[] {{3000000000}}")
        while True:
            talk.socket.sendall(CHUNK)


class Drips(Obedient):
    """A content, a byte now and then."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        talk.say(f"* 1 FETCH (UID {uid} BODY[] {{1000000}}")
        while True:
            talk.socket.sendall(b"x")
            time.sleep(PAUSE)


class DripsOne(Obedient):
    """One content, a byte now and then, for as long as ``slow`` is set; of its ``first`` bytes more comes.

    ``dripping`` names others.
    """

    slow, first = True, 0
    dripping = frozenset({3})

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        few = section[2] and int(section[2]) <= self.first
        if uid not in self.dripping or few or not self.slow:
            super().body(talk, uid, section)
            return
        talk.say(f"* 1 FETCH (UID {uid} BODY[] {{1000}}")
        while True:
            talk.socket.sendall(b"x")
            time.sleep(PAUSE)


class DripsGreeting(Obedient):
    """A greeting, a byte now and then."""

    def talk(self, talk: Talk) -> None:
        while True:
            talk.socket.sendall(b"*")
            time.sleep(PAUSE)


class Silent(Obedient):
    """Not even a greeting."""

    def talk(self, talk: Talk) -> None:
        talk.hear()


class FloodsUntagged(Obedient):
    """Three hundred thousand lines that nobody asked for."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        lines = b"* OK still here\r\n" * 1_000
        for _ in range(300):
            talk.socket.sendall(lines)
        super().on_uid_search(talk, tag, words)


class FloodsLongLines(Obedient):
    """Lines that are each as long as they may be."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        while True:
            talk.socket.sendall(b"* OK " + CHUNK[:60_000] + b"\r\n")


class FloodsFlags(Obedient):
    """News of flags without an end."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        while True:
            talk.socket.sendall(b"* 1 FETCH (FLAGS (\\Seen))\r\n" * 1_000)


class EndlessLine(Obedient):
    """A line without an end."""

    def on_login(self, talk: Talk, tag: str, words: list[str]) -> None:
        while True:
            talk.socket.sendall(CHUNK)


class EndlessSearch(Obedient):
    """UIDs without an end."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.socket.sendall(b"* SEARCH")
        while True:
            talk.socket.sendall(b" 1 2 3" * 10_000)


class Parentheses(Obedient):
    """Lists in lists, twenty thousand deep."""

    def sizes(self, talk: Talk, uid: int) -> None:
        talk.say(f"* 1 FETCH (UID {uid} BODYSTRUCTURE {'(' * 20_000}{')' * 20_000})")


class NeverDone(Obedient):
    """Data, and never an outcome."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("* SEARCH 1 2 3")
        talk.hear()


class FloodsContents(Obedient):
    """Contents of messages that nobody asked for, without an end."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        for other in count(1_000):
            talk.say(f"* 1 FETCH (UID {other} BODY[] {{1000000}}")
            talk.socket.sendall(b"y" * 1_000_000 + b")\r\n")


class ManyFolders(Obedient):
    """A hundred thousand folders."""

    def on_list(self, talk: Talk, tag: str, words: list[str]) -> None:
        for at in range(100):
            talk.say(*(f'* LIST () "/" "Folder {number}"' for number in range(at * 1_000, at * 1_000 + 1_000)))
        talk.say(f"{tag} OK")
