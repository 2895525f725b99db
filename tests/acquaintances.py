"""People with several addresses, and the mail they write."""

from __future__ import annotations

from datetime import datetime, timedelta

from extract.facts import Extraction
from store.models.private.suggestion import Suggestion
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, signed

WORK = "greta.becker@halden.example"
ALIAS = "g.becker@halden.example"
HOME = "greta.becker@mail.example"
NEW = "greta.becker@kestrel.example"
MOBILE = "+4915112345"


def exchange(me: Person, number: int, other: str, *, after: int = 0, **signature: str) -> list[Extraction]:
    """A mail to somebody and the answer, some days after the beginning, with a signature where fields are given."""
    at: datetime = MONDAY + timedelta(days=after)
    answer = mail(number + 1, other, me.address, at=at, answers=number)
    return [mail(number, me.address, other, at=at), signed(answer, **signature) if signature else answer]


def noted(me: Person, number: int, other: str, *, after: int = 0, **signature: str) -> None:
    """Somebody whom a rep has written with and approved."""
    me.feed(*exchange(me, number, other, after=after, **signature))
    me.ask_now()
    me.rule("approve", me.suggestions("waiting", kind="contact"))
    me.publish()


def question(me: Person) -> Suggestion:
    """The one question that waits whether two are one."""
    (found,) = me.suggestions("waiting", kind="merge")
    return found


def same_person(me: Person, first: int = 1) -> None:
    """Two addresses of one person, found to be one's."""
    noted(me, first, WORK)
    me.feed(*exchange(me, first + 10, HOME, after=1))
    me.rule("approve", [question(me)])
    me.publish()
