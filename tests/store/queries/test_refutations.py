"""Mails in somebody else's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.facts import Extraction
from store.queries.left_out import left_out
from store.queries.refutations import in_anothers_name
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
SENT = ("\\Sent",)


def refuted(reading: Extraction) -> Extraction:
    assert reading.message
    return replace(reading, message=replace(reading.message, refuted=True))


def reasons(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        return [each.reason for each in left_out(session, person.user_id, LATER + timedelta(days=1))]


def notes(person: Person) -> int:
    return len(person.suggestions(kind="interaction"))


def test_what_is_not_from_whom_it_says_is_no_note_until_it_is_answered(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(refuted(mail(3, GRETA, ines.address, at=MONDAY + timedelta(days=1))))
    assert (notes(ines), reasons(ines)) == (1, ["refuted"])
    ines.feed(mail(4, ines.address, GRETA, answers=3, at=MONDAY + timedelta(days=2)), labels=SENT)
    assert (notes(ines), reasons(ines)) == (3, [])


def test_where_everything_is_refuted_it_says_nothing(ines: Person) -> None:
    ines.feed(refuted(mail(1, GRETA, ines.address)), mail(2, ines.address, GRETA, answers=1))
    ines.feed(refuted(mail(3, GRETA, ines.address, at=MONDAY + timedelta(days=1))))
    assert (notes(ines), reasons(ines)) == (2, [])


def test_whoever_answers_ours_is_who_they_say(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    ines.feed(mail(2, ines.address, GRETA, answers=1), labels=SENT)
    ines.feed(refuted(mail(3, GRETA, ines.address, answers=2, at=MONDAY + timedelta(days=1))))
    assert (notes(ines), reasons(ines)) == (2, [])


def test_without_a_refuted_mail_nothing_is_looked_for(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        assert in_anothers_name(session, ines.owner, []) == frozenset()
