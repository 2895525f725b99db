"""Mailboxes of departments whose names are made of several words: ``goods-in@``, ``accounts.payable@``, ``wareneingang@``.

No list of whole local parts can hold these: firms put them together from a few words, in either order, with a hyphen, a
dot or nothing between. So an address is a department's when *all* of its pieces are words of departments. A name in one
of the pieces keeps it a person's: ``grace.sales@`` and ``max.einkauf@`` are somebody's. No word here is a given name, and
those that are surnames as well (Sales, Stock, Lager, Bureau) never count alone.
"""

from __future__ import annotations

from typing import Final

from extract.expressions import expression

# What departments are called and what they handle.
_ENGLISH: Final = """
    goods accounts account accounting purchasing purchase purchases procurement buying receiving receivables payables
    invoicing invoices billing orders order dispatch despatch shipping deliveries logistics warehouse stores stock
    inventory production planning quality maintenance facilities engineering technical export exports import imports
    customs returns claims complaints spares parts repairs payroll finance credit tenders quotes quotations estimating
    bookings reservations reception office desk sales service services support customer customers supplier suppliers
    vendor vendors contracts projects training department control care
"""
_GERMAN: Final = """
    waren ware eingang ausgang einkauf verkauf vertrieb rechnung rechnungen buchhaltung kreditoren debitoren lohn gehalt
    auftrag auftraege bestellung bestellungen lager versand logistik disposition dispo innendienst aussendienst kunden
    kundendienst kundenservice kundenbetreuung technik werkstatt ersatzteile reklamation reklamationen qualitaet
    produktion fertigung verwaltung zentrale empfang sekretariat buero annahme ausgabe anlieferung zoll anfrage anfragen
    angebot angebote abrechnung personalabteilung abteilung
"""
_FRENCH: Final = """
    achats achat ventes vente compta comptabilite facturation factures fournisseurs fournisseur clients client
    marchandises marchandise reception expedition expeditions livraison livraisons commandes commande magasin stocks
    logistique approvisionnement approvisionnements atelier qualite accueil secretariat bureau etudes paie tresorerie
    devis apres sav comptable technique commercial service
"""
_NOUNS: Final = frozenset((_ENGLISH + _GERMAN + _FRENCH).split())
# What is said of them: which way the goods go, which of several it is, the little words between.
_QUALIFIERS_LIST: Final = """
    in out inward inwards outward outwards inbound outbound incoming outgoing payable receivable front back main head
    central general internal external international domestic north south east west uk us eu and of for
    nord sued ost intern extern zentral und fuer
    entree entrees sortie sorties sud est ouest et d l
"""
_QUALIFIERS: Final = frozenset(_QUALIFIERS_LIST.split())
# Written without anything between: ``goodsin``, ``accountspayable``, ``wareneingang``, ``auftragsannahme``. The first
# part says what of, the second what is done with it, so that no surname is met: there is no Warenannahme family.
_RUN_TOGETHER: Final = expression(
    r"(?:goods|accounts|orders?|sales|front|back|customer|purchase|parts|stock|credit)"
    r"(?:in|inwards?|out|outwards?|payables?|receivables?|desk|office|care|control|department|ledger)"
    r"|(?:waren|rechnungs?|auftrags?|kunden|lohn|finanz|kreditoren|debitoren|bestell|reklamations|personal|zoll|post|material|werks)"
    r"(?:eingang|ausgang|annahme|ausgabe|abwicklung|betreuung|buchhaltung|verwaltung|abteilung|stelle|lager)"
    r"|(?:zentral|innen|aussen|teile|technischer)?(?:einkauf|vertrieb|verkauf)(?:s?(?:abteilung|leitung|innendienst|aussendienst))?"
)
_SEPARATORS: Final = expression(r"[-._]+")


def is_department(local: str) -> bool:
    """Whether a local part (lower case) is made of nothing but words of departments."""
    pieces = [piece for piece in (each.strip("0123456789") for each in _SEPARATORS.split(local)) if piece]
    nouns = [piece for piece in pieces if piece in _NOUNS or _RUN_TOGETHER.fullmatch(piece)]
    if len(pieces) == 1:
        return bool(_RUN_TOGETHER.fullmatch(pieces[0]))
    return bool(nouns) and all(piece in nouns or piece in _QUALIFIERS for piece in pieces)
