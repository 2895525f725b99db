"""German days, hours and deadlines, with Austrian and Swiss ways. Umlauts may be spelled out."""

from __future__ import annotations

from typing import Final

from extract.patterns.times.form import Rule, Times, group, named

_WEEKDAYS: Final = named(
    "montag montags mo", "dienstag dienstags di", "mittwoch mittwochs mi", "donnerstag donnerstags do", "freitag freitags fr",
    "samstag samstags sonnabend sa", "sonntag sonntags so",
)  # fmt: skip
_FULL: Final = {name: day for name, day in _WEEKDAYS.items() if name.endswith(("tag", "woch", "abend"))}
_MONTHS: Final = named(
    "januar janner jaenner jan", "februar feber feb", "marz maerz mrz", "april apr", "mai", "juni jun juno", "juli jul", "august aug",
    "september sept sep", "oktober okt", "november nov", "dezember dez", first=1,
)  # fmt: skip
_COUNT: Final = named(
    "ein eins", "zwei zwo", "drei", "vier", "funf fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf zwoelf", first=1,
)  # fmt: skip
_NUMBERS: Final = _COUNT | {
    "eine": 1, "einem": 1, "einer": 1, "einen": 1, "vierzehn": 14, "funfzehn": 15, "zwanzig": 20, "dreisig": 30, "dreissig": 30,
    "funfundvierzig": 45, "sechzig": 60, "neunzig": 90, "erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3,
    "vierte": 4, "vierten": 4, "letzte": -1, "letzten": -1,
}  # fmt: skip
_PART: Final = r"(?:abend|morgen|vormittag|nachmittag|nacht|fruh|frueh)"
_WD: Final = rf"{group('wd', _FULL)}s?(?:{_PART}|mittag)?s?"
_M: Final = rf"{group('m', _MONTHS)}\.?"
_D: Final = r"(?P<d>[0-3]?\d)"
_Y: Final = r"(?P<y>(?:19|20)\d\d|'\d\d)"
_N: Final = group(
    "n",
    {
        word: 0
        for word, number in _NUMBERS.items()
        if number > 0 and not word.startswith(("erst", "zweit", "dritt", "viert"))
    },
    r"\d{1,3}",
)
_H: Final = r"(?P<h>[0-2]?\d)"
_HW: Final = group("h", {word: 0 for word in _COUNT if word != "ein"}, r"[0-2]?\d")
_MIN: Final = r"(?P<min>[0-5]\d)"
_AT: Final = r"(?:um |gegen |ab |bis |vor |nach |circa |ca\.? |zirka |punkt |schon )*"
_NEXT: Final = r"(?:na(?:e)?chste[nrms]?|kommende[nrms]?|folgende[nrms]?)"

