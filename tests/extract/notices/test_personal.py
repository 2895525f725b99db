"""Sellers write of offers as campaigns do; greetings and names tell them apart."""

from __future__ import annotations

import pytest

from extract.notices.personal import personal
from extract.notices.scored import PERSON, scored
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

GREETED, SIGNED, SOMEBODY = "The reader is greeted by name", "The sender signs", "Somebody signs"


@pytest.mark.parametrize(
    ("text", "fields", "reasons"),
    [
        ("The kiln is hot.", {}, []),
        ("", {}, []),
        ("Hello Ines,\n\nit is hot.", {}, [GREETED]),
        ("Dear Ms Duarte,\n\nit is hot.", {}, [GREETED]),
        ("Hello ines, of the many people in this world you are one", {}, []),
        ("It is hot.\n\nGreta", {}, [SIGNED]),
        ("It is hot.\n\nG. Becker\nHalden GmbH\nPhone: 030 23125 000", {}, [SIGNED]),
        ("It is hot.\n\nGreta Becker and the many others", {}, []),
        ("It is hot.\n\nG. B.", {}, []),
        ("It is hot.\n\nThe Halden Family", {"From": "halden.kilns@halden.example"}, []),
        ("It is hot.\n\nKilns", {"From": "halden.kilns@halden.example"}, [SIGNED]),
        ("It is hot.\n\nMaria Keller", {"From": "Sales <sales@halden.example>"}, [SOMEBODY]),
        ("It is hot.\n\nMaria Keller", {"From": "Maria Keller <sales@halden.example>"}, [SIGNED]),
        ("Hello Ines,\n\nit is hot.\n\nGreta", {"From": "Greta <news@halden.example>"}, []),
    ],
)  # fmt: skip
def test_greetings_and_names(text: str, fields: dict[str, str], reasons: list[str]) -> None:
    assert [found.reason for found in personal(seen(letter(text, **fields)))] == reasons


def test_a_firms_name_weighs_less_than_a_persons() -> None:
    def weight(sender: str, name: str) -> int:
        return next(found.weight for found in personal(seen(letter(f"It is hot.\n\n{name}", From=sender))))

    assert weight("Halden Kilns <shop@halden.example>", "Halden Kilns") < weight("greta@halden.example", "Greta")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Deal update: savings", "Hello Ines,\n\nsign up now and I can do 10% off, a limited-time offer.\n\nGreta"),
        ("Webinar", "Hello Ines,\n\nregister now at https://halden.example/k. Find out more: call me.\n\nGreta Becker"),
        ("15 % Rabatt", "Hallo Frau Duarte,\n\nanbei das Angebot, 15 % Rabatt.\n\nGreta Becker\nImpressum: halden.de"),
        ("Order 7781", "Order: 7781\nState: waiting for steel\nDelivery: 4 December\nContact: me\n\nGreta"),
    ],
)  # fmt: skip
def test_what_sellers_write_is_a_persons(subject: str, text: str) -> None:
    assert scored(seen(letter(text, Subject=subject))) == PERSON
