"""What mail programs put before a subject, by language."""

from __future__ import annotations

from typing import Final

# Before an answer or a forwarded message. Written by programs as "Re:", "AW[2]:".
REPLY_PREFIXES: Final = (
    "re", "fw", "fwd", "aw", "antw", "antwort", "wg", "wtr", "tr", "rép", "rep", "réf", "ref", "rv", "enc", "res",
    "sv", "vs", "vb", "svar", "vl", "ang", "r", "rif", "i", "inoltra", "odp", "pd", "pr", "yml", "ynt", "ilt", "atb",
    "ats", "bls", "továbbá", "trs", "σχετ", "πρθ", "απ", "отв", "пересл", "hs", "על", "回复", "回覆", "答复", "答覆",
    "转发", "轉寄", "返信", "転送", "회신", "전달",
)  # fmt: skip
# How absence notices and other automatic replies begin (RFC 5230 section 5.4 and what servers send).
AUTOMATIC_REPLIES: Final = (
    "automatic reply:", "auto reply:", "auto-reply:", "autoreply:", "auto response:", "auto-response:",
    "autoresponse:", "out of office:", "out of office autoreply", "out-of-office:", "out of the office:", "auto: ",
    "[auto-reply]", "[auto reply]", "vacation reply", "automatische antwort:", "automatische antwort ",
    "abwesenheitsnotiz:", "abwesenheitsnotiz ", "abwesenheitsmeldung", "abwesend:", "automatische abwesenheit",
    "réponse automatique", "reponse automatique", "réponse d'absence", "absence du bureau", "absent du bureau",
    "message d'absence", "respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina",
    "risposta automatica", "fuori sede", "fuori ufficio", "resposta automática", "resposta automatica",
    "ausência temporária", "automatisch antwoord", "automatisch antwoorden", "afwezigheidsmelding", "afwezig:",
    "autosvar", "automatisk svar", "frånvaro:", "frånvarande:", "fraværende:", "fravær:", "automaattinen vastaus",
    "poissa:", "odpowiedź automatyczna", "automatyczna odpowiedź", "nieobecność", "automatická odpověď",
    "automatická odpoveď", "automatikus válasz", "răspuns automat", "otomatik yan\u0131t", "автоответ",
    "автоматический ответ", "自動返信", "自動回覆", "自动回复", "자동 회신",
)  # fmt: skip
# How reports of failed delivery begin, where no machine-readable report says so.
BOUNCES: Final = (
    "undeliverable", "undelivered mail", "undeliverable mail", "undeliverable message", "returned mail",
    "delivery status notification", "delivery failure", "delivery failed", "delivery report (failure",
    "delivery problem", "delivery notification", "delivery error", "mail delivery failed", "mail delivery failure",
    "mail delivery problem", "mail delivery subsystem", "mail delivery error", "mail system error",
    "mail could not be delivered", "message could not be delivered", "message delivery failure", "failure notice",
    "failed mail", "failure delivery", "nondeliverable mail", "non-delivery", "non delivery", "unable to deliver",
    "could not send message", "message status - undeliverable", "warning: could not send", "warning: message",
    "user unknown", "unzustellbar", "nicht zustellbar", "zustellung fehlgeschlagen", "unzustellbare mail",
    "non remis", "non remis :", "échec de la remise", "echec de remise", "échec de remise", "mensaje no entregado",
    "no se puede entregar", "mancata consegna", "recapito non riuscito", "não entregue", "onbestelbaar",
    "niet afgeleverd", "ej levererat", "levererades inte", "niedostarczone", "не доставлено", "недоставленное",
    "未送達", "無法傳遞", "邮件无法投递", "rejected mail", "[bounce]", "mail failure", "message delivery has failed", "delivery has failed", "delivery status:",
    "delayed mail", "delivery delayed", "zustellung verzögert", "your message could not be delivered", "[postmaster]",
)  # fmt: skip


def is_automatic_reply(subject: str) -> bool:
    """Whether a subject begins as automatic replies do."""
    return subject.strip().casefold().startswith(AUTOMATIC_REPLIES)


def is_bounce(subject: str) -> bool:
    """Whether a subject begins as reports of failed delivery do."""
    return subject.strip().casefold().startswith(BOUNCES)
