"""Heads-ups as sentences."""

from __future__ import annotations

from sqlalchemy import text

from api.web.heads_up import SAYS, lines
from store.people import SignedIn
from tests.firm import LATER, Person
from tests.readings import mail


def test_each_kind_in_a_sentence_that_leads_to_whom_it_is_about(ines: Person, jonas: Person) -> None:
    jonas.feed(
        mail(1, "greta@halden.example", jonas.address), mail(2, jonas.address, "greta@halden.example", answers=1)
    )
    jonas.approve_all()
    me = SignedIn(b"x", "x", ines.user_id, ines.address, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 0)
    put = text("""
    insert into heads_up (owner_id, key, colleague_id, contact_id, company_id, kind, at)
    select :me, kind, :jonas, case when kind <> 'upcoming' then (select id from contact) end,
           case when kind = 'upcoming' then (select id from company) end, kind, :at
    from unnest(cast(:kinds as text[])) kind
    """)
    with ines.app.transaction(ines.acting) as session:
        values = {"me": ines.user_id, "jonas": jonas.user_id, "at": LATER, "kinds": list(SAYS)}
        session.execute(put, values)
        found = lines(session, me, LATER)
    assert [each.before + each.name + each.after for each in found] == [
        "Jonas wrote with Greta today.", "Jonas met Greta today.", "Jonas is going to meet Halden today.",
    ]  # fmt: skip
    assert [each.href.split("/")[1] for each in found] == ["people", "people", "companies"]
