"""Every mail program by name."""

from __future__ import annotations

from typing import Final

from bench.corpus.clients.client import Client
from bench.corpus.clients.further import FURTHER
from bench.corpus.clients.widespread import WIDESPREAD

CLIENTS: Final[dict[str, Client]] = WIDESPREAD | FURTHER
