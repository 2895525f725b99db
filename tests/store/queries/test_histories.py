from __future__ import annotations

import pytest

from store.queries.histories import histories, known, quote_of
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import invitation, mail, meeting

GRETA, PAVEL = "greta@halden.example", "pavel@kestrel.example"


def test_what_mail_and_calendar_show_of_an_address(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    with ines.worker.transaction(ines.acting) as session:
        found = histories(session, ines.owner, [GRETA, PAVEL], LATER)
        early = histories(session, ines.owner, [GRETA], MONDAY)
    assert set(found) == {GRETA}
    history = found[GRETA]
    assert (history.they_wrote, history.we_wrote, history.met) == (1, 1, 1)
    assert (history.company_name, history.names) == ("Halden", (("Greta", 3),))
    assert [quote.field for quote in history.quotes] == ["name", "address", "company_name"]
    assert early[GRETA].met == 0


@pytest.mark.parametrize(("response", "met"), [("needs-action", 0), ("declined", 0), ("accepted", 1), ("tentative", 1)])
def test_who_invites_is_met_when_one_of_ours_accepted(ines: Person, response: str, met: int) -> None:
    ines.feed(invitation("a", GRETA, ines.address, response=response))
    with ines.worker.transaction(ines.acting) as session:
        assert histories(session, ines.owner, [GRETA], LATER)[GRETA].met == met


def test_who_invites_and_was_written_to_is_met(ines: Person) -> None:
    ines.feed(mail(1, ines.address, GRETA), invitation("a", GRETA, ines.address, response="needs-action"))
    with ines.worker.transaction(ines.acting) as session:
        assert histories(session, ines.owner, [GRETA], LATER)[GRETA].met == 1


def test_what_is_known(ines: Person, jonas: Person) -> None:
    for number, other in enumerate((GRETA, PAVEL, "luca@mail.example"), start=1):
        ines.feed(
            mail(number * 10, other, ines.address), mail(number * 10 + 1, ines.address, other, answers=number * 10)
        )
    contacts = {row.fields["address"]: row for row in ines.suggestions(kind="contact")}
    ines.rule("approve", [contacts[GRETA]])
    ines.publish()
    ines.rule("keep_private", [contacts[PAVEL]])
    ines.rule("refuse", [contacts["luca@mail.example"]])
    with ines.worker.transaction(ines.acting) as session:
        mine = known(session, ines.user_id, contacts)
    with jonas.worker.transaction(jonas.acting) as session:
        theirs = known(session, jonas.user_id, contacts)
    assert [mine.contacts, mine.private, mine.refused] == [{GRETA, PAVEL}, {PAVEL}, {"luca@mail.example"}]
    assert [theirs.contacts, theirs.private, theirs.refused] == [{GRETA}, set(), set()]


def test_a_stored_evidence_is_a_quote() -> None:
    quote = quote_of("title", None, None, {"source": "subject", "span": {"start": 1, "end": 3}, "quote": "ab"})
    assert (quote.field, quote.start, quote.end, quote.quote) == ("title", 1, 3, "ab")
