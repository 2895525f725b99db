from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from store.errors import NotFound
from store.models.people import SignInLink, User, WebSession
from store.people import (
    ABSOLUTE,
    FAILURE_WINDOW,
    FAILURES,
    IDLE,
    LINK_LIFE,
    NewCompany,
    NewUser,
    TooManyFailures,
    add_user,
    end_session,
    find_user,
    installation,
    make_link,
    note_failure,
    refuse_too_many,
    session_of,
    set_up,
    sign_in,
    use_link,
    users,
)
from tests.builders import MONDAY
from tests.firm import Firm, Person

SECRET = "correct horse battery"
RUTH = NewUser("Ruth@alder.example", "Ruth Adler", ("manager",), "Europe/Berlin", "en", SECRET)


def test_a_password_signs_in_and_a_wrong_one_or_nobody_does_not(firm: Firm) -> None:
    with firm.app.transaction() as session:
        user_id = add_user(session, RUTH, ["ruth@home.example"])
        token = sign_in(session, "RUTH@alder.example ", SECRET, MONDAY)
        assert token is not None
        found = session_of(session, token, MONDAY)
        assert found is not None
        assert (found.user_id, found.roles) == (user_id, frozenset({"manager"}))
        assert sign_in(session, RUTH.address, "wrong", MONDAY) is None
        assert sign_in(session, "nobody@alder.example", SECRET, MONDAY) is None
        kept = session.execute(select(User.password_hash).where(User.id == user_id)).scalar_one()
        assert kept is not None
        assert kept.startswith("$argon2id$")
        assert SECRET not in repr(RUTH)


def test_one_without_a_password_never_signs_in_with_one(ines: Person) -> None:
    with ines.app.transaction() as session:
        assert sign_in(session, ines.address, "", MONDAY) is None


def test_a_link_works_once_even_when_used_twice_at_once(ines: Person) -> None:
    with ines.app.transaction() as session:
        token = make_link(session, ines.user_id, MONDAY)

    def use(_: int) -> str | None:
        with ines.app.transaction() as session:
            return use_link(session, token, MONDAY)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(found is None for found in pool.map(use, range(2))) == [False, True]
    with ines.app.transaction() as session:
        assert token.encode() not in session.scalars(select(SignInLink.id)).all()
        late = make_link(session, ines.user_id, MONDAY)
        assert use_link(session, late, MONDAY + LINK_LIFE) is None
        assert use_link(session, "unknown", MONDAY) is None


def test_who_has_left_is_out_at_once(ines: Person) -> None:
    with ines.app.transaction() as session:
        token = use_link(session, make_link(session, ines.user_id, MONDAY), MONDAY)
        link = make_link(session, ines.user_id, MONDAY)
        assert token is not None
        session.execute(update(User).values(active=False))
        assert session_of(session, token, MONDAY) is None
        assert use_link(session, link, MONDAY) is None


@pytest.mark.parametrize(("after", "open_still"), [(IDLE - timedelta(hours=1), True), (IDLE, False)])
def test_a_session_nobody_uses_ends(ines: Person, after: timedelta, *, open_still: bool) -> None:
    with ines.app.transaction() as session:
        token = use_link(session, make_link(session, ines.user_id, MONDAY), MONDAY) or ""
        assert (session_of(session, token, MONDAY + after) is not None) == open_still


def test_a_session_in_use_ends_at_last_and_when_asked(ines: Person) -> None:
    with ines.app.transaction() as session:
        token = use_link(session, make_link(session, ines.user_id, MONDAY), MONDAY) or ""
        for day in range(0, 30, 5):
            assert session_of(session, token, MONDAY + timedelta(days=day)) is not None
        assert session_of(session, token, MONDAY + ABSOLUTE) is None
        found = session_of(session, token, MONDAY + timedelta(days=26))
        assert found is not None
        end_session(session, found.session_id)
        assert session_of(session, token, MONDAY + timedelta(days=26)) is None
        assert session.scalars(select(WebSession)).all() == []


def test_too_many_failures_wait(firm: Firm) -> None:
    with firm.app.transaction() as session:
        for number in range(FAILURES):
            refuse_too_many(session, b"here", MONDAY)
            note_failure(session, b"here", MONDAY + timedelta(seconds=number))
        with pytest.raises(TooManyFailures, match="Wait a quarter"):
            refuse_too_many(session, b"here", MONDAY + timedelta(minutes=1))
        refuse_too_many(session, b"elsewhere", MONDAY)
        refuse_too_many(session, b"here", MONDAY + FAILURE_WINDOW + timedelta(minutes=1))


def test_people_are_found_by_what_they_are_called(firm: Firm, ines: Person, jonas: Person) -> None:
    with firm.app.transaction() as session:
        ruth = add_user(session, RUTH)
        assert find_user(session, "ruth").id == find_user(session, "Ruth Adler").id == ruth
        assert find_user(session, ines.address).id == ines.user_id
        with pytest.raises(NotFound, match="no such user"):
            find_user(session, "%")
        add_user(session, NewUser("r2@alder.example", "Ruth Baum", ("rep",), "UTC", "en"))
        with pytest.raises(NotFound, match="More than one"):
            find_user(session, "ruth")
        assert [user.name for user in users(session)] == ["Ines", "Jonas", "Ruth Adler", "Ruth Baum"]


def test_there_is_one_company(firm: Firm) -> None:
    company = NewCompany("Other", ("other.example",), (), "http://localhost:8080", "UTC", "en")
    with firm.app.transaction() as session:
        found = installation(session)
        assert found is not None
        assert found.company_name == "Alder"
    with pytest.raises(IntegrityError), firm.app.transaction() as session:
        set_up(session, company)
