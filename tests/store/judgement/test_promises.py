"""Where a promise is listed, and which later mail seems to do it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.judgement.promises import Later, fulfilled_by, standing
from tests.builders import MONDAY, ONE

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("days", "where"), [(-1, "overdue"), (0, "this week"), (4, "this week"), (5, "later"), (400, "later")]
)
def test_a_week_ends_with_its_sunday(days: int, where: str) -> None:
    assert standing(WEDNESDAY + timedelta(days=days), WEDNESDAY, done=False) == where
    assert standing(WEDNESDAY + timedelta(days=days), WEDNESDAY, done=True) == "done"


def later(text: str, *attachments: str) -> Later:
    return Later(ONE, MONDAY, attachments, text)


@pytest.mark.parametrize(
    ("words", "mail"),
    [
        ("I will send the signed order form by Friday", later("As promised.", "Order form signed.pdf")),
        ("I will send the signed order form by Friday", later("Here is the order form.", "scan0001.pdf")),
        ("I'll get you the figures by Friday", later("The figures for May are 12 and 14, see there.", "x.pdf")),
        ("Wir schicken das Angebot bis Freitag", later("anbei.", "Angebot_2026.pdf")),
        ("Nous enverrons le contrat signé vendredi", later("Voici le contrat signé.")),
    ],
)
def test_what_names_or_brings_it_seems_to_do_it(words: str, mail: Later) -> None:
    assert fulfilled_by(words, [later("Thank you."), mail]) is mail


@pytest.mark.parametrize(
    "mail",
    [
        later("Thank you, until Friday."),
        later("I will send it tomorrow."),
        later("Thank you.", "logo.png"),
        later("Which form do you mean?"),
    ],
)
def test_any_other_mail_does_not(mail: Later) -> None:
    assert fulfilled_by("I will send the signed order form by Friday", [mail]) is None
    assert fulfilled_by("I will", [mail]) is None
