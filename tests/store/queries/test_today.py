from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.orm import Session

from store.judgement.trends.turns import WEEK, monday
from store.models.shared.contact import Company
from store.models.shared.week import CompanyTurn, CompanyWeek
from store.queries import trends
from store.queries.markets import ALL
from store.queries.today import ALL_OF_THEM, CHANGED_FOR, SILENT, Found, found
from store.queries.trends import Counted, Span
from store.weeks import count_marked
from tests.firm import Person
from tests.readings import mail
from tests.store.summing import MANY, TODAY, counted, many_notes

GRETA, PAVEL = "greta@halden.example", "pavel@kestrel.example"


def company_with(rep: Person, kind: str, before: float | None = None, after: float | None = None, ago: int = 0) -> None:
    """Halden, approved by a rep, with whom something turned so many weeks ago; nothing is left to be counted."""
    if not rep.count("company"):
        rep.feed(mail(1, GRETA, rep.address), mail(2, rep.address, GRETA, answers=1))
        rep.approve_all()
    week = monday(date.today()) - ago * WEEK  # noqa: DTZ011 - the pages' own day
    with rep.app.transaction(rep.acting) as session:
        session.execute(text("delete from week_mark"))
        company_id = session.scalars(select(Company.id).where(Company.name == "Halden")).one()
        values = {"company_id": company_id, "kind": kind, "week": week, "level_before": before, "level_after": after}
        values["notes"] = 5 if kind == "quiet" else None
        session.execute(insert(CompanyTurn).values(values))
        session.execute(text("delete from week_mark"))


def read(rep: Person, today: date | None = None) -> Found:
    with rep.app.transaction(rep.acting) as session:
        return found(session, today or date.today())  # noqa: DTZ011 - the pages' own day


def test_nothing_is_said_of_nothing(ines: Person) -> None:
    assert not read(ines)


def test_a_company_that_changed_is_told_of_for_some_weeks(ines: Person) -> None:
    company_with(ines, "changed", 9, 2, ago=CHANGED_FOR)
    assert not read(ines)
    company_with(ines, "changed", 8, 3, ago=3)
    one = read(ines)
    assert one.changed_total == 1
    assert [(each.company, each.before, each.after) for each in one.changed] == [("Halden", 8, 3)]


def test_a_change_is_told_of_until_another_turn_overtakes_it(ines: Person) -> None:
    company_with(ines, "changed", 9, 2, ago=4)
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(CompanyTurn).values(until=monday(date.today()) + WEEK))  # noqa: DTZ011 - the pages' own day
    assert read(ines).changed_total == 1
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(CompanyTurn).values(until=monday(date.today())))  # noqa: DTZ011 - the pages' own day
    assert not read(ines)


