"""Abbreviations whose full stop ends no sentence, in lower case without it."""

from __future__ import annotations

from typing import Final

# Titles and companies, months and days, references and Latin, streets; German and French ones beside them.
_ABBREVIATIONS_LIST: Final = """
    mr mrs ms dr prof st jr sr rev hon messrs
    inc ltd co corp llc dept div est bros assn
    jan feb mar apr jun jul aug sep sept oct nov dec
    vs etc eg ie e.g i.e cf al approx appt ext tel ph fax fig figs ref pp vol ed incl excl min max attn cc
    ave blvd rd ste apt bldg
    z.b bzw ca ggf evtl usw inkl zzgl nr str hr fr hrn dipl ing bspw lt max mind sog u.a d.h abs art
    m mme mlle mm dir env tél ex réf bd av
"""
ABBREVIATIONS: Final = frozenset(_ABBREVIATIONS_LIST.split())
# Words after which a number with its full stop goes on: "am 3. Mai", "im 2. Quartal", "5. KW".
_AFTER_ORDINALS_LIST: Final = """
    januar jänner jaenner jan februar feber feb märz maerz mrz april apr mai juni jun juli jul august aug september sept sep
    oktober okt november nov dezember dez
    quartal halbjahr kw kalenderwoche monats woche stock obergeschoss etage auflage geburtstag jahrhundert abschnitt
    leden února března dubna května června července srpna září října listopadu prosince
    januar februar mars maj juni juli august desember marts
"""
AFTER_ORDINALS: Final = frozenset(_AFTER_ORDINALS_LIST.split())
# Words that end a sentence as well as a number's label: "No. 7", "Fri. 5 March", but "We meet on Fri. Call me."
BEFORE_NUMBERS: Final = frozenset("no nos nr art p sec mon tue tues wed thu thur thurs fri sat sun".split())
# A line that ends with one of these goes on in the next, wherever a client broke it: "we ship on / Friday".
_OPEN_ENDS_LIST: Final = """
    a an the this next of on at by to from for with and or before after until between than your our my their its
    der die das den dem des am im bis zum zur von vom und oder mit für bei auf aus nach seit ein eine einen einem einer
    le la les du au aux un une et ou de des par pour avec dans sur avant après chez votre notre vos nos
"""
OPEN_ENDS: Final = frozenset(_OPEN_ENDS_LIST.split())
