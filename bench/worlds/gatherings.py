"""The meetings of a world, as plans that the demo's stories can play: with customers, among colleagues, private."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.worlds.scene import REPS, Relation, Scene, Size
from bench.worlds.wording import Words
from demo.plans import Gathering, Plan, Sort
from demo.stories import choose

SERIES, CANCELLED, MOVED, INVITED = 0.1, 0.12, 0.12, 0.6
WEEKS = 4
CLOCKS = (900, 930, 1000, 1100, 1300, 1400, 1430, 1530)


class Diary:
    """Writes the meetings of a world."""

    def __init__(self, scene: Scene, words: Words, size: Size, rng: Random) -> None:
        self.scene, self.words, self.size, self.rng = scene, words, size, rng
        self._numbers = iter(range(10**6))

    def plans(self) -> Iterator[Plan]:
        """Every meeting."""
        for _ in range(self.size.meetings):
            yield self._customer(self.rng.choice(self.scene.relations))
        for _ in range(self.size.weeks):
            yield self._round()
        for rep, key, _ in self.scene.private:
            if self.rng.random() < 0.5:
                yield self._private(rep, key)

    def _customer(self, relation: Relation) -> Plan:
        series = self.rng.random() < SERIES and self.size.days - relation.start > 30
        weeks = WEEKS if series else 1
        day = self.rng.randrange(min(relation.start + 4 + (weeks - 1) * 5, self.size.days - 2), self.size.days)
        people = dict.fromkeys((relation.rep, relation.lead(day)))
        if self.rng.random() < 0.4:
            people |= dict.fromkeys((relation.other(day),))
        if relation.shared and self.rng.random() < 0.5:
            people |= dict.fromkeys((relation.shared,))
        titles = self.words.meetings["series" if series else "titles"]
        roll = self.rng.random()
        cancelled, moved = not series and roll < CANCELLED, not series and CANCELLED <= roll < CANCELLED + MOVED
        gathering = Gathering(
            day=0,
            clock=self.rng.choice(CLOCKS),
            minutes=self.rng.choice((30, 45, 60, 90)),
            summary=self._words(titles),
            people=" ".join(people),
            place=self._words(self.words.meetings["places"]),
            weeks=weeks,
            moved=moved,
            cancelled=cancelled,
            invited=cancelled or moved or self.rng.random() < INVITED,
        )
        return self._plan("meeting", relation.key, gathering, day)

    def _round(self) -> Plan:
        people = self.rng.sample(REPS, self.rng.choice((2, 3)))
        day = self.rng.randrange(4, self.size.days)
        gathering = Gathering(0, self.rng.choice(CLOCKS), 45, self.rng.choice(self.words.rounds), " ".join(people))
        return self._plan("round", "us", gathering, day, "internal")

    def _private(self, rep: str, key: str) -> Plan:
        alone = self.rng.random() < 0.5
        titles, people = (self.words.alone, rep) if alone else (self.words.shared, f"{rep} {key}")
        first = self.scene.cast.person(key).first
        title = self.rng.choice(titles).replace("{first}", first)
        gathering = Gathering(0, 1800, 90, title, people, private=self.rng.random() < 0.6)
        return self._plan("private event", key, gathering, self.rng.randrange(4, self.size.days), "private")

    def _plan(self, name: str, account: str, gathering: Gathering, day: int, sort: Sort = "business") -> Plan:
        end = self.size.days - 1 - day
        number = next(self._numbers)
        return Plan(f"{name} {number}", account, "en", "", meetings=(gathering,), end=end, sort=sort)

    def _words(self, choices: tuple[str, ...]) -> str:
        text = choose(self.rng.choice(choices), self.rng)
        for name, values in self.words.lists.items():
            text = text.replace("{" + name + "}", self.rng.choice(values))
        return text
