"""A mail's layout as the answer that stands in a frame: a document of its own, under a policy that allows it nothing.

The sandbox takes scripts, forms and this site's origin from it; only a link that its reader follows opens, elsewhere
and without a trace of where it stood. The one style is ours and named by its nonce.
"""

from __future__ import annotations

import secrets
from typing import Final

from starlette.responses import HTMLResponse

from api.web.render import ENVIRONMENT
from i18n.texts import N_
from ingest.layouts import LaidOut

SANDBOX: Final = "allow-popups allow-popups-to-escape-sandbox"
POLICY: Final = (
    f"sandbox {SANDBOX}; default-src 'none'; style-src 'nonce-{{nonce}}'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
# Why there is no layout to show, as those say who know.
SENTENCES: Final = (
    N_("This mail was sent as text alone."),
    N_("The layout of this mail is nested deeper than I open. Its text is all I show."),
    N_("I could not open the layout of this mail safely. Its text is all I show."),
)


def answer(found: LaidOut | str) -> HTMLResponse:
    """The frame's document: a mail's layout, or the sentence that says why there is none."""
    nonce = secrets.token_urlsafe(16)
    text = ENVIRONMENT.get_template("layout.html").render(
        layout=None if isinstance(found, str) else found, sentence=found, nonce=nonce
    )
    return HTMLResponse(text, headers={"Content-Security-Policy": POLICY.format(nonce=nonce)})
