"""A rep's standing rules: the only writer of them and of their journal.

``offers_with`` says which rule a suggestion offers together with its approval, ``offer_after`` which one a decision
makes worth offering; ``accept`` makes an offer a rule. Each change is an operation that ``undo`` takes back.
"""

from __future__ import annotations

from store.policies.changing import Accepted as Accepted
from store.policies.changing import Change as Change
from store.policies.changing import accept as accept
from store.policies.changing import change as change
from store.policies.journal import Undone as Undone
from store.policies.journal import undo as undo
from store.policies.journal import undo_use as undo_use
from store.policies.offers import Offer as Offer
from store.policies.offers import look_back as look_back
from store.policies.offers import offer_after as offer_after
from store.policies.offers import offers_with as offers_with
from store.policies.redo import redo as redo
