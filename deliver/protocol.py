"""What goes out, and whoever carries it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one of us, in plain text.

    Attributes:
        message_id: with its angle brackets; the same however often it is tried.
        html: the same once more as a light page; empty for none.
        stop: where mails of this kind are stopped with one POST (RFC 8058); empty where there is no such place.
    """

    to: str
    name: str
    subject: str
    text: str
    message_id: str
    html: str = ""
    stop: str = ""


class CarrierError(Exception):
    """A letter was not, or perhaps not, delivered."""


class TryLater(CarrierError):  # noqa: N818 - reads as what to do
    """It surely was not delivered, and may be later."""


class Refused(CarrierError):  # noqa: N818 - reads as what happened
    """It surely was not delivered, and trying again is of no use."""


class Unknown(CarrierError):  # noqa: N818 - reads as what is known
    """Nobody knows whether it was delivered: it must not be sent again."""


class Carrier(Protocol):
    """Delivers letters."""

    def send(self, letter: Letter, about_to: Callable[[], None]) -> None:
        """Deliver a letter.

        Args:
            about_to: called once, before anything is said from which on the letter may be delivered.

        Raises:
            TryLater, Refused, Unknown: as they say.
        """
        ...
