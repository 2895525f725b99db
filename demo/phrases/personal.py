"""Mail that is nobody's business but the owner's: a doctor, a friend, a bank."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_APPOINTMENT = Plan(
    "appointment",
    "doctor",
    "de",
    "[Ihr Termin|Terminbestätigung|Ihr Termin in unserer Praxis]",
    (
        Beat(
            0,
            835,
            "doctor",
            "rep",
            """
                Ihre Befunde liegen vor und sollten besprochen werden. Ich biete Ihnen {due_in_3} um 8:15 Uhr oder
                um 17:30 Uhr an.

                Bitte kommen Sie nüchtern.
                """,
            quote="none",
        ),
        Beat(
            0,
            1255,
            "rep",
            "doctor",
            """
                vielen Dank, ich nehme gern den Termin um 8:15 Uhr.
                """,
            short=True,
        ),
        Beat(
            0,
            1320,
            "doctor",
            "rep",
            """
                der Termin ist für Sie eingetragen. Bringen Sie bitte Ihre Versichertenkarte mit.
                """,
        ),
    ),
    sort="private",
)

_DINNER = Plan(
    "dinner",
    "friend",
    "de",
    "[Samstag|Essen am Samstag?]",
    (
        Beat(
            1,
            1210,
            "friend",
            "rep",
            """
                wir kochen am Samstag, so gegen sieben, die Kinder sind bei Oma. Kommt ihr? Bringt nur Hunger mit.
                """,
            quote="none",
        ),
        Beat(
            1,
            1235,
            "rep",
            "friend",
            """
                sehr gern! Wir bringen den Nachtisch.
                """,
            short=True,
            client="phone",
        ),
        Beat(
            0,
            905,
            "friend",
            "rep",
            """
                wunderbar. Bis Samstag, und grüß zu Hause.
                """,
            short=True,
        ),
    ),
    (Gathering(0, 800, 45, "Zahnarzt", "rep", private=True),),
    end=27,
    slack=3,
    sort="private",
)

_LOAN = Plan(
    "loan",
    "banker",
    "de",
    "[Ihre Anschlussfinanzierung|Baufinanzierung: Unterlagen]",
    (
        Beat(
            1,
            1040,
            "banker",
            "colleague",
            """
                für Ihre Anschlussfinanzierung fehlen uns noch die letzten drei Gehaltsabrechnungen und der
                Grundbuchauszug.

                Das Angebot können wir bis Monatsende halten.
                """,
            quote="none",
        ),
        Beat(
            0,
            1215,
            "colleague",
            "banker",
            """
                die Unterlagen bringe ich {due_in_3} in der Filiale vorbei.
                """,
        ),
    ),
    end=13,
    slack=4,
    sort="private",
)

PERSONAL = (_APPOINTMENT, _DINNER, _LOAN)
