"""What postal addresses look like: streets, boxes, rooms, postcodes before and behind towns, states and countries."""

from __future__ import annotations

from typing import Final

from extract.expressions import expression
from extract.patterns.regions import COUNTRIES

# Words of streets and buildings, in lower case; "st" and "dr" stand for other things too and need a number before them.
STREETS: Final = frozenset(
    """
    street st st. road rd rd. avenue ave ave. av av. drive dr dr. lane ln boulevard blvd blvd. way court ct place pl plaza square sq parkway
    pkwy highway hwy freeway fwy circle terrace crescent close row walk wharf quay loop trail mews park broadway estate yard
    rue allée chemin quai impasse cours calle avenida paseo carrer rua praça via viale piazza corso largo strada ul ul. aleja plac
    weg platz allee gasse ring damm ufer chaussee straße strasse str str. am an im zum zur markt
    """.split()
)
STREET_ENDINGS: Final = (
    "straße", "strasse", "str.", "str", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "steig", "stieg", "hof", "lände", "straat",
    "laan", "plein", "kade", "gracht", "dijk", "singel", "gatan", "vägen", "gata", "vägen", "vej", "gade", "gate", "gaten", "vei",
    "veien", "torget", "torv", "katu", "tie", "torpet", "kuja", "ufer", "graben", "markt", "berg", "wall",
)  # fmt: skip
PARTS: Final = frozenset(
    """
    suite ste ste. floor flr fl room rm rm. building bldg bldg. tower unit level mailstop mail-stop ms block apt apartment house etage
    étage stock piso planta edificio bâtiment bât gebäude haus postfach box p.o po p.o. pob bp postbus boîte cedex apartado casella
    center centre campus industrial gewerbegebiet gewerbepark zone zi za
    """.split()
)
_STATES: Final = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
    jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania island tennessee texas utah vermont virginia washington
    wisconsin wyoming alberta ontario quebec québec manitoba saskatchewan columbia scotia brunswick newfoundland victoria queensland
    tx ca ny nj fl il pa oh ga nc sc va md ma ct wa or az co mi mn wi mo tn ky al la ok ks ne nm nv ut ia ar ms in ri nh vt me de dc
    wv id mt nd sd wy ak hi ab on qc bc mb sk ns nsw vic qld
"""
STATES: Final = frozenset(_STATES.split())
# A postcode beside its town. The country's own letter may stand before it: "D-33333 Halle", "CH-8000 Zug".
TOWN: Final = expression(
    r"\b\p{L}[\p{L}.' -]+,? +[A-Z]{2}\.?,? +\d{5}(?:-\d{4})?\b"  # Springfield, IL 62701
    r"|\b\p{Lu}[\p{L}.]+,? +\d{5}(?:-\d{4})?$"  # Texas 77067
    r"|\b\p{L}[\p{L}.' -]+,? [A-Z]{2,3},? \d{4}\b"  # Australia
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"  # United Kingdom
    r"|(?:^|[,\s|])(?:[A-Z]{1,3}[- ])?\d{4,5},? \p{Lu}[\p{L}]"  # most of Europe
    r"|\b\d{4} ?[A-Z]{2},? +\p{Lu}[\p{L}]"  # the Netherlands
    r"|\b\d{2}-\d{3} \p{Lu}[\p{L}]"  # Poland
    r"|(?:^|[,\s])(?:[A-Z]{1,2}[- ])?\d{3} \d{2} \p{Lu}[\p{L}]"  # Sweden, the Czech Republic
    r"|〒\s?\d{3}-?\d{4}"  # Japan
    r"|\b(?:Dublin|Paris|Lyon|Marseille|Wien|Vienna|Praha|Prague|Budapest|Brno|Zürich) \d{1,2}\b"  # numbered districts
    r"|\b\p{Lu}[\p{L}]+ \d{6}$"  # Singapore, India
)
# "#3500, 855 - 2nd Street", "12 Mill Street", "1-3 Quay"; "Mill Lane 12" has its number behind.
NUMBERED: Final = expression(
    r"^(?:#? ?\d{1,5}[a-zA-Z]?[,/ -]+){1,3}(?:\p{L}|\d{1,3}(?:st|nd|rd|th)\b)|^\p{L}[\p{L}. '-]+,? \d{1,4} ?[a-z]?(?:[-/]\d{1,4})?[a-z]?(?:,|$)"
)
# What names a desk inside a large house: "EB3875", "GPP3-389", "3AC 1520".
ROOM: Final = expression(r"^(?:[A-Z]{1,4}\d?[ -]?\d{3,5}[A-Za-z]?|\d{1,2}[A-Z]{1,3}[ -]?\d{2,5})$")
_DIGITS: Final = frozenset("0123456789")
# A floor or room alone leads nowhere; it counts beside a street.
WITHIN: Final = frozenset(
    "suite ste floor flr fl room rm level mailstop ms etage étage stock piso planta apt apartment house haus unit".split()
)
# Postcodes that tell their country by their form.
_COUNTRIES_BY_FORM: Final = (
    ("CA", expression(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")),
    ("GB", expression(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")),
    ("NL", expression(r"\b\d{4} ?[A-Z]{2},? +\p{Lu}\p{L}")),
    (
        "US",
        expression(r"\b(?:[A-Z]{2}|Texas|California|York|Illinois|Florida|Ohio|Virginia)\.?,? +\d{5}(?:-\d{4})?\b"),
    ),
    ("DE", expression(r"\bDE?[- ]\d{5}\b")),
    ("AT", expression(r"\bAT?[- ]\d{4}\b")),
    ("CH", expression(r"\bCH[- ]\d{4}\b")),
    ("FR", expression(r"\bFR?[- ]\d{5}\b|\bCEDEX\b|\bCedex\b")),
)


def country_of(address: str) -> str | None:
    """The country that the form of an address's postcode tells, as an ISO 3166 code."""
    return next((country for country, form in _COUNTRIES_BY_FORM if form.search(address)), None)


def is_street(line: str, words: list[str]) -> bool:
    """Whether a line gives a street and house, a box, a floor or a room."""
    has_digit = not _DIGITS.isdisjoint(line)
    if not PARTS.isdisjoint(words):
        return has_digit
    if not has_digit:
        return False
    is_named = not STREETS.isdisjoint(words) or any(
        len(word) > len("str") and word.endswith(STREET_ENDINGS) for word in words
    )
    return is_named and NUMBERED.search(line) is not None


def is_town(line: str, words: list[str]) -> bool:
    """Whether a line gives a town with its postcode or its state, or a country alone."""
    if not _DIGITS.isdisjoint(line) and TOWN.search(line):
        return True
    if " ".join(words) in COUNTRIES:
        return True
    return len(words) in _TOWN_AND_STATE and "," in line and words[-1] in STATES


_TOWN_AND_STATE: Final = frozenset({2, 3})
