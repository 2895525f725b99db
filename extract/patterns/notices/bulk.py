"""Words and headers of mail that goes to many: newsletters, offers, announcements to a whole company."""

from __future__ import annotations

from typing import Final

from extract.patterns.notices.signals import Signal

_LEAVE = (
    r"unsubscribe|opt[- ]?out|abbestellen|newsletter abmelden|vom newsletter|d[ée]sabonner|d[ée]sinscri|darse? de baja"
    r"|cancelar (?:la|su|tu) suscripci|annulla(?:re)? l.iscrizione|disiscri|cancellar(?:e|si) dalla|afmelden|uitschrijven"
    r"|cancelar (?:a|sua) (?:inscri|subscri)|descadastr|wypisa[ćc] si|wypisz|rezygnacj|avprenumerera|avregistrer"
    r"|avsluta prenum|afmeld|frameld|meld (?:deg|dig) (?:av|fra)|peruuta tila|lopeta tila|отписаться|отказаться от рассыл"
    r"|配信停止|配信解除|退订|退訂|取消订阅"
)
_BROWSER = (
    r"(?:view|read|see) (?:this|it|the|our)?[^.\n]{0,30}\b(?:in (?:your|a|the) (?:web )?browser|online|on the web\b)"
    r"|(?:web|online|browser)[- ]?(?:version|ansicht)|im browser (?:an|öffnen|lesen|betrachten)|dans (?:votre|un|le) navigateur"
    r"|version en ligne|en (?:su|tu|el|un) navegador|nel (?:tuo )?browser|(?:in|via) (?:je|uw|de) browser|no (?:seu )?navegador"
    r"|w przeglądarce|i (?:din |en )?webbläsare|i (?:din )?browser|i nettleser|selaimessa|в браузере|ブラウザで|在浏览器中"
)
_REMOVED = (
    r"remove(?:d|\b)[^.\n]{0,40}\bfrom (?:our|this|the|future)[^.\n]{0,20}\b(?:list|mailing)"
    r"|(?:no longer (?:wish|want)|(?:rather|prefer|choose) not|do not (?:wish|want)|don't want) to (?:receive|get|be on)"
    r"|stop receiving|(?:update|manage|edit|change)[^.\n]{0,12} (?:e-?mail )?(?:preferences|subscription|profile|settings)"
    r"|to be removed\b|keine weiteren (?:e-?mails|newsletter)|ne plus recevoir|no desea recibir"
    r"|non (?:desideri|vuoi) (?:più )?ricevere|geen (?:e-?mails|nieuwsbrie)|não deseja receber"
)
_BECAUSE = (
    r"(?:receiv|get|sent|subscrib)[^.\n]{0,50}\b(?:because|since|as) you(?:'re| are| were| have|'ve)?[^.\n]{0,40}\b(?:subscri"
    r"|regist|signed|opted|member|customer|request|bought|purchas|attended|on (?:our|the) list|interest)"
    r"|you (?:are|were) (?:currently )?(?:subscribed|registered)|sie erhalten diese[^.\n]{0,30}\bweil"
    r"|vous recevez ce[^.\n]{0,40}\b(?:car|parce)|recibe(?:s)? este[^.\n]{0,30}\bporque|ricevi questa[^.\n]{0,30}\bperch"
    r"|u ontvangt de(?:ze)?[^.\n]{0,30}\bomdat|você recebeu[^.\n]{0,40}\bporque"
)
_OFFER = (
    r"special offer|limited[- ]time|free shipping|\d\d? ?% (?:off|rabatt|de descuento|de réduction|di sconto|korting|desconto|zniżki)"
    r"|sav(?:e|ings?) (?:up to |of )?[$€£]|while supplies|(?:shop|order|buy|book|register|sign up|act|subscribe) (?:now|today|online)"
    r"|don't miss|best deals?|exclusive(?:ly)? (?:for|offer|deal)|free trial|gift cards?|clearance|jetzt (?:bestellen|kaufen|sichern|anmelden)"
    r"|nur für kurze zeit|en profiter|je profite|offre spéciale|oferta especial|compra ahora|offerta speciale|acquista ora"
    r"|aanbieding|bestel nu|promoção|kup teraz|promocj|erbjudande|köp nu|tilbud|tarjous|скидк|акци[яи]\b|купить|セール|限定|优惠|折扣"
)
_ISSUE = (
    r"in (?:this|today's)(?: week's| month's)? (?:issue|edition|newsletter)|this (?:week|month)'s (?:issue|edition)|top stories"
    r"|(?:today's|latest|more|news) headlines|\bnewsletter\b|nieuwsbrief|infolettre|lettre d'information|boletín|bollettino"
    r"|notiziario|boletim|biuletyn|nyhetsbrev|nyhedsbrev|uutiskirje|рассылк|メールマガジン|メルマガ|电子报|电子报刊"
    r"|(?:daily|weekly|monthly) (?:update|digest|news|bulletin|report|headlines)|(?:vol(?:ume|\.)?) ?\d+[, ]+(?:no|issue|number)\b"
    r"|\bof the day\b"
)
_PRESS = (
    r"for immediate release|press release|news release|pressemitteilung|communiqué de presse|comunicado de prensa"
    r"|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|media contacts?:|(?m:^\s*(?:# ?# ?#|-30-)\s*$)"
)
_RELEASED = r"(?:just|has|have) (?:issued|released|published) (?:a|an|its|the|our)\b|now available\s+(?:on|at|in|for|from)\b|(?:has|have) been posted (?:to|on|at) https?:"
_MORE = (
    r"for (?:more|further|additional) (?:information|details)[^.\n]{0,60}\b(?:contact|call|visit|go to|see|click|e-?mail)"
    r"|to learn more|learn more (?:at|about|here)|find out more|weitere informationen (?:unter|finden)|pour en savoir plus"
)
_RIGHTS = r"all rights reserved|copyright (?:©|\(c\)|\d{4})|©|privacy (?:policy|statement)|terms (?:&|and|of) (?:conditions|use|service)|datenschutzerkl|impressum|mentions légales"
_CUSTOMER = (
    r"(?m:^\s*(?:dear|hello|hi|greetings)[, ]+(?:valued |\S+ (?:valued )?)?(?:customers?|subscribers?|members?|readers?|shoppers?|investors?"
    r"|travell?ers?|friends and|clients?|employees|all\b|colleagues|fellow))|valued (?:customer|member|client)"
    r"|(?m:^\s*(?:liebe (?:kolleg|kund|leser|mitglied)|chers? (?:client|coll[èe]gue|abonn|lecteur)|estimad[oa]s (?:client|colegas)))"
)
_STAFF = (
    r"(?:all|our|company|the following|eligible|fellow) (?:\S+ )?employees|employees (?:are|may|can|will|who|should|not)\b|mark your calendars?"
    r"|brown ?bag|(?:space|seating) is limited|\bno (?:advance )?(?:registration|rsvp)\b|to make a reservation|\brsvp\b"
    r"|(?:lunch|refreshments) will (?:not )?be (?:provided|served)|speakers?:|(?:we are|is) (?:pleased|proud|happy|excited|delighted) to (?:announce|introduce)"
    r"|(?:remind you|reminder) that|human resources|all staff|employee (?:assistance|benefits?)|open enrol?lment"
    r"|(?:alle|an alle) mitarbeiter|à tous les (?:collaborateurs|salariés)|a todo el personal|a tutti i dipendenti|aan alle medewerkers"
)

