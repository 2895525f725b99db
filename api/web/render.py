"""Pages from templates: everything from outside is escaped, every script carries the answer's nonce."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from api.web import assets, reasons, words
from i18n.language import language
from i18n.phrases import counted
from i18n.texts import _, ngettext
from store.people import SignedIn

TEMPLATES = Path(__file__).parents[1] / "templates"
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)
ENVIRONMENT.policies["ext.i18n.trimmed"] = True
ENVIRONMENT.globals.update(
    asset=assets.url, words=words, reasons=reasons, op_id=lambda: str(uuid4()),
    _=_, gettext=_, ngettext=ngettext, counted=counted, language=language,
)  # fmt: skip


def page(
    request: Request,
    template: str,
    content: Mapping[str, Any],
    *,
    me: SignedIn | None = None,
    status: int = 200,
) -> HTMLResponse:
    """One page, for somebody or for nobody in particular; a script of ours gets its main part alone."""
    text = ENVIRONMENT.get_template(template).render(
        **content, me=me, nonce=request.state.nonce, rooms=words.rooms(me.roles) if me else (), path=request.url.path,
        reads=bool(me and me.roles & words.READERS),
        bare=me is not None and "x-boswell" in request.headers,
    )  # fmt: skip
    return HTMLResponse(text, status)


def fragment(template: str, content: Mapping[str, Any], me: SignedIn) -> HTMLResponse:
    """A part of a page, for a script to put in."""
    return HTMLResponse(markup_of(template, content, me))


def markup_of(template: str, content: Mapping[str, Any], me: SignedIn) -> str:
    """The markup of a part of a page."""
    return ENVIRONMENT.get_template(template).render(**content, me=me)
