"""Signatures, sign-offs, greetings and disclaimers: what a person puts around what they say."""

from __future__ import annotations

from random import Random

from demo.world import Client, Language, Person

SIGNOFFS: dict[Language, tuple[str, ...]] = {
    "en": ("Best regards", "Kind regards", "Best", "Many thanks", "Thanks", "Regards"),
    "de": ("Viele Grüße", "Beste Grüße", "Herzliche Grüße"),
    "fr": ("Bien à vous", "Bonne journée", "Bien cordialement"),
}
FORMAL_SIGNOFFS: dict[Language, tuple[str, ...]] = {
    "en": ("Kind regards",),
    "de": ("Mit freundlichen Grüßen", "Freundliche Grüße"),
    "fr": ("Cordialement", "Bien cordialement"),
}
PHONE_LINES: dict[Language, str] = {
    "en": "Sent from my iPhone",
    "de": "Von meinem iPhone gesendet",
    "fr": "Envoyé de mon iPhone",
}
DISCLAIMERS: dict[Language, str] = {
    "en": (
        "This e-mail and any attachments are confidential and intended solely for the addressee. If you have received "
        "it in error, please notify the sender and delete it. Registered office: {city}."
    ),
    "de": (
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie "
        "bitte den Absender und löschen Sie diese Nachricht. Sitz der Gesellschaft: {city}."
    ),
    "fr": (
        "Ce message et ses pièces jointes sont confidentiels. Si vous l'avez reçu par erreur, merci d'en avertir "
        "l'expéditeur et de le supprimer. Siège social : {city}."
    ),
}
_PHONE_LABEL: dict[Language, str] = {"en": "T", "de": "Tel.", "fr": "Tél. :"}


def greeting(sender: Person, to: tuple[Person, ...], language: Language, rng: Random) -> str:
    """How a letter to ``to`` begins."""
    if len(to) > 1:
        return {"en": "Hi both,", "de": "Hallo zusammen,", "fr": "Bonjour à tous,"}[language]
    one = to[0]
    if language != "en" and _is_formal(sender, one):
        known = {"Frau": "Madame", "Herr": "Monsieur"}.get(one.honorific, "") if language == "fr" else one.honorific
        known = known or one.honorific
        opener = {"de": rng.choice(("Guten Tag {}", "Hallo {}")), "fr": "Bonjour {}"}[language]
        return opener.format(f"{known} {one.last}" if language == "de" else known) + ","
    openers = {"en": ("Hi {},", "Hello {},", "{},", "Dear {},"), "de": ("Hallo {},",), "fr": ("Bonjour {},",)}
    return rng.choice(openers[language]).format(one.first)


def signoff(sender: Person, to: tuple[Person, ...], language: Language, rng: Random) -> str:
    """The closing words, without a name."""
    return rng.choice((FORMAL_SIGNOFFS if _is_formal(sender, to[0]) else SIGNOFFS)[language])


def signature(person: Person, client: Client) -> str:
    """The block under the name: a separator where the client writes one, one of six layouts."""
    if client == "phone":
        return PHONE_LINES[person.language]
    rows = _rows(person)
    return "-- \n" + rows if client in {"thunderbird", "mutt"} else rows


def disclaimer(person: Person) -> str:
    """The firm's small print; empty when it has none."""
    if person.firm is None or not person.firm.disclaimer:
        return ""
    return DISCLAIMERS[person.language].format(city=person.firm.city)


def _rows(person: Person) -> str:
    label = _PHONE_LABEL[person.language]
    site = f"www.{person.address.rpartition('@')[2]}"
    title, firm = person.title, person.organization
    layouts = (
        (person.name, title, firm, f"{label} {person.phone}"),
        (person.name, f"{title} | {firm}", f"{label} {person.phone} | {person.address}"),
        (f"{person.name} | {title} | {firm} | {person.phone}",),
        (person.name, title, "", firm, *_place(person), f"{label} {person.phone}", site),
        (f"{person.name:<32}{label} {person.phone}", f"{title:<32}{person.address}", firm),
        (person.name, ", ".join(part for part in (title, firm) if part), person.phone),
    )
    rows = layouts[person.layout % len(layouts)]
    return "\n".join(row for row in rows if row.strip(" |") or row == "").strip()


def _place(person: Person) -> tuple[str, ...]:
    return (person.firm.city,) if person.firm else ()


def _is_formal(one: Person, other: Person) -> bool:
    return one.formal or other.formal
