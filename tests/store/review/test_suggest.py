from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.facts import Findings, PrivacyFact
from store.recording import Touched
from store.review.suggest import suggest
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import evidence, mail

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
