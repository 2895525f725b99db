"""Local parts of addresses behind which no single person stands (RFC 2142 and practice)."""

from __future__ import annotations

from typing import Final

# Machines: nobody reads what is sent there, and no person wrote what comes from there.
_MACHINES_LIST: Final = """
    noreply no-reply no_reply donotreply do-not-reply do_not_reply dontreply noreplies nicht-antworten nepasrepondre
    ne-pas-repondre noresponder no-responder nao-responda naoresponda mailer-daemon mailerdaemon postmaster bounce
    bounces bounce-handler notification notifications notify notifier alert alerts automailer auto-reply autoreply
    auto-confirm autoconfirm mailer daemon nobody root cron robot bot system sysmail calendar-notification invitations
    reminders receipts updates digest tracking listserv majordomo mailman
"""
MACHINES: Final = frozenset(_MACHINES_LIST.split())
# Shared mailboxes: people read them, but the address is not one of them.
_SHARED_LIST: Final = """
    info information kontakt contact contacts hello hallo hi bonjour office sales verkauf vertrieb ventes marketing
    support help helpdesk service services servicedesk customerservice kundenservice kundendienst customercare billing
    invoices invoice rechnung rechnungen factures facturation accounting accounts buchhaltung comptabilite payments
    orders order bestellung bestellungen commandes admin administrator webmaster hostmaster abuse security noc privacy
    datenschutz legal press presse media news newsletter jobs careers karriere bewerbung recruiting hr personal team
    mail email post reception empfang secretariat sekretariat subscribe unsubscribe list lists events feedback
    community everyone all staff undisclosed-recipients usenet uucp ftp www
"""
SHARED: Final = frozenset(_SHARED_LIST.split())
_MACHINE_STARTS: Final = (
    "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "bounce-", "bounces-", "bounce+",
    "bounces+", "notifications-", "notifications+", "mailer-daemon", "msprvs1=", "prvs=", "srs0=", "srs1=", "owner-",
)  # fmt: skip
_MACHINE_ENDS: Final = (
    "-noreply", "-no-reply", ".noreply", "_noreply", "-bounces", "-bounce", "-request", "-notification",
    "-notifications", "-owner", "-daemon",
)  # fmt: skip


def is_machine(address: str) -> bool:
    """Whether a program stands behind an address (lower case)."""
    local = address.rpartition("@")[0]
    plain = local.partition("+")[0]
    return plain in MACHINES or local.startswith(_MACHINE_STARTS) or plain.endswith(_MACHINE_ENDS)


def is_role(address: str) -> bool:
    """Whether an address (lower case) belongs to no single person: a program's or a shared mailbox."""
    return is_machine(address) or address.rpartition("@")[0].partition("+")[0] in SHARED
