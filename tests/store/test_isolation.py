"""Who reaches what, in SQL under the product's own roles: a matrix over every table that the database has."""

from __future__ import annotations

from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.orm import Session

from store.engine import NOBODY, Acting, Database
from store.judgement.policy import Rule
from tests.database import Urls
from tests.firm import SHARED, SUMMED, Firm, Person
from tests.readings import mail, meeting, signed

GRETA = "greta@halden.example"
CANARY = "Secret"
FREE_OF_CONTENT = {"connection_state", "app_user", "user_address", "installation", "sign_in_link"}

OF_NEITHER_KIND = {
    "introduction",
    "goal",
    "goal_company",
    "goal_marker",
    "goal_agreement",
    "goal_review",
    "agenda_line",
    "objection",
    "viewing",
    "web_session",
    "sign_in_failure",
    "secret",
    "mail_server",
    "mail_turn",
    "allowance",
}  # each has its test


def tables(session: Session) -> list[str]:
    found = session.scalars(text("select tablename from pg_tables where schemaname = 'public' order by 1"))
    return [name for name in found if not name.startswith(("procrastinate", "alembic"))]


def private_tables(session: Session) -> list[str]:
    owned = text("select table_name from information_schema.columns where column_name = 'owner_id' order by 1")
    return [name for name in session.scalars(owned) if name not in {"connection_state", "viewing"}]


