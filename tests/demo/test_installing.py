"""The whole demo: mailboxes written, read by real children, settled; checked against what is true about its world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import select, text

from api.deps import now as clock
from deliver.digest import Reader
from deliver.weekly import weekly
from demo.clock import OFFICE
from demo.customers import CUSTOMERS, PLANTED
from demo.installing import Ground, install, links, made_for, mark_made
from demo.settling import habits_of
from demo.world import World
from ingest.reading import ReadingPool
from store import people
from store.engine import WORKER_LIMITS, Acting, Database
from store.models.people import User
from store.models.private.suggestion import Suggestion
from store.models.private.trace import Trace
from store.models.shared.contact import Company
from store.queries.directory import Person as Contact
from store.queries.directory import companies
from store.queries.directory import people as contacts
from store.queries.notes import Narrowed, notes
from store.queries.today import found
from store.weeks import count_marked
from tests.api.visiting import Browser, application, browser_of
from tests.database import Cluster
from tests.firm import KEY, Person
from tests.ingest.letters import keyed_hash

LINE = re.compile(r'<b>([^<]+)</b></a></p><p class="mute">([^<]+)</p>')
CAME = re.compile(r'<a href="/people/[^"]+">([^<]+)</a> is new here')
SURPRISE = re.compile(r"<li><p>([^<]+)</p>")
NAME = re.compile(r"<b>([^<]+)</b></a></p></div>")


@dataclass
class House:
    """An installed demo."""

    app: Database
    worker: Database
    world: World
    folder: Path
    now: datetime

    @property
    def users(self) -> dict[str, User]:
        with self.app.transaction() as session:
            return {user.name: user for user in people.users(session)}

    def suggestions(self, user: User) -> list[Suggestion]:
        with self.app.transaction(Acting(user.id)) as session:
            return list(session.scalars(select(Suggestion).where(Suggestion.owner_id == user.id)))

    def left_out(self, user: User) -> list[str]:
        with self.app.transaction(Acting(user.id)) as session:
            return list(session.scalars(select(Trace.reason)))


@pytest.fixture(scope="module")
def house(cluster: Cluster, world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("demo")
    now = datetime.combine(world.today, time(8), OFFICE)
    with cluster.database() as urls, ReadingPool(2) as pool:
        app, worker = Database(urls.app), Database(urls.worker, limits=WORKER_LIMITS)
        install(Ground(app, worker, pool, KEY, keyed_hash), world, folder, "http://localhost:8080", now)
        yield House(app, worker, world, folder, now)
        app.close()
        worker.close()


def test_the_company_and_its_people_are_there(house: House) -> None:
    with house.app.transaction() as session:
        company = people.installation(session)
    assert company is not None
    assert (company.company_name, company.demo) == (house.world.company.name, True)
    assert company.mail_domains == [house.world.company.domain]
    assert {name: tuple(user.roles) for name, user in house.users.items()} == {
        one.person.name: one.roles for one in house.world.staff
    }


def test_everything_in_the_mailboxes_is_accounted_for(house: House) -> None:
    for rep in house.world.reps:
        user = house.users[rep.person.name]
        left_out = {".Junk", ".Drafts"}
        files = [one for one in house.world.files if one.rep == rep.folder]
        with house.app.transaction(Acting(user.id)) as session:
            states = dict(iter_rows(session.execute(text("select state, count(*) from inbound group by state"))))
            dropped = session.execute(text("select count(*) from dropped")).scalar_one()
        meetings = [one for one in house.world.meetings if rep.folder in one.reps]  # each an item of the calendar
        assert states == {"read": len([one for one in files if one.folder not in left_out]) + len(meetings)}
        assert dropped == len([one for one in files if one.folder in left_out])


def iter_rows(rows: object) -> list[tuple[str, int]]:
    return [(str(state), int(count)) for state, count in rows]  # type: ignore[attr-defined]


def test_only_the_last_working_day_waits(house: House) -> None:
    for rep in house.world.reps:
        rows = house.suggestions(house.users[rep.person.name])
        waiting = [row for row in rows if row.state == "waiting"]
        assert waiting
        assert {row.day for row in waiting if row.kind != "contact"} == {house.world.last_day}
        assert {row.state for row in rows} <= {"waiting", "published", "private"}


def test_what_is_private_is_shared_with_nobody(house: House) -> None:
    private = habits_of(house.world).private
    contacts_found = directory(house)
    assert contacts_found
    assert not {address for one in contacts_found for address in one.addresses} & private
    manager = next(user for user in house.users.values() if "manager" in user.roles)
    with house.app.transaction(Acting(manager.id)) as session:
        shared = notes(session, Narrowed())
    assert shared
    assert not {each.address for note in shared for each in note.people} & private
    kept = [row for user in house.users.values() for row in house.suggestions(user) if row.state == "private"]
    assert kept or any("private" in house.left_out(user) for user in house.users.values())


def manager_of(house: House) -> Browser:
    """The manager's browser on the demo's own morning, when everything is counted."""
    app = application(house)
    app.dependency_overrides[clock] = lambda: house.now
    manager = next(user for user in house.users.values() if "manager" in user.roles)
    one = Person(house.app, house.worker, manager.id, manager.address)
    with house.app.transaction(one.acting) as session:
        while not count_marked(session, house.now.date()):
            pass
    return browser_of(app, house, one)


def lines_of(page: str, group: str) -> list[tuple[str, str]]:
    """The names of a group of a manager's home, each with what is said."""
    section = page.partition(f'<h2 id="{group}">')[2].partition("</section>")[0]
    return [(unescape(name), unescape(said)) for name, said in LINE.findall(section)]


