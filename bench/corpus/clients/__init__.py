"""Mail programs as data: a letter becomes the text and HTML that each of them is known to send."""

from __future__ import annotations

import dataclasses
from email.utils import parseaddr
from typing import Final

from bench.corpus.blocks import Block, Part
from bench.corpus.clients.catalogue import CLIENTS
from bench.corpus.clients.letters import Letter, stretches
from bench.corpus.clients.page import page
from bench.corpus.clients.text import text
from bench.corpus.errors import CorpusError

# Too little to be the letter: what programs put where they have no text worth the name.
STUB: Final = "(HTML)\n"


def dressed(block: Block) -> Block:
    """The message as its ``@dress`` says: mail program and trimmings. Without one it stays as it is.

    Raises:
        CorpusError: a mail program that is not in the catalogue.
    """
    if "dress" not in block.settings:
        return block
    letter = _letter(block)
    client = CLIENTS[letter.dress[0]]
    headers = (*block.headers, *((client.mailer,) if client.mailer else ()))
    html = Part("text/html", page(letter, client) + "\n")
    if not client.markup:
        return dataclasses.replace(block, body=text(letter, client))
    if letter.wears("stub"):
        stubbed = block.settings | {"only": "html"}
        parts = (Part("text/plain", STUB), html)
        return dataclasses.replace(block, settings=stubbed, headers=headers, body=text(letter, client), parts=parts)
    if letter.wears("html") or not client.text:
        alone = block.settings | {"only": "html"}
        return dataclasses.replace(block, settings=alone, headers=headers, body=text(letter, client), parts=(html,))
    return dataclasses.replace(block, headers=headers, body=text(letter, client), parts=(html,))


def _letter(block: Block) -> Letter:
    dress = tuple(block.settings["dress"].split())
    if not dress or dress[0] not in CLIENTS:
        raise CorpusError(f"there is no mail program {dress[:1]}: use one of {', '.join(sorted(CLIENTS))}")
    author = parseaddr(block.header("From") or "")[1]
    return Letter(author, block.settings.get("language", "en"), dress, stretches(block.body))
