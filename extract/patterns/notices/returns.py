"""How absence notices name the last day away, the first day back and whoever stands in, by language.

Sentences of notices are short and much alike, so words before and behind a date say what it is. English, German and French
dates are read by the resolver of times in prose; for the other languages the calendar's words stand here.
"""

from __future__ import annotations

from typing import Final

# Months as they begin, all languages together; the longest beginning counts ("marras" is no March).
_MONTHS: Final = (
    "jan янв ene gen sty tammi", "feb fév fev lut helmi фев", "mar mär maa мар", "apr avr abr kwi huhti апр",
    "may mai maj mei mag touko мая май", "jun juin giu cze kesä июн", "jul juil lug lip heinä июл",
    "aug aoû aou ago sie elo авг", "sep set wrz syys сен", "oct okt out ott paź loka окт", "nov lis marras ноя",
    "dec déc dez dic gru joulu дек",
)  # fmt: skip
MONTHS: Final = {begin: number for number, names in enumerate(_MONTHS, 1) for begin in names.split()}
_WEEKDAYS: Final = (
    "monday montag lundi lunes lunedì maandag segunda poniedział måndag mandag maanantai понедельник",
    "tuesday dienstag mardi martes martedì dinsdag terça wtorek tisdag tirsdag tiistai вторник",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag quarta środ onsdag keskiviikko сред",
    "thursday donnerstag jeudi jueves giovedì donderdag quinta czwartek torsdag torstai четверг",
    "friday freitag vendredi viernes venerdì vrijdag sexta piątek fredag perjantai пятниц",
    "saturday samstag samedi sábado sabato zaterdag sobot lördag lørdag lauantai суббот",
    "sunday sonntag dimanche domingo domenica zondag niedziel söndag søndag sunnuntai воскресень",
)  # fmt: skip
WEEKDAYS: Final = {begin: number for number, names in enumerate(_WEEKDAYS) for begin in names.split()}
TOMORROW: Final = (
    "tomorrow",
    "morgen",
    "demain",
    "mañana",
    "domani",
    "amanhã",
    "jutro",
    "i morgon",
    "i morgen",
    "huomenna",
    "завтра",
    "明日",
    "明天",
)
# Right before a date: it is the last day away. "Until and including", "up to", "through".
UNTIL: Final = (
    r"(?:until|till?|ends?|'til|through|thru|up to|to|bis|jusqu['’]?(?:à|au)?|au|hasta|al|a|fino|sino|tot|met|t/m|até|do|włącznie|med|till|til|t\.?o\.?m\.?|по|до|至|到|[-–—])"
    r"(?:\s+(?:and including|einschließlich|einschliesslich|inklusive|inkl\.?|zum|le|el|il|al|a|den|de|the|en met|og med|och med|w|dnia|o dia|ao dia|ad))*"
)
# Right behind a date: the same, where the language puts it there. Finnish, Japanese, Chinese, Polish.
UNTIL_BEHIND: Final = (
    r"^\s*[.,]?\s*(?:\([^)\s]{1,3}\))?\s*(?:asti|saakka|まで|止|前|włącznie|compreso|inclusive|inklusive|inclus)"
)
# Right before a date: the first day away, which says nothing about its end.
FROM: Final = (
    r"(?:from|starting|since|as of|beginning|vom|von|seit|du|dès|desde|del|dal|vanaf|sinds|z dniem|od|från|fra|alkaen|с)"
    r"(?:\s+(?:dem|den|le|el|il|the|dnia))*"
)
# Anywhere in the sentence: the date is the first day back.
BACK: Final = (
    r"\b(?:back|return\w*|again|reopen\w*|re-open\w*|resum\w+|opens?|reachable|catch me|normal (?:service|hours)|home|available (?:on|from)|answers?)\b"
    r"|wieder|zurück|kehre|erreichbar ab|weiter\b|ab dem|retour|reviens|reprend|rouvr|à partir|se reparle|vuelv|vuelt|regres|reincorpor|de nuevo|atendemos|abrimos"
    r"|rientr|\btorn[oi]|tornerò|di nuovo|riapr|rispond|terug|weer\b|hervat|volt[oa]|retorn|de volta|reabr|wracam|wróc|ponownie|tillbaka|(?:^|\P{L})åter|svarar|\bigen\b"
    r"|tilbage|tilbake|\bigjen|åpner|åbner|palaan|takaisin|jälleen|avaamme|верн|выйду|возвра|снова|より|から|戻|帰国|営業いた|再開|出社|恢复|恢復|返回|返工|正常|上班"
)
# "Not back until" a day: the day is the first one back, although "until" stands before it.
NOT_BEFORE: Final = (
    r"\bnot\b[^.\n]{0,30}(?:return|back|available|office)?[^.\n]{0,20}\b(?:until|till|before)\b|n.t be back (?:until|till|before)|erst\b|nicht vor|pas avant"
    r"|no (?:volver|regres)[^.\n]{0,20}hasta|non prima|niet (?:voor|eerder)|não (?:antes|volt)|dopiero|inte förrän|ikke før|vasta|не раньше|только"
)
# Before the name or address of whoever stands in.
SUBSTITUTE: Final = (
    r"(?:contact|call|phone|ring|text|e-?mail|mail|write(?: to)?|reach(?: out to)?|speak (?:to|with)|talk to|ask|see|direct[^.\n]{0,20} to|refer to|turn to|cover(?:ed|ing)?(?: by)?|in my absence,?"
    r"|wenden sie sich\b|kontaktieren sie(?: bitte)?|vertretung(?: ist| hat| übernimmt)?:?|vertritt mich|vertreten (?:von|durch)|an meine[nr]? (?:kollegin|kollegen|kollege)|beantwortet"
    r"|contacte[rz]?|adress(?:er|ez)[^.\n]{0,15} à|remplacée? par|joindre|contactar?(?: con| a)?|contacte|dirigirse a|diríjase a|escriba a|contatt(?:are|i|ate)|rivolgersi a|scrivere a"
    r"|contact op(?:nemen)? met|neem contact op met|bereik|mail(?:en)? met|fale com|contacta[r]?|kontakt z|zastępuje mnie|skontaktować się z|kontakta|kontakt(?:e)? med|kontakt|ring(?: til)?|ota yhteyttä"
    r"|обращайтесь (?:к|по)|обращаться к|замещает|пишите|звоните)"
)
# A name as it stands behind those words.
NAME: Final = (
    r"^[\s,:]*(?:(?:bitte|please|to|an|à|a|my colleague|meine kollegin|meinen kollegen|mon collègue|ma collègue|mi compañer[oa]|il collega|la collega|mijn collega)\s+)*"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Mme|M|Madame|Monsieur|Sra?|Sig|Maître)\.?\s+)?\p{Lu}[^\s,.;:()<>@\d]+(?:\s+(?:van|von|de|der|le|la|dal|del|di)\b){0,2}(?:[ ]\p{Lu}[^\s,.;:()<>@\d]+){0,2})"
)
