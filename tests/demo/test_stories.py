from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from random import Random

import pytest

from demo.clock import OFFICE, later_working_day, working_day
from demo.plans import Beat
from demo.stories import choose, fill, play, slots
from demo.world import Mail, Promise
from tests.demo.playing import LAST, stage


def read(mail: Mail) -> tuple[EmailMessage, str]:
    message = message_from_bytes(mail.payload, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    assert body is not None
    return message, str(body.get_content())


def test_one_of_each_choice_is_taken() -> None:
    assert {choose("a [b|c] d [e|f]", Random(seed)) for seed in range(40)} == {
        "a b d e", "a b d f", "a c d e", "a c d f",
    }  # fmt: skip
    assert choose("plain", Random(1)) == "plain"
    assert choose("[only]", Random(1)) == "only"


def test_slots_are_filled_and_a_strange_one_is_an_error() -> None:
    assert fill("{a} and {b} and {a}", {"a": "x", "b": "y"}) == "x and y and x"
    with pytest.raises(KeyError):
        fill("{nobody}", {})


def test_the_words_of_a_day() -> None:
    said = working_day(LAST, 5)
    words = slots(stage(), said, Promise("us", later_working_day(said, 2)))
    assert (words["lead"], words["lead_full"], words["firm"]) == ("Tomás", "Tomás Ferreira", "Northwind")
    assert words["due"] == "Wednesday"
    assert words["due_in_2"].startswith("Wednesday ")
    assert words["ordinal"] == "18th"
    assert words["week"] == str((said + timedelta(weeks=2)).isocalendar().week)
    assert "due" not in slots(stage(), said)


def test_a_thread_is_played_in_order_and_answers_itself() -> None:
    first, second = play(
        stage(Beat(3, 900, "lead", "rep", "Hello {rep}."), Beat(2, 1500, "rep", "lead", "Yes.", cc="colleague"))
    )
    assert first.at.astimezone(OFFICE).date() == working_day(LAST, 3)
    assert second.in_reply_to == first.message_id
    assert read(first)[0]["Subject"] == "Pilot at Northwind"
    assert read(second)[0]["Subject"] == "RE: Pilot at Northwind"
    assert "Hello Ines." in read(first)[1]
    assert second.recipients == (first.sender, "jonas.weber@harbourline.example")
    assert first.mark.note
    assert first.mark.contacts == (first.sender,)


def test_a_new_subject_starts_a_new_thread_and_a_forward_leaves_it() -> None:
    beats = (
        Beat(4, 900, "lead", "rep", "One."),
        Beat(3, 900, "rep", "colleague", "Look at this.", quote="forward"),
        Beat(2, 900, "rep", "lead", "Two."),
        Beat(1, 900, "lead", "rep", "Three.", subject="Invoice"),
    )
    one, forward, two, three = play(stage(*beats))
    assert forward.in_reply_to is None
    assert two.in_reply_to == one.message_id
    assert three.in_reply_to is None
    assert read(three)[0]["Subject"] == "Invoice"
    assert not forward.mark.note  # between ourselves


def test_a_promise_is_said_and_marked() -> None:
    (mail,) = play(stage(Beat(5, 900, "rep", "lead", "By {due}.", promise=("us", 2))))
    due = later_working_day(working_day(LAST, 5), 2)
    assert mail.mark.promises == (Promise("us", due),)
    assert f"By {due:%A}." in read(mail)[1]


def test_a_changed_detail_stays_changed() -> None:
    beats = (
        Beat(3, 900, "lead", "rep", "Hello."),
        Beat(2, 900, "lead", "rep", "A new title.", change=("title", "Director")),
        Beat(1, 900, "lead", "rep", "Still."),
    )
    before, changed, after = play(stage(*beats))
    assert before.mark.changes == after.mark.changes == ()
    (change,) = changed.mark.changes
    assert (change.field, change.new, change.address) == ("title", "Director", before.sender)
    assert ["Director" in read(mail)[1] for mail in (before, changed)] == [False, True]


def test_whoever_moves_writes_from_the_new_firm() -> None:
    (mail,) = play(stage(Beat(1, 900, "mover_old.lead", "rep", "I moved.", change=("firm", "mover_new"))))
    changes = {change.field: (change.old, change.new) for change in mail.mark.changes}
    assert set(changes) >= {"address", "organization"}
    assert mail.sender == changes["address"][1]
    assert mail.sender.partition("@")[0] == changes["address"][0].partition("@")[0]
    assert mail.sender.endswith("@calder.example")


def test_an_alias_an_orphan_and_attachments() -> None:
    beats = (
        Beat(3, 900, "second", "rep", "From home.", alias=True),
        Beat(2, 900, "lead", "rep", "As I said.", orphan=True, subject="Re: something", attach="pdf"),
        Beat(1, 900, "lead", "rep", "Notes.", attach="tnef"),
    )
    alias, orphan, tnef = play(stage(*beats))
    assert alias.sender == stage().person("second").alias
    assert orphan.mark.orphan
    assert orphan.in_reply_to not in {alias.message_id, tnef.message_id, None}
    names = [[part.get_filename() for part in read(mail)[0].iter_attachments()] for mail in (orphan, tnef)]
    assert [str(name).rpartition(".")[2] for name in names[0]] == ["pdf"]
    assert names[1] == ["winmail.dat"]


def test_private_and_inside_matters_are_no_notes() -> None:
    (private,) = play(stage(Beat(1, 900, "doctor", "rep", "Your appointment."), sort="private"))
    (inside,) = play(stage(Beat(1, 900, "rep", "colleague", "Lunch?"), sort="internal"))
    assert (private.mark.private, private.mark.note, private.mark.contacts) == (True, False, ())
    assert (inside.mark.private, inside.mark.note) == (False, False)


def test_a_story_without_messages_says_nothing() -> None:
    assert list(play(stage())) == []
