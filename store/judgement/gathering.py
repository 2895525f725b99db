"""When somebody new is asked about: not with the first exchange, but once it shows who is on the matter.

Customers come in twos and threes, and the second turns up hours or days after the first. Who waits a little is asked
about together with them. Nobody waits longer than until the working day before they are met, or than the first
two weeks of a mailbox last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from store.judgement.drafts import ContactFields, Doubt, MergeFields, SuggestionDraft
from store.judgement.workdays import MORNING, Workdays

WAIT: Final = 5  # working days after the first exchange: in most companies it shows by then who is on the matter
SETTLING_IN: Final = timedelta(weeks=2)  # of a new mailbox: most people are new in them, and none is left over

_NEW: Final = frozenset({Doubt.NEW_PERSON, Doubt.COMPANY_UNSURE})


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the question.

    Attributes:
        met_at: by address, the earliest meeting with them, past ones among them.
        in_question: addresses that another question is about, such as whether two are one.
        began_on: the day of their owner's oldest mail; None where they have not decided about anybody yet.
    """

    met_at: Mapping[str, datetime]
    in_question: frozenset[str] = frozenset()
    began_on: date | None = None


def wait(draft: SuggestionDraft, workdays: Workdays, beside: Beside) -> datetime | None:
    """The morning until which a question about somebody new waits; None when it does not.

    It is the working day before they are met at the latest, and for people of a mailbox's first two weeks their last.
    """
    fields = draft.fields
    if not isinstance(fields, ContactFields) or draft.verdict.doubt not in _NEW:
        return None
    if fields.address in beside.in_question or beside.began_on is None:
        return None
    last = _working_day(draft.day, WAIT, workdays)
    if met_at := beside.met_at.get(fields.address):
        last = min(last, _before(workdays.today(met_at), workdays))
    if draft.day < (settled_in := _before(_monday(beside.began_on) + SETTLING_IN, workdays)):
        last = min(last, settled_in)
    return workdays.at(last, MORNING)


def in_question(drafts: Iterable[SuggestionDraft]) -> frozenset[str]:
    """Addresses of people of whom it is asked whether two are one."""
    sides = [
        side for one in drafts if isinstance(one.fields, MergeFields) for side in (one.fields.one, one.fields.other)
    ]
    return frozenset(key for side in sides for key in side.keys)


def _working_day(day: date, number: int, workdays: Workdays) -> date:
    for _ in range(number):
        day = workdays.next_on(day + timedelta(days=1))
    return day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _before(day: date, workdays: Workdays) -> date:
    """The last working day before a day."""
    earlier = (day - timedelta(days=number) for number in range(1, 8))
    return next((each for each in earlier if workdays.is_on(each)), day - timedelta(days=1))
