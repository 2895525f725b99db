from __future__ import annotations

from typing import Any

from sqlalchemy import text

from store.erasure import suggestions
from store.erasure.subject import Subject
from tests.acquaintances import WORK, exchange, noted
from tests.firm import Person
from tests.readings import mail, sending


def test_all_that_was_published_of_what_is_forgotten_goes(ines: Person) -> None:
    before = ines.shared()
    noted(ines, 1, WORK)
    ines.approve_all()
    ines.feed(*exchange(ines, 11, WORK, after=1))
    ines.rule("later", ines.suggestions("waiting"))
    with ines.app.transaction(ines.acting) as session:
        assert suggestions.erase(session, ines.user_id, Subject(frozenset({WORK}))) == 3
        assert session.scalar(text("select count(*) from due where kind in ('publish', 'wake')")) == 0
    assert (ines.suggestions(), ines.shared(), ines.count("decision")) == ([], before, 0)


def test_what_has_not_to_do_with_them_stays(ines: Person) -> None:
    noted(ines, 1, WORK)
    with ines.app.transaction(ines.acting) as session:
        assert suggestions.erase(session, ines.user_id, Subject(frozenset({"nils@halden.example"}))) == 0
    assert ines.count("contact") == 1


def test_whoever_comes_with_somebody_is_erased_and_the_other_stays(ines: Person) -> None:
    ben, carl = "ben.okafor@halden.example", "carl.lind@halden.example"
    ines.feed(mail(1, WORK, ines.address, ben, carl), mail(2, ines.address, WORK, answers=1))
    struck: dict[str, Any] = {f"companion.{ben}": ""}
    ines.rule("edit", ines.suggestions("waiting", kind="contact"), **struck)
    with ines.app.transaction(ines.acting) as session:
        suggestions.erase(session, ines.user_id, Subject(frozenset({ben})))
        assert session.scalar(text("select count(*) from suggestion_key where key like '%ben%'")) == 0
    (greta,) = ines.suggestions(kind="contact")
    assert [one["address"] for one in greta.fields["companions"]] == [carl]
    assert (greta.typed, greta.state) == ({}, "approved")
    with ines.app.transaction(ines.acting) as session:
        suggestions.erase(session, ines.user_id, Subject(frozenset({WORK})))
    assert ines.suggestions(kind="contact") == []


def test_the_name_of_a_file_that_was_left_out_is_erased_and_its_note_stays(ines: Person) -> None:
    ben, struck = "ben.okafor@halden.example", {"file.Ben Okafor.pdf": "", "file.Plan.pdf": ""}
    ines.feed(sending(mail(1, WORK, ines.address, ben), "Ben Okafor.pdf", "Plan.pdf"), mail(2, ines.address, WORK))
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    (first, *_) = ines.suggestions("waiting", kind="interaction")
    leaving_out: dict[str, Any] = struck
    ines.rule("edit", [first], **leaving_out)
    with ines.app.transaction(ines.acting) as session:
        suggestions.erase(session, ines.user_id, Subject(frozenset({ben}), frozenset({"ben okafor"})))
    (kept,) = [row for row in ines.suggestions(kind="interaction") if row.id == first.id]
    assert (kept.typed, kept.state) == ({"file.Plan.pdf": ""}, "approved")
    assert [each["name"] for each in kept.fields["files"]] == ["Plan.pdf"]
