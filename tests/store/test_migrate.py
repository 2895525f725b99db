from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

import store.models.due
import store.models.people
import store.models.private.connection
import store.models.private.inbound
import store.models.private.message
import store.models.private.suggestion
import store.models.shared.approval
import store.models.shared.connection_state
import store.models.shared.contact
import store.models.shared.interaction
import store.models.viewing
from store.migrate import is_current, migrate
from store.models.base import Base
from tests.database import Urls


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
