"""What a replay came to, as others can check it: shared people, companies and notes, what was asked and what was not.

Contacts are cited by address, mails by the SHA-256 of every file that holds them, events as ``uid:UID``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict
from uuid import UUID

from sqlalchemy import text

from bench.touchless.journal import Entry
from bench.touchless.office import Office
from bench.touchless.post import MAILDIR
from bench.touchless.replay import Replayed
from extract.raw import MESSAGE, RawItem
from ingest.reading import Read
from store.engine import Acting
from store.queries.directory import companies, people
from store.queries.owners import owner_of, reading_context

NOTES = text("""
select i.id, i.kind, i.day, array_agg(distinct u.address) reps, array_agg(distinct encode(s.exchange_key, 'hex')) keys
from interaction i join interaction_source s on s.interaction_id = i.id join app_user u on u.id = s.approver_id
group by i.id, i.kind, i.day, i.starts_at order by i.day, i.starts_at, i.id
""")
PARTICIPANTS = text("select distinct interaction_id, address from interaction_participant where not ours")
CITED = text("""
select encode(exchange_key, 'hex') as key, sha256 as source, direction from message
union all
select encode(exchange_key, 'hex'), 'uid:' || uid, '' from meeting
""")


class ContactRow(TypedDict):
    """A shared person."""

    name: str
    company: str | None
    addresses: list[str]


class CompanyRow(TypedDict):
    """A shared company."""

    name: str
    domains: list[str]


class InteractionRow(TypedDict):
    """A shared note; ``rep`` names everybody who approved it."""

    rep: list[str]
    date: str
    kind: str
    contacts: list[str]
    source_sha256: list[str]


class AskedRow(TypedDict):
    """An item that a rep decided by itself."""

    rep: str
    day: str
    kind: str
    source_sha256: list[str]


class SettledRow(AskedRow):
    """An item that was approved without being asked about: by the rep's own rule, or with the sure pile."""

    by: str


class PromiseRow(TypedDict):
    """A promise with a day, read in the mails behind the shared notes."""

    by: str
    due: str
    source_sha256: list[str]


class Document(TypedDict):
    """The whole export."""

    contacts: list[ContactRow]
    companies: list[CompanyRow]
    interactions: list[InteractionRow]
    asked: list[AskedRow]
    settled: list[SettledRow]
    promises: list[PromiseRow]


def document(replayed: Replayed, world: Path) -> Document:
    """Everything that a replay came to."""
    office, journal = replayed.office, replayed.journal
    cited = _cited(office)
    interactions = _interactions(office, cited)
    with office.app.transaction(Acting(next(iter(office.users.values())))) as session:
        contacts = people(session)
        firms = companies(session)
    return {
        "contacts": [{"name": one.name, "company": one.company, "addresses": list(one.addresses)} for one in contacts],
        "companies": [{"name": one.name, "domains": list(one.domains)} for one in firms],
        "interactions": interactions,
        "asked": [_asked(entry) for entry in journal.of("asked")],
        "settled": [{**_asked(entry), "by": entry.by} for entry in journal.of("sure", "rule") if entry.yes],
        "promises": list(_promises(replayed, world, _noted(interactions), cited)),
    }


def _asked(entry: Entry) -> AskedRow:
    return {
        "rep": entry.rep,
        "day": entry.day.isoformat(),
        "kind": entry.kind,
        "source_sha256": list(entry.sources),
    }


Cited = Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]  # by rep and exchange: sources, each with its direction


def _cited(office: Office) -> Cited:
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for address, user_id in office.users.items():
        own = found[address] = defaultdict(list)
        with office.app.transaction(Acting(user_id)) as session:
            for key, source, direction in session.execute(CITED):
                own[key].append((source, direction))
    return found


def _interactions(office: Office, cited: Cited) -> list[InteractionRow]:
    people_of: dict[UUID, set[str]] = defaultdict(set)
    with office.app.transaction(Acting(next(iter(office.users.values())))) as session:
        for note_id, address in session.execute(PARTICIPANTS):
            people_of[note_id].add(address)
        notes = session.execute(NOTES).all()
    return [
        {
            "rep": sorted(note.reps),
            "date": note.day.isoformat(),
            "kind": note.kind,
            "contacts": sorted(people_of[note.id]),
            "source_sha256": sorted(
                {source for rep in note.reps for key in note.keys for source, _ in cited[rep].get(key, ())}
            ),
        }
        for note in notes
    ]


def _noted(interactions: Sequence[InteractionRow]) -> set[str]:
    return {source for each in interactions for source in each["source_sha256"]}


def _promises(replayed: Replayed, world: Path, noted: set[str], cited: Cited) -> Iterator[PromiseRow]:
    """Promises with a day in the mails behind the notes, each mail read once however many mailboxes hold it."""
    done: set[str] = set()
    for rep in replayed.company.reps:
        files = _files(world / rep.folder / MAILDIR, noted)
        mails = {
            key: sources for key, sources in cited[rep.address].items() if key not in done and sources[0][0] in files
        }
        done |= set(mails)
        items = [RawItem(MESSAGE, files[sources[0][0]], None, key) for key, sources in mails.items()]
        owner_id = replayed.office.users[rep.address]
        with replayed.office.app.transaction(Acting(owner_id)) as session:
            context = reading_context(owner_of(session, owner_id, replayed.office.company_key))
        for key, reading in zip(mails, replayed.office.pool.read(items, context), strict=True):
            sources = sorted({source for each in cited.values() for source, _ in each.get(key, ())})
            by = "us" if mails[key][0][1] == "out" else "them"
            for promise in reading.extraction.findings.commitments if isinstance(reading, Read) else ():
                if promise.who == "author" and promise.due_date:
                    yield {"by": by, "due": promise.due_date.isoformat(), "source_sha256": sources}


def _files(maildir: Path, wanted: set[str]) -> dict[str, bytes]:
    payloads = (path.read_bytes() for path in maildir.rglob("*") if path.parent.name in {"cur", "new"})
    found = {RawItem(MESSAGE, payload, None, "").sha256: payload for payload in payloads}
    return {sha256: payload for sha256, payload in found.items() if sha256 in wanted}
