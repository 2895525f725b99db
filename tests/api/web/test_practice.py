from __future__ import annotations

from uuid import UUID, uuid4

from api.web.asking import Asked
from api.web.deck import VERSION, ids
from api.web.practice import LAST, Practice, read, said, verb_of, written
from tests.builders import MONDAY


def asked(*places: int, **more: object) -> Asked:
    named = [f"{ids()[place]}:{VERSION}" for place in places]
    return Asked.model_validate({"op_id": uuid4(), "items": named} | more)


def test_how_far_somebody_is_comes_back_from_a_cookie() -> None:
    practice = Practice()
    practice.decide(asked(0, 1))
    practice.decide(asked(2, verb="refuse"))
    practice.undo(asked())
    assert read(written(practice)) == practice
    assert written(practice).isalnum()
    assert read("odd") == read("") == Practice()


def test_a_cookie_stays_small_however_often_something_is_taken_back() -> None:
    practice = Practice()
    for _ in range(3 * LAST):
        practice.decide(asked(0))
        practice.undo(asked())
    assert len(written(practice)) < 3800
    assert read(written(practice)) == practice


def test_what_is_decided_is_decided_once() -> None:
    practice = Practice()
    first = asked(0)
    assert practice.decide(first) == [0]
    assert practice.decide(first) == []
    assert practice.decide(asked(0, verb="refuse")) == []
    assert practice.state(0) == "approved"
    assert practice.undo(asked(undone=uuid4())) == []
    assert practice.undo(asked(undone=first.op_id)) == [0]
    assert practice.state(0) == "waiting"


def test_what_is_made_up_elsewhere_is_not_decided() -> None:
    practice = Practice()
    foreign = Asked(op_id=uuid4(), items=[f"{UUID(int=7)}:1"])
    assert practice.decide(foreign) == []
    assert verb_of(foreign, MONDAY) == "approve"


def test_it_is_over_with_the_fifth() -> None:
    practice, over = Practice(), []
    for places in ((0, 1, 2, 3), (4,)):
        practice.decide(asked(*places))
        over.append(practice.is_over)
    assert over == [False, True]
    assert said(practice, None, MONDAY) is None
