from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from api.web.health import alerts, headline, number
from store.judgement.standing import State
from store.queries.connections import Standing
from tests.builders import MONDAY


def standing(state: State) -> Standing:
    read = MONDAY - timedelta(hours=3)
    return Standing(uuid4(), uuid4(), "Mara Vogel", "imap", state, "", 100, None, 10, 0, 0, 0, read, None, MONDAY)


@pytest.mark.parametrize(
    ("states", "title", "about"),
    [
        (["up to date"], "The mailbox is fine.", ""),
        (["late"], "The mailbox is not being read.", "One is late. Nothing is lost: I go on where I stopped."),
        (["up to date", "reading history"], "Both mailboxes are fine.", ""),
        (["up to date"] * 3, "All three mailboxes are fine.", ""),
        (["up to date", "paused by its owner"], "One of two mailboxes is fine.", "One is paused."),
        (
            [*["up to date"] * 4, "sign-in needed", "waiting for its owner", "not reachable"],
            "Four of seven mailboxes are fine.",
            "Two need their owners, one cannot be reached. Nothing is lost: I go on where I stopped.",
        ),
    ],
)
def test_the_sentence_on_top(states: list[State], title: str, about: str) -> None:
    assert headline([standing(state) for state in states]) == (title, about)


def test_numbers_are_words_up_to_twelve() -> None:
    assert [number(0), number(1), number(12), number(13), number(1500)] == ["0", "one", "twelve", "13", "1,500"]


def test_an_owner_can_act_and_an_admin_knows_who_can() -> None:
    needed, gone, fine = (
        standing("sign-in needed"),
        replace(standing("waiting for its owner"), difference=12),
        standing("late"),
    )
    labels = {needed.connection_id: "mara@acme.example", gone.connection_id: "archive"}
    own = alerts([needed, gone, fine], labels, MONDAY, mails=False)
    assert [each.button for each in own] == ["sign-in", "accept"]
    assert own[0].bold == "The server of mara@acme.example does not let me in any more."
    assert own[0].rest.startswith("It was last read 3 h ago.")
    assert own[1].rest.startswith("12 messages went at once")
    theirs = alerts([needed, gone], {}, MONDAY, mails=True)
    assert [each.button for each in theirs] == ["", ""]
    assert theirs[0].rest == "Only Mara can sign in again. Mara has a mail from me, and it stands on their own page."
    assert "say whether it was meant" in theirs[1].rest
    assert "finds it on" in alerts([needed], {}, MONDAY, mails=False)[0].rest


def test_files_are_set_right_from_the_command_line() -> None:
    gone = replace(standing("waiting for its owner"), provider="files")
    assert [each.button for each in alerts([gone], {gone.connection_id: "/mail"}, MONDAY, mails=False)] == [""]
