"""German. Umlauts are also looked for spelled out (``ae``)."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            nichts berufliches, nichts dienstliches, nicht dienstlich, nichts geschäftliches, nicht beruflich, ganz privat, privat gefragt, rein privat, unter uns gesagt,
            bleibt unter uns, behalt es für dich, behalte es für dich, behalten sie es für sich,
            weiß noch nichts davon, nicht in der arbeit anrufen, nicht im büro anrufen, meine private adresse,
            meine private nummer
        """,
        "family": """
            mama und papa, hab dich lieb, ich liebe dich, liebe dich, vermisse dich, schwiegermutter, schwiegervater,
            elternabend, elternsprechtag, schulaufführung, klassenfahrt, babysitter, tagesmutter, kitaplatz,
            die kinder abholen, kinder abholen, oma, opa, unsere kleine, unser kleiner, dicker kuss, bussi, küsschen,
            meine frau und ich, mein mann und ich, und deine frau, und ihre frau
        """,
        "health": """
            arzttermin, versichertenkarte, gesundheitskarte, zahnarzttermin, mein arzt, meine ärztin, hausarzt, blutwerte, blutabnahme, mrt termin,
            mammographie, biopsie, chemotherapie, physiotherapie, mein rezept, rezept abholen, krankschreibung,
            krankmeldung, krankgeschrieben, meine op termin, diagnose vom, schwanger, schwangerschaft, fehlgeburt,
            therapeutin, therapiestunde, psychotherapie, krankenkasse, gute besserung, überweisung vom hausarzt,
            meniskus, kreuzband, bandscheibenvorfall, schmerzmittel, mrt ergebnis, mrt befund, ihr befund, op termin,
            im krankenhaus, reha, ihr rezept, gute genesung, mein knie, mein rücken
        """,
        "money": """
            kontoauszug, mein konto, dispokredit, baufinanzierung, hypothek, bausparvertrag, kreditkartenabrechnung,
            sparkonto, mein darlehen, ratenkredit, rentenversicherung, steuererklärung, steuerbescheid, erbschaft,
            schufa, mietkaution, mein gehalt
        """,
        "law": """
            mein anwalt, meine anwältin, mein rechtsanwalt, scheidung, sorgerecht, unterhalt, ehevertrag,
            scheidungsfolgenvereinbarung, scheidungsvereinbarung, scheidungsantrag, scheidungstermin, scheidungsverfahren,
            ehescheidung, zugewinn, zugewinnausgleich, versorgungsausgleich, trennungsunterhalt, kindesunterhalt,
            umgangsrecht, pflichtteil, erbschein, erbauseinandersetzung,
            mein vermieter, unser vermieter, nebenkostenabrechnung, räumungsklage, testament, nachlass,
            vorsorgevollmacht, bußgeldbescheid, gerichtstermin, mandatsgeheimnis
        """,
        "employment": """
            gehaltsabrechnung, lohnabrechnung, gehaltserhöhung, gehaltsverhandlung, gehaltsvorstellung,
            mitarbeitergespräch, personalgespräch, abmahnung, aufhebungsvertrag, abfindung, meine kündigung,
            meine bewerbung, deine bewerbung, ihre bewerbung, bewerbungsunterlagen, anschreiben und lebenslauf,
            mein lebenslauf, lebenslauf, vorstellungsgespräch, bewerbungsgespräch, stellenangebot, arbeitszeugnis
        """,
        "occasion": """
            geburtstagsfeier, geburtstagsparty, geburtstagsgeschenk, alles gute zum geburtstag, unsere hochzeit,
            meine hochzeit, deine hochzeit, hochzeitseinladung, junggesellenabschied, polterabend, taufe, kommunion,
            konfirmation, beerdigung, beileid, trauerfeier, einweihungsfeier, familienfeier, familienessen,
            urlaubsfotos, klavierstunde, fußballtraining, grillabend, klassentreffen, wir heiraten, geheiratet,
            unser baby, unser nachwuchs
        """,
    },
    hints={
        "family": """
            mama, papa, mutti, vati, meine frau, mein mann, meine tochter, mein sohn, meine schwester, mein bruder,
            meine eltern, tante, onkel, kuss, lg mama, zu hause, hausaufgaben, schule, kita, kindergarten, kinder,
            deine frau, ihre frau, meine partnerin, mein partner
        """,
        "health": """
            arzt, ärztin, klinik, krankenhaus, rezept, therapie, sprechstunde, patient, patientin, medikament,
            medikamente, krank, schmerzen, zahnarzt, befund, röntgen, ultraschall, behandlungen, tabletten
        """,
        "money": """
            kontostand, dauerauftrag, darlehen, zinssatz, girokonto, bankberater, tilgung, versicherungspolice,
            versicherungsschein, lebensversicherung, sparkasse
        """,
        "law": """
            anwalt, rechtsanwalt, kanzlei, gericht, klage, notar, mandant, vermieter, wohnung, miete, mietvertrag
        """,
        "employment": """
            gehalt, personalabteilung, vakanz, personalberater, kandidat, kandidatin, mutterschutz, elternzeit,
            krankheitstage, probezeit, headhunter, karriere, bewerber, kündigungsfrist, neue stelle, neuer job
        """,
        "occasion": """
            geburtstag, hochzeit, feier, jahrestag, grillen, picknick, weihnachtsessen, geschenk,
            um antwort wird gebeten, konzertkarten, kino, kuchen
        """,
    },
    home="""
        heizung, heizkörper, therme, klempner, installateur, elektriker, schlüsseldienst, schornsteinfeger,
        vermieterin, mitbewohner, schlafzimmer, badezimmer, küche, keller, dachboden, balkon, garten, rasen, hecke,
        zaun, nachbar, nachbarin, nachbarn, nebenkosten, waschmaschine, möbel, umzug, umzugswagen, chor, rudern,
        tennis, turnverein, sportverein, yoga, fitnessstudio, wandern, zelten, wohnwagen, ferien, herbstferien,
        sommerferien, lehrerin, lehrer, spielplatz, baby, neffe, nichte, enkel, enkelin, patin, die kleine, der
        kleine, den kleinen, der hund, den hund, die katze, tierarzt, salat, schwimmbad, schwimmen, klavier,
        gitarre, orchester, kirche, kneipe, zahnreinigung, zahnspange, zahnschmerzen, zahn, zähne, kieferorthopäde,
        optiker, kontaktlinsen, sehtest, physiotherapeut, osteopath, kardiologe, kardiologin, hautarzt, hautärztin,
        kinderarzt, kinderärztin, frauenarzt, frauenärztin, hebamme, ekg, belastungstest, blutdruck, cholesterin,
        allergie, impfung, grippeimpfung, fieber, husten, migräne, wartezimmer, krücken, läuse, kopfläuse,
        röntgenbild, mrt, orthopäde, orthopädin, radiologie, nüchtern, klassenfoto, schulbus, schwimmkurs, schüler, zeugnis, pausenbrot, sportfest, pfadfinder, schulranzen,
        rektorin, rektor, klassenlehrerin, klassenlehrer, badewanne, dusche, schimmel, tapete, teppich, vorhänge,
        sofa, kühlschrank, gefriertruhe, spülmaschine, trockner, backofen, dachrinne, kamin, schuppen, rasenmäher,
        klingel, briefkasten, ersatzschlüssel, gästezimmer, untermieter, handwerker, putzfrau, hausverwaltung,
        lohnzettel, sparplan, kfz versicherung, hausratversicherung, gemeinschaftskonto, lastschrift, pateneltern,
        sopran, singen, torwart, schiedsrichter, schach, stricken, töpfern, ballett, schlagzeug, geige, trompete,
        theaterkarten, radtour, marathon, halbmarathon, skifahren, skiurlaub, schlitten, zelt, angeln, segeln,
        spieleabend, geburtstagskuchen, patenkind, cousine, stiefmutter, stiefvater, schwägerin, schwager,
        enkelkinder, liebling, schatz, hunde, katze, katzen, kätzchen, hamster, meerschweinchen, kaninchen, pony,
        ihr arbeitgeber, derzeitiger arbeitgeber, diskretion, diskret
    """,
)
