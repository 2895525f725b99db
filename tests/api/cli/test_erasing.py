"""Erasing a person and letting a colleague leave, from the command line."""

from __future__ import annotations

import json

import pytest
import typer

from api.cli.erasing import erase, leave
from store.errors import NotReady
from store.settings import StoreSettings
from tests.acquaintances import WORK, noted
from tests.firm import Firm, Person
from tests.store.erasure.life import tables_with


def test_a_person_is_erased_for_everybody_also_who_left(
    installation: StoreSettings, ines: Person, jonas: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    noted(ines, 1, WORK)
    noted(jonas, 101, WORK)
    leave("Jonas", sure=True)
    assert capsys.readouterr().out == "Jonas has left. What they shared stays.\n"
    assert ines.count("contact") == 1
    erase([WORK], sure=True)
    assert capsys.readouterr().out.startswith("Erased: 2 mails and meetings, 2 suggestions and notes.")
    assert tables_with(ines, WORK) == tables_with(jonas, WORK) == []
    erase([WORK], sure=True, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"items": 0, "suggestions": 0}


def test_both_ask_first(installation: StoreSettings, ines: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(ines, 1, WORK)
    monkeypatch.setattr(typer, "confirm", lambda _: False)
    with pytest.raises(NotReady, match="Nothing was done"):
        erase([WORK])
    with pytest.raises(NotReady, match="Nothing was done"):
        leave("Ines")
    assert ines.count("contact") == 1


def test_what_is_no_address_is_said(installation: StoreSettings, firm: Firm) -> None:
    with pytest.raises(NotReady, match="no mail address"):
        erase(["greta"], sure=True)
    with pytest.raises(NotReady, match="Nobody uses"):
        erase([WORK], sure=True)
