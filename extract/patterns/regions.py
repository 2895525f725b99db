"""Countries by name, and the country that a time zone stands for: which country's numbers a block writes."""

from __future__ import annotations

from typing import Final

from extract.expressions import expression

COUNTRIES: Final[dict[str, str]] = {
    "usa": "US", "u.s.a": "US", "united states": "US", "united states of america": "US", "canada": "CA", "mexico": "MX", "méxico": "MX",
    "united kingdom": "GB", "uk": "GB", "u.k": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
    "great britain": "GB", "ireland": "IE", "germany": "DE", "deutschland": "DE", "austria": "AT", "österreich": "AT",
    "switzerland": "CH", "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "france": "FR", "belgium": "BE", "belgique": "BE",
    "belgië": "BE", "netherlands": "NL", "the netherlands": "NL", "nederland": "NL", "luxembourg": "LU", "italy": "IT",
    "italia": "IT", "spain": "ES", "españa": "ES", "portugal": "PT", "brazil": "BR", "brasil": "BR", "argentina": "AR", "chile": "CL",
    "colombia": "CO", "poland": "PL", "polska": "PL", "czech republic": "CZ", "czechia": "CZ", "slovakia": "SK", "hungary": "HU",
    "romania": "RO", "bulgaria": "BG", "greece": "GR", "turkey": "TR", "türkiye": "TR", "sweden": "SE", "sverige": "SE",
    "denmark": "DK", "danmark": "DK", "norway": "NO", "norge": "NO", "finland": "FI", "suomi": "FI", "iceland": "IS",
    "estonia": "EE", "latvia": "LV", "lithuania": "LT", "russia": "RU", "россия": "RU", "ukraine": "UA", "israel": "IL", "india": "IN",
    "china": "CN", "p.r.china": "CN", "hong kong": "HK", "taiwan": "TW", "japan": "JP", "日本": "JP", "south korea": "KR", "korea": "KR",
    "singapore": "SG", "malaysia": "MY", "thailand": "TH", "vietnam": "VN", "indonesia": "ID", "philippines": "PH", "australia": "AU",
    "new zealand": "NZ", "south africa": "ZA", "egypt": "EG", "morocco": "MA", "nigeria": "NG", "kenya": "KE", "iran": "IR",
    "saudi arabia": "SA", "united arab emirates": "AE", "uae": "AE", "pakistan": "PK",
}  # fmt: skip
# How people of a country group the digits of their numbers, where nobody else does.
NUMBER_FORMS: Final = (
    ("US", expression(r"^(?:1[-. ]?)?\(?\d{3}\)?[ \-./]{1,3}\d{3}[ \-.]{1,3}\d{4}$")),  # (212) 555-0143
    ("FR", expression(r"^0[1-9](?:[ .]\d\d){4}$")),  # 06 39 98 00 00
    (
        "GB",
        expression(r"^(?:07\d{3} \d{3} ?\d{3}|01\d{3} \d{3} ?\d{3}|020 \d{4} \d{4}|01(?:1\d|[24689]1) \d{3} \d{4})$"),
    ),  # 07700 900 123, 020 7946 0000
    ("DE", expression(r"^01(?:5\d|6[0-3]|7\d)[ /-]?\d{3}[ \d]{4,6}$")),  # 0171 3920000
    ("BE", expression(r"^04\d\d(?:[ /.]\d\d){3}$")),  # 0470 55 50 00
    ("AU", expression(r"^04\d\d \d{3} \d{3}$")),  # 0491 570 000
)
# Beginnings of numbers in E.164 form that a country gives to mobiles alone. North America has none.
MOBILES: Final = (
    "+336", "+337", "+447", "+4915", "+4916", "+4917", "+3246", "+3247", "+3248", "+3249", "+316", "+4175", "+4176", "+4177", "+4178",
    "+4179", "+43650", "+4366", "+43676", "+43680", "+43681", "+43688", "+43699", "+346", "+347", "+393", "+3519", "+467", "+474", "+479",
    "+3584", "+35850", "+485", "+4860", "+4866", "+4869", "+4872", "+4873", "+4878", "+4879", "+4888", "+35383", "+35385",
    "+35386", "+35387", "+35389", "+614", "+642", "+8180", "+8190", "+8170", "+861", "+8210", "+79", "+9725", "+5215",
)  # fmt: skip
# Top-level domains that are countries' but for sale to everybody, or not the country's ISO code.
NO_COUNTRY: Final = frozenset(
    {"io", "co", "ai", "tv", "me", "cc", "ws", "fm", "ly", "to", "eu", "su", "gg", "so", "ag", "vc"}
)
RENAMED: Final = {"uk": "GB"}
_ZONES: Final = """
    America/New_York US America/Chicago US America/Denver US America/Los_Angeles US America/Phoenix US America/Anchorage US
    America/Detroit US America/Boise US America/Indiana/Indianapolis US Pacific/Honolulu US US/Eastern US US/Central US US/Mountain US US/Pacific US
    America/Toronto CA America/Vancouver CA America/Edmonton CA America/Winnipeg CA America/Halifax CA America/Montreal CA
    America/Calgary CA America/Mexico_City MX America/Sao_Paulo BR America/Argentina/Buenos_Aires AR America/Santiago CL
    America/Bogota CO America/Lima PE Europe/London GB Europe/Dublin IE Europe/Berlin DE Europe/Busingen DE Europe/Vienna AT
    Europe/Zurich CH Europe/Paris FR Europe/Brussels BE Europe/Amsterdam NL Europe/Luxembourg LU Europe/Rome IT Europe/Madrid ES
    Europe/Lisbon PT Europe/Warsaw PL Europe/Prague CZ Europe/Bratislava SK Europe/Budapest HU Europe/Bucharest RO Europe/Sofia BG
    Europe/Athens GR Europe/Istanbul TR Europe/Stockholm SE Europe/Copenhagen DK Europe/Oslo NO Europe/Helsinki FI
    Atlantic/Reykjavik IS Europe/Tallinn EE Europe/Riga LV Europe/Vilnius LT Europe/Moscow RU Europe/Kiev UA Europe/Kyiv UA
    Asia/Jerusalem IL Asia/Kolkata IN Asia/Calcutta IN Asia/Shanghai CN Asia/Hong_Kong HK Asia/Taipei TW Asia/Tokyo JP Asia/Seoul KR
    Asia/Singapore SG Asia/Kuala_Lumpur MY Asia/Bangkok TH Asia/Jakarta ID Asia/Manila PH Asia/Dubai AE Asia/Riyadh SA
    Asia/Tehran IR Asia/Karachi PK Australia/Sydney AU Australia/Melbourne AU Australia/Brisbane AU Australia/Perth AU
    Australia/Adelaide AU Pacific/Auckland NZ Africa/Johannesburg ZA Africa/Cairo EG Africa/Lagos NG Africa/Nairobi KE
    Africa/Casablanca MA
"""
ZONES: Final = dict(zip(_ZONES.split()[::2], _ZONES.split()[1::2], strict=True))


def region_of_domain(domain: str) -> str | None:
    """The country of a domain's ending, as an ISO 3166 code; None where the ending is no country's."""
    ending = domain.rpartition(".")[2].lower()
    if len(ending) != len("de") or ending in NO_COUNTRY:
        return None
    return RENAMED.get(ending, ending.upper())
