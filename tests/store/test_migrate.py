from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from uuid import UUID, uuid4

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

import store.migrations
import store.models
from store.engine import Acting, Database
from store.migrate import HEAD, is_current, migrate
from store.models.base import Base
from store.review import findable
from tests.database import Cluster, Urls

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


GRETA, HALDEN = UUID(int=1), UUID(int=2)
FORCED = """
select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
and not c.relforcerowsecurity
"""


def test_who_was_approved_before_there_were_keys_is_found_by_them_afterwards(cluster: Cluster) -> None:
    with cluster.as_of("0003") as (urls, superuser):
        superuser.execute("insert into contact (id, name) values (%s, 'Greta Becker')", (GRETA,))
        superuser.execute("insert into company (id, name) values (%s, 'Halden Paper GmbH')", (HALDEN,))
        superuser.execute("insert into company_domain values ('halden.example', %s)", (HALDEN,))
        superuser.execute("insert into employment (contact_id, company_id) values (%s, %s)", (GRETA, HALDEN))
        superuser.execute(
            "insert into contact_point (contact_id, kind, value) values (%s, 'email', 'g.becker@halden.example')",
            (GRETA,),
        )
        migrate(urls.owner)
        filled = _keys(urls)
        assert {"a:g.becker@halden.example", "n:becker greta", "c:haldenpaper"} <= {key for key, _ in filled}
        with _app(urls) as app, app.transaction(Acting(uuid4())) as session:
            findable.rewrite(session, [GRETA, HALDEN])
        assert _keys(urls) == filled
        assert superuser.execute(FORCED).fetchall() == []


@contextmanager
def _app(urls: Urls) -> Iterator[Database]:
    app = Database(urls.app)
    yield app
    app.close()


def _keys(urls: Urls) -> list[tuple[str, UUID]]:
    asked = text(
        "select key, contact_id from contact_key union all select key, company_id from company_key order by 1, 2"
    )
    with _app(urls) as app, app.transaction(Acting(uuid4())) as session:
        return [(key, row_id) for key, row_id in session.execute(asked)]
