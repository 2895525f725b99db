"""The parts that every world has to fill, with the demo's own cast in them.

An account is a customer's firm and the people there; a part fixes what the stories need (title, language, who writes
from a public mail address), while names may be anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from demo.names import FirmName, Name
from demo.world import Client, Language


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody to be cast. ``public`` is an address pattern outside the firm's own domain."""

    key: str
    name: Name
    title: str
    client: Client
    layout: int
    public: str = ""
    alias: bool = False
    formal: bool = False
    language: Language = "en"
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A customer to be cast."""

    key: str
    language: Language
    firm: FirmName
    parts: tuple[Part, ...]
    style: str = "{first}.{last}"
    formal: bool = False
    disclaimer: bool = False


_LONDON, _LISBON, _BERLIN, _PARIS, _PRAGUE = (
    "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Prague",
)  # fmt: skip

ACCOUNTS = (
    Account(
        "northwind",
        "en",
        FirmName("Northwind", "Northwind Logistics", "Lisbon", _LISBON, "+351 21 555 0###"),
        (
            Part("lead", Name("Tomás Ferreira", ""), "Operations Lead", "gmail", 0),
            Part("second", Name("Nils Hansen", ""), "IT Manager", "thunderbird", 2, alias=True),
            Part("third", Name("Yara Costa", ""), "Procurement", "apple", 1),
        ),
    ),
    Account(
        "halden",
        "de",
        FirmName("Halden", "Halden GmbH", "Hannover", _BERLIN, "+49 511 5550 ###"),
        (
            Part("lead", Name("Greta Becker", "Frau"), "Leitung Logistik", "outlook", 3),
            Part("new", Name("Jan Brandt", "Herr"), "Controlling", "outlook", 3),
        ),
        formal=True,
        disclaimer=True,
    ),
    Account(
        "kestrel",
        "en",
        FirmName("Kestrel", "Kestrel s.r.o.", "Prague", _PRAGUE, "+420 555 01# ###"),
        (Part("lead", Name("Pavel Novak", ""), "Buyer", "outlook", 4),),
        style="{initial}.{last}",
    ),
    Account(
        "aurora",
        "en",
        FirmName("Aurora", "Aurora Health Supplies", "London", _LONDON, "+44 20 7946 0###"),
        (
            Part("lead", Name("Samira Haddad", ""), "Security Officer", "outlook", 1),
            Part("second", Name("Ben Whitlock", ""), "Infrastructure Engineer", "mutt", 5),
            Part("third", Name("Olivia Grant", ""), "Programme Manager", "gmail", 0),
        ),
        disclaimer=True,
    ),
    Account(
        "verity",
        "en",
        FirmName("Verity", "Verity Brands Ltd", "Leeds", _LONDON, "+44 113 496 0###"),
        (
            Part("lead", Name("Uma Yilmaz", ""), "Supply Chain Director", "apple", 1),
            Part("second", Name("Rory Blake", ""), "Warehouse Systems", "phone", 5),
        ),
        style="{first}",
    ),
    Account(
        "marlow",
        "de",
        FirmName("Marlow", "Marlow Handels GmbH", "Berlin", _BERLIN, "+49 30 5550 ###"),
        (Part("lead", Name("Elif Kaya", "Frau"), "Einkauf", "thunderbird", 2),),
    ),
    Account(
        "lumen",
        "fr",
        FirmName("Lumen", "Lumen Distribution SAS", "Lyon", _PARIS, "+33 4 99 00 0# ##"),
        (Part("lead", Name("Hugo Moreau", "Monsieur"), "Responsable des achats", "outlook", 4),),
        style="{initial}.{last}",
    ),
    Account(
        "ridge",
        "en",
        FirmName("Ridge", "Ridge Outdoor Group", "Bristol", _LONDON, "+44 117 496 0###"),
        (
            Part("lead", Name("Kira Tanaka", ""), "General Counsel", "outlook", 0),
            Part("second", Name("Martin Doyle", ""), "Distribution Manager", "notes", 4),
        ),
        disclaimer=True,
    ),
    Account(
        "tidewater",
        "en",
        FirmName("Tidewater", "Tidewater Ltd", "Cork", "Europe/Dublin", "+353 21 555 0###"),
        (
            Part(
                "new",
                Name("Mercy Okafor", ""),
                "Import Coordinator",
                "gmail",
                0,
                public="{first}.{last}.trade@gmail.com",
            ),
        ),
    ),
    Account(
        "copperfield",
        "en",
        FirmName("Copperfield", "Copperfield Retail plc", "Manchester", _LONDON, "+44 161 496 0###"),
        (
            Part("lead", Name("Anita Desai", ""), "Applications Manager", "outlook", 1),
            Part("second", Name("Greg Palmer", ""), "Shift Lead", "phone", 5),
        ),
        disclaimer=True,
    ),
    Account(
        "oakline",
        "en",
        FirmName("Oakline", "Oakline Furniture Ltd", "Nottingham", _LONDON, "+44 115 496 0###"),
        (Part("lead", Name("Ewan Mackay", ""), "Logistics Manager", "notes", 4),),
        style="{initial}.{last}",
    ),
    Account(
        "brindle",
        "de",
        FirmName("Brindle", "Brindle Getränke GmbH", "Ulm", _BERLIN, "+49 731 5550 ###"),
        (Part("lead", Name("Johannes Maier", "Herr"), "Leitung Fuhrpark", "outlook", 3),),
        formal=True,
    ),
    Account(
        "solstice",
        "fr",
        FirmName("Solstice", "Solstice SA", "Lille", _PARIS, "+33 3 99 00 0# ##"),
        (Part("lead", Name("Agathe Leroy", "Madame"), "Direction logistique", "apple", 1),),
        formal=True,
    ),
    Account(
        "fennick",
        "en",
        FirmName("Fennick", "Fennick Group", "London", _LONDON, "+44 20 7946 0###"),
        (Part("introduced", Name("Laura Beckett", ""), "Transport Manager", "gmail", 1),),
    ),
    Account(
        "mover_old",
        "en",
        FirmName("Thornbury", "Thornbury Mills", "Bradford", _LONDON, "+44 1274 496 0##"),
        (Part("lead", Name("Daniel Moss", ""), "Site Manager", "outlook", 4),),
    ),
    Account(
        "mover_new",
        "en",
        FirmName("Calder", "Calder Foods plc", "Leeds", _LONDON, "+44 113 496 0###"),
        (Part("lead", Name("Sheila Munro", ""), "Finance Director", "gmail", 1),),
    ),
)

PRIVATE = (
    Part(
        "doctor", Name("Dr. Luca Rossi", "Herr"), "Facharzt für Innere Medizin", "apple", 0,
        public="praxis@dr-{last}.example", language="de", prefix="Dr. ",
    ),
    Part("friend", Name("Maren Stolz", "Frau"), "", "gmail", 5, public="{first}.{last}84@gmx.de", language="de"),
    Part(
        "banker", Name("Carsten Ohl", "Herr"), "Privatkundenberatung", "outlook", 3,
        public="{first}.{last}@hafenbank.example", language="de",
    ),
)  # fmt: skip
