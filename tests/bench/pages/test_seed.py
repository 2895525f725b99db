"""What is made up in bulk is what the product would have written itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from bench.pages.seed import Size, fill, superuser
from store.review.findable import rewrite
from tests.database import Urls
from tests.firm import Firm
from tests.store.summing import holds

MADE = text("""
select 'word', entity, word, row_id from shared_word union all select 'key', 'contact', key, contact_id from contact_key
union all select 'key', 'company', key, company_id from company_key
union all select 'known', entity, word, null from known_word order by 1, 2, 3, 4
""")
ROWS = text("select id from contact union all select id from company union all select id from interaction")
# Shared rows without an approval, those of a note without its note's approver, and promises of nobody who was there.
ALONE = text("""
select id::text from interaction i where not exists (select from approval a where a.row_id = i.id::text)
union all select id::text from employment e where not exists (select from approval a where a.row_id = e.id::text)
union all select id::text from contact_point p where not exists (select from approval a where a.row_id = p.id::text)
union all select domain from company_domain d where not exists (select from approval a where a.row_id = d.domain)
union all select s.id::text from interaction_source s where not exists (
    select from approval a where a.row_id = s.interaction_id::text and a.decision_id = s.decision_id
        and a.approver_id = s.approver_id)
union all select p.id::text from interaction_participant p where not exists (
    select from approval a where a.row_id = p.interaction_id::text and a.decision_id = p.decision_id
        and a.approver_id = p.approver_id)
union all select c.id::text from commitment c where 2 <> (
    select count(*) from interaction_participant p
    where p.decision_id = c.decision_id and p.address in (c.doer, c.other))
union all select v.id::text from viewing v where v.viewer_id = v.owner_id
""")


def made(session: Session) -> list[tuple[object, ...]]:
    return [tuple(row) for row in session.execute(MADE)]


def test_words_keys_and_sums_are_those_of_the_product(firm: Firm, urls: Urls, open_folder: Path) -> None:
    dsn = make_conninfo(superuser(open_folder / "home"), dbname=make_url(urls.app).database)
    fill(dsn, Size(300), date(2026, 3, 2))
    reader = firm.person("Ines")
    with reader.app.transaction(reader.acting) as session:
        filled, rows = made(session), session.scalars(ROWS).all()
        assert not session.scalars(ALONE).all()
        assert len({title for (title,) in session.execute(text("select title from interaction"))}) > 200
        session.execute(text("select reword(:rows)"), {"rows": rows})
        rewrite(session, rows)
        assert made(session) == filled
    holds(reader)
