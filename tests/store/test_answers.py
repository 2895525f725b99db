"""Who may say what of a meeting by mail, in the dialects of the programs that say it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from sqlalchemy import select

from extract.facts import Extraction
from store.answers import heed_answers, record_answers
from store.messages import record
from store.models.private.message import Meeting, MeetingAnswer, Participation
from store.queries.evidence import sources_of
from store.recording import Item
from store.review.suggest import suggest
from tests.extract.letters import INES, read
from tests.firm import LATER, Person
from tests.itip import AT, GOOGLE, GRETA, MALLORY, PAVEL, SERIES, event, guest, mail, person, reply

OURS = event("REQUEST", organizer=INES, guests=(guest(GRETA), guest(PAVEL)))
THEIRS = event("REQUEST")
START = datetime(2026, 3, 3, 9, tzinfo=UTC)
REFUTED = "mx.alder.example; spf=fail; dmarc=fail"


def sent(calendar: str = OURS, to: str = GRETA) -> Extraction:
    return mail(calendar, INES, to, "\\Sent")


def feed(ines: Person, *readings: Extraction) -> None:
    """One by one, each in its folder: what one of us wrote lies among the sent."""
    for reading in readings:
        assert reading.message is not None
        labels = ("\\Sent",) if reading.message.direction == "out" else ("\\Inbox",)
        with ines.worker.transaction(ines.acting) as session:
            items = [Item(uuid4(), labels, reading.message.date, reading)]
            suggest(session, ines.owner, record(session, ines.owner, items), LATER)


def responses(ines: Person) -> dict[str, str | None]:
    with ines.app.transaction(ines.acting) as session:
        asked = select(Participation.address, Participation.response).where(Participation.role == "attendee")
        rows = session.execute(asked.where(Participation.meeting_id.is_not(None)))
        return {address: response for address, response in rows}  # noqa: C416 - a Row is not a tuple to mypy


def meetings(ines: Person) -> list[tuple[str, datetime | None]]:
    with ines.app.transaction(ines.acting) as session:
        rows = session.execute(select(Meeting.status, Meeting.starts_at).order_by(Meeting.recurrence_id))
        return [(status, at) for status, at in rows]


def noted(ines: Person) -> list[list[str]]:
    """Whom each note of a meeting names."""
    rows = [row for row in ines.suggestions("waiting") if row.key.startswith("meeting:")]
    return [[each["address"] for each in row.fields["people"] if not each["ours"]] for row in rows]


def test_an_answer_changes_the_participation_of_whoever_sent_it_alone(ines: Person) -> None:
    feed(ines, sent(), mail(reply(GRETA, "DECLINED"), GRETA))
    assert responses(ines) == {GRETA: "declined", PAVEL: "needs-action"}
    assert noted(ines) == [[PAVEL]]  # who did not come was not met
    feed(ines, mail(reply(GRETA, "ACCEPTED", stamped=9), GRETA, sent=9))
    assert responses(ines) == {GRETA: "accepted", PAVEL: "needs-action"}
    feed(ines, mail(reply(GRETA, "ACCEPTED", stamped=9), GRETA, sent=9))  # the same mail once more
    assert noted(ines) == [[GRETA, PAVEL]]


def test_when_nobody_outside_came_it_is_no_note(ines: Person) -> None:
    feed(ines, sent(), mail(reply(GRETA, "DECLINED"), GRETA), mail(reply(PAVEL, "DECLINED"), PAVEL))
    assert noted(ines) == []


@pytest.mark.parametrize(
    "forged",
    [
        mail(reply(GRETA, "DECLINED"), MALLORY),  # for somebody else
        mail(reply(MALLORY, "ACCEPTED"), MALLORY),  # nobody invited them
        mail(reply(GRETA, "DECLINED"), GRETA, Authentication_Results=REFUTED),
        mail(reply(GRETA, "DECLINED"), GOOGLE, Reply_To=person(MALLORY)),
        mail(reply(GRETA, "DECLINED").replace("REPLY", "REFRESH"), GRETA),
    ],
)
def test_a_stranger_s_answer_changes_nothing(ines: Person, forged: Extraction) -> None:
    feed(ines, sent(), forged)
    assert responses(ines) == {GRETA: "needs-action", PAVEL: "needs-action"}


def test_an_answer_among_the_spam_is_none(ines: Person) -> None:
    feed(ines, sent())
    with ines.worker.transaction(ines.acting) as session:
        spam = [Item(uuid4(), ("\\Junk",), None, mail(reply(GRETA, "DECLINED"), GRETA))]
        assert record_answers(session, ines.owner, spam) == frozenset()
        assert heed_answers(session, ines.owner, []) == frozenset()


def test_what_google_writes_for_somebody_is_theirs(ines: Person) -> None:
    answer = mail(reply(GRETA, "TENTATIVE"), GOOGLE, Reply_To=person(GRETA), file=True)
    feed(ines, answer, sent())  # the answer is read first
    assert responses(ines) == {GRETA: "tentative", PAVEL: "needs-action"}


def test_who_answered_an_earlier_revision_did_not_answer_this_one(ines: Person) -> None:
    moved = event("REQUEST", organizer=INES, guests=(guest(GRETA),), at=AT + timedelta(hours=2), sequence=1, stamped=7)
    feed(ines, sent(), mail(reply(GRETA, "ACCEPTED"), GRETA), mail(moved, INES, GRETA, "\\Sent", sent=7))
    assert responses(ines) == {GRETA: "needs-action"}
    feed(ines, mail(reply(GRETA, "ACCEPTED", sequence=1), GRETA, sent=8))
    assert responses(ines) == {GRETA: "accepted"}


def test_our_own_answer_agrees_to_a_meeting_where_it_was_sent(ines: Person) -> None:
    feed(ines, mail(THEIRS))
    assert noted(ines) == []  # a stranger's wish
    ours = reply(INES, "ACCEPTED", organizer=GRETA)
    feed(ines, mail(ours, INES, INES, "\\Inbox"))  # anybody can write our address
    assert noted(ines) == []
    feed(ines, mail(ours, INES, GRETA, "\\Sent"))
    assert noted(ines) == [[GRETA, PAVEL]]
    feed(ines, mail(reply(INES, "DECLINED", organizer=GRETA, stamped=9), INES, GRETA, "\\Sent"))
    assert noted(ines) == []


def test_another_time_that_somebody_proposes_is_seen_and_changes_nothing(ines: Person) -> None:
    feed(ines, sent(), mail(reply(GRETA, "ACCEPTED"), GRETA))
    counter = event("COUNTER", organizer=INES, at=AT + timedelta(days=1), guests=(guest(GRETA, "TENTATIVE"),))
    feed(ines, mail(counter, GRETA, Subject="New Time Proposed: Pilot review", sent=6))
    feed(ines, mail(counter, MALLORY, Subject="New Time Proposed: elsewhere", sent=7))
    feed(ines, mail(counter.replace("COUNTER", "DECLINECOUNTER"), INES, GRETA, "\\Sent", sent=8))
    assert meetings(ines) == [("confirmed", START)]
    assert responses(ines) == {GRETA: "accepted", PAVEL: "needs-action"}
    (note,) = [row for row in ines.suggestions("waiting") if row.key.startswith("meeting:")]
    with ines.app.transaction(ines.acting) as session:
        shown = sources_of(session, [note.id])[note.id]
        proposed = session.scalars(select(MeetingAnswer.starts_at).where(MeetingAnswer.method == "COUNTER")).all()
    assert [each.title for each in shown if each.kind == "mail"] == ["Pilot review", "New Time Proposed: Pilot review"]
    assert proposed == [START + timedelta(days=1)]


HIJACK = {
    "a request under the same UID": event("REQUEST", organizer=MALLORY, sequence=99, at=AT + timedelta(days=1)),
    "a cancellation of their own": event("CANCEL", organizer=MALLORY, sequence=99),
    "a cancellation in our organizer's name": event("CANCEL", sequence=99),
    "a time more": event("ADD", organizer=MALLORY, sequence=99, at=AT + timedelta(days=1)),
}


@pytest.mark.parametrize("what", HIJACK)
@pytest.mark.parametrize("first", [False, True])
def test_a_stranger_changes_nothing_in_whatever_order_mails_are_read(ines: Person, what: str, *, first: bool) -> None:
    letters = [mail(THEIRS, sent=1), mail(HIJACK[what], MALLORY, sent=2)]
    feed(ines, *(reversed(letters) if first else letters))
    assert ("confirmed", START) in meetings(ines)
    assert [at for status, at in meetings(ines) if status == "cancelled"] == []


def test_a_refuted_organizer_is_not_heard(ines: Person) -> None:
    feed(ines, mail(THEIRS), mail(event("CANCEL", sequence=1), Authentication_Results=REFUTED))
    assert meetings(ines) == [("confirmed", START)]


def test_a_forwarded_invitation_is_not_the_forwarder_s(ines: Person) -> None:
    feed(ines, mail(THEIRS, PAVEL, Subject="FW: Pilot review"))
    assert meetings(ines) == []
    feed(ines, mail(THEIRS, GOOGLE, Reply_To=person(GRETA), Sender=person(GOOGLE), file=True))
    assert meetings(ines) == [("confirmed", START)]


REVISIONS = (
    mail(THEIRS, sent=1),
    mail(event("REQUEST", at=AT + timedelta(hours=3), stamped=5), sent=5, Subject="Updated invitation: Pilot review"),
    mail(event("REQUEST", at=AT + timedelta(hours=1), stamped=3), sent=3),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_one_sequence_the_last_word_counts_in_any_order(ines: Person, order: tuple[int, ...]) -> None:
    feed(ines, *(REVISIONS[place] for place in order))
    assert meetings(ines) == [("confirmed", START + timedelta(hours=3))]


def series(method: str, *lines: str, at: datetime = SERIES, sequence: int = 0) -> Extraction:
    """Sent before it begins, as invitations are."""
    subject = {"CANCEL": "Canceled: Pilot review"}.get(method, "Pilot review")
    return mail(
        event(method, *lines, at=at, sequence=sequence, guests=(guest(INES, "ACCEPTED"),)), sent=sequence,
        Subject=subject,
    )  # fmt: skip


def days(ines: Person) -> list[str]:
    rows = [row for row in ines.suggestions("waiting") if row.kind == "interaction"]
    return [row.happened_at.strftime("%d.%m. %H") for row in rows]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_one_time_of_a_series_is_moved_cancelled_or_added_by_mail(ines: Person, order: tuple[int, ...]) -> None:
    weekday = "RRULE:FREQ=DAILY;COUNT=4"
    letters = (
        series("REQUEST", weekday),
        series("REQUEST", "RECURRENCE-ID;TZID=W. Europe Standard Time:20260303T100000", at=AT.replace(hour=15)),
        series("CANCEL", "RECURRENCE-ID:20260304T090000Z", sequence=1),
        series("ADD", at=datetime(2026, 3, 6, 8), sequence=2),  # noqa: DTZ001
    )
    feed(ines, *(letters[place] for place in order))
    assert days(ines) == ["02.03. 09", "03.03. 14", "05.03. 09", "06.03. 07"]
    assert ines.count("meeting") == 5


def calendar(text: str) -> Extraction:
    return read(text.replace("METHOD:REQUEST\r\n", "").encode())


@pytest.mark.parametrize("calendar_first", [False, True])
def test_beside_the_owner_s_calendar_a_mail_says_nothing(ines: Person, *, calendar_first: bool) -> None:
    rule, ours = "RRULE:FREQ=DAILY;COUNT=3", (guest(INES, "ACCEPTED"), guest(PAVEL))
    truth = calendar(event("REQUEST", rule, at=SERIES, guests=ours))
    letters = [
        series("CANCEL", "RECURRENCE-ID:20260303T090000Z", sequence=3),
        series("REQUEST", "RECURRENCE-ID:20260304T090000Z", at=AT.replace(day=4, hour=16), sequence=4),
        mail(reply(PAVEL, "DECLINED", organizer=GRETA), PAVEL),
    ]
    if calendar_first:
        ines.feed(truth)
    feed(ines, *letters)
    if not calendar_first:
        ines.feed(truth)
    assert days(ines) == ["02.03. 09", "03.03. 09", "04.03. 09"]
    assert noted(ines) == [[GRETA, PAVEL]] * 3
