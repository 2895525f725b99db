"""French days, hours and deadlines."""

from __future__ import annotations

from typing import Final

from extract.patterns.times.form import Rule, Times, group, named

_WEEKDAYS: Final = named(
    "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven vend", "samedi sam", "dimanche dim"
)
_FULL: Final = {name: day for name, day in _WEEKDAYS.items() if name.endswith(("di", "dimanche"))}
_MONTHS: Final = named(
    "janvier janv", "fevrier fevr fev", "mars", "avril avr", "mai", "juin", "juillet juil", "aout", "septembre sept", "octobre oct",
    "novembre nov", "decembre dec", first=1,
)  # fmt: skip
_COUNT: Final = named(
    "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", first=1,
)  # fmt: skip
_NUMBERS: Final = _COUNT | {
    "quinze": 15, "vingt": 20, "trente": 30, "quarante-cinq": 45, "premier": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "dernier": -1,
}  # fmt: skip
_WD: Final = group("wd", _FULL)
_WD2: Final = group("wd2", _FULL)
_M: Final = rf"{group('m', _MONTHS)}\.?"
_D: Final = r"(?P<d>[0-3]?\d)(?: ?er)?"
_Y: Final = r"(?P<y>(?:19|20)\d\d|'\d\d)"
_N: Final = group("n", dict.fromkeys([*_COUNT, "quinze", "vingt", "trente", "quarante-cinq"], 0), r"\d{1,3}")
_H: Final = r"(?P<h>[0-2]?\d)"
_HWORD: Final = group("h", {word: 0 for word in _COUNT if word != "un"}, r"[0-2]?\d")
_MIN: Final = r"(?P<min>[0-5]\d)"
_AT: Final = r"(?:a |vers |des |a partir de |avant |jusqu'a |de |pour )*"
_WITHIN: Final = r"(?:dans(?: un delai de| les| le delai de| la| l'intervalle de)?|sous(?: un delai de| les)?|d'ici(?: a)?|en moins de|passe un delai de)"

