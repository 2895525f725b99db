from __future__ import annotations

import importlib
import pkgutil
from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

import store.migrations
import store.models
from store.migrate import HEAD, is_current, migrate
from store.models.base import Base
from tests.database import Urls

for module in pkgutil.walk_packages(store.models.__path__, "store.models."):
    importlib.import_module(module.name)


def test_the_release_needs_the_newest_form() -> None:
    scripts = ScriptDirectory(store.migrations.__path__[0])
    assert scripts.get_current_head() == HEAD


def test_migrating_again_or_twice_at_once_does_no_harm(urls: Urls) -> None:
    assert is_current(urls.owner)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(migrate, [urls.owner, urls.owner]))
    assert is_current(urls.owner)


def test_every_column_of_a_model_is_in_the_database(urls: Urls) -> None:
    engine = create_engine(urls.owner, poolclass=NullPool)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    kinds = {difference[0] for difference in differences if isinstance(difference, tuple)}
    tables = {table.name for table in Base.metadata.tables.values()}
    missing = [d for d in differences if isinstance(d, tuple) and d[0] in {"add_table", "add_column", "remove_column"}]
    ours = [d for d in missing if d[0] == "add_table" or d[2] in tables]
    assert ours == []
    assert "add_table" not in kinds
