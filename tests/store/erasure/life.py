"""A company that knows somebody in every way there is, and a look at every row whether anything names her."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.orm import Session

from store import erasure
from store.judgement.policy import Rule
from store.review.manual import Entry, Record, enter
from store.review.settle import Approver
from tests.acquaintances import HOME, MOBILE, WORK, exchange, same_person
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import dealing, mail, meeting, promising, sending, with_desks
from tests.store.test_disconnecting import connected, lay_in
from tests.store.test_objections import keyed_hash

NILS = "nils.berg@halden.example"
DESK = "office@halden.example"
WORDS = ("becker", "greta", MOBILE, "49151")
# Every table that may hold a person's address, name or number: in each of them there is hers before she is erased.
NAME_PEOPLE = frozenset({
    "agenda_line", "commitment", "company", "company_key", "contact", "contact_key", "contact_point", "deal",
    "decision", "detail", "evidence", "field_value", "goal", "goal_marker", "goal_review", "inbound", "interaction",
    "interaction_participant", "known_word", "meeting", "meeting_answer", "message", "note_file", "participation",
    "policy", "policy_offer", "shared_word", "suggestion", "suggestion_key", "thread_key",
})  # fmt: skip
# Tables with text in which nobody outside is named: our own people, places, states and keyed hashes.
NAME_NOBODY = frozenset({
    "app_user", "approval", "collection", "company_domain", "company_team", "company_turn", "connection",
    "connection_state", "consent", "credential", "dropped", "due", "identity_word", "installation",
    "interaction_source", "mail_server", "mail_turn", "allowance", "heads_up", "introduction", "market_week",
    "objection", "outbox", "policy_change", "preference", "promise_word", "secret", "sign_in_failure",
    "sign_in_link", "suggestion_source", "trace", "user_address", "viewing", "visit", "web_session",
})  # fmt: skip
HOLDS_TEXT = text("""
select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
and format_type(a.atttypid, null) in ('text', 'jsonb', 'json', 'bytea', 'text[]', 'citext', 'character varying')
and c.relname not like 'procrastinate%' and c.relname not like 'alembic%'
""")

# She answered by somebody else's mail that she comes.
ANSWERED = text("""
insert into meeting_answer (owner_id, message_id, uid, instance, method, address, response, sequence, stamped_at)
select :me, id, 'pilot', '', 'REPLY', :who, 'accepted', 0, sent_at from message order by sent_at desc limit 1
""")


def tables_with_text(session: Session) -> frozenset[str]:
    return frozenset(session.scalars(HOLDS_TEXT))


def named_in(*people: Person) -> set[str]:
    """The tables with a row that names her, in whatever column, as any of these people may read it."""
    found = set()
    for person in people:
        with person.app.transaction(person.acting) as session:
            for table in NAME_PEOPLE | {"approval", "trace", "identity_word", "due", "outbox", "collection"}:
                bytes_too = " || encode(coalesce(t.payload, ''), 'escape')" if table == "inbound" else ""
                rows = text(f"select lower(t::text{bytes_too}) from {table} t")
                if any(word in row for row in session.scalars(rows) for word in WORDS):
                    found.add(table)
    return found


def tables_with(person: Person, word: str) -> list[str]:
    """The tables with a row that one person may read and that has a word in it."""
    counted = " union all ".join(
        f"select '{name}' from {name} t where lower(t::text) like '%' || :word || '%'" for name in sorted(NAME_PEOPLE)
    )
    with person.app.transaction(person.acting) as session:
        return sorted(set(session.scalars(text(counted), {"word": word})))


def known_in_every_way(ines: Person, jonas: Person) -> None:
    """Two addresses that are one, a note with others, meetings, rules, typed words, what waits and what nobody read."""
    _to_one(ines)
    _to_a_colleague(jonas)
    for rep in (ines, jonas):
        rep.accept(Rule("ask", "person", WORK))
        _lay_in_bytes(rep)
    _between(ines, jonas)


def _to_one(ines: Person) -> None:
    same_person(ines)
    ines.feed(*exchange(ines, 21, WORK, after=2, mobile=MOBILE, title="Buyer"))
    ines.feed(*exchange(ines, 31, NILS, after=2), meeting("pilot", ines.address, WORK, NILS))
    ines.feed(meeting(f"visit-{WORK}", ines.address, WORK))
    ines.approve_all()
    _type(ines, "contact", "location", "", "Becker House")
    _type(ines, "company", "name", "Halden", "Greta Becker Paper")
    asked = mail(41, ines.address, WORK, NILS, at=MONDAY + timedelta(days=3))
    soon = LATER.date() + timedelta(days=3)
    asked = dealing(promising(asked, "please send the list", soon, "recipient"), "offered", "seller")
    answer = sending(mail(42, NILS, ines.address, answers=41), "CV Greta Becker.pdf", "Plan.pdf")
    ines.feed(asked, answer)
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update deal set name = 'Pumps for Greta Becker'"))
        session.execute(ANSWERED, {"me": ines.user_id, "who": WORK})


def _type(rep: Person, entity: Record, field: str, was: str, value: str) -> None:
    with rep.app.transaction(rep.acting) as session:
        row_id = session.scalars(text(f"select id from {entity} order by id")).first()
        assert row_id
        enter(session, Approver(rep.user_id, 0), uuid4(), Entry(entity, row_id, field, was, value), LATER)


def _to_a_colleague(jonas: Person) -> None:
    jonas.feed(*exchange(jonas, 61, WORK, after=3, mobile=MOBILE))
    jonas.rule("keep_private", jonas.suggestions("waiting", kind="interaction")[:1], title="Greta Becker's wish")
    jonas.rule("approve", jonas.suggestions("private", kind="interaction"))
    jonas.publish()
    jonas.rule("keep_private", jonas.suggestions("waiting")[:1])
    jonas.feed(*exchange(jonas, 71, HOME, after=4), *(with_desks(each, DESK) for each in exchange(jonas, 81, DESK)))
    jonas.approve_all()
    later = MONDAY + timedelta(days=5)
    named, about = mail(93, WORK, jonas.address, at=later), mail(91, NILS, jonas.address, at=later)
    assert named.message
    jonas.feed(replace(named, message=replace(named.message, message_id="greta.becker.93@halden.example")))
    jonas.feed(replace(about, sources=(replace(about.sources[0], text="Ask Greta Becker."),)))
    jonas.feed(mail(92, jonas.address, NILS, answers=91, at=later))


def _lay_in_bytes(rep: Person) -> None:
    lay_in(rep, connected(rep))
    with rep.app.transaction(rep.acting) as session:
        collection = session.scalars(text("select id from collection")).first()
        session.execute(
            text(
                "insert into inbound (owner_id, collection_id, remote_id, media_type, sha256, state, payload)"
                " values (:me, :collection, 'unread', 'message/rfc822', 'x', 'waiting', :payload)"
            ),
            {"me": rep.user_id, "collection": collection, "payload": f"From: {WORK}".encode()},
        )
        session.execute(
            text("insert into policy_offer (owner_id, offer, offered_at) values (:me, :offer, now())"),
            {"me": rep.user_id, "offer": f'["approve", "person", "{WORK}"]'},
        )


def _between(ines: Person, jonas: Person) -> None:
    """A goal that the two set, what one of them said of it, and a line of their 1:1."""
    with ines.app.transaction(ines.acting) as session:
        values = {"me": ines.user_id, "both": [ines.user_id, jonas.user_id], "day": LATER.date(), "now": LATER}
        goal_id = session.scalar(
            text(
                "insert into goal (people, words, measure, target, begins_on, ends_on, proposed_by, proposed_at) values"
                " (:both, 'Meet Greta Becker', 'roles_met', 3, :day - 30, :day, :me, :now) returning id"
            ),
            values,
        )
        for statement in (
            "goal_marker (goal_id, day, target, words) values (:goal, :day - 9, 1, 'Greta Becker agrees')",
            "goal_review values (:goal, :day, :me, 'Greta Becker is in', :now)",
            "agenda_line (author_id, other_id, words, added_at) values (:me, :other, 'Greta Becker?', :now)",
        ):
            session.execute(text(f"insert into {statement}"), values | {"goal": goal_id, "other": jonas.user_id})


def erase(*people: Person, addresses: tuple[str, ...] = (WORK,)) -> erasure.Erased:
    """As the command does it: everybody is asked first who it is, then everybody's rows go."""
    known = []
    for person in people:
        with person.app.transaction(person.acting) as session:
            known.append(erasure.subject_of(session, person.user_id, addresses))
    subject, done = erasure.whose(known), erasure.Erased()
    for person in people:
        with person.app.transaction(person.acting) as session:
            done += erasure.erase(session, person.user_id, subject, keyed_hash)
    return done
