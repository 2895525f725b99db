"""Markets: what companies have in common now, and which of them have enough to be seen.

One mechanism for all: a kind and a value, such as a country and ``de``. Which companies are in one is told by the
function ``market_domains``; their weeks are summed in ``market_week``.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store import teams
from store.judgement.trends.turns import WEEK
from store.models.shared.week import MarketWeek

MarketKind = Literal["", "country", "stage", "tag", "team"]
KINDS: Final[tuple[MarketKind, ...]] = get_args(MarketKind)
FLOOR: Final = 3  # of us: fewer would tell of somebody in particular, and nobody needs to know who more are
LEAST_NOTES: Final = 12  # of a year, for a market to be listed
YEAR: Final = 52
OFFERED: Final = 6  # tags that can be given with one press
LONGEST: Final = 60


class Market(NamedTuple):
    """A market; of all companies when it is empty."""

    kind: MarketKind = ""
    value: str = ""

    def __str__(self) -> str:
        """As an address says it: ``country:de``, nothing for all."""
        return f"{self.kind}:{self.value}" if self.kind else ""


ALL: Final = Market()


def read(said: str) -> Market | None:
    """The market that an address says; None for what says none."""
    kind, _, value = said.partition(":")
    if not said:
        return ALL
    known = next((each for each in KINDS if each and each == kind), None)
    return Market(known, value) if known and 0 < len(value) <= LONGEST else None


def listed(session: Session, this_week: date) -> list[Market]:
    """Markets with something to be seen in the last year, by kind, the busiest first; teams of three of us at least."""
    table, total = MarketWeek, func.sum(MarketWeek.notes)
    asked = select(table.kind, table.market).where(table.week > this_week - YEAR * WEEK, table.kind != "")
    enough = asked.group_by(table.kind, table.market).having(total >= LEAST_NOTES)
    rows = session.execute(enough.order_by(table.kind, total.desc(), table.market))
    found = [read(f"{kind}:{value}") for kind, value in rows]
    return [market for market in found if market and may_be_seen(session, market)]


def tags_in_use(session: Session, this_week: date) -> list[str]:
    """The tags of companies with notes in the last year, those with most notes first."""
    table = MarketWeek
    asked = select(table.market).where(table.kind == "tag", table.week > this_week - YEAR * WEEK)
    busiest = func.sum(table.notes).desc()
    return list(session.scalars(asked.group_by(table.market).order_by(busiest, table.market).limit(OFFERED)))


def may_be_seen(session: Session, market: Market) -> bool:
    """Whether a market is of nobody in particular: a team of one or two would be."""
    return market.kind != "team" or teams.sizes(session).get(market.value, 0) >= FLOOR
