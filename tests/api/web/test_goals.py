from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from api.web.goals import (
    EXPLAINED,
    MEASURES,
    Card,
    about,
    card,
    explained,
    grouped,
    sets_goals,
    size,
    state_of,
    title_of,
)
from store.judgement.goals.catalogue import MEASURES as CATALOGUE
from store.people import SignedIn
from store.queries.goals import Named, Seat
from tests.firm import Firm, Person
from tests.store.goals_set import agreed, company_of, terms_with
from tests.store.judgement.goals.setting import on, terms

ME, OTHER = UUID(int=1), UUID(int=2)
NOW = datetime.fromisoformat("2026-02-01T10:00:00+00:00")


def reader(user_id: UUID = ME, *roles: str) -> SignedIn:
    some = frozenset(roles or ("rep",))
    return SignedIn(b"x", "csrf", user_id, "ines@alder.example", "Ines", some, "Europe/Berlin", "en", 30)


def seat(*agreed_by: UUID, paused: bool = False, ended: bool = False) -> Seat:
    people = tuple(Named(each, "A", each in agreed_by) for each in (ME, OTHER))
    return Seat(
        OTHER, terms(), people, OTHER, OTHER if paused else None, NOW if paused else None, ME if ended else None,
        NOW if ended else None, {},
    )  # fmt: skip


def test_every_measure_has_its_words() -> None:
    names = {measure.name for measure in CATALOGUE}
    assert set(MEASURES) == set(EXPLAINED) == names
    assert explained(terms("reply_within")) == "Of our answers to the companies chosen, those within 24 hours."
    assert title_of(terms()) == "Know them all"
    assert title_of(replace(terms(), words="")) == "Companies in touch both ways"


def test_how_it_stands_between_its_people() -> None:
    told = [
        state_of(each, reader(), on(2))
        for each in (seat(OTHER), seat(ME), seat(ME, OTHER), seat(ME, OTHER, paused=True), seat(ended=True))
    ]
    assert told == ["yours", "theirs", "in force", "paused", "ended"]
    assert state_of(seat(ME, OTHER), reader(), on(14)) == "over"
    assert sets_goals(reader()) != sets_goals(reader(ME, "reader"))


def test_sizes_are_said_as_what_they_measure() -> None:
    assert [size(terms(), each) for each in (3, 2.5, None)] == ["3", "2.5", "none"]
    assert size(terms("promises_kept"), 85) == "85%"
    assert size(replace(terms(), currency="EUR"), 12000) == "12,000 EUR"


def test_a_card_says_number_word_and_what_is_missing(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    halden = company_of(ines)
    agreed(petra, ines, terms_with(halden))
    me = reader(ines.user_id)
    with ines.app.transaction(ines.acting) as session:
        (one,) = about(session, me, halden, terms_with().begins_on + timedelta(days=25))
        assert (one.number, one.standing, one.tone, one.missing) == ("1 of 1", "reached", "ok", "")
        assert one.marker.startswith("Mile-marker on")
        assert one.link.startswith("/goals/")
    assert list(grouped([one])) == ["In force"]
    assert isinstance(one, Card)
    assert card is not None
