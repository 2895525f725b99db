"""One message's claims against its labels: counts for each part, and the errors in words.

Blank lines count for nothing, boilerplate counts neither way, a sign-off does not count for signatures. Acts and
meetings are matched one to one where half of the shorter one's words are shared; people by family name and initial.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import re2

from bench.extraction.claims import Act, Claims, Lines, Meeting
from bench.extraction.figures import Counts
from bench.extraction.gold import Gold, Zones, zones_of

G = TypeVar("G")
C = TypeVar("C")
_WORD: Final = re2.compile(r"[\p{L}\p{N}]+")
_SHARED: Final = 0.5


@dataclass(slots=True)
class Score:
    """What became of one message. A part that was not labelled or is not read stays None."""

    gold: Gold
    quoted: bool = False
    new: Counts | None = None
    exact: bool | None = None
    signature: Counts | None = None
    signed: Counts | None = None
    contact: Counts | None = None
    kind: tuple[str, str] | None = None
    acts: Counts | None = None
    dues: list[bool] = field(default_factory=list)
    meetings: Counts | None = None
    starts: list[bool] = field(default_factory=list)
    mentions: Counts | None = None
    language: bool | None = None
    false_contacts: tuple[str, ...] = ()
    errors: list[str] = field(default_factory=list)


def score(gold: Gold, claims: Claims) -> Score:
    """Compare one message."""
    found = Score(gold)
    zones = zones_of(gold, claims.text)
    if claims.kind:
        found.kind = (gold.kind, claims.kind)
        if claims.kind != gold.kind:
            found.errors.append(f"kind {gold.kind} read as {claims.kind}")
    if gold.has("new_text_line_ranges") and claims.new is not None:
        _split(found, zones, claims)
    if "signature_line_range" in gold.label and claims.signature is not None:
        _signature(found, zones, claims)
    if gold.kind not in {"person", "calendar"}:
        found.false_contacts = claims.contacts
    if gold.has("language") and claims.language:
        found.language = gold.label["language"] == claims.language
    _facts(found, claims)
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
        found.contact = _values(found, values_of(gold.label["contact"]), list(claims.contact))
    if claims.mentions is not None and "mentioned_people" in gold.label:
        names = [each["name"] for each in gold.of("mentioned_people")]
        found.mentions, _ = _matched(found, "mention", names, list(claims.mentions), _same_person)
    if claims.acts is not None and "commitments" in gold.label:
        found.acts, pairs = _matched(found, "act", list(gold.of("commitments")), list(claims.acts), _same_act)
        found.dues = _dated(found, "due", [(each["due_date"], act.due) for each, act in pairs])
    if claims.meetings is not None and "meetings" in gold.label:
        found.meetings, met = _matched(
            found, "meeting", list(gold.of("meetings")), list(claims.meetings), _same_meeting
        )
        found.starts = _dated(found, "start", [(each["start"], meeting.start) for each, meeting in met])


def values_of(contact: dict[str, Any] | None) -> list[tuple[str, str]]:
    """All field values of a labelled block."""
    if not contact:
        return []
    single = ("name", "title", "company", "department", "address", "email")
    values = [(name, contact[name]) for name in single if contact.get(name)]
    values += [("url", url) for url in contact.get("urls") or ()]
    values += [("email", email) for email in contact.get("other_emails") or ()]
    return values + [(f"phone {phone['type']}", phone["number"]) for phone in contact.get("phones") or ()]


def _values(found: Score, gold: list[tuple[str, str]], ours: list[tuple[str, str]]) -> Counts:
    left = [_normal(*value) for value in ours]
    right = 0
    for value in gold:
        if _normal(*value) in left:
            left.remove(_normal(*value))
            right += 1
        else:
            found.errors.append(f"contact: missing {value}")
    found.errors.extend(f"contact: wrong {value}" for value in left)
    return Counts(right, len(left), len(gold) - right)


def _normal(name: str, value: str) -> tuple[str, str]:
    if name.startswith("phone"):
        digits = "".join(mark for mark in value if mark.isdigit())
        return name.replace("unspecified", "work"), digits
    if name == "url":
        value = value.lower().removeprefix("https://").removeprefix("http://").rstrip("/")
    return name, " ".join(_WORD.findall(value.lower()))


def _matched(
    found: Score, name: str, gold: list[G], ours: list[C], same: Callable[[G, C], bool]
) -> tuple[Counts, list[tuple[G, C]]]:
    left, pairs = list(ours), []
    for each in gold:
        match = next((one for one in left if same(each, one)), None)
        if match is None:
            found.errors.append(f"{name}: missing {each}")
        else:
            left.remove(match)
            pairs.append((each, match))
    found.errors.extend(f"{name}: wrong {one}" for one in left)
    return Counts(len(pairs), len(left), len(gold) - len(pairs)), pairs


def _dated(found: Score, name: str, pairs: Sequence[tuple[str | None, str | None]]) -> list[bool]:
    """Whether each labelled date was read exactly."""
    found.errors.extend(f"{name}: {gold} read as {ours}" for gold, ours in pairs if gold and gold != ours)
    return [gold == ours for gold, ours in pairs if gold]


def _same_act(gold: dict[str, Any], act: Act) -> bool:
    return gold["who"] == act.who and _overlap(gold["text"], act.text)


def _same_meeting(gold: dict[str, Any], meeting: Meeting) -> bool:
    return _overlap(gold["text"], meeting.text) or (gold["start"] is not None and gold["start"] == meeting.start)


def _overlap(one: str, other: str) -> bool:
    left, right = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    shorter = min(len(left), len(right))
    return bool(shorter) and len(left & right) >= _SHARED * shorter


def _same_person(gold: str, ours: str) -> bool:
    left, right = _WORD.findall(gold.lower()), _WORD.findall(ours.lower())
    if not left or not right:
        return False
    return left == right or (len(left) > 1 < len(right) and left[-1] == right[-1] and left[0][0] == right[0][0])
