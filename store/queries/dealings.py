"""What recorded mails say of deals, as judgement takes it: with the company on the other side, and who sells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.judgement.deals import MEANS, Said, of_thread
from store.judgement.drafts import Quote
from store.models.base import Json, Jsons
from store.models.private.message import Participation
from store.queries.histories import quote_of
from store.queries.proofs import answered_by_owner, from_there
from store.recording import Owner
from store.rows import among

# Mails that went to a colleague, with the owner in copy at most.
COPIED = text("""
select m.id from message m
where m.owner_id = :owner and m.id = any(:mails) and m.direction = 'in' and exists (
    select from participation p where p.message_id = m.id and p.role = 'to'
    and (p.address = any(:us) or split_part(p.address, '@', 2) = any(:domains)))
  and not exists (
    select from participation p where p.message_id = m.id and p.role = 'to' and p.address = any(:own))
""")


@dataclass(frozen=True, slots=True)
class Told:
    """What one mail says, and where it stands."""

    said: tuple[Said, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Mailed(Protocol):
    """The columns of a mail that this reads."""

    id: UUID
    thread_id: UUID
    direction: str
    deals: Jsons


NOTHING = Told()


def told_by(session: Session, owner: Owner, mails: Sequence[Mailed]) -> Mapping[UUID, Told]:
    """What each of these mails says, which are whole threads: a thread in which we buy says nothing.

    What nothing proves is told to whom it was written, and not to those of us in copy as well.
    """
    telling = [mail for mail in mails if mail.deals]
    if not telling:
        return {}
    firms, proven = _firms(session, telling), _proven(session, owner, telling)
    others = _copied(session, owner, telling) - proven
    threads: dict[UUID, list[tuple[Mailed, Json, Said]]] = defaultdict(list)
    for mail in telling:
        for kept in mail.deals:
            firm = firms.get((mail.id, kept["other"]))
            if firm and mail.id not in others:
                threads[mail.thread_id].append((mail, kept, _said(kept, firm, is_proven=mail.id in proven)))
    found: dict[UUID, Told] = {}
    for told in threads.values():
        counting = of_thread([said for _, _, said in told])
        for mail, kept, said in told:
            if said in counting:
                before = found.get(mail.id, NOTHING)
                found[mail.id] = Told((*before.said, said), (*before.quotes, *_quotes(mail.id, kept)))
    return found


def _said(kept: Json, firm: tuple[str, str], *, is_proven: bool) -> Said:
    day = kept["expected_on"]
    return Said(
        kept["step"], *firm, kept["exchange"], kept["selling"], is_proven, kept["amount"],
        date.fromisoformat(day) if day else None,
    )  # fmt: skip


def _firms(session: Session, mails: Sequence[Mailed]) -> Mapping[tuple[UUID, str], tuple[str, str]]:
    """The company of each address in these mails that has one: its registered domain, and its name."""
    table = Participation
    columns = table.message_id, table.address, table.company_domain, table.company_name
    asked = select(*columns).where(among(table.message_id, [mail.id for mail in mails]))
    rows = session.execute(asked.where(table.company_domain.is_not(None)))
    return {(row.message_id, row.address): (row.company_domain, row.company_name) for row in rows}


def _proven(session: Session, owner: Owner, mails: Sequence[Mailed]) -> frozenset[UUID]:
    """The mails that are the owner's, that they answered, or that somebody of the company must have written."""
    received = [mail.id for mail in mails if mail.direction == "in"]
    sent = frozenset(mail.id for mail in mails if mail.direction == "out")
    if not received:
        return sent
    return sent | answered_by_owner(session, owner, received) | from_there(session, owner, received)


def _copied(session: Session, owner: Owner, mails: Sequence[Mailed]) -> frozenset[UUID]:
    asked = {
        "owner": owner.user_id, "mails": [mail.id for mail in mails], "own": sorted(owner.own_addresses),
        "us": sorted(owner.own_addresses | owner.colleagues), "domains": sorted(owner.own_domains),
    }  # fmt: skip
    return frozenset(session.scalars(COPIED, asked))


def _quotes(message_id: UUID, kept: Json) -> Iterator[Quote]:
    stage, deal = MEANS[kept["step"]]
    for each in kept["evidence"]:
        if each["field"] != "deal" or deal:
            yield quote_of(each["field"], message_id, None, each)
        if each["field"] == "deal" and stage:
            yield quote_of("stage", message_id, None, each)
