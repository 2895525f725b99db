"""What holds for every request: the headers of every answer, known hosts, no forms from elsewhere."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import WebSettings
from i18n.language import asked_for, speaking
from i18n.texts import N_, _

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STATIC = "/static/"
# Mail programs' servers post here for their users (RFC 8058); the address proves whom it serves, and no cookie counts.
ONE_CLICK = "/my/digest/"
HOOKS = "/hooks/"  # servers post here, too: their own signature counts, and no cookie
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
BODY_BYTES = 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "frame-src 'self'; require-trusted-types-for 'script'; trusted-types boswell"
)
FEATURES = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES.split()),
}
NOT_OURS = N_("This address is not one of Boswell's. Open the pages under the address that Boswell printed.")
ELSEWHERE = N_("This came from another site, so I did nothing. Open the page here and try again.")
TOO_MUCH = N_("That is more than a form of mine holds.")


class Guard:
    """ASGI middleware around all routes."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it before any route sees it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), nonce, is_static=scope["path"].startswith(STATIC))
            await send(message)

        with speaking(asked_for(Headers(scope=scope).get("accept-language", ""))):  # until it is known who is there
            refusal = self._refusal(scope)
            if scope["method"] == "HEAD":  # as GET; the server leaves the body out (RFC 9110, section 9.3.2)
                scope = {**scope, "method": "GET"}
            await (refusal or self._app)(scope, _limited(receive), send_guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self._settings.is_local and urlsplit(f"//{host}").hostname not in LOCAL_HOSTS:
            return PlainTextResponse(_(NOT_OURS), 421)
        if scope["method"] in SAFE:
            return None
        if int(headers.get("content-length", "0") or 0) > BODY_BYTES:
            return PlainTextResponse(_(TOO_MUCH), 413)
        if str(scope["path"]).startswith((ONE_CLICK, HOOKS)):
            return None
        return None if is_from_here(headers, self.scheme(scope)) else PlainTextResponse(_(ELSEWHERE), 403)

    def scheme(self, scope: Scope) -> str:
        """The scheme that the browser used."""
        return "https" if self._settings.behind_https or self._settings.has_https else str(scope["scheme"])


def _limited(receive: Receive) -> Receive:
    """A body that ends with 413 when it grows too long: not every request says its length before."""
    taken = 0

    async def receive_limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY_BYTES:
            raise HTTPException(413)
        return message

    return receive_limited


def is_from_here(headers: Headers, scheme: str) -> bool:
    """Whether a page of this very origin sent a changing request, as its browser says (Fetch Metadata, RFC 6454)."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    here = origin == f"{scheme}://{headers.get('host', '')}"
    if site is None:
        return here
    # Under Referrer-Policy no-referrer a browser names its own origin "null" in forms (Fetch standard, section 3.2).
    return site == "same-origin" and (here or origin == "null")


def is_asked_by_our_page(headers: Headers, scheme: str) -> bool:
    """Whether a page of this very origin asked for something, not another site with the reader's cookie."""
    site = headers.get("sec-fetch-site")
    return site == "same-origin" if site else headers.get("origin") == f"{scheme}://{headers.get('host', '')}"


def _add(headers: MutableHeaders, nonce: str, *, is_static: bool) -> None:
    for name, value in FIXED.items():
        headers[name] = value
    headers.setdefault("Content-Security-Policy", POLICY.format(nonce=nonce))  # a frame of ours has a stricter one
    if not (is_static and "cache-control" in headers):
        headers["Cache-Control"] = "no-store"
