"""The way from an address to the calendars, on the real server and on one that lies."""

from __future__ import annotations

import pytest

from ingest.calendar_reading import Reading
from ingest.errors import CredentialsRejected, Malformed, SourceError
from ingest.https import url_of
from ingest.sources.caldav.calendars import Calendar, calendars_of, unescaped
from ingest.sources.caldav.conversation import Conversation
from tests.ingest.sources.caldav.account import CalendarAccount, asker
from tests.ingest.sources.caldav.lying import HOME, WORK, LyingServer, has, told
from tests.peers.publishing import Reply, Request


def names(calendars: CalendarAccount, address: str) -> list[str]:
    conversation = Conversation(calendars.account, asker(calendars.radicale))
    try:
        return [each.name for each in calendars_of(conversation, url_of(address))]
    finally:
        conversation.close()


def test_every_address_of_a_server_leads_to_its_calendars(calendars: CalendarAccount) -> None:
    calendars.calendar("Zürich travel")
    calendars.calendar("Tasks", kinds="VTODO")
    for address in ("", f"{calendars.user}/"):
        assert names(calendars, calendars.url + address) == ["Work", "Zürich travel"]
    assert names(calendars, f"{calendars.url}{calendars.user}/work/") == ["Work"]


def test_what_its_owner_leaves_out_is_not_read(calendars: CalendarAccount) -> None:
    calendars.calendar("Holidays")
    source = calendars.open(Reading(without=("holidays",)))
    assert [ref.name for ref in source.collections()] == ["Work"]


def test_the_place_for_this_question_may_be_missing_and_the_principal_elsewhere(liar: LyingServer) -> None:
    def lie(request: Request) -> Reply | None:
        if request.path == "/":
            return told(has("/", "<current-user-principal><href>/dav/principal/</href></current-user-principal>"))
        if request.path == "/dav/principal/":
            return told(has("/dav/principal/", f"<C:calendar-home-set><href>{HOME}</href></C:calendar-home-set>"))
        return Reply(404) if request.path.startswith("/.well-known") else None

    liar.lie = lie
    (found,) = calendars_of(liar.conversation("/"), liar.account("/").url)
    assert (found.name, found.url.path, found.foreign, found.syncs) == ("Work", WORK, False, True)


def test_what_others_share_is_read_when_it_is_asked_for(liar: LyingServer) -> None:
    kind = "<resourcetype><collection/><C:calendar/>{}</resourcetype><displayname>{}</displayname>{}"
    owner = "<owner><href>/dav/ada/</href></owner>"

    def lie(request: Request) -> Reply | None:
        if request.path != HOME or request.headers["Depth"] == "0":
            return None
        only = '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'
        return told(
            has(WORK, kind.format("", "Work", "<owner><href>/dav/jo/</href></owner>")),
            has("/dav/jo/ada", kind.format("", "Ada", owner)),
            has("/dav/jo/team/", kind.format("<S:shared/>", "Team", "")),
            has("/dav/jo/tasks/", kind.format("", "Tasks", only)),
            has("/dav/jo/unnamed/", "<resourcetype><C:calendar/></resourcetype>"),
        )

    liar.lie = lie
    assert [ref.name for ref in liar.source().collections()] == ["unnamed", "Work"]
    refs = list(liar.source(Reading(also=("ada", "Team"))).collections())
    assert [(ref.name, ref.remote_id) for ref in refs][2:] == [("Ada", "/dav/jo/ada/"), ("Team", "/dav/jo/team/")]


@pytest.mark.parametrize("body", [told(), told(has(HOME, "<displayname>x</displayname>"))])
def test_a_server_that_names_no_calendars_is_an_error(liar: LyingServer, body: Reply) -> None:
    liar.lie = lambda _: body
    with pytest.raises((Malformed, SourceError)):
        calendars_of(liar.conversation(), liar.account().url)


def test_a_calendar_elsewhere_is_not_followed(liar: LyingServer) -> None:
    def lie(request: Request) -> Reply | None:
        calendar = "<resourcetype><C:calendar/></resourcetype>"
        if request.headers.get("Depth") == "1":
            return told(has("https://calendars.example/a/", calendar))
        return None

    liar.lie = lie
    with pytest.raises(Malformed):
        calendars_of(liar.conversation(), liar.account().url)


def test_a_home_elsewhere_is_not_signed_in_to(liar: LyingServer) -> None:
    home = "<C:calendar-home-set><href>https://169.254.169.254/</href></C:calendar-home-set>"
    liar.lie = lambda _: told(has(HOME, home))
    with pytest.raises(SourceError, match="belongs to somebody else"):
        calendars_of(liar.conversation(), liar.account().url)
    assert {request.path for request in liar.server.asked} == {HOME}


def test_a_wrong_password_is_not_taken_for_a_missing_place(calendars: CalendarAccount) -> None:
    wrong = Conversation(
        calendars.account.__class__(calendars.account.url, calendars.user, "x"), asker(calendars.radicale)
    )
    with pytest.raises(CredentialsRejected):
        calendars_of(wrong, calendars.account.url)
    wrong.close()


def test_a_path_is_written_in_one_way() -> None:
    assert unescaped("/a%2Db/%7Ejo/c%C3%A9/") == unescaped("/a-b/~jo/cé/")
    url = url_of("https://a.example/x/")
    assert Calendar(url, "X", foreign=False, state="", syncs=False).ref().remote_id == "/x/"
