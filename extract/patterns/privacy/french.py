"""French. Elisions count as words of their own (``d anniversaire``); accents may be missing, as they are in haste."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy.words import Words

WORDS: Final = Words(
    signs={
        "aside": """
            rien à voir avec le travail, rien à voir avec le boulot, rien de professionnel, à titre privé, à titre
            personnel, c est personnel, c est privé, reste entre nous, restera entre nous, rester entre nous, garde le
            pour toi, gardez le pour vous, garde ça pour toi, n en parle à personne, n en parlez à personne, ne le dis à
            personne, ne le dites à personne, ne le sait pas encore, personne ne le sait, personne n est au courant, pas
            au bureau, pas sur ma boîte pro, mon adresse personnelle, mon adresse perso, mon adresse privée, mon numéro
            personnel, mon numéro perso
        """,
        "family": """
            papa et maman, maman et papa, je t aime, je vous aime, tu me manques, vous me manquez, gros bisous, plein de
            bisous, grosses bises, belle mère, beau père, beaux parents, belle famille, réunion parents professeurs,
            réunion de parents, réunion des parents, parents d élèves, représentants des parents, délégué de classe,
            sortie scolaire, voyage scolaire, classe verte, classe de neige, spectacle de l école, fête de l école,
            cahier de correspondance, carnet de correspondance, carnet de notes, bulletin scolaire, cantine scolaire,
            périscolaire, aide aux devoirs, professeur principal, maîtresse d école, instituteur, institutrice, conseil
            de classe, conseil d école, inscription scolaire, inscription à la crèche, place en crèche, photo de classe,
            car scolaire, baby sitter, nounou, assistante maternelle, chercher les enfants, récupérer les enfants,
            emmener les enfants, garder les enfants, votre enfant, votre fille, votre fils, ta fille, ton fils, notre
            fille, notre fils, nos enfants, vos enfants, tes enfants, mamie, papi, papy, mamy, grand mère, grand père,
            ma femme et moi, mon mari et moi, et ta femme, et votre femme, école primaire, école maternelle, allocations
            familiales, garderie scolaire, place à la crèche, carnet de santé de l enfant, sac de piscine, bottes de
            pluie, goûter d anniversaire, la maîtresse, la directrice de l école, le directeur de l école, la classe de
            votre, étude du soir, sortie au musée avec la classe, association de parents
        """,
        "health": """
            rendez vous médical, rendez vous chez le médecin, rendez vous chez le dentiste, rendez vous chez le docteur,
            rdv médical, votre médecin, ton médecin, médecin traitant, médecin généraliste, prise de sang, prises de
            sang, carte vitale, bilan sanguin, bilan de santé, analyse de sang, analyses de sang, résultats d analyse,
            résultats d analyses, vos analyses, échographie, irm, mammographie, biopsie, coloscopie, chimiothérapie,
            radiothérapie, kinésithérap*, votre ordonnance, ton ordonnance, renouvellement d ordonnance, arrêt maladie,
            arrêt de travail, certificat médical, suis enceinte, est enceinte, grossesse, fausse couche, accouchement,
            sage femme, ma psy, mon psy, psychothérap*, psychiatr*, bon rétablissement, prompt rétablissement, à l
            hôpital, hospitalis*, remets toi bien, remettez vous bien, soigne toi bien, feuille de soins, être à jeun,
            venir à jeun, à jeun, dossier médical, antécédents médicaux, vos symptômes, vos douleurs, votre genou, votre
            dos, vos dents, votre dent, détartrage, plombage, dent de sagesse, dents de sagesse, dévitalis*, appareil
            dentaire, mal de dents, mal au dos, mal au ventre, cabinet dentaire, cabinet médical, soins dentaires,
            chirurgien dentiste, orthodont*, ophtalmo*, cardiolog*, dermatolog*, gynécolog*, pédiatr*, ostéopath*,
            orthophon*, rhumatolog*, urolog*, vaccin contre, rappel de vaccin, vaccin de la grippe, tumeur, diabète,
            tension artérielle, antibiotique, antidouleur, cheville foulée, en arrêt maladie, votre psychologue, séance
            de rééducation, votre rendez vous avec le docteur, votre rendez vous chez, votre rendez vous au cabinet,
            rendez vous avec le docteur, votre carte vitale, votre vaccin, votre bilan, votre prise de sang, vos
            résultats d, pose de la couronne, nettoyage des dents, soins de la dent, séance de kiné, séances de kiné,
            changement de pansement, retrait des fils, votre vue, lunettes progressives, suites de l opération, votre
            opération, votre intervention chirurgicale, anesthésiste, mes analyses de sang
        """,
        "money": """
            relevé de compte, relevés de compte, relevé bancaire, compte épargne, découvert autorisé, découvert
            bancaire, votre découvert, prêt immobilier, crédit immobilier, prêt personnel, prêt étudiant, crédit auto,
            rachat de crédit, votre prêt, livret a, plan épargne, assurance habitation, assurance emprunteur, votre
            nouvelle carte, votre livret, déclaration de revenus, déclaration d impôts, avis d imposition, impôt sur le
            revenu, taxe d habitation, crédit d impôt, remboursement d impôts, surendettement, votre retraite, caisse de
            retraite, simulation de prêt, dépôt de garantie, compte joint
        """,
        "law": """
            divorc*, garde des enfants, garde alternée, garde partagée, droit de visite, pension alimentaire, prestation
            compensatoire, contrat de mariage, notre propriétaire, votre propriétaire, bail d habitation, état des
            lieux, préavis de départ, quittance de loyer, mon testament, son testament, votre testament, ton testament,
            procuration notariée, mandat de protection, excès de vitesse, audience au tribunal, juge aux affaires
            familiales, conseil de prud hommes, prud hommes, achat de l appartement, vente de la maison, droits de
            succession, votre héritage, indivision, défunt, défunte, trouble de voisinage, troubles de voisinage,
            convention d honoraires, aide juridictionnelle, contravention, compromis de vente pour l appartement,
            règlement de la succession, le testament, un testament, succession de votre, succession de ta, succession de
            ma, succession de mon, succession de notre, votre divorce, votre dossier de divorce, acte de notoriété,
            attestation immobilière, prudhommes
        """,
        "employment": """
            bulletin de paie, bulletins de paie, bulletin de salaire, fiche de paie, fiches de paie, augmentation de
            salaire, prétentions salariales, fourchette de salaire, entretien annuel, entretien préalable, avertissement
            disciplinaire, rupture conventionnelle, licenciement, indemnités de départ, votre candidature, ta
            candidature, acte de candidature, lettre de motivation, lettre de recommandation, curriculum vitae, votre
            cv, ton cv, votre profil linkedin, entretien d embauche, entretien de recrutement, premier entretien,
            deuxième entretien, second entretien, entretien téléphonique, offre d emploi, proposition d embauche,
            promesse d embauche, recherche d emploi, recherche de poste, à l écoute du marché, changer d emploi,
            changement de poste, cabinet de recrutement, chasseur de têtes, médecine du travail, votre préavis,
            employeur actuel, votre employeur, pôle emploi, france travail, attestation employeur, votre parcours
            professionnel, salaire annuel brut
        """,
        "occasion": """
            fête d anniversaire, gâteau d anniversaire, cadeau d anniversaire, repas d anniversaire, anniversaire de
            maman, anniversaire de papa, anniversaire de mariage, joyeux anniversaire, bon anniversaire, notre mariage,
            votre mariage, enterrement de vie, baptême, première communion, bar mitsva, obsèques, enterrement,
            condoléances, décès de, nous a quittés, crémaillère, repas de famille, réunion de famille, fête de famille,
            repas du dimanche, déjeuner du dimanche, déjeuner de dimanche, photos de vacances, cours de piano, cours de
            guitare, cours de natation, leçon de conduite, fiançailles, fiancé, fiancée, témoin de mariage, demoiselle d
            honneur, nous nous marions, on se marie, se marient, notre bébé, naissance de notre, repas de noël,
            réveillon, dîner à la maison, manger à la maison, apéro à la maison, viens dîner, venez dîner, barbecue chez
            nous, dîner chez nous, noces d or, noces d argent, faire part de mariage, faire part de naissance, naissance
            de ma fille, naissance de mon fils
        """,
    },
    hints={
        "family": """
            maman, papa, les enfants, enfants, tonton, tata, tatie, cousin, cousine, bisous, bises, à la maison,
            devoirs, école, crèche, maternelle, ta femme, ton mari, votre femme, votre mari, élève, maîtresse, maître d
            école, cour de récréation, rentrée scolaire, vacances scolaires, neveu, nièce, petits enfants, petit fils,
            petite fille, bébé, kermesse, collège, lycée, cantine, goûter, poussette, parents, tétine, la classe, sa
            classe, sortie de classe, autorisation de sortie, autorisation parentale, autorisation de photographier,
            fournitures scolaires, livres scolaires, récréation, rentrée des classes, école de musique, centre de
            loisirs, centre aéré, accueil du matin, accueil du soir, pique nique de classe, fête de fin d année,
            spectacle de fin d année, maths, soutien scolaire, cahier, doudou, sieste, poupon, biberon, parents
            délégués, représentant des parents, maître nageur, chapeau de soleil, crème solaire, vêtements de rechange,
            petit frère, petite soeur, petite sœur, grand frère, grande soeur, grande sœur, semaine de projet, table de
            multiplication, lecture du soir, liste de classe, coin lecture, sac de sport, affaires de sport, affaires de
            piscine, mot signé, coupon réponse signé
        """,
        "health": """
            médecin, docteur, dentiste, dentaire, clinique, hôpital, ordonnance, thérapie, patiente, médicament, malade,
            maladie, douleur, mutuelle, sécurité sociale, comprimé, cabinet du docteur, votre rendez vous, prochain
            rendez vous, vaccin, allergie, fièvre, grippe, toux, infirmier, infirmière, salle d attente, pharmacie,
            pharmacien, symptôme, chirurgien, chirurgie, radiographie, genou, épaule, cheville, béquille, lentilles,
            opticien, kiné, guérison, patient, votre consultation, vos soins, nos patients, gonflé, gonflée,
            inflammation, cicatrice, pansement, entorse, ligament, tendon, ménisque, hernie, vertèbre, sciatique,
            nausée, vertige, diarrhée, urgences, ambulance, soins intensifs, anesthésie, couronne dentaire, implant
            dentaire, carie, gencive, molaire, médicament à prendre, matin et soir, trois fois par jour, deux fois par
            jour, après le repas, pilule, thyroïde, cholestérol, prostate, utérus, ménopause, contraception, hormones,
            insuline, cortisone, paracétamol, ibuprofène, tiers payant, remboursement des soins, feuille de maladie,
            fauteuil roulant, auxiliaire de vie, ehpad, convalescence, testé positif, apportez votre carte, vos
            lunettes, vos verres, gouttière dentaire, semelles orthopédiques, plan de traitement, devis dentaire, salle
            de soins, prochain contrôle, contrôle annuel, prélèvement sanguin, analyse d urine, grain de beauté, verrue,
            repos complet, nouveau patient, nouveau médecin, ancien médecin, ancien dentiste, compte rendu opératoire,
            lettre de sortie, effets secondaires
        """,
        "money": """
            solde du compte, solde de votre compte, virement permanent, taux d intérêt, taux fixe, compte courant,
            conseiller bancaire, conseillère bancaire, votre conseiller, votre conseillère, mensualité, cotisation,
            police d assurance, assurance vie, assurance auto, épargne, emprunt, agence bancaire, carte bancaire,
            prélèvement, remboursement anticipé, échéance de prêt, livret, impôts, votre épargne, vos mensualités,
            apport personnel, capacité d emprunt, assurance de prêt, frais de notaire, agios, code confidentiel,
            opposition sur votre carte, carte bleue, complémentaire retraite, carte perdue, carte volée, carte de
            remplacement, opération suspecte, rendez vous en agence, en agence, vos placements, votre assurance vie
        """,
        "law": """
            avocat, avocate, tribunal, notaire, propriétaire, locataire, loyer, appartement, huissier, secret
            professionnel, succession, héritage, héritier, plainte, étude notariale, acte notarié, procuration, charges
            locatives, syndic, copropriété, curatelle, partie adverse, cher maître, le bail, du bail, tutelle, conjoint,
            ex conjoint, ex époux, garde des, droit de garde, tribunal judiciaire, assignation, médiation familiale,
            points de permis, permis de conduire, loyer impayé, loyers, dépôt de plainte, partage des biens, usufruit,
            nue propriété, légataire, acte de décès, acte de naissance, livret de famille, projet de testament, sous
            serment, ex femme, ex mari, partie civile, commissaire de justice, huissier de justice, convocation au
            tribunal, maison de votre mère, maison de votre père, vente de l appartement, achat de la maison
        """,
        "employment": """
            salaire, ressources humaines, drh, candidat, candidate, candidature, recruteur, recrutement, congé
            maternité, congé parental, congé paternité, congé maladie, période d essai, carrière, nouveau poste,
            embauche, préavis, cdi, cv, mon entretien, votre profil, discrétion, poste à pourvoir, vos prétentions,
            parcours professionnel, votre salaire, fiche de poste, prise de poste, arrêt de travail, certificat de
            travail, attestation de salaire, congés payés, évolution professionnelle, reconversion, bilan de compétences
        """,
        "occasion": """
            anniversaire, mariage, soirée, fête, barbecue, pique nique, cadeau, concert, cinéma, gâteau, mariée,
            communion, apéro, tournoi
        """,
    },
    home="""
        chauffage, radiateur, chaudière, plombier, électricien, serrurier, ramoneur, colocataire, salle de bains, salle
        de bain, grenier, balcon, terrasse, jardin, jardinier, pelouse, haie, clôture, voisin, voisine, machine à laver,
        meubles, déménag*, emménag*, chorale, choriste, aviron, tennis, rugby, football, handball, randonnée, camping,
        bateau, caravane, maîtresse, bébé, neveu, nièce, tante, oncle, petit fils, petite fille, parrain, marraine,
        chien, chienne, vétérinaire, salade, piscine, piano, guitare, orchestre, église, paroisse, curé, messe, mosquée,
        synagogue, bières, apéro, orthodontiste, opticien, lentilles, kiné, ostéopathe, cardiologue, dermatologue,
        pédiatre, gynécologue, test d effort, cholestérol, allergie, fièvre, toux, migraine, salle d attente, béquilles,
        élèves, kermesse, scouts, cartable, directeur d école, directrice d école, baignoire, douche, moisissure, papier
        peint, moquette, rideaux, canapé, frigo, congélateur, lave vaisselle, sèche linge, gouttière, cheminée, abri de
        jardin, tondeuse, sonnette, boîte aux lettres, chambre d amis, double des clés, trousseau de clés, fuite d eau,
        dégât des eaux, relevé de compteur, agence immobilière, agent immobilier, femme de ménage, bricoleur, loyer,
        ténor, soprano, chanter, chœur, gardien de but, arbitre, entraîneur, entraînement, coéquipier, cotisation
        annuelle, assemblée générale du club, belote, tricot, poterie, couture, danse classique, cours de danse, violon,
        trompette, musée, marathon, semi marathon, vélo, pêche, kayak, escalade, jeux de société, filleul, filleule,
        cousins, belle soeur, belle sœur, beau frère, chéri, chérie, chiot, chaton, hamster, lapin, poney, équitation,
        centre équestre, coiffeur, gîte, vide grenier, brocante, bénévole, contrôle technique, la cuisine, le toit, le
        chat, les chats, ski, séparation, votre employeur, employeur actuel, club d échecs, partie d échecs, le peintre,
        toiture, couronne, yoga, pilates, salle de sport, concert de fin, troupe de théâtre, club de lecture,
        dégustation, promener le chien, garder le chien, toiletteur, croquettes, perruche, tortue
    """,
    kin="""
        femme, mari, épouse, époux, fille, fils, enfants, enfant, sœur, soeur, frère, parents, mère, père, maman,
        papa, compagne, compagnon, conjoint, conjointe, copine, copain, fiancé, fiancée, oncle, tante, neveu, nièce,
        cousin, cousine, ex femme, ex mari, famille, gendre, belle fille
    """,
    own={
        "health": """
            médecin, docteur, dentiste, kiné, genou, dos, épaule, cheville, hanche, dent, dents, cœur, coeur,
            ordonnance, médicaments, prise de sang, symptômes, maladie, santé, allergie, grossesse, rendez vous médical,
            mutuelle, thérapeute, arrêt maladie
        """,
        "money": """
            compte bancaire, compte courant, compte épargne, livret, épargne, découvert, impôts, retraite, salaire,
            banquier, banquière, conseiller bancaire, carte bancaire, carte bleue, dettes, assurance vie, assurance
            auto, prêt, prêt immobilier, prêt étudiant
        """,
        "law": """
            avocat, avocate, notaire, propriétaire, appartement, loyer, bail, divorce, testament, héritage, syndic,
            maison, caution
        """,
        "employment": """
            démission, candidature, cv, bulletin de paie, fiche de paie, préavis, contrat de travail, lettre de
            motivation, salaire, licenciement, recherche d emploi, parcours professionnel
        """,
        "occasion": """
            anniversaire, mariage, fiançailles, crémaillère
        """,
    },
    mine="mon, ma, mes",
    endings=(("", ""), ("", "s"), ("", "x"), ("", "e"), ("", "es")),
    spellings={
        "à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "ù": "u", "û": "u",
        "œ": "oe",
    },
)  # fmt: skip
