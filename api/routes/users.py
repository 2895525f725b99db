"""Who uses this installation, and in which team: for admins, who see nobody's notes and no numbers of anybody."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Admin, OpenTransaction, OwnForm, TheParts, as_id
from api.web.render import page
from api.web.visits import ROLES
from i18n.texts import _
from store import people, teams
from store.engine import Acting

router = APIRouter()
HERE = "/users"


@router.get("/users")
def everybody(request: Request, me: Admin, session: OpenTransaction, put: str = "") -> Response:
    """Everybody with their roles and team, and a form for the team of each; ``put`` is whom the last one was for."""
    users = people.users(session)
    content = {
        "users": users, "roles": {each.id: [_(ROLES[role]) for role in each.roles] for each in users},
        "put": next((each for each in users if str(each.id) == put), None), "longest": teams.LONGEST,
        "teams": sorted({each.team for each in users if each.team}),
    }  # fmt: skip
    return page(request, "users.html", content, me=me)


@router.post("/users/{colleague_id}/team", dependencies=[OwnForm])
def put_into_team(me: Admin, parts: TheParts, colleague_id: str, team: Annotated[str, Form()] = "") -> Response:
    """Put somebody into a team, or with an empty name into none. Their companies' weeks are marked to be counted anew.

    That takes the application's own right to read who took part in which note, which admins' role lacks.
    """
    colleague = as_id(colleague_id)
    with parts.app.transaction(Acting(me.user_id)) as session:
        teams.put_into(session, colleague, team[: teams.LONGEST])
    return RedirectResponse(f"{HERE}?put={colleague}#{colleague}", 303)
