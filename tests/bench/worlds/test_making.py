"""The bench's worlds: what they must hold, and that nobody who is measured has read their words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator

import pytest

from bench.touchless.measuring import PUBLISHED
from bench.worlds.making import Made, make
from bench.worlds.scene import FATES, SMALL, WHOLE
from bench.worlds.truth import Answers, answers
from bench.worlds.wording import SETS, WORDS
from tests.source_tree import ROOT, modules
from tests.test_corpus_overlap import phrases, strings


@pytest.fixture(scope="module", params=PUBLISHED, ids=str)
def made(request: pytest.FixtureRequest) -> Made:
    seed, words = request.param
    return make(seed, words)


@pytest.fixture(scope="module")
def told(made: Made) -> Answers:
    return answers(made)


def test_a_world_is_as_large_as_the_issue_asks(made: Made) -> None:
    assert 850 <= len(made.world.mails) <= 1100
    assert 40 <= len(made.world.meetings) <= 75
    assert len(made.world.reps) == 3
    assert (made.world.last_day - made.world.first_day).days >= (WHOLE.weeks - 1) * 7


def test_everything_that_makes_it_hard_is_there(made: Made, told: Answers) -> None:
    fates = Counter(relation.fate for relation in made.scene.relations if relation.fate)
    assert fates == FATES
    assert len([each for each in told.contacts if len(each.addresses) > 1]) >= 8
    assert any(len(each.reps) > 1 for each in told.exchanges)
    kinds = Counter(mail.mark.kind for mail in made.world.mails)
    assert set(kinds) == {"person", "automated", "newsletter", "bounce", "out_of_office", "calendar"}
    assert len(told.private) >= 30
    assert {each.by for each in told.promises} == {"us", "them"}
    assert any(meeting.cancelled for meeting in made.world.meetings)
    assert any(len(meeting.instances) > 1 for meeting in made.world.meetings)


def test_what_is_true_holds_together(told: Answers) -> None:
    noted = {source for each in told.exchanges for source in each.sources}
    assert not noted.intersection(told.leave_out)
    assert set(told.private) <= set(told.leave_out)
    addresses = [address for each in told.contacts for address in each.addresses]
    assert len(addresses) == len(set(addresses))
    assert set(told.stories) >= noted


def test_the_same_seed_gives_the_same_bytes() -> None:
    one, other = make(4, size=SMALL), make(4, size=SMALL)
    assert [(each.path, each.sha256) for each in one.world.files] == [
        (each.path, each.sha256) for each in other.world.files
    ]
    assert make(5, size=SMALL).world.files[0].sha256 != one.world.files[0].sha256


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def phrases_of(name: str) -> set[tuple[str, ...]]:
    said = [tomllib.loads(path.read_text()) for path in sorted((WORDS / name).glob("*.toml"))]
    return {phrase for each in said for text in texts(each) for phrase in phrases(text)}


def phrases_in(*rooms: str) -> set[tuple[str, ...]]:
    paths = [path for path in modules() if any(path.is_relative_to(room) for room in rooms)]
    return {phrase for path in paths for text in strings((ROOT / path).read_text()) for phrase in phrases(text)}


@pytest.mark.parametrize("name", SETS)
def test_no_rule_was_written_with_these_words_in_view(name: str) -> None:
    assert not phrases_of(name) & phrases_in("extract", "store/judgement")


def test_the_last_published_world_shares_no_phrase_with_the_others_or_the_demo() -> None:
    assert not phrases_of("apart") & (phrases_of("usual") | phrases_in("demo/phrases"))
