"""German ways to arrange a meeting."""

from __future__ import annotations

from typing import Final

from extract.patterns.appointments.form import Arranging

WAYS: Final = Arranging(
    named=(
        r"\b\w*(?:termine?|treffen|besprechung|sitzung|gesprach|gespraech|konferenz|besuch|besichtigung|begehung|schulung|abnahme|feier|vorfuhrung|vorfuehrung|versammlung|prasentation|praesentation|vorstellung|ubergabe|uebergabe|einweisung|audit|fuhrung|fuehrung|verhandlung|inbetriebnahme|abstimmung)s?\b"
        r"|\b(?:meetings?|telefonat|calls?|videocall|telko|jour fixe|workshop|webinar|mittagessen|abendessen|fruhstuck|fruehstueck|kaffee|essen|interview|kurs|seminar|veranstaltung|kick-?off|demo|messe|fest|sommerfest|auftakt|stammtisch|ortstermin)\b"
        r"|^(?:wann|datum|termin|uhrzeit|zeit) ?:"
    ),
    meets=(
        r"\b(?:treffen|sehen|zusammensetzen|zusammenkommen|telefonieren|sprechen|reden|vorbeikommen|vorbeischauen|besuchen|vorstellen|anschauen|besprechen|teilnehmen|dazukommen|kennenlernen)\b"
        r"|\b(?:passt|passen|ginge|klappt|steht)\b|\bgeht (?:es|das|ihnen|dir|euch|auch|der|am)\b.{0,40}\?|\bhatten? (?:sie|du|ihr)\b.{0,40}\bzeit\b|\b(?:zeit fur|zeit fuer|noch frei|verfugbar)\b"
        r"|\b(?:wollen|sollen|konnen|konnten|wollten|sollten|durfen|durften) wir\b|\b(?:kommen sie|kommst du|kommt ihr|treffe ich|sehe ich|kommt doch|komm doch)\b|\bwir (?:treffen|sehen)\b|\bkonn\w* wir .{0,60}kommen\b"
        r"|\bla(?:e)?d(?:e|en|t)\b.{0,80}\bein\b|\beinladung\b|\bfindet\b|\bstatt(?:finden|findet)?\b|\bwie (?:besprochen|vereinbart|abgestimmt)\b|\bverschieb|\bbis (?:dann|zum|am) |\bvereinbart|\bfreue mich auf\b|\bschlagen? (?:vor|ich|wir)\b|\b(?:ich|wir) schlagen?\b|\bwas halten sie von\b|\bwie ware\b"
    ),
    proposes=(
        r"\?|\b(?:konnten?|konnen|wollen|wollten|sollen|sollten|wurden?|durfen|durften|mochten?|ware[n]?|ginge|hatten?|passt es|wie ware|gern|gerne)\b|\bschlag\w* .{0,80}vor\b|\bvorschlag|\bla(?:e)?d(?:e|en)\b|\beinladung\b|\bkommen sie (?:doch|gern)\b|\bfalls\b|\bwenn es\b|\bbieten\b"
    ),
    confirms=r"\bbestatig|\bbestaetig|\bwie (?:besprochen|vereinbart|abgestimmt|geplant)\b|\bsteht\b|\bfest\b|\bfindet\b|\beingetragen\b|\bes bleibt\b|\bfreue mich auf\b|\bpasst(?: mir| gut| uns)?[.!]?$",
    cancels=r"\babsagen\b|\babgesagt\b|\bstorn|\bfa(?:e)?llt\b.{0,30}\baus\b|\bausfallen\b|\bentfa(?:e)?ll|\bfa(?:e)?llt ins wasser\b|\bsage\b.{0,60}\bab\b|\bnicht (?:kommen|teilnehmen|schaffen|wahrnehmen|stattfinden)\b|\bfindet nicht\b|\bkann\b.{0,60}\bnicht\b|\bverhindert\b|\bmussen? .{0,50}absagen",
    moves=r"\bversch(?:ieb|ob)|\bverleg|\bverlagert|\bvorgezogen|\bvorziehen\b|\bstatt(?:dessen)? (?:am|wie|um|dienstag|montag|mittwoch|donnerstag|freitag|samstag|erst)\b|\bneu am\b|\bauf (?:den|dienstag|montag|mittwoch|donnerstag|freitag)\b.{0,40}\blegen\b|\banstatt\b|\bneuer termin\b|\bstattdessen\b",
    before=r"\b(?:vom|von|statt(?: am| wie geplant am)?|anstatt(?: am)?|der|die|unser|unsere|geplante[nr]?)(?: (?:am|dem|den|um|fur|geplante?n?))* *$",
    others=r"\b(?:frist|fa(?:e)?llig|liefer\w*|lieferung|versand|angebot gilt|gultig|geoffnet|oeffnungszeiten|offnungszeiten|urlaub|wieder da|abwesend|http|www)\b",
    past=r"\b(?:war|trafen|traf|hatten wir|hatte ich|gestern|letzte[nrms]?|vergangene[nrms]?|fand)\b",
    spans=r"^[ ,]*(?:bis|-|und)(?: (?:zum|am))?[ ,]*$",
    chooses=r"^[ ,]*(?:oder|und|/|,|bzw\.?|oder auch|alternativ)[ ,]*(?:am |um )?$",
    wishes=(
        r"\b(?:konnen|konnten|wollen|sollen|sollten|wurden|mochten) wir (?:uns )?.{0,60}\b(?:treffen|telefonieren|zusammensetzen|austauschen|kennenlernen|termin (?:vereinbaren|finden|ausmachen))\b"
        r"|\b(?:wurde|wurden|mochte|mochten) .{0,40}\bgern(?:e)? .{0,60}\b(?:treffen|besuchen|telefonieren|kennenlernen|vorbeikommen)\b|\btermin(?:e)? (?:vereinbaren|finden|ausmachen|abstimmen|vorschlagen)\b|\bterminvorschlag|\bwann (?:passt|hatten sie|haben sie|hast du|konnen wir)\b"
    ),
    same=r"\b(?:gleiche[rn]?|selbe[rn]?|gewohnte[rn]?|ubliche[rn]?|uebliche[rn]?) (?:uhr)?zeit\b|\bwie bisher\b",
)  # fmt: skip
