from __future__ import annotations

from api.web.markets import SENTENCES, Choice, Group, groups, name, sentence
from i18n.language import speaking
from store.queries.markets import ALL, KINDS, Market

FOUND = [Market("country", "de"), Market("country", "fr"), Market("stage", "customer"), Market("tag", "key account")]


def test_markets_stand_by_kind_under_their_names() -> None:
    countries, stages, tags = groups(FOUND)
    assert countries == Group("Country", (Choice("country:de", ".de"), Choice("country:fr", ".fr")))
    assert (stages.said, stages.choices) == ("Stage", (Choice("stage:customer", "Customer"),))
    assert tags.choices == (Choice("tag:key account", "key account"),)


def test_each_kind_says_which_companies_it_is_of_in_every_language() -> None:
    assert (name(ALL), sentence(ALL)) == ("All companies", "")
    assert list(SENTENCES) == [kind for kind in KINDS if kind]
    for language in ("en", "de", "fr"):
        with speaking(language):
            assert all("North" in sentence(Market(kind, "North")) for kind in KINDS if kind not in {"", "stage"})
