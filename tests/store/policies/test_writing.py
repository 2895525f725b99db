from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select

from store.judgement.policy import Rule
from store.models.private.policy import Policy, PolicyChange
from store.policies.writing import Entry, put_in_state
from tests.firm import LATER, Person


def test_a_rule_that_comes_into_force_begins_anew(ines: Person) -> None:
    policy_id = ines.accept(Rule("ask", "word", "tax")).policy_id
    later = LATER + timedelta(days=3)
    with ines.app.transaction(ines.acting) as session:
        policy = session.get_one(Policy, policy_id)
        put_in_state(session, policy, "paused", Entry(uuid4(), "pause", later))
        assert (policy.state, policy.since) == ("paused", LATER)
        put_in_state(session, policy, "active", Entry(uuid4(), "resume", later))
        assert (policy.state, policy.since) == ("active", later)
        assert len(session.scalars(select(PolicyChange)).all()) == 3