SIGNALS: Final = (
    Signal("newsletter", 2, "anywhere", _LEAVE, "How to unsubscribe", "You can unsubscribe at any time."),
    Signal("newsletter", 4, "anywhere", _BROWSER, "A link to view it in a browser", "View this mail in your browser"),
    Signal("newsletter", 3, "anywhere", _REMOVED, "How to be taken off a list",
           "To be removed from our mailing list, write us."),
    Signal("newsletter", 3, "anywhere", _BECAUSE, "It says why it is sent", "You receive it because you signed up."),
    Signal("newsletter", 3, "text", _OFFER, "Words of an offer", "Order now: 20% off all lamps."),
    Signal("newsletter", 2, "text", _ISSUE, "Words of a periodical", "In this issue: three new mills."),
    Signal("newsletter", 3, "text", _PRESS, "Words of a press release", "FOR IMMEDIATE RELEASE"),
    Signal("newsletter", 2, "text", _RELEASED, "Something new is out", "The catalogue is now available on our site."),
    Signal("newsletter", 1, "text", _MORE, "Where to learn more", "For more information, visit our website."),
    Signal("newsletter", 2, "anywhere", _RIGHTS, "Copyright and terms", "Copyright 2026. All rights reserved."),
    Signal("newsletter", 2, "text", _CUSTOMER, "Everybody is addressed", "Dear valued customer,"),
    Signal("newsletter", 2, "text", _STAFF, "Words to a whole staff", "Seating is limited: all employees welcome."),
    Signal("newsletter", 2, "text", r"advertisement|sponsored by|our sponsors?\b|to advertise|\banzeige\b|publicité",
           "Advertisements", "--- ADVERTISEMENT ---"),
    Signal("newsletter", 1, "text", r"click (?:here|below|on the)|hier klicken|klicken sie|cliquez|haga clic|clicca|klik hier|clique aqui|kliknij",
           "Click here", "Click here for tickets."),
    Signal("newsletter", 3, "subject",
           r"newsletter|\bnews\b|\bdaily\b|\bweekly\b|\bmonthly\b|headlines|bulletin|digest|% off|\bsavings\b|\bdeals\b|^free\b"
           r"|\bfree (?:shipping|trial|delivery|gift|copy|tickets?|webinar|download|sample|quote)"
           r"|\b(?:summer|winter|spring|fall|holiday|clearance|flash|on) sale\b|\bsale (?:ends|starts|now|today)\b"
           r"|special offer|rundbrief|press release|of the (?:day|week|month)\b|\bissue \d|\bedition\b|webinar|\bvol\.? ?\d|nieuwsbrief|boletín",
           "A subject as bulk mail has it", "Mill News: Weekly Digest"),
    Signal("newsletter", 1, "subject", r"[$€£!]\s*\d|[A-Z ]!+$|reminder|announc|invitation|\bupdate\b|\bintroducing\b",
           "A subject as announcements have it", "Announcing the new canteen"),
)  # fmt: skip
# Header fields that only tools for bulk mail write; they begin so, in lower case.
TOOLS: Final = (
    "x-campaign", "x-mailchimp", "x-mc-user", "x-bulkmail", "x-bulk-", "x-mailer-lid", "x-mailer-recptid", "x-mailer-sid",
    "x-cheetahmail", "x-rpcampaign", "x-roving", "x-constantcontact", "x-newsletter", "x-listmember", "x-acymailing",
    "x-phplist", "x-mailup", "x-subscriber", "x-emarsys", "x-broadcast", "x-list-unsubscribe", "x-klaviyo",
    "x-mailjet-campaign", "x-mj-campaign", "x-tm-id", "x-mailinglist-name", "x-sfmc", "x-elqpod", "x-hubspot-campaign",
)  # fmt: skip
# Fields of services through which programs send, and seldom people: they speak for a machine, they do not prove it.
RELAYS: Final = (
    "x-sg-", "x-mailgun", "x-postmark", "x-pm-", "x-ses-outgoing", "x-mandrill", "x-mailjet", "x-mj-", "x-sib-", "x-brevo",
    "x-hs-", "x-hubspot", "x-csa-complaints", "x-sparkpost", "x-msys", "x-job", "x-report-abuse", "x-abuse-reports-to",
)  # fmt: skip
# What X-Mailer or User-Agent says of a tool for bulk mail, and of a library with which programs send.
BULK_MAILERS: Final = (
    r"lyris|listmanager|phplist|mailchimp|groupmail|sendblaster|unitymail|accucast|jangomail|constant contact|campaign|newsletter"
    r"|aweber|getresponse|cleverreach|rapidmail|inxmail|evalanche|bulk|mass ?mail|mailing|acymail|sendinblue|dada mail|responsys"
)
LIBRARIES: Final = (
    r"phpmailer|nodemailer|javamail|jakarta|swiftmailer|symfony|^php/|microsoft cdo|system\.net|\.net mail|\bzend|perl|python"
    r"|\bruby|mime-?(?:lite|tools)|\bindy\b|^blat|^mailx|sendemail|oracle workflow|^sap |domino agent|django|laravel|drupal"
)
# The first name of a host from which mail to many is sent, so that a company's own stays clean.
_HOSTS_LIST: Final = """
    news newsletter newsletters email emails e em list lists offers promo promos info enews mailer mailing mailings bounce
    bounces reply click mkt marketing e-mail mailout campaign response update updates alerts bulk
"""
HOSTS: Final = frozenset(_HOSTS_LIST.split())
