"""Stages and deals from the mail to all of us and back: with their note, and never before it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from extract.facts import Extraction
from store.fields import fields_as_seen
from store.judgement.deals import Dealing
from store.judgement.drafts import InteractionFields
from store.models.shared.contact import Company
from store.queries import deals
from store.queries.deals import Told
from store.review.deals import known
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import dealing, mail

GRETA, BEN = "greta@halden.example", "ben@halden.test"


def asking(person: Person, *, copy: str = "") -> tuple[Extraction, Extraction]:
    """She asks for an offer; it is sent."""
    asked = dealing(mail(1, GRETA, person.address, copy=copy), "asked", "buyer")
    offer = dealing(mail(2, person.address, GRETA, answers=1, copy=copy), "offered", "seller", amount="42000.00 EUR")
    return asked, offer


def ordering(person: Person, number: int = 5, days: int = 3, amount: str = "", answers: int = 2) -> Extraction:
    order = mail(number, GRETA, person.address, answers=answers, at=MONDAY + timedelta(days=days))
    return dealing(order, "agreed", "buyer", amount=amount)


def noted(person: Person) -> list[Told]:
    with person.app.transaction(person.acting) as session:
        companies = session.scalars(select(Company.id).where(Company.merged_into.is_(None)))
        return [deal for company in companies for deal in deals.of_company(session, company)]


def stages(person: Person) -> list[tuple[str, str | None, date | None]]:
    with person.app.transaction(person.acting) as session:
        rows = session.execute(select(Company.name, Company.stage, Company.stage_since).order_by(Company.id))
        return [(row.name, row.stage, row.stage_since) for row in rows]


def suggested(person: Person) -> Dealing:
    fields = fields_as_seen(person.suggestions("waiting", kind="interaction")[-1])
    assert isinstance(fields, InteractionFields)
    assert fields.dealing
    return fields.dealing


def test_they_are_shared_with_their_note_and_not_before(ines: Person, jonas: Person) -> None:
    ines.feed(*asking(ines))
    assert suggested(ines).amount == "42000.00 EUR"
    assert (noted(jonas), stages(jonas)) == ([], [])
    ines.approve_all()
    (deal,) = noted(jonas)
    assert (deal.company, deal.name, deal.stage, deal.since) == ("Halden", "Matter 1", "offered", MONDAY.date())
    assert (deal.number, deal.currency, deal.approvers) == (Decimal("42000.00"), "EUR", (ines.user_id,))
    assert len(deal.notes) == 1
    assert stages(jonas) == [("Halden", "talking", MONDAY.date())]


def test_a_deal_is_known_by_what_its_notes_are_called(ines: Person) -> None:
    ines.feed(*asking(ines))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        (deal,) = known(session, list(session.scalars(select(Company.id))))
        assert (deal.titles, deal.stage, deal.amount, deal.is_open) == ({"Matter 1"}, "offered", "42000.00 EUR", True)
        assert known(session, []) == []


def test_undo_takes_them_back_exactly(ines: Person) -> None:
    ines.feed(*asking(ines))
    before = ines.shared()
    ines.approve_all()
    ines.undo()
    assert ines.shared() == before
    ines.approve_all()
    assert len(noted(ines)) == 1


def test_what_comes_later_changes_the_deal_and_makes_no_second_one(ines: Person) -> None:
    ines.feed(*asking(ines))
    ines.approve_all()
    ines.feed(ordering(ines, amount="39500.00 EUR"))
    assert suggested(ines).deal == "won"
    ines.approve_all()
    (deal,) = noted(ines)
    won_on = MONDAY.date() + timedelta(days=3)
    assert (deal.stage, deal.since, deal.number, len(deal.notes)) == ("won", won_on, Decimal("39500.00"), 2)
    assert stages(ines) == [("Halden", "customer", won_on)]
    ines.undo()
    (deal,) = noted(ines)
    assert (deal.stage, deal.number, len(deal.notes)) == ("offered", Decimal("42000.00"), 1)
    assert stages(ines) == [("Halden", "talking", MONDAY.date())]


def test_what_is_known_already_is_not_suggested_again(ines: Person) -> None:
    ines.feed(*asking(ines), ordering(ines))
    ines.approve_all()
    later = mail(8, GRETA, ines.address, at=MONDAY + timedelta(days=4))
    ines.feed(dealing(later, "asked", "buyer"))
    assert (suggested(ines).stage, suggested(ines).deal) == (None, "asked")
    ines.approve_all()
    assert stages(ines)[0][1] == "customer"
    assert [deal.stage for deal in noted(ines)] == ["asked", "won"]


def test_what_was_left_out_or_corrected_is_shared_so(ines: Person) -> None:
    ines.feed(*asking(ines))
    note = ines.suggestions("waiting", kind="interaction")
    ines.rule("edit", note, stage="", amount="40000.00 EUR", expected_on="2026-04-01", deal="no stage")
    ines.approve_all()
    (deal,) = noted(ines)
    assert (deal.stage, deal.number, deal.expected_on) == ("offered", Decimal("40000.00"), date(2026, 4, 1))
    assert stages(ines) == [("Halden", None, None)]


def test_nothing_is_noted_of_what_was_left_out_altogether(ines: Person) -> None:
    ines.feed(*asking(ines))
    ines.rule("edit", ines.suggestions("waiting", kind="interaction"), stage="", deal="", amount="")
    ines.approve_all()
    assert (noted(ines), stages(ines)[0][1]) == ([], None)
    assert ines.count("interaction") == 1


def test_what_is_refused_or_kept_private_is_not_shared(ines: Person, jonas: Person) -> None:
    ines.feed(*asking(ines))
    ines.rule("keep_private", ines.suggestions("waiting", kind="interaction"))
    ines.approve_all()
    assert noted(jonas) == []
    assert stages(jonas) == [("Halden", None, None)]


def test_two_who_share_one_mail_share_one_deal(ines: Person, jonas: Person) -> None:
    for person in (ines, jonas):
        asked = dealing(mail(1, GRETA, ines.address, jonas.address), "asked", "buyer", amount="5.00 EUR")
        person.feed(asked, mail(2, person.address, GRETA, answers=1))
        person.approve_all()
    (deal,) = noted(ines)
    assert set(deal.approvers) == {ines.user_id, jonas.user_id}
    jonas.undo()
    assert [deal.approvers for deal in noted(ines)] == [(ines.user_id,)]
    ines.undo()
    assert noted(ines) == []


def test_a_typed_word_stands_and_a_later_mail_is_a_suggestion(ines: Person, jonas: Person) -> None:
    ines.feed(*asking(ines))
    ines.rule("edit", ines.suggestions("waiting", kind="interaction"), stage="prospect", amount="40000.00 EUR")
    ines.approve_all()
    order = ordering(jonas, amount="39500.00 EUR")
    jonas.feed(mail(1, GRETA, jonas.address, copy="j"), mail(9, jonas.address, GRETA, answers=1), order)
    jonas.approve_all()
    (deal,) = noted(ines)
    assert (deal.stage, deal.number, stages(ines)[0][1]) == ("won", Decimal("40000.00"), "prospect")
    asked = jonas.suggestions("waiting", kind="change")
    assert sorted((row.fields["entity"], row.fields["old"], row.fields["new"]) for row in asked) == [
        ("company", "prospect", "customer"), ("deal", "40000.00 EUR", "39500.00 EUR"),
    ]  # fmt: skip
    jonas.rule("edit", [row for row in asked if row.fields["entity"] == "deal"], new="nonsense")
    jonas.approve_all()
    (deal,) = noted(ines)
    assert (deal.number, stages(ines)[0][1]) == (Decimal("39500.00"), "customer")


def test_where_we_buy_and_where_nobody_says_who_sells_nothing_is_suggested(ines: Person) -> None:
    signed = dealing(mail(1, GRETA, ines.address), "signed")
    bought = dealing(mail(4, BEN, ines.address), "offered", "seller", amount="9.00 EUR")
    ines.feed(signed, mail(2, ines.address, GRETA, answers=1), bought, mail(5, ines.address, BEN, answers=4))
    assert [row.fields["dealing"] for row in ines.suggestions("waiting", kind="interaction")] == [None, None]
    ines.feed(dealing(mail(6, ines.address, GRETA, answers=1), "offered", "seller"))
    assert (suggested(ines).stage, suggested(ines).deal) == ("customer", "won")


def test_a_refusal_or_a_day_alone_begins_no_deal(ines: Person) -> None:
    ines.feed(dealing(mail(1, GRETA, ines.address), "declined", "buyer"), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    assert noted(ines) == []


def test_a_sale_in_doubt_is_looked_at(ines: Person) -> None:
    """Somebody's unproven word is never sure; our own, and an answer to what only they could know, may be."""
    ines.feed(*asking(ines))
    ines.approve_all()
    far = mail(20, GRETA, ines.address, at=MONDAY + timedelta(days=4))
    ines.feed(dealing(far, "cancelled", "buyer"))
    (note,) = ines.suggestions("waiting", kind="interaction")
    assert (note.pile, note.doubt, note.fields["dealing"]["stage"]) == ("look", "sender not verified", "former")
