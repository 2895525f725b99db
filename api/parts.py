"""What the pages stand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from api.settings import WebSettings
from ingest.connect import Opener
from ingest.connect_google import Accounts, Hearing, SignIn
from ingest.reading import Limits
from store.crypto import Sealer
from store.engine import Database


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pages stand on.

    Attributes:
        app: the database under the application's role.
        opener: opens sessions at mail servers, for mailboxes that are signed in to from the pages.
        address: where a browser on this machine finds the pages.
        setup_token: opens the set-up page while there is no company; None when there is one.
        limits: what a child process may use that lays out a mail.
        google: signing in at Google; None: the operator did not register Boswell there.
        accounts: what is asked of connected accounts at Google; None: nothing is.
        pushes: who hears pushes of new mail at Google; None: nobody.
        mails: whether owners are told by mail when it is their turn.
    """

    app: Database
    settings: WebSettings
    sealer: Sealer = field(repr=False)
    address: str
    setup_token: str | None = field(default=None, repr=False)
    mails: bool = False
    opener: Opener = field(kw_only=True)
    limits: Limits = field(default_factory=Limits, kw_only=True)
    google: SignIn | None = field(default=None, kw_only=True)
    accounts: Accounts | None = field(default=None, kw_only=True)
    pushes: Hearing | None = field(default=None, kw_only=True)
