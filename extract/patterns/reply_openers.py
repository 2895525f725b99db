"""What mail programs write above a message that they quote or pass on, by language.

These are stems and words, never sentences: a line is recognised by its structure (who, when, a word for writing, a
colon, a quotation below), so that any order of name, date and address is understood.
"""

from __future__ import annotations

from typing import Final

# "… wrote:". Ends, or nearly ends, an attribution line; in German, Dutch and the Nordic languages the name follows.
WROTE: Final = (
    "wrote", "writes", "has written", "schrieb", "schreibt", "geschrieben",
    "a écrit", "a ecrit", "écrit", "écrivait", "escribió", "escribio", "escribía", "escribe", "ha escrito",
    "va escriure", "ha scritto", "scrive", "scriveva", "schreef", "geschreven", "escreveu", "escreve", "napisał",
    "napisała", "napisal", "pisze", "skrev", "skriver", "kirjoitti", "kirjoittaa", "пишет", "писал", "писала",
    "написал", "написала", "пише", "написав", "書きました", "書いた", "さんは書", "のメール", "写道", "寫道",
    "写到", "作成", "作者", "napsal", "napsala", "píše", "napísal", "írta", "yazdı", "a scris", "έγραψε", "작성",
    "썼습니다",
)  # fmt: skip
# What people write too: counts only right above a quotation.
SAID: Final = ("said", "says", "spake", "typed", "sagte", "meinte", "a dit", "dijo", "ha detto", "zei", "disse", "sa")
# "Quoting …:" puts the word for writing first (Horde, KMail and older programs).
QUOTING: Final = ("quoting", "zitat von", "zitiere", "quotando", "citando", "citat", "quoth", "according to", "selon")
# How an attribution that begins with its date begins: "On …", "Am …", "Le …".
BEGINNINGS: Final = frozenset({
    "on", "at", "in", "am", "le", "el", "il", "op", "em", "a", "w", "den", "dne", "dnia", "på", "the", "quoting",
    "tir", "vào", "pada", "v", "в", "от", "na", "dia", "tarihinde", "---", "----", "zitat", "selon",
})  # fmt: skip
# Between dashes above a message that is answered: "-----Original Message-----".
ORIGINAL: Final = (
    "original message", "original email", "original e-mail", "original mail", "original appointment",
    "reply separator", "reply message", "originalnachricht", "ursprüngliche nachricht", "urspr. nachricht",
    "original-nachricht", "ursprünglicher termin", "originaltermin", "message d'origine", "message d’origine",
    "message original", "message initial", "courriel original", "mensaje original", "correo original",
    "messaggio originale", "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke afspraak",
    "mensagem original", "e-mail original", "wiadomość oryginalna", "oryginalna wiadomość",
    "ursprungligt meddelande", "originalmeddelande", "ursprungligt möte", "oprindelig meddelelse",
    "original meddelelse", "opprinnelig melding", "original melding", "alkuperäinen viesti", "исходное сообщение",
    "оригинальное сообщение", "元のメッセージ", "元のメール", "原始邮件", "原始郵件", "原邮件", "původní zpráva",
    "eredeti üzenet", "özgün ileti", "mesaj original", "원본 메일", "원본 메시지",
)  # fmt: skip
# Between dashes, or alone with a colon, above a message that is passed on.
FORWARDED: Final = (
    "begin forwarded", "begin included", "anfang der weitergeleiteten", "début du message", "inicio del mensaje", "inizio messaggio",
    "begin doorgestuurd", "início da mensagem", "początek przekazywanej", "начало переадресованного", "以下是转发",
    "forwarded by", "forwarded message", "forwarded mail", "forwarded email", "forward message", "forwarded from",
    "forward header", "forwarded letter", "inline attachment", "weitergeleitet von",
    "weitergeleitet durch", "weitergeleitete nachricht", "weitergeleitete e-mail", "weitergeleitete mail",
    "weitergeleiteten nachricht", "weitergeleiteten e-mail", "réacheminé par", "transféré par", "transmis par",
    "message transféré", "message transmis", "message réexpédié", "courriel transféré", "e-mail transféré",
    "reenviado por", "mensaje reenviado", "mensaje remitido", "correo reenviado", "inoltrato da",
    "messaggio inoltrato", "doorgestuurd door", "doorgestuurd bericht", "doorgezonden bericht", "encaminhado por",
    "reencaminhado por", "mensagem encaminhada", "mensagem reencaminhada", "przesłane przez",
    "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej", "vidarebefordrat av",
    "vidarebefordrat meddelande", "vidarebefordrat brev", "videresendt af", "videresendt meddelelse",
    "videresendt besked", "videresendt av", "videresendt melding", "videresendt e-post", "välittänyt",
    "välitetty viesti", "edelleenlähetetty viesti", "пересылаемое сообщение", "пересланное сообщение",
    "пересылаемое письмо", "переслано", "перенаправлено", "転送メッセージ", "転送されたメッセージ", "転送された",
    "转发的邮件", "转发邮件", "轉寄的郵件", "轉寄郵件", "已转发邮件", "přeposlaná zpráva", "továbbított üzenet",
    "iletilen mesaj", "yönlendirilen", "전달된 메시지", "전달된 메일",
)  # fmt: skip
# Between dashes below a message that was passed on.
FORWARD_ENDS: Final = (
    "end forwarded", "end of forwarded", "end included", "ende der weitergeleiteten", "fin du message", "fin del mensaje",
    "fine messaggio", "einde doorgestuurd", "fim da mensagem", "конец пересылаемого",
)  # fmt: skip
# Notes and Outlook put it between the author and the recipients when answers go elsewhere.
RESPOND: Final = (
    "please respond",
    "sent by",
    "gesendet von",
    "bitte antwort",
    "envoyé par",
    "veuillez répondre",
    "enviado por",
)
