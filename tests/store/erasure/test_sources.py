from __future__ import annotations

from dataclasses import replace

from sqlalchemy import text

from extract.facts import SourceText
from store.erasure import sources
from store.erasure.subject import Subject
from tests.acquaintances import WORK
from tests.firm import Person
from tests.readings import mail, meeting
from tests.store.test_objections import keyed_hash

NILS = "nils.berg@halden.example"
GRETA = Subject(frozenset({WORK}), frozenset({"greta becker"}))


def test_mails_and_meetings_with_somebody_or_about_them_go_and_others_stay(ines: Person) -> None:
    about = replace(mail(2, NILS, ines.address), sources=(SourceText("text", "Is Greta Becker in?"),))
    ines.feed(mail(1, WORK, ines.address), about, mail(3, NILS, ines.address))
    ines.feed(meeting("a", ines.address, WORK), meeting("b", ines.address, NILS))
    with ines.app.transaction(ines.acting) as session:
        assert sources.erase(session, ines.user_id, GRETA, keyed_hash) == 3
        assert session.scalars(text("select sha256 from message")).all() == ["mail-3-"]
        assert session.scalars(text("select uid from meeting")).all() == ["b"]
        assert session.scalar(text("select count(*) from thread")) == 1
