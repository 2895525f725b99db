"""The people of an installation, as an operator adds and lists them."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import update

from api.cli.users import Role, add, link, list_users, team
from store import people
from store.errors import NotFound, NotReady
from store.models.people import User
from store.settings import StoreSettings
from tests.firm import Firm, Person

LINK = re.compile(r"http://localhost:8080/sign-in/([\w-]{43})\n")


def users(firm: Firm) -> dict[str, User]:
    with firm.app.transaction() as session:
        return {user.address: user for user in people.users(session)}


def test_somebody_new_has_the_companys_ways_and_a_link(
    installation: StoreSettings, firm: Firm, capsys: pytest.CaptureFixture[str]
) -> None:
    add("greta@alder.example", "Greta Becker")
    assert LINK.fullmatch(capsys.readouterr().out)
    added = users(firm)["greta@alder.example"]
    assert (added.name, added.roles, added.timezone, added.language) == (
        "Greta Becker", ["rep"], "Europe/Berlin", "en",
    )  # fmt: skip


def test_what_is_said_is_taken(installation: StoreSettings, firm: Firm) -> None:
    roles, aliases = [Role.MANAGER, Role.ADMIN], ["g@home.example"]
    add("greta@alder.example", "Greta", role=roles, alias=aliases, timezone="America/New_York", language="de")
    added = users(firm)["greta@alder.example"]
    assert (added.roles, added.timezone, added.language) == (["manager", "admin"], "America/New_York", "de")
    with firm.app.transaction() as session, pytest.raises(NotFound):
        people.find_user(session, "nobody@home.example")


def test_before_there_is_a_company_the_ways_are_the_worlds(
    installation: StoreSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    add("greta@alder.example", "Greta")
    list_users()
    sign_in, listed = capsys.readouterr().out.splitlines()
    assert sign_in.startswith("http://localhost:8080/sign-in/")
    assert listed == "Greta  greta@alder.example  rep"


@pytest.mark.parametrize("alias", [None, ["g@home.example", "nonsense"]])
def test_what_is_no_address_is_refused(bare: object, alias: list[str] | None) -> None:
    with pytest.raises(NotReady, match=r"That is no mail address\. Give one such as ines@company\.example\."):
        add("greta@alder.example" if alias else "greta@alder", "Greta", alias=alias)


def test_an_unknown_zone_is_refused(bare: object) -> None:
    with pytest.raises(NotReady, match=r"I do not know that time zone\. Give one such as Europe/Berlin"):
        add("greta@alder.example", "Greta", timezone="Moon")


def test_an_address_belongs_to_one(installation: StoreSettings, firm: Firm, ines: Person) -> None:
    with pytest.raises(NotReady, match=r"Somebody has that address already\. boswell user list shows everybody\."):
        add(ines.address, "Another")
    assert [user.name for user in users(firm).values()] == ["Ines"]


def test_a_link_signs_in_once(
    installation: StoreSettings, firm: Firm, ines: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    link("ines")
    found = LINK.fullmatch(capsys.readouterr().out)
    assert found
    with firm.app.transaction() as session:
        used = people.users(session)[0].created_at
        assert people.use_link(session, found[1], used)
        assert people.use_link(session, found[1], used) is None


def test_nobody_of_that_name(installation: StoreSettings, firm: Firm) -> None:
    with pytest.raises(NotFound, match="boswell user list shows all"):
        link("nobody")


def test_everybody_with_their_roles(
    installation: StoreSettings, firm: Firm, ines: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    firm.person("Ruth", "admin", "manager")
    with firm.app.transaction() as session:
        session.execute(update(User).where(User.name == "Ines").values(active=False))
    list_users()
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "Ines  ines@alder.example  rep  (inactive)",
        "Ruth  ruth@alder.example  admin, manager",
    ]


def test_somebody_is_put_into_a_team_and_out_of_it(
    installation: StoreSettings, firm: Firm, ines: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    team("ines", " North  and West ")
    list_users()
    assert capsys.readouterr().out == "Ines  ines@alder.example  rep  team North and West\n"
    team("ines")
    assert users(firm)[ines.address].team is None
    with pytest.raises(NotReady, match="forty letters at most"):
        team("ines", "n" * 41)
