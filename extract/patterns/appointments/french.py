"""French ways to arrange a meeting."""

from __future__ import annotations

from typing import Final

from extract.patterns.appointments.form import Arranging

WAYS: Final = Arranging(
    named=(
        r"\b(?:reunions?|rendez-vous|rdv|appels?|visio(?:conference)?|dejeuners?|diner|petit-dejeuner|cafe|visites?|entretiens?|points?|conferences?|formation|demonstration|demo|presentation|atelier|assemblee|audit|seance|cours|entrevue|inauguration"
        r"|webinaire|seminaire|comite|pot|soiree|salon|chantier|essayage|call|teleconference|conseil|controle|reception)\b|^(?:quand|date|heure|horaire|date et heure) ?:"
    ),
    meets=(
        r"\b(?:se|nous|vous|me|te|les) (?:voir|voit|voyons|retrouver|retrouve|retrouvons|parler|parle|rencontrer|rencontrons|reunir|reunissons|rejoindre|recevoir|accueillir|appeler)\b|\bon (?:se|fait|en) (?:voit|retrouve|parle|dit|le|un|appelle)\b|\bs'appelle\b"
        r"|\b(?:etes|seriez|serais|es)-(?:vous|tu) (?:\w+ )?(?:libres?|disponibles?|dispo)\b|\b(?:libre|disponible|dispo)s?\b|\bconvien|\bconvena|\b(?:ca|cela) (?:te|vous) (?:va|irait|convient|dit)\b|\b(?:t'irait|vous irait|irait)\b|\bque (?:diriez|dis|penses|pensez)\b"
        r"|\b(?:venir|passer|viendrai|viendra|passerai|passera|dejeunons|recevrai|recevrons)\b|\b(?:aura|auront) lieu\b|\bse tiendra\b|\bje propose\b|\bpropos(?:e|ons|er|ez)\b|\bsuggere\b|\ba (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain)\b"
        r"|\bparticip|\bassister\b|\binvit|\bcale\b|\bcaler\b|\breport|\bdecal|\bdeplac|\bannul|\bcomme convenu\b|\bsera (?:au|chez|la|a)\b|\bserai (?:au|chez|la|a)\b"
    ),
    proposes=r"\?|\b(?:pourr(?:ions|iez|ait|ais)|pouv(?:ons|ez)|peux|peut|propos(?:e|ons)|suggere|seriez|serais|aimer(?:ions|ais)|souhait|voudr|convien|invit|venez|viens|dejeunons|serait|irait|installerait|recevr(?:ait|iez)|si (?:cela|ca|vous)|eventuellement|diriez)\b",
    confirms=r"\bconfirm|\bcomme convenu\b|\bc'est (?:cale|note|bon|ok)\b|\baura lieu\b|\bse tiendra\b|\bfixee?\b|\bau plaisir\b|\bbien note\b",
    cancels=r"\bannul|\bempeche|\bn'aura pas lieu\b|\bn'est plus (?:libre|possible|disponible)\b|\bne (?:pourrai|pourrons|peux|pouvons|pourra) (?:pas|plus|finalement pas)\b|\bsupprim|\btombe a l'eau\b",
    moves=r"\breport(?:e|er|ons|ee|es)\b|\bdecal|\bdeplac|\bavanc(?:e|er|ons|ee)\b|\bau lieu d|\bplutot que\b|\brepouss|\bremplac",
    before=r"\b(?:du|de|au lieu d[eu]|prevue? (?:le|pour le)?|initialement prevue?|notre rendez-vous(?: de| du)?|plutot que)(?: (?:le|la|ce))* *$",
    others=r"\b(?:echeance|livr\w*|expedi\w*|delai|ouvert|horaires d'ouverture|conges|absent|retour le|offre valable|http|www)\b",
    past=r"\b(?:etait|etions|avons (?:eu|vu|rencontre)|s'est|ai (?:vu|rencontre)|hier|dernier|derniere|avait)\b",
    spans=r"^[ ,]*(?:au|a|jusqu'au|-|et)[ ,]*$",
    chooses=r"^[ ,]*(?:ou|et|ou bien|/|,|ou encore)[ ,]*(?:le |a )?$",
    wishes=(
        r"\b(?:pourrions|pouvons|pourrait)[- ](?:nous|on) .{0,40}\b(?:rencontrer|voir|parler|echanger|rendez-vous|rdv|appeler|reunir)\b|\b(?:aimerais|aimerions|souhaiterais|souhaiterions|voudrais|voudrions) .{0,30}\b(?:rencontrer|voir|rendre visite|echanger|fixer un rendez-vous)\b"
        r"|\b(?:fixer|caler|trouver|convenir) (?:d'un|d'une|un|une) (?:rendez-vous|rdv|date|creneau)\b|\bquelles? (?:sont vos |seraient vos )?(?:disponibilites|dates)\b|\bquand (?:seriez|etes)-vous (?:libre|disponible)\b"
    ),
    same=r"\b(?:meme heure|heure habituelle|toujours a|egalement)\b",
)  # fmt: skip
