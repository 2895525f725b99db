from __future__ import annotations

from store.judgement.goals.catalogue import BY_NAME, MEASURES
from tests.source_tree import ROOT

OF_US = ("calls", "mails_sent", "meetings_held", "activity", "logins", "notes")


def test_every_measure_is_documented_and_none_counts_what_one_of_us_does() -> None:
    text = (ROOT / "docs" / "goals.md").read_text()
    assert [name for name in BY_NAME if f"| `{name}` |" not in text] == []
    assert len(BY_NAME) == len(MEASURES)
    assert [name for name in BY_NAME if name in OF_US] == []
    assert [measure.name for measure in MEASURES if measure.hours] == ["reply_within"]
