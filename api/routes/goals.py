"""Goals: proposing one, agreeing to it, looking back at its markers, and the rows behind each number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, as_id, of_role
from api.web import goal_pages, proposing, words
from api.web.goal_pages import Which
from api.web.goals import card, explained, grouped, state_of, title_of
from api.web.proposing import Entered
from api.web.render import page
from store import one_to_ones, viewings
from store.errors import NotFound
from store.goals import Looked, Verb, look_back, propose, settle
from store.judgement.goals import progress
from store.judgement.goals.catalogue import BY_NAME
from store.people import SignedIn
from store.queries import directory, goal_rows
from store.queries.goals import Seat, goals, reviews

router = APIRouter()
Setter = Annotated[SignedIn, Depends(of_role("rep", "manager"))]
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who sets goals, with their transaction and the time."""

    request: Request
    me: SignedIn
    session: Session
    today: date

    def goal(self, goal_id: str) -> Seat:
        """A goal on which they are named.

        Raises:
            NotFound: there is none.
        """
        found = goals(self.session, goal_id=as_id(goal_id))
        if not found:
            raise NotFound("There is no such goal.")
        return found[0]

    def form(self, entered: Entered, *faults: str) -> Response:
        """The form that proposes a goal."""
        content = {
            "partners": one_to_ones.partners(self.session, self.me.user_id), "entered": entered,
            "measures": proposing.measures(), "faults": faults,
        }  # fmt: skip
        return page(self.request, "propose.html", content, me=self.me, status=400 if faults else 200)


def sitting(request: Request, me: Setter, session: OpenTransaction, now: Now) -> Sitting:
    """Who is there, and the day where they are."""
    return Sitting(request, me, session, words.local_day(now, me.timezone))


TheSitting = Annotated[Sitting, Depends(sitting, scope="function")]


async def entered_in(request: Request) -> Entered:
    """The form, with everything that is ticked or repeated."""
    form = await request.form()
    return proposing.entered({name: [str(each) for each in form.getlist(name)] for name in form})


@router.get("/goals")
def own(sits: TheSitting) -> Response:
    """The goals on which the reader is named, and with whom they have a 1:1."""
    cards = [
        card(sits.session, each, sits.me, sits.today, reviews(sits.session, each.id)) for each in goals(sits.session)
    ]
    partners = one_to_ones.partners(sits.session, sits.me.user_id)
    return page(sits.request, "goals.html", {"groups": grouped(cards), "partners": partners}, me=sits.me)


@router.get("/goals/new")
def new(sits: TheSitting, company: str = "") -> Response:
    """The form that proposes one, perhaps about a company."""
    found = directory.companies(sits.session, company_id=as_id(company)) if company else []
    return sits.form(proposing.empty(sits.today, found[0].name if found else "", str(found[0].id) if found else ""))


@router.post("/goals/new", dependencies=[OwnForm])
def send(sits: TheSitting, now: Now, entered: Annotated[Entered, Depends(entered_in)]) -> Response:
    """Propose it, or say what has to be put right."""
    may_ask = [each.id for each in one_to_ones.partners(sits.session, sits.me.user_id)]
    found = proposing.read(sits.session, entered, may_ask)
    if found.faults or found.terms is None:
        return sits.form(entered, *found.faults)
    goal_id = propose(sits.session, sits.me.user_id, found.people, found.terms, now)
    return RedirectResponse(f"/goals/{goal_id}", 303)


@router.get("/goals/{goal_id}")
def one(sits: TheSitting, goal_id: str) -> Response:
    """One goal: where it stands, where it may end, and what was said at its markers."""
    seat = sits.goal(goal_id)
    looked = reviews(sits.session, seat.id)
    content = {
        "goal": card(sits.session, seat, sits.me, sits.today, looked),
        "whole": goal_pages.whole(sits.session, seat, sits.me, sits.today, looked), "people": seat.people,
        "proposer": seat.name_of(seat.proposed_by), "paused_by": seat.name_of(seat.paused_by), "today": sits.today,
    }  # fmt: skip
    return page(sits.request, "goal.html", content, me=sits.me)


@router.post("/goals/{goal_id}", dependencies=[OwnForm])
def decide(sits: TheSitting, now: Now, goal_id: str, verb: Annotated[Verb, Form()]) -> Response:
    """Agree to it, pause it, go on with it, or end it."""
    settle(sits.session, sits.me.user_id, as_id(goal_id), verb, now)
    return RedirectResponse(f"/goals/{as_id(goal_id)}", 303)


@router.post("/goals/{goal_id}/markers/{day}", dependencies=[OwnForm])
def look(
    sits: TheSitting, now: Now, goal_id: str, day: date, text: Annotated[str, Form(max_length=LONGEST)] = ""
) -> Response:
    """Say what good looks like at a marker, or take it back."""
    look_back(sits.session, sits.me.user_id, as_id(goal_id), Looked(day, text.strip()), now)
    return RedirectResponse(f"/goals/{as_id(goal_id)}#m{day}", 303)


@router.get("/goals/{goal_id}/rows")
def rows(sits: TheSitting, now: Now, goal_id: str, until: str = "", which: str = "hits") -> Response:
    """The rows that the number of a day counts; of a share those that hit, or all."""
    seat = sits.goal(goal_id)
    if state_of(seat, sits.me, sits.today) not in {"in force", "over"}:
        raise NotFound("Nothing counts for it now.")
    day, kind = _day(until, sits.today), BY_NAME[seat.terms.measure].kind
    every = goal_rows.counted(sits.session, seat.terms, sits.today)
    hits = progress.counting(kind, every, day)
    shown: Which = "all" if which == "all" else "hits"
    found = hits if shown == "hits" else [each for each in every if each.day <= day]
    notes = {note for each in found for note in each.notes}
    viewings.note(sits.session, sits.me.user_id, f"goals/{seat.id}", goal_rows.shown_by(sits.session, notes), now)
    content = {
        "title": title_of(seat.terms), "back": f"/goals/{seat.id}", "explained": explained(seat.terms),
        "heading": goal_pages.heading(seat.terms, found, shown),
        "rows": goal_pages.opened(seat.terms, found, sits.today),
        "day": words.day(day, sits.today), "is_share": kind == "share",
    }  # fmt: skip
    return page(sits.request, "goal_rows.html", content, me=sits.me)


def _day(text: str, today: date) -> date:
    """The day that is asked for, and today for what is none or is to come."""
    try:
        return min(date.fromisoformat(text), today)
    except ValueError:
        return today
