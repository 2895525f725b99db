"""One message's claims against its labels: counts for each part, and the errors in words.

Blank lines count for nothing, boilerplate counts neither way, a sign-off does not count for signatures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bench.extraction.claims import Claims, Lines
from bench.extraction.figures import Counts
from bench.extraction.gold import Gold, Zones, zones_of
from bench.extraction.lists import no_person
from bench.extraction.matching import paired, same_act, same_meeting, same_person, same_value, values_of

G = TypeVar("G")
C = TypeVar("C")


@dataclass(slots=True)
class Score:
    """What became of one message. A part that was not labelled or is not read stays None or empty.

    Attributes:
        quoted: there are lines that are neither new nor boilerplate.
        signed: whether there is a signature at all, as counts of one.
        fields: the contact's counts, field by field.
        kind: as labelled, as read.
        dues, starts, untils: whether each date of what was found is exact.
    """

    gold: Gold
    quoted: bool = False
    new: Counts | None = None
    exact: bool | None = None
    signature: Counts | None = None
    signed: Counts | None = None
    fields: dict[str, Counts] | None = None
    kind: tuple[str, str] | None = None
    acts: Counts | None = None
    dues: list[bool] = field(default_factory=list)
    meetings: Counts | None = None
    starts: list[bool] = field(default_factory=list)
    mentions: Counts | None = None
    untils: list[bool] = field(default_factory=list)
    substitutes: Counts | None = None
    bounced: Counts | None = None
    permanent: bool | None = None
    language: bool | None = None
    false_contacts: tuple[str, ...] = ()
    errors: list[str] = field(default_factory=list)

    @property
    def contact(self) -> Counts | None:
        """All fields together."""
        return None if self.fields is None else sum(self.fields.values(), Counts())


def score(gold: Gold, claims: Claims) -> Score:
    """Compare one message."""
    found = Score(gold)
    zones = zones_of(gold, claims.text)
    if claims.kind:
        found.kind = (gold.kind, claims.kind)
        _told(found, "kind", gold.kind, claims.kind)
    if gold.has("new_text_line_ranges") and claims.new is not None:
        _split(found, zones, claims)
    if "signature_line_range" in gold.label and claims.signature is not None:
        _signature(found, zones, claims)
    if gold.has("language") and claims.kind is not None:
        found.language = _told(found, "language", gold.label["language"], claims.language)
    found.false_contacts = tuple(sorted(no_person(gold, claims.contacts)))
    found.errors.extend(f"false contact {address}" for address in found.false_contacts)
    _facts(found, claims)
    _notices(found, claims)
    return found


def _written(text: str) -> Lines:
    return frozenset(number for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _split(found: Score, zones: Zones, claims: Claims) -> None:
    counted = _written(claims.text) - zones.ignored
    gold, ours = zones.new & counted, (claims.new or frozenset()) & counted
    found.quoted = bool(counted - zones.new)
    found.new = _compared(gold, ours)
    found.exact = gold == ours
    if gold != ours:
        found.errors.append(f"new text: wrongly in {_ranges(ours - gold)}, missing {_ranges(gold - ours)}")


def _signature(found: Score, zones: Zones, claims: Claims) -> None:
    counted = _written(claims.text) - zones.ignored - zones.signoff
    gold, ours = zones.signature & counted, (claims.signature or frozenset()) & counted
    found.signature = _compared(gold, ours)
    found.signed = _compared(frozenset(gold and [1]), frozenset(ours and [1]))
    if gold != ours:
        found.errors.append(f"signature: wrongly in {_ranges(ours - gold)}, missing {_ranges(gold - ours)}")


def _compared(gold: Lines, ours: Lines) -> Counts:
    return Counts(len(gold & ours), len(ours - gold), len(gold - ours))


def _ranges(lines: Lines) -> str:
    return ",".join(map(str, sorted(lines))) or "nothing"


def _facts(found: Score, claims: Claims) -> None:
    gold = found.gold
    if claims.contact is not None and "contact" in gold.label:
        found.fields = _fields(found, values_of(gold.label["contact"]), claims.contact)
    if claims.mentions is not None and "mentioned_people" in gold.label:
        names = [each["name"] for each in gold.of("mentioned_people")]
        found.mentions, _ = _matched(found, "mention", names, claims.mentions, same_person)
    if claims.acts is not None and "commitments" in gold.label:
        found.acts, pairs = _matched(found, "act", gold.of("commitments"), claims.acts, same_act)
        dues = [(each["due_date"], act.due) for each, act in pairs if each["due_date"]]
        found.dues = [_told(found, "due", *pair) for pair in dues]
    if claims.meetings is not None and "meetings" in gold.label:
        found.meetings, met = _matched(found, "meeting", gold.of("meetings"), claims.meetings, same_meeting)
        starts = [(each["start"], meeting.start) for each, meeting in met if each["start"]]
        found.starts = [_told(found, "start", *pair) for pair in starts]


def _notices(found: Score, claims: Claims) -> None:
    """Who is away until when, and whom a message did not reach."""
    absence, bounce = found.gold.label.get("absence"), found.gold.label.get("bounce")
    if absence and claims.kind is not None:
        names = [each["email"] or each["name"] for each in absence["substitutes"]]
        found.substitutes, _ = _matched(found, "substitute", names, claims.substitutes, _same_one)
        if absence["until"]:
            found.untils = [_told(found, "until", absence["until"], claims.until)]
    if bounce and claims.kind is not None:
        addresses = [(each, bounce["permanent"]) for each in bounce["addresses"]]
        found.bounced, met = _matched(
            found, "bounced", addresses, claims.bounced, lambda one, other: one[0] == other[0]
        )
        found.permanent = all(_told(found, "permanent", one[1], other[1]) for one, other in met) if met else None


def _same_one(gold: str, ours: str) -> float:
    return float(gold.lower() == ours.lower()) or same_person(gold, ours)


def _fields(found: Score, gold: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]]) -> dict[str, Counts]:
    names = sorted({_field(each) for each in (*gold, *ours)})
    return {name: _values(found, _of(gold, name), _of(ours, name)) for name in names}


def _of(values: Sequence[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    return [each for each in values if _field(each) == name]


def _field(value: tuple[str, str]) -> str:
    return value[0].replace("unspecified", "work")


def _values(found: Score, gold: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]]) -> Counts:
    return _matched(found, "contact", gold, ours, same_value)[0]


def _matched(
    found: Score, name: str, gold: Sequence[G], ours: Sequence[C], alike: Callable[[G, C], float]
) -> tuple[Counts, list[tuple[G, C]]]:
    pairs = paired(gold, ours, alike)
    missing, wrong = list(gold), list(ours)
    for one, other in pairs:
        missing.remove(one)
        wrong.remove(other)
    found.errors.extend(f"{name}: missing {each}" for each in missing)
    found.errors.extend(f"{name}: wrong {each}" for each in wrong)
    return Counts(len(pairs), len(wrong), len(missing)), pairs


def _told(found: Score, name: str, gold: Any, ours: Any) -> bool:  # noqa: ANN401 - whatever is labelled
    """Whether both are the same; an error where they are not."""
    if gold != ours:
        found.errors.append(f"{name}: {gold} read as {ours}")
    return bool(gold == ours)
