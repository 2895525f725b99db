"""Telephone numbers of a signature: what kind, and the number that anybody in the world can dial.

A number is written for people who are near. Which country it belongs to is told by what stands around it: its own
country code, the address below, the ending of the sender's domain, the codes of other numbers, and at last the
owner's time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from extract.patterns import postal
from extract.patterns.regions import COUNTRIES, MOBILES, NUMBER_FORMS, ZONES, region_of_domain

_AMERICAN_REGIONS: Final = frozenset({"US", "CA"})
_INTERNATIONAL: Final = ("+", "(+", "00")
_SHORTEST: Final = 6  # digits: fewer are a house's own extension


def region_of(address: str | None, domains: Iterable[str], numbers: Iterable[str], timezone: str) -> str | None:
    """The country whose numbers a block writes without a code, as an ISO 3166 code.

    Args:
        address: the postal address in the block.
        domains: of the sender and of addresses in the block.
        numbers: all numbers of the block, as written.
        timezone: IANA name of the owner's zone.
    """
    written = tuple(numbers)
    told = _told(address, domains, written)
    if told:
        return told
    nearest = ZONES.get(timezone)
    formed = next((region for region, form in NUMBER_FORMS if any(form.match(number) for number in written)), None)
    is_shared = formed == "US" and nearest in _AMERICAN_REGIONS
    return nearest if is_shared else formed or nearest


def _told(address: str | None, domains: Iterable[str], numbers: Iterable[str]) -> str | None:
    last = (address or "").rpartition(",")[2].strip().lower().rstrip(".")
    if last in COUNTRIES:
        return COUNTRIES[last]
    by_form = postal.country_of(address) if address else None
    if by_form:
        return by_form
    countries = [region for region in map(region_of_domain, domains) if region]
    return next(iter([*countries, *_codes(numbers)]), None)


def _codes(numbers: Iterable[str]) -> Iterator[str]:
    for number in numbers:
        parsed = _parsed(number, None) if number.startswith(_INTERNATIONAL) else None
        region = phonenumbers.region_code_for_number(parsed) if parsed else None
        if region and region.isalpha():  # 001 stands for no country
            yield region


def e164(number: str, region: str | None) -> str | None:
    """The number in E.164 form; None where its country is not known or it cannot be one of that country.

    Args:
        number: as written.
        region: the country of a number without a country code.
    """
    if sum(character.isdigit() for character in number) < _SHORTEST:
        return None
    parsed = _parsed(number, region)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return None
    parsed.extension = None
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def is_mobile(number: str | None) -> bool:
    """Whether a number in E.164 form is of those that its country gives to mobiles alone."""
    return number is not None and number.startswith(MOBILES)


def _parsed(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    plain = f"+{number[2:]}" if number.startswith("00") else number
    try:
        return phonenumbers.parse(plain, region)
    except NumberParseException:
        return None
