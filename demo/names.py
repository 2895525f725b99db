"""Names of people and firms to draw from. All are invented; every firm's domain ends in ``.example``."""

from __future__ import annotations

from dataclasses import dataclass

from demo.world import Company, Language


@dataclass(frozen=True, slots=True)
class FirmName:
    """A firm before it gets a place in a world."""

    name: str
    legal: str
    city: str
    zone: str
    phone: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name and how a formal letter addresses its bearer."""

    full: str
    honorific: str


COMPANIES = (
    Company("Harbourline", "harbourline.example", "Slotwise", "Hamburg"),
    Company("Castellan", "castellan.example", "Gatehouse", "Berlin"),
    Company("Fernhill", "fernhill.example", "Yardbook", "Köln"),
    Company("Quayworks", "quayworks.example", "Dockplan", "Bremen"),
)

STAFF = (
    ("Ines Duarte", "Jonas Weber", "Mara Vogel", "Petra Hahn", "Ruth Adler"),
    ("Clara Winter", "Tobias Lang", "Nora Beyer", "Sabine Roth", "Georg Maurer"),
    ("Leonie Albrecht", "Marek Zielinski", "Felix Sommer", "Anja Keller", "Stefan Busch"),
    ("Paula Reimann", "David Osei", "Jule Harms", "Katrin Wolff", "Holger Engel"),
)

_LONDON, _LISBON, _DUBLIN = "Europe/London", "Europe/Lisbon", "Europe/Dublin"
_BERLIN, _PARIS, _PRAGUE, _OSLO = "Europe/Berlin", "Europe/Paris", "Europe/Prague", "Europe/Oslo"

FIRMS: dict[Language, tuple[FirmName, ...]] = {
    "en": (
        FirmName("Larkspur", "Larkspur Foods Ltd", "Leeds", _LONDON, "+44 113 496 0###"),
        FirmName("Penrose", "Penrose Freight plc", "Bristol", _LONDON, "+44 117 496 0###"),
        FirmName("Ashgrove", "Ashgrove Distribution", "Dublin", _DUBLIN, "+353 1 555 0###"),
        FirmName("Vantera", "Vantera Lda", "Porto", _LISBON, "+351 22 555 0###"),
        FirmName("Kingsmere", "Kingsmere Retail Ltd", "London", _LONDON, "+44 20 7946 0###"),
        FirmName("Nordhav", "Nordhav AS", "Bergen", _OSLO, "+47 55 55 0###"),
        FirmName("Belmore", "Belmore Packaging Ltd", "Cork", _DUBLIN, "+353 21 555 0###"),
        FirmName("Tarvin", "Tarvin Cold Chain", "Manchester", _LONDON, "+44 161 496 0###"),
        FirmName("Silvergate", "Silvergate s.r.o.", "Brno", _PRAGUE, "+420 555 01# ###"),
        FirmName("Hartwell", "Hartwell & Sons", "Edinburgh", _LONDON, "+44 131 496 0###"),
        FirmName("Ostara", "Ostara Lda", "Lisbon", _LISBON, "+351 21 555 0###"),
        FirmName("Fennick", "Fennick Group", "London", _LONDON, "+44 20 7946 0###"),
    ),
    "de": (
        FirmName("Brandau", "Brandau GmbH", "Kassel", _BERLIN, "+49 561 5550 ###"),
        FirmName("Weidenfels", "Weidenfels Logistik GmbH", "Leipzig", _BERLIN, "+49 341 5550 ###"),
        FirmName("Kronau", "Kronau AG", "Mannheim", _BERLIN, "+49 621 5550 ###"),
        FirmName("Sternhof", "Sternhof Möbel GmbH & Co. KG", "Münster", _BERLIN, "+49 251 5550 ###"),
        FirmName("Uferwerk", "Uferwerk GmbH", "Rostock", _BERLIN, "+49 381 5550 ###"),
        FirmName("Tannberg", "Tannberg Getränke GmbH", "Ulm", _BERLIN, "+49 731 5550 ###"),
    ),
    "fr": (
        FirmName("Clairval", "Clairval SAS", "Nantes", _PARIS, "+33 2 99 00 0# ##"),
        FirmName(
            "Montreuil Frais", "Montreuil Frais SARL", "Lille", _PARIS, "+33 3 99 00 0# ##", "montreuil-frais.example"
        ),
        FirmName("Orvanne", "Orvanne SA", "Lyon", _PARIS, "+33 4 99 00 0# ##"),
        FirmName("Beaulac", "Beaulac SAS", "Bordeaux", _PARIS, "+33 5 99 00 0# ##"),
    ),
}

NAMES: dict[Language, tuple[Name, ...]] = {
    "en": tuple(
        Name(full, "")
        for full in (
            "Harriet Lowe", "Owen Pritchard", "Miguel Santos", "Siobhán Kelly", "Anders Lie", "Priya Raman",
            "Callum Reid", "Beatriz Nunes", "Ellen Marsh", "Kofi Mensah", "Jakub Svoboda", "Naomi Fisher",
            "Rui Almeida", "Fiona Grant", "Marta Kowalska", "Declan Burke", "Hana Dvořáková", "Samuel Boateng",
            "Ingrid Solberg", "Lewis Carter", "Zeynep Arslan", "Theo Lambert", "Rachel Stone", "Vikram Nair",
            "Joana Prado", "Peter Quinn", "Amara Bello", "Louise Hart", "Edwin Vos", "Teresa Pinto",
        )
    ),
    "de": (
        Name("Sandra Vogt", "Frau"), Name("Thomas Krüger", "Herr"), Name("Melanie Fuchs", "Frau"),
        Name("Andreas Böhm", "Herr"), Name("Ayşe Demir", "Frau"), Name("Matthias Jung", "Herr"),
        Name("Nadine Schröder", "Frau"), Name("Uwe Lindner", "Herr"), Name("Christine Heß", "Frau"),
        Name("Florian Arndt", "Herr"), Name("Birgit Möller", "Frau"), Name("Markus Thiel", "Herr"),
    ),
    "fr": (
        Name("Camille Renaud", "Madame"), Name("Étienne Garnier", "Monsieur"), Name("Sophie Lemaire", "Madame"),
        Name("Julien Perrot", "Monsieur"), Name("Hélène Dufour", "Madame"), Name("Antoine Berger", "Monsieur"),
        Name("Claire Vasseur", "Madame"), Name("François Noël", "Monsieur"),
    ),
}  # fmt: skip
