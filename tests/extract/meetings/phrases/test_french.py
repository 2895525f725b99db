"""French times, seen from Wednesday 25 November 2026, ten in the morning."""

from __future__ import annotations

import pytest

from tests.extract.meetings.phrases.spoken import all_told, table

PHRASES = """
vendredi à neuf heures moins dix | 2026-11-27T08:50
Nous avons besoin de la pièce vendredi | 2026-11-27
Nous avons bien reçu la pièce vendredi | 2026-11-20
On charge aujourd'hui | 2026-11-25
On charge ce soir | 2026-11-25
On charge cet après-midi | 2026-11-25
On charge demain | 2026-11-26
On charge demain matin | 2026-11-26
On charge après-demain | 2026-11-27
On a chargé hier | 2026-11-24
On a chargé avant-hier | 2026-11-23
On charge vendredi | 2026-11-27
On charge mercredi | 2026-12-02
On charge ce mercredi | 2026-11-25
On charge vendredi prochain | 2026-12-04
On charge vendredi de la semaine prochaine | 2026-12-04
On charge la semaine prochaine, vendredi | 2026-12-04
On charge jeudi de cette semaine | 2026-11-26
On charge vendredi en huit | 2026-12-04
On charge lundi en quinze | 2026-12-14
On a chargé mardi dernier | 2026-11-24
On charge le premier lundi de mars | 2027-03-01
On charge ven. 4 décembre | 2026-12-04
aujourd'hui en huit | 2026-12-02
sous huitaine | 2026-12-02!
dans une semaine | 2026-12-02
dans quinze jours | 2026-12-09
dans la quinzaine | 2026-12-09
sous dix jours | 2026-12-05!
dans deux semaines | 2026-12-09
il y a trois jours | 2026-11-22
il y a deux semaines | 2026-11-11
sous trois jours ouvrés | 2026-11-30!
dans deux mois | 2027-01-25
sous 48 heures | 2026-11-27!
avant vendredi | 2026-11-27!
d'ici vendredi | 2026-11-27!
d'ici à vendredi | 2026-11-27!
pour lundi | 2026-11-30!
jusqu'à lundi | 2026-11-30!
au plus tard lundi | 2026-11-30!
lundi au plus tard | 2026-11-30!
lundi dernier délai | 2026-11-30!
avant vendredi midi | 2026-11-27T12:00!
avant 18h | 2026-11-25T18:00!
d'ici la fin de la semaine | 2026-11-27!
fin de semaine prochaine | 2026-12-04
avant la fin du mois | 2026-11-30!
fin du mois prochain | 2026-12-31
fin janvier | 2027-01-31
avant la fin d'avril | 2027-04-30!
mi-avril | 2027-04-15
mi-mois | 2026-11-15
fin du trimestre | 2026-12-31
fin T2 | 2027-06-30
fin de l'année | 2026-12-31
d'ici la fin de journée | 2026-11-25!
le 4 décembre | 2026-12-04
le 1er décembre 2027 | 2027-12-01
les 4 et 5 décembre | 2026-12-04
le 4/12 | 2026-12-04
le 04/12/2026 | 2026-12-04
le 4-12-2026 | 2026-12-04
le 2027-02-03 | 2027-02-03
avant le 30 | 2026-11-30!
pour le 5 | 2026-12-05!
le 5 du mois prochain | 2026-12-05
vendredi 27 | 2026-11-27
lundi le 7 | 2026-12-07
vendredi 4 décembre à 6h30 | 2026-12-04T06:30
jeudi semaine 50 | 2026-12-10
la semaine 50 | -
mardi à 14h | 2026-12-01T14:00
mardi à 14h30 | 2026-12-01T14:30
mardi 14 h 30 | 2026-12-01T14:30
mardi à 14 heures | 2026-12-01T14:00
mardi à 9:30 | 2026-12-01T09:30
mardi à 5h | 2026-12-01T05:00
mardi à trois heures | 2026-12-01T15:00
mardi à neuf heures et demie | 2026-12-01T09:30
mardi à neuf heures et quart | 2026-12-01T09:15
mardi à neuf heures moins le quart | 2026-12-01T08:45
mardi à midi | 2026-12-01T12:00
mardi à midi et demi | 2026-12-01T12:30
mardi de 9h30 à 11h | 2026-12-01T09:30/90
mardi entre 9h et 11h | 2026-12-01T09:00/120
mardi de 9 à 11 heures | 2026-12-01T09:00/120
mardi 9:30-11:00 | 2026-12-01T09:30/90
mardi soir à huit heures | 2026-12-01T20:00
mardi, une demi-heure | 2026-12-01/30
mardi, pendant deux heures | 2026-12-01/120
mardi, 45 minutes | 2026-12-01/45
dès que possible | -
la semaine prochaine | -
dans les prochains jours | -
courant mars | -
"""
NOTHING = """
Bonne journée
chaque vendredi
la version 2.30 coûte 5 %
les 3 pièces
01 99 00 12 34
"""


@pytest.mark.parametrize(("phrase", "times"), table(PHRASES))
def test_times_as_they_are_meant(phrase: str, times: str) -> None:
    assert all_told(phrase, "fr") == times


@pytest.mark.parametrize("phrase", NOTHING.strip().splitlines())
def test_what_only_looks_like_a_time(phrase: str) -> None:
    assert all_told(phrase, "fr") == ""