_RULES: Final = (
    # What only looks like a time
    Rule("nothing", rf"(?:bonne|excellente?|belle|bon) (?:journee|matinee|soiree|apres-midi|semaine|fin de (?:semaine|journee)|week-end|weekend)|(?:chaque|tous les|le) {_WD}s|chaque {_WD2}|bonsoir|a (?:bientot|demain|lundi|mardi)!", "bonne journée"),
    # The calendar
    Rule("date", rf"{_D}(?: ?(?:-|et|au|a|&) ?[0-3]?\d(?: ?er)?)? {_M}(?: {_Y})?", "le 1er mars 2027; les 19 et 20 mai"),
    Rule("date", rf"{_D}[/.](?P<mn>[01]?\d)[/.](?P<y>(?:19|20)?\d\d)", "24/12/2026"),
    Rule("date", r"(?P<d>[0-3]?\d)/(?P<mn>1[0-2]|0?[1-9])", "le 24/12", weak=True),
    Rule("date", rf"{_D}-(?P<mn>[01]?\d)-(?P<y>(?:19|20)\d\d)", "24-12-2026"),
    Rule("iso", r"(?P<y>20\d\d|19\d\d)-(?P<mn>[01]\d)-(?P<d>[0-3]\d)", "2027-03-09"),
    Rule("ordinal", rf"(?:le |du |au |les ){_D}(?: (?:courant|de ce mois|du mois))?", "avant le 25", weak=True, unless=r"[\d:/h.-]| ?(?:h\b|heures|%|€|eur)"),
    Rule("ordinal", rf"{_WD},? (?:le )?{_D}", "vendredi 24", unless=rf"[\d:/h-]|\.\d| ?(?:h\b|heures|h\d)| {_M.replace('<m>', '<m2>')}"),
    Rule("ordinal of month", rf"(?:le |du |au ){_D} du mois prochain", "le 5 du mois prochain", 1),
    # Weekdays
    Rule("weekday", _WD, "vendredi"),
    Rule("weekday", r"(?P<wd>lun|mar|mer|jeu|ven|vend|sam|dim)\.", "ven. 24", weak=True),
    Rule("weekday", rf"{_WD} (?:qui vient|a venir)", "lundi qui vient"),
    Rule("this weekday", rf"ce {_WD}", "ce vendredi"),
    Rule("next weekday", rf"{_WD} (?:prochain|suivant)|prochain {_WD2}", "mercredi prochain"),
    Rule("last weekday", rf"{_WD} (?:dernier|passe)|{_WD2} de la semaine (?:derniere|passee)", "mardi dernier", unless=" ?delai"),
    Rule("weekday of week", rf"{_WD},? (?:de |dans )?la semaine (?:prochaine|suivante)|(?:la )?semaine prochaine,? (?:le |-|\()? ?{_WD2}", "vendredi de la semaine prochaine", 1),
    Rule("weekday of week", rf"{_WD},? (?:de )?cette semaine|cette semaine,? {_WD2}", "jeudi de cette semaine"),
    Rule("weekday and weeks", rf"{_WD} (?:en huit|dans (?:une semaine|huit jours|8 jours))", "vendredi en huit", 1),
    Rule("weekday and weeks", rf"{_WD} (?:en quinze|dans (?:deux semaines|quinze jours|15 jours))", "lundi en quinze", 2),
    Rule("nth weekday", rf"(?P<n>premier|deuxieme|troisieme|quatrieme|dernier) {_WD} (?:de |d')?{_M}", "le premier lundi de mars"),
    # From today on
    Rule("day", r"aujourd'hui|ce jour|ce (?:matin|soir|midi)|cet(?:te)? (?:apres-midi|apres midi|aprem|nuit)|dans la (?:journee|matinee|soiree)|(?:en|d'ici la) fin de matinee|dans l'(?:heure|apres-midi)|toute la journee|tout a l'heure|d'ici ce soir", "cet après-midi"),
    Rule("day", r"(?:demain|2main)(?: (?:matin|midi|soir|apres-midi))?(?: (?:a la )?premiere heure)?", "demain matin", 1),
    Rule("day", r"apres[- ]demain(?: (?:matin|midi|soir|apres-midi))?|le surlendemain", "après-demain", 2),
    Rule("day", r"hier(?: (?:matin|soir|apres-midi))?", "hier", -1),
    Rule("day", r"avant-hier", "avant-hier", -2),
    Rule("day", rf"(?:{_WITHIN} |aujourd'hui )(?:en huit|huit jours|une huitaine(?: de jours)?|huitaine|une semaine|1 semaine|la semaine)|aujourd'hui en huit|(?:sous|dans la|a) huitaine", "sous huitaine", 7),
    Rule("day", rf"(?:{_WITHIN} |aujourd'hui en )(?:une |la )?(?:quinze jours|quinzaine(?: de jours)?|quinze)|sous quinzaine", "dans quinze jours", 14),
    Rule("days", rf"{_WITHIN} {_N} jours?(?: calendaires)?", "sous dix jours", 1),
    Rule("days", rf"{_WITHIN} {_N} semaines?", "dans deux semaines", 7),
    Rule("days", rf"il y a {_N} jours?", "il y a trois jours", -1),
    Rule("days", rf"il y a {_N} semaines?", "il y a deux semaines", -7),
    Rule("working days", rf"{_WITHIN} {_N} jours? (?:ouvres?|ouvrables?)", "sous trois jours ouvrés", 1),
    Rule("months", rf"{_WITHIN} {_N} mois", "dans deux mois", 1),
    Rule("hours", rf"{_WITHIN} {_N} ?(?:heures?|h)", "sous 48 heures", 1),
    # Weeks, months, quarters, years
    Rule("week", r"(?:dans |au cours de |courant |debut |en )?(?:la )?semaine (?:prochaine|suivante)", "la semaine prochaine", 1),
    Rule("week", r"(?:dans |au cours de |courant )?cette semaine|courant de la semaine|dans la semaine", "cette semaine"),
    Rule("calendar week", r"(?:semaine|sem\.?) ?(?:n°? ?)?(?P<n>[0-5]?\d)|s(?P<n2>[0-5]\d)", "semaine 49", unless=r"[\d:]"),
    Rule("end of week", r"(?:la |en )?fin (?:de (?:la |cette )?)semaine", "d'ici la fin de la semaine"),
    Rule("end of week", r"(?:la |en )?fin (?:de (?:la )?)semaine prochaine", "fin de semaine prochaine", 1),
    Rule("end of month", r"(?:la )?fin (?:du|de ce|de) mois|fin courant", "fin du mois"),
    Rule("end of month", r"(?:la )?fin (?:du|de) mois prochain", "fin du mois prochain", 1),
    Rule("end of named month", rf"(?:la )?fin (?:du mois )?(?:de |d')?{_M}(?: {_Y})?", "fin novembre"),
    Rule("middle of month", rf"(?:la )?mi[- ]{_M}(?: {_Y})?|(?:le )?milieu (?:de |d'){_M.replace('<m>', '<m2>')}", "mi-avril"),
    Rule("middle of month", r"(?:la )?mi-mois|milieu du mois", "mi-mois"),
    Rule("end of quarter", r"(?:la )?fin (?:du|de) trimestre", "fin du trimestre"),
    Rule("end of named quarter", rf"(?:la )?fin (?:du )?(?:t|q)(?P<n>[1-4])(?: {_Y})?", "fin T2"),
    Rule("end of year", r"(?:la )?fin (?:de l'|d')?annee", "fin de l'année"),
    Rule("vague", r"des que possible|au plus (?:tot|vite)|le plus (?:tot|vite|rapidement) possible|bientot|prochainement|rapidement|dans les meilleurs delais|asap|dans les plus brefs delais|sous peu", "dès que possible"),
    Rule("vague", rf"(?:dans|d'ici|sous) (?:les )?(?:quelques|prochains?|prochaines?) (?:jours|semaines|mois)|(?:debut|courant|en|au mois de|au mois d') ?{_M}|le mois prochain|l'annee prochaine|au printemps|cet ete|a l'automne|cet hiver|ce week-?end|le week-?end prochain|debut de semaine(?: prochaine)?", "dans les prochains jours"),
    # Hours
    Rule("duration", r"(?P<n>[1-3]|une|deux|trois) heures?(?P<more> et demie)?", "deux heures", 60),
    Rule("clock", rf"{_AT}{_H} ?h(?:rs?|eures?)?(?: ?{_MIN})?(?: precises)?", "à 14h30"),
    Rule("clock", rf"{_AT}{_H}:{_MIN}", "9:30", unless=r"[\d:]"),
    Rule("clock", rf"{_AT}{_HWORD} ?h(?:eures?)? et demie", "neuf heures et demie", 30),
    Rule("clock", rf"{_AT}{_HWORD} ?h(?:eures?)? et quart", "neuf heures et quart", 15),
    Rule("clock", rf"{_AT}{_HWORD} ?h(?:eures?)? moins (?P<off>cinq|dix|vingt|5|10|20)", "neuf heures moins dix", -1),
    Rule("clock", rf"{_AT}{_HWORD} ?h(?:eures?)? moins le quart", "neuf heures moins le quart", -15),
    Rule("clock", rf"(?:a|vers|des|avant|de|jusqu'a|pour) {_HWORD} heures?", "à trois heures"),
    Rule("clock", rf"{_AT}midi et demie?", "midi et demi", 750),
    Rule("clock", rf"{_AT}midi", "vendredi midi", 720),
    Rule("range", rf"(?:de |entre )?{_H} ?h(?:eures?)?(?: ?{_MIN})? ?(?:-|a|et|/) ?(?P<h2>[0-2]?\d) ?h(?:eures?)?(?: ?(?P<min2>[0-5]\d))?", "de 9h30 à 11h"),
    Rule("range", rf"(?:de |entre )?{_H}:{_MIN} ?(?:-|a|et) ?(?P<h2>[0-2]?\d):(?P<min2>[0-5]\d)", "9:30-11:00"),
    Rule("range", rf"(?:de |entre ){_H} (?:a|et) (?P<h2>[0-2]?\d) ?h(?:eures?)?", "de 9 à 11 heures"),
    Rule("part", r"(?:au |le |en |dans la |des le |en fin de |en debut de )?(?:matin|matinee)|a la premiere heure|premiere heure", "le matin", 0),
    Rule("part", r"(?:dans l'|l'|en fin d'|en debut d'|en )?(?:apres-midi|apres midi|aprem)", "dans l'après-midi", 12),
    Rule("part", r"(?:au |le |en |dans la |en fin de )?(?:soir|soiree)", "le soir", 18),
    Rule("close", r"(?:la |en )?fin de (?:la )?journee|\beod\b", "d'ici la fin de journée"),
    Rule("zone", r"\(?heure de (?:paris|londres|bruxelles|montreal|geneve|new york|tokyo)\)?|heure locale|heure francaise|\(?(?:cet|cest|utc|gmt)(?: ?[+-] ?\d{1,2})?\)?", "heure de Paris"),
    Rule("duration", rf"(?:pendant |durant |d')(?:{_N}) ?(?:heures?|h)\b(?P<more> et demie)?|(?:une )?(?P<half>demi)[- ]?heure", "une demi-heure", 60),
    Rule("duration", rf"(?:pendant |durant )?{_N} ?(?:minutes?|mins?|mn)\b", "30 minutes", 1),
)  # fmt: skip

