from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.judgement.calibration import NEEDED, Record, lower_bound
from store.judgement.deals import Dealing
from store.judgement.drafts import ContactFields, Doubt, InteractionFields, Known, Someone
from store.judgement.features import NAMES, Before, Features
from store.judgement.scorecard import BANDS
from store.judgement.sureness import Background, called, of_contact, of_interaction, score, shipped
from tests.builders import US, note, someone

GRETA = "greta@halden.example"
FRIEND = someone("luca@gmail.com", "Luca Rossi")


@pytest.mark.parametrize(
    ("fields", "known", "doubt"),
    [
        (note(), Known(frozenset({GRETA})), None),
        (note(), Known(), Doubt.NEW_PERSON),
        (note(FRIEND, US), Known(), Doubt.MIGHT_BE_PRIVATE),
        (note(FRIEND, US), Known(frozenset({FRIEND.address})), None),
        (note(FRIEND, someone()), Known(frozenset({GRETA})), Doubt.NEW_PERSON),
        (note(marked_private=True), Known(frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
        (note(matter="health"), Known(frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
        (note(), Known(frozenset({GRETA}), private=frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
    ],
)
def test_one_doubt_for_each_look(fields: InteractionFields, known: Known, doubt: Doubt | None) -> None:
    verdict = of_interaction(fields, known)
    assert verdict.doubt == doubt
    assert verdict.pile == ("sure" if doubt is None else "look")
    assert verdict.why.endswith(".")


def test_the_reason_names_who_is_known() -> None:
    two = note(someone(), someone("nils@halden.example", "Nils"))
    known = Known(frozenset({GRETA, "nils@halden.example"}))
    assert of_interaction(note(), known).why == "You know Greta Becker."
    assert of_interaction(two, known).why == "You know Greta Becker and 1 more here."


NILS = someone("nils@halden.example", "Nils Holm")
ELSEWHERE = someone("nils@umber.example", "Nils Holm")


@pytest.mark.parametrize(
    ("newcomer", "known", "doubt"),
    [
        (NILS, Known(frozenset({GRETA})), None),
        (ELSEWHERE, Known(frozenset({GRETA})), None),
        (NILS, Known(frozenset({GRETA}), refused=frozenset({NILS.address})), Doubt.NEW_PERSON),
        (NILS, Known(frozenset({FRIEND.address})), None),
        (NILS, Known(frozenset({FRIEND.address}), private=frozenset({FRIEND.address})), Doubt.MIGHT_BE_PRIVATE),
        (NILS, Known(frozenset({GRETA}), private=frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
    ],
)
def test_who_is_new_beside_somebody_known_is_no_question_of_the_note(
    newcomer: Someone, known: Known, doubt: Doubt | None
) -> None:
    people = note(someone(), newcomer, FRIEND) if FRIEND.address in known.contacts else note(someone(), newcomer)
    assert of_interaction(people, known).doubt == doubt


def test_two_new_people_of_one_company_do_not_vouch_for_each_other() -> None:
    assert of_interaction(note(someone(), NILS), Known()).doubt == Doubt.NEW_PERSON


def test_only_who_is_known_is_said_to_be_known() -> None:
    assert of_interaction(note(NILS, someone()), Known(frozenset({GRETA}))).why == "You know Greta Becker."


def test_new_people_are_never_sure() -> None:
    assert of_contact(ContactFields("Greta", GRETA, "Halden", "halden.example")).doubt == Doubt.NEW_PERSON
    assert of_contact(ContactFields("Luca", "luca@gmail.com", None, None)).doubt == Doubt.COMPANY_UNSURE


def test_a_person_without_a_name_is_called_by_the_address() -> None:
    assert called(someone(name=None)) == GRETA


KNOWN = Known(frozenset({GRETA}))
OFTEN = Before(they_wrote=6, we_wrote=5, met=2)


def background(before: Before, own: Record | None = None) -> Background:
    return Background(date(2026, 3, 2), frozenset({"in", "out"}), before, own or Record())


def test_with_people_one_writes_with_a_note_is_sure_and_says_why() -> None:
    verdict = of_interaction(note(), KNOWN, background(OFTEN))
    assert (verdict.pile, verdict.doubt) == ("sure", None)
    assert verdict.why == "You know Greta Becker: 2 meetings and 11 mails before, and you both write."
    once = of_interaction(note(), KNOWN, background(Before(met=1)))
    assert once.why in {
        "You know Greta Becker: 1 meeting before.",
        "Notes like this one are left out too often for me to be sure.",
    }


@pytest.mark.parametrize(
    ("before", "own", "why"),
    [
        (Before(6, 5, 2, left_out=3), Record(), "You left out 3 notes with Greta Becker before."),
        (Before(6, 5, 2, left_out=1), Record(), "You left out a note with Greta Becker before."),
        (Before(), Record(10, 90), "There was nothing with Greta Becker before this."),
        (OFTEN, Record(10, 90), "Notes like this one are left out too often for me to be sure."),
    ],
)
def test_what_a_rep_left_out_makes_a_doubt(before: Before, own: Record, why: str) -> None:
    verdict = of_interaction(note(), KNOWN, background(before, own))
    assert (verdict.pile, verdict.doubt, verdict.why) == ("look", Doubt.NOT_SURE, why)


def test_approving_with_the_same_people_makes_sure_again() -> None:
    after = [of_interaction(note(), KNOWN, background(Before(6, 5, 2, approved=n, left_out=1))).pile for n in (0, 40)]
    assert after == ["look", "sure"]


def test_nothing_before_is_not_counted_in_words() -> None:
    verdict = of_interaction(note(), KNOWN, background(Before(approved=50)))
    assert (verdict.pile, verdict.why) == ("sure", "You know Greta Becker.")


def test_never_sure_comes_before_any_weighing() -> None:
    for fields, known in ((note(), Known()), (note(marked_private=True), KNOWN)):
        assert of_interaction(fields, known, background(OFTEN, Record(10_000, 0))).pile == "look"


def test_every_score_has_its_band_and_the_best_is_sure_on_the_first_day() -> None:
    nothing = Features(**dict.fromkeys(NAMES, False))
    assert shipped(score(nothing)) in {Record(right, wrong) for _, right, wrong in BANDS}
    assert [least for least, _, _ in BANDS] == sorted((least for least, _, _ in BANDS), reverse=True)
    assert max(lower_bound(Record(right, wrong), Record()) for _, right, wrong in BANDS) >= NEEDED


def test_a_deal_on_an_unproven_word_is_never_sure() -> None:
    unproven = Dealing("halden.example", "Halden", "01", "Pumps", is_proven=False, stage="customer", deal="won")
    known = Known(contacts=frozenset({"greta@halden.example"}))
    doubted = of_interaction(replace(note(), dealing=unproven), known)
    assert (doubted.pile, doubted.doubt) == ("look", Doubt.UNVERIFIED)
    proven = replace(note(), dealing=replace(unproven, is_proven=True))
    assert of_interaction(proven, known).pile == "sure"
