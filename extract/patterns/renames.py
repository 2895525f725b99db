"""How people tell that they, or their firm, have another name or address from now on; with examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rename:
    """Words that tell of it: for re2, whatever the case of letters; ``example`` was written for this file.

    Attributes:
        is_wedding: whether they tell of a wedding alone, which is somebody's private life as well.
    """

    pattern: str
    example: str
    is_wedding: bool = False


_NAME: Final = r"(?:(?:sur|last |family |married )?name)"
_ADDRESS: Final = r"(?:(?:e-?mail |mail )?address|e-?mail)"
_ENGLISH: Final = (
    Rename(rf"\b(?:my|our) new (?:{_NAME}|{_ADDRESS})\b", "This is my new e-mail address."),
    Rename(rf"\b(?:my|our) (?:{_NAME}|{_ADDRESS}) (?:is now|has changed|changed|changes|will change)\b", "My surname has changed."),
    Rename(rf"\bchanged (?:my|our|its) (?:{_NAME}|{_ADDRESS})\b|\bchange of (?:{_NAME}|{_ADDRESS})\b|\b(?:name change|married name|am now called)\b|\bnew (?:sur|last )name\b|\bnew e-?mail address\b|\bnew address is\b", "A change of name on our side."),
    Rename(rf"\bnew (?:{_NAME}|{_ADDRESS})\b[^.\n]{{0,20}}(?:same|please)|\bsame person\b[^.\n]{{0,20}}\bname\b", "New name, same desk."),
    Rename(r"\b(?:i|we) (?:just |recently |have |finally )?(?:got|are|am|was) married\b|\bsince (?:my|our) wedding\b", "We got married in June.", is_wedding=True),
    Rename(r"\b(?:mails?|write to me) (?:(?:will )?(?:now )?comes? from|at) (?:this|my new)\b|\bthis is (?:now )?my address\b", "My mails come from this mailbox now."),
    Rename(r"\b(?:formerly|née|previously) (?:known as )?\p{Lu}", "Ida Brandt, formerly Voss"),
    Rename(r"\bwe (?:now )?(?:trade|operate|go) (?:as|under|by)\b|\bwe are now (?:called|known as)\b|\bhas been renamed\b", "We now trade as Kilnhaus."),
)  # fmt: skip
_GERMAN: Final = (
    Rename(r"\bneue[rnms]? (?:(?:nach|familien|firmen|ehe)?namen?|(?:e-?)?mail-?\s?adresse|adresse)\b", "Bitte beachten Sie meinen neuen Nachnamen."),
    Rename(r"\b(?:heiße|heisse|heißt|heißen)(?: ich| wir)? (?:jetzt|nun|künftig|seit(?:dem|her)?|ab)\b|\b(?:jetzt|nun|künftig|ab sofort) (?:heiße|heisse|heißen) (?:ich|wir)\b", "Ich heiße jetzt Brandt."),
    Rename(r"\b(?:habe|haben) (?:[^.\n]{0,30} )?geheiratet\b|\bnach (?:meiner|unserer) (?:hochzeit|heirat)\b", "Wir haben im Juni geheiratet.", is_wedding=True),
    Rename(r"\b(?:geb\.|geborene|vormals|ehemals|früher) \p{Lu}", "Ida Brandt, geb. Voss"),
    Rename(r"\bnamen geändert\b|\bnamensänderung\b|\bnamenswechsel\b|\bumbenannt\b|\bfirmier(?:en|t)\b|\berreich(?:e|en|st)(?: sie| du)? mich (?:jetzt|nun|künftig|ab sofort) unter\b", "Sie erreichen mich ab sofort unter dieser Adresse."),
)  # fmt: skip
_FRENCH: Final = (
    Rename(r"\bnouve(?:au|lle) (?:nom|adresse)\b", "Voici ma nouvelle adresse."),
    Rename(r"\b(?:je m['’]appelle|nous nous appelons) (?:désormais|maintenant|dorénavant)\b", "Je m'appelle désormais Brandt."),
    Rename(r"\b(?:je me suis|nous nous sommes) mariée?s?\b|\bdepuis (?:mon|notre) mariage\b", "Je me suis mariée en juin.", is_wedding=True),
    Rename(r"\b(?:née|anciennement) \p{Lu}|\bchange(?:ment)? de (?:nom|raison sociale|d['’]adresse)\b|\bchangé de nom\b|\bnom (?:d['’]épouse|de femme mariée)\b|\bm['’]appelle (?:désormais|maintenant)\b", "Ida Brandt, née Voss"),
)  # fmt: skip
BY_LANGUAGE: Final = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
