"""Local parts of addresses behind which no single person stands (RFC 2142 and practice).

An address is taken apart at ``.``, ``-``, ``_`` and ``+``. What stands whole in a list counts everywhere; words of a
system or of news count as one of the pieces, too, because ``orders.update`` is no person's name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.expressions import expression
from extract.patterns.departments import is_department
from extract.patterns.public_domains import is_public

# Machines: nobody reads what is sent there, and no person wrote what comes from there.
_MACHINES_LIST: Final = """
    noreply no-reply no_reply donotreply do-not-reply do_not_reply dontreply noreplies nicht-antworten nepasrepondre
    ne-pas-repondre noresponder no-responder nao-responda naoresponda mailer-daemon mailerdaemon postmaster bounce
    bounces bounce-handler notification notifications notify notifier alert alerts automailer auto-reply autoreply
    auto-confirm autoconfirm mailer daemon nobody root cron robot bot system sysmail calendar-notification invitations
    reminders receipts updates digest tracking listserv majordomo mailman
"""
MACHINES: Final = frozenset(_MACHINES_LIST.split())
# Shared mailboxes of companies: people read them and answer, but the address is not one of them.
_DESKS_LIST: Final = """
    info information kontakt contact contacts hello hallo hi bonjour office sales verkauf vertrieb ventes marketing
    support help helpdesk service services servicedesk customerservice kundenservice kundendienst customercare billing
    invoices invoice rechnung rechnungen factures facturation accounting accounts buchhaltung comptabilite payments
    orders order bestellung bestellungen commandes admin administrator privacy datenschutz legal press presse media
    jobs careers karriere bewerbung recruiting hr personal team mail email post reception empfang secretariat sekretariat
    soporte servicio ventas contacto administracion facturacion pedidos assistenza vendite amministrazione ordini
    klantenservice verkoop administratie biuro sklep kontakti kundservice kundeservice asiakaspalvelu myynti
    comercial atendimento suporte faturacao rh serviceclient service.client customer.service customer-service
    human.resources humanresources public.relations publicrelations
    purchasing procurement logistics dispatch despatch returns claims tenders quotes payroll reservations bookings booking
    boxoffice box.office frontdesk welcome
    dispo disposition logistik auftrag auftraege auftragsannahme anfrage anfragen angebot angebote bestellungen versand
    reklamation reklamationen werkstatt zentrale verwaltung empfang reservierung reservierungen buchungen abrechnung
    commande devis achats livraison livraisons logistique expedition compta accueil atelier billetterie reservation
    fournisseurs sav
"""
_DESKS: Final = frozenset(_DESKS_LIST.split())
# Those of lists, of a network's keepers (RFC 2142 sections 4 to 6), and what stands where nobody is named: no person,
# and nobody's way to reach a company either.
_NOBODYS_LIST: Final = """
    webmaster hostmaster abuse security noc news newsletter subscribe unsubscribe list lists events feedback community
    everyone all staff undisclosed-recipients usenet uucp ftp www everybody alle tous todos tutti no.address noaddress
    unknown undisclosed recipients
"""
SHARED: Final = _DESKS | frozenset(_NOBODYS_LIST.split())
# Pieces of the addresses from which systems write: of a workflow, a registrar, a help desk, a shop.
_SYSTEMS_LIST: Final = """
    system systems sys svc svcs services server workflow registrar scheduler scheduling approval approvals notification
    notifications notify notifier notice notices alert alerts update updates updater automation automated autoresponder
    robot bot tracker ticket tickets ticketing monitor monitoring report reports reporting confirm confirmation
    confirmations receipts reservations reservation bookings statement statements ebill billing invoices orders order
    shipping shipment delivery helpdesk servicedesk password accounts account webmaster voicemail fax scanner printer
    jira jenkins github gitlab bugzilla cron daemon mailer enrollment registration arsystem sap oracle workday
    support customerservice custserv memberservices verification validation provisioning
"""
_SYSTEMS: Final = frozenset(_SYSTEMS_LIST.split())
# Pieces of the addresses from which news goes to many.
_BULK_LIST: Final = """
    news newsletter newsletters enews enewsletter newsflash announcement announcements announce offers offer promo
    promos promotion promotions deals specials savings digest headlines editor editors editorial
    marketing bulletin bulletins mailing mailings mailinglist subscriptions subscriber subscribers publicity broadcast
    campaign campaigns communications publicrelations rundbrief nieuwsbrief boletin infolettre events eventos webinar
    magazine insider update updates chairman rss rssfeeds feeds feed
