"""The objection list from the command line."""

from __future__ import annotations

import pytest

from api.cli.objections import add, count, withdraw
from store.errors import NotReady
from store.settings import StoreSettings
from tests.firm import Firm


def test_an_address_is_added_counted_and_withdrawn(
    installation: StoreSettings, firm: Firm, capsys: pytest.CaptureFixture[str]
) -> None:
    add("greta@halden.example")
    count()
    withdraw("Greta@halden.example")
    count()
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Noted. What comes from or goes to this address from now on is dropped")
    assert told[1:] == ["1 address.", "Withdrawn. What comes from now on is read again.", "0 addresses."]


def test_what_is_no_address_or_not_on_the_list_is_said(installation: StoreSettings, firm: Firm) -> None:
    with pytest.raises(NotReady, match="no mail address"):
        add("greta")
    with pytest.raises(NotReady, match="not on the list"):
        withdraw("greta@halden.example")
