"""What mail programs say by themselves, by language: who wrote when, the head of a quoted message, what is passed on."""

from __future__ import annotations

from datetime import datetime

from bench.corpus.clients.letters import Source

# {d} day, {dd} with zero, {m} month, {mm} with zero, {mon} its short name, {month} its name, {wd} short weekday,
# {weekday} its name, {y} year, {yy} its end, {t} 24 h, {t12} 12 h, {n} name, {a} address, {who} both
SENTENCES: dict[str, dict[str, str]] = {
    "google": {
        "en": "On {wd}, {mon} {d}, {y} at {t12} {who} wrote:",
        "de": "Am {wd}., {d}. {mon} {y} um {t} Uhr schrieb {who}:",
        "fr": "Le {wd}. {d} {mon} {y} à {t}, {who} a écrit :",
        "es": "El {wd}, {d} {mon} {y} a las {t}, {n} (<{a}>) escribió:",
        "it": "Il giorno {wd} {d} {mon} {y} alle ore {t} {who} ha scritto:",
        "nl": "Op {wd} {d} {mon} {y} om {t} schreef {who}:",
        "pt": "Em {wd}., {d} de {mon}. de {y} às {t}, {who} escreveu:",
        "pl": "{wd}., {d} {mon} {y} o {t} {who} napisał(a):",
        "sv": "Den {wd} {d} {mon}. {y} kl {t} skrev {who}:",
        "da": "Den {wd}. {d}. {mon}. {y} kl. {t} skrev {who}:",
        "no": "{wd}. {d}. {mon}. {y} kl. {t} skrev {who}:",
        "fi": "{wd} {d}. {mon} {y} klo {t} {n} ({a}) kirjoitti:",
        "ru": "{wd}, {d} {mon} {y} г. в {t}, {who}:",
        "ja": "{y}年{m}月{d}日({wd}) {t} {who}:",
        "zh": "{who} 于{y}年{m}月{d}日{wd} {t}写道：",
    },
    "apple": {
        "en": "On {mon} {d}, {y}, at {t12}, {who} wrote:",
        "de": "Am {dd}.{mm}.{y} um {t} schrieb {who}:",
        "fr": "Le {d} {mon} {y} à {t}, {who} a écrit :",
        "es": "El {d} {mon} {y}, a las {t}, {who} escribió:",
        "it": "Il giorno {d} {mon} {y}, alle ore {t}, {who} ha scritto:",
        "nl": "Op {d} {mon} {y}, om {t} heeft {who} het volgende geschreven:",
        "pt": "No dia {dd}/{mm}/{y}, às {t}, {who} escreveu:",
        "pl": "Wiadomość napisana przez {who} w dniu {d} {mon} {y}, o godz. {t}:",
        "sv": "{d} {mon}. {y} kl. {t} skrev {who}:",
        "da": "Den {d}. {mon}. {y} kl. {t} skrev {who}:",
        "no": "{d}. {mon}. {y} kl. {t} skrev {who}:",
        "fi": "{who} kirjoitti {d}.{m}.{y} kello {t}:",
        "ru": "{d} {mon} {y} г., в {t}, {who} написал(а):",
        "ja": "{y}/{mm}/{dd} {t}、{who}のメール:",
        "zh": "{y}年{m}月{d}日 {t}，{who} 写道：",
    },
    "mozilla": {
        "en": "On {m}/{d}/{yy} {t12}, {n} wrote:",
        "de": "Am {dd}.{mm}.{yy} um {t} schrieb {n}:",
        "fr": "Le {dd}/{mm}/{y} à {t}, {n} a écrit :",
        "es": "El {d}/{m}/{yy} a las {t}, {n} escribió:",
        "it": "Il {dd}/{mm}/{yy} {t}, {n} ha scritto:",
        "nl": "Op {d}-{m}-{y} om {t} schreef {n}:",
        "pt": "Às {t} de {dd}/{mm}/{y}, {n} escreveu:",
        "pl": "W dniu {d}.{mm}.{y} o {t}, {n} pisze:",
        "sv": "Den {y}-{mm}-{dd} kl. {t}, skrev {n}:",
        "da": "Den {d}.{m}.{y} kl. {t} skrev {n}:",
        "no": "Den {d}.{m}.{y} {t}, skrev {n}:",
        "fi": "{n} kirjoitti {d}.{m}.{y} klo {t}:",
        "ru": "{dd}.{mm}.{y} {t}, {n} пишет:",
        "ja": "{y}/{mm}/{dd} {t}, {n} wrote:",
        "zh": "在 {y}/{m}/{d} {t}, {n} 写道:",
    },
    "yahoo": {
        "en": "On {weekday}, {month} {d}, {y} at {t12} EST, {who} wrote:",
        "de": "Am {weekday}, {d}. {month} {y} um {t}:00 MEZ hat {who} Folgendes geschrieben:",
        "fr": "Le {weekday} {d} {month} {y} à {t}:00 UTC+1, {who} a écrit :",
        "es": "El {weekday}, {d} de {month} de {y}, {t}:00 CET, {who} escribió:",
    },
    "proton": {
        "en": "On {weekday}, {month} {d}, {y} at {t}, {who} wrote:",
        "de": "{n} schrieb am {weekday}, {d}. {month} {y} um {t}:",
        "fr": "Le {weekday} {d} {month} {y} à {t}, {who} a écrit :",
    },
    "fastmail": {"en": "On {wd}, {d} {mon} {y}, at {t12}, {n} wrote:"},
    "zoho": {"en": "---- On {wd}, {d} {mon} {y} {t}:00 +0100 {who} wrote ---"},
    "groupwise": {"en": ">>> {who} {m}/{d}/{y} {t12} >>>", "de": ">>> {who} {dd}.{mm}.{y} {t} >>>"},
    "spark": {"en": "On {d} {mon} {y} at {t} +0100, {who}, wrote:"},
    "front": {"en": "On {mon} {d}, {y}, {t12} GMT+1, {who}, wrote:"},
}
# From, sent, to, subject, as Outlook and others that followed it head a quoted message
HEADS = {
    "en": ("From:", "Sent:", "To:", "Subject:", "{weekday}, {month} {d}, {y} {t12}"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:", "{weekday}, {d}. {month} {y} {t}"),
    "fr": ("De :", "Envoyé :", "À :", "Objet :", "{weekday} {d} {month} {y} {t}"),
    "es": ("De:", "Enviado:", "Para:", "Asunto:", "{weekday}, {d} de {month} de {y} {t}"),
    "it": ("Da:", "Inviato:", "A:", "Oggetto:", "{weekday} {d} {month} {y} {t}"),
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:", "{weekday} {d} {month} {y} {t}"),
    "pt": ("De:", "Enviado:", "Para:", "Assunto:", "{weekday}, {d} de {month} de {y} {t}"),
    "pl": ("Od:", "Wysłano:", "Do:", "Temat:", "{weekday}, {d} {month} {y} {t}"),
    "sv": ("Från:", "Skickat:", "Till:", "Ämne:", "den {d} {month} {y} {t}"),
    "da": ("Fra:", "Sendt:", "Til:", "Emne:", "{weekday} den {d}. {month} {y} {t}"),
    "no": ("Fra:", "Sendt:", "Til:", "Emne:", "{weekday} {d}. {month} {y} {t}"),
    "fi": ("Lähettäjä:", "Lähetetty:", "Vastaanottaja:", "Aihe:", "{weekday} {d}. {month} {y} {t}"),
    "ru": ("От:", "Отправлено:", "Кому:", "Тема:", "{weekday}, {d} {month} {y} г. {t}"),
    "ja": ("差出人:", "送信日時:", "宛先:", "件名:", "{y}年{m}月{d}日 {t}"),
    "zh": ("发件人:", "发送时间:", "收件人:", "主题:", "{y}年{m}月{d}日 {t}"),
}
PASSED_ON = {
    "google": {
        "en": "---------- Forwarded message ---------",
        "de": "---------- Forwarded message ---------",
        "fr": "---------- Forwarded message ---------",
    },
    "apple": {
        "en": "Begin forwarded message:",
        "de": "Anfang der weitergeleiteten Nachricht:",
        "fr": "Début du message transféré :",
        "es": "Inicio del mensaje reenviado:",
        "it": "Inizio messaggio inoltrato:",
        "nl": "Begin doorgestuurd bericht:",
    },
    "mozilla": {
        "en": "-------- Forwarded Message --------",
        "de": "-------- Weitergeleitete Nachricht --------",
        "fr": "-------- Message transféré --------",
        "nl": "-------- Doorgestuurd bericht --------",
        "it": "-------- Messaggio Inoltrato --------",
    },
    "samsung": {
        "en": "-------- Original message --------",
        "de": "-------- Ursprüngliche Nachricht --------",
        "fr": "-------- Message d'origine --------",
    },
    "proton": {"en": "------- Forwarded Message -------"},
    "salesforce": {"en": "--------------- Original Message ---------------"},
    "lotus": {
        "en": "----- Forwarded by {n} on {m}/{d}/{y} {t12} -----",
        "de": "----- Weitergeleitet von {n} am {dd}.{mm}.{y} {t} -----",
    },
}
DATED = {"en": "Date:", "de": "Datum:", "fr": "Date :", "es": "Fecha:", "it": "Data:", "nl": "Datum:", "pt": "Data:"}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "zh": "周一 周二 周三 周四 周五 周六 周日",
}
_SHORT_WEEKDAYS = {"de": 2, "fr": 3, "nl": 2, "fi": 2, "ja": 1, "zh": 2, "da": 3, "no": 3, "pl": 3}
_PARTICULAR_WEEKDAYS = {
    "ru": "пн вт ср чт пт сб вс",
    "pl": "pon wt śr czw pt sob niedz",
    "da": "man tirs ons tors fre lør søn",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
}
_PARTICULAR_MONTHS = {
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "fi": "tammik. helmik. maalisk. huhtik. toukok. kesäk. heinäk. elok. syysk. lokak. marrask. jouluk.",
    "ru": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
}


