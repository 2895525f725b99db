from __future__ import annotations

import pytest

from api.cli import stack
from api.cli.setting_up import say_where, setup_token
from store.settings import StoreSettings
from tests.database import Urls
from tests.firm import Firm


def test_a_new_installation_has_a_token_that_changes_with_every_start(installation: StoreSettings, urls: Urls) -> None:
    with stack.opened(installation) as opened:
        first, second = setup_token(opened), setup_token(opened)
        assert first != second
        assert len(first or "") == 32


def test_one_with_a_company_has_none(installation: StoreSettings, firm: Firm) -> None:
    with stack.opened(installation) as opened:
        assert setup_token(opened) is None


@pytest.mark.parametrize(
    ("token", "sentence"),
    [("abc", "Set up your company here: http://here:1/set-up/abc\n"), (None, "Boswell is at http://here:1\n")],
)
def test_where_to_go(capsys: pytest.CaptureFixture[str], token: str | None, sentence: str) -> None:
    say_where("http://here:1", token)
    assert capsys.readouterr().out == sentence
