"""Signals added up."""

from __future__ import annotations

import pytest
import re2

from extract.notices.scored import PERSON, scored
from extract.patterns.notices import bulk, machines
from extract.patterns.notices.signals import Signal
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

SIGNALS = (*bulk.SIGNALS, *machines.SIGNALS)


@pytest.mark.parametrize("signal", SIGNALS, ids=[signal.reason for signal in SIGNALS])
def test_each_signal_finds_its_example(signal: Signal) -> None:
    assert re2.search(f"(?i){signal.pattern}", signal.example)


@pytest.mark.parametrize(
    ("text", "fields", "kind", "reason"),
    [
        ("Order now: 20% off every lamp!\n\nTo be removed from our mailing list, write to us.", {}, "newsletter",
         "How to be taken off a list"),
        ("The canteen opens on Monday.", {"To": "all.halden@halden.example", "Subject": "Announcing the canteen"},
         "newsletter", "It went to everybody"),
        ("Jetzt bestellen!\n\nKlicken Sie hier, um sich abzumelden oder den Newsletter abbestellen zu lassen.", {},
         "newsletter", "Words of an offer"),
        ("FOR IMMEDIATE RELEASE\n\nHalden builds a kiln.\n\nFor more information, call Pit at 555 0100.",
         {"To": "greta@halden.example"}, "newsletter", "The sender wrote to nobody else"),
        ("Your order 8812 has been shipped.\nOrder number: 8812\n", {}, "automated",
         "What has become of an order or request"),
        ("A claim is pending approval.\nPlease click the following link: https://claims.example/8\n", {}, "automated",
         "Something waits for approval"),
        ("Ihre Bestellung wurde versandt.\n\nBitte antworten Sie nicht auf diese E-Mail.", {}, "automated",
         "It asks for no reply"),
        ("The nightly backup job has failed.", {"To": "greta@halden.example"}, "automated", "What became of a job"),
        ("Your message\n\nwas read on Monday.", {"Subject": "Read: Kilns"}, "automated", "A receipt for a message"),
        ("The kiln is hot.", {"From": "noreply@halden.example"}, "automated", "The sender's address is a program's"),
    ],
)  # fmt: skip
def test_kinds(text: str, fields: dict[str, str], kind: str, reason: str) -> None:
    found = scored(seen(letter(text, **fields)))
    assert (found.kind, found.reason) == (kind, reason)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Hello Ines,\n\nabout the prices.\n", {}),
        ("I wrote that your order has been shipped. My mistake, I will check.\n\nGreta", {}),
        ("Hi Anna,\n\nyou can unsubscribe me, I read it elsewhere.\n\nGreta", {}),
        ("Thank you for your order 8812. Order number: 8812.\n\nGreta Becker\nHalden GmbH", {"Subject": "Your order"}),
        ("The oars are dry.\n\n-- \nTo unsubscribe, write to rowers-leave@halden.example",
         {"X_BeenThere": "rowers@halden.example"}),
        ("Fine with me.\n\n> Order now: 20% off.\n> To be removed from our mailing list, write to us.", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_people(text: str, fields: dict[str, str]) -> None:
    assert scored(seen(letter(text, **fields))) == PERSON
