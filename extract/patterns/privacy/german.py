"""German. Umlauts are also looked for spelled out (``ae``), and stems within compounds, which are written as one word."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            nichts berufliches, nichts dienstliches, nicht dienstlich, nichts geschäftliches, nicht geschäftlich, nicht
            beruflich, ganz privat, privat gefragt, rein privat, eine private frage, etwas privates, was privates, nur
            privat, unter uns gesagt, bleibt unter uns, bleibt bitte unter uns, nur unter uns, unter freunden, behalt es
            für dich, behalte es für dich, behalten sie es für sich, behalt das für dich, behalte das für dich, sag es
            niemandem, erzähl es niemandem, weiß noch nichts davon, weiß noch niemand, nicht in der arbeit anrufen,
            nicht im büro anrufen, nicht ins büro, nicht an die firmenadresse, meine private adresse, meine private
            nummer, meine private mail, meine private e mail
        """,
        "family": """
            mama und papa, hab dich lieb, ich liebe dich, liebe dich, vermisse dich, schwiegermutter*, schwiegervater*,
            schwiegereltern*, schwiegersohn*, schwiegertochter*, elternabend*, elternsprechtag*, elternbeirat*,
            elternvertret*, elterngespräch*, elternbrief*, elterngeld*, kindergeld*, schulaufführung*, klassenfahrt*,
            klassenausflug*, klassenlehrer*, klassenarbeit*, klassenfest*, klassenkonferenz*, klassenzimmer*,
            schulausflug*, schulanmeldung*, schulranzen*, schultüte*, schulhof*, schulfest*, schulweg*, schulkind*,
            schulleiter*, schulleitung*, schulbus*, schulanfang*, schuljahr*, einschul*, vorschul*, grundschul*,
            realschul*, gesamtschul*, hausaufgaben*, halbjahreszeugnis*, zeugnisausgabe, sorgeberechtigte*,
            erziehungsberechtigte*, ganztagsbetreuung, nachmittagsbetreuung, kinderbetreuung*, babysitter*, tagesmutter,
            tagesmütter, kitaplatz*, kitaplätze*, kita*, eingewöhnung*, kindergeburtstag*, kinderzimmer*, die kinder
            abholen, kinder abholen, kinder abzuholen, kinder ins bett, ihr kind, dein kind, unser kind, unsere kinder,
            ihre tochter, ihr sohn, ihrer tochter, ihrem sohn, ihres sohnes, deine tochter, dein sohn, oma, opa, omi,
            opi, unsere kleine, unser kleiner, dicker kuss, bussi*, küsschen, meine frau und ich, mein mann und ich, und
            deine frau, und ihre frau, familientreffen, schulleitung, läuse, kopfläuse*, pausenbrot*, turnbeutel*,
            unterschrift der eltern, hortplatz*, ausflug der klasse, klassenkasse*, schulbücher,
            lernentwicklungsgespräch*, gummistiefel*, matschhose*, wechselkleidung, brotdose*, vesperdose*,
            sportbeutel*, elternrat*, elternabende, elterninitiative*, kitagebühr*, geschwisterkind*
        """,
        "health": """
            arzttermin*, arztbesuch*, arztpraxis, arztbrief*, zahnarzt*, zahnärzt*, hausarzt*, hausärzt*, augenarzt*,
            augenärzt*, hautarzt*, hautärzt*, kinderarzt*, kinderärzt*, frauenarzt*, frauenärzt*, facharzt*, fachärzt*,
            ihr arzt, ihre ärztin, dein arzt, versichertenkarte*, gesundheitskarte*, blutwert*, blutabnahme*, blutbild*,
            blutdruck*, blutzucker*, blutprobe*, laborwert*, ihre befunde, ihr befund, ihren befund, mrt termin, ct
            termin, mammogra*, biopsie*, chemotherap*, strahlentherap*, psychotherap*, ergotherap*, logopäd*,
            krankengymnast*, mein rezept, rezept abholen, folgerezept*, rezept liegt, rezept ist fertig, ihr rezept,
            ihre verordnung, krankschreib*, krankmeld*, krankgeschrieben, arbeitsunfähig*, op termin, diagnose vom,
            schwanger*, fehlgeburt*, geburtsvorbereitung*, kreißsaal, entbindung*, therapeutin, therapiestunde*,
            therapieplatz*, krankenkasse*, krankenversicherung*, gute besserung, gute genesung, überweisung vom
            hausarzt, überweisungsschein*, im krankenhaus, krankenhausaufenthalt*, reha, rehaklinik*,
            vorsorgeuntersuch*, kontrolluntersuch*, nachuntersuch*, darmspiegel*, magenspiegel*, impftermin*,
            grippeimpf*, auffrischimpf*, impfpass*, zahnreinigung*, zahnspange*, zahnschmerz*, zahnersatz*,
            zahnfleisch*, weisheitsz*, wurzelbehandl*, zahnfüllung*, backenzahn*, sehtest*, hörtest*, allergietest*,
            belastungs ekg, nüchtern erscheinen, nüchtern kommen, bitte nüchtern, ihre beschwerden, ihr knie, ihr
            rücken, ihre schulter, ihre hüfte, ihre zähne, kieferorthopäd*, orthopäd*, kardiolog*, dermatolog*, urolog*,
            gynäkolog*, neurolog*, onkolog*, osteopath*, heilpraktik*, psycholog*, psychiat*, bandscheib*, kreuzband*,
            krebs, diabetes, depression*, burnout, migräne*, rückenschmerz*, kopfschmerz*, bauchschmerz*, halsschmerz*,
            antibiotik*, schmerzmittel*, patientenakte*, patientenverfügung*, hebamme*, physiotherap*, ihr termin in der
            praxis, termin in unserer praxis, termin beim arzt, termin beim zahnarzt, termin bei dr, blutentnahme*, ihre
            krankenkasse, ihre versichertenkarte, ihre laborwerte, ihre impfung, ihre behandlung beginnt, professionelle
            zahnreinigung, prophylaxetermin*, füllung am zahn, verbandswechsel*, fäden ziehen, op vorbereitung,
            narkosegespräch*, kur antrag, ultraschalltermin*, sehstärke*, gleitsichtbrille*, meniskus*,
            bandscheibenvorfall, mrt ergebnis, mrt befund, bandscheiben*
        """,
        "money": """
            kontoauszug*, kontoauszüge*, dispokredit*, baufinanzier*, immobilienkredit*, immobiliendarlehen*,
            anschlussfinanzier*, hypothek*, bausparvertrag*, bauspar*, kreditkartenabrechnung*, ihre kreditkarte, ihre
            neue karte, ihre girocard, sparkonto*, sparbuch*, sparvertrag*, sparplan*, tagesgeld*, festgeld*,
            ratenkredit*, privatkredit*, autokredit*, rentenversicherung*, riester*, rürup*, altersvorsorge*,
            rentenbescheid*, renteninformation*, steuererklärung*, steuerbescheid*, steuererstattung*, einkommensteuer*,
            lohnsteuer*, erbschaft*, schufa*, mietkaution*, gemeinschaftskonto*, freistellungsauftrag*, ihr girokonto,
            ihr darlehen, ihre baufinanzierung, ihre ersparnisse, bafög, berufsunfähigkeit*, taschengeld*,
            überziehungskredit*, überziehungszins*, überziehungsrahmen*
        """,
        "law": """
            scheidung*, sorgerecht*, umgangsrecht*, kindesunterhalt*, ehevertrag*, eheverträge*, trennungsjahr*, mein
            vermieter, unser vermieter, unserem vermieter, unserer vermieterin, ihr vermieter, nebenkostenabrechnung*,
            räumungsklage*, mieterhöhung*, mieterverein*, mieterschutz*, nachlassgericht*, nachlassverzeichnis*,
            erbschein*, erbengemeinschaft*, erbfall*, erblasser*, pflichtteil*, vorsorgevollmacht*,
            betreuungsverfügung*, bußgeld*, strafzettel*, fahrverbot*, gerichtstermin*, familiengericht*,
            arbeitsgericht*, kündigungsschutz*, mandatsgeheimnis*, mandantengeheimnis*, ihr mandat, ihre scheidung, ihr
            erbe, kaufvertrag über die wohnung, kaufvertrag über das haus, notartermin*, beurkundungstermin*,
            nachbarschaftsstreit*, schmerzensgeld*, rechtsschutzversicher*, güterstand*, zugewinn*, unterhaltszahlung*,
            unterhaltspflicht*, unterhaltsanspruch*, eigenbedarfskündigung*, erbrecht*, mein testament, ihr testament,
            das testament, ein testament, testamentsvollstreck*, testamentseröffn*, testamentarisch*, unterhalt für,
            unterhalt an, das erbe, der nachlass ihrer, der nachlass ihres, nachlass ihrer, nachlass ihres, nachlass
            von, testamentsentwurf*, ehescheidung*, versorgungsausgleich*, trennungsunterhalt*, erbauseinandersetzung*
        """,
        "employment": """
            gehaltsabrechnung*, lohnabrechnung*, gehaltserhöhung*, gehaltsverhandlung*, gehaltsvorstellung*,
            gehaltswunsch*, gehaltsrahmen*, jahresgehalt*, einstiegsgehalt*, mitarbeitergespräch*, personalgespräch*,
            abmahnung*, aufhebungsvertrag*, abfindung*, bewerbung*, beworben, lebenslauf*, lebensläufe*,
            motivationsschreiben*, vorstellungsgespräch*, probearbeit*, stellenangebot*, stellenanzeige*,
            stellenausschreib*, stellensuche*, jobsuche*, jobwechsel*, stellenwechsel*, jobangebot*, arbeitszeugnis*,
            zwischenzeugnis*, frühester eintritt, ihr profil passt, ihr werdegang, ihrem werdegang, ihr xing profil, ihr
            linkedin profil, auf ihr profil, ihre berufserfahrung, ihre kündigungsfrist, derzeitiger arbeitgeber,
            jetziger arbeitgeber, ihr arbeitgeber, berufliche veränderung, beruflich verändern, wechselbereit*,
            betriebsarzt*, betriebsärzt*, eingliederungsgespräch*, arbeitsagentur*, anschreiben und lebenslauf,
            assessment center, frühestmöglicher eintritt
        """,
        "occasion": """
            geburtstagsfeier*, geburtstagsparty*, geburtstagsgeschenk*, geburtstagskuchen*, geburtstagsessen*,
            geburtstagskind*, alles gute zum geburtstag, alles liebe zum geburtstag, herzlichen glückwunsch zum
            geburtstag, unsere hochzeit, unserer hochzeit, deine hochzeit, eure hochzeit, hochzeit*, brautpaar*,
            brautkleid*, trauzeug*, verlobung*, verlobte*, junggesellenabschied*, junggesellinnen*, polterabend*,
            taufe*, taufpat*, erstkommunion*, konfirmation*, jugendweihe*, beerdigung*, beisetzung*, beileid*,
            trauerfeier*, trauerfall*, verstorben, gestorben, einweihungsfeier*, einweihungsparty*, familienfeier*,
            familienessen*, familienfest*, urlaubsfoto*, klavierstunde*, klavierunterricht*, gitarrenunterricht*,
            reitstunde*, fahrstunde*, schwimmkurs*, fußballtraining*, handballtraining*, chorprobe*, probenwochenende*,
            grillabend*, grillfest*, grillparty*, klassentreffen*, wir heiraten, geheiratet, unser baby, unser
            nachwuchs, hochzeitstag*, silberhochzeit*, goldene hochzeit, weihnachtsgeschenk*, kaffee und kuchen, zum
            essen bei uns, bei uns zuhause, zu uns nach hause, bei uns daheim, sonntagsbraten*, standesamt*,
            ostereiersuche*, verlobt
        """,
    },
    hints={
        "family": """
            mama, papa, mutti, vati, tante, onkel, kuss, küsse, lg mama, zu hause, daheim, schule, kindergarten*,
            kindergärten, kinder, kindern, deine frau, ihre frau, dein mann, deine familie, kleinkind*, kinderwagen*,
            lehrer*, lehrkraft, lehrkräfte, zeugnis*, rektor*, neffe, nichte, enkel*, cousin, cousine, eltern,
            erzieher*, hort, ferien, sommerferien, herbstferien, osterferien, weihnachtsferien, winterferien, windel*,
            spielplatz*, patenkind*, patentante, patenonkel, großeltern, großmutter, großvater, geschwister, zwilling*,
            wandertag*, sportfest*, schüler*, unterricht, unterrichtsausfall*, sportunterricht, schwimmunterricht,
            kuscheltier*, mittagessen in der schule, hortkind*, schulkinder, erstklässler*, grundschüler*, die klasse,
            der klasse, ihrer klasse, schulbuch*, schulheft*, schulsachen, schulessen, schulbeginn, schulschluss,
            schulsekretariat*, schulkonzert*, schulchor*, schulgarten*, schultag*, schulfrei, hitzefrei,
            klassensprecher*, förderverein*, förderunterricht, nachhilfe*, mathearbeit*, vokabeltest*, schwimmzeug*,
            schwimmsachen, sportsachen, turnschuhe, hausschuhe, regenjacke*, vesper, eltern kind, krabbelgruppe*,
            spielgruppe*, kuchenbuffet*, laternenumzug*, sommerfest der, adventsfeier*, krippenspiel*, fiebert, abgeholt
            werden, kindersitz*, wanderausflug*, tagesausflug der, ausflug in den, ausflug ins, turnzeug*, sonnenhut*,
            sonnencreme*, wechselsachen, kuchen mitbringen, bitte geben sie ihrem kind, ihrem kind, projektwoche*,
            schulprojekt*, vorlesewettbewerb*, vorlesen, lesetagebuch*, einmaleins, lernstand*, klassenliste*,
            abholzeit*, bringzeit*, notbetreuung*, gruppenraum*, vorschulkind*, kleiner bruder, kleine schwester, großer
            bruder, große schwester
        """,
        "health": """
            arzt, ärztin*, ärzte*, ärztlich*, klinik*, krankenhaus*, rezept*, therapie*, sprechstunde*, patient*,
            medikament*, krank, erkrank*, befund*, röntgen*, ultraschall*, tablette*, *arzt, *ärztin, ihre untersuchung,
            nüchtern, impfung*, allergi*, grippe*, fieber*, husten*, wartezimmer*, überweisung, apotheke*, symptom*,
            nebenwirkung*, versichertennummer*, krücke*, narkose*, pflegegrad*, pflegeheim*, pflegedienst*, optiker*,
            kontaktlinse*, zahn, zähne*, knie, hüfte, ihr nächster termin, genesung*, hörgerät*, *arztpraxis,
            zahnarztpraxis, gemeinschaftspraxis, unsere praxis, in der praxis, in unserer praxis, schmerzen,
            behandlungen, behandlungstermin*, ambulanz, vorsorgetermin*, versicherungskarte*, blut*, salbe*, spritze,
            verband wechseln, wunde, entzünd*, geschwollen*, übelkeit*, schwindel*, allergolog*, krankenschein*,
            chefarzt*, oberarzt*, ordination, ordinationszeiten, karies, narbe*, dreimal täglich, zweimal täglich,
            morgens und abends, nach dem essen, nebenhöhlen*, mandeln, blinddarm*, niere*, leber*, schilddrüse*,
            prostata*, gebärmutter*, wechseljahre, cholesterin*, insulin*, ibuprofen, paracetamol, kortison, cortison,
            rollstuhl*, pflegekraft, palliativ*, hospiz*, intensivstation*, notaufnahme*, rettungswagen*, quarantäne*,
            corona positiv, infekt, zahnkrone*, zahnimplantat*, gesundheitsamt*, gesundheitszustand*, zehn minuten
            früher, bringen sie ihre karte, ihre karte mit, ihre brille, neue brille, brillengläser, brillenfassung*,
            aufbissschiene*, knirscherschiene*, therapieplan*, behandlungsplan*, behandlungszimmer*, heil und
            kostenplan, nächste kontrolle, halbjährliche kontrolle, urinprobe*, stuhlprobe*, abstrich*, leberfleck*,
            warze*, muttermal*, schlafstörung*, bettruhe, schone dich, neupatient*, vorheriger zahnarzt, warteliste für
            die, befundbericht*, entlassungsbrief*, entlassbrief*, schuheinlage*
        """,
        "money": """
            kontostand*, dauerauftrag*, daueraufträge*, darlehen*, zinssatz*, girokonto*, bankberat*, tilgung*,
            sondertilgung*, zinsbindung*, versicherungspolice*, versicherungsschein*, versicherungsnummer*, sparkasse*,
            volksbank*, *sparkasse, monatliche rate, monatsrate*, kreditkarte*, ersparnis*, beitragsrechnung*,
            girocard*, kindersparplan*, wertpapierdepot*, rente*, selbstauskunft*, kredit, kredite, kreditvertrag*,
            kreditrate*, hausratversicherung*, haftpflichtversicherung*, lebensversicherung*, grundbuchauszug*, kfz
            versicherung, ihre kreditkarte ist, sparrate*, sparziel*, restschuld*, vorfälligkeit*, wohnungskauf*,
            hauskauf*, rentenlücke*, versorgungslücke*, kindergeldantrag*, elterngeldantrag*, beratungstermin in der
            filiale, in unserer filiale, in ihrer filiale, pin brief, online banking, dispo, dispozins*, ihre
            zinsbindung, ihre karte wurde, karte sperren, ersatzkarte*, geheimzahl*, reisekasse*, termin in der filiale,
            ihre monatliche rate, sondertilgungsrecht*, beleihung*, nachfinanzier*
        """,
        "law": """
            anwalt*, anwält*, rechtsanwalt*, rechtsanwält*, kanzlei*, gericht, amtsgericht*, landgericht*, klage,
            notar*, mandant*, vermieter*, mieter*, wohnung*, miete, kaltmiete*, warmmiete*, mietvertrag*, mietverträge*,
            mietverhältnis*, mietsache, kaution*, übergabeprotokoll*, hausverwaltung*, erbe, erben, widerspruch
            einlegen, schriftsatz*, vergleichsvorschlag*, eidesstattlich*, verhandlungstermin*, beurkund*,
            eigentümerversammlung*, hausgeld*, untermiet*, nachlass, zeugenaussage*, mietwohnung*, eigentumswohnung*,
            ferienwohnung*, fachanwalt*, fachanwält*, patientenverfügung*, grundbucheintrag*, ehegatte*, ehegattin*,
            hausrat*, elterliche sorge, jugendamt*, kindeswohl*, einspruch einlegen, punkte in flensburg, blitzer*,
            rechtsschutz*, gerichtskosten*, streitwert*, wohnungsübergabe*, mietminderung*, betriebskostenabrechnung*,
            wohnungsgeber*, kautionsrückzahlung*, schlüsselübergabe*, eigentumsumschreibung*, notaranderkonto,
            schenkung*, nießbrauch*, kaufvertragsentwurf für das haus, entwurf des testaments, letztwillige*, eidlich*,
            ihr ex mann, ihre ex frau, gegnerische*, schlichtung*, scheidungs*, trennungs*, gerichtsvollzieher*,
            mahnbescheid*, anhörungsbogen*, ladung zum
        """,
        "employment": """
            gehalt, gehälter, personalabteilung*, vakanz*, personalberat*, kandidat*, krankheitstage*, probezeit*,
            headhunt*, karriere*, kündigungsfrist*, neue stelle, neuen stelle, neuer job, neuen job, offene stelle, die
            stelle als, stelle als, interviewtermin*, zweites gespräch, zweitgespräch*, recruit*, festanstellung*,
            wechselmotivation*, vertraulich behandeln, werdegang*, zusage für die stelle, absage für die stelle,
            arbeitsvertrag*, arbeitsverträge*, resturlaub*, arbeitgeber*, bewerber*, elternzeit*, mutterschutz*,
            diskret, diskretion, referenzgeber*, ihr profil, ihrem profil, eintrittsdatum, ihre gehaltsvorstellungen,
            talentpool*, stellenprofil*, wechselgedanken, schichtzulage*, gehaltszettel*, lohnzettel*, krankmeldung*,
            urlaubsanspruch*
        """,
        "occasion": """
            geburtstag*, feier, jahrestag*, grillen, picknick*, weihnachtsessen*, geschenk*, um antwort wird gebeten,
            konzertkarte*, kino, kuchen*, braut, bräutigam, kommunion, einladung zu unserer, einladung zur feier,
            spieltag*, stammtisch*, gartenparty, geburtstagsrunde
        """,
    },
    home="""
        heizkörper*, klempner*, installateur*, elektriker*, schlüsseldienst*, schornsteinfeger*, mitbewohner*,
        wohnzimmer*, schlafzimmer*, badezimmer*, dachboden*, balkon*, terrasse*, garten*, gärten, gartenarbeit*,
        schrebergarten*, rasen, hecke, nachbar*, nebenkosten*, zählerstand*, zählerstände*, wasserschaden*, rohrbruch*,
        waschmaschine*, umzieh*, wohnungsbesichtigung*, wohnungsschlüssel*, wohnungsübergabe*, haustür*, treppenhaus*,
        chor, chöre, *chor, rudern, tennis*, turnverein*, sportverein*, handball*, fußball*, volleyball*, yoga*,
        fitnessstudio*, wandern, wanderung*, zelten, wohnwagen, wohnmobil*, baby*, die kleine, der kleine, den kleinen,
        der hund, den hund, die katze, tierarzt*, tierärzt*, tierklinik*, hundeschule*, welpe*, salat*, schwimmbad*,
        schwimmen, freibad*, klavier*, gitarre*, orchester*, kirche*, kirchen*, gemeindehaus*, pfarr*, gottesdienst*,
        moschee*, synagoge*, kneipe*, ekg, cholesterin*, klassenfoto*, pfadfinder*, badewanne*, schimmel*, tapete*,
        vorhang, vorhänge*, sofa*, kühlschrank*, gefriertruhe*, spülmaschine*, backofen*, dachrinne*, schuppen,
        rasenmäher*, klingel, briefkasten*, ersatzschlüssel*, gästezimmer*, putzfrau*, lohnzettel*, sopran*, singen,
        tenor, notenblätter, torwart*, schiedsrichter*, kreisliga*, bezirksliga*, schach*, stricken, töpfern, nähkurs*,
        ballett*, tanzkurs*, tanzschule*, schlagzeug*, geige*, trompete*, theaterkarten*, radtour*, marathon*,
        halbmarathon*, skifahren, skiurlaub*, schlitten*, zelt, angeln, segeln, segeltörn*, klettern, kletterhalle*,
        spieleabend*, kartenspiel*, skat, stiefmutter*, stiefvater*, schwägerin*, schwager*, liebling*, schatz, hunde,
        hund, katze*, kätzchen, kater, hamster*, meerschweinchen*, kaninchen*, pony*, pferd*, reiten, reitstall*,
        friseur*, ferienwohnung*, ferienhaus*, ostsee*, nordsee*, mitgliedsbeitrag*, mitgliederversammlung*,
        vereinsheim*, vorstandswahl*, feuerwehrfest*, flohmarkt*, kuchenverkauf*, kuchenspende*, ehrenamt*, tüv,
        sperrmüll*, hausmeister*, küche, heizung, heizungs*, möbel, dusche, zaun, therme, handwerker*, keller,
        kellerabteil*, teppich, umzug, umzugs*, lauftraining*, torwarttraining*, balltraining*, turnier,
        mannschaftsabend*, mannschaftskasse*, vereinsabend*, vereinsmeister*, *sportverein, *gesangverein, musikverein*,
        reitverein*, schützenverein*, mannschaft, notenmappe*, maklerin, trödelmarkt*, ihr arbeitgeber, derzeitiger
        arbeitgeber, patin, trockner, kamin, lastschrift, pateneltern, belastungstest, röntgenbild*, mrt, radiolog*,
        nüchtern, umzugskarton*, tomatenpflanz*, ruderverein*, tennisplatz*, doppelpartner*, rückenschule*,
        kirchenchor*, gesangbuch*, predigt*, orgel*, stimmprobe*, stimmübung*, generalprobe*, theatergruppe*,
        laienspiel*, lesekreis*, buchclub*, weinprobe*, gassi*, hundesitter*, wurmkur*, kastrier*, gechippt,
        wellensittich*, schildkröte*, hundefutter*, katzenfutter*
    """,
    kin="""
        frau, mann, ehefrau, ehemann, tochter, töchter, sohn, söhne, kind, kinder, kindern, schwester, bruder,
        eltern, mutter, vater, mama, papa, freundin, lebensgefährte, lebensgefährtin, lebensgefährten, verlobte,
        großmutter, großvater, oma, opa, onkel, tante, neffe, nichte, enkel, enkelin, ex frau, ex
        mann, familie, schwager, schwägerin, partnerin
    """,
    own={
        "health": """
            arzt, ärztin, hausarzt, zahnarzt, knie, rücken, schulter, hüfte, zahn, zähne, augen, herz, blutwerte,
            rezept, medikament, medikamente, tabletten, operation, befund, befunde, therapie, therapeut, therapeutin,
            krankheit, gesundheit, beschwerden, symptome, schmerzen, allergie, schwangerschaft, krankenkasse,
            krankenversicherung, physiotherapeut, arzttermin, ops, op termin, reha
        """,
        "money": """
            girokonto, sparkonto, depot, darlehen, kredit, hypothek, rente, gehalt, ersparnisse, steuererklärung,
            steuern, steuerberater, kreditkarte, lebensversicherung, haftpflicht, bankberater, bausparvertrag, schulden,
            altersvorsorge, konto, krankenversicherung, lebensversicherungen
        """,
        "law": """
            anwalt, anwältin, rechtsanwalt, rechtsanwältin, notar, notarin, vermieter, vermieterin, wohnung, miete,
            kaution, mietvertrag, scheidung, testament, erbe, erbteil, nachlass, hausverwaltung, verstorbene,
            verstorbener, verstorbenen
        """,
        "employment": """
            kündigung, bewerbung, lebenslauf, zeugnis, arbeitszeugnis, arbeitsvertrag, gehalt, gehaltsvorstellung,
            kündigungsfrist, elternzeit, werdegang, probezeit
        """,
        "occasion": """
            geburtstag, hochzeit, verlobung, taufe, konfirmation, abifeier, geburtstagsfeier, einweihungsfeier
        """,
    },
    mine="mein, meine, meinen, meinem, meiner, meines",
    endings=(("", ""), ("", "e"), ("", "n"), ("", "s"), ("", "es"), ("", "en"), ("in", "innen")),
    spellings={"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
)
