"""Servers that answer what is not so, or what is no answer."""

from __future__ import annotations

import re

from tests.peers.obedient import Obedient, letter
from tests.peers.scripted import Talk


class UnderstatesSizes(Obedient):
    """A message of five megabytes that it lists with a hundred bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.folders["INBOX"][3] = letter(3, 5_000_000)

    def sizes(self, talk: Talk, uid: int) -> None:
        talk.say(f"* 1 FETCH (UID {uid} RFC822.SIZE 100)")


class OverstatesSizes(Obedient):
    """A little message that it lists with three megabytes."""

    def sizes(self, talk: Talk, uid: int) -> None:
        talk.say(f"* 1 FETCH (UID {uid} RFC822.SIZE 3000000)")


class WrongTag(Obedient):
    """The outcome of a command that nobody sent."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        super().on_uid_search(talk, "B4711", words)


class OtherUids(Obedient):
    """Contents of messages that nobody asked for, before those that were."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        talk.say(f"* 1 FETCH (UID {uid + 1000} BODY[] {{1000000}}")
        talk.socket.sendall(b"y" * 1_000_000 + b")\r\n")
        super().body(talk, uid, section)


class TwiceEach(Obedient):
    """Every UID and every content twice."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        found = " ".join(map(str, self.named(words[-1])))
        talk.say(f"* SEARCH {found} {found}", f"* SEARCH {found}", f"{tag} OK")

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        super().body(talk, uid, section)
        super().body(talk, uid, section)


class NilContents(Obedient):
    """A message that is listed and has no content."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        if uid == 3:
            talk.say(f"* 1 FETCH (UID {uid} BODY[] NIL)")
            return
        super().body(talk, uid, section)


class NegativeNumbers(Obedient):
    """UIDs under zero."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("* SEARCH -1 -5 2", f"{tag} OK")


class HugeNumbers(Obedient):
    """Numbers of five thousand digits."""

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        if words[0] == "Other":
            super().on_examine(talk, tag, words)
            return
        talk.say(f"* {'9' * 5_000} EXISTS", f"* OK [UIDVALIDITY {'9' * 5_000}]", f"{tag} OK")


class OddDigits(Obedient):
    """Numbers that are digits somewhere in the world and no number here."""

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        if words[0] == "Other":
            super().on_examine(talk, tag, words)
            return
        talk.say("* 5 EXISTS", "* OK [UIDVALIDITY \u00b2]", "* OK [UIDNEXT \u0663]", f"{tag} OK")


class OddOffsets(Obedient):
    """Contents at places that are none."""

    def body(self, talk: Talk, uid: int, section: re.Match[str]) -> None:
        talk.say(f'* 1 FETCH (UID {uid} "BODY[]<x>" {{3}}')
        talk.say("abc)", f"* 1 FETCH (UID {uid} BODY[]<{'9' * 5_000}> NIL)")
        super().body(talk, uid, section)


class HugeModseq(Obedient):
    """A number of changes that does not fit in 63 bits."""

    greeting = "* OK [CAPABILITY IMAP4rev1 CONDSTORE QRESYNC ENABLE] ready"
    capabilities = "IMAP4rev1 CONDSTORE QRESYNC ENABLE"

    def on_enable(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("* ENABLED QRESYNC", f"{tag} OK")

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"* OK [HIGHESTMODSEQ {2**63}]")
        super().on_examine(talk, tag, words)


