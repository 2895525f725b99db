"""Every error that may reach a route, and the page that says in plain words what to do."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import DataError, DBAPIError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from api.deps import NotOurForm, NotSetUp, PractiseFirst, SignInFirst
from api.security import TOO_MUCH
from api.web.render import page
from i18n.texts import N_, _
from store.errors import Conflict, NotFound, database_is_full
from store.people import TooManyFailures

WRONG = N_("Something went wrong here, and nothing was changed. Try again; if it stays, ask whoever runs Boswell.")
TABLE: dict[type[Exception], tuple[int, str, str]] = {
    NotFound: (404, N_("Nothing here"), N_("There is no such page, or it is not for you to see.")),
    Conflict: (409, N_("That has changed"), N_("Somebody or something was faster. Go back to see it as it is now.")),
    TooManyFailures: (
        429, N_("Wait a little"), N_("Too many attempts. Wait a quarter of an hour, or ask for a sign-in link."),
    ),
    NotOurForm: (403, N_("That page was old"), N_("I did nothing. Go back, load the page again and repeat it.")),
    NotSetUp: (
        503, N_("Boswell is not set up yet"), N_("Open the set-up address that Boswell printed when it started."),
    ),
    RequestValidationError: (
        400, N_("I could not read that"), N_("Something in the form was missing. Go back and look."),
    ),
    ValidationError: (400, N_("I could not read that"), N_("Something in the form was odd. Go back and look.")),
    DBAPIError: (503, N_("The database does not answer"), N_("Nothing was changed. Try again in a moment.")),
    Exception: (500, N_("That did not work"), WRONG),
}  # fmt: skip

FULL = (
    503,
    N_("The disk is full"),
    N_("Nothing was changed. Ask whoever runs Boswell to free some space, then try again."),
)


def register(app: FastAPI) -> None:
    """Answer each kind of error with its page."""
    for kind, (status, title, sentence) in TABLE.items():
        app.add_exception_handler(kind, _answer(status, title, sentence))
    app.add_exception_handler(DBAPIError, _database)
    app.add_exception_handler(SignInFirst, _sign_in)
    app.add_exception_handler(PractiseFirst, lambda _request, _error: RedirectResponse("/practice", 303))
    app.add_exception_handler(HTTPException, _http)


def _answer(status: int, title: str, sentence: str) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, _error: Exception) -> Response:
        return page(request, "message.html", {"title": _(title), "sentence": _(sentence)}, status=status)

    return answer


def _database(request: Request, error: Exception) -> Response:
    if isinstance(error, DataError):  # a value that no column takes, such as text with a NUL
        return _answer(*TABLE[ValidationError])(request, error)
    return _answer(*(FULL if database_is_full(error) else TABLE[DBAPIError]))(request, error)


def _sign_in(request: Request, _error: Exception) -> Response:
    if request.method != "GET":
        return _answer(401, N_("You are signed out"), N_("I did nothing. Sign in and repeat it."))(request, _error)
    return RedirectResponse("/sign-in", 303)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:  # noqa: PLR2004 - the status itself
        _, title, sentence = TABLE[NotFound]
        return _answer(404, title, sentence)(request, error)
    if status == 413:  # noqa: PLR2004 - the status itself
        return _answer(413, N_("That is too much"), TOO_MUCH)(request, error)
    return _answer(status, N_("That is not possible"), N_("I do not offer that under this address."))(request, error)
