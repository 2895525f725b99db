"""What every command stands on, and each sentence when it does not stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from api.cli.stack import NEEDS_MIGRATION, Opened, addresses, driver_address, opened, say_phrase
from store import keys
from store.engine import Database
from store.errors import NotReady
from store.settings import StoreSettings
from tests.database import Cluster, Urls


@pytest.mark.parametrize("scheme", ["postgresql://", "postgres://", "postgresql+psycopg://"])
def test_addresses_that_mean_our_driver(scheme: str) -> None:
    assert driver_address(f"{scheme}a@b/c") == "postgresql+psycopg://a@b/c"


@pytest.mark.parametrize("url", ["mysql://a@b/c", "a@b/c", ""])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(NotReady, match="A database address begins with postgresql://"):
        driver_address(url)


def test_what_is_set_is_used(installation: StoreSettings, urls: Urls) -> None:
    with addresses(installation) as found:
        assert (found.app, found.worker, found.owner) == (urls.app, urls.worker, None)
        assert "@" not in repr(found)
    owned = installation.model_copy(update={"owner_database_url": SecretStr(urls.owner)})
    with addresses(owned) as found:
        assert found.owner == urls.owner


def test_one_address_without_the_other_is_refused(installation: StoreSettings) -> None:
    half = installation.model_copy(update={"worker_database_url": None})
    with pytest.raises(NotReady, match=r"WORKER_DATABASE_URL is not\. Set both, or neither"), addresses(half):
        pass


def test_a_first_start_makes_the_key_and_shows_its_words_once(
    installation: StoreSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened() as first:
        assert (first.settings, len(first.company_key)) == (installation, 32)
        assert first.keyed_hash("a") != first.keyed_hash("b")
        company_key = first.company_key
    key = keys.load(installation.key_file)
    assert key is not None
    assert " ".join(capsys.readouterr().err.split()[-24:]) == key.phrase
    with opened(installation) as second:
        assert second.company_key == company_key
    assert capsys.readouterr().err == ""


def test_another_key_is_refused(installation: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(installation):
        pass
    installation.key_file.unlink()
    with pytest.raises(NotReady, match="key"), opened(installation):
        pass


def test_roles_with_too_much_power_are_refused(installation: StoreSettings, urls: Urls) -> None:
    owner = installation.model_copy(update={"database_url": SecretStr(urls.owner)})
    with pytest.raises(NotReady, match="boswell_app"), opened(owner):
        pass


@pytest.fixture
def of_another_release(installation: StoreSettings, urls: Urls) -> StoreSettings:
    database = Database(urls.owner)
    with database.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = 'another'"))
    database.close()
    return installation


@pytest.fixture
def of_no_release(installation: StoreSettings, cluster: Cluster) -> Iterator[StoreSettings]:
    with cluster.database("template1") as empty:
        update = {"database_url": SecretStr(empty.app), "worker_database_url": SecretStr(empty.worker)}
        yield installation.model_copy(update=update)


@pytest.mark.parametrize("which", ["of_another_release", "of_no_release"])
def test_another_form_is_refused(request: pytest.FixtureRequest, which: str) -> None:
    with pytest.raises(NotReady) as refused, opened(request.getfixturevalue(which)):
        pass
    assert refused.value.sentence == NEEDS_MIGRATION


def test_what_is_opened_prints_no_secret(installation: StoreSettings, urls: Urls) -> None:
    with opened(installation) as found:
        assert isinstance(found, Opened)
        shown = repr(found)
    password = urls.app.partition("@")[0].rpartition(":")[2]
    assert password not in shown


def test_words_of_an_old_key_are_shown_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    say_phrase(keys.Key(bytes(range(32)), fresh=False))
    assert capsys.readouterr().err == ""
