"""The time that typing notes would have taken, by the keystroke-level model.

Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems",
Communications of the ACM 23 (1980): seconds of a skilled person who makes no mistakes. The sum is shown in
docs/time-given-back.md.
"""

from __future__ import annotations

KEY, POINT, CLICK, HOME, THINK = 0.28, 1.1, 0.2, 0.4, 1.35  # K of an average typist who is no typist by trade

# What one typed meeting takes, a letter of the model each: K, P, B, H and M.
STEPS = (
    ("find the customer by eight letters", "MHPBH" + "K" * 8 + "MK"),
    ("open a new meeting", "MHPB"),
    ("a title of 25 letters", "MH" + "K" * 25),
    ("its day and its hour", "MHPBPBMH" + "K" * 4),
    ("two who took part, five letters each", ("M" + "K" * 5 + "MK") * 2),
    ("a line of 40 letters", "M" + "K" * 40),
    ("save it", "MHPB"),
)
SECONDS = {"K": KEY, "P": POINT, "B": CLICK, "H": HOME, "M": THINK}


def seconds_of(operators: str) -> float:
    """How long a sequence of the model's operators takes."""
    return sum(SECONDS[each] for each in operators)


TYPED_SECONDS = round(sum(seconds_of(operators) for _, operators in STEPS))


def typed(notes: int) -> int:
    """Seconds in which so many notes could have been typed."""
    return notes * TYPED_SECONDS
