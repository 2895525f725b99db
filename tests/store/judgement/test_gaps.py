from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from store.judgement.gaps import ASKED, Company, Contact, Gap, Last, Promise, gaps

TODAY = date(2026, 6, 1)
HALDEN = UUID(int=1)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def contact(number: int, role: str = "Buyer", left: int | None = None, last: int | None = 3) -> Contact:
    name = f"Somebody {number}"
    return Contact(
        UUID(int=number), name, role, None if left is None else ago(left), None if last is None else ago(last), None
    )


def last(way: str, days: int) -> Last:
    return Last(UUID(int=50), ago(days), "Greta", way)  # type: ignore[arg-type]  # a way each


def found(
    *contacts: Contact, last: Last | None = None, quiet: bool = False, promises: tuple[Promise, ...] = ()
) -> list[Gap]:
    return gaps(Company(HALDEN, "Halden", contacts, promises, last, quiet), TODAY)


TWO = (contact(11), contact(12))


@pytest.mark.parametrize(
    ("way", "days", "said"),
    [
        ("in", 6, []), ("in", 7, ["answer"]), ("in", 90, ["answer"]), ("in", 91, []),
        ("out", 13, []), ("out", 14, ["awaited"]), ("out", 91, []), ("met", 30, []),
    ],
)  # fmt: skip
def test_who_waits_for_whom(way: str, days: int, said: list[str]) -> None:
    assert [gap.kind for gap in found(*TWO, last=last(way, days))] == said


def test_who_is_not_known_or_has_left() -> None:
    assert [(gap.kind, gap.who) for gap in found(contact(11))] == [("single", "Somebody 11")]
    assert [gap.kind for gap in found(*TWO)] == []
    assert [gap.kind for gap in found(*TWO, contact(13, left=9, last=300))] == ["left"]
    assert [gap.kind for gap in found(*TWO, contact(13, left=9, last=400))] == []
    assert [gap.kind for gap in found(*TWO, contact(13, left=9, last=None))] == []
    assert [(gap.kind, gap.who) for gap in found(*TWO, contact(13, "", last=80), contact(14, "", last=70))] == [
        ("role", "Somebody 14")
    ]
    assert [gap.kind for gap in found(*TWO, contact(13, "", last=91), contact(14, "", last=None))] == []


def test_silence_and_promises_and_no_more_than_is_asked_of_one() -> None:
    assert [gap.kind for gap in found(*TWO, last=last("met", 60), quiet=True)] == ["quiet"]
    assert found(*TWO, quiet=True) == []
    late = (Promise("the form", ago(3), UUID(int=60)), Promise("the list", ago(9), UUID(int=61)))
    (one,) = found(*TWO, promises=late)
    assert (one.kind, one.who, one.on, one.of, one.ref) == ("promise", "the list", ago(9), "notes", UUID(int=61))
    every = found(contact(13, left=9), contact(11, ""), last=last("in", 60), quiet=True, promises=late)
    assert [gap.kind for gap in every] == ["promise", "answer"]
    assert len(every) == ASKED
