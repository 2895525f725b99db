"""What happens between reps and their customers, as plans that the demo's stories can play."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.worlds.scene import REPS, Relation, Scene, Size
from bench.worlds.wording import Episode, Turn, Words
from demo.plans import Beat, Plan, Sort
from demo.quoting import Quote
from demo.world import Language

MORNING, HOUR, LATEST = 8 * 60 + 35, 60, 16 * 60 + 30


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a plan before it has its place in time: a key each for sender and receivers."""

    sender: str
    to: str
    text: str
    gap: int = 0
    cc: str = ""
    promise: int = 0
    attach: str = ""
    short: bool = False
    quote: Quote = "top"
    alias: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the lines of a plan have in common. ``start`` is the working day of the first."""

    name: str
    account: str
    language: Language
    subject: str
    start: int
    sort: Sort = "business"


class Author:
    """Writes the plans of a world."""

    def __init__(self, scene: Scene, words: Words, size: Size, rng: Random) -> None:
        self.scene, self.words, self.size, self.rng = scene, words, size, rng
        self._numbers = iter(range(10**6))

    def plans(self) -> Iterator[Plan]:
        """Everything that is written with customers, strangers and colleagues."""
        for relation in self.scene.relations:
            yield from self._relation(relation)
        yield from self._introductions()
        yield from self._outreach()
        yield from self._inside()
        yield from self._life()
        yield from self._personal()

    def plan(self, frame: Frame, lines: list[Line]) -> Plan:
        """A plan of lines."""
        total = sum(line.gap for line in lines)
        passed, minutes, beats = 0, self.rng.randrange(MORNING, MORNING + 3 * HOUR), []
        for line in lines:
            passed += line.gap
            fresh = self.rng.randrange(MORNING, MORNING + 5 * HOUR)
            minutes = fresh if line.gap else min(minutes + self.rng.randrange(25, 130), LATEST)
            beats.append(self._beat(line, total - passed, minutes))
        end = self.size.days - 1 - frame.start - total
        name = f"{frame.name} {next(self._numbers)}"
        subject = self.filled(frame.subject)
        return Plan(name, frame.account, frame.language, subject, tuple(beats), end=end, sort=frame.sort)

    def filled(self, text: str) -> str:
        """The text with the lists' slots filled."""
        for name, values in self.words.lists.items():
            text = text.replace("{" + name + "}", self.rng.choice(values))
        return text

    def _beat(self, line: Line, day: int, minutes: int) -> Beat:
        ours = line.sender in REPS
        return Beat(
            day=day,
            clock=minutes // 60 * 100 + minutes % 60,
            sender=line.sender,
            to=line.to,
            text=self.filled(line.text),
            cc=line.cc,
            quote=line.quote if line.quote != "top" else self.rng.choice(("top", "top", "top", "none")),
            promise=("us" if ours else "them", line.promise) if line.promise else None,
            attach=line.attach,
            short=line.short,
            alias=line.alias,
        )

    def _relation(self, relation: Relation) -> Iterator[Plan]:
        day = relation.start
        for number in range(self.size.days):
            choice = [
                each
                for each in self.words.episodes
                if each.language == relation.language and each.start == (not number)
            ]
            episode = self.rng.choice(choice)
            if day + episode.days >= self.size.days:
                return
            yield self._exchange(relation, episode, day)
            before, day = day, day + episode.days + self.rng.randrange(5, 26)
            if relation.fate and before < relation.turn <= day:
                yield from self._fate(relation)

    def _exchange(self, relation: Relation, episode: Episode, day: int) -> Plan:
        colleague = relation.shared if relation.shared and self.rng.random() < 0.5 else ""
        lines: list[Line] = []
        there = relation.lead(day)
        for turn in episode.turns:
            line = self._line(relation, turn, (day, there, colleague))
            there = line.sender if turn.by != "us" else there
            lines.append(line)
        frame = Frame("exchange", relation.key, episode.language, episode.subject, day)
        return self.plan(frame, lines)

    def _line(self, relation: Relation, turn: Turn, at: tuple[int, str, str]) -> Line:
        day, there, colleague = at
        parts = {"us": relation.rep, "them": relation.lead(day), "second": relation.other(day), "colleague": colleague}
        sender = parts[turn.by]
        to = there if turn.by == "us" else relation.rep
        cc = [parts[key] for key in (*turn.cc, "colleague")]
        cc = [key for key in dict.fromkeys(cc) if key and key not in {sender, to}]
        text = turn.text
        for name, key in (("me", parts["us"]), ("you", parts["them"]), ("second", parts["second"])):
            text = text.replace("{" + name + "}", "{" + key + "}")
        text = text.replace("{colleague}", "{" + (colleague or parts["us"]) + "}")
        alias = relation.fate == "aliases" and turn.by == "them" and self.rng.random() < 0.4
        return Line(
            sender, to, text, turn.gap, " ".join(cc), turn.promise, turn.attach, turn.short, alias=alias
        )  # fmt: skip

    def _fate(self, relation: Relation) -> Iterator[Plan]:
        day, rep = relation.turn, relation.rep
        once = self.words.once
        told = {"married": "married", "double name": "married", "moved": "moved", "rebrand": "rebrand", "role": "role"}
        part = told.get(relation.fate)
        if part is None or day + 4 >= self.size.days:
            return
        there = f"{relation.key}.desk" if part == "role" else relation.lead(day)
        names = {
            "{firm}": self._firm(f"{relation.key}.lead"),
            "{new_firm}": self._firm(there),
            "{city}": self._city(there),
        }
        words = {key: _replaced(text, names) for key, text in once[part].items()}
        lines = [Line(there, rep, words["first"]), Line(rep, there, words["second"], 1, promise=3 * (part == "moved"))]
        if "third" in words:
            lines.append(Line(there, rep, words["third"], 1))
        yield self.plan(Frame(part, relation.key, "en", words["subject"], day), lines)

    def _introductions(self) -> Iterator[Plan]:
        """Somebody known brings two together who are not yet: just before the newer relationship begins."""
        once = self.words.once["introduction"]
        late = [each for each in self.scene.relations if each.start >= 10 and not each.fate]
        for newer in late[:3]:
            known = [
                each for each in self.scene.relations if each.rep == newer.rep and each.start < 10 and not each.fate
            ]
            if not known:
                continue
            older = self.rng.choice(known)
            friend, other, rep = older.lead(newer.start), newer.lead(newer.start), newer.rep
            slots = {
                "{other}": "{" + other + "}", "{me}": "{" + rep + "}", "{other_full}": "{" + other + "_full}",
                "{other_firm}": self._firm(other), "{city}": self._city(other),
            }  # fmt: skip
            words = {key: _replaced(text, slots) for key, text in once.items()}
            lines = [
                Line(friend, rep, words["first"], cc=other),
                Line(rep, other, words["second"], 0, cc=friend),
                Line(other, rep, words["third"], 1),
            ]
            yield self.plan(Frame("introduction", older.key, "en", words["subject"], newer.start - 3), lines)

    def _outreach(self) -> Iterator[Plan]:
        """Letters of ours that nobody answers; two separate ones to the same person are an exchange all the same."""
        once = self.words.once["outreach"]
        for number, key in enumerate(self.scene.strangers):
            day = self.rng.randrange(self.size.days - 12)
            rep = REPS[number % len(REPS)]
            lines = [Line(rep, key, once["first"])]
            sort: Sort = "internal"
            if number == 0:
                lines.append(Line(rep, key, once["again"], 10))
                sort = "business"
            yield self.plan(Frame("outreach", key.partition(".")[0], "en", once["subject"], day, sort), lines)

    def _inside(self) -> Iterator[Plan]:
        for _ in range(self.size.weeks * 2):
            subject, *texts = self.rng.choice(self.words.inside)
            one, other = self.rng.sample(REPS, 2)
            day = self.rng.randrange(self.size.days - 3)
            lines = [Line(one, other, texts[0])] + [Line(other, one, text) for text in texts[1:]]
            yield self.plan(Frame("inside", "us", "en", subject, day, "internal"), lines)
        for relation in self.rng.sample(self.scene.relations, min(self.size.weeks // 2, len(self.scene.relations))):
            yield from self._forward(relation)

    def _forward(self, relation: Relation) -> Iterator[Plan]:
        """A rep passes a customer's mail on to a colleague, who answers the customer."""
        once, rep = self.words.once["forward"], relation.rep
        day = self.rng.randrange(max(relation.start + 4, 5), self.size.days - 1)
        if day + 2 >= self.size.days or day >= relation.turn > 0:
            return
        colleague = relation.shared or self.rng.choice([key for key in REPS if key != rep])
        first = [
            each for each in self.words.episodes if each.language == relation.language and each.turns[0].by == "them"
        ]
        episode = self.rng.choice(first)
        there = relation.lead(day)
        lines = [
            self._line(relation, episode.turns[0], (day, there, "")),
            Line(rep, colleague, once["text"], quote="forward", short=True),
            Line(colleague, rep, once["answer"], short=True),
        ]
        yield self.plan(Frame("forward", relation.key, relation.language, episode.subject, day), lines)

    def _life(self) -> Iterator[Plan]:
        for rep, key, life in self.scene.private:
            day = self.rng.randrange(self.size.days - 4)
            lines = [
                Line(rep, key, text, short=True) if by == "us" else Line(key, rep, text, self.rng.choice((0, 0, 1)))
                for by, text in life.turns
            ]
            yield self.plan(Frame(f"private {life.topic}", key, life.language, life.subject, day, "private"), lines)

    def _personal(self) -> Iterator[Plan]:
        """A customer who is a friend as well: each such thread once, where somebody speaks its language."""
        for life in self.words.personal:
            near = [each for each in self.scene.relations if each.language == life.language and each.start < 8]
            if near:
                relation = self.rng.choice(near)
                day = self.rng.randrange(self.size.days // 2, self.size.days - 4)
                pair = {"us": relation.rep, "them": relation.lead(day)}
                lines = [
                    Line(pair[by], pair["us" if by == "them" else "them"], text, short=True) for by, text in life.turns
                ]
                frame = Frame("private personal", relation.key, life.language, life.subject, day, "private")
                yield self.plan(frame, lines)

    def _firm(self, key: str) -> str:
        firm = self.scene.cast.person(key).firm
        return firm.name if firm else ""

    def _city(self, key: str) -> str:
        firm = self.scene.cast.person(key).firm
        return firm.city if firm else ""


def _replaced(text: str, slots: dict[str, str]) -> str:
    for slot, value in slots.items():
        text = text.replace(slot, value)
    return text
