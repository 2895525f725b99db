"""Which companies may be one: a firm under several domains, renamed, or bought. Always a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from store.judgement.drafts import Doubt, Quote, SuggestionDraft, Verdict
from store.judgement.identity.book import pair_key, pair_keys
from store.judgement.identity.matching import Match, compare_firms
from store.judgement.identity.profiles import Firm
from store.judgement.parties import MergeFields, Side


@dataclass(frozen=True, slots=True)
class Occasion:
    """The mail that gives reason to ask: when it was, and where it names the company."""

    at: datetime
    day: date
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A company, those that may be it, and the names of the people who are at both, by company.

    Attributes:
        apart: keys of pairs that somebody said are two companies.
    """

    firm: Firm
    others: tuple[Firm, ...]
    at_both: Mapping[Firm, tuple[str, ...]]
    apart: frozenset[str] = frozenset()


def draft_same_company(near: Neighbours, occasion: Occasion) -> SuggestionDraft | None:
    """The question whether a company is one that is noted under another name or domain."""
    found = [
        (compare_firms(near.firm, other, near.at_both.get(other, ())), other)
        for other in near.others
        if near.apart.isdisjoint(pair_keys(near.firm.domains, other.domains))
    ]
    likely = [pair for pair in found if pair[0].answer != "different"]
    if not likely:
        return None
    match, other = max(likely, key=lambda pair: (pair[0].weight, pair[1].domains))
    return _draft(near.firm, other, match, occasion)


def _draft(firm: Firm, other: Firm, match: Match, occasion: Occasion) -> SuggestionDraft:
    said = ", ".join(match.reasons)
    older, newer = sorted((firm, other), key=lambda each: each.company_id)
    return SuggestionDraft(
        kind="merge",
        key=pair_key(firm.domains[0], other.domains[0]),
        fields=MergeFields("company", _side(older), _side(newer), match.reasons),
        happened_at=occasion.at,
        day=occasion.day,
        quotes=occasion.quotes,
        exchanges=(),
        verdict=Verdict("look", f"{said[:1].upper()}{said[1:]}.", Doubt.SAME_COMPANY),
    )


def _side(firm: Firm) -> Side:
    return Side(firm.company_id, firm.name, firm.domains, (("domains", ", ".join(firm.domains)),))
