"""What typing takes is the sum that the documentation shows."""

from __future__ import annotations

from store.judgement.given_back import STEPS, TYPED_SECONDS, seconds_of, typed
from tests.source_tree import ROOT


def test_an_operator_takes_its_time() -> None:
    assert seconds_of("") == 0
    assert round(seconds_of("KPBHM"), 2) == 3.33


def test_typing_a_meeting_takes_what_is_documented() -> None:
    document = (ROOT / "docs/time-given-back.md").read_text()
    shown = [line.split("|")[1:4] for line in document.splitlines() if line.startswith("| ")][1:]
    assert [(what.strip(), float(said)) for what, _, said in shown[:-1]] == [
        (what, float(f"{seconds_of(operators) + 1e-9:.1f}")) for what, operators in STEPS
    ]
    assert shown[-1][2].strip() == f"**{TYPED_SECONDS}**" == "**51**"
    assert typed(3) == 153
