"""Why something is asked or noted, in the reader's language.

A doubt is a code. The sentence beside it was written in English when the note was judged, with names in it, and is
stored so; it is shown in another language by finding which of the sentences below it is. What is none of them is shown
as it is. A question whether two are one keeps its reasons apart: those are put together anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from i18n.formats import number
from i18n.language import DEFAULT, language
from i18n.phrases import counted
from i18n.texts import N_, _, ngettext
from ingest.errors import SourceError, Unavailable
from store.judgement.drafts import Doubt, Fields, MergeFields

DOUBTS: dict[str, str] = {
    Doubt.NEW_PERSON: N_("new person"),
    Doubt.COMPANY_UNSURE: N_("company unsure"),
    Doubt.MIGHT_BE_PRIVATE: N_("might be private"),
    Doubt.DATE_UNCLEAR: N_("date unclear"),
    Doubt.DIFFERS: N_("differs from what you told me"),
    Doubt.YOU_ASKED: N_("you want to be asked"),
    Doubt.NEW_COMPANY: N_("new company"),
    Doubt.NOT_SURE: N_("not sure it is worth a note"),
    Doubt.TWO_PEOPLE: N_("two people with this name"),
    Doubt.SAME_PERSON: N_("same person?"),
    Doubt.SAME_COMPANY: N_("same company?"),
    Doubt.UNVERIFIED: N_("sender not verified"),
}
# Of two that could be the same, the one that says more comes first.
SENTENCES = (
    N_("You know {who}: {seen} before, and you both write."),
    N_("You know {who}: {seen} before."),
    N_("You know {who}."),
    N_("You left out a note with {who} before."),
    N_("You left out {n} notes with {who} before."),
    N_("There was nothing with {who} before this."),
    N_("Notes like this one are left out too often for me to be sure."),
    N_("I have not noted {who} yet."),
    N_("You keep {who} private."),
    N_("Only private addresses took part."),
    N_("Your calendar marks it private."),
    N_("It is marked private or confidential."),
    N_("Its writer says that it is private."),
    N_("It speaks of family."),
    N_("It speaks of health."),
    N_("It speaks of private money matters."),
    N_("It speaks of a private legal matter."),
    N_("It speaks of somebody's own employment."),
    N_("It speaks of a private occasion."),
    N_("It speaks of a deal, and nothing proves who wrote it."),
    N_("The address is a private mail address, so I cannot tell the company."),
    N_("You have written to each other, and I have not noted this person yet."),
    N_("A mail says goodbye; the last day may be another one."),
    N_("You noted “{value}”; the newest mails say otherwise."),
    N_("The newest mails say so, but their sender is not proven."),
    N_("The newest mails say so, {n} times."),
    N_("The mails say so, and it was noted with this address when the two were found to be one."),
    N_("It speaks of a deal, and nothing proves who wrote it."),
    N_("You told me to always ask about this."),
    N_("It lies where you told me to always ask."),
    N_("A colleague noted this otherwise."),
    N_("You entered it."),
    N_("You wrote it."),
    N_("You share the list of companies."),
    N_("Somebody who took part was erased."),
)
UNPROVEN = N_("The sender is not proven.")
CLAUSES = (
    N_("same name"),
    N_("same name, one of them short"),
    N_("nearly the same name"),
    N_("same family name and initial"),
    N_("same first name"),
    N_("same family name"),
    N_("same company"),
    N_("a company of the same name"),
    N_("same mobile number"),
    N_("same phone number"),
    N_("one's signature names the other's address"),
    N_("a mail that went to {who} alone was answered"),
    N_("the same mailbox"),
    N_("you answered to {who}"),
    N_("one tells of a new name or address"),
    N_("both wrote about “{what}”"),
    N_("nobody wrote from {who} since"),
    N_("{n} of their people are at both"),
    N_("{who} is at both"),
    N_("{who} is at both companies"),
)
# What other packages answer to a form.
ANSWERS = (
    N_("One of you has that address already."),
    N_("That address is noted as somebody's whom you deal with. Correct their page first."),
)
REJECTED = N_("The mail server does not accept that. Its own words are:")
AWAY = N_("The mail server cannot be reached now. Try again in a moment.")
HERE = "{who} and {n} more here"


def doubt(code: str) -> str:
    """What is doubtful about a suggestion."""
    return _(DOUBTS.get(code, code))


def why(text: str, fields: Fields | None = None) -> str:
    """Why a suggestion stands where it does."""
    if language() == DEFAULT:
        return text
    if isinstance(fields, MergeFields) and fields.reasons:
        told = ", ".join(_told(reason, CLAUSES) for reason in fields.reasons)
        unproven = f" {_(UNPROVEN)}" if text.endswith(UNPROVEN) else ""
        return f"{told[:1].upper()}{told[1:]}.{unproven}"
    return _told(text, SENTENCES)


def refusal(error: SourceError) -> str:
    """Why a mail server could not be signed in to; in English it is said as exactly as it is known."""
    if language() == DEFAULT:
        return str(error)
    return _(AWAY) if isinstance(error, Unavailable) else f"{_(REJECTED)} {error}"


def _told(text: str, templates: Iterable[str]) -> str:
    for template in templates:
        values = found_in(template, text)
        if values is not None:
            return _(template).format(**{name: _part(name, value) for name, value in values.items()})
    return text


def _part(name: str, value: str) -> str:
    """A value that is itself words: whom a note is with, and what there was before."""
    if name == "who" and (parts := found_in(HERE, value)) and parts["n"].isdecimal():
        count = int(parts["n"])
        said = ngettext("{who} and {n} more here", "{who} and {n} more here", count)
        return said.format(who=parts["who"], n=number(count))
    if name == "seen":
        return _(" and ").join(_touches(part) for part in value.split(" and "))
    return value


def _touches(text: str) -> str:
    """``1 meeting``, ``31 mails``."""
    count, _space, noun = text.partition(" ")
    if not count.isdecimal():
        return text
    if noun.startswith("meeting"):
        return counted("{n} meeting", "{n} meetings", int(count))
    return counted("{n} mail", "{n} mails", int(count))


def found_in(template: str, text: str) -> dict[str, str] | None:
    """What stands in a text for each name of a template; None where it is another text."""
    found: dict[str, str] = {}
    rest, waiting = text, ""
    for literal, name, _spec, _conversion in Formatter().parse(template):
        if waiting:
            value, sign, rest = rest.partition(literal) if literal else (rest, "end", "")
            if not sign or not value:
                return None
            found[waiting] = value
        elif not rest.startswith(literal):
            return None
        else:
            rest = rest.removeprefix(literal)
        waiting = name or ""
    if waiting:
        found[waiting], rest = rest, ""
    return None if rest or not all(found.values()) else found
