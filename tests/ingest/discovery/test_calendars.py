"""Where an address's calendars are looked for, and whom the DNS may name."""

from __future__ import annotations

import pytest

from ingest.discovery.calendars import CalendarPlaces
from ingest.discovery.records import CalendarService, Records
from ingest.errors import SourceError


class Told(Records):
    def calendars(self, domain: str) -> tuple[CalendarService, ...]:
        services = {
            "own.example": (
                CalendarService("dav.own.example", 8443, "/x/"),
                CalendarService("dav.own.example", 22, "/"),
            ),
            "led.example": (CalendarService("dav.elsewhere.test", 443, "/"),),
        }
        return services.get(domain, ())


def places(address: str) -> list[str]:
    return [str(each) for each in CalendarPlaces(Told()).of(address)]


def test_providers_that_are_known_are_not_asked_for() -> None:
    assert places("jo@me.com") == ["https://caldav.icloud.com/"]
    assert places("jo@Posteo.de") == ["https://posteo.de:8443/"]


def test_a_domain_names_its_own_servers_and_else_is_one() -> None:
    assert places("jo@own.example") == ["https://dav.own.example:8443/x/", "https://own.example/"]
    assert places("jo@plain.example") == ["https://plain.example/"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("jo@gmail.com", "Google takes no passwords"),
        ("jo@outlook.com", "Microsoft takes no passwords"),
        ("jo@led.example", "--url https://dav.elsewhere.test/"),
        ("jo", "no mail address"),
        ("jo@", "no mail address"),
    ],
)
def test_what_may_not_be_asked_is_said_with_what_to_do(address: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        places(address)
