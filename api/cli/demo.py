"""``demo``: an invented company on a database of its own, with one sign-in link for each role."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import typer

from api.app import create_app
from api.cli import stack
from api.cli.beside import beside
from api.cli.ports import listening
from api.cli.serving import LISTENER, WORKER, Port, alone, run_server
from api.parts import Parts
from api.settings import WebSettings
from demo.generator import generate
from demo.installing import Ground, install, links, made_for, mark_made
from ingest.connect import opener_of
from ingest.reading import ReadingPool
from ingest.settings import IngestSettings
from store import home
from store.embedded.forgetting import forget
from store.errors import NotReady
from store.settings import StoreSettings

SEED = 1
FOLDER = "demo"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(port: Port = None) -> None:
    """Show Boswell with an invented company, until stopped. Its dates end yesterday; a new day makes it anew."""
    settings = StoreSettings()
    if not settings.is_embedded:
        raise NotReady("The demo brings its own database: unset DATABASE_URL and run it again.")
    own_home = settings.home.with_name(f"{settings.home.name}-{FOLDER}")
    own = settings.model_copy(update={"boswell_home": own_home, "boswell_key_file": None})
    home.prepare(own.home)
    web = WebSettings()
    web.refuse_open_http()
    with listening(web.host, port or web.port) as taken, alone(own.home / "up.lock"):
        address = web.address(taken.getsockname()[1])
        _forget_yesterday(own)
        there = {"BOSWELL_HOME": str(own.home)}
        with (
            stack.opened(own) as opened,
            beside(*WORKER, environment=there),
            beside(*LISTENER, environment=there),
        ):
            _make(opened, own.home / "mail", address)
            _say(opened, address)
            run_server(
                create_app(Parts(opened.app, web, opened.unlocked.sealer, address, opener=opener_of(IngestSettings()))),
                web,
                taken,
                opened.addresses.stopped,
            )


def _forget_yesterday(own: StoreSettings) -> None:
    """Throw a demo away that was made for another day, or not to its end: nothing of it is anybody's."""
    if made_for(own.home / "mail") == datetime.now(UTC).date().isoformat():
        return
    shutil.rmtree(own.home / "mail", ignore_errors=True)
    forget(own.home)


def _make(opened: stack.Opened, folder: Path, address: str) -> None:
    now = datetime.now(UTC)
    if made_for(folder):
        return
    print("I am inventing a company and reading its mail (about half a minute, once a day).", file=sys.stderr)
    world = generate(SEED, now.date())
    with ReadingPool.of(IngestSettings()) as pool:
        ground = Ground(opened.app, opened.worker, pool, opened.company_key, opened.keyed_hash)
        install(ground, world, folder, address, now)
    mark_made(folder, world)


def _say(opened: stack.Opened, address: str) -> None:
    print(f"\nBoswell's demo is at {address}\nEach link signs in once; start again for new ones. Ctrl-C stops it.\n")
    with opened.app.transaction() as session:
        for role, name, token in links(session, datetime.now(UTC)):
            print(f"  {role:8} {name:16} {address}/sign-in/{token}")
    print(flush=True)
