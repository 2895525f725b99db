from __future__ import annotations

import psycopg

from store.embedded.furnish import DATABASE, EXTENSIONS, LOGINS, furnish
from store.embedded.passwords import Passwords
from tests.database import Cluster


def test_furnishing_again_changes_nothing(cluster: Cluster) -> None:
    furnish(cluster.superuser.replace(" dbname=postgres", ""), Passwords())
    with psycopg.connect(cluster.superuser) as connection:
        roles = connection.execute(
            "select rolname, rolsuper or rolcreaterole from pg_roles where rolname = any(%s)", [list(LOGINS)]
        )
        assert sorted(roles.fetchall()) == sorted((name, False) for name in LOGINS)
        owner = connection.execute("select pg_get_userbyid(datdba) from pg_database where datname = %s", [DATABASE])
        assert owner.fetchone() == ("boswell_owner",)


def test_the_product_may_act_as_admin_but_does_not_inherit_it(cluster: Cluster) -> None:
    asked = (
        "select inherit_option, set_option from pg_auth_members where roleid = 'boswell_admin'::regrole "
        "and member = 'boswell_app'::regrole"
    )
    with psycopg.connect(cluster.superuser) as connection:
        assert connection.execute(asked).fetchone() == (False, True)
        assert len(EXTENSIONS) == 4
