"""Words that systems write: notices, confirmations, receipts, approvals, tickets; and what people write and they do not."""

from __future__ import annotations

from typing import Final

from extract.patterns.notices.signals import Signal

_ITSELF = (
    r"automatically[- ](?:generated|sent|created)|(?:automated|automatic|auto-?generated|system[- ]generated) (?:e-?mail|message|notif|notice|response|reply|reminder|report|confirm)"
    r"|generated (?:automatically|by (?:the|our|an?) )|(?:sent|created) automatically|automatisch (?:erstellt|erzeugt|generiert|versandt|versendet|verschickt)"
    r"|(?:généré|envoyé) automatiquement|(?:message|courriel|e-?mail) automatique|(?:generado|enviado) automáticamente|mensaje automático"
    r"|(?:generat|inviat)[oa] automaticamente|messaggio automatico|automatisch (?:gegenereerd|verzonden|aangemaakt)|(?:gerad|enviad)[oa] automaticamente"
    r"|mensagem automática|(?:wygenerowan\S+|wysłan\S+) automatycznie|wiadomość automatyczna|automatiskt (?:genererat|meddelande|skickat)"
    r"|automatisk (?:genereret|generert|besked|melding)|automaattinen viesti|lähetetty automaattisesti|автоматическ\S+ (?:уведомлен|сообщен)"
    r"|(?:отправлен|создан|сформирован)\S* автоматически|自動(?:送信|配信)|自动(?:发送|发出|生成)|系统自动"
)
_NO_REPLY = (
    r"(?:do not|don't|please do not|cannot|not) (?:reply|respond)(?: directly)? to (?:this|it)|replies (?:to this|are not|will not)|unmonitored|not monitored"
    r"|nicht auf diese (?:e-?mail|mail|nachricht)|antworten sie (?:bitte )?nicht|ne (?:pas|répondez pas)[^.\n]{0,10}répond|merci de ne pas répondre"
    r"|no responda|non rispond(?:ere|a|ete)|niet (?:op deze|beantwoord)|não respond|nie odpowiada|svara inte|(?:ikke|ikkje) (?:svare?|besvar)"
    r"|älä vastaa|не отвечайте|返信(?:しないで|いただいても|不可)|(?:请勿|请不要)(?:直接)?回复"
)
_ABOUT = (
    r"this (?:e-?mail |message |mail |note )*is (?:a |to |an )?(?:courtesy )?(?:notif|remind|confirm|inform|advise)|notification to let|for your records"
    r"|(?:received|receiving|getting|sent) this (?:e-?mail|message|notice|notification)[^.\n]{0,20}\b(?:because|since|as) you (?:are|were|have)\b[^.\n]{0,30}"
    r"(?:listed|assigned|designat|approver|owner|contact|watch|mention|follow|watching|an? admin)|being sent to you"
)
_THING = (
    r"orders?|request|reservation|registration|enrol?lment(?: status)?|payment|account|ticket|application|password|statement|booking|case|invoice|shipment"
    r"|package|appointment|purchase|subscription|document|expense report|report|claim|transaction|deposit|transfer|reservation status|confirmation"
    r"|bestellung|anfrage|buchung|anmeldung|rechnung|zahlung|konto|commande|demande|réservation|inscription|paiement|compte|facture|pedido|solicitud|reserva"
    r"|ordine|richiesta|prenotazione|bestelling|aanvraag|encomenda|zamówienie|beställning|bestilling|tilaus|заказ|заявка"
)
_STATE = (
    r"submitted|approved|rejected|uploaded|modified|changed|updated|processed|shipped|created|closed|resolved|assigned|received|confirmed|cancell?ed|completed"
    r"|declined|denied|published|logged|opened|registered|placed|dispatched|delivered|expired?|posted|credited|debited|scheduled|ready|available"
    r"|eingegangen|bestätigt|versandt|storniert|angelegt|bearbeitet|enregistrée?|confirmée?|expédiée?|reçue?|annulée?|registrad[ao]|confirmad[ao]|enviad[ao]"
    r"|confermat[oa]|ricevut[oa]|spedit[oa]|bevestigd|verzonden|ontvangen|przyjęt|bekräftad|mottagen|bekræftet|bekreftet|vastaanotettu|принят|отправлен"
)
_HAPPENED = (
    rf"(?:your|ihre?|votre|su|tu|suo|uw|je|sua|twoje|din|ditt|ваш)(?: \S+){{0,3}}? (?:{_THING})\b[^.\n]{{0,40}}?\b(?:{_STATE})"
    rf"|\b(?:{_THING}) (?:\S+ )?(?:status )?(?:has been|was|have been|is|has) (?:{_STATE})"
)
_APPROVE = (
    r"(?:ready|waiting|pending|submitted|requires?|needs?|awaiting)(?: for)?(?: your)? (?:approval|review|signature|action|attention)\b|to approve (?:or|this|the)|review and (?:act|approve)"
    r"|status (?:has |was )?(?:last )?changed|status:|(?:zur|auf) (?:genehmigung|freigabe)|en attente (?:de|d')"
)
_NUMBER = (
    r"(?:confirmation|order|ticket|case|request|reference|tracking|reservation|invoice|account|transaction|customer|vorgangs|auftrags|bestell|kunden|rechnungs"
    r"|belegs?)[- ]?(?:number|no\.?|id|#|code|nummer|nr\.?)\s*[:=#]?\s*[A-Z]{0,4}[-]?\d|(?:numéro|n°|número|numero|nr|nº) (?:de |di )?(?:commande|dossier|facture|pedido|ordine|zamówienia)"
)
_THANKS = (
    r"thank(?: you|s) for (?:your (?:order|purchase|payment|registration|reservation|inquiry|enquiry|interest|request|e-?mail to|feedback|business|application|donation|continued)|ordering|registering|shopping|subscribing"
    r"|using|choosing|contacting|signing|booking|joining)|dank für ihre (?:bestellung|anfrage|buchung|zahlung|anmeldung|registrierung)|merci (?:de|pour) votre (?:commande|achat|inscription|paiement|réservation)"
    r"|gracias por (?:su|tu) (?:compra|pedido|reserva)|grazie per (?:il tuo|il suo|aver)"
)
_LINK = (
    r"(?:please |to )?(?:click|clicking|follow|use|visit|go to|log ?(?:in|on) (?:to|at))(?: on)?(?: the| this)?(?: following)?(?: link| button| url)?(?: below)?[:.,]?\s+(?:<?https?:|www\.)"
    r"|(?:click|follow|use)(?:ing)? (?:on )?(?:the|this) (?:following )?(?:link|button|url)|(?:access|view|download|find)[^.\n]{0,40} at (?:the |this )?(?:url|link|following|https?:|www)"
    r"|(?:klicken sie|über den (?:folgenden )?link|cliquez sur|haga clic|clicca|klik op|clique)"
)
_SUBJECT = (
    r"^(?:notification|notice|alert|warning|confirmation|receipt|invoice|statement|reminder|request (?:submitted|approved|closed)|status|report|ticket|case|approval|action required"
    r"|order|your |\[?(?:ticket|case|request|incident|bug|jira|issue)[ #:]|<<)|\b(?:confirmation|notification|receipt|statement|acknowledge?ment|eingangsbestätigung|bestellbestätigung"
    r"|auftragsbestätigung|accusé de réception|confirmation de commande|confirmación|conferma|bevestiging|potwierdzenie|bekräftelse|bekræftelse|vahvistus|подтверждение|確認|确认)\b"
    r"|(?:ticket|case|request|incident|order|fall|vorgang)[ #:(\[]*#? ?[A-Z]{0,3}-?\d{3,}|\[[A-Z]+[-#]?\d{2,}\]|\[#\d+\]|has been (?:approved|modified|changed|updated|received|submitted)"
)

