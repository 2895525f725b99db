from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, null, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from store.models.private.message import Message, Participation, Thread, ThreadKey
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.rows import among, insert_rows
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_rows_come_in_their_order_and_the_database_gives_what_they_leave_out(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.worker.transaction(ines.acting) as session:
        message_id = session.scalars(select(Message.id)).one()
        who = {"owner_id": ines.user_id, "message_id": message_id, "role": "cc", "person": False, "desk": False}
        said = [who | {"address": f"{each}@y.example", "evidence": {"quote": "é \\ \"'"}} for each in "cab"]
        insert_rows(session, Participation, [*said, who | {"address": "d@y.example", "evidence": None}])
        asked = select(Participation).where(Participation.role == "cc").order_by(Participation.id)
        rows = session.scalars(asked).all()
        empty = session.scalars(select(func.count()).where(Participation.evidence.is_(null()))).one()
    assert [row.address[0] for row in rows] == ["c", "a", "b", "d"]
    assert [row.evidence for row in rows] == [{"quote": "é \\ \"'"}] * 3 + [None]
    assert empty == 1  # no JSON null


def test_bytes_and_moments_arrive_as_they_are(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    ines.feed(mail(2, ines.address, GRETA))
    with ines.worker.transaction(ines.acting) as session:
        note = session.scalars(select(Suggestion).limit(1)).one()
        source = {"owner_id": ines.user_id, "suggestion_id": note.id, "exchange_key": b"\x00\xff\\", "happened_at": AT}
        insert_rows(session, SuggestionSource, [source | {"direction": "in", "message_id": None, "meeting_id": None}])
        kept = session.scalars(select(SuggestionSource).where(SuggestionSource.exchange_key == b"\x00\xff\\")).one()
    assert (kept.happened_at, kept.message_id) == (AT, None)


def test_what_is_known_stays_as_it_is_or_is_an_error(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.worker.transaction(ines.acting) as session:
        known = session.scalars(select(ThreadKey)).first()
        assert known is not None
        new = [{"owner_id": ines.user_id, "key": key, "thread_id": known.thread_id} for key in (known.key, "new")]
        insert_rows(session, ThreadKey, new, keep_known=True)
        assert set(session.scalars(select(ThreadKey.key))) >= {known.key, "new"}
        with pytest.raises(IntegrityError):
            insert_rows(session, ThreadKey, new)


def test_no_row_can_be_written_for_somebody_else(ines: Person, jonas: Person) -> None:
    with pytest.raises(DBAPIError), ines.worker.transaction(ines.acting) as session:
        insert_rows(session, Thread, [{"owner_id": jonas.user_id}])


def test_many_values_go_over_as_one_parameter(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, GRETA, ines.address))
    with ines.worker.transaction(ines.acting) as session:
        ids = session.scalars(select(Message.id)).all()
        assert len(ids) == 2
        for values, found in ((ids, ids), (ids[:1], ids[:1]), ([], [])):
            assert set(session.scalars(select(Message.id).where(among(Message.id, values)))) == set(found)
        statement = select(Message.id).where(among(Message.id, ids))
    assert len(statement.compile().params) == 1
