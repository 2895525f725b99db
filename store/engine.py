"""Engines per role, and transaction(): the only place that commits.

The session sets ``app.user_id`` as the first statement of every transaction, so that row-level security knows for
whom the work is done. Without a user the setting is empty, and private tables show no rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, SessionTransaction

from store.errors import NotReady

# Compiling a statement takes the database some 200 ms, and no statement here runs long enough to earn that back.
ALWAYS = "-c timezone=UTC -c jit=off"
LIMITS = f"-c statement_timeout=5s -c lock_timeout=2s -c idle_in_transaction_session_timeout=15s {ALWAYS}"
WORKER_LIMITS = f"-c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s {ALWAYS}"
TOO_MUCH = text(
    "select rolsuper or rolbypassrls or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
    " where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(current_user, c.relowner, 'member'))"
    " from pg_roles where rolname = current_user"
)


@dataclass(frozen=True, slots=True)
class Acting:
    """For whom a transaction runs. ``admin_alone`` takes the role that has no right to content."""

    user_id: UUID | None = None
    admin_alone: bool = False


NOBODY = Acting()


class Database:
    """One role's connection pool to the database."""

    def __init__(self, url: str, *, pool_size: int = 5, limits: str = LIMITS) -> None:
        self.url = url
        self.engine: Engine = create_engine(
            url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True, connect_args={"options": limits}
        )

    @contextmanager
    def transaction(self, acting: Acting = NOBODY) -> Iterator[Session]:
        """One unit of work for one user: committed when the block ends, rolled back when it raises."""
        with Session(self.engine, expire_on_commit=False, info={"acting": acting}) as session, session.begin():
            yield session

    def refuse_too_much_power(self) -> None:
        """Superusers, owners and BYPASSRLS roles pass row-level security silently.

        Raises:
            NotReady: the role has such a power, or the database cannot be reached.
        """
        try:
            with self.engine.connect() as connection:
                too_much = connection.execute(TOO_MUCH).scalar_one()
        except OperationalError as error:
            raise NotReady("I cannot reach the database. Check that it runs and that its address is right.") from error
        if too_much:
            raise NotReady(
                "I will not run with a database role that passes row-level security (superuser, BYPASSRLS or owner of "
                "the tables). Use boswell_app in DATABASE_URL and boswell_worker in WORKER_DATABASE_URL."
            )

    def close(self) -> None:
        """Give all connections back to the server."""
        self.engine.dispose()


@event.listens_for(Session, "after_begin")
def _say_for_whom(session: Session, _transaction: SessionTransaction, connection: Connection) -> None:
    acting: Acting = session.info.get("acting", NOBODY)
    connection.execute(
        text("select set_config('app.user_id', :user, true)"), {"user": str(acting.user_id) if acting.user_id else ""}
    )
    if acting.admin_alone:
        connection.execute(text("set local role boswell_admin"))
