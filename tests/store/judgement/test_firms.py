from __future__ import annotations

from store.judgement.firms import Neighbours, Occasion, draft_same_company
from store.judgement.identity.book import pair_key
from store.judgement.identity.profiles import Firm
from store.judgement.parties import MergeFields
from tests.builders import MONDAY, ONE, THREE, TWO, quote

HALDEN = Firm(ONE, "Halden", ("halden.example",))
ABROAD = Firm(TWO, "Halden", ("halden.test",))
VARNA = Firm(THREE, "Varna", ("varna.example",))
OCCASION = Occasion(MONDAY, MONDAY.date(), (quote(),))


def test_a_company_under_another_domain_is_a_question() -> None:
    draft = draft_same_company(Neighbours(ABROAD, (HALDEN, VARNA), {}), OCCASION)
    assert draft is not None
    assert isinstance(draft.fields, MergeFields)
    assert (draft.fields.entity, draft.fields.one.row_id, draft.fields.other.row_id) == ("company", ONE, TWO)
    assert (draft.verdict.pile, draft.verdict.doubt, draft.verdict.why) == ("look", "same company?", "Same name.")
    assert draft.fields.one.values == (("domains", "halden.example"),)
    assert (draft.quotes, draft.day) == (OCCASION.quotes, MONDAY.date())


def test_another_company_is_none() -> None:
    assert draft_same_company(Neighbours(HALDEN, (VARNA,), {VARNA: ("Greta Becker",)}), OCCASION) is None
    assert draft_same_company(Neighbours(HALDEN, (), {}), OCCASION) is None


def test_two_companies_are_never_asked_about_again() -> None:
    apart = frozenset({pair_key("halden.example", "halden.test")})
    assert draft_same_company(Neighbours(HALDEN, (ABROAD,), {}, apart), OCCASION) is None
