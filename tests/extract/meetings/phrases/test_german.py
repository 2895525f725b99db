"""German times, seen from Wednesday 25 November 2026, ten in the morning."""

from __future__ import annotations

import pytest

from tests.extract.meetings.phrases.spoken import all_told, table

PHRASES = """
bis Ende KW 50 | 2026-12-11!
bis Heiligabend | 2026-12-24!
vor Weihnachten | 2026-12-25!
bis Silvester | 2026-12-31!
an Neujahr | 2027-01-01
Freitag um 3 | 2026-11-27T15:00
Freitag um 4 Uhr | 2026-11-27T16:00
Das geht heute raus | 2026-11-25
Das geht heute noch raus | 2026-11-25
Das geht heute Nachmittag raus | 2026-11-25
Das geht morgen raus | 2026-11-26
Das geht morgen früh raus | 2026-11-26
Das geht übermorgen raus | 2026-11-27
Das geht uebermorgen raus | 2026-11-27
Das ging gestern raus | 2026-11-24
Das ging vorgestern raus | 2026-11-23
Wir verladen am Freitag | 2026-11-27
Wir verladen Freitagabend | 2026-11-27
Wir verladen am Mittwoch | 2026-12-02
Wir verladen diesen Mittwoch | 2026-11-25
Wir verladen kommenden Montag | 2026-11-30
Wir verladen nächsten Freitag | 2026-12-04
Wir verladen naechsten Dienstag | 2026-12-01
Wir verladen Freitag nächster Woche | 2026-12-04
Wir verladen nächste Woche am Freitag | 2026-12-04
Wir verladen diese Woche, spätestens Freitag | 2026-11-27
Wir verladen übernächste Woche Montag | 2026-12-07
Wir verladen Donnerstag in einer Woche | 2026-12-03
Wir verladen Mittwoch in einer Woche | 2026-12-02
Wir verladen Montag in 14 Tagen | 2026-12-14
Letzten Dienstag war nichts | 2026-11-24
Am Montag letzter Woche war nichts | 2026-11-23
Wir fahren am ersten Montag im März | 2027-03-01
Wir fahren Do., 3.12. | 2026-12-03
heute in einer Woche | 2026-12-02
heute in acht Tagen | 2026-12-02
morgen in einer Woche | 2026-12-03
in 14 Tagen | 2026-12-09
in zwei Wochen | 2026-12-09
binnen drei Tagen | 2026-11-28!
innerhalb von zwei Wochen | 2026-12-09!
innerhalb von drei Arbeitstagen | 2026-11-30!
am nächsten Werktag | 2026-11-26
vor drei Tagen | 2026-11-22
vor zwei Wochen | 2026-11-11
in zwei Monaten | 2027-01-25
binnen 24 Stunden | 2026-11-26!
bis Freitag | 2026-11-27!
bis spätestens Freitag | 2026-11-27!
spätestens am Montag | 2026-11-30!
bis morgen Mittag | 2026-11-26T12:00!
bis morgen 12 Uhr | 2026-11-26T12:00!
bis Ende der Woche | 2026-11-27!
bis Ende Woche | 2026-11-27!
bis Ende nächster Woche | 2026-12-04!
bis Monatsende | 2026-11-30!
bis Ende des Monats | 2026-11-30!
Ende nächsten Monats | 2026-12-31
bis Ende Jänner | 2027-01-31!
Mitte April | 2027-04-15
Mitte des Monats | 2026-11-15
Mitte nächsten Monats | 2026-12-15
bis Quartalsende | 2026-12-31!
bis Ende Q2 | 2027-06-30!
bis Jahresende | 2026-12-31!
bis Feierabend | 2026-11-25!
am 4. Dezember | 2026-12-04
am 4. Dezember 2027 | 2027-12-04
am 4.12. | 2026-12-04
am 4.12.2026 | 2026-12-04
am 04.12.26 | 2026-12-04
bis 15.9 | 2027-09-15!
am 24/12/2026 | 2026-12-24
am 2027-02-03 | 2027-02-03
bis zum 18. | 2026-12-18!
bis zum 30. dieses Monats | 2026-11-30!
am 5. nächsten Monats | 2026-12-05
Freitag, den 4. Dezember | 2026-12-04
am 4. und 5. Dezember, jeweils 9 bis 17 Uhr | 2026-12-04T09:00/480
am Dienstag der KW 50 | 2026-12-08
in KW 50 | -
Dienstag um 14 Uhr | 2026-12-01T14:00
Dienstag um 14:30 Uhr | 2026-12-01T14:30
Dienstag, 14.30 Uhr | 2026-12-01T14:30
Dienstag 14 Uhr 30 | 2026-12-01T14:30
Dienstag um 8.30 | 2026-12-01T08:30
Dienstag um 9:15 | 2026-12-01T09:15
Dienstag um 15h | 2026-12-01T15:00
Dienstag um 5 Uhr | 2026-12-01T05:00
Dienstag um drei | 2026-12-01T15:00
Dienstag um halb drei | 2026-12-01T14:30
Dienstag um halb acht | 2026-12-01T07:30
Dienstag um Viertel nach neun | 2026-12-01T09:15
Dienstag um Viertel vor neun | 2026-12-01T08:45
Dienstag um dreiviertel sieben | 2026-12-01T06:45
Dienstag um viertel acht | 2026-12-01T07:15
Dienstag zehn nach vier | 2026-12-01T16:10
Dienstag zehn vor elf | 2026-12-01T10:50
Dienstag von 9 bis 11 Uhr | 2026-12-01T09:00/120
Dienstag, 9:30 - 11:00 | 2026-12-01T09:30/90
Dienstag zwischen drei und vier | 2026-12-01T15:00/60
Dienstag abends um 8 | 2026-12-01T20:00
Hätten Sie am Dienstag eine halbe Stunde? | 2026-12-01/30
Hätten Sie am Dienstag anderthalb Stunden? | 2026-12-01/90
Hätten Sie am Dienstag 45 Minuten? | 2026-12-01/45
so bald wie möglich | -
nächste Woche | -
noch diese Woche | -
in den nächsten Tagen | -
Anfang März | -
"""
NOTHING = """
Guten Morgen
jeden Freitag
Version 2.30 kostet 5 %
Tel. 030 23125 12
wir haben 5 Leute
bis bald
"""


@pytest.mark.parametrize(("phrase", "times"), table(PHRASES))
def test_times_as_they_are_meant(phrase: str, times: str) -> None:
    assert all_told(phrase, "de") == times


@pytest.mark.parametrize("phrase", NOTHING.strip().splitlines())
def test_what_only_looks_like_a_time(phrase: str) -> None:
    assert all_told(phrase, "de") == ""
