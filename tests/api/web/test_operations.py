from __future__ import annotations

from uuid import uuid4

from api.web.operations import paused, said, told
from store.judgement.policy import Rule
from store.people import SignedIn
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


def signed_in(person: Person) -> SignedIn:
    return SignedIn(b"", "", person.user_id, person.address, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 30)


def test_each_operation_is_said_in_a_line(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    refused = ines.rule("refuse", ines.suggestions("waiting", kind="interaction"))
    ruled = uuid4()
    accepted = ines.accept(Rule("leave_out", "person", GRETA), ruled)
    undone = uuid4()
    ines.undo(ruled, undone)
    with ines.app.transaction(ines.acting) as session:
        me = signed_in(ines)
        assert said(session, me, "nonsense") is None
        assert said(session, me, str(uuid4())) is None
        assert said(session, me, str(refused)) == {"text": "Left out 1.", "then": "", "undo": str(refused)}
        line = said(session, me, str(ruled))
        assert line == {
            "text": f"Kept as a rule: always leave out {GRETA.partition('@')[0].title()}.",
            "then": "1 settled with it.", "undo": str(ruled),
        }  # fmt: skip
        assert said(session, me, str(undone)) == {"text": "Undone.", "then": "", "undo": ""}
        assert paused(session, me, undone) == ""
        assert [one["state"] for one in told(session, me, ruled, accepted.settled)["settled"]] == ["refused"]
    with jonas.app.transaction(jonas.acting) as session:
        assert said(session, signed_in(jonas), str(ruled)) is None
