from __future__ import annotations

from uuid import UUID

from api.web.choices import choices
from store.judgement.drafts import ChangeFields, ContactFields, Doubt, InteractionFields, MergeFields
from store.judgement.parties import Companion, Side
from tests.builders import MONDAY


def verbs(*found: object) -> list[tuple[str, str]]:
    return [(each.label, each.verb) for each in found]  # type: ignore[attr-defined]


def test_a_company_that_is_unsure_is_the_one_read_or_none() -> None:
    fields = ContactFields("Mercy", "mercy@gmail.example", "Tidewater", None)
    first, second = choices(fields, Doubt.COMPANY_UNSURE)
    assert verbs(first, second) == [("Tidewater", "approve"), ("No company", "edit")]
    assert second.typed == {"company_name": ""}
    assert choices(fields, Doubt.NEW_PERSON) == ()


def test_a_change_is_taken_or_left() -> None:
    fields = ChangeFields("contact", UUID(int=1), "Greta", "title", "Buyer", "Head")
    assert verbs(*choices(fields, Doubt.DIFFERS)) == [("Head", "approve"), ("Buyer, as it is", "refuse")]
    assert choices(fields, None) == ()


def test_two_are_one_or_two() -> None:
    side = Side(None, "Greta", ("a",), ())
    assert verbs(*choices(MergeFields("contact", side, side, ()), Doubt.SAME_PERSON)) == [
        ("The same", "approve"), ("Two people", "refuse"),
    ]  # fmt: skip
    assert verbs(*choices(MergeFields("contact", side, side, (), same=False), Doubt.TWO_PEOPLE)) == [
        ("Two people", "approve"), ("The same", "refuse"),
    ]  # fmt: skip


def test_what_may_be_private_is_kept_or_left_out() -> None:
    note = InteractionFields("mail", "x", MONDAY, None, 1, ())
    assert [verb for _, verb in verbs(*choices(note, Doubt.MIGHT_BE_PRIVATE))] == ["keep_private", "refuse"]
    assert choices(note, None) == ()


def test_somebody_new_comes_with_others_or_alone() -> None:
    others = (Companion("ben@halden.example", "Ben Okafor"), Companion("carl@halden.example", "Carl Lind"))
    fields = ContactFields("Greta", "greta@halden.example", "Halden", "halden.example", companions=others)
    both, alone = choices(fields, Doubt.NEW_PERSON)
    assert verbs(both, alone) == [
        ("Also Ben Okafor and Carl Lind, once you write or meet", "approve"), ("Greta alone", "edit"),
    ]  # fmt: skip
    assert alone.typed == {"companion.ben@halden.example": "", "companion.carl@halden.example": ""}
