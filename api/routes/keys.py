"""The list of keys: a page, a drawer of every page, and what a script is sent."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.deps import Me, OpenTransaction
from api.web import keys as table
from api.web.preferred import preferred
from api.web.render import page
from api.web.script import OF_REPS, for_page
from i18n.texts import N_, _

router = APIRouter()
WHERE = {
    "review": N_("In the review"), "promises": N_("Among promises"), "lists": N_("In lists"),
    "anywhere": N_("Anywhere"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A key in the list."""

    action: str
    shown: tuple[str, ...]
    does: str


@router.get("/keys")
def keys(request: Request, me: Me, session: OpenTransaction) -> Response:
    """Every key that does something for whoever is there."""
    mine = preferred(session, me)
    own = [key for key in mine.keys if "rep" in me.roles or key.action not in OF_REPS]
    groups = {
        _(title): [
            Line(key.action, tuple(map(table.shown, key.strokes)), _(key.does)) for key in own if key.where == where
        ]
        for where, title in WHERE.items()
    }
    return page(request, "keys.html", {"groups": groups, "on": mine.keys_on}, me=me)


@router.get("/keys.json")
def for_scripts(me: Me, session: OpenTransaction) -> JSONResponse:
    """The same for the scripts of pages that do not bring it along."""
    return JSONResponse(for_page(me, preferred(session, me)))
