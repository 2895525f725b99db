"""How meetings are proposed, confirmed, moved and cancelled: data for each language, in the form of ``form``."""

from __future__ import annotations

from typing import Final

from extract.patterns.appointments import english, french, german
from extract.patterns.appointments.form import Arranging

BY_LANGUAGE: Final[dict[str, Arranging]] = {"en": english.WAYS, "de": german.WAYS, "fr": french.WAYS}
