"""Why bytes cannot be read at all.

Unreadable: the bytes are not what the media type says, or pass a limit. A partial reading is not an error: it is a
warning in the Extraction.
"""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - the architecture's word
    """The bytes cannot be read; the item is kept and quarantined with this reason, which quotes no content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
