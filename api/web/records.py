"""The details of a person or company as their page shows them: value, whose word it is, and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import deals, words
from api.web.sentences import label
from i18n.texts import N_, _
from store.judgement import tags
from store.judgement.trends.turns import monday
from store.people import SignedIn
from store.queries import review, truth
from store.queries.directory import Firm, Person
from store.queries.markets import tags_in_use
from store.queries.truth import Post, Said

SIGNATURE = N_("from a signature, {day}")
MAIL = N_("from a mail, {day}")
READ = {"signature": SIGNATURE, "header": MAIL, "text": MAIL, "calendar": N_("from a calendar, {day}")}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value that was said before, as it is stored and in words, and whose word it was."""

    value: str
    said: str
    source: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A field: its value, empty where nobody gave one, whose word that is, and the values before it.

    Attributes:
        said: the value in words.
        choices: the values that it may have, where they are few.
        offers: values that are given with one press, in words of what they add.
    """

    field: str
    label: str
    value: str
    source: str
    earlier: tuple[Earlier, ...] = ()
    said: str = ""
    choices: tuple[deals.Choice, ...] = ()
    offers: tuple[deals.Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Employer:
    """Where somebody works or worked, with the days in words."""

    company_id: UUID
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class Part:
    """An address that was found to be the same person's."""

    row_id: UUID
    address: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a page says of a person or company beside the notes.

    Attributes:
        own: what the reader's own mail says of fields that nobody filled.
        may_edit: whether the reader approves things here.
    """

    details: tuple[Detail, ...]
    own: tuple[Detail, ...]
    employers: tuple[Employer, ...]
    parts: tuple[Part, ...]
    may_edit: bool

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags among the details."""
        return tuple(tag for each in self.details if each.field == "tags" for tag in tags.of(each.value))


def of_person(session: Session, me: SignedIn, person: Person, today: date) -> Record:
    """A contact's details, those that only the reader's mail knows, and former posts."""
    found = truth.fields(session, "contact", person.id)
    is_rep = "rep" in me.roles
    filled = [field.name for field in found]
    own = truth.unshared(session, me.user_id, person.addresses, filled) if is_rep else []
    unshared = [
        Detail(o.field, label(o.field), o.value, _(SIGNATURE).format(day=words.day(o.read_on, today)), said=o.value)
        for o in own
    ]
    employers = [_employer(post, today) for post in truth.posts(session, person.id)]
    parts = [Part(row_id, address) for row_id, address in truth.parts(session, person.id)]
    details = [_detail("contact", field, me, today) for field in found]
    return Record(tuple(details), tuple(unshared), tuple(employers), tuple(parts), is_rep)


def of_company(session: Session, me: SignedIn, company: Firm, today: date) -> Record:
    """A company's details; a rep may say its stage, and is offered tags that others have."""
    found = _of(session, me, "company", company.id, today)
    if not found.may_edit:
        return found
    return replace(found, details=tuple(_with_offers(session, each, today) for each in found.details))


def _with_offers(session: Session, detail: Detail, today: date) -> Detail:
    """Of tags, those that are in use: most companies get one that is there already."""
    if detail.field != "tags":
        return detail
    used = [(tag, tags.with_one_more(detail.value, tag)) for tag in tags_in_use(session, monday(today))]
    return replace(detail, offers=tuple(deals.Choice(value, tag) for tag, value in used if value))


def of_deal(session: Session, me: SignedIn, deal_id: UUID, today: date) -> Record:
    """A deal's details, those that nobody gave yet among them for a rep, who may."""
    return _of(session, me, "deal", deal_id, today)


def _of(session: Session, me: SignedIn, entity: truth.Entity, row_id: UUID, today: date) -> Record:
    is_rep = "rep" in me.roles
    given = {field.name: _detail(entity, field, me, today) for field in truth.fields(session, entity, row_id)}
    empty = {name: Detail(name, label(name), "", "", choices=_choices(entity, name)) for name in truth.OF[entity]}
    shown = (empty | given).values() if is_rep else given.values()
    return Record(tuple(shown), (), (), (), is_rep)


def _choices(entity: truth.Entity, field: str) -> tuple[deals.Choice, ...]:
    return deals.stages(entity) if field == "stage" else ()


def done_by(session: Session, me: SignedIn, op_id: str) -> str:
    """An operation of the reader's that may be undone; empty when there is none of that id."""
    try:
        done = review.operation(session, me.user_id, UUID(op_id))
    except ValueError:
        return ""
    return op_id if done and not done.is_undo else ""


def source(said: Said, me: SignedIn, today: date) -> str:
    """Whose word a value is: "from a signature, Thu 12 Nov", "typed by you, yesterday"."""
    if said.read_from and said.read_on:
        return _(READ[said.read_from]).format(day=words.day(said.read_on, today))
    told = _("noted by you, {day}") if said.by == me.name else _("noted by {who}, {day}")
    return told.format(who=said.by, day=words.day(words.local_day(said.said_at, me.timezone), today))


def _detail(entity: truth.Entity, field: truth.Field, me: SignedIn, today: date) -> Detail:
    now, name = field.now, field.name
    earlier = [
        Earlier(each.value, deals.said(entity, name, each.value, today), source(each, me, today))
        for each in field.others
    ]
    said = deals.said(entity, name, now.value, today)
    return Detail(
        name, label(name), now.value, source(now, me, today), tuple(earlier), said, _choices(entity, name)
    )  # fmt: skip


def _employer(post: Post, today: date) -> Employer:
    days: Sequence[tuple[str, date | None]] = ((N_("since {day}"), post.since), (N_("until {day}"), post.until))
    when = " ".join(_(said).format(day=words.day(day, today)) for said, day in days if day)
    return Employer(post.company_id, post.company, when)
