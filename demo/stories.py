"""Plays the stories: picks words, fills slots, sets dates, and lets each person's client write the message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from demo import mime
from demo.cast import Cast
from demo.clients import Draft, send
from demo.clock import MONTHS, later_working_day, moment, ordinal, say_date, say_day, say_due, working_day
from demo.plans import Beat, Plan
from demo.quoting import Written
from demo.world import Change, Mail, Mark, Person, Promise

LONGEST = 44
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n%%EOF\n"
TNEF = bytes.fromhex("789f3e220100019007000400000001000100010690080004000000e404000000000000e800")
JITTER = 14


@dataclass(frozen=True, slots=True)
class Stage:
    """A story about to be played: who plays, when it ends, and the seed's chance."""

    cast: Cast
    plan: Plan
    last: date
    rng: Random

    def day(self, back: int) -> date:
        """The day ``back`` working days before the story's end."""
        return working_day(self.last, back)

    def person(self, key: str) -> Person:
        """The player of a part, named within the story's account or by full key."""
        if "." in key or self.plan.sort == "private" or key in {"rep", "colleague", "manager", "admin"}:
            return self.cast.person(key)
        return self.cast.person(f"{self.plan.account}.{key}")

    def people(self, keys: str) -> tuple[Person, ...]:
        """The players of several parts."""
        return tuple(self.person(key) for key in keys.split())


def choose(text: str, rng: Random) -> str:
    """The text with one of each ``[this|that]`` taken."""
    head, opened, rest = text.partition("[")
    if not opened:
        return head
    options, _, tail = rest.partition("]")
    return head + rng.choice(options.split("|")) + choose(tail, rng)


def slots(stage: Stage, said: date, promise: Promise | None = None) -> dict[str, str]:
    """Every word that a story may leave open, on the day it is said."""
    language, company = stage.plan.language, stage.cast.company
    words = {"product": company.product, "company": company.name, "city": company.city}
    words |= {f"on_{back}": say_day(stage.day(back), language) for back in range(LONGEST)}
    words |= {f"due_in_{days}": say_day(later_working_day(said, days), language) for days in range(1, 7)}
    words["week"] = str((said + timedelta(weeks=2)).isocalendar().week)
    words["next_month"] = MONTHS[language][said.month % 12]
    words["northwind_firm"], words["new_firm"] = (
        _firm_name(stage, "northwind.lead"),
        _firm_name(stage, "mover_new.lead"),
    )
    for person in (*stage.cast.people, *(one.person for one in stage.cast.staff)):
        words |= _names(person, person.key)
    for person in stage.cast.people:
        if person.key.startswith(f"{stage.plan.account}."):
            words |= _names(person, person.key.partition(".")[2])
            words |= {"firm": person.firm.name, "city": person.firm.city} if person.firm else {}
    if promise:
        words |= {"due": say_due(promise.due, said, language), "ordinal": _spoken_day(promise.due, language)}
    return words


def fill(text: str, words: dict[str, str]) -> str:
    """The text with its slots filled; a slot nobody knows is a KeyError."""
    for part in text.split("{")[1:]:
        key = part.partition("}")[0]
        text = text.replace("{" + key + "}", words[key])
    return text


def play(stage: Stage) -> Iterator[Mail]:
    """The messages of one story, oldest first."""
    subject = _say(stage, stage.plan.subject, stage.day(stage.plan.beats[0].day)) if stage.plan.beats else ""
    previous: Written | None = None
    people: dict[str, Person] = {}
    for beat in stage.plan.beats:
        if beat.subject:
            subject, previous = _say(stage, beat.subject, stage.day(beat.day)), None
        mail, written = _message(stage, beat, (subject, previous), people)
        previous = previous if beat.quote == "forward" else written
        yield mail


def _say(stage: Stage, text: str, day: date) -> str:
    return fill(choose(text, stage.rng), slots(stage, day))


