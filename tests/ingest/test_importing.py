"""A whole import: files on a disk, real reading children, the real database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.importing import Import, Progress, Summary
from ingest.reading import ReadingPool
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.letters import (
    GRETA,
    calendar,
    desk_of,
    exchange,
    keyed_hash,
    lay_letters,
    letter,
    states,
)

TOO_LONG = b"BEGIN:VCALENDAR\r\n" + b"X-FILL:0123456789\r\n" * 60_000
REFUSED = "This calendar entry is larger than 1 MB."
Run = Callable[[Path], Summary]


class Told(list[Progress]):
    """What an import said of itself; it may be broken off after so many words."""

    patience = 10**6

    def __call__(self, progress: Progress) -> None:
        self.append(progress)
        if len(self) > self.patience:
            raise KeyboardInterrupt


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def run(ines: Person, reading: ReadingPool, told: Told) -> Run:
    importing = Import(desk_of(ines, reading), ines.user_id, keyed_hash, told)
    return lambda path: importing.run(path, LATER)


def maildir(path: Path, *payloads: bytes) -> Path:
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True, exist_ok=True)
    for number, payload in enumerate(payloads, start=len(list((path / "cur").iterdir()))):
        (path / "cur" / f"{1772438400 + number}.M{number}P1.mail:2,S").write_bytes(payload)
    return path


def everything(person: Person) -> object:
    rows = [(row.kind, row.key, row.state, row.version, row.fields) for row in person.suggestions()]
    return rows, states(person), person.count("message"), person.count("meeting"), person.count("procrastinate_jobs")


def test_a_maildir_becomes_suggestions(ines: Person, run: Run, told: Told, tmp_path: Path) -> None:
    summary = run(maildir(tmp_path / "Maildir", *exchange(ines), TOO_LONG))
    assert (summary.fresh, summary.accounts.read, summary.accounts.waiting) == (3, 2, 0)
    assert summary.accounts.quarantined == {REFUSED: 1}
    assert [each.reason for each in summary.set_aside] == [REFUSED]
    assert {(row.kind, row.state) for row in ines.suggestions()} == {("contact", "waiting"), ("interaction", "waiting")}
    assert told[0] == Progress(3)
    assert (told[-1].kept, told[-1].done, told[-1].total) == (3, 3, 3)
    assert told[-1].seconds_left == 0


def test_importing_again_changes_nothing(ines: Person, run: Run, told: Told, tmp_path: Path) -> None:
    path = maildir(tmp_path / "Maildir", *exchange(ines), TOO_LONG)
    first, before = run(path), everything(ines)
    told.clear()
    again = run(path)
    assert (again.fresh, again.accounts, again.set_aside) == (0, first.accounts, first.set_aside)
    assert everything(ines) == before
    assert told == []


def test_what_came_since_is_added(ines: Person, run: Run, tmp_path: Path) -> None:
    first, second = exchange(ines)
    path = maildir(tmp_path / "Maildir", first)
    run(path)
    assert ines.suggestions(kind="interaction") == []
    maildir(path, second)
    assert run(path).fresh == 1
    assert len(ines.suggestions(kind="interaction")) == 1


def test_a_folder_of_mails_and_calendars(ines: Person, run: Run, tmp_path: Path) -> None:
    for number, payload in enumerate(exchange(ines)):
        (tmp_path / f"{number}.eml").write_bytes(payload)
    (tmp_path / "talks.ics").write_bytes(calendar("a@calendar.example", ines.address, GRETA, MONDAY))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 no mail")
    summary = run(tmp_path)
    assert summary.accounts.left_out == {"not a message or a calendar": 1}
    assert (summary.fresh, summary.accounts.read) == (3, 3)
    assert {row.fields["kind"] for row in ines.suggestions(kind="interaction")} == {"mail", "meeting"}


@pytest.mark.parametrize("words", [0, 1, 2])
def test_a_broken_off_import_goes_on(ines: Person, run: Run, told: Told, tmp_path: Path, words: int) -> None:
    path = maildir(tmp_path / "Maildir", *(letter(number, GRETA, ines.address) for number in range(1, 70)))
    maildir(tmp_path / "Maildir" / ".Sent", letter(70, ines.address, GRETA, answers=1))
    told.patience = words
    with pytest.raises(KeyboardInterrupt):
        run(path)
    told.patience = 10**6
    summary = run(path)
    assert (summary.accounts.read, summary.accounts.waiting, summary.accounts.quarantined) == (70, 0, {})
    assert ines.count("message") == 70
    assert len(ines.suggestions(kind="contact")) == 1


def test_what_waited_before_is_read_along(ines: Person, run: Run, tmp_path: Path) -> None:
    lay_letters(ines, *exchange(ines))
    summary = run(maildir(tmp_path / "Maildir", letter(5, GRETA, ines.address)))
    assert (summary.fresh, summary.accounts.read) == (1, 1)  # the summary is of the path alone
    assert set(states(ines).values()) == {"read"}


def test_a_place_that_holds_no_mail_leaves_no_connection(ines: Person, run: Run, tmp_path: Path) -> None:
    for name in ("missing", "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(SourceError):
            run(tmp_path / name)
    assert ines.count("connection") == ines.count("consent") == 0


def test_a_path_is_one_place_however_it_is_written(
    ines: Person, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maildir(tmp_path / "Maildir", *exchange(ines))
    run(tmp_path / "Maildir")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("Maildir")
    assert [run(Path(name)).fresh for name in ("Maildir", "link")] == [0, 0]
    assert ines.count("connection") == 1


def calendars(path: Path, *numbers: int) -> Path:
    both = [calendar(f"{number}@calendar.example", "jo@boswell.example", GRETA, MONDAY) for number in numbers]
    path.write_bytes(b"".join(both))
    return path


def test_an_export_of_many_events_is_read_event_by_event_and_only_what_it_grew_by_is_new(
    ines: Person, run: Run, tmp_path: Path
) -> None:
    path = calendars(tmp_path / "export.ics", *range(250))
    assert (run(path).fresh, ines.count("meeting")) == (250, 250)
    calendars(path, 250, *range(125, 250), *range(125))
    again = run(path)
    assert (again.fresh, again.accounts.read, ines.count("meeting")) == (1, 251, 251)


def test_when_most_is_gone_the_import_says_how_much_and_leaves_it(
    ines: Person, reading: ReadingPool, run: Run, told: Told, tmp_path: Path
) -> None:
    path = calendars(tmp_path / "export.ics", *range(12))
    run(path)
    calendars(path, 1, 2)
    missing = run(path)
    assert (missing.missed, missing.accounts.read) == (10, 12)
    accepting = Import(desk_of(ines, reading), ines.user_id, keyed_hash, told, accept_gone=True)
    accepted = accepting.run(path, LATER)
    assert (accepted.missed, accepted.accounts.read) == (0, 2)


def test_progress_knows_its_rate_and_its_end() -> None:
    progress = Progress(kept=10, done=4, total=10, seconds=2.0)
    assert (progress.rate, progress.seconds_left) == (2.0, 3.0)
    assert (Progress(10).rate, Progress(10).seconds_left) == (0.0, 0.0)
