"""A manager's home in words: three sentences at most, and the companies behind each by what they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from api.web.trends import address
from i18n.phrases import counted, day, on_day, other_level
from i18n.texts import NN_, _
from store.judgement.trends.turns import WEEK
from store.queries.markets import ALL
from store.queries.today import CHANGED_FOR, Due, Found
from store.queries.trends import Span

CHANGES = NN_("{n} company changed", "{n} companies changed")
SILENCES = NN_("{n} company went quiet", "{n} companies went quiet")
IN_THE_YEAR = NN_("{n} note in the year before", "{n} notes in the year before")
PROMISES = NN_("{n} promise is due", "{n} promises are due")


@dataclass(frozen=True, slots=True)
class Line:
    """One company, or one promise: where it leads, what is said, and the notes behind it."""

    name: str
    link: str
    says: str
    behind: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One sentence with its lines; ``all_of`` leads to all where there are more."""

    name: str
    says: str
    lines: tuple[Line, ...]
    all_of: str = ""


def groups(found: Found, today: date) -> list[Group]:
    """What there is to say, the companies that need somebody most first."""
    told = (
        ("changed", CHANGES, found.changed_total, _changes(found, today)),
        ("quiet", SILENCES, found.quiet_total, _silences(found, today)),
        ("due", PROMISES, found.due_total, tuple(_due(each, today) for each in found.due)),
    )
    return [
        Group(name, counted(*said, total), lines, f"/today/{name}" if total > len(lines) else "")
        for name, said, total, lines in told
        if lines
    ]


def sentence(told: Iterable[Group]) -> str:
    """The sentences in one, for the title of a page."""
    return ", ".join(group.says for group in told)


def _changes(found: Found, today: date) -> tuple[Line, ...]:
    said = _("{how} since {day}")
    return tuple(
        Line(
            each.company, f"/companies/{each.company_id}",
            said.format(how=other_level(each.before, each.after), day=day(each.week, today)),
            _notes(Span(ALL, each.week, each.week + (CHANGED_FOR - 1) * WEEK), each.company_id),
        )
        for each in found.changed
    )  # fmt: skip


def _silences(found: Found, today: date) -> tuple[Line, ...]:
    return tuple(
        Line(
            each.company, f"/companies/{each.company_id}",
            counted(*IN_THE_YEAR, each.notes) + ", " + _("last in the week of {day}").format(day=day(each.last, today)),
            _notes(Span(ALL, each.first, each.last), each.company_id),
        )
        for each in found.quiet
    )  # fmt: skip


def _due(each: Due, today: date) -> Line:
    said = _("we promised: {words}") if each.ours else _("they promised: {words}")
    late = each.due_on < today
    when = _("was due {day}") if late else _("due {day}")
    link = f"/companies/{each.company_id}" if each.company_id else f"/notes/{each.note_id}"
    told = f"{said.format(words=each.words)} · {when.format(day=on_day(each.due_on, today))}"
    return Line(each.company or _("somebody of no company"), link, told, f"/notes/{each.note_id}", late)


def _notes(span: Span, company_id: object) -> str:
    return address("/trends/notes", span, company=str(company_id))
