"""Companies' desks, in pure judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.judgement.desks import desks_in, is_known, taking_part
from store.judgement.drafts import Doubt, InteractionFields, Known, Someone
from store.judgement.people import keys_of
from store.judgement.sureness import of_interaction
from store.judgement.worth import Reason, against_mail, against_meeting, is_exchange
from tests.builders import MONDAY, US, appointment, history, mail, note, someone

GRETA = someone()
DESK = Someone("goods-in@halden.example", "Goods In", ours=False, company="Halden", desk_of="halden.example")
ANSWERED = frozenset({DESK.address})


def test_a_desk_takes_part_once_it_answered() -> None:
    assert taking_part((GRETA, DESK, US), frozenset()) == [GRETA, US]
    assert taking_part((GRETA, DESK, US), ANSWERED) == [GRETA, DESK, US]


@pytest.mark.parametrize(
    ("who", "known", "expected"),
    [
        (DESK, Known(), False),
        (DESK, Known(contacts=ANSWERED), True),
        (DESK, Known(companies=frozenset({"halden.example"})), True),
        (GRETA, Known(companies=frozenset({"halden.example"})), False),
    ],
)
def test_who_is_known(who: Someone, known: Known, *, expected: bool) -> None:
    assert is_known(who, known) is expected


def test_a_note_is_found_by_its_desks() -> None:
    assert desks_in(note(GRETA, DESK, US)) == (DESK,)
    assert keys_of(note(GRETA, DESK, US)) == {"s:goods-in@halden.example"}


@pytest.mark.parametrize(
    ("they_wrote", "we_wrote", "met", "expected"), [(1, 1, 0, True), (0, 3, 0, False), (2, 0, 1, False)]
)
def test_only_a_mail_each_way_is_an_exchange_with_a_desk(
    they_wrote: int, we_wrote: int, met: int, *, expected: bool
) -> None:
    told = replace(history(they_wrote=they_wrote, we_wrote=we_wrote, met=met), is_desk=True)
    assert is_exchange(told) is expected


@pytest.mark.parametrize(
    ("people", "exchanged", "refused", "reason"),
    [
        ((DESK, US), frozenset(), frozenset(), "no exchange"),
        ((DESK, US), ANSWERED, frozenset(), None),
        ((GRETA, DESK, US), frozenset({GRETA.address}), frozenset({GRETA.address}), "refused"),
    ],
)
def test_a_mail_with_a_desk(
    people: tuple[Someone, ...], exchanged: frozenset[str], refused: frozenset[str], reason: Reason | None
) -> None:
    assert against_mail(mail(people=people), exchanged, Known(refused=refused)) == reason


def test_a_meeting_with_a_desk_alone_needs_an_exchange() -> None:
    meeting = appointment(DESK, US)
    later = MONDAY.replace(hour=23)
    assert against_meeting(meeting, frozenset(), Known(), later) == "nobody outside"
    assert against_meeting(meeting, ANSWERED, Known(), later) is None


@pytest.mark.parametrize(
    ("fields", "known", "doubt"),
    [
        (note(DESK, US), Known(), Doubt.NEW_COMPANY),
        (note(DESK, US), Known(companies=frozenset({"halden.example"})), None),
        (note(someone("nils@umber.example", "Nils"), DESK, US), Known(), Doubt.NEW_PERSON),
        (note(GRETA, DESK, US), Known(contacts=frozenset({GRETA.address})), None),
    ],
    ids=["a company met for the first time", "a known one", "a person's question carries it", "beside somebody known"],
)
def test_a_company_is_new_where_no_person_asks_for_it(
    fields: InteractionFields, known: Known, doubt: Doubt | None
) -> None:
    verdict = of_interaction(fields, known)
    assert verdict.doubt == doubt
    assert (doubt == Doubt.NEW_COMPANY) is (verdict.why == "I have not noted Halden yet.")
