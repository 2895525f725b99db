from __future__ import annotations

import pytest

from extract.patterns import departments
from extract.patterns.departments import is_department
from extract.patterns.first_names import NAMES
from extract.patterns.roles import is_desk, is_role


@pytest.mark.parametrize(
    "local",
    [
        "goods-in", "in.goods", "goods_inward", "accounts-payable", "payable.accounts", "accountspayable", "front-desk",
        "frontdesk", "orders-export", "customer.care", "goods-in2", "wareneingang", "waren-eingang", "einkauf",
        "einkauf-technik", "auftragsannahme", "kundenbetreuung", "rechnungseingang", "zentral-einkauf",
        "service-achats", "comptabilite-fournisseurs", "reception.marchandises", "service-apres-sav", "orders-uk",
    ],
)  # fmt: skip
def test_departments_in_three_languages_in_either_order(local: str) -> None:
    assert is_department(local)
    assert is_role(f"{local}@halden.example") is is_desk(f"{local}@halden.example") is True


@pytest.mark.parametrize(
    "local",
    [
        "grace.sales", "sales-grace", "max.einkauf", "lager", "stock", "marie.bureau", "b.stock", "j.desk",
        "lagerkvist", "ordway", "goodsell", "stockinger", "kundera", "warnke", "headley", "officer", "service",
        "west.east", "in", "inge.goods", "d.payne", "",
    ],
)  # fmt: skip
def test_names_and_what_is_half_a_name_are_no_departments(local: str) -> None:
    assert not is_department(local)


def test_no_word_of_departments_is_a_given_name() -> None:
    assert NAMES.isdisjoint(departments._NOUNS | departments._QUALIFIERS)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("office@halden.example", True),
        ("orders+2026@halden.example", True),
        ("newsletter@halden.example", False),
        ("noreply@halden.example", False),
        ("sales-list@halden.example", False),
        ("greta.becker@halden.example", False),
        ("webmaster@halden.example", False),
    ],
)
def test_a_desk_is_read_and_answered_by_several(address: str, *, expected: bool) -> None:
    assert is_desk(address) is expected


@pytest.mark.parametrize("local", ["dispo", "auftrag", "boxoffice", "box.office", "reservations", "compta", "achats"])
def test_departments_of_one_word_are_desks(local: str) -> None:
    assert is_desk(f"{local}@halden.example")
    assert is_role(f"{local}@halden.example")
