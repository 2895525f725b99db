"""``key show`` and ``key restore``: the words that stand for the key that seals secrets."""

from __future__ import annotations

import sys

import typer

from store import home
from store import keys as key_file
from store.errors import NotReady
from store.settings import StoreSettings


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="The key that seals secrets, as 24 words.", no_args_is_help=True)
    group.command("show")(show)
    group.command("restore")(restore)
    app.add_typer(group, name="key")


def show() -> None:
    """Print the 24 words that bring the key back. Whoever has them can open every secret."""
    settings = StoreSettings()
    key = key_file.load(settings.key_file)
    if key is None:
        raise NotReady(f"There is no key in {settings.key_file} yet: boswell up makes one.")
    print(key.phrase)


def restore() -> None:
    """Write a lost key file anew from its 24 words, read from standard input."""
    settings = StoreSettings()
    if sys.stdin.isatty():
        print("Type the 24 words, then press Enter:", file=sys.stderr)
    secret = key_file.from_phrase(sys.stdin.readline())
    home.prepare(settings.key_file.parent)
    try:
        key_file.write(settings.key_file, secret)
    except FileExistsError as error:
        raise NotReady(f"There is a key in {settings.key_file}. Move it away first; I overwrite none.") from error
    print(f"The key is back in {settings.key_file}.")
