"""A suggestion or note as one sentence with its names apart, so that a page can set them in bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.web import deals
from api.web.words import field, lasting
from i18n.formats import calendar_day, number
from i18n.phrases import counted
from i18n.texts import N_, _, around, ngettext
from store.judgement import files
from store.judgement.companions import NAMED, called
from store.judgement.desks import desks_in
from store.judgement.drafts import (
    ChangeFields,
    CompanyFields,
    ContactFields,
    Fields,
    Gist,
    InteractionFields,
    MergeFields,
    Promise,
    Someone,
)
from store.judgement.people import shown
from store.queries.notes import Note
from store.queries.review import Item

ICONS = {"contact": "person", "change": "person", "mail": "mail", "meeting": "meeting", "note": "note"}
LABELS = {"old": N_("Was")}
# Of a person; a note has a title, too.
DETAILS = {
    "title": N_("Role"), "phone": N_("Phone"), "mobile": N_("Mobile"), "location": N_("Place"), "until": N_("Left on"),
}  # fmt: skip
SAYS = {"meeting": N_("Met {who}"), "note": N_("About {who}")}
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
        before, after = around(_("New person: {who}"), "who")
        return Sentence("person", before, fields.name, after + employer, fields.address)
    if isinstance(fields, CompanyFields):
        before, after = around(_("Company: {who}"), "who")
        return Sentence("company", before, fields.name, after, fields.domain)
    if isinstance(fields, ChangeFields):
        return Sentence(
            "person",
            "",
            fields.name,
            f" · {label(fields.field)}",
            "",
            *(deals.said(fields.entity, fields.field, value, date.min) for _name, value in _both(fields)),
        )
    if isinstance(fields, MergeFields):
        return of_two(fields)
    return of_exchange(fields, is_addition=is_addition)


def _both(fields: ChangeFields) -> tuple[tuple[str, str], tuple[str, str]]:
    """What stands there, and what may instead."""
    return ("old", fields.old), ("new", fields.new)


def of_two(fields: MergeFields) -> Sentence:
    """Who may be one with whom."""
    icon = "person" if fields.entity == "contact" else "company"
    if not fields.same:
        before, after = around(_("Two people: {one} and {other}"), "one")
        return Sentence(icon, before, fields.other.name, after.format(other=fields.one.name), "")
    others = fields.other.name if fields.other.name != fields.one.name else fields.other.keys[0]
    asked = _("Same person? {one}") if icon == "person" else _("Same company? {one}")
    before, after = around(asked, "one")
    return Sentence(icon, before, fields.one.name, f"{after} · {others}", "")


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
        Difference(label(name), one.get(name, ""), other.get(name, ""))
        for name in dict.fromkeys((*one, *other))
        if one.get(name) != other.get(name)
    ]


def of_exchange(fields: InteractionFields, *, is_addition: bool = False) -> Sentence:
    """What a suggested or settled note says."""
    outside = [one for one in fields.people if not one.ours]
    company = next((one.company for one in outside if one.company), None)
    bold, others = _who([one.name or one.address for one in outside], company)
    about = told(fields.gist) if fields.gist else fields.title
    before, after = around(_verb(fields, is_addition=is_addition), "who")
    return Sentence(ICONS[fields.kind], before, bold, after + others, about)


def of_note(note: Note) -> Sentence:
    """What a published note says."""
    bold, others = _who([one.name for one in note.people if not one.ours], None)
    said = _(SAYS[note.kind]) if note.kind in SAYS else _mails(note.sources)
    before, after = around(said, "who")
    return Sentence(ICONS[note.kind], before, bold, after + others, note.title)


def told(gist: Gist) -> str:
    """What came of a mail, with whose it is."""
    ours = gist.direction == "out"
    said = {
        "decision": N_("Decision: {what}"),
        "next_step": N_("Next step: {what}"),
        "promise": N_("You promised: {what}") if ours else N_("They promised: {what}"),
        "request": N_("You asked: {what}") if ours else N_("They ask: {what}"),
        "appointment": N_("Meeting: {what}"),
    }
    return _(said[gist.kind]).format(what=gist.text)


def recorded(item: Item, when: str) -> list[Field]:
    """What colleagues will see once it is approved, field by field. ``when`` is the time in the reader's words."""
    fields = item.fields
    if isinstance(fields, ContactFields):
        rows = [("name", fields.name), ("address", fields.address), ("company_name", fields.company_name or _("none"))]
        rows += [(name, value) for name, value in shown(fields) if name in DETAILS]
        return [Field(name, label(name), value) for name, value in rows] + [
            Field(
                NAMED + one.address,
                called(one, fields),
                _("{address}, once you write or meet").format(address=one.address),
            )
            for one in fields.companions
        ]
    if isinstance(fields, CompanyFields):
        rows = [("name", fields.name), ("address", fields.domain)]
    elif isinstance(fields, ChangeFields):
        rows = [(name, deals.said(fields.entity, fields.field, value, item.day)) for name, value in _both(fields)]
    elif isinstance(fields, MergeFields):
        rows = [("name", fields.one.name), ("address", ", ".join((*fields.one.keys, *fields.other.keys)))]
    else:
        return _of_note(fields, when, item.day)
    return [_field(*row) for row in rows]


def _of_note(fields: InteractionFields, when: str, day: date) -> list[Field]:
    rows = [("title", fields.title), ("people", _everybody(fields.people)), ("starts_at", when)]
    rows += [
        ("desk", _("{address} of {company}").format(address=desk.address, company=desk.company))
        for desk in desks_in(fields)
    ]
    rows += [("promises", _promised(promise)) for promise in fields.promises]
    rows += deals.recorded(fields.dealing, day) if fields.dealing else []
    named = (Field(files.NAMED + each.name, field("files"), each.name) for each in fields.files)
    return [*(_field(*row) for row in rows), *named]


def _field(name: str, value: str) -> Field:
    return Field(name, _(LABELS[name]) if name in LABELS else field(name), value)


def label(name: str) -> str:
    """A field of a person or company, for people: of a person a title is their role."""
    return _(DETAILS[name]) if name in DETAILS else field(name)


def duration(fields: Fields) -> str:
    """How long a meeting took; nothing for anything else."""
    if isinstance(fields, InteractionFields) and fields.kind == "meeting":
        return lasting(fields.starts_at, fields.ends_at)
    return ""


def _promised(promise: Promise) -> str:
    """What is to be done by whom; the day in the words of the mail stands in the evidence, too."""
    due_on = promise.due_on
    said = _("Us, by {day}: {what}") if promise.ours else _("Them, by {day}: {what}")
    return said.format(day=calendar_day(due_on, due_on), what=promise.words)


def _verb(fields: InteractionFields, *, is_addition: bool) -> str:
    if fields.kind in SAYS and not (is_addition and fields.mails):
        return _(SAYS[fields.kind])
    return _mails(fields.mails, is_addition=is_addition)


def _mails(count: int, *, is_addition: bool = False) -> str:
    """``3 mails with {who}``: who it is comes later."""
    if is_addition:
        said = ngettext("{n} more mail with {who}", "{n} more mails with {who}", count)
    else:
        said = ngettext("{n} mail with {who}", "{n} mails with {who}", count)
    return said.replace("{n}", number(count))


def _who(names: Sequence[str], company: str | None) -> tuple[str, str]:
    if not names:
        return _("colleagues"), ""
    others = counted(" and {n} other", " and {n} others", len(names) - 1) if len(names) > 1 else ""
    return names[0], others + (f" · {company}" if company else "")


def _everybody(people: Sequence[Someone]) -> str:
    return ", ".join(one.name or one.address for one in people)
