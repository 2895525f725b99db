"""French. Elisions count as words of their own (``d anniversaire``)."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            rien à voir avec le travail, à titre privé, à titre personnel, c est personnel, reste entre nous,
            garde le pour toi, gardez le pour vous, n en parle à personne, n en parlez à personne,
            ne le sait pas encore, pas au bureau, mon adresse personnelle, mon numéro personnel
        """,
        "family": """
            papa et maman, maman et papa, je t aime, tu me manques, gros bisous, plein de bisous, belle mère,
            beau père, réunion parents professeurs, sortie scolaire, spectacle de l école, baby sitter, nounou,
            chercher les enfants, récupérer les enfants, mamie, papi, papy, grand mère, grand père, ma femme et moi,
            mon mari et moi, et ta femme, et votre femme
        """,
        "health": """
            rendez vous médical, rendez vous chez le médecin, rendez vous chez le dentiste, mon médecin,
            votre médecin, médecin traitant, prise de sang, carte vitale, bilan sanguin, échographie, irm, mammographie, biopsie,
            chimiothérapie, kinésithérapie, mon ordonnance, votre ordonnance, arrêt maladie, arrêt de travail,
            mon enceinte, grossesse, fausse couche, ma psy, mon psy, psychothérapie, bon rétablissement, à l hôpital,
            résultats d, remets toi bien, remettez vous bien, mon genou, mon dos
        """,
        "money": """
            relevé de compte, mon compte bancaire, découvert autorisé, prêt immobilier, crédit immobilier,
            mon livret a, mon épargne, déclaration de revenus, déclaration d impôts, mes impôts, ma retraite,
            mon salaire, dépôt de garantie
        """,
        "law": """
            mon avocat, mon avocate, divorce, garde des enfants, pension alimentaire, contrat de mariage,
            mon propriétaire, bail d habitation, testament, procuration notariée, contravention, audience au tribunal
        """,
        "employment": """
            bulletin de paie, bulletin de salaire, fiche de paie, augmentation de salaire, prétentions salariales,
            entretien annuel, entretien préalable, avertissement disciplinaire, rupture conventionnelle, licenciement,
            ma démission, ma candidature, votre candidature, lettre de motivation, mon cv, curriculum vitae,
            entretien d embauche, offre d emploi, proposition d embauche, médecine du travail
        """,
        "occasion": """
            fête d anniversaire, anniversaire de maman, joyeux anniversaire, bon anniversaire, notre mariage,
            mon mariage, votre mariage, enterrement de vie de garçon, enterrement de vie de jeune fille, baptême,
            communion, obsèques, condoléances, crémaillère, repas de famille, réunion de famille, photos de vacances,
            cours de piano, nous nous marions, notre bébé, naissance de notre
        """,
    },
    hints={
        "family": """
            maman, papa, ma femme, mon mari, ma fille, mon fils, ma soeur, ma sœur, mon frère, mes parents,
            les enfants, tonton, cousin, cousine, bisous, bises, à la maison, devoirs, école, crèche, maternelle,
            ta femme, ton mari, ma compagne, mon compagnon
        """,
        "health": """
            médecin, docteur, dentiste, clinique, hôpital, ordonnance, thérapie, patient, patiente, médicaments,
            malade, douleurs, mutuelle, sécurité sociale, comprimés
        """,
        "money": """
            solde du compte, virement permanent, taux d intérêt, compte courant, conseiller bancaire, mensualité,
            cotisation, police d assurance, assurance vie
        """,
        "law": """
            avocat, avocate, tribunal, notaire, propriétaire, loyer, appartement, huissier, secret professionnel,
            succession, héritage
        """,
        "employment": """
            salaire, ressources humaines, drh, candidat, candidate, recruteur, congé maternité, congé parental,
            congé maladie, période d essai, carrière, chasseur de têtes, nouveau poste
        """,
        "occasion": """
            anniversaire, mariage, soirée, fête, barbecue, pique nique, repas de noël, cadeau, concert, cinéma,
            gâteau
        """,
    },
    home="""
        chauffage, radiateur, chaudière, plombier, électricien, serrurier, ramoneur, colocataire, salle de bains,
        cuisine, grenier, balcon, jardin, pelouse, haie, clôture, voisin, voisine, voisins, machine à laver,
        meubles, déménagement, chorale, aviron, tennis, rugby, randonnée, camping, bateau, caravane, maîtresse,
        bébé, neveu, nièce, tante, oncle, petit fils, petite fille, parrain, marraine, le chien, le chat,
        vétérinaire, salade, déjeuner de dimanche, recette, piscine, piano, guitare, orchestre, église, paroisse,
        bières, apéro, couronne, plombage, détartrage, appareil dentaire, mal de dents, dents, orthodontiste,
        opticien, lentilles, kiné, ostéopathe, cardiologue, dermatologue, pédiatre, gynécologue, sage femme, test d
        effort, cholestérol, allergie, vaccin, fièvre, toux, migraine, salle d attente, béquilles, poux, photo de
        classe, car scolaire, cours de natation, élèves, kermesse, scouts, cartable, directeur d école, baignoire,
        douche, moisissure, papier peint, moquette, rideaux, canapé, frigo, congélateur, lave vaisselle, sèche
        linge, toit, gouttière, cheminée, abri de jardin, tondeuse, sonnette, boîte aux lettres, chambre d amis,
        agence immobilière, peintre, femme de ménage, assurance auto, assurance habitation, compte joint,
        prélèvement, séparation, ténor, soprano, chanter, gardien de but, arbitre, échecs, tricot, poterie, danse
        classique, violon, trompette, musée, marathon, semi marathon, pêche, jeux de société, filleul, filleule,
        cousins, belle soeur, petits enfants, chéri, chérie, chien, chiens, chats, chaton, hamster, lapin, poney,
        équitation, votre employeur, employeur actuel, discrétion
    """,
)
