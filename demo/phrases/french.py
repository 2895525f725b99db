"""French stories: a delayed order and a quarterly review."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_ORDER = Plan(
    "commande",
    "lumen",
    "fr",
    "[Commande de tablettes|Tablettes pour le quai|Bornes de quai]",
    (
        Beat(
            18,
            1035,
            "lead",
            "rep",
            """
                Nous souhaitons équiper le quai de l'entrepôt de {city} avec six tablettes supplémentaires.

                Pouvez-vous m'indiquer le délai et le prix, installation comprise ?
                """,
            quote="none",
        ),
        Beat(
            18,
            1500,
            "rep",
            "lead",
            """
                Merci pour votre message. Six tablettes reviennent à 2 340 euros, installation comprise, avec un
                délai de trois semaines.

                Je vous envoie le devis d'ici {due}.
                """,
            promise=("us", 2),
        ),
        Beat(
            16,
            1115,
            "rep",
            "lead",
            """
                Voici le devis. La garantie est de trois ans, échange sous deux jours.
                """,
            attach="pdf",
        ),
        Beat(
            12,
            940,
            "lead",
            "rep",
            """
                Le devis est validé. La commande part cette semaine, notre numéro de commande sera indiqué sur le
                bon.

                Je vous transmets l'adresse de livraison avant {due}.
                """,
            promise=("them", 2),
        ),
        Beat(
            10,
            1625,
            "lead",
            "rep",
            """
                Adresse de livraison : quai B, entrée nord. Réception de 7 h à 15 h, merci de prévenir la veille.
                """,
            short=True,
        ),
        Beat(
            5,
            1430,
            "rep",
            "lead",
            """
                Le fournisseur annonce quatre jours de retard. Je préfère vous en parler de vive voix : êtes-vous
                libre {on_0} en fin de matinée ?
                """,
            quote="none",
            subject="[Livraison des tablettes|Date de livraison]",
        ),
        Beat(
            4,
            905,
            "lead",
            "rep",
            """
                C'est noté. {on_0} à 11 h 30 me convient.
                """,
        ),
    ),
    (Gathering(0, 1130, 30, "Appel {firm} : livraison", "rep lead", "Téléphone"),),
)

_QUARTER = Plan(
    "point trimestriel",
    "solstice",
    "fr",
    "[Point trimestriel|Préparation du point trimestriel]",
    (
        Beat(
            10,
            1010,
            "colleague",
            "lead",
            """
                Notre point trimestriel approche. Je vous propose trois sujets : le taux de réservation, les retards
                du lundi et l'ouverture du deuxième site.
                """,
            quote="none",
        ),
        Beat(
            9,
            1545,
            "lead",
            "colleague",
            """
                Les trois sujets me conviennent. J'ajoute la question des transporteurs étrangers, qui réservent
                encore par téléphone.
                """,
        ),
        Beat(
            8,
            1120,
            "colleague",
            "lead",
            """
                Bien noté. La page de réservation existe en huit langues, je vous la montrerai.
                """,
            short=True,
        ),
        Beat(
            1,
            1635,
            "colleague",
            "lead",
            """
                Merci pour cet échange. Comme convenu, je vous fais parvenir la proposition pour le deuxième site
                d'ici {due}.
                """,
            quote="none",
            promise=("us", 5),
            subject="[Compte rendu de notre point|Suite à notre point]",
        ),
        Beat(
            0,
            1015,
            "lead",
            "colleague",
            """
                Merci à vous. Le compte rendu est fidèle, je l'ai transmis à mon directeur.
                """,
        ),
    ),
    (Gathering(1, 1430, 60, "Point trimestriel {firm}", "colleague lead", "Visioconférence"),),
    end=11,
    slack=4,
)

FRENCH = (_ORDER, _QUARTER)
