from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event

from extract.facts import Extraction, Findings, PrivacyFact
from store.messages import record
from store.recording import Item, Touched
from store.review.suggest import suggest
from tests.acquaintances import MOBILE, NEW, WORK, exchange, question
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import evidence, mail, meeting

GRETA = "greta@halden.example"


def test_nothing_touched_changes_nothing(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        suggest(session, ines.owner, Touched(), LATER)
    assert ines.suggestions() == []


def test_newsletters_never_ask(ines: Person) -> None:
    ines.feed(mail(1, "news@halden.example", ines.address, kind="newsletter"))
    ines.feed(mail(2, ines.address, "news@halden.example", answers=1, kind="newsletter"))
    assert ines.suggestions() == []


def test_one_batch_or_many_give_the_same_queue(ines: Person, jonas: Person) -> None:
    def world(me: str) -> list[object]:
        return [mail(1, GRETA, me), mail(2, me, GRETA, answers=1), mail(5, me, "pavel@kestrel.example"),
                mail(6, "pavel@kestrel.example", me, answers=5), mail(3, GRETA, me, answers=2)]  # fmt: skip

    ines.feed(*world("rep@alder.example"))  # type: ignore[arg-type]
    for reading in reversed(world("rep@alder.example")):
        jonas.feed(reading)  # type: ignore[arg-type]

    def queue(person: Person) -> list[tuple[str, str, str | None, str]]:
        return [(row.kind, row.pile, row.doubt, row.version) for row in person.suggestions()]

    assert len(queue(ines)) == 4
    assert queue(ines) == queue(jonas)


def test_a_question_about_somebody_stays_when_mail_of_their_company_comes(ines: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK, mobile=MOBILE), *exchange(ines, 11, NEW, after=1, mobile=MOBILE))
    asked = question(ines).key
    ines.feed(mail(21, "ben@halden.example", ines.address))
    assert question(ines).key == asked
    ines.feed(mail(22, ines.address, "ben@halden.example", answers=21))
    assert question(ines).key == asked


def test_a_private_matter_makes_the_notes_of_its_whole_thread_a_question(ines: Person) -> None:
    def doubts() -> list[str | None]:
        return [row.doubt for row in ines.suggestions(kind="interaction")]

    letters = [mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1, at=MONDAY + timedelta(days=1))]
    ines.feed(*letters)
    assert doubts() == ["new person", "new person"]
    sign = PrivacyFact("health", 2, (evidence("privacy", "text", "my doctor"),))
    private = mail(3, GRETA, ines.address, answers=1, at=MONDAY + timedelta(days=2))
    ines.feed(replace(private, findings=Findings(privacy=(sign,))))
    assert doubts() == ["might be private"] * 3
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.rule("approve", ines.suggestions("waiting", kind="interaction")[:1])
    answer = mail(4, ines.address, GRETA, answers=3, at=MONDAY + timedelta(days=3))
    ines.feed(answer)
    assert doubts()[1:] == ["might be private"] * 3
    ines.rule("approve", ines.suggestions("waiting", kind="interaction")[1:2])
    ines.feed(mail(5, GRETA, ines.address, answers=4, at=MONDAY + timedelta(days=3)))
    assert doubts()[2:] == ["might be private", None]


def world(me: str, firms: int) -> list[Extraction]:
    """A mail each way and a meeting with somebody at each of some firms."""
    found = []
    for n in range(firms):
        who = f"greta@halden{n}.example"
        found += [mail(2 * n + 1, who, me), mail(2 * n + 2, me, who, answers=2 * n + 1), meeting(f"v{n}", me, who)]
    return found


def statements(person: Person, readings: list[Extraction]) -> int:
    """How many statements it takes to judge what these readings bring."""
    said: list[object] = []

    def note(*told: object) -> None:
        said.append(told[2])

    with person.worker.transaction(person.acting) as session:
        touched = record(session, person.owner, [Item(uuid4(), (), None, reading) for reading in readings])
        event.listen(person.worker.engine, "before_cursor_execute", note)
        try:
            suggest(session, person.owner, touched, LATER)
        finally:
            event.remove(person.worker.engine, "before_cursor_execute", note)
    return len(said)


@pytest.mark.parametrize("is_settled", [False, True])
def test_a_large_batch_is_judged_in_as_many_statements_as_a_small_one(
    ines: Person, jonas: Person, *, is_settled: bool
) -> None:
    for person, firms in ((ines, 2), (jonas, 9)) if is_settled else ():
        person.feed(*world(person.address, firms))
        person.approve_all()
    assert statements(ines, world(ines.address, 2)) == statements(jonas, world(jonas.address, 9))