def test_a_company_that_went_quiet_tells_how_much_there_was_and_returns(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    last = monday(TODAY) - SILENT
    many_notes(ines, [last - at * WEEK for at in range(60)])
    counted(ines)
    one = read(ines, TODAY)
    with ines.app.transaction(ines.acting) as session:
        span = select(func.sum(CompanyWeek.notes)).where(CompanyWeek.week >= monday(TODAY) - 52 * WEEK)
        assert [(each.company, each.last, each.notes) for each in one.quiet] == [("Halden", last, session.scalar(span))]
    assert (one.changed_total, one.quiet_total) == (0, 1)
    assert not read(ines, TODAY - WEEK).quiet
    assert not read(ines, TODAY + 2 * WEEK).quiet  # it was told of
    many_notes(ines, [TODAY])
    counted(ines)
    assert not read(ines, TODAY).quiet


def test_promises_that_are_due_soon_or_lately_were_and_are_not_done(ines: Person) -> None:
    company_with(ines, "returned")
    today = datetime(2026, 3, 9).date()  # noqa: DTZ001 - a day
    with ines.app.transaction(ines.acting) as session:
        put = text("""
        insert into commitment
            (interaction_id, key, asked, ours, doer, other, words, due_on, done_at, approver_id, decision_id)
        select interaction_id, :key, false, true, :me, :them, 'send it', :day, :done, approver_id, decision_id
        from interaction_source limit 1""")
        for key, days, done in (("a", 3, None), ("b", -3, None), ("c", 30, None), ("d", 1, datetime(2026, 3, 1))):  # noqa: DTZ001
            day = today + timedelta(days=days)
            session.execute(put, {"key": key, "me": ines.address, "them": GRETA, "day": day, "done": done})
    counted(ines)
    one = read(ines, today)
    assert one.due_total == 2
    assert [(each.company, (each.due_on - today).days, each.approvers) for each in one.due] == [
        ("Halden", -3, (ines.user_id,)),
        ("Halden", 3, (ines.user_id,)),
    ]


def test_a_promise_that_two_decisions_share_is_told_once_and_is_done_when_one_says_so(ines: Person) -> None:
    company_with(ines, "returned")
    today = date(2026, 3, 9)
    with ines.app.transaction(ines.acting) as session:
        put = text("""
        insert into commitment (interaction_id, key, asked, ours, doer, other, words, due_on, approver_id, decision_id)
        select i.id, 'one', false, false, :them, :me, 'send it', :day, d.owner_id, d.id
        from interaction i, (select id, owner_id from decision order by id limit 2) d""")
        session.execute(put, {"me": ines.address, "them": GRETA, "day": today})
        assert session.scalar(text("select count(*) from commitment")) == 2
    counted(ines)
    one = read(ines, today)
    assert (one.due_total, [(each.company, each.approvers) for each in one.due]) == (1, [("Halden", (ines.user_id,))])
    with ines.app.transaction(ines.acting) as session:
        session.execute(
            text("update commitment set done_at = now() where id = (select max(id::text)::uuid from commitment)")
        )
    counted(ines)
    assert not read(ines, today)


LATER = date(2027, 3, 3)  # a Wednesday
THIS_WEEK = monday(LATER)
PROMISED = text("""
insert into commitment
    (interaction_id, key, asked, ours, doer, other, words, due_on, done_at, approver_id, decision_id)
select (select id from interaction limit 1), :key, false, true, :me, 'greta@halden.example', 'send it', :day,
       case when :done then now() end, d.owner_id, d.id from decision d order by d.id offset :by limit 1
""")


APPROVED = text("""
insert into approval (entity, row_id, approver_id, decision_id)
select entity, :id, approver_id, decision_id from approval where entity = 'company' limit 1
""")


def turn(session: Session, number: int, week: date) -> None:
    """Another company that changed with a week."""
    company = Company(name=f"Company {number}")
    session.add(company)
    session.flush()
    session.execute(APPROVED, {"id": str(company.id)})
    values = {"kind": "changed", "week": week, "level_before": number + 5.0, "level_after": 1.0}
    session.execute(insert(CompanyTurn).values(values | {"company_id": company.id}))
    session.execute(text("delete from week_mark"))  # nothing of it is counted anew


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.integers(14, 80), max_size=12),
    last=st.integers(8, 11),
    changed=st.lists(st.integers(-1, 9), max_size=12),
    promised=st.dictionaries(
        st.tuples(st.sampled_from("abcde"), st.integers(0, 1)), st.tuples(st.integers(-16, 9), st.booleans())
    ),
)
def test_every_number_is_as_many_as_it_opens(
    ines: Person, notes: list[int], last: int, changed: list[int], promised: dict[tuple[str, int], tuple[int, bool]]
) -> None:
    if not ines.count("company"):
        company_with(ines, "returned")
    with ines.app.transaction(ines.acting) as session:
        weeks = [*range(last, last + 5), *notes]
        session.execute(MANY, {"me": ines.user_id, "days": [LATER - ago * WEEK for ago in weeks]})
        for (key, by), (days, done) in promised.items():
            day = LATER + timedelta(days=days)
            session.execute(PROMISED, {"key": key, "by": by, "day": day, "done": done, "me": ines.address})
        while not count_marked(session, LATER):
            pass
        for number, ago in enumerate(changed):
            turn(session, number, THIS_WEEK - ago * WEEK)
        whole, some = found(session, LATER, ALL_OF_THEM), found(session, LATER, 2)
        for name in ("changed", "quiet", "due"):
            rows = getattr(whole, name)
            assert getattr(whole, f"{name}_total") == getattr(some, f"{name}_total") == len(rows)
            assert getattr(some, name) == rows[:2]
        assert sum(0 <= ago < CHANGED_FOR for ago in changed) == whole.changed_total
        due = {key: days for (key, _by), (days, _done) in reversed(promised.items())}  # of whoever said it first
        kept = {key for (key, _by), (_days, done) in promised.items() if done}
        assert whole.due_total == sum(-14 <= due[key] <= 7 for key in due.keys() - kept)
        assert (whole.quiet_total == 1) == (last in (9, 10))
        for each in whole.quiet:
            opened = Counted(Span(ALL, each.first, each.last), each.company_id)
            assert trends.note_count(session, opened) == each.notes > 0
        session.rollback()
