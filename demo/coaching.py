"""What the demo's manager and rep have set out to do together: a goal at its second mile-marker, and their 1:1."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from demo.clock import moment
from demo.world import World
from store import goals, one_to_ones
from store.engine import Acting, Database
from store.goals import Looked
from store.judgement.goals.terms import Marker, Terms
from store.models.people import User
from store.one_to_ones import Matter
from store.people import users
from store.queries.directory import Firm, companies

MORNING = 900  # 09:00
BEGAN, ENDS = timedelta(weeks=7), timedelta(weeks=6)
HALFWAY, SOON = timedelta(weeks=3), timedelta(days=4)
CHOSEN = 6


def coach(app: Database, world: World) -> UUID | None:
    """Let the manager propose a goal with the companies that the reps know best, and the first rep agree."""
    with app.transaction() as session:
        manager, rep = _first(session, "manager"), _first(session, "rep")
    if manager is None or rep is None:
        return None
    with app.transaction(Acting(manager.id)) as session:
        firms = sorted(companies(session), key=lambda firm: (-firm.people, firm.name))[:CHOSEN]
        if not firms:
            return None
        began = moment(world.last_day - BEGAN, MORNING)
        goal_id = goals.propose(session, manager.id, [rep.id], _terms(world, firms), began)
        two_know = Looked(world.last_day - HALFWAY, "Two of them ask us before they decide.")
        one_to_ones.add(session, manager.id, rep.id, Matter("What would a good end of the year look like?"), began)
    with app.transaction(Acting(rep.id)) as session:
        goals.settle(session, rep.id, goal_id, "agree", began)
        goals.look_back(session, rep.id, goal_id, two_know, moment(two_know.day, MORNING))
        plan = Matter(f"Who decides at {firms[0].name}, beside those we know?", firms[0].id)
        one_to_ones.add(session, rep.id, manager.id, plan, moment(world.last_day, MORNING))
    return goal_id


def _terms(world: World, firms: list[Firm]) -> Terms:
    begin, many = world.last_day - BEGAN, len(firms)
    markers = (
        Marker(world.last_day - HALFWAY, max(1, many // 2), "They answer, and tell us what they plan"),
        Marker(world.last_day + SOON, max(1, many - 1), "They ask us before they decide"),
    )
    words = "In touch both ways with our most important customers"
    ids = tuple(firm.id for firm in firms)
    return Terms("two_way", many, begin, world.last_day + ENDS, words, ids, markers)


def _first(session: Session, role: str) -> User | None:
    return next((user for user in users(session) if user.roles == [role]), None)
