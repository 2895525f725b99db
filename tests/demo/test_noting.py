"""What is asked for a long-known customer's notes; that pages find them is told by ``test_installing``."""

from __future__ import annotations

from demo.customers import noted
from demo.noting import Author, drafts_of
from demo.settling import Rep
from demo.world import World
from tests.firm import Firm, Person


def test_each_contact_once_and_a_note_with_both_its_mails(firm: Firm, ines: Person, world: World) -> None:
    own = [each for each in noted(world) if each.rep == "rep"]
    author = Author(world.reps[0], Rep(firm.app, firm.worker, ines.user_id), lambda text: text.encode())
    drafts = drafts_of(author, own)
    assert len({draft.key for draft in drafts}) == len(drafts)
    contacts = [draft for draft in drafts if draft.kind == "contact"]
    assert len(contacts) == len({(each.customer.name, each.contact) for each in own})
    assert len(drafts) - len(contacts) == len(own)
    mails = [draft for draft in drafts if len(draft.exchanges) == 2]
    assert all([each.direction for each in draft.exchanges] == ["in", "out"] for draft in mails)
