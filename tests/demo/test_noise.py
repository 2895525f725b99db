from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from random import Random

from demo.clock import OFFICE, moment, working_day
from demo.noise import AWAY_COUNT, BOUNCE_COUNT, Street, absences, bounces, draft, notices
from demo.phrases.notices import NOTICES
from demo.world import Mail, Mark, World
from tests.demo.playing import LAST, cast


def street(seed: int = 1) -> Street:
    return Street(cast(), LAST, 44, Random(seed))


def parsed(mail: Mail) -> EmailMessage:
    found = message_from_bytes(mail.payload, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_every_sort_of_notice_reaches_both_reps_in_turn() -> None:
    made = list(notices(street(), len(NOTICES) * 2))
    assert {mail.mark.story for mail in made} == {notice.sort for notice in NOTICES}
    reps = [one.address for one in street().reps]
    assert [mail.recipients[0] for mail in made[:4]] == [reps[0], reps[1]] * 2
    assert not any(mail.mark.note or mail.mark.private or mail.mark.contacts for mail in made)
    assert list(notices(street(), 0)) == []


def test_bulk_mail_says_what_it_is() -> None:
    by_sort = {mail.mark.story: parsed(mail) for mail in notices(street(), len(NOTICES))}
    assert by_sort["newsletter"]["List-Unsubscribe"]
    assert by_sort["list"]["List-Id"]
    assert by_sort["receipt"]["Auto-Submitted"] == "auto-generated"
    assert not {"Auto-Submitted", "List-Unsubscribe", "List-Id"} & set(by_sort["cold"].keys())
    assert by_sort["receipt"].get_content_type() == "text/html"
    spam = [mail for mail in notices(street(), len(NOTICES)) if mail.mark.story == "spam"]
    assert {mail.mark.folder for mail in spam} == {".Junk"}


def test_noise_keeps_to_office_days_before_the_last() -> None:
    times = [street(seed).time(2).astimezone(OFFICE) for seed in range(60)]
    assert all(at.weekday() < 5 for at in times)
    assert max(at.date() for at in times) <= working_day(LAST, 2)
    assert min(at.date() for at in times) >= working_day(LAST, 44)
    assert all(7 <= at.hour <= 17 for at in times)


def written(number: int, back: int) -> Mail:
    rep, customer = street().reps[0], cast().person("northwind.lead")
    at = moment(working_day(LAST, back), 900)
    payload = b"Subject: Pilot\n\nx\n"
    return Mail(f"{number}@x.example", at, rep.address, (customer.address,), payload, Mark("person", "s", note=True))


def test_whoever_is_away_answers_by_itself_and_at_once() -> None:
    mails = tuple(written(number, back=number + 2) for number in range(5))
    made = list(absences(street(), (*mails, written(9, back=0))))
    assert len(made) == AWAY_COUNT
    asked = {mail.message_id: mail for mail in mails}
    for mail in made:
        assert mail.in_reply_to is not None
        first = asked[mail.in_reply_to]
        assert (mail.at - first.at).total_seconds() == 40
        assert (mail.sender, mail.recipients) == (first.recipients[0], (first.sender,))
        header = parsed(mail)
        assert header["Auto-Submitted"] == "auto-replied"
        assert "Pilot" in header["Subject"]
        assert mail.mark.kind == "out_of_office"


def test_a_bounce_is_a_delivery_report() -> None:
    made = list(bounces(street()))
    assert len(made) == BOUNCE_COUNT
    known = {address for one in cast().people for address in one.addresses}
    for mail in made:
        message = parsed(mail)
        assert message.get_content_type() == "multipart/report"
        assert [part.get_content_type() for part in message.iter_parts()] == [
            "text/plain", "message/delivery-status", "text/rfc822-headers",
        ]  # fmt: skip
        assert mail.sender == ""
        report = mail.payload.decode()
        wrong = report.partition("Final-Recipient: rfc822; ")[2].partition("\n")[0]
        assert "@" in wrong
        assert wrong not in known


def test_a_draft_was_never_sent() -> None:
    mail = draft(street())
    assert (mail.recipients, mail.mark.folder, mail.mark.note) == ((), ".Drafts", False)
    assert parsed(mail)["To"] is None
    assert parsed(mail)["Message-ID"] == f"<{mail.message_id}>"


def test_a_world_has_all_of_it(any_world: World) -> None:
    kinds = [mail.mark.kind for mail in any_world.mails]
    assert kinds.count("bounce") == BOUNCE_COUNT
    assert kinds.count("out_of_office") >= AWAY_COUNT
    assert {"automated", "newsletter", "calendar", "person"} <= set(kinds)
