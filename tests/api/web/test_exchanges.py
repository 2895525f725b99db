"""Exchanges behind a number: the address that opens them asks for exactly what was counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from api.web.exchanges import EVER, asked, exchanged, href, lines, looked_at, rows, weeks_back
from store.judgement.weeks import SHOWN, Exchanged, Week, monday_of, weeks
from store.people import SignedIn
from store.queries.behind import Behind, Exchange
from store.viewings import looks_at
from tests.builders import MONDAY, ONE, TWO
from tests.firm import LATER, Firm, Person
from tests.readings import mail, meeting

BERLIN, GRETA = "Europe/Berlin", "greta@halden.example"
OF = Behind("contact", [ONE], EVER, LATER)
MET = Exchange(ONE, "meeting", "Pilot review", MONDAY, inwards=True, approvers=(TWO,))
SENT, GOT = (Exchange(ONE, "mail", "Pricing", MONDAY, inwards=inwards, approvers=(TWO,)) for inwards in (False, True))


def reader(person: Person) -> SignedIn:
    return SignedIn(b"x", "x", person.user_id, person.address, "Petra", frozenset({"manager"}), BERLIN, "en", 0)


def test_an_address_says_what_is_asked_for_and_nonsense_narrows_nothing() -> None:
    given = {"kind": "mail", "direction": "out", "since": "2026-03-02", "until": MONDAY.isoformat(), "ours": str(TWO)}
    found = asked(OF, given, BERLIN)
    assert found == Behind("contact", [ONE], datetime(2026, 3, 2, tzinfo=ZoneInfo(BERLIN)), MONDAY, "mail", "out", TWO)
    assert asked(OF, {"kind": "call", "direction": "up", "since": "x", "ours": "x"}, BERLIN) == OF
    assert asked(OF, {"kind": "meeting", "direction": "in"}, BERLIN) == Behind(
        "contact", [ONE], EVER, LATER, "meeting", "in"
    )
    assert asked(Behind("company", [ONE], EVER, LATER), {"ours": str(TWO)}, BERLIN).ours is None


def test_a_line_of_the_table_leads_to_what_it_counts() -> None:
    week = Week(date(2026, 3, 2), 2, 0, 1)
    (line,) = lines("companies/1", [Week(date(2026, 2, 23)), week], date(2026, 3, 5))
    assert (line.week, line.theirs.number, line.ours.number, line.met.number) == ("Mon 2 Mar", 2, 0, 1)
    assert dict(parse_qsl(urlsplit(line.theirs.href).query)) == {
        "since": "2026-03-02", "until": "2026-03-09", "kind": "mail", "direction": "in",
    }  # fmt: skip
    assert href("people/1", "kind=meeting") == "/people/1/exchanges?kind=meeting"


def test_exchanges_in_words_and_as_judgement_counts_them() -> None:
    me = SignedIn(b"x", "x", ONE, "x@x", "Petra", frozenset({"manager"}), BERLIN, "en", 0)
    assert [(row.what, row.icon, row.clock) for row in rows([MET, SENT, GOT], me, MONDAY)] == [
        ("We met", "meeting", "10:30"), ("We wrote", "mail", "10:30"), ("They wrote", "mail", "10:30"),
    ]  # fmt: skip
    late = Exchange(ONE, "mail", "", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), inwards=True, approvers=())
    day = MONDAY.date()
    assert exchanged([MET, SENT, GOT, late], BERLIN) == [
        Exchanged(day, "met"), Exchanged(day, "ours"), Exchanged(day, "theirs"), Exchanged(date(2026, 3, 2), "theirs"),
    ]  # fmt: skip
    assert weeks_back(MONDAY, BERLIN, 1) == datetime(2026, 3, 2, tzinfo=ZoneInfo(BERLIN))


def test_every_number_of_the_table_is_what_it_opens_and_each_look_is_noted(firm: Firm, ines: Person) -> None:
    for week in range(3):
        at, number = MONDAY - timedelta(weeks=week), 10 * week + 1
        ines.feed(
            mail(number, GRETA, ines.address, at=at), mail(number + 1, ines.address, GRETA, answers=number, at=at)
        )
    ines.feed(meeting("a", ines.address, GRETA))
    ines.approve_all()
    petra = firm.person("Petra", "manager")
    with firm.app.transaction(petra.acting) as session:
        rows_of: list[UUID] = list(session.connection().exec_driver_sql("select id from company").scalars())
        begin = weeks_back(LATER, BERLIN, SHOWN)
        whole = Behind("company", rows_of, begin, LATER)
        found = looked_at(session, reader(petra), "companies/1", whole, LATER)
        counted = weeks(exchanged(found, BERLIN), monday_of(LATER.date()))
        shown = [
            side for line in lines("companies/1", counted, LATER.date()) for side in (line.theirs, line.ours, line.met)
        ]
        assert sum(each.number for each in shown) == 7
        for each in shown:
            narrowed = asked(whole, dict(parse_qsl(urlsplit(each.href).query)), BERLIN)
            assert len(looked_at(session, reader(petra), "companies/1", narrowed, LATER)) == each.number
    with ines.app.transaction(ines.acting) as session:
        assert len(looks_at(session, ines.user_id)) == len({each.note_id for each in found}) == 4
