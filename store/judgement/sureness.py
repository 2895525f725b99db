"""Sure or look, and the one doubt a look names."""

from __future__ import annotations

from collections.abc import Sequence

from store.judgement.drafts import ContactFields, Doubt, InteractionFields, Known, Someone, Verdict


def of_contact(fields: ContactFields) -> Verdict:
    """New people are never sure."""
    if fields.company_domain is None:
        return Verdict(
            "look", "The address is a private mail address, so I cannot tell the company.", Doubt.COMPANY_UNSURE
        )
    return Verdict("look", "You have written to each other, and I have not noted this person yet.", Doubt.NEW_PERSON)


def of_interaction(fields: InteractionFields, known: Known) -> Verdict:
    """Sure if everybody outside the company is known and nothing hints at a private matter."""
    others = [person for person in fields.people if not person.ours]
    unknown = [person for person in others if person.address not in known.contacts]
    kept = [person for person in others if person.address in known.private]
    if fields.marked_private:
        return Verdict("look", "Your calendar marks it private.", Doubt.MIGHT_BE_PRIVATE)
    if kept:
        return Verdict("look", f"You keep {called(kept[0])} private.", Doubt.MIGHT_BE_PRIVATE)
    if unknown and not any(person.company for person in others):
        return Verdict("look", "Only private addresses took part.", Doubt.MIGHT_BE_PRIVATE)
    if unknown:
        return Verdict("look", f"I have not noted {called(unknown[0])} yet.", Doubt.NEW_PERSON)
    return Verdict("sure", f"You know {_everybody(others)}.")


def called(person: Someone) -> str:
    """What to call somebody: the name if there is one."""
    return person.name or person.address


def _everybody(others: Sequence[Someone]) -> str:
    if len(others) == 1:
        return called(others[0])
    return f"{called(others[0])} and {len(others) - 1} more here"
