"""Legal forms of companies, per country, in lower case and without full stops."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

# Each stands behind the name, or before it in Finland, Poland and the Netherlands; those of two words are kept with a blank.
FORMS: Final[dict[str, str]] = {
    "US": "inc incorporated corp corporation llc llp lp pllc pc co ltd na",
    "GB": "ltd limited plc llp cic",
    "IE": "ltd limited plc dac clg",
    "DE": "gmbh ag kg ohg ug gbr e.k ek ev e.v eg kgaa mbh se gmbh&co ggmbh partg mbb partgmbb",
    "AT": "gmbh ag kg og gesmbh ges.m.b.h",
    "CH": "ag sa sarl sàrl gmbh sagl",
    "FR": "sa sas sasu sarl eurl snc sci scop selarl",
    "BE": "nv bv bvba sprl srl sa vof asbl vzw",
    "NL": "bv nv vof cv b.v n.v",
    "IT": "srl spa sas snc s.r.l s.p.a scarl",
    "ES": "sl sa slu sau s.l s.a slp",
    "PT": "lda sa unipessoal",
    "BR": "ltda sa eireli",
    "PL": "z.o.o zoo s.a sp sp.k",
    "SE": "ab hb kb",
    "DK": "a/s aps i/s k/s",
    "NO": "as asa ans",
    "FI": "oy oyj ab ky ry oy ab",
    "CZ": "s.r.o sro a.s",
    "HU": "kft zrt nyrt bt",
    "RO": "srl s.r.l s.a",
    "RU": "ooo zao oao pao ооо зао оао пао",
    "TR": "a.ş aş ltd.şti",
    "JP": "kk k.k",
    "CN": "co ltd",
    "IN": "pvt ltd llp",
    "AU": "pty ltd",
    "SG": "pte ltd",
    "MY": "sdn bhd",
    "IL": "ltd",
    "ZA": "pty cc",
}
_ALL: Final = frozenset(form.replace(".", "") for forms in FORMS.values() for form in forms.split())
# Common words in one language or another: they are legal forms only as they are written there.
_CASED: Final = {
    "ag": {"AG"}, "as": {"AS"}, "se": {"SE"}, "sa": {"SA"}, "pc": {"PC"}, "co": {"Co", "CO"}, "ab": {"AB", "Ab"}, "kg": {"KG"},
    "bt": {"BT", "Bt"}, "ek": {"eK"}, "eg": {"eG"}, "ev": {"eV"}, "na": {"NA"}, "sl": {"SL"}, "og": {"OG"}, "sp": {"Sp"}, "cc": {"CC"},
    "ry": {"ry"}, "lp": {"LP"}, "ug": {"UG"}, "bv": {"BV"}, "nv": {"NV"}, "kb": {"KB"}, "hb": {"HB"}, "cv": {"CV"}, "ky": {"Ky", "KY"},
    "oy": {"Oy", "OY"}, "kk": {"KK"}, "spa": {"SpA", "SPA", "Spa"}, "asa": {"ASA"}, "aps": {"ApS", "APS"}, "zoo": {"zoo"}, "sas": {"SAS"},
    "sci": {"SCI"}, "ans": {"ANS"}, "ooo": {"OOO"}, "ltd": {"Ltd", "LTD", "ltd"},
}  # fmt: skip
# "Kern & Partner", "Hill and Sons": who stands behind such a word makes a firm of the name.
_JOINED: Final = frozenset({"&", "and", "und", "et", "y", "e", "en", "og", "och", "+"})
_FELLOWS: Final = frozenset(
    "partner partners associates associés associes sons söhne fils figli hijos zonen company cie daughters brothers gebrüder".split()
)
_MARKED: Final = ("株式会社", "有限公司", "有限会社", "주식회사", "合同会社", "公司", "股份")  # no blanks around them


def is_legal_form(word: str) -> bool:
    """Whether one word as written, full stops and commas aside, is a legal form."""
    bare = word.strip(",;()").replace(".", "")
    lower = bare.lower()
    return lower in _ALL and (lower not in _CASED or bare in _CASED[lower])


def has_legal_form(line: str) -> bool:
    """Whether a line names a company by its legal form; a form alone names none."""
    words = line.split()
    if any(form in line for form in _MARKED):
        return True
    if len(words) > 1 and any(is_legal_form(word) for word in words):
        return True
    pairs = pairwise(words[1:])
    return any(one.lower() in _JOINED and other.lower().strip(",.") in _FELLOWS for one, other in pairs)