TIMES: Final = Times(
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    numbers=_NUMBERS,
    rules=_RULES,
    glue=r"(?:le|a|de|du|vers|des|les|au|en|a partir de|debut|dans|l'|pour|soit|a compter de|toujours|avant|jusqu'a|environ|plutot|(?:a la )?meme heure)",
    deadline=r"(?:avant|avant le|avant la|avant ce|d'ici|d'ici a|d'ici au|d'ici le|d'ici la|au plus tard|jusqu'a|jusqu'au|pour|pour le|pour la|date limite(?: est| fixee)?(?: le| au)?:?|echeance:?|dernier delai)(?: (?:le|la|ce|au|a|du|les|fin|au plus tard|pour))*",
    lead=r"(?:le|la|les|a|au|du|de|des|des le|ce|en|pour|vers|a partir de|a partir du|dans|courant|sur)",
    latest=r"(?:au plus tard|dernier delai|maximum|max\b|grand maximum|sans faute|imperativement)",
    goes_on=r"(?:a|au|et|ou|pour|chez|dans|avec|en|sur|si|par|via|de|du|est|sont|serait|convient|te|vous|matin|soir|midi|prochain|au plus tard|dernier|afin|car|mais|svp|stp|merci|maximum|inclus|ca|je|tu|on|nous)\b",
    past=r"\b(?:etait|etaient|hier|s'est (?:tenue?|passee?)|suis alle|(?:ai|as|a|avons|avez|ont|avais|avait|avions|aviez|etes|sommes) (?:bien |deja |aussi |tous |egalement )*(?:eu|vus?|recu|parle|discute|echange|envoye|transmis|appele|signe|livre|fait|pris|evoque|rencontre|laisse|expedie|paye|regle|depose|visite|assiste|participe|dine|dejeune|passe|trouve|demande)(?:e?s?)?)\b",
    evening=r"\b(?:soir|soiree|diner)\b",
    ahead=r"\b(?:sera|serai|serons|pourrez|pouvez|pourriez|merci de|propose|proposons|avant|d'ici|vais|allons|peux|peut|dois|devons|faut|veuillez|envoie|envoyez|prochain|confirme|confirmons|reporte|decale|annule|deplace)\b|\w+r(?:ai|ons|ez|a|ont)\b|\?",
)  # fmt: skip
