"""Who people are: contacts, companies, signatures, people named, and changes of their posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.facts.places import Evidence

PhoneType = Literal["work", "mobile", "fax", "pager", "home", "unspecified"]
EmploymentChange = Literal["started", "moved", "left"]


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A person as the headers name them. Not yet somebody to note: that is judged later."""

    address: str
    name: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CompanyFact:
    """An organization as an address's domain names it. Never a public mail provider."""

    domain: str
    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DeskFact:
    """A company's shared mailbox that took part: a way to reach the company, and nobody's in particular.

    Attributes:
        company_domain, company_name: as the address's domain names the company.
    """

    address: str
    company_domain: str
    company_name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number.

    Attributes:
        number: as written.
        e164: the number in E.164 form, or None where its country is not known.
        type: what the label beside it says; without one, mobile where the country reserves the prefix for mobiles.
    """

    number: str
    e164: str | None
    type: PhoneType


@dataclass(frozen=True, slots=True)
class SignatureFact:
    """The author's own contact block as written under a message. Each value has its evidence, under the field's name.

    Attributes:
        name: the person who signs, or None where the block names none.
        emails: addresses in the block, in lower case.
        handles: accounts on social networks and messengers, as written.
    """

    name: str | None
    title: str | None
    company: str | None
    department: str | None
    phones: tuple[Phone, ...]
    address: str | None
    urls: tuple[str, ...]
    emails: tuple[str, ...]
    handles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MentionFact:
    """Somebody whom the author names in the new text, by full name or with a detail; no participant's greeting.

    Attributes:
        introduced: the author presents this person to the recipient.
    """

    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    company: str | None
    title: str | None
    introduced: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EmploymentFact:
    """Somebody begins, changes or leaves a post.

    Attributes:
        change: started (new here), moved (another post or company), left.
        name: who, as written; None where only an address is known.
        address: whose mail address it concerns, or None.
        title, company: of the new post, where the text says them.
        successor: name or address of whoever takes over, or None.
    """

    change: EmploymentChange
    name: str | None
    address: str | None
    title: str | None
    company: str | None
    successor: str | None
    evidence: tuple[Evidence, ...]
