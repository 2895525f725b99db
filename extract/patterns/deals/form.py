"""The form in which a language's ways to speak of deals are written down.

Patterns meet one sentence in lower case, with single spaces, and say who is the buyer or seller by themselves: "your
order" is the buyer's when the seller says it. Only what is done counts, so a sentence under a condition says nothing,
and neither does one in which the step is denied, wished for, asked for or still to come before the words that name it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.facts import DealSide, DealStep

Needs = Literal["", "amount", "day"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say it; ``example`` shows a sentence that it is for.

    Attributes:
        side: on which its author is; None where the words are said on both.
        is_plain: the words themselves say that it is meant: "we would like to order" orders, "we do not renew" ends.
        needs: what else the sentence has to name, for words that are said of many things.
    """

    step: DealStep
    side: DealSide | None
    pattern: str
    example: str
    is_plain: bool = False
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class Dealing:
    """All of a language.

    Attributes:
        words: one of these stands in every text that any way can meet: nearly all texts are passed over by it.
        ways: the first that fits counts, so what says more stands before what says less.
        never: conditions and suppositions, anywhere in the sentence.
        not_yet: denials, wishes, requests and what is to come, before the words or among them.
        total: in a sentence with one of these an amount is the whole, whatever other amounts there are.
        besides: before an amount that is only a part or beside it: a discount, postage.
        each: behind an amount that is for a piece or a month.
    """

    words: str
    ways: tuple[Way, ...]
    never: str
    not_yet: str
    total: str
    besides: str
    each: str
