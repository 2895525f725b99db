from __future__ import annotations

from store.recording import Touched
from store.review.suggest import suggest
from tests.firm import LATER, Person
from tests.readings import mail

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
