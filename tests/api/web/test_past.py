from __future__ import annotations

from api.web.past import said, shown
from store.queries.past import Group


def group(company: str, year: int, meetings: int, mails: int, people: int) -> Group:
    return Group(company, year, meetings, mails, people, meetings + mails + people, "1")


def test_in_words() -> None:
    assert shown(group("Halden", 2024, 1, 12, 2)).holds == "1 meeting, 12 mails and 2 people"
    assert shown(group("Halden", 2024, 0, 0, 1)).holds == "1 person"
    both = [group("Halden", 2024, 1, 2, 0), group("Kestrel", 2022, 0, 1, 0), group("Halden", 2023, 0, 1, 0)]
    assert said(both) == "5 notes with 2 companies, 2022 to 2024"
    assert said(both[:1]) == "3 notes with 1 company, 2024"
    assert said([]) == ""
