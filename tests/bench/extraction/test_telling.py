"""The tables, from scores small enough to count by hand."""

from __future__ import annotations

from bench.extraction.baselines import NAIVE
from bench.extraction.figures import Counts
from bench.extraction.gold import Gold
from bench.extraction.scoring import Score
from bench.extraction.speed import Pace
from bench.extraction.telling import by_field, by_group, by_reader, confusions, contacts, rows, speed_rows


def scores() -> list[Score]:
    one = Score(
        Gold("1", "harbour", b"", {"kind": "person"}), new=Counts(3, 1, 0), exact=False, kind=("person", "person")
    )
    two = Score(Gold("2", "office", b"", {"kind": "newsletter"}), kind=("newsletter", "person"))
    two.false_contacts = ("x@y.example",)
    one.fields = {"title": Counts(1, 1, 0)}
    return [one, two]


def test_rows_have_ours_beside_the_best_of_the_others() -> None:
    worse, better = [Score(Gold("1", "harbour", b"", {"kind": "person"}), new=Counts(n, 3, 0)) for n in (1, 4)]
    found = {row.measure: row for row in rows(scores(), {"worse": [worse], "better": [better], NAIVE: []})}
    first = found["new text, lines, F1"]
    assert (first.value, first.met, first.baseline) == (6 / 7, False, "0.727 better")
    assert first.certainty.startswith("3, ")
    assert found["bounces and newsletters not read as a person"].value == 0
    assert found["addresses made contacts that are not people"].met is False
    assert "substitutes, F1" not in found


def test_a_pace_is_told_as_a_multiple_of_the_naive_one() -> None:
    told = speed_rows({"boswell": Pace(90, 0.5), NAIVE: Pace(10, 2)}, 5)
    assert [(row.value, row.met) for row in told] == [(90, None), (9, True), (0.5, True)]


def test_collections_readers_and_fields_stand_apart() -> None:
    assert "| message class, accuracy | 1 (1, 0.21–1.00) | 0 (1, 0.00–0.79) |" in by_group(scores())
    beside = by_reader(scores(), {NAIVE: scores()})
    assert beside.startswith("| measure | boswell | naive pipeline |")
    assert "| title | 0.500 (2, " in by_field(scores())


def test_confusions_and_false_contacts_are_listed() -> None:
    assert confusions(scores()) == "Classes taken for others:\n\n- newsletter read as person: 1"
    assert confusions([]).endswith("- none taken for another")
    assert contacts(scores()) == "- false contact: x@y.example"
    assert contacts([]) == "- no false contact"
