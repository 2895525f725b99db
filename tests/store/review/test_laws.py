"""Laws 4 to 8 over random mails, decisions, merges, splits, undos, publishing and erasures, by two reps."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text

from store.erasure import Erased
from store.errors import Conflict, NotFound
from store.judgement.policy import BOTH, Rule, RuleKind
from store.review import publish
from store.review.manual import Entry, enter, split
from store.review.settle import Approver
from tests.builders import MONDAY
from tests.firm import LATER, Firm, Person
from tests.readings import mail, meeting, promising, signed, with_desks
from tests.store.erasure.life import erase, tables_with
from tests.store.summing import holds

PEOPLE = (
    "greta.becker@halden.example", "greta.becker@mail.example", "greta.becker@kestrel.example",
    "nils.berg@halden.test", "luca@mail.example", "ben.okafor@halden.example",
)  # fmt: skip
DESK = "goods-in@halden.example"
REPS = st.integers(0, 1)
# A field that somebody typed on any of the rows that are one shows what somebody typed.
TYPED = """
select c.{field} = any (array_agg(f.value)) from contact c
join contact d on coalesce(d.merged_into, d.id) = coalesce(c.merged_into, c.id)
join field_value f on f.entity = 'contact' and f.row_id = d.id and f.field = '{field}' and f.origin = 'typed'
group by c.id
"""
# Rows that point to one that is another's, or to themselves; and rows of one group that show different things.
STANDING = """
select count(*) from contact c join contact d on d.id = c.merged_into
where d.merged_into is not null or d.id = c.id or d.name <> c.name or d.title is distinct from c.title
"""
UNSUPPORTED = text(
    "select count(*) from suggestion s where not exists (select from evidence where suggestion_id = s.id)"
)

UNDECIDED = text("""
select count(*) from suggestion s where s.state not in ('waiting', 'later') and not exists (
    select from decision d where d.suggestion_id = s.id and d.verb <> 'undo'
      and not exists (select from decision u where u.undoes = d.id))
