"""Five made-up notes to practise on, in the reader's language: nobody in them exists, the third is wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from i18n.texts import N_, _
from store.judgement.drafts import ChangeFields, ContactFields, Doubt, Fields, Gist, InteractionFields, Someone
from store.queries.evidence import Proof, Source
from store.queries.review import Item
from store.queries.sources import Party, WholeMail

VERSION: Final = "practice"
YOU: Final = (N_("You"), "you@practice.example")


@dataclass(frozen=True, slots=True)
class Card:
    """A made-up note: what it says, the mail or meeting behind it, and what to press.

    Attributes:
        ago: how long before now it happened.
        marks: words of the text that stand behind a field, by the field's name.
        is_wrong: whether what it says is not what the words say.
    """

    fields: Fields
    source: str
    sender: tuple[str, str]
    subject: str
    text: str
    why: str
    hint: str
    ago: timedelta
    marks: Mapping[str, str] = field(default_factory=dict)
    doubt: str | None = None
    is_wrong: bool = False


def cards(now: datetime) -> tuple[Card, ...]:
    """The five, as of now: two that are sure, one that is wrong, one with a question, one that may be private."""
    return (_met(now), _wrote(now), _wrong(), _new(), _private(now))


def ids() -> tuple[UUID, ...]:
    """What names them, in order: no row of any table."""
    return tuple(UUID(int=number, version=4) for number in range(1, 6))


def items(now: datetime) -> tuple[Item, ...]:
    """The same as the review's own items."""
    return tuple(_item(id_, card, now) for id_, card in zip(ids(), cards(now), strict=True))


def whole_mail(id_: UUID, now: datetime) -> WholeMail | None:
    """The mail behind one of them in full; None where there is none."""
    found = dict(zip(ids(), cards(now), strict=True)).get(id_)
    if found is None or found.source != "mail":
        return None
    parties = (Party("from", *found.sender), Party("to", _(YOU[0]), YOU[1]))
    return WholeMail(id_, now - found.ago, found.subject, parties, found.text, ())


def _item(id_: UUID, card: Card, now: datetime) -> Item:
    at = now - card.ago
    proofs = [_proof(id_, card, name, words) for name, words in card.marks.items()]
    return Item(
        id=id_, kind=_kind(card.fields), pile="look" if card.doubt else "sure", doubt=card.doubt, why=card.why,
        version=VERSION, fields=card.fields, happened_at=at, day=at.date(), is_addition=False, proofs=tuple(proofs),
        sources=(Source(id_, card.source, at, card.sender[0], card.subject, card.text),),
    )  # fmt: skip


def _proof(id_: UUID, card: Card, name: str, words: str) -> Proof:
    line = "subject" if words == card.subject else "text"
    start = {"subject": card.subject, "text": card.text}[line].index(words)
    return Proof(name, line, "", words, "", id_, start, start + len(words))


def _kind(fields: Fields) -> str:
    kinds = {ContactFields: "contact", ChangeFields: "change"}
    return kinds.get(type(fields), "interaction")


def _people(*outside: tuple[str, str, str]) -> Sequence[Someone]:
    them = [Someone(address, name, ours=False, company=company) for name, address, company in outside]
    return [*them, Someone(YOU[1], _(YOU[0]), ours=True)]


def _met(now: datetime) -> Card:
    began, subject = now - timedelta(days=1, hours=2), _("Spring order")
    tomas = ("Tomás Ferreira", "tomas@northwind.example", "Northwind")
    return Card(
        InteractionFields("meeting", subject, began, began + timedelta(minutes=45), 0, tuple(_people(tomas))),
        "meeting", (_("Your calendar"), ""), subject, _("{subject}, Northwind, second floor").format(subject=subject),
        _("Your calendar and both answers agree."), _("Read it, then press A: it is right."),
        timedelta(days=1, hours=2), {"title": subject},
    )  # fmt: skip


def _wrote(now: datetime) -> Card:
    subject, promise = _("Order form"), _("send you the signed order form")
    ada = ("Ada Becker", "ada@larkfield.example", "Larkfield")
    fields = InteractionFields(
        "mail", subject, now - timedelta(days=1, hours=1), None, 2, tuple(_people(ada)),
        gist=Gist("promise", promise, "in"),
    )  # fmt: skip
    text = _("Thank you for the call.\nWithin a week I will {promise}.\nKind regards\nAda").format(promise=promise)
    return Card(
        fields, "mail", ada[:2], subject, text, _("You both wrote in this thread."),
        _("Right as well: A again. Z takes back whatever you did."), timedelta(days=1, hours=1),
        {"title": subject, "promise": promise},
    )  # fmt: skip


def _wrong() -> Card:
    role = _("Head of Procurement")
    text = _("From Monday please write to Jana Malá, our new {role}.\nI stay the buyer for your orders.\nPavel")
    return Card(
        ChangeFields("contact", UUID(int=0), "Pavel Novák", "title", _("Buyer"), role),
        "mail", ("Pavel Novák", "pavel@quarry.example"), _("Your new contact"), text.format(role=role),
        _("His mail names this role."), _("This one is wrong on purpose: the role is Jana's. Press X."),
        timedelta(hours=20), {"new": role}, Doubt.DIFFERS, is_wrong=True,
    )  # fmt: skip


def _new() -> Card:
    return Card(
        ContactFields("Mercy Okafor", "mercy@mail.example", "Tidewater", "tidewater.example"),
        "mail", ("Mercy Okafor", "mercy@mail.example"), _("Samples"),
        _("We would like to see the samples.") + "\nMercy Okafor\nTidewater",
        _("You answered her. Her address does not tell her company."),
        _("A question has numbers: press 1 for Tidewater."),
        timedelta(hours=5), {"name": "Mercy Okafor", "company_name": "Tidewater"}, Doubt.COMPANY_UNSURE,
    )  # fmt: skip


def _private(now: datetime) -> Card:
    rossi, subject = ("Dr. Rossi", "practice@rossi.example", ""), _("Your appointment")
    seen = _("We see you on Thursday")
    fields = InteractionFields(
        "mail", subject, now - timedelta(hours=3), None, 1, tuple(_people(rossi)), marked_private=True
    )
    return Card(
        fields, "mail", rossi[:2], subject, _("{seen} at nine.\nDr. Rossi").format(seen=seen),
        _("It reads like your own affair."), _("Only yours? P keeps it for you, X leaves it out."), timedelta(hours=3),
        {"privacy": seen}, Doubt.MIGHT_BE_PRIVATE,
    )  # fmt: skip
