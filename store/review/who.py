"""Who is who in a batch: new people, people and companies who may be known ones, changes of what is noted of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement import changes, people
from store.judgement.changes import NotedPerson
from store.judgement.drafts import AddressHistory, Known, SuggestionDraft
from store.judgement.firms import Occasion, draft_same_company
from store.judgement.identity.book import Book
from store.judgement.identity.profiles import KnownPerson, about, noting
from store.judgement.parties import MergeFields
from store.judgement.people import noted_by
from store.judgement.worth import is_exchange
from store.models.private.suggestion import Suggestion
from store.queries import persons
from store.queries.details import with_details
from store.queries.noted import neighbours, noted_people
from store.recording import Owner

ASKED = text("""
select distinct s.id from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:about) and s.kind = 'merge' and s.state in ('waiting', 'later')
""")
# Addresses that a question about two people notes: it is open, or its answer was yes.
SECOND = text("""
select substr(k.key, 3), s.state in ('waiting', 'later')
from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:noting) and s.kind = 'merge' and s.state <> 'refused'
""")
# Addresses of shared people to whom the owner has written at another one.
GROUPED = text("""
with root as (
    select p.value address, coalesce(c.merged_into, c.id) id from contact_point p join contact c on c.id = p.contact_id
    where p.kind = 'email' and p.value = any(:addresses)
), member as (
    select r.address, r.id from root r
    union all select r.address, c.id from root r join contact c on c.merged_into = r.id
)
select distinct m.address from member m
join contact_point p on p.contact_id = m.id and p.kind = 'email' and p.value <> m.address
where exists (
    select from participation x join message w on w.id = x.message_id
    where x.owner_id = :owner and x.address = p.value and x.role <> 'from' and w.direction = 'out')
""")
READINGS = text("""
select key from suggestion where owner_id = :owner and kind = 'change' and state in ('waiting', 'later')
and key like any(:beginnings)
""")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about people and companies, and every key that was judged to find out."""

    drafts: list[SuggestionDraft] = field(default_factory=list)
    judged: set[str] = field(default_factory=set)


def still_asked(session: Session, owner: Owner, addresses: Collection[str]) -> frozenset[str]:
    """Addresses that an open question about one of these would note: they are judged together."""
    rows = _open_questions(session, owner, addresses)
    return frozenset(row.person.address for row in rows.values() if row.person)


def who_is_who(
    session: Session,
    owner: Owner,
    addresses: Collection[str],
    histories: Mapping[str, AddressHistory],
    known: Known,
) -> Asked:
    """Everything that a batch asks about the people of these addresses and about their companies."""
    here = {each: history for each, history in histories.items() if each in addresses and not history.is_desk}
    exchanged = {address: history for address, history in here.items() if is_exchange(history)}
    wrote = {address: history for address, history in here.items() if is_exchange(history) or history.they_wrote}
    detailed = with_details(session, owner, wrote)
    noted = noted_people(session, exchanged)
    book = persons.book(session, owner, [people.profile_of(history) for history in detailed.values()])
    asked = Asked(judged=_judged(session, owner, addresses, noted))
    for history in sorted(detailed.values(), key=_who_comes_first):
        for draft in _of_one(history, known, book, noted.get(history.address)):
            asked.drafts.append(draft)
    asked.drafts.extend(_companies(session, owner, [detailed[address] for address in exchanged]))
    asked.judged.update(draft.key for draft in asked.drafts)
    return asked


def as_known(
    session: Session, owner: Owner, addresses: Collection[str], asked: Asked, judged: Collection[str]
) -> set[str]:
    """Those of these addresses that are, or may be, another one of somebody with whom the owner has dealt.

    Args:
        asked: what is asked about ``judged``; what was asked about them before counts no more.
    """
    values = {"owner": owner.user_id, "addresses": sorted(addresses), "noting": [noting(each) for each in addresses]}
    rows = session.execute(SECOND, values)
    found = {address for address, is_open in rows if not (is_open and address in judged)}
    found |= {person.address for draft in asked.drafts if draft.kind == "merge" and (person := noted_by(draft.fields))}
    return found | set(session.scalars(GROUPED, values))


def _who_comes_first(history: AddressHistory) -> tuple[bool, bool, str]:
    return not is_exchange(history), history.company_domain is None, history.address


def _of_one(history: AddressHistory, known: Known, book: Book, noted: NotedPerson | None) -> Iterator[SuggestionDraft]:
    draft = people.draft_person(history, known, book)
    if draft is not None:
        yield draft
        if draft.kind == "contact" and history.address not in known.refused:
            book.add(KnownPerson(people.profile_of(history), None, history.company_name))
    if noted is not None:
        yield from changes.draft_changes(history, noted)
        itself = book.of_contact(noted.contact_id)
        reunion = people.draft_reunion(history, itself, book) if itself else None
        if reunion is not None:
            yield reunion


def _judged(session: Session, owner: Owner, addresses: Collection[str], noted: Mapping[str, NotedPerson]) -> set[str]:
    """Keys of the questions that are answered here: those that nothing gives reason for any more are withdrawn."""
    rows = [person.contact_id for person in noted.values()]
    posts = [post_id for person in noted.values() for post_id, _ in person.posts]
    beginnings = [changes.reading_key("contact", row) for row in rows]
    beginnings += [changes.reading_key("employment", row) for row in posts]
    values = {"owner": owner.user_id, "beginnings": [f"{beginning}%" for beginning in beginnings]}
    judged = {people.contact_key(address) for address in addresses}
    judged |= set(session.scalars(READINGS, values))
    questions = _open_questions(session, owner, addresses).items()
    return judged | {key for key, fields in questions if fields.entity == "contact"}


def _open_questions(session: Session, owner: Owner, addresses: Collection[str]) -> dict[str, MergeFields]:
    values = {"owner": owner.user_id, "about": [about(address) for address in sorted(addresses)]}
    ids = session.scalars(ASKED, values).all()
    rows = session.scalars(select(Suggestion).where(Suggestion.id.in_(ids)))
    seen = {row.key: fields_as_seen(row) for row in rows}
    return {key: fields for key, fields in seen.items() if isinstance(fields, MergeFields)}


def _companies(session: Session, owner: Owner, histories: Sequence[AddressHistory]) -> Iterator[SuggestionDraft]:
    in_order = sorted(histories, key=lambda each: (each.last_at, each.address))
    newest = {each.company_domain: each for each in in_order if each.company_domain}
    drafts = []
    for near in neighbours(session, owner, newest):
        history = next(newest[domain] for domain in near.firm.domains if domain in newest)
        draft = draft_same_company(near, Occasion(history.last_at, history.day, history.quotes))
        if draft is not None:
            drafts.append(draft)
    in_order_of_time = sorted(drafts, key=lambda each: each.happened_at)
    yield from {draft.key: draft for draft in in_order_of_time}.values()  # a batch with mail of both asks once
