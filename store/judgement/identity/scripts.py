"""Letters of other alphabets, and letters with strokes, in Latin letters as passports and addresses write them.

A letter with a mark above or below loses it by decomposition (Unicode NFKD) and needs no line here.
"""

from __future__ import annotations

from typing import Final

# Letters that do not decompose.
_STROKES: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
}  # fmt: skip
# ICAO 9303, with the forms that people use in addresses where they differ (ю as yu, not iu).
_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i i e g u dj j lj nj c dz".split(),
        strict=True,
    )
)
# ELOT 743 for single letters.
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
LATIN: Final = {letter: latin.replace("-", "") for letter, latin in (_STROKES | _CYRILLIC | _GREEK).items()}
# Two letters that are one sound, before each is taken by itself.
DIGRAPHS: Final = (("ού", "ou"), ("ου", "ou"))
# Umlauts that were written out: on both sides alike, so that nothing depends on which side did it.
UMLAUTS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# Inside a name, where nothing is parted: O'Brien is OBrien.
APOSTROPHES: Final = frozenset("'’`")
