"""German. Verbs stand apart from what they act on, on either side of it; umlauts also spelled out."""

from __future__ import annotations

from typing import Final

from extract.patterns.deals.form import Dealing, Way

_W: Final = r"(?:[a-zäöüß-]+ )"
_PAPER: Final = r"(?:[a-zäöüß-]*angebot|offerte|kostenvoranschlag)"
_CONTRACT: Final = r"(?:[a-zäöüß-]*(?:vertrag|vereinbarung|abonnement|abo|lizenz|mietvertrag|wartungsvertrag))"
_HERE: Final = (
    r"\b(?:anbei|anliegend|beiliegend|beigef[uü]e?gt|angeh[aä]e?ngt|im anhang|in der anlage|hiermit|hier|zur[uü]e?ck)\b"
)
_YOU: Final = r"(?:ihnen|dir|euch|sie|dich)"
_YOUR: Final = r"(?:ihre?[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|euer)"
_OUR: Final = r"(?:unsere?[nmrs]?|meine?[nmrs]?|das|die|der|den|eine?[nmrs]?|ein)"
_WELL: Final = r"(?:(?:hiermit|hierdurch|gerne?|nun|jetzt|heute|daher|auch|bereits|soeben|eben|noch|leider|verbindlich|dankend|fristgerecht|ordentlich) )*"
_SEND: Final = r"(?:send|schick|erstell|unterbreit|mach|zukommen|zusend|zuschick|abgeb|vorleg|[uü]e?bermittel|geben|lassen|anbieten)"
_WE_HAVE: Final = r"\b(?:wir haben|haben wir|ich habe|habe ich)\b"
_WAYS: Final = (
    Way("asked", "seller", rf"\bdank\w*\b[^.;?!]{{0,30}}\b{_YOUR} (?:angebots|preis)anfrage\b", "Danke für Ihre Preisanfrage."),
    Way("asked", "buyer", rf"\b(?:bitte|k[oö]e?nn(?:en|ten) sie|w[uü]e?rden sie|kannst du|k[oö]e?nntest du)\b[^.;?!]{{0,40}}\b(?:{_SEND})[^.;?!]{{0,40}}\b(?:eine?n?|{_YOUR}) {_W}{{0,2}}{_PAPER}\b",
        "Bitte senden Sie uns ein Angebot über zwölf Pumpen.", is_plain=True),
    Way("asked", "buyer", rf"\b(?:bitte|k[oö]e?nn(?:en|ten) sie|w[uü]e?rden sie|kannst du|k[oö]e?nntest du)\b[^.;?!]{{0,40}}\b(?:eine?n?|{_YOUR}) {_W}{{0,2}}{_PAPER}\b[^.;?!]{{0,60}}\b{_SEND}",
        "Könnten Sie uns ein Angebot erstellen?", is_plain=True),
    Way("asked", "buyer", rf"\b(?:wir|ich) bitten? (?:sie )?um (?:die )?(?:ein|eine|einen|{_YOUR}|zusendung|abgabe|erstellung)\b[^.;?!]{{0,30}}{_PAPER}", "Wir bitten um ein Angebot.", is_plain=True),
    Way("asked", "buyer", rf"\b(?:wir|ich) (?:h[aä]e?tten? gerne?|ben[oö]e?tigen?|br[aä]e?uchten?|brauchen?|w[uü]e?nschen?|erbitten?)\b[^.;?!]{{0,30}}\b(?:eine?n?|{_YOUR}) {_W}{{0,2}}{_PAPER}\b", "Wir benötigen ein Angebot für die Wartung.", is_plain=True),
    Way("agreed", "seller", rf"\bdank\w*\b[^.;?!]{{0,30}}\b(?:{_YOUR}|die|den) {_W}?(?:bestellung|auftrag)\b(?:[ .,!;]|$)", "Danke für Ihren Auftrag."),
    Way("agreed", "seller", rf"\b(?:best[aä]e?tigen?|best[aä]e?tige) (?:wir |ich )?(?:{_YOU} )?{_WELL}(?:den eingang )?{_YOUR} {_W}?(?:bestellung|auftrag)\b", "Gerne bestätigen wir Ihre Bestellung."),
    Way("agreed", "seller", rf"{_HERE}[^.;?!]{{0,40}}\b(?:{_OUR}|{_YOUR}) auftragsbest[aä]e?tigung\b", "Anbei unsere Auftragsbestätigung."),
    Way("signed", "buyer", rf"{_HERE}[^.;?!]{{0,50}}\b(?:gegengezeichnete?|(?:gegen)?unterschriebene|(?:gegen)?unterzeichnete)[nrs]? {_W}?{_PAPER}\b", "Anbei das unterschriebene Angebot."),
    Way("signed", None, rf"{_HERE}[^.;?!]{{0,50}}\b(?:gegengezeichnete|(?:gegen)?unterschriebene|(?:gegen)?unterzeichnete)[nrs]? {_W}?{_CONTRACT}\b", "Im Anhang finden Sie den unterschriebenen Vertrag."),
    Way("signed", "buyer", rf"{_WE_HAVE}[^.;?!]{{0,20}}\b(?:das|{_YOUR}) {_PAPER}\b[^.;?!]{{0,30}}\b(?:gegen)?(?:unterschrieben|unterzeichnet)\b", "Wir haben Ihr Angebot unterschrieben."),
    Way("signed", None, rf"{_WE_HAVE}[^.;?!]{{0,20}}\b(?:den|die|{_YOUR}|unseren) {_CONTRACT}\b[^.;?!]{{0,30}}\b(?:gegen)?(?:unterschrieben|unterzeichnet)\b|\b(?:der|unser|{_YOUR}) {_CONTRACT} (?:ist|wurde) {_WELL}(?:von uns |beidseitig |von beiden seiten )?(?:gegen)?(?:unterschrieben|unterzeichnet)\b",
        "Wir haben den Vertrag heute unterzeichnet."),
    Way("declined", "buyer", rf"{_WE_HAVE}[^.;?!]{{0,40}}\bgegen (?:sie|euch|{_YOUR} [a-zäöüß-]+)\b[^.;?!]{{0,20}}\bentschieden\b", "Wir haben uns gegen Ihr Angebot entschieden.", is_plain=True),
    Way("declined", "buyer", rf"{_WE_HAVE}[^.;?!]{{0,40}}\b(?:f[uü]e?r )?eine?[nms]? ander(?:en|es|e|em) (?:anbieter|lieferanten?|angebot|unternehmen|partner|dienstleister|l[oö]e?sung|hersteller)\b[^.;?!]{{0,20}}\b(?:entschieden|beauftragt|gew[aä]e?hlt|vergeben)\b", "Wir haben uns für einen anderen Anbieter entschieden."),
    Way("declined", "buyer", rf"\b{_YOUR} {_PAPER}\b[^.;?!]{{0,30}}\b(?:nicht (?:annehmen|ber[uü]e?cksichtigen|weiterverfolgen)|ablehnen)\b|\b(?:lehnen|lehne) (?:wir |ich )?{_WELL}{_YOUR} {_PAPER}\b[^.;?!]{{0,20}}\bab\b", "Wir können Ihr Angebot leider nicht annehmen.", is_plain=True),
    Way("declined", "buyer", rf"\b(?:wir|ich) (?:m[uü]e?ssen|muss|m[oö]e?chten?) {_WELL}(?:unsere|die|meine) bestellung\b[^.;?!]{{0,20}}\bstornieren\b|\b(?:stornieren|storniere) (?:wir |ich )?{_WELL}(?:unsere|die|meine) bestellung\b", "Wir müssen unsere Bestellung stornieren.", is_plain=True),
    Way("cancelled", "buyer", rf"\bk[uü]e?ndigen? (?:wir |ich )?{_WELL}(?:den|die|das|unseren?|meinen?|{_YOUR}|diesen?) {_W}?{_CONTRACT}\b|\b(?:wir|ich) k[uü]e?ndigen? {_WELL}(?:den|die|das|unseren?|meinen?|{_YOUR}) {_W}?{_CONTRACT}\b", "Hiermit kündigen wir unseren Wartungsvertrag."),
    Way("cancelled", "buyer", rf"\b(?:wir|ich) (?:m[oö]e?chten?|wollen|will|m[uü]e?ssen|muss|werden|werde) {_WELL}(?:den|die|das|unseren?|meinen?|{_YOUR}) {_W}?{_CONTRACT}\b[^.;?!]{{0,40}}\b(?:k[uü]e?ndigen|nicht verl[aä]e?ngern|beenden)\b", "Wir möchten unseren Vertrag zum Jahresende kündigen.", is_plain=True),
    Way("cancelled", "seller", rf"\bbest[aä]e?tigen? (?:wir |ich )?(?:{_YOU} )?{_WELL}(?:den eingang )?{_YOUR} k[uü]e?ndigung\b", "Wir bestätigen Ihnen Ihre Kündigung."),
    Way("agreed", "buyer", rf"\b(?:wir bestellen|bestellen wir|ich bestelle|bestelle ich) {_WELL}(?:bei (?:ihnen|euch)|folgende[sn]?|wie angeboten|gem[aä]e?(?:ß|ss)|laut|die|das|den|zwei|drei|vier|f[uü]e?nf|sechs|acht|zehn|zw[oö]e?lf|\d+)\b", "Hiermit bestellen wir 12 Pumpen."),
    Way("agreed", "buyer", rf"{_HERE}[^.;?!]{{0,40}}\b(?:unsere|meine|die|eine) {_W}?bestellung\b", "Anbei unsere Bestellung."),
    Way("agreed", "buyer", rf"\b(?:erteilen|erteile|vergeben|vergebe) (?:wir |ich )?{_WELL}(?:{_YOU} )?{_WELL}(?:den|unseren|folgenden|meinen)? ?{_W}?auftrag\b|\b(?:wir|ich) (?:erteilen?|vergeben?) {_WELL}{_YOU} {_WELL}(?:den|unseren|folgenden) auftrag\b|\bbeauftragen? (?:wir |ich )?(?:sie|dich|euch)\b|\b(?:wir|ich) beauftragen? {_WELL}(?:sie|dich|euch)\b", "Hiermit erteilen wir Ihnen den Auftrag."),
    Way("agreed", "buyer", rf"{_WE_HAVE} (?:uns|mich)\b[^.;?!]{{0,40}}\bf[uü]e?r (?:sie|euch|dich|{_YOUR} {_W}?(?:angebot|offerte|l[oö]e?sung|produkt|system|haus|unternehmen))\b[^.;?!]{{0,30}}\bentschieden\b", "Wir haben uns für Sie entschieden."),
    Way("agreed", "buyer", rf"\b(?:nehmen|nehme) (?:wir |ich )?{_WELL}(?:{_YOUR}|das) {_PAPER}\b[^.;?!]{{0,40}}\ban\b", "Gerne nehmen wir Ihr Angebot an."),
    Way("agreed", "buyer", r"\b(?:sie|ihr) (?:erhalten|bekommen|erhaltet|haben) (?:hiermit |somit )?(?:den|unseren) (?:auftrag|zuschlag)\b|\bder auftrag geht an (?:sie|euch)\b", "Sie erhalten hiermit den Zuschlag."),
    Way("offered", "seller", rf"{_HERE}[^.;?!]{{0,50}}\b{_OUR} {_W}{{0,3}}{_PAPER}\b", "Anbei erhalten Sie unser Angebot."),
    Way("offered", "seller", rf"\b(?:sende|schicke|senden|schicken|[uü]e?bersenden?|unterbreiten?) (?:wir |ich )?{_YOU} {_WELL}(?:anbei )?{_OUR} {_W}{{0,2}}{_PAPER}\b|\bunterbreiten? (?:wir |ich )?{_YOU} {_WELL}(?:folgendes|gerne folgendes) {_PAPER}\b", "Ich sende Ihnen unser überarbeitetes Angebot."),
    Way("offered", "seller", rf"\b(?:unser|mein|das|der) {_W}{{0,2}}(?:{_PAPER}|[a-zäöüß-]*preis) (?:f[uü]e?r [^.;?!]{{1,60}} )?(?:lautet|betr[aä]e?gt|liegt (?:nun |jetzt )?bei|bel[aä]e?uft sich|ist)\b", "Unser Preis für beide Linien beträgt 8.400 EUR.", needs="amount"),
    Way("offered", "seller", rf"\b(?:bieten|biete|k[oö]e?nnen|kann) (?:wir |ich )?{_YOU}\b[^;?!]{{0,80}}(?:\ban\b|\banbieten\b)", "Wir bieten Ihnen das Los für 8.400 EUR an.", is_plain=True, needs="amount"),
    Way("expected", "buyer", r"\b(?:wir entscheiden|entscheiden wir|wir (?:werden|wollen) (?:uns )?[^.;?!]{0,40}entscheiden|(?:unsere|die) (?:endg[uü]e?ltige )?entscheidung (?:f[aä]e?llt|wird|soll|treffen wir|erfolgt))", "Die Entscheidung fällt bis zum 12. Dezember.", is_plain=True, needs="day"),
    Way("expected", "buyer", r"\b(?:wir|ich) (?:werden|wollen|planen|m[oö]e?chten|werde|will)\b[^;?!]{0,50}\b(?:bestellen|unterschreiben|unterzeichnen|beauftragen)\b", "Wir wollen am 4. Dezember unterschreiben.", is_plain=True, needs="day"),
)  # fmt: skip
_NEVER: Final = (
    r"\b(?:wenn|falls|sofern|sobald|sollten|sollte|vorbehaltlich|vorausgesetzt|unter der bedingung|unter vorbehalt|ob|w[aä]e?re[n]?|h[aä]e?tten? sie"
    r"|w[uü]e?rden wir|beispielsweise|z\.b|angenommen|nachdem|stellenangebot|jobangebot|vorlage|muster(?:vertrag)?)\b"
)
_NOT_YET: Final = (
    r"\b(?:nicht|nie|kein[a-z]*|noch|bevor|ohne|bis|wollen|will|werden|werde|w[uü]e?rden|k[oö]e?nnten|sollen|sollte|soll|m[uü]e?ssen|m[oö]e?chten|planen|hoffen"
    r"|warten|erwarten|zu unterschreibende[nrs]?|bitte|erinnerung|deren|dessen|er|wettbewerber)\b"
)
DEALING: Final = Dealing(
    words=r"angebot|biete|offerte|kostenvoranschlag|bestell|auftrag|vertrag|vereinbarung|abonnement|\babo\b|lizenz|entsch[ie]+d|zuschlag|k[uü]e?ndig|stornier|preis|anfrage|unterschr|unterz",
    ways=_WAYS,
    never=_NEVER,
    not_yet=_NOT_YET,
    total=r"(?:\b(?:gesamt|gesamtsumme|gesamtpreis|gesamtbetrag|summe|insgesamt|betrag|auftragswert|bestellwert|nettopreis|endpreis|preis)\b|bel[aä]e?uft sich)",
    besides=r"\b(?:rabatt|nachlass|versand|versandkosten|fracht|porto|anzahlung|skonto|mwst|mehrwertsteuer|statt|budget|ersparnis)\b[^\d]{0,20}$",
    each=r"^ ?(?:/|pro\b|je\b|das st[uü]e?ck|im monat|monatlich|j[aä]e?hrlich|st[uü]e?ndlich|p\.? ?a\.|rabatt|nachlass|mwst|versand)",
)
