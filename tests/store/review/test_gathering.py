"""Somebody new is asked about once it shows who is on the matter, and at once where their owner wants it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from store.judgement.companions import domain_of
from store.judgement.policy import Rule
from store.models.private.suggestion import Suggestion
from store.queries.gathering import held_notes, is_gathering, newly_met
from store.queries.newcomers import asked_of_the_same, newcomers
from store.queries.review import came_since, waiting_count
from store.review.decide import wake
from store.review.gathering import ask, ask_now, gather
from tests.acquaintances import HOME, MOBILE, WORK, exchange
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting

PAVEL, GRETA, BEN, CARL = "pavel@kestrel.example", "greta@halden.example", "ben@halden.example", "carl@halden.example"
DORA = "dora@kestrel.example"
DAY = timedelta(days=1)
TUESDAY = MONDAY + DAY


def settled_in(me: Person) -> None:
    """Somebody was noted on an earlier day."""
    me.feed(mail(1, PAVEL, me.address), mail(2, me.address, PAVEL, answers=1), now=MONDAY)
    me.rule("approve", me.suggestions("waiting"), now=MONDAY)


def meets(me: Person, who: str = GRETA, number: int = 11) -> None:
    """An exchange of Tuesday with somebody new."""
    letters = mail(number, who, me.address, at=TUESDAY), mail(number + 1, me.address, who, answers=number, at=TUESDAY)
    me.feed(*letters, now=TUESDAY)


def asked(me: Person, *states: str) -> list[str]:
    return [row.fields["address"] for row in me.suggestions(*(states or ("waiting",)), kind="contact")]


def morning(me: Person, days: int) -> None:
    """The background's work so many days after Tuesday."""
    now = TUESDAY + days * DAY
    with me.worker.transaction(me.acting) as session:
        wake(session, me.user_id, [row.id for row in me.suggestions("later")], now)


def test_who_is_new_is_named_in_a_line_and_asked_about_on_the_fifth_working_day(ines: Person) -> None:
    settled_in(ines)
    meets(ines)
    assert (asked(ines), asked(ines, "later")) == ([], [GRETA])
    (note,) = [row for row in ines.suggestions("waiting") if row.doubt == "new person"]
    with ines.app.transaction(ines.acting) as session:
        assert [one.address for one in newly_met(session, ines.user_id)] == [GRETA]
        assert held_notes(session, ines.user_id) == {note.id}
        assert waiting_count(session, ines.user_id) == 0
        assert came_since(session, ines.user_id, MONDAY) == []
    morning(ines, 6)
    assert asked(ines, "later") == [GRETA]
    morning(ines, 7)
    assert asked(ines) == [GRETA]
    with ines.app.transaction(ines.acting) as session:
        assert (newly_met(session, ines.user_id), held_notes(session, ines.user_id)) == ([], frozenset())
        assert waiting_count(session, ines.user_id) == 2


def test_while_nobody_was_decided_about_nobody_waits(ines: Person) -> None:
    meets(ines, PAVEL, 1)
    meets(ines, DORA, 11)
    assert asked(ines) == [PAVEL, DORA]
    ines.rule("approve", ines.suggestions("waiting"), now=TUESDAY)
    meets(ines, number=21)
    assert asked(ines) == []


def test_one_question_is_about_all_of_a_company_who_are_new_whatever_they_wrote_about(ines: Person) -> None:
    settled_in(ines)
    meets(ines)
    meets(ines, BEN, 21)
    meets(ines, CARL, 31)
    rows = ines.suggestions("later", kind="contact")
    for row in rows:
        assert {one["address"] for one in row.fields["companions"]} == {BEN, CARL, GRETA} - {row.fields["address"]}
    with ines.app.transaction(ines.acting) as session:
        assert asked_of_the_same(session, ines.owner, [f"dora@{domain_of(BEN)}"]) == {BEN, CARL, GRETA}
        assert {one.address for one in newcomers(session, ines.owner, [])} == set()
    morning(ines, 7)
    (question, *_) = ines.suggestions("waiting", kind="contact")
    noting = ines.rule("approve", [question], now=TUESDAY + 7 * DAY)
    assert set(asked(ines, "approved")) == {BEN, CARL, GRETA, PAVEL}
    ines.undo(noting)
    assert asked(ines, "approved") == [PAVEL]


