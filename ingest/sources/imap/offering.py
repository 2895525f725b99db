"""Which folders an account has, and which of them are read: what its owner chooses from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.sources.imap import folders, mailboxes
from ingest.sources.imap.arguments import readable
from ingest.sources.imap.session import Declined, Session

MOST = 2_000  # folders that are shown


@dataclass(frozen=True, slots=True)
class FolderFound:
    """A folder, and how many messages it holds.

    Attributes:
        use: its special use (RFC 6154 section 2), or None.
        read: it is read; others are junk, trash and drafts, what its owner leaves out, and other people's.
        foreign: it is another person's, or everybody's.
    """

    name: str
    messages: int
    use: str | None = None
    read: bool = True
    foreign: bool = False


def offered(session: Session, without: Iterable[str] = (), also: Iterable[str] = ()) -> Iterator[FolderFound]:
    """The folders that may be opened, those that are read first, in the order in which they are read."""
    listed = mailboxes.listed(session)
    read = folders.chosen(listed, gmail=folders.GMAIL in session.capabilities, without=without, also=also)
    first = {each.name for each in read}
    known = {each.name: each for each in folders.open_ones(listed)}
    marked = folders.are_marked(listed)
    for name in [*(each.name for each in read), *sorted(known.keys() - first)][:MOST]:
        try:
            numbers = known[name].numbers or mailboxes.status(session, name)
        except (Declined, mailboxes.Unnumbered):
            continue  # a colleague's folder that may be seen and not read
        use = folders.use_of(known[name], marked=marked)
        yield FolderFound(readable(name), numbers.messages, use, name in first, known[name].foreign)
