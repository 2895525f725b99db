"""How letters end: words before a name, and what may still stand below it."""

from __future__ import annotations

from typing import Final

# How a closing line begins, in lower case. Such a line is short and stands alone.
CLOSINGS: Final = (
    "regards", "best", "kind regards", "kindest regards", "warm regards", "warmest", "warmly", "with regards", "with kind regards",
    "with best regards", "sincerely", "yours", "respectfully", "cordially", "cheers", "thanks", "thank you", "many thanks", "thx",
    "ta", "rgds", "brgds", "brgrds", "br", "kr", "take care", "all the best", "with best wishes", "best wishes", "love", "ciao", "peace",
    "later", "talk soon", "have a good", "have a great", "have a nice", "enjoy", "looking forward", "hope this helps", "truly", "very truly",
    "mit freundlichen", "mit freundlichem", "mit besten", "mit herzlichen", "mit freundl", "freundliche", "beste grüße", "beste gruesse",
    "beste grüsse", "viele grüße", "viele gruesse", "viele grüsse", "liebe grüße", "liebe gruesse", "liebe grüsse", "schöne grüße",
    "herzliche", "herzlichst", "gruß", "gruss", "grüße", "grüsse", "mfg", "vg", "lg", "bg", "hochachtungsvoll", "danke", "vielen dank",
    "besten dank", "schönen gruß", "bis dann", "bis bald", "servus", "tschüss", "sonnige", "schönes wochenende",
    "cordialement", "bien cordialement", "bien à vous", "bien a vous", "salutations", "sincères salutations", "meilleures", "amicalement",
    "cdlt", "cdt", "bien amicalement", "merci", "avec mes", "très cordialement", "à bientôt", "bonne journée", "belle journée",
    "veuillez agréer", "je vous prie", "respectueusement", "bàv", "mes salutations", "sincèrement",
    "saludos", "un saludo", "atentamente", "cordialmente", "atte", "un abrazo", "gracias", "muchas gracias",
    "cordiali saluti", "distinti saluti", "saluti", "un saluto", "grazie", "buona giornata", "a presto",
    "met vriendelijke", "vriendelijke groet", "groeten", "groet", "mvg", "hartelijke", "bedankt", "alvast bedankt",
    "atenciosamente", "cumprimentos", "melhores cumprimentos", "obrigado", "obrigada", "abraço", "com os melhores",
    "pozdrawiam", "z poważaniem", "serdecznie", "pozdrowienia", "dziękuję",
    "med vänlig", "vänliga", "vänligen", "mvh", "hälsningar", "med venlig", "venlig hilsen", "hilsen", "vennlig hilsen", "med vennlig", "tack",
    "tak", "takk", "ystävällisin", "terveisin", "parhain", "kiitos", "с уважением", "спасибо", "よろしく", "敬具", "此致", "谢谢",
)  # fmt: skip
# A line that begins with these is written after the signature, and the block may stand above it.
POSTSCRIPTS: Final = (
    "ps",
    "p.s",
    "pps",
    "p.p.s",
    "nb:",
    "n.b.",
    "attachment",
    "enclosure",
    "encl",
    "anlage",
    "anhang",
    "pj",
    "cc:",
    "[1]",
    "(see attached",
)
_LONGEST: Final = 60


def is_closing(line: str) -> bool:
    """Whether a stripped line closes a letter."""
    lower = line.lower()
    if len(lower) > _LONGEST or not lower.startswith(CLOSINGS):
        return False
    opening = next(closing for closing in sorted(CLOSINGS, key=len, reverse=True) if lower.startswith(closing))
    after = lower[len(opening) : len(opening) + 1]
    return not after.isalnum() or len(opening) > len("regards")


def is_postscript(line: str) -> bool:
    """Whether a stripped line adds something below the letter."""
    return line.lower().startswith(POSTSCRIPTS)
