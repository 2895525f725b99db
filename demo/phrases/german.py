"""German stories: prices for a roll-out, a purchase, a fleet that needs an interface."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_PRICES = Plan(
    "Preise",
    "halden",
    "de",
    "[Preise für den Rollout|Konditionen Rollout|Staffelpreise {product}]",
    (
        Beat(
            24,
            1020,
            "lead",
            "rep",
            """
                wir möchten {product} im vierten Quartal an allen sechs Standorten einführen. Bitte nennen Sie uns
                Ihre Konditionen bei einer Laufzeit von drei Jahren.

                Gibt es ab einer bestimmten Anzahl von Rampen eine Staffel?
                """,
            quote="none",
        ),
        Beat(
            23,
            915,
            "rep",
            "lead",
            """
                vielen Dank für Ihre Anfrage. Ab vierzig Rampen gilt unsere zweite Staffel, das sind 64 Euro je
                Rampe und Monat.

                Ein ausgearbeitetes Angebot schicke ich Ihnen bis {due}.
                """,
            promise=("us", 3),
        ),
        Beat(
            20,
            1510,
            "rep",
            "lead",
            """
                anbei das Angebot für alle sechs Standorte über 46.080 EUR. Die Einführung haben wir in zwei Wellen
                geplant, damit Ihr Team nicht überall gleichzeitig schult.
                """,
            attach="pdf",
        ),
        Beat(
            15,
            1140,
            "lead",
            "rep",
            """
                das Angebot liegt bei unserer Geschäftsführung. Die zwei Wellen gefallen mir, der Preis je Rampe ist
                noch ein Thema. Können wir telefonieren?
                """,
        ),
        Beat(
            15,
            1415,
            "rep",
            "lead",
            """
                gern. Ich habe Ihnen für {on_12} eine Einladung geschickt.
                """,
            short=True,
        ),
        Beat(
            6,
            1025,
            "lead",
            "rep",
            """
                nach unserem Gespräch habe ich die Mengen noch einmal geprüft: Es werden 52 Rampen, nicht 46. Ich
                bitte um einen neuen Preis mit Mengenstaffel.
                """,
            quote="none",
            subject="[Mengenstaffel für 52 Rampen|52 Rampen: neue Staffel]",
        ),
        Beat(
            1,
            1605,
            "rep",
            "lead",
            """
                mit 52 Rampen fallen Sie in die dritte Staffel: 58 Euro je Rampe und Monat, bei drei Jahren Laufzeit
                fest.
                """,
        ),
        Beat(
            0,
            910,
            "lead",
            "rep",
            """
                das ist ein gutes Wort. Ich nehme {new_whom} aus dem Controlling dazu, er braucht die Zahlen
                für das Budget.
                """,
            cc="new",
        ),
        Beat(
            0,
            1045,
            "new",
            "rep",
            """
                {lead_formal} hat mich gebeten, die Kosten einzuplanen. Können Sie mir die Summe je Standort und
                Jahr nennen?

                Ich brauche die Aufstellung für die Sitzung am {due_in_4}.
                """,
            cc="lead",
        ),
        Beat(
            0,
            1350,
            "rep",
            "new",
            """
                die Aufstellung je Standort bekommen Sie bis {due} als Tabelle, mit und ohne Einführung.
                """,
            cc="lead",
            promise=("us", 2),
        ),
    ),
    (Gathering(12, 1100, 30, "Preisgespräch {firm}", "rep lead", "Telefon", moved=True, invited=True),),
)

_PURCHASE = Plan(
    "Einkauf",
    "marlow",
    "de",
    "[Bestellung Erweiterung|Erweiterung um Lager Süd|Lager Süd]",
    (
        Beat(
            22,
            1435,
            "lead",
            "rep",
            """
                wir nehmen im Frühjahr das Lager Süd in Betrieb und möchten {product} dort gleich mit einplanen. Was
                brauchst du dafür von uns?
                """,
            quote="none",
        ),
        Beat(
            21,
            1010,
            "rep",
            "lead",
            """
                schön, das freut uns. Ich brauche den Lageplan mit den Rampen, die Öffnungszeiten und einen
                Ansprechpartner vor Ort.

                Die Einrichtung dauert eine Woche, die Schulung einen Vormittag.
                """,
        ),
        Beat(
            17,
            1600,
            "lead",
            "rep",
            """
                Lageplan: bekommst du als PDF, sobald der Vermieter ihn freigibt. Ich schicke ihn dir bis {due}.

                Öffnungszeiten: Montag bis Samstag, 5 bis 22 Uhr.
                """,
            promise=("them", 4),
        ),
        Beat(
            13,
            930,
            "lead",
            "rep",
            """
                hier der Lageplan. Rampe 4 wird erst im Mai fertig.
                """,
            attach="pdf",
            short=True,
        ),
        Beat(
            8,
            1545,
            "rep",
            "lead",
            """
                danke für das Gespräch heute. Ich habe notiert: neun Rampen zum Start, Rampe 4 kommt im Mai dazu,
                Rechnung an die Zentrale.
                """,
            quote="none",
            subject="[Unser Gespräch heute|Notiz zu unserem Gespräch]",
        ),
        Beat(
            0,
            1155,
            "lead",
            "rep",
            """
                passt alles so. Die Bestellung geht diese Woche raus. Du erreichst mich ab jetzt unter einer neuen
                Nummer, sie steht unten.
                """,
            change=("phone", "+49 30 5550 142"),
        ),
        Beat(
            0,
            1610,
            "rep",
            "lead",
            """
                danke dir. Die Auftragsbestätigung kommt am Tag nach der Bestellung.
                """,
            short=True,
        ),
    ),
    (
        Gathering(8, 1400, 45, "Erweiterung Lager Süd", "rep lead", "Vor Ort"),
        Gathering(0, 1530, 20, "{firm}: Bestellung", "rep lead", "Telefon"),
    ),
)

_INTERFACE = Plan(
    "Schnittstelle",
    "brindle",
    "de",
    "[Schnittstelle zur Tourenplanung|Frage zur Schnittstelle]",
    (
        Beat(
            13,
            1100,
            "lead",
            "colleague",
            """
                unsere Tourenplanung kennt die Ankunftszeiten auf die Minute genau. Kann {product} diese Zeiten
                übernehmen, ohne dass jemand sie abtippt?
                """,
            quote="none",
        ),
        Beat(
            13,
            1520,
            "colleague",
            "lead",
            """
                ja, über unsere Schnittstelle. Ihre Tourenplanung sendet die Ankunft, wir verschieben das
                Zeitfenster und melden zurück, an welcher Rampe Platz ist.

                Haben Sie jemanden im Haus, der die Abfrage einrichten kann?
                """,
        ),
        Beat(
            10,
            950,
            "lead",
            "colleague",
            """
                das macht unser Dienstleister. Bitte schicken Sie mir die Beschreibung, ich leite sie weiter.
                """,
        ),
        Beat(
            9,
            1340,
            "colleague",
            "lead",
            """
                die Beschreibung hängt an. Einen Testzugang richte ich bis {due} ein.
                """,
            attach="pdf",
            promise=("us", 3),
        ),
        Beat(
            1,
            1415,
            "lead",
            "colleague",
            """
                der Test lief ohne Fehler, die Zeiten stimmen. Wir stellen die Zentrale nächste Woche um.
                """,
            quote="none",
            subject="[Test erfolgreich|Testergebnis]",
        ),
        Beat(
            0,
            905,
            "colleague",
            "lead",
            """
                das sind gute Nachrichten. Ich halte mich am Tag der Umstellung bereit.
                """,
            short=True,
        ),
    ),
    end=4,
    slack=4,
)

GERMAN = (_PRICES, _PURCHASE, _INTERFACE)
