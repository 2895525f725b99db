from __future__ import annotations

from random import Random

from demo.signatures import disclaimer, greeting, signature, signoff
from demo.world import Firm, Person

FIRM = Firm("f", "Halden", "Halden GmbH", "halden.example", "de", "Hannover", "Europe/Berlin", "", disclaimer=True)
GRETA = Person(
    "g", "Greta Becker", "greta@halden.example", "Leitung Logistik", "+49 511 5550 150", "de",
    firm=FIRM, honorific="Frau", formal=True, organization="Halden GmbH",
)  # fmt: skip
INES = Person("i", "Ines Duarte", "ines@x.example", "Sales", "+49 40 5550 1", "en", honorific="Frau", organization="X")


def test_every_layout_shows_name_title_firm_and_phone() -> None:
    for layout in range(6):
        person = Person("g", "Greta Becker", "g@halden.example", "Leitung", "+49 511", "de", FIRM, layout=layout)
        block = signature(person, "gmail")
        assert "Greta Becker" in block
        assert "Leitung" in block
        assert "+49 511" in block


def test_some_clients_separate_and_phones_say_only_what_they_are() -> None:
    assert signature(GRETA, "mutt").startswith("-- \n")
    assert signature(GRETA, "phone") == "Von meinem iPhone gesendet"


def test_greetings_know_terms() -> None:
    assert greeting(GRETA, (INES,), "de", Random(1)).endswith("Frau Duarte,")
    assert greeting(GRETA, (INES,), "fr", Random(1)) == "Bonjour Madame,"
    assert greeting(INES, (GRETA,), "de", Random(1)).endswith("Frau Becker,")
    assert "Ines" in greeting(INES, (INES,), "en", Random(1))
    assert greeting(GRETA, (INES, INES), "de", Random(1)) == "Hallo zusammen,"


def test_formal_people_close_formally() -> None:
    assert signoff(GRETA, (INES,), "de", Random(1)) in {"Mit freundlichen Grüßen", "Freundliche Grüße"}
    assert signoff(INES, (INES,), "fr", Random(1)) != "Cordialement"


def test_only_firms_with_small_print_have_a_disclaimer() -> None:
    assert "Hannover" in disclaimer(GRETA)
    assert disclaimer(INES) == ""
