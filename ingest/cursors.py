"""How far a source has read, as a cursor: the fields of its position as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, fields
from typing import Final, Self

from ingest.errors import CursorExpired
from ingest.protocol import Cursor

KINDS: Final[dict[str, type]] = {"str": str, "int": int, "bool": bool}
OF_ANOTHER_RELEASE: Final = "This was last read by another release: it is listed again."


@dataclass(frozen=True, slots=True)
class AsCursor:
    """A position of plain fields, those without a default first."""

    def cursor(self) -> Cursor:
        """As opaque text."""
        return Cursor(json.dumps(astuple(self), separators=(",", ":")))

    @classmethod
    def of(cls, cursor: Cursor) -> Self:
        """What a cursor says; fields that it lacks have their defaults.

        Raises:
            CursorExpired: it is not one of these.
        """
        wanted = [KINDS[str(each.type)] for each in fields(cls)]
        try:
            told = json.loads(cursor)
            if isinstance(told, list) and all(type(value) is kind for value, kind in zip(told, wanted, strict=False)):
                return cls(*told)
        except (ValueError, TypeError) as error:
            raise CursorExpired(OF_ANOTHER_RELEASE) from error
        raise CursorExpired(OF_ANOTHER_RELEASE)