def sentence(style: str, language: str, source: Source) -> str:
    """Who wrote when, in one sentence."""
    known = SENTENCES[style]
    return _filled(known.get(language) or known["en"], language if language in known else "en", source)


def head(language: str, source: Source, *, dated: bool = False) -> tuple[tuple[str, str], ...]:
    """The head of a quoted message: label and value, line by line."""
    author, sent, to, subject, date = HEADS[language]
    sent = DATED.get(language, "Date:") if dated else sent
    values = (source.author, _filled(date, language, source), source.to, source.subject)
    return tuple((label, value) for label, value in zip((author, sent, to, subject), values, strict=True) if value)


def passed_on(style: str, language: str, source: Source) -> str:
    """The line above a message that is passed on; empty where a program writes none."""
    known = PASSED_ON.get(style, {})
    return _filled(known.get(language) or known.get("en", ""), language, source)


def _filled(words: str, language: str, source: Source) -> str:
    sent = source.sent
    return words.format(
        d=sent.day, dd=f"{sent.day:02}", m=sent.month, mm=f"{sent.month:02}", y=sent.year, yy=f"{sent.year % 100:02}",
        mon=_short_month(language, sent), month=_MONTHS[language].split()[sent.month - 1],
        wd=_short_weekday(language, sent), weekday=_WEEKDAYS[language].split()[sent.weekday()],
        t=f"{sent:%H:%M}", t12=f"{sent.hour % 12 or 12}:{sent:%M} {'AM' if sent.hour < 12 else 'PM'}",
        n=source.name, a=source.address, who=source.author,
    )  # fmt: skip


def _short_month(language: str, sent: datetime) -> str:
    names = _PARTICULAR_MONTHS.get(language) or _MONTHS[language]
    name = names.split()[sent.month - 1]
    return name if language in _PARTICULAR_MONTHS or language in {"ja", "zh"} else name[:3]


def _short_weekday(language: str, sent: datetime) -> str:
    names = _PARTICULAR_WEEKDAYS.get(language) or _WEEKDAYS[language]
    name = names.split()[sent.weekday()]
    return name if language in _PARTICULAR_WEEKDAYS else name[: _SHORT_WEEKDAYS.get(language, 3)]
