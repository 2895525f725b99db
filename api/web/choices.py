"""The numbered answers to an item whose doubt is a choice: an approval, an edit or a refusal with one key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n.formats import listed
from i18n.texts import _
from store.judgement.companions import NAMED, called
from store.judgement.drafts import ChangeFields, ContactFields, Doubt, Fields, InteractionFields, MergeFields
from store.review.settle import Verb


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. ``typed`` is what an edit with it writes."""

    label: str
    verb: Verb
    typed: Mapping[str, str] = field(default_factory=dict)


def choices(fields: Fields, doubt: str | None) -> tuple[Choice, ...]:
    """The answers to a doubt; none where it is no choice between values."""
    match fields:
        case ContactFields(company_name=str(company), companions=()) if doubt == Doubt.COMPANY_UNSURE:
            return (Choice(company, "approve"), Choice(_("No company"), "edit", {"company_name": ""}))
        case ContactFields(companions=others) if others:
            also = _("Also {names}, once you write or meet").format(
                names=listed([called(one, fields) for one in others])
            )
            alone = _("{name} alone").format(name=fields.name)
            return (Choice(also, "approve"), Choice(alone, "edit", {NAMED + one.address: "" for one in others}))
        case ChangeFields(old=str(old)) if old and doubt:
            return (Choice(fields.new, "approve"), Choice(_("{value}, as it is").format(value=old), "refuse"))
        case MergeFields():
            two = _("Two people") if fields.entity == "contact" else _("Two companies")
            answers = (Choice(_("The same"), "approve"), Choice(two, "refuse"))
            return answers if fields.same else (Choice(two, "approve"), Choice(_("The same"), "refuse"))
        case InteractionFields() if doubt == Doubt.MIGHT_BE_PRIVATE:
            return (Choice(_("Only for me"), "keep_private"), Choice(_("Leave it out"), "refuse"))
        case _:
            return ()