@pytest.fixture
def filled(firm: Firm, ines: Person) -> Person:
    """A rep with something in every private table, nothing of it approved."""
    got = signed(mail(1, GRETA, ines.address), title="Buyer")
    ines.feed(got, mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.rule("keep_private", ines.suggestions("waiting")[:1])
    ines.rule("later", ines.suggestions("waiting")[:1])
    rows = {
        "consent": "(owner_id, text_version, text, given_at) values (:me, '1', 'yes', now())",
        "connection": "(owner_id, consent_id, provider, label) select :me, id, 'files', 'a' from consent",
        "credential": "(owner_id, connection_id, sealed) select :me, id, 'x' from connection",
        "collection": "(owner_id, connection_id, remote_name, kind) select :me, id, 'a', 'calendar' from connection",
        "inbound": "(owner_id, collection_id, remote_id, media_type, sha256, state)"
        " select :me, id, 'a', 'x', 'x', 'waiting' from collection",
        "dropped": "(owner_id, collection_id, remote_id, keyed_hash, reason)"
        " select :me, id, 'b', 'x', 'x' from collection",
        "outbox": "(owner_id, kind, reference, put_at) values (:me, 'sign-in needed', gen_random_uuid(), now())",
    }
    rows["meeting_answer"] = (
        "(owner_id, message_id, uid, instance, method, address, response, sequence, stamped_at)"
        " select :me, id, 'a', '', 'REPLY', 'x', 'accepted', 0, now() from message"
    )
    rows["preference"] = "(owner_id) values (:me)"
    rows["heads_up"] = "(owner_id, key, colleague_id, contact_id, kind, at)"
    rows["heads_up"] += " values (:me, 'a', :me, gen_random_uuid(), 'mail', now())"
    rows["visit"] = "(owner_id, page, looked_at) values (:me, 'companies/1', now())"
    rows["promise_word"] = "(owner_id, key) values (:me, 'a')"
    rows["quiet"] = "(owner_id, contact_id, last_at, every_days, brought_up_on)"
    rows["quiet"] += " values (:me, gen_random_uuid(), now(), 7, now())"
    ines.accept(Rule("ask", "word", "nothing"))
    rows["trace"] = (
        "(owner_id, meeting_id, reason, judged_at) select :me, id, 'x', now() from meeting on conflict do nothing"
    )
    rows["policy_offer"] = "(owner_id, offer, offered_at) values (:me, 'a', now())"
    rows["redone"] = "(owner_id, op_id, undo_op_id) values (:me, gen_random_uuid(), gen_random_uuid())"
    with firm.app.transaction(ines.acting) as session:
        for name, values in rows.items():
            session.execute(text(f"insert into {name} {values}"), {"me": ines.user_id})
        assert [name for name in private_tables(session) if not count(session, name)] == []
    return ines


def count(session: Session, name: str) -> int:
    return int(session.execute(text(f"select count(*) from {name}")).scalar_one())


@pytest.fixture
def strangers(firm: Firm, jonas: Person) -> list[tuple[Database, Acting]]:
    petra, root = firm.person("Petra", "manager"), firm.person("Root", "admin")
    both = firm.person("Both", "rep", "manager", "reader")
    return [
        (firm.app, jonas.acting),
        (firm.app, petra.acting),
        (firm.app, both.acting),
        (firm.app, Acting(root.user_id)),
        (firm.app, NOBODY),
        (firm.worker, jonas.acting),
    ]


def test_every_owned_table_forces_row_security(firm: Firm) -> None:
    with firm.app.transaction() as session:
        unforced = text(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'"
            " where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)"
        )
        assert session.scalars(unforced).all() == []
        assert len(private_tables(session)) == 30


def test_every_table_has_its_place_in_this_matrix(firm: Firm) -> None:
    """A new table fails here until it is private to an owner, shared, or named as neither."""
    with firm.app.transaction() as session:
        placed = {*private_tables(session), *SHARED, *SUMMED, *FREE_OF_CONTENT, *OF_NEITHER_KIND}
        assert set(tables(session)) == placed
        ways_around = text(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace"
            " and c.relkind in ('v', 'm', 'f') union all select p.proname from pg_proc p"
            " where p.pronamespace = 'public'::regnamespace and p.prosecdef"
        )
        assert (
            session.scalars(ways_around).all() == []
        )  # views and functions with their owner's rights pass the policies


def test_a_stranger_sees_and_changes_nothing_private(filled: Person, strangers: list[tuple[Database, Acting]]) -> None:
    listing = filled.worker  # may list what is due: see below
    for database, acting in strangers:
        with database.transaction(acting) as session:
            names = [name for name in private_tables(session) if (database, name) != (listing, "due")]
            assert {name: count(session, name) for name in names} == dict.fromkeys(names, 0)
        for name in names:
            with suppress(ProgrammingError), database.transaction(acting) as session:
                assert session.execute(text(f"update {name} set owner_id = owner_id")).rowcount == 0  # type: ignore[attr-defined]
            with suppress(ProgrammingError), database.transaction(acting) as session:
                assert session.execute(text(f"delete from {name}")).rowcount == 0  # type: ignore[attr-defined]
    assert filled.count("suggestion") == 3


def test_a_stranger_cannot_put_rows_in_another_s_name(filled: Person, jonas: Person) -> None:
    put = text("insert into due (owner_id, kind, reference, at) values (:owner, 'wake', 'x', now())")
    with pytest.raises(DBAPIError, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        session.execute(put, {"owner": filled.user_id})


def test_a_rep_cannot_give_rows_away_or_take_them(filled: Person, jonas: Person) -> None:
    with pytest.raises(DBAPIError, match="row-level security"), filled.app.transaction(filled.acting) as session:
        session.execute(text("update suggestion set owner_id = :other"), {"other": jonas.user_id})


def test_the_admin_role_has_no_right_to_content(filled: Person, firm: Firm) -> None:
    admin = Acting(firm.person("Root", "admin").user_id, admin_alone=True)
    filled.rule("approve", filled.suggestions("waiting"))
    with firm.app.transaction() as session:
        names = [name for name in tables(session) if name not in FREE_OF_CONTENT]
    for name in names:
        with pytest.raises(ProgrammingError, match="permission denied"), firm.app.transaction(admin) as session:
            session.execute(text(f"select 1 from {name}"))
    assert set(SHARED) < set(names)
    with firm.app.transaction(admin) as session:
        assert {name: count(session, name) >= 0 for name in FREE_OF_CONTENT} == dict.fromkeys(FREE_OF_CONTENT, True)


def test_a_rule_is_made_by_its_rep_alone(filled: Person, firm: Firm, jonas: Person) -> None:
    """Not by an admin, not by a colleague in the rep's name, not by a worker; and what was done to it stays written."""
    admin = Acting(firm.person("Root", "admin").user_id, admin_alone=True)
    make = text(
        "insert into policy (owner_id, kind, subject, value, kinds, label, state, made_at, since) values"
        " (:owner, 'approve', 'person', 'greta@halden.example', '{mail}', 'Greta', 'active', now(), now())"
    )
    tries = [(firm.app, admin), (firm.app, jonas.acting), (firm.worker, filled.acting), (firm.app, NOBODY)]
    for database, acting in tries:
        refused = "permission denied|row-level security"
        with pytest.raises(DBAPIError, match=refused), database.transaction(acting) as session:
            session.execute(make, {"owner": filled.user_id})
    for statement in ("delete from policy", "delete from policy_change", "update policy_change set verb = 'undo'"):
        with pytest.raises(ProgrammingError, match="permission denied"), firm.app.transaction(filled.acting) as session:
            session.execute(text(statement))


def test_nobody_signed_in_sees_nothing_shared(filled: Person, firm: Firm) -> None:
    filled.approve_all()
    assert filled.count("interaction") == 1
    with firm.app.transaction() as session:
        nothing = dict.fromkeys((*SHARED, *SUMMED), 0)
        assert {name: count(session, name) for name in nothing} == nothing


def test_what_is_shared_is_what_was_approved(filled: Person, jonas: Person) -> None:
    assert not any(jonas.shared().values())
    filled.approve_all()
    seen = str(jonas.shared())
    assert GRETA in seen
    assert CANARY not in seen


def test_a_worker_lists_only_what_is_due_and_when(filled: Person, firm: Firm) -> None:
    with firm.worker.transaction() as session:
        seen = {name: count(session, name) for name in private_tables(session)}
    assert seen.pop("due") > 0
    assert not any(seen.values())


def test_a_viewing_is_told_to_the_owner_alone(filled: Person, jonas: Person) -> None:
    saw = text(
        "insert into viewing (viewer_id, owner_id, entity, row_id, page, hour) values"
        " (:viewer, :owner, 'contact', gen_random_uuid(), 'people', now()) on conflict do nothing"
    )
    with jonas.app.transaction(jonas.acting) as session:
        session.execute(saw, {"viewer": jonas.user_id, "owner": filled.user_id})
    assert (filled.count("viewing"), jonas.count("viewing")) == (1, 0)
    with pytest.raises(DBAPIError, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        session.execute(saw, {"viewer": filled.user_id, "owner": jonas.user_id})


def test_the_setting_ends_with_its_transaction(filled: Person, urls: Urls) -> None:
    narrow = Database(urls.app, pool_size=1)
    for _ in range(3):
        with narrow.transaction(filled.acting) as session:
            assert count(session, "suggestion") == 3
        with suppress(ZeroDivisionError), narrow.transaction(filled.acting) as session:
            raise ZeroDivisionError
        with narrow.transaction() as session:
            assert count(session, "suggestion") == 0
    narrow.close()


def test_what_was_learnt_of_servers_is_for_workers_alone(firm: Firm, ines: Person) -> None:
    put = text("insert into mail_server (key, cap, tokens, counted_at) values ('x', 1, 1, now())")
    with firm.worker.transaction() as session:
        session.execute(put)
    for name in ("mail_server", "mail_turn", "allowance"):
        with pytest.raises(ProgrammingError, match="permission denied"), firm.app.transaction(ines.acting) as session:
            session.execute(text(f"select 1 from {name}"))
