"""A name server of a few lines on this machine: it says what a test wants, over UDP and over TCP not at all."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.resolver
import dns.rrset


@dataclass
class NameServer:
    """Its zone: records as text by name and kind. ``deaf``: it hears and does not answer."""

    port: int
    zone: dict[tuple[str, str], list[str]]
    deaf: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)

    def resolver(self) -> dns.resolver.Resolver:
        made = dns.resolver.Resolver(configure=False)
        made.nameservers, made.port = ["127.0.0.1"], self.port
        return made

    def answer(self, asked: bytes) -> bytes:
        question = dns.message.from_wire(asked)
        (wanted,) = question.question
        name, kind = wanted.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(wanted.rdtype)
        self.asked.append((name, kind))
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        if (name, kind) in self.zone:
            answer.answer.append(dns.rrset.from_text_list(wanted.name, 60, "IN", kind, self.zone[name, kind]))
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer.to_wire()


@contextmanager
def serving(zone: dict[tuple[str, str], list[str]]) -> Iterator[NameServer]:
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listening.bind(("127.0.0.1", 0))
    server = NameServer(listening.getsockname()[1], zone)

    def serve() -> None:
        while True:
            asked, who = listening.recvfrom(4096)
            if not asked:
                return
            if not server.deaf:
                listening.sendto(server.answer(asked), who)

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ending:
            ending.sendto(b"", ("127.0.0.1", server.port))
        thread.join(5)
        listening.close()
