from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from random import Random

from demo.clock import moment, working_day
from demo.mailbox import ARCHIVE_AFTER, FOLDERS, PostOffice
from demo.world import Filed, Mail, Mark, World
from tests.demo.playing import LAST, cast

CAST = cast()
REPS = tuple(one for one in CAST.staff if one.folder)
INES, JONAS = (one.person for one in REPS)
GRETA = CAST.person("halden.lead")
PAYLOAD = b"Subject: x\n\nHello.\n"


def letter(number: int, sender: str, *to: str, mark: Mark | None = None, back: int = 30, answers: int = 0) -> Mail:
    at = moment(working_day(LAST, back), 900) + timedelta(minutes=number)
    answered = f"{answers}@x.example" if answers else None
    return Mail(f"{number}@x.example", at, sender, to, PAYLOAD, mark or Mark("person", "story", note=True), answered)


def filed(*mails: Mail) -> list[Filed]:
    """Without the duplicate at the end, which needs an archived mail: the first one is made so."""
    first = letter(0, GRETA.address, INES.address, mark=Mark("person", "old", note=True, folder=".Archive"), back=40)
    return list(PostOffice(CAST.company, REPS, LAST, Random(1)).file((first, *mails)))[1:-1]


def test_everybody_concerned_has_a_copy() -> None:
    found = filed(letter(1, GRETA.address, INES.address, JONAS.address), letter(2, INES.address, JONAS.address))
    assert [(one.rep, one.mail.message_id[0]) for one in found] == [
        (REPS[0].folder, "1"), (REPS[1].folder, "1"), (REPS[0].folder, "2"), (REPS[1].folder, "2"),
    ]  # fmt: skip
    assert found[2].folder == ".Sent"
    assert found[3].folder in {"", ".Archive"}
    assert filed(letter(3, GRETA.address, "nobody@halden.example")) == []


def test_what_was_sent_bears_no_trace_and_what_came_does() -> None:
    came, sent = filed(letter(1, GRETA.address, INES.address), letter(2, INES.address, GRETA.address))
    assert sent.payload == PAYLOAD
    assert came.payload.endswith(PAYLOAD)
    header = message_from_bytes(came.payload)
    assert header["Delivered-To"] == INES.address
    assert header["Return-Path"] == f"<{GRETA.address}>"
    assert "dmarc=pass" in header["Authentication-Results"]
    assert came.at > came.mail.at


def test_flags_tell_what_was_answered() -> None:
    asked, other, _ = filed(
        letter(1, GRETA.address, INES.address),
        letter(2, GRETA.address, INES.address),
        letter(3, INES.address, GRETA.address, answers=1),
    )
    assert asked.name.endswith(":2,RS")
    assert other.name.endswith(":2,S")


def test_spam_fails_its_checks_and_a_draft_is_one() -> None:
    spam, draft = filed(
        letter(1, "x@spam.example", INES.address, mark=Mark("newsletter", "spam", folder=".Junk")),
        letter(2, INES.address, mark=Mark("person", "draft", folder=".Drafts")),
    )
    assert (spam.folder, b"dmarc=fail" in spam.payload) == (".Junk", True)
    assert (draft.folder, draft.name.endswith(":2,DS"), draft.payload) == (".Drafts", True, PAYLOAD)


def test_only_noise_of_the_last_day_is_unread() -> None:
    noise = Mark("newsletter", "newsletter")
    fresh, old, real = filed(
        letter(1, "x@news.example", INES.address, mark=noise, back=0),
        letter(2, "x@news.example", INES.address, mark=noise, back=2),
        letter(3, GRETA.address, INES.address, back=0),
    )
    assert [one.unread for one in (fresh, old, real)] == [True, False, False]
    assert "/new/" in fresh.path
    assert ":2," not in fresh.name


def test_a_whole_world_is_delivered(any_world: World) -> None:
    paths = [one.path for one in any_world.files]
    assert len(paths) == len(set(paths))
    assert {one.folder for one in any_world.files} == {"", *FOLDERS}
    duplicate = any_world.files[-1]
    original = next(one for one in any_world.files if one.sha256 == duplicate.sha256)
    assert (original.folder, duplicate.folder) == (".Archive", "")
    archived = [one for one in any_world.files if one.folder == ".Archive"]
    assert all(one.mail.at < moment(working_day(any_world.last_day, ARCHIVE_AFTER), 0) for one in archived)
