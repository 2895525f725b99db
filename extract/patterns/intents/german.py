"""German promises and requests. Polite and familiar forms beside each other; sharp s and umlauts also spelled out."""

from __future__ import annotations

from typing import Final

from extract.patterns.intents.ways import Cue, Ways

# Acts in the first person, as German promises them in the present tense.
_I_DO: Final = (
    r"(?:schick|send|maile?|reich|liefer|meld|pr[uü]e?f|kl[aä]e?r|k[uü]e?mmer|erstell|bereit|leit|ruf|bring|stell|gebe?|bestell|bestätig"
    r"|organisier|veranlass|buch|reservier|trag|lad|leg|hol|besprech|besorg|übernehm|uebernehm|frag|sag|schau|seh|vereinbar|aktualisier"
    r"|korrigier|ergänz|überweis|ueberweis|unterschreib|unterzeichn|komm|informier|faxe?|arbeit|mach|setz|schreib|plan|formulier|bleib)"
)
# What puts the present tense into the future: "wir liefern Donnerstag".
_WHEN: Final = (
    r"(?:heute|morgen|[uü]bermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|n[aä]chste|kommende|wochen?\b"
    r"|monatsende|kw ?\d|ende |anfang |mitte |\d{1,2}\.[ \d]|januar|j[aä]nner|februar|m[aä]rz|april|\bmai\b|juni|juli|august|september|oktober|november|dezember)"
)
_VERB: Final = r"(?P<verb>[a-zäöüß]{2,}(?:e|en|ern|eln|t))"
_YOU: Final = r"(?:sie|du|ihr)"
_CUES: Final = (
    Cue("author", r"\b(?:ich|wir) (?:werden?|wollen?|m[oö]e?chten?) .{2,120}?\b(?P<verb>[a-zäöüß]+(?:en|ern|eln))(?:[.,;!]| und | oder |$)",
        "Wir werden die Muster morgen verschicken."),
    Cue("author", r"\b(?:werde|werden) (?:ich|wir) .{2,120}?\b(?P<verb>[a-zäöüß]+(?:en|ern|eln))(?:[.,;!]| und | oder |$)",
        "Am Montag werde ich den Plan ergänzen."),
    Cue("author", rf"\b(?:ich|wir) (?P<verb>{_I_DO}(?:e|en|n)?) (?:mich|uns|ihnen|dir|euch|es|das|die|den|dem|der|sie|ihn|mir|sich|dann|noch|heute|morgen|ihre?n?|deine?n?|eine?n?|gleich|sofort|nochmals?|darum|dafür|auf|mit|bis|am|im|in|nächste|kommende|umgehend|gern[e]?|alle[s]?|dazu|bei|zu|unsere?n?)\b",
        "Ich schicke Ihnen den Entwurf."),
    Cue("author", rf"\b(?P<verb>{_I_DO}(?:e|en|n)) (?:ich|wir) (?:mich|uns|ihnen|dir|euch|es|das|die|den|dem|der|sie|ihn|mir|dann|noch|ihre?n?|deine?n?|eine?n?|gleich|gern[e]?|alle[s]?|unsere?n?|nach|bei|auf|mit|bis)\b",
        "Den Vertrag sende ich Ihnen zurück."),
    Cue("author", r"\b(?P<verb>melde|k[uü]e?mmere|schicke|sende|maile|rufe) (?:mich|ihnen|dir|euch|es|das)[ ,.]", "Melde mich, sobald es da ist."),
    Cue("author", r"\b(?:sie|du|ihr) (?:erhalten|erh[aä]e?ltst|bekommen|bekommst|bekommt|erhaltet|h[oö]e?ren|h[oö]e?rst)\b", "Sie erhalten die Rechnung separat."),
    Cue("author", rf"^(?:der|die|das|den|ein[a-z]*|ihr[a-z]*|dein[a-z]*|eur[a-z]*|alle[a-z]*|beide[a-z]*) (?:[^ .;!?]+ ){{0,5}}(?:(?:erhalten|erh[aä]e?ltst|bekommen|bekommst|bekommt) {_YOU}\b[^.;!?]{{0,60}}\b{_WHEN}|(?:haben|hast|habt) {_YOU}\b[^.;!?]{{0,40}}\b(?:bis|sp[aä]e?testens) )",
        "Das Muster haben Sie bis Freitag."),
    Cue("author", rf"\b(?:ich|wir|(?:mein|unser)e? [^ ]+) {_VERB}\b[^.;!?]{{0,100}}\b{_WHEN}", "Wir liefern den Rest am Donnerstag."),
    Cue("author", rf"\b(?P<verb>[a-zäöüß]{{2,}}(?:e|en|ern|eln|[fsdtrmnkg])) (?:ich|wir)\b[^.;!?]{{0,80}}\b{_WHEN}", "Das Muster bringe ich übermorgen vorbei."),
    Cue("author", rf"\b{_WHEN}[^.;!?]{{0,60}}\b(?P<verb>[a-zäöüß]{{2,}}(?:e|en|ern|eln|[fsdtrmnkg])) (?:ich|wir)\b", "Am Freitag montieren wir das Tor."),
    Cue("author", r"^(?:der|die|das|den|dem|ein[a-z]*|ihr[a-z]*|dein[a-z]*|beide|alle|diese[a-z]*|[a-zäöüß-]+) (?:[^ .;!?]+ ){0,4}(?P<verb>[a-zäöüß]{3,}(?:e|en|ern|eln)) (?:ich|wir)\b",
        "Den neuen Entwurf bespreche ich mit dem Werk."),
    Cue("author", rf"\b(?:kommt|kommen|geht|gehen|folgt|folgen|liegt|liegen|erfolgt|erfolgen|holt|bringt)\b[^.;!?]{{0,60}}\b{_WHEN}", "Die Paletten folgen nächste Woche."),
    Cue("author", rf"^(?:angebot|rechnung|lieferung|versand|auslieferung|muster|protokoll|r[uü]ckmeldung|entwurf|unterlagen)\b[^.;!?]{{0,40}}\b{_WHEN}", "Versand der Muster morgen."),
    Cue("author", r"\b(?:ich|wir) (?:k[uü]e?mmern? (?:mich|uns))\b", "Wir kümmern uns um die Lieferung."),
    Cue("recipient", r"\b(?:bitte|bitten wir sie|bitte ich (?:sie|dich|euch))\b", "Bitte schicken Sie die Unterlagen zurück."),
    Cue("recipient", rf"\b(?:k[oö]e?nn(?:en|ten|test|tet|t)|kannst|w[uü]e?rd(?:en|est|et)|m[oö]e?gen) {_YOU}\b", "Könnten Sie das Angebot anpassen?"),
    Cue("recipient", rf"\bw[aä]e?r(?:en|st|t) {_YOU} (?:bitte )?so (?:nett|lieb|freundlich|gut)\b", "Wären Sie so nett, kurz zu bestätigen?"),
    Cue("recipient", r"\b(?:ich|wir) (?:br[aä]e?ucht?en?|ben[oö]e?tigen?|brauchen?) (?:noch |dazu |daf[uü]e?r |dann |bis \S+ |von (?:ihnen|dir|euch) )*(?:ihre?n?|deine?n?|eure?n?|eine?n?|die|den|das|folgende[ns]?|noch|von)\b",
        "Wir benötigen noch Ihre Steuernummer."),
    Cue("recipient", r"\b(?:ben[oö]e?tigen|brauchen|br[aä]e?uchten) (?:wir|ich) (?:noch )?(?:von (?:ihnen|dir|euch)|ihre?n?|deine?n?|eine?n?|die|den|das)\b",
        "Dafür brauchen wir von Ihnen eine Vollmacht."),
    Cue("recipient", r"\b(?:geben|gib|gebt|sag|sagen|sagt|lass|lassen|lasst) (?:sie )?(?:mir|uns) (?:bitte |doch |kurz |noch )*(?:bescheid|wissen|r[uü]e?ckmeldung|eine)\b",
        "Geben Sie mir kurz Bescheid."),
    Cue("recipient", r"^(?:und )?(?:schicken|senden|pr[uü]e?fen|rufen|melden|unterschreiben|best[aä]e?tigen|teilen|leiten|erg[aä]e?nzen|reichen|f[uü]e?llen|denken|bringen|nennen|schauen|korrigieren|stimmen|kl[aä]e?ren|informieren|stellen|reservieren|laden|tragen) sie\b",
        "Senden Sie uns den Scan."),
    Cue("recipient", r"^(?:und )?(?:schick|sende?|pr[uü]e?f|ruf|meld|unterschreib|best[aä]e?tige|leite?|reich|denk|bring|schau|korrigier|kl[aä]e?r|stell|frag|mach|nimm|gib|leg) (?:mir|uns|doch|mal|dich|das|die|den|daran|es|bitte|kurz|noch|ihr|ihm)\b",
        "Schick mir noch die Liste."),
    Cue("recipient", r"\b(?:ich|wir) (?:w[aä]e?ren? (?:ihnen|dir|euch) dankbar|freuen? (?:mich|uns) [uü]e?ber (?:ihre|deine|eure|eine))\b", "Wir wären Ihnen dankbar, wenn Sie antworten."),
    Cue("recipient", r"\b(?:sie|du|ihr) (?:m[uü]e?ss(?:en|t|test|ten)|musst|soll(?:en|ten|test|st)) ", "Du musst das Formular noch abgeben."),
)  # fmt: skip
_STATES: Final = frozenset(
    """
    sein haben können koennen müssen muessen wissen sehen freuen kommen bleiben brauchen benötigen denken hoffen glauben
    warten verstehen kennen mögen moegen gehen stehen liegen fahren reisen dabeisein teilnehmen begrüßen bedanken danken
    werde werden die eine keine meine deine seine ihre unsere diese alle beide gerne heute morgen und oder als wenn dass damit
    sofern sobald falls denn ob da so bitten erbitten ersuchen rate raten halte halten bestätige
    habe hab hatte hatten hätte hätten bin sind war waren wurde wurden wird würde würden kann konnte konnten könnte könnten
    muss musste mussten darf dürfen soll sollen sollte sollten möchte mag will wollte denke dachte hoffe glaube weiß weiss
    freue finde finden danke bitte bedanke verstehe sehe höre warte wünsche wünschen erwarte erwarten gehe stehe liege bleibe
    brauche benötige benötigen erbitte erbitten ersuche und oder aber dass wenn weil wie was sich auch nur noch schon
    firmiere firmieren verlasse verlassen heirate heiraten
    entschuldigen wünschen gratulieren nichtenttäuschen finden hören erleben
    """.split()
)  # fmt: skip
_EMPTY: Final = (
    r"\b(?:bei|f[uü]e?r) (?:weiteren? |etwaigen? |allf[aä]e?lligen? |allen )?(?:r[uü]e?ck)?fragen\b",
    r"\b(?:falls|wenn|sollten) (?:sie|du|ihr) (?:noch |weitere )*fragen\b|\bz[oö]e?gern sie nicht\b|\bmelden sie sich (?:jederzeit|gern)",
    r"\bbitte (?:beachten|entschuldigen|verzeihen|ber[uü]e?cksichtigen|finden|haben) sie\b|\bbitte um (?:verst[aä]e?ndnis|entschuldigung|nachsicht)\b",
    r"\b(?:anbei|im anhang|beigef[uü]e?gt) (?:finden|erhalten|erh[aä]e?ltst|bekommen|sende)\b|\bfinden sie (?:anbei|im anhang|unten|hier|unter)",
    r"\b(?:bitte )?antworten sie nicht\b|\bdenken sie an die umwelt\b|\bvor dem (?:aus)?drucken\b|\bvernichten sie\b|\binformieren sie (?:bitte )?(?:sofort )?den absender",
    r"\bbitte gern|\bwie bitte\b|\bfreue? mich (?:auf|schon)\b",
)  # fmt: skip
_DECISIONS: Final = (
    r"\b(?:haben|habe) (?:wir|ich|uns|mich).{0,60}\b(?:entschieden|beschlossen|geeinigt|vereinbart|festgelegt|freigegeben)\b",
    r"\b(?:wir|ich) (?:haben|habe).{0,80}\b(?:entschieden|beschlossen|geeinigt|vereinbart|festgelegt|freigegeben|zugestimmt)\b",
    r"\bwie (?:besprochen|vereinbart|abgemacht|ausgemacht)\b|\b(?:wir|ich) (?:nehmen|bestellen|beauftragen|entscheiden)\b|\b(?:ist|wurde|sind) (?:freigegeben|genehmigt|beschlossen)\b",
)  # fmt: skip
_NEXT_STEPS: Final = (r"\bn[aä]e?chste[rn]? schritte?\b|\bweitere[sn]? vorgehen\b|\bso gehen wir vor\b",)

WAYS: Final = Ways(_CUES, frozenset(), _STATES, frozenset(), _EMPTY, _DECISIONS, _NEXT_STEPS)
