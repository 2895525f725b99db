from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from store.judgement.policy import BOTH, Place, Policy, Rule
from store.models.private.policy import Policy as Row
from store.models.private.suggestion import Suggestion
from store.queries.policies import (
    Changed,
    Preview,
    as_policies,
    cases,
    changed,
    contradicted,
    contradicted_by,
    done,
    in_force,
    listed,
    preview,
    rule_in,
    taken_from_rules,
)
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)
LEAVE_OUT = Rule("leave_out", "person", GRETA)


def greta(person: Person) -> None:
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))
    person.rule("approve", person.suggestions(kind="contact"))


def test_rules_in_force_know_every_address_of_their_person(ines: Person) -> None:
    greta(ines)
    ines.publish()
    accepted = ines.accept(APPROVE)
    with ines.app.transaction(ines.acting) as session:
        contact = session.scalar(text("select contact_id from contact_point"))
        point = session.scalar(text("select id from contact_point"))
        copied = {"contact": contact, "point": str(point)}
        session.execute(
            text(
                "with made as (insert into contact_point (contact_id, kind, value) values"
                " (:contact, 'email', 'g@halden.example') returning id)"
                " insert into approval (entity, row_id, approver_id, decision_id)"
                " select 'contact_point', made.id::text, approver_id, decision_id from made, approval"
                " where row_id = :point"
            ),
            copied,
        )
        found = in_force(session, ines.user_id)
        assert found == (Policy(accepted.policy_id, APPROVE, frozenset({GRETA, "g@halden.example"})),)
        assert as_policies(session, []) == ()
        assert rule_in(session.get_one(Row, accepted.policy_id)) == APPROVE
        assert contradicted(session, ines.user_id) == frozenset()
        assert taken_from_rules(session, ines.user_id, []) == frozenset()


def test_the_list_tells_what_each_rule_did(ines: Person, jonas: Person) -> None:
    greta(ines)
    accepted = ines.accept(APPROVE)
    with ines.app.transaction(ines.acting) as session:
        (rule,) = listed(session, ines.user_id)
        assert (rule.id, rule.label, rule.state, rule.contradicted) == (accepted.policy_id, "Greta", "active", False)
        assert rule.used == len(rule.last) == 1
        assert rule.last[0].share_at == LATER + timedelta(hours=24)
        assert done(session, ines.user_id, LATER - timedelta(days=1)) == list(rule.last)
        assert done(session, ines.user_id, LATER) == []
    with jonas.app.transaction(jonas.acting) as session:
        assert listed(session, ines.user_id) == listed(session, jonas.user_id) == []


def test_a_preview_looks_back_ninety_days(ines: Person) -> None:
    greta(ines)
    with ines.app.transaction(ines.acting) as session:
        assert preview(session, ines.user_id, APPROVE, LATER) == Preview(seen=1, approved=0, waiting=1)
        assert preview(session, ines.user_id, LEAVE_OUT, LATER) == Preview(seen=2, approved=1, waiting=1)
        assert preview(session, ines.user_id, APPROVE, LATER + timedelta(days=95)) == Preview(0, 0, 1)


@pytest.mark.parametrize(
    "rule",
    [
        APPROVE,
        replace(APPROVE, kinds=("meeting",)),
        Rule("approve", "domain", "halden.example", kinds=BOTH),
        LEAVE_OUT,
        Rule("leave_out", "domain", "halden.example"),
        Rule("leave_out", "word", "Pilot review"),
    ],
)
def test_what_a_preview_says_is_settled_is_settled(ines: Person, rule: Rule) -> None:
    greta(ines)
    ines.publish()
    ines.feed(meeting("a", ines.address, GRETA), meeting("b", ines.address, GRETA, "x@kestrel.example"))
    ines.feed(mail(11, "ben@halden.example", ines.address), mail(12, ines.address, "ben@halden.example", answers=11))
    ines.rule("edit", ines.suggestions("waiting", kind="interaction")[:1], title="Offer")
    ines.undo()
    ines.accept(Rule("ask", "word", "Matter 11"))
    with ines.app.transaction(ines.acting) as session:
        said = preview(session, ines.user_id, rule, LATER)
    assert said.waiting == len(ines.accept(rule).settled) > 0


def lies_in_the_club(person: Person) -> None:
    """The first mail lies in a folder, under a label."""
    put = (
        "insert into consent (owner_id, text_version, text, given_at) values (:me, '1', 'yes', now())",
        "insert into connection (owner_id, consent_id, provider, label) select :me, id, 'files', 'a' from consent",
        """insert into collection (owner_id, connection_id, remote_name, kind, name)
           select :me, id, 'C1', 'mailbox_folder', 'INBOX.Club' from connection""",
        """insert into inbound (owner_id, collection_id, remote_id, media_type, sha256, state, labels)
           select :me, id, 'x', 'message/rfc822', 'mail-1-', 'read', '{Sailing}' from collection""",
    )
    with person.app.transaction(person.acting) as session:
        for statement in put:
            session.execute(text(statement), {"me": person.user_id})


def test_folders_and_labels_are_where_a_mail_lies(ines: Person) -> None:
    greta(ines)
    lies_in_the_club(ines)
    with ines.app.transaction(ines.acting) as session:
        rows = session.scalars(select(Suggestion).where(Suggestion.kind == "interaction")).all()
        found = cases(session, ines.user_id, rows, [Rule("leave_out", "folder", "Club")])
        places = {place for case in found.values() for place in case.places}
        assert places == {Place("folder", "INBOX.Club"), Place("folder", "C1"), Place("folder", "Sailing")}
        nowhere = cases(session, ines.user_id, rows, [APPROVE])
        assert {case.places for case in nowhere.values()} == {()}
    accepted = ines.accept(Rule("leave_out", "folder", "Club"), uuid4())
    assert [one.state for one in accepted.settled] == ["refused"]


@pytest.mark.parametrize("called", ["Club", "sailing"])
def test_what_lies_where_its_owner_wants_to_be_asked_might_be_private(ines: Person, called: str) -> None:
    greta(ines)
    lies_in_the_club(ines)
    (note,) = ines.suggestions("waiting", kind="interaction")
    assert note.pile == "sure"
    ines.accept(Rule("ask", "folder", called))
    (note,) = ines.suggestions("waiting", kind="interaction")
    assert (note.pile, note.doubt) == ("look", "might be private")


def test_what_an_operation_did_to_a_rule(ines: Person, jonas: Person) -> None:
    op_id = uuid4()
    ines.accept(APPROVE, op_id)
    with ines.app.transaction(ines.acting) as session:
        found = changed(session, ines.user_id, op_id)
        assert found == Changed("accept", APPROVE, GRETA)
        assert not found.is_undo
        assert changed(session, ines.user_id, uuid4()) is None
        assert contradicted_by(session, ines.user_id, op_id) is None
    with jonas.app.transaction(jonas.acting) as session:
        assert changed(session, jonas.user_id, op_id) is None