def _message(
    stage: Stage, beat: Beat, thread: tuple[str, Written | None], people: dict[str, Person]
) -> tuple[Mail, Written]:
    """One beat written and sent. ``people`` remembers who changed a detail on the way."""
    day = stage.day(beat.day)
    sender, changes = _sender(stage, beat, people)
    promise = Promise(beat.promise[0], later_working_day(day, beat.promise[1])) if beat.promise else None
    words = slots(stage, day, promise)
    orphan = f"{stage.rng.getrandbits(64):016x}@{sender.address.rpartition('@')[2]}" if beat.orphan else None
    draft = Draft(
        sender=sender,
        to=_current(stage, beat.to, people),
        cc=_current(stage, beat.cc, people),
        at=moment(day, beat.clock, stage.rng.randrange(JITTER)) + timedelta(seconds=stage.rng.randrange(60)),
        subject=thread[0],
        paragraphs=tuple(fill(choose(part, stage.rng), words) for part in beat.paragraphs),
        language=stage.plan.language,
        client=beat.client or sender.client,
        quote=beat.quote,
        previous=thread[1],
        attachments=_attachments(beat, stage.rng),
        short=beat.short,
        orphan=orphan,
    )
    written, payload = send(draft, stage.rng)
    mark = _mark(stage, draft, promise, changes)
    return _mail(draft, written, payload, mark), written


def _sender(stage: Stage, beat: Beat, people: dict[str, Person]) -> tuple[Person, tuple[Change, ...]]:
    known = people.get(beat.sender, stage.person(beat.sender))
    if beat.alias and known.alias:
        return replace(known, address=known.alias), ()
    if beat.change is None:
        return known, ()
    changed = people[beat.sender] = _changed(stage, known, beat.change)
    pairs = (
        ("address", known.address, changed.address),
        ("title", known.title, changed.title),
        ("phone", known.phone, changed.phone),
        ("organization", known.organization, changed.organization),
    )
    return changed, tuple(Change(known.address, name, old, new) for name, old, new in pairs if old != new)


def _changed(stage: Stage, person: Person, change: tuple[str, str]) -> Person:
    field, new = change
    if field == "firm":
        return _moved(person, stage.cast.person(f"{new}.lead"))
    return replace(person, title=new) if field == "title" else replace(person, phone=new)


def _moved(person: Person, colleague: Person) -> Person:
    """The person at a new firm, with the address and number that go with it."""
    local = person.address.partition("@")[0]
    domain = colleague.address.partition("@")[2]
    phone = colleague.phone[:-2] + f"{(int(colleague.phone[-1]) + 1) % 10}0"
    return replace(
        person, address=f"{local}@{domain}", title="Yard Manager", phone=phone, firm=colleague.firm,
        organization=colleague.organization,
    )  # fmt: skip


def _current(stage: Stage, keys: str, people: dict[str, Person]) -> tuple[Person, ...]:
    return tuple(people.get(key, stage.person(key)) for key in keys.split())


def _attachments(beat: Beat, rng: Random) -> tuple[mime.Block, ...]:
    if beat.attach == "tnef":
        return (mime.file_block(TNEF, "application/ms-tnef", "winmail.dat"),)
    if beat.attach == "pdf":
        return (
            mime.file_block(PDF, "application/pdf", f"{rng.choice(('Draft', 'Annex', 'Document'))}-{beat.day}.pdf"),
        )
    return ()


def _mark(stage: Stage, draft: Draft, promise: Promise | None, changes: tuple[Change, ...]) -> Mark:
    sort = stage.plan.sort
    ours = f"@{stage.cast.company.domain}"
    people = (draft.sender, *draft.to, *draft.cc)
    others = tuple(one.address for one in people if not one.address.endswith(ours)) if sort == "business" else ()
    return Mark(
        kind="person",
        story=stage.plan.name,
        note=bool(others),
        private=sort == "private",
        contacts=others,
        promises=(promise,) if promise and sort == "business" else (),
        changes=changes,
        orphan=draft.orphan is not None,
    )


def _mail(draft: Draft, written: Written, payload: bytes, mark: Mark) -> Mail:
    answered = written.references[-1] if written.references else None
    recipients = tuple(one.address for one in (*draft.to, *draft.cc))
    return Mail(written.message_id, draft.at, draft.sender.address, recipients, payload, mark, answered)


def _names(person: Person, key: str) -> dict[str, str]:
    whom = "Herrn" if person.honorific == "Herr" else person.honorific
    return {
        key: person.first,
        f"{key}_full": person.name,
        f"{key}_formal": f"{person.honorific} {person.last}",
        f"{key}_whom": f"{whom} {person.last}",
    }


def _firm_name(stage: Stage, key: str) -> str:
    """The name of a player's firm; empty where nobody plays that part."""
    return next((one.firm.name for one in stage.cast.people if one.key == key and one.firm), "")


def _spoken_day(day: date, language: str) -> str:
    return ordinal(day.day) if language == "en" else say_date(day, "de" if language == "de" else "fr")