_JOB = (
    r"\b(?:job|process|task|download|upload|import|export|backup|batch|script|schedule|transfer|sync)\b[^.\n]{0,30}\b(?:failed|completed|succeeded|aborted"
    r"|finished|timed out)\b|manual intervention|\b(?:run|job) (?:time|date|id)\s*:|no (?:errors|variances|changes) (?:found|detected)"
)
_JOURNEY = r"\bitinerary\b|record locator|e-?ticket|boarding pass|booking reference|reiseplan|buchungscode|itinéraire|carte d'embarquement|itinerario"
_OTHERS = (
    r"(?:has|have) (?:sent you an?|invited you to|shared[^.\n]{0,60} with you|assigned[^.\n]{0,60} to you|mentioned you|added you)\b|you have (?:a new|\d+ (?:new|unread|pending))"
    r"|hat (?:sie|dich) (?:eingeladen|erwähnt)|vous a (?:invité|mentionné)|te ha (?:invitado|mencionado)"
)
_RECEIPT = r"was (?:read|displayed|opened|deleted without being read)\b|return receipt|was received by:|wurde (?:gelesen|am [^\n]{4,30} gelesen)|a été lue?\b|fue leído|è stato letto|is gelezen"

SIGNALS: Final = (
    Signal("automated", 3, "text", _JOB, "What became of a job", "The nightly backup job has failed."),
    Signal("automated", 2, "text", _JOURNEY, "The papers of a journey", "Your itinerary and e-ticket"),
    Signal("automated", 2, "text", _OTHERS, "What others did at a service", "Pit has invited you to the kiln board."),
    Signal("automated", 3, "text", _RECEIPT, "A receipt for a message", "Your message was read on Monday."),
    Signal("automated", 3, "subject", r"^(?:read|not read|gelesen|ungelesen|lu|non lu|leído|letto|gelezen|lida|läst|læst|lest) ?:|return receipt|lesebestätigung",
           "A receipt's subject", "Read: Kiln prices"),
    Signal("automated", 5, "anywhere", _ITSELF, "It says that a program wrote it", "This message was sent automatically."),
    Signal("automated", 5, "anywhere", _NO_REPLY, "It asks for no reply", "Please do not reply to this mail."),
    Signal("automated", 3, "text", _ABOUT, "It says what it is", "This email is to confirm your room."),
    Signal("automated", 3, "text", _HAPPENED, "What has become of an order or request",
           "Your order 8812 has been shipped."),
    Signal("automated", 3, "text", _APPROVE, "Something waits for approval", "A claim is pending approval."),
    Signal("automated", 2, "text", _NUMBER, "The number of an order, ticket or account", "Order number: 8812"),
    Signal("automated", 2, "text", _THANKS, "Thanks for an order or registration", "Thank you for ordering lamps."),
    Signal("automated", 2, "text", _LINK, "A link to act on", "Please click the following link:"),
    Signal("automated", 2, "text", r"(?m:^\s*(?:\d{2}:\d{2}:\d{2}|\[?(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL)\]?[: ]))|\blog messages\b|parsing file|(?:exit|error) code",
           "Lines of a log", "ERROR: no route to host"),
    Signal("automated", 3, "subject", r"\w+ ?[:=] ?[^;:]+; ?\w[^;:]*[:=]|^cron\b|^\W*[A-Z0-9_]{6,}[.:]\d|\\\\\w+\\", "A subject that a program filled in", "Job: rotate; Host: web3"),
    Signal("automated", 2, "subject", _SUBJECT, "A subject as systems write it", "Ticket 48113 closed"),
)  # fmt: skip
# Fields that systems write into what they send: trackers, help desks, build servers, shops; they begin so.
FIELDS: Final = (
    "x-github", "x-gitlab", "x-jira", "x-atlassian", "x-bugzilla", "x-rt-", "rt-ticket", "x-otrs", "x-zendesk", "x-zammad",
    "x-freshdesk", "x-jenkins", "x-cron-env", "x-redmine", "x-phabricator", "x-amazon-mail-relay", "x-trac-", "x-nagios",
    "x-servicenow", "x-salesforce", "x-sfdc", "x-sap-", "x-generated-by", "x-notification", "x-auto-generated", "x-launchpad",
)  # fmt: skip
# The names that systems and shops show beside their address.
SENDER_NAMES: Final = (
    r"\b(?:newsletter|news|alerts?|updates?|digest|offers?|deals|store|shop|club|support|customer (?:service|care)|kundenservice|service client|helpdesk|help desk"
    r"|no-?reply|notifications?|system|administrator|billing|team)\b|\.(?:com|de|net|org|fr)\b"
)
# Acknowledgements: an automatic reply of a mailbox that is there, not of a person who is away.
ACKNOWLEDGING: Final = (
    r"(?:received|got|recorded|logged|registered)(?: \S+){0,2} (?:your|the|an?) (?:\S+ )?(?:request|e-?mail|message|enquiry|inquiry|mail|order|application|ticket|case|query)"
    r"|your (?:\S+ ){0,2}(?:request|e-?mail|message|enquiry|inquiry|mail|order|application|ticket|case|query)\b[^.\n]{0,20}\b(?:been|was|is) (?:received|logged|registered|assigned|opened|queued|created)"
    r"|(?:case|ticket|request|reference) (?:number|id|no\.?|#)|thank(?: you|s) for (?:contacting|reaching|getting in|your (?:inquiry|enquiry|request|order|interest))"
    r"|(?:get back|respond|reply|answer|contact you)[^.\n]{0,30}\b(?:within|shortly|as soon|soon|in the order)"
    r"|(?:bei uns |ist )eingegangen|haben ihre[^.\n]{0,30} erhalten|vorgangsnummer|ticketnummer|eingangsbestätigung|schnellstmöglich (?:bearbeit|beantwort)"
    r"|bien reçu|accusé de réception|(?:a |ont )?(?:bien )?été (?:enregistr|prise? en compte)|hemos recibido|ha sido (?:registrad|recibid)|abbiamo ricevuto|è stat[oa] (?:ricevut|registrat|pres)"
    r"|(?:hebben|is)[^.\n]{0,30}(?:goed )?ontvangen|recebemos|foi (?:recebid|registad|registrad)|otrzymaliśmy|zostało (?:przyjęte|zarejestrowane)|vi har (?:mottagit|modtaget|mottatt)"
    r"|olemme vastaanottaneet|(?:получили ваш|ваше? (?:обращение|заявка|письмо)[^.\n]{0,20}(?:принят|получен|зарегистр))|受け付け|受付(?:いた|完了)|お問い合わせ(?:いただき|を)|已收到您|已受理|您的(?:请求|工单)"
)
