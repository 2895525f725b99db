"""Which folders of a mailbox are read, under which pointer each is known, and what its use says about its messages.

A folder's pointer is the name and UIDVALIDITY under which it was first seen, in the form of RFC 5092. When a name has
gone and its UIDVALIDITY has turned up under another, the folder was renamed and keeps its pointer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from extract.raw import ARCHIVE, DRAFTS, INBOX, JUNK, SENT, TRASH
from ingest.errors import CursorExpired
from ingest.protocol import CollectionRef, Cursor
from ingest.sources.imap.arguments import readable
from ingest.sources.imap.mailboxes import Listed, Lying
from ingest.sources.imap.position import Position

_Match = Callable[[str, Position | None, "Choice"], bool]
ALL = "\\All"
USES = {use.upper(): use for use in (SENT, ARCHIVE, DRAFTS, JUNK, TRASH, ALL)}
NO_MAILBOX = frozenset({"\\NOSELECT", "\\NONEXISTENT"})
NOT_READ = frozenset({JUNK, TRASH, DRAFTS})
VIRTUAL = frozenset({"\\ALL", "\\FLAGGED", "\\IMPORTANT"})  # show what lies in other folders
GMAIL = "X-GM-EXT-1"
_GMAIL_LABELS = {b"\\inbox": INBOX, b"\\sent": SENT, b"\\draft": DRAFTS, b"\\drafts": DRAFTS}
_BY_NAME = {
    "sent": SENT, "sent items": SENT, "sent messages": SENT, "sent mail": SENT, "gesendet": SENT,
    "gesendete elemente": SENT, "gesendete objekte": SENT, "envoyés": SENT, "éléments envoyés": SENT,
    "enviados": SENT, "elementos enviados": SENT, "posta inviata": SENT, "verzonden": SENT, "verzonden items": SENT,
    "drafts": DRAFTS, "entwürfe": DRAFTS, "brouillons": DRAFTS, "borradores": DRAFTS, "bozze": DRAFTS,
    "concepten": DRAFTS, "rascunhos": DRAFTS,
    "trash": TRASH, "deleted items": TRASH, "deleted messages": TRASH, "bin": TRASH, "papierkorb": TRASH,
    "gelöschte elemente": TRASH, "gelöschte objekte": TRASH, "corbeille": TRASH, "éléments supprimés": TRASH,
    "papelera": TRASH, "elementos eliminados": TRASH, "cestino": TRASH, "prullenbak": TRASH, "lixeira": TRASH,
    "junk": JUNK, "junk e-mail": JUNK, "junk email": JUNK, "spam": JUNK, "bulk mail": JUNK, "spamverdacht": JUNK,
    "courrier indésirable": JUNK, "indésirables": JUNK, "correo no deseado": JUNK, "posta indesiderata": JUNK,
    "ongewenste e-mail": JUNK,
    "archive": ARCHIVE, "archives": ARCHIVE, "archiv": ARCHIVE, "archivo": ARCHIVE, "archivio": ARCHIVE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A folder that is read, by the server's name for it and its numbers now."""

    name: bytes
    use: str | None
    validity: int = 0
    uid_next: int = 0


def use_of(mailbox: Listed, *, marked: bool) -> str | None:
    """What a folder is for; by its name where the server marks none (``marked``), in the languages of mail programs."""
    if mailbox.name.upper() == b"INBOX":
        return INBOX
    by_mark = next((USES[each] for each in sorted(mailbox.attributes) if each in USES), None)
    if by_mark or marked:
        return by_mark
    last = readable(mailbox.name).replace(".", "/").rpartition("/")[2]
    return _BY_NAME.get(last.casefold())


def open_ones(mailboxes: Iterable[Listed]) -> list[Listed]:
    """Those that hold messages."""
    return [each for each in mailboxes if not each.attributes & NO_MAILBOX]


def are_marked(mailboxes: Iterable[Listed]) -> bool:
    """Whether the server says of any what it is for."""
    return any(each.attributes & USES.keys() for each in mailboxes)


