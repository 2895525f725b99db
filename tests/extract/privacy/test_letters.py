"""What speaks for privacy in whole mails and invitations, through the reader."""

from __future__ import annotations

from extract.facts import Extraction, MessageClass, ParsedMessage, Segment, Span
from extract.privacy.letters import hints_of, privacy_of
from extract.raw import CALENDAR, MESSAGE, RawItem, ReadingContext
from extract.reader import Reader

CONTEXT = ReadingContext(frozenset({"ines@alder.example"}), frozenset({"alder.example"}), "UTC", "en")


def read(body: str, headers: str = "") -> Extraction:
    head = (
        "From: Pavel Novak <pavel@halden.example>\r\nTo: ines@alder.example\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\n"
    )
    raw = f"{head}{headers}\r\n{body}".encode()
    return Reader().read(RawItem(MESSAGE, raw, None, "1"), CONTEXT)


def test_what_the_author_wrote_counts_and_what_they_quote_does_not() -> None:
    body = "Hello Ines,\r\n\r\nthe {} is on Monday.\r\n\r\nPavel\r\n"
    found = read(body.format("blood test"), "Subject: Monday\r\n")
    assert [fact.matter for fact in found.findings.privacy] == ["health"]
    for fact in found.findings.privacy:
        for place in fact.evidence:
            assert found.source(place.source)[place.span.start : place.span.end] == place.quote
    quoting = "Fine.\r\n\r\nOn Mon, 2 Mar 2026 Ines wrote:\r\n> the blood test is on Monday\r\n"
    assert read(quoting, "Subject: Monday\r\n").findings.privacy == ()


def test_a_mark_goes_before_what_it_is_about() -> None:
    found = read("The payslip is attached.\r\n", "Subject: Private: May\r\n")
    assert [fact.matter for fact in found.findings.privacy] == ["marked", "employment"]
    assert [fact.matter for fact in read("", "Sensitivity: private\r\nSubject: May\r\n").findings.privacy] == ["marked"]


def test_programs_have_no_private_life() -> None:
    found = read("Your payslip is ready.\r\n", "Subject: Payslip\r\nAuto-Submitted: auto-generated\r\n")
    assert found.findings.privacy == ()


def test_a_mail_without_words_of_its_author_has_its_subject_alone() -> None:
    message = ParsedMessage(None, (), (), None, "Blood test", (), "in", MessageClass("person", ""), None, ())
    quoted = (Segment("quoted", Span(0, 7)),)
    ((fact,),) = (privacy_of(message, "payslip", quoted, marked=False),)
    assert (fact.matter, fact.evidence[0].source) == ("health", "subject")
    assert (
        privacy_of(
            ParsedMessage(None, (), (), None, "", (), "in", MessageClass("bounce", ""), None, ()), "", (), marked=True
        )
        == ()
    )


def test_an_event_may_be_private_without_a_mark() -> None:
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260302T090000Z\r\n"
        "SUMMARY:Parents evening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (meeting,) = Reader().read(RawItem(CALENDAR, event.encode(), None, "1"), CONTEXT).meetings
    ((fact,),) = (meeting.privacy,)
    assert (fact.matter, fact.evidence[0].quote, meeting.private) == ("family", "Parents evening", False)


def test_hints_are_kept_apart_and_of_what_people_write() -> None:
    found = read("The plumber comes on Monday, your wife lets him in.\r\n", "Subject: Monday\r\n").findings
    assert ([fact.matter for fact in found.hints], found.privacy) == (["family", "home"], ())
    bounce = ParsedMessage(None, (), (), None, "Plumber", (), "in", MessageClass("bounce", ""), None, ())
    assert hints_of(bounce, "", ()) == ()


def test_a_wedding_told_for_the_new_name_is_no_private_matter() -> None:
    assert [fact.matter for fact in read("We got married on the beach!\r\n").findings.privacy] == ["occasion"]
    assert read("We got married, so my new name is Greta Voss.\r\n").findings.privacy == ()
    assert read("Ich habe geheiratet und heiße jetzt Voss.\r\n").findings.privacy == ()
    both = read("We got married, my new name is Voss. My blood test is fine.\r\n").findings.privacy
    assert [fact.matter for fact in both] == ["health"]
    party = read("We got married, my new name is Voss. Our wedding is in May!\r\n").findings.privacy
    assert [fact.matter for fact in party] == ["occasion"]
