"""What two reps share with everybody, and what one keeps: what lists and notes are read from."""

from __future__ import annotations

from tests.firm import Person
from tests.readings import mail, meeting

GRETA, PAVEL, LUCA = "greta@halden.example", "pavel@kestrel.example", "luca@mail.example"


def exchange(rep: Person, number: int, other: str) -> None:
    rep.feed(mail(number, other, rep.address), mail(number + 1, rep.address, other, answers=number))


def share(ines: Person, jonas: Person) -> None:
    """Ines shares Greta and Luca, Jonas shares Pavel and a meeting with Greta; one note of Ines stays unshared."""
    exchange(ines, 1, GRETA)
    exchange(ines, 11, LUCA)
    ines.approve_all()
    exchange(jonas, 21, PAVEL)
    jonas.feed(meeting("a", jonas.address, GRETA))
    jonas.approve_all()
    exchange(ines, 31, "nora@halden.example")
