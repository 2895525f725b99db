"""What one approver published of somebody in other decisions: who they are, fields, promises, files, holds."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.erasure.subject import Subject
from store.review import findable

WORDS = text("""
delete from identity_word where approver_id = :owner and entity = 'contact'
and (one_id = any(:contacts) or other_id = any(:contacts))
""")
VALUES = text("delete from field_value where approver_id = :owner and lower(value) like any(:patterns)")
APPROVALS = text("""
delete from approval where approver_id = :owner
and (entity = 'contact' and row_id = any(:contact_rows) or entity = 'contact_point' and row_id = any(:desk_rows))
""")
PARTICIPANTS = text("""
delete from interaction_participant where approver_id = :owner
and (address = any(:addresses) or lower(name) like any(:patterns))
""")
COMMITMENTS = text("""
delete from commitment where approver_id = :owner
and (doer = any(:addresses) or other = any(:addresses) or lower(words) like any(:patterns))
""")
FILES = text("delete from note_file where approver_id = :owner and lower(name) like any(:patterns)")
QUIET = text("delete from quiet where owner_id = :owner and contact_id = any(:contacts)")
# A firm that bears the person's name is called by its domain.
COMPANIES = text("""
update company c set name = coalesce((select min(d.domain) from company_domain d where d.company_id = c.id), '')
where lower(c.name) like any(:patterns) returning c.id
""")
# A deal is called like the mail in which it was first spoken of.
DEALS = text("update deal set name = '' where lower(name) like any(:patterns)")
LEFT = """
delete from {table} where id = any(:rows)
and not exists (select from approval a where a.entity = '{table}' and a.row_id = {table}.id::text)
"""


def erase(session: Session, owner_id: UUID, subject: Subject) -> None:
    """Take back what an approver said of somebody; rows that nobody holds any more go."""
    contacts, desks = sorted(subject.contacts), sorted(subject.desks)
    values = {
        "owner": owner_id, "patterns": subject.patterns, "addresses": sorted(subject.addresses), "contacts": contacts,
        "contact_rows": [str(row) for row in contacts], "desk_rows": [str(row) for row in desks],
    }  # fmt: skip
    for statement in (WORDS, VALUES, APPROVALS, PARTICIPANTS, COMMITMENTS, FILES, QUIET):
        session.execute(statement, values)
    companies = session.scalars(COMPANIES, values).all()
    findable.rewrite(session, companies)
    session.execute(DEALS, values)
    for table, rows in (("contact_point", desks), ("contact", contacts)):
        session.execute(text(LEFT.format(table=table)), {"rows": rows})
