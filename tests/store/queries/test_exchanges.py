from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from extract.facts import Evidence, Extraction, Span
from store.judgement.drafts import Gist
from store.models.private.message import Message
from store.queries.exchanges import appointments_of, days_not_yet_noted, mails_of
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import invitation, mail, meeting

GRETA = "greta@halden.example"


def test_mails_with_their_people_and_quotes(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.worker.transaction(ines.acting) as session:
        thread = session.scalars(select(Message.thread_id)).one()
        place = (thread, MONDAY.date())
        ((found,),) = mails_of(session, ines.owner, {place}).values()
        assert days_not_yet_noted(session, ines.owner, [GRETA]) == {place}
        assert mails_of(session, ines.owner, set()) == {}
    assert [(person.address, person.ours, person.company) for person in found.people] == [
        (GRETA, False, "Halden"),
        (ines.address, True, None),
    ]
    assert {quote.field for quote in found.quotes} == {"title", "people"}


def test_what_came_of_a_mail_is_told_in_one_line(ines: Person) -> None:
    plain = mail(1, GRETA, ines.address)
    (fact,) = plain.interactions
    promise = Evidence("promise", "text", Span(0, 11), "Secret\n body")
    ines.feed(replace(plain, interactions=(replace(fact, evidence=(*fact.evidence, promise)),)))
    with ines.worker.transaction(ines.acting) as session:
        place = (session.scalars(select(Message.thread_id)).one(), MONDAY.date())
        ((found,),) = mails_of(session, ines.owner, {place}).values()
    assert found.gist == Gist("promise", "Secret body", "in")


def test_what_is_noted_is_not_looked_for_again(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    with ines.worker.transaction(ines.acting) as session:
        assert days_not_yet_noted(session, ines.owner, [GRETA]) == set()


def test_meetings_as_judgement_takes_them(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    with ines.worker.transaction(ines.acting) as session:
        (found,) = appointments_of(session, ines.owner, [("a", "")])
        assert appointments_of(session, ines.owner, []) == []
    assert (found.title, found.status, len(found.people)) == ("Pilot review", "confirmed", 2)


@pytest.mark.parametrize(
    ("fact", "agreed"),
    [
        (invitation("a", GRETA, "ines@alder.example", response="needs-action"), False),
        (invitation("a", GRETA, "ines@alder.example", response="accepted"), True),
        (invitation("a", GRETA, "kim@kestrel.example", response="needs-action"), True),
        (meeting("a", "ines@alder.example", GRETA), True),
    ],
)
def test_somebody_elses_invitation_is_agreed_when_one_of_ours_accepted(
    ines: Person,
    fact: Extraction,
    agreed: bool,  # noqa: FBT001 - a parameter
) -> None:
    ines.feed(fact)
    with ines.worker.transaction(ines.acting) as session:
        assert [each.agreed for each in appointments_of(session, ines.owner, [("a", "")])] == [agreed]
