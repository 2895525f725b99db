"""What is kept of a mail's promises: with a day, and between one of us and somebody outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.facts import Extraction
from store.commitments import LONGEST, commitments
from store.recording import Owner
from tests.firm import Person
from tests.readings import mail, participant, promising

GRETA, JONAS = "greta@halden.example", "jonas@alder.example"
FRIDAY = date(2026, 3, 6)
WORDS = "I will send the order form by Friday"


def kept(owner: Owner, reading: Extraction) -> list[dict[str, object]]:
    assert reading.message
    return commitments(owner, reading.message, reading.findings.commitments, b"key")


@pytest.mark.parametrize(
    ("who", "out", "sides"),
    [
        ("author", False, (GRETA, "ines@alder.example", False)),
        ("recipient", False, ("ines@alder.example", GRETA, True)),
        ("author", True, ("ines@alder.example", GRETA, True)),
        ("recipient", True, (GRETA, "ines@alder.example", False)),
    ],
)
def test_both_sides_are_known(ines: Person, who: str, *, out: bool, sides: tuple[str, str, bool]) -> None:
    plain = mail(1, ines.address, GRETA) if out else mail(1, GRETA, ines.address)
    (row,) = kept(ines.owner, promising(plain, WORDS, FRIDAY, who))  # type: ignore[arg-type]
    assert (row["doer"], row["other"], row["ours"]) == sides
    assert (row["asked"], row["words"], row["due_on"]) == (who == "recipient", WORDS, "2026-03-06")
    assert row["exchange"] == b"key".hex()


def test_the_owner_comes_before_colleagues(ines: Person) -> None:
    for to in ((JONAS, ines.address), (ines.address, JONAS)):
        (row,) = kept(ines.owner, promising(mail(1, GRETA, *to), WORDS, FRIDAY))
        assert row["other"] == ines.address
    (row,) = kept(ines.owner, promising(mail(1, GRETA, JONAS), WORDS, FRIDAY))
    assert row["other"] == JONAS


def test_the_same_promise_has_the_same_key_and_another_another(ines: Person) -> None:
    two = promising(promising(mail(1, GRETA, ines.address), WORDS, FRIDAY), "And the price list", FRIDAY)
    keys = [row["key"] for row in kept(ines.owner, two)]
    assert keys == [row["key"] for row in kept(ines.owner, two)]
    assert len(set(keys)) == 2


def test_what_has_no_day_no_other_side_or_no_author_is_not_kept(ines: Person) -> None:
    dated = promising(mail(1, GRETA, ines.address), WORDS, FRIDAY)
    (fact,) = dated.findings.commitments
    without = replace(dated, findings=replace(dated.findings, commitments=(replace(fact, due_date=None),)))
    unfounded = replace(dated, findings=replace(dated.findings, commitments=(replace(fact, evidence=()),)))
    assert dated.message
    nobody = replace(dated, message=replace(dated.message, participants=(participant("to", ines.address),)))
    within = promising(mail(1, ines.address, JONAS), WORDS, FRIDAY)
    elsewhere = promising(mail(1, GRETA, "kim@kestrel.example"), WORDS, FRIDAY)
    machine = promising(mail(1, GRETA, ines.address, kind="automated"), WORDS, FRIDAY)
    assert [kept(ines.owner, each) for each in (without, unfounded, nobody, within, elsewhere, machine)] == [[]] * 6


def test_long_words_are_cut_and_lie_on_one_line(ines: Person) -> None:
    (row,) = kept(ines.owner, promising(mail(1, GRETA, ines.address), "I will\n  send " + "x" * 400, FRIDAY))
    assert str(row["words"]).startswith("I will send xxx")
    assert len(str(row["words"])) == LONGEST
