"""A wedding told because of the new name that came with it: news of the trade, as a move to another office is.

Phrases as in the lists of private words: in lower case, separated by commas.
"""

from __future__ import annotations

from typing import Final

_WEDDINGS: Final = """
    geheiratet, wir heiraten, we got married, getting married, we marry, we are marrying, nous nous marions
"""
WEDDINGS: Final = frozenset(" ".join(_WEDDINGS.split()).split(", "))
# "I got married and am Greta Voss now": who writes so tells customers under which name to find them.
_NEW_NAMES: Final = """
    heiße jetzt, heiße ich jetzt, jetzt heiße ich, heiße nun, heiße ich nun, heiße seitdem, heiße seither, heiße ab sofort,
    heisse jetzt, heisse ich jetzt, heisse nun, heisse ich nun, neuen namen, neuer name, neuen nachnamen, neuer nachname,
    neuen familiennamen, meinen namen geändert, namensänderung, namenswechsel, neue mailadresse, neue e mail adresse,
    my new name, my new surname, new surname, new last name, my name is now, my surname is now, am now called,
    changed my name, changed my surname, name change, change of name, married name, new email address, new address is,
    mon nouveau nom, nouveau nom, m appelle désormais, m appelle maintenant, nom d épouse, nom de femme mariée,
    changé de nom, changement de nom, nouvelle adresse
"""
NEW_NAMES: Final = tuple(" ".join(_NEW_NAMES.split()).split(", "))
