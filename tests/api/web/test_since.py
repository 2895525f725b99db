"""What came since somebody looked: sentences that lead to what they are from."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from api.web.since import SENTENCES, Known, Since, told_since
from api.web.ties import ties
from store.people import SignedIn
from store.queries.notes import Narrowed
from store.queries.promises import shared_with
from store.review.promises import say_done
from tests.builders import MONDAY
from tests.firm import LATER, Firm, Person
from tests.readings import mail, meeting, promising

GRETA, ZONE = "greta@halden.example", "Europe/Berlin"
NEVER = None


def told(person: Person, looked: object = NEVER, *, after: timedelta = timedelta()) -> Since:
    me = SignedIn(b"x", "x", person.user_id, person.address, "Petra", frozenset({"manager"}), ZONE, "en", 0)
    now = LATER + after
    with person.app.transaction(person.acting) as session:
        contacts: list[UUID] = list(session.scalars(text("select id from contact")))
        (company,) = session.scalars(text("select id from company"))
        known = Known(contacts, ties(session, me, contacts, now), shared_with(session, [GRETA], [], now.date()))
        return told_since(session, me, Narrowed(company_id=company), known, (looked, now))  # type: ignore[arg-type]


def sentences(since: Since) -> list[str]:
    return [one.before + one.linked + one.after for one in since.told]


def test_sentences_of_each_kind_lead_to_what_they_are_from(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    due = (LATER + timedelta(days=3)).date()
    ines.feed(
        promising(mail(1, GRETA, ines.address), "I will send the form", due), mail(2, ines.address, GRETA, answers=1)
    )
    ines.feed(meeting("a", ines.address, GRETA))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update interaction set published_at = :at"), {"at": LATER})
    first = told(petra)
    assert (first.heading, first.number, len(first.told)) == ("The last 30 days", 2, SENTENCES)
    assert sentences(first) == [
        "Ines wrote with Greta: Matter 1, Mon 2 Mar.",
        "Greta promised Ines: I will send the form, by Tue 10 Mar.",
        "Greta is new here.",
    ]
    assert [one.href.split("/")[1] for one in first.told] == ["notes", "notes", "people"]
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, shared_with(session, [GRETA], [], MONDAY.date())[0].key, LATER)
    again = told(petra, LATER - timedelta(hours=1))
    assert again.heading == "Since you looked today"
    assert sentences(again)[1] == "Greta promised Ines, and it is done: I will send the form."


def test_a_silence_is_told_when_nothing_else_came(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update interaction set published_at = :at"), {"at": LATER})
    later = told(petra, LATER + timedelta(days=1), after=timedelta(days=60))
    assert (later.heading, later.number) == ("Since you looked on Sun 8 Mar", 0)
    assert sentences(later) == ["Nobody has spoken with Greta for 9 weeks."]