""")


class Life(RuleBasedStateMachine):
    """Two reps at work."""

    firm: Firm
    number = 0

    @initialize()
    def begin(self) -> None:
        Life.number += 1
        self.reps = [self.firm.person(f"Rep{Life.number}x{index}") for index in range(2)]
        self.clock = LATER
        self.mails = 0

    @staticmethod
    def _called(other: str) -> str:
        """An address of this example's own, so that nobody of an earlier one holds who is behind it."""
        local, _, domain = other.partition("@")
        return other if other == DESK else f"{local}{chr(ord('a') + Life.number % 26)}@{domain}"

    def _tick(self) -> None:
        self.clock += timedelta(minutes=1)

    @rule(
        who=REPS,
        other=st.sampled_from((*PEOPLE, DESK)),
        both=st.booleans(),
        beside=st.booleans(),
        answer=st.booleans(),
        day=st.integers(0, 2),
    )
    def a_mail(self, *, who: int, other: str, both: bool, beside: bool, answer: bool, day: int) -> None:
        self.mails += 1
        comes = (self._called(PEOPLE[-1]),) if beside and other != PEOPLE[-1] else ()
        other = self._called(other)
        me, colleague = self.reps[who], self.reps[1 - who]
        at = MONDAY + timedelta(days=day)
        answers = self.mails - 1 if answer and self.mails > 1 else None
        number = self.mails + 1000 * Life.number
        names = [answers + 1000 * Life.number] if answers else [None]
        copied = (*comes, *((colleague.address,) if both else ()))
        sent = mail(number, me.address, other, *copied, at=at, answers=names[0])
        got = mail(number + 500, other, me.address, *copied, at=at, answers=number)
        got = with_desks(signed(got, title=("Buyer", "Head of Procurement")[day % 2]), DESK)
        got = promising(got, "I will send the list", at.date() + timedelta(days=day)) if answer else got
        sent = with_desks(sent, DESK)
        me.feed(sent, got)
        if both:
            colleague.feed(got)

    @rule(who=REPS, other=st.sampled_from(PEOPLE), cancelled=st.booleans())
    def a_meeting(self, *, who: int, other: str, cancelled: bool) -> None:
        status = "cancelled" if cancelled else "confirmed"
        me, other = self.reps[who], self._called(other)
        me.feed(meeting(f"{other}{Life.number}", me.address, other, sequence=int(cancelled), status=status))

    @rule(who=REPS, verb=st.sampled_from(["approve", "refuse", "later", "keep_private"]), which=st.integers(0, 9))
    def decide(self, *, who: int, verb: str, which: int) -> None:
        waiting = self.reps[who].suggestions("waiting")
        if waiting:
            self._tick()
            self.reps[who].rule(verb, [waiting[which % len(waiting)]], self.clock)  # type: ignore[arg-type]

    @rule(who=REPS, name=st.sampled_from(["Greta B.", "Someone Else"]))
    def type_a_name(self, *, who: int, name: str) -> None:
        contacts = self.reps[who].suggestions("waiting", kind="contact")
        if contacts:
            self._tick()
            self.reps[who].rule("edit", contacts[:1], self.clock, name=name)

    @rule(who=REPS, other=st.sampled_from(PEOPLE), kind=st.sampled_from(["approve", "leave_out", "ask"]))
    def accept_a_rule(self, *, who: int, other: str, kind: RuleKind) -> None:
        self._tick()
        kinds = BOTH if kind == "approve" else ()
        self.reps[who].accept(Rule(kind, "domain", other.partition("@")[2], kinds=kinds), now=self.clock)

    @rule(who=REPS, title=st.sampled_from(["Boss", "Chief"]))
    def enter_a_title(self, *, who: int, title: str) -> None:
        me = self.reps[who]
        contact_id, was = self._somebody(me)
        if contact_id:
            self._tick()
            with me.app.transaction(me.acting) as session:
                entry = Entry("contact", contact_id, "title", was or "", title)
                enter(session, Approver(me.user_id, 0), uuid4(), entry, self.clock)

    @rule(who=REPS)
    def part(self, *, who: int) -> None:
        me = self.reps[who]
        with me.app.transaction(me.acting) as session:
            merged = session.scalars(text("select id from contact where merged_into is not null order by id")).first()
        if merged:
            self._tick()
            with me.app.transaction(me.acting) as session:
                split(session, Approver(me.user_id, 0), uuid4(), merged, self.clock)

    @precondition(lambda self: self.mails)
    @rule(other=st.sampled_from(PEOPLE))
    def erase_somebody(self, *, other: str) -> None:
        """Law 8: nothing names them any more, and a second time there is nothing to do."""
        address = self._called(other)
        erase(*self.reps, addresses=(address,))
        for rep in self.reps:
            assert tables_with(rep, address) == []
        assert erase(*self.reps, addresses=(address,)) == Erased()

    @staticmethod
    def _somebody(me: Person) -> tuple[UUID | None, str | None]:
        with me.app.transaction(me.acting) as session:
            asked = text("select id, title from contact where merged_into is null order by id limit 1")
            found = session.execute(asked).first()
            return (found.id, found.title) if found else (None, None)

    @rule(who=REPS)
    def publish(self, *, who: int) -> None:
        self._tick()
        self.reps[who].publish(self.clock)

    @rule(who=REPS)
    def sums_by_week_say_what_the_notes_say(self, *, who: int) -> None:
        holds(self.reps[who])

    @rule(who=REPS)
    def undo(self, *, who: int) -> None:
        with suppress(NotFound, Conflict):
            self.reps[who].undo()

    @precondition(lambda self: any(rep.suggestions("waiting") for rep in self.reps))
    @rule()
    def undo_restores_every_row(self) -> None:
        me = next(rep for rep in self.reps if rep.suggestions("waiting"))
        me.publish(self.clock)
        before = me.shared(), self._queue(me)
        self._tick()
        op_id = me.rule("approve", me.suggestions("waiting"), self.clock)
        self._tick()
        me.publish(self.clock)
        changes = {row.id for row in me.suggestions(kind="change")} - {row[0] for row in before[1]}
        me.undo(op_id)
        assert me.shared() == before[0]
        assert [row for row in self._queue(me) if row[0] not in changes] == before[1]

    @staticmethod
    def _queue(person: Person) -> list[tuple[object, ...]]:
        return [(row.id, row.state, row.pile, row.doubt, row.typed, row.version) for row in person.suggestions()]

    @invariant()
    def no_suggestion_without_evidence_no_note_twice(self) -> None:
        for rep in getattr(self, "reps", []):
            with rep.app.transaction(rep.acting) as session:
                assert session.execute(UNSUPPORTED).scalar_one() == 0
                twice = text(
                    "select count(*) from (select exchange_key from interaction_source s join interaction i"
                    " on i.id = s.interaction_id group by exchange_key, i.kind, approver_id having count(*) > 1) t"
                )
                assert session.execute(twice).scalar_one() == 0

    @invariant()
    def what_is_settled_has_a_decision_that_stands(self) -> None:
        for rep in getattr(self, "reps", []):
            with rep.app.transaction(rep.acting) as session:
                assert session.execute(UNDECIDED).scalar_one() == 0

    @invariant()
    def what_a_person_typed_stands(self) -> None:
        for rep in getattr(self, "reps", [])[:1]:
            with rep.app.transaction(rep.acting) as session:
                for field in ("name", "title"):
                    assert all(session.scalars(text(TYPED.format(field=field))))

    @invariant()
    def one_row_stands_for_all_that_are_one(self) -> None:
        for rep in getattr(self, "reps", [])[:1]:
            with rep.app.transaction(rep.acting) as session:
                assert session.execute(text(STANDING)).scalar_one() == 0


@pytest.mark.timeout(600)
def test_the_laws_hold(firm: Firm) -> None:
    Life.firm = firm
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=20,
            stateful_step_count=18,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert publish.publish is not None
