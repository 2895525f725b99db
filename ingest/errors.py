"""What can go wrong with a source, told apart by what the caller does next.

    SourceError
    ├── Unavailable          back off (``retry_after`` seconds at least), try again
    │   ├── CollectionUnavailable   the same, after the other collections
    │   └── Busy             and with fewer at once: there were too many of us
    ├── CredentialsRejected  stop the connection; only its owner can sign in again
    ├── CursorExpired        list from the beginning and compare with what is stored
    ├── NotThere             what was asked for is gone: whoever asked knows what that means (``ingest.google``)
    ├── NotCalDav            no calendar server answers: its owner gives another address (``ingest.sources.caldav``)
    └── Malformed            the server broke its protocol: quarantine the item, go on

Each carries one sentence for people that says what to do. Library exceptions are translated where the library is called
and chained. A message may name a path or host that the reader typed, never an address, a subject or content.
"""

from __future__ import annotations


class SourceError(Exception):
    """A source could not do what it was asked; the text is a sentence for people."""


class Unavailable(SourceError):  # noqa: N818 - the architecture's word
    """The place cannot be reached now."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        """``retry_after`` is the least number of seconds to wait, when the place named one."""
        super().__init__(sentence)
        self.retry_after = retry_after


class CollectionUnavailable(Unavailable):
    """One folder or calendar cannot be read now; the others can."""


class Busy(Unavailable):
    """The place has too many of us, or cannot serve anybody now.

    Attributes:
        whole: whether that holds for the whole server or for this account.
    """

    def __init__(self, sentence: str, retry_after: float | None = None, *, whole: bool) -> None:
        super().__init__(sentence, retry_after)
        self.whole = whole


class CredentialsRejected(SourceError):  # noqa: N818 - the architecture's word
    """The place no longer accepts the credential."""


class CursorExpired(SourceError):  # noqa: N818 - the architecture's word
    """The cursor says nothing about the collection as it is now."""


class Malformed(SourceError):  # noqa: N818 - the architecture's word
    """The place answered what its protocol does not allow.

    Attributes:
        remote_id: the item concerned, or None when the whole answer is.
    """

    def __init__(self, sentence: str, remote_id: str | None = None) -> None:
        super().__init__(sentence)
        self.remote_id = remote_id
