from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from api.web.days import Unread, dues, read, told
from i18n.language import speaking
from store.judgement.drafts import ContactFields
from store.judgement.promises import Promise
from tests.builders import note

NOW = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # in Berlin it is Friday


def test_a_typed_day_is_read_where_its_writer_is() -> None:
    assert read({"due.a": "tomorrow"}, "Europe/Berlin", NOW) == {"due.a": "2026-11-28"}
    assert read({"due.a": "tomorrow"}, "America/New_York", NOW) == {"due.a": "2026-11-27"}


def test_how_it_is_understood_is_said() -> None:
    assert told("in two weeks", "Europe/Berlin", NOW) == {"said": "Fri 11 Dec", "sentence": ""}
    with speaking("de"):
        assert told("nächsten Freitag", "Europe/Berlin", NOW)["said"] == "Fr, 4. Dez."


def test_what_is_no_day_gets_a_sentence() -> None:
    assert told("soon", "Europe/Berlin", NOW)["sentence"].startswith("I cannot read “soon” as a day.")
    with pytest.raises(Unread) as raised:
        read({"due.a": "soon"}, "Europe/Berlin", NOW)
    assert raised.value.sentence.startswith("I cannot read “soon” as a day.")


def test_the_days_of_what_is_promised() -> None:
    promise = Promise(
        "k1", "ab", asked=False, ours=True, doer="ines@alder.example", other="greta@halden.example", words="send it",
        due_on=date(2026, 12, 3),
    )  # fmt: skip
    (due,) = dues(replace(note(), promises=(promise,)), NOW.date())
    assert (due.name, due.label, due.value) == ("due.k1", "By when: send it", "Thu 3 Dec")
    assert dues(ContactFields("Greta", "greta@halden.example", None, None), NOW.date()) == ()