def chosen(
    mailboxes: Iterable[Listed], *, gmail: bool, without: Iterable[str] = (), also: Iterable[str] = ()
) -> list[Choice]:
    """The folders to read, the inbox first, then what was sent, then the rest by name.

    Junk, trash, drafts and other people's are not, but for those that their owner names (``also``), nor what is left
    out (``without``). On Gmail it is the one folder that holds everything once, whatever labels it has.
    """
    wanted = {name.casefold() for name in also}
    real = [each for each in open_ones(mailboxes) if not each.foreign or readable(each.name).casefold() in wanted]
    left_out = {name.casefold() for name in without}
    if gmail and (everything := [each for each in real if "\\ALL" in each.attributes]):
        return [Choice(each.name, None) for each in everything]
    marked = are_marked(real)
    found = [
        Choice(each.name, use_of(each, marked=marked))
        for each in real
        if not each.attributes & VIRTUAL and readable(each.name).casefold() not in left_out
    ]
    return sorted((each for each in found if each.use not in NOT_READ or _is_in(each, wanted)), key=_order)


def _is_in(choice: Choice, names: Collection[str]) -> bool:
    return readable(choice.name).casefold() in names


def _order(choice: Choice) -> tuple[int, bytes]:
    return (INBOX, SENT).index(choice.use) if choice.use in {INBOX, SENT} else 2, choice.name


def _always(_: str, __: Choice) -> bool:
    return True


def pointers(
    choices: Sequence[Choice], known: Mapping[str, Cursor | None], proven: Callable[[str, Choice], bool] = _always
) -> dict[str, Choice]:
    """Each folder under its pointer, the one it had where it is known.

    Args:
        known: the cursor of each folder that the caller has, by pointer.
        proven: whether a folder whose numbers are those of a known one under another name holds what that one held.
    """
    positions = {pointer: _position(cursor) for pointer, cursor in known.items()}
    found: dict[bytes, str] = {}
    _assign(choices, positions, found, _same)
    renamed = dict[bytes, str]()
    _assign([choice for choice in choices if choice.name not in found], _left(positions, found), renamed, _renamed)
    of_name = {choice.name: choice for choice in choices}
    found |= {name: pointer for name, pointer in renamed.items() if proven(pointer, of_name[name])}
    _assign(choices, positions, found, _renumbered)
    return {found.get(choice.name) or _pointer(choice, positions): choice for choice in choices}


def _left(positions: Mapping[str, Position | None], found: Mapping[bytes, str]) -> dict[str, Position | None]:
    taken = set(found.values())
    return {pointer: position for pointer, position in positions.items() if pointer not in taken}


def _assign(
    choices: Sequence[Choice],
    positions: Mapping[str, Position | None],
    found: dict[bytes, str],
    match: _Match,
) -> None:
    """Match what is left on both sides, where there is one possibility alone."""
    free = [pointer for pointer in positions if pointer not in found.values()]
    left = [choice for choice in choices if choice.name not in found]
    for pointer in free:
        fitting = [choice for choice in left if match(pointer, positions[pointer], choice)]
        rivals = [each for each in free if fitting and match(each, positions[each], fitting[0])]
        if len(fitting) == 1 == len(rivals):
            found[fitting[0].name] = pointer


def _same(pointer: str, position: Position | None, choice: Choice) -> bool:
    """The name and the validity are what they were."""
    return name_in(pointer) == quote(choice.name) and (position is None or position.validity == choice.validity)


def _renamed(_: str, position: Position | None, choice: Choice) -> bool:
    """A rename keeps the validity and the UIDs; servers that give every folder the same validity decide nothing."""
    return position is not None and position.validity == choice.validity and position.known_below <= choice.uid_next


def _renumbered(pointer: str, _: Position | None, choice: Choice) -> bool:
    """The name is what it was."""
    return name_in(pointer) == quote(choice.name)


def _pointer(choice: Choice, taken: Mapping[str, Position | None]) -> str:
    pointer = f"{quote(choice.name)};UIDVALIDITY={choice.validity}"
    return pointer if pointer not in taken else f"{pointer};again"


def name_in(pointer: str) -> str:
    """The server's name in a folder's pointer, as it stands there."""
    return pointer.partition(";")[0]


def _position(cursor: Cursor | None) -> Position | None:
    try:
        return Position.of(cursor) if cursor else None
    except CursorExpired:
        return None


def reference(pointer: str, choice: Choice, items: int | None = None) -> CollectionRef:
    """A folder as its caller sees it, with how many messages it holds."""
    return CollectionRef(pointer, readable(choice.name), "mailbox_folder", choice.use, items)


def labels(use: str | None, message: Lying) -> tuple[str, ...]:
    """A message's labels: its folder's use, and Gmail's labels as they were when it was read."""
    gmail = (_GMAIL_LABELS.get(label.lower()) or readable(label) for label in message.labels)
    return tuple(dict.fromkeys([*([use] if use else []), *gmail]))