def since(petra: Browser, house: House, name: str) -> str:
    """The sentences at the head of a company's page."""
    manager = next(user for user in house.users.values() if "manager" in user.roles)
    with house.app.transaction(Acting(manager.id)) as session:
        firm = next(firm for firm in companies(session) if firm.name == name)
    page = petra.get(f"/companies/{firm.id}").text
    return unescape(page.partition('class="said">')[2].partition("</p>")[0])


def directory(house: House) -> list[Contact]:
    manager = next(user for user in house.users.values() if "manager" in user.roles)
    with house.app.transaction(Acting(manager.id)) as session:
        return contacts(session)


def test_pages_state_the_findings_that_were_planted_and_no_others(house: House) -> None:
    petra = manager_of(house)
    known = {each.name for each in CUSTOMERS}
    page = petra.get("/today").text
    assert [name for name, _ in lines_of(page, "changed")] == list(PLANTED.changed)
    assert [name for name, _ in lines_of(page, "quiet")] == list(PLANTED.quiet)
    due = lines_of(page, "due")
    assert [name for name, said in due if name in known and "they promised" in said] == list(PLANTED.late)
    strangers = {name for name, _ in due} - known
    assert strangers <= {one.organization for one in house.world.people} | {
        one.firm.name for one in house.world.people if one.firm
    }
    told = {name: since(petra, house, name) for name in known}
    assert {(name, who) for name, text in told.items() for who in CAME.findall(text)} == set(PLANTED.came)
    silent = {name for name, text in told.items() if "Nobody has spoken with" in text}
    assert silent == set(PLANTED.quiet)


def test_trends_state_what_was_planted_with_the_companies_behind_it(house: House) -> None:
    petra = manager_of(house)
    page = petra.get("/trends").text
    surprising = [unescape(says).partition(": ")[2].partition(" from about")[0] for says in SURPRISE.findall(page)]
    assert sorted(surprising) == sorted(PLANTED.surprises)
    for kind, planted in (("quiet", (*PLANTED.quiet, *PLANTED.returned)), ("returned", PLANTED.returned)):
        opened = petra.get(unescape(re.search(rf'href="([^"]*kind={kind})"', page)[1])).text  # type: ignore[index]
        assert sorted(NAME.findall(opened)) == sorted(planted)
    opened = petra.get(unescape(re.search(r'href="([^"]*kind=second)"', page)[1])).text  # type: ignore[index]
    theirs = {contact.name for each in CUSTOMERS for contact in each.people}
    assert sorted(theirs.intersection(NAME.findall(opened))) == sorted(PLANTED.second)


def test_the_weekly_mail_names_the_same_companies(house: House) -> None:
    manager_of(house)
    here = house.world.today
    with house.app.transaction(Acting(next(iter(house.users.values())).id)) as session:
        reader = Reader("Petra", "petra@harbourline.example", "UTC", "en", "", "", house.now)
        letter = weekly(found(session, here), reader, "<1@harbourline.example>", here)
    known = {each.name for each in CUSTOMERS}
    named = [name for name in re.findall(r"^  ([^:]+): (?!we promised)", letter.text, re.MULTILINE) if name in known]
    assert named == [*PLANTED.changed, *PLANTED.quiet, *PLANTED.late]


def test_of_the_long_known_only_one_was_won(house: House) -> None:
    asked = select(Company.name).where(Company.stage == "customer", Company.name.in_([one.name for one in CUSTOMERS]))
    with house.app.transaction(Acting(next(iter(house.users.values())).id)) as session:
        assert tuple(session.scalars(asked)) == PLANTED.won


def test_a_link_for_everybody_signs_in(house: House) -> None:
    with house.app.transaction() as session:
        made = links(session, house.now)
    assert {(role, name) for role, name, _ in made} == {(one.roles[0], one.person.name) for one in house.world.staff}
    with house.app.transaction() as session:
        opened = people.use_link(session, made[0][2], house.now + timedelta(minutes=1))
        assert opened is not None
        signed_in = people.session_of(session, opened, house.now + timedelta(minutes=2))
    assert signed_in is not None


def test_a_folder_says_for_which_day_it_was_made(world: World, tmp_path: Path) -> None:
    assert made_for(tmp_path / "missing") is None
    assert made_for(tmp_path) is None
    for spoilt in ("", "[]", "{}", '"text"', "\x00"):
        (tmp_path / "made.json").write_text(spoilt)
        assert made_for(tmp_path) is None
    mark_made(tmp_path, world)
    assert made_for(tmp_path) == world.today.isoformat()
