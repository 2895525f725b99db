from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.engine import NOBODY, Acting, Database
from store.errors import NotReady
from tests.database import Urls
from tests.firm import Person


def test_a_transaction_acts_for_one_user(ines: Person) -> None:
    setting = text("select current_setting('app.user_id', true)")
    with ines.app.transaction(ines.acting) as session:
        assert session.scalar(setting) == str(ines.user_id)
    with ines.app.transaction(NOBODY) as session:
        assert session.scalar(setting) == ""


def test_an_admin_alone_takes_the_admin_s_role(ines: Person) -> None:
    with ines.app.transaction(Acting(ines.user_id, admin_alone=True)) as session:
        assert session.scalar(text("select current_user")) == "boswell_admin"
    with ines.app.transaction(ines.acting) as session:
        assert session.scalar(text("select current_user")) == "boswell_app"


def test_what_raises_is_rolled_back(ines: Person) -> None:
    insert = text("insert into due values (:me, 'wake', 'x', now())")
    with pytest.raises(DBAPIError), ines.app.transaction(ines.acting) as session:
        _ = session.execute(insert, {"me": ines.user_id}), session.execute(text("select 1 / 0"))
    assert ines.count("due") == 0


def test_the_product_s_roles_have_no_more_power_than_they_need(urls: Urls) -> None:
    for url in (urls.app, urls.worker):
        database = Database(url)
        database.refuse_too_much_power()
        database.close()


def test_an_owner_of_the_tables_is_refused(urls: Urls) -> None:
    owner = Database(urls.owner)
    with pytest.raises(NotReady, match="boswell_app"):
        owner.refuse_too_much_power()
    owner.close()


def test_a_database_that_is_not_there(urls: Urls) -> None:
    absent = Database(urls.app.replace("host=", "host=/nowhere"))
    with pytest.raises(NotReady, match="cannot reach the database"):
        absent.refuse_too_much_power()
    absent.close()
