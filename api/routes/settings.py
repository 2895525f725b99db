"""My settings: what a rep wants of Boswell, and their own further addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from zoneinfo import available_timezones

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep
from api.web import settings, words
from api.web.keys import shown
from api.web.render import page
from api.web.settings import Entered
from i18n.language import LANGUAGES
from i18n.texts import N_, _
from store import aliases, spelling
from store.judgement.workdays import Absence
from store.people import SignedIn
from store.preferences import be_away, be_back, change, preferences

router = APIRouter()
KEPT = "/my/settings?kept=true"
NO_ADDRESS = N_("That is no mail address. Write it like greta@company.example.")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
Verb = Literal["add", "remove"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A rep on the page."""

    request: Request
    me: SignedIn
    session: Session
    now: datetime

    def page(self, wrong: Sequence[str] = (), entered: Entered | None = None, *, kept: bool = False) -> Response:
        """The page: as it is kept, or as it was entered and what has to be put right."""
        wanted = preferences(self.session, self.me.user_id)
        content = {
            "entered": entered or settings.shown(wanted), "faults": wrong, "kept": kept,
            "absences": wanted.workdays.absences, "today": words.local_day(self.now, self.me.timezone),
            "address": self.me.address, "aliases": aliases.aliases(self.session, self.me.user_id),
            "zones": sorted(available_timezones()), "languages": LANGUAGES, "weekdays": settings.weekdays(),
            "hours": settings.HOURS, "holds": {hold: _(text) for hold, text in settings.SAYS.items()},
            "actions": [(each.action, shown(each.strokes[0]), _(each.does)) for each in settings.MOVABLE.values()],
        }  # fmt: skip
        return page(self.request, "settings.html", content, me=self.me, status=400 if wrong else 200)


def visit(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Visit:
    """A rep on the page."""
    return Visit(request, me, session, now)


TheVisit = Annotated[Visit, Depends(visit)]


async def entered_in(request: Request) -> Entered:
    """The form; of the days, all that are ticked."""
    form = await request.form()
    values = {name: str(value) for name, value in form.multi_items() if name != "days"}
    return Entered.model_validate(values | {"days": form.getlist("days")})


@router.get("/my/settings")
def own_settings(visit: TheVisit, kept: bool = False) -> Response:  # noqa: FBT001, FBT002 - a query parameter
    """Everything that a rep may choose, as it is now."""
    return visit.page(kept=kept)


@router.post("/my/settings", dependencies=[OwnForm])
def keep(visit: TheVisit, entered: Annotated[Entered, Depends(entered_in)]) -> Response:
    """Keep what the form says, or say what has to be put right."""
    wrong = entered.faults()
    if wrong:
        return visit.page(wrong, entered)
    before = preferences(visit.session, visit.me.user_id)
    change(visit.session, visit.me.user_id, entered.wanted(before), visit.now)
    return RedirectResponse(KEPT, 303)


@router.post("/my/settings/absences", dependencies=[OwnForm])
def absences(
    visit: TheVisit,
    verb: Annotated[Verb, Form()],
    first: Annotated[str, Form(max_length=20)],
    last: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Note an absence, or take one back."""
    absence = settings.absence(first, last, words.local_day(visit.now, visit.me.timezone))
    if not isinstance(absence, Absence):
        return visit.page([absence])
    put = be_away if verb == "add" else be_back
    put(visit.session, visit.me.user_id, absence, visit.now)
    return RedirectResponse(KEPT, 303)


@router.post("/my/settings/addresses", dependencies=[OwnForm])
def addresses(
    visit: TheVisit, verb: Annotated[Verb, Form()], address: Annotated[str, Form(max_length=320)]
) -> Response:
    """Add an address to one's own, or take it away."""
    said = spelling.address(address)
    if verb == "remove":
        aliases.drop(visit.session, visit.me.user_id, said)
    elif not _ADDRESS.fullmatch(said):
        return visit.page([_(NO_ADDRESS)])
    else:
        try:
            aliases.add(visit.session, visit.me.user_id, said, visit.now)
        except aliases.Taken as error:
            return visit.page([_(str(error))])
    return RedirectResponse(KEPT, 303)
