"""A goal of a manager and a rep with one company, proposed by one and agreed to by the other."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import text

from store.goals import propose, settle
from store.judgement.goals.terms import Marker, Terms
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
BEGIN = MONDAY.date() - timedelta(days=7)


def company_of(rep: Person) -> UUID:
    """Halden, approved by a rep."""
    if not rep.count("company"):
        rep.feed(mail(1, GRETA, rep.address), mail(2, rep.address, GRETA, answers=1))
        rep.approve_all()
    with rep.app.transaction(rep.acting) as session:
        return UUID(str(session.scalar(text("select id from company where name = 'Halden'"))))


def terms_with(*companies: UUID, measure: str = "two_way", begin: date = BEGIN, target: int = 1) -> Terms:
    markers = (Marker(begin + timedelta(days=28), target, "A first answer"),)
    return Terms(measure, target, begin, begin + timedelta(weeks=13), "Talk with Halden", companies, markers)


def proposed(by: Person, to: Person, terms: Terms) -> UUID:
    with by.app.transaction(by.acting) as session:
        return propose(session, by.user_id, [to.user_id], terms, LATER)


def agreed(by: Person, to: Person, terms: Terms) -> UUID:
    goal_id = proposed(by, to, terms)
    with to.app.transaction(to.acting) as session:
        settle(session, to.user_id, goal_id, "agree", LATER)
    return goal_id
