"""The form in which a language's ways to arrange a meeting are written down.

Patterns meet a sentence in lower case and without accents, as those of times do.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arranging:
    """All of a language.

    Attributes:
        named: what people meet for, by name.
        meets: words that say that people meet, beside a day or an hour.
        proposes: it is asked or offered.
        confirms: it is settled, whatever else the sentence says.
        cancels: it will not take place.
        moves: it will take place at another time.
        before: before the time that it is moved away from.
        others: what happens at an hour and is no meeting.
        past: it took place.
        spans: between the first and the last day of one event.
        same: at the hour that was named before.
        chooses: between two times that are offered.
        wishes: somebody would like to meet, and says no time or none that fixes a day.
    """

    named: str
    meets: str
    proposes: str
    confirms: str
    cancels: str
    moves: str
    before: str
    others: str
    past: str
    spans: str
    chooses: str
    same: str
    wishes: str
