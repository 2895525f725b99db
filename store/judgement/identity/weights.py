"""How much each observation speaks for one person, or for one company (Fellegi and Sunter, 1969).

For each level of a comparison, ``m`` is how often it is seen between two addresses of one person, ``u`` how often
between those of two people. Its weight is log2(m / u). The levels of one comparison exclude each other, so that both
columns sum to one. The figures are estimates with their reasons, not fitted to anybody's mail.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Final


@dataclass(frozen=True)
class Level:
    """What a comparison can come to.

    Attributes:
        words: what it says in an explanation; empty where it speaks for neither.
    """

    m: float
    u: float
    words: str = ""

    @cached_property
    def weight(self) -> float:
        """In bits; above zero it speaks for one."""
        return log2(self.m / self.u)


# Before anything is compared: of the pairs that meet in a block, one in four thousand is of one person.
PRIOR: Final = log2(1 / 4096)
ASK: Final = 0.0  # as likely one as two: worth a question
SAME: Final = 12.0  # wrong once in four thousand: needs two things that are independent of each other

NAME: Final = {
    # People keep their name; a full name is shared by two of fifty thousand.
    "same": Level(0.62, 0.00002, "same name"),
    "short": Level(0.06, 0.00002, "same name, one of them short"),
    # Slips of the pen are rare, and near names of two people more frequent than equal ones.
    "close": Level(0.05, 0.00008, "nearly the same name"),
    # "G. Becker": a family name and a letter are shared thirty times as often as a name.
    "initial": Level(0.10, 0.0006, "same family name and initial"),
    # People marry; a given name is shared by one in a hundred.
    "given": Level(0.05, 0.0094, "same first name"),
    "family": Level(0.03, 0.006, "same family name"),
    "missing": Level(0.05, 0.05),
    "different": Level(0.04, 0.93388),
}
PLACE: Final = {
    # Aliases lie mostly at one firm; two people of whom we know are rarely of one among five hundred.
    "same": Level(0.35, 0.002, "same company"),
    # halden.example and halden.test: a firm's domains in several countries.
    "kin": Level(0.05, 0.0005, "a company of the same name"),
    # A private address beside one at work is as usual for one as for two.
    "one private": Level(0.30, 0.30),
    "both private": Level(0.10, 0.10),
    # Who changes firms, or has two.
    "different": Level(0.20, 0.5975),
}
PHONE: Final = {
    "mobile": Level(0.20, 0.000002, "same mobile number"),
    # The switchboard is everybody's.
    "number": Level(0.10, 0.02, "same phone number"),
    "none": Level(0.60, 0.60),
    "different": Level(0.10, 0.379998),
}
CONTEXT: Final = {
    # Mail to both lies in one mailbox (RFC 5233).
    "tagged": Level(0.001, 0.00000001, "the same mailbox"),
    # Nobody else's address stands in one's signature.
    "signature": Level(0.09, 0.00001, "one's signature names the other's address"),
    # Who answers a mail that went to somebody else alone is that one, or had it passed on, as a colleague may.
    "answered": Level(0.01, 0.000015, "a mail that went to {} alone was answered"),
    # So is whom the owner takes for that one; seldom somebody's assistant.
    "meant": Level(0.01, 0.000015, "you answered to {}"),
    # A firm was renamed or bought when others of it are there as well; of two people of one name that is hardly so.
    "together": Level(0.01, 0.00001, "{} is at both companies"),
    # Whoever marries or moves mostly says so; somebody new of a firm seldom does.
    "renamed": Level(0.01, 0.0001, "one tells of a new name or address"),
    # Both in the same exchange: colleagues are, too.
    "thread": Level(0.09, 0.002, "both wrote about “{}”"),
    "none": Level(0.779, 0.99784999),
}
SILENCE: Final = {
    # Who gets a new address, by marriage or at another firm, leaves the former one.
    "followed": Level(0.45, 0.07, "nobody wrote from {} since"),
    "both": Level(0.40, 0.78),
    "unknown": Level(0.15, 0.15),
}
# Companies: of the pairs that share a word of their names, one in five hundred is one.
COMPANY_PRIOR: Final = log2(1 / 512)
COMPANY_NAME: Final = {
    # A name or the first part of a domain; many firms call themselves by the same few words.
    "same": Level(0.70, 0.0001, "same name"),
    "close": Level(0.10, 0.002, "nearly the same name"),
    "different": Level(0.20, 0.9979),
}
COMPANY_PEOPLE: Final = {
    # Several people who are at both, under their names: a firm that was renamed, or bought.
    "several": Level(0.50, 0.0005, "{} of their people are at both"),
    # One may have changed firms.
    "one": Level(0.20, 0.01, "{} is at both"),
    "none": Level(0.30, 0.9895),
}
COMPANY_SILENCE: Final = {
    # After a change of name nobody writes from the old domain.
    "followed": Level(0.40, 0.05, "nobody wrote from {} since"),
    "both": Level(0.60, 0.95),
}
