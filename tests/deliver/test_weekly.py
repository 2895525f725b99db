"""The weekly mail: what it says, to whom, and that it is silent when there is nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from deliver.daily import make_round
from deliver.digest import Reader
from deliver.notices import Postman
from deliver.weekly import weekly
from store import rounds
from store.judgement.trends.turns import WEEK, monday
from store.models.private.outbox import Outgoing
from store.preferences import want_weekly
from store.queries.today import Changed, Due, Found, Quiet
from tests.builders import ONE, TWO
from tests.deliver.test_digest import key
from tests.firm import Firm, Person
from tests.store.queries.test_today import company_with

TODAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 7, 30, tzinfo=UTC)
FOUND = Found(
    (Changed(ONE, "Halden <b>", date(2026, 2, 2), 9, 2),),
    (Quiet(TWO, "Kestrel", date(2025, 3, 17), date(2026, 1, 5), 40),),
    (Due("send the secret", date(2026, 3, 10), ours=True, note_id=ONE, company_id=TWO, company="Kestrel"),), 7, 1, 1,
)  # fmt: skip


def reader(language: str) -> Reader:
    return Reader(
        "Petra Holm", "petra@alder.example", "UTC", language, "https://crm.example", "https://crm.example/s", NOW
    )


def test_it_names_companies_and_no_one_of_us_and_no_words_of_a_note() -> None:
    letter = weekly(FOUND, reader("en"), "<1@alder.example>", TODAY)
    assert letter.subject == "7 companies changed, 1 company went quiet, 1 promise is due"
    assert "Halden b: less: from about 9 to 2 notes a week" in letter.text
    assert "Kestrel: we promised by Tue 10 Mar" in letter.text
    assert "secret" not in letter.text
    assert letter.html
    assert "secret" not in letter.html
    assert "<b>" not in letter.html.replace("<p><b>", "")
    assert ("https://crm.example/today" in letter.text, letter.stop) == (True, "https://crm.example/s")


@pytest.mark.parametrize(
    ("language", "said"), [("de", "7 Firmen haben sich verändert"), ("fr", "7 entreprises ont changé")]
)
def test_it_speaks_its_readers_language(language: str, said: str) -> None:
    assert said in weekly(FOUND, reader(language), "<1@alder.example>", TODAY).subject


def outgoing(petra: Person) -> list[Outgoing]:
    with petra.worker.transaction(petra.acting) as session:
        return list(session.scalars(select(Outgoing)))


def test_once_a_week_for_those_who_want_it_when_there_is_something(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    first = monday(datetime.now(UTC).date()) + WEEK
    now = datetime(first.year, first.month, first.day, 9, 30, tzinfo=UTC)

    def morning() -> None:
        with petra.worker.transaction(petra.acting) as session:
            rounds.move(session, petra.user_id, now)
            make_round(session, petra.user_id, now)

    morning()
    with petra.app.transaction(petra.acting) as session:
        want_weekly(session, petra.user_id, now, wanted=True)
    morning()
    assert outgoing(petra) == []
    company_with(ines, "changed", 9, 2, ago=1)
    morning()
    morning()
    (row,) = outgoing(petra)
    assert (row.kind, row.day) == ("weekly", first)
    postman = Postman(firm.worker, None, "alder.example", lambda: now, lambda: 0.5, key)
    with petra.app.transaction(petra.acting) as session:
        want_weekly(session, petra.user_id, now, wanted=False)
    assert postman.deliver(petra.user_id, row.id) == "not needed"
