"""What routes ask for: who is there, the transaction that is theirs, the time, a form that is really ours."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, cast
from uuid import UUID

from fastapi import Depends, Form, Request
from sqlalchemy.orm import Session

from api.parts import Parts
from i18n.language import speak
from store import people
from store.engine import Acting
from store.errors import NotFound
from store.people import SignedIn
from store.practice import is_newcomer
from store.preferences import preferences

COOKIE = "__Host-sid"
READERS = frozenset({"rep", "manager", "reader"})


class SignInFirst(Exception):  # noqa: N818 - what the visitor has to do
    """Nobody is signed in."""


class PractiseFirst(Exception):  # noqa: N818 - what the visitor has to do
    """A rep who has yet to be shown how to review."""


class NotSetUp(Exception):  # noqa: N818 - reads as what is the matter
    """There is no company yet."""


class NotOurForm(Exception):  # noqa: N818 - reads as what is the matter
    """A form without this session's token: too old, or not ours."""


def parts_of(request: Request) -> Parts:
    """What the application stands on."""
    return cast("Parts", request.app.state.parts)


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


TheParts = Annotated[Parts, Depends(parts_of)]
Now = Annotated[datetime, Depends(now)]


def visitor(request: Request) -> SignedIn | None:
    """Who is signed in, if somebody is."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    database, moment = parts_of(request).app, now()
    with database.transaction() as session:
        found = people.session_of(session, token, moment)
    if found:
        speak(found.language)
    if found is None or "rep" not in found.roles:
        return found
    with database.transaction(Acting(found.user_id)) as session:
        return replace(found, hold_seconds=preferences(session, found.user_id).hold_seconds(moment))


Visitor = Annotated[SignedIn | None, Depends(visitor)]


def signed_in(request: Request, found: Visitor) -> SignedIn:
    """Who is signed in.

    Raises:
        NotSetUp: there is no company yet.
        SignInFirst: nobody is.
    """
    if found:
        return found
    with parts_of(request).app.transaction() as session:
        if people.installation(session) is None:
            raise NotSetUp
    raise SignInFirst


Me = Annotated[SignedIn, Depends(signed_in)]


def of_role(*roles: str) -> Callable[[SignedIn], SignedIn]:
    """A dependency: somebody with one of these roles. For others the page is not there at all."""

    def check(me: Me) -> SignedIn:
        if me.roles.isdisjoint(roles):
            raise NotFound("There is no such page for you.")
        return me

    return check


Rep = Annotated[SignedIn, Depends(of_role("rep"))]
Reader = Annotated[SignedIn, Depends(of_role(*READERS))]
Admin = Annotated[SignedIn, Depends(of_role("admin"))]


def acting(me: SignedIn) -> Acting:
    """In the database, those who only administer take the role that has no right to content."""
    return Acting(me.user_id, admin_alone=me.roles.isdisjoint(READERS))


def open_transaction(request: Request, me: Me) -> Iterator[Session]:
    """One transaction a request, for the one who is signed in; committed before the answer is sent."""
    with parts_of(request).app.transaction(acting(me)) as session:
        yield session


OpenTransaction = Annotated[Session, Depends(open_transaction, scope="function")]


def practise_first(me: Me, session: OpenTransaction) -> None:
    """Lead a rep who never decided anything to the practice, once."""
    if "rep" in me.roles and is_newcomer(session, me.user_id):
        raise PractiseFirst


def open_for_nobody(request: Request) -> Iterator[Session]:
    """A transaction before somebody is signed in: no private row is in it."""
    with parts_of(request).app.transaction() as session:
        yield session


NobodysTransaction = Annotated[Session, Depends(open_for_nobody, scope="function")]


def own_form(me: Me, csrf: Annotated[str, Form()] = "") -> None:
    """Refuse a form that does not carry this session's token."""
    if not hmac.compare_digest(csrf.encode(), me.csrf.encode()):
        raise NotOurForm


OwnForm = Depends(own_form)


def as_id(text: str) -> UUID:
    """An id in an address or a form.

    Raises:
        NotFound: it is none.
    """
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("There is no such row.") from error
