"""The form of My settings: what it takes, and how it says what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import pytest

from api.web.settings import DAYS, HOURS, SAYS, absence, shown
from i18n.language import LANGUAGES
from store.judgement.workdays import Absence, Workdays
from store.preferences import HOLDS, Preferences

TODAY = date(2026, 3, 2)
AWAY = Absence(date(2026, 4, 3), date(2026, 4, 12))
CHOSEN = Preferences(
    workdays=Workdays("Asia/Dubai", frozenset({7, 1}), (AWAY,)),
    language="de",
    digest_at=time(7, 30),
    hold="10 min",
    keys_on=False,
    tell_owners=True,
    keys={"approve": "y", "refuse": "⇧y"},
)


def test_what_is_shown_is_what_is_kept() -> None:
    for chosen in (CHOSEN, replace(CHOSEN, digest_at=None, keys_on=True, keys={})):
        entered = shown(chosen)
        assert entered.faults() == []
        assert entered.wanted(chosen) == chosen


def test_the_form_offers_what_it_takes() -> None:
    usual = shown(Preferences(Workdays("Europe/Berlin"), "en"))
    assert SAYS.keys() == set(HOLDS)
    changes: list[Mapping[str, object]] = [
        *({"language": language} for language in LANGUAGES),
        *({"hold": hold} for hold in HOLDS),
        *({"digest": hour} for hour in ["off", *HOURS]),
        {"days": [str(day) for day in DAYS]},
    ]
    for changed in changes:
        assert usual.model_copy(update=changed).faults() == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"timezone": "Mars/Olympus"}, "time zone"),
        ({"language": "xx"}, "language"),
        ({"days": []}, "working day"),
        ({"days": ["8"]}, "working day"),
        ({"digest": "08:31"}, "hour"),
        ({"hold": "forever"}, "how long"),
        ({"keys": "approve"}, "an equals sign and a key"),
        ({"keys": "approve = yes"}, "an equals sign and a key"),
        ({"keys": "approve = g x y"}, "an equals sign and a key"),
        ({"keys": "<b> = y"}, "no action whose key can be changed"),
        ({"keys": "close = y"}, "no action whose key can be changed"),
        ({"keys": "approve = g"}, "g is an action and a prefix"),
        ({"keys": "approve = \x07"}, "an equals sign and a key"),
        ({"keys": "approve = y\nrefuse = y"}, "y is approve and refuse"),
        ({"keys": "approve = X"}, "x is approve and refuse"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, object], says: str) -> None:
    faults = shown(CHOSEN).model_copy(update=changed).faults()
    assert any(says in fault for fault in faults)


def test_two_keys_may_change_places_and_capitals_are_their_letters() -> None:
    entered = shown(CHOSEN).model_copy(update={"keys": "approve = X\nrefuse = a"})
    assert entered.faults() == []
    assert entered.wanted(CHOSEN).keys == {"approve": "x", "refuse": "a"}


def test_an_absence_is_days_that_are_still_to_come() -> None:
    assert absence("2026-04-03", "2026-04-12", TODAY) == AWAY
    assert absence(" 2026-04-03 ", "", TODAY) == Absence(AWAY.first, AWAY.first)
    for first, last, says in (
        ("soon", "", "year-month-day"),
        ("2026-04-12", "2026-04-03", "not before its first"),
        ("2026-01-03", "2026-01-04", "over already"),
        ("2026-04-03", "2036-04-03", "a year at most"),
    ):
        assert says in str(absence(first, last, TODAY))