_RULES: Final = (
    # What only looks like a time
    Rule("nothing", rf"guten (?:morgen|abend|tag)|am morgen|(?:jede[nrms]?|alle) {_WD}|am ersten|(?:am )?anderen tag|von heute auf morgen|schonen {_PART}|bis (?:bald|dann|spater|gleich)", "Guten Morgen"),
    # The calendar
    Rule("date", rf"{_D}\.?(?: ?(?:-|bis|und|u\.|/|\+) ?[0-3]?\d\.)? ?{_M}(?: {_Y})?", "am 4. und 5. November 2026"),
    Rule("date", rf"{_D}\.(?: ?(?:-|bis|und|/) ?[0-3]?\d\.)? ?(?P<mn>[01]?\d)\.(?: ?(?P<y>(?:19|20)\d\d|\d\d))?", "13.3., 24.12.2026", unless=r"\d| ?(?:uhr|%|€|eur)"),
    Rule("date", rf"(?:am|bis(?: zum)?|vom|zum|ab|den|dem|der) {_D}\.(?P<mn>0\d|1[0-2]|[1-9])", "bis 15.9", unless=r"\d| ?(?:uhr|%|€|eur)|\."),
    Rule("date", rf"{_D}[/-](?P<mn>[01]?\d)[/-](?P<y>(?:19|20)\d\d)", "24/12/2026"),
    Rule("iso", r"(?P<y>20\d\d|19\d\d)-(?P<mn>[01]\d)-(?P<d>[0-3]\d)", "2027-03-09"),
    Rule("ordinal", rf"(?:den |dem |der )?{_D}\.(?: (?:diese[sn]|des|d\.) (?:monats|m\.))?", "am 18.", weak=True, unless=r" ?\d"),
    Rule("ordinal of month", rf"(?:den |dem |der )?{_D}\. (?:des )?{_NEXT} monats", "am 5. nächsten Monats", 1),
    # Weekdays
    Rule("weekday", _WD, "Freitag"),
    Rule("weekday", r"(?P<wd>mo|di|mi|do|fr|sa|so)(?:\.,?|,)", "Do., 12.3.", weak=True),
    Rule("weekday", rf"(?:kommende[nrms]?|am kommenden) {_WD}", "kommenden Montag"),
    Rule("this weekday", rf"diese[nrms]? {_WD}", "diesen Freitag"),
    Rule("next weekday", rf"(?:na(?:e)?chste[nrms]?|folgende[nrms]?) {_WD}", "nächsten Freitag"),
    Rule("last weekday", rf"(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?) {_WD}", "letzten Dienstag"),
    Rule("weekday of week", rf"{_WD},?(?: in)?(?: der)? (?:na(?:e)?chste[rn]?|kommende[rn]?|folgende[rn]?) woche", "Freitag nächster Woche", 1),
    Rule("weekday of week", rf"(?:in der |die )?(?:na(?:e)?chste[rn]?|kommende[rn]?|folgende[rn]?) woche,? ?(?:am |-|\()? ?{_WD}", "nächste Woche am Mittwoch", 1),
    Rule("weekday of week", rf"{_WD},? (?:in )?diese[rn]? woche|diese[rn]? woche,? (?:am |noch )?(?:spatestens (?:am )?)?{_WD.replace('<wd>', '<wd2>')}", "Donnerstag dieser Woche"),
    Rule("weekday of week", rf"{_WD},? (?:in )?(?:der )?u(?:e)?berna(?:e)?chste[rn]? woche|u(?:e)?berna(?:e)?chste[rn]? woche,? (?:am )?{_WD.replace('<wd>', '<wd2>')}", "übernächste Woche Montag", 2),
    Rule("weekday and weeks", rf"{_WD} (?:in einer woche|in acht tagen|in 8 tagen|(?:u(?:e)?ber )?acht tage)|(?:ubernachste[nr]?|uebernaechste[nr]?) {_WD.replace('<wd>', '<wd2>')}", "Donnerstag in einer Woche", 1),
    Rule("weekday and weeks", rf"{_WD} (?:in (?:zwei|2) wochen|in (?:vierzehn|14) tagen|(?:u(?:e)?ber )?(?:vierzehn|14) tage)", "Montag in 14 Tagen", 2),
    Rule("last weekday", rf"{_WD} letzter woche|letzte woche (?:am )?{_WD.replace('<wd>', '<wd2>')}", "letzte Woche Dienstag"),
    Rule("nth weekday", rf"(?P<n>ersten?|zweiten?|dritten?|vierten?|letzten?) {_WD} im {_M}", "am ersten Montag im März"),
    # From today on
    Rule("day", rf"heut(?:e|igen)?(?: (?:noch|{_PART}))?|(?:am )?heutigen tag(?:es)?|noch heute|in den na(?:e)?chsten stunden", "heute noch"),
    Rule("day", rf"morg(?:en|igen tag)(?: {_PART})?", "morgen früh", 1),
    Rule("day", rf"u(?:e)?bermorgen(?: {_PART})?", "übermorgen", 2),
    Rule("day", rf"gestern(?: {_PART})?", "gestern", -1),
    Rule("day", r"vorgestern", "vorgestern", -2),
    Rule("day", r"(?:heute )?(?:in|binnen|innerhalb(?: von)?) (?:einer|1) woche|heute in (?:acht|8) tagen|in acht tagen|heute u(?:e)?ber acht tage|binnen wochenfrist|innert wochenfrist|in einer woche", "heute in einer Woche", 7),
    Rule("day", r"morgen in einer woche", "morgen in einer Woche", 8),
    Rule("days", rf"(?:heute )?(?:in|binnen|innert|innerhalb(?: von| der na(?:e)?chsten)?)(?: den na(?:e)?chsten| spa(?:e)?testens)? {_N} (?:kalender)?tag(?:en?)?", "in 14 Tagen", 1),
    Rule("days", rf"(?:heute )?(?:in|binnen|innert|innerhalb(?: von| der na(?:e)?chsten)?)(?: den na(?:e)?chsten| spa(?:e)?testens)? {_N} wochen?", "binnen zwei Wochen", 7),
    Rule("days", rf"vor {_N} tag(?:en)?", "vor drei Tagen", -1),
    Rule("days", rf"vor {_N} wochen?", "vor zwei Wochen", -7),
    Rule("working days", rf"(?:in|binnen|innert|innerhalb(?: von| der na(?:e)?chsten)?)(?: den na(?:e)?chsten| spa(?:e)?testens)? {_N} (?:arbeits|werk|bank|geschafts)tag(?:en?)?", "innerhalb von drei Arbeitstagen", 1),
    Rule("working days", r"(?:am )?na(?:e)?chsten (?:werktag|arbeitstag)", "am nächsten Werktag", 1),
    Rule("months", rf"(?:in|binnen|innert|innerhalb(?: von)?) {_N} monat(?:en?|s)?", "in zwei Monaten", 1),
    Rule("hours", rf"(?:in|binnen|innert|innerhalb(?: von)?)(?: den na(?:e)?chsten)? {_N} stunden?", "binnen 24 Stunden", 1),
    # Weeks, months, quarters, years
    Rule("week", rf"(?:in der |die |anfang |mitte |im laufe der |im verlauf der )*{_NEXT} woche", "nächste Woche", 1),
    Rule("week", r"(?:in der |anfang |im laufe |noch )*(?:dieser?|der) woche", "noch diese Woche"),
    Rule("week", r"u(?:e)?berna(?:e)?chste woche", "übernächste Woche", 2),
    Rule("end of calendar week", r"ende (?:der )?(?:kw|kalenderwoche|woche) ?(?P<n>[0-5]?\d)", "bis Ende KW 50", unless=r"[\d:]"),
    Rule("feast", r"heilig(?:er |en )?abend", "bis Heiligabend", 1224),
    Rule("feast", r"weihnachten", "vor Weihnachten", 1225),
    Rule("feast", r"silvester", "bis Silvester", 1231),
    Rule("feast", r"neujahr", "nach Neujahr", 101),
    Rule("calendar week", r"(?:kw|kalenderwoche|woche) ?(?P<n>[0-5]?\d)|(?P<n2>[0-5]?\d)\. ?(?:kw|kalenderwoche)", "KW 49", unless=r"[\d:]"),
    Rule("end of week", r"(?:zum )?ende (?:der |dieser |d\. )?(?:laufenden )?woche|wochenende|wochenschluss", "bis Ende der Woche"),
    Rule("end of week", rf"(?:zum )?ende (?:der )?{_NEXT} woche", "Ende nächster Woche", 1),
    Rule("end of month", r"(?:zum )?(?:monatsende|monatsletzten|ultimo|ende (?:des|dieses|d\.) (?:laufenden )?monats)", "bis Monatsende"),
    Rule("end of month", rf"(?:zum )?ende (?:des )?{_NEXT} monats", "Ende nächsten Monats", 1),
    Rule("end of named month", rf"(?:zum )?ende {_M}(?: {_Y})?", "Ende Mai"),
    Rule("middle of month", rf"(?:zur )?mitte {_M}(?: {_Y})?", "Mitte April"),
    Rule("middle of month", r"(?:zur )?(?:monatsmitte|mitte des monats)", "Mitte des Monats"),
    Rule("middle of month", rf"mitte (?:des )?{_NEXT} monats", "Mitte nächsten Monats", 1),
    Rule("end of quarter", r"(?:zum )?(?:quartalsende|ende (?:des|dieses) quartals)", "Quartalsende"),
    Rule("end of named quarter", rf"ende (?:des )?(?:q(?P<n>[1-4])|(?P<n2>[1-4])\. quartals?)(?: {_Y})?", "Ende Q2"),
    Rule("end of year", r"(?:zum )?(?:jahresende|ende (?:des|dieses) jahres|silvester)", "bis Jahresende"),
    Rule("vague", r"so (?:bald|schnell|rasch|fruh|frueh) (?:wie|als) moglich|baldmoglichst|schnellstmoglich|umgehend|sobald|demna(?:e)?chst|bald|zeitnah|bei gelegenheit|in ku(?:e)?rze", "so bald wie möglich"),
    Rule("vague", rf"(?:in den )?(?:na(?:e)?chsten|kommenden|paar|einigen|wenigen|ein paar)(?: paar)? (?:tagen?|wochen|monaten?)|(?:anfang|im|beginn) (?:{_M}|{_NEXT} (?:woche|monats?|jahres?|quartal))|na(?:e)?chsten monat|na(?:e)?chstes jahr|im fru(?:e)?hjahr|im sommer|im herbst|im winter|in einigen tagen|in ein paar tagen", "in den nächsten Tagen"),
    # Hours
    Rule("clock", rf"{_AT}{_H}(?:[:.]{_MIN})? ?uhr", "um 14 Uhr"),
    Rule("clock", rf"{_AT}{_H} uhr {_MIN}", "um 14 Uhr 30"),
    Rule("clock", rf"{_AT}{_H}:{_MIN}", "9:30", unless=r"[\d:]"),
    Rule("clock", rf"{_AT}{_H} ?h(?: ?{_MIN})?", "um 15h"),
    Rule("clock", rf"(?:um|gegen|ab|kurz vor|kurz nach) {_H}\.{_MIN}", "um 8.30", unless=r"\d|\.| ?%"),
    Rule("clock", rf"(?:um|gegen|ab|bis|punkt) {_HW}", "um drei", weak=True, unless=r"[.,:/-]?\d| ?(?:%|euro|eur|tage|wochen|stunden|prozent|monate)|\."),
    Rule("clock", rf"{_AT}halb {_HW}", "halb drei", -30),
    Rule("clock", rf"{_AT}viertel (?:nach|uber|ueber) {_HW}", "Viertel nach neun", 15),
    Rule("clock", rf"{_AT}viertel vor {_HW}", "Viertel vor neun", -15),
    Rule("clock", rf"{_AT}dreiviertel {_HW}", "dreiviertel sieben", -15),
    Rule("clock", rf"{_AT}viertel {_HW}", "viertel acht", -45, weak=True),
    Rule("clock", rf"(?P<off>funf|fuenf|zehn|zwanzig|5|10|20) (?:minuten )?nach {_HW}", "zehn nach vier", 1, weak=True),
    Rule("clock", rf"(?P<off>funf|fuenf|zehn|zwanzig|5|10|20) (?:minuten )?vor {_HW}", "zehn vor vier", -1, weak=True),
    Rule("clock", r"(?:um |gegen |zu )?mittags?", "bis morgen Mittag", 720),
    Rule("range", rf"(?:von |zwischen )?{_H}(?:[:.]{_MIN})?(?: ?uhr)? ?(?:-|bis|und) ?(?P<h2>[0-2]?\d)(?:[:.](?P<min2>[0-5]\d))? ?(?:uhr|h\b)", "9 bis 17 Uhr"),
    Rule("range", rf"(?:von |zwischen )?{_H}:{_MIN} ?(?:-|bis|und) ?(?P<h2>[0-2]?\d)(?::(?P<min2>[0-5]\d))", "9:30 - 11:00", unless=r"[\d:]"),
    Rule("range", rf"(?:von |zwischen ){_HW} (?:bis|und) {group('h2', _COUNT, r'[0-2]?[0-9]')}", "zwischen drei und vier", weak=True),
    Rule("part", r"(?:am |in der |gegen )?(?:fruhen |spaten )?(?:vormittags?|morgens?|fruh|frueh)|in der fru(?:e)?h", "am Vormittag", 0),
    Rule("part", r"(?:am |gegen )?(?:fruhen |spaten )?nachmittags?|nach(?: dem)? mittag(?:essen)?", "am Nachmittag", 12),
    Rule("part", r"(?:am )?(?:fruhen |spaten )?abends?", "abends", 18),
    Rule("close", r"(?:bis )?(?:zum )?(?:feierabend|gescha(?:e)?ftsschluss|bu(?:e)?roschluss|dienstschluss|buroschlus|geschaftsschlus|(?:tages|arbeits)ende|ende des tages|dienstschlus)|\beod\b|\bcob\b", "bis Geschäftsschluss"),
    Rule("zone", r"\(?(?:mez|mesz|cet|cest|utc|gmt)(?: ?[+-] ?\d{1,2})?\)?|(?:berliner|wiener|zurcher|zuricher|londoner|deutscher|schweizer) zeit|unserer zeit|ortszeit", "MEZ"),
    Rule("duration", rf"(?:{_N}|(?P<half>halbe)) ?-?(?:stunden?|std\.?|h\b)|eine (?P<half2>halbe) stunde", "eine halbe Stunde", 60),
    Rule("duration", rf"{_N} ?-?(?:minuten?|min\.?)", "30 Minuten", 1),
    Rule("duration", r"(?:anderthalb|eineinhalb) stunden", "anderthalb Stunden", 90),
)  # fmt: skip