def test_their_owner_has_them_asked_about_at_once_and_undo_leaves_it_so(ines: Person) -> None:
    settled_in(ines)
    meets(ines)
    with ines.app.transaction(ines.acting) as session:
        ask_now(session, ines.user_id, TUESDAY)
        ask_now(session, ines.user_id, TUESDAY)
    ines.undo(ines.rule("approve", ines.suggestions("waiting", kind="contact"), now=TUESDAY))
    assert asked(ines) == [GRETA]
    meets(ines, GRETA, 41)
    assert asked(ines) == [GRETA]
    with ines.app.transaction(ines.acting) as session:
        ask(session, ines.user_id, [], TUESDAY)
        gather(session, ines.user_id, [], [], TUESDAY)
        assert session.scalars(select(Suggestion).where(is_gathering())).all() == []


def test_who_is_to_be_met_soon_waits_no_longer_and_is_asked_about_before(ines: Person) -> None:
    settled_in(ines)
    meets(ines)
    meets(ines, DORA, 51)
    ines.feed(meeting("visit", ines.address, GRETA, at=TUESDAY + DAY), now=TUESDAY)
    ines.feed(meeting("call", ines.address, DORA, at=TUESDAY + 2 * DAY), now=TUESDAY)
    assert (asked(ines), asked(ines, "later")) == ([GRETA], [DORA])
    morning(ines, 1)
    assert asked(ines, "later") == []


def test_who_may_be_somebody_else_is_asked_about_together_with_that(ines: Person) -> None:
    settled_in(ines)
    ines.feed(*exchange(ines, 11, WORK, after=1, mobile=MOBILE), now=TUESDAY)
    assert asked(ines, "later") == [WORK]
    ines.feed(*exchange(ines, 21, HOME, after=1, mobile=MOBILE), now=TUESDAY)
    kinds = {row.kind for row in ines.suggestions("waiting")}
    assert kinds == {"contact", "merge", "interaction"}


def test_whom_a_colleague_noted_meanwhile_is_asked_about_no_more(ines: Person, jonas: Person) -> None:
    settled_in(ines)
    meets(ines)
    meets(jonas)
    jonas.rule("approve", jonas.suggestions("waiting", kind="contact"), now=TUESDAY)
    jonas.publish(TUESDAY + DAY)
    morning(ines, 7)
    assert asked(ines, "later") == asked(ines) == []
    assert [row.doubt for row in ines.suggestions("waiting", kind="interaction")] == [None]


def test_earlier_notes_of_whom_a_colleague_noted_are_sure_with_the_next_mail(ines: Person, jonas: Person) -> None:
    settled_in(ines)
    meets(ines)
    meets(jonas)
    jonas.rule("approve", jonas.suggestions("waiting", kind="contact"), now=TUESDAY)
    jonas.publish(TUESDAY + DAY)
    ines.feed(mail(21, GRETA, ines.address, at=TUESDAY + DAY), now=TUESDAY + DAY)
    assert asked(ines, "later") == asked(ines) == []
    assert [row.doubt for row in ines.suggestions("waiting", kind="interaction")] == [None, None]


def test_a_rule_speaks_of_who_waits_when_they_are_asked_about(ines: Person) -> None:
    settled_in(ines)
    meets(ines)
    ines.accept(Rule("leave_out", "domain", "halden.example"), now=TUESDAY)
    morning(ines, 7)
    assert asked(ines, "refused") == [GRETA]
