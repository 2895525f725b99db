"""What a command asks whoever sits before it: a secret, and whether the owner agrees."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from store.connections import CONSENT_TEXT
from store.errors import NotReady

NOT_AGREED = "Nothing was connected. Only its owner can say yes to having a mailbox read."


def secret_from(file: Path | None, what: str) -> str:
    """A secret from a file of one line, from standard input, or asked for.

    Raises:
        NotReady: the file cannot be read.
    """
    if file is None:
        return str(typer.prompt(what, hide_input=True, err=True))
    if str(file) == "-":
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return file.read_text().rstrip("\r\n")
    except (OSError, UnicodeError) as error:
        raise NotReady(
            f"I cannot read the {what.lower()} from {file}. Give a file with one line, or - to type it."
        ) from error


def agreed(name: str) -> bool:
    """Whether the owner says yes to what Boswell does."""
    return bool(typer.confirm(f"{CONSENT_TEXT}\n{name}, do you agree?", err=True))
