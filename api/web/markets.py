"""Markets in words: what a list of them calls each, and the sentence that says which companies one is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from api.web import deals
from i18n.texts import N_, _
from store.queries.markets import Market

KINDS = {"country": N_("Country"), "stage": N_("Stage"), "tag": N_("Tag"), "team": N_("Team")}
SENTENCES = {
    "country": N_("Companies with a mail domain that ends in {name}."),
    "stage": N_("Companies that are in this stage today: {name}."),
    "tag": N_("Companies with this tag today: {name}."),
    "team": N_("Companies with which the team {name} has most notes in their last year."),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A market to choose: ``value`` as an address says it."""

    value: str
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """Markets of one kind."""

    said: str
    choices: tuple[Choice, ...]


def name(market: Market) -> str:
    """What a market is called; all companies when it is of all."""
    if not market.kind:
        return _("All companies")
    if market.kind == "country":
        return f".{market.value}"
    return deals.stage(market.value) if market.kind == "stage" else market.value


def sentence(market: Market) -> str:
    """Which companies it is of; nothing for all."""
    return _(SENTENCES[market.kind]).format(name=name(market)) if market.kind else ""


def groups(found: Iterable[Market]) -> list[Group]:
    """Markets by kind, in the order that they come."""
    return [
        Group(_(KINDS[kind]), tuple(Choice(str(each), name(each)) for each in those))
        for kind, those in groupby(found, key=lambda market: market.kind)
    ]
