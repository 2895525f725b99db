"""French. Beside a letter with an accent RE2 sees no edge of a word. "Offre" may be a job's, so it is somebody's or asked for; agreement in gender and number is left open."""

from __future__ import annotations

from typing import Final

from extract.patterns.deals.form import Dealing, Way

_W: Final = r"(?:[a-zàâçéèêëîïôûùüœ-]+ )"
_PAPER: Final = r"(?:devis|offres?|proposition(?: commerciale)?|cotation)"
_CONTRACT: Final = r"(?:contrat|accord|abonnement|licence|bail|bon de commande|convention)"
_HERE: Final = r"(?:\b(?:ci-joints?|ci-jointe|ci-apr[eè]s|ci-dessous|en pi[eè]ce jointe|en annexe|veuillez trouver|vous trouverez|trouvez|voici|en retour)\b)"
_WE: Final = r"\b(?:nous|je|on)"
_HAVE: Final = r"\b(?:nous avons|j['’]ai|on a) (?:bien |donc |finalement |enfin )*"
_SEND: Final = r"(?:envoyer|faire|faire parvenir|établir|transmettre|adresser|préparer|soumettre|proposer|communiquer)"
_WAYS: Final = (
    Way("asked", "seller", rf"\b(?:merci|remercions|remercie)\b[^.;?!]{{0,20}}\bvotre demande de {_PAPER}\b", "Merci pour votre demande de devis."),
    Way("asked", "buyer", rf"\b(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu)\b[^.;?!]{{0,30}} {_SEND} [^.;?!]{{0,30}}\b(?:une?|votre|ton|ta) {_W}{{0,2}}{_PAPER}\b", "Pourriez-vous nous envoyer un devis ?", is_plain=True),
    Way("asked", "buyer", rf"\b(?:merci de|veuillez|prière de|(?:je vous prie|nous vous prions) de)\b[^.;?!]{{0,30}} {_SEND} [^.;?!]{{0,30}}\b(?:une?|votre) {_W}{{0,2}}{_PAPER}\b", "Merci de nous faire parvenir un devis.", is_plain=True),
    Way("asked", "buyer", rf"{_WE} (?:souhait\w+|aimeri\w+|voudri\w+|demand\w+|aurions besoin|sollicit\w+)\b[^.;?!]{{0,30}}\b(?:une?|d['’]une?|votre) {_W}{{0,2}}{_PAPER}\b", "Nous souhaitons recevoir un devis.", is_plain=True),
    Way("agreed", "seller", r"\b(?:merci|remercions|remercie)\b[^.;?!]{0,25}\bvotre (?:(?:bon|ordre) de )?commande\b", "Merci pour votre commande."),
    Way("agreed", "seller", rf"{_WE} (?:vous )?(?:confirm(?:ons|e)|accusons réception de) (?:(?:la )?(?:bonne )?réception de )?votre (?:(?:bon|ordre) de )?commande\b", "Nous confirmons votre commande."),
    Way("agreed", "seller", rf"{_HERE}[^.;?!]{{0,40}}\b(?:notre|la|votre) confirmation de commande\b", "Veuillez trouver ci-joint notre confirmation de commande."),
    Way("signed", "buyer", rf"{_HERE}[^.;?!]{{0,40}}\b{_PAPER} (?:d[uû]ment |contre-?)?(?:contre-?)?signée?s?|{_HAVE}(?:contre-?)?signé (?:le|votre|la) {_PAPER}\b", "Ci-joint votre devis signé."),
    Way("signed", None, rf"{_HERE}[^.;?!]{{0,40}}\b{_CONTRACT} {_W}{{0,2}}(?:contre-?)?signée?s?|{_HAVE}(?:contre-?)?signé (?:le|votre|notre|la) {_CONTRACT}\b|\b(?:le|notre|votre) {_CONTRACT} (?:est|a été) (?:bien |désormais )?(?:contre-?)?signée?", "Veuillez trouver ci-joint le contrat signé."),
    Way("declined", "buyer", rf"{_HAVE}(?:décidé de ne pas (?:donner suite|retenir)|choisi|retenu|opté pour|préféré)\b[^.;?!]{{0,20}}(?:un|une) autre (?:fournisseur|prestataire|société|solution|partenaire|{_PAPER})\b|{_HAVE}décidé de ne pas (?:donner suite à|retenir|accepter) votre {_PAPER}\b", "Nous avons retenu un autre fournisseur.", is_plain=True),
    Way("declined", "buyer", rf"\bne (?:pouvons|souhaitons|donnerons|retiendrons|retenons|pourrons) pas\b[^.;?!]{{0,30}}\bvotre {_PAPER}\b|\bvotre {_PAPER} n['’]a (?:malheureusement )?pas été retenue?\b|\bn['’]avons (?:malheureusement )?pas retenu votre {_PAPER}\b", "Votre offre n'a pas été retenue.", is_plain=True),
    Way("declined", "buyer", rf"{_WE} (?:devons |souhaitons |voudrions )?annul(?:er|ons|e) (?:notre|la|ma) commande\b", "Nous devons annuler notre commande.", is_plain=True),
    Way("cancelled", "buyer", rf"\b(?:résili(?:er|ons|e)|mettre fin (?:à|au)|mettons fin (?:à|au)|dénon(?:cer|çons)) (?:(?:notre|le|mon|ce|votre|l['’]) ?)?{_W}?{_CONTRACT}\b|\b(?:ne (?:souhaitons|renouvellerons|renouvelons) pas)\b[^.;?!]{{0,20}}\b(?:notre|le|mon|ce) {_CONTRACT}\b", "Nous souhaitons résilier notre contrat.", is_plain=True),
    Way("cancelled", "seller", rf"{_WE} (?:vous )?confirm(?:ons|e) (?:la )?(?:bonne réception de )?(?:la |votre )résiliation\b", "Nous confirmons la résiliation de votre contrat."),
    Way("agreed", "buyer", rf"{_WE} (?:vous )?(?:souhait\w+ |voudri\w+ )?pass(?:ons|e|er) (?:ferme )?(?:la |notre |une |ma )?commande\b|{_WE} (?:vous )?command(?:ons|e) (?:ferme )?(?:les?|la|\d+|deux|trois|quatre|cinq|six|dix|douze)\b", "Nous vous passons commande de 12 pompes.", is_plain=True),
    Way("agreed", "buyer", rf"{_HERE}[^.;?!]{{0,40}}\b(?:notre|le|un|mon) (?:bon de )?commande\b", "Veuillez trouver ci-joint notre bon de commande."),
    Way("agreed", "buyer", rf"{_WE} (?:accept(?:ons|e)|valid(?:ons|e)|reten(?:ons)|retiens) (?:votre|le|la) {_PAPER}\b|{_HAVE}(?:retenu|choisi|accepté|validé) (?:votre (?:{_PAPER}|solution|société|produit)|de travailler avec vous)\b|{_HAVE}décidé de (?:travailler avec vous|retenir votre {_PAPER}|vous confier)\b|\bbon pour accord\b", "Nous acceptons votre offre."),
    Way("offered", "seller", rf"{_HERE}[^.;?!]{{0,50}}\b(?:notre|mon|le|un|une|nos|la) {_W}{{0,2}}{_PAPER}\b", "Veuillez trouver ci-joint notre devis."),
    Way("offered", "seller", rf"{_WE} (?:vous )?(?:envo(?:ie|yons)|transmets|transmettons|adress(?:e|ons)) (?:ci-joint |par la présente )?(?:notre|mon|le|une?) {_W}?{_PAPER}\b", "Je vous envoie notre offre."),
    Way("offered", "seller", rf"\b(?:notre|le|mon) (?:{_PAPER}|prix|tarif)\b[^.;?!]{{0,60}}\b(?:est de|s['’]él[eè]ve [àa]|se monte à|ressort à)", "Notre prix s'élève à 8 400 €.", needs="amount"),
    Way("offered", "seller", rf"{_WE} (?:pouvons |peux )?vous (?:propos(?:ons|e|er)|off(?:rons|re|rir))\b", "Nous vous proposons le lot pour 8 400 €.", is_plain=True, needs="amount"),
    Way("expected", "buyer", r"\b(?:nous (?:décid(?:ons|erons)|prendrons (?:une|notre|la) décision|devons décider)|(?:notre|la) décision (?:sera|est|tombera)|notre (?:direction|comité) (?:décidera|tranchera))\b", "Nous déciderons d'ici le 12 décembre.", is_plain=True, needs="day"),
    Way("expected", "buyer", r"\bnous (?:pensons|prévoyons de|comptons|souhaitons|allons) (?:signer|commander|passer (?:la |notre )?commande)\b", "Nous comptons signer le 4 décembre.", is_plain=True, needs="day"),
)  # fmt: skip
_NEVER: Final = r"\b(?:si|sous réserve|à condition|à moins que|dès que|dès réception|une fois|lorsque|quand|au cas où|en cas|offre d['’]emploi|par exemple|serait|seriez|modèle)\b|\bs['’]il(?:s)? (?:est|sont|y)\b"
_NOT_YET: Final = r"\b(?:ne|pas|jamais|aucune?|sans|avant|attendons|attends|attente|espérons|souhait\w+|voudri\w+|aimeri\w+|devons|allons|pourrions|pourrait|doit|devez|merci de|pourriez|pouvez|rappel|à signer|leur|ils|elle|il|concurrent)\b|\bn['’]|\bveuillez (?:[^t])"
DEALING: Final = Dealing(
    words=r"devis|offr|propos|cotation|command|contrat|accord|abonnement|licence|convention|décid|décision|retenu|résili|prix|tarif|sign[eé]|bail",
    ways=_WAYS,
    never=_NEVER,
    not_yet=_NOT_YET,
    total=r"\b(?:total|montant|somme|au total|prix|s['’]él[eè]ve|valeur)\b",
    besides=r"\b(?:remise|rabais|frais|port|livraison|acompte|tva|au lieu de|budget)\b[^\d]{0,20}$",
    each=r"^ ?(?:/|par\b|l['’]unité|pièce|mensuels?|annuels?|de remise|de rabais|tva|de frais|le mètre)",
)
