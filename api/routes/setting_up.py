"""The first start outside the demo: the company, and its first admin."""

from __future__ import annotations

import hmac
import re
from typing import Annotated
from zoneinfo import available_timezones

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, Field
from sqlalchemy.exc import IntegrityError
from starlette.responses import RedirectResponse, Response

from api.deps import Now, TheParts
from api.routes.signing_in import device_of, keep
from api.web.render import page
from i18n.language import LANGUAGES, language
from i18n.texts import _
from store import people
from store.errors import NotFound
from store.people import LEAST_PASSWORD, NewCompany, NewUser

router = APIRouter()
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9-]+")


class Entered(BaseModel):
    """What the form holds, as typed."""

    company: str = Field(default="", max_length=200)
    domains: str = Field(default="", max_length=2000)
    addresses: str = Field(default="", max_length=4000)
    name: str = Field(default="", max_length=200)
    address: str = Field(default="", max_length=320)
    password: str = Field(default="", max_length=1000, repr=False)
    public_url: str = Field(default="", max_length=500)
    timezone: str = Field(default="", max_length=100)
    language: str = Field(default="en", max_length=10)
    sells: str = Field(default="", max_length=10)

    @property
    def own_domains(self) -> tuple[str, ...]:
        """The company's mail domains, in lower case."""
        return tuple(word.lstrip("@") for word in self.domains.lower().replace(",", " ").split())

    @property
    def own_addresses(self) -> tuple[str, ...]:
        """Addresses of the company's people at other domains."""
        return tuple(self.addresses.lower().replace(",", " ").split())


def faults(entered: Entered) -> list[str]:
    """What has to be put right, as sentences."""
    checks = {
        _("Give the company's name."): bool(entered.company.strip()),
        _("Give your own mail domain, such as company.example."): bool(entered.own_domains)
        and all(map(_DOMAIN.fullmatch, entered.own_domains)),
        _("One of the further addresses is none."): all(map(_ADDRESS.fullmatch, entered.own_addresses)),
        _("Give your name."): bool(entered.name.strip()),
        _("Give your mail address."): bool(_ADDRESS.fullmatch(entered.address.strip())),
        _("Choose a password of {n} signs or more.").format(n=LEAST_PASSWORD): len(entered.password) >= LEAST_PASSWORD,
        _("The public address begins with https://, or with http://localhost."): entered.public_url.startswith(
            ("https://", "http://localhost", "http://127.0.0.1")
        ),
        _("Choose a time zone from the list."): entered.timezone in available_timezones(),
        _("Choose a language from the list."): entered.language in LANGUAGES,
    }
    return [sentence for sentence, good in checks.items() if not good]


@router.get("/set-up/{token}")
def form(request: Request, parts: TheParts, token: str) -> Response:
    """The form, for whoever holds the address that was printed."""
    _refuse_others(parts.setup_token, token)
    with parts.app.transaction() as session:
        if people.installation(session):
            raise NotFound("Boswell is set up already.")
    return _page(request, Entered(public_url=parts.address, timezone="Europe/Berlin", language=language()), [])


@router.post("/set-up/{token}")
def set_up(request: Request, parts: TheParts, now: Now, token: str, entered: Annotated[Entered, Form()]) -> Response:
    """Write company and admin, and sign the admin in."""
    _refuse_others(parts.setup_token, token)
    wrong = faults(entered)
    if wrong:
        return _page(request, entered, wrong, status=400)
    roles = ("admin", "rep") if entered.sells else ("admin",)
    user = NewUser(
        entered.address.strip(), entered.name.strip(), roles, entered.timezone, entered.language, entered.password
    )
    company = NewCompany(
        entered.company.strip(), entered.own_domains, entered.own_addresses, entered.public_url.rstrip("/"),
        entered.timezone, entered.language,
    )  # fmt: skip
    try:
        with parts.app.transaction() as session:
            people.set_up(session, company)
            people.add_user(session, user)
            signed_in = people.sign_in(session, user.address, entered.password, now, device_of(request))
    except IntegrityError as error:
        raise NotFound("Boswell is set up already.") from error
    answer = RedirectResponse("/", 303)
    keep(answer, signed_in or "")
    return answer


def _page(request: Request, entered: Entered, wrong: list[str], status: int = 200) -> Response:
    content = {
        "entered": entered, "faults": wrong, "zones": sorted(available_timezones()), "languages": LANGUAGES,
        "least": LEAST_PASSWORD,
    }  # fmt: skip
    return page(request, "set_up.html", content, status=status)


def _refuse_others(expected: str | None, given: str) -> None:
    if expected is None or not hmac.compare_digest(expected.encode(), given.encode()):
        raise NotFound("There is no such page.")
