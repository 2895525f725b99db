"""The words of every story, by language and occasion. Invented here; nothing is taken from anybody's mail."""

from __future__ import annotations

from demo.phrases.contracts import CONTRACTS
from demo.phrases.french import FRENCH
from demo.phrases.german import GERMAN
from demo.phrases.inquiries import INQUIRIES
from demo.phrases.inside import INSIDE
from demo.phrases.introductions import INTRODUCTIONS
from demo.phrases.personal import PERSONAL
from demo.phrases.pilot import PILOT
from demo.phrases.service import SERVICE

PLANS = (*PILOT, *INQUIRIES, *CONTRACTS, *SERVICE, *GERMAN, *FRENCH, *INTRODUCTIONS, *INSIDE, *PERSONAL)

__all__ = ["PLANS"]
