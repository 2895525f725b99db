"""Whether two descriptions are of one person or company: observations weighed, thresholds, and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from typing import Final, Literal

from rapidfuzz import fuzz

from store.judgement.identity import names
from store.judgement.identity import weights as w
from store.judgement.identity.profiles import Firm, KnownPerson, Profile, bare, called, mailbox
from store.judgement.identity.weights import Level

Answer = Literal["same", "ask", "different"]
_SURELY_NAMED: Final = frozenset({"same", "short", "close"})
_ALIKE: Final = _SURELY_NAMED | {"initial", "missing"}
_ORDER: Final = tuple(w.NAME)  # the most alike first
_CLOSE_FIRM: Final = 88  # rapidfuzz, of 100
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Match:
    """How much speaks for one, and why.

    Attributes:
        weight: in bits, above zero for one.
        reasons: in words, the strongest first.
        is_namesake: whether the name speaks for one and the place for nobody or two.
    """

    answer: Answer
    weight: float
    reasons: tuple[str, ...]
    is_namesake: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    level: Level
    words: str = ""

    @property
    def said(self) -> str:
        return self.words or self.level.words


def compare(one: Profile, other: Profile, namesakes: int = 1) -> Match:
    """Weigh two descriptions of people.

    Args:
        namesakes: how many people with this name are known; the more, the less a name says.
    """
    return _compare(one, other, _name(called(one), called(other)), namesakes)


def best(person: Profile, known: Iterable[KnownPerson]) -> tuple[KnownPerson, Match] | None:
    """The one who is most likely the same person, if that is likely enough to ask."""
    names_of_person = called(person)
    candidates = [(each, _name(names_of_person, called(each.profile))) for each in known]
    namesakes = sum(name in _SURELY_NAMED for _, name in candidates)
    found = [(each, _compare(person, each.profile, name, namesakes)) for each, name in candidates]
    likely = [pair for pair in found if pair[1].answer != "different"]
    return max(likely, key=lambda pair: (pair[1].weight, pair[0].profile.addresses), default=None)


def _compare(one: Profile, other: Profile, name: names.NameLevel, namesakes: int) -> Match:
    place = _place(one, other)
    seen = [
        _Seen(w.NAME[name]), _Seen(w.PLACE[place]), _Seen(w.PHONE[_phone(one, other)]),
        _context(one, other, alike=name in _ALIKE),
        _followed(one, other),
    ]  # fmt: skip
    rarity = log2(max(namesakes, 1)) if name in _SURELY_NAMED else 0.0
    return _match(seen, w.PRIOR - rarity, is_namesake=name in _SURELY_NAMED and "private" not in place)


def compare_firms(one: Firm, other: Firm, at_both: Sequence[str]) -> Match:
    """Weigh two companies.

    Args:
        at_both: names of the people who work or worked at both.
    """
    older, newer = sorted((one, other), key=lambda firm: (firm.first_day is None, firm.first_day, firm.domains))
    return _match([_firm_name(one, other), _people(at_both), _silence(older, newer)], w.COMPANY_PRIOR)


def _match(seen: Sequence[_Seen], prior: float, *, is_namesake: bool = False) -> Match:
    total = prior + sum(each.level.weight for each in seen)
    if total < w.ASK:
        return Match("different", total, ())
    speaking = sorted(
        (each for each in seen if each.level.weight > 0 and each.said), key=lambda each: -each.level.weight
    )
    return Match("same" if total >= w.SAME else "ask", total, tuple(each.said for each in speaking), is_namesake)


def _name(ones: Sequence[str], others: Sequence[str]) -> names.NameLevel:
    levels = [names.compare(one, other) for one in ones for other in others]
    return min(levels, key=_ORDER.index, default="missing")


def _place(one: Profile, other: Profile) -> str:
    if not one.domains or not other.domains:
        return "one private" if one.domains or other.domains else "both private"
    if set(one.domains) & set(other.domains):
        return "same"
    labels = [{domain.partition(".")[0] for domain in each.domains} for each in (one, other)]
    return "kin" if labels[0] & labels[1] else "different"


def _phone(one: Profile, other: Profile) -> str:
    if one.mobiles & other.mobiles:
        return "mobile"
    if one.phones & other.phones:
        return "number"
    return "different" if one.mobiles and other.mobiles else "none"


def _context(one: Profile, other: Profile, *, alike: bool) -> _Seen:
    """What ties two addresses; that one answers for the other does only under a name like theirs: colleagues do."""
    if tie := _tie(one, other):
        return _Seen(w.CONTEXT[tie])
    for level, mine, theirs in (("answered", one.reads, other.reads), ("meant", one.meant, other.meant)):
        tied = sorted(mine & set(other.addresses) | theirs & set(one.addresses))
        if tied and alike:
            return _Seen(w.CONTEXT[level], w.CONTEXT[level].words.format(tied[0]))
    if alike and (colleague := went_together(one, other) or went_together(other, one)):
        return _Seen(w.CONTEXT["together"], w.CONTEXT["together"].words.format(colleague))
    if one.is_renamed != other.is_renamed:
        return _Seen(w.CONTEXT["renamed"])
    about = [title for address, title in one.threads if address in other.addresses]
    if about:
        return _Seen(w.CONTEXT["thread"], w.CONTEXT["thread"].words.format(about[0]))
    return _Seen(w.CONTEXT["none"])


def _tie(one: Profile, other: Profile) -> str | None:
    if share_a_mailbox(one, other):
        return "tagged"
    named = one.names_beside & set(other.addresses) or other.names_beside & set(one.addresses)
    return "signature" if named else None


def share_a_mailbox(one: Profile, other: Profile) -> bool:
    """Whether an address of one is an address of the other with a tag."""
    return not set(map(mailbox, one.addresses)).isdisjoint(map(mailbox, other.addresses))


def went_together(newcomer: Profile, known: Profile) -> str | None:
    """Who of the known one's colleagues is at a company of the newcomer's as well, if anybody is."""
    return next((name for domain, name in known.colleagues if domain in newcomer.domains), None)


def _followed(one: Profile, other: Profile) -> _Seen:
    """Whether one of two was silent from the day on which the other one began."""
    if not one.first_day or not one.last_day or not other.first_day or not other.last_day:
        return _Seen(w.SILENCE["unknown"])
    older, newer = sorted((one, other), key=lambda each: (each.last_day, each.addresses))
    if older.last_day is None or newer.first_day is None or older.last_day >= newer.first_day:
        return _Seen(w.SILENCE["both"])
    return _Seen(w.SILENCE["followed"], w.SILENCE["followed"].words.format(older.addresses[0]))


def _firm_name(one: Firm, other: Firm) -> _Seen:
    left, right = _called(one), _called(other)
    if left & right:
        return _Seen(w.COMPANY_NAME["same"])
    close = any(fuzz.ratio(a, b) >= _CLOSE_FIRM for a in left for b in right)
    return _Seen(w.COMPANY_NAME["close" if close else "different"])


def _called(firm: Firm) -> frozenset[str]:
    return frozenset(filter(None, (bare(firm.name), *(bare(domain.partition(".")[0]) for domain in firm.domains))))


def _people(at_both: Sequence[str]) -> _Seen:
    if not at_both:
        return _Seen(w.COMPANY_PEOPLE["none"])
    several = w.COMPANY_PEOPLE["several"]
    if len(at_both) >= _SEVERAL:
        return _Seen(several, several.words.format(len(at_both)))
    return _Seen(w.COMPANY_PEOPLE["one"], w.COMPANY_PEOPLE["one"].words.format(at_both[0]))


def _silence(older: Firm, newer: Firm) -> _Seen:
    """Whether the older domain was silent from the day on which the newer one began."""
    if older.last_day is None or newer.first_day is None or older.last_day >= newer.first_day:
        return _Seen(w.COMPANY_SILENCE["both"])
    return _Seen(w.COMPANY_SILENCE["followed"], w.COMPANY_SILENCE["followed"].words.format(older.domains[0]))
