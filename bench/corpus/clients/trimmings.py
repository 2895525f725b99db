"""What is put around a letter on its way: banners, hidden previews, pixels, and signatures laid out as cards."""

from __future__ import annotations

from bench.corpus.clients.letters import Letter, Stretch

_BANNERS = {
    "en": (
        "CAUTION: This email originated from outside of the organization. Treat links and attachments with care.",
        "[EXTERNAL] This sender is not part of your company.",
        "You don't often get email from {}. Learn why this is important",
    ),
    "de": (
        "ACHTUNG: Diese Nachricht kommt von außerhalb des Hauses. Bitte Anhänge mit Vorsicht öffnen.",
        "Sie erhalten nicht oft eine E-Mail von {}. Erfahren Sie, warum dies wichtig ist",
    ),
    "fr": (
        "ATTENTION : message provenant de l'extérieur. Prudence avec les liens et les pièces jointes.",
        "Vous n'obtenez pas souvent d'e-mail à partir de {}. Découvrez pourquoi cela est important",
    ),
}


def banners(letter: Letter) -> tuple[Stretch, ...]:
    """The warning that the receiving side puts on top, where the letter asks for one."""
    if not letter.wears("banner"):
        return ()
    known = _BANNERS.get(letter.language, _BANNERS["en"])
    words = known[len(letter.author) % len(known)].format(letter.author)
    return (Stretch("disclaimer", (words,)),)


def banner_markup(words: str) -> str:
    """A warning as the receiving side marks it up."""
    return (
        '<table border="0" cellspacing="0" cellpadding="0" width="100%" align="left"><tr><td style="background:#ffb900;'
        'padding:5pt 2pt 5pt 2pt"></td><td width="100%" style="background:#fff8e5;padding:5pt 4pt 5pt 12pt"><div '
        f'style="color:#222222;">{words}</div></td></tr></table><br clear="all">'
    )


def hidden(letter: Letter) -> str:
    """A preview line for the list of messages, hidden in the message itself."""
    if not letter.wears("preheader"):
        return ""
    return (
        '<span style="display:none !important;visibility:hidden;mso-hide:all;font-size:1px;max-height:0;opacity:0">'
        f"A word from {letter.author}</span>"
    )


def pixel(letter: Letter) -> str:
    """A picture of one pixel by which the sender learns of the reading."""
    if not letter.wears("tracking"):
        return ""
    return '<img src="https://open.pixelpost.example/o/8f3a.gif" width="1" height="1" alt="" style="display:block">'


def card(lines: list[str]) -> str:
    """A signature as a table: a logo on the left, the lines on the right."""
    rows = "".join(f'<tr><td style="padding:0;font-size:13px">{line}</td></tr>' for line in lines)
    return (
        '<table cellpadding="0" cellspacing="0" border="0" style="font-family:Arial"><tbody><tr><td valign="top" '
        'style="padding-right:14px;border-right:2px solid #0a5"><img src="cid:image001.png@01DC9A3B.example" width="96" height="96" '
        f'alt=""></td><td style="padding-left:14px"><table cellpadding="0" cellspacing="0"><tbody>{rows}</tbody></table>'
        "</td></tr></tbody></table>"
    )


def columns(lines: list[str]) -> str:
    """A signature's lines two to a row, read from left to right."""
    rows = [lines[at : at + 2] for at in range(0, len(lines), 2)]
    cells = "".join(
        "<tr>" + "".join(f'<td style="padding:0 12px 0 0">{one}</td>' for one in row) + "</tr>" for row in rows
    )
    return f'<table cellpadding="0" cellspacing="0" border="0"><tbody>{cells}</tbody></table>'