TIMES: Final = Times(
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    numbers=_NUMBERS,
    rules=_RULES,
    glue=r"(?:am|um|den|dem|der|von|gegen|ab|im|in|bis|zum|zur|ca|circa|schon|gleich|noch|also|und zwar|spatestens|jeweils|beginn|start|vor|nach|mit beginn|so|etwa|erst|wieder|(?:zur )?(?:gleiche[rn]?|selbe[rn]?) (?:uhr)?zeit)",
    deadline=r"(?:bis|bis zum|bis zur|bis am|bis spa(?:e)?testens|spa(?:e)?testens(?: bis)?(?: zum)?|vor|vor dem|bis einschlieslich|bis inkl\.?|per|frist(?: ist)?:?|abgabetermin:?|fa(?:e)?llig(?: am)?|allerspa(?:e)?testens|ende der frist(?: ist)?)(?: (?:zum|zur|am|den|dem|der|spa(?:e)?testens|allerspa(?:e)?testens|ende|sp\.|vor|um|noch|kommenden|zu))*",
    lead=r"(?:am|um|den|dem|der|im|in|ab|zum|zur|gegen|fu(?:e)?r|vom|noch|gleich|schon|erst|ab dem|fu(?:e)?r den|auf|auf den|beim)",
    latest=r"(?:spa(?:e)?testens|oder fru(?:e)?her)",
    goes_on=r"(?:an|bei|in|im|und|oder|fur|fuer|mit|zu|zum|zur|auf|morgen|heute|ubermorgen|am|uhr|passt|geht|wurde|ware|ist|sind|gern|gerne|statt|los|da|vorbei|ein|ich|wir|sie|kann|konnen|hatte|haben|habe|gehen|dann|noch|bitte|ab|dort|vor|nach|von|beim|per|via|zuruck|fest|steht|klappt|kommen|fertig|erledigt|beginnt)\b",
    past=r"\b(?:war|gestern|letzte[nrms]?|vergangene[nrms]?|neulich|traf|trafen|kam|kamen|rief|sprach|sprachen)\b",
    evening=r"\b(?:abends?|abendessen|\w+abend|stammtisch)\b",
    ahead=r"\b(?:werden?|wird|bitte|konnen|konnten|wollen|will|mochten?|sollen?|sollten?|mussen?|muss|kann|wurden? (?:ich|wir|gern)|ware[n]?|bis|schicke|sende|melde|liefern?|machen?|komme[n]?|gehen?|passt|steht)\b|\?",
)  # fmt: skip
