from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.judgement.changes import Noted, NotedPerson, draft_changes, reading_key
from store.judgement.drafts import ChangeFields, Detail, SuggestionDraft
from tests.builders import ONE, TWO, detail, history

GRETA = "greta@halden.example"
BEFORE = date(2026, 3, 1)


def drafts(*said: Detail, typed: bool = False, **fields: str) -> list[SuggestionDraft]:
    noted = {field: Noted(value, typed, BEFORE) for field, value in fields.items()}
    person = NotedPerson(ONE, "Greta Becker", noted, ((TWO, "Halden"),))
    return list(draft_changes(history(details=said), person))


def test_a_new_title_is_a_suggestion() -> None:
    (draft,) = drafts(detail("title", "Head of Procurement", verified=True), title="Buyer")
    assert draft.fields == ChangeFields("contact", ONE, "Greta Becker", "title", "Buyer", "Head of Procurement", GRETA)
    assert (draft.verdict.pile, draft.verdict.why) == ("sure", "The newest mails say so, 2 times.")
    assert [(quote.field, quote.quote) for quote in draft.quotes] == [("new", "Head of Procurement")]
    assert draft.key == reading_key("contact", ONE, "title", "Head of Procurement")
    assert draft.key.startswith(reading_key("contact", ONE))


def test_a_sender_who_is_not_proven_is_looked_at() -> None:
    (draft,) = drafts(detail("title", "Head of Procurement"), title="Buyer")
    assert (draft.verdict.pile, draft.verdict.doubt) == ("look", "sender not verified")


def test_what_a_person_typed_is_looked_at() -> None:
    (draft,) = drafts(detail("title", "Head of Procurement", verified=True), title="Buyer", typed=True)
    assert (draft.verdict.pile, draft.verdict.doubt) == ("look", "differs from what you told me")


@pytest.mark.parametrize(
    ("field", "noted", "read"),
    [
        ("title", "Head of Procurement", "HEAD OF PROCUREMENT, EMEA"),
        ("phone", "+49 30 1234", "+49301234"),
        ("phone", "0049 30 1234", "+49301234"),
        ("location", "Mill Lane 3, Halden", "Mill Lane 3  Halden"),
        ("name", "Greta Becker", "Becker, Greta"),
        ("name", "Greta Becker", "G. Becker"),
        ("name", "Greta Becker", "Greta"),
        ("name", "Greta", "Greta"),
    ],
)
def test_another_writing_is_no_change(field: str, noted: str, read: str) -> None:
    assert drafts(detail(field, read), **{field: noted}) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "noted", "read"),
    [("phone", "+4930123", "+4930999"), ("mobile", "+49151", "+49170"), ("location", "Mill Lane 3", "Quay 7"),
     ("name", "Greta Becker", "Greta Vogel")],
)  # fmt: skip
def test_every_field_may_change(field: str, noted: str, read: str) -> None:
    (draft,) = drafts(detail(field, read), **{field: noted})  # type: ignore[arg-type]
    assert isinstance(draft.fields, ChangeFields)
    assert (draft.fields.field, draft.fields.new) == (field, read)


def test_one_mail_alone_and_an_older_one_change_nothing() -> None:
    assert drafts(detail("title", "Head of Procurement", times=1), title="Buyer") == []
    assert drafts(detail("title", "Head of Procurement", last_on=BEFORE), title="Buyer") == []


def test_a_field_that_nobody_filled_is_no_question() -> None:
    assert drafts(detail("title", "Head of Procurement")) == []


def test_a_goodbye_ends_a_post() -> None:
    (draft,) = drafts(detail("left", "2026-03-09", times=1))
    assert draft.fields == ChangeFields("employment", TWO, "Greta Becker", "until", "Halden", "2026-03-09", GRETA)
    assert draft.verdict.doubt == "date unclear"


@pytest.mark.parametrize(
    ("on", "typed", "doubt"),
    [
        (BEFORE + timedelta(days=1), False, None),
        (BEFORE, False, "sender not verified"),
        (BEFORE + timedelta(days=1), True, "differs from what you told me"),
    ],
)
def test_a_name_that_was_approved_with_the_address_is_not_asked_about_again(
    on: date,
    typed: bool,  # noqa: FBT001
    doubt: str | None,
) -> None:
    """Whoever said that Greta Lindqvist is Greta Becker knows the new name; only what came before is older."""
    noted = NotedPerson(
        ONE,
        "Greta Becker",
        {"name": Noted("Greta Becker", typed, BEFORE)},
        (),
        (Noted("Greta Lindqvist", typed=False, on=on),),
    )
    (draft,) = draft_changes(history(details=(detail("name", "Greta Lindqvist"),)), noted)
    assert draft.verdict.doubt == doubt
