from __future__ import annotations

import pytest

from extract.people.phrases import Phrase
from extract.people.posts import post_in, rank_of
from tests.extract.mail.signature.stretches import ADA
from tests.extract.people.blocks import phrases


def said(found: tuple[Phrase, ...]) -> str | None:
    return " ".join(phrase.text for phrase in found) or None


def post(*lines: str) -> tuple[str | None, str | None, str | None]:
    text = "\n".join(lines)
    found = post_in(phrases(*(line.rstrip(",/") for line in lines)), ADA, text)
    return said(found.title), said(found.company), said(found.department)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Head of Sales", "Northwind Paper"), ("Head of Sales", "Northwind Paper", None)),
        (("Buyer, Halden Foods Ltd",), ("Buyer", "Halden Foods Ltd", None)),
        (("Buyer, Northwind Paper",), ("Buyer", "Northwind Paper", None)),
        (("Systems Architect at Quillon",), ("Systems Architect", "Quillon", None)),
        (("Architect at last",), ("Architect at last", None, None)),
        (("Senior Counsel, ENP",), ("Senior Counsel", "ENP", None)),
        (("Senior Counsel, HR",), ("Senior Counsel, HR", None, None)),
        (("Manager, Load Planning",), ("Manager, Load Planning", None, None)),
        (("Legal Department", "Halden Foods Ltd"), (None, "Halden Foods Ltd", "Legal Department")),
        (("Legal Department - Senior Counsel",), ("Senior Counsel", None, "Legal Department")),
        (("Halden Foods Ltd - Senior Counsel",), ("Senior Counsel", "Halden Foods Ltd", None)),
        (("Halden Foods Ltd - Global",), (None, "Halden Foods Ltd - Global", None)),
        (("Geologist", "Western Basin", "Halden Foods Ltd"), ("Geologist", "Halden Foods Ltd", "Western Basin")),
        (("Geologist", "western basin", "Halden Foods Ltd"), ("Geologist", "Halden Foods Ltd", None)),
        (("Halden Energy", "Halden Foods Ltd"), (None, "Halden Foods Ltd", None)),
        (("School of Computing", "Halden Institute"), (None, "Halden Institute", "School of Computing")),
        (("Max Berg Institute", "of Oceans"), (None, "Max Berg Institute of Oceans", None)),
        (("Halden Institute, School of Computing",), (None, "Halden Institute", "School of Computing")),
        (("Buyer for", "Seeds"), ("Buyer for Seeds", None, None)),
        (("Buyer", "for Halden Foods Ltd"), ("Buyer", "Halden Foods Ltd", None)),
        (("Inside Sales", "Halden Foods Ltd"), ("Inside Sales", "Halden Foods Ltd", None)),
        (("Coach", "Northern High School"), ("Coach", "Northern High School", None)),
        (("Project Finance", "Halden Foods Ltd"), (None, "Halden Foods Ltd", "Project Finance")),
        (("Director of", "Energy"), ("Director of Energy", None, None)),
        (("Director,", "Load"), ("Director Load", None, None)),
        (("Director", "Board member"), ("Director", None, None)),
        (("President", "Chief Executive Officer"), ("President Chief Executive Officer", None, None)),
        (("President", "Halden Foods Ltd"), ("President", "Halden Foods Ltd", None)),
        (("one two three four five six seven eight nine ten manager",), (None, None, None)),
        (("Paper is patient",), (None, None, None)),
        (("Unit 4",), (None, None, None)),
        (("Legal Affairs",), (None, None, None)),
        (("Regulatory Affairs - Halden Corp.",), (None, "Halden Corp.", None)),
        (("Associate & Buyer Program",), (None, None, "Associate & Buyer Program")),
        (("Head of Team",), ("Head of Team", None, None)),
        (("Ada's assistant",), (None, None, None)),
        (("they are the foundation",), (None, None, None)),
        (("- ",), (None, None, None)),
        ((), (None, None, None)),
    ],
)
def test_title_company_and_department(lines: tuple[str, ...], found: tuple[str | None, ...]) -> None:
    assert post(*lines) == found


def test_the_surest_name_of_a_company_is_taken() -> None:
    ranks = [
        rank_of(phrases(line)[0], ADA)
        for line in ("Northwind Paper Ltd", "Northwind Paper", "Halden Ltd", "Halden Institute", "Halden Energy", "Red")
    ]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == 0


def test_what_stands_in_another_column_is_not_wrapped() -> None:
    title, other = phrases("Director")[0], phrases("x", "Chief Buyer", column=1)[1]
    assert said(post_in((title, other), ADA, "Director\n").title) == "Director"
