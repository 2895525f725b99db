"""What of a batch's drafts is history: a mailbox of ten years is no queue of ten years.

A note is history when everything behind it is, a person when everything that was ever exchanged with them is.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.drafts import SuggestionDraft
from store.judgement.people import noted_by

EXCHANGES = text("""
select id from message where owner_id = :owner and is_history and id = any(:messages)
union all
select id from meeting where owner_id = :owner and is_history and id = any(:meetings)
""").bindparams(bindparam("messages", type_=ARRAY(Uuid)), bindparam("meetings", type_=ARRAY(Uuid)))
PEOPLE = text("""
select p.address from participation p
left join message m on m.id = p.message_id left join meeting g on g.id = p.meeting_id
where p.owner_id = :owner and p.address = any(:addresses)
group by p.address having bool_and(coalesce(m.is_history, g.is_history))
""").bindparams(bindparam("addresses", type_=ARRAY(Text)))


def of_the_past(session: Session, owner_id: UUID, drafts: Sequence[SuggestionDraft]) -> frozenset[str]:
    """The keys of the drafts that are history."""
    exchanges = [exchange for draft in drafts for exchange in draft.exchanges]
    ids = {
        "owner": owner_id,
        "messages": [each.message_id for each in exchanges if each.message_id],
        "meetings": [each.meeting_id for each in exchanges if each.meeting_id],
    }
    past = set(session.scalars(EXCHANGES, ids)) if exchanges else set()
    people = {draft.key: person.address for draft in drafts if (person := noted_by(draft.fields))}
    of_people = {"owner": owner_id, "addresses": sorted(people.values())}
    gone_by = set(session.scalars(PEOPLE, of_people)) if people else set()
    return frozenset(
        draft.key
        for draft in drafts
        if people.get(draft.key) in gone_by
        or (draft.exchanges and all((each.message_id or each.meeting_id) in past for each in draft.exchanges))
    )
