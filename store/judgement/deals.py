"""What mails say of a company's stage and of a deal with it, and which deal of a company a note speaks of.

Only what makes the other side our customer counts: where we buy, nothing is said of a customer. A mail that does not
say who sells, such as a signed contract, counts where its thread shows elsewhere that we do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeVar
from uuid import UUID

from extract.facts import DealStep
from store.judgement.course import SETTLED, DealStage, Entity, Stage

# The fields of a dealing, and of which row each is a field, under which name.
FIELDS: Final[Mapping[str, tuple[Entity, str]]] = {
    "stage": ("company", "stage"),
    "deal": ("deal", "stage"),
    "amount": ("deal", "amount"),
    "expected_on": ("deal", "expected_on"),
}
# What a step makes of the company and of the deal.
MEANS: Final[Mapping[DealStep, tuple[Stage | None, DealStage | None]]] = {
    "asked": ("talking", "asked"),
    "offered": ("talking", "offered"),
    "agreed": ("customer", "won"),
    "signed": ("customer", "won"),
    "declined": (None, "lost"),
    "cancelled": ("former", None),
    "expected": (None, None),
}
# A second mail about what was won comes within days of the first: an order after the word, a contract after the order.
SAME_SALE: Final = timedelta(days=30)
_Value = TypeVar("_Value", bound=str)


@dataclass(frozen=True, slots=True)
class Said:
    """One step that a mail tells of.

    Attributes:
        domain: the registered domain of the company on the other side, with its name in ``company``.
        exchange: the exchange key of the mail, in hex.
        is_ours_to_sell: None where neither the mail nor its thread tells who sells.
        is_proven: whether it is shown who wrote the mail.
    """

    step: DealStep
    domain: str
    company: str
    exchange: str
    is_ours_to_sell: bool | None
    is_proven: bool
    amount: str | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dealing:
    """What a note says of its company's stage and of a deal; None where it says nothing of it, or is not to.

    Attributes:
        exchange: of the newest mail that says so.
        name: what the deal is called where it has no name yet.
        deal: the deal's stage.
        amount: a number with its currency: ``42000.00 EUR``.
    """

    domain: str
    company: str
    exchange: str
    name: str
    is_proven: bool
    stage: Stage | None = None
    deal: DealStage | None = None
    amount: str | None = None
    expected_on: date | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to be recorded."""
        return self.stage is None and not self.speaks_of_a_deal

    @property
    def speaks_of_a_deal(self) -> bool:
        """Whether a deal is new or changed by it."""
        return not (self.deal is None and self.amount is None and self.expected_on is None)


@dataclass(frozen=True, slots=True)
class Known:
    """A deal of the company that is noted already, with its name and the titles of the notes that speak of it."""

    id: UUID
    stage: DealStage
    since: date
    amount: str | None
    titles: Collection[str]

    @property
    def is_open(self) -> bool:
        """Whether nothing is decided yet."""
        return self.stage not in SETTLED


def of_thread(said: Sequence[Said]) -> list[Said]:
    """What the mails of one thread say, each where it is told by it or by the others that the other side buys."""
    told = {each.is_ours_to_sell for each in said}
    if False in told:
        return []
    return [each for each in said if each.is_ours_to_sell or True in told]


def gathered(said: Sequence[Said], name: str) -> Dealing | None:
    """What a note says whose mails say this, oldest first: of one company, that of the newest."""
    if not said:
        return None
    last = said[-1]
    about = [each for each in said if each.domain == last.domain]
    return Dealing(
        last.domain,
        last.company,
        last.exchange,
        name,
        all(each.is_proven for each in about),
        _last(MEANS[each.step][0] for each in about),
        _last(MEANS[each.step][1] for each in about),
        next((each.amount for each in reversed(about) if each.amount), None),
        next((each.expected_on for each in reversed(about) if each.expected_on), None),
    )


def _last(values: Iterable[_Value | None]) -> _Value | None:
    """The last one, except that talk does not outweigh what was settled."""
    found: _Value | None = None
    for value in values:
        if value is not None and (found not in SETTLED or value in SETTLED):
            found = value
    return found


def news(dealing: Dealing, stage: str | None) -> Dealing:
    """The same without a stage that its company is in already, or beyond."""
    is_known = dealing.stage == stage or (stage in SETTLED and dealing.stage not in SETTLED)
    return replace(dealing, stage=None) if is_known else dealing


def meant(dealing: Dealing, day: date, known: Sequence[Known]) -> UUID | None:
    """Which of a company's deals a note is about; None for one that is new, or that is not told.

    The thread's title tells first. What is decided, or expected, is about the one deal that is open; so is an offer
    about the one that was asked for.
    """
    alike = [deal for deal in known if _folded(dealing.name) in {_folded(title) for title in deal.titles}]
    open_ones = [deal for deal in known if deal.is_open]
    for found in ([deal for deal in alike if deal.is_open], _answered(dealing, open_ones), _again(dealing, day, known)):
        if found:
            return max(found, key=lambda deal: (deal.since, deal.id)).id
    return None


def _answered(dealing: Dealing, open_ones: Sequence[Known]) -> Sequence[Known]:
    if len(open_ones) != 1 or dealing.deal == "asked":
        return ()
    return open_ones if dealing.deal != "offered" or open_ones[0].stage == "asked" else ()


def _again(dealing: Dealing, day: date, known: Sequence[Known]) -> Sequence[Known]:
    """Deals that were decided so just now: it is only said again."""
    return [
        deal
        for deal in known
        if deal.stage == dealing.deal
        and not deal.is_open
        and abs(day - deal.since) <= SAME_SALE
        and (None in {deal.amount, dealing.amount} or deal.amount == dealing.amount)
    ]


def is_new(dealing: Dealing) -> bool:
    """Whether a note begins a deal that nobody noted: a refusal of something that nobody noted is none."""
    return dealing.deal in {"asked", "offered", "won"}


def put_in(dealing: Mapping[str, object], typed: Mapping[str, str]) -> dict[str, object]:
    """The stored fields of a dealing with what was typed; a blank leaves one out."""
    return {**dealing, **{name: typed[name] or None for name in FIELDS if name in typed}}


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
