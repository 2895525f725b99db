"""A suggestion or note as one sentence with its names apart, so that a page can set them in bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.web.words import count, field, lasting
from store.judgement.desks import desks_in
from store.judgement.drafts import (
    ChangeFields,
    ContactFields,
    Fields,
    Gist,
    InteractionFields,
    MergeFields,
    Promise,
    Someone,
)
from store.judgement.people import shown
from store.queries.directory import Note
from store.queries.review import Item

ICONS = {"contact": "person", "change": "person", "mail": "mail", "meeting": "meeting", "note": "note"}
LABELS = {"old": "Was"}
# Of a person; a note has a title, too.
DETAILS = {"title": "Role", "phone": "Phone", "mobile": "Mobile", "location": "Place", "until": "Left on"}
SAYS = {"meeting": "Met ", "note": "About "}
CALENDAR = "calendar"
UNSAID = frozenset({"status", "ends_at"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """``before`` **bold** ``after``, then in grey what it was about; ``was`` and ``now`` for a change."""

    icon: str
    before: str
    bold: str
    after: str
    about: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A row of what will be recorded."""

    name: str
    label: str
    value: str


def of_item(item: Item) -> Sentence:
    """What a suggestion says."""
    return of_fields(item.fields, is_addition=item.is_addition)


def of_fields(fields: Fields, *, is_addition: bool = False) -> Sentence:
    """What a suggestion of these fields says, waiting or settled."""
    if isinstance(fields, ContactFields):
        employer = f" · {fields.company_name}" if fields.company_name else ""
        return Sentence("person", "New person: ", fields.name, employer, fields.address)
    if isinstance(fields, ChangeFields):
        return Sentence(
            "person",
            "",
            fields.name,
            f" · {DETAILS.get(fields.field) or field(fields.field)}",
            "",
            fields.old,
            fields.new,
        )
    if isinstance(fields, MergeFields):
        return of_two(fields)
    return of_exchange(fields, is_addition=is_addition)


def of_two(fields: MergeFields) -> Sentence:
    """Who may be one with whom."""
    icon = "person" if fields.entity == "contact" else "company"
    if not fields.same:
        return Sentence(icon, "Two people: ", fields.other.name, f" and {fields.one.name}", "")
    others = fields.other.name if fields.other.name != fields.one.name else fields.other.keys[0]
    return Sentence(icon, f"Same {'person' if icon == 'person' else 'company'}? ", fields.one.name, f" · {others}", "")


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of two who may be one: a field in which they differ, empty where one of them has none."""

    label: str
    one: str
    other: str


def differences(fields: Fields) -> list[Difference]:
    """Where two who may be one differ, a row a field; nothing for anything else."""
    if not isinstance(fields, MergeFields):
        return []
    one, other = ({"name": side.name, **dict(side.values)} for side in (fields.one, fields.other))
    return [
        Difference(DETAILS.get(name) or field(name), one.get(name, ""), other.get(name, ""))
        for name in dict.fromkeys((*one, *other))
        if one.get(name) != other.get(name)
    ]


def of_exchange(fields: InteractionFields, *, is_addition: bool = False) -> Sentence:
    """What a suggested or settled note says."""
    outside = [one for one in fields.people if not one.ours]
    company = next((one.company for one in outside if one.company), None)
    bold, after = _who([one.name or one.address for one in outside], company)
    about = told(fields.gist) if fields.gist else fields.title
    return Sentence(ICONS[fields.kind], _verb(fields, is_addition=is_addition), bold, after, about)


def of_note(note: Note) -> Sentence:
    """What a published note says."""
    bold, after = _who([one.name for one in note.people if not one.ours], None)
    before = SAYS.get(note.kind) or f"{count(note.sources, 'mail')} with "
    return Sentence(ICONS[note.kind], before, bold, after, note.title)


def told(gist: Gist) -> str:
    """What came of a mail, with whose it is."""
    ours = gist.direction == "out"
    said = {
        "decision": "Decision",
        "next_step": "Next step",
        "promise": "You promised" if ours else "They promised",
        "request": "You asked" if ours else "They ask",
        "appointment": "Meeting",
    }
    return f"{said[gist.kind]}: {gist.text}"


def recorded(item: Item, when: str) -> list[Field]:
    """What colleagues will see once it is approved, field by field. ``when`` is the time in the reader's words."""
    fields = item.fields
    if isinstance(fields, ContactFields):
        rows = [("name", fields.name), ("address", fields.address), ("company_name", fields.company_name or "none")]
        rows += [(name, value) for name, value in shown(fields) if name in DETAILS]
        return [Field(name, DETAILS.get(name) or field(name), value) for name, value in rows]
    if isinstance(fields, ChangeFields):
        rows = [("old", fields.old), ("new", fields.new)]
    elif isinstance(fields, MergeFields):
        rows = [("name", fields.one.name), ("address", ", ".join((*fields.one.keys, *fields.other.keys)))]
    else:
        rows = [("title", fields.title), ("people", _everybody(fields.people)), ("starts_at", when)]
        rows += [("desk", f"{desk.address} of {desk.company}") for desk in desks_in(fields)]
        rows += [("promises", _promised(promise)) for promise in fields.promises]
    return [Field(name, LABELS.get(name) or field(name), value) for name, value in rows]


def duration(fields: Fields) -> str:
    """How long a meeting took; nothing for anything else."""
    if isinstance(fields, InteractionFields) and fields.kind == "meeting":
        return lasting(fields.starts_at, fields.ends_at)
    return ""


def _promised(promise: Promise) -> str:
    """What is to be done by whom; the day in the words of the mail stands in the evidence, too."""
    due_on = promise.due_on
    return f"{'Us' if promise.ours else 'Them'}, by {due_on:%a} {due_on.day} {due_on:%b}: {promise.words}"


def _verb(fields: InteractionFields, *, is_addition: bool) -> str:
    if fields.kind in SAYS:
        return SAYS[fields.kind]
    return f"{count(fields.mails, 'more mail' if is_addition else 'mail')} with "


def _who(names: Sequence[str], company: str | None) -> tuple[str, str]:
    if not names:
        return "colleagues", ""
    others = f" and {count(len(names) - 1, 'other')}" if len(names) > 1 else ""
    return names[0], others + (f" · {company}" if company else "")


def _everybody(people: Sequence[Someone]) -> str:
    return ", ".join(one.name or one.address for one in people)
