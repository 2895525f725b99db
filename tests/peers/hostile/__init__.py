"""Mail servers that do what none should. Each is an obedient one with one way of its own, told by its docstring.

``HOSTILE`` holds them all, for tests and for the measuring of faults. The folder INBOX is where one misbehaves, unless
it does before; the folder Other is in order where the way is not in every folder. Those that let themselves be spoken
to badly, before TLS or with a bad certificate, are scripts in ``tests/ingest/sources/imap/test_opening.py``.
"""

from __future__ import annotations

from tests.peers.hostile import floods, lies
from tests.peers.obedient import Obedient

HOSTILE: tuple[type[Obedient], ...] = tuple(
    found
    for module in (floods, lies)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, Obedient) and found is not Obedient
)
