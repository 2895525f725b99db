"""Words of the notices that nobody writes by hand: disclaimers, footers of lists and providers, banners of scanners.

A disclaimer is recognised by how many of its subject's words stand together, so single words and stems are kept here,
not sentences; ``confidential`` alone is what a person may write, with ``intended`` and ``delete`` beside it is not.
"""

from __future__ import annotations

from typing import Final

# Words of confidentiality notices. Several kinds have to meet in one paragraph; words of one line are of one kind.
DISCLAIMING: Final = (
    ("confidential", "vertraulich", "confidentiel", "confidencial", "riservat", "confidenzial", "vertrouwelijk",
     "poufn", "konfidentiell", "fortrolig", "luottamuksell", "конфиденциал", "機密", "保密", "机密",
     "proprietary"),
    ("privileged", "legally protected", "rechtlich geschützt", "privilégi", "privilegiad", "legalmente",
     "protegid", "prawnie", "sekretess", "geheim"),
    ("intended", "addressee", "named recipient", "adressat", "vorgesehene empfänger", "bestimmt", "destinat",
     "destiné", "geadresseerde", "bestemd", "adresat", "przeznaczon", "avsedd", "mottagare", "modtager",
     "tiltænkt", "mottaker", "vastaanottaj", "tarkoitettu", "адресат", "предназнач", "受信者", "受取人", "宛先",
     "收件人", "接收者"),
    ("delete", "destroy", "löschen", "vernichten", "supprimer", "détruire", "eliminar", "borrar", "elimine",
     "cancellar", "distrugg", "eliminarl", "verwijder", "vernietig", "apagar", "apague", "usun", "skasow",
     "radera", "slette", "slet ", "poista", "hävittä", "удалит", "уничтож", "削除", "删除"),
    ("disclos", "dissemin", "distribut", "copying", "unauthori", "prohibited", "unlawful", "reliance",
     "weitergabe", "unbefugt", "kopieren", "divulg", "diffusion", "interdit", "prohibid", "difusión", "vietat",
     "diffusione", "openbaar", "verspreid", "verboden", "proibid", "divulga", "rozpowszechn", "zabronion",
     "kopiow", "förbjud", "spridning", "forbudt", "videreformidl", "kielletty", "levittä", "запрещ",
     "распростран", "開示", "複製", "禁止", "泄露", "披露"),
    ("notify", "inform the sender", "contact the sender", "advise the sender", "benachrichtig",
     "informieren sie", "absender", "aviser", "prévenir", "l'expéditeur", "avise", "notifi", "remitente",
     "mittente", "avvis", "afzender", "remetente", "informe", "nadawc", "avsändare", "afsender", "avsender",
     "lähettäj", "отправител", "送信者", "发件人"),
    ("virus", "viren", "liability", "liable", "haftung", "responsabilit", "responsabilid", "aansprakelijk",
     "odpowiedzialno", "ansvar", "vastuu", "ответственност", "views expressed", "not necessarily",
     "solicitation", "binding", "contractual", "guarantee"),
)  # fmt: skip
# One of these two kinds is in every notice: that it speaks of the message itself, or of its going astray. Contracts
# and the letters about them are full of the others.
ANCHORS: Final = (
    ("in error", "by mistake", "mistakenly", "not the intended", "irrtümlich", "versehentlich", "par erreur",
     "por error", "per errore", "abusivamente", "ten onrechte", "abusievelijk", "por engano", "por erro",
     "omyłkowo", "pomyłkowo", "av misstag", "ved en fejl", "ved en feil", "vahingossa", "erehdyksessä", "ошибк",
     "誤って", "误收", "错误"),
    ("this e-mail", "this email", "this message", "this communication", "this transmission",
     "the information contained", "any attachment", "diese e-mail", "diese nachricht", "ce message",
     "ce courriel", "cet e-mail", "este mensaje", "este correo", "questo messaggio", "questa e-mail",
     "dit bericht", "deze e-mail", "esta mensagem", "este e-mail", "ta wiadomość", "niniejsza wiadomość",
     "detta meddelande", "denne e-mail", "denne meddelelse", "denne e-posten", "tämä viesti", "tämä sähköposti",
     "это сообщение", "данное сообщение", "настоящее сообщение", "本メール", "このメール", "本邮件", "此邮件"),
)  # fmt: skip
# Lines that belong to a mailing list, a free-mail provider or a scanner. One is enough, near the end of a stretch.
FOOTERS: Final = (
    "listinfo/", "mailing list -", "mailing list:", "to unsubscribe", "unsubscribe:",
    "unsubscribe from", "unsubscribe,", "list archive", "list-archive", "-unsubscribe@", "-help@",
    "majordomo@", "listserv@", "abmelden:", "mailingliste", "se désabonner", "désinscri", "darse de baja",
    "cancelar la suscripción", "annulla iscrizione", "disiscri", "afmelden", "cancelar inscrição",
    "wypisać się", "avsluta prenumeration", "отписаться", "配信停止", "退订", "groups.google.com/d/",
    "groups.google.com/group", "yahoo! groups", "yahoogroups.com", "yahoo! terms", "terms of service",
    "groups.io/g", "sponsored by", "sponsor -", "do you yahoo", "yahoo! mail", "yahoo! messenger",
    "msn explorer", "msn hotmail", "free e-mail", "free email", "get your free", "get your private",
    "get more from the", "msn photos", "join the world", "chat with friends", "explorer.msn.com",
    "mail.com signup", "netscape webmail", "sign up today", "proton mail secure", "sent with proton",
    "virus-free", "virenfrei", "sans virus", "libre de virus", "checked by avg", "norton antivirus",
    "scanned by", "scanned for viruses", "mailscanner", "messagelabs", "mimecast", "virus database",
    "incoming mail is", "outgoing mail is", "virus scann", "antivirus", "anti-virus", "avast.com",
    "mailing list <",
)  # fmt: skip
# Below a long rule at the very end these praise a provider: where to go, and why.
ADDRESSES: Final = ("http", "www.", ".com", ".net")
OFFERS: Final = ("free", "click here", "sign up", "sign-up", "download", "kostenlos", "gratis", "gratuit", "join now")
# Banners that gateways put above a message from outside.
BANNERS: Final = (
    "external email", "external e-mail", "external sender", "external message", "[external]", "externe e-mail",
    "externer absender", "courriel externe", "correo externo", "outside the organi", "outside of the",
    "outside your organi", "caution:", "achtung:", "attention :", "don't often get", "nicht häufig",
)  # fmt: skip
# What such a banner goes on to warn of.
WARNINGS: Final = (
    "click", "link", "attachment", "sender", "recogni", "trust", "safe", "caution", "klicken", "anhänge", "absender",
    "vorsicht", "cliquez", "pièces jointes", "expéditeur", "enlaces", "adjuntos", "remitente", "phishing",
)  # fmt: skip
# What programs write about the files beside a message.
ATTACHMENTS: Final = (
    "(see attached file", "<<file:", "<< file:", "<< ole object", "<<ole object", "(siehe angehängte", "[image:",
    "[cid:", "(embedded image", "[attachment ", "attachment converted:", "[non-text portions", "(voir attached",
    "(see attached",
)  # fmt: skip
