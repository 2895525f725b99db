from __future__ import annotations

from store.review.newcomers import ask, take_back
from tests.acquaintances import HOME, WORK, exchange, noted, question
from tests.firm import Person


def test_who_is_somebody_else_is_asked_about_at_once_and_never_as_the_known_one_again(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, HOME, after=1))
    apart = ines.rule("refuse", [question(ines)])
    (newcomer,) = ines.suggestions("waiting", kind="contact")
    assert (newcomer.fields["address"], newcomer.doubt) == (HOME, "company unsure")
    ines.feed(*exchange(ines, 21, HOME, after=2))
    assert ines.suggestions("waiting", kind="merge") == []
    ines.undo(apart)
    assert ines.suggestions("waiting", kind="contact") == []
    assert question(ines).fields["person"]["address"] == HOME
    assert (ask is not None, take_back is not None) == (True, True)


def test_who_was_settled_meanwhile_stays(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, HOME, after=1))
    apart = ines.rule("refuse", [question(ines)])
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.undo(apart)
    (settled,) = ines.suggestions("approved", kind="contact")
    assert settled.fields["address"] == HOME
    ines.rule("refuse", [question(ines)])
    assert ines.suggestions("waiting", kind="contact") == []