class SaysGoodbye(Obedient):
    """A farewell in the middle."""

    def on_uid_fetch(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("* BYE out of order")
        talk.hear()


class BadToEverything(Obedient):
    """A server that understands nothing."""

    def on_login(self, talk: Talk, tag: str, words: list[str]) -> None:
        self.on_unknown(talk, tag, words)

    def on_capability(self, talk: Talk, tag: str, words: list[str]) -> None:
        self.on_unknown(talk, tag, words)


class Boasts(Obedient):
    """Capabilities of which it has none."""

    greeting = "* OK [CAPABILITY IMAP4rev1 SPECIAL-USE LIST-EXTENDED LIST-STATUS QRESYNC ENABLE] ready"
    capabilities = "IMAP4rev1 SPECIAL-USE LIST-EXTENDED LIST-STATUS QRESYNC ENABLE X-GM-EXT-1"

    def on_list(self, talk: Talk, tag: str, words: list[str]) -> None:
        if len(words) > 2:
            self.on_unknown(talk, tag, words)
            return
        super().on_list(talk, tag, words)


class AsksOutOfTurn(Obedient):
    """Requests to go on where nothing is left to say."""

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("+ go on", "+", "+ more")
        super().on_uid_search(talk, tag, words)

    def on_login(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say("+ your password again, please")
        super().on_login(talk, tag, words)


class RenumbersAlways(Obedient):
    """Another UIDVALIDITY whenever a folder is opened."""

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        self.validity += 1
        super().on_examine(talk, tag, words)


class CountsDown(Obedient):
    """A UIDNEXT that is lower every time."""

    following = 100

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        messages = len(self.folders[words[0]])
        self.open, self.following = words[0], self.following - 20
        talk.say(f"* {messages} EXISTS", f"* OK [UIDVALIDITY {self.validity}]")
        talk.say(f"* OK [UIDNEXT {self.following}]", f"{tag} OK")


class GrowsAlways(Obedient):
    """More messages in every answer than in the one before."""

    grown = 5

    def on_uid_search(self, talk: Talk, tag: str, words: list[str]) -> None:
        self.grown += 1_000_000_000
        talk.say(f"* {self.grown} EXISTS")
        super().on_uid_search(talk, tag, words)

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        self.open, self.grown = words[0], self.grown + 1_000_000_000
        talk.say(f"* {self.grown} EXISTS", f"* OK [UIDVALIDITY {self.validity}]", "* OK [UIDNEXT 20]", f"{tag} OK")


class OddNames(Obedient):
    """Folders whose names hold controls, no UTF-7, no UTF-8, no end."""

    def on_list(self, talk: Talk, tag: str, words: list[str]) -> None:
        names = [b"nul\0byte", b"bell\7", b"tab\there", b"caf\xe9", b"&broken", b"&AAA-", b"&2D0-", b"n" * 5_000]
        talk.socket.sendall(b"".join(b'* LIST () "/" "%s"\r\n' % name for name in names))
        talk.socket.sendall(b'* LIST () "/" {12}\r\nline\r\nbreaks\r\n')
        super().on_list(talk, tag, words)

    def on_status(self, talk: Talk, tag: str, words: list[str]) -> None:
        if words[0] in self.folders:
            super().on_status(talk, tag, words)
            return
        talk.say(f"{tag} NO there is none")


class OpensNothing(Obedient):
    """An inbox that is listed and not opened."""

    def on_examine(self, talk: Talk, tag: str, words: list[str]) -> None:
        if words[0] == "INBOX":
            talk.say(f"{tag} NO [SERVERBUG] internal error")
            return
        super().on_examine(talk, tag, words)


class Unnumbered(Obedient):
    """An inbox without a UIDVALIDITY."""

    def on_status(self, talk: Talk, tag: str, words: list[str]) -> None:
        if words[0] == "INBOX":
            talk.say('* STATUS "INBOX" (MESSAGES 5)', f"{tag} OK")
            return
        super().on_status(talk, tag, words)


class OddDates(Obedient):
    """Messages that came in the year 1, the year 9999, and never."""

    def sizes(self, talk: Talk, uid: int) -> None:
        dates = ["01-Jan-0001 00:00:00 +1400", "31-Dec-9999 23:59:59 -1400", "31-Feb-2026 00:00:00 +0000", "", "\x07"]
        size = len(self.messages[uid])
        talk.say(f'* 1 FETCH (UID {uid} RFC822.SIZE {size} INTERNALDATE "{dates[uid % 5]}")')


class NoMail(Obedient):
    """Another protocol."""

    def talk(self, talk: Talk) -> None:
        talk.say("HTTP/1.1 400 Bad Request", "Connection: close", "")
