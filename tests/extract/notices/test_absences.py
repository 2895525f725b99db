"""What absence notices say, in the languages of their servers."""

from __future__ import annotations

from datetime import datetime

import pytest

from extract.facts import AbsenceFact, Segment, Span
from extract.meetings.phrases.sent import Sent
from extract.notices.absences import absence_of
from tests.extract.letters import letter, read

SENT = datetime.fromisoformat("2026-11-02T10:00:00+01:00")  # a Monday


def absence(text: str, language: str, *, dated: bool = True) -> AbsenceFact:
    message = read(letter(text)).message
    assert message is not None
    sent = Sent.of(SENT, language, "halden.example") if dated else None
    message = type(message)(**{name: getattr(message, name) for name in message.__slots__} | {"language": language})
    return absence_of(text, (Segment("new", Span(0, len(text))),), message, sent)


@pytest.mark.parametrize(
    ("language", "text", "until"),
    [
        ("en", "I am at the kiln until 13 November.", "2026-11-13"),
        ("en", "I am away and back on 16 November.", "2026-11-15"),
        ("en", "I will not return until 16 November.", "2026-11-15"),
        ("de", "Ich bin bis zum 13. November im Urlaub.", "2026-11-13"),
        ("de", "Am 16. November bin ich wieder da.", "2026-11-15"),
        ("fr", "Je suis absente jusqu'au 13 novembre.", "2026-11-13"),
        ("es", "Estoy de vacaciones hasta el 13 de noviembre.", "2026-11-13"),
        ("es", "Vuelvo el 16 de noviembre.", "2026-11-15"),
        ("it", "Sono in ferie dal 2 novembre al 13 novembre.", "2026-11-13"),
        ("nl", "Ik ben op vakantie tot en met 13 november.", "2026-11-13"),
        ("pt", "Estou de férias até 13 de novembro.", "2026-11-13"),
        ("pl", "Jestem na urlopie do 13 listopada.", "2026-11-13"),
        ("sv", "Jag är åter den 16 november.", "2026-11-15"),
        ("da", "Jeg holder ferie til og med den 13. november.", "2026-11-13"),
        ("no", "Jeg er tilbake 16. november.", "2026-11-15"),
        ("fi", "Olen lomalla 13.11. asti.", "2026-11-13"),
        ("ru", "Я в отпуске до 13 ноября.", "2026-11-13"),
        ("ja", "11月13日まで休暇をいただきます。", "2026-11-13"),
        ("zh", "11月16日恢复上班。", "2026-11-15"),
        ("en", "I am away from 9 November.", None),
        ("en", "We met on 4 November.", None),
        ("en", "I was back on 4 May 2026.", None),
        ("en", "I am at the kiln.", None),
    ],
)
def test_the_last_day_away(language: str, text: str, until: str | None) -> None:
    fact = absence(text, language)
    assert (fact.until.isoformat() if fact.until else None) == until
    assert all(text[each.span.start : each.span.end] == each.quote for each in fact.evidence)


def test_without_a_date_of_sending_there_is_no_end() -> None:
    assert absence("I am away until 13 November.", "en", dated=False).until is None


def test_whoever_stands_in() -> None:
    fact = absence("I am away. Ask ida@halden.example.", "en")
    assert (fact.substitute, [each.field for each in fact.evidence]) == ("ida@halden.example", ["substitute"])
