"""How good a replay was: what was asked and settled against what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench.touchless.answers import Answers, TrueExchange
from bench.touchless.export import Document, InteractionRow
from bench.touchless.journal import Entry
from bench.touchless.replay import Replayed

SETTLING_IN = timedelta(weeks=2)
NOTES = frozenset({"mail", "meeting", "call"})


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one replay; None where the world does not say what is true.

    Attributes:
        items: that a rep saw on a working day, one by one or in the sure pile.
        asked: decisions per 100 true interactions, after the first two weeks.
        floor: people met for the first time then, per 100; nobody can ask less than that.
        each: what asking about every item would have come to, per 100.
        milliseconds: to judge a mail or meeting, measured apart.
        by_week: share of items settled without asking, week by week.
        errors: every error, in words, for whoever mends it.
    """

    items: float
    asked: float | None
    floor: float | None
    each: float | None
    by_week: tuple[float, ...]
    precision: float | None
    settled: int
    junk: float | None
    contacts: int
    recall: float | None
    missed: float | None
    duplicates: int
    wrong_merges: int
    twice: int
    private_unasked: int
    private_shared: int
    promises: float | None
    milliseconds: float | None
    seconds: float
    errors: tuple[str, ...]


class Scorer:
    """Scores one replay."""

    def __init__(self, replayed: Replayed, document: Document, answers: Answers) -> None:
        self.replayed, self.document, self.answers = replayed, document, answers
        self.entries = replayed.journal.entries
        self.late = replayed.first_day + SETTLING_IN

    def score(self) -> Score:
        """All figures."""
        journal = self.replayed.journal
        seen = [entry for entry in self.entries if entry.by != "rule"]
        settled = [entry for entry in self.entries if entry.by != "asked"]
        right = [entry for entry in settled if self._is_right(entry)]
        people = self.answers.people
        junk = [one for one in self.document["contacts"] if not self._person_of(one["addresses"])]
        return Score(
            items=len(seen) / max(1, len(journal.reviewed)),
            asked=self._per_100(len([e for e in self.entries if e.by == "asked" and e.day >= self.late])),
            floor=self._per_100(self._newly_met()),
            each=self._per_100(len([e for e in self.entries if e.day >= self.late])),
            by_week=tuple(self._by_week()),
            precision=len(right) / len(settled) if settled else None,
            settled=len(settled),
            junk=len(junk) / len(self.document["contacts"]) if self.document["contacts"] else None,
            contacts=len(self.document["contacts"]),
            recall=self._share(people, lambda one: bool(self._known_as(one))),
            missed=self._share(self._exchanges(), lambda each: not self._notes_of(each)),
            duplicates=sum(max(0, len(self._known_as(one)) - 1) for one in people),
            wrong_merges=len([one for one in self.document["contacts"] if len(self._person_of(one["addresses"])) > 1]),
            twice=sum(max(0, len(self._notes_of(each)) - 1) for each in self._exchanges()),
            private_unasked=len([entry for entry in settled if entry.yes and self._is_private(entry.sources)]),
            private_shared=len(
                [each for each in self.document["interactions"] if self._is_private(each["source_sha256"])]
            ),
            promises=self._share(self.answers.promises, self._promise_found),
            milliseconds=None,
            seconds=journal.seconds,
            errors=tuple(self._errors()),
        )

    def _exchanges(self) -> Sequence[TrueExchange]:
        return self.answers.exchanges or ()

    def _per_100(self, count: int) -> float | None:
        late = len([each for each in self._interactions() if each >= self.late])
        return 100 * count / late if late else None

    def _interactions(self) -> list[date]:
        """The days of the true interactions; where nobody says, of the notes that the oracle approves."""
        if self.answers.exchanges is not None:
            return [each.day for each in self.answers.exchanges]
        approved = self.answers.oracle.approves_interaction
        return [
            date.fromisoformat(each["date"])
            for each in self.document["interactions"]
            if approved(each["source_sha256"])
        ]

    def _newly_met(self) -> int:
        """Contacts whose first exchange with anybody of ours is late."""
        met: dict[int, date] = {}
        number = {address: place for place, one in enumerate(self.answers.people) for address in one}
        for each in sorted(self._exchanges(), key=lambda exchange: exchange.day):
            for who in {number[address] for address in each.contacts if address in number}:
                met.setdefault(who, each.day)
        return len([day for day in met.values() if day >= self.late])

    def _is_right(self, entry: Entry) -> bool:
        oracle = self.answers.oracle
        if entry.kind in NOTES:
            return oracle.approves_interaction(entry.sources) == entry.yes
        return oracle.approves_person(entry.addresses) == entry.yes

    def _is_private(self, sources: Sequence[str]) -> bool:
        return bool(self.answers.private.intersection(sources))

    def _person_of(self, addresses: Sequence[str]) -> set[int]:
        return {place for place, one in enumerate(self.answers.people) if one.intersection(addresses)}

    def _known_as(self, person: frozenset[str]) -> list[str]:
        return [one["name"] for one in self.document["contacts"] if person.intersection(one["addresses"])]

    def _notes_of(self, exchange: TrueExchange) -> list[InteractionRow]:
        return [
            each
            for each in self.document["interactions"]
            if exchange.sources.intersection(each["source_sha256"])
            and (exchange.kind == "mail" or each["date"] == exchange.day.isoformat())
            and each["kind"] == exchange.kind
        ]

    def _promise_found(self, promise: tuple[str, str, frozenset[str]]) -> bool:
        by, due, sources = promise
        return any(
            (each["by"], each["due"]) == (by, due) and sources.intersection(each["source_sha256"])
            for each in self.document["promises"]
        )

    def _by_week(self) -> Iterator[float]:
        week_of = [((entry.day - self.replayed.first_day).days // 7, entry.by != "asked") for entry in self.entries]
        for week in range(max((week for week, _ in week_of), default=-1) + 1):
            there = [settled for number, settled in week_of if number == week]
            yield sum(there) / len(there) if there else 1.0

    @staticmethod
    def _share(things: Sequence[object], holds: Callable[..., bool]) -> float | None:
        return sum(map(holds, things)) / len(things) if things else None

    def _errors(self) -> Iterator[str]:
        asked = Counter(self._question(entry) for entry in self.entries if entry.by == "asked")
        yield from (f"{count} x {words}" for words, count in asked.most_common())
        for entry in self.entries:
            if entry.by != "asked" and not self._is_right(entry):
                yield f"settled wrongly by {entry.by}: {entry.kind} {entry.addresses}: {self._story(entry.sources)}"
            if entry.by == "asked" and entry.kind == "contact" and entry.yes and not self._person_of(entry.addresses):
                yield f"junk approved: {entry.addresses}"
        for one in self.answers.people:
            found = self._known_as(one)
            if len(found) != 1:
                yield f"{'duplicate' if found else 'missing'} contact: {sorted(one)} as {found}"
        for each in self._exchanges():
            if not self._notes_of(each):
                story = self._story(tuple(each.sources))
                yield f"missed {each.kind} of {each.day} with {sorted(each.contacts)}: {story}"
            elif len(self._notes_of(each)) > 1:
                yield f"twice: {each.kind} of {each.day} with {sorted(each.contacts)}"

    def _question(self, entry: Entry) -> str:
        answer = "yes" if entry.yes else "no"
        return f"asked {entry.kind}, {entry.doubt or 'no doubt'}, answer {answer}: {self._story(entry.sources)}"

    def _story(self, sources: Sequence[str]) -> str:
        return ", ".join(sorted({self.answers.stories.get(source, "?").partition(":")[0] for source in sources})) or "?"


def score(replayed: Replayed, document: Document, answers: Answers) -> Score:
    """The figures of one replay."""
    return Scorer(replayed, document, answers).score()
