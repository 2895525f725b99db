from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from extract.facts import Findings, PrivacyFact
from extract.raw import INBOX, THREAD
from store.recording import (
    MOST_ANSWERED,
    Owner,
    addresses_in,
    answered_by,
    column,
    first_signs,
    folder_of,
    hints_of,
    key_of_mail,
    key_of_meeting,
    matter_of,
    sender_of,
    thread_keys_of,
    weights_of,
    when,
)
from tests.builders import MONDAY, meeting_fact
from tests.readings import evidence, mail

OWNER = Owner(
    UUID(int=1), "Europe/Berlin", frozenset({"ines@alder.example"}), frozenset({"alder.example"}),
    frozenset({"jonas@home.example"}), b"key",
)  # fmt: skip
MAIL = mail(1, "greta@halden.example", "ines@alder.example").message


def test_who_is_ours() -> None:
    ours = ("ines@alder.example", "anybody@alder.example", "jonas@home.example")
    assert [OWNER.is_ours(address) for address in ours] == [True, True, True]
    assert not OWNER.is_ours("greta@halden.example")


def test_a_day_is_the_owner_s_day() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert OWNER.day_of(late) == date(2026, 3, 3)
    assert OWNER.start_of(date(2026, 3, 3)) == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_the_exchange_key_is_the_same_in_every_mailbox_of_the_company() -> None:
    assert MAIL is not None
    colleague = replace(OWNER, user_id=UUID(int=2), timezone="UTC")
    assert key_of_mail(OWNER, MAIL, "a") == key_of_mail(colleague, MAIL, "b")
    assert key_of_mail(OWNER, MAIL, "a") != key_of_mail(replace(OWNER, company_key=b"other"), MAIL, "a")
    nameless = replace(MAIL, message_id=None)
    assert key_of_mail(OWNER, nameless, "a") != key_of_mail(OWNER, nameless, "b")


def test_a_meeting_s_key_is_uid_and_instance() -> None:
    assert key_of_meeting(OWNER, meeting_fact()) != key_of_meeting(OWNER, meeting_fact(instant="20260302"))
    in_berlin = meeting_fact(recurrence_id="20260302T103000", instant="20260302T093000Z")
    in_utc = meeting_fact(recurrence_id="20260302T093000Z", instant="20260302T093000Z")
    assert key_of_meeting(OWNER, in_berlin) == key_of_meeting(OWNER, in_utc)


def test_what_a_mail_says_of_itself() -> None:
    assert MAIL is not None
    assert sender_of(MAIL) == "greta@halden.example"
    assert sender_of(replace(MAIL, participants=())) is None
    assert thread_keys_of(replace(MAIL, references=("r", "1@mail.example")), "x") == ["1@mail.example", "r"]
    assert thread_keys_of(replace(MAIL, message_id=None), "x") == ["sha256:x"]
    undated = replace(MAIL, date=None)
    assert when(undated, MONDAY) == MONDAY
    assert when(undated, None).year == 1990


def test_the_folder_that_says_most() -> None:
    assert folder_of(("work", "\\Inbox", "\\Junk")) == "\\Junk"
    assert folder_of(("work",)) is None


def test_a_fact_becomes_what_a_json_column_holds() -> None:
    extraction = mail(1, "greta@halden.example", "ines@alder.example")
    facts: tuple[Any, ...] = (*extraction.sources, *extraction.segments, *extraction.interactions[0].evidence)
    assert [column(fact) for fact in facts] == [asdict(fact) for fact in facts]
    assert column((1, None, "a")) == [1, None, "a"]


def test_the_weightiest_matter_counts_and_its_first_words_are_shown() -> None:
    words = tuple(evidence("privacy", "text", quote) for quote in ("payslip", "salary"))
    signs = (PrivacyFact("employment", 3, words), PrivacyFact("family", 2, words[1:]))
    assert (matter_of(signs), matter_of(())) == ("employment", None)
    assert [[place.quote for place in first_signs(each)] for each in (signs, ())] == [["payslip"], []]


def test_how_much_speaks_for_each_matter_and_how_many_signs_there_are() -> None:
    words = tuple(evidence("privacy", "text", quote) for quote in ("payslip", "salary"))
    found = Findings(privacy=(PrivacyFact("employment", 3, words),), hints=(PrivacyFact("family", 1, words[:1]),))
    assert weights_of(found) == {"employment": {"weight": 3, "signs": 1}, "family": {"weight": 1, "signs": 0}}


def test_what_a_mail_answers_the_nearest_first_and_of_a_long_thread_the_last() -> None:
    assert MAIL is not None
    letter = replace(MAIL, in_reply_to=("c",), references=("a", "b", "c"))
    assert answered_by(letter) == ["c", "b", "a"]
    long = replace(MAIL, references=tuple(map(str, range(100))))
    assert answered_by(long) == [str(number) for number in range(99, 99 - MOST_ANSWERED, -1)]


def test_everybody_who_had_a_part() -> None:
    extraction = replace(mail(1, "greta@halden.example", "ines@alder.example"), meetings=(meeting_fact(),))
    assert addresses_in(extraction) == {"greta@halden.example", "ines@alder.example"}
    assert addresses_in(replace(extraction, message=None)) == {"greta@halden.example"}


def test_a_provider_s_word_is_no_message_id() -> None:
    assert hints_of((INBOX, f"{THREAD}18a0", "Customers")) == [f" {THREAD}18a0"]
    assert hints_of(()) == []
