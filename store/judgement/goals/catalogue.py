"""What a goal can measure: outcomes with customers, never what one of us does (docs/goals.md has the formulas).

Each measure counts shared approved rows of the whole company, whoever of us they came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# number: of rows since the beginning. list: so many of the companies chosen. kept: those of them that have not been
# lost. share: of every hundred rows, those that hit. sum: of the rows' amounts.
Kind = Literal["number", "list", "kept", "share", "sum"]
Companies = Literal["needed", "possible"]
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry.

    Attributes:
        companies: whether it is of chosen companies, or may be of all of them.
        hours, currency: whether it needs to be told within how many, or which.
    """

    name: str
    kind: Kind
    companies: Companies = "needed"
    hours: bool = False
    currency: bool = False


MEASURES = (
    Measure("two_way", "list"),
    Measure("second_contact", "list"),
    Measure("roles_met", "number"),
    Measure("promises_kept", "share", "possible"),
    Measure("reply_within", "share", hours=True),
    Measure("new_customers", "number", "possible"),
    Measure("customers_kept", "kept"),
    Measure("deals_won", "number", "possible"),
    Measure("deals_sum", "sum", "possible", currency=True),
)
BY_NAME = {measure.name: measure for measure in MEASURES}