"""
_BULK: Final = frozenset(_BULK_LIST.split())
_BULK_ENDS: Final = ("newsletter", "letter", "alert", "alerts", "daily", "update", "updates", "digest", "headlines")
# Addresses that reach a whole company, site or department.
_BROADCAST_LIST: Final = """
    all everyone everybody staff allstaff employees allemployees worldwide announcements announce undisclosed
    undisclosed-recipients recipients subscribers alle mitarbeiter belegschaft tous todos tutti medewerkers members
    distribution companywide
"""
_BROADCAST: Final = frozenset(_BROADCAST_LIST.split())
# A piece that makes an address a list's, wherever it stands: a team's, a department's, a club's.
_LISTS_LIST: Final = """
    lists group groups team dept department committee committees discuss users devel mailinglist participants alumni
"""
_LISTS: Final = frozenset(_LISTS_LIST.split())
_MACHINE_STARTS: Final = (
    "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "bounce-", "bounces-", "bounce+",
    "bounces+", "notifications-", "notifications+", "mailer-daemon", "msprvs1=", "prvs=", "srs0=", "srs1=", "owner-",
    "imceanotes-", "imceaex-",
)  # fmt: skip
_MACHINE_ENDS: Final = (
    "-noreply", "-no-reply", ".noreply", "_noreply", "-bounces", "-bounce", "-request", "-notification",
    "-notifications", "-owner", "-daemon",
)  # fmt: skip
# How Exchange, LISTSERV and people who name lists begin and end them.
_LIST_STARTS: Final = ("dl-", "dl_", "dl.", "grp-", "gg-", "list-", "lst-", "ml-")
_LIST_ENDS: Final = ("-list", "_list", "-l", "-dl", "_dl")
_NO_LETTERS: Final = expression(r"[^a-z]+")
_REMEMBERED: Final = 4_096  # addresses whose pieces are kept: a mailbox names the same ones again and again
# Local parts without two letters in a row, and codes that programs count up: tickets, returned envelopes.
_CODES: Final = expression(
    r"[^a-z]*|[0-9.]{6,}[^a-z]*|(?:[a-z]+[-_+=.])?(?:ticket|case|bug|issue|reply|id|ref|msg|conf)[-_+=.]?[0-9a-f]{4,}.*|[a-f0-9-]{24,}|.*[0-9]{9,}.*"
)


def is_machine(address: str) -> bool:
    """Whether a program stands behind an address (lower case)."""
    local = address.rpartition("@")[0]
    plain = local.partition("+")[0]
    return plain in MACHINES or local.startswith(_MACHINE_STARTS) or plain.endswith(_MACHINE_ENDS)


def is_system(address: str) -> bool:
    """Whether a piece of an address (lower case) names a system, as in ``orders-update@``."""
    return not _SYSTEMS.isdisjoint(_pieces(address)) or any(
        piece.endswith(("svcs", "system")) for piece in _pieces(address)
    )


def is_bulk_sender(address: str) -> bool:
    """Whether a piece of an address (lower case) names news for many, as in ``mill.announcements@``."""
    pieces = _pieces(address)
    return not _BULK.isdisjoint(pieces) or any(piece.endswith(_BULK_ENDS) for piece in pieces)


def is_broadcast(address: str) -> bool:
    """Whether an address (lower case) reaches a whole company or site, as in ``all.hamburg@`` or ``dl-all-plants@``."""
    return not _BROADCAST.isdisjoint(_pieces(address))


def is_role(address: str) -> bool:
    """Whether an address (lower case) belongs to no single person: a program's, a shared mailbox, a list's, a code."""
    shared = _local(address) in SHARED or is_department(_local(address))
    return is_machine(address) or shared or is_list(address) or _is_code(address)


def is_desk(address: str) -> bool:
    """Whether several people of a company read an address (lower case) and answer, as at ``office@`` or ``goods-in@``."""
    local = _local(address)
    is_shared = local in _DESKS or is_department(local)
    return is_shared and not (is_machine(address) or is_list(address) or _is_code(address))


def is_list(address: str) -> bool:
    """Whether an address (lower case) is a list's, as in ``dl-plant-managers@``, ``buyers-l@`` or ``pricing.team@``."""
    local = _local(address)
    named = local.startswith(_LIST_STARTS) or local.endswith(_LIST_ENDS)
    return named or is_broadcast(address) or not _LISTS.isdisjoint(_pieces(address))


def _local(address: str) -> str:
    return address.rpartition("@")[0].partition("+")[0]


def _is_code(address: str) -> bool:
    """Whether a program counted an address up. At public providers people have their numbers for names."""
    local, _, domain = address.rpartition("@")
    return not is_public(domain) and bool(_CODES.fullmatch(local))


@lru_cache(_REMEMBERED)
def _pieces(address: str) -> frozenset[str]:
    return frozenset(_NO_LETTERS.sub(" ", address.rpartition("@")[0]).split())
